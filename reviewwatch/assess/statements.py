"""The clauses of a review with what they say: the phrases in each, and how it sounds.

A field is searched for phrases as a whole, since to begin a search costs more than what most sentences hold. Words and
stems are counted through it; each sentence ends with a stem that no phrase has, so that none is found across two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, compress, pairwise
from operator import add, itemgetter
from typing import Final, NamedTuple

from reviewwatch.assess.clauses import TURNS, cut_line
from reviewwatch.assess.matters import Found, matters_in
from reviewwatch.assess.phrases import END, GROUPS
from reviewwatch.assess.tone import Heard
from reviewwatch.assess.topics import Sign, Topics
from reviewwatch.sentiment.vader import compounds
from reviewwatch.text.reading import Passage
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

_new: Final = tuple.__new__
"""Makes a named tuple in a third of the time that its own constructor takes, which is a function in Python."""

_NOTHING_SAID: Final[tuple[tuple[Said, ...], tuple[Said, ...]]] = ((), ())

Part = tuple[int, int, int, int, bool]
"""What becomes a clause: the number of its sentence in the field, the word from which phrases are its own, from which
word to which it reaches, joining words in front left out, and whether it is all of its sentence."""


class Said(NamedTuple):
    """A phrase of a clause.

    Attributes:
        start, end: Words of its field, as phrases count them.
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
        tone: -1 to 1.
        said: Its phrases that name or judge.
        further: What begins in it and may reach into the next: risk, danger, weight.
        sentence: The number of its sentence in the review.
        is_turn: It turns against what was said before: "but", "although".
        stems: Of its words.
    """

    field: TextField
    start: int
    end: int
    tone: float
    said: tuple[Said, ...]
    further: tuple[Said, ...]
    sentence: int
    is_turn: bool
    stems: Sequence[str] = ()


def clauses_of(heard: Heard, topics: Topics) -> list[Clause]:
    """Return the clauses of a review, in order."""
    if not heard.tones:
        return []
    stems, before = _stems(heard)
    borders = _borders(heard.passages)
    breaks = [before[heard.ends[number]] + number for number in borders]
    found = _with(topics.phrases.found(stems), matters_in(stems, topics.setting, breaks))
    starts = list(map(itemgetter(0), found))
    parts = _parts(heard, starts, before)
    places = _places(heard, parts)
    tones = _tones(heard, parts, places)
    shared = _shared_out(found, starts, parts, before, stems)
    clauses = []
    joints, first_words = heard.line.joints, {heard.ends[number] for number in borders}
    for part, (passage, start, end), tone, (said, further) in zip(parts, places, tones, shared, strict=True):
        if start < end:
            number, _, first, last, _ = part
            if passage.folded.starts is not None:
                start, end = passage.folded.span(start, end)  # noqa: PLW2901
            is_turn = joints[first - 1] in TURNS and first not in first_words
            felt = feeling(tone, said) if said else tone
            own = stems[before[first] + number : before[last] + number]
            clauses.append(_new(Clause, (passage.field, start, end, felt, said, further, number, is_turn, own)))
    return clauses


def feeling(tone: float, said: Sequence[Said]) -> float:
    """Return how a clause sounds, -1 to 1: what its words weigh, corrected by the phrases that judge by themselves.

    Args:
        tone: VADER's compound of it.
    """
    judged = [one.polarity for one in said if one.polarity]
    if not judged:
        return tone
    return max(-1.0, min(1.0, _BY_WORDS * tone + _BY_PHRASE * sum(judged)))


def _with(found: list[Found], more: list[Found]) -> list[Found]:
    return sorted(found + more, key=itemgetter(0)) if more else found


def _parts(heard: Heard, starts: Sequence[int], before: Sequence[int]) -> list[Part]:
    """Return what becomes a clause each, whole sentences where nothing is named and nobody unhappy.

    Args:
        starts: Of phrases, in order.
        before: As `_stems` gives it.
    """
    parts: list[Part] = []
    joints = heard.line.joints
    starts = [*starts, before[-1] + len(heard.tones)]
    at = 0
    for number, ((begin, end), tone) in enumerate(zip(pairwise(heard.ends), heard.tones, strict=True)):
        stop = before[end] + number
        if starts[at] < stop or tone <= _UNHAPPY:
            ranges = cut_line(joints[begin:end])
            is_alone = len(ranges) == 1
            for first, last in ranges:
                own = begin if first == ranges[0][0] else begin + first
                parts.append((number, own, begin + first, begin + last, is_alone))
        else:
            parts.append((number, begin, begin, end, True))
        while starts[at] < stop:
            at += 1
    return parts


def _stems(heard: Heard) -> tuple[list[str], Sequence[int]]:
    """Return the stems of a review, END after each sentence, and how many stand before each word but for those."""
    by_word = heard.line.stems
    stems = list(chain.from_iterable(by_word))
    is_one_a_word = len(stems) == len(by_word) and () not in by_word
    before = range(len(stems) + 1) if is_one_a_word else list(accumulate(map(len, by_word), initial=0))
    for number, end in enumerate(heard.ends[1:]):
        stems.insert(before[end] + number, END)
    return stems, before


def _borders(passages: Sequence[Passage]) -> list[int]:
    """Return with which sentence each field begins."""
    return list(accumulate([len(passage.spans) for passage in passages[:-1]], initial=0))


def _places(heard: Heard, parts: Sequence[Part]) -> list[tuple[Passage, int, int]]:
    """Return where the clauses of a review stand, signs and white space around them left out."""
    sentences = [(passage, passage.folded.text, *span) for passage in heard.passages for span in passage.spans]
    words = heard.line.words
    starts: list[int] = []
    places = []
    for number, begin, first, end, is_alone in parts:
        passage, text, start, stop = sentences[number]
        if begin != first or not is_alone:
            starts = starts or _starts_of_words(heard)
            start, stop = starts[first], starts[end - 1] + len(words[end - 1])
        while stop > start and text[stop - 1] in _EDGES:
            stop -= 1
        while start < stop and text[start] in _EDGES:
            start += 1
        places.append((passage, start, stop))
    return places


def _starts_of_words(heard: Heard) -> list[int]:
    """Return where in its field each word of a review begins."""
    starts: list[int] = []
    for passage in heard.passages:
        text, words = passage.folded.text, list(chain.from_iterable(passage.words))
        if text.startswith(" ".join(words)):  # single spaces alone stand between them: adding up lengths is enough
            starts += map(add, accumulate(map(len, words[:-1]), initial=0), range(len(words)))
            continue
        at = 0
        for word in words:
            at = text.index(word, at)
            starts.append(at)
            at += len(word)
    return starts


def _tones(heard: Heard, parts: Sequence[Part], places: Sequence[tuple[Passage, int, int]]) -> list[float]:
    """Return how the clauses sound; all of an answer to "what was bad?" is meant so."""
    tones = [heard.tones[part[0]] for part in parts]
    cut = [at for at, part in enumerate(parts) if not part[-1] and places[at][0].field is not TextField.NEGATIVE]
    if not cut:
        return tones
    ranges = [parts[at][2:4] for at in cut]
    texts = [] if heard.is_quiet else [_text(*places[at]) for at in cut]
    for at, tone in zip(cut, compounds(heard.line.words, heard.line.roles, ranges, texts), strict=True):
        tones[at] = tone
    return tones


def _text(passage: Passage, start: int, end: int) -> str:
    return passage.folded.text[start:end]


def _shared_out(
    found: Sequence[Found],
    starts: Sequence[int],
    parts: Sequence[Part],
    before: Sequence[int],
    stems: Sequence[str],
) -> list[tuple[tuple[Said, ...], tuple[Said, ...]]]:
    """Return the phrases of each clause: those that name or judge must lie within it, others may reach further.

    Args:
        starts: Of the phrases.
        before: As `_stems` gives it.
        stems: Of the field.
    """
    if not found:
        return [_NOTHING_SAID] * len(parts)
    turned = _turned(stems)
    shared = []
    high = len(starts)
    for number, begin, first, end, _ in reversed(parts):
        low = bisect_left(starts, before[begin] + number, 0, high)
        if low == high:
            shared.append(_NOTHING_SAID)
            continue
        own, last = found[low:high], before[end] + number
        high = low
        within = [one for one in own if one[2].kind in _WITHIN and one[1] <= last]
        further = [one for one in own if one[2].kind not in _WITHIN]
        reached = before[first] + number
        shared.append(
            (
                _said(_without_covered(within), turned, reached) if within else (),
                _said(further, turned, reached) if further else (),
            )
        )
    shared.reverse()
    return shared


def _said(found: Sequence[Found], turned: Mapping[int, int], first: int) -> tuple[Said, ...]:
    """Return phrases of a clause with what they judge; a negation in the clause before turns nothing here.

    Args:
        turned: As `_turned` gives it.
        first: Stem of the clause.
    """
    if not turned:
        return tuple([_new(Said, (sign, start, end, sign.polarity, False)) for start, end, sign in found])
    said = []
    for start, end, sign in found:
        is_turned = turned.get(start, -1) >= first
        said.append(_new(Said, (sign, start, end, -sign.polarity if is_turned else sign.polarity, is_turned)))
    return tuple(said)


def _without_covered(found: list[Found]) -> list[Found]:
    """Return the phrases without those in words that mean something else, or that a longer phrase of a kind holds."""
    covering = [one for one in found if one[1] - one[0] > 1 or one[2].kind not in _JUDGES]
    if not covering or (len(found) == 1 and found[0][2].kind in _JUDGES):
        return found
    return [one for one in found if one[2].kind in _JUDGES and not _is_covered(one, covering)]


def _is_covered(one: Found, covering: Sequence[Found]) -> bool:
    start, end, sign = one
    for first, last, other in covering:
        if first >= end or start >= last:
            continue
        if other.kind in _JUDGES:
            is_longer = first <= start and end <= last and last - first > end - start
            if is_longer and (sign.is_weak or sign.kind == "tone" or other[:2] == sign[:2]):
                return True
        elif sign.polarity < 0 if other.kind == "none" else other.name == sign.name:
            return True
    return False


def _turned(stems: Sequence[str]) -> dict[int, int]:
    """Return by place of a stem that of the negation shortly before it, but for "not only" and other negations."""
    if _NEGATIONS.isdisjoint(stems):
        return {}
    places = list(compress(range(len(stems)), map(_NEGATIONS.__contains__, stems)))
    turned: dict[int, int] = {}
    for place in places:
        reached = range(place + 1, place + 1 + _REACH)
        if stems[place + 1] in _ONLY:
            for at in reached:  # whatever negation stands before it is passed over
                turned.pop(at, None)
        else:
            turned.update(dict.fromkeys(reached, place))
    for place in places:
        turned.pop(place, None)
    return turned
