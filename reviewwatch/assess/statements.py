"""The clauses of a review with what they say: the phrases in each, and how it sounds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import Final, NamedTuple

from reviewwatch.assess.clauses import cut, is_turn
from reviewwatch.assess.phrases import GROUPS
from reviewwatch.assess.stems import stems_of
from reviewwatch.assess.tone import Heard
from reviewwatch.assess.topics import Sign, Topics
from reviewwatch.sentiment.vader import compounds
from reviewwatch.types import TextField

_NEGATIONS: Final = GROUPS["<neg>"]
_ONLY: Final = frozenset(["only", "just", "until"])
_REACH: Final = 3
"""Words that a negation reaches."""
_UNHAPPY: Final = -0.3
"""Tone from which a sentence is cut into clauses though nothing is named in it."""
_JUDGES: Final = frozenset(["theme", "tone"])
_WITHIN: Final = _JUDGES | {"none", "not"}
_EDGES: Final = " \t\n\r\f\v,.;:!?\"'“”‘’()[]*-–—•…"
_BY_WORDS: Final = 0.5
"""What VADER counts beside phrases that judge."""
_BY_PHRASE: Final = 0.4


class Said(NamedTuple):
    """A phrase of a clause.

    Attributes:
        start, end: Words of its sentence, as phrases count them.
        polarity: What it judges, -1, 0 or 1; a negation before it turns it around.
        is_turned: There is one.
    """

    sign: Sign
    start: int
    end: int
    polarity: int
    is_turned: bool


class Clause(NamedTuple):
    """One statement.

    Attributes:
        start, end: In the field as received.
        text: As read.
        tone: -1 to 1.
        said: Its phrases that name or judge.
        further: What begins in it and may reach into the next: risk, danger, weight.
        sentence: The number of its sentence in the review.
        is_turn: It turns against what was said before: "but", "although".
    """

    field: TextField
    start: int
    end: int
    text: str
    tone: float
    said: tuple[Said, ...]
    further: tuple[Said, ...]
    sentence: int
    is_turn: bool


def clauses_of(heard: Sequence[Heard], topics: Topics) -> list[Clause]:
    """Return the clauses of a review, in order."""
    found: list[Clause] = []
    n = 0
    for one in heard:
        first = 0
        for number, words in enumerate(one.passage.words):
            found += _of_sentence(one, number, first, topics, n)
            first += len(words)
            n += 1
    return found


def feeling(tone: float, said: Sequence[Said]) -> float:
    """Return how a clause sounds, -1 to 1: what its words weigh, corrected by the phrases that judge by themselves.

    Args:
        tone: VADER's compound of it.
    """
    judged = [one.polarity for one in said if one.sign.polarity]
    if not judged:
        return tone
    return max(-1.0, min(1.0, _BY_WORDS * tone + _BY_PHRASE * sum(judged)))


def _of_sentence(heard: Heard, number: int, first_word: int, topics: Topics, place: int) -> Iterator[Clause]:
    passage, tone = heard.passage, heard.tones[number]
    words = passage.words[number]
    by_word = list(map(stems_of, words))
    stems = list(chain.from_iterable(by_word))
    known = topics.phrases.first_words
    starts = [at for at, stem in enumerate(stems) if stem in known]
    found = topics.phrases.found(stems, starts) if starts else []
    ranges = cut(words) if found or tone <= _UNHAPPY else [(0, len(words))]
    places = _places(heard, number, ranges)
    tones = _tones(heard, number, first_word, ranges, places)
    ends = [0, *accumulate(map(len, by_word))] if len(stems) != len(words) else range(len(words) + 1)
    said, further = _shared_out(stems, found, [(ends[first], ends[last]) for first, last in ranges])
    for (start, end), felt, own, more, (first, _) in zip(places, tones, said, further, ranges, strict=True):
        if start < end:
            span = passage.folded.span(start, end)
            is_turning = first > 0 and is_turn(words[first - 1])
            text = passage.folded.text[start:end]
            yield Clause(passage.field, *span, text, feeling(felt, own), own, more, place, is_turning)


def _places(heard: Heard, number: int, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand, signs and white space around them left out."""
    text, words = heard.passage.folded.text, heard.passage.words[number]
    at, stop = heard.passage.spans[number]
    if len(ranges) == 1 and ranges[0][0] == 0:
        return [_trimmed(text, at, stop)]
    if text[at:stop].strip() == " ".join(words):
        at += text[at:stop].index(words[0])
        lengths = [0, *accumulate(map(len, words))]
        return [_trimmed(text, at + lengths[first] + first, at + lengths[last] + last - 1) for first, last in ranges]
    starts, ends = [], []
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    return [_trimmed(text, starts[first], ends[last - 1]) for first, last in ranges]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    bare = piece.lstrip(_EDGES)
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip(_EDGES))


def _tones(
    heard: Heard,
    number: int,
    first_word: int,
    ranges: Sequence[tuple[int, int]],
    places: Sequence[tuple[int, int]],
) -> list[float]:
    passage = heard.passage
    if len(ranges) == 1 or passage.field is TextField.NEGATIVE:  # all of an answer to "what was bad?" is meant so
        return [heard.tones[number]] * len(ranges)
    words = passage.words[number]
    roles = "".join([passage.roles[first_word + start : first_word + end] for start, end in ranges])
    return compounds(passage.folded.text, places, [words[start:end] for start, end in ranges], roles)


def _shared_out(
    stems: Sequence[str], found: Sequence[tuple[int, int, Sign]], bounds: Sequence[tuple[int, int]]
) -> tuple[list[tuple[Said, ...]], list[tuple[Said, ...]]]:
    """Return the phrases of each clause: those that name or judge must lie within it, others may reach further."""
    said: list[list[Said]] = [[] for _ in bounds]
    further: list[list[Said]] = [[] for _ in bounds]
    firsts = [start for start, _ in bounds]
    is_negated = not _NEGATIONS.isdisjoint(stems)
    for start, end, sign in found:
        at = bisect_right(firsts, start) - 1 if len(firsts) > 1 and start >= firsts[1] else 0
        is_turned = is_negated and _is_turned(stems, start, firsts[at])
        one = Said(sign, start, end, -sign.polarity if is_turned else sign.polarity, is_turned)
        if sign.kind not in _WITHIN:
            further[at].append(one)
        elif end <= bounds[at][1]:
            said[at].append(one)
    return [_without_covered(one) for one in said], [tuple(one) for one in further]


def _without_covered(said: list[Said]) -> tuple[Said, ...]:
    """Return the phrases without those in words that mean something else, or that a longer phrase of a kind holds."""
    covering = [one for one in said if one.end - one.start > 1 or one.sign.kind not in _JUDGES]
    if not covering:
        return tuple(said)
    return tuple([one for one in said if one.sign.kind in _JUDGES and not _is_covered(one, covering)])


def _is_covered(one: Said, covering: Sequence[Said]) -> bool:
    sign, start, end, *_ = one
    for other, first, last, *_ in covering:
        if first >= end or start >= last:
            continue
        if other.kind in _JUDGES:
            is_longer = first <= start and end <= last and last - first > end - start
            if is_longer and (sign.is_weak or sign.kind == "tone" or other[:2] == sign[:2]):
                return True
        elif sign.polarity < 0 if other.kind == "none" else other.name == sign.name:
            return True
    return False


def _is_turned(stems: Sequence[str], start: int, first: int) -> bool:
    """Say whether a negation stands shortly before a phrase, in its own clause."""
    if stems[start] in _NEGATIONS:
        return False
    for at in range(start - 1, max(first, start - _REACH) - 1, -1):
        if stems[at] in _NEGATIONS:
            return stems[at + 1] not in _ONLY
    return False
