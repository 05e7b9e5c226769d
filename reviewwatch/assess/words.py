"""What one look at a word tells all that ask for it: roles, voices, marks and joints as letters, its tokens, its stems.

A review has some sixty words, and to look one up costs more than most of what is then done with it. So each is looked
up once, and what is found is taken apart into lines of one letter a word, tokens and stems.
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import Final

from reviewwatch.assess.clauses import letter_of
from reviewwatch.assess.praise import signs_of
from reviewwatch.assess.stems import stems_of
from reviewwatch.sentiment.features import tokens_of
from reviewwatch.sentiment.roles import Memo, role_of
from reviewwatch.text.folding import is_plain
from reviewwatch.text.language import voice_of
from reviewwatch.text.reading import Line
from reviewwatch.triage.words import rung_by

UNFOLDED: Final = "~"
"""The mark of a word that folding changes."""

_PLAIN: Final = "\0"
_MARKS: Final = {_PLAIN: ""}
"""By the letter of a kind, the marks that its words bear together."""
_NO_MARKS: Final = frozenset[str]()
_KINDS: Final = {"": _PLAIN}
"""The other way round."""


_EMPTY: Final = Line((), "", "", "", "", (), ())


def line_of(words: Sequence[str]) -> Line:
    """Look words up."""
    if not words:
        return _EMPTY
    letters, tokens, stems = zip(*map(_look, words), strict=True)
    line = "".join(letters)
    return Line(words, line[::4], line[1::4], line[2::4], line[3::4], tokens, stems)


def marks_in(kinds: str) -> frozenset[str]:
    """Return the marks in a line: letters are signs of praise (`praise`), digits alarms (`triage.words`)."""
    # Most words bear none, and to take them out first is far quicker than to look at each.
    bearing = set(kinds.replace(_PLAIN, ""))
    return frozenset("".join(map(_MARKS.__getitem__, bearing))) if bearing else _NO_MARKS


def _look_up(word: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the four letters of what stands between two white spaces, its tokens and its stems."""
    marks = signs_of(word) + rung_by(word) + ("" if is_plain(word) else UNFOLDED)
    if marks not in _KINDS:
        _KINDS[marks] = chr(len(_KINDS))
        _MARKS[_KINDS[marks]] = marks
    letters = role_of(word) + voice_of(word) + _KINDS[marks] + letter_of(word)
    # One string for all words that have the same: what is looked up again and again should be near at hand.
    return intern(letters), tuple(map(intern, tokens_of(word))), tuple(map(intern, stems_of(word)))


_look: Final = Memo(_look_up, size=20_000, longest=40).__getitem__
