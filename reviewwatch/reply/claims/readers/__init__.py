"""What a sentence states about a topic: one reader for each family of claims.

A reader yields every way to read it (`options`); which counts is decided later, in the reviewer's favor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reviewwatch.reply.claims.readers.bounds import one_time
from reviewwatch.reply.claims.readers.counts import count
from reviewwatch.reply.claims.readers.lists import days, listing
from reviewwatch.reply.claims.readers.measures import quantity
from reviewwatch.reply.claims.readers.money import price, threshold
from reviewwatch.reply.claims.readers.opening import hours
from reviewwatch.reply.claims.readers.said import Said
from reviewwatch.reply.claims.readers.versions import latest, oldest
from reviewwatch.reply.claims.readers.whether import yes_no
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Family, Topic

_READERS: Final[Mapping[Family, Callable[[Scene, Line, Topic], Iterator[Said]]]] = {
    Family.HOURS: hours,
    Family.FROM: one_time,
    Family.UNTIL: one_time,
    Family.PRICE: price,
    Family.THRESHOLD: threshold,
    Family.QUANTITY: quantity,
    Family.COUNT: count,
    Family.OLDEST: oldest,
    Family.LATEST: latest,
    Family.DAYS: days,
    Family.LIST: listing,
    Family.YES_NO: yes_no,
}


def read(scene: Scene, line: Line, topic: Topic) -> Iterator[Said]:
    """Yield what a sentence states about a topic."""
    reader = _READERS.get(topic.family)
    if reader:
        yield from reader(scene, line, topic)
