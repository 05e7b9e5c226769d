"""Take a review apart once, for all that look at its words."""

from __future__ import annotations

from typing import Final

from reviewwatch.assess.words import UNFOLDED, line_of, marks_in
from reviewwatch.text.folding import Folded, fold
from reviewwatch.text.reading import MAX_CHARS, Passage, Reading
from reviewwatch.text.split import pieces
from reviewwatch.types import Review, TextField

PARTS: Final = (
    (TextField.TITLE, "title"),
    (TextField.TEXT, "text"),
    (TextField.POSITIVE, "positive"),
    (TextField.NEGATIVE, "negative"),
)
"""The fields that hold words, with their names: an enum's value costs more than the attribute that it names."""


def read(review: Review) -> Reading:
    """Take the texts of a review apart."""
    is_plain = True
    passages = []
    for field, name in PARTS:
        text: str = getattr(review, name)
        if text:
            passage = _read_field(field, text[:MAX_CHARS])
            passages.append(passage)
            is_plain = is_plain and passage.folded.starts is None and text.isascii() and len(text) <= MAX_CHARS
    return Reading(tuple(passages), is_plain)


def _read_field(field: TextField, text: str) -> Passage:
    # ASCII is folded word by word, and nearly always a look at the words tells that there is nothing to do.
    if text.isascii() and UNFOLDED not in (passage := _taken_apart(field, Folded(text))).marks:
        return passage
    return _taken_apart(field, fold(text))


def _taken_apart(field: TextField, folded: Folded) -> Passage:
    text = folded.text
    spans: list[tuple[int, int]] = []
    words: list[list[str]] = []
    looked: list[str] = []
    for start, end in pieces(text):
        own = text[start:end].split()
        if own:
            spans.append((start, end))
            words.append(own)
            looked += own
    line = line_of(looked)
    return Passage(field, folded, spans, words, *line, marks_in(line.kinds))
