"""What a person did, and what became of what they approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewwatch.types.reply import Approval
    from reviewwatch.types.state import CaseState, PublicationState


class DecisionKind(StrEnum):
    """A recorded act of a person."""

    APPROVE = "approve"
    DISMISS = "dismiss"
    HOLD = "hold"
    SNOOZE = "snooze"
    REOPEN = "reopen"
    HAND_OVER = "hand_over"
    RESOLVE = "resolve"
    REPORT = "report"
    REPORT_OUTCOME = "report_outcome"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of a person, appended and never changed.

    Attributes:
        decision_id: Row number; None before it is stored.
        reason: The person's words, or a fixed one.
        text_hash: The text that the act is about, None without one.
        until: The end of a snooze.
        undoes: The decision that this one takes back.
        state_before: The case's state when the act was done.
    """

    review_id: int
    kind: DecisionKind
    person: str
    decided_at: datetime
    reason: str = ""
    text_hash: str | None = None
    until: datetime | None = None
    undoes: int | None = None
    state_before: CaseState | None = None
    decision_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One approved reply on its way, with what the site said of it.

    Attributes:
        post_after: The end of the undo window.
        claimed_at: When a process took it for posting.
        external_id, url: Of the reply, as the site gave them.
        detail: What happened last, a clause for a person.
    """

    publication_id: int
    review_id: int
    source_id: str
    state: PublicationState
    approval: Approval
    text: str
    post_after: datetime
    claimed_at: datetime | None = None
    posted_at: datetime | None = None
    seen_at: datetime | None = None
    external_id: str | None = None
    url: str | None = None
    detail: str = ""
