"""From labelled sets to weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from math import exp, log
from typing import Final

from evaluation.fitting import Examples, fit
from evaluation.sets import LabelledSet, Text
from reviewwatch.sentiment.features import forms_of, of_sentence, tones_of
from reviewwatch.sentiment.weights.format import Weights, quantized

DAMPING: Final = 0.25
"""Half makes all texts equally long; learned from sentences and used on reviews, that costs .015 AUC."""
PENALTY: Final = 1.0
N_STEPS: Final = 300
MIN_TEXTS: Final = 2
"""A feature must stand in so many texts."""
GRADED: Final = 0.5
"""What a text with a graded label counts beside one of a rated set."""
SLOPE: Final = 1.0
EVEN: Final = -0.15
"""Log odds, with as many detractors as others in every set, from which a text is called a detractor's."""
SHARE: Final = 0.3
"""Of detractors, that a probability assumes: sets are learned from as if half of them were."""


def learn(sets: Sequence[LabelledSet]) -> Weights:
    """Return the weights that sets teach; the same sets in any order give the same weights."""
    ordered = sorted(sets, key=lambda one: one.name)
    texts = [text for one in ordered for text in one.texts if text.sentences]
    seen = [_seen(text) for text in texts]
    own = [sorted([*chain.from_iterable(map(forms_of, singles)), *pairs]) for singles, pairs in seen]
    n_texts = Counter(feature for features in own for feature in set(features))
    known = sorted(feature for feature, n in n_texts.items() if n >= MIN_TEXTS)
    numbers = {feature: number for number, feature in enumerate(known)}
    fitted = fit(
        Examples(
            features=[[numbers[feature] for feature in features if feature in numbers] for features in own],
            scales=[max(1, len(singles) + len(pairs)) ** -DAMPING for singles, pairs in seen],
            dense=[tones_of(text.tones, [len(words) for words in text.sentences]) for text in texts],
            labels=[text.unhappy for text in texts],
            weights=[weight for one in ordered for weight in _weights(one)],
        ),
        len(known),
        PENALTY,
        N_STEPS,
    )
    words, unit = quantized({feature: SLOPE * weight for feature, weight in zip(known, fitted.features, strict=True)})
    prior = log(SHARE / (1.0 - SHARE))
    return Weights(
        words=words,
        unit=unit,
        tones=tuple(round(SLOPE * weight, 6) for weight in fitted.dense),
        base=round(SLOPE * fitted.intercept + prior, 6),
        damping=DAMPING,
        threshold=round(_logistic(SLOPE * EVEN + prior), 6),
        sets=tuple(one.name for one in ordered),
    )


def _seen(text: Text) -> tuple[set[str], set[str]]:
    """Return the different tokens and pairs of a text."""
    parts = [of_sentence(words) for words in text.sentences]
    return set(chain.from_iterable(own for own, _ in parts)), set(chain.from_iterable(pairs for _, pairs in parts))


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
