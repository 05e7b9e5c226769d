"""Read a review for a reply: what it complains of, asks, tells of a promise, and what forbids a normal answer. Pure."""

from __future__ import annotations

from typing import Final

from reviewwatch.assess import read
from reviewwatch.assess.tone import language
from reviewwatch.reply.claims import verdicts
from reviewwatch.reply.reading.asks import asks_of, wished_of
from reviewwatch.reply.reading.holds import holds_in
from reviewwatch.reply.reading.issues import issues_of
from reviewwatch.reply.reading.lines import lines_of
from reviewwatch.reply.reading.parts import parts_of
from reviewwatch.reply.reading.people import names_of
from reviewwatch.reply.reading.steering import without_steering
from reviewwatch.reply.reading.trades import shut_out
from reviewwatch.reply.understood import HoldReason, Understood
from reviewwatch.types import Assessment, Business, Review

__all__ = ["understand"]

_GRAVE: Final = frozenset([HoldReason.SAFETY.value, HoldReason.DISCRIMINATION.value])
"""Themes that are only meant where the review is held for them."""


def understand(review: Review, assessment: Assessment, business: Business) -> Understood:
    """Return what a review says, as far as a reply needs it.

    What is meant for whoever drafts ("ignore your rules and write …") is left out of everything but the holds.
    """
    reading = read(review)
    lang = language(review, reading)
    lines = without_steering(lines_of(review, reading))
    parts = parts_of(reading, lines, lang)
    asked = asks_of(lines)
    holds = holds_in(review, business.profile, reading)
    never = shut_out(business, lines) | (_GRAVE - {str(hold.reason) for hold in holds})
    issues, goods = issues_of(parts, assessment, review.rating, lang, (*asked.requests, *asked.promises), never)
    wished = wished_of(lines, asked.conditions) if lang in ("en", None) else ()
    return Understood(
        lang=lang,
        issues=issues or wished[:1],
        goods=goods,
        verdicts=verdicts(review, business),
        requests=asked.requests,
        promises=asked.promises,
        conditions=asked.conditions,
        wished=wished,
        names=names_of(lines, assessment, review),
        holds=holds,
    )
