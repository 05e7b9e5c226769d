"""Read a review for a reply: what it complains of, asks, tells of a promise, and what forbids a normal answer. Pure."""

from __future__ import annotations

from reviewwatch.reply.reading.holds import holds_in
from reviewwatch.reply.understood import Issue, Place, Understood
from reviewwatch.types import Assessment, Business, Review

__all__ = ["understand"]


def understand(review: Review, assessment: Assessment, business: Business) -> Understood:
    """Return what a review says, as far as a reply needs it."""
    found = [
        Issue(one.theme, Place(one.field, one.start, one.end), one.polarity, 2)
        for one in sorted(assessment.themes, key=lambda one: one.polarity)
    ]
    return Understood(
        lang=assessment.lang,
        issues=tuple(one for one in found if one.polarity < 0),
        goods=tuple(one for one in found if one.polarity > 0),
        holds=holds_in(review, business.profile),
    )
