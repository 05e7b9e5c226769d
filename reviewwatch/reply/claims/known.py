"""What is made once of a business's facts, for all its reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reviewwatch.reply.claims.sentences.mentions import index_of
from reviewwatch.reply.claims.topics.topic import Family, Topic, names_in, topics_of
from reviewwatch.reply.claims.topics.words import Phrase, phrase
from reviewwatch.types import Fact


@dataclass(frozen=True, slots=True)
class Known:
    """What is made once of a business's facts."""

    topics: tuple[Topic, ...]
    index: Mapping[str, Sequence[tuple[Phrase, int, str]]]
    own: frozenset[str]
    names: frozenset[str]
    implied: frozenset[int]
    paid: Mapping[str, int]


@lru_cache(maxsize=64)
def known_of(facts: tuple[Fact, ...], name: str) -> Known:
    """Return what is made of a business's facts; kept for the last businesses asked about."""
    own = frozenset(word for word in phrase(name) if len(word) > 2) - {"the", "and", "for"}
    topics = _of_business(topics_of(facts), own)
    values = frozenset(word for fact in facts for word in phrase(f"{fact.value} {fact.attribute}"[:300]))
    return Known(topics, index_of(topics), own, own | names_in(topics) | values, _implied(topics), _paid(topics))


def _implied(topics: Sequence[Topic]) -> frozenset[int]:
    """Return the topics that "they" and "you" may mean: those of the business as a whole, alone of their family."""
    found = set()
    for at, topic in enumerate(topics):
        rivals = [one for one in topics if one.family is topic.family and one.is_business and not one.needs_noun]
        if topic.is_business and (topic.needs_noun or len(rivals) == 1):
            found.add(at)
    return frozenset(found)


def _paid(topics: Sequence[Topic]) -> Mapping[str, int]:
    """Return what is paid once, by the month, by the year, where it is one thing alone: nobody need name it."""
    found: dict[str, list[int]] = {}
    for at, topic in enumerate(topics):
        is_sold = topic.per in ("once", "month", "year", "term", "season") or (
            topic.per in ("hour", "day")
            and {"hire", "rental", "pass", "ticket", "lesson", "court"} & set(phrase(topic.entity))
        )
        if topic.family is Family.PRICE and is_sold:
            found.setdefault(topic.per, []).append(at)
    return {per: each[0] for per, each in found.items() if len(each) == 1}


_ALSO: Final = {
    name: frozenset((other,) for other in names if other != name)
    for names in (
        ("practice", "surgery", "clinic", "dentist"),
        ("shop", "store"),
        ("office", "firm"),
        ("cafe", "coffee shop"),
    )
    for name in names
}


_CALLED: Final = frozenset([("place",), ("door",), ("gate",)])


def _of_business(topics: Sequence[Topic], own: frozenset[str]) -> tuple[Topic, ...]:
    """Let the hours of what the business is named after be its own: the baths of Fennimoor Baths, not their cafe."""
    timed = [topic for topic in topics if topic.family in (Family.HOURS, Family.DAYS)]
    named = {
        topic.entity for topic in timed if set(phrase(topic.entity)) <= own or "opening" in topic.attribute.casefold()
    }
    its_own = named or {topic.entity for topic in timed if topic.is_business}
    return tuple(
        topic
        if topic not in timed
        else replace(
            topic, is_business=True, names=topic.names | _CALLED | _ALSO.get(topic.entity.casefold(), frozenset())
        )
        if topic.entity in its_own
        else replace(topic, is_business=False)
        for topic in topics
    )
