"""Whether something is said to be there, allowed, needed, done or so, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from reviewwatch.reply.claims.readers.said import Option, Said, span_of
from reviewwatch.reply.claims.readers.wordings import wordings
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.predicates import Mode
from reviewwatch.reply.claims.topics.topic import Topic
from reviewwatch.reply.claims.values.listed import any_of

_NO_NOUN: Final = r"(?! (?:X|free|room|rooms|service|menu|page|app|team|staff|office|door|period|price|site|website)\b)"
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
    for pattern, is_there, is_bare in rules(mode, named):
        for found in pattern.finditer(line):
            if is_there and _DENIED.search(_DISLIKE.sub(" ", line[: found.start() + 1].rpartition("|")[2])):
                continue
            start = found.start() + 1 if "there used" not in found[0] else found.start() + found[0].index("there used")
            yield Reading(start, found.end(), is_there, is_bare)


_Rule = tuple[re.Pattern[str], bool, bool]


@cache
def rules(mode: Mode, thing: str) -> tuple[_Rule, ...]:
    """Return the patterns of a mode, compiled; `thing` is the pattern of the thing's sign in a line."""
    return tuple((re.compile(pattern), is_there, is_bare) for pattern, is_there, is_bare in wordings(mode, thing))


_BEFORE_PLACE: Final = any_of("""
    the, this, their, your, our, any of the, any, every, each, whole, entire, all, a, its, 's
""")
_PLACE: Final = any_of("""
    house, hotel, lodge, app, building, place, inn, shop, store, premises, settings, menu, options, screen, home,
    phone, version, site, property, area, rooms, room, box, pack, package, packaging, office, entrance, guests, users,
    us, you, customers, anyone, anybody, everyone, sight, kind, all, short, course, date, itself, days, years, time,
    months, N, [EFAPUV]
""")
_PLACES: Final = (
    r"(?:in|at|on|inside|within|to|from|with|for|of|around|across|throughout) "
    rf"(?:{_BEFORE_PLACE} )*{_PLACE}(?: 's (?:box|pack|package|parcel))?(?: X)?"
)
"""Where a thing is missing as a whole."""
_NARROWS: Final = re.compile(
    any_of("""
    [XMTRQDN], bigger, larger, smaller, heavier, longer, shorter, taller, more, less, left, tonight, working, that,
    who, where, when, while, if, unless, except, only, other, than, over, under, outside, before, after, during,
    until, till, between, besides, like, per, nearby, apart
""")
    + " "
)
_ENDS: Final = re.compile(r"(?:\||$|(?:and|or|nor|but|so) )")
_WHOLE: Final = any_of(f"""
    means, support, at all, here, there, whatsoever, either, yet, still, now, today, too, as well, anywhere, nowhere,
    allowed, permitted, needed, required, ever, sadly, please, available, offered, included, full stop, period,
    provided, supplied, these days, nowadays, so far, even now, is, are, was, were, gets, get, automatically,
    {_PLACES}, in the old days, in those days, back then, at the time, any longer, any more, to [a-z]+, since [a-z]+,
    after all (?:these|this) (?:years|time|months), than, before, unless
""")
_FINE: Final = re.compile(rf"{_WHOLE} (?=(?:\||$|[a-z]))")


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


def yes_no(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what is said to be there, allowed, needed or so, or not."""
    predicate = topic.predicate
    if predicate is None:
        return
    thing = "A" if predicate.things else "E"
    if thing == "A" and not line.is_heir and not re.search(r" [EFO]", line.text):
        return
    if predicate.is_everywhere and (some := list(_in_some(line))):
        yield from some
        return
    if "included" in topic.words:
        yield from _extra(line, thing)
    for one in readings(line.text, predicate.mode, thing):
        start, end = line.items(one.start, one.end)
        is_firm = not one.is_bare or not is_narrowed(line.text[one.end :])
        has_place = bool({"in", "on", "at", "inside"} & set(topic.attribute.casefold().split()))
        if has_place and one.is_there and _OUT_THERE.match(line.text[one.end :].lstrip()):
            is_firm = False
        is_firm = is_firm and not (predicate.is_everywhere and _is_one_room(scene)) and not _SOME_OF.search(line.text)
        yield Said(
            (Option("yes" if one.is_there else "no"),), start, end, start, is_firm=is_firm,
            is_permission=predicate.mode is Mode.ALLOWED,
        )  # fmt: skip


_OUT_THERE: Final = re.compile(r"(?:there|outside|outdoors|(?:in|on|at|by|near) (?:the |a |an |their |your |its )?X) ")
"""Where something is allowed that is not where the fact is about."""
_SOME_OF: Final = re.compile(
    r" (?:one|N|some|half|most|few|several|both) of (?:the |my |our |these |its )?(?:[a-z]+ )?[AEF] "
)
_IN_SOME: Final = re.compile(
    r" [EF] (?:is |are |come |comes )?(?:only|just) (?:come |comes )?(?:in|with|for) (?:the |some |certain )"
    r"| only (?:[a-z]+ ){0,2}(?:a |the )?[EF] (?:in|with|for) (?:some|certain|a few|the (?:[a-z]+er|best|X)) "
    r"(?:rooms|suites|O|X) (?![^|]*\| (?:and |but )?no )"
    r"| not (?:every|all|each) (?:of the )?(?:room|rooms|X) (?:has|have|had|comes|come|got|gets) (?:with"
    r" )?(?:an? )?[EF] "
    r"| only (?:some|certain|the [a-zX]+) (?:of the )?(?:rooms |X )?(?:has|have|come with|get) (?:an? )?[EF] "
)


def _in_some(line: Line) -> Iterator[Said]:
    """Read "kettles are only in the suites" of what is in every room."""
    for found in _IN_SOME.finditer(line.text):
        yield _no(line, found)


def _no(line: Line, found: re.Match[str]) -> Said:
    start, end = span_of(line, found)
    return Said((Option("no"),), start, end, start)


def _extra(line: Line, thing: str) -> Iterator[Said]:
    """What costs extra is not included."""
    named = "A" if thing == "A" else "[EF]"
    says = "(?:extra|charged extra|charged for|charged separately|not free|an extra|extra money|more)"
    for pattern in (rf" {named} (?:is|are|costs|cost) (?:all )?{says}", rf" pay (?:extra |more )*for (?:the )?{named}"):
        for found in re.finditer(pattern, line.text):
            yield _no(line, found)


def _is_one_room(scene: Scene) -> bool:
    return re.search(
        r" (?:our|my|the|one|this|some) (?:room|bedroom) | in room ", scene.text
    ) is not None and not re.search(r" (?:any|all|every|each|none|no) (?:of the |of them |room)| like all ", scene.text)
