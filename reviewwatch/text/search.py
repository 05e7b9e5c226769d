"""What search indexes of a text, and what a query is turned into."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from reviewwatch.text.folding import fold
from reviewwatch.text.leet import may_be_leet

# Accents, Hebrew points and Arabic vowel signs, which people leave out when they search. Not the vowel signs of Indic
# scripts: those are letters to their readers.
_MARKS: Final = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]+")


def search_text(*parts: str, is_plain: bool = False) -> str:
    """Return texts as one line to search in: folded, without case and accents, white space as single spaces.

    Args:
        is_plain: It is known that all are ASCII and that folding leaves them as they are.
    """
    spaced = _spaced(" ".join(filter(None, parts)))
    if is_plain:
        return spaced.lower()
    text = fold(spaced).text
    if text == spaced and text.isascii():
        return _in_letters(text.lower())
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())))
        text = fold(text).text  # without accents there may be more to fold
    return _in_letters(_spaced(text.casefold()))


def _in_letters(text: str) -> str:
    """Return a text in small letters as folding reads it: figures within capitals may stand for a model's number."""
    return _spaced(fold(text).text) if may_be_leet(text) else text


def _spaced(text: str) -> str:
    # A space is the only white space that can be printed, and few texts need what splitting them costs.
    is_spaced = text.isprintable() and "  " not in text and not text.startswith(" ") and not text.endswith(" ")
    return text if is_spaced else " ".join(text.split())
