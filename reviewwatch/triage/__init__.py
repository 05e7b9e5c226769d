"""Which reviews a person should look at, how soon, and where a case stands after a change. Pure.

`flags` decides who looks, `priority` how soon, `cases` where a case stands, `words` holds what makes it urgent.
"""

from reviewwatch.triage.cases import (
    ANSWERED,
    CAME_BACK,
    CLEARED,
    EDITED,
    FLAGGED,
    HISTORY,
    UNFLAGGED,
    case_after,
    case_after_rescore,
    held_for,
    is_answered,
    is_history,
)
from reviewwatch.triage.flags import Weighed, flag, weigh
from reviewwatch.triage.priority import NOWHERE, Part, Setting, due_in, waited

__all__ = [
    "ANSWERED",
    "CAME_BACK",
    "CLEARED",
    "EDITED",
    "FLAGGED",
    "HISTORY",
    "NOWHERE",
    "UNFLAGGED",
    "Part",
    "Setting",
    "Weighed",
    "case_after",
    "case_after_rescore",
    "due_in",
    "flag",
    "held_for",
    "is_answered",
    "is_history",
    "waited",
    "weigh",
]
