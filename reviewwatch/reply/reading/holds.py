"""Why a trained person answers a review, or nobody does."""

from __future__ import annotations

from reviewwatch.assess import assess
from reviewwatch.reply.understood import Hold, HoldReason
from reviewwatch.reply.reading.lines import lines_of
from reviewwatch.types import Profile, Review, Sensitivity

_BY_SENSITIVITY = {
    Sensitivity.SELF_HARM: HoldReason.SELF_HARM,
    Sensitivity.MINORS: HoldReason.MINORS,
    Sensitivity.SAFETY: HoldReason.SAFETY,
    Sensitivity.DISCRIMINATION: HoldReason.DISCRIMINATION,
    Sensitivity.EXTORTION: HoldReason.EXTORTION,
    Sensitivity.LEGAL: HoldReason.LITIGATION,
}


def holds_in(review: Review, profile: Profile) -> tuple[Hold, ...]:
    """Return each reason to hold a review, the gravest first, with where it shows.

    Args:
        profile: The duties of the business's trade: what a clinic may not say, a hotel may.
    """
    if not any(line.stems for line in lines_of(review)):
        return (Hold(HoldReason.NO_TEXT),)
    kind = assess(review).sensitivity
    return (Hold(_BY_SENSITIVITY[kind]),) if kind in _BY_SENSITIVITY else ()
