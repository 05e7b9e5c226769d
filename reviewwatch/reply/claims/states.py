"""Days off, lists, and what is or is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims import existence, patterns
from reviewwatch.reply.claims.predicates import Mode
from reviewwatch.reply.claims.said import NOT, Option, Said, span_of, value_at
from reviewwatch.reply.claims.scene import Line, Scene
from reviewwatch.reply.claims.topics import Topic, items_of_list
from reviewwatch.reply.claims.words import phrase


def days(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield the weekdays on which something is said to be closed, or open."""
    is_closed = bool({"closed", "off", "closing", "shut"} & set(topic.attribute.casefold().split()))
    if is_closed:
        yield from _every_day(scene, line, topic)
    for pattern in patterns.DAYS:
        for found in pattern.finditer(line.text):
            groups = found.groupdict()
            if "E" not in pattern.pattern.replace("GAP", "") and not topic.is_business:
                continue
            amount, item = value_at(line, found, "d", scene)
            if amount is None:
                continue
            is_rule = bool(amount.per) or not re.search(r" (?:was|were|last|this|next|did|had) ", line.text)
            pred = groups.get("pred") or "closed"
            says_closed = pred in (
                "closed",
                "shut",
                "closes",
                "shuts",
                "day off",
                "off",
                "rests",
                "not open",
                "does not open",
                "dark",
                "rest day",
                "closing day",
            )
            says_closed ^= bool(NOT.search(groups.get("gap") or "")) and not pred.startswith(("not", "does not"))
            start, end = span_of(line, found)
            yield Said(
                (Option(amount.text, says_closed != is_closed),), start, max(end, item + 1), item, is_firm=is_rule
            )


_DAILY: Final = re.compile(
    r" (?:E|F|it|they|we|place|house|shop|store) (?:[a-z]+ ){0,4}?(?:open|opens|serves|serve|runs|cooks|there"
    r"|available) "
    r"(?:[a-z]+ ){0,3}?(?:Q (?:a|per) week|Q R|every (?:single )?(?:day|night|evening)|all week|daily|each"
    r" (?:day|night)) "
)


def _every_day(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Read "open seven nights a week" of what a fact says to be closed on a day."""
    for found in _DAILY.finditer(line.text):
        amounts = [item.amount for item in scene.items if item.amount and item.amount.sign == "Q"]
        if (" Q " in found[0] and (not amounts or amounts[0].text not in ("7 days", "7 nights"))) or NOT.search(
            found[0]
        ):
            continue
        if topic.is_business or " E " in found[0]:
            start, end = span_of(line, found)
            yield Said((Option(topic.facts[0].value, True),), start, end, -1 - start)


_LACKS: Final = re.compile(
    r" (?:not|never|no|without|lacks|lack|missing|nor|neither|impossible|unavailable|unsupported) "
)
_STOCKS: Final = re.compile(
    r" (?:stock|stocks|sell|sells|carry|carries|have|has|offer|offers|accept|accepts|take|takes"
    r"|support|supports|speak|speaks|teach|teaches|serve|serves|repair|repairs|do|taught|sold|stocked"
    r"|served|accepted|taken|spoken|supported|offered|available|missing|repaired) "
)


def listing(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield which items of a list there are said to be, or not."""
    items = {part for fact in topic.facts for part in items_of_list(fact.value)}
    named = re.search(r" [EFAV]", line.text) or _STOCKS.search(line.text)
    if not named:
        return
    for part in items:
        words = phrase(part)
        for at in range(len(scene.stems) - len(words) + 1):
            if tuple(scene.stems[at : at + len(words)]) == words:
                first, last = scene.clause(at, at + 1)
                text = scene.words(first, at)
                start = min(at, max(first, line.items(named.start() + 1, named.end())[0]))
                only = (
                    re.search(r" (?:only|nothing but|just|solely|exclusively) ", text + scene.words(at, last)[:40])
                    is not None
                )
                option = (
                    Option(f"only {part}")
                    if only
                    else Option(part, _LACKS.search(scene.words(first, last)) is not None)
                )
                yield Said((option,), start, at + len(words), at)


def yes_no(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what is said to be there, allowed, needed or so, or not."""
    predicate = topic.predicate
    if predicate is None:
        return
    thing = "A" if predicate.things else "E"
    if thing == "A" and not line.is_heir and not re.search(r" [EFO]", line.text):
        return
    if predicate.is_everywhere:
        yield from _in_some(line)
    if "included" in topic.words:
        yield from _extra(line, thing)
    for one in existence.readings(line.text, predicate.mode, thing):
        start, end = line.items(one.start, one.end)
        is_firm = not one.is_bare or not existence.is_narrowed(line.text[one.end :])
        if predicate.mode is Mode.ALLOWED and one.is_there and _OUT_THERE.match(line.text[one.end :].lstrip()):
            is_firm = False
        is_firm = is_firm and not (predicate.is_everywhere and _is_one_room(scene))
        yield Said(
            (Option("yes" if one.is_there else "no"),), start, end, start, is_firm=is_firm,
            is_permission=predicate.mode is Mode.ALLOWED,
        )  # fmt: skip


_OUT_THERE: Final = re.compile(r"(?:there|outside|outdoors|(?:in|on|at|by|near) (?:the |a |an |their |your |its )?X) ")
"""Where something is allowed that is not where the fact is about."""
_IN_SOME: Final = re.compile(
    r" [EF] (?:is |are |come |comes )?only (?:come |comes )?(?:in|with|for) (?:the |some |certain )"
    r"| not (?:every|all|each) (?:of the )?(?:room|rooms|X) (?:has|have|had|comes|come|got|gets) (?:with"
    r" )?(?:an? )?[EF] "
    r"| only (?:some|certain|the X) (?:of the )?(?:rooms |X )?(?:has|have|come with|get) (?:an? )?[EF] "
)


def _in_some(line: Line) -> Iterator[Said]:
    """Read "kettles are only in the suites" of what is in every room."""
    for found in _IN_SOME.finditer(line.text):
        start, end = span_of(line, found)
        yield Said((Option("no"),), start, end, start)


def _extra(line: Line, thing: str) -> Iterator[Said]:
    """What costs extra is not included."""
    named = "A" if thing == "A" else "[EF]"
    says = "(?:extra|charged extra|charged for|charged separately|not free|an extra|extra money|more)"
    for pattern in (rf" {named} (?:is|are|costs|cost) (?:all )?{says}", rf" pay (?:extra |more )*for (?:the )?{named}"):
        for found in re.finditer(pattern, line.text):
            start, end = span_of(line, found)
            yield Said((Option("no"),), start, end, start)


def _is_one_room(scene: Scene) -> bool:
    return re.search(
        r" (?:our|my|the|one|this|some) (?:room|bedroom) | in room ", scene.text
    ) is not None and not re.search(r" (?:any|all|every|each|none|no) (?:of the |of them |room)| like all ", scene.text)
