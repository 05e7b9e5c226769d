"""One JSON line with a review in, what we make of it out; no config, store or clock is needed.

What goes in and comes out is a promise to scripts (`reviewwatch score --help`); a line that breaks it is a value, not
an exception.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from reviewwatch import assess, triage
from reviewwatch.config import TriageConfig
from reviewwatch.flow.own import NO_MODELS, OwnModels
from reviewwatch.flow.rows import MAX_LINE, BadRowError, fields_of, id_of, rating_of, refuse_slips, text_of
from reviewwatch.normalize import cleaned, parse_language
from reviewwatch.types import Assessment, Problem, Review

__all__ = ["MAX_LINE", "Scored", "score_line"]

_KEYS: Final = "id text title rating best worst lang"
"""What a line may hold."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What was made of one line.

    Attributes:
        line_id: The line's own `id`, else its number.
        given: Its texts and rating as they were given: offsets of reasons and themes count in them.
    """

    line_id: str | int | float
    given: Review
    assessment: Assessment
    is_flagged: bool


def score_line(
    line: bytes,
    number: int,
    rules: TriageConfig,
    asked: assess.Topics | None = None,
    own: OwnModels = NO_MODELS,
) -> Scored | Problem:
    """Judge the review in one JSON line.

    Args:
        number: Of the line in its input, from 1 on.
        rules: Whose threshold decides what is flagged.
        asked: The themes to look for; without, those of every trade.
        own: The team's own models, and what its decisions on flags taught.
    """
    try:
        fields = fields_of(line)
        refuse_slips(fields, _KEYS)
        line_id, given = id_of(fields, number), _given(fields)
    except BadRowError as error:
        return Problem(f"line {number}", str(error))
    return _scored(line_id, given, rules, asked, own)


def _scored(
    line_id: str | int | float,
    given: Review,
    rules: TriageConfig,
    asked: assess.Topics | None,
    own: OwnModels,
) -> Scored:
    (title, text), _ = cleaned(given.title, given.text)
    review = replace(given, title=title, text=text)
    reading = assess.read(review)
    assessment = assess.assess(review, reading, asked=asked, own=own.models, calibration=own.calibration)
    weighed = triage.weigh(review, assessment, rules, reading)
    return Scored(line_id, given, assessment, is_flagged=weighed is not None)


def _given(fields: dict[str, Any]) -> Review:
    if "text" not in fields:
        raise BadRowError("has no `text`; a review without words says so with an empty one")
    lang = text_of(fields, "lang")
    return Review(
        listing_key="",
        external_id="",
        title=text_of(fields, "title"),
        text=text_of(fields, "text"),
        rating=rating_of(fields),
        lang=parse_language(lang),
    )
