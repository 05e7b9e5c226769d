"""How soon a flagged review is looked at, as a sum of parts that each say what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log2
from typing import Final, NamedTuple

from reviewwatch.config import TriageConfig
from reviewwatch.types import RISE, Assessment, Case, Flag, Review, Severity

# At most 1000 together, what waiting adds included: severity leads, and what many people read may pass one step of it.
# Set by hand; nothing but the order of the queue depends on them.
_BASE: Final = {Severity.CRITICAL: 600, Severity.HIGH: 400, Severity.MEDIUM: 230, Severity.LOW: 90}
_FOR_P: Final = 80
_FOR_VOTES: Final = 140
_FOR_WEIGHT: Final = 40
_FOR_RISK: Final = 70
_FOR_REMEDY: Final = 40
_FOR_CONTACT: Final = 20
_MANY_VOTES: Final = 255
"""Votes from which more make no difference: eight doublings."""
_MOST_DOUBLINGS: Final = 2.0
"""Of a listing's weight: four times as much, or a quarter, is as far as it goes."""


class Part(NamedTuple):
    """What one thing adds to a priority, and a clause that names it."""

    points: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of the place that a review stands at, beside the review.

    Attributes:
        weight: How much the listing counts beside the others, 1 for as much.
        remedies: Themes that the brand has help for, named in public or not.
        helps_all: It has help for whatever it is about.
        has_contact: There is somebody to write to or call.
    """

    weight: float = 1.0
    remedies: frozenset[str] = frozenset()
    helps_all: bool = False
    has_contact: bool = False


NOWHERE: Final = Setting()
"""A review of which nothing else is known."""


def parts_of(
    review: Review, assessment: Assessment, setting: Setting, severity: Severity, why: str, is_likely: bool
) -> list[Part]:
    """Return what makes up a priority, waiting apart.

    Args:
        why: What made it so severe.
        is_likely: It is a likely detractor's; else somebody happy who may be lost counts more than doubt does.
    """
    parts = [Part(_BASE[severity], f"{severity}: {why}")]
    if assessment.is_at_risk and not is_likely:
        parts.append(Part(_FOR_RISK, "a happy reviewer who may be lost"))
    if assessment.p_detractor is not None:
        parts.append(Part(round(_FOR_P * assessment.p_detractor), f"{assessment.p_detractor:.2f} likely a detractor"))
    parts += [*_reach(review, setting), *_help(assessment, setting)]
    return [part for part in parts if part.points]


def total(parts: Sequence[Part]) -> int:
    """Return the sum, 0 to 1000 with what waiting may add."""
    return min(max(sum(part.points for part in parts), 0), 1000 - 2 * RISE)


def due_in(severity: Severity, rules: TriageConfig) -> timedelta:
    """Return within which time an answer is promised."""
    match severity:
        case Severity.CRITICAL:
            return rules.due_critical
        case Severity.HIGH:
            return rules.due_high
        case Severity.MEDIUM:
            return rules.due_medium
        case Severity.LOW:
            return rules.due_low


def waited(flag: Flag, case: Case, rules: TriageConfig, now: datetime) -> tuple[timedelta, timedelta] | None:
    """Return how long a review has waited and how long it may, None where no answer is owed."""
    if case.due_at is None:
        return None
    promised = due_in(flag.severity, rules)
    return max(now - (case.due_at - promised), timedelta()), promised


def _reach(review: Review, setting: Setting) -> list[Part]:
    n_votes = min(max(review.n_votes or 0, 0), _MANY_VOTES)
    points = round(_FOR_VOTES * log2(1 + n_votes) / log2(1 + _MANY_VOTES))
    votes = [Part(points, f"{review.n_votes} votes" if n_votes > 1 else "1 vote")] if n_votes else []
    doublings = log2(setting.weight) if setting.weight > 0 else -_MOST_DOUBLINGS
    weight = round(_FOR_WEIGHT * min(max(doublings, -_MOST_DOUBLINGS), _MOST_DOUBLINGS) / _MOST_DOUBLINGS)
    return [*votes, Part(weight, f"the listing counts {setting.weight:g} times")]


def _help(assessment: Assessment, setting: Setting) -> list[Part]:
    """Return what it adds that something can be done about it."""
    if not (setting.remedies or setting.helps_all or setting.has_contact):
        return []
    unhappy = dict.fromkeys(theme.theme for theme in assessment.themes if theme.polarity < 0)
    helped = [theme for theme in unhappy if setting.helps_all or theme in setting.remedies]
    if helped:
        return [Part(_FOR_REMEDY, f"there is help for {', '.join(helped[:3])}")]
    if unhappy and setting.has_contact:
        return [Part(_FOR_CONTACT, f"there is a contact for {', '.join(list(unhappy)[:3])}")]
    return []
