"""Replies of those who may not even say who their clients are: a practice, a law firm, a bank. Pure.

Every sentence is true of anybody: none confirms or denies that the author is or was a patient, a client or an account
holder (45 CFR 164.502; ABA Formal Opinion 496; GDPR art. 5).
"""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.frames import load
from reviewwatch.reply.plan.material import Material, approved, material
from reviewwatch.reply.plan.steps import Plan, PlanKind, Step
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.understood import Understood
from reviewwatch.types import Business, Profile, Review

_QUIET: Final = frozenset({Profile.HEALTHCARE, Profile.LEGAL})
_ACCOUNT: Final = frozenset({
    "account_access", "verification", "billing", "card", "transfer", "refund", "fraud", "paperwork", "login",
    "privacy", "safety", "fees", "interest", "subscription",
})  # fmt: skip
"""Themes under which a bank would speak of somebody's account."""
_HOUSE: Final = frozenset({"parking", "accessibility"})
"""Themes that are about a building."""


def is_private(understood: Understood, business: Business) -> bool:
    """Say whether a reply must keep quiet about the author's relation to the business."""
    if business.profile in _QUIET:
        return True
    if business.profile is not Profile.FINANCE:
        return False
    return not understood.issues or any(one.theme in _ACCOUNT or not one.theme for one in understood.issues)


def plans(
    review: Review, understood: Understood, business: Business, platform: Platform, lang: str, *, is_brief: bool
) -> tuple[Plan, ...]:
    """Plan replies that could be said to anybody: what it is about, why there is no more, and where to turn."""
    if is_brief or not (understood.issues or understood.requests or understood.verdicts):
        return (Plan(PlanKind.BRIEF, lang, (Step(move="thank", rule="private.thanks"),)),)
    given = material(review, understood, business, platform, load(lang), "general.")
    named, stated, help_ = _named(given), _stated(given), _help(given)
    line = () if _is_house(given) else (Step(move="explain", rule=f"private.{business.profile}"),)
    own = (Plan(PlanKind.APPROVED, lang, approved(given.macro)),) if given.macro else ()
    return (
        *own,
        Plan(PlanKind.PRIVATE, lang, (*named, *stated, *(() if stated else line), *help_)),
        Plan(PlanKind.SHORT, lang, (*named, *line, *help_[-1:])),
        Plan(PlanKind.SHORT, lang, (Step(move="thank", rule="private.received"), *line)),
    )


def _is_house(given: Material) -> bool:
    """Say whether it is all about the building, of which anybody may speak: silence about people would be absurd."""
    return bool(given.issues) and all(one.theme in _HOUSE for one in given.issues)


def _named(given: Material) -> tuple[Step, ...]:
    if not given.issues:
        return (Step(move="thank", rule="private.received"),)
    issue = given.issues[0]
    return (Step(move="name", rule="private.name", licence=(issue.place.licence,), issues=(issue,)),)


def _stated(given: Material) -> tuple[Step, ...]:
    """State a fact about the house where a claim about it is wrong: it holds for anybody."""
    wrong = given.contradicted
    if wrong is None or wrong.fact is None:
        return ()
    licence = (wrong.claim.place.licence, f"fact:{wrong.fact.fact_id}")
    return (Step(move="correct", rule="correct", licence=licence, spare=1, fact=wrong.fact),)


def _help(given: Material) -> tuple[Step, ...]:
    steps = []
    if given.remedy is not None:
        licence = (f"remedy:{given.remedy.remedy_id}",)
        steps.append(Step(move="remedy", rule="private.remedy", licence=licence, spare=3, remedy=given.remedy))
    if given.contact is not None:
        licence = (f"contact:{given.contact.contact_id}",)
        way = "phone" if given.contact.phone else "write"
        steps.append(Step(move="contact", rule=f"private.{way}", licence=licence, spare=2, contact=given.contact))
    return tuple(steps)
