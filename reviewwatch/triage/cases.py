"""Where a case stands after a change, and what was there long before we looked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from reviewwatch.config import TriageConfig
from reviewwatch.types import (
    CASE_TRANSITIONS,
    HELD,
    Case,
    CaseEvent,
    CaseState,
    Edited,
    Flag,
    Gone,
    New,
    OwnerReplied,
    OwnerReply,
    Precision,
    ReplyState,
    Review,
)

HISTORY: Final = "history"
ANSWERED: Final = "answered on the site"
FLAGGED: Final = "flagged"
UNFLAGGED: Final = "not flagged"
EDITED: Final = "edited"
CAME_BACK: Final = "came back after it was gone"
CLEARED: Final = "judged anew and no longer flagged"

# A day or a month is stated by its first instant; the review may have been written until its last.
_SLACK: Final = {
    Precision.INSTANT: timedelta(),
    Precision.DAY: timedelta(days=1),
    Precision.MONTH: timedelta(days=31),
}


def is_history(review: Review, rules: TriageConfig, now: datetime) -> bool:
    """Say whether a review was there long before we looked: searchable, never due.

    One without a time is not history: hiding a complaint of today is worse than showing an old one.

    Args:
        now: When the listing was last read before this pull, or the time of its first pull.
    """
    written_at = review.created_at or review.updated_at
    return written_at is not None and written_at + _SLACK[review.created_precision] < now - rules.since


def case_after(
    change: New | Edited | OwnerReplied | Gone, flag: Flag | None, is_history: bool = False
) -> tuple[CaseState, str]:
    """Return where a case stands after a change, and why.

    An edit brings back every case that had been in the queue or was decided, since what was decided on is no longer
    what stands there. A quiet one stays quiet unless it is flagged now. A matter for a trained person is held instead
    of open.

    Args:
        flag: Of the new revision; None for an owner reply or a removal.

    Returns:
        The state with its reason. The reason is empty where the case stays as it is, its old reason included.
    """
    match change:
        case New(review=review):
            return _first_state(review, flag, is_history)
        case Edited(known=known):
            if known.case_state is CaseState.QUIET and flag is None:
                return CaseState.QUIET, UNFLAGGED
            opened = CASE_TRANSITIONS[known.case_state, CaseEvent.EDITED]
            return _screened(opened, CAME_BACK if change.was_gone else EDITED, flag)
        case OwnerReplied(review=review, known=known):
            to = CASE_TRANSITIONS.get((known.case_state, CaseEvent.ANSWER_SEEN))
            return (to, ANSWERED) if to and is_answered(review.owner_replies) else (known.case_state, "")
        case Gone(known=known, proof=proof):
            return CASE_TRANSITIONS[known.case_state, CaseEvent.GONE], proof


def case_after_rescore(
    case: Case, before: Flag | None, after: Flag | None, is_decided: bool, is_history: bool
) -> tuple[CaseState, str]:
    """Return where a case stands after its review was judged anew, and why; as it stood where nothing moves it.

    What a person decided stays as they decided it. What was history stays history, flagged or not.

    Args:
        before, after: The flag that the case stood by, and the one of the new judgment.
        is_decided: A decision of a person stands, whatever the state; what they opened, they close.
    """
    if is_decided or case.state not in (CaseState.QUIET, CaseState.OPEN):
        return case.state, case.reason
    if after is None and before is not None and case.state is CaseState.OPEN:
        return CASE_TRANSITIONS[case.state, CaseEvent.CLEARED], CLEARED
    if after is None or (case.state is CaseState.OPEN and after.hold is None):
        return case.state, case.reason
    if case.state is CaseState.QUIET and (is_history or case.reason == HISTORY):
        return CaseState.QUIET, HISTORY
    return _screened(CaseState.OPEN, FLAGGED, after)


def is_answered(owner_replies: Sequence[OwnerReply]) -> bool:
    """Say whether a reply of the business stands there for all to read."""
    return any(reply.state is ReplyState.PUBLISHED for reply in owner_replies)


def _first_state(review: Review, flag: Flag | None, is_history: bool) -> tuple[CaseState, str]:
    if is_answered(review.owner_replies):
        return CaseState.ANSWERED, ANSWERED
    if is_history:
        return CaseState.QUIET, HISTORY
    return _screened(CaseState.OPEN, FLAGGED, flag) if flag else (CaseState.QUIET, UNFLAGGED)


def _screened(state: CaseState, reason: str, flag: Flag | None) -> tuple[CaseState, str]:
    """Return where a case stands that comes into the queue: a matter for a trained person is held."""
    if flag is None or flag.hold is None:
        return state, reason
    return CASE_TRANSITIONS[state, CaseEvent.SCREENED], held_for(flag.hold)


def held_for(matter: str) -> str:
    """Return the reason of a case that the machine holds, in the words of whoever takes it up."""
    return f"{matter}: {HELD}"
