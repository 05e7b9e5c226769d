"""Whether a short text is English, where it is too short for its language to be told: by words of our own lists."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from reviewwatch.text import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHARE: Final = 0.9
"""Share of a text's words that must be known. One word of service ("wifi", "no") stands in many languages."""
_SMALL: Final = frozenset([
    "a", "an", "the", "and", "or", "but", "at", "in", "on", "of", "to", "for", "from", "with", "by", "as", "is",
    "was", "are", "were", "be", "been", "it", "its", "this", "that", "i", "we", "you", "they", "he", "she", "my",
    "our", "your", "their", "me", "us", "them", "not", "no", "never", "nobody", "nothing", "very", "too", "so",
    "all", "any", "one", "two", "shut", "closed", "open", "everywhere", "again", "still", "only", "just", "than",
    "when", "what", "who", "why", "how",
])  # fmt: skip
_PACKS: Final = ("general", "hospitality", "apps", "shops", "delivery", "games", "health", "finance", "software")


def is_english(text: str) -> bool:
    """Say whether nearly all words of a text are English ones that we know, and at least one of them is."""
    words = [word.casefold() for word in _WORD.findall(fold(text).text)]
    n_known = sum(word in _known() for word in words)
    return bool(words) and n_known >= _SHARE * len(words)


@cache
def _known() -> frozenset[str]:
    texts = [files("reviewwatch.assess.packs").joinpath(f"{pack}.toml").read_text(encoding="utf-8") for pack in _PACKS]
    texts.append(files("reviewwatch.reply.reading").joinpath("nouns.txt").read_text(encoding="utf-8"))
    return _SMALL.union(word.casefold() for text in texts for word in _WORD.findall(text))
