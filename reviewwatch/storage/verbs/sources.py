"""What is remembered of each place to watch: one row a source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reviewwatch.storage.base import Database, Row
from reviewwatch.storage.values import (
    json_cursor,
    member,
    stamp,
    stamp_or_none,
    text,
    time_or_none,
    whole,
    whole_or_none,
)
from reviewwatch.types import Health, SourceState

NEWEST: Final = 5_000


def load(db: Database, source_id: str) -> SourceState | None:
    """Return a source's state, None before its first pull."""
    row = db.one("SELECT * FROM source_state WHERE source_id = :source_id", {"source_id": source_id})
    return None if row is None else _state_of(row)


def all_states(db: Database) -> list[SourceState]:
    """Return the state of every source that was ever pulled, in the order of their ids."""
    return [_state_of(row) for row in db.all("SELECT * FROM source_state ORDER BY source_id")]


def due(db: Database, now: datetime, source_ids: Sequence[str], limit: int) -> list[SourceState]:
    """Return which of these sources are to be pulled now: healthy before failing ones, and the longest due first.

    Due is what has reached its time and does not ask to be left alone. However many turns a source missed, it is due
    once.
    """
    # The ids are no plain column here, so that the few rows that are due are found by their time.
    rows = db.all(
        """
        SELECT * FROM source_state
        WHERE next_due_at <= :now AND (asked_until IS NULL OR asked_until <= :now) AND source_id || '' IN :source_ids
        ORDER BY health IN ('failing', 'paused'), next_due_at, source_id LIMIT :limit
        """,
        {"now": stamp(now), "source_ids": source_ids, "limit": limit},
    )
    return [_state_of(row) for row in rows]


def recent(db: Database, since: datetime, history: str, newest: int = NEWEST) -> dict[str, tuple[int, int]]:
    """Count what came to each source since a time: reviews, and how many of them are flagged. History is left out.

    Args:
        history: The reason of a case that a first pull found too old.
        newest: How many of the newest reviews are looked at: it costs the same in any store.
    """
    rows = db.all(
        """
        SELECT r.source_id AS source_id, COUNT(*) AS n_new, COUNT(f.review_id) AS n_flagged
        FROM reviews r JOIN cases c ON c.review_id = r.review_id
        LEFT JOIN flags f ON f.review_id = r.review_id AND f.revision = r.n_revisions
        WHERE r.review_id > (SELECT MAX(review_id) FROM reviews) - :newest AND r.first_seen_at >= :since
            AND c.reason <> :history
        GROUP BY r.source_id
        """,
        {"newest": newest, "since": stamp(since), "history": history},
    )
    return {text(row["source_id"]): (whole(row["n_new"]), whole(row["n_flagged"])) for row in rows}


def set_turn(db: Database, source_id: str, connector: str, at: datetime) -> None:
    """Say when a source is pulled next, and leave all else as it stands. Inside a transaction."""
    db.run(
        """
        INSERT INTO source_state (
            source_id, connector, cursor, next_due_at, n_failures, last_error, health, unseen, set_up
        ) VALUES (:source_id, :connector, '{}', :at, 0, '', 'new', '', '')
        ON CONFLICT (source_id) DO UPDATE SET next_due_at = excluded.next_due_at
        """,
        {"source_id": source_id, "connector": connector, "at": stamp(at)},
    )


def save(db: Database, state: SourceState) -> None:
    """Store a source's state in place of what was remembered. Inside a transaction."""
    db.run(
        """
        INSERT INTO source_state (
            source_id, connector, cursor, next_due_at, last_pull_at, last_good_at, n_failures, last_error, health,
            n_listed, asked_until, unseen, set_up
        ) VALUES (
            :source_id, :connector, :cursor, :next_due_at, :last_pull_at, :last_good_at, :n_failures, :last_error,
            :health, :n_listed, :asked_until, :unseen, :set_up
        )
        ON CONFLICT (source_id) DO UPDATE SET
            connector = excluded.connector, cursor = excluded.cursor, next_due_at = excluded.next_due_at,
            last_pull_at = excluded.last_pull_at, last_good_at = excluded.last_good_at,
            n_failures = excluded.n_failures, last_error = excluded.last_error, health = excluded.health,
            n_listed = excluded.n_listed, asked_until = excluded.asked_until,
            unseen = excluded.unseen, set_up = excluded.set_up
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
            "set_up": state.set_up,
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
        set_up=text(row["set_up"]),
    )
