"""What a reply to a review should say, move by move, before any words are chosen. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from reviewwatch.reply.frames import lines, load
from reviewwatch.reply.names import greeting_name
from reviewwatch.reply.plan import private
from reviewwatch.reply.plan.material import contact_for, material
from reviewwatch.reply.plan.planner import Planner
from reviewwatch.reply.plan.steps import Plan, PlanKind, Step
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.reading.lines import lines_of
from reviewwatch.reply.reading.steering import is_steering
from reviewwatch.reply.understood import Understood
from reviewwatch.types import Answer, Assessment, Business, Review

if TYPE_CHECKING:
    from reviewwatch.reply.answer import Decision

__all__ = ["Plan", "PlanKind", "Step", "line_plan", "plans"]

_MAX_PLANS: Final = 3


def plans(
    review: Review,
    assessment: Assessment,
    understood: Understood,
    decision: Decision,
    business: Business,
    platform: Platform,
    lang: str,
) -> tuple[Plan, ...]:
    """Plan at most three replies that differ in substance, the one to prefer first.

    An apology stands only where something went wrong, and thanks come first where somebody is happy. Only a claim that
    a fact of its day contradicts is corrected, a supported one is conceded, an unknown one left alone. Praise is
    answered briefly: long replies to praise lower later ratings (Wang and Chaudhry, Journal of Marketing
    Research 2018).

    Args:
        lang: Of the frames to write with, one of `frames.LANGUAGES`.

    Returns:
        None at all where the decision is not to reply.
    """
    if decision.answer is not Answer.REPLY:
        return ()
    if private.is_private(understood, business):
        made = private.plans(review, understood, business, platform, lang, is_brief=decision.is_brief)
    else:
        given = material(review, understood, business, platform, load(lang))
        ask = Planner(review, assessment, understood, given, platform, lang)
        made = ask.brief() if decision.is_brief else ask.full()
    return _framed(made, review, business)[:_MAX_PLANS]


def line_plan(business: Business, platform: Platform, lang: str) -> Plan:
    """Plan the honest line for a language without a grammar: that the review was read, and that more cannot be said.

    Args:
        lang: One of `frames.lines()`.
    """
    steps = [Step(move="explain", rule="line", text=lines()[lang])]
    contact = contact_for(business.contacts, platform, lang)
    if contact is not None:
        licence = (f"contact:{contact.contact_id}",)
        steps.append(Step(move="contact", rule="line.contact", licence=licence, spare=2, contact=contact))
    sign_off = " ".join(business.sign_off.split())
    if sign_off:
        steps.append(Step(move="sign", rule="text", spare=4, text=sign_off))
    return Plan(PlanKind.LINE, lang, tuple(steps))


def _framed(made: Iterable[Plan], review: Review, business: Business) -> tuple[Plan, ...]:
    """Put greeting and sign-off around each plan, and leave out a plan that says what an earlier one says."""
    name = None if _is_steered(review) else greeting_name(review.author)
    greet = Step(move="greet", rule="greet.name" if name else "greet.nobody", spare=6, text=name or "")
    sign = Step(move="sign", rule="text", spare=4, text=" ".join(business.sign_off.split()))
    kept: dict[frozenset[tuple[str, tuple[str, ...]]], Plan] = {}
    for plan in made:
        steps = (greet, *plan.steps, *((sign,) if sign.text else ()))
        if plan.steps:
            kept.setdefault(plan.substance, Plan(plan.kind, plan.lang, steps))
    return tuple(kept.values())


def _is_steered(review: Review) -> bool:
    """Say whether a review tells whoever drafts what to write: then not even its author's name stands in a reply."""
    return any(is_steering(line) for line in lines_of(review))
