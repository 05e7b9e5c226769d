"""Weekdays, and the items of what a fact lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import NOT, Option, Said, span_of, value_at
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic, items_of_list
from reviewwatch.reply.claims.topics.words import phrase
from reviewwatch.reply.claims.values.listed import finder


def days(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield the weekdays on which something is said to be closed, or open."""
    is_closed = bool({"closed", "off", "closing", "shut"} & set(topic.attribute.casefold().split()))
    if is_closed:
        yield from _every_day(scene, line, topic)
    for pattern in patterns.DAYS:
        for found in pattern.finditer(line.text):
            groups = found.groupdict()
            if "E" not in pattern.pattern and not topic.is_business:
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
    r"(?:[a-z]+ ){0,3}?(?:Q (?:a|per) week|Q [QR]|every (?:single )?(?:day|night|evening)|all week|daily|each"
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


_LACKS: Final = finder("""
    not, never, no, without, lacks, lack, missing, nor, neither, impossible, unavailable, unsupported
""")
_LACKS_ELSE: Final = re.compile(
    r" I (?:[EAV] )?(?:[a-z]+ ){0,3}?(?:not (?:have|show|include|contain|keep)|has no|without|lacks) "
    r"(?:[a-z]+ ){0,2}[Xw] | not (?:speak|understand|know) I (?:[a-z]+ )?(?:well|good|much) "
)
"""The PDF has no page numbers; her English is not good."""
_STOCKS: Final = finder("""
    stock, stocks, sell, sells, carry, carries, have, has, offer, offers, accept, accepts, take, takes, support,
    supports, speak, speaks, teach, teaches, serve, serves, repair, repairs, do, taught, sold, stocked, served,
    accepted, taken, spoken, supported, offered, available, missing, repaired
""")


_ONLY_IT: Final = re.compile(r" (?:[a-z]+ ){0,2}(?:I only|only I) (?:\| )?")
"""Sadly CSV only."""


def listing(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield which items of a list there are said to be, or not."""
    items = {part for fact in topic.facts for part in items_of_list(fact.value)}
    named = re.search(r" [EFAV]", line.text) or _STOCKS.search(line.text) or _ONLY_IT.fullmatch(line.text)
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
                is_firm = not _LACKS_ELSE.search(line.text)
                yield Said((option,), start, at + len(words), at, is_firm=is_firm)
