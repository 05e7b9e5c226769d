"""What a person wrote and has not approved yet: each text belongs to one revision of a review."""

from __future__ import annotations

from datetime import datetime

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import stamp, text
from reviewwatch.types import Draft


def latest(db: Database, review_id: int, content_hash: str) -> Draft | None:
    """Return the newest draft for this revision of a review, None where none was made."""
    row = db.one(
        """
        SELECT text, lang, drafter, content_hash FROM drafts
        WHERE review_id = :review_id AND content_hash = :content_hash
        ORDER BY draft_id DESC LIMIT 1
        """,
        {"review_id": review_id, "content_hash": content_hash},
    )
    if row is None:
        return None
    return Draft(
        text=text(row["text"]),
        lang=text(row["lang"]),
        drafter=text(row["drafter"]),
        content_hash=text(row["content_hash"]),
    )


def save(db: Database, review_id: int, draft: Draft, now: datetime) -> None:
    """Add a draft; earlier ones stay. Inside a transaction.

    Raises:
        NotFoundError: There is no such review.
    """
    db.run(
        """
        INSERT INTO drafts (review_id, content_hash, text, lang, drafter, created_at)
        VALUES (:review_id, :content_hash, :text, :lang, :drafter, :created_at)
        """,
        {
            "review_id": review_id,
            "content_hash": draft.content_hash,
            "text": draft.text,
            "lang": draft.lang,
            "drafter": draft.drafter,
            "created_at": stamp(now),
        },
    )
