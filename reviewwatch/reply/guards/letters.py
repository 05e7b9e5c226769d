"""The letters of a reply: nothing invisible, and no scripts mixed to deceive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.text import fold
from reviewwatch.types import Finding

G38: Final = Law(
    "G38", "Unicode Technical Standard 39: mixed scripts and invisible letters deceive readers and filters"
)

# Zero-width and direction characters, soft hyphen, interlinear marks.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINERS: Final = "\u200c\u200d"
_DIRECTION_MARKS: Final = "\u061c\u200e\u200f"
_LAST_SIMPLE_LETTER: Final = 0x58F
"""Up to here stand Latin, Greek, Cyrillic and Armenian, which need no joiner."""
_STYLED: Final = re.compile("[\U0001d400-\U0001d7ff]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Scripts with letters that pass for Latin ones, by first and last code point: Greek, Cyrillic, Armenian, Cherokee.
_LOOK_ALIKE: Final = ((0x370, 0x3FF), (0x400, 0x52F), (0x530, 0x58F), (0x13A0, 0x13FF), (0x1F00, 0x1FFF))


def deceptive_letters(case: Case) -> Iterator[Finding]:
    """G38: invisible characters, words of two scripts that look alike, and styled letters."""
    text = case.view.original
    if text.isascii():
        return
    for at in _INVISIBLE.finditer(text):
        if not _is_needed(text, at.start()):
            why = f"is an invisible character (U+{ord(at.group()):04X})"
            yield G38.block_original(*at.span(), why, fix="")
    for at in _WORD.finditer(text):
        if _is_mixed(at.group()):
            plain = fold(at.group()).text
            fix = plain if plain.isascii() else None
            yield G38.block_original(*at.span(), "mixes letters of two scripts that look alike", fix)
    for at in _STYLED.finditer(text):
        why = "is set in styled letters, which are read out as symbols"
        yield G38.block_original(*at.span(), why, unicodedata.normalize("NFKC", at.group()))


def _is_needed(text: str, place: int) -> bool:
    """Say whether a script, or an emoji made of several, needs this invisible character."""
    if text[place] in _DIRECTION_MARKS:
        return any("\u0590" <= letter <= "\u08ff" for letter in text)
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    return all(ord(text[near]) > _LAST_SIMPLE_LETTER for near in (place - 1, place + 1))


def _is_mixed(word: str) -> bool:
    """Say whether a word, or one of the words that a hyphen joins, has letters of two scripts."""
    return not word.isascii() and any(map(_mixes, re.split(r"['’-]", word)))


def _mixes(word: str) -> bool:
    has_latin = any(letter.isascii() or "\u00c0" <= letter <= "\u024f" for letter in word)
    return has_latin and any(first <= ord(letter) <= last for letter in word for first, last in _LOOK_ALIKE)


RULES: Final = (deceptive_letters,)
