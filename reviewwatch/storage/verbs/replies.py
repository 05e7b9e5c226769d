"""What was answered in public before: by a listing, and by a whole brand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import text, whole


def recent(db: Database, listing_key: str, except_review: int, limit: int) -> tuple[str, ...]:
    """Return the texts that a listing answered last, the newest first: on the site, and on their way there.

    Args:
        except_review: Whose own answers are left out.
    """
    rows = db.all(
        """
        SELECT o.text FROM owner_replies o
        WHERE o.listing_id = (SELECT listing_id FROM listings WHERE listing_key = :listing_key)
        AND o.review_id <> :except_review
        ORDER BY o.created_at DESC LIMIT :limit
        """,
        {"listing_key": listing_key, "except_review": except_review, "limit": limit},
    )
    return tuple(text(row["text"]) for row in rows)


def published(db: Database, sources: Sequence[str], except_review: int, limit: int) -> tuple[str, ...]:
    """Return the replies that were approved for some sources, posted or on their way, the newest first."""
    rows = db.all(
        """
        SELECT t.text FROM publications p JOIN texts t ON t.text_hash = p.text_hash
        WHERE p.source_id IN :sources AND p.review_id <> :except_review AND t.text IS NOT NULL
        AND p.state NOT IN ('withdrawn', 'stale', 'refused')
        ORDER BY p.publication_id DESC LIMIT :limit
        """,
        {"sources": list(sources), "except_review": except_review, "limit": limit},
    )
    return tuple(text(row["text"]) for row in rows)


@dataclass(frozen=True, slots=True)
class Said:
    """A reply that a person approved, and the revision of the review that it answers."""

    review_id: int
    content_hash: str
    text: str


def approved(db: Database, sources: Sequence[str], limit: int) -> list[Said]:
    """Return the replies approved for some sources and not taken back, the newest first."""
    rows = db.all(
        """
        SELECT p.review_id, p.content_hash, t.text FROM publications p JOIN texts t ON t.text_hash = p.text_hash
        WHERE p.source_id IN :sources AND t.text IS NOT NULL AND p.state NOT IN ('withdrawn', 'stale')
        ORDER BY p.publication_id DESC LIMIT :limit
        """,
        {"sources": list(sources), "limit": limit},
    )
    return [Said(whole(row["review_id"]), text(row["content_hash"]), text(row["text"])) for row in rows]
