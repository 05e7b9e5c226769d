"""A reply as the rules read it: folded for matching, with every place leading back to the text as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reviewwatch.reply.guards.frames import Encoded, Frame
from reviewwatch.reply.guards.lexicon import LANGUAGES
from reviewwatch.reply.guards.plain import plain
from reviewwatch.reply.guards.units import Unit, units
from reviewwatch.reply.platforms import Platform
from reviewwatch.text import Span, guess_language, sentences
from reviewwatch.text.reading import MAX_CHARS
from reviewwatch.types import Business, DraftSentence, Finding, FindingSeverity, Review


class View:
    """A text as it is read: plain letters and quotes, single blanks, whole words, nothing invisible.

    Attributes:
        original: The text as given.
        text: What patterns are matched on; line ends are blanks in it.
        sentences: Where the sentences of `text` stand; a line end ends one.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self._trail = plain(original)
        self.sentences: tuple[Span, ...] = tuple(_unbroken(self._trail.text))
        self.text = self._trail.text.replace("\n", " ")

    @cached_property
    def encoded(self) -> Encoded:
        """Return the text as units with meanings, ready for frames."""
        return Encoded(units(self.text, self.sentences))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a place of `text` stands in the original."""
        return self._trail.span(start, end)


def _unbroken(text: str) -> Iterator[Span]:
    """Yield the sentences of a text; a line that goes on in small letters is the same sentence as the one before."""
    kept: Span | None = None
    for span in sentences(text):
        if kept and text[kept.end - 1].isalnum() and (text[span.start].islower() or text.isupper()):
            kept = Span(kept.start, span.end)
            continue
        if kept:
            yield kept
        kept = span
    if kept:
        yield kept


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

    def found(self, *wanted: Sequence[Frame], spare: Sequence[Frame] = ()) -> Iterator[Span]:
        """Yield where frames match in the folded text.

        Args:
            spare: What they pass over: thanks for what was done, or what is said of somebody else.
        """
        text = self.view.encoded.without(spare) if spare else self.view.encoded
        for frames in wanted:
            for one in frames:
                for first, last in one.find(text):
                    yield Span(text.units[first].start, text.units[last].end)

    def holding(self, *notions: Sequence[Frame], spare: Sequence[Frame] = (), reach: int = 1) -> Iterator[Span]:
        """Yield every run of sentences in which all of some notions stand, wherever in it.

        Args:
            notions: Each is there if one of its frames matches.
            spare: What they pass over.
            reach: Sentences that a run has.
        """
        text = self.view.encoded.without(spare) if spare else self.view.encoded
        places = []
        for notion in notions:
            starts = [text.units[first].start for one in notion for first, _ in one.find(text)]
            if not starts:
                return
            places.append(starts)
        for start, end in self.windows(reach):
            if all(any(start <= place < end for place in starts) for starts in places):
                yield Span(start, end)

    @property
    def review_text(self) -> str:
        """Return all that the review says."""
        return _review_text(self.review)

    def units_in(self, span: Span) -> list[Unit]:
        """Return the units that stand in a part of the folded text."""
        return [unit for unit in self.view.encoded.units if span.start <= unit.start < span.end]

    def mentions(self, span: Span, tags: frozenset[str]) -> bool:
        """Say whether the sentence of a place has a unit with one of some meanings."""
        return any(
            not (tags.isdisjoint(unit.tags) and tags.isdisjoint(unit.phrase))
            for unit in self.units_in(self.sentence_at(span.start))
        )

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds a place of the folded text."""
        return next((span for span in self.view.sentences if span.start <= place < span.end), Span(0, len(self.text)))

    def is_foreign(self) -> bool:
        """Say whether the reply is in a language whose words the rules do not know."""
        lang = guess_language(self.view.original[:_MAX_TOLD])
        return lang is not None and lang not in LANGUAGES

    def windows(self, n_sentences: int) -> Iterator[tuple[int, int]]:
        """Yield the span of every run of so many sentences that follow each other, shorter ones at the end included."""
        spans = self.view.sentences
        for first in range(len(spans)):
            yield spans[first][0], spans[min(first + n_sentences, len(spans)) - 1][1]


def _review_text(review: Review) -> str:
    parts = (review.title, review.text, review.positive, review.negative)
    return "\n".join(part[:MAX_CHARS] for part in parts if part)


_MAX_TOLD = 2_000

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

    def block_sentence(self, case: Case, start: int, end: int, why: str) -> Finding:
        """Return a finding that forbids the sentences of a place; dropping them mends the text."""
        return self.block(case, *_sentences_around(case, start, end), why, fix="")

    def warn_sentence(self, case: Case, start: int, end: int, why: str) -> Finding:
        """Return a finding on the sentences of a place that a person can accept; dropping them mends the text."""
        return self.warn(case, *_sentences_around(case, start, end), why, fix="")

    def block_original(self, start: int, end: int, why: str, fix: str | None = None) -> Finding:
        """Return a finding that forbids the text; the span counts in the text as given."""
        return Finding(self.rule, FindingSeverity.BLOCK, start, end, why, self.source, fix)

    def warn_original(self, start: int, end: int, why: str, fix: str | None = None) -> Finding:
        """Return a finding that a person can accept; the span counts in the text as given."""
        return Finding(self.rule, FindingSeverity.WARN, start, end, why, self.source, fix)


def _sentences_around(case: Case, start: int, end: int) -> tuple[int, int]:
    return case.sentence_at(start).start, case.sentence_at(max(start, end - 1)).end
