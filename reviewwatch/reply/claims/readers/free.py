"""What is said to be free, or not to be: without an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import NOT, Option, Said, by_words
from reviewwatch.reply.claims.readers.whether import is_narrowed
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic
from reviewwatch.reply.claims.topics.words import phrase
from reviewwatch.reply.claims.values.listed import any_of, listed

_LIMIT: Final = any_of("""
    from, until, till, over, above, if, with, before, after, on, only, up, once, when, unless, between, during, than,
    below, under, as, M, Q, T, R, D, N
""")
_QUALIFIED: Final = re.compile(rf"^(?:\w+ )?{_LIMIT}\b")
_ALL: Final = any_of("""
    of charge, with (?:every|all|any|each)(?= ),
    for (?:guests|everyone|all|us|you|everybody|customers|residents|visitors|anyone), to use, on top, here, there,
    with the room, as well, at (?:the )?house, in (?:the )?house, behind, right, at all, too
""")
_FOR_ALL: Final = re.compile(rf"^{_ALL}\b")


def free(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what is said to cost nothing, or something."""
    yield from _for_nothing(scene, line)
    if _FEES & set(phrase(topic.entity)):
        yield from _no_fee(line)
    yield from _paid(line)


def _is_for_all(tail: str) -> bool:
    """Say whether nothing behind "free" makes it a narrower offer: from an amount on, with a card."""
    return not _QUALIFIED.match(tail) or _FOR_ALL.match(tail) is not None


def _paid(line: Line) -> Iterator[Said]:
    """Read "parking costs extra"."""
    for pattern in patterns.PAID:
        for found in pattern.finditer(line.text):
            tail = found["tail"]
            told = line.text[found.start() : found.start("tail")].replace("not included", "").replace("not free", "")
            if re.match(r"^(?:\w+ ){0,2}M\b", tail) or NOT.search(told) or _denies(line.text[: found.start() + 1]):
                continue
            start, end = line.items(found.start() + 1, found.start("tail"))
            yield Said((Option("free", True),), start, end, -1 - start, is_firm=_is_for_all(tail))


def _denies(before: str) -> bool:
    return re.search(r" (?:not|never|no) (?:[a-z]+ ){0,2}$", before) is not None


def _for_nothing(scene: Scene, line: Line) -> Iterator[Said]:
    for pattern in patterns.FREE:
        for found in pattern.finditer(line.text):
            gap = f" {found['gap']} "
            tail = found["tail"]
            if re.search(r" (?:says|say|said|show|shows|told|get|gets|feel|feels|look|looks) ", gap):
                continue
            if re.search(r" (?:pay|paid|paying|charge|charged|cost|costs) ", gap) and found["free"] == "free":
                continue
            start, end = line.items(found.start() + 1, found.start("tail"))
            if any(item.is_quoted for item in scene.items[start:end]):
                continue
            is_denied = bool(re.search(r" (?:not|no|never|nothing|hardly) ", gap)) or _denies_all(line, found)
            is_firm = " only " not in gap and _is_for_all(tail)
            yield Said((Option("free", is_denied),), start, end, -1 - start, is_firm=is_firm)


_NO_SUCH: Final = re.compile(r" (?:no|not|without|lacks|lack|no such thing as|not a|not any|no longer any) $")


def _denies_all(line: Line, found: re.Match[str]) -> bool:
    before = line.text[: found.start() + 1]
    return found["free"] in ("free", "complimentary") and _NO_SUCH.search(before) is not None


_FEES: Final = listed("fee charge deposit surcharge supplement tip minimum tax caution gratuity")
_NO_FEE: Final = re.compile(
    r" (?:no|zero|without a|without any|"
    r"(?:not|never) (?:charge|take|ask for|ask|want|have|demand|pay|require|need) (?:you )?(?:an? |any )?)"
    r" ?(?:need for an? )?E(?! X)"
)
_TAKES: Final = any_of("""
    there is, they charge, they want, they take, they ask for, they have, they demand, have to pay, must pay, you pay
""")
_A_FEE: Final = re.compile(rf"(?<! not) {_TAKES} (?:also |even |now )?(?:an? )E(?! (?:X|of|M))")


def _no_fee(line: Line) -> Iterator[Said]:
    """Read "no deposit" and "they take a deposit"."""
    for pattern, is_denied in ((_NO_FEE, False), (_A_FEE, True)):
        for found in pattern.finditer(line.text):
            tail = line.text[found.end() :].lstrip()
            is_late = re.search(r" Q (?:on|later|now) ", line.text[: found.start() + 1])  # and it is not back
            if not is_late and not re.match(r"(?:[a-z]+ ){0,3}M", tail):
                is_firm = is_denied or not is_narrowed(tail)
                yield by_words(line, found, Option("free", is_denied), is_firm=is_firm)
