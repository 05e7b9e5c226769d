"""What exactly a clause complains of, by the phrases in `aspects.toml` and its sisters in other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from reviewwatch.assess.phrases import GROUPS, Phrases
from reviewwatch.reply.reading.cues import Cue, Hit, data, forms_of, hits, is_as_written, listed
from reviewwatch.reply.reading.lines import Line

_NOT: Final = GROUPS["<neg>"]
_REACH: Final = 2
"""Words before a phrase in which a negation takes it back: "no crashes", "never once rude"."""
_ONLY: Final = frozenset(["only", "just"])

FIRST: Final = "first"
SURE: Final = "sure"
UNSURE: Final = "unsure"
GUESS: Final = "guess"
LONE: Final = "lone"
RANKS: Final = (GUESS, UNSURE, LONE, SURE, FIRST)


class Aspect(NamedTuple):
    """One thing that reviewers are unhappy with.

    Attributes:
        key: As the plan of a reply names it: "room.cold".
        theme: As `assess` names it.
        severity: 1 to 3, where the words of the review say no more.
        names: Noun phrases that stand after "we are sorry about".
        rank: How sure its words are: FIRST names it whatever thing stands beside it, SURE unless a thing and its state
            are linked, LONE where no thing is, UNSURE only where something else speaks for it, GUESS never.
    """

    key: str
    theme: str
    severity: int
    names: tuple[str, ...]
    rank: str = UNSURE

    @property
    def family(self) -> str:
        """What stands before the dot: "room"."""
        return self.key.partition(".")[0]


class Sense(NamedTuple):
    """What decides whether the words of an aspect mean it.

    Attributes:
        not_behind: Nothing of this ends right before them.
        without: Nothing of this stands in them.
        beside: Something of this stands in the text.
    """

    not_behind: re.Pattern[str] | None
    without: re.Pattern[str] | None
    beside: re.Pattern[str] | None


class Named(NamedTuple):
    """An aspect in a line, from which word to which."""

    aspect: Aspect
    first: int
    last: int


@cache
def aspects(lang: str = "en") -> Mapping[str, Aspect]:
    """Return the aspects of a language by their keys; those of English where it names none of its own."""
    tables = data(_file(lang)) if _has(lang) else {}
    return {
        key: Aspect(
            key, table["theme"], table["severity"], tuple(tables.get(key, table)["names"]), table.get("rank", UNSURE)
        )
        for key, table in data("aspects").items()
    }


def named_in(line: Line, lang: str = "en") -> Iterator[Named]:
    """Yield the aspects that a line complains of, a negation before them left out."""
    if lang != "en" and not _has(lang):
        return
    known, senses = aspects(lang), _senses(lang)
    for hit in hits(_phrases(lang), line):
        is_told = not _is_denied(line.stems, hit.first) and (lang != "en" or is_as_written(line, hit))
        if is_told and _is_meant(line, hit, senses):
            yield Named(known[hit.cue.name], hit.first, hit.last)


def _is_meant(line: Line, hit: Hit, senses: Mapping[str, Sense]) -> bool:
    """Say whether an aspect's words mean it here: no own delay, no bread at lunch, no day of an order."""
    if (sense := senses.get(hit.cue.name)) is None:
        return True
    text, start, end = line.folded.text, line.spans[hit.first][0], line.spans[hit.last - 1][1]
    if sense.not_behind is not None and sense.not_behind.search(text, line.start, start):
        return False
    if sense.without is not None and sense.without.search(text, start, end):
        return False
    return sense.beside is None or sense.beside.search(text) is not None


@cache
def _senses(lang: str) -> Mapping[str, Sense]:
    """Return by aspect what decides whether its words mean it, of those that say so."""
    return {
        key: sense
        for key, table in data(_file(lang)).items()
        if any(sense := Sense(*(_pattern(table.get(name)) for name in Sense._fields)))
    }


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return None if text is None else re.compile(text, re.IGNORECASE)


def _is_denied(stems: Sequence[str], first: int) -> bool:
    if stems[first] in _NOT:
        return False
    before = stems[max(0, first - _REACH) : first]
    return not _NOT.isdisjoint(before) and _ONLY.isdisjoint(before)


@cache
def _phrases(lang: str) -> Phrases[Cue]:
    tables = data(_file(lang))
    return Phrases(
        [
            (phrase, Cue("says", key, forms_of(phrase)))
            for key, table in tables.items()
            for phrase in listed(table["says"])
        ]
    )


def _file(lang: str) -> str:
    return "aspects" if lang == "en" else f"aspects_{lang}"


@cache
def _has(lang: str) -> bool:
    return lang == "en" or (files("reviewwatch.reply.reading") / f"aspects_{lang}.toml").is_file()
