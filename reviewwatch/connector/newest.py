"""A walk through a place that shows its newest reviews first: until what the last walk saw, or the end.

What moves while it is read moves towards the top, so a later answer may repeat an item and never skips one; what was
removed meanwhile may let an item slip by. A walk that breaks off starts at the top again the next time, since only a
walk that came to its end moves the mark: answers stored before it broke off cost one look each, and nothing is missed.
An empty answer says nothing about the end as long as the place names one behind it: it is passed over, and since what
stands on it may show the next time, such a walk leaves the mark where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from reviewwatch.connector.contract import Batch
from reviewwatch.types import Review


@dataclass(frozen=True, slots=True)
class Step:
    """One answer of a walk.

    Attributes:
        seen_until: The mark to remember once this answer is stored.
        n_done: Answers so far, this one included.
        n_items: Items in them, those that could not be read included.
        n_empty: Answers so far that were empty although the place named one behind them.
        n_total: How many reviews the place counts, by its first answer that says so.
        n_seen: Different reviews so far.
        n_missing: How many of `n_total` were not listed although the walk came to the end of the list; else 0.
        is_last: The walk is over.
        is_whole: It is over, and read every answer from the top to the one that names none behind it, each without a
            problem. Whether that proves anything gone is the connector's to say: items may shift between answers.
        is_cut: It is over because of `max_pages`: there may be more behind it.
    """

    batch: Batch
    seen_until: str
    n_done: int
    n_items: int
    n_empty: int = 0
    n_total: int | None = None
    n_seen: int = 0
    n_missing: int = 0
    is_last: bool = False
    is_whole: bool = False
    is_cut: bool = False

    @property
    def is_counted(self) -> bool:
        """It is over, and as many reviews were read as the place counted at the top: what it does not list is gone.

        What arrives or is edited meanwhile goes to the top, which was read before, and so adds nothing to the number.
        """
        return self.is_last and self.n_seen == self.n_total

    def unseen(self, where: str = "") -> tuple[str, ...]:
        """Return what the walk could not see, a clause each; nothing before its end.

        Args:
            where: Put before each clause: "GB: ".
        """
        clauses = {
            "no review is listed": not self.n_items,
            f"{self.n_empty} of {self.n_done} pages came back empty; they are asked for again next time": self.n_empty
            > 0,
            f"anything older than the newest {self.n_items:,} reviews": self.is_cut,
            f"{self.n_missing:,} reviews that the place counts and does not list": self.n_missing > 0,
        }
        return tuple(where + clause for clause, is_so in clauses.items() if is_so and self.is_last)


def newest_first(
    fetch: Callable[[str], Batch],
    first: str,
    seen_until: str = "",
    *,
    max_pages: int,
    max_empty: int = 1,
    ask_again: int = 0,
) -> Iterator[Step]:
    """Yield the answers of a place from its newest on, each once.

    The walk ends behind the first answer that holds a review older than the mark (so answers overlap), with an answer
    that names none behind it or names one that was asked for already, after `max_empty` empty answers in a row, or
    after `max_pages`.

    Args:
        fetch: Asks for one answer by the token of the answer before it.
        first: The token of the first answer.
        seen_until: The mark that the last walk left, "" where everything is to be read.
        max_pages: The most answers to ask for, at least 1.
        max_empty: Empty answers in a row that are passed over before the place is taken to have ended, at least 1.
        ask_again: How often in all an empty answer is asked for again where the place counts more than it listed.
    """
    newest, is_clean, n_items, n_empty, n_in_a_row = seen_until, True, 0, 0, 0
    token, asked, ids, total = first, {first}, set[str](), None
    for n_done in range(1, max_pages + 1):
        batch = fetch(token)
        while not batch.n_items and ask_again and (total or batch.n_total or 0) > len(ids):
            batch, ask_again = fetch(token), ask_again - 1
        total = batch.n_total if total is None else total
        ids.update(review.external_id for review in batch.reviews)
        stamps = [mark for review in batch.reviews if (mark := stamp(review))]
        newest = max([newest, *stamps])
        is_clean = is_clean and not batch.problems
        n_items += batch.n_items
        n_in_a_row = 0 if batch.n_items else n_in_a_row + 1
        n_empty += not batch.n_items and bool(batch.next)
        is_end = not batch.next or batch.next in asked or n_in_a_row >= max_empty
        is_known = bool(seen_until and stamps) and min(stamps) < seen_until
        is_cut = n_done == max_pages and not (is_end or is_known)
        step = Step(batch, seen_until, n_done, n_items, n_empty, n_total=total, n_seen=len(ids))
        if is_end or is_known or is_cut:
            mark = seen_until if n_empty else newest
            is_whole = is_clean and not (batch.next or n_empty)
            n_missing = max((total or 0) - len(ids), 0) if is_end and not is_known else 0
            yield replace(step, seen_until=mark, n_missing=n_missing, is_last=True, is_whole=is_whole, is_cut=is_cut)
            return
        yield step
        token = batch.next
        asked.add(token)


def is_full_due(full_at: str, now: datetime, every: timedelta) -> bool:
    """Say whether everything is to be read again, which alone shows what does not move to the top.

    Args:
        full_at: When a walk that read everything began, in ISO 8601; "" or anything else where none did.
    """
    try:
        return now - datetime.fromisoformat(full_at) >= every
    except (ValueError, TypeError):
        return True


def stamp(review: Review) -> str:
    """Return when a review last changed as text that sorts as time does, "" where the place does not say."""
    at: datetime | None = review.updated_at or review.created_at
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if at else ""
