"""The table of reviews that `inbox` and `search` print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.output import Column, cut, is_terminal, paint, print_table, result, safe, table_lines, width
from reviewwatch.cli.screen.wording import due_words, rating_short, rating_words, span
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.types import CaseState, QueueRow

COLUMNS: Final = (
    Column("id"),
    Column("rating", is_right=True),
    Column("due", least=6),
    Column("source", least=8),
    Column("band", least=6),
    Column("why", least=12),
    Column("review", least=18),
)
NO_STEPS: Final[Mapping[int, str]] = MappingProxyType({})
_INDENT: Final = "    "
WIDE: Final = 110
"""Columns from which there is room for what the judge made of a review, beside why it is listed."""
NARROW: Final = 76
"""Columns below which a review takes three lines: a table would leave nothing of its words."""


def print_rows(rows: Sequence[QueueRow], now: datetime, next_steps: Mapping[int, str] = NO_STEPS) -> None:
    """Print one line a review, fitted to the terminal; whole values with tabs in a pipe; nothing without rows.

    Args:
        next_steps: Of held ones, by row number: below each on a terminal, behind its reason in a pipe.
    """
    if not rows:
        return
    if not is_terminal():
        print_table(COLUMNS, [_cells(row, now, next_steps.get(row.review_id, "")) for row in rows])
        return
    cells = [[safe(cell) for cell in _cells(row, now)] for row in rows]
    header, *lines = table_lines(*_fitted(cells), width()) if width() >= NARROW else [""]
    is_table = len(lines) == len(rows)  # else there are blocks, for want of room
    if is_table:
        result(header)
    for at, row in enumerate(rows):
        if is_table:
            result(lines[at])
        else:
            _print_narrow(cells[at])
        _print_wrapped(as_called(next_steps.get(row.review_id, "")))


def _fitted(cells: Sequence[Sequence[str]]) -> tuple[Sequence[Column], list[list[str]]]:
    """Leave the band out where that gives the reasons and the words room."""
    left_out = () if width() >= WIDE else ("band",)
    kept = [at for at, column in enumerate(COLUMNS) if column.title not in left_out]
    return [COLUMNS[at] for at in kept], [[row[at] for at in kept] for row in cells]


def _print_narrow(cells: Sequence[str]) -> None:
    review_id, rating, due, source, band, why, review = cells
    result(paint(cut(f"{review_id}  {rating}  {due}  {source}  {band}", width()), "bold"))
    for line in (why, review):
        result(cut(f"  {line}", width()))


def _print_wrapped(step: str) -> None:
    from textwrap import wrap

    for line in wrap(f"Best next: {step}", max(20, width() - len(_INDENT))) if step else ():
        result(f"{_INDENT}{safe(line)}")


def _cells(row: QueueRow, now: datetime, step: str = "") -> tuple[str, ...]:
    return (
        to_text(REVIEW, row.review_id),
        rating_short(row.rating),
        _due(row, now),
        row.source_id,
        str(row.band),
        f"{_why(row)}. Best next: {step}" if step else _why(row),
        f"{row.title}: {row.excerpt}" if row.title and row.excerpt else row.title or row.excerpt,
    )


def _due(row: QueueRow, now: datetime) -> str:
    """Return when an answer is owed; where none is, how the case stands and how old the review is."""
    due = due_words(row.case.due_at, now).removeprefix("due ")
    if due and row.case.state is CaseState.OPEN:
        return due
    return f"{row.case.state}, {span(now - row.created_at)}" if row.created_at else str(row.case.state)


def _why(row: QueueRow) -> str:
    """Return the reasons but for the rating, which has a column of its own; of what is held, why it is."""
    if row.case.held_for:
        return row.case.held_for
    reasons = row.flag.reasons if row.flag else ()
    others = [reason for reason in reasons if reason != rating_words(row.rating)]
    return "; ".join(others or reasons) or row.case.reason
