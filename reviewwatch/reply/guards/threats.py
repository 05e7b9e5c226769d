"""Threats: the law is never held over a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.types import Finding

_G05: Final = Law("G05", "16 CFR 465.7: no legal threats to prevent or remove a review")

_COUNSEL: Final = (
    r"(?:lawyers?|solicitors?|attorneys?|legal (?:team|department|counsel|advis[eo]rs?)|counsel|barristers?)"
)
# "Sue", "Court Street" and "the right to a refund" are harmless: every phrase has an actor or a threat in it.
_LEGAL: Final = compiled(
    rf"\b(?:hear\w*|letter|notice|word|contact\w*) (?:soon )?(?:from|by) (?:our|the|my) {_COUNSEL}\b",
    rf"\b(?:our|my) {_COUNSEL} (?:will|is|are|has|have|would|may|shall)\b",
    rf"\b(?:consult|instruct|contact|brief)\w* (?:our|a|my) {_COUNSEL}\b",
    r"\b(?:pass|forward|refer|escalat|hand|sen[dt]|spok|speak|talk|report)\w*\b"
    rf"[^.!?]{{0,30}}? (?:to|with) (?:our|a|my) {_COUNSEL}\b",
    r"\blegal (?:action|steps|proceedings|consequences|measures|claim)\b",
    r"\bpursu(?:e|ing)\b[^.!?]{0,20}\b(?:legally|in court)\b",
    r"\bcease[ -]and[ -]desist\b",
    r"\b(?:see|take|taking) you (?:in|to) court\b",
    r"\bdefam(?:ation|atory|e|ing)\b",
    r"\blibel\w*",
    r"\bslander\w*",
    r"\blawsuit\b",
    r"\b(?:held )?liable for (?:your|these|such|any|false)\b",
    r"\bwe(?:'ll)?(?: \w+){0,4}? (?:prosecute|(?-i:sue|SUE))\b",
    r"\breserve (?:all )?(?:of )?our (?:legal )?rights\b",
)


def legal_threat(case: Case) -> Iterator[Finding]:
    """G05: the law held over the reviewer."""
    found = _LEGAL.search(case.text)
    if found:
        yield _G05.block(case, *found.span(), "threatens with the law, or can be read so")


RULES: Final = (legal_threat,)
