"""Personal data: nothing of a person that the public review does not hold, and no asking for it where all can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.patterns import EMAIL, LINK, any_of, compiled, digits, phones
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding, TextField

_G09: Final = Law("G09", "GDPR art. 5 and 6, Tripadvisor: nothing about a person that is not in the public review")
_G15: Final = Law("G15", "GDPR art. 5(1)(f): no asking for personal data where all can read the answer")
_G16: Final = Law("G16", "Nobody honest asks for a secret; whoever reads it learns to trust those who do")

_LONG_NUMBER: Final = re.compile(r"(?<![a-zA-Z\d])\d{5,}")
_NUMBERED: Final = compiled(
    r"\b(?:room|order|booking|reservation|ticket|case|invoice|account|flight|policy|reference|ref|table|seat|apartment"
    r"|suite)(?: (?:no|number|nr|id|code))?\.?:? ?#? ?([a-z]{0,4}-?\d[\w-]*)"
)
_RECORDS: Final = compiled(
    r"\b(?:our|the) (?:records?|system|files?|logs?) (?:show|say|indicate|tell|confirm)s?\b",
    r"\baccording to (?:our|the) (?:records?|system|files|logs)\b",
    r"\bwe (?:can )?see (?:in|from) (?:our|your) (?:records?|system|account|profile|file|booking)\b",
    r"\byour account (?:is|was|has been|got) (?:frozen|blocked|suspended|closed|locked|restricted|flagged|under)\b",
)


def personal_data(case: Case) -> Iterator[Finding]:
    """G09: numbers and records about a person that the public review does not hold."""
    public = _public_numbers(case)
    taken = [at.span() for pattern in (EMAIL, LINK) for at in pattern.finditer(case.text)]
    taken += phones(case.text)
    for at in _LONG_NUMBER.finditer(case.text):
        if at.group() not in public and not _overlaps(at.span(), taken):
            taken.append(at.span())
            yield _G09.block(case, *at.span(), "is a number that neither the review nor a configured contact holds")
    for at in _NUMBERED.finditer(case.text):
        number = digits(at.group(1))
        if len(number) > 1 and number not in public and not _overlaps(at.span(), taken):
            yield _G09.block(case, *at.span(), "names a number that the review does not hold")
    for at in _RECORDS.finditer(case.text):
        yield _G09.block(case, *at.span(), "tells in public what your records say about a person")


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _public_numbers(case: Case) -> frozenset[str]:
    """Return every run of digits that the review, a configured contact or the brand's name holds."""
    known = [case.review.field(name) for name in TextField] + [contact.text for contact in case.business.contacts]
    known += [case.review.author or "", case.business.sign_off, case.business.name]
    return frozenset(run for text in known for run in re.findall(r"\d+", text))


_OF_WHAT: Final = (
    "phone|mobile|cell|contact|telephone|whatsapp|order|booking|reservation|account|ticket|policy|customer|invoice"
    "|confirmation|tracking|registered|id|passport|licen[cs]e"
)
_PERSONAL: Final = any_of(
    rf"(?:{_OF_WHAT})[ -]?(?:number|no\.?|id|reference|ref|details|mobile|e-?mail)s?\b",
    r"e-?mail (?:address|id)\b",
    r"full name",
    r"(?:home|postal) address",
    r"date of birth",
    r"birth ?date",
    r"(?:your|the) (?:phone|address|e-?mail|number)\b",
)
_ASKED_HERE: Final = compiled(
    r"\b(?:what is|what's|(?:could|may|can) we have|we(?:'ll| will)? need|reply|respond|comment|post|answer|share|leave"
    r"|drop|provide|tell us|let us know|give us|send us|write|confirm|mention|state)\b"
    rf"\b[^.!?\n]{{0,60}}?\b{_PERSONAL}"
)
_PRIVATELY: Final = compiled(
    r"\bprivate(?:ly)?\b",
    r"\bdirect message",
    r"\bDM\b",
    r"\b(?:by|via|through|in|per) (?:an? |the |our )?(?:e-?mail|phone|mail|app|chat|contact form|form|message)",
    r"\be-?mail (?:us|me|to)\b",
    r"\b(?:send|drop|write) (?:us|me) an? (?:e-?mail|message|line)\b",
    r"\bcall us\b",
    r"\bwrite to\b",
    r"\bcontact form\b",
    r"\bin[- ]app\b",
    r"\bsupport chat\b",
    r"\bhelp ?cent(?:er|re)\b",
)
_DENIED: Final = compiled(r"\b(?:never|not|don't|won't|nobody|no one|without)\b")


_OPENLY: Final = compiled(
    r"\b(?:here|below|in (?:the|a|your) (?:comments?|reply|review|thread)|to this (?:reply|post|comment))\b"
)


def public_ask(case: Case) -> Iterator[Finding]:
    """G15: a request for personal data with no private way to give it, in the sentence or the one before."""
    before = 0
    for start, end in case.windows(1):
        found = _ASKED_HERE.search(case.text, start, end)
        reach = start if _OPENLY.search(case.text, start, end) else before
        if found and not _DENIED.search(case.text, start, found.end()) and not _is_private(case.text[reach:end]):
            yield _G15.block(case, *found.span(), "asks for personal data where everybody can read the answer")
        before = start


def _is_private(sentence: str) -> bool:
    return bool(_PRIVATELY.search(sentence) or EMAIL.search(sentence) or LINK.search(sentence) or any(phones(sentence)))


_SECRETS: Final = any_of(
    r"passwords?",
    r"pass ?codes?",
    r"otp",
    r"one[- ]time (?:code|password|pin)",
    r"pin(?: (?:code|number))?",
    r"cv[vc]",
    r"(?:security|verification) code",
    r"code (?:that |which )?(?:was |we |you |you've )?(?:sent|received|got)",
    r"login (?:data|details|credentials)",
    r"credentials",
    r"(?:full |credit |debit )?card (?:details|number)",
    r"(?:both|two) sides of (?:your|the) (?:card|id|passport)",
    r"social security number",
    r"ssn",
    r"bank details",
)
_ASKED: Final = compiled(
    r"\b(?:send|share|tell|give|provide|reply|e-?mail|text|confirm|submit|message|dm|forward|state|supply|need"
    r"|what is)\b"
    rf"[^.!?\n]{{0,50}}?\b{_SECRETS}\b"
)


def secret_ask(case: Case) -> Iterator[Finding]:
    """G16: a request for a password, a code or card data, in public or not."""
    for start, end in case.windows(1):
        found = _ASKED.search(case.text, start, end)
        if found and not _DENIED.search(case.text, start, found.end()):
            yield _G16.block(case, *found.span(), "asks for a password, a code or card data")


RULES: Final = (personal_data, public_ask, secret_ask)
