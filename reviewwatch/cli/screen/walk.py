"""Which review comes next: the most urgent one that this session has not dealt with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import cases
from reviewwatch.types import QueueFilter

COUNTED_TO: Final = 1_000
"""Beyond it a queue is `1000+`: counting a million rows would cost more than the number is worth."""


class Walk:
    """The way through a queue, or through the reviews that a person named."""

    def __init__(self, desk: Desk, person: str, wanted: QueueFilter, review_ids: Sequence[int] = ()) -> None:
        self._desk = desk
        self._person = person
        self._wanted = wanted
        self._named = tuple(dict.fromkeys(review_ids))
        self._n = len(self._named) or cases.count(desk.db, wanted, cap=COUNTED_TO)

    def next(self, passed: Collection[int]) -> int | None:
        """Return the next review; what a person skipped earlier comes after the rest.

        Args:
            passed: Reviews that this session has dealt with.
        """
        if self._named:
            return next((review_id for review_id in self._named if review_id not in passed), None)
        rows = cases.queue(
            self._desk.db, self._wanted, limit=len(passed) + 1, person=self._person, now=self._desk.now()
        )
        return next((row.review_id for row in rows if row.review_id not in passed), None)

    def progress(self, n_passed: int) -> str:
        """Return where the session stands: `3 of 17`."""
        total = f"{COUNTED_TO}+" if not self._named and self._n >= COUNTED_TO else str(max(self._n, n_passed + 1))
        return f"{n_passed + 1} of {total}"

    def n_left(self) -> int:
        """Return how many reviews wait now, counted to 1,000."""
        return cases.count(self._desk.db, self._wanted, cap=COUNTED_TO)
