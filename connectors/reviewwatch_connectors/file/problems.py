"""Rows that could not be read, counted once they are too many to be told one by one."""

from __future__ import annotations

from typing import Final

from reviewwatch.types import Problem

_MOST: Final = 1_000
"""Problems told one by one; those after them are counted."""


class Problems:
    """Rows that could not be read, until a page takes them along."""

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._n = 0
        self._waiting: list[Problem] = []

    @property
    def are_waiting(self) -> bool:
        """True where a page must take some along."""
        return bool(self._waiting)

    def add(self, problem: Problem) -> None:
        """Note a row, if there are not too many already."""
        self._n += 1
        if self._n <= _MOST:
            self._waiting.append(problem)

    def close(self) -> None:
        """Count those that were too many to be told."""
        if self._n > _MOST:
            more = f"{self._n - _MOST:,} more {self._unit}s could not be read"
            self._waiting.append(Problem("file", f"{more}; mend the first ones and import it again"))

    def take(self) -> tuple[Problem, ...]:
        """Give out what waits."""
        taken, self._waiting = tuple(self._waiting), []
        return taken
