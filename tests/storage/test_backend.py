"""What every backend promises to the verbs."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from reviewwatch.errors import NotFoundError, StorageError, StoreBusyError
from reviewwatch.storage.base import Database
from tests.storage.conftest import OpenDb

ADD = "INSERT INTO texts (text_hash, text) VALUES (:text_hash, :text)"
ALL = "SELECT text_hash FROM texts ORDER BY text_hash"


def add(db: Database, *hashes: str) -> None:
    """Write one row for each hash."""
    db.many(ADD, [{"text_hash": text_hash, "text": "x"} for text_hash in hashes])


def hashes(db: Database) -> list[object]:
    """Return the hashes that this connection sees."""
    return [row["text_hash"] for row in db.all(ALL)]


def test_what_a_transaction_wrote_is_there_for_other_connections(db: Database, open_db: OpenDb) -> None:
    """A commit can be seen by every connection, what is not yet committed by none but its own."""
    other = open_db()
    with db.transaction():
        add(db, "a")
        assert (hashes(db), hashes(other)) == (["a"], [])
    assert hashes(other) == ["a"]


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_takes_back_the_whole_transaction(db: Database, stop: type[BaseException]) -> None:
    """Whatever leaves the block, Ctrl-C too, nothing of it is stored and the next transaction works."""

    def interrupted() -> None:
        with db.transaction():
            add(db, "a")
            raise stop

    with pytest.raises(stop):
        interrupted()
    with db.transaction():
        add(db, "b")
    assert hashes(db) == ["b"]


def test_transactions_do_not_nest(db: Database) -> None:
    """A second transaction inside the first is refused, since its end would not be an end."""
    with pytest.raises(StorageError, match="open already"), db.transaction(), db.transaction():
        pass


@pytest.mark.parametrize("write", ["run", "insert", "many", "index_texts"])
def test_a_write_needs_a_transaction(db: Database, write: str) -> None:
    """A verb that was called without a transaction fails at once, rather than storing half of an act."""
    calls: dict[str, Callable[[], object]] = {
        "run": lambda: db.run(ADD, {"text_hash": "a", "text": "x"}),
        "insert": lambda: db.insert(ADD + " RETURNING text_hash", {"text_hash": "1", "text": "x"}),
        "many": lambda: add(db, "a"),
        "index_texts": lambda: db.index_texts([(1, "cold room")]),
    }
    with pytest.raises(StorageError, match="outside a transaction"):
        calls[write]()
    assert hashes(db) == []


def test_a_second_writer_is_told_that_the_store_is_busy(db: Database, open_db: OpenDb) -> None:
    """Two writers at once: the second gives up after its wait with a sentence, and works once the first is done."""
    other = open_db()
    with db.transaction():
        with (
            pytest.raises(StoreBusyError, match=r"Another process is writing to .*; nothing was stored"),
            other.transaction(),
        ):
            pass
        assert hashes(other) == []
    with other.transaction():
        add(other, "b")
    assert hashes(db) == ["b"]


def test_a_row_is_a_mapping_by_column_name(db: Database) -> None:
    """A row can be read by name and turned into a dict."""
    assert db.one("SELECT 1 AS n, 'x' AS word, NULL AS missing") == {"n": 1, "word": "x", "missing": None}


def test_one_is_none_without_rows(db: Database) -> None:
    """No row is None, not an error."""
    assert db.one("SELECT 1 AS n WHERE 1 = :two", {"two": 2}) is None


def test_a_list_stands_as_in_name(db: Database) -> None:
    """Lists of any length, none included, of texts or numbers, may stand beside plain parameters, in any order."""
    with db.transaction():
        add(db, "a", "b", "c", 'quo"te', "ä")
    sql = "SELECT text_hash FROM texts WHERE text = :text AND text_hash IN :some ORDER BY text_hash LIMIT :limit"
    found = [row["text_hash"] for row in db.all(sql, {"some": ["ä", "a", 'quo"te', "zz"], "limit": 9, "text": "x"})]
    assert found == ["a", 'quo"te', "ä"]
    assert db.all(sql, {"some": [], "limit": 9, "text": "x"}) == []
    assert db.one("SELECT 2 AS n WHERE 2 IN :numbers", {"numbers": [1, 2]}) == {"n": 2}


def test_a_name_inside_a_literal_is_no_parameter(db: Database) -> None:
    """A colon in a quoted text is left alone, and one name may stand several times."""
    row = db.one("SELECT 'at :noon, it''s :late' AS words, :n AS a, :n AS b", {"n": 3})
    assert row == {"words": "at :noon, it's :late", "a": 3, "b": 3}


def test_a_stream_gives_every_row_in_order(db: Database) -> None:
    """A stream longer than its batches gives what `all` gives."""
    with db.transaction():
        add(db, *(f"{number:05}" for number in range(1203)))
    assert [row["text_hash"] for row in db.stream(ALL)] == hashes(db)


def test_run_counts_the_rows_that_it_changed(db: Database) -> None:
    """The count of a write is of rows changed; a conflict that does nothing counts none."""
    with db.transaction():
        add(db, "a", "b")
        assert db.run("UPDATE texts SET text = 'y'") == 2
        assert db.run("UPDATE texts SET text = 'z' WHERE text_hash = :h", {"h": "zz"}) == 0
        assert db.run(ADD + " ON CONFLICT (text_hash) DO NOTHING", {"text_hash": "a", "text": "x"}) == 0


def test_many_is_all_or_nothing_with_its_transaction(db: Database) -> None:
    """A bad row among many takes back those before it."""
    with pytest.raises(StorageError, match="breaks its rules"), db.transaction():
        add(db, "a", "b", "a")
    assert hashes(db) == []


def test_a_row_whose_parent_is_missing_is_not_found(db: Database) -> None:
    """Referring to a review that is not there is a typed error."""
    with pytest.raises(NotFoundError, match="nothing was stored"), db.transaction():
        db.run("INSERT INTO skips (person, review_id, skipped_at) VALUES ('noor', 7, '')")


@pytest.mark.parametrize(("value", "why"), [("a\ud800b", "lone surrogate"), (2**64, "too large")])
def test_a_value_that_no_column_can_hold_is_refused(db: Database, value: str | int, why: str) -> None:
    """A lone surrogate or a number beyond 64 bits is an error of ours that does not repeat the text."""
    with pytest.raises(StorageError, match=why) as caught, db.transaction():
        db.run(ADD, {"text_hash": "a", "text": value})
    assert "ud800" not in str(caught.value)
    assert hashes(db) == []


def test_a_connection_belongs_to_one_thread(db: Database) -> None:
    """Another thread is refused instead of sharing a transaction by accident."""
    caught: list[Exception] = []

    def use() -> None:
        try:
            hashes(db)
        except StorageError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert "thread" in str(caught[0])


def test_closing_twice_is_fine(db: Database) -> None:
    """Close is idempotent, and a closed store says so in our own words."""
    db.close()
    db.close()
    with pytest.raises(StorageError, match="closed"):
        hashes(db)
