"""What a complaint is about by single words, where nothing names it more closely. English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from reviewwatch.assess.stems import stem
from reviewwatch.reply.reading.cues import data
from reviewwatch.reply.reading.parts import Part

_KIN: Final = "kin"
_SERVICE: Final = "service"
_PERSON: Final = re.compile(
    r"\b(?:he|she)\b"
    r"|\b(?:man|woman|lady|girl|guy|lad|boy|chap|person|gentleman) (?:at|on|behind|in|from) (?:the |your )?"
    r"(?:till|desk|door|counter|phone|line|bar|kitchen|reception|shop|van|office|chat|hotline|front)\b",
    re.IGNORECASE,
)


def hinted(part: Part, others: Iterable[Part]) -> str:
    """Return the theme that the words of a clause tell of, empty where they tell of none or of several alike.

    Args:
        others: The clauses of the review, to tell whose "she" is.
    """
    found = Counter(theme for stem_ in _stems(part) for theme in _themes().get(stem_, ()) if theme != _KIN)
    if _PERSON.search(part.line.folded.text, part.start, part.end) and not _has_kin(others):
        found[_SERVICE] += 1
    best = found.most_common(2)
    is_clear = bool(best) and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if is_clear else ""


def _has_kin(parts: Iterable[Part]) -> bool:
    return any(_KIN in _themes().get(one, ()) for part in parts for one in _stems(part))


def _stems(part: Part) -> list[str]:
    return [part.line.stems[at] for at in part.words]


@cache
def _themes() -> Mapping[str, frozenset[str]]:
    """Return the themes of each stem."""
    found: dict[str, set[str]] = {}
    for theme, text in data("hints")["words"].items():
        for word in text.split():
            found.setdefault(stem(word), set()).add(theme)
    return {one: frozenset(themes) for one, themes in found.items()}
