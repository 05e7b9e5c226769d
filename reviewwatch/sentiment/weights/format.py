"""The file that weights are kept in: two lines that a person can read, then one compressed block.

    reviewwatch detector 1
    {"base": …, "blake2b": …, "damping": …, "features": 1, "n": …, "sets": […], "threshold": …, "tones": […], "unit": …}
    <zlib: n bytes of weights, then the n features in byte order, one a line>

A byte is the root of a weight in units, with its sign, so that small weights keep their differences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any, Final

from reviewwatch.errors import DamagedWeightsError
from reviewwatch.sentiment import container
from reviewwatch.sentiment.features import TONES, VERSION

_KIND: Final = container.Kind(
    magic=b"reviewwatch detector 1",
    noun="file of weights",
    features=VERSION,
    max_body=64 * 2**20,
    error=DamagedWeightsError,
)
_MOST: Final = 127


@dataclass(frozen=True, slots=True)
class Weights:
    """What training learned.

    Attributes:
        words: Of each feature the weight in millionths.
        unit: Every weight is this times a square number.
        tones: In the order of `features.TONES`.
        base: Log odds of a text that says nothing.
        damping: The power of the number of features that their sum is divided by.
        threshold: The probability from which a text is called a detractor's.
        sets: Names of the sets that it was learned from.
    """

    words: Mapping[str, int]
    unit: int
    tones: tuple[float, ...]
    base: float
    damping: float
    threshold: float
    sets: tuple[str, ...]


def quantized(words: Mapping[str, float]) -> tuple[dict[str, int], int]:
    """Return weights in millionths as a file can hold them, without those that come to nothing, and their unit."""
    most = max((abs(weight) for weight in words.values()), default=0.0)
    unit = max(1, ceil(most * 1e6 / _MOST**2))
    values = _values(unit)
    places = ((feature, _place(weight, unit)) for feature, weight in sorted(words.items()))
    return {feature: values[place] for feature, place in places if place}, unit


def packed(weights: Weights) -> bytes:
    """Return the bytes of a file, the same for the same weights."""
    places = {value: place for place, value in _values(weights.unit).items()}
    features = sorted(weights.words)
    signs = bytes(places[weights.words[feature]] % 256 for feature in features)
    body = signs + "\n".join(features).encode()
    head = {
        "base": weights.base,
        "blake2b": container.digest_of(body),
        "damping": weights.damping,
        "n": len(features),
        "sets": list(weights.sets),
        "threshold": weights.threshold,
        "tones": list(weights.tones),
        "unit": weights.unit,
    }
    return container.packed(_KIND, head, body)


def unpacked(data: bytes, path: str) -> Weights:
    """Return what a file holds.

    Raises:
        DamagedWeightsError: It is not what `packed` wrote, or was written for other features.
    """
    head, body = container.unpacked(_KIND, data, path)
    container.check(_KIND, head, container.digest_of(body), path)
    with container.reading(_KIND, path):
        return _read(head, body)


def _read(head: Mapping[str, Any], body: bytes) -> Weights:
    n = head["n"]
    values = _values(head["unit"])
    by_byte = [values.get(place if place <= _MOST else place - 256, 0) for place in range(256)]
    features = body[n:].decode().split("\n") if n else []
    words = dict(zip(features, map(by_byte.__getitem__, body[:n]), strict=True))
    tones = tuple(map(float, head["tones"]))
    if len(tones) != len(TONES):
        raise ValueError(f"{len(tones)} weights of tones")
    return Weights(
        words=words,
        unit=head["unit"],
        tones=tones,
        base=float(head["base"]),
        damping=float(head["damping"]),
        threshold=float(head["threshold"]),
        sets=tuple(head["sets"]),
    )


def _values(unit: int) -> dict[int, int]:
    """Return what each byte stands for, in millionths; 0 for none."""
    return {sign * place: sign * unit * place**2 for place in range(_MOST + 1) for sign in (1, -1)}


def _place(weight: float, unit: int) -> int:
    place = min(_MOST, round(sqrt(abs(weight) * 1e6 / unit)))
    return place if weight > 0 else -place
