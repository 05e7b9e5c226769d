"""What the drafter proposes, never public: one suggestion for each revision of a review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import json_rows, member, stamp, text, whole
from reviewwatch.types import Answer, Draft, DraftSentence, Suggestion


def get(db: Database, review_id: int, content_hash: str, basis: str | None = None) -> Suggestion | None:
    """Return the suggestion for this revision of a review, None where there is none.

    Args:
        basis: Only if it was made from this; None for whatever it was made from.
    """
    row = db.one(
        """
        SELECT basis, answer, why, next_step, drafts FROM suggestions
        WHERE review_id = :review_id AND content_hash = :content_hash
        """,
        {"review_id": review_id, "content_hash": content_hash},
    )
    if row is None or (basis is not None and text(row["basis"]) != basis):
        return None
    return Suggestion(
        answer=member(Answer, row["answer"]),
        why=text(row["why"]),
        next_step=text(row["next_step"]),
        drafts=tuple(_draft(one, content_hash) for one in json_rows(row["drafts"])),
    )


def next_steps(db: Database, review_ids: Sequence[int]) -> dict[int, str]:
    """Return what is best done with each of these reviews as it stands, for those where the drafter knows."""
    rows = db.all(
        """
        SELECT s.review_id, s.next_step FROM suggestions s
        JOIN reviews r ON r.review_id = s.review_id AND r.content_hash = s.content_hash
        WHERE s.review_id IN :review_ids AND s.next_step <> ''
        """,
        {"review_ids": list(review_ids)},
    )
    return {whole(row["review_id"]): text(row["next_step"]) for row in rows}


def save(db: Database, review_id: int, content_hash: str, basis: str, suggestion: Suggestion, now: datetime) -> None:
    """Keep a suggestion in the place of the one before. Inside a transaction.

    Args:
        basis: Hash of what it was made from.

    Raises:
        NotFoundError: There is no such review.
    """
    db.run(
        """
        INSERT INTO suggestions (review_id, content_hash, basis, answer, why, next_step, drafts, created_at)
        VALUES (:review_id, :content_hash, :basis, :answer, :why, :next_step, :drafts, :created_at)
        ON CONFLICT (review_id, content_hash) DO UPDATE SET
            basis = excluded.basis, answer = excluded.answer, why = excluded.why, next_step = excluded.next_step,
            drafts = excluded.drafts, created_at = excluded.created_at
        """,
        {
            "review_id": review_id,
            "content_hash": content_hash,
            "basis": basis,
            "answer": suggestion.answer.value,
            "why": suggestion.why,
            "next_step": suggestion.next_step,
            "drafts": json.dumps([_row(draft) for draft in suggestion.drafts]),
            "created_at": stamp(now),
        },
    )


def missing(db: Database, review_ids: Sequence[int]) -> list[int]:
    """Return which of these reviews have no suggestion for what they say now, in their order."""
    rows = db.all(
        """
        SELECT r.review_id FROM reviews r
        WHERE r.review_id IN :review_ids AND NOT EXISTS (
            SELECT 1 FROM suggestions s WHERE s.review_id = r.review_id AND s.content_hash = r.content_hash
        )
        """,
        {"review_ids": list(review_ids)},
    )
    found = {whole(row["review_id"]) for row in rows}
    return [review_id for review_id in review_ids if review_id in found]


def _row(draft: Draft) -> dict[str, Any]:
    sentences = [[one.text, one.move, list(one.licence)] for one in draft.sentences]
    return {
        "text": draft.text,
        "lang": draft.lang,
        "drafter": draft.drafter,
        "sentences": sentences,
        "twin": draft.twin,
        "why": draft.why,
        "note": draft.note,
    }


def _draft(row: dict[str, Any], content_hash: str) -> Draft:
    return Draft(
        text=row["text"],
        lang=row["lang"],
        drafter=row["drafter"],
        content_hash=content_hash,
        sentences=tuple(DraftSentence(words, move, tuple(licence)) for words, move, licence in row["sentences"]),
        twin=row["twin"],
        why=row.get("why", ""),
        note=row.get("note", ""),
    )
