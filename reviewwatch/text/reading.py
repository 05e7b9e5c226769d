"""The texts of a review as all see them that look at their words: folded, in sentences, each word looked up once.

`assess.read` makes it, since what is asked of a word is the business of the rooms above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from reviewwatch.text.folding import Folded
from reviewwatch.types import TextField

MAX_CHARS: Final = 20_000
"""Of each field, about 3,500 words. Longer texts are read up to there, so that no review takes long to judge."""


class Passage(NamedTuple):
    """One field of a review that holds something.

    Attributes:
        folded: What is read of it.
        spans: From where to where each sentence reaches in `folded.text`, white space around it included.
        words: Of each sentence, what stands between its white space; never empty.
    """

    field: TextField
    folded: Folded
    spans: list[tuple[int, int]]
    words: list[list[str]]


class Line(NamedTuple):
    """The words of a review, of all its fields, as lines of letters, one letter a word, and as what they are made of.

    Attributes:
        words: As they stand, folded.
        roles: What each does in VADER's rules.
        voices: The language that each speaks for.
        kinds: Stand for the marks of each: of praise, of alarms.
        joints: What each does where clauses meet.
        tokens: Of each what the detector reads, most often one.
        stems: Of each the form in which phrases are compared, most often one.
    """

    words: Sequence[str]
    roles: str
    voices: str
    kinds: str
    joints: str
    tokens: Sequence[tuple[str, ...]]
    stems: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A review, taken apart.

    Attributes:
        passages: In the order in which its fields are shown.
        line: Their words.
        marks: Of all words, the marks of what may stand there.
        is_plain: All of it was read, is ASCII and stands as it was written: nothing was folded.
    """

    passages: tuple[Passage, ...]
    line: Line
    marks: frozenset[str]
    is_plain: bool
