"""The store in one SQLite file.

One connection per thread: a `SqliteDatabase` refuses to be used from another thread than the one that opened it.
Readers never wait (write-ahead log); writers wait for each other for up to five seconds.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeAlias

from reviewwatch.errors import MigrationError, StorageError
from reviewwatch.storage import query
from reviewwatch.storage.base import Parameters, Row, Value
from reviewwatch.storage.failures import Explained
from reviewwatch.storage.migrations import MIGRATIONS, Migration
from reviewwatch.storage.values import stamp

WAIT_SECONDS: Final = 5.0
"""How long a write waits for another process before it gives up."""
_CACHE_KIB: Final = 32_000
"""Pages kept in memory; taken only as they are read. Keeps the keys of a million reviews at hand during an import."""
_PAGE_BYTES: Final = 8192
"""Of a new file. A review with its text fills less of it than of 4 kB; measured: 6 % less CPU to store one."""
_LOG_PAGES: Final = 4000
"""Write-ahead log before it goes into the file, 32 MB. Each page of an import changes the same few hundred pages of an
index, which then are copied once for eight of them; measured: 2 of 38 µs a review saved at 100,000 reviews.
"""
_LEAST_BYTES: Final = 512
"""Of any database. SQLite itself takes a file of one byte for an empty one and would overwrite it."""
_STREAMED: Final = 500

_SEARCH: Final = """
-- Folded text comes in, so nothing is left for the tokenizer to strip; positions are kept for phrases.
CREATE VIRTUAL TABLE review_search USING fts5 (text, tokenize = "unicode61 remove_diacritics 0");
-- Each batch makes one segment; merging eight at a time instead of four halves what is rewritten.
INSERT INTO review_search (review_search, rank) VALUES ('automerge', 8);
"""

_NO_PARAMETERS: Final[Parameters] = {}
_Bound: TypeAlias = tuple[object, ...]


def open_store(path: str | Path, create: bool = True, wait_seconds: float = WAIT_SECONDS) -> SqliteDatabase:
    """Open the store, bring an older one up to date, and make a new one where there is none.

    Costs one query on a store that is up to date; its health is not checked here.

    Args:
        create: Make the file if it is missing; its folder must be there.
        wait_seconds: How long a write waits for another process.

    Raises:
        MigrationError: The store was written by a newer version.
        StorageError: There is none and `create` is false, it is no store, it is damaged, or it cannot be written.
            Whatever stood there is left as it was.
    """
    place = Path(path)
    _prepare_place(place, create)
    explained = Explained(place, wait_seconds)
    with explained:
        connection = sqlite3.connect(place, isolation_level=None, timeout=wait_seconds)
    database = SqliteDatabase(connection, explained)
    try:
        _set_up(connection, explained)
        _bring_up_to_date(database, place, MIGRATIONS)
        with explained:
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        database.close()
        raise
    return database


class SqliteDatabase:
    """`storage.base.Database` over one SQLite connection, used by the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, explained: Explained) -> None:
        self._connection = connection
        self._explained = explained

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin to write at once, commit at the end, roll back on any error.

        Raises:
            StorageError: One is open already; transactions do not nest.
        """
        if self._connection.in_transaction:
            raise StorageError("A transaction is open already; this is a defect of the caller, and nothing was stored.")
        with self._explained:
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._explained:
                self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def one(self, sql: str, parameters: Parameters = _NO_PARAMETERS) -> Row | None:
        """Return the first row, or None."""
        with self._explained:
            cursor = self._execute(sql, parameters)
            row = cursor.fetchone()
            found = None if row is None else dict(zip(_names(cursor), row, strict=True))
            cursor.close()
            return found

    def all(self, sql: str, parameters: Parameters = _NO_PARAMETERS) -> list[Row]:
        """Return every row."""
        with self._explained:
            cursor = self._execute(sql, parameters)
            names = _names(cursor)
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def stream(self, sql: str, parameters: Parameters = _NO_PARAMETERS) -> Iterator[Row]:
        """Yield rows in batches, with flat memory. What was stored after the first row may be missing."""
        with self._explained:
            cursor = self._execute(sql, parameters)
        names = _names(cursor)
        try:
            while True:
                with self._explained:
                    rows = cursor.fetchmany(_STREAMED)
                if not rows:
                    return
                for row in rows:
                    yield dict(zip(names, row, strict=True))
        finally:
            cursor.close()

    def run(self, sql: str, parameters: Parameters = _NO_PARAMETERS) -> int:
        """Execute one writing statement and return the number of rows that it changed."""
        self._need_transaction()
        with self._explained:
            return self._execute(sql, parameters).rowcount

    def insert(self, sql: str, parameters: Parameters = _NO_PARAMETERS) -> int:
        """Execute one INSERT … RETURNING id and return the id."""
        self._need_transaction()
        with self._explained:
            ((number,),) = self._execute(sql, parameters).fetchall()
            return int(number)

    def many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Execute one writing statement for each row."""
        self._need_transaction()
        statement = _statement(sql)
        with self._explained:
            self._connection.executemany(statement.sql, map(statement.bind, rows))

    def many_ordered(self, sql: str, rows: Iterable[Sequence[Value]]) -> int:
        """Execute one writing statement for each row of values in its order; return the number of rows changed."""
        self._need_transaction()
        with self._explained:
            return self._connection.executemany(_statement(sql).sql, rows).rowcount

    def index_texts(self, texts: Sequence[tuple[int, str]]) -> None:
        """Make `(review_id, folded text)` findable, replacing what was indexed for these reviews.

        Call it once a transaction, after all else: SQLite flushes the half-made index at every statement that may
        have to be taken back alone, which an INSERT … SELECT is.
        """
        self._need_transaction()
        with self._explained:
            self._connection.executemany("INSERT OR REPLACE INTO review_search (rowid, text) VALUES (?, ?)", texts)

    def search_ids(self, words: str, limit: int) -> list[int]:
        """Return the ids of reviews whose folded text holds all words, best first.

        Args:
            words: Folded by `text.search_text` already, since this layer stands below `text`. Quotes make a phrase, a
                leading minus excludes; see `storage.query`. Never an error, whatever it holds.
        """
        match = _match(query.parse(words))
        if not match:
            return []
        sql = "SELECT rowid FROM review_search WHERE review_search MATCH ? ORDER BY rank LIMIT ?"
        with self._explained:
            return [number for (number,) in self._connection.execute(sql, (match, limit))]

    def plan(self, sql: str, parameters: Parameters = _NO_PARAMETERS) -> str:
        """Return SQLite's query plan, one step a line, indented below the step it belongs to."""
        statement = _statement(sql)
        depths = {0: -1}
        lines: list[str] = []
        with self._explained:
            rows = self._connection.execute(f"EXPLAIN QUERY PLAN {statement.sql}", statement.bind(parameters))
            for number, parent, _, detail in rows:
                depths[number] = depths[parent] + 1
                lines.append("  " * depths[number] + detail)
        return "\n".join(lines)

    def damage(self) -> list[str]:
        """Return what SQLite's quick check finds wrong, in its words; empty where the file is sound.

        It reads the whole file: some seconds for a gigabyte.
        """
        with self._explained:
            rows = self._connection.execute("PRAGMA quick_check(20)").fetchall()
        said = [str(row).removeprefix("*** in database main ***\n") for (row,) in rows]
        return [] if said == ["ok"] else said

    def close(self) -> None:
        """Close the connection; idempotent."""
        self._connection.close()

    def script(self, sql: str) -> None:
        """Execute statements one by one in the open transaction; `executescript` would commit it."""
        self._need_transaction()
        with self._explained:
            for statement in _statements(sql):
                self._connection.execute(statement)

    def create_search(self) -> None:
        """Make the full-text table."""
        self.script(_SEARCH)

    def version(self) -> int | None:
        """Return the number of the newest migration that was applied, 0 for an empty file, None if it is no store."""
        with self._explained:
            try:
                return self._newest_migration()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                    raise
                ((n_tables,),) = self._connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchall()
                if not n_tables:
                    return 0
                with suppress(sqlite3.OperationalError):  # another process may have made the store in between
                    return self._newest_migration()
                return None

    def _newest_migration(self) -> int | None:
        ((number,),) = self._connection.execute("SELECT MAX(number) FROM migrations").fetchall()
        return number if isinstance(number, int) else None

    def _execute(self, sql: str, parameters: Parameters) -> sqlite3.Cursor:
        statement = _statement(sql)
        return self._connection.execute(statement.sql, statement.bind(parameters))

    def _need_transaction(self) -> None:
        if not self._connection.in_transaction:
            raise StorageError(
                "A write stands outside a transaction; this is a defect of the caller, nothing was stored."
            )

    def _roll_back(self) -> None:
        # A full disk makes SQLite roll back by itself, and then the first error is the one to tell.
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")


@dataclass(frozen=True, slots=True)
class _Statement:
    """SQL as SQLite takes it, and what puts the parameters in order."""

    sql: str
    bind: Callable[[Parameters], _Bound]


_PARAMETER: Final = re.compile(r"'(?:[^']|'')*'|(?P<is_list>\bIN )?:(?P<name>[a-z]\w*)")


@lru_cache(maxsize=512)
def _statement(sql: str) -> _Statement:
    """Rewrite `:name` to `?`, which binds 29 columns in two thirds of the time, and `IN :name` to a JSON list."""
    names: list[str] = []
    lists: set[int] = set()

    def rewrite(found: re.Match[str]) -> str:
        if found["name"] is None:
            return found[0]
        if found["is_list"]:
            lists.add(len(names))
        names.append(found["name"])
        return "IN (SELECT value FROM json_each(?))" if found["is_list"] else "?"

    return _Statement(_PARAMETER.sub(rewrite, sql), _binder(names, lists))


def _binder(names: Sequence[str], lists: set[int]) -> Callable[[Parameters], _Bound]:
    if len(names) > 1 and not lists:
        return itemgetter(*names)
    return lambda given: tuple(
        json.dumps(given[name]) if place in lists else given[name] for place, name in enumerate(names)
    )


def _statements(sql: str) -> Iterator[str]:
    """Split a script; a trigger's own semicolons do not end it."""
    pending = ""
    for piece in sql.split(";"):
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _names(cursor: sqlite3.Cursor) -> tuple[str, ...]:
    return tuple(column[0] for column in cursor.description or ())


def _match(asked: query.Query) -> str:
    """Say a query in the full-text engine's syntax: every term a quoted string, so that none is an operator."""
    if not asked.wanted:
        return ""
    wanted = " AND ".join(_quoted(term) for term in asked.wanted)
    return " NOT ".join([f"({wanted})", *(_quoted(term) for term in asked.unwanted)])


def _quoted(term: str) -> str:
    # NUL would end the expression early; a lone surrogate cannot be passed on at all.
    plain = term.replace("\0", " ").encode("utf-8", "replace").decode()
    return f'"{plain}"'


def _prepare_place(place: Path, create: bool) -> None:
    """Refuse a place where no store can be, and make the file readable for its owner alone: it holds people's words.

    Raises:
        StorageError: With what to do about it.
    """
    try:
        if place.is_dir():
            raise StorageError(f"{place} is a folder; name a file in it as the store in the config.")
        size = place.stat().st_size if place.exists() else 0
        if 0 < size < _LEAST_BYTES:
            raise StorageError(
                f"{place} is not a store (it is too short for one). Restore a backup, or move the file away and pull "
                "again; nothing was overwritten."
            )
        if size or (create and place.exists()):
            return
        if not create:
            raise StorageError(f"There is no store at {place}; `reviewwatch init` makes one.")
        os.close(os.open(place, os.O_CREAT | os.O_WRONLY, 0o600))
    except FileNotFoundError as error:
        raise StorageError(
            f"The folder {place.parent} is missing; make it, or name another place for the store in the config."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The store {place} cannot be reached or made ({error.strerror}); look at the rights of its folder and "
            "the space on its disk, or name another place for the store in the config."
        ) from error


def _set_up(connection: sqlite3.Connection, explained: Explained) -> None:
    with explained:
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        connection.execute("PRAGMA foreign_keys = ON")
        # A claim must outlive a power cut, or a reply could be sent twice.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")


def _bring_up_to_date(database: SqliteDatabase, place: Path, migrations: Sequence[Migration]) -> None:
    """Run the migrations that a store lacks, each in one transaction with its record.

    Raises:
        MigrationError: The store has migrations that this program does not know.
        StorageError: It is somebody else's file.
    """
    newest = len(migrations)
    while (version := database.version()) != newest:
        if version is None:
            raise StorageError(
                f"{place} is a database, but not a store of reviewwatch; name another file in the config. "
                "It was left as it is."
            )
        if version > newest:
            raise MigrationError(
                f"{place} was written by a newer reviewwatch (its schema is {version}, this one knows {newest}); "
                "upgrade reviewwatch. The store was left as it is."
            )
        _apply(database, version + 1, migrations[version])


def _apply(database: SqliteDatabase, number: int, migration: Migration) -> None:
    with database.transaction():
        # Another process may have done it while this one waited to begin.
        if database.version() != number - 1:
            return
        migration(database)
        database.run(
            "INSERT INTO migrations (number, name, applied_at) VALUES (:number, :name, :applied_at)",
            {"number": number, "name": migration.__name__, "applied_at": stamp(datetime.now(UTC))},
        )
