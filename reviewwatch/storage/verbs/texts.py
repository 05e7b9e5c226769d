"""Texts that decisions and publications point to by hash, each stored once."""

from __future__ import annotations

from reviewwatch.errors import NotFoundError
from reviewwatch.storage.base import Database
from reviewwatch.storage.values import text_or_none


def keep(db: Database, text_hash: str, text: str) -> None:
    """Store a text under its hash; one that was emptied comes back. Inside a transaction."""
    db.run(
        """
        INSERT INTO texts (text_hash, text) VALUES (:text_hash, :text)
        ON CONFLICT (text_hash) DO UPDATE SET text = excluded.text WHERE texts.text IS NULL
        """,
        {"text_hash": text_hash, "text": text},
    )


def load(db: Database, text_hash: str) -> str | None:
    """Return a text, None where it was emptied and only the hash is left.

    Raises:
        NotFoundError: Nothing was ever stored under this hash.
    """
    row = db.one("SELECT text FROM texts WHERE text_hash = :text_hash", {"text_hash": text_hash})
    if row is None:
        raise NotFoundError(f"The store holds no text with the hash {text_hash}.")
    return text_or_none(row["text"])
