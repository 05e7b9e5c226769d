"""Dates, amounts, rooms and places in what a reply tells of the author: only those that the review holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.backing import Backing, backing_of
from reviewwatch.reply.guards.frames import frames
from reviewwatch.reply.guards.lexicon import known_words
from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.privacy import G09, HAPPENED, public_text
from reviewwatch.reply.guards.quantities import quantities
from reviewwatch.reply.guards.view import Case
from reviewwatch.text import Span
from reviewwatch.types import Finding

_OF_AUTHOR: Final = frames("""
    YOU ..1 ( were|have_been|got|had ) ..2 ( given|refunded|credited|reimbursed|sent|charged|offered )
    YOU ..4-can|could|may|will|would|should|might|COMMA|if ( RECORDED )
    YOUR ..3-COMMA ( crate|order|parcel|room|booking|table|flight|stay|visit|payment|card|account|subscription|
        appointment|ticket|invoice|bill|basket|reservation|delivery|refund|transfer|purchase|lamp|shelf|van|driver|
        night|evening|dinner|lunch|breakfast|party|trip|birthday|check_in|session|bestellung|zimmer|pedido|reserva|
        habitacion|wedding|deposit|device|phone|login|plan )
    ( for|to|with ) YOU ..1 ( on|at|in ) ..3
    ( delivered|shipped|sent|left|brought|dropped|posted|addressed|charged|refunded|
        dispatched|taken|deducted|knocked ) ..4 ( YOU|YOUR|to|at|
        for )
""")
_PLACED: Final = re.compile(
    r"\b(?:in|from|at|to|for|near|on|via|by) ((?:the )?[A-Z][a-z]{2,}(?: (?:[A-Z][a-z]+|of|the))*)"
)


def details(case: Case) -> Iterator[Finding]:
    """G09: a date, an amount, a room or a place in what is said of the author that the review does not hold."""
    backing = backing_of(case)
    seen: set[int] = set()
    for span in case.found(_OF_AUTHOR):
        sentence = case.sentence_at(span.start)
        if sentence.start in seen:
            continue
        seen.add(sentence.start)
        if detail := _detail(case, sentence, backing):
            yield G09.block_sentence(case, *sentence, f"tells of the author what the review does not hold: {detail}")
            return


def _detail(case: Case, sentence: Span, backing: Backing) -> str:
    """Return a date, a number or a place of the sentence that is not public, empty for none."""
    words = case.text[sentence.start : sentence.end]
    is_past = bool(HAPPENED.search(words))
    for one in quantities(words):
        is_held = backing.holds(one.value, words) or not case.context.has_business
        is_counted = one.is_measure or bool(_CONSUMED.search(words[: one.start]))
        if is_past and is_counted and one.value not in backing.review and not is_held:
            return words[one.start : one.end]
    public = public_text(case)
    for at in _PLACED.finditer(words) if is_past and case.context.has_business else ():
        name = at[1].removeprefix("the ")
        if not any(
            part.lower() in public or part.lower() in known_words()
            for part in name.split()
            if part not in ("of", "the")
        ):
            return name
    return ""


_CONSUMED: Final = compiled(
    r"\byou (?:\w+ )?(?:drank|ate|ordered|booked|bought|brought|smoked|emptied|opened|rang|called) (?:\w+ )?$"
)


RULES: Final = (details,)
