"""Lists of words as the rules write them: sets, and alternatives of a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final


def listed(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text, each but the last with a comma and white space behind it."""
    return frozenset(_parts(text))


def any_of(text: str) -> str:
    """Return the alternatives of a pattern, the first that fits first.

    Args:
        text: Parts of a pattern, each but the last with a comma and white space behind it.
    """
    return f"(?:{'|'.join(_parts(text))})"


def _parts(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r",\s+", text.strip())]


def finder(text: str) -> re.Pattern[str]:
    """Return a pattern that finds one of some phrases, written as for `any_of`, between blanks."""
    return re.compile(f" {any_of(text)} ")


def filled(pattern: str, lists: Mapping[str, str]) -> str:
    """Return a pattern with lists in the places of their names in angle brackets, those within lists, too."""
    while (more := _NAME.sub(lambda found: lists[found[1]], pattern)) != pattern:
        pattern = more
    return pattern


_NAME: Final = re.compile(r"(?<!\?P)<(\w+)>")
"""And not the name of a group."""
