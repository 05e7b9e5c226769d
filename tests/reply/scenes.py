"""What a drafter works with, made by hand: a review, how it is understood, and who answers."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from reviewwatch.reply import platforms
from reviewwatch.reply.answer import Decision
from reviewwatch.reply.plan import Plan, plans
from reviewwatch.reply.understood import Claim, Issue, Place, Understood, Verdict, VerdictKind
from reviewwatch.types import (
    Answer,
    Assessment,
    Band,
    Business,
    Contact,
    Fact,
    FactKind,
    Remedy,
    Review,
    TextField,
)
from tests.make import review

MAIL: Final = Contact(contact_id="mail", email="help@harbor.example")
PHONE: Final = Contact(contact_id="line", phone="0800 000 000")
PAGE: Final = Contact(contact_id="page", url="https://harbor.example/help")
DESK: Final = Fact(
    fact_id="desk",
    entity="front desk",
    attribute="hours",
    value="07:00-23:00",
    kind=FactKind.HOURS,
    valid_from=date(2026, 3, 1),
)
OLD_DESK: Final = Fact(
    fact_id="desk.old",
    entity="front desk",
    attribute="hours",
    value="08:00-20:00",
    kind=FactKind.HOURS,
    valid_to=date(2026, 2, 28),
)
CLEANING: Final = Remedy(remedy_id="cleaning", say="we have passed this to the head of housekeeping", themes=("room",))
HARBOR: Final = Business(
    brand_id="harbor",
    name="Harbor Inn",
    sign_off="Your Harbor Inn team",
    contacts=(MAIL, PHONE, PAGE),
    remedies=(CLEANING,),
    facts=(OLD_DESK, DESK),
)


REPLY: Final = Decision(Answer.REPLY, "")
BRIEF: Final = Decision(Answer.REPLY, "", is_brief=True)

PASSIVE: Final[dict[str, Any]] = {"p": 0.3, "band": Band.PASSIVE}


def place(start: int = 0, end: int = 10) -> Place:
    """Return a place of the review's text."""
    return Place(TextField.TEXT, start, end)


def issue(theme: str = "room", severity: int = 2, start: int = 0, **fields: Any) -> Issue:
    """Return a complaint."""
    return Issue(theme, place(start, start + 10), -0.8, severity, **fields)


def good(theme: str = "breakfast") -> Issue:
    """Return praise."""
    return Issue(theme, place(50, 60), 0.8, 1)


def verdict(kind: VerdictKind, fact: Fact | None = DESK, start: int = 20) -> Verdict:
    """Return what the facts say of a claim about the desk."""
    return Verdict(Claim("front desk", "hours", "21:00", True, place(start, start + 10)), kind, fact)


def understood(**fields: Any) -> Understood:
    """Return a review as read, in English where nothing else is said."""
    return Understood(**{"lang": "en", **fields})


def judged(p: float | None = 0.9, band: Band = Band.DETRACTOR, **fields: Any) -> Assessment:
    """Return a judgment: a detractor's where nothing else is said."""
    return Assessment(p_detractor=p, band=band, scorer="hand 1", **fields)


def planned(
    read: Understood,
    judgment: Assessment | None = None,
    decided: Decision = REPLY,
    business: Business = HARBOR,
    platform: str = "google_business",
    lang: str = "en",
    one: Review | None = None,
) -> tuple[Plan, ...]:
    """Return the plans for a review that was read by hand."""
    return plans(one or review(), judgment or judged(), read, decided, business, platforms.load(platform), lang)


def moves(plan: Plan) -> list[str]:
    """Return the moves of a plan, greeting and sign-off left out."""
    return [step.move for step in plan.steps if step.move not in ("greet", "sign")]


def said(made: tuple[Plan, ...]) -> set[str]:
    """Return every move of some plans."""
    return {step.move for plan in made for step in plan.steps}
