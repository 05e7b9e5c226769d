"""Snoozed reviews come back when somebody looks."""

from __future__ import annotations

from reviewwatch.errors import StorageError
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import cases


def wake_snoozed(desk: Desk) -> None:
    """Reopen every review whose snooze has ended; a store that is busy right now does so at the next look."""
    try:
        with desk.db.transaction():
            cases.wake(desk.db, desk.now())
    except StorageError:
        return
