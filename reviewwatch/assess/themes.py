"""What a review is about, clause by clause, and how its author feels about it.

Words and phrases of a clause together tell its themes (`about`); phrases alone tell the themes that a team adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import tanh
from typing import Final

from reviewwatch.assess.about import Scale, Sum, scale_for
from reviewwatch.assess.statements import Clause
from reviewwatch.assess.topics import MATTER, OWN, THEME, TRADE, Sign, Topics
from reviewwatch.types import Theme

_TELLS: Final = 18
"""What a word that tells the trade counts beside themes, of which one that a single trade has counts 12."""
_MATTERS: Final = frozenset(["safety", "discrimination"])
"""Sensitive matters that are themes, too."""
_OF_MATTER: Final = 4
_STARS: Final = 1.5
"""Log odds that the best stars add to how happy a clause is, and the worst take away."""
_JUDGED: Final = 1.5
"""The same, of a phrase that judges its theme."""
_MAX: Final = 40
"""Of one review. A text that names everything is no review."""


def mentions(clauses: Sequence[Clause], topics: Topics, lean: float = 0.0) -> tuple[Theme, ...]:
    """Return the themes of each clause that says something about them, in the order of the text.

    Args:
        lean: How the author feels as the stars say, -1 to 1.
    """
    used = topics.by_trade[_trade(clauses, topics)] if topics.by_trade else topics.themes
    scale = scale_for(used)
    sums = [scale.sum(clause.stems) for clause in clauses]
    sentences = _by_sentence(clauses, sums)
    found = [
        theme
        for clause, own in zip(clauses, sums, strict=True)
        for theme in _of_clause(clause, own, sentences[clause.sentence], scale, lean)
        if theme.theme in used
    ]
    return tuple(found[:_MAX])


def level(clause: Clause) -> set[tuple[str, int]]:
    """Return which themes the phrases of a clause name, and how surely.

    0 is a bare word that names its theme, 1 are several, 2 and 3 the same that are a mention wherever they stand, 4 is
    a sensitive matter.
    """
    marks = {
        (sign.name, 2 * (not sign.is_weak) + (end - start > 1))
        for start, end, sign in clause.said
        if sign.kind == THEME
    }
    return marks | {(sign.name, _OF_MATTER) for _, _, sign in clause.further if _is_matter(sign)}


def _is_matter(sign: Sign) -> bool:
    return sign.kind == MATTER and sign.name in _MATTERS and not sign.is_turned


def _trade(clauses: Sequence[Clause], topics: Topics) -> str:
    """Return the trade that a review speaks of: by words that tell it, and by themes that few trades have."""
    votes = dict.fromkeys(topics.by_trade, 0)
    for clause in clauses:
        for _, _, sign in clause.said:
            if sign.rank and sign.kind == THEME:
                users = topics.trades_of[sign.name]
                for trade in users:
                    votes[trade] += 12 // len(users)
        for _, _, sign in clause.further:
            if sign.kind == TRADE:
                votes[sign.name] += _TELLS
    return max(votes, key=votes.__getitem__)


def _by_sentence(clauses: Sequence[Clause], sums: Sequence[Sum]) -> Mapping[int, Sum]:
    """Return what all clauses of each sentence add up to."""
    sentences: dict[int, Sum] = {}
    for clause, (total, n) in zip(clauses, sums, strict=True):
        known = sentences.get(clause.sentence)
        sentences[clause.sentence] = Sum(known.total + total, known.n + n) if known else Sum(total, n)
    return sentences


def _of_clause(clause: Clause, own: Sum, sentence: Sum, scale: Scale, lean: float) -> list[Theme]:
    if not own.n:
        return []
    names, felt = scale.weigh(own, sentence, level(clause) if clause.said or clause.further else ())
    if clause.said:
        # A team added the theme, or words for it.
        names += {sign.name for _, _, sign in clause.said if sign.rank == OWN and sign.kind == THEME}
    felt += scale.tone * clause.tone + _STARS * lean
    return [
        Theme(name, polarity([sign for _, _, sign in clause.said if sign.name == name], felt), *clause[:3])
        for name in names
    ]


def polarity(own: Iterable[Sign], felt: float) -> float:
    """Return how the author feels about a theme, -1 to 1.

    Args:
        own: What its phrases in the clause tell.
        felt: Log odds that the clause is a happy one.
    """
    total = sum([one.polarity for one in own])
    sign = (total > 0) - (total < 0)
    return round(tanh((felt + _JUDGED * sign) / 2), 2)
