"""Put values together in a list of items: money, times of day, quantities, numbers, weekdays, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewwatch.reply.claims.amounts import (
    CURRENCIES,
    DAY,
    DAY_NAMES,
    OTHER_DOLLARS,
    PENNIES,
    UNITS,
    Amount,
    listed,
    plain,
)
from reviewwatch.reply.claims.numbers import Clock, clock_at, hour_at, number_at, with_part, word_at
from reviewwatch.reply.claims.ranges import with_ranges
from reviewwatch.reply.claims.tokens import BREAK, Item, items_of, stem


class _Found(NamedTuple):
    amount: Amount
    size: int


def with_values(items: Sequence[Item]) -> list[Item]:
    """Return the items with each value as one of them."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        value = _value_at(items, at, found)
        if value is None:
            found.append(items[at])
            at += 1
            continue
        last = items[at + value.size - 1]
        found.append(Item(value.amount.sign, items[at].start, last.end, value.amount))
        at += value.size
    return with_ranges(found)


def value_of(text: str) -> Amount | None:
    """Return the first value that a text states, as the facts write them."""
    return next((item.amount for item in with_values(items_of(text, 0, len(text))) if item.amount), None)


def _value_at(items: Sequence[Item], at: int, before: Sequence[Item]) -> _Found | None:
    word = items[at].word
    if word in DAY_NAMES:
        per = "every" if word.endswith("days") or word.endswith("'s") else ""
        return _Found(Amount("D", 0, 0, DAY_NAMES[word], per, text=DAY_NAMES[word].capitalize()), 1)
    if whole := _whole_day(items, at):
        return whole
    return (
        _money(items, at)
        or _quantity(items, at)
        or _time(items, at, before)
        or _bare_money(items, at, before)
        or _number(items, at)
    )


_WHOLE: Final = (
    ("round", "the", "clock"), ("around", "the", "clock"), ("24/7",), ("24", "/", "7"), ("24", "hours"), ("24", "h"),
    ("24hr",), ("day", "and", "night"), ("all", "night"), ("twenty", "four", "hours"), ("24", "hours", "a", "day"),
    ("24", "hour"), ("twenty", "four", "hour"), ("night", "and", "day"), ("any", "hour"), ("24", "hr"), ("24", "hrs"),
    ("throughout", "the", "night"), ("through", "the", "night"), ("all", "hours"), ("24x7",),
    ("twenty", "four", "seven"),
)  # fmt: skip
_NOT_WHOLE_AFTER: Final = ("before", "after", "ahead", "in", "prior", "later", "notice", "earlier", "or", "from")


def _whole_day(items: Sequence[Item], at: int) -> _Found | None:
    for words in _WHOLE:
        if items[at].word != words[0]:
            continue
        size = len(words)
        if [word_at(items, at + step) for step in range(size)] != list(words):
            continue
        if words[0] in ("24", "twenty") and not _is_all_day(items, at, size):
            continue
        size += 2 * ([word_at(items, at + size), word_at(items, at + size + 1)] == ["a", "day"])
        return _Found(Amount("R", 0, DAY, text="00:00-24:00"), size)
    return None


def _is_all_day(items: Sequence[Item], at: int, size: int) -> bool:
    """Tell "open 24 hours" from "48 hours before" and "takes 24 hours"."""
    before, after = word_at(items, at - 1), word_at(items, at + size)
    if after in _NOT_WHOLE_AFTER or stem(after) in ("notice", "delay", "wait", "warranty", "pass", "ticket", "trial"):
        return False
    return before in ("open", "staffed", "manned", "available", "is", "are", "a", "the", "there", "no", "here") or (
        [after, word_at(items, at + size + 1)] == ["a", "day"]
    )


def _money(items: Sequence[Item], at: int) -> _Found | None:
    word = items[at].word
    if word in CURRENCIES and (number := number_at(items, at + 1)):
        pence = number_at(items, at + 1 + number.size)
        if number.is_word and pence and pence.is_word and pence.value < 100:
            return _priced(items, at, number.value + pence.value / 100, CURRENCIES[word], 1 + number.size + pence.size)
        return _priced(items, at, number.value, CURRENCIES[word], 1 + number.size)
    size = 2 if word in ("a", "one") else 1
    if word_at(items, at + size - 1) in _NOTES:
        return _priced(items, at, _NOTES[word_at(items, at + size - 1)], "£", size)
    article = word in ("a", "one") and word_at(items, at + 1) in ("quid", "pound", "dollar", "buck", "euro")
    number = number_at(items, at)
    if article:
        has_coin = word_at(items, at + 2) == "coin"
        return _priced(items, at, 1.0, CURRENCIES[items[at + 1].word], 2 + has_coin)
    return _named(items, at, number.value, number.size) if number else None


_NOTES: Final = {"fiver": 5.0, "tenner": 10.0}


def _named(items: Sequence[Item], at: int, value: float, size: int) -> _Found | None:
    after = word_at(items, at + size)
    if after in PENNIES and (after != "p" or value < 100):
        return _priced(items, at, value / 100, PENNIES[after], size + 1)
    if after in OTHER_DOLLARS and word_at(items, at + size + 1) in CURRENCIES:
        return _priced(items, at, value, OTHER_DOLLARS[after], size + 2)
    if after not in CURRENCIES or (after in ("stone", "kr") and not value):
        return None
    size += 2 if word_at(items, at + size + 1) in ("coin", "coins", "note") else 1
    pence = number_at(items, at + size)
    if (
        pence
        and pence.value in range(5, 100)
        and pence.is_word
        and stem(word_at(items, at + size + pence.size)) not in UNITS
    ):
        value, size = value + pence.value / 100, size + pence.size
    if word_at(items, at + size) == "sterling":
        size += 1
    return _priced(items, at, value, CURRENCIES[after], size)


_COSTS: Final = frozenset(["costs", "cost", "costing", "priced"])


def _bare_money(items: Sequence[Item], at: int, before: Sequence[Item]) -> _Found | None:
    """Return what follows "costs" without a currency: four fifty, twelve, 3.99."""
    last = [item.word for item in before[-3:] if item.word not in _NEAR and item.word != "at"]
    number = number_at(items, at)
    if (
        number is None
        or stem(word_at(items, at + number.size)) in UNITS
        or ((not last or last[-1] not in _COSTS) and not _is_rate(items, at, number.size, last))
    ):
        return None
    value, size = number.value, number.size
    pence = number_at(items, at + size)
    if number.is_word and pence and pence.is_word and 5 <= pence.value < 100:
        value, size = value + pence.value / 100, size + pence.size
    return _priced(items, at, value, "", size)


def _is_rate(items: Sequence[Item], at: int, size: int, last: Sequence[str]) -> bool:
    """Tell "is now 4.99 a month" from "twice a day" and "3 a side"."""
    per, _ = _per(items, at + size)
    has_pence = len(items[at].word) > 3 and items[at].word[-3] in ".," and items[at].word[0].isdigit()
    return bool(per) and (
        has_pence or (last[-1:] in (["at"], ["for"], ["is"], ["charge"], ["pay"], ["now"]) and per != "person")
    )


_PER_WORDS: Final = {
    "each": "person", "pp": "person", "monthly": "month", "yearly": "year", "annually": "year", "nightly": "night",
    "daily": "day", "weekly": "week", "hourly": "hour", "once": "once", "apiece": "item", "annual": "year",
    "pcm": "month",
}  # fmt: skip
_PER: Final = {
    "night": "night", "person": "person", "head": "person", "guest": "person", "month": "month",
    "year": "year", "day": "day", "week": "week", "hour": "hour", "stay": "stay", "visit": "visit", "item": "item",
    "order": "order", "parcel": "order", "delivery": "order", "session": "visit", "class": "visit", "lesson": "visit",
    "pop": "item", "time": "visit", "go": "visit", "room": "room", "mile": "mile", "minute": "minute", "km": "km",
    "kilo": "kg", "kg": "kg", "bag": "item", "piece": "item", "car": "stay", "dog": "stay", "pet": "stay",
    "annum": "year", "mo": "month", "yr": "year", "p": "person", "user": "person", "seat": "person", "entry": "visit",
    "ticket": "visit", "game": "visit", "hire": "visit", "trip": "visit", "ride": "visit", "transaction": "order",
    "season": "season", "term": "term", "bottle": "item", "plate": "item", "glass": "item", "cup": "item",
    "pint": "item", "round": "visit", "court": "court", "lane": "lane", "appointment": "visit", "treatment": "visit",
    "booking": "order",
    "vehicle": "stay", "bike": "item", "table": "table", "tooth": "item", "pair": "item", "box": "item", "load": "item",
}  # fmt: skip


def _priced(items: Sequence[Item], at: int, value: float, currency: str, size: int) -> _Found:
    per, more = _per(items, at + size)
    shown = plain(value) if value == int(value) else f"{value:.2f}"
    text = f"{currency} {shown}" if currency.isalpha() else f"{currency}{shown}"
    told = "" if not per else " once" if per == "once" else f" per {per}"
    return _Found(Amount("M", value, value, currency, per, text=text + told), size + more)


_SOLD: Final = frozenset(["ticket", "tickets", "pass", "passes", "menu", "meal"])
"""Behind "a day" they make a thing of it: a day ticket."""


def _per(items: Sequence[Item], at: int) -> tuple[str, int]:
    """Return what a price is for, and how many items say so: "a night", "each", "for the whole year", "one time"."""
    word, after, then = (word_at(items, at + step) for step in range(3))
    if word == "extra":
        per, more = _per(items, at + 1)
        return (per, more + 1) if per else ("", 0)
    if word == "|" and after in ("once", "one"):
        return ("once", 2) if after == "once" else ("once", 3) if then == "time" else ("", 0)
    if word == "one":
        return ("once", 2) if after in ("time", "off") else ("", 0)
    if word in ("per", "a", "an", "each", "every", "/", "by") and stem(after) in _PER and then not in _SOLD:
        return _PER[stem(after)], 2
    if word in ("for", "|") and after in ("the", "a", "one"):
        skip = then in ("whole", "full", "entire", "single")
        spell = stem(word_at(items, at + 2 + skip))
        return (_PER[spell], 3 + skip) if spell in ("night", "month", "year", "week") else ("", 0)
    return _short_per(word, after)


def _short_per(word: str, after: str) -> tuple[str, int]:
    if word in ("p", "per") and after in ("n", "p"):
        return ("night" if after == "n" else "person"), 2
    return (_PER_WORDS[word], 1) if word in _PER_WORDS else ("", 0)


def _quantity(items: Sequence[Item], at: int) -> _Found | None:
    word = items[at].word
    if parts := _quarters(items, at) or _by_name(items, at):
        return parts
    number = number_at(items, at)
    if number is None:
        return _one_unit(items, at, word)
    size = number.size
    if word_at(items, at + size) == "full":
        size += 1
    is_working = word_at(items, at + size) in ("working", "business", "work", "office", "weekday")
    size += is_working
    unit = stem(word_at(items, at + size))
    if unit not in UNITS or (unit in ("p", "l", "v", "w", "k", "g") and number.is_word):
        return None
    more, end = _and_a_half(items, at + size + 1)
    return _measured(number.value + more, unit, is_working, size + 1 + end)


def _and_a_half(items: Sequence[Item], at: int) -> tuple[float, int]:
    """Return what "a mile and a half" adds to its unit, and how many items say so."""
    words = [word_at(items, at + step) for step in range(3)]
    return ({"half": 0.5, "quarter": 0.25}.get(words[2], 0.0), 3) if words in _HALVES else (0.0, 0)


_BY_NAME: Final = (
    (("the", "day", "before"), 24.0), (("the", "evening", "before"), 24.0), (("the", "night", "before"), 24.0),
    (("the", "day", "itself"), 0.0), (("the", "last", "minute"), 0.0), (("the", "same", "day"), 0.0),
    (("the", "very", "day"), 0.0), (("the", "day", "of"), 0.0), (("the", "morning", "of"), 0.0),
)  # fmt: skip


def _by_name(items: Sequence[Item], at: int) -> _Found | None:
    """Read "until the day before" in hours, ."""
    words = tuple(word_at(items, at + step) for step in range(3))
    if words[0] == "the" and word_at(items, at - 1) in ("until", "till", "to"):
        return next((_measured(hours, "hour", False, 3) for told, hours in _BY_NAME if words == told), None)
    return None


_HALVES: Final = (["and", "a", "half"], ["and", "a", "quarter"])


def _quarters(items: Sequence[Item], at: int) -> _Found | None:
    """Read "three quarters of a mile" and "quarter of an hour"."""
    words = [word_at(items, at + step) for step in range(3)]
    first = words[0] in ("three", "a", "one") and words[1] in ("quarters", "quarter")
    size = 2 if first else 1
    if not first and words[0] not in ("quarter", "half"):
        return None
    share = 0.5 if words[0] == "half" else 0.75 if words[0] == "three" else 0.25
    size += word_at(items, at + size) == "of"
    if word_at(items, at + size) not in ("a", "an"):
        return None
    unit = stem(word_at(items, at + size + 1))
    return _measured(share, unit, False, size + 2) if unit in _ALONE else None


_ALONE: Final = listed(
    "minute hour day week fortnight month year mile kilo meter metre kilometer kilometre liter litre pint"
)
"""Units that are said with "a" or "half a" before them."""


def _one_unit(items: Sequence[Item], at: int, word: str) -> _Found | None:
    after = word_at(items, at + 1)
    if word == "half" or (word in ("a", "an") and after == "half"):
        step = 1 if word == "half" else 2
        step += word_at(items, at + step) in ("a", "an")
        unit = stem(word_at(items, at + step))
        return _measured(0.5, unit, False, step + 1) if unit in _ALONE else None
    if word in ("a", "an", "one", "single", "1"):
        skip = after in ("working", "business", "whole", "full", "entire")
        unit = stem(word_at(items, at + 1 + skip))
        more, end = _and_a_half(items, at + 2 + skip)
        return _measured(1 + more, unit, after in ("working", "business"), 2 + skip + end) if unit in _ALONE else None
    return _measured(1, word, False, 1) if word == "fortnight" else None


def _measured(value: float, unit: str, is_working: bool, size: int) -> _Found:
    dimension, factor = UNITS[unit]
    words = f"{plain(value)} {'working ' if is_working else ''}{unit}{'s' if value != 1 and len(unit) > 2 else ''}"
    amount = Amount("Q", value * factor, value * factor, dimension, text=words, in_working_days=is_working)
    return _Found(amount, size)


_AT: Final = frozenset(
    ["at", "until", "till", "til", "before", "by", "from", "after", "past", "between", "since", "opens", "closes"]
)
_NEAR: Final = frozenset(
    ["about", "around", "roughly", "nearly", "almost", "approximately", "exactly", "just", "only", "circa"]
)


def _time(items: Sequence[Item], at: int, before: Sequence[Item]) -> _Found | None:
    clock = clock_at(items, at)
    if clock is None:
        clock = _bare(items, at, before)
    if clock is None:
        return None
    text = ""
    return _Found(Amount("T", clock.minutes, clock.minutes, is_sure=clock.is_sure, text=text), clock.size)


def _bare(items: Sequence[Item], at: int, before: Sequence[Item]) -> Clock | None:
    """Return "nine" as a time of day after "at", "until" and the like, and before or after one that is sure."""
    hour = hour_at(items, at)
    if hour is None:
        return None
    last = [item.word for item in before[-3:]]
    while last and last[-1] in _NEAR:
        last.pop()
    is_after = bool(last) and (
        last[-1] in _AT or (last[-1] in ("to", "-", "and") and len(last) > 1 and last[-2] == "T")
    )
    after = word_at(items, at + hour.size)
    if is_after and not _counts(after):
        return with_part(items, at, hour)
    if after in ("-", "to", "till", "until") and last[-1:] != ["of"] and clock_at(items, at + hour.size + 1):
        return hour
    return None


def _counts(after: str) -> bool:
    """Tell "after nine days" and "from 3 countries" from "after nine"."""
    if (
        after in ("percent", "%", "of", "other", "more", "different", "or")
        or stem(after) in UNITS
        or after in CURRENCIES
    ):
        return True
    is_plural = len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "ys", "wards"))
    return is_plural and after not in _FINE


_FINE: Final = frozenset(
    [
        "this",
        "was",
        "is",
        "as",
        "unless",
        "always",
        "mornings",
        "evenings",
        "nights",
        "afternoons",
        "weekdays",
        "which's",
        "closes",
        "opens",
        "means",
        "leaves",
        "goes",
        "makes",
        "has",
        "does",
        "sundays",
        "saturdays",
        "less",
        "perhaps",
    ]
)


def _number(items: Sequence[Item], at: int) -> _Found | None:
    number = number_at(items, at)
    if number is None or (items[at].word == "half" and number.size == 1) or _is_pronoun(items, at):
        return None
    amount = Amount("N", number.value, number.value, text=plain(number.value) if number.is_word else items[at].word)
    return _Found(amount, number.size)


_NO_NUMBER_AFTER: Final = frozenset(
    ["", BREAK, "is", "was", "and", "of", "in", "that", "which", "who", "or", "but", "on", "at", "has", "for", "with"]
)
_NO_NUMBER_BEFORE: Final = frozenset(
    ["this", "newest", "latest", "no", "every", "which", "another", "each", "that", "some", "any"]
)


def _is_pronoun(items: Sequence[Item], at: int) -> bool:
    """Tell "there used to be one" from "one list"."""
    after, before = word_at(items, at + 1), word_at(items, at - 1)
    return items[at].word == "one" and (after in _NO_NUMBER_AFTER or before in _NO_NUMBER_BEFORE)
