"""Lengths of time and of things, numbers of things, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import Option, Said, span_of, value_at
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import ALL_SIDES, Topic
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.listed import any_of, finder, listed


def quantity(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield how long, far, heavy or warm something is said to be."""
    if topic.needs_noun and (" A" not in line.text or not (topic.is_business or re.search(r" [EFO]", line.text))):
        return
    text = re.sub(r"[EFO]", "e", line.text) if topic.needs_noun else line.text
    if "age" in topic.words:
        yield from _age(scene, line)
    for order, pattern in enumerate(patterns.QUANTITY):
        for found in pattern.finditer(text):
            amount, item = value_at(line, found, "q", scene)
            if amount is None or amount.unit != topic.dimension:
                continue
            if (amount.mark == ">" or text[: found.start("q")].endswith(" than ")) and _LIMITS.search(
                text[: found.start("q")].rpartition("|")[2]
            ):
                amount = amount.marked("")  # "no further than five miles": that is the limit
            elif not _is_said(scene, line, topic, found, amount):
                continue
            start, end = span_of(line, found)
            before, after = (text[: found.start("q")], line.text[found.end("q") :].strip())
            is_can = re.search(r" (?:can|may|could) (?:[a-z]+ ){0,2}$", before) is not None
            option = Option(("can " if is_can else "") + amount.shown())
            is_firm = topic.dimension != "time" or not (
                _SHIFTS.match(after + " ")
                or _ONCE.search(" " + before.rpartition("|")[2])
                or (_DELAY & set(topic.attribute.casefold().split()) and _WAITS.search(scene.text))
            )
            yield Said((option,), start, max(end, item + 1), item, is_firm=is_firm, order=order)


_AGE: Final = re.compile(r" [EFA] (?:is |starts at |of |\| )(?:only |just )?(?P<q>N) (?=\||$|and |which |so )")


def _age(scene: Scene, line: Line) -> Iterator[Said]:
    """Read "the minimum age is eighteen"."""
    for found in _AGE.finditer(line.text):
        amount, item = value_at(line, found, "q", scene)
        if amount is not None:
            start, end = span_of(line, found)
            yield Said((Option(f"{amount.text} years"),), start, max(end, item + 1), item)


_LIMITS: Final = re.compile(r" (?:not|no|never|nothing|nobody|anything) (?:[a-zEFAX]+ ){0,5}$")
_SHIFTS: Final = re.compile(r"(?:ago|late|early|old|earlier|later|longer|shorter|away) ")
"""Ten minutes late is no length of anything."""
_ONCE: Final = re.compile(
    r" (?:was|were|came|got(?! to)|did|had|answered|arrived|replied) .*(?:after|within|in|for) (?:[a-z]+ ){0,2}$"
)
"""How long it took once."""
_WAITS: Final = re.compile(
    r" still (?:[a-z]+ )?(?:not|no|nothing|waiting|missing|outstanding) | so far | (?:and|is|still) counting "
    r"| (?:has|have) (?:[a-z]+ )?(?:had|taken|sat|waited) | been (?:[a-z]+ ){0,3}Q | without (?:a|an|any|my|our|it) "
    r"| (?:no|not|nothing) (?:[a-z]+ ){0,4}(?:after|in|for|since) (?:[a-z]+ )?Q | yet | (?:now|already) (?:at|in) Q "
    r"| Q (?:now )?(?:\| )?(?:and |but |now )*(?:no|not|nothing) | overdue | pending | no (?:sign|word|trace) "
)
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


_WINDOW: Final = frozenset(["window", "period", "deadline", "limit", "policy"])
_DELAY: Final = frozenset(["time", "turnaround", "processing"])
_WAITING: Final = finder("""
    wait, waiting, waits, takes, take, taking, receive, arrive, arrives, process, processed, processing, credited,
    issued
""")
_LEAVE: Final = re.compile(
    r" (?:have|has|got|get|gives|give) (?:you |me |us |only |just )*Q to | no (?:answer|response"
    r"|reply) | (?:they|we|it) (?:ship|ships|dispatch|send|sends) "
)


def _is_other_time(topic: Topic, clause: str, beside: str) -> bool:
    """Tell how long a refund takes from how long one may ask for it.

    Args:
        clause, beside: The words around it, with and without the topic's names: "they take it back" waits for nothing.
    """
    words = set(topic.attribute.casefold().split())
    if words & _WINDOW:
        return _WAITING.search(beside) is not None
    return bool(words & _DELAY) and _LEAVE.search(clause) is not None


_MUST_SAY: Final = frozenset(["width", "depth", "height", "diameter", "thickness"])


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


# Numbers


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
            start, end = span_of(line, found)
            yield Said((Option("1"),), start, end, -1 - start)
    role = "A" if topic.needs_noun else "E"
    if re.search(r" (?:apartment|apartments|suite|suites|villa|flat|cottage|condo|unit) ", scene.text):
        return  # the rooms of one flat
    is_named = re.search(r" [EF]", line.text) or ("free" in topic.words and _FREE_ONES.search(line.text))
    if topic.needs_noun and not is_named:
        return
    for pattern in patterns.COUNT:
        for found in pattern.finditer(line.text):
            if found["e"] != role:
                continue
            amount, item = value_at(line, found, "q", scene)
            before = line.text[: found.start() + 1]
            starts = _STARTS.search(before) or _STARTS.search(line.text[: found.start("q")])
            if amount is None or (pattern is patterns.COUNT[0] and not starts):
                continue
            if amount.mark == ">" and _LIMITS.search(line.text[: found.start("q")].rpartition("|")[2]):
                amount = amount.marked("")
            end_of_noun = line.items(found.start("e"), found.end("e"))[1]
            if _did_something(scene, item + 1, end_of_noun) or _is_share(scene, topic, before, item):
                continue
            if not _HAD.match(line.text[found.end() :].lstrip()):
                start, end = span_of(line, found)
                yield Said((Option(amount.shown()),), start, max(end, item + 1), item)


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


def oldest(scene: Scene, line: Line, _topic: Topic) -> Iterator[Said]:
    """Yield the oldest version that something is said to need, or to run on."""
    for pattern in patterns.OLDEST:
        for found in pattern.finditer(line.text):
            amount, item = value_at(line, found, "q", scene)
            if amount is None:
                continue
            before = line.text[: found.start() + 1]
            is_not = (
                bool(
                    re.search(
                        r" (?:not|no longer|never|nothing|anything|nowhere|no|refuse|refuses|fails) (?:[a-z]+"
                        r" ){0,4}$",
                        before,
                    )
                )
                or " no longer " in before
            )
            option = _supports(found["how"], amount.text, is_not)
            if option:
                start, end = span_of(line, found)
                yield Said((option,), start, max(end, item + 1), item)


def _supports(how: str, number: str, is_not: bool) -> Option | None:
    if how in ("below", "older than", "before", "under", "less than"):
        return Option(number) if is_not else None
    if how.startswith(("runs", "run", "work", "install", "support", "avail", "compat", "start", "open", "use")):
        return Option(f"runs on {number}", is_not)
    if how in ("is not supported", "is not enough", "is too old", "phones are out", "is out"):
        return Option(f"runs on {number}", True)
    if how in ("is supported", "is enough"):
        return Option(f"runs on {number}")
    return None if is_not else Option(number)


def latest(scene: Scene, line: Line, _topic: Topic) -> Iterator[Said]:
    """Yield which version is said to be the newest."""
    for pattern in patterns.LATEST:
        for found in pattern.finditer(line.text):
            amount, item = value_at(line, found, "q", scene)
            if amount is not None:
                start, end = span_of(line, found)
                yield Said((Option(amount.text, " not " in f" {found['gap']} "),), start, max(end, item + 1), item)
