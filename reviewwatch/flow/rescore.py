"""Judge stored reviews anew with the present scorer and rules: what would differ first, then, with a yes, do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from reviewwatch import triage
from reviewwatch.flow.absorb import Measure, judge_review, measure_of, screened
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import decisions, reviews
from reviewwatch.storage.verbs import rescore as store
from reviewwatch.storage.verbs.rescore import Rejudged
from reviewwatch.types import CaseState, Flag, QueueFilter, Severity, StoredReview

BATCH: Final = 500
"""Reviews read, judged and stored at a time; nobody waits long for the store."""

Tell = Callable[[int], None]


class DifferenceKind(StrEnum):
    """How a new judgment differs from the stored one."""

    NEWLY_FLAGGED = "newly flagged"
    NO_LONGER_FLAGGED = "no longer flagged"
    PRIORITY = "other priority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One review whose flag differs.

    Attributes:
        state, to: Where its case stands, and where it would.
        severity, priority: Before and after, None where it is not flagged.
    """

    review_id: int
    kind: DifferenceKind
    state: CaseState
    to: CaseState
    severity: tuple[Severity | None, Severity | None]
    priority: tuple[int | None, int | None]

    @property
    def is_move(self) -> bool:
        """True where the case goes into the queue, out of it or to a trained person."""
        return self.to is not self.state

    @property
    def is_of_the_queue(self) -> bool:
        """True where somebody who works through the queue would notice."""
        return self.is_move or self.state in (CaseState.OPEN, CaseState.HELD)


@dataclass(slots=True)
class Plan:
    """What judging anew would change.

    Attributes:
        n_read: Reviews judged.
        n_assessed: Of them, those whose assessment differs.
        n_history: Newly flagged ones that are too old to come into the queue by themselves.
        scorers: Which judgments stood until now, and how many of each.
    """

    n_read: int = 0
    n_assessed: int = 0
    n_history: int = 0
    scorers: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def count(self, kind: DifferenceKind) -> int:
        """Return how many differ so."""
        return sum(one.kind is kind for one in self.differences)

    @property
    def moved(self) -> set[int]:
        """The reviews whose cases would move."""
        return {one.review_id for one in self.differences if one.is_move}


def plan(desk: Desk, sources: Sequence[str] = (), tell: Tell = lambda _: None) -> Plan:
    """Judge every stored review that still has its words, and change nothing.

    Args:
        sources: Ids of sources; empty for all.
        tell: Called with the number of reviews read so far.
    """
    found = Plan()
    for batch in _batches(desk, sources):
        for one in batch:
            found.n_read += 1
            found.n_assessed += one.rejudged.assessment is not None
            found.scorers[one.stored.assessment.scorer if one.stored.assessment else "none"] += 1
            difference = _difference(one)
            if difference is not None:
                found.differences.append(difference)
                is_new = difference.kind is DifferenceKind.NEWLY_FLAGGED
                found.n_history += is_new and one.rejudged.reason == triage.HISTORY
        tell(found.n_read)
    return found


def carry_out(desk: Desk, agreed: Plan, sources: Sequence[str] = (), tell: Tell = lambda _: None) -> int:
    """Store new judgments, and move the cases that a person agreed to move; a case that they did not see stays.

    One transaction a batch. What was stopped half way is completed by doing it again.

    Returns:
        How many cases moved.
    """
    moved, n_read, n_moved = agreed.moved, 0, 0
    for batch in _batches(desk, sources):
        chosen = [one.staying() if one.stored.review_id not in moved else one.rejudged for one in batch]
        wanted = [done for one, done in zip(batch, chosen, strict=True) if one.is_new(done)]
        with desk.db.transaction():
            store.save(desk.db, wanted, desk.now())
        n_moved += sum(done.to is not done.state for done in wanted)
        n_read += len(batch)
        tell(n_read)
    return n_moved


@dataclass(frozen=True, slots=True)
class _Anew:
    """A stored review beside its new judgment."""

    stored: StoredReview
    rejudged: Rejudged

    def staying(self) -> Rejudged:
        """Return the judgment with the case where it stands."""
        return replace(self.rejudged, to=self.stored.case.state, reason=self.stored.case.reason)

    def is_new(self, done: Rejudged) -> bool:
        """Say whether there is anything to store."""
        return done.assessment is not None or done.to is not done.state or _rank(done.flag) != _rank(self.stored.flag)


def _batches(desk: Desk, sources: Sequence[str]) -> Iterator[list[_Anew]]:
    wanted, after = QueueFilter(sources=tuple(sources)), 0
    while found := reviews.batch(desk.db, wanted, after, BATCH, has_words=True):
        decided = decisions.decided(desk.db, [stored.review_id for stored in found])
        before = reviews.shares_before(desk.db, [stored.review_id for stored in found if stored.n_revisions > 1])
        measures = {source: measure_of(desk.config, source) for source in {stored.source_id for stored in found}}
        yield [
            _judge(desk, stored, measures[stored.source_id], stored.review_id in decided, before.get(stored.review_id))
            for stored in found
        ]
        after = found[-1].review_id


def _judge(desk: Desk, stored: StoredReview, measure: Measure, is_decided: bool, was_share: float | None) -> _Anew:
    # As of when it was first seen: the scorer and the rules may make a difference, the time that passed may not.
    reading, assessment, flag = judge_review(stored.review, measure, stored.first_seen_at, was_share)
    is_history = _is_history(desk, stored)
    if not is_decided and (stored.case.state is CaseState.OPEN or not is_history):
        flag = screened(flag, stored.review, reading, measure)
    to, reason = triage.case_after_rescore(stored.case, stored.flag, flag, is_decided, is_history)
    return _Anew(
        stored,
        Rejudged(
            review_id=stored.review_id,
            revision=stored.n_revisions,
            assessment=assessment if assessment != stored.assessment else None,
            flag=_with_due(stored, flag, to),
            state=stored.case.state,
            to=to,
            reason=reason,
        ),
    )


def _is_history(desk: Desk, stored: StoredReview) -> bool:
    """Say whether a review is too old to come into the queue by itself; without a time it is as old as known here."""
    review = stored.review
    dated = review if review.created_at or review.updated_at else replace(review, created_at=stored.first_seen_at)
    return triage.is_history(dated, desk.config.triage, desk.now())


def _with_due(stored: StoredReview, flag: Flag | None, to: CaseState) -> Flag | None:
    """Return the flag with a due time only where an answer was owed, or is from now on."""
    if flag is None:
        return None
    is_entering = stored.case.state is CaseState.QUIET and to is not CaseState.QUIET
    if not is_entering and stored.case.due_at is None:
        return replace(flag, due_at=None)
    if stored.flag is not None and stored.flag.severity is flag.severity and stored.case.due_at is not None:
        return replace(flag, due_at=stored.case.due_at)
    return flag


def _rank(flag: Flag | None) -> tuple[Severity | None, int | None, tuple[str, ...]]:
    return (None, None, ()) if flag is None else (flag.severity, flag.priority, flag.reasons)


def _difference(one: _Anew) -> Difference | None:
    before, after = one.stored.flag, one.rejudged.flag
    old, new = _rank(before)[:2], _rank(after)[:2]
    if old == new and one.rejudged.to is one.stored.case.state:
        return None
    kind = DifferenceKind.PRIORITY
    if before is None or after is None:
        kind = DifferenceKind.NEWLY_FLAGGED if before is None else DifferenceKind.NO_LONGER_FLAGGED
    return Difference(
        review_id=one.stored.review_id,
        kind=kind,
        state=one.stored.case.state,
        to=one.rejudged.to,
        severity=(old[0], new[0]),
        priority=(old[1], new[1]),
    )
