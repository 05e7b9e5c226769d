"""What stands behind a sentence: the facts of the day, public remedies, the review, a licence or a person's word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from reviewwatch.reply.guards.quantities import WORDS, quantities
from reviewwatch.reply.guards.view import Case
from reviewwatch.text import Span, fold
from reviewwatch.types import Business, Fact, Remedy

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_STEM: Final = 5
# What people call the same thing.
_SAME: Final = """
money back|refund refunds refunded|reimburse
dogs|dog|pets|pet|cats|cat|animals
lift|elevator
parking|park|car
desk|reception
wifi|internet|wi fi
minimum|least
delivery|deliver|delivered|van|shipping|ship
returns|return|returned|send back
order|basket
plan|pro|subscription|subscribe
restaurant|dinner|supper
lists|list
habits|habit
slots|slot
price|cost|costs|charge|fee|pay
hours|open|opens|closed|closes|staffed
smoking|smoke
cancellation|cancel|cancelled
checkin|arrive|arrival|check
checkout|leave|departure
bulb|bulbs
cable|cord
rooms|room
step free|steps|ramp|wheelchair
ads|adverts|advertising
dark|night mode
export|csv|pdf
languages|language
ipad|tablet
watch|wrist
tip|tips
alcohol|beer|wine
bags|bag|plastic
sunday|sundays
saturday|saturdays
meeting|consultation|appointment
renovation|works|building
station|train
kettle|tea
air conditioning|aircon|cooling
hot tub|jacuzzi
pool|swim|swimming
account|sign up|login
sync|cloud
offline|connection
trial|try
android|phone
warranty|guarantee
wrap|gift wrap|wrapping
pickup|collect|collection
support|answer|answers
data|information
"""


def stem(word: str) -> str:
    """Return how a word begins: what its forms share."""
    return word[:_STEM] if len(word) > _STEM else word.rstrip("s") if len(word) > 3 else word


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


_GROUPS: Final = tuple(frozenset(stem(word) for word in re.split(r"[| ]", line)) for line in _SAME.split("\n") if line)


def _widened(stems: frozenset[str]) -> frozenset[str]:
    return stems.union(*(group for group in _GROUPS if not group.isdisjoint(stems)))


_IDLE: Final = frozenset(
    stem(word)
    for word in [
        "present",
        "number",
        "value",
        "amount",
        "length",
        "time",
        "from",
        "until",
        "date",
        "window",
        "free",
        "version",
        "once",
        "per",
        "the",
        "of",
        "in",
        "an",
        "to",
        "needed",
        "allowed",
        "offered",
        "included",
        "used",
        "sold",
        "minimum",
        "maximum",
        "we",
        "this",
        "what",
        "you",
        "our",
        "can",
        "at",
        "it",
        "and",
        "who",
        "with",
        "has",
        "have",
        "been",
        "for",
        "is",
        "are",
        "will",
        "that",
        "your",
        "after",
        "before",
        "on",
        "or",
        "by",
        "yes",
        "not",
        "once",
        "up",
        "day",
        "days",
        "hours",
        "working",
        "business",
        "arrival",
        "added",
        "automatically",
        "switched",
        "off",
        "latest",
        "next",
        "first",
        "full",
        "user",
        "every",
    ]
)


@dataclass(frozen=True, slots=True)
class Backed:
    """A fact as sentences are compared with it.

    Attributes:
        subject: How the words of what it is about begin, and what others call them.
        values: Its numbers, times and days.
    """

    fact: Fact
    subject: frozenset[str]
    values: frozenset[str]
    is_ended: bool


@lru_cache(maxsize=64)
def facts_of(business: Business, today: date | None) -> tuple[Backed, ...]:
    """Return the public facts valid today, and those that ended before."""
    return tuple(
        Backed(fact, _subject(fact), _values(fact), is_ended=today is not None and not fact.holds_on(today))
        for fact in business.facts
        if fact.is_public and not (today and fact.valid_from and fact.valid_from > today)
    )


def _subject(fact: Fact) -> frozenset[str]:
    named = _stems(fact.entity)
    return _widened((named - _IDLE or named) | (_stems(fact.attribute) - _IDLE))


def _values(fact: Fact) -> frozenset[str]:
    said = f"{fact.value} {fact.entity} {fact.attribute}"
    found = {one.value for one in quantities(said)}
    found |= {
        one.value
        for day in (fact.valid_from, fact.valid_to)
        if day
        for one in quantities(f"{day.day} {day:%B} {day.year} in {day:%B}")
    }
    return frozenset(found | {"00:00" if value == "24:00" else value for value in found})


_PAST: Final = frozenset(
    [
        "was",
        "were",
        "used",
        "until",
        "till",
        "before",
        "had",
        "old",
        "former",
        "previously",
        "earlier",
        "cost",
        "formerly",
        "then",
    ]
)


@dataclass(frozen=True, slots=True)
class Backing:
    """What a reply may say in numbers and policies.

    Attributes:
        review, house: Values of the review, and of what the business says anywhere: names, contacts, remedies.
    """

    facts: tuple[Backed, ...]
    review: frozenset[str]
    house: frozenset[str]

    def about(self, sentence: str) -> list[Backed]:
        """Return the facts that a sentence may be about."""
        stems = _stems(sentence)
        words = frozenset(_WORD.findall(sentence.lower()))
        is_past = not _PAST.isdisjoint(words)
        return [one for one in self.facts if not one.subject.isdisjoint(stems) and (is_past or not one.is_ended)]

    def holds(self, value: str, sentence: str) -> bool:
        """Say whether a value in a sentence comes from somewhere."""
        same = _clock(value) | {value}
        if not same.isdisjoint(self.review) or value in self.house:
            return True
        about = self.about(sentence)
        if any(not same.isdisjoint(one.values) for one in about):
            return True
        has_values = any(one.values for one in about)
        return not has_values and any(value in one.values for one in self.facts if not one.is_ended)


def _clock(value: str) -> frozenset[str]:
    """Return the times that a bare hour may mean, or a time without its half of the day: "9 to 5" is 09:00 to 17:00."""
    if ":" in value and int(value[:2]) <= _HALF_DAY:
        return frozenset({f"{(int(value[:2]) + _HALF_DAY) % 24:02}{value[2:]}"})
    if not value.isdigit() or not 0 < int(value) <= _HALF_DAY:
        return frozenset()
    return frozenset((f"{int(value):02}:00", f"{(int(value) + _HALF_DAY) % 24:02}:00"))


_HALF_DAY: Final = 12


def backing_of(case: Case) -> Backing:
    """Return what stands behind a reply."""
    house = _house_values(case.business)
    said = fold(case.review_text).text
    counted = {f"{WORDS[word]}" for word in _WORD.findall(said.lower()) if word in WORDS}
    review = frozenset(one.value for one in quantities(said)) | counted | _twins(case.review_text)
    return Backing(facts_of(case.business, case.context.today), review, house)


def _twins(text: str) -> frozenset[str]:
    """Return bare hours of the review as times too: a reviewer who writes "at 9" means 09:00 or 21:00."""
    found = {one.value for one in quantities(text) if one.value.isdigit() and int(one.value) < 25}
    return frozenset(f"{int(value) % 24:02}:00" for value in found) | frozenset(
        f"{(int(value) + 12) % 24:02}:00" for value in found
    )


@lru_cache(maxsize=64)
def _house_values(business: Business) -> frozenset[str]:
    texts = [business.name, business.listing_name, business.sign_off, *(contact.text for contact in business.contacts)]
    texts += [remedy.say for remedy in business.remedies if remedy.is_public] + [
        macro.text for macro in business.macros
    ]
    return frozenset(one.value for text in texts for one in quantities(text))


_MIN_COVERED: Final = 0.75


def remedy_region(sentence: str, remedies: Iterable[Remedy]) -> tuple[int, int] | None:
    """Return where a sentence says what a public remedy says, None for nowhere."""
    words = [(stem(at[0].lower()), *at.span()) for at in _WORD.finditer(sentence)]
    for remedy in remedies:
        said = [stem(word) for word in _WORD.findall(remedy.say.lower())]
        telling = [word for word in said if word not in _IDLE]
        places = [at for at, (word, _, _) in enumerate(words) if word in telling]
        if not telling or not places:
            continue
        covered = {words[at][0] for at in places}
        is_near = places[-1] - places[0] <= len(said) * 1.5 + 2
        if len(covered) / len(set(telling)) >= _MIN_COVERED and is_near:
            return words[max(0, places[0] - _LEAD)][1], words[places[-1]][2]
    return None


_LEAD: Final = 5
"""Words before what a remedy tells that belong to it: "we have"."""


def is_remedy(case: Case, span: Span) -> bool:
    """Say whether a place lies in what a public remedy says."""
    sentence = case.sentence_at(span.start)
    region = remedy_region(case.text[sentence.start : sentence.end], _public(case.business))
    return (
        region is not None
        and sentence.start + region[0] <= span.start
        and span.end <= sentence.start + region[1] + _SLACK
    )


_SLACK: Final = 24


def _public(business: Business) -> list[Remedy]:
    return [remedy for remedy in business.remedies if remedy.is_public]


def licensed(case: Case) -> frozenset[str]:
    """Return the folded sentences that a fact, a remedy or an approved text allows, or that a person vouches for."""
    given = {
        plain_sentence(one.text)
        for one in case.context.sentences
        if any(licence.startswith(("fact:", "remedy:", "macro:")) for licence in one.licence)
    }
    given |= {plain_sentence(one) for one in case.context.vouched}
    return frozenset(given)


def plain_sentence(text: str) -> str:
    """Return a sentence as it is compared with another: folded, small, without its closing stop."""
    return " ".join(fold(text).text.lower().split()).strip(" .!")
