"""Who should be looked at, why, and how soon."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import log2
from typing import Final

from reviewwatch.config import TriageConfig
from reviewwatch.text import fold
from reviewwatch.text.reading import MAX_CHARS, Reading
from reviewwatch.triage.words import DIGITS, named, rings
from reviewwatch.types import Assessment, Flag, Precision, Review, Severity

# Priority is a sum of these, at most 1000: severity leads, and what many people read may pass one step of it.
# Set by hand; nothing but the order of the queue depends on them.
_BASE: Final = {Severity.CRITICAL: 700, Severity.HIGH: 450, Severity.MEDIUM: 250, Severity.LOW: 100}
_FOR_P: Final = 100
_FOR_VOTES: Final = 150
_FOR_WAITING: Final = 50
_MANY_VOTES: Final = 255
"""Votes from which more make no difference: eight doublings."""
_FEW_VOTES: Final = 3
"""Votes from which they are worth a clause."""

_BAD_RATING: Final = 0.25
"""Share of the scale up to which a rating is plainly bad: 1 and 2 of 5."""
_HAPPY_RATING: Final = 0.75
_SURE: Final = 0.7
"""`p_detractor` from which an unrated review counts as plainly bad."""
_ANGRY: Final = -0.5
"""Tone of the text, -1 to 1, from which it counts as angry."""

_LUKEWARM: Final = "no rating, and nothing in the text is clearly happy"
"""Said where nothing weightier is: the tone as a whole made the verdict, no single sentence."""


def flag(
    review: Review, assessment: Assessment, rules: TriageConfig, now: datetime, reading: Reading | None = None
) -> Flag | None:
    """Say whether a person should look, and why, the weightiest clause first.

    Flagged are: a likely detractor; stars and text that disagree; a happy reviewer who may be lost; danger, threats,
    discrimination or law without a plainly happy rating; a text that neither stars nor words can judge. Praise alone
    is not: it is marked and can be found.

    An answer is owed from when the reviewer wrote (now, where nobody says), also where that is past, so that it is
    known how late it is. No reason says how long they wait, since reasons are stored and the wait goes on.

    Args:
        now: What the wait is counted to.
        reading: What `assess.read` made of the review, where the caller has that already.

    Returns:
        None where nobody needs to look.
    """
    is_likely = assessment.p_detractor is not None and assessment.p_detractor >= rules.threshold
    is_heard = is_likely or assessment.is_conflict or not _is_happy(review)
    critical, costly = _alarms(review, reading) if is_heard else ([], [])
    if not (
        is_likely or critical or assessment.is_conflict or assessment.is_at_risk or _is_unjudged(review, assessment)
    ):
        return None
    severity = Severity.CRITICAL if critical else _severity(review, assessment, is_likely, bool(costly))
    due, since = _due(severity, rules), _waits_since(review, now)
    clauses = [*critical, *costly, *(reason.why for reason in assessment.reasons), *_reach(review)]
    return Flag(
        severity=severity,
        priority=_priority(review, assessment, severity, waited=(now - since) / due if due else 1.0),
        due_at=since + due,
        reasons=tuple(dict.fromkeys(clauses or [_LUKEWARM])),
    )


def _is_happy(review: Review) -> bool:
    return review.rating is not None and review.rating.share >= _HAPPY_RATING


def _is_unjudged(review: Review, assessment: Assessment) -> bool:
    has_text = bool(review.text or review.title or review.positive or review.negative)
    return assessment.p_detractor is None and has_text


def _alarms(review: Review, reading: Reading | None) -> tuple[list[str], list[str]]:
    """Return the clauses of the critical and of the costly alarms that the texts set off."""
    if reading is None:
        parts = (review.title, review.text, review.positive, review.negative)
        text = fold("\n".join(part[:MAX_CHARS] for part in parts if part)).text.lower()
        return named(text, frozenset("".join(map(rings, text.split()))))
    marks = frozenset[str]().union(*[passage.marks for passage in reading.passages])
    if marks.isdisjoint(DIGITS):
        return [], []
    return named("\n".join([passage.folded.text for passage in reading.passages]).lower(), marks)


def _severity(review: Review, assessment: Assessment, is_likely: bool, is_costly: bool) -> Severity:
    """Return how bad it is for the reviewer, danger and law apart."""
    if not is_likely:
        return Severity.LOW
    share = review.rating.share if review.rating else None
    is_bad = share <= _BAD_RATING if share is not None else (assessment.p_detractor or 0.0) >= _SURE
    is_angry = share in (None, 0.0) and assessment.sentiment is not None and assessment.sentiment <= _ANGRY
    if is_bad and (is_costly or is_angry):
        return Severity.HIGH
    return Severity.MEDIUM if is_bad else Severity.LOW


def _priority(review: Review, assessment: Assessment, severity: Severity, waited: float) -> int:
    """Return 0 to 1000.

    Args:
        waited: Share of the time until an answer is owed that has passed.
    """
    n_votes = min(max(review.n_votes or 0, 0), _MANY_VOTES)
    votes = log2(1 + n_votes) / log2(1 + _MANY_VOTES) if n_votes else 0.0
    parts = (
        _BASE[severity],
        _FOR_P * (assessment.p_detractor or 0.0),
        _FOR_VOTES * votes,
        _FOR_WAITING * min(max(waited, 0.0), 1.0),
    )
    return round(sum(parts))


def _due(severity: Severity, rules: TriageConfig) -> timedelta:
    match severity:
        case Severity.CRITICAL:
            return rules.due_critical
        case Severity.HIGH:
            return rules.due_high
        case Severity.MEDIUM:
            return rules.due_medium
        case Severity.LOW:
            return rules.due_low


def _waits_since(review: Review, now: datetime) -> datetime:
    """Return when the reviewer wrote; now where nobody says, only the month is known, or it lies ahead."""
    if review.created_precision is Precision.MONTH:
        return now
    return min(review.updated_at or review.created_at or now, now)


def _reach(review: Review) -> list[str]:
    n_votes = review.n_votes or 0
    return [f"{n_votes} people voted for it"] if n_votes >= _FEW_VOTES else []
