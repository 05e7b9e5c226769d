"""The clauses of a review with what they say: the phrases in each, and how it sounds.

A field is searched for phrases as a whole, since to begin a search costs more than what most sentences hold. Words and
stems are counted through it; each sentence ends with a stem that no phrase has, so that none is found across two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, compress, pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from reviewwatch.assess import matters
from reviewwatch.assess.clauses import TURNS, cut_line
from reviewwatch.assess.phrases import END, GROUPS
from reviewwatch.assess.tone import Heard
from reviewwatch.assess.topics import NONE, NOT, THEME, TONE, Found, Topics, turned
from reviewwatch.sentiment.vader import compounds
from reviewwatch.text.reading import Passage
from reviewwatch.types import TextField

_NEGATIONS: Final = GROUPS["<neg>"]
_ONLY: Final = frozenset(["only", "just", "until"])
_REACH: Final = 3
"""Words that a negation reaches."""
_UNHAPPY: Final = -0.3
"""Tone from which a sentence is cut into clauses though nothing is named in it."""
_JUDGES: Final = frozenset([THEME, TONE])
_WITHIN: Final = _JUDGES | {NONE, NOT}
_EDGES: Final = " \t\n\r\f\v,.;:!?\"'“”‘’()[]*-–—•…"
_BY_WORDS: Final = 0.5
"""What VADER counts beside phrases that judge."""
_BY_PHRASE: Final = 0.4

_new: Final = tuple.__new__
"""Makes a named tuple in a third of the time that its own constructor takes, which is a function in Python."""

_NOTHING_SAID: Final[tuple[list[Found], list[Found]]] = ([], [])

Part = tuple[int, int, int, int, bool]
"""What becomes a clause: the number of its sentence in the review, the word from which phrases are its own, from which
word to which it reaches, joining words in front left out, and whether it is all of its sentence."""


class Clause(NamedTuple):
    """One statement.

    Attributes:
        start, end: In the field as received.
        tone: -1 to 1.
        said: Its phrases that name or judge, turned around by a negation before them.
        further: What begins in it and may reach into the next: risk, danger, weight.
        sentence: The number of its sentence in the review.
        is_turn: It turns against what was said before: "but", "although".
    """

    field: TextField
    start: int
    end: int
    tone: float
    said: Sequence[Found]
    further: Sequence[Found]
    sentence: int
    is_turn: bool


def clauses_of(heard: Heard, topics: Topics) -> list[Clause]:
    """Return the clauses of a review, in order."""
    if not heard.tones:
        return []
    stems, before = _stems(heard)
    found = _found(heard, topics, stems, before)
    parts = _parts(heard, found, before)
    places = _places(heard, parts)
    tones = _tones(heard, parts, places)
    shared = _shared_out(found, parts, before, stems)
    clauses = []
    joints, first_words = heard.line.joints, {heard.ends[number] for number in _borders(heard.passages)}
    for part, (passage, start, end), tone, (said, further) in zip(parts, places, tones, shared, strict=True):
        if start < end:
            number, _, first, _, _ = part
            field, folded, _, _ = passage
            if folded.starts is not None:
                start, end = folded.span(start, end)  # noqa: PLW2901
            is_turn = joints[first - 1] in TURNS and first not in first_words
            felt = feeling(tone, said) if said else tone
            clauses.append(_new(Clause, (field, start, end, felt, said, further, number, is_turn)))
    return clauses


def _found(heard: Heard, topics: Topics, stems: Sequence[str], before: Sequence[int]) -> list[Found]:
    """Return the phrases of a review in order, sensitive matters put together.

    Args:
        before: As `_stems` gives it.
    """
    found: list[Found] = []
    of_matters: list[Found] = []
    for one in topics.phrases.found(stems):
        (of_matters if one[2].kind in matters.KINDS else found).append(one)
    if not of_matters or not matters.may_tell(of_matters, topics.setting):
        return found
    stops = [before[end] + number for number, end in enumerate(heard.ends[1:])]
    borders = frozenset(_borders(heard.passages))
    return _merged(found, matters.put_together(of_matters, stops, topics.setting, borders))


def feeling(tone: float, said: Sequence[Found]) -> float:
    """Return how a clause sounds, -1 to 1: what its words weigh, corrected by the phrases that judge by themselves.

    Args:
        tone: VADER's compound of it.
    """
    total, is_judged = 0, False
    for _, _, sign in said:
        if sign.polarity:
            total, is_judged = total + sign.polarity, True
    if not is_judged:
        return tone
    felt = _BY_WORDS * tone + _BY_PHRASE * total
    return felt if -1.0 < felt < 1.0 else max(-1.0, min(1.0, felt))


def _merged(found: list[Found], more: list[Found]) -> list[Found]:
    return sorted(found + more, key=itemgetter(0)) if more else found


def _parts(heard: Heard, found: Sequence[Found], before: Sequence[int]) -> list[Part]:
    """Return what becomes a clause each, whole sentences where nothing is named and nobody unhappy.

    Args:
        before: As `_stems` gives it.
    """
    parts: list[Part] = []
    joints = heard.line.joints
    starts = [*map(itemgetter(0), found), before[-1] + len(heard.tones)]
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
    sentences: list[tuple[Passage, str, int, int]] = []
    for passage in heard.passages:
        text = passage.folded.text
        sentences += [(passage, text, start, end) for start, end in passage.spans]
    words = heard.line.words
    cut, at, reached = -1, 0, 0
    places = []
    for number, begin, first, end, is_alone in parts:
        passage, text, start, stop = sentences[number]
        if begin != first or not is_alone:
            if number != cut:
                cut, at, reached = number, start, begin
            for word in words[reached:first]:
                at = text.index(word, at) + len(word)
            start = text.index(words[first], at)
            stop = at = _end(text, words[first:end], start)
            reached = end
        while stop > start and text[stop - 1] in _EDGES:
            stop -= 1
        while start < stop and text[start] in _EDGES:
            start += 1
        places.append((passage, start, stop))
    return places


def _end(text: str, words: Sequence[str], at: int) -> int:
    """Return where the last of some words ends, the first of which begins at a place."""
    joined = " ".join(words)
    if text.startswith(joined, at):  # nearly always single spaces stand between them
        return at + len(joined)
    for word in words:
        at = text.index(word, at) + len(word)
    return at


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
    found: Sequence[Found], parts: Sequence[Part], before: Sequence[int], stems: Sequence[str]
) -> list[tuple[list[Found], list[Found]]]:
    """Return the phrases of each clause: those that name or judge must lie within it, others may reach further.

    Args:
        before: As `_stems` gives it.
        stems: Of the review.
    """
    if not found:
        return [_NOTHING_SAID] * len(parts)
    negated = _negated(stems)
    shared = []
    stops = [before[begin] + number for number, begin, _, _, _ in parts[1:]]
    left = iter(found)
    one = next(left, None)
    for (number, _, first, end, _), stop in zip(parts, [*stops, len(stems)], strict=True):
        said, further = [], []
        reached, last, is_turned = before[first] + number, before[end] + number, False
        while one is not None and one[0] < stop:
            if one[2].kind not in _WITHIN:
                further.append(one)
            elif one[1] <= last:
                said.append(one)
            # A negation in the clause before turns nothing here.
            is_turned = is_turned or negated.get(one[0], -1) >= reached
            one = next(left, None)
        if said:
            said = _without_covered(said)
        if is_turned:
            said, further = [[_as_meant(one, negated, reached) for one in some] for some in (said, further)]
        shared.append((said, further))
    return shared


def _as_meant(found: Found, negated: Mapping[int, int], reached: int) -> Found:
    """Return a phrase, turned around where a negation of its clause stands before it."""
    start, end, sign = found
    return (start, end, turned(sign)) if negated.get(start, -1) >= reached else found


def _without_covered(found: list[Found]) -> list[Found]:
    """Return the phrases without those in words that mean something else, or that a longer phrase of a kind holds."""
    if len(found) == 1 and found[0][2].kind in _JUDGES:
        return found
    covering = [one for one in found if one[1] - one[0] > 1 or one[2].kind not in _JUDGES]
    if not covering:
        return found
    kept = []
    for one in found:
        start, end, sign = one
        if sign.kind in _JUDGES:
            for other in covering:
                if other[0] < end and start < other[1] and other is not one and _is_covered(one, other):
                    break
            else:
                kept.append(one)
    return kept


def _is_covered(one: Found, other: Found) -> bool:
    """Say whether of two phrases that share words the other takes those of the one."""
    start, end, sign = one
    first, last, over = other
    if over.kind in _JUDGES:
        is_longer = first <= start and end <= last and last - first > end - start
        is_same = over.name == sign.name and over.kind == sign.kind
        return is_longer and (sign.is_weak or sign.kind == TONE or is_same)
    return sign.polarity < 0 if over.kind == NONE else over.name == sign.name


def _negated(stems: Sequence[str]) -> dict[int, int]:
    """Return by place of a stem that of the negation shortly before it, but for "not only" and other negations."""
    if _NEGATIONS.isdisjoint(stems):
        return {}
    places = list(compress(range(len(stems)), map(_NEGATIONS.__contains__, stems)))
    negated: dict[int, int] = {}
    for place in places:
        reached = range(place + 1, place + 1 + _REACH)
        if stems[place + 1] in _ONLY:
            for at in reached:  # whatever negation stands before it is passed over
                negated.pop(at, None)
        else:
            negated.update(dict.fromkeys(reached, place))
    for place in places:
        negated.pop(place, None)
    return negated
