"""VADER's words and weights, read from the installed vaderSentiment: the one place that touches that package."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What VADER knows of words. All keys are lower-case.

    Attributes:
        valences: How a word feels, -4..4; never 0.
        emoji: What an emoji of one code point is read as.
        boosters: What a degree adverb adds to a later word; two-word ones hold a space.
        more, less: What any of them adds, above and below 0.
        negations: Words that turn a later word around.
        idioms: Phrases of two or three words that feel other than their words.
        negation: The factor of a negation, below 0.
        shout: What capitals add among words that are not shouted.
    """

    valences: Mapping[str, float]
    emoji: Mapping[str, str]
    boosters: Mapping[str, float]
    more: float
    less: float
    negations: frozenset[str]
    idioms: Mapping[str, float]
    negation: float
    shout: float


@cache
def load() -> Lexicon:
    """Read the lexicon once, on first use: it costs some 15 ms, and most commands score nothing."""
    upstream = importlib.import_module("vaderSentiment.vaderSentiment")
    folder = Path(str(upstream.__file__)).parent
    return Lexicon(
        valences={word: float(weight) for word, weight in _rows(folder / "vader_lexicon.txt")},
        emoji={signs: words for signs, words in _rows(folder / "emoji_utf8_lexicon.txt") if len(signs) == 1},
        boosters=upstream.BOOSTER_DICT,
        more=upstream.B_INCR,
        less=upstream.B_DECR,
        negations=frozenset(upstream.NEGATE),
        idioms={phrase: weight for phrase, weight in upstream.SPECIAL_CASES.items() if " " in phrase},
        negation=upstream.N_SCALAR,
        shout=upstream.C_INCR,
    )


def _rows(path: Path) -> Iterator[list[str]]:
    """Yield the first two columns of a table; upstream ends lines at newlines alone, and so do we."""
    for line in path.read_bytes().decode().split("\n"):
        if line:
            yield line.strip().split("\t", 2)[:2]
