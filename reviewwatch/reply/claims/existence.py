"""Whether a sentence says that a thing is there, allowed, needed or so, or that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from reviewwatch.reply.claims.predicates import Mode
from reviewwatch.reply.claims.wordings import wordings

_NO_NOUN: Final = r"(?! (?:X|room|rooms|service|menu|page|app|team|staff|office|door|period|price|site|website)\b)"
"""What makes of "smoking" another thing: smoking rooms."""
_OF_IT: Final = r"(?: (?:for|of|on|in|with) (?:the |a |an |your |my |this |each )?F)?"
"""Screws for the shelf."""
_DENIED: Final = re.compile(r" (?:not|no|never|none|nobody|nothing|nor|neither|without|hardly|nowhere) ")

_DISLIKE: Final = re.compile(r" (?:do|does|did) not (?:like|mind|love|enjoy|appreciate|understand) (?:that|how|why) ")


class Reading(NamedTuple):
    """A place in a line that says yes or no.

    Attributes:
        is_there: What it says.
        is_bare: It says no to the thing as such ("no pets"), so that what follows may narrow it.
    """

    start: int
    end: int
    is_there: bool
    is_bare: bool = False


def readings(line: str, mode: Mode, thing: str) -> Iterator[Reading]:
    """Yield what a line says of a thing.

    Args:
        thing: A where the attribute names the thing, E where it is the entity.
    """
    guard = _NO_NOUN if mode is not Mode.ALLOWED else _NO_NOUN.replace("room|rooms|", "")
    named = f"A{_OF_IT}{guard}" if thing == "A" else f"[EF]{guard}"
    for pattern, is_there, is_bare in _rules(mode, named):
        for found in pattern.finditer(line):
            if is_there and _DENIED.search(_DISLIKE.sub(" ", line[: found.start() + 1].rpartition("|")[2])):
                continue
            start = found.start() + 1 if "there used" not in found[0] else found.start() + found[0].index("there used")
            yield Reading(start, found.end(), is_there, is_bare)


_Rule = tuple[re.Pattern[str], bool, bool]


@cache
def _rules(mode: Mode, thing: str) -> tuple[_Rule, ...]:
    return tuple((re.compile(pattern), is_there, is_bare) for pattern, is_there, is_bare in wordings(mode, thing))


_PLACES: Final = (
    r"(?:in|at|on|inside|within|to|from|with|for|of|around|across|throughout) (?:the |this |their |your |our "
    r"|any of the "
    r"|any |every |each |whole |entire |all |a |its |'s )*(?:house|hotel|lodge|app|building|place|inn|shop|store"
    r"|premises"
    r"|settings|menu|options|screen|home|phone|version|site|property|area|rooms|room|box|pack|package|packaging"
    r"|office"
    r"|entrance|guests|users|us|you|customers|anyone|anybody|everyone|sight|kind|all|short|course|date|itself"
    r"|days|years"
    r"|time|months|N|[EFAPUV])(?: 's (?:box|pack|package|parcel))?(?: X)?"
)
"""Where a thing is missing as a whole."""
_NARROWS: Final = re.compile(
    r"(?:[XMTRQDN]|bigger|larger|smaller|heavier|longer|shorter|taller|more|less|left|tonight|working|that|who|where"
    r"|when|while|if|unless|except|only|other|than|over|under|outside|before|after|during|until|till|between|besides"
    r"|like|per|nearby|apart) "
)
_ENDS: Final = re.compile(r"(?:\||$|(?:and|or|nor|but|so) )")
_FINE: Final = re.compile(
    r"(?:means|support|at all|here|there|whatsoever|either|yet|still|now|today|too|as well|anywhere|nowhere|allowed"
    r"|permitted|needed|required|ever|sadly|please|available|offered|included|full stop|period|provided|supplied"
    rf"|these days|nowadays|so far|even now|is|are|was|were|gets|get|automatically|{_PLACES}|in the old days|in"
    rf" those days|back then|at the time|any longer|any more|to [a-z]+|since [a-z]+"
    r"|after all (?:these|this) (?:years|time|months)|than|before|unless) (?=(?:\||$|[a-z]))"
)


def is_narrowed(tail: str) -> bool:
    """Say whether what follows "no pets" makes it a narrower rule: in the restaurant, over 20 kg, after nine."""
    tail = tail.lstrip()
    for _ in range(6):
        if _ENDS.match(tail):
            return False
        if found := _FINE.match(tail):
            tail = tail[found.end() :]
        elif _NARROWS.match(tail):
            return True
        else:
            tail = tail.partition(" ")[2]
    return False


WORDS: Final = frozenset(
    word
    for pattern in (_FINE, _NARROWS, *(rule for mode in Mode for rule, _, _ in _rules(mode, "E")))
    for word in re.findall(r"(?<![a-zA-Z\\?<])[a-z][a-z']+(?![a-zA-Z>])", pattern.pattern)
)
"""Words that stand in a line as they are."""
