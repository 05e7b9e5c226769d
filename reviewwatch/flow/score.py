"""One JSON line with a review in, what we make of it out; no config, store or clock is needed.

What goes in and comes out is a promise to scripts (`reviewwatch score --help`); a line that breaks it is a value, not
an exception.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NoReturn

from reviewwatch import assess, triage
from reviewwatch.config import TriageConfig
from reviewwatch.normalize import cleaned, parse_language, parse_rating, plain_number
from reviewwatch.types import Assessment, Problem, Rating, Review

if TYPE_CHECKING:
    from reviewwatch.sentiment.own import OwnJudge

MAX_LINE: Final = 32_000_000
"""Bytes of one line; a longer one is refused, since it would have to be held in memory."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What was made of one line.

    Attributes:
        line_id: The line's own `id`, else its number.
        given: Its texts and rating as they were given: offsets of reasons and themes count in them.
    """

    line_id: str | int | float
    given: Review
    assessment: Assessment
    is_flagged: bool


class _BadLineError(Exception):
    """A line that does not keep the promise; the message is a clause for a person."""


_NONE: Final[Mapping[str, OwnJudge]] = {}


def score_line(
    line: bytes,
    number: int,
    rules: TriageConfig,
    asked: assess.Topics | None = None,
    own: Mapping[str, OwnJudge] = _NONE,
) -> Scored | Problem:
    """Judge the review in one JSON line.

    Args:
        number: Of the line in its input, from 1 on.
        rules: Whose threshold decides what is flagged.
        asked: The themes to look for; without, those of every trade.
        own: The team's own models by language.
    """
    try:
        fields = _object(line)
        line_id, given = _line_id(fields, number), _given(fields)
    except _BadLineError as error:
        return Problem(f"line {number}", str(error))
    return _scored(line_id, given, rules, asked, own)


def _scored(
    line_id: str | int | float,
    given: Review,
    rules: TriageConfig,
    asked: assess.Topics | None,
    own: Mapping[str, OwnJudge],
) -> Scored:
    (title, text), _ = cleaned(given.title, given.text)
    review = replace(given, title=title, text=text)
    reading = assess.read(review)
    assessment = assess.assess(review, reading, asked=asked, own=own)
    weighed = triage.weigh(review, assessment, rules, reading)
    return Scored(line_id, given, assessment, is_flagged=weighed is not None)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_LINE:
        raise _BadLineError(f"is longer than {MAX_LINE:,} bytes")
    try:
        fields = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        raise _BadLineError(f"is not UTF-8 (byte {error.start + 1})") from error
    except RecursionError as error:
        raise _BadLineError("nests lists or objects too deeply") from error
    except json.JSONDecodeError as error:
        raise _BadLineError(f"is not JSON: {error.msg} at character {error.pos + 1}") from error
    except ValueError as error:
        raise _BadLineError("holds a number that cannot be read") from error
    if not isinstance(fields, dict):
        raise _BadLineError(f"holds {_kind(fields)} where an object with `text` should be")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise _BadLineError(f"holds {name}, which is no number of JSON")


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant)


def _line_id(fields: dict[str, Any], number: int) -> str | int | float:
    line_id = fields.get("id")
    if line_id is None:
        return number
    if isinstance(line_id, bool) or not isinstance(line_id, str | int | float) or line_id in (_INFINITE, -_INFINITE):
        raise _BadLineError(f"has {_kind(line_id)} as `id`, which must be text or a number")
    return line_id


def _given(fields: dict[str, Any]) -> Review:
    if "text" not in fields:
        raise _BadLineError("has no `text`; a review without words says so with an empty one")
    lang = _text(fields, "lang")
    return Review(
        listing_key="",
        external_id="",
        title=_text(fields, "title"),
        text=_text(fields, "text"),
        rating=_rating(fields),
        lang=parse_language(lang),
    )


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _BadLineError(f"has {_kind(value)} as `{name}`, which must be text")
    return value


def _rating(fields: dict[str, Any]) -> Rating | None:
    raw = fields.get("rating")
    best, worst = _number(fields, "best"), _number(fields, "worst")
    if raw is None:
        return None
    try:
        return _parsed(raw if isinstance(raw, str) else _digits(_number(fields, "rating")), best, worst)
    except ValueError as error:
        raise _BadLineError(f"has a `rating` that cannot be used: {error}") from error


def _number(fields: dict[str, Any], name: str) -> int | float | None:
    """Return a number, written as such or as text."""
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, str):
        value = plain_number(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > _LARGEST:
        raise _BadLineError(f"has {_kind(fields[name])} as `{name}`, where a number up to {_LARGEST:,} should be")
    return value


def _digits(value: float | None) -> str:
    """Return a number as it was given, or, where it has more digits than a rating can, rounded and without exponent."""
    given = repr(value)
    return given if len(given) <= _PLAIN_DIGITS and "e" not in given else f"{value:.9f}"


@lru_cache(maxsize=4096)
def _parsed(raw: str, best: float | None, worst: float | None) -> Rating | None:
    """Return a rating that holds what was given to the letter; a column of them has few different ones."""
    rating = parse_rating(raw, best, worst)
    return None if rating is None else replace(rating, raw=raw)


_PLAIN_DIGITS: Final = 12
_LARGEST: Final = 1_000_000
_INFINITE: Final = float("inf")

_KINDS: Final[dict[type, str]] = {
    bool: "true or false",
    str: "text",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def _kind(value: object) -> str:
    return _KINDS[type(value)]
