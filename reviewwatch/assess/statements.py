"""The clauses of a review with what they say: the phrases in each, and how it sounds.

A field is searched for phrases as a whole, since to begin a search costs more than what most sentences hold. Words and
stems are counted through it; each sentence ends with a stem that no phrase has, so that none is found across two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain
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


def clauses_of(heard: Sequence[Heard], topics: Topics) -> list[Clause]:
    """Return the clauses of a review, in order."""
    found: list[Clause] = []
    n_sentences = 0
    for one in heard:
        found += _of_field(one, topics, n_sentences)
        n_sentences += len(one.tones)
    return found


def feeling(tone: float, said: Sequence[Said]) -> float:
    """Return how a clause sounds, -1 to 1: what its words weigh, corrected by the phrases that judge by themselves.

    Args:
        tone: VADER's compound of it.
    """
    judged = [one.polarity for one in said if one.polarity]
    if not judged:
        return tone
    return max(-1.0, min(1.0, _BY_WORDS * tone + _BY_PHRASE * sum(judged)))


def _of_field(heard: Heard, topics: Topics, n_before: int) -> list[Clause]:
    """Return the clauses of a field.

    Args:
        n_before: Sentences of the review before it.
    """
    passage = heard.passage
    stems, before = _stems(passage)
    found = _with(topics.phrases.found(stems), matters_in(stems, topics.setting))
    parts = _parts(heard, [start for start, _, _ in found], before)
    places = _places(passage, parts)
    tones = _tones(heard, parts, places)
    bounds = _bounds(parts, before)
    shared = _shared_out(found, bounds, stems)
    clauses = []
    for (number, _, first, _, _), (_, at, last), place, tone, (said, further) in zip(
        parts, bounds, places, tones, shared, strict=True
    ):
        if place[0] < place[1]:
            start, end = passage.folded.span(*place)
            is_turn = first > 0 and passage.joints[first - 1] in TURNS
            felt = feeling(tone, said) if said else tone
            own = (passage.field, start, end, felt, said, further, n_before + number, is_turn, stems[at:last])
            clauses.append(_new(Clause, own))
    return clauses


def _with(found: list[Found], more: list[Found]) -> list[Found]:
    return sorted(found + more, key=itemgetter(0)) if more else found


def _parts(heard: Heard, starts: Sequence[int], before: Sequence[int]) -> list[Part]:
    """Return what becomes a clause each, whole sentences where nothing is named and nobody unhappy.

    Args:
        starts: Of phrases, in order.
        before: As `_stems` gives it.
    """
    passage, tones = heard.passage, heard.tones
    parts: list[Part] = []
    starts = [*starts, before[-1] + len(tones)]
    begin = at = 0
    for number, words in enumerate(passage.words):
        end = begin + len(words)
        stop = before[end] + number
        if starts[at] < stop or tones[number] <= _UNHAPPY:
            ranges = cut_line(passage.joints[begin:end])
            for first, last in ranges:
                own = begin if first == ranges[0][0] else begin + first
                parts.append((number, own, begin + first, begin + last, len(ranges) == 1))
        else:
            parts.append((number, begin, begin, end, True))
        while starts[at] < stop:
            at += 1
        begin = end
    return parts


def _stems(passage: Passage) -> tuple[list[str], Sequence[int]]:
    """Return the stems of a field, END after each sentence, and how many stand before each word but for those."""
    stems = list(chain.from_iterable(passage.stems))
    is_one_a_word = len(stems) == len(passage.stems) and () not in passage.stems
    before = range(len(stems) + 1) if is_one_a_word else list(accumulate(map(len, passage.stems), initial=0))
    for number, end in enumerate(accumulate(map(len, passage.words))):
        stems.insert(before[end] + number, END)
    return stems, before


def _places(passage: Passage, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Return where the clauses of a field stand, signs and white space around them left out."""
    text, spans = passage.folded.text, passage.spans
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    places = []
    for number, begin, first, end, is_alone in parts:
        if is_alone and begin == first:
            places.append(_trimmed(text, *spans[number]))
        else:
            starts, ends = (starts, ends) if starts else _places_of_words(passage)
            places.append(_trimmed(text, starts[first], ends[end - 1]))
    return places


def _places_of_words(passage: Passage) -> tuple[list[int], list[int]]:
    """Return where each word of a field begins, and where it ends."""
    text, words = passage.folded.text, list(chain.from_iterable(passage.words))
    if text.startswith(" ".join(words)):  # single spaces alone stand between them, and adding up lengths is enough
        starts = list(map(add, accumulate(map(len, words), initial=0), range(len(words) + 1)))
        return starts, [start - 1 for start in starts[1:]]
    starts, ends, at = [], [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    return starts, ends


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    bare = piece.lstrip(_EDGES)
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip(_EDGES))


def _tones(heard: Heard, parts: Sequence[Part], places: Sequence[tuple[int, int]]) -> list[float]:
    """Return how the clauses sound; all of an answer to "what was bad?" is meant so."""
    passage, tones = heard.passage, [heard.tones[number] for number, *_ in parts]
    cut = [at for at, part in enumerate(parts) if not part[-1]]
    if not cut or passage.field is TextField.NEGATIVE:
        return tones
    words = list(chain.from_iterable(passage.words))
    ranges = [(parts[at][2], parts[at][3]) for at in cut]
    roles = "".join([passage.roles[first:end] for first, end in ranges])
    of_words = [words[first:end] for first, end in ranges]
    for at, tone in zip(cut, compounds(passage.folded.text, [places[at] for at in cut], of_words, roles), strict=True):
        tones[at] = tone
    return tones


def _bounds(parts: Sequence[Part], before: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return from which stem on phrases are a part's, and from which to which it reaches."""
    return [
        (before[begin] + number, before[first] + number, before[end] + number) for number, begin, first, end, _ in parts
    ]


def _shared_out(
    found: Sequence[Found], bounds: Sequence[tuple[int, int, int]], stems: Sequence[str]
) -> list[tuple[tuple[Said, ...], tuple[Said, ...]]]:
    """Return the phrases of each clause: those that name or judge must lie within it, others may reach further.

    Args:
        bounds: As `_bounds` gives them.
        stems: Of the field.
    """
    said: list[list[Found]] = [[] for _ in bounds]
    further: list[list[Found]] = [[] for _ in bounds]
    at, last = 0, len(bounds) - 1
    for one in found:
        while at < last and one[0] >= bounds[at + 1][0]:
            at += 1
        if one[2].kind not in _WITHIN:
            further[at].append(one)
        elif one[1] <= bounds[at][2]:
            said[at].append(one)
    turned = _turned(stems) if found else {}
    return [
        (_said(_without_covered(own), turned, first) if own else (), _said(more, turned, first) if more else ())
        for own, more, (_, first, _) in zip(said, further, bounds, strict=True)
    ]


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
    places = [at for at, stem in enumerate(stems) if stem in _NEGATIONS]
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
