"""Logistic regression on sparse features of zero or one, by L-BFGS."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

_MEMORY: Final = 8
_TINY: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Examples:
    """What to learn from, as arrays of one entry a text.

    Attributes:
        indices: Numbers of the features that the texts have, text by text; one that stands twice counts twice.
        counts: How many of these each text has.
        scales: What each of them counts.
        dense: Further features, a row a text.
        labels: 0 to 1.
        weights: How much a text counts.
    """

    indices: Any
    counts: Any
    scales: Any
    dense: Any
    labels: Any
    weights: Any


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was learned: a weight of each feature, of each further one, and the intercept."""

    features: list[float]
    dense: list[float]
    intercept: float


def fit(examples: Examples, n_features: int, penalty: float, n_steps: int) -> Fitted:
    """Return the weights that fit best, large ones made dear.

    Args:
        penalty: Half of it times the square of each weight is added to the loss; the mean example weighs 1.
        n_steps: At most.
    """
    loss = _loss(examples, n_features, penalty)
    found = _minimum(loss, np.zeros(n_features + examples.dense.shape[1] + 1), n_steps)
    return Fitted(found[:n_features].tolist(), found[n_features:-1].tolist(), float(found[-1]))


def _loss(examples: Examples, n: int, penalty: float) -> Callable[[Any], tuple[float, Any]]:
    indices, counts, scales, dense = examples.indices, examples.counts, examples.scales, examples.dense
    labels, weights = examples.labels, examples.weights / examples.weights.mean()
    ends = np.cumsum(counts)
    starts, sums = ends - counts, np.zeros(len(indices) + 1)

    def loss(theta: Any) -> tuple[float, Any]:
        np.cumsum(theta[indices], out=sums[1:])
        logits = (sums[ends] - sums[starts]) * scales + dense @ theta[n:-1] + theta[-1]
        slopes = weights * (1.0 / (1.0 + np.exp(-np.clip(logits, -60, 60))) - labels)
        gradient = np.concatenate(
            [
                np.bincount(indices, weights=np.repeat(slopes * scales, counts), minlength=n),
                dense.T @ slopes,
                [slopes.sum()],
            ]
        )
        gradient[:-1] += penalty * theta[:-1]
        value = weights @ (np.logaddexp(0.0, logits) - labels * logits) + 0.5 * penalty * theta[:-1] @ theta[:-1]
        return float(value), gradient

    return loss


def _minimum(loss: Callable[[Any], tuple[float, Any]], at: Any, n_steps: int) -> Any:
    value, gradient = loss(at)
    past: deque[tuple[Any, Any]] = deque(maxlen=_MEMORY)
    for _ in range(n_steps):
        way = -_newton_like(gradient, past)
        slope, length = float(gradient @ way), 1.0 if past else 1.0 / float(np.abs(gradient).sum() + _TINY)
        while True:
            there = at + length * way
            new_value, new_gradient = loss(there)
            if new_value <= value + 1e-4 * length * slope or length < _TINY:
                break
            length *= 0.5
        step, change = there - at, new_gradient - gradient
        if float(step @ change) > _TINY:
            past.append((step, change))
        gained = value - new_value
        at, value, gradient = there, new_value, new_gradient
        if gained <= 1e-7 * abs(value):
            break
    return at


def _newton_like(gradient: Any, past: deque[tuple[Any, Any]]) -> Any:
    """Return the gradient times what the last steps tell of the inverse curvature (the two-loop recursion).

    Source: Nocedal and Wright, Numerical Optimization, 2006, algorithm 7.4.
    """
    way, shares = gradient.copy(), []
    for step, change in reversed(past):
        share = float(step @ way) / float(step @ change)
        shares.append(share)
        way -= share * change
    if past:
        step, change = past[-1]
        way *= float(step @ change) / float(change @ change)
    for (step, change), share in zip(past, reversed(shares), strict=True):
        way += step * (share - float(change @ way) / float(step @ change))
    return way
