"""A damaged store, a full disk, another process, a read-only place: never made worse, always said. SQLite alone."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import StorageError, StoreBusyError
from reviewwatch.storage.base import Database
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.values import whole
from reviewwatch.storage.verbs import cases, decisions, outbox, reviews, search, sources
from reviewwatch.types import QueueFilter
from tests.make import review
from tests.storage.given import dump, files, filled, new, store, store_one


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
