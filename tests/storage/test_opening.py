"""Opening a store: made, brought forward, refused, and never made worse. SQLite alone."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import MigrationError, StorageError, StoreBusyError
from reviewwatch.storage import sqlite as backend
from reviewwatch.storage.base import Database
from reviewwatch.storage.migrations import MIGRATIONS, Migrated
from reviewwatch.storage.schema import DDL
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.values import whole
from reviewwatch.storage.verbs import cases, decisions, outbox, reviews, search, sources
from reviewwatch.types import QueueFilter
from tests.make import review
from tests.storage.given import approve, dump, edited, known_of, new, store, store_one, with_reply


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a place for a store, in a folder of its own."""
    folder = tmp_path / "stores"
    folder.mkdir()
    return folder / "store.db"


def filled(path: Path) -> Path:
    """Make a store with a few reviews, a revision, a thread and a reply on its way, and close it."""
    db = open_store(path)
    ids = store(
        db, *(new(with_reply(review(f"r{number}", text=f"cold room {number} " * 40), "Sorry.")) for number in range(60))
    )
    store(db, edited(known_of(db, "r3"), review("r3", text="warm room")))
    approve(db, ids["r5"])
    db.close()
    return path


def read_everything(db: Database) -> None:
    """Read through every verb that a command uses."""
    list(reviews.export(db, QueueFilter()))
    for row in cases.queue(db, QueueFilter(include_unflagged=True), 100):
        reviews.revisions(db, row.review_id)
        decisions.of_review(db, row.review_id)
    reviews.live(db, "test:harbor-inn")
    outbox.unsettled(db)
    search.find(db, "cold room", 20)
    sources.all_states(db)


def files(path: Path) -> dict[str, bytes]:
    """Return every file of the store's folder by name."""
    return {item.name: item.read_bytes() for item in path.parent.iterdir() if item.is_file()}


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
    """Write-ahead log, waiting writers, foreign keys, no flush per commit: on every connection."""
    open_store(path).close()
    db = open_store(path)
    found = {
        name: next(iter((db.one(f"PRAGMA {name}") or {}).values()))
        for name in ("journal_mode", "busy_timeout", "foreign_keys", "synchronous")
    }
    db.close()
    assert found == {"journal_mode": "wal", "busy_timeout": 5000, "foreign_keys": 1, "synchronous": 1}


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
    assert not any("check" in sql for sql in asked)
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


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_truncated_store_says_so(path: Path, share: float) -> None:
    """A store that was cut off is named as damaged, with the next step, and what is left of it stays."""
    content = filled(path).read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    before = files(path)["store.db"]

    def use() -> None:
        db = open_store(path)
        try:
            read_everything(db)
        finally:
            db.close()

    with pytest.raises(StorageError, match=r"store.db is (damaged|not a store) .* Restore a backup"):
        use()
    assert files(path)["store.db"] == before


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sound store."""
    return filled(tmp_path_factory.mktemp("sound") / "store.db")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=600)), min_size=1, max_size=4))
def test_a_damaged_store_gives_errors_of_ours_alone(path: Path, sound: Path, damage: list[tuple[float, bytes]]) -> None:
    """Whichever bytes are wrong, reading gives reviews or a StorageError, never anything else."""
    content = sound.read_bytes()
    damaged = bytearray(content)
    for place, junk in damage:
        start = int(place * len(content))
        damaged[start : start + len(junk)] = junk
    for item in path.parent.iterdir():
        item.unlink()
    path.write_bytes(damaged[: len(content)])
    try:
        db = open_store(path)
    except StorageError:
        return
    with suppress(StorageError):
        read_everything(db)
    db.close()


LOCK = """
import sys
from reviewwatch.storage.sqlite import open_store
db = open_store(sys.argv[1])
with db.transaction():
    print("locked", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    """Return a store that another process is writing to."""
    filled(path)
    with subprocess.Popen(
        [sys.executable, "-c", LOCK, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        yield path
        process.communicate("")


def test_a_store_that_another_process_writes_to_can_be_read(locked: Path) -> None:
    """Reading never waits; writing gives up after its wait and says who is in the way and what to do."""
    db = open_store(locked, wait_seconds=0.01)
    read_everything(db)
    with pytest.raises(StoreBusyError, match=r"Another process is writing to .*store.db and did not end within 0.01 s"):
        store_one(db)
    db.close()


def many_reviews() -> list[Any]:
    """Return more than fits the little room that a test leaves."""
    return [new(review(f"n{number}", text="long " * 2000)) for number in range(300)]


def test_a_full_disk_stores_nothing_by_halves(path: Path) -> None:
    """A page that does not fit leaves the store as it was, and reading goes on. The file may not grow here."""
    db = open_store(filled(path))
    before = dump(db)
    pages = whole((db.one("PRAGMA page_count") or {})["page_count"])
    db.one(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=r"The disk that holds .*store.db is full; nothing of this step was stored"):
        store(db, *many_reviews())
    assert dump(db) == before
    db.one("PRAGMA max_page_count = 1000000")
    assert len(store(db, *many_reviews())) == 300
    db.close()


def test_a_write_that_the_system_refuses_stores_nothing_by_halves(path: Path) -> None:
    """The same where the operating system itself refuses to let any file grow."""
    db = open_store(filled(path))
    before = dump(db)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
        with pytest.raises(StorageError, match=r"(failed|full).*nothing of this step was stored"):
            store(db, *many_reviews())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert dump(db) == before
    assert len(store(db, *many_reviews())) == 300
    db.close()


def test_a_store_that_may_not_be_written_says_so(path: Path) -> None:
    """A read-only store is named, with the next step. `query_only` stands in for it, since no right stops root."""
    db = open_store(filled(path))
    db.one("PRAGMA query_only = ON")
    read_everything(db)
    with pytest.raises(StorageError, match=r"store.db cannot be written .* Make the file and its folder writable"):
        store_one(db, external_id="n")
    db.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
@pytest.mark.parametrize("is_there", [False, True])
def test_a_read_only_folder_says_so(path: Path, is_there: bool) -> None:
    """A folder without write access is named, whether the store is there or not."""
    if is_there:
        filled(path).chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with pytest.raises(StorageError, match=r"store.db cannot be (written|opened|reached or made)"):
            open_store(path)
    finally:
        path.parent.chmod(0o700)


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
