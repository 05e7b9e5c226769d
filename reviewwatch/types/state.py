"""Where a case and a publication may stand, and which state may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class CaseState(StrEnum):
    """A review's standing in the queue."""

    QUIET = "quiet"
    OPEN = "open"
    SNOOZED = "snoozed"
    HELD = "held"
    DISMISSED = "dismissed"
    ANSWERED = "answered"
    CLOSED = "closed"


class CaseEvent(StrEnum):
    """What moves a case: the first eight are the machine's, the others a person's."""

    FLAGGED = "flagged"
    SCREENED = "screened"
    CLEARED = "cleared"
    EDITED = "edited"
    GONE = "gone"
    ANSWER_SEEN = "answer_seen"
    REPLY_FAILED = "reply_failed"
    WOKE = "woke"
    APPROVE = "approve"
    DISMISS = "dismiss"
    HOLD = "hold"
    SNOOZE = "snooze"
    REOPEN = "reopen"
    UNDO = "undo"


class PublicationState(StrEnum):
    """Where an approved reply is on its way."""

    APPROVED = "approved"
    POSTING = "posting"
    POSTED = "posted"
    SEEN = "seen"
    PENDING = "pending"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"
    STALE = "stale"


_UNDECIDED = (CaseState.QUIET, CaseState.OPEN, CaseState.SNOOZED, CaseState.HELD)
_PERSON: Mapping[CaseEvent, CaseState] = {
    CaseEvent.APPROVE: CaseState.ANSWERED,
    CaseEvent.DISMISS: CaseState.DISMISSED,
    CaseEvent.HOLD: CaseState.HELD,
    CaseEvent.SNOOZE: CaseState.SNOOZED,
}

CASE_TRANSITIONS: Mapping[tuple[CaseState, CaseEvent], CaseState] = {
    (CaseState.QUIET, CaseEvent.FLAGGED): CaseState.OPEN,
    # A sensitive matter waits for a trained person before anybody answers it; only a person lets it go.
    (CaseState.QUIET, CaseEvent.SCREENED): CaseState.HELD,
    (CaseState.OPEN, CaseEvent.SCREENED): CaseState.HELD,
    # Judged anew and no longer flagged, accepted by a person.
    (CaseState.OPEN, CaseEvent.CLEARED): CaseState.QUIET,
    **{(state, CaseEvent.EDITED): CaseState.OPEN for state in CaseState},
    **{(state, CaseEvent.GONE): CaseState.CLOSED for state in CaseState},
    **{(state, CaseEvent.ANSWER_SEEN): CaseState.ANSWERED for state in _UNDECIDED},
    (CaseState.ANSWERED, CaseEvent.REPLY_FAILED): CaseState.OPEN,
    (CaseState.SNOOZED, CaseEvent.WOKE): CaseState.OPEN,
    **{(state, event): to for state in _UNDECIDED for event, to in _PERSON.items()},
    **{
        (state, CaseEvent.REOPEN): CaseState.OPEN
        for state in CaseState
        if state not in (CaseState.OPEN, CaseState.CLOSED)
    },
    **{(state, CaseEvent.UNDO): CaseState.OPEN for state in CaseState if state is not CaseState.CLOSED},
}
"""(state, event) -> state. A pair that is missing is refused. Undo of a decision returns to OPEN or to the state that
the undone decision left behind, whichever the decision recorded; the table names the usual one."""

PUBLICATION_TRANSITIONS: Mapping[PublicationState, frozenset[PublicationState]] = {
    PublicationState.APPROVED: frozenset(
        {
            PublicationState.POSTING,
            PublicationState.WITHDRAWN,
            PublicationState.STALE,
            PublicationState.HANDED_OVER,
        }
    ),
    # Back to APPROVED only where it is certain that nothing was sent.
    PublicationState.POSTING: frozenset(
        {
            PublicationState.POSTED,
            PublicationState.PENDING,
            PublicationState.REFUSED,
            PublicationState.UNKNOWN,
            PublicationState.STALE,
            PublicationState.APPROVED,
        }
    ),
    PublicationState.POSTED: frozenset({PublicationState.SEEN, PublicationState.REFUSED}),
    PublicationState.PENDING: frozenset({PublicationState.SEEN, PublicationState.REFUSED}),
    PublicationState.UNKNOWN: frozenset(
        {PublicationState.SEEN, PublicationState.HANDED_OVER, PublicationState.WITHDRAWN}
    ),
    PublicationState.HANDED_OVER: frozenset({PublicationState.SEEN, PublicationState.WITHDRAWN}),
    PublicationState.SEEN: frozenset(),
    PublicationState.REFUSED: frozenset(),
    PublicationState.WITHDRAWN: frozenset(),
    PublicationState.STALE: frozenset(),
}
"""state -> states that may follow. A terminal state is followed by a new approval, never by itself again."""
