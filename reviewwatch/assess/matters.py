"""What sounds like a matter for a trained person: classes of words, and rules that say which of them make one together.

"A child" is no matter and "choked" hardly one, but both in one sentence are. Classes and rules stand in
`packs/sensitive.toml`, phrases that clear a whole sentence in `packs/cues.toml`. Few reviews hold a word that any rule
needs, and only those are looked at closely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from reviewwatch.assess.phrases import END, Phrases, parsed
from reviewwatch.assess.stems import stem
from reviewwatch.assess.topics import CUES, MATTER, NEAR, Sign, data, listed

_CLASSES: Final = "sensitive"
Span = tuple[int, int]
_NOWHERE: Final = (-1, -1)
_FAULT: Final = {"in_care": "care_fault", "in_play": "real_harm"}
"""By setting, the class without which harm is no matter there: a clinic mends broken bones, and a game breaks them."""
Found = tuple[int, int, Sign]
_CLOSE: Final = 5
"""Words between two classes that say one thing."""


class _Rule(NamedTuple):
    """Classes that make a matter where all stand in one sentence.

    Attributes:
        is_wide: In one or the next.
        close: The two of them that stand with few words between them; none where that does not matter.
    """

    kind: str
    needs: frozenset[str]
    never: frozenset[str]
    is_wide: bool
    close: tuple[str, ...]


_Spans = dict[str, list[Span]]
"""By class, where its phrases stand."""


def matters_in(stems: Sequence[str], setting: str = "", breaks: Sequence[int] = ()) -> list[Found]:
    """Return from which word to which something sounds like a sensitive matter, or only nearly so, by their starts.

    Args:
        stems: Of a review, with END after each sentence.
        setting: A class that stands in every sentence of it: where pain is the trade's work, or blood is painted.
        breaks: Where fields begin: what stands before has no part in what comes then.
    """
    found: list[Found] = []
    before: _Spans = {}
    first, last = 0, len(stems)
    while first < last:
        end = stems.index(END, first)
        spans: _Spans = {}
        if first in breaks:
            before = {}
        if _may_hold(stems[first:end]) or (before and not _wide().isdisjoint(before)):
            signs, spans = _heard(stems[first : end + 1], first)
            if setting:
                signs = [one for one in signs if one[2].name != "safety" or _FAULT[setting] in spans]
                spans.update({setting: [_NOWHERE]} if spans else {})
            found += [one for one in signs if not _is_harmless(one[:2], spans, one[2].name)]
            found += _by_rules(before, spans)
        first, before = end + 1, spans
    return sorted(found, key=itemgetter(0)) if found else found


def _heard(stems: Sequence[str], first: int) -> tuple[list[Found], _Spans]:
    """Return what whole phrases of a sentence tell, and where the classes stand in it.

    Args:
        first: Stems before it.
    """
    signs: list[Found] = []
    spans: _Spans = {}
    for start, end, meaning in _phrases().found(stems):
        if isinstance(meaning, Sign):
            signs.append((first + start, first + end, meaning))
        else:
            spans.setdefault(meaning, []).append((first + start, first + end))
    return signs, spans


def _may_hold(stems: Sequence[str]) -> bool:
    """Say whether a sentence could hold a matter: most cannot, and to look closely costs far more."""
    needed, near = _needed(), _telling().intersection(stems)
    return bool(near) and any(not needed[word] or not needed[word].isdisjoint(stems) for word in near)


def _by_rules(before: _Spans, spans: _Spans) -> Iterator[Found]:
    """Yield the matters of a sentence.

    Args:
        before: The classes of the sentence before it.
    """
    for rule in _rules_among(frozenset(spans)):
        places = [_meant(name, spans, rule.kind) for name in rule.needs]
        if rule.is_wide:
            places = [place or _meant(name, before, rule.kind) for name, place in zip(rule.needs, places, strict=True)]
        if rule.close and not _are_close(rule, spans):
            continue
        if all(places):
            yield *min(place for place in places if place and place != _NOWHERE), Sign(MATTER, rule.kind)


def _are_close(rule: _Rule, spans: _Spans) -> bool:
    """Say whether the two classes of a rule stand near each other somewhere."""
    one, other = [[span for span in spans[name] if not _is_harmless(span, spans, rule.kind)] for name in rule.close]
    return any(max(a[0], b[0]) - min(a[1], b[1]) <= _CLOSE for a in one for b in other)


def _meant(name: str, spans: _Spans, kind: str) -> Span | None:
    """Return where a class first stands with no words over it that mean something else."""
    return next((span for span in spans.get(name, ()) if not _is_harmless(span, spans, kind)), None)


def _is_harmless(span: Span, spans: _Spans, kind: str) -> bool:
    """Say whether words stand over others that tell that these only sound like a matter."""
    start, end = span
    harmless = chain.from_iterable([spans.get(name, ()) for name in _near().get(kind, ())])
    return any(first < end and start < last for first, last in harmless)


@cache
def _needed() -> Mapping[str, Set[str]]:
    """Return words of which each matter needs one, and words of which it then needs another; none if it does not."""
    needed: dict[str, set[str]] = {}
    alone: set[str] = set()
    for phrase, others in _sought():
        for way in parsed(phrase):
            first, *more = sorted([place for place in way if isinstance(place, frozenset)], key=_frequency)
            also = others or (more[0] if more else frozenset[str]())
            for word in first:
                needed.setdefault(word, set()).update(also)
            alone.update(() if also else first)
    return {word: frozenset() if word in alone else frozenset(also - {word}) for word, also in needed.items()}


@cache
def _telling() -> frozenset[str]:
    return frozenset(_needed())


def _sought() -> Iterator[tuple[str, Set[str]]]:
    """Yield each phrase that makes a matter, alone or with one of some words."""
    for rule in (text.strip("&~ ").split() for texts in data(_CLASSES)["rules"].values() for text in texts):
        first, *more = [name for name in rule if name in data(_CLASSES)["words"]]
        others = _rarest(more[0]) if more else frozenset[str]()
        yield from ((phrase, others) for phrase in listed(data(_CLASSES)["words"][first]))


@cache
def _rarest(name: str) -> Set[str]:
    """Return words of which each phrase of a class needs one."""
    ways = chain.from_iterable(map(parsed, listed(data(_CLASSES)["words"][name])))
    places = [min([place for place in way if isinstance(place, frozenset)], key=_frequency) for way in ways]
    return frozenset(chain.from_iterable(places))


def _frequency(place: Set[str]) -> float:
    """Return how often one of some words stands in a review, compared with others."""
    return sum([_often().get(word, 0.0) for word in place], 0.0001 * len(place))


@cache
def _often() -> Mapping[str, float]:
    words = list(dict.fromkeys(map(stem, data(_CLASSES)["common"]["words"].split())))
    return {word: 1.0 / (rank + 1) for rank, word in enumerate(words)}


@cache
def _phrases() -> Phrases[Sign | str]:
    """Return all phrases: whole ones with their sign, others with the name of their class."""
    meanings: list[tuple[str, Sign | str]] = [
        (phrase, Sign(NEAR, name)) for name, text in data(CUES)[NEAR].items() for phrase in listed(text)
    ]
    meanings += [(phrase, name) for name, text in data(_CLASSES)["words"].items() for phrase in listed(text)]
    return Phrases(meanings)


@cache
def _rules() -> Sequence[_Rule]:
    return [_rule(kind, text.split()) for kind, texts in data(_CLASSES)["rules"].items() for text in texts]


@lru_cache(maxsize=4096)
def _rules_among(classes: frozenset[str]) -> Sequence[_Rule]:
    """Return the rules that a sentence of these classes may keep, alone or with the one before it."""
    may_be = [rule for rule in _rules() if rule.is_wide or rule.needs <= classes]
    return [rule for rule in may_be if not rule.needs.isdisjoint(classes) and rule.never.isdisjoint(classes)]


@cache
def _wide() -> Set[str]:
    """Return the classes that may make a matter with one in the next sentence."""
    return frozenset(chain.from_iterable([rule.needs for rule in _rules() if rule.is_wide]))


def _rule(kind: str, words: Iterable[str]) -> _Rule:
    words = list(words)
    needs = [word for word in words if word[0] not in "!&~"]
    never = frozenset([word[1:] for word in words if word[0] == "!"])
    close = tuple(needs[:2]) if words[0] == "~" else ()
    return _Rule(kind, frozenset(needs), never, is_wide=words[0] == "&", close=close)


def _near() -> Mapping[str, Sequence[str]]:
    near: Mapping[str, Sequence[str]] = data(_CLASSES)["near"]
    return near
