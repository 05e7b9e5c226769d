"""A team's own model of one language, and the judge that it is to whoever scores texts."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from math import sqrt
from typing import Final, NamedTuple, Protocol

from reviewwatch.sentiment.own import calibration
from reviewwatch.sentiment.own.calibration import Scale, logistic
from reviewwatch.sentiment.own.features import MAX_CHARS, Bag, bag_of
from reviewwatch.sentiment.own.learning import Example, Learned, held_out, learn

MOST: Final = 32_767


class OwnJudge(Protocol):
    """What whoever scores texts needs of an own model."""

    @property
    def lang(self) -> str:
        """The language that it was learned from."""
        ...

    @property
    def scorer(self) -> str:
        """Name and version, as they stand in `Assessment.scorer`."""
        ...

    @property
    def threshold(self) -> float:
        """The probability from which it calls a text a detractor's."""
        ...

    @property
    def prior(self) -> str:
        """The name of the judge whose log odds it builds on; empty where it judges alone."""
        ...

    @property
    def max_chars(self) -> int:
        """How much of a text it reads."""
        ...

    def logit(self, text: str, prior: float = 0.0) -> float | None:
        """Return the log odds that a detractor wrote a text, None where it holds nothing to judge by.

        Args:
            prior: Log odds of the judge that `prior` names.
        """
        ...


class Made(NamedTuple):
    """When and from what a model was learned.

    Attributes:
        at: UTC, as text.
        sources: Whose reviews.
        n_unhappy, n_others: Labels of each kind; `n_marked` of them are a person's marks.
        n_unlabelled: Texts without a label that it also saw.
        before, after: Measured on the same labels, of the judge before and of this one; None where nothing was.
    """

    at: str
    sources: tuple[str, ...]
    n_unhappy: int
    n_others: int
    n_marked: int = 0
    n_unlabelled: int = 0
    before: float | None = None
    after: float | None = None


@dataclass(frozen=True)
class OwnModel:
    """Weights by place, as whole numbers of units, so that a sum does not depend on its order.

    Attributes:
        pieces, words: SIZE numbers each.
        unit: What one of them is worth.
        scale: From the model's log odds to those that come true.
        prior: See `OwnJudge.prior`.
        version: A hash of all that decides a verdict.
    """

    lang: str
    pieces: array[int]
    words: array[int]
    unit: float
    base: float
    scale: Scale
    threshold: float
    made: Made
    prior: str = ""

    @cached_property
    def version(self) -> str:
        """Eight hex digits that tell this model from every other one."""
        numbers = (self.lang, self.unit, self.base, *self.scale, self.threshold, self.prior)
        return blake2b(repr(numbers).encode() + self.body(), digest_size=4).hexdigest()

    def body(self) -> bytes:
        """Return the weights of all pieces, then of all words, each a little-endian number of 16 bits."""
        return b"".join(in_little_endian(weights).tobytes() for weights in (self.pieces, self.words))

    @property
    def scorer(self) -> str:
        """Name and version, as they stand in `Assessment.scorer`."""
        return f"own {self.lang} {self.version}"

    @property
    def max_chars(self) -> int:
        """How much of a text it reads."""
        return MAX_CHARS

    def logit(self, text: str, prior: float = 0.0) -> float | None:
        """Return the log odds that a detractor wrote a text; see `OwnJudge.logit`."""
        bag = bag_of(text)
        return self.scale.of(self.raw(bag) + prior) if bag.pieces else None

    def raw(self, bag: Bag) -> float:
        """Return what the weights say, before the scale."""
        value = self.base
        for weights, places in ((self.pieces, bag.pieces), (self.words, bag.words)):
            if places:
                value += self.unit * sum(map(weights.__getitem__, places)) / sqrt(len(places))
        return value


class Trained(NamedTuple):
    """A model, with what a model that had not seen them gives the texts that it was learned from.

    Attributes:
        probabilities: Held out, on the scale of the model, in the order of the examples.
    """

    model: OwnModel
    probabilities: list[float]


def train(lang: str, examples: Sequence[Example], unlabelled: Sequence[Bag], made: Made, prior: str = "") -> Trained:
    """Return a model of a language; the same examples in the same order give the same model.

    Args:
        examples: At least one of each kind, with offsets where a prior is named.
    """
    labels = [one.share > 0.5 for one in examples]
    logits = held_out(examples, unlabelled)
    scale = calibration.fit(logits, labels)
    probabilities = [logistic(scale.of(logit)) for logit in logits]
    pieces, words, unit, base = _whole(learn(examples, unlabelled))
    threshold = round(calibration.best_threshold(probabilities, labels), 6)
    model = OwnModel(lang, pieces, words, unit, base, scale, threshold, made, prior)
    return Trained(model, probabilities)


def _whole(learned: Learned) -> tuple[array[int], array[int], float, float]:
    most = max(map(abs, (*learned.pieces, *learned.words)))
    unit = most / MOST or 1.0
    pieces, words = (array("h", [round(value / unit) for value in own]) for own in (learned.pieces, learned.words))
    return pieces, words, unit, learned.base


def in_little_endian(numbers: array[int]) -> array[int]:
    """Return numbers in the byte order of a file, or back."""
    if sys.byteorder == "little":
        return numbers
    swapped = array("h", numbers)
    swapped.byteswap()
    return swapped
