"""The nouns: what is handed from one room to the next, and which state may follow which.

Everything here is frozen and free of behavior beyond what a value knows of itself.
Times are aware and UTC. Offsets count code points of the named field as received.

Each family of nouns is loaded when one of it is first asked for: a list of reviews needs no reply.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from reviewwatch.types.business import Business, Contact, Fact, FactKind, Macro, Profile, Remedy
    from reviewwatch.types.change import Change, Edited, Gone, Known, New, OwnerReplied, Same
    from reviewwatch.types.decision import Decision, DecisionKind, Publication
    from reviewwatch.types.judgment import (
        HELD,
        RISE,
        Assessment,
        Band,
        Flag,
        Judged,
        Reason,
        Sensitivity,
        Severity,
        Theme,
        Unhappy,
    )
    from reviewwatch.types.reply import (
        Answer,
        Approval,
        ApprovedReply,
        Draft,
        DraftSentence,
        Finding,
        FindingSeverity,
        Posted,
        Stale,
        Suggestion,
        Target,
    )
    from reviewwatch.types.review import (
        Listing,
        OwnerReply,
        Precision,
        Problem,
        Rating,
        RatingKind,
        ReplyState,
        Review,
        TextField,
    )
    from reviewwatch.types.source import Cursor, Health, Retention, SourceState
    from reviewwatch.types.state import (
        CASE_TRANSITIONS,
        PUBLICATION_TRANSITIONS,
        CaseEvent,
        CaseState,
        PublicationState,
    )
    from reviewwatch.types.stored import Case, PageWrite, QueueFilter, QueueRow, Revision, StoredReview

__all__ = [
    "CASE_TRANSITIONS",
    "HELD",
    "PUBLICATION_TRANSITIONS",
    "RISE",
    "Answer",
    "Approval",
    "ApprovedReply",
    "Assessment",
    "Band",
    "Business",
    "Case",
    "CaseEvent",
    "CaseState",
    "Change",
    "Contact",
    "Cursor",
    "Decision",
    "DecisionKind",
    "Draft",
    "DraftSentence",
    "Edited",
    "Fact",
    "FactKind",
    "Finding",
    "FindingSeverity",
    "Flag",
    "Gone",
    "Health",
    "Judged",
    "Known",
    "Listing",
    "Macro",
    "New",
    "OwnerReplied",
    "OwnerReply",
    "PageWrite",
    "Posted",
    "Precision",
    "Problem",
    "Profile",
    "Publication",
    "PublicationState",
    "QueueFilter",
    "QueueRow",
    "Rating",
    "RatingKind",
    "Reason",
    "Remedy",
    "ReplyState",
    "Retention",
    "Review",
    "Revision",
    "Same",
    "Sensitivity",
    "Severity",
    "SourceState",
    "Stale",
    "StoredReview",
    "Suggestion",
    "Target",
    "TextField",
    "Theme",
    "Unhappy",
]

_FAMILIES: Final = {
    "business": ("Business", "Contact", "Fact", "FactKind", "Macro", "Profile", "Remedy"),
    "reply": (
        "Answer",
        "Approval",
        "ApprovedReply",
        "Draft",
        "DraftSentence",
        "Finding",
        "FindingSeverity",
        "Posted",
        "Stale",
        "Suggestion",
        "Target",
    ),
    "judgment": (
        "HELD",
        "RISE",
        "Assessment",
        "Band",
        "Flag",
        "Judged",
        "Reason",
        "Sensitivity",
        "Severity",
        "Theme",
        "Unhappy",
    ),
    "state": ("CASE_TRANSITIONS", "CaseEvent", "CaseState", "PUBLICATION_TRANSITIONS", "PublicationState"),
    "stored": ("Case", "PageWrite", "QueueFilter", "QueueRow", "Revision", "StoredReview"),
    "change": ("Change", "Edited", "Gone", "Known", "New", "OwnerReplied", "Same"),
    "source": ("Cursor", "Health", "Retention", "SourceState"),
    "decision": ("Decision", "DecisionKind", "Publication"),
    "review": (
        "Listing",
        "OwnerReply",
        "Precision",
        "Problem",
        "Rating",
        "RatingKind",
        "ReplyState",
        "Review",
        "TextField",
    ),
}
_HOMES: Final = {name: family for family, names in _FAMILIES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
