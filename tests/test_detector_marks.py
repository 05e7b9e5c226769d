"""The marks that hold on the project's own labelled set, as `python3 dev.py eval themes` measures them."""

from __future__ import annotations

from functools import cache

import pytest

from evaluation.labelled import DETECTOR, rows
from evaluation.themes import Measure, cases, measures

# A little below what is reached, so that a change that costs more shows. Of themes and matters more was reached once,
# by phrases that met these reviews and no others: without them unseen reviews are judged better.
_HELD = {
    "themes": (0.82, 0.77),
    "worst clause": (0.8, 0.6),
    "at risk": (0.95, 0.84),
    "praise": (0.74, 0.88),
    "sensitive": (0.78, 0.93),
    "polarity of themes found": (0.85, 0.85),
}
"""By measure the least recall and precision."""


@cache
def _open() -> dict[str, Measure]:
    return {one.name: one for one in measures(list(cases(rows(DETECTOR))))}


def test_who_may_be_lost_is_found_as_often_as_promised() -> None:
    """At least nine in ten of the labelled ones, and at least eight in ten answers are right."""
    assert _open()["at risk"].is_met


def test_themes_reach_what_careful_readers_reach() -> None:
    """Two readers had an F1 of .81 to .84 against the first labels; the mark is .8."""
    assert _open()["themes"].is_met


@pytest.mark.parametrize("name", _HELD)
def test_what_was_reached_is_held(name: str) -> None:
    """On the open part of the labelled set no measure falls behind what it once was."""
    recall, precision = _HELD[name]

    assert _open()[name].recall >= recall
    assert _open()[name].precision >= precision


def test_only_measures_with_a_mark_can_miss_it() -> None:
    """What is only reported neither fails nor passes."""
    found = {one.name: one.is_met for one in measures([])}

    assert (found["themes"], found["praise"]) == (True, None)
