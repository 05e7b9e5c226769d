"""What the daemon says of itself, for `status`: one row, written at its start, at each tick and at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import stamp, stamp_or_none, text, time, time_or_none, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class DaemonState:
    """The daemon that runs on this store, or the last one that did.

    Attributes:
        holder: Of its lease: names host, process and run.
        ticked_at: When it last looked for what is due.
        ended_at: When it ended as it should, None while it runs and where it died.
        config_problem: Why the config as it stands now is not used, empty where it is.
        n_sources: It watches.
        n_pulls, n_failed, n_posted: Pulls, failed ones among them, and replies posted since its start.
    """

    holder: str
    started_at: datetime
    ticked_at: datetime
    ended_at: datetime | None = None
    config_problem: str = ""
    n_sources: int = 0
    n_pulls: int = 0
    n_failed: int = 0
    n_posted: int = 0


def load(db: Database) -> DaemonState | None:
    """Return what the last daemon of this store said, None where none ever ran."""
    row = db.one("SELECT * FROM daemon WHERE name = 'daemon'")
    if row is None:
        return None
    return DaemonState(
        holder=text(row["holder"]),
        started_at=time(row["started_at"]),
        ticked_at=time(row["ticked_at"]),
        ended_at=time_or_none(row["ended_at"]),
        config_problem=text(row["config_problem"]),
        n_sources=whole(row["n_sources"]),
        n_pulls=whole(row["n_pulls"]),
        n_failed=whole(row["n_failed"]),
        n_posted=whole(row["n_posted"]),
    )


def save(db: Database, state: DaemonState) -> None:
    """Store what the daemon says of itself in place of what was said before. Inside a transaction."""
    db.run(
        """
        INSERT INTO daemon (
            name, holder, started_at, ticked_at, ended_at, config_problem, n_sources, n_pulls, n_failed, n_posted
        ) VALUES (
            'daemon', :holder, :started_at, :ticked_at, :ended_at, :config_problem, :n_sources, :n_pulls, :n_failed,
            :n_posted
        )
        ON CONFLICT (name) DO UPDATE SET
            holder = excluded.holder, started_at = excluded.started_at, ticked_at = excluded.ticked_at,
            ended_at = excluded.ended_at, config_problem = excluded.config_problem, n_sources = excluded.n_sources,
            n_pulls = excluded.n_pulls, n_failed = excluded.n_failed, n_posted = excluded.n_posted
        """,
        {
            "holder": state.holder,
            "started_at": stamp(state.started_at),
            "ticked_at": stamp(state.ticked_at),
            "ended_at": stamp_or_none(state.ended_at),
            "config_problem": state.config_problem,
            "n_sources": state.n_sources,
            "n_pulls": state.n_pulls,
            "n_failed": state.n_failed,
            "n_posted": state.n_posted,
        },
    )
