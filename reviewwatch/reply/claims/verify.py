"""Hold a claim beside the facts valid on its day. Only a contradicted one may be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from reviewwatch.reply.claims.compare import Agreement, Stated, agreement, stated
from reviewwatch.reply.claims.topics.topic import Family, family_of
from reviewwatch.reply.understood import Claim, Verdict, VerdictKind
from reviewwatch.types import Fact


def verify(claim: Claim, facts: Iterable[Fact], day: date | None) -> Verdict:
    """Return what the facts of a day say of a claim.

    - A fact of the day that says the same, or from which it follows: supported.
    - None agrees, and one that ended before the day does: outdated, even where a fact of the day says otherwise.
    - A fact of the day says otherwise: contradicted.
    - All else is unknown: no fact on the day, a fact that begins later, a claim that is not firm, no day.

    Args:
        facts: Any of the business; those about another entity or attribute are left out.
        day: When the claim counts, in the business's time zone; the claim's own day wins.
    """
    day = claim.day or day
    about = [fact for fact in facts if _is_about(fact, claim)]
    if day is None or not claim.is_firm or not about:
        return Verdict(claim, VerdictKind.UNKNOWN)
    told = [(fact, _agreement(claim, fact)) for fact in about]
    ended = [
        fact for fact, side in told if side is Agreement.AGREES and fact.valid_to is not None and fact.valid_to < day
    ]
    if claim.is_past:
        return _outdated(claim, ended) or Verdict(claim, VerdictKind.UNKNOWN)
    of_day = [(fact, side) for fact, side in told if fact.holds_on(day)]
    for fact, side in of_day:
        if side is Agreement.AGREES:
            return Verdict(claim, VerdictKind.SUPPORTED, fact)
    if outdated := _outdated(claim, ended):
        return outdated
    against = [fact for fact, side in of_day if side is Agreement.DIFFERS]
    if against and len(against) == len(of_day):
        return Verdict(claim, VerdictKind.CONTRADICTED, against[0])
    return Verdict(claim, VerdictKind.UNKNOWN)


_RANKS: Final = (VerdictKind.SUPPORTED, VerdictKind.OUTDATED, VerdictKind.UNKNOWN, VerdictKind.CONTRADICTED)


def rank(kind: VerdictKind) -> int:
    """Return how kind a verdict is to the reviewer: of several readings the kindest counts."""
    return _RANKS.index(kind)


def _outdated(claim: Claim, ended: list[Fact]) -> Verdict | None:
    if not ended:
        return None
    latest = max(ended, key=lambda fact: fact.valid_to or date.min)
    return Verdict(claim, VerdictKind.OUTDATED, latest)


def _is_about(fact: Fact, claim: Claim) -> bool:
    return (fact.entity.casefold(), fact.attribute.casefold()) == (claim.entity.casefold(), claim.attribute.casefold())


def _agreement(claim: Claim, fact: Fact) -> Agreement:
    family, value = _read(fact)
    return agreement(family, _stated(claim.value), value, is_denied=claim.is_denied)


@lru_cache(maxsize=4096)
def _read(fact: Fact) -> tuple[Family, Stated]:
    return family_of(fact), stated(fact.value)


@lru_cache(maxsize=4096)
def _stated(value: str) -> Stated:
    return stated(value)
