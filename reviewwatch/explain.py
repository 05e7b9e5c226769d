"""What a verdict hangs on: the clause that drove it, and the smallest changes that would turn it. Pure.

Nothing here has a formula of its own: each answer is a second judgment of the review with that one thing changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Final

from reviewwatch import triage
from reviewwatch.assess import assess
from reviewwatch.config import TriageConfig
from reviewwatch.text import clauses
from reviewwatch.triage import NOWHERE, Setting, Weighed
from reviewwatch.types import Assessment, Rating, RatingKind, Review, TextField

Judge = Callable[[Review], Assessment]

MAX_CLAUSES: Final = 60
"""Clauses that are left out one after the other; those that a reason points at come first."""
_MAX_CHARS: Final = 20_000
_FIELDS: Final = (TextField.TITLE, TextField.TEXT, TextField.POSITIVE, TextField.NEGATIVE)
_STEPS: Final = 10
"""Of a scale with more values than that, every tenth is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of the review, and what the verdict would be without it.

    Attributes:
        start, end: In the field as received.
        p: Probability of a detractor without it, None where nothing could be judged then.
        is_flagged: Without it.
    """

    field: TextField
    start: int
    end: int
    p: float | None
    is_flagged: bool

    def words(self, review: Review) -> str:
        """Return the clause as received."""
        return review.field(self.field)[self.start : self.end]


@dataclass(frozen=True, slots=True)
class OtherRating:
    """The nearest rating with which the verdict would be the other one."""

    rating: Rating
    p: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a review is flagged, or is not.

    Attributes:
        assessment: As it is judged now.
        weighed: None where it is not flagged.
        driver: The clause that moved the verdict most to where it is; None without words that count.
        without: The clause without which the verdict would be the other one; None if no single one does it.
        rating: The nearest rating that would turn it; None if none does.
        threshold: The nearest threshold, in hundredths, that would turn it; None if none does.
    """

    assessment: Assessment
    weighed: Weighed | None
    threshold_now: float
    driver: Clause | None = None
    without: Clause | None = None
    rating: OtherRating | None = None
    threshold: float | None = None

    @property
    def is_flagged(self) -> bool:
        """True where somebody should look."""
        return self.weighed is not None


def explain(review: Review, rules: TriageConfig, setting: Setting = NOWHERE, judge: Judge = assess) -> Explanation:
    """Judge a review again and again with one thing changed, and say what turned the verdict.

    Args:
        judge: What makes assessments.
    """
    assessment = judge(review)
    weighed = triage.weigh(review, assessment, rules, setting=setting)

    def is_flagged(changed: Review, judged: Assessment, by: TriageConfig = rules) -> bool:
        return triage.weigh(changed, judged, by, setting=setting) is not None

    tried = [_without(review, place, judge, is_flagged) for place in _places(review, assessment)]
    driver = _driver(tried, assessment.p_detractor, weighed is not None)
    turning = [one for one in tried if one.is_flagged is (weighed is None)]
    return Explanation(
        assessment=assessment,
        weighed=weighed,
        threshold_now=rules.threshold,
        driver=driver,
        without=driver if driver in turning else _shortest(turning),
        rating=_other_rating(review, weighed is not None, judge, is_flagged),
        threshold=_other_threshold(review, assessment, rules, weighed is not None, is_flagged),
    )


_IsFlagged = Callable[..., bool]
_Place = tuple[TextField, int, int]


def _places(review: Review, assessment: Assessment) -> list[_Place]:
    """Return the clauses to leave out: those that reasons point at, then the others in the order of the texts."""
    pointed = [(one.field, one.start, one.end) for one in assessment.reasons if one.field in _FIELDS]
    others = [(field, start, end) for field in _FIELDS for start, end in clauses(review.field(field)[:_MAX_CHARS])]
    read = [place for place in dict.fromkeys([*pointed, *others]) if place[1] < place[2] <= _MAX_CHARS]
    return read[:MAX_CLAUSES]


def _without(review: Review, place: _Place, judge: Judge, is_flagged: _IsFlagged) -> Clause:
    field, start, end = place
    text = review.field(field)
    shorter: dict[str, Any] = {field.value: text[:start] + text[end:]}
    changed = replace(review, **shorter)
    judged = judge(changed)
    return Clause(field=field, start=start, end=end, p=judged.p_detractor, is_flagged=is_flagged(changed, judged))


def _driver(tried: list[Clause], p: float | None, is_flagged: bool) -> Clause | None:
    """Return the clause whose absence moves the verdict most: down where it is flagged, up where it is not.

    One that turns the verdict comes before all that only weigh.
    """
    sign = 1.0 if is_flagged else -1.0

    def weight(one: Clause) -> tuple[bool, float]:
        moved = 0.0 if p is None or one.p is None else sign * (p - one.p)
        return one.is_flagged is not is_flagged, moved

    best = max(tried, key=weight, default=None)
    return best if best is not None and weight(best) > (False, 0.0) else None


def _shortest(turning: list[Clause]) -> Clause | None:
    return min(turning, key=lambda one: one.end - one.start, default=None)


def _other_rating(review: Review, was_flagged: bool, judge: Judge, is_flagged: _IsFlagged) -> OtherRating | None:
    for rating in _other_ratings(review.rating):
        changed = replace(review, rating=rating)
        judged = judge(changed)
        if is_flagged(changed, judged) is not was_flagged:
            return OtherRating(rating, judged.p_detractor)
    return None


def _other_ratings(rating: Rating | None) -> Iterator[Rating]:
    """Yield the other values of the scale, the nearest first; of five stars where nobody rated."""
    worst, best, now = (1.0, 5.0, 3.0) if rating is None else (rating.worst, rating.best, rating.value)
    kind = RatingKind.STARS if rating is None else rating.kind
    step = max(1.0, ceil((best - worst) / _STEPS))
    values = [worst + step * number for number in range(int((best - worst) / step) + 1)]
    for value in sorted(values, key=lambda one: abs(one - now)):
        if rating is None or value != rating.value:
            yield Rating(raw=f"{value:g}", value=value, worst=worst, best=best, kind=kind)


def _other_threshold(
    review: Review, assessment: Assessment, rules: TriageConfig, was_flagged: bool, is_flagged: _IsFlagged
) -> float | None:
    """Return the nearest threshold in hundredths that turns the verdict: of a flagged one above its probability."""
    if assessment.p_detractor is None:
        return None
    p = assessment.p_detractor
    on_its_side = [step / 100 for step in range(101) if (step / 100 > p) is was_flagged]
    if not on_its_side:
        return None
    other = on_its_side[0] if was_flagged else on_its_side[-1]
    turned = is_flagged(review, assessment, replace(rules, threshold=other)) is not was_flagged
    return other if turned else None
