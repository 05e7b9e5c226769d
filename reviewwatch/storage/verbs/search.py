"""Finding reviews by words."""

from __future__ import annotations

from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import cases
from reviewwatch.types import QueueRow


def find(db: Database, words: str, limit: int) -> list[QueueRow]:
    """Return the reviews whose folded text holds all words, best first, whatever their state.

    Args:
        words: As typed, folded by `text.search_text` as what is indexed was; quotes make a phrase, a leading minus
            excludes.
    """
    return cases.rows(db, db.search_ids(words, limit))
