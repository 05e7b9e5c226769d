"""Put two values with "to" between them together: 2 to 4 days, 9 to 5."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reviewwatch.reply.claims.amounts import DAY, Amount
from reviewwatch.reply.claims.tokens import Item


def with_ranges(items: list[Item]) -> list[Item]:
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
        both = _plain_hours(first.amount, item.amount) if near & _OPEN and join != "or" else None
        both = both or _both(first.amount, item.amount, join)
        if both:
            found[-3:] = [Item(both.sign, first.start, item.end, both)]
    return found


_OPEN: Final = frozenset(["hours", "times", "opening", "open", "opens"])


def _plain_hours(low: Amount, high: Amount) -> Amount | None:
    """Read "hours are 9 to 5" and "open 10 to 4"."""
    return _half_told(low, high) if low.sign == high.sign == "N" else None


def _both(low: Amount, high: Amount, join: str) -> Amount | None:
    signs = low.sign + high.sign
    if signs == "TT":
        return _hours(low, high) if join != "or" else None
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
    return _hours(opens, closes) if opens and closes else None


def _as_time(one: Amount) -> Amount | None:
    if one.sign == "T":
        return one
    is_hour = one.low == int(one.low) and 0 <= one.low <= 24
    return Amount("T", one.low * 60, one.low * 60, is_sure=one.low > 12) if is_hour else None


def _hours(opens: Amount, closes: Amount) -> Amount:
    low, high, is_sure = opens.low, closes.low, opens.is_sure and closes.is_sure
    if not closes.is_sure and high <= low:
        high, is_sure = high + DAY / 2, True
    if high <= low:
        high += DAY
    return Amount("R", low, high, is_sure=is_sure)
