"""How likely a detractor wrote a review, from its stars and the tone of its text.

    p = 1 / (1 + exp(-(stars - 1.8 * tone)))       with stars, and a tone where there is one
    p = 1 / (1 + exp(-3.0 * (0.17 - tone)))        without stars

Set by hand, not fitted to any set of reviews. What they are meant to do: one and two stars are a detractor's whatever
the words, three lean to one, four become one by clearly unhappy words, five never. That text and stars disagree is
told apart.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import exp
from typing import Final

from reviewwatch.types import Band, Rating, RatingKind

# Log odds by share of the scale, straight lines between.
_STARS: Final = ((0.0, 3.0), (0.25, 2.0), (0.5, 0.4), (0.75, -0.9), (1.0, -3.0))
# Answers from 0 to 10 to "would you recommend us?": 0 to 6 are detractors and 9 and 10 promoters by definition.
# Source: Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
_SURVEY: Final = ((0.0, 3.0), (0.6, 0.9), (0.7, -0.4), (0.8, -0.9), (0.9, -2.2), (1.0, -3.0))

_TONE: Final = 1.8
# Most complaints are worded mildly, so even odds stand above a neutral tone.
_EVEN_TONE: Final = 0.17
_UNRATED_TONE: Final = 3.0

_DETRACTOR: Final = 0.5
_PASSIVE: Final = 0.22


def p_detractor(rating: Rating | None, tone: float | None) -> float | None:
    """Return 0..1, or None where there are neither stars nor a text that could be read.

    Args:
        tone: Mean over the sentences, -1 to 1; None where the text could not be scored.
    """
    if rating is None:
        return None if tone is None else _logistic(_UNRATED_TONE * (_EVEN_TONE - tone))
    return _logistic(_of_stars(rating) - _TONE * (tone or 0.0))


def band(p: float | None) -> Band:
    """Return the verdict that goes with a probability."""
    if p is None:
        return Band.UNSCORED
    if p >= _DETRACTOR:
        return Band.DETRACTOR
    return Band.PASSIVE if p >= _PASSIVE else Band.PROMOTER


def rating_clause(rating: Rating) -> str:
    """Return a rating as a person says it: `1 of 5 stars`, `4 of 10`, `not recommended`."""
    if rating.kind is RatingKind.BINARY:
        return "recommended" if rating.share >= 0.5 else "not recommended"
    value = _of(rating.value, rating.best)
    if rating.kind is RatingKind.STARS:
        return f"{value} stars"
    return f"{value} in a survey" if rating.kind is RatingKind.SURVEY else value


@lru_cache(maxsize=1024)
def _of(value: float, best: float) -> str:
    return f"{value:g} of {best:g}"


def _of_stars(rating: Rating) -> float:
    points = _SURVEY if rating.kind is RatingKind.SURVEY else _STARS
    share = min(max(rating.share, 0.0), 1.0)
    for (left, low), (right, high) in pairwise(points):
        if share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return points[-1][1]


def _logistic(odds: float) -> float:
    return 1.0 / (1.0 + exp(-odds))
