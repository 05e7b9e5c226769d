"""What every reader gives: the columns of a file, and its rows with where they stand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final, Protocol

from reviewwatch.normalize import REPLACED
from reviewwatch.types import Problem
from reviewwatch_connectors.file.sniff import Shape

Row = tuple[int, list[str]]
"""Where a row stands (its first line, or its number among the items), and one cell a column, with one empty cell more.

A tuple, since a hundred thousand of them are made in a second; it does not leave this package.
"""

MAX_RECORD: Final = 4_000_000
"""Characters in one line, row or item. Longer ones are reported and left out, so that memory stays flat."""


class Table(Protocol):
    """A file that can be read from its start any number of times.

    Attributes:
        unit: What the numbers of its rows count: "line", "item" or "row".
        names: Of its columns, as written.
    """

    unit: str
    names: tuple[str, ...]

    @property
    def n_done(self) -> int | None:
        """Bytes read so far in the present or last reading, None where nobody knows."""
        ...

    def rows(self, n_needed: int) -> Iterator[Row | Problem]:
        """Read all rows in order; what cannot be read comes as a problem in its place.

        Args:
            n_needed: Cells that a row must have; those missing after them are taken to be empty.
        """
        ...


class Lines:
    """The lines of a text file one after the other, none of them longer than a record may be.

    Attributes:
        record: Lines handed out since it was last cleared.
        has_ended: The end was met.
        is_cut: A line in `record` was too long, and its rest was passed over.
    """

    def __init__(self, shape: Shape) -> None:
        self._binary = shape.path.open("rb")
        self._text = io.TextIOWrapper(self._binary, shape.encoding.name, "replace", newline="")
        self._again: list[str] = []
        self._n_taken = 0
        self.record: list[str] = []
        self.has_ended = False
        self.is_cut = False

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        if self._again:
            line = self._again.pop()
            self.record.append(line)
            return line
        line = self._text.readline(MAX_RECORD)
        if not line:
            self.has_ended = True
            raise StopIteration
        if len(line) == MAX_RECORD and line[-1] not in "\r\n":
            self._pass_over()
        if "\0" in line:
            line = line.replace("\0", REPLACED)
        self.record.append(line)
        return line

    def step_back(self) -> None:
        """Hand out again what followed the first line of the record."""
        self._again.extend(self.record[:0:-1])
        self.has_ended = False

    def forget(self) -> None:
        """Start a new record."""
        self.record.clear()
        self.is_cut = False

    def tell(self) -> int:
        """Return how many bytes were taken from the file, also after it is closed."""
        return self._n_taken if self._binary.closed else self._binary.tell()

    def close(self) -> None:
        """Close the file."""
        self._n_taken = self._binary.tell()
        self._text.close()

    def _pass_over(self) -> None:
        self.is_cut = True
        while (rest := self._text.readline(MAX_RECORD)) and rest[-1] not in "\r\n":
            pass
