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
        roles: Of each word a letter: what it does in VADER's rules.
        voices: Of each word a letter: the language it speaks for.
        kinds: Of each word a letter that stands for its marks.
        joints: Of each word a letter: what it does where clauses meet.
        tokens: Of each word what the detector reads, most often one.
        stems: Of each word the form in which phrases are compared, most often one.
        marks: Of all words, the marks of what may stand there: praise, alarms.
    """

    field: TextField
    folded: Folded
    spans: list[tuple[int, int]]
    words: list[list[str]]
    roles: str
    voices: str
    kinds: str
    joints: str
    tokens: Sequence[tuple[str, ...]]
    stems: Sequence[tuple[str, ...]]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A review, taken apart.

    Attributes:
        passages: In the order in which its fields are shown.
        is_plain: All of it was read, is ASCII and stands as it was written: nothing was folded.
    """

    passages: tuple[Passage, ...]
    is_plain: bool
