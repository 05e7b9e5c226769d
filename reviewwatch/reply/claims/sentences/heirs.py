"""What stands for the entity of the clause before: "it", "none", "and closes at nine"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple

from reviewwatch.reply.claims.sentences.scene import VERBS
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import BREAK


class Heir(Enum):
    """How a topic may go on from the sentence before.

    Not at all, as "they" alone, as what a place does by itself ("opens at nine"), or in any way.
    """

    NONE = 0
    PRONOUN = 1
    IMPLIED = 2
    SUBJECT = 3


class Sign(NamedTuple):
    """A word of a line and the items that it stands for."""

    word: str
    start: int
    end: int


_ALONE: Final = listed("closes opens closed opened shuts shut open")
"""What a sentence without a subject may begin with, where the one before names it."""
_NEARLY: Final = listed(
    "only just about around nearly almost roughly exactly a mere whopping that is will be it was now still for"
    " over up to"
)


_SHORT: Final = 9


def _fragment(signs: Sequence[Sign]) -> Sign | None:
    """Return the entity for a sentence that is hardly more than a value: "Breakfast? A tenner."."""
    if len(signs) > _SHORT:
        return None
    at = next((at for at, sign in enumerate(signs) if sign.word not in _NEARLY), None)
    is_value = at is not None and signs[at].word in ("M", "T", "R", "Q", "D")
    return Sign("E", signs[0].start, signs[0].start + 1) if is_value else None


_WORDLESS: Final = frozenset([Heir.IMPLIED, Heir.SUBJECT])
_ONCE: Final = listed("was were took lasted ended went did had came")
"""Verbs with which "it" is an event rather than the place that nobody named."""
_LEADS: Final = listed("but and so because as since though back then now")
"""Words before the subject of a clause."""
_TAKING: Final = listed("for P sell sells offer offers allow allows accept accepts take takes")
_NEGATED: Final = frozenset(["not", "no", "never", "without"])
_PRONOUNS: Final = listed("it they which that these this both")
_STAND_IN: Final = _PRONOUNS | _ALONE | VERBS | listed("none one any them")
"""Words that may stand for the entity, or let it out."""


class _Spot(NamedTuple):
    """A sign in its line.

    Attributes:
        before: The signs made before it.
        after: The word behind it, or a break.
        begins: A clause does.
        is_named: The line named the entity before it.
    """

    sign: Sign
    before: Sequence[Sign]
    after: str
    heir: Heir
    begins: bool
    is_named: bool

    @property
    def last(self) -> str:
        """The word before it."""
        return self.before[-1].word if self.before else ""


def with_heirs(signs: list[Sign], heir: Heir) -> list[Sign]:
    """Let "it", and a verb after "and", stand for the entity where the clause before was about it."""
    fragment = _fragment(signs) if heir in _WORDLESS else None
    found = [fragment] if fragment else []
    is_named, begins = False, True
    for at, sign in enumerate(signs):
        if sign.word in _STAND_IN and (is_named or heir is not Heir.NONE):
            after = signs[at + 1].word if at + 1 < len(signs) else BREAK
            found.extend(_heirs(_Spot(sign, found, after, heir, begins, is_named)))
        else:
            found.append(sign)
        begins = sign.word == BREAK or (begins and sign.word in _LEADS)
        is_named = is_named or sign.word in ("E", "F")
    return found


def _heirs(spot: _Spot) -> list[Sign]:
    """Return what a word says where it stands for the entity; the word itself where it does not."""
    entity = spot.sign._replace(word="E")
    if _is_none(spot):
        return [spot.sign._replace(word="no"), entity]
    if _is_one(spot) or _is_subject(spot):
        return [entity]
    if _is_object(spot):
        return [spot.sign._replace(word="F")]
    return [entity._replace(end=entity.start + 1), spot.sign] if _is_verb(spot) else [spot.sign]


def _is_none(spot: _Spot) -> bool:
    """Find "there are none"."""
    return spot.sign.word == "none" and spot.after == BREAK and spot.last in ("is", "are", "have")


def _is_one(spot: _Spot) -> bool:
    """Find "they do not have one"."""
    is_last = spot.sign.word in ("one", "any") and spot.after == BREAK
    return is_last and bool(_NEGATED & {one.word for one in spot.before[-5:]})


def _is_object(spot: _Spot) -> bool:
    """Find "they charge for it"."""
    return spot.sign.word in ("it", "them") and spot.after == BREAK and spot.last in _TAKING


def _is_subject(spot: _Spot) -> bool:
    """Find "it closes at nine", and neither "it was late" of a place that nobody named nor "that lamp"."""
    word = spot.sign.word
    if not spot.begins or word not in _PRONOUNS or spot.after == "X":
        return False
    if word == "which" and not _is_beside(spot.before):
        return False
    return spot.heir is not Heir.IMPLIED or word == "they" or spot.after not in _ONCE or spot.is_named


def _is_verb(spot: _Spot) -> bool:
    """Find "and closes at nine", and "Closes at nine." behind a sentence about it."""
    word = spot.sign.word
    return spot.begins and (word in VERBS if spot.before else spot.heir in _WORDLESS and word in _ALONE)


def _is_beside(found: Sequence[Sign]) -> bool:
    """Say whether "which" stands behind the entity, and not behind another thing."""
    return [sign.word for sign in found if sign.word != BREAK][-1:] in (["E"], ["F"], ["w"])
