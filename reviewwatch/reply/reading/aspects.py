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

_LATE: Final = "delivery.late"
_OWN_DELAY: Final = re.compile(
    r"(?:\bmade (?:me|us)|\b(?:i|we)(?:['’]m|['’]re| was| were| am| are| came| arrived| got there| turned up))"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""Before a delay of the reviewer's own: "we were ten minutes late"."""
_BREAKFAST: Final = "breakfast.poor"
_MORNING: Final = re.compile(
    r"\b(?:breakfast|buffet|brunch|morning|at (?:half )?(?:six|seven|eight|nine|ten))\b", re.IGNORECASE
)
"""What tells bread at breakfast from bread at lunch."""
_WRONG: Final = "items.wrong"
_WHEN: Final = re.compile(
    r"\b(?:on|in|at|by|(?<!asked )(?<!paid )for|last|ago|before|online"
    r"|weeks?|days?|months?|hours?|year|yesterday|\w+day)\b",
    re.IGNORECASE,
)
"""What tells when something was ordered: "ordered on Monday, got it on Friday"."""

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
    known = aspects(lang)
    for hit in hits(_phrases(lang), line):
        is_told = not _is_denied(line.stems, hit.first) and (lang != "en" or is_as_written(line, hit))
        if is_told and _is_meant(line, hit):
            yield Named(known[hit.cue.name], hit.first, hit.last)


def _is_meant(line: Line, hit: Hit) -> bool:
    """Say whether an aspect's words mean it here: no own delay, no bread at lunch, no day of an order."""
    text, start = line.folded.text, line.spans[hit.first][0]
    if hit.cue.name == _LATE:
        return not _OWN_DELAY.search(text, line.start, start)
    if hit.cue.name == _BREAKFAST:
        return bool(_MORNING.search(text))
    return hit.cue.name != _WRONG or not _WHEN.search(text, start, line.spans[hit.last - 1][1])


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
