"""How many of something there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.measures import LIMITS
from reviewwatch.reply.claims.readers.said import Option, Said, by_words, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic
from reviewwatch.reply.claims.values.listed import any_of, finder, listed

_BEFORE_COUNT: Final = any_of("""
    has, have, is, are, with, of, only, just, gives you, give you, gives, get, gets, offers, offer, speaks, speak,
    track, be, to, than, about, over, the, make, create, keep, in, knows, supports, allows, allow, you, house, got,
    up, nearly, around, under, almost, roughly, all, there, these, their, its, at, comes in, a, mere, still, measly,
    after, most, holds, some, on
""")
_STARTS: Final = re.compile(rf"(?:\||\b{_BEFORE_COUNT}|X|w) $|^ $")


_ONE_TONGUE: Final = re.compile(
    r" (?:in |speaks |knows )?I only(?= )| (?:nothing but|just) I(?! (?:and|or|I))"
    r"| only (?:in |speaks |supports |knows |comes in |available in |understands )*I(?! (?:and|or|I))"
)


def count(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield how many of something there are said to be."""
    if topic.items:
        for found in _ONE_TONGUE.finditer(line.text):
            yield by_words(line, found, Option("1"))
    if _FLAT.search(scene.text):
        return  # the rooms of one flat
    is_named = re.search(r" [EF]", line.text) or ("free" in topic.words and _FREE_ONES.search(line.text))
    if topic.needs_noun and not is_named:
        return
    role = "A" if topic.needs_noun else "E"
    for found, amount, item in values(patterns.COUNT, "q", line, scene):
        if found["e"] != role or not _is_counted(scene, line, topic, found, item):
            continue
        is_most = amount.mark == ">" and LIMITS.search(line.text[: found.start("q")].rpartition("|")[2])
        yield with_value(line, found, item, Option((amount.marked("") if is_most else amount).shown()))


def _is_counted(scene: Scene, line: Line, topic: Topic, found: re.Match[str], item: int) -> bool:
    """Say whether a number beside a thing is how many there are, and not how many did something."""
    before = line.text[: found.start() + 1]
    starts = _STARTS.search(before) or _STARTS.search(line.text[: found.start("q")])
    if found.re is patterns.COUNT[0] and not starts:
        return False
    _, end_of_noun = line.items(found.start("e"), found.end("e"))
    if _did_something(scene, item + 1, end_of_noun) or _is_share(scene, topic, before, item):
        return False
    return not _HAD.match(line.text[found.end() :].lstrip())


_FLAT: Final = finder("""
    apartment, apartments, suite, suites, villa, flat, cottage, condo, unit
""")
_HAD: Final = re.compile(r"(?:of|was|were|had|could) ")
_OURS: Final = re.compile(
    r" (?:my|our|these|those|of my|(?<!comes )(?<!come )(?<!available )(?<!speaks )(?<!exists )in) $"
)
_SOME_OF: Final = re.compile(r" (?:one|two|some|any|each|none|all|both) of (?:the |these )?$")
_I_DO: Final = re.compile(r" (?:i|we) (?:[a-z]+ ){0,2}$")


def _is_share(scene: Scene, topic: Topic, before: str, item: int) -> bool:
    """Tell "my three lists" and "one of three doctors" from how many there are."""
    told = scene.words(0, item)
    if re.search(r" (?!limited|capped|allowed|based|called)[a-z]+ed (?:just |only |about )?$", told):
        return True
    if _SOME_OF.search(told) or _I_DO.search(before):
        return True
    if topic.items:
        return _SPEAKERS.search(told) is not None
    is_mine = before.endswith(" X ") and re.search(r" (?:i|we|me|us|my|our) ", scene.text) is not None
    return is_mine or _OURS.search(before) is not None


_STATED: Final = listed("allowed provided included needed required limited supported called named numbered")
_DID: Final = listed("came went sat stood took ran saw left got stole broke fell spoke told said asked gave")


def _did_something(scene: Scene, first: int, end: int) -> bool:
    """Tell "two doctors argued" from how many there are."""
    after = scene.items[end].word if first <= end < len(scene.items) else ""
    return after in _DID or (len(after) > 4 and after.endswith("ed") and after not in _STATED)


_SPEAKERS: Final = re.compile(
    r" (?!it |they |app |you )[a-z]+ (?:can |could |do |even )?"
    r"(?:speak|speaks|spoke|know|knows|understand|understands) (?:[a-z]+ ){0,2}$"
)
"""Staff who speak two languages are no app in two languages."""
_FREE_ONES: Final = re.compile(r" N free A | N A free ")
"""Four free lists: those of the free plan."""
