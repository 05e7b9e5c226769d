"""Which threshold keeps a budget: so many flags a day, or so few detractors missed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from reviewwatch.config.budgets import Budget

MIN_REVIEWS: Final = 50
MIN_DAYS: Final = 7.0
"""Below either, the next week may look like anything."""
MIN_UNHAPPY: Final = 30
"""Decisions on detractors below which what was missed is estimated instead of counted."""
STEPS: Final = tuple(step / 100 for step in range(1, 100))


class Score(NamedTuple):
    """What one recent review got.

    Attributes:
        p: Probability of a detractor, None where nothing could be judged.
        is_flagged_anyway: Another rule flags it, whatever the threshold.
        is_unhappy: What a person decided; None where nobody did.
    """

    p: float | None
    is_flagged_anyway: bool
    is_unhappy: bool | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a threshold would mean.

    Attributes:
        n_a_day: Reviews flagged.
        missed: Share of the detractors that stay unflagged, 0..1; None where nothing tells.
        is_counted: By people's decisions; else expected from the probabilities, if they mean what they say.
    """

    threshold: float
    n_a_day: float
    missed: float | None
    is_counted: bool


def outlook(scores: Sequence[Score], days: float, threshold: float) -> Outlook:
    """Return what a threshold would have meant for these reviews.

    Args:
        days: That they came in.
    """
    n_flagged = sum(_is_flagged(score, threshold) for score in scores)
    missed, is_counted = _missed(scores, threshold)
    return Outlook(threshold, n_flagged / days, missed, is_counted)


def choose(scores: Sequence[Score], days: float, budget: Budget) -> Outlook | None:
    """Return the threshold in hundredths that keeps a budget and misses or costs the least; None if none keeps it.

    For so many flags a day it is the lowest that stays within them, for a share that may be missed the highest.
    """
    # Both only ever go one way with the threshold, so half of what is left is looked at each time.
    if budget.n_a_day is not None:
        at = bisect_left(STEPS, -budget.n_a_day, key=lambda step: -outlook(scores, days, step).n_a_day)
        return outlook(scores, days, STEPS[at]) if at < len(STEPS) else None
    if budget.missed is None or _missed(scores, STEPS[0])[0] is None:
        return None
    at = bisect_right(STEPS, budget.missed, key=lambda step: _missed(scores, step)[0] or 0.0)
    return outlook(scores, days, STEPS[at - 1]) if at else None


def why_too_few(n: int, days: float) -> str | None:
    """Return why these reviews cannot tell what comes, None where they can."""
    if n < MIN_REVIEWS:
        return f"too few recent reviews to say: {n}, where it takes {MIN_REVIEWS}"
    if days < MIN_DAYS:
        return f"too few days of reviews to say: {days:.1f}, where it takes {MIN_DAYS:g}"
    return None


def _is_flagged(score: Score, threshold: float) -> bool:
    return score.is_flagged_anyway or (score.p is not None and score.p >= threshold)


def _missed(scores: Sequence[Score], threshold: float) -> tuple[float | None, bool]:
    unhappy = [score for score in scores if score.is_unhappy]
    if len(unhappy) >= MIN_UNHAPPY:
        return sum(not _is_flagged(score, threshold) for score in unhappy) / len(unhappy), True
    expected = sum(score.p for score in scores if score.p is not None)
    if not expected:
        return None, False
    missed = sum(score.p for score in scores if score.p is not None and not _is_flagged(score, threshold))
    return missed / expected, False
