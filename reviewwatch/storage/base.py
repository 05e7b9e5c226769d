"""What a backend supplies: connect, transaction, execute, search, lock. The SQL stands once, in `verbs/`.

SQL is written with `:name` parameters. A list stands as `IN :name`; the backend rewrites it. Truth values go in and
come out as 0 and 1, times as text; the verbs convert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

Value = str | int | float | bytes | None
Parameter = Value | Sequence[str] | Sequence[int]
Parameters = Mapping[str, Parameter]
Row = Mapping[str, Value]


class Database(Protocol):
    """One connection to a store, used by one thread.

    Reads outside a transaction see the last committed state. Writes need a transaction.

    Raises (every method):
        StoreBusyError: Another process held the write lock for longer than 5 s.
        StorageError: The store is damaged, the disk is full or the folder is read-only.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Begin to write at once (no later upgrade of a read), commit at the end, roll back on any error."""
        ...

    def one(self, sql: str, parameters: Parameters = ...) -> Row | None:
        """Return the first row, or None."""
        ...

    def all(self, sql: str, parameters: Parameters = ...) -> list[Row]:
        """Return every row."""
        ...

    def stream(self, sql: str, parameters: Parameters = ...) -> Iterator[Row]:
        """Yield rows in batches, with flat memory."""
        ...

    def run(self, sql: str, parameters: Parameters = ...) -> int:
        """Execute one writing statement and return the number of rows that it changed."""
        ...

    def insert(self, sql: str, parameters: Parameters = ...) -> int:
        """Execute one INSERT … RETURNING id and return the id."""
        ...

    def many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Execute one writing statement for each row."""
        ...

    def many_ordered(self, sql: str, rows: Iterable[Sequence[Value]]) -> int:
        """Execute one writing statement for each row, and return the number of rows that they changed.

        Args:
            rows: Values in the order in which the statement names them: to look them up by name takes as long again.
        """
        ...

    def index_texts(self, texts: Sequence[tuple[int, str]]) -> None:
        """Make `(review_id, folded text)` findable, replacing what was indexed for these reviews."""
        ...

    def search_ids(self, words: str, limit: int) -> list[int]:
        """Return the ids of reviews whose folded text holds all words, best first.

        Args:
            words: As typed by a person and folded by `text.search_text`, since what is indexed was; this layer stands
                below `text`. Quotes make a phrase, a leading minus excludes. Never an error, whatever it holds.
        """
        ...

    def plan(self, sql: str, parameters: Parameters = ...) -> str:
        """Return the backend's query plan as text, for the tests that forbid scans."""
        ...

    def close(self) -> None:
        """Close the connection; idempotent."""
        ...
