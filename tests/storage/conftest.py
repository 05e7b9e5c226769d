"""The stores that every test here runs over: a new backend is one more line in `BACKENDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from reviewwatch.storage.base import Database
from reviewwatch.storage.sqlite import open_store

OpenDb = Callable[[], Database]

NO_WAIT: Final = 0.01
"""Seconds that a test's write waits for another connection."""


def open_sqlite(folder: Path) -> Database:
    """Open the folder's store; a second call gives a second connection to the same one."""
    return open_store(folder / "store.db", wait_seconds=NO_WAIT)


BACKENDS: Final[Mapping[str, Callable[[Path], Database]]] = {
    "sqlite": open_sqlite,
}


@pytest.fixture(params=list(BACKENDS))
def open_db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenDb]:
    """Open connections to one new store; all are closed at the end."""
    opened: list[Database] = []

    def open_one() -> Database:
        opened.append(BACKENDS[request.param](tmp_path))
        return opened[-1]

    yield open_one
    for db in opened:
        db.close()


@pytest.fixture
def db(open_db: OpenDb) -> Database:
    """Return a connection to a new store."""
    return open_db()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a place for a store, in a folder of its own."""
    folder = tmp_path / "stores"
    folder.mkdir()
    return folder / "store.db"
