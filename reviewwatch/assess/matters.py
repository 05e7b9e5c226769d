"""What sounds like a matter for a trained person: classes of words, and rules that say which of them make one together.

"A child" is no matter and "choked" hardly one, but both in one sentence are. Classes and rules stand in
`packs/sensitive.toml`, phrases that clear a sentence in `packs/cues.toml`; `topics` looks for both with all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Final, NamedTuple

from reviewwatch.assess.phrases import END
from reviewwatch.assess.topics import CLASS, CLASSES, CUES, MATTER, NEAR, Found, Sign, data, topics

KINDS: Final = frozenset([CLASS, NEAR])
"""Of the signs that this module reads."""
Span = tuple[int, int]
_NOWHERE: Final = (-1, -1)
_FAULT: Final = {"in_care": "care_fault", "in_play": "real_harm"}
"""By setting, the class without which harm is no matter there: a clinic mends broken bones, and a game breaks them."""
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


def matters_in(stems: Sequence[str], setting: str = "") -> list[Found]:
    """Return from which word to which something sounds like a sensitive matter, or only nearly so, by their starts.

    Args:
        stems: Of one field, with END after each sentence.
        setting: A class that stands in every sentence of it: where pain is the trade's work, or blood is painted.
    """
    found = [one for one in topics().phrases.found(stems) if one[2].kind in KINDS]
    return put_together(found, [at for at, stem in enumerate(stems) if stem == END], setting)


def may_tell(found: Iterable[Found], setting: str = "") -> bool:
    """Say whether signs of KINDS may make a matter: most reviews hold a class or two, and no rule has enough in these.

    Args:
        setting: As `put_together` takes it.
    """
    return _may_tell(frozenset([one[2].name for one in found]), setting)


def put_together(
    found: Sequence[Found], stops: Sequence[int], setting: str = "", breaks: Set[int] = frozenset()
) -> list[Found]:
    """Return what `matters_in` does, of phrases that were found already.

    Args:
        found: Signs of KINDS, in order.
        stops: Where the sentences end.
        breaks: Sentences that begin a field: what stands before has no part in what comes then.
    """
    told: list[Found] = []
    before: _Spans = {}
    last = -1
    for number, own in groupby(found, key=lambda one: bisect_left(stops, one[0])):
        if number != last + 1 or number in breaks:
            before = {}
        signs, spans = _sorted_out(own)
        if setting:
            signs = [one for one in signs if one[2].name != "safety" or _FAULT[setting] in spans]
            spans.update({setting: [_NOWHERE]} if spans else {})
        told += [one for one in signs if not _is_harmless(one[:2], spans, one[2].name)]
        told += _by_rules(before, spans)
        before, last = spans, number
    return sorted(told, key=itemgetter(0))


def _sorted_out(found: Iterable[Found]) -> tuple[list[Found], _Spans]:
    """Return what whole phrases of a sentence tell, and where the classes stand in it."""
    signs: list[Found] = []
    spans: _Spans = {}
    for one in found:
        start, end, sign = one
        if sign.kind == CLASS:
            spans.setdefault(sign.name, []).append((start, end))
        else:
            signs.append(one)
    return signs, spans


def _by_rules(before: _Spans, spans: _Spans) -> Iterator[Found]:
    """Yield the matters of a sentence.

    Args:
        before: The classes of the sentence before it.
    """
    for rule in _rules_among(frozenset(spans), frozenset(before)):
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
def _rules() -> Sequence[_Rule]:
    return [_rule(kind, text.split()) for kind, texts in data(CLASSES)["rules"].items() for text in texts]


@lru_cache(maxsize=4096)
def _rules_among(classes: frozenset[str], before: frozenset[str]) -> Sequence[_Rule]:
    """Return the rules that a sentence of some classes may keep, alone or with those of the one before it."""
    may_be = [rule for rule in _rules() if rule.needs <= (classes | before if rule.is_wide else classes)]
    return [rule for rule in may_be if not rule.needs.isdisjoint(classes) and rule.never.isdisjoint(classes)]


@lru_cache(maxsize=4096)
def _may_tell(names: frozenset[str], setting: str) -> bool:
    return not names.isdisjoint(data(CUES)[NEAR]) or any(rule.needs <= names | {setting} for rule in _rules())


def _rule(kind: str, words: Iterable[str]) -> _Rule:
    words = list(words)
    needs = [word for word in words if word[0] not in "!&~"]
    never = frozenset([word[1:] for word in words if word[0] == "!"])
    close = tuple(needs[:2]) if words[0] == "~" else ()
    return _Rule(kind, frozenset(needs), never, is_wide=words[0] == "&", close=close)


def _near() -> Mapping[str, Sequence[str]]:
    near: Mapping[str, Sequence[str]] = data(CLASSES)["near"]
    return near
