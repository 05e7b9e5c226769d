"""Phrases in a data file, found in lines. They are written as `assess.phrases` reads them, with commas between."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from reviewwatch.assess.phrases import END, Phrases
from reviewwatch.reply.reading.lines import Line

_BEHIND: Final = (END,) * 10
"""What stands behind the last word: more than any phrase reaches."""


class Cue(NamedTuple):
    """What a phrase tells: the table that it stands in, and its key there."""

    kind: str
    name: str


class Hit(NamedTuple):
    """A phrase that stands in a line, from which word to which."""

    cue: Cue
    first: int
    last: int


@cache
def data(name: str) -> Mapping[str, Any]:
    """Return the tables of a file beside this one."""
    return tomllib.loads((files("reviewwatch.reply.reading") / f"{name}.toml").read_text("utf-8"))


@cache
def cues(name: str) -> Phrases[Cue]:
    """Return the phrases of a file: tables of keys, each a string of phrases."""
    return Phrases(
        [
            (phrase, Cue(kind, key))
            for kind, table in data(name).items()
            for key, text in table.items()
            for phrase in listed(text)
        ]
    )


def listed(text: str) -> Iterable[str]:
    """Return the phrases of a string."""
    return [phrase for one in text.replace("\n", " ").split(",") if (phrase := one.strip())]


def hits(phrases: Phrases[Cue], line: Line) -> Iterator[Hit]:
    """Yield what stands in a line."""
    if line.stems and not phrases.first_words.isdisjoint(line.stems):
        for first, last, cue in phrases.found([*line.stems, *_BEHIND]):
            yield Hit(cue, first, last)
