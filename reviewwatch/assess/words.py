"""What one look at a word tells: its role in VADER's rules, the language it speaks for, and what may be said around it.

A review has some sixty words, and to look one up costs more than most of what is then done with it. So each is looked
up once and becomes three letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Final, NamedTuple

from reviewwatch.assess.praise import signs_of
from reviewwatch.sentiment.roles import Memo, role_of
from reviewwatch.text.folding import is_plain
from reviewwatch.text.language import voice_of
from reviewwatch.triage.words import rung_by

UNFOLDED: Final = "~"
"""The mark of a word that folding changes."""

_PLAIN: Final = "\0"
_MARKS: Final = {_PLAIN: ""}
"""By the letter of a kind, the marks that its words bear together."""
_KINDS: Final = {"": _PLAIN}
"""The other way round."""


class Line(NamedTuple):
    """Words as lines of letters, one letter a word.

    Attributes:
        roles: As `sentiment.roles` names them.
        voices: As `text.language` names them.
        kinds: As `marks_in` reads them.
    """

    roles: str
    voices: str
    kinds: str


def line_of(words: Iterable[str]) -> Line:
    """Look words up."""
    letters = "".join(map(_look, words))
    return Line(letters[::3], letters[1::3], letters[2::3])


def marks_in(kinds: str) -> frozenset[str]:
    """Return the marks in a line: letters are signs of praise (`praise`), digits alarms (`triage.words`)."""
    # Most words bear none, and to take them out first is far quicker than to look at each.
    return frozenset("".join(map(_MARKS.__getitem__, set(kinds.replace(_PLAIN, "")))))


def _look_up(word: str) -> str:
    """Return the three letters of what stands between two white spaces."""
    marks = signs_of(word) + rung_by(word) + ("" if is_plain(word) else UNFOLDED)
    if marks not in _KINDS:
        _KINDS[marks] = chr(len(_KINDS))
        _MARKS[_KINDS[marks]] = marks
    # One string for all words that have the same letters: what is looked up again and again should be near at hand.
    return intern(role_of(word) + voice_of(word) + _KINDS[marks])


_look: Final = Memo(_look_up, size=100_000, longest=40).__getitem__
