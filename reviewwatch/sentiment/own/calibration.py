"""Log odds that mean what they say, and the probability from which a person should look.

Source: Platt, "Probabilistic outputs for support vector machines", in Advances in Large Margin Classifiers, 1999.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Final, NamedTuple

_STEPS: Final = 60
_STEEPEST: Final = 20.0


class Scale(NamedTuple):
    """log odds = slope * what the model says + shift."""

    slope: float = 1.0
    shift: float = 0.0

    def of(self, logit: float) -> float:
        """Return the log odds."""
        return self.slope * logit + self.shift


def logistic(logit: float) -> float:
    """Return the probability of log odds."""
    return 1.0 / (1.0 + exp(-logit)) if logit > 0 else 1.0 - 1.0 / (1.0 + exp(min(logit, 700.0)))


def fit(logits: Sequence[float], labels: Sequence[bool]) -> Scale:
    """Return the scale that makes log odds of texts which were not learned from come true.

    Few labels cannot prove certainty: each kind is taken for one short of certain, as Platt has it. A model that says
    nothing gets slope 0, and so everybody the share of detractors.
    """
    n_unhappy = sum(labels)
    of_one, of_other = (n_unhappy + 1) / (n_unhappy + 2), 1 / (len(labels) - n_unhappy + 2)
    targets = [of_one if label else of_other for label in labels]
    spread = max((abs(logit) for logit in logits), default=0.0) or 1.0
    slope, shift = 0.0, 0.0
    for _ in range(_STEPS):
        slope, shift, moved = _newton([logit / spread for logit in logits], targets, slope, shift)
        if moved < 1e-9:
            break
    return Scale(min(max(slope / spread, 0.0), _STEEPEST), shift)


def _newton(
    logits: Sequence[float], targets: Sequence[float], slope: float, shift: float
) -> tuple[float, float, float]:
    """Return slope and shift after one damped step, and how far they moved."""
    down_slope = down_shift = 0.0
    by_slope = by_both = by_shift = 1e-9
    for logit, target in zip(logits, targets, strict=True):
        p = logistic(slope * logit + shift)
        certain = max(p * (1 - p), 1e-6)
        down_slope += (p - target) * logit
        down_shift += p - target
        by_slope += certain * logit * logit
        by_both += certain * logit
        by_shift += certain
    area = by_slope * by_shift - by_both * by_both or 1e-12
    of_slope = (down_slope * by_shift - down_shift * by_both) / area
    of_shift = (down_shift * by_slope - down_slope * by_both) / area
    share = min(1.0, 4.0 / max(abs(of_slope), abs(of_shift), 1e-12))
    return slope - share * of_slope, shift - share * of_shift, share * max(abs(of_slope), abs(of_shift))


def best_threshold(probabilities: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the probability from which calling a review a detractor's gives the best F1; 0.5 where nothing tells."""
    ordered = sorted(zip(probabilities, labels, strict=True), reverse=True)
    total, hits, best, found = sum(labels), 0, 0.0, 0.5
    for n_called, (p, label) in enumerate(ordered, 1):
        hits += label
        after = ordered[n_called][0] if n_called < len(ordered) else p / 2
        f1 = 2 * hits / (total + n_called)
        if f1 > best and after < p:
            best, found = f1, (p + after) / 2
    return found
