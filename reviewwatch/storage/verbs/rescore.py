"""What judging anew stores: assessments beside the old ones, flags in their place, and cases where they move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reviewwatch.storage.base import Database, Value
from reviewwatch.storage.values import (
    ASSESSMENT_COLUMNS,
    FLAG_COLUMNS,
    assessment_values,
    flag_values,
    stamp,
)
from reviewwatch.storage.verbs.pages import case_times
from reviewwatch.types import Assessment, CaseState, Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejudged:
    """One review judged anew.

    Attributes:
        revision: The one that was judged; where the review was edited since, nothing of this is stored.
        assessment: None where it says what the stored one says.
        state: Where the case stood; where it was moved since, it stays.
        to, reason: Where it stands now.
    """

    review_id: int
    revision: int
    assessment: Assessment | None
    flag: Flag | None
    state: CaseState
    to: CaseState
    reason: str


_IS_CURRENT: Final = (
    "EXISTS (SELECT 1 FROM reviews n"
    " WHERE n.review_id = :review_id AND n.n_revisions = :revision AND n.gone_at IS NULL)"
)

_ASSESS: Final = f"""
INSERT INTO assessments (review_id, revision, assessed_at, {", ".join(ASSESSMENT_COLUMNS)})
SELECT :review_id, :revision, :assessed_at, {", ".join(f":{column}" for column in ASSESSMENT_COLUMNS)}
WHERE {_IS_CURRENT}
ON CONFLICT (review_id, revision, scorer) DO UPDATE SET
    assessed_at = excluded.assessed_at,
    {", ".join(f"{column} = excluded.{column}" for column in ASSESSMENT_COLUMNS if column != "scorer")}
"""

_FLAG: Final = f"""
INSERT INTO flags (review_id, revision, {", ".join(FLAG_COLUMNS)})
SELECT :review_id, :revision, {", ".join(f":{column}" for column in FLAG_COLUMNS)}
WHERE {_IS_CURRENT}
"""

_CASE: Final = f"""
UPDATE cases SET
    state = :to_state, reason = :reason, priority = :priority, due_at = :due_at, rises_at = :rises_at,
    changed_at = CASE WHEN state = :to_state THEN changed_at ELSE :now END
WHERE review_id = :review_id AND state = :from_state AND {_IS_CURRENT}
"""


def save(db: Database, rejudged: Sequence[Rejudged], now: datetime) -> int:
    """Store a batch that was judged anew, at most 1,000. Inside a transaction.

    Returns:
        How many cases were moved or got another place in the queue.
    """
    n_changed = 0
    for one in rejudged:
        key: dict[str, Value] = {"review_id": one.review_id, "revision": one.revision}
        if one.assessment is not None:
            judged = dict(zip(ASSESSMENT_COLUMNS, assessment_values(one.assessment), strict=True))
            db.run(_ASSESS, {**key, "assessed_at": stamp(now), **judged})
        db.run("DELETE FROM flags WHERE review_id = :review_id AND revision = :revision", key)
        if one.flag is not None:
            db.run(_FLAG, {**key, **dict(zip(FLAG_COLUMNS, flag_values(one.flag), strict=True))})
        due_at, rises_at = case_times(one.flag)
        n_changed += db.run(
            _CASE,
            {
                **key,
                "from_state": one.state.value,
                "to_state": one.to.value,
                "reason": one.reason,
                "priority": one.flag.priority if one.flag else 0,
                "due_at": due_at,
                "rises_at": rises_at,
                "now": stamp(now),
            },
        )
    return n_changed
