"""History comes into the queue because a person wants it there, and goes back the same way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import cases, decisions
from reviewwatch.types import CaseEvent, CaseState, Decision, DecisionKind

BATCH: Final = 500
"""Reviews moved in one transaction, so that nobody waits long for the store."""


def bring_back(desk: Desk, since: datetime, person: str, sources: Sequence[str] = ()) -> int:
    """Open the flagged, unanswered history written at or after a time, each as a recorded act of this person.

    Nothing becomes due by it. An act that was stopped half way is completed by doing it again.

    Args:
        sources: Ids of sources; empty for all.

    Returns:
        How many reviews were opened.
    """
    n_opened, n_batch = 0, BATCH
    while n_batch == BATCH:
        with desk.db.transaction():
            opened = cases.bring_back(desk.db, since, desk.now(), sources, BATCH)
            for review_id in opened:
                decisions.append(
                    desk.db,
                    Decision(
                        review_id=review_id,
                        kind=DecisionKind.REOPEN,
                        person=person,
                        decided_at=desk.now(),
                        reason=f"{cases.BROUGHT_BACK}, as written since {since:%Y-%m-%d}",
                        state_before=CaseState.QUIET,
                    ),
                )
        n_batch = len(opened)
        n_opened += n_batch
    return n_opened


def send_back(desk: Desk, person: str, sources: Sequence[str] = ()) -> int:
    """Undo `bring_back` for every review that nothing happened to since.

    Args:
        sources: Ids of sources; empty for all.

    Returns:
        How many reviews are history again.
    """
    n_sent, n_batch = 0, BATCH
    while n_batch == BATCH:
        with desk.db.transaction():
            untouched = cases.brought_back(desk.db, sources, BATCH)
            for review_id in untouched:
                _undo(desk, review_id, person)
        n_batch = len(untouched)
        n_sent += n_batch
    return n_sent


def _undo(desk: Desk, review_id: int, person: str) -> None:
    last = decisions.last_standing(desk.db, review_id)
    decisions.append(
        desk.db,
        Decision(
            review_id=review_id,
            kind=DecisionKind.UNDO,
            person=person,
            decided_at=desk.now(),
            reason="sent back to history",
            undoes=last.decision_id if last else None,
            state_before=CaseState.OPEN,
        ),
    )
    cases.move(desk.db, review_id, CaseEvent.UNDO, CaseState.QUIET, f"sent back to history by {person}", desk.now())
