"""Which unhappy statement weighs most.

First what the author calls decisive, then harm to people, loss of money or data, what failed at the heart of the thing,
then the strongest words. A statement with the fact weighs more than the bare verdict, so length counts, and its title
counts less. Neighbors in a sentence that both are not happy make one statement: the fact often stands in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import Final, NamedTuple

from reviewwatch.assess.statements import Clause
from reviewwatch.types import TextField

UNHAPPY: Final = -0.15
"""Tone from which a clause says something unhappy."""
HAPPY: Final = 0.6
"""Tone from which a clause is praise, and no part of a complaint beside it."""
_WEIGHTS: Final = {
    ("weight", "decisive"): 0.8,
    ("weight", "loss"): 0.35,
    ("weight", "core"): 0.25,
    ("weight", "verdict"): -0.45,
    ("risk", "open"): 0.15,
}
_OF_KIND: Final = {"sensitive": 0.5, "theme": 0.2, "risk": 0.1}
_WEIGHING: Final = frozenset([*_OF_KIND, *(kind for kind, _ in _WEIGHTS)])
_BY_WORDS: Final = 0.25
"""What words and phrases count beside the length."""
_TITLE: Final = 0.5
_NEUTRAL: Final = 1.0
"""What is taken from a statement in which no words are unhappy, unless the stars are low: then it may be the fact."""
_SHORTEST: Final = 5
"""Characters added before the logarithm."""


class Statement(NamedTuple):
    """Clauses of one sentence that say one thing.

    Attributes:
        start, end: In the field as received.
        is_unhappy: One of them is.
    """

    field: TextField
    start: int
    end: int
    weight: float
    is_unhappy: bool


def worst_first(clauses: Sequence[Clause], is_unhappy: bool) -> list[Statement]:
    """Return what is said that is not happy, what weighs most first; nothing where nobody is unhappy.

    Args:
        is_unhappy: The stars, or what may be lost, say so whatever the words.
    """
    if not is_unhappy and not any(map(sounds_unhappy, clauses)):
        return []
    runs = [_statement(run, 0.0 if is_unhappy else _NEUTRAL) for run in _runs(clauses)]
    return sorted(runs, key=lambda one: one.weight, reverse=True)


def sounds_unhappy(clause: Clause) -> bool:
    """Say whether a clause says something unhappy."""
    return clause.tone <= UNHAPPY or any(one.sign.kind == "sensitive" for one in clause.further)


def _runs(clauses: Sequence[Clause]) -> Iterable[list[Clause]]:
    run: list[Clause] = []
    for clause in clauses:
        if run and _is_apart(run[-1], clause):
            yield run
            run = []
        run.append(clause)
    if run:
        yield run


def _is_apart(before: Clause, clause: Clause) -> bool:
    """Say whether a clause says another thing than the one before."""
    if clause.sentence != before.sentence or max(before.tone, clause.tone) >= HAPPY:
        return True
    return clause.is_turn and before.tone > 0


def _statement(run: Sequence[Clause], neutral: float) -> Statement:
    start, end = run[0].start, run[-1].end
    weight = log(end - start + _SHORTEST) + _BY_WORDS * sum(map(_weight, run))
    is_unhappy = any(map(sounds_unhappy, run))
    weight -= (_TITLE if run[0].field is TextField.TITLE else 0.0) + (0.0 if is_unhappy else neutral)
    return Statement(run[0].field, start, end, weight, is_unhappy)


def _weight(clause: Clause) -> float:
    total, seen = -clause.tone, set[object]()
    for one in (*clause.said, *clause.further):
        kind = one.sign.kind
        if one.polarity > 0 or kind not in _WEIGHING or (key := (kind, one.sign.name)) in seen:
            continue
        total += _WEIGHTS.get(key, 0.0) + (0.0 if kind in seen else _OF_KIND.get(kind, 0.0))
        seen.update((key, kind))
    return total
