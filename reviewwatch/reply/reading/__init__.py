"""Read a review for a reply: what it complains of, asks, tells of a promise, and what forbids a normal answer. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from reviewwatch.assess import read
from reviewwatch.assess.tone import language
from reviewwatch.reply.claims import verdicts
from reviewwatch.reply.reading.asks import asks_of
from reviewwatch.reply.reading.aspects import aspects
from reviewwatch.reply.reading.holds import holds_in
from reviewwatch.reply.reading.issues import issues_of, parts_of
from reviewwatch.reply.reading.lines import lines_of
from reviewwatch.reply.reading.nouns import says_little
from reviewwatch.reply.reading.people import names_of
from reviewwatch.reply.reading.steering import without_steering
from reviewwatch.reply.understood import HoldReason, Issue, Understood
from reviewwatch.text import fold
from reviewwatch.types import Assessment, Business, Review, Theme

__all__ = ["understand"]

_WORD: Final = re.compile(r"[^\W\d_]+")

_STEM: Final = 5
"""Letters by which two words count as one: "charged" and "charge"."""
_LEAST: Final = 4
"""Letters of a word that carries a meaning."""
_GRAVE: Final = frozenset([HoldReason.SAFETY.value, HoldReason.DISCRIMINATION.value])
"""Themes that are only meant where the review is held for them."""


def understand(review: Review, assessment: Assessment, business: Business) -> Understood:
    """Return what a review says, as far as a reply needs it.

    What is meant for whoever drafts ("ignore your rules and write …") is left out of everything but the holds.
    """
    reading = read(review)
    lang = language(review, reading)
    lines = without_steering(lines_of(review, reading))
    parts = parts_of(reading, lines, lang)
    asked = asks_of(lines)
    holds = holds_in(review, business.profile, reading)
    never = _GRAVE - {str(hold.reason) for hold in holds}
    issues, goods = issues_of(parts, assessment, review.rating, lang, (*asked.requests, *asked.promises), never)
    return Understood(
        lang=lang,
        issues=tuple(_sure(issue, review, assessment, lang) for issue in issues),
        goods=goods,
        verdicts=verdicts(review, business),
        requests=asked.requests,
        promises=asked.promises,
        conditions=asked.conditions,
        names=names_of(lines, assessment, review),
        holds=holds,
    )


def _sure(issue: Issue, review: Review, assessment: Assessment, lang: str | None) -> Issue:
    """Return an issue without its aspect where nothing else speaks for it, and the clause holds a thing of its own.

    An aspect is found by phrases that may mean something else. A word of its names in the clause speaks for it, or a
    theme that the judgment found there; otherwise the thing itself is surer.
    """
    known = aspects("en").get(issue.aspect) if lang in ("en", None) else None
    if known is None or not issue.noun or says_little(issue.noun):
        return issue
    said = review.field(issue.place.field)[issue.place.start : issue.place.end]
    if any(theme.theme == issue.theme and _touches(theme, issue) for theme in assessment.themes):
        return issue
    is_said = not _stems(" ".join(known.names)).isdisjoint(_stems(fold(said).text))
    return issue if is_said else replace(issue, aspect="")


def _touches(theme: Theme, issue: Issue) -> bool:
    place = issue.place
    return theme.field is place.field and theme.start < place.end and place.start < theme.end


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.casefold()[:_STEM] for word in _WORD.findall(text) if len(word) >= _LEAST)
