"""Durations as people write them: `90s`, `15m`, `6h`, `2d`, `1h30m`. Read and written here only."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

LONGEST: Final = timedelta(days=36_500)
"""A hundred years: far enough for every use, near enough that adding it to a date cannot overflow."""

_UNITS: Final = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_WHOLE: Final = re.compile(r"(?:[0-9]{1,10}[wdhms])+")
_PART: Final = re.compile(r"([0-9]+)([wdhms])")


def parse_duration(text: str) -> timedelta:
    """Return the duration that a text states.

    Raises:
        ValueError: It states none, or one above a hundred years.
    """
    folded = text.strip().lower()
    if not _WHOLE.fullmatch(folded):
        raise ValueError(f"`{text}` is no duration; write 90s, 15m, 6h or 2d")
    seconds = sum(int(number) * _UNITS[unit] for number, unit in _PART.findall(folded))
    if seconds > LONGEST.total_seconds():
        raise ValueError(f"`{text}` is longer than a hundred years")
    return timedelta(seconds=seconds)


def format_duration(duration: timedelta) -> str:
    """Return a whole-second duration in the fewest parts; `parse_duration` reads it back.

    Weeks are written as days, as people do for time spans of work.
    """
    seconds = int(duration.total_seconds())
    parts = []
    for unit, size in list(_UNITS.items())[1:]:
        number, seconds = divmod(seconds, size)
        if number:
            parts.append(f"{number}{unit}")
    return "".join(parts) or "0s"
