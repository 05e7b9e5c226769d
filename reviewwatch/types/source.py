"""A configured place, as the store remembers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Cursor = Mapping[str, str]
"""Where a source's next pull starts: opaque to all but its connector, flat, JSON-able."""


class Health(StrEnum):
    """How a source stands after its last pulls."""

    NEW = "new"
    OK = "ok"
    FAILING = "failing"
    PAUSED = "paused"


class Retention(StrEnum):
    """What the place allows to be kept."""

    STORE = "store"
    NO_STORE = "no_store"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What the store remembers of a configured place to watch.

    Attributes:
        cursor: Where the next pull starts.
        next_due_at: When the daemon pulls next, None where it never did and was never told to.
        last_good_at: The last pull that read the place as it should.
        n_failures: Failed pulls in a row.
        n_listed: Reviews in the last complete listing, None if there was none.
        unseen: What the last pull could not see, as a sentence; empty where it saw everything.
        asked_until: Until when the place asked to be left alone, None if it did not since the last good pull.
        set_up: A print of how the source was configured at its last pull, so that a change of it is noticed.
    """

    source_id: str
    connector: str
    cursor: Cursor = field(default_factory=dict)
    next_due_at: datetime | None = None
    last_pull_at: datetime | None = None
    last_good_at: datetime | None = None
    n_failures: int = 0
    last_error: str = ""
    health: Health = Health.NEW
    n_listed: int | None = None
    asked_until: datetime | None = None
    unseen: str = ""
    set_up: str = ""
