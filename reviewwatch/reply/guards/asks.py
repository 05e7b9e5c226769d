"""What a reply must not ask of the reviewer: a better rating, or that the review goes away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.guards.wording import ASK, CHANGE, ITS, POST, REMOVE, REMOVED, without_thanks
from reviewwatch.reply.platforms import Ban
from reviewwatch.types import Finding

_G03: Final = Law("G03", "Google Play (do not ask for a higher rating), Trustpilot, Yelp: do not ask to change one")
_G04: Final = Law("G04", "16 CFR 465.7 and every platform: do not ask to remove a review")

_BETTER: Final = (
    r"(?:higher|better|more|another|five|5|full|good|positive|fifth|5th|missing|extra)[ -]?"
    r"(?:stars?|score|rating|review)"
)
_RATING_ASK: Final = compiled(
    rf"\b{ASK}[^.!?]{{0,80}}?\b(?:{CHANGE}|revisit\w*){ITS}(?:reviews?|ratings?|stars?|score)\b",
    rf"\b{ASK}[^.!?]{{0,60}}?\b(?:giv|leav|earn|get|award|rat|deserv|win)\w*(?: \w+){{0,3}}? {_BETTER}\b",
    r"\b(?:higher|better) (?:rating|score|stars)\b[^.!?]{0,40}?\b(?:would|could|if|helps?)\b",
    r"\b(?:deserves?|worth|earn(?:ed)?|hop(?:e|ing) for|win back) (?:\w+ ){0,2}"
    r"(?:another|one more|a few more|that fifth|the fifth|the missing) stars?\b",
    r"\bmean (?:a lot|the world)[^.!?]{0,20}\bif you (?:updated?|changed?|raised?)\b",
    r"\bre-?rate\b",
    r"\brate us (?:again|higher|better|five|5)\b",
)
_CHANGE_IT: Final = compiled(rf"\b(?:would|could|can|will) you(?: \w+){{0,2}}? {CHANGE} (?:it|them|that)\b")
_RATING: Final = compiled(r"\b(?:reviews?|ratings?|stars?|score)\b")


def rating_ask(case: Case) -> Iterator[Finding]:
    """G03: a request to raise or change a rating."""
    text = without_thanks(case.text)
    found = _RATING_ASK.search(text)
    if found is None and (of_it := _CHANGE_IT.search(text)):
        found = of_it if _RATING.search(text, *_sentence(case, of_it.start())) else None
    if found:
        make = _G03.block if Ban.RATING_ASKS in case.platform.bans else _G03.warn
        yield make(case, *found.span(), "asks to change the rating or the review")


def _sentence(case: Case, place: int) -> tuple[int, int]:
    return next((span for span in case.view.sentences if span[0] <= place < span[1]), (0, len(case.text)))


_REMOVAL_ASK: Final = compiled(
    rf"\b{ASK}[^.!?]{{0,60}}?\b{REMOVE}{ITS}(?:{POST}|words)\b",
    rf"\b{ASK}[^.!?]{{0,60}}?\btak(?:e|ing)(?:{ITS}(?:{POST})| it| this| that)\s+down\b",
    r"(?:^|[.!?]\s+)take (?:this|it|that) down\b",
    rf"\b(?:{POST}|this|it)\b[^.!?]{{0,30}}?\b(?:must|should|has to|have to|needs to|need to|to) be {REMOVED}\b",
    rf"\b(?:insist|demand|require|request|ask)\w* (?:that )?(?:this |your |the )?{POST} (?:is|be|are) {REMOVED}\b",
)


def removal_ask(case: Case) -> Iterator[Finding]:
    """G04: a request to take the review away."""
    found = _REMOVAL_ASK.search(without_thanks(case.text))
    if found:
        yield _G04.block(case, *found.span(), "asks to remove the review")


RULES: Final = (rating_ask, removal_ask)
