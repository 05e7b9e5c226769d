"""A reply as the rules read it: folded for matching, with every place leading back to the text as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewwatch.config import Brand
from reviewwatch.reply.platforms import Platform
from reviewwatch.text import Folded, fold, sentences
from reviewwatch.types import Finding, FindingSeverity, Review

# "r e f u n d", "r.e.f.u.n.d": single letters apart are read as the word that they spell.
# The words "a" and "I" before one are no part of it.
_SPACED: Final = re.compile(r"(?<!\w)(?![aAI] )(?:\w[ .\-_*]){3,}\w(?!\w)")
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


class View:
    """A text folded for matching: look-alike letters, invisible characters, styled quotes, letters set apart."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._folded: Folded = fold(original)
        self.text = self._folded.text.translate(_QUOTES)
        self._kept: list[int] | None = None
        if _SPACED.search(self.text):
            self._close_up()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a place of `text` stands in the original."""
        if self._kept is not None and end > start:
            start, end = self._kept[start], self._kept[end - 1] + 1
        return self._folded.span(start, end)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return where the sentences of `text` stand."""
        return tuple((start, end) for start, end in sentences(self.text))

    def _close_up(self) -> None:
        """Drop what stands between single letters, and remember which places are kept."""
        dropped = {
            place
            for at in _SPACED.finditer(self.text)
            if any(letter.isalpha() for letter in at.group())
            for place in range(at.start() + 1, at.end(), 2)
        }
        self._kept = [place for place in range(len(self.text)) if place not in dropped]
        self.text = "".join(self.text[place] for place in self._kept)


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: a reply, the review that it answers, whose it is, and where it would stand."""

    view: View
    review: Review
    brand: Brand
    platform: Platform

    @property
    def text(self) -> str:
        """Return the folded text, which patterns are matched on."""
        return self.view.text

    def windows(self, n_sentences: int) -> Iterator[tuple[int, int]]:
        """Yield the span of every run of so many sentences that follow each other, shorter ones at the end included."""
        spans = self.view.sentences
        for first in range(len(spans)):
            yield spans[first][0], spans[min(first + n_sentences, len(spans)) - 1][1]


Rule = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Law:
    """What stands behind a rule.

    Attributes:
        rule: Its id.
        source: Law or platform rule.
    """

    rule: str
    source: str

    def block(self, case: Case, start: int, end: int, why: str, fix: str | None = None) -> Finding:
        """Return a finding that forbids the text; the span counts in the folded text."""
        return self.block_original(*case.view.span(start, end), why, fix)

    def warn(self, case: Case, start: int, end: int, why: str, fix: str | None = None) -> Finding:
        """Return a finding that a person can accept; the span counts in the folded text."""
        return self.warn_original(*case.view.span(start, end), why, fix)

    def block_original(self, start: int, end: int, why: str, fix: str | None = None) -> Finding:
        """Return a finding that forbids the text; the span counts in the text as given."""
        return Finding(self.rule, FindingSeverity.BLOCK, start, end, why, self.source, fix)

    def warn_original(self, start: int, end: int, why: str, fix: str | None = None) -> Finding:
        """Return a finding that a person can accept; the span counts in the text as given."""
        return Finding(self.rule, FindingSeverity.WARN, start, end, why, self.source, fix)
