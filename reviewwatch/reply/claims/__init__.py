"""Claims of a review beside the dated facts of a business: contradicted, supported, outdated or unknown. Pure."""

from __future__ import annotations

from datetime import date

from reviewwatch.reply.claims.statements import day_of, find
from reviewwatch.reply.claims.verify import verify
from reviewwatch.reply.understood import Verdict
from reviewwatch.types import Business, Review

__all__ = ["find", "verdicts", "verify"]


def verdicts(review: Review, business: Business, day: date | None = None) -> tuple[Verdict, ...]:
    """Return each claim of a review beside the facts valid on its day, in the order of the text.

    Args:
        day: On which the claims count where their words date no event; else the review's day in the business's time
            zone. Without either nothing is contested.
    """
    today = day or day_of(review, business)
    return tuple(verify(claim, business.facts, today) for claim in find(review, business, today))
