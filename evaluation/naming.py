"""Does a draft name what the review complains of? By words of the theme, or of the labelled quote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from reviewwatch.reply.reading.nouns import nouns

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


_ABSTRACT: Final = frozenset([
    "access", "account", "ads", "answer", "answers", "assembly", "bill", "change", "charge", "check", "cold",
    "connection", "cost", "crashes", "data", "delay", "delivery", "description", "drain", "fault", "feature",
    "fees", "fit", "food", "heat", "help", "hours", "information", "item", "items", "login", "loss", "message",
    "messages", "noise", "notifications", "number", "order", "parking", "payment", "price", "prices", "quality",
    "refund", "return", "service", "size", "space", "speed", "staff", "subscription", "substitution", "support",
    "sync", "things", "update", "wait", "way", "wifi", "yours",
])  # fmt: skip
"""Words that sum up what a review tells in other words: "the delay" for "three weeks late"."""


def things_not_held(name: str, review: str) -> list[str]:
    """Return the things that a name holds and the review does not: a shower for a blocked toilet.

    Args:
        name: What a draft calls the complaint.
        review: Its title and text.
    """
    held = _stems(review)
    words = [word for word in _WORD.findall(name.casefold()) if (word,) in nouns() and word not in _ABSTRACT]
    return [word for word in words if word[:_STEM] not in held and word not in _EMPTY and not _is_part(word, review)]


def _is_part(word: str, review: str) -> bool:
    """Say whether a word stands in the review within another, or cut: "air-con", "toilets"."""
    return word.removesuffix("s") in review.casefold()
