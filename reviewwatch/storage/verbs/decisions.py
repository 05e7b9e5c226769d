"""Every act of a person: appended, never changed, never removed. An undo is a new row."""

from __future__ import annotations

from collections.abc import Sequence

from reviewwatch.errors import StorageError
from reviewwatch.ids import DECISION, to_text
from reviewwatch.storage.base import Database, Row
from reviewwatch.storage.values import (
    member,
    stamp,
    stamp_or_none,
    text,
    text_or_none,
    time,
    time_or_none,
    whole,
    whole_or_none,
)
from reviewwatch.storage.verbs import texts
from reviewwatch.types import CaseState, Decision, DecisionKind


def append(db: Database, decision: Decision, text: str | None = None) -> int:
    """Record an act and return its row number. Inside a transaction, with the state that it changes.

    Args:
        text: What the act is about, kept under `decision.text_hash`; None where it is kept already or there is none.

    Raises:
        NotFoundError: The review, the text or the decision that is undone is not there.
        StorageError: The decision that is undone was undone before, or a text came without its hash.
    """
    if text is not None:
        if decision.text_hash is None:
            raise StorageError("A text came without its hash; this is a defect of the caller, and nothing was stored.")
        texts.keep(db, decision.text_hash, text)
    if decision.undoes is not None:
        _refuse_undone(db, decision.undoes)
    return db.insert(
        """
        INSERT INTO decisions (review_id, kind, person, decided_at, reason, text_hash, until, undoes, state_before)
        VALUES (:review_id, :kind, :person, :decided_at, :reason, :text_hash, :until, :undoes, :state_before)
        RETURNING decision_id
        """,
        {
            "review_id": decision.review_id,
            "kind": decision.kind.value,
            "person": decision.person,
            "decided_at": stamp(decision.decided_at),
            "reason": decision.reason,
            "text_hash": decision.text_hash,
            "until": stamp_or_none(decision.until),
            "undoes": decision.undoes,
            "state_before": decision.state_before.value if decision.state_before else None,
        },
    )


def of_review(db: Database, review_id: int) -> list[Decision]:
    """Return every decision on a review, the first one first, undone ones and undos included."""
    rows = db.all("SELECT * FROM decisions WHERE review_id = :review_id ORDER BY decision_id", {"review_id": review_id})
    return [_decision_of(row) for row in rows]


def reported(db: Database) -> list[int]:
    """Return the reviews that anybody ever noted as reported to their place, by row number."""
    rows = db.all("SELECT DISTINCT review_id FROM decisions WHERE kind = 'report' ORDER BY review_id")
    return [whole(row["review_id"]) for row in rows]


def last_standing(db: Database, review_id: int) -> Decision | None:
    """Return the last decision on a review that was not undone, None where there is none."""
    row = db.one(
        """
        SELECT * FROM decisions d WHERE d.review_id = :review_id AND d.kind <> 'undo' AND NOT EXISTS (
            SELECT 1 FROM decisions u WHERE u.undoes = d.decision_id
        )
        ORDER BY d.decision_id DESC LIMIT 1
        """,
        {"review_id": review_id},
    )
    return None if row is None else _decision_of(row)


def decided(db: Database, review_ids: Sequence[int]) -> set[int]:
    """Return which of these reviews have a decision that was not undone."""
    rows = db.all(
        """
        SELECT DISTINCT d.review_id FROM decisions d
        WHERE d.review_id IN :review_ids AND d.kind <> 'undo'
        AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.decision_id)
        """,
        {"review_ids": list(review_ids)},
    )
    return {whole(row["review_id"]) for row in rows}


def text_of(db: Database, text_hash: str) -> str | None:
    """Return the text that a decision is about, None where it was emptied since.

    Raises:
        NotFoundError: Nothing was ever stored under this hash.
    """
    return texts.load(db, text_hash)


def _refuse_undone(db: Database, decision_id: int) -> None:
    undone = db.one("SELECT person FROM decisions WHERE undoes = :decision_id", {"decision_id": decision_id})
    if undone is not None:
        raise StorageError(
            f"{text(undone['person'])} took {to_text(DECISION, decision_id)} back already; nothing was changed. "
            "`reviewwatch show` lists what was decided."
        )


def _decision_of(row: Row) -> Decision:
    return Decision(
        decision_id=whole(row["decision_id"]),
        review_id=whole(row["review_id"]),
        kind=member(DecisionKind, row["kind"]),
        person=text(row["person"]),
        decided_at=time(row["decided_at"]),
        reason=text(row["reason"]),
        text_hash=text_or_none(row["text_hash"]),
        until=time_or_none(row["until"]),
        undoes=whole_or_none(row["undoes"]),
        state_before=None if row["state_before"] is None else member(CaseState, row["state_before"]),
    )
