"""What we make of a review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reviewwatch.types.change import Edited, Gone, New, OwnerReplied
    from reviewwatch.types.review import TextField
    from reviewwatch.types.state import CaseState


class Band(StrEnum):
    """Where a reviewer likely stands. A band from stars is called a band, never NPS."""

    DETRACTOR = "detractor"
    PASSIVE = "passive"
    PROMOTER = "promoter"
    UNSCORED = "unscored"


class Severity(StrEnum):
    """How bad it is for the reviewer, and so how soon a person looks."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class Sensitivity(StrEnum):
    """What makes a review one for a trained person, whatever its stars."""

    NONE = "none"
    SAFETY = "safety"
    LEGAL = "legal"
    MINORS = "minors"
    DISCRIMINATION = "discrimination"
    SELF_HARM = "self_harm"
    EXTORTION = "extortion"


class Unhappy(StrEnum):
    """What a reason calls a clause that is not happy."""

    WORST = "the unhappy clause that weighs most"
    FURTHER = "an unhappy clause"
    DISLIKED = "what the reviewer did not like"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was reached: a place in the review, and a clause for a person that holds no words of the review."""

    field: TextField
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One mention of what the review is about.

    Attributes:
        polarity: -1 (unhappy with it) to 1 (happy with it).
    """

    theme: str
    polarity: float
    field: TextField
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Our judgment of one revision of a review.

    Attributes:
        p_detractor: 0..1, or None where neither stars nor readable text say anything.
        band: The verdict.
        sentiment: -1..1 of the text, or None where the text could not be scored.
        is_conflict: Stars and text disagree.
        is_at_risk: A promoter who may be lost.
        is_praise: Names a person or a team with thanks.
        sensitivity: What needs a trained person; a reason says where it stands.
        lang: The language assumed, None if unknown.
        scorer: Name and version of what judged.
    """

    p_detractor: float | None
    band: Band
    sentiment: float | None = None
    is_conflict: bool = False
    is_at_risk: bool = False
    is_praise: bool = False
    sensitivity: Sensitivity = Sensitivity.NONE
    themes: tuple[Theme, ...] = ()
    reasons: tuple[Reason, ...] = ()
    lang: str | None = None
    scorer: str


HELD: Final = "for a trained person first"
"""How the reason of a case ends that the machine holds, until a person takes it up."""

RISE: Final = 20
"""What waiting adds to a priority when half of the time to answer has passed, and once more when all of it has."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A reason to look at a review.

    Attributes:
        priority: 0..1000, higher is sooner; what waits rises above it.
        due_at: When an answer is owed, None for history.
        reasons: Clauses for a person, the weightiest first.
        route: Department or person, None for the common queue.
        rises_at: When waiting first makes it more urgent, None where nothing is owed. Kept with the case.
        hold: Why a trained person takes it before anybody else, None where anybody may. Kept as the case's reason.
    """

    severity: Severity
    priority: int
    due_at: datetime | None
    reasons: tuple[str, ...]
    route: str | None = None
    rises_at: datetime | None = None
    hold: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A change with all that the machine pass made of it; what `save_page` writes.

    Attributes:
        assessment, flag: None where the change needs none (an owner reply, a removal).
        case_state, case_reason: Where the case stands after this change.
        search_text: What is indexed for search, None where the change leaves the texts as they are.
    """

    change: New | Edited | OwnerReplied | Gone
    assessment: Assessment | None
    flag: Flag | None
    case_state: CaseState
    case_reason: str
    search_text: str | None = None
