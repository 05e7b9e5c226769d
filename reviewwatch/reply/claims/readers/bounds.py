"""Times from which, or until which, something may be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from reviewwatch.reply.claims.readers.opening import clocks
from reviewwatch.reply.claims.readers.said import NOT, Option, Said, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Family, Topic
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.listed import any_of, filled

_LISTS: Final[Mapping[str, str]] = {
    "about": "(?:about |around |roughly |nearly |almost )*",
    "edge": "(?:until|till|til|before|by|at|from|after)",
    "late": "(?:until|till|til|before|earlier than|after|later than|past|at|by)",
    "begins": any_of("""
        is, are, was, were, opens, open, starts, begins, ends, end, closes, close, stop, stops, finishes, shuts, in,
        done, made, <edge>, only, possible, latest, time
    """),
    "may": any_of("""
        must, have to, has to, had to, need to, expected to, want you to, can, could, may, able to, possible to,
        make you, supposed to, allowed to, got to, only
    """),
    "has_to": "(?:must|have to|has to|need to|can|may|cannot|can not)",
}
TIMES: Final = tuple(
    re.compile(filled(pattern, _LISTS))
    for pattern in (
        r" (?P<neg>not|no|never) (?:[a-z]+ ){0,5}?[EF] (?P<gap>(?:[a-zX]+ ){0,3}?<late> <about>)(?P<t>T) ",
        r" [EF] (?P<gap>(?:[a-z]+ ){0,7}?(?:<edge>|as late as) <about>)(?P<t>T) ",
        r" E (?P<gap>(?:[a-z]+ ){0,6}?<begins> (?:[a-z]+ ){0,3}?)(?P<t>T) ",
        r" (?P<gap><may> (?:[a-z]+ ){0,3})[EF] "
        r"(?P<mid>(?:[a-z]+ ){0,3}?(?:<edge>|as late as|up to|no later than) <about>)(?P<t>T) ",
        r" E (?P<gap>(?:before|earlier than|after|later than|by|at) )(?P<t>T) "
        r"(?P<neg>is not|was not|not|is impossible|is out)",
        r" [EF] (?P<gap>(?:time )?of )(?P<t>T) ",
        r" [EF] (?P<gap>(?:\| )?)(?P<t>T) (?=\||$|on (?:a )?D )",
        r" (?:have|has|had|got|get) (?:only |just )?(?P<gap>(?:until|till|til) <about>)(?P<t>T) (?:to )?[EF] ",
        r" (?P<gap>(?:[a-zX]+ ){0,4}?(?:until|till|til|by|at|from|before) <about>)(?P<t>T) "
        r"\| (?:(?:that|this) is (?:when |their |the )*E|E (?:time )?(?=\||$))",
        r" (?P<mid>(?:once it is past|past|by|until|before|after|from|at) )(?P<t>T) (?:\| )?"
        r"(?P<gap>(?:you |guests |everyone |everybody )?<has_to> (?:[a-z]+ ){0,2}?)[EF] ",
    )
)
_TIME_IS: Final = re.compile(r" E (?:time )?(?:is|was|of) (?:at )?(?P<t>N) (?=\||$|is |was )")
_WAS_SO: Final = re.compile(r" (?:was|were) (?:[a-z]+ly )?w ")
"""Check-out was painless at nine."""
_CAN: Final = re.compile(r"\b(?:can|could|may|able to|possible|allowed)\b")


def one_time(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield the times from which, or until which, something is said to be possible."""
    for found, amount, item in values((_TIME_IS,), "t", line, scene):
        if amount.low in range(1, 25):
            clock = replace(amount, sign="T", low=amount.low * 60, high=amount.low * 60, is_sure=amount.low > 12)
            yield with_value(line, found, item, *clocks(clock, "", False), is_permission=True)
    for found, amount, item in values(TIMES, "t", line, scene, line.text.replace(" A ", " w ")):
        if amount.sign != "T" or _WAS_SO.search(found[0][: found.start("t") - found.start()]):
            continue
        clock = amount.marked("") if amount.mark == ">" else amount  # "once it's past three": the time itself
        options = tuple(_bounds(found, clock, topic.family is Family.FROM, line.text[: found.start() + 1]))
        if options:
            yield with_value(line, found, item, *options, is_permission=True)


def _bounds(found: re.Match[str], amount: Amount, is_from: bool, before: str) -> Iterator[Option]:
    groups = found.groupdict()
    around = f"{groups.get('gap') or ''} {groups.get('mid') or ''}"
    preps = [
        word
        for word in around.split()
        if word in ("until", "till", "til", "before", "by", "at", "from", "after", "than", "past")
    ]
    prep = preps[-1] if preps else ""
    is_not = bool(groups.get("neg")) or bool(NOT.search(around)) or bool(re.search(r" not (?:[a-z]+ ){0,4}$", before))
    is_can = bool(_CAN.search(around)) or bool(re.search(r" (?:can|could|may|able to) (?:[a-z]+ ){0,2}$", before))
    how, is_denied = _bound(prep, is_not, is_can, is_from)
    if how is not None:
        yield from clocks(amount, how, is_denied)


def _bound(prep: str, is_not: bool, is_can: bool, is_from: bool) -> tuple[str | None, bool]:
    """Return how a time is meant, None for not at all, and whether it is denied."""
    if is_not:
        edges = ("until", "till", "til", "before", "than", *(() if is_from else ("after", "past")))
        if prep in edges:
            return "", False
        return ("can ", True) if is_from and prep in ("at", "by") and is_can else (None, False)
    away = ("until", "till", "til", "before") if is_from else ("from", "after", "past")
    if prep in away or (is_from and prep == "by" and not is_can):
        return None, False
    return ("can " if is_from and is_can and prep in ("at", "by") else ""), False
