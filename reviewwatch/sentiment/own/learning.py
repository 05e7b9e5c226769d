"""Learn from a team's own reviews which words their unhappy reviewers use; standard library alone, in seconds.

    minimize   REGULAR / 2 * |w|² + sum over the texts of importance * log loss(w · x + b + offset, share)

The two kinds of reviews weigh the same in sum, however many there are of each. Texts without a label teach too: what
the model makes of them, a little surer than it is, is learned from again. The dual is solved one text at a time, in
a fixed order, so the same texts always give the same weights.

Source of the method: Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum entropy
models", Machine Learning 85, 2011. Of learning from own guesses: Grandvalet and Bengio, "Semi-supervised learning by
entropy minimization", NIPS 2004.
"""

from __future__ import annotations

import random
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final, NamedTuple

from reviewwatch.sentiment.own.calibration import logistic
from reviewwatch.sentiment.own.features import SIZE, Bag

MAX_UNLABELLED: Final = 1_000
"""Texts without a label that are learned from; twice as many gained .001 in AUC."""
ROUNDS: Final = 2
N_FOLDS: Final = 5
_ENOUGH: Final = 1_500  # texts to learn from, each label worth three: from 500 labels on, guesses add nothing
_LABEL_WORTH: Final = 3

_REGULAR: Final = 0.2
_BIAS: Final = 50.0  # how freely the base moves, in the place of 1 / _REGULAR
_EXACTLY: Final = (25, 2e-3)  # passes at most, and the change of a text's pull that is none
_ROUGHLY: Final = (3, 1e-2)
_GUESS_WEIGHT: Final = 0.2
_SURER: Final = 4.0
_STEPS: Final = 40
_EXACT: Final = 1e-4
_NOTHING: Final = 1e-9
_SEED: Final = 1


class Example(NamedTuple):
    """A text to learn from.

    Attributes:
        share: 1.0 for a detractor's, 0.0 for another; between for a guess.
        offset: Log odds that another model gives; what is learned is added to them.
    """

    bag: Bag
    share: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by place.

    Attributes:
        pieces, words: Of each place; a text's sum is divided by the root of the number of its features.
        base: Log odds of a text that says nothing.
    """

    pieces: array[float]
    words: array[float]
    base: float

    def logit(self, bag: Bag) -> float:
        """Return what the model adds to the log odds that a detractor wrote a text."""
        value = self.base
        for weights, places in ((self.pieces, bag.pieces), (self.words, bag.words)):
            if places:
                value += sum(map(weights.__getitem__, places)) / sqrt(len(places))
        return value


def learn(examples: Sequence[Example], unlabelled: Sequence[Bag] = ()) -> Learned:
    """Return what the examples teach.

    Args:
        examples: Of both kinds.
        unlabelled: Of further texts of the same team. The fewer examples there are, the more of them count.
    """
    guessed = unlabelled[: max(0, min(MAX_UNLABELLED, _ENOUGH - _LABEL_WORTH * len(examples)))]
    model = _Moving(_rarity([*(one.bag for one in examples), *guessed]))
    importance = _balanced([one.share for one in examples])
    rows = [model.row_of(one, weight) for one, weight in zip(examples, importance, strict=True)]
    order = random.Random(_SEED)  # noqa: S311 - nothing secret; the same order each time
    model.settle(rows, _EXACTLY, order)
    middle = _middle(examples) if guessed else 0.0
    guesses = [model.row_of(Example(bag, 0.5), 0.0) for bag in guessed]
    for _ in range(ROUNDS if guesses else 0):
        model.guess(guesses, middle)
        model.settle([*rows, *guesses], _ROUGHLY, order)
    return model.learned()


def held_out(examples: Sequence[Example], unlabelled: Sequence[Bag] = ()) -> list[float]:
    """Return for each example the log odds, its offset included, that a model gives which has not seen it."""
    found = [0.0] * len(examples)
    for fold in folds([one.share > 0.5 for one in examples]):
        held = set(fold)
        learned = learn([one for at, one in enumerate(examples) if at not in held], unlabelled)
        for at in fold:
            found[at] = learned.logit(examples[at].bag) + examples[at].offset
    return found


def folds(kinds: Sequence[bool]) -> list[list[int]]:
    """Return the places of N_FOLDS parts that hold as many of each kind; those with nothing are left out."""
    order = list(range(len(kinds)))
    random.Random(_SEED).shuffle(order)  # noqa: S311 - nothing secret; the same parts each time
    order.sort(key=kinds.__getitem__)
    return [part for at in range(N_FOLDS) if (part := order[at::N_FOLDS])]


def _middle(examples: Sequence[Example]) -> float:
    """Return the log odds halfway between the two kinds, of texts that were not learned from.

    Those of the rarer kind come out too low there: without this, nearly all guesses would be of the other.
    """
    unhappy: list[float] = []
    others: list[float] = []
    for logit, one in zip(held_out(examples), examples, strict=True):
        (unhappy if one.share > 0.5 else others).append(logit - one.offset)
    return (_mean(unhappy) + _mean(others)) / 2


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _balanced(shares: Sequence[float]) -> list[float]:
    unhappy = sum(shares)
    of_one, of_other = len(shares) / 2 / max(unhappy, 1e-9), len(shares) / 2 / max(len(shares) - unhappy, 1e-9)
    return [share * of_one + (1 - share) * of_other for share in shares]


def _rarity(bags: Sequence[Bag]) -> tuple[array[float], array[float]]:
    """Return for each place how much a feature counts: the square of its inverse document frequency."""
    found = []
    for kind in (0, 1):
        n_texts: Counter[int] = Counter()
        for bag in bags:
            n_texts.update(set(bag[kind]))
        most = 1.0 + log(len(bags) + 1)
        squares = array("d", [most * most]) * SIZE
        for place, n in n_texts.items():
            squares[place] = (1.0 + log((len(bags) + 1) / (n + 1))) ** 2
        found.append(squares)
    return found[0], found[1]


@dataclass(slots=True)
class _Row:
    """A text to learn from, with its dual variable.

    Attributes:
        size: How far its logit moves when it is learned from with strength 1.
    """

    bag: Bag
    offset: float
    size: float
    share: float
    importance: float
    pull: float = 0.0


class _Moving:
    """Weights on their way."""

    def __init__(self, rarity: tuple[array[float], array[float]]) -> None:
        self._groups = tuple((array("d", bytes(8 * SIZE)), squares) for squares in rarity)
        self._base = 0.0

    def row_of(self, example: Example, importance: float) -> _Row:
        """Return a row that nothing was learned from yet."""
        sizes = (
            sum(map(squares.__getitem__, places)) / len(places) / _REGULAR
            for (_, squares), places in zip(self._groups, example.bag, strict=True)
            if places
        )
        return _Row(example.bag, example.offset, _BIAS + sum(sizes), example.share, importance)

    def settle(self, rows: Sequence[_Row], until: tuple[int, float], order: random.Random) -> None:
        """Learn all rows until little changes."""
        passes, done = until
        chosen = list(rows)
        for _ in range(passes):
            order.shuffle(chosen)
            if max(map(self._meet, chosen), default=0.0) < done:
                break

    def guess(self, rows: Sequence[_Row], middle: float) -> None:
        """Give rows without a label what the weights make of them, a little surer; what is unsure counts less."""
        for row in rows:
            row.share = logistic(_SURER * (self._logit(row.bag) - middle))
            row.importance = _GUESS_WEIGHT * abs(2 * row.share - 1)

    def learned(self) -> Learned:
        """Return what was learned."""
        (pieces, _), (words, _) = self._groups
        return Learned(pieces, words, self._base)

    def _meet(self, row: _Row) -> float:
        """Learn one text as well as the others allow; return how much that changed, as a share of its importance."""
        pull = _best_pull(row, self._logit(row.bag) + row.offset)
        change, row.pull = pull - row.pull, pull
        if abs(change) > _NOTHING:
            self._base += change * _BIAS
            for (weights, squares), places in zip(self._groups, row.bag, strict=True):
                step = change / _REGULAR / sqrt(len(places) or 1)
                for place in places:
                    weights[place] += step * squares[place]
        return abs(change) / (row.importance or 1.0)

    def _logit(self, bag: Bag) -> float:
        value = self._base
        for (weights, _), places in zip(self._groups, bag, strict=True):
            if places:
                value += sum(map(weights.__getitem__, places)) / sqrt(len(places))
        return value


def _best_pull(row: _Row, logit: float) -> float:
    """Return the dual variable a = importance * (share - p(logit + (a - a before) * size)).

    What is missing grows with a, so Newton's method is kept between what is too little and what is too much.
    """
    weight, share, before = row.importance, row.share, row.pull
    low, high = weight * (share - 1), weight * share
    pull = min(max(before, low), high)
    for _ in range(_STEPS):
        p = logistic(logit + (pull - before) * row.size)
        miss = pull - weight * (share - p)
        low, high = (low, pull) if miss > 0 else (pull, high)
        tried = pull - miss / (1 + weight * p * (1 - p) * row.size)
        pull, last = tried if low < tried < high else (low + high) / 2, pull
        if abs(pull - last) <= _EXACT * weight:
            break
    return pull
