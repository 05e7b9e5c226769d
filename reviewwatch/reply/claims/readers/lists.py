"""Weekdays, and the items of what a fact lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import NOT, Option, Said, by_words, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic, items_of_list
from reviewwatch.reply.claims.topics.words import phrase
from reviewwatch.reply.claims.values.listed import any_of, finder, phrases


def days(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield the weekdays on which something is said to be closed, or open."""
    is_closed = bool({"closed", "off", "closing", "shut"} & set(topic.attribute.casefold().split()))
    if is_closed:
        yield from _every_day(scene, line, topic)
    for found, amount, item in values(patterns.DAYS, "d", line, scene):
        if "E" in found.re.pattern or topic.is_business:
            is_rule = bool(amount.per) or not re.search(r" (?:was|were|last|this|next|did|had) ", line.text)
            option = Option(amount.text, _says_closed(found) != is_closed)
            yield with_value(line, found, item, option, is_firm=is_rule)


_CLOSED: Final = phrases("""
    closed, shut, closes, shuts, day off, off, rests, not open, does not open, dark, rest day, closing day
""")


def _says_closed(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    pred = groups.get("pred") or "closed"
    is_not = NOT.search(groups.get("gap") or "") is not None and not pred.startswith(("not", "does not"))
    return (pred in _CLOSED) != is_not


_OPEN_ON: Final = any_of("""
    Q (?:a|per) week, Q [QR], every (?:single )?(?:day|night|evening), all week, daily, each (?:day|night)
""")
_DAILY: Final = re.compile(
    r" (?:E|F|it|they|we|place|house|shop|store) (?:[a-z]+ ){0,4}?"
    rf"(?:open|opens|serves|serve|runs|cooks|there|available) (?:[a-z]+ ){{0,3}}?{_OPEN_ON} "
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
            yield by_words(line, found, Option(topic.facts[0].value, True))


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
                start = min(at, max(first, line.items(named.start() + 1, named.end())[0]))
                is_only = _ONLY.search(scene.words(first, at) + scene.words(at, last)[:40])
                is_lacking = _LACKS.search(scene.words(first, last)) is not None
                option = Option(f"only {part}") if is_only else Option(part, is_lacking)
                yield Said((option,), start, at + len(words), at, is_firm=not _LACKS_ELSE.search(line.text))


_ONLY: Final = finder("only, nothing but, just, solely, exclusively")
