"""Site values into house values: text, languages, times and ratings as places write them. Pure.

What cannot be read raises ValueError with a clause that a person can act on; nothing is guessed that a person would
have to guess, such as whether `9/10/2026` is in September.
"""

from __future__ import annotations

from reviewwatch.normalize.found_rating import find_rating, rating_pattern
from reviewwatch.normalize.markup import plain_of_bbcode, plain_of_html
from reviewwatch.normalize.ratings import parse_rating, plain_number
from reviewwatch.normalize.texts import REPLACED, clean, cleaned, parse_language, shown, text_of
from reviewwatch.normalize.times import (
    AmbiguousDateError,
    DateOrder,
    from_millis,
    parse_time,
    proven_order,
    time_or_note,
)

__all__ = [
    "REPLACED",
    "AmbiguousDateError",
    "DateOrder",
    "clean",
    "cleaned",
    "find_rating",
    "from_millis",
    "parse_language",
    "parse_rating",
    "parse_time",
    "plain_number",
    "plain_of_bbcode",
    "plain_of_html",
    "proven_order",
    "rating_pattern",
    "shown",
    "text_of",
    "time_or_note",
]
