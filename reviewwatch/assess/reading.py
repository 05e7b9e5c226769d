"""Take a review apart once, for all that look at its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from reviewwatch.assess.words import UNFOLDED, line_of, marks_in
from reviewwatch.text.folding import Folded, fold
from reviewwatch.text.reading import MAX_CHARS, Line, Passage, Reading
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
    passages = []
    is_plain = True
    for field, name in PARTS:
        text: str = getattr(review, name)
        if text:
            is_plain = is_plain and text.isascii() and len(text) <= MAX_CHARS
            text = text[:MAX_CHARS]
            # ASCII is folded word by word, and nearly always a look at the words tells that there is nothing to do.
            passages.append(_passage(field, Folded(text) if text.isascii() else fold(text)))
    line = _looked_up(passages)
    marks = marks_in(line.kinds)
    if UNFOLDED in marks:
        passages = list(_folded(passages, line))
        line = _looked_up(passages)
        marks = marks_in(line.kinds)
        is_plain = is_plain and all(passage.folded.starts is None for passage in passages)
    return Reading(tuple(passages), line, marks, is_plain)


def without(reading: Reading, passages: Sequence[Passage]) -> Reading:
    """Return a reading without some of its passages."""
    kept = tuple([passage for passage in reading.passages if passage not in passages])
    line = _looked_up(kept)
    return Reading(kept, line, marks_in(line.kinds), reading.is_plain)


def _folded(passages: Sequence[Passage], line: Line) -> Iterator[Passage]:
    """Yield passages as they are read, in which a word was found that folding changes."""
    first = 0
    for passage in passages:
        end = first + sum(map(len, passage.words))
        is_ascii = passage.folded.starts is None and passage.folded.text.isascii()
        if is_ascii and UNFOLDED in marks_in(line.kinds[first:end]):
            yield _passage(passage.field, fold(passage.folded.text))
        else:
            yield passage
        first = end


def _passage(field: TextField, folded: Folded) -> Passage:
    text = folded.text
    spans: list[tuple[int, int]] = []
    words: list[list[str]] = []
    for start, end in pieces(text):
        own = text[start:end].split()
        if own:
            spans.append((start, end))
            words.append(own)
    return Passage(field, folded, spans, words)


def _looked_up(passages: Sequence[Passage]) -> Line:
    return line_of(list(chain.from_iterable(chain.from_iterable([passage.words for passage in passages]))))
