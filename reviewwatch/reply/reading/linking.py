"""A thing and what is wrong with it, where one clause links them: "the pool was cold", "no towels".

The words of a clause become one line of text in which nouns of our own list are marked; patterns find what is said of
them. A thing and a state that only stand near each other are never put together. English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from reviewwatch.reply.reading import states
from reviewwatch.reply.reading.cues import data
from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.reading.nouns import (
    Thing,
    is_being,
    is_digital,
    is_fault,
    is_no_thing,
    is_own,
    things_in,
    words_in,
)
from reviewwatch.reply.reading.states import State


class Link(NamedTuple):
    """A thing of our own list in a state of our own list.

    Attributes:
        state: None where the thing is all that can be named.
    """

    thing: Thing
    state: State | None
    is_own: bool


IT: Final = "it"
"""A thing that the clause does not name."""
_FOR_A_THING: Final = frozenset(["it", "mine", "ours", "everything"])
_BEFORE_IT: Final = frozenset(
    [",", "and", "but", "because", "so", "since", "as", "then", "now", "again", "yet", "that"]
)
_COLD: Final = State("gradable", "cold")
_FROZE: Final = State("done", "froze")
_WHOLE: Final = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "dont": "do not"}
_PART: Final = re.compile(
    r"(?:half|part|parts|some|most|one|two|three|four|five|six|none|all|many|several|each|\d+) of$"
)
_THINGS: Final = {"thing": r"(?:[^\s,]+‹(?P<n>\d+)›)", "thing?": r"[^\s,]+‹\d+›"}
_PART_NAME: Final = re.compile(r"(?<!\?P)<(?P<name>[a-z_:]+\??)>")
_PART_KINDS: Final = {
    **dict.fromkeys(("gradable", "plain", "predicate", "passive", "missing"), "part"),
    "not": "part_not",
    "done": "part_done",
}
"""By the kind of a state, the one that tells it of some of many."""
_UNDONE: Final = re.compile(r"(?:^|\s)(?:nobody|no one|never|not|without)(?: ever| even| once| has| had| really)*$")
_REJECTED: Final = re.compile(
    r"(?:^|\s)(?:i|we|to|i've|we've|i'd|we'd|i'm|myself|already)(?: had| have| even| just| then| also)*$"
)
_NEGATED: Final = re.compile(
    r"(?:^|\s)(?:no|not|never|without|hardly|any|nothing|less|than)(?: a| an| any| very| too| so| that| the)*$"
)
_WISHED: Final = re.compile(
    r"\b(?:ask|asked|asking|ordered|order|wanted|want|requested|said|specified|chose|ticked)(?: \w+)?(?: for| with)?$"
)
_WHERE: Final = re.compile(
    r"[^\s,] (?:on|at|with|to|from|for|by|into|in|near|behind)(?: the| my| our| a| an| your| their| this| that| all)*$"
)
"""Before a thing that another one is on or at, so that nothing is told of the thing itself."""
_BY_AUTHOR: Final = re.compile(r"(?:^|\s)(?:i|we)(?: \w+)?$")
_NOT_MISSED: Final = frozenset(["none", "few", "missing", "ungiven", "never", "late"])
"""Kinds of states in which a fault is welcome: nobody misses noise."""
_HAVE_NO: Final = re.compile(r"do not (?:even )?(?:have|own)")
_EXPLETIVE: Final = re.compile(r" (?:to|for|that|when|how|if|you|of)\b")
"""Behind an "it" that stands for nothing: "it is hard to say"."""
_CIRCUMSTANCE: Final = re.compile(
    r"(?:^|\s)(?:after|before|since|until|till|like|instead of)(?: a| an| one| the| my| our| every| each)*$"
)
"""Before what is told of beside the matter: locked out "after one wrong pin"."""


_BUT_WITH: Final = re.compile(r"(?: [^\s,]+){0,4} without\b")
"""Behind what can be done after all, if with a nuisance: no page opens "without an advert"."""
_BY_MISSING: Final = re.compile(
    r"(?:^|\s)(?:i|we|you|i'm|we're)"
    r"(?: (?:keep|kept|am|are|was|were|be|end up|ended up|always|often|almost|just|risk|now))+$"
)
"""Before what its author misses, because something else came late."""


def links_of(line: Line, start: int, end: int) -> list[Link]:
    """Return the things of a clause that are told to be wrong, each with its state, in the order of the text.

    Args:
        start, end: Of the clause in the line's folded text.
    """
    words = words_in(line, start, end)
    things = [one for one in things_in(words) if not (is_being(one.text) or is_no_thing(one.text))]
    return _links(words, things) or _links_of_it(words)


def _links(words: Sequence[str], things: Sequence[Thing]) -> list[Link]:
    if not things:
        return []
    text = _marked(words, things)
    found = sorted(_found(text, things), key=lambda one: one[0])
    return [Link(things[at], state, is_own(words, things[at])) for _, at, state in found]


def _links_of_it(words: Sequence[str]) -> list[Link]:
    """Return what is told of a thing that the clause does not name: "it leaks", "no way to sort by date"."""
    found = [one for one in _links(words, _pronouns(words)) if one.state is not None]
    barred = None if found else _barred().search(_marked(words, ()))
    if barred is None or _BUT_WITH.match(barred.string, barred.end()):
        return found
    kind = "hard" if barred.groupdict().get("hard") else "cannot"
    return [Link(Thing(IT, False, 0, 0), State(kind, states.barred()[barred["w"]].word), is_own=False)]


@cache
def _barred() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|\b(?:i|we|you|to|and|but|so|still|just|or|is|was|there|,) )" + _whole("<barred> ?<list:barred><end>")
    )


def _pronouns(words: Sequence[str]) -> list[Thing]:
    """Return where a clause begins with a word that stands for the thing that the review is about: "it leaks"."""
    found = [at for at, word in enumerate(words) if word in _FOR_A_THING and (at == 0 or words[at - 1] in _BEFORE_IT)]
    return [Thing(IT, False, at, at + 1) for at in found]


def _marked(words: Sequence[str], things: Sequence[Thing]) -> str:
    """Return the words of a clause, short negations in full and each thing one word with its number behind."""
    parts: list[str] = []
    at = 0
    starts = {thing.first: number for number, thing in enumerate(things)}
    while at < len(words):
        if at in starts:
            thing = things[starts[at]]
            parts.append("_".join(words[at : thing.last]) + f"‹{starts[at]}›")
            at = thing.last
        else:
            parts.append(_full(words[at]))
            at += 1
    return " ".join(parts)


def _full(word: str) -> str:
    if word in _WHOLE:
        return _WHOLE[word]
    return f"{word[:-3]} not" if word.endswith("n't") else word


def _found(text: str, things: Sequence[Thing]) -> Iterator[tuple[int, int, State | None]]:
    """Yield where a link begins, which thing it is of and the state."""
    for pattern, known in _ways():
        for match in pattern.finditer(text):
            at = int(match["n"])
            state = _state(match, known, things[at])
            if state is not None and not _is_rejected(match, state, things[at], text):
                is_part = bool(_PART.search(_before(text, match, 4)))
                yield match.start(), at, _of_part(state, things[at]) if is_part else state


def _of_part(state: State, thing: Thing) -> State | None:
    """Return the state of some of many things: "the treadmills that were out of order"; None where it has no name."""
    kind = _PART_KINDS.get(state.kind, "") if thing.is_plural else ""
    return State(kind, state.word or "missing") if kind else None


def _state(match: re.Match[str], known: Mapping[str, State] | State, thing: Thing) -> State | None:
    if isinstance(known, State):
        return known
    state = known.get(_bare(match["w"]))
    if state in (_COLD, _FROZE):
        return _FROZE if is_digital(thing.text) else _COLD
    if state is not None and state.kind == "noise" and thing.text.endswith(("noise", "noises", "music")):
        return State("thing")
    if state is not None and state.kind == "cannot" and match.groupdict().get("hard"):
        return State("hard", state.word)
    return state


_REMEMBERED: Final = frozenset(["password", "passcode", "pin", "pin code", "username", "login"])
"""What only its owner can forget."""


def _is_rejected(match: re.Match[str], state: State, thing: Thing, text: str) -> bool:
    """Say whether a pattern that fits tells nothing wrong of the thing after all."""
    before = text[: match.start()].rstrip()
    is_fault_welcome = is_fault(thing.text) and state.kind in _NOT_MISSED
    is_expletive = thing.text == IT and _EXPLETIVE.match(text, match.end()) is not None
    is_own_memory = state.word == "forgotten" and thing.text in _REMEMBERED
    if _is_of_author(match, state, before) or is_own_memory or is_fault_welcome or is_expletive:
        return True
    if (state.kind == "cannot" and _BUT_WITH.match(text, match.end())) or (
        state.kind == "missing" and _BY_MISSING.search(before)
    ):
        return True
    is_first = match.start() == text.rfind(" ", 0, match.start("n")) + 1
    if is_first and _WHERE.search(before):
        return True  # what never shows up are the changes on the phone
    is_attribute = match.groupdict().get("attribute") is not None
    if is_attribute and is_fault(thing.text):
        return True  # dead flies are no complaint of their death
    return is_attribute and bool(_NEGATED.search(before) or _CIRCUMSTANCE.search(before))


def _is_of_author(match: re.Match[str], state: State, before: str) -> bool:
    """Say whether it tells what the author did, asked for or does not own."""
    if state.kind in ("object", "lost"):  # a sentence without a subject tells of its author
        return not before or before[-1] in ",.;" or bool(_REJECTED.search(before) or _UNDONE.search(before))
    is_wished = state.kind in ("none", "few") and bool(_WISHED.search(before))
    return is_wished or bool(_HAVE_NO.match(match[0].strip()) and _BY_AUTHOR.search(before))


def _before(text: str, match: re.Match[str], n: int) -> str:
    own = match.start("n")
    words = text[:own].rsplit("‹", 1)[0].split()
    kept = words[max(0, len(words) - 1 - n) : len(words) - 1]
    while kept and kept[-1] in ("the", "my", "our", "a", "an", "them", "these", "those", "your", "their"):
        kept.pop()
    return " ".join(kept)


_MARK: Final = re.compile(r"‹\d+›")


def _bare(words: str) -> str:
    return _MARK.sub("", words).replace("_", " ")


@cache
def _ways() -> Sequence[tuple[re.Pattern[str], Mapping[str, State] | State]]:
    """Return what to look for, each with the states by their words, or the one state that it tells."""
    ways: Mapping[str, tuple[str, str]] = data("ways")["ways"]
    return [(re.compile(_whole(way)), _told(name)) for way, name in ways.values()]


def _told(name: str) -> Mapping[str, State] | State:
    return states.state_of(name) if ":" in name else states.LISTS[name]()


def _whole(way: str) -> str:
    """Return a pattern with all its parts put in."""
    text = way.replace("\n", "")
    while (found := _PART_NAME.search(text)) is not None:
        text = text[: found.start()] + _part(found["name"]) + text[found.end() :]
    return text


def _part(name: str) -> str:
    kind, _, key = name.partition(":")
    if kind == "list":
        return _any(states.words_of(key)) if key in ("be", "adverbs") else f"(?P<w>{_any(states.LISTS[key]())})"
    return _THINGS.get(name) or str(data("ways")["parts"][name]).replace("\n", "")


def _any(words: Iterable[str]) -> str:
    """Return the alternatives of a list, the longest first; any of their words may be marked as a thing."""
    ordered = sorted(words, key=lambda one: (-len(one), one))
    return "|".join(r"(?:‹\d+›)?[ _]".join(map(re.escape, one.split())) for one in ordered)
