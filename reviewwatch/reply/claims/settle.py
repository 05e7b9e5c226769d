"""Which of several readings counts: the one kindest to the reviewer, and none where two topics claim one value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from reviewwatch.reply.claims.readers.opening import plausible
from reviewwatch.reply.claims.readers.said import LOOSE, Option, Said
from reviewwatch.reply.claims.topics.topic import Family, Topic
from reviewwatch.reply.claims.values.days import Days
from reviewwatch.reply.claims.verify import rank, verify
from reviewwatch.reply.understood import Claim, Place, Verdict, VerdictKind
from reviewwatch.types import Fact, TextField

FIELDS: Final = (TextField.TITLE, TextField.TEXT, TextField.POSITIVE, TextField.NEGATIVE)


class Told(NamedTuple):
    """A statement, and what its sentence makes of it."""

    topic: Topic
    said: Said
    field: TextField
    start: int
    end: int
    key: tuple[int, int]
    is_firm: bool
    is_past: bool
    is_bygone: bool
    days: Days | None


def merged(told: Iterable[Told]) -> list[Told]:
    """Put together what several patterns read of one statement: all options count, and any doubt."""
    found: dict[tuple[int, TextField, tuple[int, int]], Told] = {}
    for one in told:
        key = (id(one.topic), one.field, one.key)
        if one.topic.family is Family.YES_NO:
            key = next((other for other in found if other[:2] == key[:2] and _overlap(found[other], one)), key)
        before = found.get(key)
        if before is None:
            found[key] = one
            continue
        options = tuple(dict.fromkeys((*before.said.options, *one.said.options)))
        found[key] = before._replace(
            said=replace(before.said, options=options),
            start=min(before.start, one.start),
            end=max(before.end, one.end),
            is_firm=before.is_firm and one.is_firm,
            is_past=before.is_past or one.is_past,
        )
    return list(found.values())


def _overlap(one: Told, other: Told) -> bool:
    return one.start < other.end and other.start < one.end


def settled(told: Sequence[Told], today: date | None, visit: Days | None) -> list[Verdict]:
    """Return the statements with their verdicts; where one value speaks of several topics, the kindest alone stays."""
    judged = [(one, _judged(one, today, visit)) for one in told if not _is_far_fetched(one, told)]
    kept = []
    for one, verdict in judged:
        rivals = [other for another, other in judged if another is not one and _is_rival(another, one)]
        if any(rank(other.kind) < rank(verdict.kind) for other in rivals):
            continue
        if _is_free_alike(one, verdict, judged):
            continue
        kept.append(_without_rivals(one, verdict, judged))
    return sorted(kept, key=lambda verdict: (FIELDS.index(verdict.claim.place.field), verdict.claim.place.start))


def _is_far_fetched(one: Told, told: Sequence[Told]) -> bool:
    """Tell whether a value that structure alone gives to a topic is what a known wording says of another."""
    return one.said.order >= LOOSE and any(_is_rival(other, one) and other.said.order < LOOSE for other in told)


def _without_rivals(one: Told, verdict: Verdict, judged: Sequence[tuple[Told, Verdict]]) -> Verdict:
    """Contest nothing of which it is not sure what it is about."""
    has_rival = any(
        _is_rival(another, one) and not _is_free(other.claim) and another.said.order <= one.said.order
        for another, other in judged
    )
    if has_rival and verdict.kind is VerdictKind.CONTRADICTED:
        return Verdict(replace(verdict.claim, is_firm=False), VerdictKind.UNKNOWN)
    return verdict


def _is_free(claim: Claim) -> bool:
    return claim.value == "free" and not claim.is_denied


def _is_free_alike(one: Told, verdict: Verdict, judged: Sequence[tuple[Told, Verdict]]) -> bool:
    """Tell whether "Pro is free" was read already, of its price per month before that per year."""
    if not _is_free(verdict.claim):
        return False
    alike = (
        another for another, other in judged if another.key == one.key and other.claim.entity == verdict.claim.entity
    )
    return next(alike) is not one


def _is_rival(other: Told, one: Told) -> bool:
    return other.topic is not one.topic and other.field is one.field and other.key == one.key


def _judged(one: Told, today: date | None, visit: Days | None) -> Verdict:
    days = one.days or (visit if one.is_bygone else None)
    options = plausible(one.said.options, one.topic)
    verdicts = [_of_days(_claim(one, option, days), one.topic.facts, today, days) for option in options]
    best = min(verdicts, key=lambda verdict: rank(verdict.kind))
    if visit and not one.days and not one.is_bygone and best.kind is VerdictKind.CONTRADICTED:
        then = verify(replace(best.claim, day=visit.day), one.topic.facts, visit.day)
        if then.kind is not VerdictKind.CONTRADICTED:
            return Verdict(replace(best.claim, is_firm=False), VerdictKind.UNKNOWN)
    return best


def _of_days(claim: Claim, facts: Sequence[Fact], today: date | None, days: Days | None) -> Verdict:
    """Judge a claim on each edge of the days that it is dated to; where they differ nothing is sure."""
    verdict = verify(claim, facts, today)
    if days is None or days.first == days.last:
        return verdict
    kinds = {verify(replace(claim, day=day), facts, today).kind for day in (days.first, days.last)}
    if kinds == {verdict.kind}:
        return verdict
    return Verdict(replace(claim, is_firm=False), VerdictKind.UNKNOWN)


def _claim(one: Told, option: Option, days: Days | None) -> Claim:
    return Claim(
        entity=one.topic.entity,
        attribute=one.topic.attribute,
        value=option.value if not (one.topic.family is Family.YES_NO and option.is_denied) else _turned(option.value),
        is_denied=option.is_denied and one.topic.family is not Family.YES_NO,
        place=Place(one.field, one.start, one.end),
        day=days.day if days else None,
        is_firm=one.is_firm,
        is_past=one.is_past and days is None,
    )


def _turned(value: str) -> str:
    return "no" if value == "yes" else "yes"
