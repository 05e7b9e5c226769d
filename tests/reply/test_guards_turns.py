"""Turns of phrase that a rule must hear, and honest ones that share their words.

`tests/data/guard_turns.jsonl` holds invented replies, one a line: roundabout, polite, curt, over two sentences, in
any order; beside each rule's violations stand near misses with the same nouns and verbs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from reviewwatch.reply import guards, platforms
from reviewwatch.types import Finding, Profile
from tests.make import review
from tests.reply.test_guards_cases import BRAND


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of the file."""

    id: str
    rule: str
    expect: str
    platform: str
    profile: str
    review: str
    reply: str


TURNS: Final = [
    Turn(**json.loads(line))
    for line in (Path(__file__).parents[1] / "data" / "guard_turns.jsonl").read_text(encoding="utf-8").splitlines()
]


def of_its_rule(turn: Turn) -> list[Finding]:
    """Return what the rule of a turn says of it."""
    answered = review(text=turn.review, author="Tess", lang=None, rating=None)
    business = replace(BRAND, profile=Profile(turn.profile))
    findings = guards.check(turn.reply, answered, business, platforms.load(turn.platform))
    return [finding for finding in findings if finding.rule == turn.rule]


@pytest.mark.parametrize("turn", [turn for turn in TURNS if turn.expect != "ok"], ids=lambda turn: turn.id)
def test_a_violation_is_heard_in_other_words(turn: Turn) -> None:
    """A rule hears who does what to whom on which condition, whatever the words and their order."""
    assert turn.expect in {finding.severity.value for finding in of_its_rule(turn)}


@pytest.mark.parametrize("turn", [turn for turn in TURNS if turn.expect == "ok"], ids=lambda turn: turn.id)
def test_the_same_words_in_good_faith_are_left_alone(turn: Turn) -> None:
    """Thanks, regret, topics and what was done already draw nothing from the rule whose words they share."""
    assert of_its_rule(turn) == []


def test_every_rule_on_pressure_and_the_author_has_both_kinds() -> None:
    """No rule is shown by its violations or by its near misses alone."""
    kinds = {(turn.rule, turn.expect == "ok") for turn in TURNS}

    assert {rule for rule, is_near in kinds if is_near} == {rule for rule, is_near in kinds if not is_near}
