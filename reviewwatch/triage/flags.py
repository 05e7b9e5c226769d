"""Who should be looked at, why, and how soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reviewwatch.config import TriageConfig
from reviewwatch.text import fold
from reviewwatch.text.reading import MAX_CHARS, Reading
from reviewwatch.triage.priority import NOWHERE, Part, Setting, due_in, parts_of, total
from reviewwatch.triage.words import DIGITS, Alarm, named, rings
from reviewwatch.types import Assessment, Flag, Precision, Reason, Review, Sensitivity, Severity, Theme, Unhappy

_FEW_VOTES: Final = 3
"""Votes from which they are worth a clause."""

_BAD_RATING: Final = 0.25
"""Share of the scale up to which a rating is plainly bad: 1 and 2 of 5."""
_HAPPY_RATING: Final = 0.75
_SURE: Final = 0.7
"""`p_detractor` from which an unrated review counts as plainly bad."""
_ANGRY: Final = -0.5
"""Tone of the text, -1 to 1, from which it counts as angry."""

MATTERS: Final[Mapping[Sensitivity, str]] = {
    Sensitivity.SELF_HARM: "self-harm",
    Sensitivity.MINORS: "minors",
    Sensitivity.SAFETY: "safety",
    Sensitivity.DISCRIMINATION: "discrimination",
    Sensitivity.EXTORTION: "extortion",
    Sensitivity.LEGAL: "legal",
}
"""What a trained person takes before anybody else, in the words of a reason."""

_CLAUSES: Final = frozenset(Unhappy)
_UNHAPPY_WITH: Final = -0.15
"""Polarity of a theme, -1 to 1, from which its author is unhappy with it."""
_MOST_THEMES: Final = 3
_LUKEWARM: Final = "no rating, and nothing in the text is clearly happy"
"""Said where nothing weightier is: the tone as a whole made the verdict, no single sentence."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A review that somebody should look at.

    Attributes:
        rules: Every rule that flags it by itself, a clause each.
        clauses: The weightiest first.
        parts: What its priority is made of, waiting apart.
        hold: Why a trained person takes it first, None where anybody may.
    """

    severity: Severity
    rules: tuple[str, ...]
    clauses: tuple[str, ...]
    parts: tuple[Part, ...]
    hold: str | None


def flag(
    review: Review,
    assessment: Assessment,
    rules: TriageConfig,
    now: datetime,
    reading: Reading | None = None,
    setting: Setting = NOWHERE,
) -> Flag | None:
    """Say whether a person should look, and why, the weightiest clause first.

    Flagged are: a matter for a trained person, whatever the stars; a likely detractor; stars and text that disagree; a
    happy reviewer who may be lost; danger, threats, discrimination, law or a leak without a plainly happy rating; a
    text that neither stars nor words can judge. Praise alone is not: it is marked and can be found.

    An answer is owed from when the reviewer wrote (now, where nobody says), also where that is past, so that it is
    known how late it is. No reason says how long they wait, since reasons are stored and the wait goes on; nor does the
    priority count it, which rises with the case.

    Args:
        now: When it is judged.
        reading: What `assess.read` made of the review, where the caller has that already.

    Returns:
        None where nobody needs to look.
    """
    weighed = weigh(review, assessment, rules, reading, setting)
    if weighed is None:
        return None
    promised, since = due_in(weighed.severity, rules), _waits_since(review, now)
    return Flag(
        severity=weighed.severity,
        priority=total(weighed.parts),
        due_at=since + promised,
        reasons=weighed.clauses,
        rises_at=since + promised / 2,
        hold=weighed.hold,
    )


def weigh(
    review: Review,
    assessment: Assessment,
    rules: TriageConfig,
    reading: Reading | None = None,
    setting: Setting = NOWHERE,
) -> Weighed | None:
    """Return what `flag` goes by; None where nobody needs to look."""
    is_likely = assessment.p_detractor is not None and assessment.p_detractor >= rules.threshold
    is_heard = is_likely or assessment.is_conflict or not _is_happy(review)
    critical, costly = _alarms(review, reading) if is_heard else ([], [])
    fired = tuple(_fired(review, assessment, rules.threshold, critical))
    if not fired:
        return None
    matter = MATTERS.get(assessment.sensitivity)
    is_critical = bool(critical) or matter is not None
    severity = Severity.CRITICAL if is_critical else _severity(review, assessment, is_likely, bool(costly))
    said = [*(alarm.why for alarm in (*critical, *costly)), *_told(assessment)]
    clauses = tuple(dict.fromkeys([*said, *_reach(review)] or [_LUKEWARM]))
    hold = matter or next((alarm.hold for alarm in critical if alarm.hold), None)
    parts = parts_of(review, assessment, setting, severity, hold or clauses[0], is_likely)
    return Weighed(severity, fired, clauses, tuple(parts), hold)


def _fired(review: Review, assessment: Assessment, threshold: float, critical: list[Alarm]) -> Iterator[str]:
    """Yield the rules that flag a review, each of which would do so alone."""
    if assessment.sensitivity in MATTERS:
        yield f"a matter for a trained person: {MATTERS[assessment.sensitivity]}"
    yield from (alarm.why for alarm in critical)
    p = assessment.p_detractor
    if p is not None and p >= threshold:
        yield f"{p:.2f} likely a detractor, flagged from {threshold:g} on"
    if assessment.is_conflict:
        yield "stars and text disagree"
    if assessment.is_at_risk:
        yield "a happy reviewer who may be lost"
    if _is_unjudged(review, assessment):
        yield "neither stars nor words could be judged"


def _is_happy(review: Review) -> bool:
    return review.rating is not None and review.rating.share >= _HAPPY_RATING


def _is_unjudged(review: Review, assessment: Assessment) -> bool:
    has_text = bool(review.text or review.title or review.positive or review.negative)
    return assessment.p_detractor is None and has_text


def _alarms(review: Review, reading: Reading | None) -> tuple[list[Alarm], list[Alarm]]:
    """Return the critical and the costly alarms that the texts set off."""
    if reading is None:
        parts = (review.title, review.text, review.positive, review.negative)
        text = fold("\n".join(part[:MAX_CHARS] for part in parts if part)).text.lower()
        return named(text, frozenset("".join(map(rings, text.split()))))
    if reading.marks.isdisjoint(DIGITS):
        return [], []
    return named("\n".join([passage.folded.text for passage in reading.passages]).lower(), reading.marks)


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


def _waits_since(review: Review, now: datetime) -> datetime:
    """Return when the reviewer wrote; now where nobody says, only the month is known, or it lies ahead."""
    if review.created_precision is Precision.MONTH:
        return now
    return min(review.updated_at or review.created_at or now, now)


def _told(assessment: Assessment) -> Iterator[str]:
    """Yield why it was judged so; what is unhappy by its themes, since a list of reviews shows no clause beside it."""
    about = _unhappy_about(assessment)
    for reason in assessment.reasons:
        yield about if about and reason.why in _CLAUSES else reason.why


def _unhappy_about(assessment: Assessment) -> str:
    """Return the themes that a review is unhappy with, those of the clause that weighs most first; "" without any."""
    worst = next((reason for reason in assessment.reasons if reason.why in _CLAUSES), None)
    unhappy = [theme for theme in assessment.themes if theme.polarity <= _UNHAPPY_WITH]
    if worst is not None:
        unhappy.sort(key=lambda theme: not _overlap(theme, worst))
    names = list(dict.fromkeys(theme.theme.replace("_", " ") for theme in unhappy))[:_MOST_THEMES]
    return f"unhappy about {', '.join(names)}" if names else ""


def _overlap(theme: Theme, reason: Reason) -> bool:
    return theme.field == reason.field and theme.start < reason.end and reason.start < theme.end


def _reach(review: Review) -> list[str]:
    n_votes = review.n_votes or 0
    return [f"{n_votes} people voted for it"] if n_votes >= _FEW_VOTES else []
