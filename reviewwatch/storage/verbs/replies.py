"""What was answered in public before: by a listing, and by a whole brand."""

from __future__ import annotations

from collections.abc import Sequence

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import text


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
