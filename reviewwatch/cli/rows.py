"""The table of reviews that `inbox` and `search` print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reviewwatch.cli.output import Column, print_table
from reviewwatch.cli.screen.wording import due_words, rating_short, span
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.types import QueueRow

COLUMNS: Final = (
    Column("id"),
    Column("rating", is_right=True),
    Column("age", is_right=True),
    Column("due", least=6),
    Column("source", least=6),
    Column("band", least=4),
    Column("why", least=10),
    Column("review", least=12),
)


def print_rows(rows: Sequence[QueueRow], now: datetime) -> None:
    """Print one line a review, fitted to the terminal; whole values with tabs in a pipe; nothing without rows."""
    if rows:
        print_table(COLUMNS, [_cells(row, now) for row in rows])


def _cells(row: QueueRow, now: datetime) -> tuple[str, ...]:
    due = due_words(row.case.due_at, now) or str(row.case.state)
    why = row.flag.reasons[0] if row.flag and row.flag.reasons else row.case.reason
    return (
        to_text(REVIEW, row.review_id),
        rating_short(row.rating),
        span(now - row.created_at) if row.created_at else "?",
        due.removeprefix("due "),
        row.source_id,
        str(row.band),
        why,
        f"{row.title}: {row.excerpt}" if row.title and row.excerpt else row.title or row.excerpt,
    )
