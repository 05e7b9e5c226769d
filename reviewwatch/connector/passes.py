"""Pulls of a place that shows its newest reviews first: as far as the last one came, and all of it now and then.

What does not move to the top (an edit that keeps its place, an answer of the business, a removal) is seen by the full
pass alone. The cursor holds the mark (`seen_until`), when the last full pass began (`full_at`), what was asked for
(`scope`) and how many reviews that the place counts were missing at its end (`missing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from reviewwatch.connector.contract import Batch
from reviewwatch.connector.newest import Step, is_full_due, newest_first
from reviewwatch.errors import SuspiciousEmptyError
from reviewwatch.types import Cursor


def newest_or_all(
    fetch: Callable[[str], Batch],
    first: str,
    cursor: Cursor,
    *,
    scope: str,
    now: datetime,
    full_every: timedelta,
    max_pages: int,
    ask_again: int = 0,
) -> Iterator[tuple[Step, Cursor]]:
    """Yield the answers of one pull, each with the cursor to store with it.

    A list that ends before as many reviews as the place counts leaves the mark where it was, so that the next pull
    reads it again; where that one ends as early, the place counts what it does not show, and is believed.

    Args:
        fetch, first, max_pages, ask_again: Of `newest_first`.
        scope: What is asked for. Another one starts anew, since its older reviews were never read.
        full_every: How often everything is read.

    Raises:
        SuspiciousEmptyError: The place lists nothing, where there were reviews before or where it counts some.
    """
    state = cursor if cursor.get("scope") == scope else {"scope": scope}
    begun = {"full_at": now.isoformat()} if is_full_due(state.get("full_at", ""), now, full_every) else {}
    mark = state.get("seen_until", "")
    walk = newest_first(fetch, first, "" if begun else mark, max_pages=max_pages, ask_again=ask_again)
    for step in walk:
        if step.is_last and not step.n_items and (mark or step.n_missing):
            known = f"it counts {step.n_total:,}" if step.n_total else "there were some"
            raise SuspiciousEmptyError(
                f"the place lists no review at all, where {known}; nothing was changed. Look at its page: it may have "
                "moved, or have been taken down",
                expected="at least one review",
            )
        yield step, _after(step, state, begun)


def _after(step: Step, state: Cursor, begun: Cursor) -> Cursor:
    if not step.is_last:
        return state
    missing = str(step.n_missing)
    is_believed = not step.n_empty and missing in ("0", state.get("missing"))
    return {**state, **({**begun, "seen_until": step.seen_until} if is_believed else {}), "missing": missing}
