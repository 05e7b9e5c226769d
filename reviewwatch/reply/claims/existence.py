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
_DENIED: Final = re.compile(r" (?:not|no|never|none|nobody|nothing|nor|neither|without|hardly) ")

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
    named = f"A{guard}" if thing == "A" else f"[EF]{guard}"
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


SAFE_TAIL: Final = re.compile(
    r"(?:(?:means|support|at all|here|there|any more|anymore|any longer|whatsoever|either|yet|still|now|today"
    r"|too|as well|anywhere|nowhere|of any kind|allowed|permitted"
    r"|needed|required|of course|ever|sadly|please|available|offered|included|to be found|to be seen"
    r"|in sight|full stop|period|for guests|for users|for you|for us|for customers"
    r"|for anyone|for anybody|provided|supplied|these days|nowadays|after all (?:these|this) (?:years"
    r"|time|months)|so far|to date|even now|is|are|was|were|gets|get|P|by itself|itself|automatically"
    r"|in the old days|in those days|back then|at the time|then|before|(?:in|at|on|inside|within|to"
    r"|from|with|for|of) (?:the |this |their |your |our |any of the |any |every |each |whole |entire "
    r"|all |a |its |'s )*(?:house|hotel|lodge|app|building|place"
    r"|inn|shop|store|premises|settings|menu|options|screen|home|phone|version|site|property|area"
    r"|rooms|room|box|pack|package|packaging|office"
    r"|entrance|[EFAPUV])(?: 's (?:box|pack|package|parcel))?(?: X)?|to [a-z]+|since [a-z]+) )*(?:\||$"
    r"|(?:and|or|nor|but|unless) )"
)
"""What may follow "no pets" without making it a narrower rule."""
WORDS: Final = frozenset(
    word
    for pattern in (SAFE_TAIL, *(rule for mode in Mode for rule, _, _ in _rules(mode, "E")))
    for word in re.findall(r"(?<![a-zA-Z\\?<])[a-z][a-z']+(?![a-zA-Z>])", pattern.pattern)
)
"""Words that stand in a line as they are."""
