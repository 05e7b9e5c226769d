"""What a review is about, clause by clause, and how its author feels about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from math import tanh
from typing import Final

from reviewwatch.assess.statements import Clause
from reviewwatch.assess.topics import MATTER, THEME, TRADE, Found, Sign, Topics
from reviewwatch.types import Reason, Theme

_FELT: Final = 0.1
_JUDGED, _TONE, _STARS = 1.0, 1.0, 0.5
"""What a phrase that judges its theme, the tone of its clause and the stars tell of how the author feels about it."""
_TELLS: Final = 18
"""What a word that tells the trade counts beside themes, of which one that a single trade has counts 12."""
_OF_ANYTHING: Final = frozenset(["reliability", "quality"])
"""What is said of a thing that has a theme of its own is said of that theme: a broken shower is the room."""
_LOOSE: Final = _OF_ANYTHING | {"value", "communication"}
"""Themes that a single judging word tells only in a review that tells nothing else."""
_NOTHING: Final = frozenset[str]()
_MATTERS: Final = frozenset(["safety", "discrimination"])
"""Sensitive matters that are themes, too."""
_OF_PEOPLE: Final = {"bedside_manner": "bedside_manner", "support": "update"}
"""What praise of a person by name tells, by a theme of the trades where it does: in others it is service."""
_MAX: Final = 40
"""Of one review. A text that names everything is no review."""


def mentions(
    clauses: Sequence[Clause], topics: Topics, lean: float = 0.0, names: Sequence[Reason] = ()
) -> tuple[Theme, ...]:
    """Return the themes of each clause that says something about them, in the order of the text.

    Args:
        lean: How the author feels as the stars say, -1 to 1.
        names: Where people stand who are praised: what such a clause tells, if nothing else, is how they treat people.
    """
    phrases = [one for clause in clauses for one in clause.said if one[2].kind == THEME]
    signs = [sign for _, _, sign in phrases]
    named = Counter([sign.rank for sign in signs])
    used = topics.by_trade[_trade(clauses, signs, topics)] if topics.by_trade else topics.themes
    of_people = next((theme for theme, sign in _OF_PEOPLE.items() if sign in used), "service")
    told = {one[2].name for one in phrases if one[2].name not in _LOOSE or not _is_loose(one)}
    if told:
        used &= told | _MATTERS
    found: list[Theme] = []
    for clause in clauses:
        themes = _of_clause(clause, topics, used, named, lean) if clause.said or clause.further else []
        if not themes and names and any(_stands_in(clause, name) for name in names):
            themes = [Theme(of_people, polarity([1], clause.tone, lean), clause.field, clause.start, clause.end)]
        found += themes
    return tuple(found[:_MAX])


def _stands_in(clause: Clause, name: Reason) -> bool:
    return clause.field == name.field and clause.start <= name.start < clause.end


def _trade(clauses: Sequence[Clause], signs: Sequence[Sign], topics: Topics) -> str:
    """Return the trade that a review speaks of: by words that tell it, and by themes that few trades have."""
    votes = dict.fromkeys(topics.by_trade, 0)
    for sign in signs:
        if sign.rank:
            users = topics.trades_of[sign.name]
            for trade in users:
                votes[trade] += 12 // len(users)
    for clause in clauses:
        for _, _, sign in clause.further:
            if sign.kind == TRADE:
                votes[sign.name] += _TELLS
    return max(votes, key=votes.__getitem__)


def _of_clause(clause: Clause, topics: Topics, used: Set[str], named: Counter[int], lean: float) -> list[Theme]:
    said = [one for one in clause.said if one[2].kind == THEME]
    is_judged = bool([sign for _, _, sign in clause.said if sign.polarity])
    if not is_judged and abs(clause.tone) < _FELT:
        # Words of one trade tell what is spoken of even there; words of all trades do not.
        said = [one for one in said if one[2].rank or not one[2].is_weak]
    if len(said) > 1:
        said = _with_first_named(_without_outdone(said, named))
    own: dict[str, list[Found]] = {}
    for one in said:
        own.setdefault(one[2].name, []).append(one)
    for start, end, sign in clause.further:
        if sign.kind == MATTER and sign.name in _MATTERS and not sign.is_turned:
            own.setdefault(sign.name, [(start, end, Sign(THEME, sign.name, -1))])
    if len(own) > 1 and is_judged:  # beside what is judged, what is only named is seldom spoken of
        sure = {name: max(map(_sureness, phrases)) for name, phrases in own.items()}
        surest = max([sure[sign.name] for _, _, sign in said], default=0) - 1
        own = {name: phrases for name, phrases in own.items() if sure[name] >= surest}
    given_way = _OF_ANYTHING if [sign for _, _, sign in said if sign.rank and sign.is_weak] else _NOTHING
    for theme in own:
        if theme in topics.gives_way:
            given_way |= topics.gives_way[theme]
    field, start, end, tone = clause.field, clause.start, clause.end, clause.tone
    return [
        Theme(name, polarity([one[2].polarity for one in phrases], tone, lean), field, start, end)
        for name, phrases in own.items()
        if name in used and name not in given_way
    ]


def _is_loose(one: Found) -> bool:
    """Say whether a phrase is a single word such as "solid" or "lies", which may judge whatever else is spoken of."""
    start, end, sign = one
    return end - start == 1 and sign.name in _LOOSE and not sign.is_weak


def _sureness(one: Found) -> int:
    """Return how surely a phrase tells its theme: 2 for a mention wherever it stands.

    A bare word counts 0, or 1 where it judges. Several count 1, or 3 where they judge.
    """
    start, end, sign = one
    has_several = end - start > 1
    if sign.polarity:
        return 3 if has_several else 1
    return int(has_several) if sign.is_weak else 2


def polarity(own: Sequence[int], tone: float, lean: float) -> float:
    """Return how the author feels about a theme, -1 to 1.

    Args:
        own: How its phrases in the clause judge.
        tone: Of the clause.
        lean: How the author feels as the stars say.
    """
    total = sum(own)
    sign = (total > 0) - (total < 0)
    return round(tanh(_JUDGED * sign + _TONE * tone + _STARS * lean), 2)


def _with_first_named(said: list[Found]) -> list[Found]:
    """Return the phrases with one theme of those that are merely named: the first is spoken of, others belong to it."""
    named = [sign.name for _, _, sign in said if sign.is_weak]
    if len(named) < 2:
        return said
    return [one for one in said if not one[2].is_weak or one[2].name == named[0]]


def _without_outdone(said: list[Found], named: Counter[int]) -> list[Found]:
    """Return the phrases without those with whose words another theme is meant."""
    by_place: dict[tuple[int, int], list[Sign]] = {}
    for one in said:
        place = one[:2]
        if place in by_place:
            by_place[place].append(one[2])
        else:
            by_place[place] = [one[2]]
    if len(by_place) == len(said):
        return said
    return [one for one in said if len(beside := by_place[one[:2]]) == 1 or not _is_outdone(one[2], beside, named)]


def _is_outdone(one: Sign, beside: Sequence[Sign], named: Counter[int]) -> bool:
    """Say whether of themes with the same words another is meant: one more special, or that is spoken of more."""
    rank = one.rank
    for other in beside:
        if other.rank != rank and other.name != one.name:
            if not (rank and other.rank):
                if other.rank > rank:
                    return True
            elif (named[other.rank], -other.rank) > (named[rank], -rank):
                return True
    return False
