"""Measured figures in the words that a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewwatch.sentiment.measures import Interval


def figure(interval: Interval) -> str:
    """Return a figure with its interval, or that there are too few to say."""
    if interval.value is None:
        return "too few to say"
    if interval.low is None or interval.high is None:
        return f"{interval.value:.2f}"
    return f"{interval.value:.2f} ({interval.low:.2f} to {interval.high:.2f})"
