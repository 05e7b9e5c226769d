"""The one scheduler: APScheduler with one interval job, in one wrapper since it has no types.

Read in 3.11.3, and why each option stands here: a run that is more than a second late is left out unless
`misfire_grace_time` is None (`executors/base.py`); runs that were missed while the machine slept all happen unless
`coalesce` is set (`schedulers/base.py`); the next run is reckoned from the wall clock, so a clock that is set back
would let it wait for as long, which is what `nudge` is for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler


class Clockwork:
    """Calls one function again and again, never twice at a time, in a thread of its own. It begins at once."""

    def __init__(self, call: Callable[[], object], every: timedelta) -> None:
        self._every = every
        self._scheduler: Any = BackgroundScheduler(
            timezone=UTC, executors={"default": ThreadPoolExecutor(1)}, daemon=True
        )
        self._job: Any = self._scheduler.add_job(
            call,
            "interval",
            seconds=every.total_seconds(),
            name="tick",
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )

    def start(self) -> None:
        """Begin, in threads; the first call comes at once."""
        self._scheduler.start()

    def pace(self, every: timedelta) -> None:
        """Call as often from now on."""
        if every != self._every:
            self._every = every
            self._job.reschedule("interval", seconds=every.total_seconds())

    def nudge(self) -> None:
        """Call now, whatever the wall clock says."""
        self._job.modify(next_run_time=datetime.now(UTC))

    def stop(self) -> None:
        """Begin no further call, and do not wait for one that is under way."""
        self._scheduler.shutdown(wait=False)
