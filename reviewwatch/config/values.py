"""How the value of a fact is written, by kind. What does not fit its kind could not be compared with a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reviewwatch.types.business import FactKind

_CLOCK: Final = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
_NUMBER: Final = r"[0-9]+(?:[.,][0-9]+)*"
_CURRENCY: Final = r"[$€£¥₹]|[A-Z]{3}\b"

_SHAPES: Final[Mapping[FactKind, tuple[str, str]]] = {
    FactKind.HOURS: (rf"{_CLOCK}-{_CLOCK}", "hours such as 07:00-23:00"),
    FactKind.TIME: (_CLOCK, "a time of day such as 15:00"),
    FactKind.YES_NO: ("yes|no", "yes or no"),
    FactKind.MONEY: (
        rf"(?i:free)(?: \D*)?|(?:{_CURRENCY}) ?{_NUMBER}(?: \D*)?|{_NUMBER} ?(?:{_CURRENCY})(?: \D*)?",
        "an amount with its currency such as £12 per person, or free",
    ),
    FactKind.RANGE: (
        rf"{_NUMBER} ?(?:-|–|to) ?{_NUMBER}(?: ?[^\d\s]\D*)?",
        "two numbers and a unit such as 2-4 working days",
    ),
    FactKind.NUMBER: (
        rf"{_NUMBER}(?: ?[^\d\s:.,-]\D*)?",
        "a number and a unit such as 14 days",
    ),
    FactKind.TEXT: (r".*\S.*", "text"),
}
"""Shape and its name in words by kind, the narrow ones first: a value without a kind has the first that fits."""


def fits(kind: FactKind, value: str) -> bool:
    """Say whether a value is written as its kind asks."""
    return re.fullmatch(_SHAPES[kind][0], value) is not None


def shape_of(kind: FactKind) -> str:
    """Return what a value of the kind looks like, as a clause with an example."""
    return _SHAPES[kind][1]


def kind_of(value: str) -> FactKind:
    """Return the kind of a value that was written without one."""
    return next((kind for kind in _SHAPES if fits(kind, value)), FactKind.TEXT)
