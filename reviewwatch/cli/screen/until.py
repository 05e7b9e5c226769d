"""Times as people name them ahead (a snooze) and back (a filter)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from reviewwatch.config.durations import parse_duration
from reviewwatch.errors import UsageError

MORNING: Final = time(8)
"""When a snoozed review is back on a day that is named without an hour, in the person's own zone."""


def parse_until(text: str, now: datetime) -> datetime:
    """Return the time that `3d`, `tomorrow`, `2026-12-01` or `2026-12-01 14:30` name, UTC.

    Raises:
        UsageError: The text names no time, or one that is past.
    """
    until = (
        _morning_of(now.astimezone().date() + timedelta(days=1)) if text.strip() == "tomorrow" else _named(text, now, 1)
    )
    if until <= now:
        raise UsageError(f"`{text}` is past. Name a later time, such as tomorrow, 3d or 2026-12-01.")
    return until


def parse_since(text: str, now: datetime) -> datetime:
    """Return the time that `7d` (ago) or `2026-11-01` name, UTC.

    Raises:
        UsageError: The text names no time.
    """
    return _named(text, now, -1)


def _named(text: str, now: datetime, direction: int) -> datetime:
    stripped = text.strip()
    try:
        return now + direction * parse_duration(stripped)
    except (ValueError, OverflowError):
        pass
    try:
        if len(stripped) == len("2026-12-01"):
            day = date.fromisoformat(stripped)
            return _morning_of(day) if direction > 0 else _start_of(day)
        return datetime.fromisoformat(stripped).astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"`{text}` is no time. Write 12h, 3d or 2w, or a date such as 2026-12-01.") from error


def _morning_of(day: date) -> datetime:
    return datetime.combine(day, MORNING).astimezone(UTC)


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)
