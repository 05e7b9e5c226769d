"""Which reviews a person should look at, how soon, and where a case stands after a change. Pure.

`flags` decides who looks and how soon, `cases` where a case stands, `words` holds what makes it urgent.
"""

from reviewwatch.triage.cases import (
    ANSWERED,
    CAME_BACK,
    EDITED,
    FLAGGED,
    HISTORY,
    UNFLAGGED,
    case_after,
    is_answered,
    is_history,
)
from reviewwatch.triage.flags import flag

__all__ = [
    "ANSWERED",
    "CAME_BACK",
    "EDITED",
    "FLAGGED",
    "HISTORY",
    "UNFLAGGED",
    "case_after",
    "flag",
    "is_answered",
    "is_history",
]
