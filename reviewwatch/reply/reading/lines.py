"""The sentences of a review as rows of stems, each of which knows where it stands. Any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reviewwatch.assess import read
from reviewwatch.assess.stems import stems_of
from reviewwatch.reply.understood import Place
from reviewwatch.text.folding import Folded
from reviewwatch.text.reading import Reading
from reviewwatch.types import Review, TextField

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*|[%£$€]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_STEM: Final = 5
"""Letters by which two words count as one: "charged" and "charge"."""
_LEAST: Final = 4
"""Letters of a word that carries a meaning."""
_EDGES: Final = " \t\n\r\f\v,.;:!?\"'“”‘’()[]*-–—•…"
_MAX_CHARS: Final = 800
"""Of one line: no sentence that a person writes is longer, and to read on costs with the square of it."""
_MAX_LINES: Final = 600
"""Of one review: some 6,000 words. What comes after them is no longer read closely."""


class Line(NamedTuple):
    """One sentence.

    Attributes:
        start, end: In `folded.text`.
        stems: Of its words, as `assess.phrases` compares them.
        spans: Of each stem, in `folded.text`.
        number: Of the sentence in the review.
    """

    field: TextField
    folded: Folded
    start: int
    end: int
    stems: Sequence[str]
    spans: Sequence[tuple[int, int]]
    number: int

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return self.folded.text[self.start : self.end]

    def word(self, at: int) -> str:
        """Return a word as it is read."""
        start, end = self.spans[at]
        return self.folded.text[start:end]

    def place(self, first: int = 0, last: int | None = None) -> Place:
        """Return where some of its words stand in the review as received.

        Args:
            first, last: Words, the last one left out; all of them without.
        """
        if not self.spans:
            return Place(self.field, *self.folded.span(self.start, self.end))
        end = self.spans[(len(self.spans) if last is None else last) - 1][1]
        return Place(self.field, *self.folded.span(self.spans[first][0], end))


def stems_in(text: str) -> frozenset[str]:
    """Return the first letters of the words of a text that carry a meaning, by which two words count as one."""
    return frozenset(word.casefold()[:_STEM] for word in _LETTERS.findall(text) if len(word) >= _LEAST)


def lines_of(review: Review, reading: Reading | None = None) -> list[Line]:
    """Return the sentences of a review in the order of its fields.

    Args:
        reading: What `assess.read` made of it, where the caller has that already.
    """
    found: list[Line] = []
    for passage in (reading or read(review)).passages:
        for start, end in passage.spans:
            for first, last in _bounded(passage.folded.text, start, end):
                if len(found) < _MAX_LINES:
                    found.append(line_of(passage.field, passage.folded, first, last, len(found)))
    return found


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in pieces of bounded length, cut at white space where there is any."""
    while end - start > _MAX_CHARS:
        cut = text.rfind(" ", start + 1, start + _MAX_CHARS)
        cut = start + _MAX_CHARS if cut < 0 else cut
        yield start, cut
        start = cut
    yield start, end


def line_of(field: TextField, folded: Folded, start: int, end: int, number: int = 0) -> Line:
    """Return a part of a text as a line."""
    stems, spans = [], []
    for token in _TOKEN.finditer(folded.text, start, end):
        if known := _stem(token[0]):
            stems.append(known)
            spans.append(token.span())
    return Line(field, folded, *_trimmed(folded.text, start, end), stems, spans, number)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Return the stem of a word, empty where it has none."""
    return next(iter(stems_of(word if word.isascii() else _plain(word))), "")


def _plain(word: str) -> str:
    """Return a word without its accents: half of those who write Spanish on a phone leave them out."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word[:60]) if not unicodedata.combining(sign))
    return bare.replace("ß", "ss") or word


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    bare = piece.lstrip(_EDGES)
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip(_EDGES))
