"""All that `show --why` says of one review: what its verdict hangs on, and what its place in the queue is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from reviewwatch import triage
from reviewwatch.assess import assess
from reviewwatch.explain import Explanation, explain
from reviewwatch.flow.absorb import asked_of
from reviewwatch.flow.desk import Desk, setting_of
from reviewwatch.flow.own import own_of
from reviewwatch.storage.verbs import reviews
from reviewwatch.triage import Part
from reviewwatch.types import Assessment, Review, StoredReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why a stored review stands where it does.

    Attributes:
        is_outdated: It was judged otherwise when it was stored: by another scorer, other rules or another config.
        parts: What its place in the queue is made of, as judged now.
        risen: What waiting added.
        waited: How long it has waited, and how long it may; None where no answer is owed.
        praise_route: Who hears of its praise, None where it holds none or nobody is named.
    """

    explanation: Explanation
    is_outdated: bool
    parts: tuple[Part, ...]
    risen: int
    waited: tuple[timedelta, timedelta] | None
    praise_route: str | None


def why_of(desk: Desk, review_id: int) -> Why:
    """Return the same of a review by its row number.

    Raises:
        NotFoundError: There is none of that number.
    """
    return why(desk, reviews.get(desk.db, review_id))


def why(desk: Desk, stored: StoredReview) -> Why:
    """Judge a stored review again, as often as it takes to tell what its verdict hangs on."""
    rules, asked, own = desk.config.triage, asked_of(desk.config, stored.source_id), own_of(desk.config)
    was_share = reviews.shares_before(desk.db, [stored.review_id]).get(stored.review_id)

    def judge(review: Review) -> Assessment:
        return assess(review, asked=asked, was_share=was_share, own=own.models, calibration=own.calibration)

    found = explain(stored.review, rules, setting_of(desk.config, stored.source_id), judge)
    weighed, flag = found.weighed, stored.flag
    is_same_flag = (weighed is None) is (flag is None)
    return Why(
        explanation=found,
        is_outdated=found.assessment != stored.assessment or not is_same_flag,
        parts=weighed.parts if weighed else (),
        risen=max(stored.case.priority - flag.priority, 0) if flag else 0,
        waited=triage.waited(flag, stored.case, rules, desk.now()) if flag else None,
        praise_route=(rules.praise_route or None) if found.assessment.is_praise else None,
    )
