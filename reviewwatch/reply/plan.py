"""What a reply to a review should say, move by move, before any words are chosen. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewwatch.assess.tone import Sentence
from reviewwatch.reply.frames import Frames, Issue, IssueKind
from reviewwatch.reply.issues import find_issues
from reviewwatch.reply.platforms import Platform
from reviewwatch.types import Assessment, Band, Business, Contact, Review

_COMPLAINT: Final = 0.5
_LOW_RATING: Final = 0.25
_VERSION: Final = re.compile(r"\bv?\d+\.\d+")


class Stance(StrEnum):
    """Where the reviewer stands, which decides between sorry and thanks."""

    COMPLAINT = "complaint"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    PRAISE = "praise"


@dataclass(frozen=True, slots=True)
class Plan:
    """The moves of a reply.

    Attributes:
        opening: The move that says what matters.
        feeling: The move that may follow it, left out first where room is short.
        help: The move that leads on: a contact, a question, or a closing word; None for neither.
        issues: What the opening names.
        contact: What the help names.
    """

    opening: str
    feeling: str | None = None
    help: str | None = None
    issues: tuple[Issue, ...] = ()
    contact: Contact | None = None


def plan(
    review: Review,
    assessment: Assessment,
    said: Sequence[Sentence],
    frames: Frames,
    business: Business,
    platform: Platform,
) -> Plan | None:
    """Decide what a reply says.

    An apology stands only where something went wrong. Praise is answered briefly: long replies to praise lower later
    ratings (Wang and Chaudhry, Journal of Marketing Research 2018).

    Args:
        said: The sentences of the review, empty where its text could not be read.

    Returns:
        None where nothing is known of how the reviewer feels.
    """
    stance = _stance(review, assessment)
    if stance is None:
        return None
    if stance is Stance.PRAISE:
        return Plan(_thanks(review, assessment, frames))
    issues = find_issues(said, frames.issues, is_complaint=stance is Stance.COMPLAINT)
    contact = _contact(business, platform)
    if stance is Stance.MIXED:
        return Plan(_mixed(issues), help=_reach(contact) if issues else None, issues=issues, contact=contact)
    help_move = _ask(review, issues, platform, frames) or _reach(contact)
    if stance is Stance.NEUTRAL:
        return Plan("neutral", help=help_move, contact=contact) if "neutral" in frames.moves else None
    opening = _sorry(review, assessment, issues)
    return Plan(opening, "feel" if opening == "sorry_issue" else None, help_move or "close", issues, contact)


def _stance(review: Review, assessment: Assessment) -> Stance | None:
    p = assessment.p_detractor
    if p is None:
        return None
    if p >= _COMPLAINT:
        return Stance.COMPLAINT
    if assessment.is_conflict:
        # Low stars were a complaint above; under high stars the words count, for a slip of the finger is likelier.
        return Stance.COMPLAINT
    if assessment.band is Band.PROMOTER and not assessment.is_at_risk:
        return Stance.PRAISE
    return Stance.NEUTRAL if review.rating is None else Stance.MIXED


def _thanks(review: Review, assessment: Assessment, frames: Frames) -> str:
    if not (review.text or review.positive or review.title):
        return "thanks_stars"
    return "thanks_people" if assessment.is_praise and "thanks_people" in frames.moves else "thanks"


def _sorry(review: Review, assessment: Assessment, issues: Sequence[Issue]) -> str:
    if issues:
        return "hear_issue" if issues[0].kind is IssueKind.WISH else "sorry_issue"
    has_text = bool(review.text or review.negative or review.title)
    is_low_and_happy = assessment.is_conflict and review.rating is not None and review.rating.share <= _LOW_RATING
    return "sorry" if has_text and not is_low_and_happy else "sorry_stars"


def _mixed(issues: Sequence[Issue]) -> str:
    if not issues:
        return "mixed"
    return "mixed_hear" if issues[0].kind is IssueKind.WISH else "mixed_issue"


def _ask(review: Review, issues: Sequence[Issue], platform: Platform, frames: Frames) -> str | None:
    """Ask for version and steps where the reviewer can answer, a program is at fault, and no version was given."""
    is_told = bool(_VERSION.search(review.text) or review.version)
    is_askable = platform.is_conversation and "ask_steps" in frames.moves
    return "ask_steps" if is_askable and not is_told and any(issue.is_program for issue in issues) else None


def _contact(business: Business, platform: Platform) -> Contact | None:
    """Return the first configured contact that the place allows."""
    for contact in business.contacts:
        if platform.allows_links if contact.url else platform.allows_contacts:
            return contact
    return None


def _reach(contact: Contact | None) -> str | None:
    if contact is None:
        return None
    if contact.email:
        return "write"
    return "call" if contact.phone else "visit"
