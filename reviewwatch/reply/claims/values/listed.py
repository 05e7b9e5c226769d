"""Lists of words as the rules write them: sets, and alternatives of a pattern."""

from __future__ import annotations

import re


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
