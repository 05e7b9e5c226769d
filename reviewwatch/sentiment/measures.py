"""How well a judge tells detractors from others, with the interval that so few labels allow.

Intervals come from a bootstrap with a fixed seed, so that the same labels always give the same figures.
Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import sqrt
from typing import Final, NamedTuple

Labels = Sequence[bool]
N_DRAWS: Final = 200
_N_BINS: Final = 10
_Z: Final = 1.96  # 95 of 100


class Interval(NamedTuple):
    """A figure and where 95 of 100 draws of as many labels lie; all None where the labels cannot say."""

    value: float | None
    low: float | None = None
    high: float | None = None


UNKNOWN: Final = Interval(None)


class Judged(NamedTuple):
    """What a judge said of some labelled reviews.

    Attributes:
        labels: True for a detractor.
        probabilities: As many.
        called: Which it would have flagged by its threshold.
    """

    labels: list[bool]
    probabilities: list[float]
    called: list[bool]

    def at(self, places: Sequence[int]) -> Judged:
        """Return the same of some of the reviews."""
        return Judged(
            [self.labels[place] for place in places],
            [self.probabilities[place] for place in places],
            [self.called[place] for place in places],
        )


def auc(judged: Judged) -> float | None:
    """Return how often a detractor gets a higher probability than another, ties counted half."""
    n_unhappy = sum(judged.labels)
    n_others = len(judged.labels) - n_unhappy
    if not n_unhappy or not n_others:
        return None
    won, below = 0.0, 0
    pairs = sorted(zip(judged.probabilities, judged.labels, strict=True))
    for _, tied in groupby(pairs, key=lambda pair: pair[0]):
        kinds = [label for _, label in tied]
        unhappy = sum(kinds)
        won += unhappy * (below + (len(kinds) - unhappy) / 2)
        below += len(kinds) - unhappy
    return won / (n_unhappy * n_others)


def calibration_error(judged: Judged) -> float | None:
    """Return how far probabilities are from what came true, on average: ten bins of equal width (ECE)."""
    off = [0.0] * _N_BINS
    for p, label in zip(judged.probabilities, judged.labels, strict=True):
        off[min(int(p * _N_BINS), _N_BINS - 1)] += p - label
    return sum(map(abs, off)) / len(judged.labels) if judged.labels else None


def precision(judged: Judged) -> Interval:
    """Return the share of detractors among what was flagged."""
    hits = sum(1 for label, call in zip(judged.labels, judged.called, strict=True) if label and call)
    return share(hits, sum(judged.called))


def recall(judged: Judged) -> Interval:
    """Return the share of the detractors that was flagged."""
    hits = sum(1 for label, call in zip(judged.labels, judged.called, strict=True) if label and call)
    return share(hits, sum(judged.labels))


def share(n: int, of: int) -> Interval:
    """Return a share with Wilson's interval (Journal of the American Statistical Association 22, 1927)."""
    if not of:
        return UNKNOWN
    p, square = n / of, _Z * _Z
    middle = (p + square / (2 * of)) / (1 + square / of)
    reach = _Z * sqrt(p * (1 - p) / of + square / (4 * of * of)) / (1 + square / of)
    return Interval(p, max(0.0, middle - reach), min(1.0, middle + reach))


def with_interval(measure: Callable[[Judged], float | None], judged: Judged) -> Interval:
    """Return a measure with its bootstrap interval."""
    value = measure(judged)
    return UNKNOWN if value is None else Interval(value, *middle([measure(one) for one in _draws(judged)]))


def difference(measure: Callable[[Judged], float | None], before: Judged, after: Judged) -> Interval:
    """Return by how much a measure grew, of two judges of the same reviews in the same order."""
    old, new = measure(before), measure(after)
    if old is None or new is None:
        return UNKNOWN
    pairs = ((measure(one), measure(other)) for one, other in zip(_draws(before), _draws(after), strict=True))
    grown = [late - early for early, late in pairs if early is not None and late is not None]
    return Interval(new - old, *middle(list(grown)))


def resampled(n: int, n_draws: int = N_DRAWS, seed: int = 1) -> Iterator[list[int]]:
    """Yield draws of n places out of n, with replacement; the same each time."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret; the same draws for two judges
    for _ in range(n_draws):
        yield rng.choices(range(n), k=n)


def _draws(judged: Judged) -> list[Judged]:
    return [judged.at(places) for places in resampled(len(judged.labels))]


def middle(values: Sequence[float | None]) -> tuple[float, float] | tuple[None, None]:
    """Return where 95 of 100 of the values that there are lie."""
    ordered = sorted(value for value in values if value is not None)
    if not ordered:
        return None, None
    last = len(ordered) - 1
    return ordered[round(0.025 * last)], ordered[round(0.975 * last)]
