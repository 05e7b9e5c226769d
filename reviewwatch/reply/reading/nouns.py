"""The words that may travel from a review into a reply: common nouns of our own list, and nothing else.

A review can say anything. What is named back to its author is therefore never copied, but looked up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from reviewwatch.reply.reading.cues import data
from reviewwatch.reply.reading.lines import Line


def _listed(key: str) -> frozenset[str]:
    return frozenset(data("nouns")["words"][key].split())


_LONGEST: Final = 3
"""Words of a compound: "fish and chips"."""
_GENERAL: Final = _listed("general")
"""Nouns that say little: taken only where the clause has no other."""
_NO_NOUN_BEFORE: Final = _listed("no_noun_before")
"""What no noun stands behind: "to check", "I book"."""
_VERBS: Final = _listed("verbs")
"""Nouns that are verbs as well, so that something before them must show which."""
_SHOWS_NOUN: Final = _listed("shows_noun")


class Noun(NamedTuple):
    """A word of the list as it stands in a review."""

    text: str
    is_plural: bool


@cache
def nouns() -> Mapping[tuple[str, ...], Noun]:
    """Return every form of every noun, by its words."""
    text = (files("reviewwatch.reply.reading") / "nouns.txt").read_text("utf-8")
    found: dict[tuple[str, ...], Noun] = {}
    for line in text.splitlines():
        for entry in () if line.startswith("#") else line.split():
            for noun in _forms(entry):
                found.setdefault(tuple(noun.text.split()), noun)
    return found


def is_plural(noun: str) -> bool:
    """Say whether a word of the list takes a verb in the plural."""
    known = nouns().get(tuple(noun.split()))
    return known is not None and known.is_plural


def says_little(noun: str) -> bool:
    """Say whether a word of the list names the whole rather than a part of it: "app", "hotel", "order"."""
    return noun in _GENERAL


def _forms(entry: str) -> list[Noun]:
    """Return the forms of an entry: "tap", "box", "loaf/loaves", "milk-"."""
    has_plural = not entry.endswith("-")
    single, _, plural = entry.rstrip("-").partition("/")
    words = single.replace("-", " ") if single not in _HYPHENED else single
    if not has_plural:
        return [Noun(words, words in _PLURAL)]
    many = plural.replace("-", " ") or _plural(words)
    return [Noun(words, False), Noun(many, True)]


_HYPHENED: Final = frozenset(["check-in", "t-shirt", "x-ray", "e-mail", "check-up", "pop-up", "sign-up", "start-up"])
_PLURAL: Final = frozenset(
    [
        "fries",
        "ribs",
        "jeans",
        "shorts",
        "trousers",
        "tights",
        "pyjamas",
        "glasses",
        "sunglasses",
        "groceries",
        "goods",
        "flowers",
        "points",
        "terms",
        "conditions",
        "hours",
        "highlights",
        "savings",
        "facilities",
        "amenities",
        "opening",
        "hours",
        "loyalty",
        "points",
        "stairs",
        "lyrics",
    ]
) | {"opening hours", "loyalty points"}
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh")


def _plural(word: str) -> str:
    if word.endswith(_SIBILANTS):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"


def noun_of(line: Line, start: int, end: int) -> str:
    """Return what a clause is about in a word of the list, empty where none fits.

    The first noun of a clause is mostly its subject; of a compound ("the ice machine") the last word is what it is.

    Args:
        start, end: Of the clause in the line's folded text.
    """
    words = _words(line, start, end)
    general = ""
    at = 0
    while at < len(words):
        noun, n = _longest(words, at)
        if not n or not _is_noun_here(words, at, n):
            at += 1
            continue
        further, m = _further(words, at + n)
        while m:
            noun, at, n = further, at + n, m
            further, m = _further(words, at + n)
        if noun not in _GENERAL:
            return noun
        general = general or noun
        at += n
    return general


def _words(line: Line, start: int, end: int) -> list[str]:
    text = line.folded.text
    found = []
    for first, last in line.spans:
        if first >= start and last <= end:
            found.append(text[first:last].lower().replace("’", "'").removesuffix("'s"))
            if text[last : last + 1] in (",", ";", ":", ".", "!", "?") or text[last : last + 3] in (" - ", " – "):
                found.append(",")
    return found


def _longest(words: Sequence[str], at: int) -> tuple[str, int]:
    known = nouns()
    for n in range(_LONGEST, 0, -1):
        noun = known.get(tuple(words[at : at + n]))
        if noun is not None and len(words) >= at + n:
            return noun.text, n
    return "", 0


def _further(words: Sequence[str], at: int) -> tuple[str, int]:
    """Return what makes a compound with the noun before; a verb makes none: "the app crashes"."""
    noun, n = _longest(words, at)
    return ("", 0) if n == 1 and _may_be_verb(words[at]) else (noun, n)


def _may_be_verb(word: str) -> bool:
    return word in _VERBS or word.removesuffix("s") in _VERBS or word.removesuffix("es") in _VERBS


def _is_noun_here(words: Sequence[str], at: int, n: int) -> bool:
    before = words[at - 1] if at else ","
    if before in _NO_NOUN_BEFORE:
        return False
    if n == 1 and _may_be_verb(words[at]):
        return before in _SHOWS_NOUN or (at > 0 and before.endswith(("y", "ful", "ous", "ing", "ed")))
    return True
