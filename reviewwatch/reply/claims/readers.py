"""What a sentence states about a topic: one reader for each family of claims.

A reader yields every way to read it (`options`); which counts is decided later, in the reviewer's favor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from reviewwatch.reply.claims import existence, patterns
from reviewwatch.reply.claims.amounts import DAY, Amount
from reviewwatch.reply.claims.predicates import Mode
from reviewwatch.reply.claims.scene import Line, Scene
from reviewwatch.reply.claims.topics import ALL_SIDES, Family, Topic, items_of_list
from reviewwatch.reply.claims.values import value_of
from reviewwatch.reply.claims.words import phrase


class Option(NamedTuple):
    """One way to read a statement."""

    value: str
    is_denied: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A statement about a topic.

    Attributes:
        options: Ways to read it.
        start, end: Items of the sentence.
        key: The item of its value, or of its word: two topics may claim one, and then neither is sure.
        is_firm: Nothing in its own words narrows it.
        is_permission: It says that something may be done.
        is_once: What happened once would be no statement.
        order: How far-fetched the wording is; of two topics for one value the nearer counts.
    """

    options: tuple[Option, ...]
    start: int
    end: int
    key: int
    is_firm: bool = True
    is_permission: bool = False
    is_once: bool = True
    order: int = 0


def read(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what a sentence states about a topic."""
    reader = _READERS.get(topic.family)
    if reader:
        yield from reader(scene, line, topic)


_NOT: Final = re.compile(r"\b(?:not|never|nobody|no one|noone)\b")
_MARKS: Final = (
    (re.compile(r"\b(?:a little|a bit|just|slightly|well|far|much)? ?(?:over|above|upwards of|longer than|later than|past) (?:the )?$|\bmore than $|\babove $|\bat least $"), ">"),
    (re.compile(r"\b(?:under|below|less than|shorter than|hardly|barely|not even|nearly at) (?:the )?$|\bearlier than $"), "<"),
    (re.compile(r"\b(?:about|around|roughly|nearly|almost|approximately|circa|some|close to|more or less|maybe) (?:a |the )?$"), "~"),
)  # fmt: skip


def _marked(amount: Amount, before: str, after: str) -> Amount:
    for pattern, mark in _MARKS:
        if pattern.search(before):
            if mark == ">" and before.endswith("at least "):
                continue
            return amount.marked("<" if mark == "<" else mark)
    if re.match(r" ?(?:or so|ish|or thereabouts|more or less|give or take|roughly|or less) ", after):
        return amount.marked("~")
    if re.match(r" ?(?:or more|plus|and more) ", after):
        return amount.marked(">")
    return amount


def _at(line: Line, found: re.Match[str], group: str, scene: Scene) -> tuple[Amount | None, int]:
    """Return the value in a group with its mark, and the item where it stands."""
    start = found.start(group)
    amount = line.amount(start, scene.items)
    item = line.items(start, start + 1)[0]
    if amount is None:
        return None, item
    return _marked(amount, line.text[:start], line.text[found.end(group) :]), item


def _span(line: Line, found: re.Match[str]) -> tuple[int, int]:
    return line.items(found.start() + 1, found.start() + len(found[0].rstrip()))


# Hours


_BE: Final = re.compile(r"(?:^| )(?:is|are|was|were|be|been|being|stays|stayed|remains|remained|'s) (?:[a-z]+ ){0,3}$")
_IS_CLOSE: Final = re.compile(rf"(?:{patterns.CLOSE})")
_IS_OPEN: Final = re.compile(rf"(?:{patterns.OPEN})")
_IS_SHUT: Final = re.compile(rf"(?:{patterns.STATE_SHUT})")
_STATES: Final = frozenset(["closed", "shut", "over", "done", "off", "gone", "finished", "ended", "cleared away", "done for the day", "cleared", "put away", "stopped"])
_PREPS: Final = re.compile(rf"\b({patterns.PREP})\b")
_EARLY: Final = frozenset(["until", "till", "til", "before", "to"])
_LATE: Final = frozenset(["after", "past", "since", "from"])


def _hours(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    yield from _never_shut(line)
    for pattern in patterns.HOURS:
        for found in pattern.finditer(line.text):
            amount, item = _at(line, found, "t", scene)
            if amount is None:
                continue
            options = tuple(_times(found, amount))
            if options:
                start, end = _span(line, found)
                yield Said(options, start, max(end, item + 1), item, is_firm=_is_daily(scene, start, end), is_once=True)


_SOME_DAYS: Final = re.compile(r" (?:weekend|weekends|saturday|sunday|holiday|holidays|weekday|weekdays) ")


_NEVER_SHUT: Final = re.compile(r" E (?:[a-z]+ ){0,3}?never (?:closes|close|shuts|sleeps|closed|shut) (?=\||$)")


def _never_shut(line: Line) -> Iterator[Said]:
    for found in _NEVER_SHUT.finditer(line.text):
        start, end = _span(line, found)
        yield Said((Option("00:00-24:00"),), start, end, -1 - start)


def _is_daily(scene: Scene, start: int, end: int) -> bool:
    first, last = scene.clause(start, end)
    days = {item.amount.unit for item in scene.items[first:last] if item.amount and item.amount.sign == "D"}
    return not days and not _SOME_DAYS.search(scene.words(first, last))


def _times(found: re.Match[str], amount: Amount) -> Iterator[Option]:
    groups = found.groupdict()
    gap, mid = groups.get("gap") or "", groups.get("mid") or ""
    preps = _PREPS.findall(mid)
    prep = preps[-1] if preps else ""
    if "then" in mid.split() or "than" in mid.split() and not re.search(r"(?:later|earlier|longer|more|less) than", mid):
        return
    is_not = len(_NOT.findall(f"{gap} {mid}")) % 2 == 1 or bool(groups.get("neg"))
    for how, is_denied in _modes(groups, gap, prep, is_not, amount):
        yield from _clocks(amount, how, is_denied)


def _modes(groups: Mapping[str, str | None], gap: str, prep: str, is_not: bool, amount: Amount) -> Iterator[tuple[str, bool]]:
    who, pred = groups.get("who"), groups.get("pred") or ""
    if amount.sign == "R":
        is_open = not (pred and (_IS_SHUT.fullmatch(pred) or (pred in _STATES and _BE.search(gap))))
        if is_open or amount.high - amount.low == DAY:
            yield "", is_not or bool(who and who.startswith(("no", "not"))) or not is_open
        return
    if who:
        yield from _of_people(who, prep, is_not)
    elif groups.get("reach"):
        yield from _state_open(prep, is_not or bool(_NOT.search(groups.get("can") or "")))
    elif groups.get("neg") and not pred:
        yield from _state_open(prep, True)
    elif not pred:
        if prep in ("until", "till", "til", "to"):
            yield "closes ", False
        elif prep == "from":
            yield "opens ", False
    else:
        yield from _of_predicate(pred, gap, prep, is_not)


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


def _clocks(amount: Amount, how: str, is_denied: bool) -> Iterator[Option]:
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
    near = [one for one in options if not re.fullmatch(r"\d\d:\d\d", one.value) or _distance(one.value, hours) <= _FAR_OFF]
    return near or options


def _distance(clock: str, hours: Sequence[Amount]) -> float:
    """Return how far a time of day is from the next hours that are known, in minutes; 0 within them."""
    at = int(clock[:2]) * 60.0 + int(clock[3:])
    return min(
        0 if one.low <= turn <= one.high else min(abs(turn - one.low), abs(turn - one.high))
        for one in hours
        for turn in (at, at + DAY)
    )


# A time from which, or until which


_TIME: Final = (
    re.compile(r" (?P<neg>not|no|never) (?:[a-z]+ ){0,5}?[EF] (?P<gap>(?:[a-zX]+ ){0,3}?(?:until|till|til|before|earlier than|after|later than|past|at|by) (?:about |around |roughly |nearly |almost )*)(?P<t>T) "),
    re.compile(r" E (?P<gap>(?:[a-z]+ ){0,6}?(?:is|are|was|were|opens|open|starts|begins|ends|end|closes|close|stop|stops|finishes|shuts|in|done|made|until|till|by|before|at|from|after|only|possible|latest|time) (?:[a-z]+ ){0,3}?)(?P<t>T) "),
    re.compile(r" (?P<gap>(?:must|have to|has to|had to|need to|expected to|want you to|can|could|may|able to|possible to|make you|supposed to|allowed to|got to|only) (?:[a-z]+ ){0,3})[EF] (?P<mid>(?:[a-z]+ ){0,3}?(?:until|till|til|before|by|at|from|after|as late as|up to|no later than) (?:about |around |roughly |nearly |almost )*)(?P<t>T) "),
    re.compile(r" E (?P<gap>(?:before|earlier than|after|later than|by|at) )(?P<t>T) (?P<neg>is not|was not|not|is impossible|is out)"),
    re.compile(r" [EF] (?P<gap>(?:\| )?)(?P<t>T) (?=\||$)"),
    re.compile(r" (?P<mid>(?:by|until|before|after|from|at) )(?P<t>T) (?:\| )?(?P<gap>(?:you |guests |everyone |everybody )?(?:must|have to|has to|need to|can|may|cannot|can not) (?:[a-z]+ ){0,2}?)[EF] "),
)  # fmt: skip
_TIME_IS: Final = re.compile(r" E (?:time )?(?:is|was) (?:at )?(?P<t>N) (?=\||$)")
_CAN: Final = re.compile(r"\b(?:can|could|may|able to|possible|allowed)\b")


def _one_time(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    is_from = topic.family is Family.FROM
    for found in _TIME_IS.finditer(line.text):
        amount, item = _at(line, found, "t", scene)
        if amount is not None and amount.low in range(1, 25):
            start, end = _span(line, found)
            clock = replace(amount, sign="T", low=amount.low * 60, high=amount.low * 60, is_sure=amount.low > 12)
            yield Said(tuple(_clocks(clock, "", False)), start, max(end, item + 1), item, is_permission=True)
    for pattern in _TIME:
        for found in pattern.finditer(line.text):
            amount, item = _at(line, found, "t", scene)
            if amount is None or amount.sign != "T":
                continue
            options = tuple(_bounds(found, amount, is_from, line.text[: found.start() + 1]))
            if options:
                start, end = _span(line, found)
                yield Said(options, start, max(end, item + 1), item, is_permission=True)


def _bounds(found: re.Match[str], amount: Amount, is_from: bool, before: str) -> Iterator[Option]:
    groups = found.groupdict()
    around = f"{groups.get('gap') or ''} {groups.get('mid') or ''}"
    preps = [word for word in around.split() if word in ("until", "till", "til", "before", "by", "at", "from", "after", "than", "past")]
    prep = preps[-1] if preps else ""
    is_not = bool(groups.get("neg")) or bool(_NOT.search(around)) or bool(re.search(r" not (?:[a-z]+ ){0,4}$", before))
    is_can = bool(_CAN.search(around)) or bool(re.search(r" (?:can|could|may|able to) (?:[a-z]+ ){0,2}$", before))
    how, is_denied = _bound(prep, is_not, is_can, is_from)
    if how is not None:
        yield from _clocks(amount, how, is_denied)


def _bound(prep: str, is_not: bool, is_can: bool, is_from: bool) -> tuple[str | None, bool]:
    if is_not:
        if is_from and prep in ("until", "till", "til", "before", "than"):
            return "", False
        if not is_from:
            return ("", False) if prep in ("after", "past", "than", "until", "till", "til", "before") else (None, False)
        return ("can ", True) if prep in ("at", "by") and is_can else (None, False)
    if is_from and (prep in ("until", "till", "til", "before") or (prep == "by" and not is_can)):
        return None, False
    if not is_from and prep in ("from", "after", "past"):
        return None, False
    if is_from and is_can and prep in ("at", "by"):
        return "can ", False
    return "", False


# Money


_QUALIFIED: Final = re.compile(r"^(?:\w+ )?(?:from|until|till|over|above|if|with|before|after|on|only|up|once|when|unless|between|during|than|below|under|as|M|Q|T|R|D|N)\b")
_FOR_ALL: Final = re.compile(r"^(?:of charge|with (?:every|all|any|each) |for (?:guests|everyone|all|us|you|everybody|customers|residents|visitors|anyone)|to use|on top|here|there|with the room|as well|at (?:the )?house|in (?:the )?house|behind|right|at all|too)\b")
_OTHER_FEES: Final = re.compile(r"^(?:cancellation|cancel|delivery|shipping|return|trial)")


def _price(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    if topic.needs_noun:
        if " A" not in line.text or not re.search(r" [EFO]", line.text):
            return
        line = replace(line, text=re.sub(r" [EFO](?= )", " e", line.text).replace(" A", " E"))
    for pattern in patterns.PRICE:
        for found in pattern.finditer(line.text):
            yield from _amount(scene, line, topic, found)
    if topic.per == "once":
        yield from _once(scene, line, topic)
    yield from _for_nothing(scene, line)
    if topic.words & _FEES:
        yield from _no_fee(line)
    for pattern in patterns.PAID:
        for found in pattern.finditer(line.text):
            if not re.match(r"^(?:\w+ ){0,2}M\b", found["tail"]) and not _denies(line.text[: found.start() + 1]):
                start, end = line.items(found.start() + 1, found.start("tail"))
                yield Said((Option("free", True),), start, end, -1 - start, is_firm=not _QUALIFIED.match(found["tail"]))


_FEES: Final = frozenset(["fee", "charge", "deposit", "surcharge", "supplement", "tip", "minimum", "tax", "caution", "gratuity"])
_NO_FEE: Final = re.compile(r" (?:no|zero|without a|without any|(?:not|never) (?:charge|take|ask for|ask|want|have|demand|pay|require|need) (?:you )?(?:an? |any )?) ?(?:need for an? )?E(?! X)")
_A_FEE: Final = re.compile(r"(?<! not) (?:there is|they charge|they want|they take|they ask for|they have|they demand|have to pay|must pay|you pay) (?:also |even |now )?(?:an? )E(?! (?:X|of|M))")


def _no_fee(line: Line) -> Iterator[Said]:
    for pattern, is_denied in ((_NO_FEE, False), (_A_FEE, True)):
        for found in pattern.finditer(line.text):
            start, end = _span(line, found)
            tail = line.text[found.end() :].lstrip()
            is_firm = is_denied or existence.SAFE_TAIL.match(tail) is not None
            if not re.match(r"(?:[a-z]+ ){0,3}M", tail):
                yield Said((Option("free", is_denied),), start, end, -1 - start, is_firm=is_firm)


def _denies(before: str) -> bool:
    return re.search(r" (?:not|never|no) (?:[a-z]+ ){0,2}$", before) is not None


_ONCE: Final = re.compile(r" (?P<gap>)(?P<m>M) (?!X)")


def _once(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Read "$9.99 once": where one thing alone is paid for once, that is it."""
    for found in _ONCE.finditer(line.text):
        amount = line.amount(found.start("m"), scene.items)
        if amount is not None and amount.per == "once":
            yield from _amount(scene, line, topic, found)


def _amount(scene: Scene, line: Line, topic: Topic, found: re.Match[str]) -> Iterator[Said]:
    amount, item = _at(line, found, "m", scene)
    if amount is None:
        return
    if not amount.per and found.groupdict().get("y"):
        spell = line.amount(found.start("y"), scene.items)
        amount = replace(amount, per=spell.text.split()[-1] if spell and spell.text.startswith("1 ") else "")
    if not amount.unit:
        amount = _with_currency(amount, topic)
    is_several = re.search(r" (?:N [EF]|for N|for (?:us|the two|both)|between us) ", line.text) is not None and not amount.per
    words = found["gap"].split()
    is_denied = "not" in words or re.search(r" not $", line.text[: found.start("m")]) is not None
    if "than" in words and not amount.mark:
        return
    amount = _with_time(amount, scene.words(*scene.clause(item, item + 1)))
    if topic.per and amount.per and not _fits(topic.per, amount.per):
        return
    start, end = _span(line, found)
    after = line.text[found.end("m") :].lstrip()
    is_firm = not is_several and not re.match(r"(?:for (?:[a-z]+ ){0,2}X|off |cheaper |discount |more than |less than |dearer |back |voucher |of X|X X )", after)
    yield Said((Option(amount.shown(), is_denied),), start, max(end, item + 1), item, is_firm=is_firm)


def _with_currency(amount: Amount, topic: Topic) -> Amount:
    """Read "costs four fifty" in the currency of the fact."""
    priced = [value for fact in topic.facts if (value := value_of(fact.value)) and value.sign == "M" and value.unit]
    return replace(amount, unit=priced[0].unit, text=priced[0].unit + amount.text) if priced else amount


def _with_time(amount: Amount, clause: str) -> Amount:
    """Read "a yearly price of $99"."""
    if amount.per:
        return amount
    told = re.search(r" (?:(yearly|annual|annually)|(monthly)|(nightly)) ", clause)
    return replace(amount, per=("year", "month", "night")[(told.lastindex or 1) - 1]) if told else amount


def _fits(per: str, said: str) -> bool:
    times = {"month", "year", "week", "night", "day", "hour", "once"}
    return per == said or not {per, said} <= times or {per, said} == {"night", "day"}


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
            is_firm = " only " not in gap and (not _QUALIFIED.match(tail) or bool(_FOR_ALL.match(tail)))
            yield Said((Option("free", is_denied),), start, end, -1 - start, is_firm=is_firm)


def _denies_all(line: Line, found: re.Match[str]) -> bool:
    return found["free"] in ("free", "complimentary") and re.search(r" (?:no|not|without|lacks|lack|no such thing as|not a|not any|no longer any) $", line.text[: found.start() + 1]) is not None


def _threshold(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    is_named = re.search(r" [EF]", line.text)
    if not is_named or not re.search(r" (?:free|for nothing|no charge|without charge|gratis|costs nothing|no cost) ", scene.text):
        return
    for found in (*patterns.THRESHOLD.finditer(line.text), *patterns.THRESHOLD_FIRST.finditer(line.text)):
        amount, item = _at(line, found, "m", scene)
        if amount is None or amount.mark == "<":
            amount = amount.marked("") if amount else None
        if amount is None:
            continue
        first, last = line.items(min(is_named.start(), found.start()) + 1, max(is_named.end(), found.end()) - 1)
        amount = replace(amount, per="", mark="" if amount.mark == ">" else amount.mark)
        yield Said((Option(amount.shown().split(" per ")[0]),), first, max(last, item + 1), item, is_firm=True)


# Quantities


def _quantity(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    if topic.needs_noun and (" A" not in line.text or not (topic.is_business or re.search(r" [EFO]", line.text))):
        return
    text = re.sub(r"[EFO]", "e", line.text) if topic.needs_noun else line.text
    for order, pattern in enumerate(patterns.QUANTITY):
        for found in pattern.finditer(text):
            amount, item = _at(line, found, "q", scene)
            if amount is None or amount.unit != topic.dimension:
                continue
            gap = f" {found['gap']} "
            if _is_other_time(topic, scene.words(*scene.clause(item, item + 1))):
                continue
            if re.search(r" (?:ago|than|not|never|nor) ", gap) and not amount.mark and not re.search(r" not (?:even )?(?:until|before|just) ", gap):
                continue
            if not _is_side(scene, line, topic, found):
                continue
            start, end = _span(line, found)
            after = line.text[found.end("q") :].strip()
            is_firm = not re.match(r"(?:ago|late|early|old|earlier|later|longer|shorter|away|after) ", after + " ") or topic.dimension != "time" or after.startswith("after")
            if topic.dimension == "time" and re.search(r" (?:was|were|came|got|did|had|answered|arrived|replied) .*(?:after|within|in|for) (?:[a-z]+ ){0,2}$", text[: found.start("q")]):
                is_firm = False  # how long it took once
            is_can = re.search(r" (?:can|may|could) (?:[a-z]+ ){0,2}$", text[: found.start("q")]) is not None
            yield Said((Option(("can " if is_can else "") + amount.shown()),), start, max(end, item + 1), item, is_firm=is_firm, order=order)


_WINDOW: Final = frozenset(["window", "period", "deadline", "limit", "policy"])
_DELAY: Final = frozenset(["time", "turnaround", "processing"])
_WAITING: Final = re.compile(r" (?:wait|waiting|waits|takes|take|taking|receive|arrive|arrives|process|processed|processing|credited|issued) ")
_LEAVE: Final = re.compile(r" (?:have|has|got|get|gives|give) (?:you |me |us |only |just )*Q to | no (?:answer|response|reply) ")


def _is_other_time(topic: Topic, clause: str) -> bool:
    """Tell how long a refund takes from how long one may ask for it."""
    words = set(topic.attribute.casefold().split())
    if words & _WINDOW:
        return _WAITING.search(clause) is not None
    return bool(words & _DELAY) and _LEAVE.search(clause) is not None


_MUST_SAY: Final = frozenset(["width", "depth", "height", "diameter", "thickness"])


def _is_side(scene: Scene, line: Line, topic: Topic, found: re.Match[str]) -> bool:
    first, last = scene.clause(*_span(line, found))
    words = set(scene.words(first, last).split())
    if topic.dimension != "length":
        return True
    if words & topic.sides & ALL_SIDES or words & topic.sides and topic.sides & {"wide", "deep", "tall", "high"}:
        return True
    if words & (ALL_SIDES - topic.sides):
        return False
    return not topic.sides & _MUST_SAY


# Numbers


_STARTS: Final = re.compile(r"(?:\||\bhas|\bhave|\bis|\bare|\bwith|\bof|\bonly|\bjust|\bgives you|\bgive you|\bgives|\bget|\bgets|\boffers|\boffer|\bspeaks|\bspeak|\btrack|\bbe|\bto|\bthan|\babout|\bover|\bthe|\bmake|\bcreate|\bkeep|\bin|\bknows|\bsupports|\ballows|\ballow|\byou|\bhouse|\bgot|\bup|\bnearly|\baround|\bunder|\balmost|\broughly|\ball|\bthere|\bthese|\btheir|\bits|\bat|\bcomes in|\bto|\ba|\bmere|\bstill|\bmeasly|\bafter|\bmost|\bholds|\bsome|X) $|^ $")  # fmt: skip


_ONE_TONGUE: Final = re.compile(r" (?:in |speaks |knows )?I only(?= )| only (?:in |speaks |supports |knows |comes in |available in |understands )*I(?! (?:and|or|I))| (?:nothing but|just) I(?! (?:and|or|I))")


def _count(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    if topic.items:
        for found in _ONE_TONGUE.finditer(line.text):
            start, end = _span(line, found)
            yield Said((Option("1"),), start, end, -1 - start)
    role = "A" if topic.needs_noun else "E"
    if re.search(r" (?:apartment|apartments|suite|suites|villa|flat|cottage|condo|unit) ", scene.text):
        return  # the rooms of one flat
    if topic.needs_noun and not re.search(r" [EF]", line.text) and "free" not in scene.text.split():
        return
    if topic.needs_noun and not re.search(r" [EF]", line.text):
        return
    for pattern in patterns.COUNT:
        for found in pattern.finditer(line.text):
            if found["e"] != role:
                continue
            amount, item = _at(line, found, "q", scene)
            before = line.text[: found.start() + 1]
            starts = _STARTS.search(before) or _STARTS.search(line.text[: found.start("q")])
            if amount is None or (pattern is patterns.COUNT[0] and not starts):
                continue
            if re.match(r"\s*(?:of|was|were|had|could) ", line.text[found.end() :]):
                continue
            if re.search(r" (?:my|our|these|those|of my|(?<!comes )(?<!come )(?<!available )(?<!speaks )(?<!exists )in) $", before) or (
                before.endswith(" X ") and re.search(r" (?:i|we|me|us|my|our) ", scene.text)
            ):
                continue
            start, end = _span(line, found)
            yield Said((Option(amount.shown()),), start, max(end, item + 1), item)


def _oldest(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    for pattern in patterns.OLDEST:
        for found in pattern.finditer(line.text):
            amount, item = _at(line, found, "q", scene)
            if amount is None:
                continue
            before = line.text[: found.start() + 1]
            is_not = bool(re.search(r" (?:not|no longer|never|nothing|anything|nowhere|no) (?:[a-z]+ ){0,4}$", before)) or " no longer " in before
            option = _supports(found["how"], amount.text, is_not)
            if option:
                start, end = _span(line, found)
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


def _latest(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    for pattern in patterns.LATEST:
        for found in pattern.finditer(line.text):
            amount, item = _at(line, found, "q", scene)
            if amount is not None:
                start, end = _span(line, found)
                yield Said((Option(amount.text, " not " in f" {found['gap']} "),), start, max(end, item + 1), item)


def _days(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    is_closed = bool({"closed", "off", "closing", "shut"} & set(topic.attribute.casefold().split()))
    for pattern in patterns.DAYS:
        for found in pattern.finditer(line.text):
            groups = found.groupdict()
            if "E" not in pattern.pattern.replace("GAP", "") and not topic.is_business:
                continue
            amount, item = _at(line, found, "d", scene)
            if amount is None:
                continue
            is_rule = bool(amount.per) or not re.search(r" (?:was|were|last|this|next|did|had) ", line.text)
            pred = groups.get("pred") or "closed"
            says_closed = pred in ("closed", "shut", "closes", "shuts", "day off", "off", "rests", "not open", "does not open", "dark", "rest day", "closing day")
            says_closed ^= bool(_NOT.search(groups.get("gap") or "")) and not pred.startswith(("not", "does not"))
            start, end = _span(line, found)
            yield Said((Option(amount.text, says_closed != is_closed),), start, max(end, item + 1), item, is_firm=is_rule)


_LACKS: Final = re.compile(r" (?:not|never|no|without|lacks|lack|missing|nor|neither|impossible|unavailable|unsupported) ")
_STOCKS: Final = re.compile(r" (?:stock|stocks|sell|sells|carry|carries|have|has|offer|offers|accept|accepts|take|takes|support|supports|speak|speaks|do) ")


def _list(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    items = {part for fact in topic.facts for part in items_of_list(fact.value)}
    named = re.search(r" [EFV]", line.text) or _STOCKS.search(line.text)
    if not named:
        return
    for part in items:
        words = phrase(part)
        for at in range(len(scene.stems) - len(words) + 1):
            if tuple(scene.stems[at : at + len(words)]) == words:
                first, last = scene.clause(at, at + 1)
                text = scene.words(first, at)
                start = min(at, max(first, line.items(named.start() + 1, named.end())[0]))
                only = re.search(r" (?:only|nothing but|just|solely|exclusively) ", text + scene.words(at, last)[:40]) is not None
                option = Option(f"only {part}") if only else Option(part, _LACKS.search(scene.words(first, last)) is not None)
                yield Said((option,), start, at + len(words), at)


# Yes or no


def _yes_no(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    predicate = topic.predicate
    if predicate is None:
        return
    thing = "A" if predicate.things else "E"
    if thing == "A" and not re.search(r" [EFO]", line.text):
        return
    for one in existence.readings(line.text, predicate.mode, thing):
        start, end = line.items(one.start, one.end)
        is_firm = not one.is_bare or existence.SAFE_TAIL.match(line.text[one.end :].lstrip()) is not None
        is_firm = is_firm and not (predicate.is_everywhere and _is_one_room(scene))
        yield Said(
            (Option("yes" if one.is_there else "no"),), start, end, start, is_firm=is_firm,
            is_permission=predicate.mode is Mode.ALLOWED,
        )  # fmt: skip


def _is_one_room(scene: Scene) -> bool:
    return re.search(r" (?:our|my|the|one|this|some) (?:room|bedroom) | in room ", scene.text) is not None and not re.search(
        r" (?:any|all|every|each|none|no) (?:of the |of them |room)| like all ", scene.text
    )


_READERS: Final[Mapping[Family, Callable[[Scene, Line, Topic], Iterator[Said]]]] = {
    Family.HOURS: _hours,
    Family.FROM: _one_time,
    Family.UNTIL: _one_time,
    Family.PRICE: _price,
    Family.THRESHOLD: _threshold,
    Family.QUANTITY: _quantity,
    Family.COUNT: _count,
    Family.OLDEST: _oldest,
    Family.LATEST: _latest,
    Family.DAYS: _days,
    Family.LIST: _list,
    Family.YES_NO: _yes_no,
}
KNOWN: Final = patterns.KNOWN | existence.WORDS | frozenset(word for one in _TIME for word in re.findall(r"[a-z]{2,}", one.pattern))


def words_known(topics: Sequence[Topic]) -> frozenset[str]:
    """Return the words that stand in a line as they are."""
    del topics
    return KNOWN
