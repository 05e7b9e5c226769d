"""Whether a stated value and a fact's value say the same, something else, or cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reviewwatch.reply.claims.topics.topic import Family, items_of_list
from reviewwatch.reply.claims.values.amounts import DAY, DAY_NAMES, WEEKDAYS, Amount
from reviewwatch.reply.claims.values.found import value_of


class Agreement(Enum):
    """What a fact says of a value."""

    AGREES = "agrees"
    DIFFERS = "differs"
    SILENT = "silent"


AGREES, DIFFERS, SILENT = Agreement.AGREES, Agreement.DIFFERS, Agreement.SILENT


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as a claim or a fact writes it.

    Attributes:
        how: What stands before it: opens, closes, can, only, runs on; empty for none.
        amount: None for words alone.
        words: All of it, in small letters.
    """

    how: str
    amount: Amount | None
    words: str


_HOW: Final = re.compile(r"(opens|closes|can|only|runs on) ")
_YES: Final = frozenset(["yes", "included", "allowed", "available", "true"])
_NO: Final = frozenset(["no", "not included", "not allowed", "not available", "none", "false"])


def stated(value: str) -> Stated:
    """Return a value taken apart: "closes 21:00", "~£30 per night", ">5 miles", "free", "yes"."""
    words = " ".join(value.casefold().split())[:200]
    found = _HOW.match(words)
    how = found[1] if found else ""
    rest = words[found.end() :] if found else words
    mark = rest[0] if rest[:1] in ("~", ">", "<") else ""
    amount = _free(rest) or value_of(rest.lstrip("~<>"))
    if amount is not None and mark:
        amount = amount.marked(mark)
    return Stated(how, amount, rest)


def _free(words: str) -> Amount | None:
    return Amount("M", 0, 0, text="free") if words == "free" or words.startswith("free ") else None


def agreement(family: Family, claim: Stated, fact: Stated, *, is_denied: bool) -> Agreement:
    """Return whether a fact agrees with a claim."""
    compare = _COMPARE.get(family)
    return compare(claim, fact, is_denied) if compare else SILENT


def _opposite(side: Agreement) -> Agreement:
    return {AGREES: DIFFERS, DIFFERS: AGREES, SILENT: SILENT}[side]


def _yes_no(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, is_so = (_truth(one.words) for one in (claim, fact))
    if said is None or is_so is None:
        return SILENT
    return AGREES if (said != is_denied) == is_so else DIFFERS


def _truth(words: str) -> bool | None:
    return True if words in _YES else False if words in _NO else None


_QUARTER: Final = 15
_HOUR: Final = 60


def _same_time(said: float, is_so: float, mark: str) -> Agreement:
    off = abs(said - is_so) % DAY
    off = min(off, DAY - off)
    if mark in ("<", ">"):
        return SILENT
    if mark != "~":
        return AGREES if off == 0 else DIFFERS
    return AGREES if off <= _QUARTER else DIFFERS if off >= _HOUR else SILENT


def _hours(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, hours = claim.amount, fact.amount
    if said is None or hours is None or hours.sign != "R":
        return SILENT
    if said.sign == "R":
        same = AGREES if (said.low, said.high) == (hours.low, hours.high) else DIFFERS
        return (
            _opposite(same)
            if is_denied and (same is AGREES or said.high - said.low == DAY)
            else SILENT
            if is_denied
            else same
        )
    if said.sign != "T":
        return SILENT
    if claim.how in ("opens", "closes"):
        edge = hours.low if claim.how == "opens" else hours.high
        same = DIFFERS if hours.high - hours.low >= DAY else _same_time(said.low, edge, said.mark)
        return same if not is_denied else DIFFERS if same is AGREES else SILENT
    return _moment(said, hours, is_denied)


def _moment(said: Amount, hours: Amount, is_denied: bool) -> Agreement:
    """Judge a moment at which it is said to be open, or not."""
    edges = [abs(at - edge) for at in (said.low, said.low + DAY) for edge in (hours.low, hours.high)]
    is_inside = any(hours.low <= at <= hours.high for at in (said.low, said.low + DAY))
    if hours.high - hours.low >= DAY:
        return DIFFERS if is_denied else AGREES
    if min(edges) == 0:
        return AGREES if is_denied and said.low % DAY == hours.high % DAY else SILENT
    if said.mark and min(edges) < _HOUR:
        return SILENT
    return AGREES if is_inside != is_denied else DIFFERS


def _time(is_from: bool) -> Callable[[Stated, Stated, bool], Agreement]:
    def compare(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
        said, is_so = claim.amount, fact.amount
        if said is None or is_so is None or said.sign != "T" or is_so.sign != "T":
            return SILENT
        if claim.how == "can":
            is_in = said.low >= is_so.low if is_from else said.low <= is_so.low
            if said.low == is_so.low:
                return SILENT if is_denied else AGREES
            return AGREES if is_in != is_denied else DIFFERS
        same = _same_time(said.low, is_so.low, said.mark)
        return same if not is_denied else DIFFERS if same is AGREES else SILENT

    return compare


_SAME: Final = 1e-6
_NEAR: Final = 0.10
_FAR: Final = 0.25
_WILD: Final = 25.0
"""So many times more is no statement but a figure of speech; "in ten minutes" for two days may be meant."""
_TINY: Final = 1000.0


def _number(said: float, is_so: float, mark: str) -> Agreement:
    if is_so == 0 or said == 0:
        return AGREES if said == is_so else DIFFERS
    if said / is_so >= _WILD or is_so / said >= _TINY:
        return SILENT
    off = abs(said - is_so) / abs(is_so)
    if mark == "~":
        return AGREES if off <= _NEAR + _SAME else DIFFERS if off >= _FAR - _SAME else SILENT
    if mark in ("<", ">"):
        if off <= _SAME:
            return SILENT
        return AGREES if (is_so > said) == (mark == ">") else DIFFERS
    return AGREES if off <= _SAME else DIFFERS


def _money(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, is_so = claim.amount, fact.amount
    if said is None or is_so is None or said.sign != "M" or is_so.sign != "M":
        return SILENT
    side = _price(said, is_so)
    if not is_denied:
        return side
    if said.low == 0:
        return _opposite(side)
    return DIFFERS if side is AGREES else SILENT


def _price(said: Amount, is_so: Amount) -> Agreement:
    if said.high == 0 or is_so.high == 0:
        return AGREES if said.high == is_so.high else DIFFERS
    if said.unit and is_so.unit and said.unit != is_so.unit and said.unit not in (f"{is_so.unit}€", f"${is_so.unit}"):
        return SILENT
    if not _same_per(said.per, is_so.per):
        return SILENT
    if is_so.is_range or said.is_range:
        return _ranged(said, is_so)
    if not said.mark and said.low == int(said.low) and 0 < said.low - is_so.low <= 0.05 + _SAME:
        return AGREES  # 3.99 as 4
    return _number(said.low, is_so.low, said.mark)


_ALIKE: Final = (
    {"person", "visit", "item"},
    {"night", "day"},
    {"stay", "visit", "item"},
    {"order", "item", "visit"},
    {"once", "item"},
)


def _same_per(said: str, is_so: str) -> bool:
    return not said or not is_so or said == is_so or any({said, is_so} <= alike for alike in _ALIKE)


def _ranged(said: Amount, is_so: Amount, scale: float = 1.0) -> Agreement:
    low, high = said.low * scale, said.high * scale
    if said.mark == "<":
        low = min(low, is_so.low)
    if high < is_so.low * (1 - _SAME) or low > is_so.high * (1 + _SAME):
        if low >= _WILD * is_so.high or is_so.low >= _TINY * high:
            return SILENT
        return SILENT if said.mark in ("<", ">") else DIFFERS if not said.mark or _is_far(low, high, is_so) else SILENT
    if said.is_range and is_so.is_range:
        return AGREES if abs(low - is_so.low) <= _SAME * low and abs(high - is_so.high) <= _SAME * high else SILENT
    return SILENT


def _is_far(low: float, high: float, is_so: Amount) -> bool:
    return low > is_so.high * (1 + _FAR) or high < is_so.low * (1 - _FAR)


def _quantity(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, is_so = claim.amount, fact.amount
    if said is None or is_so is None or said.sign != "Q" or is_so.sign != "Q" or said.unit != is_so.unit:
        return SILENT
    if claim.how == "can" and not said.is_range:
        scales = _scales(said, is_so)
        is_in = any(is_so.low * (1 - _SAME) <= said.low * scale <= is_so.high * (1 + _SAME) for scale in scales)
        if is_in:
            return SILENT if is_denied else AGREES
    sides = {_amounts(said, is_so, scale) for scale in _scales(said, is_so)}
    side = AGREES if AGREES in sides else DIFFERS if sides == {DIFFERS} else SILENT
    return side if not is_denied else DIFFERS if side is AGREES else SILENT


def _scales(said: Amount, is_so: Amount) -> tuple[float, ...]:
    """Return what a claim's time counts in the fact's days: a week may be five working days, or seven."""
    if said.in_working_days == is_so.in_working_days or said.unit != "time":
        return (1.0,)
    return (5 / 7, 1.0) if is_so.in_working_days else (7 / 5, 1.0)


_MONTHS: Final = 27 * DAY


def _amounts(said: Amount, is_so: Amount, scale: float) -> Agreement:
    if said.is_range or is_so.is_range:
        return _ranged(said, is_so, scale)
    value = said.low * scale
    off = abs(value - is_so.low) / max(is_so.low, 1e-9)
    if not said.mark and off > _SAME:
        if said.unit == "time" and value >= _MONTHS and off <= 0.02:
            return AGREES  # six months, half a year
        if off <= (_NEAR if said.unit in ("time", "length") and value >= _MONTHS else 0.02):
            return SILENT
    return _number(value, is_so.low, said.mark)


def _count(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, is_so = claim.amount, fact.amount
    if said is None or is_so is None or is_so.sign not in "NQ" or said.sign not in "NQ":
        return SILENT
    side = _ranged(said, is_so) if said.is_range or is_so.is_range else _number(said.low, is_so.low, said.mark)
    return side if not is_denied else DIFFERS if side is AGREES else SILENT


def _oldest(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, is_so = claim.amount, fact.amount
    if said is None or is_so is None:
        return SILENT
    if claim.how == "runs on" or is_denied:
        return AGREES if (said.low >= is_so.low) != is_denied else DIFFERS
    return AGREES if said.low == is_so.low else DIFFERS


def _latest(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    numbers = [re.search(r"\d+(?:\.\d+)*", one.words) for one in (claim, fact)]
    if numbers[0] is None or numbers[1] is None:
        return SILENT
    is_same = numbers[0][0] == numbers[1][0]
    return (AGREES if is_same else DIFFERS) if not is_denied else (DIFFERS if is_same else SILENT)


def _days_of(words: str) -> frozenset[str]:
    """Return the weekdays that a fact names: "Monday", "Sat and Sun", "Monday to Friday"."""
    named = [DAY_NAMES[word] for word in re.findall(r"[a-z]+", words) if word in DAY_NAMES]
    if len(named) == 2 and re.search(r"[a-z] ?(?:-|–|to|through|until) ?[a-z]", words):
        first, last = (WEEKDAYS.index(day) for day in named)
        return frozenset(WEEKDAYS[at % 7] for at in range(first, (last if last >= first else last + 7) + 1))
    return frozenset(named)


def _days(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    said, is_so = _days_of(claim.words), _days_of(fact.words)
    if not said or not is_so:
        return SILENT
    is_in = said <= is_so
    if not is_in and said & is_so:
        return SILENT
    return AGREES if is_in != is_denied else DIFFERS


def _list(claim: Stated, fact: Stated, is_denied: bool) -> Agreement:
    items = items_of_list(fact.words)
    if claim.how == "only":
        return AGREES if items == (claim.words,) else DIFFERS if len(items) > 1 or claim.words not in items else SILENT
    if claim.words in items:
        return DIFFERS if is_denied else AGREES
    return SILENT


_COMPARE: Final[Mapping[Family, Callable[[Stated, Stated, bool], Agreement]]] = {
    Family.HOURS: _hours,
    Family.FROM: _time(True),
    Family.UNTIL: _time(False),
    Family.PRICE: _money,
    Family.THRESHOLD: _money,
    Family.YES_NO: _yes_no,
    Family.QUANTITY: _quantity,
    Family.COUNT: _count,
    Family.OLDEST: _oldest,
    Family.LATEST: _latest,
    Family.DAYS: _days,
    Family.LIST: _list,
}
