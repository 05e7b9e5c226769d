"""A ticket as sections, from top to bottom as a person reads it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from reviewwatch.cli.screen.history import history_section
from reviewwatch.cli.screen.look import Look, Section
from reviewwatch.cli.screen.reply import Working, reply_sections
from reviewwatch.cli.screen.review import review_section, why_section

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket
    from reviewwatch.flow.why import Why


def sections(
    ticket: Ticket, working: Working, now: datetime, look: Look, why: Why | None = None
) -> tuple[Section, ...]:
    """Return the review, why it was flagged, the reply, and its history.

    Args:
        why: Show all reasons with their places and numbers, and what the verdict hangs on.
    """
    history = history_section(ticket.stored, ticket.revisions, ticket.decisions, ticket.publications, look)
    return (
        review_section(ticket.stored, now, look, why),
        why_section(ticket.stored, now, why),
        *reply_sections(ticket, working, look),
        *((history,) if history else ()),
    )
