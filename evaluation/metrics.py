"""How well scores tell two kinds of reviews apart: the product's measures, and those that only sets need.

What cannot be said is NaN here, so that means and draws need no cases.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate, groupby
from math import isnan, nan
from typing import Final

from reviewwatch.sentiment import measures

Labels = Sequence[bool]
Scores = Sequence[float]

_NOTHING: Final[list[bool]] = []


def auc(labels: Labels, scores: Scores) -> float:
    """Return how often a detractor scores above another, ties counted half; NaN where one kind is missing."""
    return _or_nan(measures.auc(_judged(labels, scores)))


def calibration_error(labels: Labels, probabilities: Scores) -> float:
    """Return how far probabilities are from what came true, on average: ten bins of equal width (ECE)."""
    return _or_nan(measures.calibration_error(_judged(labels, probabilities)))


def f1(labels: Labels, scores: Scores, threshold: float) -> float:
    """Return the harmonic mean of precision and recall of what scores at least the threshold; 0 without a hit."""
    called = [score >= threshold for score in scores]
    hits = sum(1 for label, call in zip(labels, called, strict=True) if label and call)
    return 2 * hits / (sum(labels) + sum(called)) if hits else 0.0


def f1_at_all(labels: Labels, scores: Scores, thresholds: Sequence[float]) -> list[float]:
    """Return `f1` at each threshold, sorted once."""
    pairs = sorted(zip(scores, labels, strict=True))
    ordered = [score for score, _ in pairs]
    missed = [0, *accumulate(int(label) for _, label in pairs)]
    places = [bisect_left(ordered, threshold) for threshold in thresholds]
    total = missed[-1]
    return [2 * (total - missed[at]) / (total + len(pairs) - at) if total > missed[at] else 0.0 for at in places]


def precision_at_recall(labels: Labels, scores: Scores, recall: float) -> float:
    """Return the best precision of a threshold that finds at least so many of the detractors; NaN without any."""
    total, hits, called, best = sum(labels), 0, 0, 0.0
    pairs = sorted(zip(scores, labels, strict=True), reverse=True)
    for _, tied in groupby(pairs, key=lambda pair: pair[0]):
        kinds = [label for _, label in tied]
        hits, called = hits + sum(kinds), called + len(kinds)
        if total and hits >= recall * total:
            best = max(hits / called, best)
    return best or nan


def draws(measure: Callable[[Labels, Scores], float], labels: Labels, scores: Scores, n_draws: int) -> list[float]:
    """Return the measure of draws of as many reviews, drawn with replacement: a bootstrap."""
    drawn = measures.resampled(len(labels), n_draws)
    return [measure([labels[i] for i in own], [scores[i] for i in own]) for own in drawn]


def middle(values: Sequence[float]) -> tuple[float, float]:
    """Return where 95 of 100 values lie; NaN where there are none."""
    low, high = measures.middle([None if isnan(value) else value for value in values])
    return _or_nan(low), _or_nan(high)


def mean(values: Sequence[float]) -> float:
    """Return the mean of the values that there are; NaN where there are none."""
    known = [value for value in values if not isnan(value)]
    return sum(known) / len(known) if known else nan


def _judged(labels: Labels, scores: Scores) -> measures.Judged:
    return measures.Judged(list(labels), list(scores), _NOTHING)


def _or_nan(value: float | None) -> float:
    return nan if value is None else value
