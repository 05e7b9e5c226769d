"""A fact that meets what would win a reviewer over: "if the pool were heated", and it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from reviewwatch.reply.understood import Place
from reviewwatch.types import Fact, FactKind, Review

_EXISTS: Final = frozenset({"present", "offered", "available", "exists", "provided"})
_THERE_IS: Final = (
    r"(?:\bthere (?:is|are|was|were)|\b(?:you|they|it|this|the \w+) (?:have|has|had|offered|offer|added|add)|\bwith)"
    r" (?:an? |some |the )?(?:\w+ )?{thing}\b(?! (?:that|which|is|are|was|were|works?|worked|opens?|opened)\b)"
)
_IS_SO: Final = r"\b{thing} (?:is|are|was|were|be)(?: \w+)? {state}\b|\b{state} {thing}\b"
_COSTS: Final = re.compile(r"(?:price|cost|fee)\b")
_NOT: Final = re.compile(r"\b(?:not|no|never|without|less|un\w+|stop\w*|remov\w+)\b|n't\b", re.IGNORECASE)
"""Words by which a condition asks for the reverse of what it names."""


def met_by(review: Review, conditions: Iterable[Place], facts: Iterable[Fact]) -> tuple[Place, Fact] | None:
    """Return the first condition that a public fact of the review's day meets already, with that fact.

    Only what is plainly so: a thing that there is, that has the quality asked for, or that is free.
    """
    day = review.created_at.date() if review.created_at else None
    known = [fact for fact in facts if fact.is_public and _holds(fact, day)]
    for place in conditions:
        said = " ".join(review.field(place.field)[place.start : place.end].lower().split())
        if not _NOT.search(said):
            for fact in known:
                if _meets(fact, said):
                    return place, fact
    return None


def _holds(fact: Fact, day: date | None) -> bool:
    return fact.holds_on(day) if day is not None else fact.valid_from is None and fact.valid_to is None


def _meets(fact: Fact, said: str) -> bool:
    """Say whether a fact is what a condition asks for: that there is a thing, or that it is so or free."""
    thing = rf"{re.escape(fact.entity.lower().removesuffix('s'))}s?"
    value, attribute = fact.value.lower(), fact.attribute.lower()
    if fact.kind is FactKind.MONEY and _COSTS.match(attribute):
        return value == "free" and _says(_IS_SO, said, thing, "free")
    if fact.kind is not FactKind.YES_NO or value != "yes":
        return False
    if attribute in _EXISTS:
        return _says(_THERE_IS, said, thing, "")
    return _says(_IS_SO, said, thing, re.escape(attribute))


def _says(pattern: str, said: str, thing: str, state: str) -> bool:
    return re.search(pattern.replace("{thing}", thing).replace("{state}", state), said) is not None
