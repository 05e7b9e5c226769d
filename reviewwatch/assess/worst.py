"""Which unhappy statement weighs most.

First what the author calls decisive, then harm to people, loss of money or data, then faults of what has a theme and
the strongest words. A statement with the fact weighs more than the bare verdict, so length counts, and its title and
its last words count less. Neighbors in a sentence that both are not happy make one statement: the fact often stands
in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log
from operator import attrgetter
from typing import Final, NamedTuple

from reviewwatch.assess.statements import Clause
from reviewwatch.assess.topics import MATTER, THEME
from reviewwatch.types import TextField

UNHAPPY: Final = -0.15
"""Tone from which a clause says something unhappy."""
HAPPY: Final = 0.6
"""Tone from which a clause is praise, and no part of a complaint beside it."""
_GRUDGING: Final = 0.3
"""Tone from which a clause takes weight from a complaint that it is part of."""
# Fitted to which of its statements 345 invented, labelled reviews call the worst, as the log odds of one against
# another, but for what their rules put first: what is decisive, and what is lost. In five parts, each chosen with
# weights from the other four, 80 % of the chosen were the labelled ones (measured 2026-11).
_LENGTH: Final = 1.65
_WEIGHTS: Final = {
    ("weight", "decisive"): 1.0,
    ("weight", "loss"): 0.3,
    ("weight", "verdict"): -0.3,
    ("weight", "past"): -0.6,
    ("risk", "open"): 0.35,
    ("risk", "worse"): 0.3,
    ("sensitive", "legal"): -0.5,
    ("sensitive", "extortion"): -0.4,
}
_WEIGHING: Final = frozenset([kind for kind, _ in _WEIGHTS])
_HARM: Final = 0.45
"""Of any other sensitive matter."""
_NAMED, _FAULT, _MOST_FAULTS = 0.45, 0.3, 2
"""Of a statement that names themes, and of each theme that it finds fault with."""
_TONE, _LOWEST = 0.25, 0.12
_UNHAPPY_AT_ALL: Final = 0.2
_CLAUSE: Final = 0.18
"""Of each further clause."""
_TURN: Final = 0.52
"""After "but" comes what matters."""
_PRAISE_BESIDE, _TITLE, _FIRST, _LAST = -0.55, -0.55, -0.47, -0.5
_OF_ITSELF: Final = -0.77
"""Of what begins with "I" or "we": how the author fared, more often than what was wrong."""
_ADVICE: Final = -0.37
"""Of what begins with a word to readers or to the business."""
_NEUTRAL: Final = 1.7
"""What is taken from a statement in which no words are unhappy, unless the stars are low: then it may be the fact."""
_SHORTEST: Final = 5
"""Characters added before the logarithm."""
_SELVES: Final = frozenset(["i", "im", "ive", "id", "ill", "we", "weve", "were", "wed", "my", "our"])
_ADVISES: Final = frozenset(
    ["dont", "do", "avoid", "never", "stay", "take", "save", "please", "fix", "send", "give", "put", "stop", "let"]
)
_FIRST_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")


_new: Final = tuple.__new__
"""Makes a named tuple in a third of the time that its own constructor takes, which is a function in Python."""

Texts = Callable[[TextField], str]


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


def worst_first(clauses: Sequence[Clause], texts: Texts, is_unhappy: bool) -> list[Statement]:
    """Return what is said that is not happy, what weighs most first; nothing where nobody is unhappy.

    Args:
        texts: Gives the text of a field as received.
        is_unhappy: The stars, or what may be lost, say so whatever the words.
    """
    unhappy = [clause.tone <= UNHAPPY or (bool(clause.further) and sounds_unhappy(clause)) for clause in clauses]
    if not (clauses and (is_unhappy or any(unhappy))):
        return []
    bodies = {field: texts(field) for field in {clause.field for clause in clauses}}
    found = []
    for first, end in _runs(clauses):
        run = clauses[first:end]
        field, start, last = run[0].field, run[0].start, run[-1].end
        weight = _LENGTH * log(last - start + _SHORTEST) + _by_words(run)
        weight += _by_place(run[0], is_first=first == 0, is_last=end == len(clauses))
        weight += _by_first_word(bodies[field], start)
        is_one = True in unhappy[first:end]
        weight += _UNHAPPY_AT_ALL if is_one else 0.0 if is_unhappy else -_NEUTRAL
        found.append(_new(Statement, (field, start, last, weight, is_one)))
    return sorted(found, key=attrgetter("weight"), reverse=True)


def sounds_unhappy(clause: Clause) -> bool:
    """Say whether a clause says something unhappy."""
    if clause.tone <= UNHAPPY:
        return True
    return bool(clause.further) and MATTER in [sign.kind for _, _, sign in clause.further]


def _runs(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Return from which to which clause each statement reaches."""
    starts = [
        at
        for at, (one, clause) in enumerate(pairwise(clauses), 1)
        if clause.sentence != one.sentence or _is_apart(one, clause)
    ]
    return list(pairwise([0, *starts, len(clauses)]))


def _is_apart(before: Clause, clause: Clause) -> bool:
    """Say whether a clause says another thing than the one before it in its sentence."""
    return before.tone >= HAPPY or clause.tone >= HAPPY or (clause.is_turn and before.tone > 0)


def _by_words(run: Sequence[Clause]) -> float:
    """Return what the tone and the phrases of a statement weigh."""
    tones = [clause.tone for clause in run]
    total = _CLAUSE * (len(run) - 1) - _TONE * sum(tones) - _LOWEST * min(tones)
    if max(tones) > _GRUDGING:
        total += _PRAISE_BESIDE
    return total + _by_phrases(run)


def _by_phrases(run: Sequence[Clause]) -> float:
    total = 0.0
    faults, others = set(), set()
    for clause in run:
        for _, _, sign in clause.said:
            if sign.kind == THEME:
                total = _NAMED
                if sign.polarity < 0:
                    faults.add(sign.name)
        for _, _, sign in clause.further:
            if sign.kind in _WEIGHING:
                others.add((sign.kind, sign.name))
    total += _FAULT * min(len(faults), _MOST_FAULTS)
    for kind, name in others:
        total += _WEIGHTS.get((kind, name), _HARM if kind == MATTER else 0.0)
    return total


def _by_place(clause: Clause, *, is_first: bool, is_last: bool) -> float:
    """Return what the place of a statement weighs.

    Args:
        clause: The first of it.
    """
    total = _TURN if clause.is_turn else 0.0
    if clause.field is TextField.TITLE:
        total += _TITLE
    if is_first:
        return total + _FIRST
    return total + _LAST if is_last else total


def _by_first_word(text: str, start: int) -> float:
    found = _FIRST_WORD.match(text, start)
    if found is None:
        return 0.0
    word = found[0].lower().replace("'", "").replace("’", "")
    return _OF_ITSELF if word in _SELVES else _ADVICE if word in _ADVISES else 0.0
