"""Trades that may not say who came to them: clinics and legal practices.

A review speaks of the author's own care or matter unless its words are of the building, the telephone or the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reviewwatch.assess.phrases import Phrases
from reviewwatch.reply.reading.cues import Cue, data, hits, listed
from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.understood import Place

_OWN: Final = frozenset(["i", "my", "me", "we", "our", "us", "ive", "im", "mine", "wev"])
"""Stems with which an author speaks of herself."""


def health_data(lines: Sequence[Line]) -> Place | None:
    """Return where a review of a clinic tells of somebody's care, or of who is a patient there."""
    return _own_matter(lines, "care", ("care", "health_foreign"), "care_place")


def client_data(lines: Sequence[Line]) -> Place | None:
    """Return where a review of a legal practice tells of a matter, or of who was advised there."""
    return _own_matter(lines, "matter", ("matter", "client_foreign"), "matter_place")


def _own_matter(lines: Sequence[Line], name: str, of_it: tuple[str, ...], around: str) -> Place | None:
    own: Place | None = None
    is_around = False
    for line in lines:
        found = list(hits(_phrases(name, of_it, around), line))
        places = [(one.first, one.last) for one in found if one.cue.name == around]
        told = [one for one in found if one.cue.name != around and not _within(one.first, one.last, places)]
        if told:
            return line.place(told[0].first, told[0].last)
        is_around = is_around or bool(places)
        if own is None and not _OWN.isdisjoint(line.stems):
            own = line.place()
    return None if is_around else own


def _within(first: int, last: int, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= first and last <= end for start, end in places)


_known: Final[dict[str, Phrases[Cue]]] = {}


def _phrases(name: str, of_it: tuple[str, ...], around: str) -> Phrases[Cue]:
    if name not in _known:
        words = data("holds")["words"]
        _known[name] = Phrases(
            [(phrase, Cue("words", key)) for key in (*of_it, around) for phrase in listed(words[key])]
        )
    return _known[name]
