"""Opening hours as reviews state them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import LOOSE, NOT, Option, Said, by_words, span_of, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Family, Topic
from reviewwatch.reply.claims.values.amounts import DAY, Amount
from reviewwatch.reply.claims.values.found import value_of
from reviewwatch.reply.claims.values.listed import listed, phrases

_BE: Final = re.compile(r"(?:^| )(?:is|are|was|were|be|been|being|stays|stayed|remains|remained|'s) (?:[a-z]+ ){0,3}$")
_IS_CLOSE: Final = re.compile(patterns.CLOSE)
_IS_OPEN: Final = re.compile(patterns.OPEN)
_IS_SHUT: Final = re.compile(patterns.STATE_SHUT)
_STOPS_DOING: Final = re.compile(
    r" (?:stops?|stopped|starts?|begins?) "
    r"(?!serving|cooking|pouring|answering|operating|running|working|opening)[a-z]+ing "
)
"""They stop letting people in, start cooking: what they do, not the house."""
_STATES: Final = phrases("""
    closed, shut, over, done, off, gone, finished, ended, cleared away, done for the day, cleared, put away, stopped
""")
_LIFELESS: Final = listed("dead empty deserted abandoned lifeless")
_STAFFED: Final = listed("desk reception lobby phone line support office counter")
_PREPS: Final = re.compile(rf"\b({patterns.PREP})\b")
_EARLY: Final = frozenset(["until", "till", "til", "before", "to"])
_LATE: Final = frozenset(["after", "past", "since", "from"])


def hours(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield when something is said to open, to close, or to be open or not."""
    yield from _never_shut(line)
    read: set[int] = set()
    for of_order, order in ((patterns.HOURS, 0), (patterns.HOURS_LOOSE, LOOSE)):
        for found, amount, item in values(of_order, "t", line, scene):
            if (order and item in read) or not _is_of_house(scene, line, topic, found, is_loose=order > 0):
                continue
            if options := tuple(_times(found, amount)):
                read.add(item)
                is_firm = _is_daily(scene, *span_of(line, found))
                yield with_value(line, found, item, *options, is_firm=is_firm, order=order)


def _is_of_house(scene: Scene, line: Line, topic: Topic, found: re.Match[str], *, is_loose: bool) -> bool:
    """Say whether a time beside a thing is one of its hours, and not when somebody did something."""
    if " E" not in found[0] and "F" not in found[0] and not topic.is_business:
        return False
    if is_loose and _is_pronoun(scene, line, found) and not NOT.search(found[0]):
        return False  # "they danced until nine"
    if found[0].startswith(" E ") and _STOPS_DOING.search(scene.words(*span_of(line, found))):
        return False
    is_lifeless = found.groupdict().get("pred") in _LIFELESS
    return not is_lifeless or bool(_STAFFED & topic.words)  # a bar without guests is open


def _is_pronoun(scene: Scene, line: Line, found: re.Match[str]) -> bool:
    return scene.items[span_of(line, found)[0]].word in ("they", "it", "this", "that", "these", "which", "both")


_SOME_DAYS: Final = re.compile(r" (?:weekend|weekends|saturday|sunday|holiday|holidays|weekday|weekdays) ")


_NEVER_SHUT: Final = re.compile(r" E (?:[a-z]+ ){0,3}?never (?:closes|close|shuts|sleeps|closed|shut) (?=\||$)")


def _never_shut(line: Line) -> Iterator[Said]:
    for found in _NEVER_SHUT.finditer(line.text):
        yield by_words(line, found, Option("00:00-24:00"))


def _is_daily(scene: Scene, start: int, end: int) -> bool:
    first, last = scene.clause(start, end)
    days = {item.amount.unit for item in scene.items[first:last] if item.amount and item.amount.sign == "D"}
    words = scene.words(first, last)
    return " even on " in words or (not days and not _SOME_DAYS.search(words))


_ADVERBS: Final = listed("in on up there away out around off over gone done")
"""Of a house only behind a verb of being, or by themselves: "the van is out until ten", and not "pulled up at ten"."""
_BARE: Final = re.compile(r"(?:[a-z]+ly |only |just |all |still |also )*")
_OUT_AND_ABOUT: Final = listed("in on up there out around")
_THEN: Final = re.compile(r"\b(?:was|were)\b")


def _times(found: re.Match[str], amount: Amount) -> Iterator[Option]:
    groups = found.groupdict()
    gap, mid = groups.get("gap") or "", groups.get("mid") or ""
    preps = _PREPS.findall(mid)
    prep = preps[-1] if preps else ""
    if "then" in mid.split() or (
        "than" in mid.split() and not re.search(r"(?:later|earlier|longer|more|less) than", mid)
    ):
        return
    is_not = len(NOT.findall(f"{gap} {mid}")) % 2 == 1 or bool(groups.get("neg"))
    if _is_deed(groups.get("pred") or "", gap, is_not):
        return
    for how, is_denied in _modes(groups, gap, prep, is_not, amount):
        yield from clocks(amount, how, is_denied)


def _is_deed(pred: str, gap: str, is_not: bool) -> bool:
    """Tell what somebody did once, "the driver rolled up at ten", from how things are."""
    if pred not in _ADVERBS:
        return False
    is_state = _BE.search(gap) is not None or _BARE.fullmatch(gap) is not None
    return not is_state or (pred in _OUT_AND_ABOUT and not is_not and _THEN.search(gap) is not None)


def _modes(
    groups: Mapping[str, str | None], gap: str, prep: str, is_not: bool, amount: Amount
) -> Iterator[tuple[str, bool]]:
    who, pred = groups.get("who"), groups.get("pred") or ""
    if amount.sign == "R":
        is_open = not (pred and (_IS_SHUT.fullmatch(pred) or (pred in _STATES and _BE.search(gap))))
        if is_open or amount.high - amount.low == DAY:
            yield ("", is_not or bool(who and who.startswith(("no", "not"))) or not is_open)
        return
    if who:
        yield from _of_people(who, prep, is_not)
    elif groups.get("reach"):
        yield from _state_open(prep, is_not or bool(NOT.search(groups.get("can") or "")))
    elif groups.get("neg") and not pred:
        yield from _state_open(prep, True)
    elif groups.get("edge"):
        yield (("opens " if groups["edge"] in ("earliest", "first") else "closes "), is_not)
    elif not pred:
        yield from _bare(prep, gap, is_not)
    else:
        yield from _of_predicate(pred, gap, prep, is_not)


_STATES_ELSE: Final = re.compile(
    r"\b(?:was|were|had|did|busy|full|packed|crowded|noisy|loud|quiet|dirty|blocked|reserved|queue|wait(?:ed|ing)?)\b"
)


def _bare(prep: str, gap: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    """Read what no known verb says: not until nine, from nine on."""
    if is_not:
        if prep in (*_EARLY, *_LATE):
            yield from _state_open(prep, True)
    elif _STATES_ELSE.search(gap):
        return
    elif prep in ("until", "till", "til", "to"):
        yield "closes ", False
    elif prep == "from":
        yield "opens ", False


def _of_people(who: str, prep: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    yield from _state_open(prep, is_not or who.startswith(("no", "not")))


def _of_predicate(pred: str, gap: str, prep: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    is_state = _BE.search(gap) is not None
    if _IS_SHUT.fullmatch(pred) or (pred in _STATES and is_state):
        yield from _state_shut(pred, prep, is_not)
    elif pred == "open" and is_state:
        yield from _state_open(prep, is_not)
    elif _IS_CLOSE.fullmatch(pred):
        yield from _closing(pred, prep, is_not)
    elif _IS_OPEN.fullmatch(pred):
        yield from _opening(prep, is_not)
    else:
        yield from _state_open(prep, is_not)


def _closing(pred: str, prep: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    if is_not:
        if prep in _EARLY:
            yield "closes ", False
        return
    if prep in ("until", "till", "til", "to"):
        if pred in ("closed", "shut"):
            yield "opens ", False
        return
    if prep == "before" or (prep in _LATE and pred not in ("closed", "shut")):
        return
    yield "closes ", False
    if pred in ("closed", "shut"):
        yield "", True


def _opening(prep: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    if is_not:
        if prep in _EARLY:
            yield "opens ", False
        elif prep in _LATE:
            yield "closes ", False
        elif prep in ("at", "by", ""):
            yield "", True
    elif prep in ("at", "from", ""):
        yield "opens ", False
    elif prep in ("until", "till", "til", "to"):
        yield "closes ", False


def _state_open(prep: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    if prep in ("until", "till", "til", "to"):
        yield ("opens " if is_not else "closes "), False
    elif prep == "before" and is_not:
        yield "opens ", False
    elif prep in _LATE and is_not:
        yield "closes ", False
    elif prep == "from":
        yield "opens ", False
    elif prep in ("at", "by"):
        yield "", is_not


def _state_shut(pred: str, prep: str, is_not: bool) -> Iterator[tuple[str, bool]]:
    if is_not:
        if prep == "at":
            yield "", False
        elif prep in _EARLY:
            yield "closes ", False
    elif prep in ("until", "till", "til", "before", "to"):
        yield "opens ", False
    elif prep in ("after", "from", "past", "since"):
        yield "closes ", False
    else:
        yield "", True
        if pred not in ("closed", "shut") and not _IS_SHUT.fullmatch(pred):
            yield "closes ", False


_EARLIEST: Final = 6 * 60


def clocks(amount: Amount, how: str, is_denied: bool) -> Iterator[Option]:
    """Yield a time of day, and both readings where morning or evening is not said."""
    half = DAY / 2
    turned = (amount.low + half) % DAY
    is_sure = amount.is_sure or amount.sign not in "TR"
    if is_sure or how or amount.low >= _EARLIEST:  # nobody means four at night by "shut at four"
        yield Option(how + amount.shown(), is_denied)
    if is_sure:
        return
    if amount.sign == "T":
        yield Option(how + replace(amount, low=turned, high=turned).shown(), is_denied)
    else:
        yield Option(how + replace(amount, low=turned, high=turned + amount.high - amount.low).shown(), is_denied)


_FAR_OFF: Final = 4 * 60


def plausible(options: Sequence[Option], topic: Topic) -> Sequence[Option]:
    """Leave out eight in the morning where a place that opens at 18:00 is said to be closed at eight."""
    hours = [value for fact in topic.facts if (value := value_of(fact.value)) and value.sign == "R"]
    if topic.family is not Family.HOURS or len(options) < 2 or not hours:
        return options
    near = [
        one for one in options if not re.fullmatch(r"\d\d:\d\d", one.value) or _distance(one.value, hours) <= _FAR_OFF
    ]
    return near or options


def _distance(clock: str, hours: Sequence[Amount]) -> float:
    """Return how far a time of day is from the next hours that are known, in minutes; 0 within them."""
    at = int(clock[:2]) * 60.0 + int(clock[3:])
    return min(
        0 if one.low <= turn <= one.high else min(abs(turn - one.low), abs(turn - one.high))
        for one in hours
        for turn in (at, at + DAY)
    )
