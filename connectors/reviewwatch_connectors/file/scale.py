"""What scale the ratings of a column stand on: as said, as the header says, else as all of its values say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reviewwatch.errors import LayoutChangedError
from reviewwatch.normalize import parse_rating, plain_number
from reviewwatch.types import Rating, RatingKind

_MAX_KEPT: Final = 10_000
_LONGEST_KEPT: Final = 40
_SHARE_OF_SLIPS: Final = 0.02
"""Values above a scale that may be slips of the pen before the scale itself is taken to be another one."""
_RANGE: Final = re.compile(r"\b([01])\s?(?:-|–|to|\.\.+)\s?(5|10|100)\b")
_OUT_OF: Final = re.compile(r"(?:/|out of)\s?(5|10|100)\b")


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends and kind of a column's ratings; None where they were not said.

    Attributes:
        is_said: By the person or the header; ratings that say otherwise of themselves are then refused.
        note: What was assumed, for the report.
    """

    best: float | None = None
    worst: float | None = None
    kind: RatingKind | None = None
    is_said: bool = False
    note: str = ""


NPS: Final = Scale(10.0, 0.0, RatingKind.SURVEY, is_said=True)


_BINARY: Final = Scale(1.0, 0.0, RatingKind.BINARY, is_said=True)
_OF_HEADER: Final[Mapping[str, Scale]] = {
    "recommended": _BINARY,
    "is recommended": _BINARY,
    "would recommend": _BINARY,
    # https://developers.booking.com/connectivity/docs/review-api/retrieve-reviews: 1 to 10
    "scoring review score": Scale(10.0, 1.0, RatingKind.TEN, is_said=True),
}


def scale_in_header(name: str, folded: str) -> Scale | None:
    """Return the scale that a header names, such as `Score (0-10)` or `Rating out of 5`, None if it names none."""
    if found := _RANGE.search(name.casefold()):
        return Scale(best=float(found[2]), worst=float(found[1]), is_said=True)
    if found := _OUT_OF.search(name.casefold()):
        return Scale(best=float(found[1]), is_said=True)
    return _OF_HEADER.get(folded)


def scale_of(counts: Mapping[str, int]) -> Scale:
    """Return the smallest usual scale that holds the values of a column: 1 to 5, 1 (or 0) to 10, 0 to 100.

    It looks at every value and never at their order, so that the rows of a file may stand in any order. One value in
    fifty may lie above: those rows are then reported, since one slip must not turn five stars into five percent.

    Args:
        counts: How often each rating is written.

    Raises:
        LayoutChangedError: No usual scale holds them.
    """
    numbers = [(value, n) for raw, n in counts.items() if (value := plain_number(raw)) is not None]
    total = sum(n for _, n in numbers)
    best = next((best for best in (5, 10, 100) if _n_above(numbers, best) <= total * _SHARE_OF_SLIPS), None)
    if best is None:
        highest = max(value for value, _ in numbers)
        raise LayoutChangedError(f"the ratings run up to {highest:g}: say the scale with --best and --worst")
    if best == 5:
        return Scale()
    worst = 1.0 if best == 10 and all(value for value, _ in numbers) else 0.0
    note = f"ratings were read as {worst:g} to {best}, which is the smallest usual scale that holds them"
    return Scale(float(best), worst, note=f"{note}; say another one with --best and --worst")


class RatingReader:
    """Reads the ratings of one column; each way of writing one is read once.

    Args:
        is_settled: A person said the scale, which then holds whatever a row says.
    """

    def __init__(self, scale: Scale, is_settled: bool = False) -> None:
        self._scale = scale
        self._is_settled = is_settled
        self._known: dict[str, Rating | None] = {}
        self.read_with_scale = lru_cache(maxsize=1024)(self._read_with_scale)

    def read(self, raw: str) -> Rating | None:
        """Return the rating of a cell.

        Raises:
            ValueError: It is none, or lies outside the scale.
        """
        try:
            return self._known[raw]
        except KeyError:
            rating = self._parse(raw)
        if len(self._known) < _MAX_KEPT and len(raw) < _LONGEST_KEPT:
            self._known[raw] = rating
        return rating

    def _read_with_scale(self, raw: str, as_written: str, best: str, worst: str, kind: str) -> Rating | None:
        """Return the rating of a row that says its own scale, as this program's exports do.

        Raises:
            ValueError: It is none, or lies outside the scale.
        """
        highest = None if self._is_settled else plain_number(best)
        if highest is None:
            rating = self.read(raw)
        else:
            asked = RatingKind(kind) if kind in tuple(RatingKind) else None
            rating = parse_rating(raw, highest, plain_number(worst), asked)
        return replace(rating, raw=as_written) if rating and as_written else rating

    def _parse(self, raw: str) -> Rating | None:
        scale = self._scale
        if scale.is_said or plain_number(raw) is not None:
            return parse_rating(raw, scale.best, scale.worst, scale.kind)
        return parse_rating(raw)


def _n_above(numbers: list[tuple[float, int]], best: float) -> int:
    return sum(n for value, n in numbers if value > best)
