"""Which threshold would keep a budget, by the store's own recent reviews. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from reviewwatch import triage
from reviewwatch.config.budgets import Budget
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.marks import Marked, marked
from reviewwatch.triage.budget import Outlook, Score, choose, outlook, why_too_few
from reviewwatch.types import QueueFilter, StoredReview

WINDOW: Final = timedelta(days=90)
SHOWN: Final = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Thresholds beside the present and the chosen one, so that a person sees what each costs."""
_NEVER: Final = 2.0
"""As a threshold: no probability reaches it."""
_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Advice:
    """What the recent reviews say of thresholds.

    Attributes:
        n_reviews: Written within the window.
        days: From the first of them until now.
        why_not: Why they say nothing, None where they do.
        now: What the present threshold means.
        chosen: The threshold that keeps the budget, None without a budget or where none keeps it.
        shown: Some thresholds beside, the lowest first, those two among them.
    """

    n_reviews: int
    days: float
    why_not: str | None
    now: Outlook | None = None
    chosen: Outlook | None = None
    shown: tuple[Outlook, ...] = ()


def advise(desk: Desk, budget: Budget | None, sources: Sequence[str] = ()) -> Advice:
    """Look at the reviews written within the last 90 days, and at what people decided on them.

    Args:
        sources: Ids of sources; empty for all.
    """
    now = desk.now()
    recent = list(_recent(desk, now - WINDOW, sources))
    first = min((at for at, _ in recent), default=now)
    days = (now - first).total_seconds() / _DAY
    scores = [score for _, score in recent]
    why_not = why_too_few(len(scores), days)
    if why_not is not None:
        return Advice(len(scores), days, why_not)
    present = outlook(scores, days, desk.config.triage.threshold)
    chosen = choose(scores, days, budget) if budget is not None else None
    steps = {*SHOWN, present.threshold, *((chosen.threshold,) if chosen else ())}
    shown = tuple(outlook(scores, days, step) for step in sorted(steps))
    return Advice(len(scores), days, None, present, chosen, shown)


def _recent(desk: Desk, since: datetime, sources: Sequence[str]) -> Iterator[tuple[datetime, Score]]:
    for one in marked(desk, QueueFilter(sources=tuple(sources), since=since)):
        written_at = one.stored.review.created_at
        if written_at is not None and one.stored.assessment is not None:
            yield written_at, Score(one.stored.assessment.p_detractor, _is_flagged_anyway(desk, one.stored), _said(one))


def _is_flagged_anyway(desk: Desk, stored: StoredReview) -> bool:
    """Say whether a review is flagged by another rule than the threshold."""
    if stored.assessment is None or stored.flag is None:
        return False
    never = replace(desk.config.triage, threshold=_NEVER)
    return triage.weigh(stored.review, stored.assessment, never) is not None


def _said(one: Marked) -> bool | None:
    """Return whether a person took it for one that must be found; stars do not count, the probability knows them."""
    if one.was_wrong:
        return False
    return True if one.was_missed or one.is_confirmed else None
