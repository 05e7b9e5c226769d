"""What each sentence of a reply answers, and what allows it to be said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reviewwatch.cli.output import safe
from reviewwatch.text import sentences
from reviewwatch.types import Business, DraftSentence, Review, TextField

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket

OWN_WORDS: Final = "your own words"
_PLACE: Final = re.compile(r"review:(\w+):(\d+)-(\d+)")
_MAX_QUOTED: Final = 60


def sentences_of(ticket: Ticket, text: str) -> list[tuple[str, str]]:
    """Return the sentences of a text in order, each with its licence in words; those of nobody else are own words."""
    known = {one.text: one for draft in ticket.suggestion.drafts for one in draft.sentences}
    found: list[tuple[str, str]] = []
    rest = text
    for draft in ticket.suggestion.drafts:
        if draft.text == text and draft.sentences:
            return [(one.text, licence_words(one, ticket)) for one in draft.sentences]
    for start, end in sentences(rest):
        words = rest[start:end].strip()
        if words:
            found.append((words, licence_words(known[words], ticket) if words in known else OWN_WORDS))
    return found


def licence_words(sentence: DraftSentence, ticket: Ticket) -> str:
    """Return what allows a sentence: the words that it answers, the fact, the remedy, the contact, or courtesy."""
    words = [_words(one, ticket.stored.review, ticket.business) for one in sentence.licence]
    return f"{sentence.move}: {', '.join(dict.fromkeys(words))}"


def _words(licence: str, review: Review, business: Business) -> str:
    place = _PLACE.fullmatch(licence)
    if place:
        told = safe(review.field(TextField(place[1]))[int(place[2]) : int(place[3])])
        return f"answers “{told[:_MAX_QUOTED]}{'…' if len(told) > _MAX_QUOTED else ''}”"
    kind, _, name = licence.partition(":")
    if kind == "fact":
        return next(
            (f"fact {safe(name)} ({_told(one.source)})" for one in business.facts if one.fact_id == name), licence
        )
    if kind == "remedy":
        return next(
            (f"remedy {safe(name)} ({_told(one.owner)})" for one in business.remedies if one.remedy_id == name), licence
        )
    return safe(licence.replace(":", " ", 1))


def _told(words: str) -> str:
    return safe(words) or "no source given"
