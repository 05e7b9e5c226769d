"""A reply as the rules read it: folded for matching, with every place leading back to the text as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewwatch.reply.platforms import Platform
from reviewwatch.text import Folded, Span, fold, sentences
from reviewwatch.types import Business, DraftSentence, Finding, FindingSeverity, Review

# "r e f u n d", "r.e.f.u.n.d": single letters apart are read as the word that they spell.
# The words "a" and "I" before one are no part of it.
_SPACED: Final = re.compile(r"(?<!\w)(?![aAI] )(?:\w[ .\-_*]){3,}\w(?!\w)")
_WIDE_BLANK: Final = re.compile(r"\s{2,}")
_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\t": " "}
)


class View:
    """A text folded for matching: plain letters and quotes, single blanks, no letters set apart, nothing invisible.

    Attributes:
        original: The text as given.
        text: What patterns are matched on; line ends are blanks in it.
        sentences: Where the sentences of `text` stand; a line end ends one.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self._folded: Folded = fold(original)
        text = self._folded.text.translate(_PLAIN)
        dropped = _idle_places(text)
        self._kept = [place for place in range(len(text)) if place not in dropped] if dropped else None
        lines = "".join(text[place] for place in self._kept) if self._kept is not None else text
        self.sentences: tuple[Span, ...] = tuple(sentences(lines))
        self.text = lines.replace("\n", " ")

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a place of `text` stands in the original."""
        if self._kept is not None and end > start:
            start, end = self._kept[start], self._kept[end - 1] + 1
        return self._folded.span(start, end)


def _idle_places(text: str) -> set[int]:
    """Return the places that matching passes over: blanks beyond the first, and what stands between single letters."""
    idle: set[int] = set()
    for at in _WIDE_BLANK.finditer(text):
        kept = at.start() + max(at.group().find("\n"), 0)
        idle.update(place for place in range(at.start(), at.end()) if place != kept)
    for at in _SPACED.finditer(text):
        if any(letter.isalpha() for letter in at.group()):
            idle.update(range(at.start() + 1, at.end(), 2))
    return idle


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reply is checked beside: what the listing and the brand said before, and who wrote which sentence.

    Attributes:
        today: In the business's time zone; None where only what always holds is asked.
        recent: The listing's last replies, the newest first; 20 are looked at.
        published: Public replies of the whole brand, which a new one may not contradict.
        sentences: Those that the drafter made, with their licences. Every other sentence is somebody's own.
        is_persons: The other sentences are a person's, for whom a missing fact is a warning; else it blocks.
        vouched: Sentences for which the approver vouches, in this reply alone.
        has_business: Facts and contacts are known; without them a missing one is at most a warning.
    """

    today: date | None = None
    recent: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    sentences: tuple[DraftSentence, ...] = ()
    is_persons: bool = False
    vouched: tuple[str, ...] = ()
    has_business: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: a reply, the review that it answers, whose it is, where it would stand, and beside what."""

    view: View
    review: Review
    business: Business
    platform: Platform
    context: Context = Context()

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
