"""Learn what words tell of the theme and the mood of a clause, from the invented clauses in `tests/data/clauses`.

    python3 dev.py eval words            write nothing; say whether the shipped weights are those that the clauses give
    python3 dev.py eval words --write    write them

A file of clauses holds `[theme]`, `[none]` or `[none:trade]`, and below it a clause a line behind `+` (happy), `-`
(unhappy), `~` (mixed) or `=` (neutral). The phrases of the packs are learned from, too, at a tenth of the weight.
No clause may be taken from a set that anything is measured on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from reviewwatch.assess import about
from reviewwatch.assess.phrases import parsed
from reviewwatch.assess.reading import read
from reviewwatch.assess.statements import Clause, clauses_of
from reviewwatch.assess.stems import stems_of
from reviewwatch.assess.themes import level
from reviewwatch.assess.tone import hear
from reviewwatch.assess.topics import PACKS, data, listed, topics
from reviewwatch.types import Review

_ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = _ROOT / "tests" / "data" / "clauses"
OUT: Final = _ROOT / "reviewwatch" / "assess" / "packs" / about.FILE
_MOODS: Final = {"+": 1, "-": -1, "~": 0, "=": 0}
_LEVELS: Final = 5
_PENALTY, _STEPS, _RATE = 3e-5, 60, 0.3
_FELT_PENALTY: Final = 1e-4
_OF_PHRASES: Final = 0.1
_MOST_WAYS: Final = 60
_LEAST: Final = 1
"""Of the units that a weight of a stem must reach in one lane at least, for the stem to be kept."""


class Example(NamedTuple):
    """Words with what they are about.

    Attributes:
        theme: NONE for none.
        trade: Whose themes it might be about.
        named: Themes that phrases name, with how surely.
    """

    theme: str
    trade: str
    mood: int
    stems: tuple[str, ...]
    named: tuple[tuple[str, int], ...]
    tone: float
    weight: float


def labelled(lines: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Yield theme, mood and text of each clause of a file."""
    theme = ""
    for line in filter(str.strip, lines):
        if line[0] == "[":
            theme = line.strip()[1:-1]
        elif line[0] in _MOODS:
            yield theme, _MOODS[line[0]], line[1:].strip()


def examples(folder: Path) -> list[Example]:
    """Return all that there is to learn from."""
    texts = [path.read_text("utf-8").splitlines() for path in sorted(folder.glob("*.txt"))]
    clauses = [one for lines in texts for one in labelled(lines)]
    told = [one for at, clause in enumerate(clauses) for one in _told(at, *clause)]
    return [*told, *_of_packs()]


def _told(at: int, theme: str, mood: int, text: str) -> Iterator[Example]:
    """Yield a clause in the trades that might say it: its own, or for what all say, some in turn."""
    name, _, trade = theme.partition(":")
    used = [trade] if trade else [one for one in PACKS[1:] if name == "none" or name in topics((one,)).themes]
    general = name == "none" or name in data(PACKS[0])
    home = [one for one in used if general or name in data(one)]
    chosen = [home[(at + 3 * turn) % len(home)] for turn in range(min(2 if general else 1, len(home)))]
    stems = tuple(chain.from_iterable(map(stems_of, text.split())))
    for one in chosen:
        found = clauses_of(hear(read(Review(listing_key="set:", external_id="1", text=text))), topics((one,)))
        tone = sum(clause.tone for clause in found) / max(1, len(found))
        label = about.NONE if name == "none" else name
        yield Example(label, one, mood, stems, tuple(sorted(_named(found))), tone, 1.0 / len(chosen))


def _named(found: Sequence[Clause]) -> set[tuple[str, int]]:
    return {mark for clause in found for mark in level(clause)}


def _of_packs() -> Iterator[Example]:
    """Yield what the phrases of the packs say, as if each were a clause."""
    for pack in PACKS:
        for at, (name, table) in enumerate(data(pack).items()):
            trade = PACKS[1 + at % (len(PACKS) - 1)] if pack == PACKS[0] else pack
            for key, mood in (("words", 0), ("always", 0), ("unhappy", -1), ("happy", 1)):
                phrases = listed(table.get(key, "")) if name != "trades" else ()
                for stems, share in chain.from_iterable(map(_ways, phrases)):
                    yield Example(name, trade, mood, stems, (), 0.0, _OF_PHRASES * share)


def _ways(phrase: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield ways to say a phrase, each choice at least once, and what each counts."""
    for way in parsed(phrase):
        choices = [sorted(element) for element in way if isinstance(element, frozenset)]
        n = max(map(len, choices))
        if n <= _MOST_WAYS:
            yield from ((tuple(words[at % len(words)] for words in choices), 1.0 / n) for at in range(n))


class Matrix:
    """Which stems stand in which examples, each as one over the root of their number."""

    def __init__(self, found: Sequence[Example]) -> None:
        self.stems = sorted({stem for one in found for stem in one.stems})
        number = {stem: at for at, stem in enumerate(self.stems)}
        rows = [sorted({number[stem] for stem in one.stems}) for one in found]
        counts = np.array([len(row) for row in rows])
        self._at = np.array([at for row in rows for at in row])
        self._starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self._values: Any = np.repeat(1 / np.sqrt(counts), counts).astype(np.float32)[:, None]
        order = np.argsort(self._at, kind="stable")
        self._of = np.repeat(np.arange(len(rows)), counts)[order]
        self._sorted = self._values[order]
        self._first = np.searchsorted(self._at[order], np.arange(len(self.stems)))

    def times(self, weights: Any) -> Any:
        """Return what the stems of each example weigh."""
        return np.add.reduceat(weights[self._at] * self._values, self._starts, axis=0)

    def back(self, slopes: Any) -> Any:
        """Return the slope of each weight."""
        return np.add.reduceat(slopes[self._of] * self._sorted, self._first, axis=0)


class Adam:
    """Steps by slopes, each as long as its own history allows (Kingma and Ba, 2015)."""

    def __init__(self, *parameters: Any) -> None:
        self.parameters = parameters
        self._means = [np.zeros_like(one) for one in parameters]
        self._squares = [np.zeros_like(one) for one in parameters]

    def step(self, turn: int, slopes: Sequence[Any]) -> None:
        """Change the parameters in place; the last turns take short steps."""
        rate = _RATE * (1 - turn / _STEPS)
        for one, mean, square, slope in zip(self.parameters, self._means, self._squares, slopes, strict=True):
            mean[...] += 0.1 * (slope - mean)
            square[...] += 0.01 * (slope * slope - square)
            one[...] -= rate * (mean / (1 - 0.9 ** (turn + 1))) / (np.sqrt(square / (1 - 0.99 ** (turn + 1))) + 1e-8)


def fit_themes(found: Sequence[Example], matrix: Matrix, lanes: Sequence[str]) -> tuple[Any, Any, Any]:
    """Return the weights of the stems, the bias of each lane, and what phrases add."""
    number = {name: at for at, name in enumerate(lanes)}
    labels = np.array([number[one.theme] for one in found])
    shares = np.array([one.weight for one in found], np.float32)
    shares /= shares.sum()
    allowed = {trade: [number[name] for name in (*topics((trade,)).themes, about.NONE)] for trade in PACKS[1:]}
    shut: Any = np.full((len(found), len(lanes)), -1e9, np.float32)
    for at, one in enumerate(found):
        shut[at, allowed[one.trade]] = 0
    named = np.array([(at, number[name], mark) for at, one in enumerate(found) for name, mark in one.named])
    weights: Any = np.zeros((len(matrix.stems), len(lanes)), np.float32)
    bias: Any = np.zeros(len(lanes), np.float32)
    levels: Any = np.zeros(_LEVELS, np.float32)
    adam, every = Adam(weights, bias, levels), np.arange(len(found))
    for turn in range(_STEPS):
        logits = matrix.times(weights) + bias + shut
        np.add.at(logits, (named[:, 0], named[:, 1]), levels[named[:, 2]])
        slopes = np.exp(logits - logits.max(axis=1, keepdims=True))
        slopes /= slopes.sum(axis=1, keepdims=True)
        slopes[every, labels] -= 1
        slopes *= shares[:, None]
        of_levels = np.bincount(named[:, 2], slopes[named[:, 0], named[:, 1]], _LEVELS).astype(np.float32)
        adam.step(turn, [matrix.back(slopes) + _PENALTY * weights, slopes.sum(axis=0), of_levels])
    return weights, bias, levels


def fit_moods(found: Sequence[Example], matrix: Matrix) -> tuple[Any, Any, Any]:
    """Return how happy each stem is, the bias, and what the tone of a clause adds."""
    moods = np.array([one.mood for one in found], np.float32)
    tones = np.array([one.tone for one in found], np.float32)
    shares = np.array([one.weight for one in found], np.float32) * (moods != 0)
    shares /= shares.sum()
    weights: Any = np.zeros((len(matrix.stems), 1), np.float32)
    bias: Any = np.zeros(1, np.float32)
    tone: Any = np.zeros(1, np.float32)
    adam = Adam(weights, bias, tone)
    for turn in range(_STEPS):
        logits = matrix.times(weights)[:, 0] + bias + tone * tones
        slopes = shares * (1 / (1 + np.exp(-logits)) - (moods > 0))
        of_words = matrix.back(slopes[:, None]) + _FELT_PENALTY * weights
        adam.step(turn, [of_words, slopes.sum(keepdims=True), (slopes * tones).sum(keepdims=True)])
    return weights, bias, tone


def learn(folder: Path) -> about.Weights:
    """Return the weights that the clauses of a folder give."""
    found = examples(folder)
    matrix = Matrix(found)
    lanes = [*sorted(topics().themes), about.NONE]
    themes, bias, levels = fit_themes(found, matrix, lanes)
    moods, mood, tone = fit_moods(found, matrix)
    units = np.clip(np.rint(np.hstack([themes, moods]) * about.UNIT), -127, 127).astype(int)
    rows = {
        stem: bytes((row + 128).tolist())
        for stem, row in zip(matrix.stems, units, strict=True)
        if abs(row).max() >= _LEAST
    }
    return about.Weights([*lanes, about.FELT], _rounded([*bias, *mood]), _rounded(levels), _rounded(tone)[0], rows)


def _rounded(values: Any) -> list[float]:
    return [round(float(value), 3) for value in values]


def main(args: Sequence[str] | None = None) -> int:
    """Learn, and write or compare."""
    parser = argparse.ArgumentParser(prog="dev.py eval words", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--data", type=Path, default=FOLDER)
    asked = parser.parse_args(args)
    learned = about.packed(learn(asked.data))
    if asked.write:
        OUT.write_bytes(learned)
        print(f"wrote {OUT.name}: {len(learned):,} bytes", file=sys.stderr)
        return 0
    is_same = OUT.exists() and OUT.read_bytes() == learned
    print(f"{OUT.name} is {'what the clauses give' if is_same else 'out of date'}", file=sys.stderr)
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())
