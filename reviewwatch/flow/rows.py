"""One JSON line with a review in: its fields read and refused, the same way for every command that takes them.

A line that breaks the promise of `--help` is a value with a clause for a person, not an exception that ends the run.
"""

from __future__ import annotations

import json
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Final, NoReturn

from reviewwatch.normalize import parse_rating, plain_number
from reviewwatch.types import Rating

MAX_TEXT: Final = 2_000_000
"""Characters of one text; no review and no reply comes near."""
MAX_LINE: Final = 32_000_000
"""Bytes of one line; a longer one is refused, since it would have to be held in memory."""


class BadRowError(Exception):
    """A line that does not keep the promise; the message is a clause for a person."""


def fields_of(line: bytes) -> dict[str, Any]:
    """Return the object that a line holds.

    Raises:
        BadRowError: It is too long, no UTF-8, no JSON, or no object, or an object in it has a key twice.
    """
    if len(line) > MAX_LINE:
        raise BadRowError(f"is longer than {MAX_LINE:,} bytes")
    try:
        fields = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        raise BadRowError(f"is not UTF-8 (byte {error.start + 1})") from error
    except RecursionError as error:
        raise BadRowError("nests lists or objects too deeply") from error
    except json.JSONDecodeError as error:
        raise BadRowError(f"is not JSON: {error.msg} at character {error.pos + 1}") from error
    except ValueError as error:
        raise BadRowError("holds a number that cannot be read") from error
    if not isinstance(fields, dict):
        raise BadRowError(f"holds {kind_of(fields)} where an object should be")
    return fields


def refuse_slips(fields: dict[str, Any], known: str) -> None:
    """Refuse a key that is likely a slip of one that would be read; all others are the writer's own and pass.

    Args:
        known: The keys that are read, with spaces between.

    Raises:
        BadRowError: There is such a key; a reply would be judged without the review that was meant to be beside it.
    """
    if slip := _slip(frozenset(fields), known):
        raise BadRowError("has `{}`, which nothing reads; is `{}` meant?".format(*slip))


@lru_cache(maxsize=256)
def _slip(names: frozenset[str], known: str) -> tuple[str, str] | None:
    missing = [name for name in known.split() if name not in names]
    for name in sorted(name for name in names.difference(known.split()) if len(name) <= _SHOWN):
        if near := get_close_matches(name.casefold(), missing, n=1, cutoff=_ALIKE):
            return name, near[0]
    return None


def _refuse_constant(name: str) -> NoReturn:
    raise BadRowError(f"holds {name}, which is no number of JSON")


def _with_each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; of a key that stands twice, JSON says nothing about which value is meant (RFC 8259, 4)."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadRowError(f"has `{twice[:_SHOWN]}` twice in one object; keep the one that is meant")
    return fields


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_with_each_key_once)


def id_of(fields: dict[str, Any], number: int) -> str | int | float:
    """Return the row's own id, else the line's number.

    Raises:
        BadRowError: It is neither text nor a number.
    """
    line_id = fields.get("id")
    if line_id is None:
        return number
    if isinstance(line_id, bool) or not isinstance(line_id, str | int | float) or line_id in (_INFINITE, -_INFINITE):
        raise BadRowError(f"has {kind_of(line_id)} as `id`, which must be text or a number")
    return line_id


def text_of(fields: dict[str, Any], name: str) -> str:
    """Return a text, empty where there is none.

    Raises:
        BadRowError: It is something else.
    """
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRowError(f"has {kind_of(value)} as `{name}`, which must be text")
    if len(value) > MAX_TEXT:
        raise BadRowError(f"has {len(value):,} characters as `{name}`; at most {MAX_TEXT:,} are read")
    return value


def rating_of(fields: dict[str, Any]) -> Rating | None:
    """Return the rating in `rating`, `best` and `worst`, None where there is none.

    Raises:
        BadRowError: It cannot be read.
    """
    raw = fields.get("rating")
    best, worst = _number(fields, "best"), _number(fields, "worst")
    if raw is None:
        return None
    try:
        return _parsed(raw if isinstance(raw, str) else _digits(_number(fields, "rating")), best, worst)
    except ValueError as error:
        raise BadRowError(f"has a `rating` that cannot be used: {error}") from error


def _number(fields: dict[str, Any], name: str) -> int | float | None:
    """Return a number, written as such or as text."""
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, str):
        value = plain_number(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > _LARGEST:
        raise BadRowError(f"has {kind_of(fields[name])} as `{name}`, where a number up to {_LARGEST:,} should be")
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


_SHOWN: Final = 80
_ALIKE: Final = 0.83
"""From which share of common letters a key counts as a slip: "reveiw" and "ratings" do, "words" (worst) does not."""
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


def kind_of(value: object) -> str:
    """Return what a value of JSON is, in words."""
    return _KINDS[type(value)]
