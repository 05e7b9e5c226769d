"""A daemon with three places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewwatch.engine import office
from reviewwatch.storage.sqlite import open_store
from tests.engine.scene import Watch, make_watch, of_sources


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day of ticks is thousands of commits; no test of this folder cuts the power."""

    def opened(*args: Any, **options: Any) -> Any:
        db = open_store(*args, **options)
        db.all("PRAGMA synchronous = OFF")
        return db

    monkeypatch.setattr(office, "open_store", opened)


@pytest.fixture(autouse=True)
def _memory_is_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connector of these tests is no entry point: nobody watches a place that is not there."""
    monkeypatch.setattr("reviewwatch.config.connectors.installed", lambda: ("memory",))


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """A daemon that has begun, over three healthy places of which nothing is known yet."""
    made = make_watch(tmp_path, of_sources("a", "b", "c"))
    assert made.daemon.begin() is None
    return made
