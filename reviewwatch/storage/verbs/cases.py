"""Where each review stands in the queue, and the queue itself.

The conditions on `state` repeat those of the partial indexes word for word: that is how SQLite knows that an index
fits, and so the first page costs the same at ten thousand reviews and at a million.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from reviewwatch.errors import NotFoundError, StorageError
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.base import Database, Parameter, Row
from reviewwatch.storage.values import (
    case_of,
    flag_of,
    member,
    rating_of,
    stamp,
    stamp_or_none,
    text,
    text_or_none,
    time_or_none,
    whole,
)
from reviewwatch.storage.verbs.filters import ANSWERED, JUDGMENT, conditions
from reviewwatch.types import CASE_TRANSITIONS, RISE, Band, CaseEvent, CaseState, QueueFilter, QueueRow, Severity

SKIPPED_FOR: Final = timedelta(hours=12)
"""How long a review that a person passed over comes last for them: a working day (docs/decisions/0005)."""

BROUGHT_BACK: Final = "brought back from history"
"""Why a case is open that `bring_back` opened, until something else moves it."""

_FROM: Final = f"""
FROM cases c
JOIN reviews r ON r.review_id = c.review_id
JOIN listings l ON l.listing_id = r.listing_id
{JUDGMENT}"""

_ROWS: Final = (
    """
SELECT
    c.review_id, c.state AS case_state, c.reason AS case_reason, c.priority AS case_priority,
    c.due_at AS case_due_at, c.snoozed_until,
    r.source_id, r.author, COALESCE(r.title, '') AS title,
    SUBSTR(COALESCE(NULLIF(r.text, ''), NULLIF(r.negative, ''), r.positive, ''), 1, 300) AS excerpt,
    r.rating_raw, r.rating_value, r.rating_worst, r.rating_best, r.rating_kind, r.created_at,
    COALESCE(a.lang, r.lang) AS lang, a.band, l.name AS listing_name,
    f.severity AS flag_severity, f.priority AS flag_priority, f.due_at AS flag_due_at, f.route AS flag_route,
    f.reasons AS flag_reasons
"""
    + _FROM
)

_MOVE: Final = """
UPDATE cases SET
    state = :to_state, reason = :reason, changed_at = :now, snoozed_until = COALESCE(:until, snoozed_until)
WHERE review_id = :review_id AND state = :from_state
"""

_OPEN: Final = "c.state = 'open'"
_HELD: Final = "c.state = 'held'"
_UNDECIDED: Final = "c.state IN ('quiet', 'open', 'snoozed', 'held')"
# What nobody flagged counts as unanswered only while nobody answered it; what a person opened or holds always does.
_UNANSWERED: Final = f"(c.state <> 'quiet' OR NOT {ANSWERED})"

# Flagged, and put aside by the baseline rule alone; a month or a day is stated by its first instant.
_HISTORY: Final = f"""
FROM cases c
JOIN reviews r ON r.review_id = c.review_id
WHERE {_UNDECIDED} AND c.state = 'quiet' AND c.priority > 0 AND NOT {ANSWERED}
AND COALESCE(r.created_at, r.updated_at) >= :since
"""
_OF_SOURCES: Final = "AND c.source_id IN :sources"

_SKIPPED: Final = (
    "c.review_id {} (SELECT s.review_id FROM skips s WHERE s.person = :person AND s.skipped_at > :skipped_since)"
)


class Tally(NamedTuple):
    """How many reviews stand where.

    Attributes:
        held_due_at: The earliest due time of what is held for a trained person.
        n_open: By severity; None counts those that a person opened though nothing flags them.
        first_due_at: The earliest due time of the open ones of a severity, where any of them has one.
        n_history: Flagged and unanswered, but older than the baseline: `bring_back` opens them.
    """

    n_open: Mapping[Severity | None, int]
    first_due_at: Mapping[Severity | None, datetime]
    n_held: int
    n_snoozed: int
    n_history: int
    held_due_at: datetime | None = None


class _Asked(NamedTuple):
    """Conditions on the queue, and their parameters."""

    where: tuple[str, ...]
    values: Mapping[str, Parameter]

    def also(self, condition: str, **values: Parameter) -> _Asked:
        return self._replace(where=(*self.where, condition), values={**self.values, **values})


def queue(
    db: Database,
    wanted: QueueFilter,
    limit: int,
    after: tuple[int, int] | None = None,
    person: str | None = None,
    now: datetime | None = None,
) -> list[QueueRow]:
    """Return one page of the queue, by priority, then by row number.

    Open cases; with `is_held` the held ones; with `include_unflagged` also quiet, snoozed and held ones, those among
    the quiet left out that are answered already (unless `is_answered` says which to show).

    Args:
        after: Priority and row number of the last row of the page before; None for the first page.
        person, now: With both, what this person skipped within the last twelve hours comes after everything else: it
            fills up a first page that has room for it, and pages after the first leave it out. A person who decides
            as they go asks for the first page again and again.
    """
    asked = _asked(wanted)
    if person is None or now is None:
        return _page(db, asked, limit, after)
    since = stamp(now - SKIPPED_FOR)
    found = _page(db, asked.also(_SKIPPED.format("NOT IN"), person=person, skipped_since=since), limit, after)
    if after is not None or len(found) == limit:
        return found
    skipped = asked.also(_SKIPPED.format("IN"), person=person, skipped_since=since)
    return found + _page(db, skipped, limit - len(found), None)


def count(db: Database, wanted: QueueFilter, cap: int = 1000) -> int:
    """Return how many reviews the queue holds, at most `cap`, so that it costs the same in any store."""
    asked = _asked(wanted)
    row = db.one(
        f"SELECT COUNT(*) AS n FROM (SELECT 1 {_FROM} WHERE {' AND '.join(asked.where)} LIMIT :cap) AS found",
        {**asked.values, "cap": cap},
    )
    return 0 if row is None else whole(row["n"])


def rows(db: Database, review_ids: Sequence[int]) -> list[QueueRow]:
    """Return the queue's rows of these reviews, whatever their state, in this order; unknown ones are left out."""
    found = db.all(f"{_ROWS} WHERE c.review_id IN :review_ids", {"review_ids": list(review_ids)})
    by_id = {whole(row["review_id"]): _row_of(row) for row in found}
    return [by_id[review_id] for review_id in review_ids if review_id in by_id]


def move(
    db: Database,
    review_id: int,
    event: CaseEvent,
    to: CaseState,
    reason: str,
    now: datetime,
    until: datetime | None = None,
) -> None:
    """Move a case by an event, as `CASE_TRANSITIONS` allows. Inside a transaction.

    Args:
        to: What the table says, or, for an undo, the state that the undone decision recorded.
        until: The end of a snooze. None keeps the one that is stored, which an undo goes back to.

    Raises:
        NotFoundError: There is no such review.
        StorageError: The event does not apply to the case as it stands, or another process moved it meanwhile.
    """
    state, snoozed_until = _standing(db, review_id)
    name = to_text(REVIEW, review_id)
    if not _may_follow(state, event, to):
        raise StorageError(f"{name} is {state}: {event} cannot make it {to}; nothing was changed.")
    if to is CaseState.SNOOZED and until is None and snoozed_until is None:
        raise StorageError(f"{name} cannot be snoozed without an end; nothing was changed.")
    changed = db.run(
        _MOVE,
        {
            "review_id": review_id,
            "from_state": state.value,
            "to_state": to.value,
            "reason": reason,
            "now": stamp(now),
            "until": stamp_or_none(until),
        },
    )
    if not changed:
        raise StorageError(f"{name} was moved by another process just now; look at it again. Nothing was changed.")


def _may_follow(state: CaseState, event: CaseEvent, to: CaseState) -> bool:
    if event is CaseEvent.UNDO:
        return (state, event) in CASE_TRANSITIONS
    return CASE_TRANSITIONS.get((state, event)) is to


_RISE: Final = f"""
UPDATE cases SET
    priority = priority + CASE WHEN rises_at < due_at AND due_at <= :now THEN 2 * {RISE} ELSE {RISE} END,
    rises_at = CASE WHEN due_at > :now THEN due_at END
WHERE review_id IN (
    SELECT r.review_id FROM cases r
    WHERE r.state IN ('open', 'held') AND r.rises_at IS NOT NULL AND r.rises_at <= :now LIMIT 1000
)
"""


def wake(db: Database, now: datetime) -> int:
    """Do what time does to cases: reopen those whose snooze has ended, and make urgent what waits. In a transaction.

    What nobody answered rises a step when half of its time has passed, and another when all of it has.

    Returns:
        How many woke.
    """
    n_woken = _wake(db, now)
    db.run(_RISE, {"now": stamp(now)})
    return n_woken


def _wake(db: Database, now: datetime) -> int:
    return db.run(
        """
        UPDATE cases SET state = 'open', reason = 'the snooze ended', changed_at = :now
        WHERE state = 'snoozed' AND snoozed_until <= :now
        """,
        {"now": stamp(now)},
    )


def skip(db: Database, person: str, review_id: int, now: datetime) -> None:
    """Remember that a person passed a review over, and forget the skips of theirs that ran out. Inside a transaction.

    Raises:
        NotFoundError: There is no such review.
    """
    db.run(
        "DELETE FROM skips WHERE person = :person AND skipped_at <= :ended",
        {"person": person, "ended": stamp(now - SKIPPED_FOR)},
    )
    db.run(
        """
        INSERT INTO skips (person, review_id, skipped_at) VALUES (:person, :review_id, :now)
        ON CONFLICT (person, review_id) DO UPDATE SET skipped_at = excluded.skipped_at
        """,
        {"person": person, "review_id": review_id, "now": stamp(now)},
    )


def is_skipped(db: Database, person: str, review_id: int, now: datetime) -> bool:
    """Say whether a person passed a review over within the last twelve hours, and so sees it last."""
    row = db.one(
        "SELECT 1 AS found FROM skips WHERE person = :person AND review_id = :review_id AND skipped_at > :since",
        {"person": person, "review_id": review_id, "since": stamp(now - SKIPPED_FOR)},
    )
    return row is not None


def tally(db: Database, sources: Sequence[str] = ()) -> Tally:
    """Count what waits and what stands beside the queue.

    Args:
        sources: Ids of sources to count; empty for all.
    """
    chosen, values = _chosen(sources)
    waiting = db.all(
        f"""
        SELECT f.severity, COUNT(*) AS n, MIN(c.due_at) AS due_at
        FROM cases c
        JOIN reviews r ON r.review_id = c.review_id
        LEFT JOIN flags f ON f.review_id = r.review_id AND f.revision = r.n_revisions
        WHERE {_OPEN} {chosen} GROUP BY f.severity
        """,
        values,
    )
    aside = db.all(
        f"""
        SELECT c.state, COUNT(*) AS n, MIN(c.due_at) AS due_at FROM cases c
        WHERE {_UNDECIDED} AND c.state IN ('held', 'snoozed') {chosen} GROUP BY c.state
        """,
        values,
    )
    by_severity = {None if row["severity"] is None else member(Severity, row["severity"]): row for row in waiting}
    n_aside = {text(row["state"]): whole(row["n"]) for row in aside}
    dues = {text(row["state"]): time_or_none(row["due_at"]) for row in aside}
    return Tally(
        n_open={severity: whole(row["n"]) for severity, row in by_severity.items()},
        first_due_at={severity: due for severity, row in by_severity.items() if (due := time_or_none(row["due_at"]))},
        n_held=n_aside.get(CaseState.HELD, 0),
        held_due_at=dues.get(CaseState.HELD),
        n_snoozed=n_aside.get(CaseState.SNOOZED, 0),
        n_history=count_history(db, None, sources),
    )


def count_history(db: Database, since: datetime | None, sources: Sequence[str] = ()) -> int:
    """Return how many reviews `bring_back` would open.

    Args:
        since: When they were written; None counts all of them.
        sources: Ids of sources to count; empty for all.
    """
    chosen, values = _chosen(sources)
    row = db.one(f"SELECT COUNT(*) AS n {_HISTORY} {chosen}", {**values, "since": stamp_or_none(since) or ""})
    return 0 if row is None else whole(row["n"])


def bring_back(
    db: Database, since: datetime, now: datetime, sources: Sequence[str] = (), limit: int = 1000
) -> list[int]:
    """Open the flagged history written at or after a time that is not answered, the most urgent first.

    Inside a transaction. Nothing becomes due by it: history never owed an answer.

    Args:
        sources: Ids of sources to open; empty for all.
        limit: Open at most so many; what is left is found by the next call.

    Returns:
        The row numbers of what was opened, in no order.
    """
    chosen, values = _chosen(sources)
    rows = db.all(
        f"""
        UPDATE cases SET state = 'open', reason = :reason, changed_at = :now
        WHERE review_id IN (
            SELECT c.review_id {_HISTORY} {chosen} ORDER BY c.priority DESC, c.review_id LIMIT :limit
        )
        RETURNING review_id
        """,
        {**values, "since": stamp(since), "reason": BROUGHT_BACK, "now": stamp(now), "limit": limit},
    )
    return [whole(row["review_id"]) for row in rows]


def brought_back(db: Database, sources: Sequence[str] = (), limit: int = 1000) -> list[int]:
    """Return row numbers of reviews that `bring_back` opened and nothing moved since."""
    chosen, values = _chosen(sources)
    rows = db.all(
        f"SELECT c.review_id FROM cases c WHERE {_OPEN} AND c.reason = :reason {chosen} LIMIT :limit",
        {**values, "reason": BROUGHT_BACK, "limit": limit},
    )
    return [whole(row["review_id"]) for row in rows]


def _chosen(sources: Sequence[str]) -> tuple[str, dict[str, Parameter]]:
    return (_OF_SOURCES, {"sources": list(sources)}) if sources else ("", {})


def _asked(wanted: QueueFilter) -> _Asked:
    found, values = conditions(wanted)
    if wanted.is_held:
        return _Asked((_HELD, *found), values)
    if not wanted.include_unflagged:
        return _Asked((_OPEN, *found), values)
    if wanted.is_answered is None:
        found.append(_UNANSWERED)
    return _Asked((_UNDECIDED, *found), values)


def _page(db: Database, asked: _Asked, limit: int, after: tuple[int, int] | None) -> list[QueueRow]:
    if after is None:
        return _select(db, asked, limit)
    # Two ranges of the index one after the other: joined by OR, SQLite would walk all that was shown before.
    priority, review_id = after
    same = asked.also("c.priority = :priority AND c.review_id > :after_id", priority=priority, after_id=review_id)
    found = _select(db, same, limit)
    if len(found) == limit:
        return found
    return found + _select(db, asked.also("c.priority < :priority", priority=priority), limit - len(found))


def _select(db: Database, asked: _Asked, limit: int) -> list[QueueRow]:
    sql = f"{_ROWS} WHERE {' AND '.join(asked.where)} ORDER BY c.priority DESC, c.review_id LIMIT :limit"
    return [_row_of(row) for row in db.all(sql, {**asked.values, "limit": limit})]


def _standing(db: Database, review_id: int) -> tuple[CaseState, str | None]:
    row = db.one("SELECT state, snoozed_until FROM cases WHERE review_id = :review_id", {"review_id": review_id})
    if row is None:
        raise NotFoundError(f"There is no review {to_text(REVIEW, review_id)}; `reviewwatch inbox` lists them.")
    return member(CaseState, row["state"]), text_or_none(row["snoozed_until"])


def _row_of(row: Row) -> QueueRow:
    return QueueRow(
        review_id=whole(row["review_id"]),
        source_id=text(row["source_id"]),
        listing_name=text(row["listing_name"]),
        rating=rating_of(row),
        author=text_or_none(row["author"]),
        title=text(row["title"]),
        excerpt=text(row["excerpt"]),
        lang=text_or_none(row["lang"]),
        created_at=time_or_none(row["created_at"]),
        case=case_of(row),
        band=Band.UNSCORED if row["band"] is None else member(Band, row["band"]),
        flag=flag_of(row),
    )
