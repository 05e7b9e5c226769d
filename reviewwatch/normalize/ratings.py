"""Ratings as places write them, each with the scale it stands on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reviewwatch.normalize.texts import shown
from reviewwatch.types import Rating, RatingKind

_MAX_LENGTH: Final = 40
_NO_RATING: Final = frozenset(
    {"", "-", "–", "—", "n/a", "na", "nan", "none", "null", "not rated", "star_rating_unspecified"}
)
_NUMBER: Final = r"\d{1,12}(?:[.,]\d{1,12})?"
_PLAIN: Final = re.compile(rf"(?P<value>[+-]?{_NUMBER})(?:\s?-?\s?stars?)?", re.ASCII | re.IGNORECASE)
_OUT_OF: Final = re.compile(
    rf"(?:rated\s)?(?P<value>{_NUMBER})\s?(?:/|out of|of)\s?(?P<best>{_NUMBER})(?:\sstars?)?", re.ASCII | re.IGNORECASE
)
_PERCENT: Final = re.compile(rf"(?P<value>{_NUMBER})\s?%", re.ASCII)
_FULL_STARS: Final = "★⭐🌟"
_EMPTY_STAR: Final = "☆"
_STARS: Final = re.compile(rf"(?P<full>[{_FULL_STARS}]*)(?P<half>½?)(?P<empty>{_EMPTY_STAR}*)")
# The words one to five are Google Business Profile's: https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews
_WORDS: Final[Mapping[str, float]] = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_YES_NO: Final[Mapping[str, float]] = {
    **dict.fromkeys(("yes", "true", "recommended", "recommends", "positive", "thumbs up", "up", "👍"), 1.0),
    **dict.fromkeys(("no", "false", "not recommended", "doesn't recommend", "does not recommend", "negative"), 0.0),
    **dict.fromkeys(("thumbs down", "down", "👎"), 0.0),
}
# The scale of a kind where none is given: (worst, best).
_SCALES: Final[Mapping[RatingKind, tuple[float, float]]] = {
    RatingKind.STARS: (1.0, 5.0),
    RatingKind.BINARY: (0.0, 1.0),
    RatingKind.TEN: (1.0, 10.0),
    RatingKind.SURVEY: (0.0, 10.0),
}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number read from a rating, with what the way it was written says of its scale."""

    value: float
    best: float | None = None
    worst: float | None = None
    kind: RatingKind | None = None


def plain_number(raw: str) -> float | None:
    """Return the value of a rating that is a number alone, so that only its column can tell the scale; else None."""
    found = _PLAIN.fullmatch(raw.strip()) if len(raw) <= _MAX_LENGTH else None
    return _float(found["value"]) if found else None


def parse_rating(
    raw: str, best: float | None = None, worst: float | None = None, kind: RatingKind | None = None
) -> Rating | None:
    """Return the rating that a place wrote, None where it wrote that there is none.

    Reads `4`, `4,5`, `4 stars`, `4/5`, `8 out of 10`, `80%`, `★★★☆☆`, `⭐⭐⭐`, `FOUR`, `yes`, `not recommended`.
    Without anything that says otherwise a number is of 1 to 5 (schema.org's default for `bestRating` and
    `worstRating`). On a scale that starts at 1, a 0 means that nobody rated (WooCommerce stores it so).

    Args:
        best, worst: The ends of the scale, where they are known. They must agree with what the rating itself says.
        kind: How it was asked for. A 0 to 10 answer is SURVEY only if this says so.

    Raises:
        ValueError: It cannot be read, or lies outside the scale.
    """
    text = " ".join(raw.split()).replace("\ufe0f", "")
    if text.casefold() in _NO_RATING:
        return None
    reading = _read_rating(text)
    worst, best, kind = _settle_scale(raw, reading, best, worst, kind)
    if not worst <= reading.value <= best:
        if reading.value == 0 and worst == 1:
            return None
        raise ValueError(
            f"rating {shown(raw)} is not within {worst:g} to {best:g}; name the scale if it is another one"
        )
    return Rating(raw=raw.strip(), value=reading.value, worst=worst, best=best, kind=kind)


def _read_rating(text: str) -> _Reading:
    if len(text) <= _MAX_LENGTH:
        if found := _PLAIN.fullmatch(text):
            return _Reading(_float(found["value"]))
        if found := _OUT_OF.fullmatch(text):
            return _out_of(_float(found["value"]), _float(found["best"]))
        if found := _PERCENT.fullmatch(text):
            return _Reading(_float(found["value"]), 100.0, 0.0, RatingKind.STARS)
        if found := _STARS.fullmatch(text.replace(" ", "")):
            return _count_stars(found)
        if (word := text.casefold()) in _YES_NO:
            return _Reading(_YES_NO[word], 1.0, 0.0, RatingKind.BINARY)
        if word in _WORDS:
            return _Reading(_WORDS[word])
    raise ValueError(f"{shown(text)} is not a rating")


def _out_of(value: float, best: float) -> _Reading:
    """Read `8/10`. Five or less counts from 1, as stars do; above, a written-out 0 is a rating like any other."""
    return _Reading(value, best, 1.0 if 1 < best <= 5 else 0.0)


def _count_stars(found: re.Match[str]) -> _Reading:
    full, empty = len(found["full"]), len(found["empty"])
    value = full + (0.5 if found["half"] else 0.0)
    total = full + empty + len(found["half"])
    return _Reading(value, float(total), 1.0) if empty and total > 1 else _Reading(value)


def _settle_scale(
    raw: str, reading: _Reading, best: float | None, worst: float | None, kind: RatingKind | None
) -> tuple[float, float, RatingKind]:
    if best is not None and reading.best not in (None, best):
        raise ValueError(f"rating {shown(raw)} is out of {reading.best:g}, where the scale given ends at {best:g}")
    if kind is not None and reading.kind not in (None, kind):
        raise ValueError(f"rating {shown(raw)} is a {reading.kind} rating, where {kind} is given")
    best = reading.best if best is None else best
    kind = kind or reading.kind or _kind_of(best)
    default_worst, default_best = _SCALES[kind]
    best = default_best if best is None else best
    if worst is None:
        worst = reading.worst if reading.worst is not None else default_worst if best <= 10 else 0.0
    if not worst < best:
        raise ValueError(f"a scale from {worst:g} to {best:g} holds no rating")
    return worst, best, kind


def _kind_of(best: float | None) -> RatingKind:
    return {1.0: RatingKind.BINARY, 10.0: RatingKind.TEN}.get(best or 0.0, RatingKind.STARS)


def _float(text: str) -> float:
    return float(text.replace(",", "."))
