"""Short phrases that are found in a text by their words, however these are inflected.

stopped working            the words, one after the other
(late|slow) delivery       one of several words
charged .. twice           up to three words between; `...` up to seven
no? hidden fee             a word, or words in brackets, that may be missing
<num> hours                one of a group that `GROUPS` names
"""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView, Sequence, Set
from functools import cache
from itertools import chain, compress
from typing import Final, Generic, TypeVar

from reviewwatch.assess.stems import NUMBERS, stem, stems_of

Meaning = TypeVar("Meaning")
Item = TypeVar("Item")
Element = frozenset[str] | int
"""The stems that may stand there, or how many words may stand between."""

_TOKEN: Final = re.compile(r"[()|?]|\.{2,3}|<\w+>|[^\s()|?]+")
_SIGNS: Final = frozenset("()|?")
_GAPS: Final = {"..": 3, "...": 7}
_NEGATIONS: Final = (
    "not no never none nobody nothing without hardly barely cannot cant wont dont doesnt didnt isnt arent wasnt werent"
    " hasnt havent hadnt couldnt wouldnt shouldnt aint neither nor"
)


def _group(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


GROUPS: Final = {
    "<num>": NUMBERS | {"a", "an", "several", "many"},
    "<neg>": _group(_NEGATIONS),
    "<who>": _group("i we he she they you me us them him it"),
    "<body>": _group("hand finger arm leg wrist ankle foot head knee hip back eye face skin mouth tooth toe nose"),
    "<child>": _group(
        "child children kid kids son daughter toddler baby boy girl grandson granddaughter nephew niece teenager minor"
    ),
}


END: Final = "\n"
"""Stands among stems where a sentence ends: it is none, so no phrase holds it."""
_NEVER_BETWEEN: Final = GROUPS["<neg>"] | {END}


# Plain tuples: to take a named one apart takes five times as long, and a review meets a hundred.
_Rest = tuple[int, tuple[Element, ...], frozenset[str], Meaning]
"""What of a phrase follows its second word: how many words may stand between the first and the second, the elements
that follow, what the last of them may be (empty where nothing follows), and what the phrase means."""
_Rests = dict[str, list[_Rest[Meaning]]]
"""By the second word."""
_After = tuple[list[Meaning], _Rests[Meaning], _Rests[Meaning], KeysView[str], int]
"""What may follow a first word: the meanings of the word itself, the rests of phrases whose second word stands right
behind, those of them between which others may stand, their second words, and the farthest of them."""


class Phrases(Generic[Meaning]):
    """Phrases with what they mean, sorted by their first two words so that most are never looked at."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._after: dict[str, _After[Meaning]] = {}
        for phrase, meaning in phrases:
            for elements in parsed(phrase):
                self._add(elements, meaning)

    @property
    def first_words(self) -> Set[str]:
        """The stems that phrases begin with."""
        return self._after.keys()

    def found(self, words: Sequence[str]) -> list[tuple[int, int, Meaning]]:
        """Return from which word to which phrases stand in a text, and what they mean, in the order of their starts.

        Args:
            words: Stems, with END where no phrase reaches beyond, as behind the last.
        """
        found: list[tuple[int, int, Meaning]] = []
        after, present = self._after, set(words)
        for start in compress(range(len(words)), map(after.__contains__, words)):
            alone, beside, apart, seconds, reach = after[words[start]]
            if alone:
                found += [(start, start + 1, meaning) for meaning in alone]
            second = words[start + 1]
            if second in beside:
                found += _ended(beside[second], words, start, start + 1, present)
            # Most first words go on otherwise than any phrase, above all those that many phrases share.
            if (
                reach
                and second not in _NEVER_BETWEEN
                and not seconds.isdisjoint(near := words[start + 2 : start + 2 + reach])
            ):
                for at, second in enumerate(near, start + 2):
                    if second in apart:
                        found += _ended(apart[second], words, start, at, present)
                    if second in _NEVER_BETWEEN:
                        break
        return found

    def _add(self, elements: tuple[Element, ...], meaning: Meaning) -> None:
        first, *more = elements
        reach = _number(more.pop(0)) if more and isinstance(more[0], int) else 0
        rest = (reach, tuple(more[1:]), _words(more[-1]), meaning) if more else None
        for word in _words(first):
            alone, beside, apart, seconds, farthest = self._after.get(word) or _new()
            self._after[word] = (alone, beside, apart, seconds, max(farthest, reach))
            if rest is None:
                _add_once(alone, meaning)
                continue
            for second in _words(more[0]):
                _add_once(beside.setdefault(second, []), rest)
                if reach:
                    _add_once(apart.setdefault(second, []), rest)


def _new() -> _After[Meaning]:
    apart: _Rests[Meaning] = {}
    return [], {}, apart, apart.keys(), 0


def _ended(
    rests: Sequence[_Rest[Meaning]], words: Sequence[str], start: int, at: int, present: Set[str]
) -> list[tuple[int, int, Meaning]]:
    """Return the phrases that stand in a text whole, of those whose first two words do.

    Args:
        start, at: Where the two stand.
        present: All words of the text.
    """
    found = []
    gap = at - start - 1
    for reach, elements, last, meaning in rests:
        if gap > reach:
            continue
        if not elements:
            found.append((start, at + 1, meaning))
        elif len(elements) == 1:
            if words[at + 1] in last:
                found.append((start, at + 2, meaning))
        # Most phrases fail at their last word, and to look there first is far quicker.
        elif not last.isdisjoint(present) and (end := _end(elements, words, at + 1)):
            found.append((start, end, meaning))
    return found


def _add_once(to: list[Item], item: Item) -> None:
    # "crash" and "crashes" are one phrase; whoever writes a pack need not know.
    if item not in to:
        to.append(item)


def _words(element: Element) -> frozenset[str]:
    return element if isinstance(element, frozenset) else frozenset()


def _number(element: Element) -> int:
    return element if isinstance(element, int) else 0


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the stems that phrases begin with."""
    return frozenset(chain.from_iterable([_words(way[0]) for phrase in phrases for way in parsed(phrase)]))


@cache
def parsed(phrase: str) -> Sequence[tuple[Element, ...]]:
    """Return the elements of each way to say a phrase.

    Raises:
        ValueError: It does not begin with a word, or its brackets do not close.
    """
    tokens = _TOKEN.findall(phrase.lower())
    if _SIGNS.isdisjoint(tokens):  # most phrases are words alone
        ways, at = [tuple(chain.from_iterable(map(_elements, tokens)))], len(tokens)
    else:
        ways, at = _ways(tokens, 0)
    if at < len(tokens):
        raise ValueError(f"{phrase!r} has a bracket too many")
    for way in ways:
        if not way or isinstance(way[0], int) or isinstance(way[-1], int):
            raise ValueError(f"{phrase!r} does not begin and end with a word")
    return ways


def _ways(tokens: Sequence[str], at: int) -> tuple[list[tuple[Element, ...]], int]:
    """Return the ways to say what stands from a place up to the end or a closing bracket, and where that is."""
    ways: list[tuple[Element, ...]] = [()]
    done: list[tuple[Element, ...]] = []
    while at < len(tokens) and tokens[at] != ")":
        if tokens[at] == "|":
            done, ways, at = done + ways, [()], at + 1
            continue
        if tokens[at] == "(":
            inner, at = _ways(tokens, at + 1)
            if at == len(tokens):
                raise ValueError(f"{' '.join(tokens)!r} has a bracket that does not close")
        else:
            inner = [_elements(tokens[at])]
        at += 1
        if tokens[at : at + 1] == ["?"]:
            inner, at = [(), *inner], at + 1
        ways = [(*way, *more) for way in ways for more in inner]
    return _merged(done + ways), at


def _merged(ways: Sequence[tuple[Element, ...]]) -> list[tuple[Element, ...]]:
    """Return the ways with all single words as one choice: most brackets hold nothing else."""
    words = [way[0] for way in ways if len(way) == 1 and isinstance(way[0], frozenset)]
    rest = [way for way in ways if len(way) != 1 or isinstance(way[0], int)]
    return [(frozenset[str]().union(*words),), *rest] if words else rest


@cache
def _elements(part: str) -> tuple[Element, ...]:
    if part in _GAPS:
        return (_GAPS[part],)
    if part in GROUPS:
        return (GROUPS[part],)
    return tuple([frozenset([word]) for word in stems_of(part)])


def _end(elements: Sequence[Element], words: Sequence[str], at: int) -> int:
    """Return where a phrase ends whose elements stand from a place on, 0 where they do not."""
    n = len(words)
    for place, element in enumerate(elements):
        if isinstance(element, int):
            rest = elements[place + 1 :]
            wanted = _words(rest[0])
            for start in range(at, min(at + element + 1, n)):
                if words[start] in wanted and (end := _end(rest, words, start)):
                    return end
                if words[start] in _NEVER_BETWEEN:
                    break
            return 0
        if at >= n or words[at] not in element:
            return 0
        at += 1
    return at
