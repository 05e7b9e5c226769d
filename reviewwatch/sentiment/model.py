"""The detector: how likely a detractor wrote a text, and what each sentence adds to that.

    logit = base + sum of parts, one part a sentence
    part  = what its words and pairs of words weigh / n ** damping + what its tone weighs

`n` counts the different tokens and pairs of the text. Each counts once, where it first stands. Weights are whole
numbers of millionths, so that a sum does not depend on its order and the same text always gets the same logit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from operator import mul
from sys import intern
from typing import Final, NamedTuple

from reviewwatch.sentiment.features import Pair, forms_of, of_sentence, of_text, of_words, tones_of
from reviewwatch.sentiment.roles import Memo
from reviewwatch.sentiment.weights.format import Weights, unpacked

MILLIONTH: Final = 1e-6
_FELT: Final = 0.05


class Scored(NamedTuple):
    """What the detector makes of a text.

    Attributes:
        logit: Log odds that a detractor wrote it.
        base: Where a text begins that says nothing.
        parts: What each sentence adds, in order; above 0 it speaks for a detractor.
    """

    logit: float
    base: float
    parts: tuple[float, ...]

    @property
    def p(self) -> float:
        """The probability that a detractor wrote it."""
        return 1.0 / (1.0 + exp(-self.logit)) if self.logit > 0 else 1.0 - 1.0 / (1.0 + exp(self.logit))


class Detector:
    """Scores texts of one language.

    Args:
        weights: Learned by `python3 dev.py train`.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        pairs = {_pair(feature): weight for feature, weight in weights.words.items() if " " in feature}
        self._pair = pairs.get
        self._weight_of_pair = pairs.__getitem__
        self._known_pairs = frozenset(pairs)
        self._single = Memo(self._weigh, size=20_000, longest=40).__getitem__

    @property
    def threshold(self) -> float:
        """The probability from which a text is called a detractor's."""
        return self.weights.threshold

    def score(self, sentences: Sequence[Sequence[str]], tones: Sequence[float]) -> Scored:
        """Return how a text reads.

        Args:
            sentences: Of each sentence, the folded words, as `Passage.words` gives them; none empty.
            tones: Of each sentence, VADER's compound.
        """
        base = self.weights.base
        if not sentences:
            return Scored(base, base, ())
        single, pair = self._single, self._pair
        seen, seen_pairs, sums = set[str](), set[Pair](), []
        for words in sentences:
            tokens, pairs = of_sentence(words)
            new, new_pairs = set(tokens), set(pairs)
            if seen:
                new -= seen
                new_pairs -= seen_pairs
            seen |= new
            seen_pairs |= new_pairs
            sums.append(sum(map(single, new)) + sum(map(pair, new_pairs, repeat(0))))
        scale = MILLIONTH * max(1, len(seen) + len(seen_pairs)) ** -self.weights.damping
        parts = tuple(
            [tone + scale * total for total, tone in zip(sums, self._tone_parts(sentences, tones), strict=True)]
        )
        return Scored(base + sum(parts), base, parts)

    def logit(
        self, sentences: Sequence[Sequence[str]], by_word: Sequence[tuple[str, ...]], tones: Sequence[float]
    ) -> float:
        """Return `score(...).logit` but for rounding, in half the time: what each sentence adds is not told apart.

        Args:
            sentences, tones: As `score` takes them.
            by_word: Of each of their words its tokens, as `features.tokens_of` gives them.
        """
        if not tones:
            return self.weights.base
        singles, pairs = of_text(sentences, by_word)
        # Few pairs weigh anything, and two sets meet by the hashes that they keep.
        total = sum(map(self._single, singles)) + sum(map(self._weight_of_pair, self._known_pairs & pairs))
        scale: float = MILLIONTH * max(1, len(singles) + len(pairs)) ** -self.weights.damping
        felt: float = sum(map(mul, self.weights.tones, tones_of(tones, list(map(len, sentences)))))
        return self.weights.base + felt + scale * total

    def by_word(self, words: Sequence[str]) -> list[float]:
        """Return what each word of a sentence weighs, to find the clause that weighs most.

        A pair counts half for each of its words. It is a share of the sentence, not of the logit: the tone is left out
        and nothing is divided by the length.

        Args:
            words: Folded, as `score` takes them.
        """
        found, place_before = [0.0] * len(words), 0
        for place, tokens in enumerate(of_words(words)):
            for single, pair in tokens:
                half = self._pair(pair, 0) * 0.5
                found[place_before] += half
                found[place] += half + self._single(single)
                place_before = place
        return [value * MILLIONTH for value in found]

    def _weigh(self, single: str) -> int:
        weight = self.weights.words.get
        return sum([weight(form, 0) for form in forms_of(single)])

    def _tone_parts(self, sentences: Sequence[Sequence[str]], tones: Sequence[float]) -> list[float]:
        """Return what the tone of each sentence adds: shares and means in equal parts, extremes where they stand."""
        n = len(tones)
        mean, by_length, lowest, highest, first, last, share_unhappy, share_happy, unhappy, happy = self.weights.tones
        n_words = sum(map(len, sentences))
        if_unhappy, if_happy = share_unhappy / n, share_happy / n
        below, above, beside = (mean + unhappy) / n, (mean + happy) / n, mean / n
        by_length /= n_words
        parts = []
        for tone, words in zip(tones, sentences, strict=True):
            part = tone * by_length * len(words)
            if tone < -_FELT:
                part += tone * below + if_unhappy
            elif tone > _FELT:
                part += tone * above + if_happy
            else:
                part += tone * beside
            parts.append(part)
        least, most = min(tones), max(tones)
        parts[tones.index(least)] += least * lowest
        parts[tones.index(most)] += most * highest
        parts[0] += tones[0] * first
        parts[-1] += tones[-1] * last
        return parts


def _pair(feature: str) -> Pair:
    # Interned, as the tokens of a text are: pairs that meet are then equal at a glance.
    first, _, second = feature.partition(" ")
    return intern(first), intern(second)


@cache
def load(lang: str = "en") -> Detector | None:
    """Return the shipped detector of a language, None where there is none.

    It is read on first use, in some tens of milliseconds, and kept.

    Raises:
        DamagedWeightsError: The file is not as it was written.
    """
    file = files("reviewwatch.sentiment.weights") / f"{lang}.bin"
    if not lang.isalpha() or not file.is_file():
        return None
    return Detector(unpacked(file.read_bytes(), str(file)))
