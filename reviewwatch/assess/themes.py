"""What a review is about, clause by clause, and how its author feels about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from operator import attrgetter
from typing import Final

from reviewwatch.assess.statements import Clause, Said
from reviewwatch.assess.topics import Sign, Topics
from reviewwatch.types import Theme

_THEME: Final = "theme"
_FELT: Final = 0.1
_OWN: Final = 0.7
"""What a phrase that judges its theme counts; the rest is how the whole clause sounds."""
_TRADE: Final = "trade"
_TELLS: Final = 18
"""What a word that tells the trade counts beside themes, of which one that a single trade has counts 12."""
_OF_ANYTHING: Final = frozenset(["reliability", "quality"])
"""What is said of a thing that has a theme of its own is said of that theme: a broken shower is the room."""
_judges: Final = attrgetter("polarity")
_rank: Final = attrgetter("sign.rank")
_NOTHING: Final = frozenset[str]()
_MATTERS: Final = frozenset(["safety", "discrimination"])
"""Sensitive matters that are themes, too."""
_MAX: Final = 40
"""Of one review. A text that names everything is no review."""


def mentions(clauses: Sequence[Clause], topics: Topics, lean: float = 0.0) -> tuple[Theme, ...]:
    """Return the themes of each clause that says something about them, in the order of the text.

    Args:
        lean: How the author feels where a clause judges nothing by itself, -1 to 1.
    """
    signs = [one.sign for clause in clauses for one in clause.said if one.sign.kind == _THEME]
    named = Counter([sign.rank for sign in signs])
    used = topics.by_trade[_trade(clauses, signs, topics)] if topics.by_trade else topics.themes
    found = [
        theme
        for clause in clauses
        if clause.said or clause.further
        for theme in _of_clause(clause, topics, used, named, lean)
    ]
    return tuple(found[:_MAX])


def _trade(clauses: Sequence[Clause], signs: Sequence[Sign], topics: Topics) -> str:
    """Return the trade that a review speaks of: by words that tell it, and by themes that few trades have."""
    votes = dict.fromkeys(topics.by_trade, 0)
    for sign in signs:
        if sign.rank:
            users = topics.trades_of[sign.name]
            for trade in users:
                votes[trade] += 12 // len(users)
    for clause in clauses:
        for one in clause.further:
            if one.sign.kind == _TRADE:
                votes[one.sign.name] += _TELLS
    return max(votes, key=votes.__getitem__)


def _of_clause(clause: Clause, topics: Topics, used: Set[str], named: Counter[int], lean: float) -> list[Theme]:
    said = [one for one in clause.said if one.sign.kind == _THEME]
    tone = clause.tone
    if abs(tone) < _FELT and not any(map(_judges, clause.said)):
        # Words of one trade tell what is spoken of even there; words of all trades do not.
        said = [one for one in said if one.sign.rank or not one.sign.is_weak]
        tone = lean
    if len({(one.start, one.end) for one in said}) < len(said):
        said = [one for one in said if not _is_outdone(one, said, named)]
    own: dict[str, list[Said]] = {}
    for one in said:
        own.setdefault(one.sign.name, []).append(one)
    for one in clause.further:
        if one.sign.kind == "sensitive" and one.sign.name in _MATTERS and not one.is_turned:
            own.setdefault(one.sign.name, [one._replace(polarity=-1, sign=one.sign._replace(polarity=-1))])
    if not own:
        return []
    if len(own) > 1 and any(map(_judges, said)):  # beside what is judged, what is only named is seldom spoken of
        surest = max(map(_sureness, said)) - 1
        own = {name: phrases for name, phrases in own.items() if max(map(_sureness, phrases)) >= surest}
    given_way = _OF_ANYTHING if any(map(_rank, said)) else _NOTHING
    for theme in own:
        if theme in topics.gives_way:
            given_way |= topics.gives_way[theme]
    return [
        Theme(name, polarity(phrases, tone), clause.field, clause.start, clause.end)
        for name, phrases in own.items()
        if name in used and name not in given_way
    ]


def _sureness(one: Said) -> int:
    """Return how surely a phrase tells its theme: 0 for a bare word, 1 where it judges or has several, 3 for both."""
    if one.end - one.start == 1:
        return 0 if one.sign.is_weak else 1
    return 3 if one.sign.polarity else 1


def polarity(own: Sequence[Said], tone: float) -> float:
    """Return how the author feels about a theme, -1 to 1.

    Args:
        own: Its phrases in the clause.
        tone: Of the clause.
    """
    judged = [one.polarity for one in own if one.polarity]
    if not judged:
        return round(tone, 2)
    total = sum(judged)
    sign = (total > 0) - (total < 0)
    return round(max(-1.0, min(1.0, _OWN * sign + (1 - _OWN) * tone)), 2)


def _is_outdone(one: Said, said: Sequence[Said], named: Counter[int]) -> bool:
    """Say whether of several themes with the same words another one is meant."""
    for other in said:
        if other.start == one.start and other.end == one.end and _is_meant_before(other.sign, one.sign, named):
            return True
    return False


def _is_meant_before(other: Sign, one: Sign, named: Counter[int]) -> bool:
    """Say whether of two themes with the same words the other is meant: the more special, or what is spoken of more."""
    if other.rank == one.rank or other.name == one.name:
        return False
    if not (other.rank and one.rank):
        return other.rank > one.rank
    return (named[other.rank], -other.rank) > (named[one.rank], -one.rank)
