"""From labelled sets to weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp, log
from typing import Any, Final

import numpy as np

from evaluation.fitting import Examples, fit
from evaluation.sets import LabelledSet, Text
from evaluation.shipped import SHARE
from reviewwatch.sentiment.features import forms_of, of_sentence, tones_of
from reviewwatch.sentiment.weights.format import Weights, quantized

DAMPING: Final = 0.25
"""Half makes all texts equally long; learned from sentences and used on reviews, that costs .015 AUC."""
PENALTY: Final = 1.0
N_STEPS: Final = 300
MIN_TEXTS: Final = 2
"""A feature must stand in so many texts."""
MIN_WEIGHT: Final = 0.035
"""Before the slope; a third of the features weigh less, and leaving them out moves AUC by less than .0005."""
GRADED: Final = 0.5
"""What a text with a graded label counts beside one of a rated set."""
# The two below, and SHARE, were chosen on the development sets, each scored by weights that had not seen it.
SLOPE: Final = 1.4
"""What log odds are multiplied by: reviews say a thing several times, and what was learned from is short."""
EVEN: Final = -0.1
"""Log odds, before the slope and with as many detractors as others, from which a text is called a detractor's."""


class Shelf:
    """Sets with their features counted out, so that weights can be learned from many choices of them.

    What is learned from a choice does not depend on what else stands on the shelf, nor on any order.
    """

    def __init__(self, sets: Sequence[LabelledSet]) -> None:
        numbers: dict[str, int] = {}
        taken = [_take(one, numbers) for one in sets]
        self._features = sorted(numbers)
        # Numbers were given at first sight; from here on they follow the order of the features.
        places: Any = np.empty(len(numbers), dtype=np.int64)
        places[[numbers[feature] for feature in self._features]] = np.arange(len(numbers))
        self._sets = {one.name: own.renumbered(places) for one, own in zip(sets, taken, strict=True)}

    def learn(self, names: Sequence[str]) -> Weights:
        """Return the weights that some of the sets teach."""
        chosen = [self._sets[name] for name in sorted(names)]
        indices = np.concatenate([own.indices for own in chosen])
        counts = np.concatenate([own.counts for own in chosen])
        known = np.flatnonzero(_n_texts(indices, counts, len(self._features)) >= MIN_TEXTS)
        places: Any = np.full(len(self._features), -1, dtype=np.int64)
        places[known] = np.arange(len(known))
        kept = places[indices] >= 0
        texts = np.repeat(np.arange(len(counts)), counts)[kept]
        examples = Examples(
            indices=places[indices][kept],
            counts=np.bincount(texts, minlength=len(counts)),
            scales=np.concatenate([own.scales for own in chosen]),
            dense=np.concatenate([own.dense for own in chosen]),
            labels=np.concatenate([own.labels for own in chosen]),
            weights=np.concatenate([own.weights for own in chosen]),
        )
        fitted = fit(examples, len(known), PENALTY, N_STEPS)
        learned = dict(zip([self._features[number] for number in known], fitted.features, strict=True))
        words, unit = quantized({key: SLOPE * weight for key, weight in learned.items() if abs(weight) >= MIN_WEIGHT})
        prior = log(SHARE / (1.0 - SHARE))
        return Weights(
            words=words,
            unit=unit,
            tones=tuple(round(SLOPE * weight, 6) for weight in fitted.dense),
            base=round(SLOPE * fitted.intercept + prior, 6),
            damping=DAMPING,
            threshold=round(_logistic(SLOPE * EVEN + prior), 6),
            sets=tuple(sorted(names)),
        )


@dataclass(frozen=True, slots=True)
class _Taken:
    """A set as arrays, as `Examples` holds them."""

    indices: Any
    counts: Any
    scales: Any
    dense: Any
    labels: Any
    weights: Any

    def renumbered(self, places: Any) -> _Taken:
        return _Taken(places[self.indices], self.counts, self.scales, self.dense, self.labels, self.weights)


def _take(one: LabelledSet, numbers: dict[str, int]) -> _Taken:
    texts = [text for text in one.texts if text.sentences]
    seen = [_seen(text) for text in texts]
    own = [sorted([*chain.from_iterable(map(forms_of, singles)), *pairs]) for singles, pairs in seen]
    flat = (numbers.setdefault(feature, len(numbers)) for features in own for feature in features)
    return _Taken(
        indices=np.fromiter(flat, dtype=np.int64),
        counts=np.array([len(features) for features in own], dtype=np.int64),
        scales=np.array([max(1, len(singles) + len(pairs)) ** -DAMPING for singles, pairs in seen]),
        dense=np.array([tones_of(text.tones, [len(words) for words in text.sentences]) for text in texts]),
        labels=np.array([text.unhappy for text in texts]),
        weights=np.array(list(_weights(one))),
    )


def _seen(text: Text) -> tuple[set[str], set[str]]:
    """Return the different tokens and pairs of a text."""
    parts = [of_sentence(words) for words in text.sentences]
    pairs = set(chain.from_iterable(own for _, own in parts))
    return set(chain.from_iterable(own for own, _ in parts)), set(map(" ".join, pairs))


def _n_texts(indices: Any, counts: Any, n: int) -> Any:
    """Return in how many texts each feature stands; where one stands twice in a text it stands there side by side."""
    starts: Any = np.zeros(len(indices) + 1, dtype=bool)
    starts[np.cumsum(counts)] = True
    starts[0] = True
    is_first = starts[:-1].copy()
    is_first[1:] |= indices[1:] != indices[:-1]
    return np.bincount(indices[is_first], minlength=n)


def _weights(one: LabelledSet) -> Iterator[float]:
    """Yield what each text counts: both labels of a set alike, and a set by the root of its size."""
    texts = [text for text in one.texts if text.sentences]
    n_unhappy = sum(text.unhappy > 0.5 for text in texts)
    for text in texts:
        yield len(texts) ** -0.5 * (GRADED if one.is_graded else _share(text, n_unhappy, len(texts)))


def _share(text: Text, n_unhappy: int, n: int) -> float:
    return n / 2 / (n_unhappy if text.unhappy > 0.5 else n - n_unhappy)


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + exp(-logit))
