"""Words of the claims rules: none stands in a pattern that it could never reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewwatch.reply.claims.readers import bounds, patterns, whether
from reviewwatch.reply.claims.sentences.kept import KEPT
from reviewwatch.reply.claims.topics.predicates import Mode

_NO_WORD = re.compile(r"\(\?P<\w+>|\[[^]]*\]\+?[a-z]*|\\\w|\{[^}]*\}")
"""Groups' names, sets of signs, classes and counts of a regular expression."""


def _patterns() -> Iterator[re.Pattern[str]]:
    for one in (*vars(patterns).values(), bounds.TIMES):
        yield from (part for part in (one if isinstance(one, tuple) else [one]) if isinstance(part, re.Pattern))
    for mode in Mode:
        yield from (pattern for pattern, _, _ in whether.rules(mode, "E"))


def test_every_word_of_a_pattern_stands_in_a_line() -> None:
    """A word that lines do not keep is a sign there, so that a pattern with it would find nothing."""
    words = {word for one in _patterns() for word in re.findall(r"[a-z']{2,}", _NO_WORD.sub(" ", one.pattern))}
    assert words - KEPT == set()
