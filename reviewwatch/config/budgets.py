"""Budgets as people write them: `20/day` or `100/week` to look at, `5%` that may be missed. Read here only."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_PER: Final = {"day": 1.0, "week": 7.0, "month": 30.0}
_FLAGS: Final = re.compile(r"([0-9]{1,6})\s*(?:/|per |a )\s*(day|week|month)")
_MISSED: Final = re.compile(r"(?:miss\s+(?:at most\s+)?)?([0-9]{1,2}(?:\.[0-9])?)\s*%")


class Budget(NamedTuple):
    """What a person can afford. Exactly one of the two is set.

    Attributes:
        n_a_day: Flags that somebody can look at.
        missed: Share of the detractors that may stay unflagged, above 0 and below 1.
    """

    n_a_day: float | None = None
    missed: float | None = None


def parse_budget(text: str) -> Budget | None:
    """Return what a text states, None where it states no budget."""
    folded = text.strip().lower()
    if found := _FLAGS.fullmatch(folded):
        return Budget(n_a_day=int(found[1]) / _PER[found[2]]) if int(found[1]) else None
    if found := _MISSED.fullmatch(folded):
        return Budget(missed=float(found[1]) / 100) if float(found[1]) else None
    return None
