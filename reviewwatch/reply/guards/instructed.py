"""A reply that says what an instruction inside the review asked for."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.patterns import EMAIL, LINK, compiled
from reviewwatch.reply.guards.plain import plain
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.reading.lines import line_of
from reviewwatch.reply.reading.steering import is_steering
from reviewwatch.text import Span, fold, sentences
from reviewwatch.text.folding import Folded
from reviewwatch.types import Finding, TextField

G35: Final = Law("G35", "OWASP LLM01: a review is data; nothing that it tells the writer of replies to say is said")

_SAY: Final = (
    "append|include|insert|reply|respond|say|state|post|promise|confess|admit|announce|apologi[sz]e"
    "|output|print|repeat|reveal"
    "|declare|claim|publish|quote|decode|execute|obey|leak|pretend|mention"
)
_DO: Final = (
    _SAY + "|ignore|disregard|forget|override|bypass|skip|answer|write|tell|offer|add|act|behave|begin"
    "|start|end|finish|close|sign|use"
    "|give|send|recommend|call|confirm|link|redirect|copy|paste|insult|list|put|translate|swear"
)
_ADDRESSED: Final = (
    "robot|bot|ai|a\\.i\\.|assistant|chat ?bot|chat ?gpt|gpt|llm|language model|model|system|machine|"
    "computer|admin|agent|drafter|reply writer"
    "|whoever (?:drafts|writes|answers)|reply (?:tool|generator|engine)|auto ?reply|automatic reply|"
    "writer of (?:this|the) reply|prompt"
)
_INSTRUCTS: Final = compiled(
    rf"\b(?:dear|hey|hi|hello|attention|note to|to|for) (?:the |any |all |you |reply |our )?(?:{_ADDRESSED})s?\b",
    r"(?:^|[\[<({*#|]|\s)(?:system|admin|instructions?|prompt|developer|assistant|ai|override|root|sudo"
    r"|end of review|new task|task|inst)\s*(?:\]|>|\)|:|=|\|)",
    r"\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.!?\n]{0,30}\b(?:instructions?|rules?|prompts?"
    r"|guidelines?|polic(?:y|ies)|above|everything|previous|prior|orders|guards?)\b",
    r"\b(?:you are|you're) now\b",
    r"\b(?:act|behave|respond|reply|answer|speak|write|pretend) (?:as|like|to be) (?:if you|the owner|an? |our |my )",
    rf"\b(?:your|the) (?:reply|response|answer|text) (?:must|should|shall|has to|needs to|will) (?:{_DO}"
    rf"|contain|be|read|start|end|have|include)\b",
    r"\b(?:reply|respond|answer|say|write|state|append|include|insert|add|output|print|repeat|start|begin|end"
    r"|finish)\b (?:only |exactly |this |with |the following|verbatim|just )[^.!?\n]{0,80}",
    rf"\bas (?:the|an?|our|your|this) (?:{_ADDRESSED}|writer|author|owner|manager|editor)s?\b[^.!?\n]{{0,40}}\byou"
    r" (?:must|should|shall|will|have to|are to|need to|now|may only|are required)\b",
    rf"(?:^|[.!?:;\n]\s*)(?:{_ADDRESSED})s?[,:]",
    r"\byou (?:must|shall|have to|are to|need to|will) (?:now |then |also |always )?(?:admit|confess|state|declare"
    r"|announce|reply|respond|answer|write|say|include|append|mention|repeat|output|print|post)\b",
    r"\bdecode (?:and|this|the|that)\b",
    r"\b(?:new|secret|hidden|special|updated) (?:instructions?|orders?|rules?|prompt|task)\b",
    r"\b(?:ignoriere|vergiss|antworte (?:mit|nur)|schreibe? (?:genau|nur)|ignora|olvida|responde (?:con|solo)"
    r"|escribe (?:exactamente|solo)|ignorez|oubliez|répondez)\b",
    rf"(?:^|[.!?:;\n]\s*)(?:please |kindly |now |and |so |you must |you will |you should )?(?:{_SAY})"
    r" (?:that|with|everyone|everybody|all readers|readers|to all|the (?:code|link|words|password"
    r"|line|sentence|phrase|following)|code|[\"'(]"
    r"|your (?:prompt|system|config|instructions|rules|password|keys?))",
    rf"(?:^|[.!?:;\n]\s*)(?:please |kindly |now |and |so |you must |you will |you should )?(?:{_DO})"
    r" (?:everyone|everybody|all readers|readers|the reader|the code|the link|this link|code|[\"']"
    r"|your (?:prompt|system|config|instructions|rules))",
)
_RETOLD: Final = compiled(
    r"\b(?:told|tells|asked|asks|advised|instructed|forced|wants|wanted) "
    r"(?:us|me|him|her|them|everyone|my \w+) (?:not )?to\b",
    r"\b(?:instructions?|manual|screen|sign|app|clerk|staff|note|page|message|prompt|system|robot|bot) "
    r"(?:\w+ )?(?:says?|said|told|tells|reads?|asks?|asked|shows?|keeps?|wants?)\b",
    r"\bignor\w+ (?:all )?(?:of )?(?:my|our)\b|\b(?:reply|answer|respond) to (?:my|our)\b",
)
_ENCODED: Final = re.compile(r"\b[A-Za-z0-9+/]{12,}={0,2}(?![A-Za-z0-9+/=])")
_HEX: Final = re.compile(r"\b(?:[0-9a-fA-F]{2}[ ]?){8,}\b")
_LURE: Final = re.compile(r"\b(?=\w*\d)(?=\w*[A-Z])[A-Z0-9-]{4,}\b|\b[A-Z][A-Z0-9]{4,}\b")
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SMALL: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "me",
        "my",
        "not",
        "of",
        "on",
        "or",
        "our",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "you",
        "your",
        "yours",
        "am",
        "about",
        "all",
        "any",
        "can",
        "could",
        "would",
        "should",
        "please",
        "very",
        "just",
        "also",
        "more",
        "no",
        "now",
        "out",
        "up",
        "only",
        "because",
        "how",
        "sorry",
        "thank",
        "thanks",
        "write",
        "tell",
        "say",
        "says",
        "hear",
        "read",
        "review",
        "feedback",
        "reply",
    ]
)
_RUN: Final = 4
_SHARE: Final = 0.5
_MIN_SHARED: Final = 2


def obeyed(case: Case) -> Iterator[Finding]:
    """G35: a link, a code or words from an instruction in the review, or what it asked to say."""
    orders = list(_orders(case))
    if not orders:
        return
    reply = case.text
    allowed = _words(" ".join([case.business.name, *(contact.text for contact in case.business.contacts)]))
    for order, genuine in orders:
        for lure in _lures(order):
            at = reply.lower().find(lure.lower())
            if at >= 0 and lure.lower() not in genuine.lower() and not _words(lure) <= allowed:
                yield G35.block_sentence(case, at, at + len(lure), "says what an instruction in the review asked for")
                return
        for span in case.view.sentences:
            if _follows(reply[span.start : span.end], order, genuine):
                yield G35.block_sentence(case, *span, "says what an instruction in the review asked for")
                return


def _orders(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each part of the review that instructs a writer, with the rest, which is the genuine review."""
    fields = [case.review.title, case.review.text, case.review.positive, case.review.negative, case.review.author or ""]
    text = plain("\n".join(field for field in fields if field)).text
    decoded = [*_decoded(text)]
    whole = text + "".join(f"\n{line}" for line in decoded)
    spans = sentences(whole)
    folded = fold(whole)
    told = [_is_order(whole, folded, span) for span in spans]
    if decoded:
        told = [is_order or whole[span.start : span.end] in decoded for is_order, span in zip(told, spans, strict=True)]
    if not any(told):
        return
    first = told.index(True)
    order = " ".join(
        whole[span.start : span.end]
        for at, span in enumerate(spans)
        if told[at] or (at > first and at - 1 <= _last(told))
    )
    genuine = " ".join(whole[span.start : span.end] for at, span in enumerate(spans) if not told[at] and at < first)
    yield order, genuine


def _is_order(text: str, folded: Folded, span: Span) -> bool:
    """Say whether a sentence instructs a writer; one that tells what somebody else was told to do does not."""
    if _RETOLD.search(text, span.start, span.end):
        return False
    is_long = len(text[span.start : span.end].split()) >= _LEAST_OF_ORDER
    is_steered = is_long and is_steering(line_of(TextField.TEXT, folded, span.start, span.end))
    return is_steered or bool(_INSTRUCTS.search(text, max(0, span.start - 1), span.end))


_LEAST_OF_ORDER: Final = 4
"""Words of an order that is hidden: fewer read backwards by chance ("dog fee surprise")."""


def _last(told: list[bool]) -> int:
    return max(at for at, is_order in enumerate(told) if is_order)


def _decoded(text: str) -> Iterator[str]:
    """Yield what encoded parts say."""
    for at in _ENCODED.finditer(text):
        raw = at[0] + "=" * (-len(at[0]) % 4)
        try:
            said = base64.b64decode(raw, validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            continue
        if said.isprintable():
            yield said
    for at in _HEX.finditer(text):
        try:
            said = bytes.fromhex(at[0].replace(" ", "")).decode("utf-8")
        except (ValueError, UnicodeDecodeError):
            continue
        if said.isprintable():
            yield said
    turned = codecs.decode(text, "rot13")
    if _ROT.search(turned):
        yield turned


_ROT: Final = compiled(
    r"\b(?:ignore|instructions?|reply with|you are now|system|prompt)\b[^.!?]{0,60}\b(?:the|and|with|your|all"
    r"|this|that|say|to)\b"
)


def _lures(order: str) -> Iterator[str]:
    """Yield what an instruction wants to be posted: links, addresses, codes, and what stands in quotes."""
    for pattern in (LINK, EMAIL, _LURE):
        for at in pattern.finditer(order):
            if at[0] not in _SHOUTED and not _words(at[0]) <= _EVERYDAY:
                yield at[0].rstrip(".,;:!?")
    for at in re.finditer(r"[\"'(\[<]([^\"'()\[\]<>\n]{4,120})[\"')\]>]", order):
        if len(at[1].split()) > 1 or not at[1].islower():
            yield at[1].strip(" .!")


_SHOUTED: Final = frozenset(
    [
        "SYSTEM",
        "IGNORE",
        "ADMIN",
        "PROMPT",
        "INSTRUCTION",
        "INSTRUCTIONS",
        "ASSISTANT",
        "REPLY",
        "OVERRIDE",
        "REVIEW",
        "IMPORTANT",
        "NOTE",
        "EVERYTHING",
    ]
)


def _words(text: str) -> set[str]:
    return {word.lower().removesuffix("'s")[:5] for word in _TOKEN.findall(text)} - _SMALL


def _follows(sentence: str, order: str, genuine: str) -> bool:
    """Say whether a sentence carries an instruction out: it is made of its words, and not of the genuine review's."""
    mine = [word.lower() for word in _TOKEN.findall(sentence)]
    theirs = [word.lower() for word in _TOKEN.findall(order)]
    runs = {tuple(theirs[at : at + _RUN]) for at in range(len(theirs) - _RUN + 1)}
    if any(
        tuple(mine[at : at + _RUN]) in runs and not set(mine[at : at + _RUN]) <= _SMALL
        for at in range(len(mine) - _RUN + 1)
    ):
        return True
    telling = _words(sentence)
    shared = (telling & _words(order)) - _words(genuine) - _EVERYDAY
    return len(shared) >= _MIN_SHARED and len(shared) / max(1, len(telling)) >= _SHARE


_EVERYDAY: Final = frozenset(
    word[:5]
    for word in [
        "sorry",
        "thank",
        "app",
        "room",
        "food",
        "order",
        "team",
        "owner",
        "help",
        "mail",
        "contact",
        "page",
        "staff",
        "customer",
        "hotel",
        "shop",
        "account",
        "card",
        "money",
    ]
)

RULES: Final = (obeyed,)
