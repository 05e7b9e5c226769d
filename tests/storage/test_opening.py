"""Opening a store: made, brought forward, refused, and never made worse. SQLite alone."""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reviewwatch.errors import MigrationError, StorageError
from reviewwatch.storage import sqlite as backend
from reviewwatch.storage.migrations import MIGRATIONS, Migrated
from reviewwatch.storage.schema import DDL
from reviewwatch.storage.sqlite import open_store
from tests.storage.given import dump, files, filled, store_one


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every table, index and trigger but those of the search."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sql for name, sql in rows if not name.startswith("review_search")}


def test_a_new_store_has_the_documented_schema(path: Path) -> None:
    """Every migration from empty gives what `schema.DDL` says, statement by statement."""
    open_store(path).close()
    documented = sqlite3.connect(":memory:")
    documented.executescript(DDL)
    made = sqlite3.connect(path)
    assert schema_of(made) == schema_of(documented)
    assert len(schema_of(made)) > 25
    documented.close()
    made.close()


def test_a_new_store_is_readable_for_its_owner_alone(path: Path) -> None:
    """A store holds people's words: neither it nor its log is open to others."""
    db = open_store(path)
    store_one(db)
    modes = {item.name: stat.S_IMODE(item.stat().st_mode) for item in path.parent.iterdir()}
    db.close()
    assert modes == {"store.db": 0o600, "store.db-wal": 0o600, "store.db-shm": 0o600}


def test_a_store_is_set_up_for_one_writer_and_many_readers(path: Path) -> None:
    """Write-ahead log, waiting writers, foreign keys, no flush per commit, few copies: on every connection."""
    open_store(path).close()
    db = open_store(path)
    found = {
        name: next(iter((db.one(f"PRAGMA {name}") or {}).values()))
        for name in ("journal_mode", "busy_timeout", "foreign_keys", "synchronous", "wal_autocheckpoint")
    }
    db.close()
    log = {"journal_mode": "wal", "synchronous": 2, "wal_autocheckpoint": 4000}
    assert found == {"busy_timeout": 5000, "foreign_keys": 1, **log}


def test_opening_again_costs_one_question(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that is up to date is opened with one query and settings, whatever it holds: no check, no write."""
    filled(path)
    asked: list[str] = []

    class Noting(sqlite3.Connection):
        def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
            asked.append(sql)
            return super().execute(sql, *arguments)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: connect(*given, **named, factory=Noting))
    before = files(path)["store.db"]
    open_store(path).close()
    assert [sql for sql in asked if not sql.startswith("PRAGMA")] == ["SELECT MAX(number) FROM migrations"]
    assert not any("_check" in sql for sql in asked)
    assert files(path)["store.db"] == before


def test_two_processes_may_make_the_store_at_once(path: Path) -> None:
    """Both get a store, and it was made once."""
    opened: list[object] = []

    def open_one() -> None:
        try:
            open_store(path).close()
            opened.append(True)
        except StorageError as error:
            opened.append(error)

    threads = [threading.Thread(target=open_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened == [True] * 4
    db = open_store(path)
    assert db.all("SELECT number, name FROM migrations") == [{"number": 1, "name": "m001_first_schema"}]
    db.close()


def m002_mood(migrated: Migrated) -> None:
    """Add a column, and a trigger whose statements end in semicolons of their own."""
    migrated.script(
        """
        ALTER TABLE reviews ADD COLUMN mood TEXT; -- a comment; with a semicolon
        UPDATE reviews SET mood = 'a;b';
        CREATE TRIGGER moods_stay BEFORE UPDATE OF mood ON reviews
        BEGIN SELECT RAISE (ABORT, 'moods; stay'); END;
        """
    )


def m003_broken(migrated: Migrated) -> None:
    """Do half and fail."""
    migrated.script("ALTER TABLE reviews ADD COLUMN half TEXT; SELECT * FROM not_there;")


def test_an_older_store_is_brought_forward(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of an earlier version gets what it lacks, keeps what it has, and records it."""
    filled(path)
    monkeypatch.setattr(backend, "MIGRATIONS", (*MIGRATIONS, m002_mood))
    db = open_store(path)
    assert db.all("SELECT number, name FROM migrations ORDER BY number") == [
        {"number": 1, "name": "m001_first_schema"},
        {"number": 2, "name": "m002_mood"},
    ]
    assert db.one("SELECT COUNT(*) AS n FROM reviews WHERE mood = 'a;b'") == {"n": 60}
    with pytest.raises(StorageError, match="moods; stay"), db.transaction():
        db.run("UPDATE reviews SET mood = 'x'")
    db.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those before it stay, of it nothing does, and the next try starts there."""
    filled(path)
    monkeypatch.setattr(backend, "MIGRATIONS", (*MIGRATIONS, m002_mood, m003_broken))
    with pytest.raises(StorageError, match="not_there"):
        open_store(path)
    monkeypatch.setattr(backend, "MIGRATIONS", (*MIGRATIONS, m002_mood))
    db = open_store(path)
    columns = {row["name"] for row in db.all("PRAGMA table_info(reviews)")}
    db.close()
    assert ("mood" in columns, "half" in columns) == (True, False)


def test_a_newer_store_is_refused_and_left_alone(path: Path) -> None:
    """What a newer version wrote is not read as if it were ours."""
    db = open_store(filled(path))
    with db.transaction():
        db.run("INSERT INTO migrations (number, name, applied_at) VALUES (7, 'm007_later', '')")
    db.close()
    before = files(path)
    with pytest.raises(MigrationError, match=r"store.db was written by a newer reviewwatch .* upgrade reviewwatch"):
        open_store(path)
    assert files(path)["store.db"] == before["store.db"]


@pytest.mark.parametrize(
    ("make", "name", "message"),
    [
        (lambda folder: None, "missing/store.db", r"The folder .*missing is missing; make it"),
        (lambda folder: (folder / "store.db").mkdir(), "store.db", r"is a folder; name a file in it"),
        (
            lambda folder: (folder / "file").write_text("x"),
            "file/store.db",
            r"cannot be reached or made \(Not a directory\)",
        ),
        (lambda folder: None, "x" * 300, r"cannot be reached or made \(File name too long\)"),
    ],
)
def test_an_impossible_place_is_named(tmp_path: Path, make: Callable[[Path], object], name: str, message: str) -> None:
    """A place where no store can be is refused with what to do about it, and nothing is made."""
    make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StorageError, match=message):
        open_store(tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("is_there", [False, True])
def test_a_store_that_must_be_there_is_not_made(path: Path, is_there: bool) -> None:
    """With `create=False` a missing or empty file is an error with the next step, and stays as it is."""
    if is_there:
        path.touch()
    with pytest.raises(StorageError, match=r"There is no store at .*; `reviewwatch init` makes one"):
        open_store(path, create=False)
    assert path.exists() is is_there


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    """A file that a dying process left without a byte is as good as none."""
    path.touch()
    db = open_store(path)
    assert store_one(db) == 1
    db.close()


@pytest.mark.parametrize(
    "content",
    [b"just a text file, long enough to have a header" * 9, b"\x00" * 4096, b"x", b"{}" * 50],
    ids=["text", "zeros", "one byte", "short"],
)
def test_a_file_that_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    """A wrong file is named, with what to do, and not one byte of it changes."""
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"store.db is not a store .*nothing was overwritten"):
        open_store(path)
    assert files(path) == {"store.db": content}


def test_somebody_elses_database_is_left_alone(path: Path) -> None:
    """A database of another program is refused and neither gets our tables nor our journal mode."""
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.commit()
    other.close()
    before = files(path)
    with pytest.raises(StorageError, match="is a database, but not a store of reviewwatch"):
        open_store(path)
    assert files(path) == before


def test_a_closed_store_stays_one_file(path: Path) -> None:
    """After the last connection is closed everything stands in the one file, which can be copied."""
    filled(path)
    assert set(files(path)) == {"store.db"}
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    db, other = open_store(path), open_store(copy)
    assert dump(db) == dump(other)
    db.close()
    other.close()


def test_another_programs_table_of_that_name_makes_no_store(path: Path) -> None:
    """Many programs keep their migrations so; what it holds decides."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE migrations (name TEXT)")
    with pytest.raises(StorageError, match="not a store of reviewwatch"):
        open_store(path)
