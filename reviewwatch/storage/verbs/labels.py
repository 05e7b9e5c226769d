"""What people decided on many reviews at once, to learn from it and to measure by it."""

from __future__ import annotations

from collections.abc import Sequence

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import member, text, whole
from reviewwatch.types import DecisionKind


def standing(db: Database, review_ids: Sequence[int]) -> dict[int, list[tuple[DecisionKind, str]]]:
    """Return the decisions on these reviews that were not undone, each with its reason, by review, the first one first.

    Reviews without one are left out.
    """
    rows = db.all(
        """
        SELECT d.review_id, d.kind, d.reason FROM decisions d
        WHERE d.review_id IN :review_ids AND d.kind <> 'undo'
        AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.decision_id)
        ORDER BY d.review_id, d.decision_id
        """,
        {"review_ids": list(review_ids)},
    )
    found: dict[int, list[tuple[DecisionKind, str]]] = {}
    for row in rows:
        found.setdefault(whole(row["review_id"]), []).append((member(DecisionKind, row["kind"]), text(row["reason"])))
    return found
