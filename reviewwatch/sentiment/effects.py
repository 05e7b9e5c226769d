"""What the words around a word do to its weight, worked out from their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reviewwatch.sentiment import roles
from reviewwatch.sentiment.lexicon import load
from reviewwatch.sentiment.roles import Memo, core_of

_DAMPING: Final = (1.0, 0.95, 0.9)  # of a booster one, two and three words before
_NEVER_SO: Final = 1.25  # the factor of "never so" and "never this"
_SO_OR_THIS: Final = roles.SO + roles.THIS
_REACH: Final = 3  # words before and after that are looked at
_CORES: Final = Memo(core_of, size=10_000, longest=20)


@dataclass(frozen=True, slots=True)
class Step:
    """What one earlier word does: push a weight away from 0, then multiply it.

    Attributes:
        push: Added to a weight above 0, taken from one below.
        push_zero: Added to a weight of 0.
    """

    push: float = 0.0
    push_zero: float = 0.0
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Effect:
    """What the roles before a word do to its weight.

    Attributes:
        looks_ahead: The word is "no" or "kind", whose weight depends on the next word.
        is_after_no: A "no" before it turns it around.
        is_shouted: It is in capitals, and not every word is.
        steps: What the words before it do, the nearest first.
        may_be_idiom: The words must be compared with the idioms.
        least: The factor of a "least" before it.
    """

    looks_ahead: bool = False
    is_after_no: bool = False
    is_shouted: bool = False
    steps: tuple[Step, ...] = ()
    may_be_idiom: bool = False
    least: float = 1.0

    def on(self, weight: float, line: str, at: int, words: Sequence[str]) -> float:
        """Return what becomes of a word's weight.

        Args:
            weight: As the lexicon has it.
            line: The roles of all words, three NOTHING before and one after.
            at: Which word it is.
            words: All words.
        """
        if self.looks_ahead:
            own, after = tuple(line[at + 3 : at + 5].lower())
            if own == roles.KIND and after == roles.OF:
                return 0.0
            if own == roles.NO and after in roles.ALL_FELT and not self.is_after_no:
                weight = 0.0
        weight = self._stepped(weight)
        if self.may_be_idiom:
            weight = _as_idiom(weight, [_CORES[word] for word in words[at - _REACH : at + _REACH]])
        return weight if self.least == 1.0 else weight * self.least

    def _stepped(self, weight: float) -> float:
        if self.is_after_no:
            weight *= load().negation
        if self.is_shouted:
            weight += load().shout if weight > 0 else -load().shout
        for step in self.steps:
            if weight > 0:
                weight += step.push
            elif weight < 0:
                weight -= step.push
            else:
                weight += step.push_zero
            weight *= step.factor
        return weight


def effect_of(context: str) -> Effect | None:
    """Return what is done to a word's weight, None where it stays as it is.

    Args:
        context: The roles of the three words before it, the farthest first, and its own.
    """
    far, mid, near, own = tuple(context.lower())
    effect = Effect(
        looks_ahead=own in (roles.NO, roles.KIND),
        is_after_no=roles.NO in (mid, near) or (far == roles.NO and near in (roles.OR, roles.NOR)),
        is_shouted=context[3].isupper(),
        steps=tuple(step for step in _steps(context) if step != Step()),
        may_be_idiom=_is_heard(far) and any(role in roles.ALL_OPEN_IDIOM for role in (far, mid, near, own)),
        least=load().negation if near == roles.LEAST and mid not in (roles.AT, roles.VERY) else 1.0,
    )
    return None if effect == Effect() else effect


def _is_heard(role: str) -> bool:
    """Tell whether a word before is there and listened to: VADER passes over those that carry sentiment themselves."""
    return role != roles.NOTHING and role not in roles.ALL_FELT


def _steps(context: str) -> list[Step]:
    far, mid, near, _ = tuple(context.lower())
    factors = (_negation(near), _second_factor(mid, near), _third_factor(far, mid, near))
    words = (context[2], context[1], context[0])
    return [
        _step(word, damping, factor)
        for word, damping, factor in zip(words, _DAMPING, factors, strict=True)
        if _is_heard(word.lower())
    ]


def _step(word: str, damping: float, factor: float) -> Step:
    role = word.lower()
    if role not in roles.ALL_MORE + roles.LESS:
        return Step(factor=factor)
    lexicon = load()
    boost = lexicon.less if role == roles.LESS else lexicon.more
    shout = lexicon.shout if word.isupper() else 0.0
    return Step((boost + shout) * damping, (boost - shout) * damping, factor)


def _negation(role: str) -> float:
    return load().negation if role in roles.ALL_NEGATIONS else 1.0


def _second_factor(mid: str, near: str) -> float:
    if mid == roles.NEVER and near in _SO_OR_THIS:
        return _NEVER_SO
    if mid == roles.WITHOUT and near == roles.DOUBT:
        return 1.0
    return _negation(mid)


def _third_factor(far: str, mid: str, near: str) -> float:
    # Upstream's `and` binds before its `or`: a "so" or "this" right before the word does it without any "never".
    if (far == roles.NEVER and mid in _SO_OR_THIS) or near in _SO_OR_THIS:
        return _NEVER_SO
    if far == roles.WITHOUT and roles.DOUBT in (mid, near):
        return 1.0
    return _negation(far)


def _as_idiom(weight: float, words: list[str]) -> float:
    """Return the weight of the phrase that a word is in or right after, else the weight given.

    Some phrases weigh a whole number, which stays an `int`: since Python 3.12 `sum` adds it otherwise than a float.

    Args:
        words: The three before, the word itself and up to two after, lower-case.
    """
    if _idiom_closers().isdisjoint(words):
        return weight
    lexicon = load()
    # (first, end) of each phrase in the order in which the first known one wins.
    for start, end in ((2, 4), (1, 4), (1, 3), (0, 3), (0, 2)):
        phrase = " ".join(words[start:end])
        if phrase in lexicon.idioms:
            weight = lexicon.idioms[phrase]
            break
    for end in range(5, len(words) + 1):
        weight = lexicon.idioms.get(" ".join(words[3:end]), weight)
    for start in (0, 1):
        phrase = " ".join(words[start : start + 2])
        if phrase in lexicon.boosters:
            weight += lexicon.boosters[phrase]
    return weight


@cache
def _idiom_closers() -> frozenset[str]:
    """Return the last word of each phrase: without one of them there is no need to look for phrases."""
    lexicon = load()
    return frozenset(phrase.rsplit(" ", 1)[1] for phrase in (*lexicon.idioms, *lexicon.boosters) if " " in phrase)
