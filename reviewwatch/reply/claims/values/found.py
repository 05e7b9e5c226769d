"""Put values together in a list of items: money, times of day, quantities, numbers, weekdays, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reviewwatch.reply.claims.values.amounts import CURRENCIES, DAY, DAY_NAMES, UNITS, Amount, Found, plain
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.numbers import Clock, clock_at, hour_at, number_at, with_part, word_at
from reviewwatch.reply.claims.values.prices import NEAR, bare_money, money
from reviewwatch.reply.claims.values.tokens import BREAK, Item, items_of, stem


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
    return _with_ranges(found)


def value_of(text: str) -> Amount | None:
    """Return the first value that a text states, as the facts write them."""
    return next((item.amount for item in with_values(items_of(text, 0, len(text))) if item.amount), None)


def _value_at(items: Sequence[Item], at: int, before: Sequence[Item]) -> Found | None:
    word = items[at].word
    if word in DAY_NAMES:
        per = "every" if word.endswith("days") or word.endswith("'s") else ""
        return Found(Amount("D", 0, 0, DAY_NAMES[word], per, text=DAY_NAMES[word].capitalize()), 1)
    if whole := _whole_day(items, at):
        return whole
    return (
        money(items, at)
        or _quantity(items, at)
        or _time(items, at, before)
        or bare_money(items, at, before)
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


def _whole_day(items: Sequence[Item], at: int) -> Found | None:
    for words in _WHOLE:
        if items[at].word != words[0]:
            continue
        size = len(words)
        if [word_at(items, at + step) for step in range(size)] != list(words):
            continue
        if words[0] in ("24", "twenty") and not _is_all_day(items, at, size):
            continue
        size += 2 * ([word_at(items, at + size), word_at(items, at + size + 1)] == ["a", "day"])
        return Found(Amount("R", 0, DAY, text="00:00-24:00"), size)
    return None


def _is_all_day(items: Sequence[Item], at: int, size: int) -> bool:
    """Tell "open 24 hours" from "48 hours before" and "takes 24 hours"."""
    before, after = word_at(items, at - 1), word_at(items, at + size)
    if after in _NOT_WHOLE_AFTER or stem(after) in ("notice", "delay", "wait", "warranty", "pass", "ticket", "trial"):
        return False
    return (
        (not before and after not in ("", BREAK))
        or before in ("open", "staffed", "manned", "available", "is", "are", "a", "the", "there", "no", "here")
        or ([after, word_at(items, at + size + 1)] == ["a", "day"])
    )


def _quantity(items: Sequence[Item], at: int) -> Found | None:
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


def _by_name(items: Sequence[Item], at: int) -> Found | None:
    """Read "until the day before" in hours."""
    words = tuple(word_at(items, at + step) for step in range(3))
    if words[0] == "the" and word_at(items, at - 1) in ("until", "till", "to"):
        return next((_measured(hours, "hour", False, 3) for told, hours in _BY_NAME if words == told), None)
    return None


_HALVES: Final = (["and", "a", "half"], ["and", "a", "quarter"])


def _quarters(items: Sequence[Item], at: int) -> Found | None:
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


def _one_unit(items: Sequence[Item], at: int, word: str) -> Found | None:
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


def _measured(value: float, unit: str, is_working: bool, size: int) -> Found:
    dimension, factor = UNITS[unit]
    words = f"{plain(value)} {'working ' if is_working else ''}{unit}{'s' if value != 1 and len(unit) > 2 else ''}"
    amount = Amount("Q", value * factor, value * factor, dimension, text=words, in_working_days=is_working)
    return Found(amount, size)


_AT: Final = listed("at until till til before by from after past between since opens closes")


def _time(items: Sequence[Item], at: int, before: Sequence[Item]) -> Found | None:
    clock = clock_at(items, at)
    if clock is None:
        clock = _bare(items, at, before)
    if clock is None:
        return None
    return Found(Amount("T", clock.minutes, clock.minutes, is_sure=clock.is_sure), clock.size)


def _bare(items: Sequence[Item], at: int, before: Sequence[Item]) -> Clock | None:
    """Return "nine" as a time of day after "at", "until" and the like, and before or after one that is sure."""
    hour = hour_at(items, at)
    if hour is None:
        return None
    last = [item.word for item in before[-3:]]
    while last and last[-1] in NEAR:
        last.pop()
    is_after = bool(last) and (
        last[-1] in _AT or (last[-1] in ("to", "-", "and") and len(last) > 1 and last[-2] == "T")
    )
    after = word_at(items, at + hour.size)
    is_count = _counts(after) or (after == "or" and number_at(items, at + hour.size + 1) is not None)
    if is_after and not is_count:
        return with_part(items, at, hour)
    if after in ("-", "to", "till", "until") and last[-1:] != ["of"] and clock_at(items, at + hour.size + 1):
        return hour
    return None


def _counts(after: str) -> bool:
    """Tell "after nine days" and "from 3 countries" from "after nine"."""
    if after in ("percent", "%", "of", "other", "more", "different") or stem(after) in UNITS or after in CURRENCIES:
        return True
    is_plural = len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "ys", "wards"))
    return is_plural and after not in _FINE


_FINE: Final = listed("""
    this was is as unless always mornings evenings nights afternoons weekdays which's closes opens means leaves goes
    makes has does sundays saturdays less perhaps
""")


def _number(items: Sequence[Item], at: int) -> Found | None:
    number = number_at(items, at)
    if number is None or (items[at].word == "half" and number.size == 1) or _is_pronoun(items, at):
        return None
    amount = Amount("N", number.value, number.value, text=plain(number.value) if number.is_word else items[at].word)
    return Found(amount, number.size)


_NO_NUMBER_AFTER: Final = frozenset(
    ["", BREAK, "is", "was", "and", "of", "in", "that", "which", "who", "or", "but", "on", "at", "has", "for", "with"]
)
_NO_NUMBER_BEFORE: Final = listed("this newest latest no every which another each that some any")


def _is_pronoun(items: Sequence[Item], at: int) -> bool:
    """Tell "there used to be one" from "one list"."""
    after, before = word_at(items, at + 1), word_at(items, at - 1)
    return items[at].word == "one" and (after in _NO_NUMBER_AFTER or before in _NO_NUMBER_BEFORE)


def _with_ranges(items: list[Item]) -> list[Item]:
    """Put "2 to 4 days", "£3-£5", "9 to 5" and "between 9 and 5" together."""
    found: list[Item] = []
    for item in items:
        found.append(item)
        if len(found) < 3 or item.amount is None:
            continue
        first, join = found[-3], found[-2].word
        if first.amount is None or join not in ("to", "-", "and", "or", "till", "until", "through"):
            continue
        if join == "and" and (len(found) < 4 or found[-4].word != "between"):
            continue
        near = {one.word for one in found[-7:-3]}
        both = _plain_from_hours(first.amount, item.amount) if near & _OPEN and join != "or" else None
        both = both or _both(first.amount, item.amount, join)
        if both:
            found[-3:] = [Item(both.sign, first.start, item.end, both)]
    return found


_OPEN: Final = frozenset(["hours", "times", "opening", "open", "opens"])


def _plain_from_hours(low: Amount, high: Amount) -> Amount | None:
    """Read "hours are 9 to 5" and "open 10 to 4"."""
    return _half_told(low, high) if low.sign == high.sign == "N" else None


def _both(low: Amount, high: Amount, join: str) -> Amount | None:
    signs = low.sign + high.sign
    if signs == "TT":
        return _from_hours(low, high) if join != "or" else None
    if signs in ("NT", "TN"):
        return _half_told(low, high)
    if signs in ("MM", "QQ"):
        return _from_to(low, high) if low.unit == high.unit else None
    if signs == "NN":
        return _from_to(low, high) if join in ("to", "-", "and") else None
    if signs == "NQ" and join not in ("till", "until", "through"):
        factor = high.high / float(high.text.split()[0])
        return _from_to(replace(low, low=low.low * factor), high)
    return None


def _from_to(low: Amount, high: Amount) -> Amount | None:
    return replace(high, low=low.low, text=f"{low.text}-{high.text}") if low.low < high.low else None


def _half_told(low: Amount, high: Amount) -> Amount | None:
    """Read "9 to 5 pm": one of both is told as a time of day."""
    opens, closes = (_as_time(one) for one in (low, high))
    return _from_hours(opens, closes) if opens and closes else None


def _as_time(one: Amount) -> Amount | None:
    if one.sign == "T":
        return one
    is_hour = one.low == int(one.low) and 0 <= one.low <= 24
    return Amount("T", one.low * 60, one.low * 60, is_sure=one.low > 12) if is_hour else None


def _from_hours(opens: Amount, closes: Amount) -> Amount:
    low, high, is_sure = opens.low, closes.low, opens.is_sure and closes.is_sure
    if not closes.is_sure and high <= low:
        high, is_sure = high + DAY / 2, True
    if high <= low:
        high += DAY
    return Amount("R", low, high, is_sure=is_sure)
