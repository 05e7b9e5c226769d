"""A queue's filter as SQL, shared by the queue, its count, and the export."""

from __future__ import annotations

from typing import Final

from reviewwatch.storage.base import Parameter
from reviewwatch.storage.values import stamp
from reviewwatch.types import QueueFilter

JUDGMENT: Final = """
LEFT JOIN flags f ON f.review_id = r.review_id AND f.revision = r.n_revisions
LEFT JOIN assessments a ON a.review_id = r.review_id AND a.revision = r.n_revisions AND a.scorer = (
    SELECT s.scorer FROM assessments s WHERE s.review_id = r.review_id AND s.revision = r.n_revisions
    ORDER BY s.assessed_at DESC, s.scorer DESC LIMIT 1
)
"""
"""Joins to the review `r` what stands of it now: the flag `f` and the latest assessment `a` of its present words."""

ANSWERED: Final = """(
    EXISTS (SELECT 1 FROM owner_replies o WHERE o.review_id = r.review_id AND o.state <> 'refused')
    OR EXISTS (
        SELECT 1 FROM publications p WHERE p.review_id = r.review_id
        AND p.state IN ('approved', 'posting', 'posted', 'pending', 'unknown', 'handed_over')
    )
)"""
"""An owner reply stands under the review `r`, or one is on its way."""


def conditions(wanted: QueueFilter) -> tuple[list[str], dict[str, Parameter]]:
    """Return conditions over the aliases `c` (case), `r` (review) and `a` (assessment), and their parameters.

    `include_unflagged` and `is_held` are the queue's own.
    """
    found: list[str] = []
    values: dict[str, Parameter] = {}
    if wanted.sources:
        found.append("c.source_id IN :sources")
        values["sources"] = wanted.sources
    if wanted.max_rating_share is not None:
        found.append("r.rating_share <= :max_rating_share")
        values["max_rating_share"] = wanted.max_rating_share
    if wanted.lang is not None:
        found.append("a.lang = :lang")
        values["lang"] = wanted.lang
    if wanted.since is not None:
        found.append("r.created_at >= :since")
        values["since"] = stamp(wanted.since)
    if wanted.is_praise:
        # Put so that the planner keeps walking the queue in its order: to look at every assessment would cost far more.
        found.append("COALESCE(a.is_praise, 0) = 1")
    if wanted.is_answered is not None:
        found.append(ANSWERED if wanted.is_answered else f"NOT {ANSWERED}")
    return found, values
