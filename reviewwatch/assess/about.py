"""What the words of a clause are about, by weights learned from invented clauses (`python3 dev.py eval words`).

    logit of a theme = bias + what the words weigh / root of their number + what its phrases weigh

and the shares of a clause are the softmax over the themes of its trade and "none of them". Words of the same sentence
outside the clause count a quarter. Each stem is one whole number with a lane for each theme, so that one addition adds
all of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log, sqrt
from sys import byteorder
from typing import Final, NamedTuple

from reviewwatch.errors import DamagedWeightsError
from reviewwatch.sentiment import container
from reviewwatch.sentiment.roles import Memo

KIND: Final = container.Kind(
    magic=b"reviewwatch words of themes 1",
    noun="file of what words weigh",
    features=1,
    max_body=16 * 2**20,
    error=DamagedWeightsError,
)
FILE: Final = "words.bin"
UNIT: Final = 16
"""Weights are kept in parts of one: 16 are 1."""
NONE, FELT = "", "+"
"""Lanes beside those of the themes: none of them, and how happy a word is."""
_MIDDLE: Final = 128
"""What a byte of the file holds for nothing, so that no lane ever is below 0."""
_OWN, _ALL = 3, 4
"""A word of the clause counts for itself and as one of its sentence."""
_LANE: Final = 4
"""Bytes of one."""
_RAISED: Final = 8.0
"""Logits that every bias is raised by, which no share notices."""
_SHARE: Final = 0.35
"""From which a clause is about a theme."""
_LEAST: Final = 3.0
"""Logits below the best from which a share is taken for nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned.

    Attributes:
        lanes: Themes, with NONE and FELT at the end.
        bias: Of each lane, in logits.
        levels: What a phrase adds to its theme, by how sure it is (`themes.level`).
        tone: What the tone of a clause adds to FELT.
        rows: Of each stem a byte for each lane.
    """

    lanes: Sequence[str]
    bias: Sequence[float]
    levels: Sequence[float]
    tone: float
    rows: Mapping[str, bytes]


class Sum(NamedTuple):
    """Words added up.

    Attributes:
        total: Lanes, each raised by _MIDDLE a word.
        n: Different words.
    """

    total: int
    n: int


class Scale:
    """Weighs clauses for some themes.

    Args:
        themes: Those that are not in the weights are passed over.
    """

    def __init__(self, weights: Weights, themes: Set[str]) -> None:
        kept = [at for at, name in enumerate(weights.lanes) if name in themes or name in (NONE, FELT)]
        self._names = [weights.lanes[at] for at in kept][:-1]
        self._bias = [weights.bias[at] for at in kept]
        self._places = {
            name: _number([int(lane == at) for lane in range(len(kept))]) for at, name in enumerate(self._names)
        }
        self._levels = weights.levels
        self.tone = weights.tone
        unknown = bytes([_MIDDLE]) * len(weights.lanes)
        self._number_of = Memo(
            lambda stem: _number([weights.rows.get(stem, unknown)[at] for at in kept]), size=20_000, longest=40
        ).__getitem__
        self._size = _LANE * len(kept)
        self._beginning = cache(self._begun)

    def sum(self, stems: Iterable[str]) -> Sum:
        """Add up what words weigh."""
        different = set(stems)
        return Sum(sum(map(self._number_of, different)), len(different))

    def weigh(self, own: Sum, sentence: Sum, phrases: Iterable[tuple[str, int]]) -> tuple[list[str], float]:
        """Return the themes with a large share, and how happy the words are as log odds.

        Args:
            own: Of the clause, with a word at least.
            sentence: The sum of those of all its clauses.
            phrases: Themes that they name, with their level.
        """
        begun, one, reach = self._beginning(own.n)
        total = _OWN * own.total + sentence.total + begun
        for name, level in phrases:
            if name in self._places:
                total += self._places[name] * round(self._levels[level] * one)
        lanes = array("I", total.to_bytes(self._size, byteorder)).tolist()
        felt = (lanes.pop() - _MIDDLE * (_OWN * own.n + sentence.n)) / one - _RAISED
        best = max(lanes)
        far = best - reach
        near = [lane for lane in lanes if lane > far]
        if len(near) == 1:  # as in most clauses that are about anything
            name = self._names[lanes.index(best)]
            return [name] if name != NONE else [], felt
        least = best + log(_SHARE * sum([exp((lane - best) / one) for lane in near])) * one
        if least > best:
            return [], felt
        names = [self._names[at] for at, lane in enumerate(lanes) if lane >= least]
        return [name for name in names if name != NONE], felt

    def _begun(self, n: int) -> tuple[int, float, float]:
        """Return the biases in a clause of some words, what a logit is there, and how far a share reaches."""
        one = UNIT * _ALL * sqrt(n)
        return _number([round((bias + _RAISED) * one) for bias in self._bias]), one, _LEAST * one


def _number(lanes: Sequence[int]) -> int:
    return int.from_bytes(array("I", lanes).tobytes(), byteorder)


@lru_cache(maxsize=64)
def scale_for(themes: frozenset[str]) -> Scale:
    """Return what weighs clauses for some themes."""
    return Scale(load(), themes)


@cache
def load() -> Weights:
    """Return the shipped weights."""
    return unpacked((files("reviewwatch.assess.packs") / FILE).read_bytes(), FILE)


def packed(weights: Weights) -> bytes:
    """Return the bytes of a file, the same for the same weights."""
    stems = sorted(weights.rows)
    body = b"".join([weights.rows[stem] for stem in stems]) + "\n".join(stems).encode()
    head = {
        "bias": list(weights.bias),
        "blake2b": container.digest_of(body),
        "lanes": list(weights.lanes),
        "levels": list(weights.levels),
        "n": len(stems),
        "tone": weights.tone,
    }
    return container.packed(KIND, head, body)


def unpacked(data: bytes, path: str) -> Weights:
    """Return what a file holds.

    Raises:
        DamagedWeightsError: It is not what `packed` wrote.
    """
    head, body = container.unpacked(KIND, data, path)
    container.check(KIND, head, container.digest_of(body), path)
    with container.reading(KIND, path):
        size, end = len(head["lanes"]), head["n"] * len(head["lanes"])
        stems = body[end:].decode().split("\n")
        rows = {stem: body[size * at : size * (at + 1)] for at, stem in enumerate(stems)}
        return Weights(head["lanes"], head["bias"], head["levels"], head["tone"], rows)
