"""What a review is about, clause by clause, and how its author feels about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from reviewwatch.assess.statements import Clause, Said
from reviewwatch.assess.topics import Topics
from reviewwatch.types import Theme

_THEME: Final = "theme"
_FELT: Final = 0.1
_OWN: Final = 0.7
"""What a phrase that judges its theme counts; the rest is how the whole clause sounds."""
_MATTERS: Final = frozenset(["safety", "discrimination"])
"""Sensitive matters that are themes, too."""
_MAX: Final = 40
"""Of one review. A text that names everything is no review."""


def mentions(clauses: Sequence[Clause], topics: Topics) -> tuple[Theme, ...]:
    """Return the themes of each clause that says something about them, in the order of the text."""
    ranks = [one.sign.rank for clause in clauses for one in clause.said if one.sign.kind == _THEME]
    named = Counter(ranks)
    found = [
        theme for clause in clauses if clause.said or clause.further for theme in _of_clause(clause, topics, named)
    ]
    return tuple(found[:_MAX])


def _of_clause(clause: Clause, topics: Topics, named: Counter[int]) -> list[Theme]:
    said = [one for one in clause.said if one.sign.kind == _THEME]
    if abs(clause.tone) < _FELT and not any(one.sign.polarity for one in clause.said):
        said = [one for one in said if not one.sign.is_weak]
    if len(said) > 1:
        said = [one for one in said if not any(_is_meant_before(other, one, named) for other in said)]
    own: dict[str, list[Said]] = {}
    for one in said:
        own.setdefault(one.sign.name, []).append(one)
    for one in clause.further:
        if one.sign.kind == "sensitive" and one.sign.name in _MATTERS and not one.is_turned:
            own.setdefault(one.sign.name, [one._replace(polarity=-1, sign=one.sign._replace(polarity=-1))])
    given_way = {name for theme in own for name in topics.gives_way.get(theme, ())}
    return [
        Theme(name, polarity(phrases, clause.tone), clause.field, clause.start, clause.end)
        for name, phrases in own.items()
        if name not in given_way
    ]


def polarity(own: Sequence[Said], tone: float) -> float:
    """Return how the author feels about a theme, -1 to 1.

    Args:
        own: Its phrases in the clause.
        tone: Of the clause.
    """
    judged = [one.polarity for one in own if one.sign.polarity]
    if not judged:
        return round(tone, 2)
    total = sum(judged)
    sign = (total > 0) - (total < 0)
    return round(max(-1.0, min(1.0, _OWN * sign + (1 - _OWN) * tone)), 2)


def _is_meant_before(other: Said, one: Said, named: Counter[int]) -> bool:
    """Say whether of two themes with the same words the other is meant: the more special, or what is spoken of more."""
    if other.start != one.start or other.end != one.end or other.sign.name == one.sign.name:
        return False
    if bool(other.sign.rank) != bool(one.sign.rank):
        return other.sign.rank > one.sign.rank
    if other.sign.rank == one.sign.rank:
        return False
    return (named[other.sign.rank], -other.sign.rank) > (named[one.sign.rank], -one.sign.rank)
