"""What a value says: an amount with its unit, whether of a fact or of a review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

DAY: Final = 24 * 60
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that can be compared.

    Attributes:
        sign: M money, T time of day, R hours from and to, Q quantity, N number.
        low, high: The same but for ranges. Minutes for T and R (over 24 hours past midnight), base units for Q.
        unit: Currency of money; dimension of a quantity: time, length, weight, data, speed, share, power, degrees.
        per: Of money: night, person, month, once ...; empty where it is not said.
        mark: "~" about, ">" more than, "<" less than, empty for exactly.
        is_sure: A time of day that can be no other; "nine" alone may be morning or evening.
        text: As the review's value in a fact's format.
    """

    sign: str
    low: float
    high: float
    unit: str = ""
    per: str = ""
    mark: str = ""
    is_sure: bool = True
    text: str = ""
    in_working_days: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it is more than one value."""
        return self.low != self.high

    def marked(self, mark: str) -> Amount:
        """Return it as about, more or less than it says."""
        return replace(self, mark=mark)

    def shown(self) -> str:
        """Return it in a fact's format."""
        if self.sign == "T":
            return self.mark + clock(self.low)
        if self.sign == "R":
            return f"{clock(self.low)}-{clock(self.high)}"
        return self.mark + self.text


class Found(NamedTuple):
    """An amount, and how many items of a sentence say it."""

    amount: Amount
    size: int


def clock(minutes: float) -> str:
    """Return a time of day as HH:MM; the end of a whole day is 24:00."""
    whole = int(minutes)
    if whole > DAY:
        whole -= DAY
    return f"{whole // 60:02}:{whole % 60:02}"


def plain(number: float) -> str:
    """Return a number as it is written: 4, 4.5."""
    return str(int(number)) if number == int(number) else f"{number:g}"


_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: Final = {word: at for at, word in enumerate(_ONES.split())} | {
    word: 10 * (at + 2) for at, word in enumerate(_TENS.split())
}
BIG: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000}

CURRENCIES: Final = {
    "£": "£", "gbp": "£", "pound": "£", "pounds": "£", "quid": "£", "sterling": "£",
    "$": "$", "usd": "$", "dollar": "$", "dollars": "$", "buck": "$", "bucks": "$",
    "€": "€", "eur": "€", "euro": "€", "euros": "€",
    "¥": "¥", "jpy": "¥", "yen": "¥", "₹": "₹", "inr": "₹", "rupee": "₹", "rupees": "₹",
    "chf": "CHF", "franc": "CHF", "francs": "CHF", "kr": "kr", "kroner": "kr", "kronor": "kr", "sek": "kr",
    "zloty": "PLN", "pln": "PLN", "aud": "AUD", "cad": "CAD", "nzd": "NZD", "peso": "MXN", "pesos": "MXN",
    "yuan": "CNY", "rand": "ZAR", "lira": "TRY", "shekel": "ILS", "shekels": "ILS",
}  # fmt: skip
PENNIES: Final = {"p": "£", "penny": "£", "pence": "£", "pennies": "£", "cent": "$€", "cents": "$€"}
OTHER_DOLLARS: Final = {
    "canadian": "CAD", "australian": "AUD", "singapore": "SGD", "hong": "HKD", "swiss": "CHF", "nz": "NZD",
    "norwegian": "NOK", "danish": "DKK", "swedish": "SEK", "us": "$", "american": "$", "irish": "€",
}  # fmt: skip

UNITS: Final[dict[str, tuple[str, float]]] = {
    "second": ("time", 1 / 60), "sec": ("time", 1 / 60), "minute": ("time", 1), "min": ("time", 1),
    "hour": ("time", 60), "hr": ("time", 60), "day": ("time", DAY), "night": ("time", DAY), "week": ("time", 7 * DAY),
    "fortnight": ("time", 14 * DAY), "month": ("time", 30 * DAY), "year": ("time", 365 * DAY),
    "yr": ("time", 365 * DAY),
    "weekend": ("time", 2 * DAY), "decade": ("time", 3650 * DAY),
    "mm": ("length", 0.001), "millimeter": ("length", 0.001), "millimetre": ("length", 0.001),
    "cm": ("length", 0.01), "centimeter": ("length", 0.01), "centimetre": ("length", 0.01),
    "m": ("length", 1), "meter": ("length", 1), "metre": ("length", 1),
    "km": ("length", 1000), "kilometer": ("length", 1000), "kilometre": ("length", 1000), "k": ("length", 1000),
    "mile": ("length", 1609.344), "yard": ("length", 0.9144), "foot": ("length", 0.3048), "feet": ("length", 0.3048),
    "ft": ("length", 0.3048), "inch": ("length", 0.0254), "inches": ("length", 0.0254),
    "g": ("weight", 0.001), "gram": ("weight", 0.001), "gramme": ("weight", 0.001), "kg": ("weight", 1),
    "kilo": ("weight", 1), "kilogram": ("weight", 1), "lb": ("weight", 0.4536), "pound weight": ("weight", 0.4536),
    "stone": ("weight", 6.35), "ton": ("weight", 1000), "tonne": ("weight", 1000), "oz": ("weight", 0.02835),
    "ounce": ("weight", 0.02835),
    "ml": ("volume", 0.001), "cl": ("volume", 0.01), "liter": ("volume", 1), "litre": ("volume", 1), "l": ("volume", 1),
    "pint": ("volume", 0.568), "gallon": ("volume", 4.546),
    "kb": ("data", 0.001), "mb": ("data", 1), "megabyte": ("data", 1), "gb": ("data", 1000), "gig": ("data", 1000),
    "gigabyte": ("data", 1000), "tb": ("data", 1e6), "terabyte": ("data", 1e6),
    "mbps": ("speed", 1), "megabit": ("speed", 1), "mbit": ("speed", 1), "meg": ("speed", 1), "gbps": ("speed", 1000),
    "gigabit": ("speed", 1000), "kbps": ("speed", 0.001),
    "%": ("share", 1), "percent": ("share", 1), "degree": ("degrees", 1), "celsius": ("degrees", 1),
    "watt": ("power", 1), "w": ("power", 1), "kw": ("power", 1000), "kilowatt": ("power", 1000),
    "mph": ("pace", 1.609), "kph": ("pace", 1), "volt": ("volt", 1), "v": ("volt", 1), "mah": ("charge", 1),
}  # fmt: skip
"""By the singular: dimension, and what it is in the base unit."""
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NAMES: Final = {
    **{day: day for day in WEEKDAYS},
    **{f"{day}s": day for day in WEEKDAYS},
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "weds": "wednesday",
    "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
}  # fmt: skip
