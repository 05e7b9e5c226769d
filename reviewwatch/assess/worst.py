"""Which unhappy statement weighs most.

First what the author calls decisive, then harm to people, loss of money or data, what failed at the heart of the thing,
then the strongest words. A statement with the fact weighs more than the bare verdict, so length counts, and its title
and its last words count less. Neighbors in a sentence that both are not happy make one statement: the fact often stands
in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from math import log
from typing import Final, NamedTuple

from reviewwatch.assess.statements import Clause, Said
from reviewwatch.assess.topics import MATTER
from reviewwatch.types import TextField

_THEME: Final = "theme"
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
    ("weight", "core"): 0.1,
    ("weight", "verdict"): -0.3,
    ("weight", "past"): -0.6,
    ("risk", "open"): 0.35,
    ("risk", "worse"): 0.3,
    ("sensitive", "legal"): -0.5,
    ("sensitive", "extortion"): -0.4,
}
_HARM: Final = 0.45
"""Of any other sensitive matter."""
_NAMED, _FAULT, _MOST_FAULTS = 0.45, 0.47, 2
"""Of a statement that names themes, and of each theme that it finds fault with."""
_TONE, _LOWEST = 0.25, 0.12
_UNHAPPY_AT_ALL: Final = 0.2
_CLAUSE: Final = 0.18
"""Of each further clause."""
_TURN: Final = 0.52
"""After "but" comes what matters."""
_PRAISE_BESIDE, _TITLE, _FIRST, _LAST = -0.55, -0.55, -0.47, -0.67
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
    if not clauses or (not is_unhappy and not any(map(sounds_unhappy, clauses))):
        return []
    ends = (clauses[0], clauses[-1])
    runs = [_statement(run, texts, ends, 0.0 if is_unhappy else _NEUTRAL) for run in _runs(clauses)]
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


def _statement(run: Sequence[Clause], texts: Texts, ends: tuple[Clause, Clause], neutral: float) -> Statement:
    first, last = run[0], run[-1]
    weight = _LENGTH * log(last.end - first.start + _SHORTEST) + _by_words(run) + _by_place(run, ends)
    weight += _by_first_word(texts(first.field), first.start)
    is_unhappy = any(map(sounds_unhappy, run))
    weight += _UNHAPPY_AT_ALL if is_unhappy else -neutral
    return Statement(first.field, first.start, last.end, weight, is_unhappy)


def _by_words(run: Sequence[Clause]) -> float:
    """Return what the tone and the phrases of a statement weigh."""
    tones = [clause.tone for clause in run]
    total = _CLAUSE * (len(run) - 1) - _TONE * sum(tones) - _LOWEST * min(tones)
    if max(tones) > _GRUDGING:
        total += _PRAISE_BESIDE
    said = [one for clause in run for one in clause.said + clause.further]
    return total + _by_phrases(said) if said else total


def _by_phrases(said: Sequence[Said]) -> float:
    total, named, faults = 0.0, 0.0, set[str]()
    for kind, name in {one.sign[:2] for one in said if one.polarity <= 0}:
        total += _WEIGHTS.get((kind, name), _HARM if kind == MATTER else 0.0)
    for one in said:
        if one.sign.kind == _THEME:
            named = _NAMED
            if one.polarity < 0:
                faults.add(one.sign.name)
    return total + named + _FAULT * min(len(faults), _MOST_FAULTS)


def _by_place(run: Sequence[Clause], ends: tuple[Clause, Clause]) -> float:
    total = _TURN if run[0].is_turn else 0.0
    if run[0].field is TextField.TITLE:
        total += _TITLE
    if run[0] is ends[0]:
        return total + _FIRST
    return total + _LAST if run[-1] is ends[1] else total


def _by_first_word(text: str, start: int) -> float:
    found = _FIRST_WORD.match(text, start)
    word = found[0].lower().replace("'", "").replace("’", "") if found else ""
    return _OF_ITSELF if word in _SELVES else _ADVICE if word in _ADVISES else 0.0
