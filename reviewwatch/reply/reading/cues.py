"""Phrases in a data file, found in lines. They are written as `assess.phrases` reads them, with commas between."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from reviewwatch.assess.phrases import END, GROUPS, Phrases
from reviewwatch.reply.reading.lines import Line

_WORD: Final = re.compile(r"[^\W_]+|[%£$€]")
_BEHIND: Final = (END,) * 10
"""What stands behind the last word: more than any phrase reaches."""


class Cue(NamedTuple):
    """What a phrase tells: the table that it stands in, and its key there.

    Attributes:
        forms: The phrase's words as they are written, where their form matters.
    """

    kind: str
    name: str
    forms: frozenset[str] = frozenset()


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


def is_as_written(line: Line, hit: Hit) -> bool:
    """Say whether a hit begins and ends with words in a form that its phrase has.

    Stems meet words of another meaning: "books" and "booked", "missed" and "missing", "leak" and "leaked".
    """
    return all(_plain(line.word(at)) <= hit.cue.forms for at in (hit.first, hit.last - 1))


def forms_of(phrase: str) -> frozenset[str]:
    """Return the words of a phrase as they are written, without apostrophes; groups with all their stems."""
    bare = phrase.lower().replace("'", "").replace("’", "")
    groups = (GROUPS[name] for name in GROUPS if name in phrase)
    owners = _WORD.findall(phrase.lower().replace("'s", ""))
    return frozenset(_WORD.findall(bare)).union(owners, *groups)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> frozenset[str]:
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "").replace("`", "")
    return frozenset(_WORD.findall(word))
