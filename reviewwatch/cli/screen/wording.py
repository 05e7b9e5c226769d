"""Ratings, times and states in the words that a person reads."""

from __future__ import annotations

from datetime import datetime, timedelta

from reviewwatch.text import show_controls
from reviewwatch.types import Precision, Rating, RatingKind

_STEPS = (("y", 365 * 86400), ("d", 86400), ("h", 3600), ("min", 60))


def rating_words(rating: Rating | None) -> str:
    """Return a rating as it is read aloud: `2 of 5 stars`, `7 of 10`, the site's own word for yes and no."""
    if rating is None:
        return "no rating"
    if rating.kind is RatingKind.BINARY:
        return show_controls(rating.raw)
    unit = " stars" if rating.kind is RatingKind.STARS else ""
    return f"{rating.value:g} of {rating.best:g}{unit}"


def rating_short(rating: Rating | None) -> str:
    """Return a rating for a column of a table: `2/5`, `-` without one."""
    if rating is None:
        return "-"
    if rating.kind is RatingKind.BINARY:
        return show_controls(rating.raw)[:5]
    return f"{rating.value:g}/{rating.best:g}"


def rating_glyphs(rating: Rating | None) -> str:
    """Return stars to look at; empty where the rating was not asked for in a few stars."""
    if rating is None or rating.kind is not RatingKind.STARS or rating.best > 10:
        return ""
    full = int(rating.value)
    return "★" * full + "☆" * (int(rating.best) - full)


def moment(at: datetime | None, precision: Precision = Precision.INSTANT) -> str:
    """Return a time in the person's own zone, no finer than the site states it."""
    if at is None:
        return "time unknown"
    if precision is Precision.MONTH:
        return f"{at:%b %Y}"
    if precision is Precision.DAY:
        return f"{at.day} {at:%b %Y}"  # a day has no zone: moving it could name the wrong one
    local = at.astimezone()
    return f"{local.day} {local:%b %Y %H:%M}"


def clock(at: datetime) -> str:
    """Return the time of day in the person's own zone, to the second."""
    return f"{at.astimezone():%H:%M:%S}"


def span(length: timedelta) -> str:
    """Return a length of time in its largest fitting unit: `3 d`, `5 h`, `12 min`, `40 s`."""
    seconds = abs(int(length.total_seconds()))
    for unit, size in _STEPS:
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def ago(at: datetime | None, now: datetime) -> str:
    """Return how long ago a time was; a time ahead of the clock is just now."""
    if at is None:
        return "?"
    return f"{span(now - at)} ago" if at < now else "just now"


def due_words(due_at: datetime | None, now: datetime) -> str:
    """Return when an answer is owed: `due in 3 h`, `2 d late`, empty where none is."""
    if due_at is None:
        return ""
    return f"due in {span(due_at - now)}" if due_at >= now else f"{span(now - due_at)} late"


def counted(n: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 reply`, `3 replies`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"
