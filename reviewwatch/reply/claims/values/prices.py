"""Amounts of money in a list of items, and for what they are paid: a night, each, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reviewwatch.reply.claims.values.amounts import CURRENCIES, OTHER_DOLLARS, PENNIES, UNITS, Amount, Found, plain
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.numbers import number_at, word_at
from reviewwatch.reply.claims.values.tokens import Item, stem


def money(items: Sequence[Item], at: int) -> Found | None:
    """Return the amount of money that begins at an item: £4.50, four pounds fifty, a tenner."""
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


def _named(items: Sequence[Item], at: int, value: float, size: int) -> Found | None:
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


def bare_money(items: Sequence[Item], at: int, before: Sequence[Item]) -> Found | None:
    """Return what follows "costs" without a currency: four fifty, twelve, 3.99."""
    last = [item.word for item in before[-3:] if item.word not in NEAR and item.word != "at"]
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


def _priced(items: Sequence[Item], at: int, value: float, currency: str, size: int) -> Found:
    per, more = _per(items, at + size)
    shown = plain(value) if value == int(value) else f"{value:.2f}"
    text = f"{currency} {shown}" if currency.isalpha() else f"{currency}{shown}"
    told = "" if not per else " once" if per == "once" else f" per {per}"
    return Found(Amount("M", value, value, currency, per, text=text + told), size + more)


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


NEAR: Final = listed("about around roughly nearly almost approximately exactly just only circa")
