"""What is remembered of each place to watch: one row a source."""

from __future__ import annotations

import json

from reviewwatch.storage.base import Database, Row
from reviewwatch.storage.values import json_cursor, member, stamp_or_none, text, time_or_none, whole, whole_or_none
from reviewwatch.types import Health, SourceState


def load(db: Database, source_id: str) -> SourceState | None:
    """Return a source's state, None before its first pull."""
    row = db.one("SELECT * FROM source_state WHERE source_id = :source_id", {"source_id": source_id})
    return None if row is None else _state_of(row)


def all_states(db: Database) -> list[SourceState]:
    """Return the state of every source that was ever pulled, in the order of their ids."""
    return [_state_of(row) for row in db.all("SELECT * FROM source_state ORDER BY source_id")]


def save(db: Database, state: SourceState) -> None:
    """Store a source's state in place of what was remembered. Inside a transaction."""
    db.run(
        """
        INSERT INTO source_state (
            source_id, connector, cursor, next_due_at, last_pull_at, last_good_at, n_failures, last_error, health,
            n_listed, asked_until, unseen
        ) VALUES (
            :source_id, :connector, :cursor, :next_due_at, :last_pull_at, :last_good_at, :n_failures, :last_error,
            :health, :n_listed, :asked_until, :unseen
        )
        ON CONFLICT (source_id) DO UPDATE SET
            connector = excluded.connector, cursor = excluded.cursor, next_due_at = excluded.next_due_at,
            last_pull_at = excluded.last_pull_at, last_good_at = excluded.last_good_at,
            n_failures = excluded.n_failures, last_error = excluded.last_error, health = excluded.health,
            n_listed = excluded.n_listed, asked_until = excluded.asked_until,
            unseen = excluded.unseen
        """,
        {
            "source_id": state.source_id,
            "connector": state.connector,
            "cursor": json.dumps(dict(state.cursor)),
            "next_due_at": stamp_or_none(state.next_due_at),
            "last_pull_at": stamp_or_none(state.last_pull_at),
            "last_good_at": stamp_or_none(state.last_good_at),
            "n_failures": state.n_failures,
            "last_error": state.last_error,
            "health": state.health.value,
            "n_listed": state.n_listed,
            "asked_until": stamp_or_none(state.asked_until),
            "unseen": state.unseen,
        },
    )


def _state_of(row: Row) -> SourceState:
    return SourceState(
        source_id=text(row["source_id"]),
        connector=text(row["connector"]),
        cursor=json_cursor(row["cursor"]),
        next_due_at=time_or_none(row["next_due_at"]),
        last_pull_at=time_or_none(row["last_pull_at"]),
        last_good_at=time_or_none(row["last_good_at"]),
        n_failures=whole(row["n_failures"]),
        last_error=text(row["last_error"]),
        health=member(Health, row["health"]),
        n_listed=whole_or_none(row["n_listed"]),
        asked_until=time_or_none(row["asked_until"]),
        unseen=text(row["unseen"]),
    )
