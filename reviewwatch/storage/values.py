"""House values as columns, and columns as house values.

A column that holds something else than it should means a damaged store, and is said so rather than guessed at.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeVar

from reviewwatch.errors import StorageError
from reviewwatch.storage.base import Row, Value
from reviewwatch.types import (
    Assessment,
    Band,
    Case,
    CaseState,
    Flag,
    OwnerReply,
    Rating,
    RatingKind,
    Reason,
    ReplyState,
    Review,
    Sensitivity,
    Severity,
    TextField,
    Theme,
)

_Member = TypeVar("_Member", bound=StrEnum)

_MAX_WHOLE: Final = 2**63 - 1
_encode: Final = json.JSONEncoder(separators=(",", ":")).encode


def stamp(at: datetime) -> str:
    """Return a time as fixed-width text, `2026-11-21T21:07:28.000000Z`, which sorts as it reads.

    Raises:
        StorageError: The time has no zone.
    """
    if at.tzinfo is not UTC:
        if at.tzinfo is None:
            raise StorageError(f"The time {at} has no zone and cannot be stored; this is a defect of the caller.")
        at = at.astimezone(UTC)
    return at.isoformat(timespec="microseconds")[:26] + "Z"


def stamp_or_none(at: datetime | None) -> str | None:
    """Return a time as fixed-width text, None for None."""
    return None if at is None else stamp(at)


@lru_cache(maxsize=1024)
def json_texts(items: tuple[str, ...]) -> str:
    """Return texts as JSON; the same few clauses come again and again."""
    return _encode(items)


# Put together by hand around cached texts: `json` takes 4 µs a review for these two, a tenth of all storing.
def json_reasons(reasons: Sequence[Reason]) -> str:
    """Return reasons as JSON rows of field, start, end, why."""
    rows = [f'["{item.field}",{item.start},{item.end},{_quoted(item.why)}]' for item in reasons]
    return f"[{','.join(rows)}]"


def json_themes(themes: Sequence[Theme]) -> str:
    """Return themes as JSON rows of theme, polarity, field, start, end."""
    if not themes:
        return "[]"
    rows = [f'[{_quoted(item.theme)},{item.polarity!r},"{item.field}",{item.start},{item.end}]' for item in themes]
    return f"[{','.join(rows)}]"


@lru_cache(maxsize=4096)
def _quoted(clause: str) -> str:
    return _encode(clause)


REVIEW_COLUMNS: Final = (
    "external_id",
    "author",
    "title",
    "text",
    "positive",
    "negative",
    "lang",
    "country",
    "version",
    "url",
    "n_votes",
    "notes",
    "created_at",
    "created_precision",
    "updated_at",
    "rating_raw",
    "rating_value",
    "rating_worst",
    "rating_best",
    "rating_kind",
    "rating_share",
)
"""What the reviewer said, in the order of `review_values`."""


# `str` of an enum's member costs a third of its `value`.
def review_values(review: Review) -> tuple[Value, ...]:
    """Return what the reviewer said, in the order of REVIEW_COLUMNS."""
    rating = review.rating
    return (
        review.external_id,
        review.author,
        review.title,
        review.text,
        review.positive,
        review.negative,
        review.lang,
        review.country,
        review.version,
        review.url,
        votes(review.n_votes),
        json_texts(review.notes),
        stamp_or_none(review.created_at),
        str(review.created_precision),
        stamp_or_none(review.updated_at),
        *(_NO_RATING if rating is None else _rating_values(rating)),
    )


def review_columns(review: Review) -> dict[str, Value]:
    """Return what the reviewer said, as columns of `reviews`."""
    return dict(zip(REVIEW_COLUMNS, review_values(review), strict=True))


def votes(n_votes: int | None) -> int | None:
    """Return a number of votes that a column can hold, whatever a site claims."""
    return None if n_votes is None else max(-_MAX_WHOLE, min(n_votes, _MAX_WHOLE))


ASSESSMENT_COLUMNS: Final = (
    "scorer",
    "p_detractor",
    "band",
    "sentiment",
    "is_conflict",
    "is_at_risk",
    "is_praise",
    "sensitivity",
    "themes",
    "reasons",
    "lang",
)
"""A judgment, in the order of `assessment_values`."""


def assessment_values(assessment: Assessment) -> tuple[Value, ...]:
    """Return a judgment, in the order of ASSESSMENT_COLUMNS."""
    return (
        assessment.scorer,
        assessment.p_detractor,
        str(assessment.band),
        assessment.sentiment,
        int(assessment.is_conflict),
        int(assessment.is_at_risk),
        int(assessment.is_praise),
        str(assessment.sensitivity),
        json_themes(assessment.themes),
        json_reasons(assessment.reasons),
        assessment.lang,
    )


FLAG_COLUMNS: Final = ("severity", "priority", "due_at", "route", "reasons")
"""A flag, in the order of `flag_values`."""


def flag_values(flag: Flag) -> tuple[Value, ...]:
    """Return a flag, in the order of FLAG_COLUMNS."""
    return (str(flag.severity), flag.priority, stamp_or_none(flag.due_at), flag.route, json_texts(flag.reasons))


def owner_reply_columns(reply: OwnerReply) -> dict[str, Value]:
    """Return an owner reply as columns of `owner_replies`."""
    return {
        "external_id": reply.external_id,
        "author": reply.author,
        "account": reply.account,
        "text": reply.text,
        "created_at": stamp_or_none(reply.created_at),
        "state": reply.state.value,
    }


_NO_RATING: Final = (None,) * 6


def _rating_values(rating: Rating) -> tuple[Value, ...]:
    return (rating.raw, rating.value, rating.worst, rating.best, str(rating.kind), rating.share)


def text(value: Value) -> str:
    """Return a column that must hold a text."""
    if isinstance(value, str):
        return value
    raise _damaged(value, "a text")


def text_or_none(value: Value) -> str | None:
    """Return a column that may hold a text."""
    return None if value is None else text(value)


def member(kind: type[_Member], value: Value) -> _Member:
    """Return a column that must hold one of an enum's values."""
    try:
        return kind(text(value))
    except ValueError as error:
        raise _damaged(value, f"a {kind.__name__}") from error


def whole(value: Value) -> int:
    """Return a column that must hold a whole number."""
    if isinstance(value, int):
        return value
    raise _damaged(value, "a whole number")


def whole_or_none(value: Value) -> int | None:
    """Return a column that may hold a whole number."""
    return None if value is None else whole(value)


def real(value: Value) -> float:
    """Return a column that must hold a number."""
    if isinstance(value, float | int):
        return float(value)
    raise _damaged(value, "a number")


def real_or_none(value: Value) -> float | None:
    """Return a column that may hold a number."""
    return None if value is None else real(value)


def time(value: Value) -> datetime:
    """Return a column that must hold a time."""
    try:
        return datetime.fromisoformat(text(value))
    except ValueError as error:
        raise _damaged(value, "a time") from error


def time_or_none(value: Value) -> datetime | None:
    """Return a column that may hold a time."""
    return None if value is None else time(value)


def texts(value: Value) -> tuple[str, ...]:
    """Return a column of JSON texts."""
    return tuple(str(item) for item in json_rows(value))


def json_rows(value: Value) -> list[Any]:
    """Return a column of a JSON list."""
    loaded = _json(value)
    if isinstance(loaded, list):
        return loaded
    raise _damaged(value, "a JSON list")


def json_cursor(value: Value) -> dict[str, str]:
    """Return a column of a JSON object of texts."""
    loaded = _json(value)
    if isinstance(loaded, dict):
        return {str(key): str(item) for key, item in loaded.items()}
    raise _damaged(value, "a JSON object")


def rating_of(row: Row) -> Rating | None:
    """Return the rating in a row that has the `rating_…` columns."""
    if row["rating_raw"] is None:
        return None
    return Rating(
        raw=text(row["rating_raw"]),
        value=real(row["rating_value"]),
        worst=real(row["rating_worst"]),
        best=real(row["rating_best"]),
        kind=member(RatingKind, row["rating_kind"]),
    )


def owner_reply_of(row: Row) -> OwnerReply:
    """Return the owner reply in a row of `owner_replies`."""
    return OwnerReply(
        text=text(row["text"]),
        author=text_or_none(row["author"]),
        account=text_or_none(row["account"]),
        created_at=time_or_none(row["created_at"]),
        state=member(ReplyState, row["state"]),
        external_id=text_or_none(row["external_id"]),
    )


def case_of(row: Row) -> Case:
    """Return the case in a row with the columns `case_…` and `snoozed_until`.

    The end of a snooze outlives it in the row, so that an undo can go back to it; it is shown only while it counts.
    """
    state = member(CaseState, row["case_state"])
    return Case(
        state=state,
        reason=text(row["case_reason"]),
        priority=whole(row["case_priority"]),
        due_at=time_or_none(row["case_due_at"]),
        snoozed_until=time_or_none(row["snoozed_until"]) if state is CaseState.SNOOZED else None,
    )


def flag_of(row: Row) -> Flag | None:
    """Return the flag in a row with the columns `flag_…`, None where the outer join found none."""
    if row["flag_severity"] is None:
        return None
    return Flag(
        severity=member(Severity, row["flag_severity"]),
        priority=whole(row["flag_priority"]),
        due_at=time_or_none(row["flag_due_at"]),
        reasons=texts(row["flag_reasons"]),
        route=text_or_none(row["flag_route"]),
    )


def assessment_of(row: Row) -> Assessment | None:
    """Return the assessment in a row with the columns `scored_…`, None where the outer join found none."""
    if row["scored_scorer"] is None:
        return None
    return Assessment(
        p_detractor=real_or_none(row["scored_p_detractor"]),
        band=member(Band, row["scored_band"]),
        sentiment=real_or_none(row["scored_sentiment"]),
        is_conflict=row["scored_is_conflict"] == 1,
        is_at_risk=row["scored_is_at_risk"] == 1,
        is_praise=row["scored_is_praise"] == 1,
        sensitivity=member(Sensitivity, row["scored_sensitivity"]),
        themes=_themes(row["scored_themes"]),
        reasons=_reasons(row["scored_reasons"]),
        lang=text_or_none(row["scored_lang"]),
        scorer=text(row["scored_scorer"]),
    )


def _reasons(value: Value) -> tuple[Reason, ...]:
    try:
        return tuple(Reason(TextField(field), start, end, why) for field, start, end, why in json_rows(value))
    except (TypeError, ValueError) as error:
        raise _damaged(value, "reasons") from error


def _themes(value: Value) -> tuple[Theme, ...]:
    try:
        return tuple(
            Theme(theme, polarity, TextField(field), start, end)
            for theme, polarity, field, start, end in json_rows(value)
        )
    except (TypeError, ValueError) as error:
        raise _damaged(value, "themes") from error


def _json(value: Value) -> Any:
    try:
        return json.loads(text(value))
    except ValueError as error:
        raise _damaged(value, "JSON") from error


def _damaged(value: Value, wanted: str) -> StorageError:
    # The value itself may be a review's words, which no message may carry.
    return StorageError(
        f"The store holds {type(value).__name__} where {wanted} should stand; it is damaged or was changed by hand. "
        "Restore a backup, or move the file away and pull again."
    )
