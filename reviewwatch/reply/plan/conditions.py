"""A fact that meets what would win a reviewer over: "if the pool were heated", and it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from reviewwatch.reply.understood import Place
from reviewwatch.types import Fact, FactKind, Review

_WORD: Final = re.compile(r"[^\W\d_]+")
_EXISTS: Final = frozenset({"present", "offered", "available", "exists", "provided", "allowed"})
_COSTS: Final = re.compile(r"(?:price|cost|fee)\b")
_NOT: Final = re.compile(r"\b(?:not|no|never|without|less|un\w+|stopp?(?:ed|s)?|remov\w+|n't)\b|n't\b", re.IGNORECASE)
"""Words by which a condition asks for the reverse of what it names."""


def met_by(review: Review, conditions: Iterable[Place], facts: Iterable[Fact]) -> tuple[Place, Fact] | None:
    """Return the first condition that a public fact of the review's day meets already, with that fact.

    Only what is plainly so: a thing that there is, that has the quality asked for, or that is free.
    """
    day = review.created_at.date() if review.created_at else None
    known = [fact for fact in facts if fact.is_public and _holds(fact, day)]
    for place in conditions:
        said = review.field(place.field)[place.start : place.end]
        if not _NOT.search(said):
            for fact in known:
                if _meets(fact, frozenset(_stems(said))):
                    return place, fact
    return None


def _holds(fact: Fact, day: date | None) -> bool:
    return fact.holds_on(day) if day is not None else fact.valid_from is None and fact.valid_to is None


def _meets(fact: Fact, said: frozenset[str]) -> bool:
    if not set(_stems(fact.entity)) <= said:
        return False
    if fact.kind is FactKind.MONEY and _COSTS.match(fact.attribute):
        return fact.value.lower() == "free" and "free" in said
    if fact.kind is not FactKind.YES_NO or fact.value.lower() != "yes":
        return False
    return fact.attribute in _EXISTS or set(_stems(fact.attribute)) <= said


def _stems(text: str) -> list[str]:
    """Return the words of a text, in lower case and without the "s" of a plural."""
    return [word.lower().removesuffix("s") for word in _WORD.findall(text)]
