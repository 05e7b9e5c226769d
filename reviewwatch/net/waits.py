"""When to ask again: what a place says about it, the least time between two requests, and budgets that are used up."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from reviewwatch.net.reading import said

if TYPE_CHECKING:
    from reviewwatch.net import Response

UNSAID_LIMIT: Final = timedelta(minutes=1)
"""What GitHub asks for where a limit comes without a time (the page named below)."""
_LONGEST: Final = timedelta(days=1)
"""Nobody's word keeps a source silent for longer."""
_EPOCH_FROM: Final = 1_000_000_000
"""A reset from here on is a point in time (GitHub's form), below it a number of seconds (Reddit's form)."""


def asked_wait(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Return how long a place asks to be left alone, 0 to a day; None where it does not ask.

    Points in time are measured by the place's own clock (`Date`), so a wrong clock on this machine does no harm.

    Source: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after and
        https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api (read 2026-11-21)
    """
    now = _http_date(headers.get("date", "")) or now
    wait = _retry_after(headers.get("retry-after", "").strip(), now)
    if headers.get("x-ratelimit-remaining", "").strip() == "0":
        reset = _reset(headers.get("x-ratelimit-reset", ""), now)
        wait = reset if wait is None or reset is None else max(wait, reset)
    return None if wait is None else min(max(wait, timedelta(0)), _LONGEST)


def limited_for(response: Response, now: datetime) -> timedelta | None:
    """Return how long to wait where an answer is a limit and no refusal; None where it is something else.

    GitHub says 403 for both. A limit that states no time is given a minute, as GitHub asks.
    """
    wait = asked_wait(response.headers, now)
    if response.status == 429 or (
        response.status == 403 and (wait is not None or "rate limit" in said(response).lower())
    ):
        return wait or UNSAID_LIMIT
    return None


class Pace:
    """The least time between two requests to one host, across threads."""

    def __init__(self, gap: timedelta, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._gap = gap.total_seconds()
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Take the host's next slot and sleep until it comes."""
        with self._lock:
            now = self._clock()
            at = max(now, self._next.get(host, now))
            self._next[host] = at + self._gap
        if at > now:
            self._sleep(at - now)


class Budgets:
    """Which budgets of requests are used up, and until when. A budget belongs to a host and the credentials it got."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._until: dict[tuple[str, str], float] = {}

    def close(self, host: str, credentials: str, wait: timedelta) -> None:
        """Remember that nothing may be asked for some time."""
        with self._lock:
            self._until[host, credentials] = self._clock() + wait.total_seconds()

    def left(self, host: str, credentials: str) -> timedelta | None:
        """Return how long it lasts; None where requests are welcome."""
        with self._lock:
            seconds = self._until.get((host, credentials), 0.0) - self._clock()
        return timedelta(seconds=seconds) if seconds > 0 else None


def _retry_after(text: str, now: datetime) -> timedelta | None:
    seconds = _number(text)
    if seconds is not None:
        return timedelta(seconds=seconds)
    date = _http_date(text)
    return date - now if date else None


def _reset(text: str, now: datetime) -> timedelta | None:
    seconds = _number(text)
    if seconds is None:
        return None
    return timedelta(seconds=seconds - now.timestamp() if seconds >= _EPOCH_FROM else seconds)


def _number(text: str) -> float | None:
    """Return a number of seconds from 0 to some centuries; None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return min(value, 1e10) if math.isfinite(value) and value >= 0 else None


def _http_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
