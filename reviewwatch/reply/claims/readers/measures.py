"""Lengths of time and of things, weights and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import Option, Said, span_of, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import ALL_SIDES, Topic
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.listed import finder, listed


def quantity(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield how long, far, heavy or warm something is said to be."""
    if topic.needs_noun and (" A" not in line.text or not (topic.is_business or re.search(r" [EFO]", line.text))):
        return
    text = re.sub(r"[EFO]", "e", line.text) if topic.needs_noun else line.text
    if "age" in topic.words:
        yield from _age(scene, line)
    for order, pattern in enumerate(patterns.QUANTITY):
        for found, amount, item in values((pattern,), "q", line, scene, text):
            before = text[: found.start("q")]
            is_limit = _is_limit(before, amount)
            if amount.unit != topic.dimension or not (is_limit or _is_said(scene, line, topic, found, amount)):
                continue
            is_can = re.search(r" (?:can|may|could) (?:[a-z]+ ){0,2}$", before) is not None
            option = Option(("can " if is_can else "") + (amount.marked("") if is_limit else amount).shown())
            is_firm = topic.dimension != "time" or not _is_once(scene, line, topic, found)
            yield with_value(line, found, item, option, is_firm=is_firm, order=order)


def _is_limit(before: str, amount: Amount) -> bool:
    """Find "no further than five miles"."""
    is_more = amount.mark == ">" or before.endswith(" than ")
    return is_more and LIMITS.search(before.rpartition("|")[2]) is not None


def _is_once(scene: Scene, line: Line, topic: Topic, found: re.Match[str]) -> bool:
    """Tell how long something took once, or has taken so far, from how long it takes."""
    before, after = line.text[: found.start("q")], line.text[found.end("q") :].strip()
    if _SHIFTS.match(after + " ") or _ONCE.search(" " + before.rpartition("|")[2]):
        return True
    return bool(_DELAY & set(topic.attribute.casefold().split())) and _WAITS.search(scene.text) is not None


_AGE: Final = re.compile(r" [EFA] (?:is |starts at |of |\| )(?:only |just )?(?P<q>N) (?=\||$|and |which |so )")


def _age(scene: Scene, line: Line) -> Iterator[Said]:
    """Read "the minimum age is eighteen"."""
    for found, amount, item in values((_AGE,), "q", line, scene):
        yield with_value(line, found, item, Option(f"{amount.text} years"))


LIMITS: Final = re.compile(r" (?:not|no|never|nothing|nobody|anything) (?:[a-zEFAX]+ ){0,5}$")
_SHIFTS: Final = re.compile(r"(?:ago|late|early|old|earlier|later|longer|shorter|away) ")
"""Ten minutes late is no length of anything."""
_ONCE: Final = re.compile(
    r" (?:was|were|came|got(?! to)|did|had|answered|arrived|replied) .*(?:after|within|in|for) (?:[a-z]+ ){0,2}$"
)
"""How long it took once."""
_WAITS: Final = finder(r"""
    still (?:[a-z]+ )?(?:not|no|nothing|waiting|missing|outstanding), so far, (?:and|is|still) counting,
    (?:has|have) (?:[a-z]+ )?(?:had|taken|sat|waited), been (?:[a-z]+ ){0,3}Q, without (?:a|an|any|my|our|it),
    (?:no|not|nothing) (?:[a-z]+ ){0,4}(?:after|in|for|since) (?:[a-z]+ )?Q, yet, (?:now|already) (?:at|in) Q,
    Q (?:now )?(?:\| )?(?:and |but |now )*(?:no|not|nothing), overdue, pending, no (?:sign|word|trace)
""")
"""Somebody waits, and how long is no rule."""
_UNSAID: Final = re.compile(r" (?:ago|than|not|never|nor) ")


def _is_said(scene: Scene, line: Line, topic: Topic, found: re.Match[str], amount: Amount) -> bool:
    """Say whether a quantity is stated, and of what the fact measures."""
    gap = f" {found['gap']} "
    is_unsaid = _UNSAID.search(gap) and not amount.mark and not re.search(r" not (?:even )?(?:until|before|just) ", gap)
    clause = scene.words(*scene.clause(*span_of(line, found)))
    beside = _clause_of(line.text, found.start(), found.end())
    return not is_unsaid and not _is_other_time(topic, clause, beside) and _is_side(scene, line, topic, found)


def _clause_of(text: str, start: int, end: int) -> str:
    """Return the part of a line between breaks around a place."""
    return f" {text[text.rfind('|', 0, start) + 1 : end]}{text[end:].partition('|')[0]} "


_WINDOW: Final = listed("window period deadline limit policy")
_DELAY: Final = listed("time turnaround processing")
_WAITING: Final = finder("""
    wait, waiting, waits, takes, take, taking, receive, arrive, arrives, process, processed, processing, credited,
    issued
""")
_LEAVE: Final = finder("""
    (?:have|has|got|get|gives|give) (?:you |me |us |only |just )*Q to, no (?:answer|response|reply),
    (?:they|we|it) (?:ship|ships|dispatch|send|sends)
""")


def _is_other_time(topic: Topic, clause: str, beside: str) -> bool:
    """Tell how long a refund takes from how long one may ask for it.

    Args:
        clause, beside: The words around it, with and without the topic's names: "they take it back" waits for nothing.
    """
    words = set(topic.attribute.casefold().split())
    if words & _WINDOW:
        return _WAITING.search(beside) is not None
    return bool(words & _DELAY) and _LEAVE.search(clause) is not None


_MUST_SAY: Final = listed("width depth height diameter thickness")


def _is_side(scene: Scene, line: Line, topic: Topic, found: re.Match[str]) -> bool:
    first, last = scene.clause(*span_of(line, found))
    words = set(scene.words(first, last).split())
    if topic.dimension != "length":
        return True
    if words & topic.sides & ALL_SIDES or (words & topic.sides and topic.sides & {"wide", "deep", "tall", "high"}):
        return True
    if words & (ALL_SIDES - topic.sides):
        return False
    return not topic.sides & _MUST_SAY
