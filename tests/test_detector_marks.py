"""The marks that hold on the project's own labelled set, as `python3 dev.py eval themes` measures them."""

from __future__ import annotations

from evaluation.themes import FOLDER, OPEN, cases, measures, read_lines


def test_who_may_be_lost_is_found_as_often_as_promised() -> None:
    """At least nine in ten of the labelled ones, and at least eight in ten answers are right."""
    found = {one.name: one for one in measures(list(cases(read_lines(FOLDER / OPEN))))}

    assert found["at risk"].is_met


def test_only_measures_with_a_mark_can_miss_it() -> None:
    """What is only reported neither fails nor passes."""
    found = {one.name: one.is_met for one in measures([])}

    assert (found["themes"], found["praise"]) == (True, None)
