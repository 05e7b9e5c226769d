"""Dates and times as places write them, read as UTC with the precision that was stated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final, Literal

from reviewwatch.normalize.texts import shown
from reviewwatch.types import Precision

DateOrder = Literal["dmy", "mdy", "ymd"]

_MAX_LENGTH: Final = 80
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class AmbiguousDateError(ValueError):
    """A date that means one day in one country and another day elsewhere."""


def parse_time(text: str, order: DateOrder | None = None, zone: tzinfo = UTC) -> tuple[datetime, Precision]:
    """Return the UTC time that a text states, and how exactly it states it.

    Reads ISO 8601, seconds to nanoseconds since 1970, `2026/09/10`, `10.09.2026`, `9/10/2026`, English month names,
    each with or without a clock time and a zone, and months alone (`2026-09`, `September 2026`). Dots mean day first.

    Args:
        order: Of all-digit dates that end in the year, or (with "ymd") start with two digits of it. Without it, a date
            is read only if it can mean one day alone.
        zone: Where a clock time without a zone was read. A day or month has no zone: it comes back as its first
            midnight in UTC, so that it shows as the same day everywhere.

    Raises:
        AmbiguousDateError: The order is needed and was not given.
        ValueError: It is not a time.
    """
    text = text.strip()
    if text[4:5] == "-" and 10 <= len(text) <= _MAX_LENGTH:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            if len(text) == 10:
                return moment.replace(tzinfo=UTC), Precision.DAY
            return _in_utc(moment, zone, text), Precision.INSTANT
    if text.isascii() and text.replace(".", "", 1).isdigit():
        counted = _from_digits(text)
        if counted is not None:
            return _in_utc(counted[0], zone, text), counted[1]
    return _parse_written(text, order, zone)


def time_or_note(text: str) -> tuple[datetime | None, Precision, tuple[str, ...]]:
    """Return a time as `parse_time` does, where a review is kept without it: None and a note if it cannot be read.

    Args:
        text: "" where the place gives no time, which is no note.
    """
    try:
        return (*parse_time(text), ()) if text else (None, Precision.INSTANT, ())
    except ValueError as error:
        return None, Precision.INSTANT, (f"its time cannot be read: {error}",)


def from_millis(millis: int) -> datetime:
    """Return the UTC time of milliseconds since 1970.

    Raises:
        ValueError: It lies outside the years 1 to 9999.
    """
    try:
        return _EPOCH + timedelta(milliseconds=millis)
    except OverflowError as error:
        raise ValueError(f"{millis} milliseconds since 1970 is no time that a calendar has") from error


def proven_order(text: str) -> DateOrder | None:
    """Return the order that an all-digit date proves by a number above 12 (`25/12/2026`), None if it proves none.

    With a year of two digits a day first proves nothing: `25/12/26` may start with the year.
    """
    found = _LAST.match(text.strip())
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second"])
    if first > 12 >= second:
        return "dmy" if len(found["year"]) == 4 else None
    return "mdy" if second > 12 >= first else None


def _in_utc(moment: datetime, zone: tzinfo, text: str) -> datetime:
    if moment.tzinfo is UTC:
        return moment
    try:
        return (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{shown(text)} lies outside the years 1 to 9999") from error


# Digits of a count since 1970 -> how many microseconds one of it is. Nine digits of seconds start in 1973.
_UNITS: Final[Mapping[int, int]] = {9: 1_000_000, 10: 1_000_000, 13: 1_000, 16: 1}
_NANO_DIGITS: Final = 19


def _from_digits(text: str) -> tuple[datetime, Precision] | None:
    whole, _, fraction = text.partition(".")
    if len(whole) in _UNITS and (not fraction or len(whole) <= 10):
        micros = int(whole) * _UNITS[len(whole)] + int((fraction + "000000")[:6])
        return _EPOCH + timedelta(microseconds=micros), Precision.INSTANT
    if fraction or "." in text:
        return None
    if len(text) == _NANO_DIGITS:
        return _EPOCH + timedelta(microseconds=int(text) // 1000), Precision.INSTANT
    if len(text) in (8, 14):
        moment = datetime.fromisoformat(f"{text[:8]}T{text[8:] or '0000'}")
        return (moment, Precision.INSTANT) if text[8:] else (moment.replace(tzinfo=UTC), Precision.DAY)
    return None


_MONTHS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+", re.ASCII | re.IGNORECASE)
_MONTH: Final = r"(?P<name>[A-Za-z]{3,9})\.?"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_LAST: Final = re.compile(
    r"(?P<first>\d{1,2})(?P<by>[-/.])(?P<second>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})(?!\d)", re.ASCII
)
_NAMED: Final = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})(?!\d)",
        rf"(?P<day>\d{{1,2}}){_ORDINAL}[\s.-]{{1,2}}(?:of\s)?{_MONTH}[\s,-]{{1,2}}(?P<year>\d{{4}})(?!\d)",
        rf"{_MONTH}\s(?P<day>\d{{1,2}}){_ORDINAL}[\s,]{{1,2}}(?P<year>\d{{4}})(?!\d)",
        rf"{_MONTH}[\s,]{{1,2}}(?P<year>\d{{4}})$",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})$",
        r"(?P<month>\d{1,2})[/.](?P<year>\d{4})$",
    )
)
_CLOCK: Final = re.compile(
    r"[T\s,]{0,3}(?:at\s)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?(?:\s?(?P<zone>[A-Z]{1,3}|(?:GMT|UTC)?[+-]\d{2}:?(?:\d{2})?)(?:\s\([^)]*\))?)?",
    re.ASCII | re.IGNORECASE,
)
# RFC 5322 section 4.3; other letters mean different zones in different places.
_ZONES: Final[Mapping[str, int]] = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0,
    "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
}  # fmt: skip


def _parse_written(text: str, order: DateOrder | None, zone: tzinfo) -> tuple[datetime, Precision]:
    if not text or len(text) > _MAX_LENGTH:
        raise ValueError(f"{shown(text)} is not a date or time")
    folded = " ".join(text.split())
    folded = folded[_weekday_length(folded) :]
    year, month, day, end = _date(folded, order)
    try:
        if day is None:
            return datetime(year, month, 1, tzinfo=UTC), Precision.MONTH
        if end == len(folded):
            return datetime(year, month, day, tzinfo=UTC), Precision.DAY
        moment = _with_clock(folded, end, datetime(year, month, day, tzinfo=zone))
    except ValueError as error:
        raise ValueError(f"{shown(text)} is not a date or time ({error})") from error
    return _in_utc(moment, zone, text), Precision.INSTANT


def _weekday_length(text: str) -> int:
    found = _WEEKDAY.match(text)
    return found.end() if found else 0


def _date(text: str, order: DateOrder | None) -> tuple[int, int, int | None, int]:
    """Return year, month, day (None in a month alone) and where the clock time starts."""
    for pattern in _NAMED:
        found = pattern.match(text)
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["month"]) if "month" in parts else _MONTHS.get(parts["name"].lower(), 0)
        if month:
            return int(parts["year"]), month, int(parts["day"]) if "day" in parts else None, found.end()
    found = _LAST.match(text)
    if found is None:
        raise ValueError(f"{shown(text)} is not a date or time")
    year, month, day = _ordered(text, found, order)
    return year, month, day, found.end()


def _ordered(text: str, found: re.Match[str], order: DateOrder | None) -> tuple[int, int, int]:
    first, second, last = int(found["first"]), int(found["second"]), int(found["year"])
    is_short = len(found["year"]) == 2
    if order == "ymd":
        if is_short:
            return _full_year(first), second, last
        raise ValueError(f"{shown(text)} does not start with the year, as the order ymd says")
    if order is None:
        is_clear = found["by"] == "." or (first == second and not is_short)
        order = "dmy" if is_clear else proven_order(text)
    if order is None:
        raise AmbiguousDateError(
            f"{shown(text)} can be read in more than one order; say which with --dates dmy, --dates mdy or --dates ymd"
        )
    day, month = (first, second) if order == "dmy" else (second, first)
    return _full_year(last) if is_short else last, month, day


def _full_year(two_digits: int) -> int:
    """Return the year of two digits by the POSIX rule: 69 to 99 are in the last century."""
    return two_digits + (2000 if two_digits < 69 else 1900)


def _with_clock(text: str, start: int, day: datetime) -> datetime:
    found = _CLOCK.fullmatch(text, start)
    if found is None:
        raise ValueError(f"what follows the date is no clock time: {shown(text[start:])}")
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("hours before am or pm run from 1 to 12")
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    micros = int(((found["fraction"] or "") + "000000")[:6])
    moment = day.replace(hour=hour, minute=int(found["minute"]), second=int(found["second"] or 0), microsecond=micros)
    return moment.replace(tzinfo=_zone(found["zone"])) if found["zone"] else moment


def _zone(text: str) -> tzinfo:
    name = text.lower()
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name])) if _ZONES[name] else UTC
    digits = name.removeprefix("gmt").removeprefix("utc").replace(":", "")
    if digits[:1] not in ("+", "-"):
        raise ValueError(f"the time zone {shown(text)} is not known")
    ahead = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5] or 0))
    return timezone(-ahead if digits[0] == "-" else ahead)
