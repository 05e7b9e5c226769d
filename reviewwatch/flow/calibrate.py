"""How likely a flag is right, learned from what people decided on flags; used after a yes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch import assess
from reviewwatch.flow.absorb import asked_of
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.marks import Marked, marked
from reviewwatch.flow.own import folder_of, judges_of, own_of
from reviewwatch.sentiment import measures
from reviewwatch.sentiment.measures import Interval, Judged
from reviewwatch.sentiment.own import verdict
from reviewwatch.sentiment.own.verdict import Calibration
from reviewwatch.types import QueueFilter

MIN_FLAGS: Final = 60
MIN_OF_EACH: Final = 15
"""Below either, a share moves by a tenth from one draw of decisions to the next."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Flags that people decided on, with the probability of the verdict as it stands without any calibration."""

    probabilities: list[float]
    labels: list[bool]

    @property
    def n_right(self) -> int:
        """How many were right."""
        return sum(self.labels)

    @property
    def n_wrong(self) -> int:
        """How many were marked wrong."""
        return len(self.labels) - self.n_right

    @property
    def is_enough(self) -> bool:
        """True where figures from it would mean something."""
        return len(self.labels) >= MIN_FLAGS and min(self.n_right, self.n_wrong) >= MIN_OF_EACH


@dataclass(frozen=True, slots=True)
class Offer:
    """A calibration that a person may accept.

    Attributes:
        before, after: How far probabilities are from what came true, on flags that it has not seen there.
        change: By how much that grows; below 0 it is better.
        n_right_lost, n_wrong_lost: Of the decided flags, those that would be none any more.
    """

    calibration: Calibration
    before: Interval
    after: Interval
    change: Interval
    n_right_lost: int
    n_wrong_lost: int

    @property
    def is_better(self) -> bool:
        """True where the gain is not chance."""
        return self.change.high is not None and self.change.high < 0

    @property
    def is_worse(self) -> bool:
        """True where the loss is not chance."""
        return self.change.low is not None and self.change.low > 0


def gather(desk: Desk, wanted: QueueFilter, tell: Callable[[int], None] = lambda _: None) -> Decided:
    """Return the decisions on reviews that the verdict flags by its probability."""
    found = Decided([], [])
    for n_read, one in enumerate(marked(desk, wanted), 1):
        for p in _flagged(desk, one):
            found.probabilities.append(p)
            found.labels.append(not one.was_wrong)
        if n_read % 500 == 0:
            tell(n_read)
    return found


def offer(desk: Desk, decided: Decided) -> Offer:
    """Learn from decisions and hold it beside what the verdict says now. Writes nothing.

    Args:
        decided: Enough of them.
    """
    threshold = desk.config.triage.threshold
    made_at = f"{desk.now():%Y-%m-%dT%H:%M:%SZ}"
    calibration, held_out = verdict.learn(
        decided.probabilities, decided.labels, threshold, judges_of(own_of(desk.config).models), made_at
    )
    called = [True] * len(decided.labels)
    before = Judged(decided.labels, decided.probabilities, called)
    after = Judged(decided.labels, held_out, called)
    lost = [label for p, label in zip(held_out, decided.labels, strict=True) if p < threshold]
    return Offer(
        calibration=calibration,
        before=measures.with_interval(measures.calibration_error, before),
        after=measures.with_interval(measures.calibration_error, after),
        change=measures.difference(measures.calibration_error, before, after),
        n_right_lost=sum(lost),
        n_wrong_lost=len(lost) - sum(lost),
    )


def accept(desk: Desk, calibration: Calibration) -> None:
    """Put it to use; the one before is kept."""
    verdict.save(folder_of(desk.config), calibration)


def take_back(desk: Desk) -> Calibration | None:
    """Go back to the one before the last yes, or to none; return what is in use now.

    Raises:
        FileNotFoundError: None is in use.
    """
    return verdict.undo(folder_of(desk.config))


def _flagged(desk: Desk, one: Marked) -> Iterator[float]:
    """Yield the probability of a decided review if the shipped verdict flags it by that.

    Whether it is flagged now says nothing: what is in use may have taken the flag away.
    """
    if not (one.is_acted_on or one.was_wrong):
        return
    asked, own = asked_of(desk.config, one.stored.source_id), own_of(desk.config).models
    p = assess.assess(one.stored.review, asked=asked, own=own).p_detractor
    if p is not None and p >= desk.config.triage.threshold:
        yield p
