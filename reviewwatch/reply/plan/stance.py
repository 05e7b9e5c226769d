"""Where a reviewer stands, which decides between sorry and thanks. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from reviewwatch.reply.understood import Understood
from reviewwatch.types import Assessment, Band, Review

_COMPLAINT: Final = 0.5
_HIGH_RATING: Final = 0.5


class Stance(StrEnum):
    """How a review as a whole is meant."""

    COMPLAINT = "complaint"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    PRAISE = "praise"


def stance_of(review: Review, assessment: Assessment, understood: Understood) -> Stance:
    """Return how a review is meant.

    A passive, and a promoter at risk, is mixed: there is good to credit and something to ask. Low stars are a
    complaint; under high stars the words count, for a slip of the finger is likelier.
    """
    p, share = assessment.p_detractor, review.rating.share if review.rating else None
    has_issue = bool(understood.issues)
    if p is not None and p >= _COMPLAINT:
        return Stance.MIXED if share is not None and share >= _HIGH_RATING and understood.goods else Stance.COMPLAINT
    if assessment.is_conflict and has_issue:
        return Stance.COMPLAINT
    if assessment.is_at_risk or has_issue:
        return Stance.MIXED
    if assessment.band is Band.PROMOTER:
        return Stance.PRAISE
    return Stance.NEUTRAL if review.rating is None else Stance.MIXED
