"""Prices, what is free, and from which amount on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import LOOSE, NOT, Option, Said, span_of, value_at
from reviewwatch.reply.claims.readers.whether import is_narrowed
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic
from reviewwatch.reply.claims.topics.words import phrase
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.found import value_of

_QUALIFIED: Final = re.compile(
    r"^(?:\w+ )?(?:from|until|till|over|above|if|with|before|after|on|only|up|once|when|unless|between"
    r"|during|than|below|under|as|M|Q|T|R|D|N)\b"
)
_FOR_ALL: Final = re.compile(
    r"^(?:of charge|with (?:every|all|any|each) |for (?:guests|everyone|all|us|you|everybody|customers"
    r"|residents|visitors|anyone)|to use|on top|here|there|with the room|as well|at (?:the )?house|in "
    r"(?:the )?house|behind|right|at all|too)\b"
)


def price(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what something is said to cost, nothing included."""
    if topic.needs_noun:
        if " A" not in line.text or not re.search(r" [EFO]", line.text):
            return
        line = replace(line, text=re.sub(r" [EFO](?= )", " e", line.text).replace(" A", " E"))
    read: set[int] = set()
    for pattern in (*patterns.PRICE, *patterns.PRICE_LOOSE):
        for found in pattern.finditer(line.text):
            if pattern in patterns.PRICE_LOOSE and value_at(line, found, "m", scene)[1] in read:
                continue
            for said in _amount(scene, line, topic, found):
                read.add(said.key)
                yield (replace(said, order=LOOSE) if pattern in patterns.PRICE_LOOSE else said)
    if topic.per and topic.per not in ("night", "person", "stay", "week"):
        yield from _by_time(scene, line, topic)
    yield from _for_nothing(scene, line)
    if frozenset(phrase(topic.entity)) & _FEES:
        yield from _no_fee(line)
    for pattern in patterns.PAID:
        for found in pattern.finditer(line.text):
            tail = found["tail"]
            told = line.text[found.start() : found.start("tail")].replace("not included", "").replace("not free", "")
            if re.match(r"^(?:\w+ ){0,2}M\b", tail) or NOT.search(told):
                continue
            if not _denies(line.text[: found.start() + 1]):
                start, end = line.items(found.start() + 1, found.start("tail"))
                is_firm = not _QUALIFIED.match(tail) or _FOR_ALL.match(tail) is not None
                yield Said((Option("free", True),), start, end, -1 - start, is_firm=is_firm)


_FEES: Final = frozenset(
    ["fee", "charge", "deposit", "surcharge", "supplement", "tip", "minimum", "tax", "caution", "gratuity"]
)
_NO_FEE: Final = re.compile(
    r" (?:no|zero|without a|without any|(?:not|never) (?:charge|take|ask for|ask|want|have|demand|pay"
    r"|require|need) (?:you )?(?:an? |any )?) ?(?:need for an? )?E(?! X)"
)
_A_FEE: Final = re.compile(
    r"(?<! not) (?:there is|they charge|they want|they take|they ask for|they have|they demand|have to pay"
    r"|must pay|you pay) (?:also |even |now )?(?:an? )E(?! (?:X|of|M))"
)


def _no_fee(line: Line) -> Iterator[Said]:
    for pattern, is_denied in ((_NO_FEE, False), (_A_FEE, True)):
        for found in pattern.finditer(line.text):
            start, end = span_of(line, found)
            tail = line.text[found.end() :].lstrip()
            is_firm = is_denied or not is_narrowed(tail)
            is_late = re.search(r" Q (?:on|later|now) ", line.text[: found.start() + 1])  # and it is not back
            if not is_late and not re.match(r"(?:[a-z]+ ){0,3}M", tail):
                yield Said((Option("free", is_denied),), start, end, -1 - start, is_firm=is_firm)


_STARTS: Final = re.compile(
    r"(?:^|\|) (?:(?:it|they|you|this|place|app|that|house|is|are|now|just|only|for|at|costs|cost|charge|charges"
    r"|want|wants"
    r"|pay|asks|ask|about|nearly|almost|around|over|and|but|a|whopping|steep|ridiculous|still|all|up|to|the) )*$"
)


def _denies(before: str) -> bool:
    return re.search(r" (?:not|never|no) (?:[a-z]+ ){0,2}$", before) is not None


_SEVERAL: Final = re.compile(
    r" (?:N [EF]|for N (?=$|of |people |persons |adults |kids |nights )|for (?:us|the two|both)|between us) "
)
_SPARED: Final = re.compile(
    r" (?:save|saves|saved|saving|won|lost|bet|knocked|knock|took|get|got) (?:[a-z]+ ){0,2}$| worth (?:[a-z]+ ){0,4}$"
)
"""Money saved on parking, or lost there, is no price of it."""
_ONCE: Final = re.compile(r" (?P<gap>)(?P<m>M) (?!X)")


def _by_time(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Read "$9.99 once" and "£40 a month": where one thing alone is paid so, that is it."""
    for found in _ONCE.finditer(line.text):
        amount = line.amount(found.start("m"), scene.items)
        if amount is None or amount.per != topic.per:
            continue
        if topic.per != "once" and (
            " X " in line.text[: found.start() + 1]
            or re.search(r" [EF]", line.text)
            or not _STARTS.search(line.text[: found.start() + 1])
        ):
            continue
        for said in _amount(scene, line, topic, found):
            yield said if topic.per == "once" else replace(said, order=LOOSE)


def _amount(scene: Scene, line: Line, topic: Topic, found: re.Match[str]) -> Iterator[Said]:
    amount, item = value_at(line, found, "m", scene)
    if amount is None:
        return
    if not amount.per and found.groupdict().get("y"):
        spell = line.amount(found.start("y"), scene.items)
        amount = replace(amount, per=spell.text.split()[-1] if spell and spell.text.startswith("1 ") else "")
    if not amount.unit:
        amount = _with_currency(amount, topic)
    if "minimum" in topic.words:
        amount = amount.marked("")  # below it nothing is sent: that is the minimum
    clause = f"{line.text[: found.end('m')].rpartition('|')[2]}{line.text[found.end('m') :].partition('|')[0]} "
    is_several = _SEVERAL.search(clause) is not None and not amount.per
    if _SPARED.search(line.text[: found.start("m")]):
        return
    words = found["gap"].split()
    is_denied = "not" in words or re.search(r" not $", line.text[: found.start("m")]) is not None
    if "than" in words and not amount.mark:
        return
    amount = _with_time(amount, scene.words(*scene.clause(item, item + 1)))
    if topic.per and amount.per and not _fits(topic.per, amount.per):
        return
    start, end = span_of(line, found)
    after = line.text[found.end("m") :].lstrip()
    is_firm = not is_several and not _OF_ELSE.match(after) and not _FOR_ONE.match(line.text[found.end() :].lstrip())
    yield Said((Option(amount.shown(), is_denied),), start, max(end, item + 1), item, is_firm=is_firm)


_OF_ELSE: Final = re.compile(
    r"(?:for (?:[a-z]+ ){0,2}X (?!of )|off |cheaper |discount |more than |less than |dearer |back |voucher |of X|X X )"
)
"""Behind an amount: it is for another thing, or a difference."""
_FOR_ONE: Final = re.compile(r"for (?:the|my|our|his|her) (?:[a-z]+ ){0,2}X (?!of )")
"""Behind a thing: "a £100 deposit for the wedding" is none of what everybody pays."""


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
    return (
        found["free"] in ("free", "complimentary")
        and re.search(
            r" (?:no|not|without|lacks|lack|no such thing as|not a|not any|no longer any) $",
            line.text[: found.start() + 1],
        )
        is not None
    )


def threshold(scene: Scene, line: Line, _topic: Topic) -> Iterator[Said]:
    """Yield from which amount on something is said to be free."""
    is_named = re.search(r" [EF]", line.text)
    if not is_named or not re.search(
        r" (?:free|for nothing|no charge|without charge|gratis|costs nothing|no cost) ", scene.text
    ):
        return
    for found in (one for pattern in patterns.THRESHOLD for one in pattern.finditer(line.text)):
        amount, item = value_at(line, found, "m", scene)
        if amount is None or amount.mark == "<":
            amount = amount.marked("") if amount else None
        if amount is None:
            continue
        first, last = line.items(min(is_named.start(), found.start()) + 1, max(is_named.end(), found.end()) - 1)
        amount = replace(amount, per="", mark="" if amount.mark == ">" else amount.mark)
        yield Said((Option(amount.shown().split(" per ")[0]),), first, max(last, item + 1), item, is_firm=True)
