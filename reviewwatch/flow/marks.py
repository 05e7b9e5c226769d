"""What a team says of its reviews: a person's mark, else the stars, else what was done with a flagged one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewwatch.errors import ApprovalError
from reviewwatch.flow import decide
from reviewwatch.flow.desk import Desk
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.verbs import labels, reviews
from reviewwatch.types import CaseState, Decision, DecisionKind, QueueFilter, Rating, RatingKind, StoredReview

WRONG_FLAG: Final = "wrong flag"
MISSED_FLAG: Final = "missed flag"
"""Reasons of a dismissal and of a reopening that say of the flag itself that it was a mistake."""

_BATCH: Final = 500
_ACTS: Final = frozenset({DecisionKind.APPROVE, DecisionKind.HOLD, DecisionKind.HAND_OVER})
# A detractor gives at most 2 of 5, and at most 4 of 10; in a survey 0 to 6 of 10 by definition.
# Source: Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
_MOST_SHARE: Final = {RatingKind.STARS: 0.25, RatingKind.TEN: 0.4, RatingKind.SURVEY: 0.6, RatingKind.BINARY: 0.49}
_ROUNDING: Final = 1e-9


class Basis(StrEnum):
    """What a label rests on."""

    MARK = "a person's mark"
    STARS = "the stars"
    ACT = "what was done with it"


@dataclass(frozen=True, slots=True)
class Marked:
    """A review with what the team says of it.

    Attributes:
        is_unhappy: None where nobody and nothing says so.
        was_wrong, was_missed: A person said that the flag, or its absence, was a mistake.
        is_acted_on: A person answered it or kept it for somebody, and did not mark its flag.
        is_confirmed: So, and it is flagged.
    """

    stored: StoredReview
    is_unhappy: bool | None
    basis: Basis | None
    was_wrong: bool = False
    was_missed: bool = False
    is_acted_on: bool = False
    is_confirmed: bool = False


def mark_wrong(desk: Desk, review_id: int, person: str) -> Decision:
    """Record that a flag was a mistake, and take the review out of the queue.

    Raises:
        NotFoundError: There is no such review.
        ApprovalError: It is out of the queue already.
    """
    return decide.dismiss(desk, review_id, person, WRONG_FLAG)


def mark_missed(desk: Desk, review_id: int, person: str) -> Decision:
    """Record that a review should have been flagged, and put it into the queue.

    Raises:
        NotFoundError: There is no such review.
        ApprovalError: It waits in the queue already.
    """
    if reviews.get(desk.db, review_id).case.state is CaseState.OPEN:
        name = to_text(REVIEW, review_id)
        why = f"{name} waits in the queue already; `reviewwatch flag {name} --wrong` says that its flag is a mistake"
        raise ApprovalError(why, review_id)
    return decide.reopen(desk, review_id, person, MISSED_FLAG)


def marked(desk: Desk, wanted: QueueFilter) -> Iterator[Marked]:
    """Yield every review that still has its words, in the order of row numbers, with flat memory."""
    after = 0
    while found := reviews.batch(desk.db, wanted, after, _BATCH, has_words=True):
        acts = labels.standing(desk.db, [stored.review_id for stored in found])
        for stored in found:
            yield _marked(stored, acts.get(stored.review_id, []))
        after = found[-1].review_id


def is_detractor(rating: Rating) -> bool | None:
    """Say what the stars say; None where the scale does not tell."""
    most = _MOST_SHARE.get(rating.kind)
    return None if most is None else rating.share <= most + _ROUNDING


def _marked(stored: StoredReview, acts: Sequence[tuple[DecisionKind, str]]) -> Marked:
    said = [one for one in acts if one in ((DecisionKind.DISMISS, WRONG_FLAG), (DecisionKind.REOPEN, MISSED_FLAG))]
    was_wrong = bool(said) and said[-1][0] is DecisionKind.DISMISS
    was_missed = bool(said) and not was_wrong
    is_acted_on = not said and any(kind in _ACTS for kind, _ in acts)
    is_confirmed = stored.flag is not None and is_acted_on
    if said:
        return Marked(stored, was_missed, Basis.MARK, was_wrong, was_missed)
    by_stars = None if stored.review.rating is None else is_detractor(stored.review.rating)
    if by_stars is not None:
        return Marked(stored, by_stars, Basis.STARS, is_acted_on=is_acted_on, is_confirmed=is_confirmed)
    return Marked(
        stored,
        True if is_confirmed else None,
        Basis.ACT if is_confirmed else None,
        is_acted_on=is_acted_on,
        is_confirmed=is_confirmed,
    )
