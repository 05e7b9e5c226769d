"""Two public replies of one brand that tell the same thing in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reviewwatch.reply.guards.backing import stem
from reviewwatch.reply.guards.quantities import quantities
from reviewwatch.reply.guards.view import Case, Law, View
from reviewwatch.text import Span
from reviewwatch.types import Finding

G41: Final = Law("G41", "UCPD art. 6: readers compare; two replies of one brand do not tell one thing in two ways")

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NOT: Final = frozenset(["not", "no", "never", "none", "without", "cannot", "nothing", "isn", "doesn"])
_IDLE: Final = frozenset(
    stem(word)
    for word in [
        "the",
        "and",
        "you",
        "your",
        "our",
        "for",
        "are",
        "was",
        "were",
        "have",
        "has",
        "had",
        "with",
        "that",
        "this",
        "from",
        "not",
        "thank",
        "thanks",
        "sorry",
        "please",
        "write",
        "call",
        "very",
        "much",
        "about",
        "they",
        "will",
        "would",
        "can",
        "could",
        "there",
        "here",
        "when",
        "what",
        "which",
        "who",
        "how",
        "all",
        "any",
        "been",
        "but",
        "its",
        "his",
        "her",
        "their",
        "them",
        "then",
        "than",
        "too",
        "also",
        "just",
        "only",
        "into",
        "until",
        "till",
        "open",
        "opens",
        "opened",
        "closed",
        "closes",
        "close",
        "staffed",
        "costs",
        "cost",
        "price",
        "each",
        "every",
        "day",
        "days",
        "per",
        "hours",
        "hour",
        "never",
        "always",
        "now",
        "may",
        "night",
        "person",
        "stay",
        "month",
        "year",
        "week",
        "some",
        "one",
        "two",
        "get",
        "comes",
        "come",
        "take",
        "takes",
        "does",
        "did",
        "done",
        "free",
        "yes",
        "allowed",
        "possible",
        "welcome",
        "over",
        "under",
        "we",
        "us",
        "is",
        "it",
        "in",
        "on",
        "at",
        "of",
        "to",
        "a",
        "an",
        "so",
        "as",
        "by",
        "or",
        "be",
        "do",
        "if",
        "up",
        "out",
        "more",
        "most",
        "than",
        "after",
        "before",
        "since",
        "because",
    ]
)
_FACTUAL: Final = re.compile(
    r"\b(?:is|are|isn't|aren't|has|have|opens?|closes?|costs?|takes?|runs?|serves?|includes?|allows?|comes?)\b", re.I
)
_PAST: Final = re.compile(r"\b(?:was|were|used to|had|sorry|until \w+ \d{4})\b", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence states: about what, with which numbers, and whether it denies."""

    subject: frozenset[str]
    values: frozenset[str]
    is_denied: bool
    sentence: Span
    words: str

    @property
    def kind(self) -> str:
        """Return what its numbers are: times or amounts; empty for none."""
        return "" if not self.values else "time" if any(":" in value for value in self.values) else "amount"

    def differs_from(self, other: Told) -> bool:
        """Say whether both are about one thing and cannot both be so."""
        shared = self.subject & other.subject
        if not shared or len(shared) / min(len(self.subject), len(other.subject)) < _ALIKE or self.kind != other.kind:
            return False
        if self.values:
            return self.values.isdisjoint(other.values)
        return self.is_denied != other.is_denied


_ALIKE: Final = 0.6


def contradiction(case: Case) -> Iterator[Finding]:
    """G41: another public reply of the brand says otherwise of the same thing."""
    mine = [told for told in _told(case.view) if told.subject]
    for published in case.context.published:
        for theirs in _published(published):
            for told in mine:
                if told.differs_from(theirs):
                    why = f"tells otherwise than a public reply of the brand: {theirs.words[:_SHOWN]}"
                    yield G41.warn(case, *told.sentence, why)
                    return


_SHOWN: Final = 120


@lru_cache(maxsize=512)
def _published(text: str) -> tuple[Told, ...]:
    return tuple(told for told in _told(View(text)) if told.subject)


def _told(view: View) -> Iterator[Told]:
    """Yield the plain statements of a text; what was, or is regretted, is none."""
    for sentence in view.sentences:
        words = view.text[sentence.start : sentence.end]
        if not _FACTUAL.search(words) or _PAST.search(words):
            continue
        plain = [word.lower() for word in _WORD.findall(words)]
        yield Told(
            subject=frozenset(stem(word) for word in plain) - _IDLE,
            values=frozenset(one.value for one in quantities(words) if one.is_measure),
            is_denied=not _NOT.isdisjoint(plain),
            sentence=sentence,
            words=words,
        )


RULES: Final = (contradiction,)
