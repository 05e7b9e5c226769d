"""Ratings of a page, many of which do not say of how many they are."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reviewwatch.normalize import clean, parse_rating, plain_number
from reviewwatch.types import Rating
from reviewwatch_connectors.web_page.marks import Marks

_SCALES: Final = (5.0, 10.0, 100.0)


def scale_of(marks: Marks) -> float | None:
    """Return the best rating of a page that leaves it out: its summary's, else the shortest usual one that holds all.

    A 4 among eights and nines is none of five.
    """
    stated = plain_number(marks.best)
    if stated is not None and stated > 1:
        return stated
    values = [value for one in marks.reviews if not one.best and (value := plain_number(one.rating)) is not None]
    return _shortest(max(values, default=0.0))


def _shortest(value: float) -> float | None:
    return next((scale for scale in _SCALES if value <= scale), None)


@lru_cache(maxsize=1024)
def rating_of(
    raw: str, stated_best: str, stated_worst: str, scale: float | None
) -> tuple[Rating | None, tuple[str, ...]]:
    """Return a rating on the scale that is stated, else on the page's."""
    if not raw:
        return None, ()
    best, worst, value = plain_number(stated_best), plain_number(stated_worst), plain_number(raw)
    if best is not None and best <= (1 if worst is None else worst):
        best = worst = None
    notes: tuple[str, ...] = ()
    if best is None and value is not None:
        best = scale if scale is not None and value <= scale else _shortest(value)
        if best not in (None, _SCALES[0]):
            notes = (f"the page does not say of how many this rating is; it was read as of {best:g}",)
    if worst is not None and worst >= (_SCALES[0] if best is None else best):
        worst = None
    try:
        return parse_rating(raw, best, worst), notes
    except ValueError as error:
        return None, (f"its rating was left out: {clean(str(error))[0]}",)
