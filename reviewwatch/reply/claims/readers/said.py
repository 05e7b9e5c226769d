"""A statement about a topic as a reader finds it in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.listed import any_of

LOOSE: Final = 9
"""The order of a reading by structure alone: any other reading of the same value goes before it."""


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
        order: How far-fetched the wording is; of two topics for one value the nearer counts.
    """

    options: tuple[Option, ...]
    start: int
    end: int
    key: int
    is_firm: bool = True
    is_permission: bool = False
    order: int = 0

    @property
    def at(self) -> int:
        """The item of its value, else its last."""
        return self.key if self.key >= 0 else self.end - 1


NOT: Final = re.compile(r"\b(?:not|never|nobody|no one|noone)\b")
_LONGER: Final = any_of("longer, further, farther, bigger, larger, heavier, later")
_MARKS: Final = (
    (
        re.compile(
            r"\b(?:a little|a bit|just|slightly|well|far|much)? ?"
            rf"(?:over|above|upwards of|beyond|outside|past|{_LONGER} than) (?:the )?$"
            r"|\bmore than $|\babove $|\bat least $"
        ),
        ">",
    ),
    (
        re.compile(
            r"\b(?:under|below|less than|shorter than|hardly|barely|not even|nearly at) (?:the )?$|\bearlier than $"
        ),
        "<",
    ),
    (
        re.compile(
            r"\b(?:about|around|roughly|nearly|almost|approximately|circa|some|close to|more or less|maybe) "
            r"(?:a |the )?$"
        ),
        "~",
    ),
)


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


def value_at(line: Line, found: re.Match[str], group: str, scene: Scene) -> tuple[Amount | None, int]:
    """Return the value in a group with its mark, and the item where it stands."""
    start = found.start(group)
    amount = line.amount(start, scene.items)
    item = line.items(start, start + 1)[0]
    if amount is None:
        return None, item
    return _marked(amount, line.text[:start], line.text[found.end(group) :]), item


def span_of(line: Line, found: re.Match[str]) -> tuple[int, int]:
    """Return the items that a match holds."""
    return line.items(found.start() + 1, found.start() + len(found[0].rstrip()))


def values(
    patterns: Iterable[re.Pattern[str]], group: str, line: Line, scene: Scene, text: str = ""
) -> Iterator[tuple[re.Match[str], Amount, int]]:
    """Yield where patterns find a value in a line, with the value in their group and its item.

    Args:
        text: The line's text where some signs of it are hidden.
    """
    for pattern in patterns:
        for found in pattern.finditer(text or line.text):
            amount, item = value_at(line, found, group, scene)
            if amount is not None:
                yield found, amount, item


def with_value(
    line: Line,
    found: re.Match[str],
    item: int,
    *options: Option,
    is_firm: bool = True,
    is_permission: bool = False,
    order: int = 0,
) -> Said:
    """Return what a match states with the value at an item."""
    start, end = span_of(line, found)
    return Said(options, start, max(end, item + 1), item, is_firm, is_permission, order)


def by_words(line: Line, found: re.Match[str], option: Option, *, is_firm: bool = True) -> Said:
    """Return what a match states without a value."""
    start, end = span_of(line, found)
    return Said((option,), start, end, -1 - start, is_firm)
