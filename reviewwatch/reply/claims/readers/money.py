"""Prices, what is free, and from which amount on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.free import free
from reviewwatch.reply.claims.readers.said import LOOSE, Option, Said, value_at, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.found import value_of
from reviewwatch.reply.claims.values.listed import any_of


def price(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what something is said to cost, nothing included."""
    if topic.needs_noun:
        if " A" not in line.text or not re.search(r" [EFO]", line.text):
            return
        line = replace(line, text=re.sub(r" [EFO](?= )", " e", line.text).replace(" A", " E"))
    yield from _amounts(scene, line, topic)
    if topic.per and topic.per not in ("night", "person", "stay", "week"):
        yield from _by_time(scene, line, topic)
    yield from free(scene, line, topic)


def _amounts(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    read: set[int] = set()
    for pattern in patterns.PRICE:
        for found in pattern.finditer(line.text):
            for said in _amount(scene, line, topic, found):
                read.add(said.key)
                yield said
    for found, _, item in values(patterns.PRICE_LOOSE, "m", line, scene):
        if item not in read:
            for said in _amount(scene, line, topic, found):
                read.add(said.key)
                yield replace(said, order=LOOSE)


_BEFORE: Final = any_of("""
    it, they, you, this, place, app, that, house, is, are, now, just, only, for, at, costs, cost, charge, charges,
    want, wants, pay, asks, ask, about, nearly, almost, around, over, and, but, a, whopping, steep, ridiculous, still,
    all, up, to, the
""")
_STARTS: Final = re.compile(rf"(?:^|\|) (?:{_BEFORE} )*$")


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
    before, words = line.text[: found.start("m")], found["gap"].split()
    if amount is None or _SPARED.search(before):
        return
    told = _completed(scene, line, topic, found, amount)
    clause = f"{line.text[: found.end('m')].rpartition('|')[2]}{line.text[found.end('m') :].partition('|')[0]} "
    is_several = _SEVERAL.search(clause) is not None and not told.per
    told = _with_time(told, scene.words(*scene.clause(item, item + 1)))
    if ("than" in words and not told.mark) or (topic.per and told.per and not _fits(topic.per, told.per)):
        return
    after, behind = line.text[found.end("m") :].lstrip(), line.text[found.end() :].lstrip()
    is_firm = not is_several and not _OF_ELSE.match(after) and not _FOR_ONE.match(behind)
    option = Option(told.shown(), "not" in words or before.endswith(" not "))
    yield with_value(line, found, item, option, is_firm=is_firm)


def _completed(scene: Scene, line: Line, topic: Topic, found: re.Match[str], amount: Amount) -> Amount:
    """Return an amount with what other words and the fact tell of it: for which time, in which money."""
    if not amount.per and found.groupdict().get("y"):
        spell = line.amount(found.start("y"), scene.items)
        amount = replace(amount, per=spell.text.split()[-1] if spell and spell.text.startswith("1 ") else "")
    if not amount.unit:
        amount = _with_currency(amount, topic)
    return amount.marked("") if "minimum" in topic.words else amount  # below it nothing is sent: that is the minimum


_OF_ELSE: Final = re.compile(
    r"(?:for (?:[a-z]+ ){0,2}X (?!of )|off |cheaper |discount |more than |less than |dearer |back |voucher |of X|X X "
    r"|(?:\| )?so far )"
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


def threshold(scene: Scene, line: Line, _topic: Topic) -> Iterator[Said]:
    """Yield from which amount on something is said to be free."""
    is_named = re.search(r" [EF]", line.text)
    if not is_named or not re.search(
        r" (?:free|for nothing|no charge|without charge|gratis|costs nothing|no cost) ", scene.text
    ):
        return
    for found, amount, item in values(patterns.THRESHOLD, "m", line, scene):
        first, last = line.items(min(is_named.start(), found.start()) + 1, max(is_named.end(), found.end()) - 1)
        told = replace(amount, per="", mark="~" if amount.mark == "~" else "")
        yield Said((Option(told.shown().split(" per ")[0]),), first, max(last, item + 1), item)
