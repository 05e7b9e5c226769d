"""Where a sentence names what the facts are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic
from reviewwatch.reply.claims.topics.words import Phrase
from reviewwatch.reply.claims.values.listed import listed


class Mention(NamedTuple):
    """Items that name a topic, `start` to before `end`; `role` is E, A, V or L."""

    start: int
    end: int
    topic: int
    role: str


def index_of(topics: Sequence[Topic]) -> Mapping[str, Sequence[tuple[Phrase, int, str]]]:
    """Return the phrases of all topics by their first word, the long ones first."""
    found: dict[str, list[tuple[Phrase, int, str]]] = {}
    for at, topic in enumerate(topics):
        predicate = topic.predicate
        roles = [(topic.items, "I"), (topic.names, "E"), (topic.nouns, "A"), (topic.does, "V"), (topic.lacks, "L")]
        if predicate:
            roles += [(predicate.things, "A"), (predicate.does, "V"), (predicate.lacks, "L")]
        for phrases, role in roles:
            for one in phrases:
                found.setdefault(one[0], []).append((one, at, role))
    return {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in found.items()}


def mentions(
    scene: Scene, index: Mapping[str, Sequence[tuple[Phrase, int, str]]], topics: Sequence[Topic]
) -> list[Mention]:
    """Return where topics are named; a name within a longer one of another topic is left out."""
    found: list[Mention] = []
    for at, word in enumerate(scene.stems):
        for one, topic, role in index.get(word, ()):
            size = _reach(scene.stems, at, one)
            if not size:
                continue
            if topics[topic].weekday and "D" in one and not _is_day(scene, at, size, topics[topic].weekday):
                continue
            found.append(Mention(at, at + size, topic, role))
    return [one for one in found if not any(_hides(other, one) and _says_more(scene, other, one) for other in found)]


_PASSED: Final = listed(
    "only just also even still now always actually really simply the a an my your our their his her any"
)


def _reach(stems: Sequence[str], at: int, one: Phrase) -> int:
    """Return how many words hold a phrase from a place on, articles and adverbs within it left out; 0 for none."""
    end = at + 1
    for word in one[1:]:
        while end < len(stems) and stems[end] != word and stems[end] in _PASSED:
            end += 1
        if end >= len(stems) or stems[end] != word:
            return 0
        end += 1
    return end - at


_DEFINITE: Final = listed("the this that their your its")


def named_again(scene: Scene, topics: Sequence[Topic], named: Iterable[int], found: Sequence[Mention]) -> list[Mention]:
    """Return where what was named before goes by its last word: "the shelf" for the Corran shelf.

    Args:
        named: Topics that the review named.
        found: Mentions of the sentence; their words mean what they say.
    """
    taken = {at for one in found for at in range(one.start, one.end) if one.role == "E"}
    return [
        Mention(at, at + 1, topic, "E")
        for topic in named
        if topics[topic].head
        for at, word in enumerate(scene.stems)
        if word == topics[topic].head and at and at not in taken and scene.items[at - 1].word in _DEFINITE
    ]


def _says_more(scene: Scene, longer: Mention, one: Mention) -> bool:
    """Tell "free delivery" from "to deliver": small words make no other thing."""
    beside = (*scene.stems[longer.start : one.start], *scene.stems[one.end : longer.end])
    return longer.topic == one.topic or any(word not in _SMALL | _PASSED for word in beside)


def _is_day(scene: Scene, at: int, size: int, weekday: str) -> bool:
    days = [item.amount.unit for item in scene.items[at : at + size] if item.amount and item.amount.sign == "D"]
    return weekday in days


def _hides(longer: Mention, one: Mention) -> bool:
    is_within = longer.start <= one.start and one.end <= longer.end and longer.end - longer.start > one.end - one.start
    return is_within and (longer.role in "VL" or one.role not in "VL")


_SMALL: Final = listed(
    "they we you will can do not only just to it the a an your my is are on in for of something thing anything"
)
