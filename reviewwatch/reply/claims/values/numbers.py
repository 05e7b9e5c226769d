"""Numbers in digits and in words, and times of day, at a place in a list of items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewwatch.reply.claims.values.amounts import BIG, DAY, SMALL, UNITS
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import Item, stem


class Number(NamedTuple):
    """A number.

    Attributes:
        value: What it says.
        size: How many items it takes.
        is_word: Written in letters.
    """

    value: float
    size: int
    is_word: bool = False
    is_round: bool = False


_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")


def word_at(items: Sequence[Item], at: int) -> str:
    """Return the word at a place; empty past the ends."""
    return items[at].word if 0 <= at < len(items) else ""


def number_at(items: Sequence[Item], at: int) -> Number | None:
    """Return the number that begins at an item: 4.50, 1,200, twenty-five, a hundred, a dozen, one and a half."""
    word = word_at(items, at)
    if word[:1].isdigit():
        return _in_digits(items, at, word)
    if word in ("a", "an", "half"):
        return _after_article(items, at, word)
    return _in_words(items, at)


def _in_digits(items: Sequence[Item], at: int, word: str) -> Number | None:
    if not _DIGITS.fullmatch(word) or not word.isascii():
        return None
    is_grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", word)
    value = float(word.replace(",", "" if is_grouped else "."))
    big = BIG.get(word_at(items, at + 1))
    if big and word_at(items, at + 1) != "k":
        return Number(value * big, 2, False, True)
    return Number(value, 1)


def _after_article(items: Sequence[Item], at: int, word: str) -> Number | None:
    after = word_at(items, at + 1)
    if word == "half" and after in ("a", "an") and word_at(items, at + 2) == "dozen":
        return Number(6, 3, True)
    if word != "half" and after == "dozen":
        return Number(12, 2, True)
    if word == "a" and after == "single" and word_at(items, at + 2) not in _SINGLES:
        return Number(1, 2, True)
    if word != "half" and after in BIG and after != "k":
        more = at + 2 + (word_at(items, at + 2) == "and")
        rest = _in_words(items, more) if SMALL.get(word_at(items, more), 0) else None
        return (
            Number(BIG[after] + rest.value, more - at + rest.size, True) if rest else Number(BIG[after], 2, True, True)
        )
    return None


_SINGLES: Final = listed("room rooms bed ticket journey fare bedroom supplement person man woman household adult mum")


def _in_words(items: Sequence[Item], at: int) -> Number | None:
    first = word_at(items, at)
    if first == "dozen":
        return Number(12, 1, True)
    if first not in SMALL or first == "zero":
        return None
    value, size = float(SMALL[first]), 1
    if value >= 20 and 0 < SMALL.get(word_at(items, at + 1), 0) < 10:
        value, size = value + SMALL[word_at(items, at + 1)], 2
    if word_at(items, at + size) == "dozen":
        return Number(value * 12, size + 1, True)
    while (big := BIG.get(word_at(items, at + size))) and word_at(items, at + size) != "k":
        value, size = value * big, size + 1
        more = at + size + (word_at(items, at + size) == "and")
        rest = _in_words(items, more) if big >= 100 and SMALL.get(word_at(items, more), 0) else None
        if rest:
            value, size = value + rest.value, more - at + rest.size
    if [word_at(items, at + size + step) for step in range(3)] == ["and", "a", "half"]:
        value, size = value + 0.5, size + 3
    return Number(value, size, True, value >= 100)


class Clock(NamedTuple):
    """A time of day.

    Attributes:
        minutes: Since midnight.
        size: How many items it takes.
        is_sure: It is said whether morning or evening.
    """

    minutes: float
    size: int
    is_sure: bool


_FIXED: Final = {"noon": 12 * 60, "midday": 12 * 60, "midnight": DAY, "lunchtime": None}
_HALF_DAYS: Final = {"am": 0, "pm": 1}
_PARTS: Final = {
    "morning": 0, "mornings": 0, "afternoon": 1, "afternoons": 1, "evening": 1, "evenings": 1, "night": 1, "nights": 1,
}  # fmt: skip
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d{2})")


def clock_at(items: Sequence[Item], at: int) -> Clock | None:
    """Return the time of day that begins at an item and can be nothing else: 9 pm, 21:00, half ten, noon, ten thirty.

    A bare "nine" or "9.30" is none: that shows by what stands before it.
    """
    word = word_at(items, at)
    if word in _FIXED and _FIXED[word] is not None:
        return Clock(float(_FIXED[word] or 0), 1, True)
    base = _spoken(items, at) or _digital(items, at)
    if base is None:
        hour = hour_at(items, at)
        if hour is None or not _is_marked(items, at + hour.size):
            return None
        base = hour
    return with_part(items, at, base)


def hour_at(items: Sequence[Item], at: int) -> Clock | None:
    """Return the hour, with minutes if they follow, that stands at an item, sure or not."""
    word = word_at(items, at)
    if found := _TIME.fullmatch(word):
        return _valid(int(found[1]), int(found[2]), 1)
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return _valid(int(word), 0, 1)
    hour = SMALL.get(word, 0)
    if not 1 <= hour <= 12:
        return None
    minutes = number_at(items, at + 1)
    if minutes and minutes.is_word and minutes.value in (15, 20, 30, 40, 45, 50) and not _unit_at(items, at + 2):
        return Clock(hour * 60 + minutes.value, 1 + minutes.size, False)
    return Clock(hour * 60.0, 1, False)


def _unit_at(items: Sequence[Item], at: int) -> bool:
    return stem(word_at(items, at)) in UNITS


def _valid(hour: int, minute: int, size: int) -> Clock | None:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Clock(hour * 60.0 + minute, size, hour > 12 or hour == 0)


def _digital(items: Sequence[Item], at: int) -> Clock | None:
    """Return 21:00, 21h, 21h30."""
    word = word_at(items, at)
    if ":" in word and (found := _TIME.fullmatch(word)):
        clock = _valid(int(found[1]), int(found[2]), 1)
        # Two digits for the hour are the clock of 24 hours: 09:30 is in the morning.
        return clock._replace(is_sure=clock.is_sure or word.startswith("0")) if clock else None
    if word.isascii() and word.isdigit() and len(word) <= 2 and word_at(items, at + 1) == "h":
        minutes = word_at(items, at + 2)
        has_minutes = len(minutes) == 2 and minutes.isascii() and minutes.isdigit()
        clock = _valid(int(word), int(minutes) if has_minutes else 0, 3 if has_minutes else 2)
        return clock._replace(is_sure=True) if clock else None
    return None


def _spoken(items: Sequence[Item], at: int) -> Clock | None:
    """Return half ten, half past nine, quarter to nine, ten to nine."""
    word = word_at(items, at)
    skip = 1 if word == "a" and word_at(items, at + 1) == "quarter" else 0
    word = word_at(items, at + skip)
    if word == "half":
        past = word_at(items, at + 1) == "past"
        hour = hour_at(items, at + 1 + past)
        return Clock(hour.minutes + 30, 1 + past + hour.size, hour.is_sure) if hour and hour.minutes % 60 == 0 else None
    minutes = 15.0 if word == "quarter" else float(SMALL.get(word, 0))
    side = word_at(items, at + skip + 1)
    if side == "minutes":
        skip, side = skip + 1, word_at(items, at + skip + 2)
    hour = hour_at(items, at + skip + 2)
    if minutes not in (5, 10, 15, 20, 25) or side not in ("past", "to") or hour is None or hour.minutes % 60:
        return None
    if minutes != 15 and side == "to" and _is_range_next(items, at):
        return None  # "from ten to six" is no clock but a range
    if side == "to" and _unit_at(items, at + skip + 2 + hour.size + _is_working(items, at + skip + 2 + hour.size)):
        return None  # "five to eight working days"
    total = hour.minutes + (minutes if side == "past" else -minutes)
    return Clock(total, skip + 2 + hour.size, hour.is_sure)


def _is_range_next(items: Sequence[Item], at: int) -> bool:
    """Tell "hours: ten to six" and "from ten to six" from ten to six."""
    before = word_at(items, at - 1)
    return before in ("from", "between", "are", "hours", "open") or word_at(items, at - 2) in ("hours", "times")


def _is_working(items: Sequence[Item], at: int) -> bool:
    return word_at(items, at) in ("working", "business", "work", "full")


def _is_marked(items: Sequence[Item], at: int) -> bool:
    after = word_at(items, at)
    if after in _HALF_DAYS or after in ("oclock", "a.m", "p.m"):
        return True
    words = [word_at(items, at + step) for step in range(3)]
    return (words[:2] == ["in", "the"] and words[2] in _PARTS) or words[:2] == ["at", "night"]


def with_part(items: Sequence[Item], at: int, clock: Clock) -> Clock:
    """Return a time of day with what follows it: pm, o'clock, in the evening, at night, sharp."""
    size = clock.size + (word_at(items, at + clock.size) == "oclock")
    words = [word_at(items, at + size + step) for step in range(3)]
    if words[0] in _HALF_DAYS:
        return _turned(clock, size + 1, _HALF_DAYS[words[0]])
    if words[:2] == ["in", "the"] and words[2] in _PARTS:
        return _turned(clock, size + 3, _PARTS[words[2]])
    if words[:2] == ["at", "night"]:
        return _turned(clock, size + 2, 0 if clock.minutes % (12 * 60) < 5 * 60 else 1)
    if words[:2] == ["at", "lunchtime"]:
        return _turned(clock, size + 2, 1)
    return clock._replace(size=size)


def _turned(clock: Clock, size: int, half: int) -> Clock:
    if clock.is_sure:
        return clock._replace(size=size)
    minutes = clock.minutes % (12 * 60) + half * 12 * 60
    return Clock(minutes, size, True)
