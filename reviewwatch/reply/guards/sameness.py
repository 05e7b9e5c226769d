"""A reply beside the review and the last replies: copied from neither, and about something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from reviewwatch.reply.guards.backing import stem
from reviewwatch.reply.guards.patterns import EMAIL, LINK
from reviewwatch.reply.guards.plain import plain
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.text import Span
from reviewwatch.types import Finding

G20: Final = Law("G20", "Tripadvisor: no snippets of the review; repeating an accusation publishes it again")
G30: Final = Law("G30", "Ananthakrishnan and others 2023: those who answer with canned text improve less")
G37: Final = Law("G37", "Min, Lim and Magnini 2015: naming the complaint is what satisfies; a form letter does not")
G42: Final = Law("G42", "The brand's own voice, as configured (`avoid`)")

_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTED: Final = 6
_PRAISE: Final = 0.75
"""Share of a rating from which repeating a review harms nobody."""
_SWEARS: Final = frozenset(
    [
        "fuck",
        "fucking",
        "fucked",
        "shit",
        "shitty",
        "shitshow",
        "crap",
        "crappy",
        "bullshit",
        "damn",
        "damned",
        "bloody",
        "arse",
        "ass",
        "asshole",
        "bastard",
        "bitch",
        "piss",
        "pissed",
        "bollocks",
        "wanker",
        "dick",
        "prick",
        "goddamn",
        "scheisse",
        "mierda",
        "cabron",
        "puta",
        "verdammt",
        "sucks",
        "suck",
        "hell",
    ]
)


# What carries a sentence or is always said so: a run that is made of it mostly is nobody's own words.
_CARRIERS: Final = frozenset([
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "i", "we", "you", "he", "she", "they", "me",
    "us", "him", "her", "them", "my", "our", "your", "his", "their", "mine", "is", "are", "was", "were", "be", "been",
    "being", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "should", "not", "no",
    "nor", "and", "or", "but", "so", "if", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on", "out",
    "over", "to", "up", "down", "with", "about", "after", "again", "all", "also", "any", "before", "both", "each",
    "every", "here", "there", "how", "just", "more", "most", "much", "only", "other", "some", "still", "such", "than",
    "then", "too", "until", "very", "what", "when", "where", "which", "while", "who", "why", "yet", "nobody",
    "nothing", "anyone", "anything", "everything", "never", "always", "isn't", "wasn't", "didn't", "don't",
    "couldn't",
])  # fmt: skip
_SET_PHRASES: Final = re.compile(
    r"\b(?:out of (?:order|stock|date|use|reach|hours)|(?:on|in|by|at|for|all|over) (?:the )?(?:time|end|way|whole|"
    r"weekend|week|day|night|moment|same|least|first|last|once)|as soon as possible|worth it|a (?:lot|bit|few|couple)"
    r" of|half an hour|hours? late|at all|of course|for example|in advance|in person)\b",
    re.IGNORECASE,
)
_MIN_OWN: Final = 3
"""Words of a run that must be the reviewer's own before it counts as a quotation."""


def _is_own(text: str, words: list[tuple[str, Span]]) -> bool:
    """Say whether enough of a run of words is more than what carries a sentence, and no set phrase."""
    set_phrases = [at.span() for at in _SET_PHRASES.finditer(text, words[0][1].start, words[-1][1].end)]
    own = [
        word
        for word, span in words
        if word not in _CARRIERS and not any(start <= span.start < end for start, end in set_phrases)
    ]
    return len(own) >= _MIN_OWN


def quote(case: Case) -> Iterator[Finding]:
    """G20: six words of the review in a row that are not mostly function words or set phrases, or its swear words."""
    is_praise = case.review.rating is not None and case.review.rating.share >= _PRAISE
    make = G20.block_sentence if Ban.QUOTES in case.platform.bans and not is_praise else G20.warn_sentence
    review = [word for word, _ in _tokens(plain(case.review_text).text)]
    if not review:
        return
    runs = {tuple(review[at : at + _QUOTED]) for at in range(len(review) - _QUOTED + 1)}
    mine = _tokens(case.text)
    for at in range(len(mine) - _QUOTED + 1):
        run = mine[at : at + _QUOTED]
        if tuple(word for word, _ in run) in runs and _is_own(case.text, run):
            yield make(case, mine[at][1].start, mine[at + _QUOTED - 1][1].end, "repeats the review word for word")
            return
    for word, span in mine:
        if word in _SWEARS and word in review:
            yield make(case, *span, "repeats the review's swear word")
            return


def _tokens(text: str) -> list[tuple[str, Span]]:
    return [(at[0].lower(), Span(*at.span())) for at in _TOKEN.finditer(text)]


_BLOCKED: Final = 0.8
_WARNED: Final = 0.5
_OPENING: Final = 8
_LAST: Final = 20
_LAST_OPENINGS: Final = 10
_SHORT: Final = 15


def repetition(case: Case) -> Iterator[Finding]:
    """G30: a near-copy of one of the listing's last replies, or one of their openings.

    Thanks of under 15 words and approved texts may be said again: it warns at most.
    """
    mine = _bare(case.view.original, case.business.sign_off)
    if not mine or not case.context.recent:
        return
    end = len(case.view.original)
    likeness = max(
        (_jaccard(mine, _bare(one, case.business.sign_off)) for one in case.context.recent[:_LAST]), default=0.0
    )
    is_free = len(mine) < _SHORT or any(
        case.view.original.strip() == macro.text.strip() for macro in case.business.macros
    )
    if likeness >= _BLOCKED and not is_free:
        yield G30.block_original(0, end, f"is {likeness:.0%} the same as one of the last {_LAST} replies")
    elif likeness >= _WARNED and len(mine) >= _SHORT:
        yield G30.warn_original(0, end, f"is {likeness:.0%} the same as one of the last {_LAST} replies")
    elif likeness >= _BLOCKED and is_free and len(mine) >= _OPENING:
        yield G30.warn_original(0, end, "was said before; short thanks and approved texts may be")
    elif len(mine) >= _SHORT and any(_opens_alike(mine, one, case) for one in case.context.recent[:_LAST_OPENINGS]):
        start, stop = _opening_span(case)
        yield G30.warn(case, start, stop, f"opens with the same words as one of the last {_LAST_OPENINGS} replies")


def _opens_alike(mine: tuple[str, ...], other: str, case: Case) -> bool:
    theirs = _bare(other, case.business.sign_off)
    return len(theirs) >= _OPENING and mine[:_OPENING] == theirs[:_OPENING]


def _opening_span(case: Case) -> tuple[int, int]:
    tokens = _tokens(case.text)
    return 0, tokens[min(_OPENING, len(tokens)) - 1][1].end


_GREETED: Final = re.compile(
    r"^\s*(?:(?:dear|hi|hello|hey|hallo|hola|bonjour|liebe[rs]?|good (?:morning|afternoon"
    r"|evening))\b[^,.!?\n]{0,40}[,.!\n]|(?:thank you|thanks),? [A-Z][\w-]+(?= |,)(?! for))\s*"
    r"|(?<=[,;] )[A-Z][a-z]+(?=[,.!])",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def _bare(text: str, sign_off: str) -> tuple[str, ...]:
    """Return the words of a reply without greeting, contacts and sign-off."""
    said = plain(text.strip().removesuffix(sign_off.strip())).text if sign_off else plain(text).text
    said = LINK.sub(" ", EMAIL.sub(" ", _GREETED.sub(" ", said, count=1)))
    return tuple(at[0].lower() for at in _TOKEN.finditer(said))


def _jaccard(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if one == other:
        return 1.0
    first, second = _trigrams(one), _trigrams(other)
    return len(first & second) / len(first | second) if first and second else 0.0


@lru_cache(maxsize=256)
def _trigrams(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


@cache
def _form_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return what form letters are made of, and which of these name something where the review says them, too.

    A reply of such words alone names nothing. The second sort ends in `?` in the file: "our staff" is said in any form
    letter, and is an answer to a review about the staff.
    """
    text = files("reviewwatch.reply.guards").joinpath("packs", "form_letter.txt").read_text(encoding="utf-8")
    words = text.split()
    unsure = frozenset(word[:-1] for word in words if word.endswith("?"))
    return frozenset(word for word in words if not word.endswith("?")), unsure


_UNHAPPY: Final = 0.6


def generic(case: Case) -> Iterator[Finding]:
    """G37: a form letter in answer to a review that complains of something."""
    words = _bare(case.view.original, case.business.sign_off)
    if len(words) < _MIN_FORM or case.is_foreign() or not _complains(case):
        return
    contacts = {word for contact in case.business.contacts for word in _bare(contact.text, "")}
    names = {word for name in (case.business.name, case.business.listing_name) for word in _bare(name, "")}
    empty, unsure = _form_words()
    said = frozenset(stem(word) for word in _bare(case.review_text, ""))
    told = {word for word in words if not word[0].isdigit() and (word not in unsure or stem(word) in said)}
    told -= empty | contacts | names | _bare_set(case.review.author or "")
    if not told:
        yield G37.warn(case, 0, len(case.text), "names nothing of what the review complains of")


def _bare_set(text: str) -> set[str]:
    return set(_bare(text, ""))


_MIN_FORM: Final = 3


def _complains(case: Case) -> bool:
    rating = case.review.rating
    return len(case.review_text.split()) >= _MIN_FORM and (rating is None or rating.share < _UNHAPPY)


def unwanted_words(case: Case) -> Iterator[Finding]:
    """G42: a word that the brand's voice does not use."""
    for phrase in case.business.avoid:
        words = r"\s+".join(re.escape(word) for word in phrase.split())
        if words and (at := re.search(rf"(?<!\w){words}(?!\w)", case.text, re.IGNORECASE)):
            yield G42.warn(case, *at.span(), f"is what the brand's voice avoids: {phrase}")


RULES: Final = (quote, repetition, generic, unwanted_words)
