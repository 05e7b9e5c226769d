"""What a review says, as far as a reply needs it: complaints, claims, questions, and what forbids a normal answer.

Every part names its place in the review, never its words, except names and nouns from our own list: what a reviewer
writes never enters a reply by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewwatch.types import Fact, TextField


class HoldReason(StrEnum):
    """Why a trained person answers, or nobody does."""

    NO_TEXT = "no_text"
    SPAM = "spam"
    OFF_TOPIC = "off_topic"
    EXTORTION = "extortion"
    LITIGATION = "litigation"
    PRESS = "press"
    SAFETY = "safety"
    MINORS = "minors"
    DISCRIMINATION = "discrimination"
    SELF_HARM = "self_harm"
    HEALTH_DATA = "health_data"
    CLIENT_DATA = "client_data"
    BREACH = "breach"
    ABUSE = "abuse"
    INSIDER = "insider"
    LANGUAGE = "language"


class VerdictKind(StrEnum):
    """What the facts of the day say of a claim. Only a contradicted one is corrected."""

    CONTRADICTED = "contradicted"
    SUPPORTED = "supported"
    UNKNOWN = "unknown"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: code points of a field as received."""

    field: TextField
    start: int
    end: int

    @property
    def licence(self) -> str:
        """The place as a sentence's licence names it."""
        return f"review:{self.field}:{self.start}-{self.end}"

    def overlaps(self, other: Place) -> bool:
        """Say whether two places share a code point."""
        return self.field == other.field and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that the reviewer is unhappy with, or happy with where the polarity is positive.

    Attributes:
        theme: As `assess` names it, empty where none is known.
        aspect: What of it, a key of the names in the frames ("room.heating"); empty for the theme as a whole.
        noun: What the review calls it, if our list of nouns holds the word: "tap", "invoice"; empty otherwise.
        state: What is wrong with the noun, of our own list of states ("gradable:cold"), where one clause links them.
        is_own: The review calls the noun "my" or "our".
        polarity: -1 to 1.
        severity: 1 a nuisance, 2 a real failure, 3 spoiled it, or cost money or data.
    """

    theme: str
    place: Place
    polarity: float
    severity: int
    aspect: str = ""
    noun: str = ""
    state: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a reviewer states about the business that a fact could prove or disprove.

    Attributes:
        entity, attribute: Those of a fact where one is about it.
        value: In the fact's format: "21:00", "£10 per night", "yes".
        is_denied: The reviewer says that the value is not so: shut at 21:00.
        day: When what it tells of happened, where the words say so; None for the day of the review.
        is_firm: Stated as how things are; hearsay, a guess, a wish, a question or one event is not, and proves nothing.
        is_past: It tells of how things once were ("used to be free").
    """

    entity: str
    attribute: str
    value: str
    is_denied: bool
    place: Place
    day: date | None = None
    is_firm: bool = True
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim beside the facts valid on its day.

    Attributes:
        fact: That decides it; None for unknown.
    """

    claim: Claim
    kind: VerdictKind
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason not to answer as usual.

    Attributes:
        place: Where it shows, None where it is no place (an empty text).
    """

    reason: HoldReason
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A review as the drafter reads it.

    Attributes:
        lang: ISO 639-1, None where nobody can tell.
        issues: What it complains of, the main one first.
        goods: What it praises.
        verdicts: Its claims beside the facts.
        requests, promises, conditions: Where it asks, tells of a promise, says what would make it recommend.
        wished: The things that its conditions name: the wifi of "I'd come back if the wifi worked".
        names: Staff as the review names them.
        holds: Each reason to hold it, the gravest first.
    """

    lang: str | None
    issues: tuple[Issue, ...] = ()
    goods: tuple[Issue, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    requests: tuple[Place, ...] = ()
    promises: tuple[Place, ...] = ()
    conditions: tuple[Place, ...] = ()
    wished: tuple[Issue, ...] = ()
    names: tuple[str, ...] = ()
    holds: tuple[Hold, ...] = ()
