"""The sentences of a reply that answer something: what the facts say, what help there is, where to turn. Pure."""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.frames import load
from reviewwatch.reply.frames.grammar import has
from reviewwatch.reply.plan.material import Material
from reviewwatch.reply.plan.steps import Step, stating
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.understood import Verdict
from reviewwatch.types import Contact, Remedy, Review

_PROGRAM: Final = frozenset({
    "crashes", "reliability", "speed", "sync", "data_loss", "login", "account_access", "update", "notifications",
    "export", "battery", "servers", "api", "integration", "uptime",
})  # fmt: skip
"""Themes of a program for which version and steps help."""
_VERSION: Final = re.compile(r"\bv?\d+\.\d+")


def verdict_steps(given: Material) -> tuple[Step, ...]:
    """Concede, correct or explain: what the facts of the day say of the reviewer's claims and conditions."""
    steps = []
    if given.supported is not None and given.supported.fact is not None and _is_at_issue(given.supported, given):
        steps.append(stating("concede", "concede", given.supported))
    if given.contradicted is not None:
        steps.append(stating("correct", "correct", given.contradicted))
    if given.outdated is not None and given.outdated.fact is not None and given.newer is not None:
        steps.append(
            Step(
                move="explain",
                rule="explain",
                licence=(*stating("explain", "explain", given.outdated).licence, f"fact:{given.newer.fact_id}"),
                spare=1,
                fact=given.outdated.fact,
                newer=given.newer,
            )
        )
    if given.met is not None and not steps:
        place, fact = given.met
        licence = (place.licence, f"fact:{fact.fact_id}")
        steps.append(Step(move="explain", rule="correct", licence=licence, spare=1, fact=fact))
    return tuple(steps)


def _is_at_issue(verdict: Verdict, given: Material) -> bool:
    """Say whether what a reviewer is right about is what they complain of: to agree with the rest is idle."""
    return not given.issues or any(verdict.claim.place.overlaps(one.place) for one in given.issues)


def remedy_step(remedy: Remedy | None) -> Step | None:
    """Offer help as somebody wrote it."""
    if remedy is None:
        return None
    return Step(move="remedy", rule="remedy", licence=(f"remedy:{remedy.remedy_id}",), spare=3, remedy=remedy)


def contact_step(contact: Contact | None, purpose: str, lang: str) -> Step | None:
    """Say where to turn.

    Args:
        purpose: "asked" for an answer, "heard" to talk, empty for what is to be looked into.
    """
    if contact is None:
        return None
    way = "email" if contact.email else "phone" if contact.phone else "url"
    special = f"contact.{purpose}.{way}"
    rule = special if has(load(lang), special) else f"contact.{way}"
    return Step(move="contact", rule=rule, licence=(f"contact:{contact.contact_id}",), spare=2, contact=contact)


def version_step(review: Review, given: Material, platform: Platform) -> Step | None:
    """Ask for version and steps where the reviewer can answer, a program is at fault, and no version was given."""
    is_told = bool(_VERSION.search(review.text) or review.version)
    is_program = any(one.theme in _PROGRAM for one in given.issues)
    is_asked = platform.is_conversation and is_program and not is_told
    return Step(move="ask", rule="ask.steps", spare=3) if is_asked else None
