"""What stands at a place that a person wants to watch, before it is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from reviewwatch.cli.output import cut, is_terminal, safe, width
from reviewwatch.cli.records import rating_record
from reviewwatch.cli.screen.wording import counted, rating_short
from reviewwatch.types import Rating, RatingKind, Review

if TYPE_CHECKING:
    from reviewwatch.connector import Connector
    from reviewwatch.flow.add import Trial

MOST_RATINGS: Final = 11
"""From 0 to 10: a scale with more is shown by its commonest values."""
_IN_A_PIPE: Final = 200


def baseline(trial: Trial) -> str:
    """Return what the first pull makes of what was read: `500 read, 6 in your queue, 494 history`."""
    report = trial.report
    first = [f"{trial.n_reviews:,} read", f"{report.n_due:,} in your queue", f"{report.n_history:,} history"]
    rest = {"known already": report.n_same, "answered or well": trial.n_quiet}
    return ", ".join([*first, *(f"{n:,} {what}" for what, n in rest.items() if n)])


def spread(ratings: Counter[Rating]) -> str:
    """Return how often each rating was given, the best first, in one line."""
    shown = [rating for rating, _ in ratings.most_common(MOST_RATINGS)]
    ordered = sorted(shown, key=lambda rating: (rating.kind.value, -rating.share))
    return ", ".join(f"{_rating(rating)} {ratings[rating]:,}" for rating in ordered)


def found_lines(trial: Trial, connector: Connector, options: str) -> Iterator[str]:
    """Yield what a person needs to decide, harmless to a terminal and at most as wide as it.

    Args:
        options: What the source was recognized by, in a few words.
    """
    name = trial.listing.name if trial.listing else "nothing"
    yield f"{safe(name)}: {safe(connector.about.place)} by the connector `{connector.name}` ({safe(options)})"
    yield f"Found: {counted(trial.n_reviews, 'review')}{_from_to(trial.first_at, trial.last_at)}"
    yield f"Ratings: {safe(spread(trial.ratings)) or 'none'}"
    if trial.newest:
        yield "Newest:"
        yield from (_newest_line(review) for review in trial.newest)
    yield from _unseen_lines(trial)
    yield from _about_lines(connector)
    yield f"The first reading makes of it: {baseline(trial)}"


def found_record(trial: Trial, connector: Connector) -> dict[str, Any]:
    """Return the same for a script."""
    report = trial.report
    return {
        "connector": connector.name,
        "listing": asdict(trial.listing) if trial.listing else None,
        "read": trial.n_reviews,
        "due": report.n_due,
        "history": report.n_history,
        "flagged": report.n_flagged,
        "known": report.n_same,
        "first_at": trial.first_at,
        "last_at": trial.last_at,
        "ratings": [{**(rating_record(rating) or {}), "n": n} for rating, n in trial.ratings.most_common()],
        "newest": [_newest_record(review) for review in trial.newest],
        "unseen": list(report.unseen),
        "notes": list(report.notes),
        "problems": [asdict(problem) for problem in report.problems],
        "about": asdict(connector.about),
    }


def _newest_record(review: Review) -> dict[str, Any]:
    return {
        "external_id": review.external_id,
        "created_at": review.created_at or review.updated_at,
        "rating": rating_record(review.rating),
        "title": review.title,
        "text": _text(review)[:300],
    }


def _rating(rating: Rating) -> str:
    if rating.kind is RatingKind.STARS and rating.best == 5:
        return f"{rating.value:g}★"
    return rating_short(rating)


def _from_to(first: datetime | None, last: datetime | None) -> str:
    if first is None or last is None:
        return ""
    one, other = (f"{at.day} {at:%b %Y}" for at in (first, last))
    return f", of {one}" if one == other else f", from {one} to {other}"


def _newest_line(review: Review) -> str:
    at = review.created_at or review.updated_at
    day = f"{at.day} {at:%b}" if at else "-"
    line = f"  {day:>6}  {rating_short(review.rating):>4}  {safe(_first_line(review)) or '(no text)'}"
    return cut(line, width() if is_terminal() else _IN_A_PIPE)


def _text(review: Review) -> str:
    return review.text or review.negative or review.positive


def _first_line(review: Review) -> str:
    lines = [*review.title.splitlines(), *_text(review)[:2000].splitlines()]
    return next((line for line in lines if line.strip()), "")


def _unseen_lines(trial: Trial) -> Iterator[str]:
    report = trial.report
    yield from (f"Not seen: {safe(part)}" for part in report.unseen)
    yield from (f"Assumed: {safe(note)}" for note in report.notes)
    if report.problems:
        first = report.problems[0]
        yield (
            f"Not readable: {counted(len(report.problems), 'item')}, the first, {safe(first.where)}: {safe(first.why)}"
        )


def _about_lines(connector: Connector) -> Iterator[str]:
    about, can = connector.about, connector.capabilities
    clauses = {"Edits": about.edits, "Deletions": about.deletions, "History": about.history}
    yield ". ".join(f"{name}: {safe(clause)}" for name, clause in clauses.items() if clause) + "."
    how = "through its API" if can.can_reply else "by hand: `publish` gives you the text and the page's address"
    seen = "" if can.shows_owner_replies else ", and the place does not show here whether they stand"
    yield f"Replies: {how}{seen}."
