"""Who does the work: each job, and what follows from it, in a thread of its own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import Protocol, TypeAlias

Job: TypeAlias = "Callable[[], Job | None]"
"""Some work, which may return more to be done by the same worker just after it."""


class Workers(Protocol):
    """What the daemon asks of whoever does its work; how many jobs there are at once is the daemon's to decide."""

    def submit(self, name: str, job: Job) -> None:
        """Begin a job."""
        ...

    def running(self) -> frozenset[str]:
        """Return the names under which jobs were begun that have not ended."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait until no job runs; False where one still does after so many seconds."""
        ...


class Threads:
    """A thread a job. They do not keep the process alive: a job that hangs in a read must not keep it from ending."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running: Counter[str] = Counter()

    def submit(self, name: str, job: Job) -> None:
        """Begin a job."""
        with self._changed:
            self._running[name] += 1
        threading.Thread(target=self._run, args=(name, job), name=name, daemon=True).start()

    def running(self) -> frozenset[str]:
        """Return the names under which jobs were begun that have not ended."""
        with self._changed:
            return frozenset(+self._running)

    def wait(self, seconds: float) -> bool:
        """Wait until no job runs; False where one still does after so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not +self._running, seconds)

    def _run(self, name: str, job: Job) -> None:
        following: Job | None = job
        try:
            while following is not None:
                following = following()
        finally:
            with self._changed:
                self._running[name] -= 1
                self._running += Counter()  # drops what has ended
                self._changed.notify_all()
