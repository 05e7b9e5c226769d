"""What a review and a business give a reply to work with: what can be named, corrected, offered. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from reviewwatch.reply.frames import Frames
from reviewwatch.reply.frames.facts import clause
from reviewwatch.reply.frames.nouns import THAT, THING
from reviewwatch.reply.naming import names_of
from reviewwatch.reply.plan.conditions import met_by
from reviewwatch.reply.plan.steps import Step
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.understood import Issue, Place, Understood, Verdict, VerdictKind
from reviewwatch.text import sentences
from reviewwatch.types import Business, Contact, Fact, Macro, Remedy, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the sentences of a reply can rest on.

    Attributes:
        issues: That the language has a name for, the main one first, one of each name.
        good: The praise that can be credited, None for none.
        contradicted, supported, outdated: The first claim of the kind whose fact is public and can be said.
        newer: The fact that replaced the outdated one.
        met: A condition of the reviewer's that is met already, with the fact that says so.
        remedy: The first help for the main issue, `other_remedy` for the second one.
        contact: The first that fits.
        macro: The first approved text for the main issue in the language.
    """

    issues: tuple[Issue, ...]
    good: Issue | None
    contradicted: Verdict | None
    supported: Verdict | None
    outdated: Verdict | None
    newer: Fact | None
    met: tuple[Place, Fact] | None
    remedy: Remedy | None
    other_remedy: Remedy | None
    contact: Contact | None
    macro: Macro | None


def material(
    review: Review, understood: Understood, business: Business, platform: Platform, frames: Frames, names: str = ""
) -> Material:
    """Collect what a reply can rest on.

    Args:
        names: What the keys of names begin with: "general." for names that say nothing of a person.
    """
    issues = _named(understood.issues, frames, names)
    outdated, newer = _outdated(understood.verdicts, business, frames)
    return Material(
        issues=issues,
        good=_good(understood, frames),
        contradicted=_verdict(understood.verdicts, VerdictKind.CONTRADICTED, frames),
        supported=_verdict(understood.verdicts, VerdictKind.SUPPORTED, frames),
        outdated=outdated,
        newer=newer,
        met=_met(review, understood, business, frames),
        remedy=_remedy(business.remedies, (issues or understood.issues)[:1], frames.lang),
        other_remedy=_remedy(business.remedies, issues[1:2], frames.lang),
        contact=contact_for(business.contacts, platform, frames.lang),
        macro=_macro(business.macros, issues or understood.issues, frames.lang),
    )


_DAY: Final = timedelta(days=1)


def _met(review: Review, understood: Understood, business: Business, frames: Frames) -> tuple[Place, Fact] | None:
    return met_by(review, understood.conditions, [fact for fact in business.facts if clause(fact, frames, 0)])


def _good(understood: Understood, frames: Frames) -> Issue | None:
    """Return the first praise that can be credited: never of what is complained of as well, by theme or by words.

    What somebody would like, or would come back for, is no praise.
    """
    wished = (*understood.requests, *understood.conditions)
    themes = {key for one in understood.issues for key in (one.theme, one.aspect.partition(".")[0]) if key}
    for good in understood.goods:
        is_apart = good.theme not in themes and not any(
            good.place.overlaps(place) for place in (*wished, *(one.place for one in understood.issues))
        )
        if is_apart and f"good.{good.theme}" in frames.names:
            return good
    return None


def _named(issues: Iterable[Issue], frames: Frames, names: str) -> tuple[Issue, ...]:
    by_name: dict[str, Issue] = {}
    for issue in issues:
        called = names_of(issue, frames, names)
        if called:
            by_name.setdefault(called[0].text, issue)
    return tuple(by_name.values())


def can_be_joined(first: Issue, second: Issue, frames: Frames) -> bool:
    """Say whether two issues have names that fit into one sentence.

    The first must have one without "that"; the second one that tells what was wrong and fits behind "and": no bare
    "your boat" where its state is known.
    """
    barred = (THAT, THING) if second.state else (THAT,)
    return any(one.kind != THAT for one in names_of(first, frames)) and any(
        one.kind not in barred for one in names_of(second, frames)
    )


def _verdict(verdicts: Iterable[Verdict], kind: VerdictKind, frames: Frames) -> Verdict | None:
    for one in verdicts:
        if one.kind is kind and one.fact is not None and one.fact.is_public and clause(one.fact, frames, 0):
            return one
    return None


def _outdated(
    verdicts: Iterable[Verdict], business: Business, frames: Frames
) -> tuple[Verdict, Fact] | tuple[None, None]:
    """Return the first claim that was once right, with what is so today; without both nothing can be explained."""
    for one in verdicts:
        if one.kind is VerdictKind.OUTDATED and one.fact is not None:
            newer = next((fact for fact in business.facts if _follows(fact, one.fact)), None)
            if newer is not None and clause(newer, frames, 0):
                return one, newer
    return None, None


def _follows(fact: Fact, old: Fact) -> bool:
    """Say whether a fact took the place of an old one, is so still, and may be spoken."""
    if (fact.entity, fact.attribute) != (old.entity, old.attribute) or not (fact.is_public and old.is_public):
        return False
    if old.valid_to is None or fact.valid_from is None or fact.valid_to is not None:
        return False
    # Of the days between two facts nobody knows anything: only one that follows at once took the place of the other.
    return fact.valid_from - old.valid_to == _DAY


_ALIKE: Final = {
    "crash": "crashes",
    "bug": "reliability",
    "checkin": "check_in",
    "temperature": "room",
    "comfort": "bed",
    "performance": "speed",
    "missing_feature": "features",
    "facilities": "amenities",
    "delivery_late": "late",
    "delivery_missing": "late",
    "missing_item": "missing_items",
    "freshness": "quality",
}
"""Themes of a config that are written otherwise than `assess` names them."""


def _remedy(remedies: Sequence[Remedy], issues: Sequence[Issue], lang: str) -> Remedy | None:
    """Return the first public help for an issue, then for anything, that is written in the language."""
    public = [one for one in remedies if one.is_public and one.say_in(lang).strip()]
    for issue in issues:
        for one in public:
            if any(_is_for(theme, issue) for theme in one.themes):
                return one
    return next((one for one in public if not one.themes), None) if issues else None


_GAP: Final = re.compile(r"[{}\[\]<>]")


def _macro(macros: Iterable[Macro], issues: Sequence[Issue], lang: str) -> Macro | None:
    """Return the first approved text that answers the main issue; one with a gap to fill is for a person."""
    for one in macros:
        is_ready = one.lang == lang and one.text.strip() and not _GAP.search(one.text)
        if is_ready and any(_is_for(theme, issue) for theme in one.themes for issue in issues[:1]):
            return one
    return None


def _is_for(theme: str, issue: Issue) -> bool:
    return (
        theme in (issue.theme, issue.aspect) or issue.aspect.startswith(f"{theme}.") or _ALIKE.get(theme) == issue.theme
    )


def approved(macro: Macro) -> tuple[Step, ...]:
    """Return the sentences of an approved text as steps: they stand as somebody approved them."""
    text = " ".join(macro.text.split())
    licence = (f"macro:{macro.macro_id}",)
    spoken = [text[start:end] for start, end in sentences(text)]
    return tuple(Step(move="explain", rule="text", licence=licence, spare=3, text=one) for one in spoken)


def contact_for(contacts: Iterable[Contact], platform: Platform, lang: str) -> Contact | None:
    """Return the first contact that the place allows and where somebody answers in the language."""
    for contact in contacts:
        is_allowed = platform.allows_links if contact.url else platform.allows_contacts
        is_here = not contact.platforms or platform.platform_id in contact.platforms or platform.platform_id == "none"
        if is_allowed and is_here and (not contact.languages or lang in contact.languages):
            return contact
    return None
