"""Does a draft name what the review complains of? By words of the theme, or of the labelled quote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS: Final = 3
_STEM: Final = 5
"""Letters by which two words count as one: "showers" and "shower", "charged" and "charge"."""
_EMPTY: Final = frozenset([
    "about", "after", "again", "also", "because", "been", "before", "came", "cannot", "could", "does", "down", "each",
    "even", "ever", "every", "from", "have", "here", "into", "just", "like", "made", "make", "more", "most", "much",
    "never", "once", "only", "other", "ours", "over", "really", "said", "same", "some", "still", "such", "than", "that",
    "their", "them", "then", "there", "they", "this", "until", "very", "want", "well", "went", "were", "what", "when",
    "where", "which", "while", "will", "with", "without", "would", "your", "about", "all", "and", "any", "are",
    "but", "can", "day", "did", "don", "few", "for", "get", "got", "had", "has", "her", "him", "his", "how",
    "isn", "its", "let", "may", "new", "nor", "not", "now", "off", "old", "one", "our", "out", "own", "per",
    "put", "say", "see", "she", "six", "ten", "the", "too", "two", "use", "was", "way", "who", "why", "yet",
    "you", "sorry", "told", "tell", "time", "times",
])  # fmt: skip
WORDS: Final[Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)


def names(text: str, theme: str, quote: str) -> bool:
    """Say whether a text names an issue.

    Args:
        theme: As the label has it.
        quote: The words of the review that state it.
    """
    folded = f" {text.casefold()} "
    if any(f" {word}" in folded for word in WORDS.get(theme, ())):
        return True
    said = _stems(text)
    return any(stem in said for stem in _stems(quote))


def shares_meaning(text: str, review: str) -> bool:
    """Say whether a reply shares any word with the review that carries a meaning."""
    return bool(_stems(text) & _stems(review))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_meaning(_WORD.findall(text.casefold())))


def _meaning(words: Iterable[str]) -> Iterable[str]:
    return (word[:_STEM] for word in words if len(word) >= _LEAST_LETTERS and word not in _EMPTY)
