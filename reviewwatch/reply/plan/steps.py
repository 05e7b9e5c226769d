"""What a reply is planned from: steps, each with what allows it to be said. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewwatch.reply.understood import Issue, Verdict
from reviewwatch.types import Contact, Fact, Remedy

COURTESY = ("courtesy",)


class PlanKind(StrEnum):
    """What makes a plan different in substance from the others of a review."""

    FULL = "full"
    TWO = "two"
    SHORT = "short"
    TALK = "talk"
    WARM = "warm"
    ASKING = "asking"
    BRIEF = "brief"
    THANKS = "thanks"
    PEOPLE = "people"
    PRIVATE = "private"
    LINE = "line"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One sentence to be.

    Attributes:
        move: As in `DraftSentence`.
        rule: The rule of the grammar that it starts from.
        licence: What allows it, as in `DraftSentence`.
        spare: 0 for what is never left out; where room is short, the step with the highest number goes first.
        issues: What it names as gone wrong, at most two.
        good: What it credits.
        fact, newer: What it states; `newer` replaced `fact`.
        text: A name to greet, a language, a thing of our own list; with the rule "text", words that stand as they are.
    """

    move: str
    rule: str
    licence: tuple[str, ...] = COURTESY
    spare: int = 0
    issues: tuple[Issue, ...] = ()
    good: Issue | None = None
    fact: Fact | None = None
    newer: Fact | None = None
    remedy: Remedy | None = None
    contact: Contact | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one draft says, move by move, before any words are chosen.

    Attributes:
        lang: Of the frames that it is written with, ISO 639-1.
    """

    kind: PlanKind
    lang: str
    steps: tuple[Step, ...]

    @property
    def substance(self) -> frozenset[tuple[str, tuple[str, ...]]]:
        """What sets a plan apart: its moves and what they rest on; greetings and the like count for nothing."""
        return frozenset(
            (step.rule, step.licence) for step in self.steps if step.move not in ("greet", "sign", "close")
        )


def about(move: str, rule: str, issues: tuple[Issue, ...] = (), good: Issue | None = None, spare: int = 0) -> Step:
    """Return a step that rests on places of the review."""
    places = tuple(one.place.licence for one in ((good,) if good else ()) + issues)
    return Step(move=move, rule=rule, licence=places, issues=issues, good=good, spare=spare)


def stating(move: str, rule: str, verdict: Verdict) -> Step:
    """Return a step that states a fact in answer to a claim."""
    licence = (verdict.claim.place.licence, fact_licence(verdict))
    return Step(move=move, rule=rule, licence=licence, spare=1, fact=verdict.fact)


def fact_licence(verdict: Verdict) -> str:
    """Return the licence that the fact of a verdict gives."""
    return f"fact:{verdict.fact.fact_id}" if verdict.fact else ""
