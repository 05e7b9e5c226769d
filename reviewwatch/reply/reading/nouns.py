"""The words that may travel from a review into a reply: common nouns of our own list, and nothing else.

A review can say anything. What is named back to its author is therefore never copied, but looked up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from reviewwatch.reply.reading.cues import data
from reviewwatch.reply.reading.lines import Line


def _listed(key: str) -> frozenset[str]:
    return frozenset(data("nouns")["words"][key].split())


_HYPHEN_LIKE: Final = re.compile(
    r"-(?:like|ish|free|friendly|style|sized?|proof|based|looking|wise|quality)\b", re.IGNORECASE
)
"""What makes another word of a noun: "tent-like"."""
_STOP: Final = re.compile(r"[\s\"'”’)]*(?:[,;:.!?()/]|\s[-–—]+\s|—)")
_SEAM: Final = re.compile("[ -]")
_LONGEST: Final = 3
"""Words of a compound: "fish and chips"."""
_GENERAL: Final = _listed("general")
"""Nouns that say little: taken only where the clause has no other."""
_NO_NOUN_BEFORE: Final = _listed("no_noun_before")
"""What no noun stands behind: "to check", "I book"."""
_VERBS: Final = _listed("verbs")
"""Nouns that are verbs as well, so that something before them must show which."""
_SHOWS_NOUN: Final = _listed("shows_noun")
_ADJECTIVES: Final = _listed("adjectives")
_PEOPLE: Final = _listed("people")
_NO_THING: Final = _listed("no_thing")
_FAULTS: Final = _listed("faults")
_PREPOSITIONS: Final = _listed("prepositions")
_SETTING: Final = _listed("setting")
"""Prepositions whose noun is where or when something happened, never what it is about."""
_IDIOMS: Final = frozenset(tuple(one.split()[-2:]) for one in data("nouns")["words"]["idioms"].split(","))
_MEDIA: Final = _listed("media")
"""Where something is shown or told: in the photo, on the page."""
_PLACED: Final = frozenset(["on", "at", "near", "under", "over", "against", "of"])
"""Prepositions whose noun is where "it" stands, or what came "instead" of something."""
_PRONOUNS: Final = frozenset(["everything", "something", "anything", "nothing"])
_PARTS: Final = frozenset(["foot", "top", "bottom", "side", "edge", "corner", "back", "head", "end", "arm", "face"])
"""Parts of things: "the lamp foot" is one, a foot alone is none."""
_BELONGINGS: Final = _listed("belongings")
"""Things of the reviewer's own, which are seldom what is complained of."""
_DIGITAL: Final = _listed("digital")
_BARE: Final = _listed("bare")
_ASIDE_REACH: Final = 2
_OWN: Final = frozenset(["my", "our"])
_OWN_REACH: Final = 3
_WISHED: Final = re.compile(
    r"(?:(?:i|we) )?(?:had )?(?:wanted|asked for|hoped for|ordered) (?:[^\s,]+ ){1,6}?(?:, )?(?:and|but)(?: i| we)?"
    r" (?:got|was|were|came|received|ended|left)\b(?! (?:it|them)\b)"
)
"""What was asked for and not given: it is no thing that is at fault."""
_KIN: Final = frozenset(_listed("kin"))
"""Whose a thing is in "my wife's fish": not the reviewer's."""
_STARTS: Final = frozenset([",", "and", "but", "also", "plus"])
_OPEN: Final = _STARTS | frozenset(
    ["it", "just", "only", "always", "constantly", "then", "that", "which", "still", "even"]
)
_OBJECT_STARTS: Final = frozenset(["the", "my", "our", "your", "me", "us", "it", "them", "a", "an", "everything"])
_BEHIND_SUBJECT: Final = _listed("behind_subject")


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
                found.setdefault(tuple(_SEAM.split(noun.text)), noun)
    return found


def is_plural(noun: str) -> bool:
    """Say whether a word of the list takes a verb in the plural."""
    words = _SEAM.split(noun)
    known = nouns().get(tuple(words)) or nouns().get(tuple(words[-1:]))
    return known is not None and known.is_plural


def says_little(noun: str) -> bool:
    """Say whether a word of the list names the whole rather than a part of it: "app", "hotel", "order"."""
    return noun in _GENERAL


def is_being(noun: str) -> bool:
    """Say whether a word of the list is somebody: nobody is named in public for what went wrong."""
    return not _PEOPLE.isdisjoint((noun.rsplit(maxsplit=1)[-1], _single(noun.rsplit(maxsplit=1)[-1])))


def is_no_thing(noun: str) -> bool:
    """Say whether a word of the list seldom names a thing that can be at fault ("till now", "all day")."""
    words = _SEAM.split(noun)
    head = noun if tuple(words) in nouns() else words[-1]
    if len(words) > 1 and _single(head) in _PARTS:
        return False
    return not _NO_THING.isdisjoint((head, _single(head)))


def is_bare(noun: str) -> bool:
    """Say whether a word of the list stands without an article where the whole is meant: "that breakfast was cold"."""
    return noun.replace(" ", "-") in _BARE


def is_digital(noun: str) -> bool:
    """Say whether a thing is of a program: "freezing" is no cold there."""
    return not _DIGITAL.isdisjoint((noun.rsplit(maxsplit=1)[-1], _single(noun.rsplit(maxsplit=1)[-1])))


def is_fault(noun: str) -> bool:
    """Say whether a thing is bad where there is any: nobody misses noise."""
    return not _FAULTS.isdisjoint((noun, _single(noun)))


def is_mass(noun: str) -> bool:
    """Say whether a word of the list has no plural: "water"."""
    return noun in _masses() or _SEAM.split(noun)[-1] in _masses()


@cache
def _masses() -> frozenset[str]:
    text = (files("reviewwatch.reply.reading") / "nouns.txt").read_text("utf-8")
    entries = [entry for line in text.splitlines() if not line.startswith("#") for entry in line.split()]
    return frozenset(entry[:-1].replace("-", " ") for entry in entries if entry.endswith("-"))


def _single(word: str) -> str:
    return word.removesuffix("s")


def _forms(entry: str) -> list[Noun]:
    """Return the forms of an entry: "tap", "box", "loaf/loaves", "milk-"."""
    has_plural = not entry.endswith("-")
    single, _, plural = entry.rstrip("-").partition("/")
    words = single.replace("-", " ") if single not in _HYPHENED else single
    if not has_plural:
        return [Noun(words, words in _PLURAL)]
    many = plural.replace("-", " ") or _plural(words)
    return [Noun(words, False), Noun(many, True)]


_HYPHENED: Final = frozenset([
    "check-in", "t-shirt", "x-ray", "e-mail", "check-up", "pop-up", "sign-up", "sign-in", "start-up",
])  # fmt: skip
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


class Thing(NamedTuple):
    """A noun of the list in the words of a clause, with all that makes a compound with it.

    Attributes:
        first, last: Words, the last one left out.
    """

    text: str
    is_plural: bool
    first: int
    last: int


def things_in(words: Sequence[str]) -> list[Thing]:
    """Return the nouns of the list in a clause; of a compound ("the ice machine") the last word is what it is.

    Args:
        words: As `words_in` gives them.
    """
    found: list[Thing] = []
    at = 0
    while at < len(words):
        noun, n = _longest(words, at)
        if noun is None or not _is_noun_here(words, at, n):
            at += 1
            continue
        if n == 1 and words[at] in _ADJECTIVES and _longest(words, at + 1)[0] is not None:
            at += 1  # "a cold shower" is a shower
            continue
        first, at, before = at, at + n, ""
        further, n = _further(words, at)
        while further is not None:
            noun, before, at = further, noun.text, at + n
            further, n = _further(words, at)
        found.append(Thing(_compound(before, noun), noun.is_plural, first, at))
    return found


def _compound(before: str, noun: Noun) -> str:
    """Return a noun with the one before that says which, "key card"; of "hotel room" and "discount code" the last."""
    is_telling = (
        before
        and not before.endswith("ing")
        and before not in _GENERAL
        and not is_no_thing(before)
        and not is_being(before)
    )
    is_short = " " not in before and " " not in noun.text and not is_plural(before)
    return f"{before} {noun.text}" if is_telling and is_short and not is_being(noun.text) else noun.text


def noun_of(line: Line, start: int, end: int) -> tuple[str, bool]:
    """Return what a clause is about in a word of the list, empty where none fits, and whether its author calls it hers.

    The first noun that is no mere circumstance ("at breakfast", "after the update") is mostly its subject.

    Args:
        start, end: Of the clause in the line's folded text.
    """
    words = words_in(line, start, end)
    things = [one for one in things_in(words) if not (is_being(one.text) or is_no_thing(one.text))]
    things = [one for one in things if not _is_behind(words, one, _SETTING)]
    things = [one for one in things if not (is_own(words, one) and not _BELONGINGS.isdisjoint(one.text.split()))]
    if words and words[0] in ("if", "when", "whenever"):
        return "", False
    if (wished := _WISHED.match(" ".join(words))) is not None:
        n = len(wished[0].split())
        things = [one for one in things if one.first >= n]
    things = [one for one in things if one.text.rstrip("s") not in _MEDIA or not _is_behind(words, one, _PREPOSITIONS)]
    if words and words[0] in ("it", "instead"):
        things = [one for one in things if not _is_behind(words, one, _PLACED)]
    ranked = sorted(things, key=lambda one: (one.text in _GENERAL, _is_behind(words, one, _PREPOSITIONS), one.first))
    return (ranked[0].text, is_own(words, ranked[0])) if ranked else ("", False)


def is_own(words: Sequence[str], thing: Thing) -> bool:
    """Say whether "my" or "our" stands before a thing."""
    before = words[max(0, thing.first - _OWN_REACH) : thing.first]
    return any(
        word in _OWN and "," not in before[at:] and not any(is_being(other) or other in _KIN for other in before[at:])
        for at, word in enumerate(before)
    )


def _is_behind(words: Sequence[str], thing: Thing, prepositions: frozenset[str]) -> bool:
    """Say whether a preposition stands before a noun, with an article or an adjective between at most."""
    kin = sum(word in _KIN for word in words[max(0, thing.first - _ASIDE_REACH) : thing.first])
    before = words[max(0, thing.first - _ASIDE_REACH - kin) : thing.first]
    return any(word in prepositions and "," not in before[at:] for at, word in enumerate(before))


def words_in(line: Line, start: int, end: int) -> list[str]:
    """Return the words of a clause in small letters, a comma where a stop of any kind stands."""
    text = line.folded.text
    found = []
    for first, last in line.spans:
        if first >= start and last <= end:
            word = text[first:last].lower().replace("’", "'").removesuffix("'s")
            found.append(f"{word}-" if _HYPHEN_LIKE.match(text, last) else word)
            if _STOP.match(text, last):
                found.append(",")
    return found


def _longest(words: Sequence[str], at: int) -> tuple[Noun | None, int]:
    known = nouns()
    for n in range(_LONGEST, 0, -1):
        noun = known.get(tuple(words[at : at + n]))
        if noun is not None and len(words) >= at + n:
            return noun, n
    return None, 0


def _further(words: Sequence[str], at: int) -> tuple[Noun | None, int]:
    """Return what makes a compound with the noun before; a verb makes none: "the app crashes"."""
    noun, n = _longest(words, at)
    if n == 1 and (words[at] in _ADJECTIVES or (_may_be_verb(words[at]) and not _is_subject(words, at + n))):
        return None, 0
    return noun, n


def _has_object(words: Sequence[str], behind: int) -> bool:
    """Say whether an article stands behind a word, which then is a verb: "drains the phone"."""
    return behind < len(words) and words[behind] in _OBJECT_STARTS


def _is_subject(words: Sequence[str], behind: int) -> bool:
    """Say whether a verb stands behind a word, which then is a noun: "the course books never came"."""
    return behind < len(words) and words[behind] in _BEHIND_SUBJECT


def _may_be_verb(word: str) -> bool:
    return word in _VERBS or word.removesuffix("s") in _VERBS or word.removesuffix("es") in _VERBS


def _is_noun_here(words: Sequence[str], at: int, n: int) -> bool:
    before = words[at - 1] if at else ","
    if (
        (before, words[at]) in _IDIOMS
        or tuple(words[at : at + 2]) in _IDIOMS
        or before in _NO_NOUN_BEFORE
        or (n == 1 and before in _OPEN and _may_be_verb(words[at]) and _has_object(words, at + n))
    ):
        return False
    if n == 1 and words[at].endswith("ing") and not _PEOPLE.isdisjoint((before, _single(before))):
        return False
    if n == 1 and _may_be_verb(words[at]):
        is_first = before in _STARTS and _is_subject(words, at + n)
        is_described = at > 0 and before not in _PRONOUNS and before.endswith(("y", "ful", "ous", "ing", "ed"))
        return is_first or before in _SHOWS_NOUN or is_described
    return True
