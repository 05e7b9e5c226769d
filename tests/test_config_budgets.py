"""Budgets as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewwatch.config import load_text
from reviewwatch.config.budgets import Budget, parse_budget
from reviewwatch.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("20/day", Budget(n_a_day=20.0)),
        (" 70 per week ", Budget(n_a_day=10.0)),
        ("60 a month", Budget(n_a_day=2.0)),
        ("5%", Budget(missed=0.05)),
        ("miss at most 2.5 %", Budget(missed=0.025)),
    ],
)
def test_a_budget_is_read(text: str, budget: Budget) -> None:
    """So many a day, week or month, or a share that may be missed."""
    assert parse_budget(text) == budget


@pytest.mark.parametrize("text", ["", "20", "0/day", "0%", "100%", "-5%", "20/hour", "many"])
def test_what_is_no_budget_is_none(text: str) -> None:
    """Nothing is guessed."""
    assert parse_budget(text) is None


@pytest.mark.parametrize(
    ("line", "key"),
    [('[triage]\nbudget = "20"', "triage.budget"), ("[brands.a]\nweight = 0", "brands.a.weight")],
)
def test_the_config_refuses_what_it_cannot_use(line: str, key: str) -> None:
    """With the key."""
    with pytest.raises(ConfigError) as caught:
        load_text(line, Path("reviewwatch.toml"))
    assert [problem.key for problem in caught.value.problems] == [key]


def test_weights_and_budget_are_read() -> None:
    """A source without a weight of its own takes its brand's."""
    config = load_text(
        '[triage]\nbudget = "5%"\n[brands.a]\nweight = 3\n[sources.s]\nconnector = "file"\nweight = 0.5\n'
        '[sources.t]\nconnector = "file"\n',
        Path("reviewwatch.toml"),
    )
    assert (config.triage.budget, config.brands["a"].weight) == ("5%", 3.0)
    assert [config.sources[name].weight for name in "st"] == [0.5, None]
