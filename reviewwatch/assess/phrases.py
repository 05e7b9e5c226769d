"""Short phrases that are found in a text by their words, however these are inflected.

stopped working            the words, one after the other
(late|slow) delivery       one of several words
charged .. twice           up to three words between; `...` up to seven
no? hidden fee             a word, or words in brackets, that may be missing
<num> hours                one of a group that `GROUPS` names
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import chain, compress
from typing import Final, Generic, TypeVar

from reviewwatch.assess.stems import NUMBERS, stem, stems_of

Meaning = TypeVar("Meaning")
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
    "<whom>": _group("me us him her them"),
    "<who>": _group("i we he she they you me us them him it"),
    "<body>": _group("hand finger arm leg wrist ankle foot head knee hip back eye face skin mouth tooth toe nose"),
    "<kin>": _group(
        "wife husband son sons daughter daughters mother father mum mom dad sister brother friend friends mate mates"
        " partner boyfriend girlfriend fiance fiancee colleague cousin nan gran granny grandma grandmother grandad"
        " grandfather uncle aunt auntie niece nephew neighbour neighbor kid kids child children boy girl toddler baby"
        " twins lad parents family"
    ),
    "<child>": _group(
        "child children kid kids son daughter toddler baby boy girl grandson granddaughter nephew niece teenager minor"
    ),
}


END: Final = "\n"
"""Stands among stems where a sentence ends: it is none, so no phrase holds it."""
_NEVER_BETWEEN: Final = GROUPS["<neg>"] | {END}


_Rest = tuple[int, tuple[Element, ...], frozenset[str], Meaning]
"""Of a phrase how many words may stand between the first and the second, the elements still to come, what the last of
all may be (nothing for a single word), and what it means."""


class Phrases(Generic[Meaning]):
    """Phrases with what they mean, by their first words so that most are never looked at."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._rests: dict[str, list[_Rest[Meaning]]] = {}
        self._begun: dict[str, _Begun[Meaning]] = {}
        for phrase, meaning in phrases:
            for first, *more in parsed(phrase):
                gap = more[0] if more and isinstance(more[0], int) else 0
                elements, last = tuple(more[1:] if gap else more), _words(more[-1]) if more else frozenset[str]()
                for word in _words(first):
                    self._rests.setdefault(word, []).append((gap, elements, last, meaning))

    @property
    def first_words(self) -> Set[str]:
        """The stems that phrases begin with."""
        return self._rests.keys()

    def found(self, words: Sequence[str]) -> list[tuple[int, int, Meaning]]:
        """Return from which word to which phrases stand in a text, and what they mean, in the order of their starts.

        Args:
            words: Stems, with END where no phrase reaches beyond, as behind the last.
        """
        found: list[tuple[int, int, Meaning]] = []
        begun, present = self._begun, set(words)
        for start in compress(range(len(words)), map(self._rests.__contains__, words)):
            try:
                node = begun[words[start]]
            except KeyError:
                node = self._begin(words[start])
            if node.meanings:
                for meaning in node.meanings:
                    found.append((start, start + 1, meaning))
            second = words[start + 1]
            if second in node.words:
                found += node.next(second).ends(words, start, start + 2, present)
            # Most first words go on otherwise than any phrase, above all those that many phrases share.
            if (
                node.far
                and not node.far_words.isdisjoint(words[start + 2 : start + node.reach])
                and second not in _NEVER_BETWEEN
            ):
                for at, word in enumerate(words[start + 2 : start + node.reach], start + 2):
                    for reach, far in node.far:
                        if word in far.words and at - start - 1 <= reach:
                            found += far.next(word).ends(words, start, at + 1, present)
                    if word in _NEVER_BETWEEN:
                        break
        return found

    def _begin(self, word: str) -> _Begun[Meaning]:
        begun = self._begun[word] = _Begun(self._rests[word])
        return begun


class _Node(Generic[Meaning]):
    """Where some words of phrases stand one after the other: what they mean, and what may come next.

    Nodes are made when a text first comes to them; all of them would be a hundred thousand, and most never met.

    Attributes:
        meanings: Of phrases that end here.
        words: That may come next.
        open: Of phrases that go on with a gap, the elements, what the last of them may be, and what they mean.
    """

    __slots__ = ("_is_first", "_next", "_rests", "meanings", "open", "words")

    def __init__(self, rests: Iterable[_Rest[Meaning]], *, is_first: bool = False) -> None:
        self._rests = list(rests)
        self._next: dict[str, _Node[Meaning]] = {}
        self._is_first = is_first
        # Tuples: most are empty, and all empty ones are one object, which is always near at hand.
        self.meanings = tuple([meaning for _, elements, _, meaning in self._rests if not elements])
        self.words = frozenset(chain.from_iterable([_words(rest[1][0]) for rest in self._rests if rest[1]]))
        self.open = tuple([rest[1:] for rest in self._rests if rest[1] and isinstance(rest[1][0], int)])

    def next(self, word: str) -> _Node[Meaning]:
        """Return the node behind one of `words`."""
        node = self._next.get(word)
        if node is None:
            goes_on = [rest for rest in self._rests if rest[1] and word in _words(rest[1][0])]
            rests = [(gap, elements[1:], last, meaning) for gap, elements, last, meaning in goes_on]
            node = self._next[word] = _Node(_once(rests) if self._is_first else rests)
        return node

    def ends(self, words: Sequence[str], start: int, at: int, present: Set[str]) -> list[tuple[int, int, Meaning]]:
        """Return the phrases that stand in a text whole, of those that come to this node.

        Args:
            start: Where they begin.
            at: What follows them.
            present: All words of the text.
        """
        found = []
        node = self
        while True:
            for meaning in node.meanings:
                found.append((start, at, meaning))
            for elements, last, meaning in node.open:
                # Most phrases fail at their last word, and to look there first is far quicker.
                if not last.isdisjoint(present) and (end := _end(elements, words, at)):
                    found.append((start, end, meaning))
            if words[at] not in node.words:
                return found
            node = node.next(words[at])
            at += 1


class _Begun(_Node[Meaning]):
    """Where the first word of phrases stands.

    Attributes:
        far: Nodes that may also stand a little further on, with how many words may stand between.
        far_words: All of their words.
        reach: Before how many words from the first on they all stand.
    """

    __slots__ = ("far", "far_words", "reach")

    def __init__(self, rests: Sequence[_Rest[Meaning]]) -> None:
        super().__init__(_once(rests), is_first=True)
        gaps = sorted({rest[0] for rest in rests if rest[0]})
        self.far = tuple([(gap, _Node([rest for rest in rests if rest[0] == gap], is_first=True)) for gap in gaps])
        self.far_words = frozenset(chain.from_iterable([node.words for _, node in self.far]))
        self.reach = 2 + max(gaps, default=0)


def _once(rests: Iterable[_Rest[Meaning]]) -> list[_Rest[Meaning]]:
    # "crash" and "crashes" are one phrase; whoever writes a pack need not know.
    return list(dict.fromkeys(rests))


def _words(element: Element) -> frozenset[str]:
    return element if isinstance(element, frozenset) else frozenset()


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
