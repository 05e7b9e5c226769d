"""Lists of words as the rules write them: sets, and alternatives of a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final


def listed(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


def any_of(phrases: str) -> str:
    """Return the alternatives of a pattern, the first that fits first.

    Args:
        phrases: Parts of a pattern, each but the last with a comma and white space behind it.
    """
    return "(?:" + "|".join(" ".join(part.split()) for part in re.split(r",\s+", phrases.strip())) + ")"


def finder(phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds one of some phrases between blanks."""
    return re.compile(f" {any_of(phrases)} ")


def filled(pattern: str, lists: Mapping[str, str]) -> str:
    """Return a pattern with lists in the places of their names in angle brackets, those within lists, too."""
    while (more := _NAME.sub(lambda found: lists[found[1]], pattern)) != pattern:
        pattern = more
    return pattern


_NAME: Final = re.compile(r"(?<!\?P)<(\w+)>")
"""And not the name of a group."""
