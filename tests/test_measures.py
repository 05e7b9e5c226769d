"""How well a judge does, with the interval that so few labels allow."""

from __future__ import annotations

import random

import pytest

from reviewwatch.sentiment import measures
from reviewwatch.sentiment.measures import Judged


def judged(labels: list[bool], probabilities: list[float], threshold: float = 0.5) -> Judged:
    """Return what a judge with a threshold said."""
    return Judged(labels, probabilities, [p >= threshold for p in probabilities])


@pytest.mark.parametrize(
    ("labels", "probabilities", "expected"),
    [
        ([True, False], [0.9, 0.1], 1.0),
        ([True, False], [0.1, 0.9], 0.0),
        ([True, False], [0.5, 0.5], 0.5),
        ([True, True, False, False], [0.9, 0.4, 0.4, 0.1], 0.875),
        ([True], [0.9], None),
        ([], [], None),
    ],
)
def test_auc_counts_pairs(labels: list[bool], probabilities: list[float], expected: float | None) -> None:
    """Each detractor against each other one, ties half; nothing without both kinds."""
    assert measures.auc(judged(labels, probabilities)) == expected


def test_precision_and_recall_count_what_was_called() -> None:
    """Two of three flags are right, two of four detractors found."""
    one = judged([True, True, False, True, True], [0.9, 0.8, 0.7, 0.2, 0.1])
    assert measures.precision(one).value == pytest.approx(2 / 3)
    assert measures.recall(one).value == 0.5
    assert measures.precision(judged([True], [0.1])) == measures.UNKNOWN


def test_calibration_compares_what_was_said_with_what_came() -> None:
    """Ten times .2 with two detractors is perfect, with none it is off by .2."""
    assert measures.calibration_error(judged([True] * 2 + [False] * 8, [0.2] * 10)) == pytest.approx(0.0)
    assert measures.calibration_error(judged([False] * 10, [0.2] * 10)) == pytest.approx(0.2)


@pytest.mark.parametrize(("n", "of", "low", "high"), [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0)])
def test_a_share_has_wilsons_interval(n: int, of: int, low: float, high: float) -> None:
    """Figures as of the formula in Brown, Cai and DasGupta, Statistical Science 16, 2001."""
    found = measures.share(n, of)
    assert found[1:] == pytest.approx((low, high), abs=5e-4)


def noisy(n: int, noise: float, seed: int) -> Judged:
    """Return a judge that sees the truth through noise."""
    rng = random.Random(seed)
    labels = [at % 2 == 0 for at in range(n)]
    return judged(labels, [min(1.0, max(0.0, 0.5 + 0.2 * (2 * label - 1) + rng.gauss(0, noise))) for label in labels])


def test_more_labels_narrow_the_interval() -> None:
    """And it holds the figure."""
    few, many = (measures.with_interval(measures.auc, noisy(n, 0.3, 1)) for n in (40, 800))
    for one in (few, many):
        assert one.value is not None
        assert one.low is not None
        assert one.high is not None
        assert one.low <= one.value <= one.high
    assert (few.high or 0) - (few.low or 0) > 2 * ((many.high or 0) - (many.low or 0))


def test_a_difference_is_of_the_same_reviews() -> None:
    """A much better judge is better for certain, the same judge by nothing at all."""
    bad, good = noisy(200, 0.6, 1), noisy(200, 0.1, 2)
    grown = measures.difference(measures.auc, bad, good)
    assert grown.low is not None
    assert grown.low > 0
    assert measures.difference(measures.auc, bad, bad) == (0.0, 0.0, 0.0)
