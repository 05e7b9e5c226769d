"""Answers of a site that could not be read, kept for a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import stamp, text, time

KEPT: Final = timedelta(days=7)
"""They hold people's words in a form that nothing else erases, so they do not stay."""
N_KEPT: Final = 3
"""For each source: a layout that changed fails at every pull in the same way."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One answer as it came.

    Attributes:
        reason: Why it could not be read.
    """

    source_id: str
    fetched_at: datetime
    reason: str
    body: bytes


def keep(db: Database, source_id: str, reason: str, body: bytes, now: datetime) -> None:
    """Keep an answer, and of this source's earlier ones the newest two. Inside a transaction."""
    db.run(
        """
        INSERT INTO raw_pages (source_id, fetched_at, reason, body) VALUES (:source_id, :fetched_at, :reason, :body)
        """,
        {"source_id": source_id, "fetched_at": stamp(now), "reason": reason, "body": body},
    )
    db.run(
        """
        DELETE FROM raw_pages WHERE source_id = :source_id AND raw_page_id NOT IN (
            SELECT raw_page_id FROM raw_pages WHERE source_id = :source_id ORDER BY fetched_at DESC, raw_page_id DESC
            LIMIT :n_kept
        )
        """,
        {"source_id": source_id, "n_kept": N_KEPT},
    )


def prune(db: Database, now: datetime) -> int:
    """Delete what is older than seven days and return how many that were. Inside a transaction."""
    return db.run("DELETE FROM raw_pages WHERE fetched_at < :oldest", {"oldest": stamp(now - KEPT)})


def latest(db: Database, source_id: str) -> RawPage | None:
    """Return the newest answer kept of a source, None where none is."""
    row = db.one(
        """
        SELECT source_id, fetched_at, reason, body FROM raw_pages WHERE source_id = :source_id
        ORDER BY fetched_at DESC, raw_page_id DESC LIMIT 1
        """,
        {"source_id": source_id},
    )
    if row is None:
        return None
    body = row["body"]
    return RawPage(
        source_id=text(row["source_id"]),
        fetched_at=time(row["fetched_at"]),
        reason=text(row["reason"]),
        body=body if isinstance(body, bytes) else b"",
    )
