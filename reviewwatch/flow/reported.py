"""Reviews that a person reported to their place because they break its rules: when, why, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from reviewwatch.errors import ApprovalError
from reviewwatch.flow.desk import Desk
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.verbs import decisions, reviews
from reviewwatch.types import Decision, DecisionKind

_ACTS: Final = (DecisionKind.REPORT, DecisionKind.REPORT_OUTCOME)


class Outcome(StrEnum):
    """What the place did with a report."""

    REMOVED = "removed"
    KEPT = "kept"
    NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as it stands.

    Attributes:
        outcome: What the place did, None while nobody has said.
        ended_at: When somebody said so.
    """

    review_id: int
    person: str
    reported_at: datetime
    reason: str
    outcome: Outcome | None = None
    ended_at: datetime | None = None


def report(desk: Desk, review_id: int, person: str, reason: str) -> Decision:
    """Record that a person reported a review to its place. The place hears nothing from us: they did it there.

    Raises:
        NotFoundError: There is no such review.
        ApprovalError: It is reported already, and the outcome is open.
    """
    last = standing_report(desk, review_id)
    if last is not None and last.outcome is None:
        raise ApprovalError(
            f"{to_text(REVIEW, review_id)} was reported on {last.reported_at:%Y-%m-%d} already; say what came of it "
            "with --outcome",
            review_id,
        )
    return _record(desk, review_id, DecisionKind.REPORT, person, reason)


def end(desk: Desk, review_id: int, person: str, outcome: Outcome) -> Decision:
    """Record what came of a report.

    Raises:
        ApprovalError: There is no open report of this review.
    """
    last = standing_report(desk, review_id)
    if last is None or last.outcome is not None:
        raise ApprovalError(f"there is no open report of {to_text(REVIEW, review_id)}", review_id)
    return _record(desk, review_id, DecisionKind.REPORT_OUTCOME, person, outcome.value)


def standing_report(desk: Desk, review_id: int) -> Reported | None:
    """Return the last report of a review that was not taken back, None where there is none."""
    acts = decisions.of_review(desk.db, review_id)
    undone = {one.undoes for one in acts}
    return _reported([one for one in acts if one.kind in _ACTS and one.decision_id not in undone])


def all_reports(desk: Desk) -> list[Reported]:
    """Return every review's last report, the newest first."""
    found = (standing_report(desk, review_id) for review_id in decisions.reported(desk.db))
    return sorted((one for one in found if one), key=lambda one: one.reported_at, reverse=True)


def _reported(acts: list[Decision]) -> Reported | None:
    found: Reported | None = None
    for act in acts:
        if act.kind is DecisionKind.REPORT:
            found = Reported(act.review_id, act.person, act.decided_at, act.reason)
        elif found is not None:
            found = replace(found, outcome=Outcome(act.reason), ended_at=act.decided_at)
    return found


def _record(desk: Desk, review_id: int, kind: DecisionKind, person: str, reason: str) -> Decision:
    with desk.db.transaction():
        stored = reviews.get(desk.db, review_id)
        decision = Decision(
            review_id=review_id,
            kind=kind,
            person=person,
            decided_at=desk.now(),
            reason=reason,
            state_before=stored.case.state,
        )
        return replace(decision, decision_id=decisions.append(desk.db, decision))
