"""On which day something happened, where the words of a review say so."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from reviewwatch.reply.claims.values.amounts import SMALL
from reviewwatch.reply.claims.values.listed import any_of


class Days(NamedTuple):
    """The days that words mean: all from first to last, `day` standing for them."""

    first: date
    last: date
    day: date


_NAMES: Final = (
    *("january jan", "february feb", "march", "april apr", "may", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
)
_MONTHS: Final = {name: at for at, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
    "thirtieth": 30,
}  # fmt: skip
_DAY: Final = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(_ORDINALS)})"
_YEAR: Final = r"(?:,? (?P<year>20\d\d))?(?P<ago>,? last year)?"
_ISO: Final = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_EXACT: Final = (
    re.compile(rf"\b{_DAY}(?: of)? (?P<month>{_MONTH})\b\.?{_YEAR}"),
    re.compile(rf"\b(?P<month>{_MONTH})\.? (?:the )?{_DAY}(?![:.]?\d)(?! ?[ap]\.?m){_YEAR}"),
    re.compile(rf"\bin (?P<month>{_MONTH}),? on the {_DAY}\b{_YEAR}"),
)
_PARTS: Final = any_of("""
    early, mid, middle of, late, the end of, end of, the beginning of, beginning of, the start of, start of,
    (?:the )?(?:first|second|third|last) (?:week|weekend|days) (?:of|in)
""")
_PART: Final = re.compile(
    rf"\b(?:(?P<part>{_PARTS})[ -]+(?P<month>{_MONTH})"
    rf"|(?:in|during|this|last|our|my|back in|around|throughout|all|of) (?P<plain>{_MONTH}))\b(?! \d{{1,2}}\b){_YEAR}"
)
_COUNT: Final = any_of("a, an, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, \\d{1,2}")
_AGO: Final = re.compile(rf"\b(?P<n>{_COUNT}) (?P<unit>day|week|month|year)s? (?:ago|earlier)\b")
_LAST: Final = re.compile(r"\b(?P<what>yesterday|last night|last week|last month|last weekend|this morning|today)\b")
_SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_SEASON: Final = re.compile(
    r"\b(?:last|in|this|in the|during the) (?P<season>spring|summer|autumn|fall)\b(?: (?:of )?(?P<year>20\d\d))?"
)
_IN_YEAR: Final = re.compile(r"\b(?:in|during|back in) (?P<year>20\d\d)\b")
_DAYS_OFF: Final = any_of("""
    black friday, christmas, christmas day, christmas eve, boxing day, new year's eve, new year, halloween,
    valentine's day
""")
_FEASTS: Final = re.compile(
    rf"\b(?:on|at|over|during) (?P<feast>{_DAYS_OFF})\b(?P<ago>,? last year)?(?: (?P<year>20\d\d))?"
)
_NO_EVENT: Final = re.compile(
    r"\b(?:since|until|till|from|before|after|by|every|each)\s(?:the\s|early\s|mid[\s-]|late\s|last\s|in\s)?$"
)


def days_in(text: str, today: date) -> Days | None:
    """Return the days that a sentence dates its event to; None where it names none.

    A month stands for its middle, or for the part of it that is named. Without a year the last such day up to the
    review's counts. "Since March" and "until May" date no event.

    Args:
        text: In small letters.
        today: The review's day.
    """
    if today.year < 200 or not _MAY_DATE.search(text):  # no year to count back from
        return None
    years = {int(year) for year in re.findall(r"\b20\d\d\b", text)}
    if len(years) > 1 and not _ISO.search(text):
        return Days(date(min(years), 1, 1), date(max(years), 12, 31), date(min(years), 7, 1))
    for reader in (_iso, _exact, _parts, _feasts, _seasons, _relative, _years):
        for found in reader(text, today):
            return _shifted(text, today, found)
    return None


_FEAST: Final = "friday|christmas|boxing|new year|halloween|valentine"
_MAY_DATE: Final = re.compile(rf"\b(?:{_MONTH}|{_FEAST}|ago|last|yesterday|20\d\d|spring|summer|autumn|today|this)\b")


def _is_event(text: str, at: int) -> bool:
    return _NO_EVENT.search(text[:at]) is None


def _iso(text: str, today: date) -> Iterator[Days]:
    del today
    for found in _ISO.finditer(text):
        if _is_event(text, found.start()) and (day := _date(int(found[1]), int(found[2]), int(found[3]))):
            yield Days(day, day, day)


def _exact(text: str, today: date) -> Iterator[Days]:
    for pattern in _EXACT:
        for found in pattern.finditer(text):
            if not _is_event(text, found.start()):
                continue
            number = found["day"]
            at = _ORDINALS.get(number) or int(re.sub(r"\D", "", number))
            day = _latest(_MONTHS[found["month"]], at, found["year"], bool(found["ago"]), today)
            if day:
                yield Days(day, day, day)


def _parts(text: str, today: date) -> Iterator[Days]:
    for found in _PART.finditer(text):
        name = found["month"] or found["plain"]
        if not _is_event(text, found.start()) or (
            name in ("may", "mar") and not found["part"] and " in may" not in f" {text}"
        ):
            continue
        month = _MONTHS[name]
        year = int(found["year"]) if found["year"] else _year(month, 1, bool(found["ago"]), today)
        yield _within(year, month, found["part"] or "")


_SPANS: Final = (
    (re.compile(r"early|begin|start"), (1, 10)), (re.compile(r"mid"), (10, 20)),
    (re.compile(r"late|end|last"), (21, 31)),
    (re.compile(r"first"), (1, 7)), (re.compile(r"second"), (8, 14)), (re.compile(r"third"), (15, 21)),
)  # fmt: skip


def _within(year: int, month: int, part: str) -> Days:
    n_days = monthrange(year, month)[1]
    first, last = next((span for pattern, span in _SPANS if part and pattern.search(part)), (1, n_days))
    last = min(last, n_days)
    return Days(date(year, month, first), date(year, month, last), date(year, month, (first + last) // 2))


def _feasts(text: str, today: date) -> Iterator[Days]:
    for found in _FEASTS.finditer(text):
        day = _feast(found["feast"], found["year"], bool(found["ago"]), today)
        if day:
            yield Days(day, day, day)


_FIXED: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year": (1, 1), "halloween": (10, 31), "valentine's day": (2, 14),
}  # fmt: skip


def _feast(name: str, year: str | None, is_last_year: bool, today: date) -> date | None:
    if name in _FIXED:
        return _latest(*_FIXED[name], year, is_last_year, today)
    of_year = int(year) if year else today.year - 1 if is_last_year else today.year
    day = _black_friday(of_year)
    return day if day <= today or year else _black_friday(of_year - 1)


def _black_friday(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 22)


def _seasons(text: str, today: date) -> Iterator[Days]:
    for found in _SEASON.finditer(text):
        first, last = _SEASONS[found["season"]]
        if _is_event(text, found.start()):
            year = int(found["year"]) if found["year"] else _year(first, 1, False, today)
            yield Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]), date(year, first + 1, 15))


def _relative(text: str, today: date) -> Iterator[Days]:
    for found in _LAST.finditer(text):
        back = {
            "yesterday": (1, 1),
            "last night": (1, 1),
            "last week": (7, 13),
            "last weekend": (2, 8),
            "last month": (20, 60),
        }
        near, far = back.get(found["what"], (0, 0))
        first, last = today - timedelta(days=far), today - timedelta(days=near)
        yield Days(first, last, first + (last - first) // 2)
    for found in _AGO.finditer(text):
        n = 1 if found["n"] in ("a", "an") else SMALL.get(found["n"], 0) or int(found["n"])
        size = {"day": 1, "week": 7, "month": 30, "year": 365}[found["unit"]]
        day, slack = today - timedelta(days=n * size), timedelta(days=size // 4)
        yield Days(day - slack, day + slack, day)


def _years(text: str, today: date) -> Iterator[Days]:
    for found in _IN_YEAR.finditer(text):
        year = int(found["year"])
        if year < today.year:
            yield Days(date(year, 1, 1), date(year, 12, 31), date(year, 7, 1))


def _shifted(text: str, today: date, found: Days) -> Days:
    """Take a month a year back where the sentence says "a year ago" beside it."""
    if "a year ago" not in text or found.first < today - timedelta(days=250) or found.first == found.last == today:
        return found
    return Days(*(_date(day.year - 1, day.month, min(day.day, 28)) or day for day in found))


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _year(month: int, day: int, is_last_year: bool, today: date) -> int:
    if is_last_year:
        return today.year - 1
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _latest(month: int, day: int, year: str | None, is_last_year: bool, today: date) -> date | None:
    return _date(int(year) if year else _year(month, day, is_last_year, today), month, day)
