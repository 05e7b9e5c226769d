"""The newest version, and the oldest system that something runs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.claims.readers import patterns
from reviewwatch.reply.claims.readers.said import Option, Said, values, with_value
from reviewwatch.reply.claims.sentences.line import Line
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Topic

_DENIES: Final = re.compile(
    r" (?:not|no longer|never|nothing|anything|nowhere|no|refuse|refuses|fails) (?:[a-z]+ ){0,4}$| no longer "
)


def oldest(scene: Scene, line: Line, _topic: Topic) -> Iterator[Said]:
    """Yield the oldest version that something is said to need, or to run on."""
    for found, amount, item in values(patterns.OLDEST, "q", line, scene):
        is_not = _DENIES.search(line.text[: found.start() + 1]) is not None
        if option := _supports(found["how"], amount.text, is_not):
            yield with_value(line, found, item, option)


def _supports(how: str, number: str, is_not: bool) -> Option | None:
    if how in ("below", "older than", "before", "under", "less than"):
        return Option(number) if is_not else None
    if how.startswith(("runs", "run", "work", "install", "support", "avail", "compat", "start", "open", "use")):
        return Option(f"runs on {number}", is_not)
    if how in ("is not supported", "is not enough", "is too old", "phones are out", "is out"):
        return Option(f"runs on {number}", True)
    if how in ("is supported", "is enough"):
        return Option(f"runs on {number}")
    return None if is_not else Option(number)


def latest(scene: Scene, line: Line, _topic: Topic) -> Iterator[Said]:
    """Yield which version is said to be the newest."""
    for found, amount, item in values(patterns.LATEST, "q", line, scene):
        yield with_value(line, found, item, Option(amount.text, " not " in f" {found['gap']} "))
