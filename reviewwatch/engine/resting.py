"""What is left alone for a while by this process, in memory: a restart may try it at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from datetime import timedelta
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Resting(Generic[Key]):
    """Waits by key, and failures in a row that make them longer.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._until: dict[Key, float] = {}
        self._n_failures: dict[Key, int] = {}

    def has(self, key: Key) -> bool:
        """Say whether it is to be left alone now."""
        with self._lock:
            until = self._until.get(key)
            if until is not None and until <= self._clock():
                del self._until[key]
                return False
            return until is not None

    def put(self, key: Key, wait: timedelta) -> None:
        """Leave it alone for a time, or for longer where it is left alone already."""
        with self._lock:
            self._until[key] = max(self._until.get(key, 0.0), self._clock() + wait.total_seconds())

    def fail(self, key: Key, first: timedelta, longest: timedelta) -> None:
        """Leave it alone for a time that doubles with each failure in a row."""
        with self._lock:
            n_failures = self._n_failures.get(key, 0)
            self._n_failures[key] = n_failures + 1
        self.put(key, min(first * (1 << min(n_failures, 20)), longest))

    def forget(self, key: Key) -> None:
        """Forget what failed, and leave it alone no longer."""
        with self._lock:
            self._until.pop(key, None)
            self._n_failures.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._until.clear()
            self._n_failures.clear()
