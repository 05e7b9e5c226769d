"""The marks that the rules hold on the open sets; the measure is `dev.py eval rules`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from evaluation import disguises, rules

Row = Mapping[str, Any]


@cache
def rows() -> tuple[rules.Measured, ...]:
    """Return all measures but the time, which a machine under load cannot keep."""
    return tuple(row for row in rules.measured(False) if "milliseconds" not in row.name)


def test_every_mark_of_the_rules_holds_on_the_open_sets() -> None:
    """Each written violation is found as severe as labelled, 95 % under each disguise; 1 % of near misses at most.

    Where a mark is not reached yet, what was reached holds.
    """
    assert [(row.name, row.value) for row in rows() if not row.is_held and not rules.is_as_reached(row)] == []
    assert sum("disguised" in row.name for row in rows()) == 13


@pytest.mark.parametrize("name", [*disguises.LETTERS, *disguises.WORDS])
def test_a_disguise_changes_the_text_and_nothing_by_chance(name: str) -> None:
    """A disguise is a function of text and seed, and does something."""
    import random

    text = "We will refund your 5 euros, once the review has five stars and you delete the password."
    disguise = {**disguises.LETTERS, **disguises.WORDS}[name]

    assert disguise(text, random.Random(1)) == disguise(text, random.Random(1)) != text
