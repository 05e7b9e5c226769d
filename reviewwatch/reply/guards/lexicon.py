"""What words and set phrases mean to the rules, in every language that has a pack.

A pack is a file `packs/<language>.toml`, or several (`en_manners.toml`), that list words under their meanings.
`update+` stands for all forms of an English verb or noun, `erstatt*` for every word that begins so; a phrase is several
words. Another language is another file: the rules are written over meanings.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("en", "de", "es")
"""With a pack. English is always read: people mix it into every language."""

Tags = frozenset[str]
_NONE: Final[Tags] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together for something; a word that ends in `*` is a beginning."""

    words: tuple[str, ...]
    tags: Tags

    def is_at(self, words: list[str], at: int) -> bool:
        """Say whether the phrase stands at a place."""
        return len(words) - at >= len(self.words) and all(
            word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
            for word, wanted in zip(words[at : at + len(self.words)], self.words, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of some languages.

    Attributes:
        words: Single words and their meanings.
        stems: Beginnings of words and their meanings.
        phrases: By their first word, or by the first letters of one that is a beginning; the longest first.
    """

    words: Mapping[str, Tags]
    stems: Mapping[str, Tags]
    phrases: Mapping[str, tuple[Phrase, ...]]

    def tags_of(self, word: str) -> Tags:
        """Return the meanings of a word."""
        return _tags_of(self, word)

    def phrase_at(self, words: list[str], at: int) -> Phrase | None:
        """Return the longest phrase that begins at a place."""
        for key in (words[at], f"{words[at][:_KEY]}*"):
            for phrase in self.phrases.get(key, ()):
                if phrase.is_at(words, at):
                    return phrase
        return None

    def __hash__(self) -> int:
        return id(self)


_KEY: Final = 3
_MIN_STEM: Final = 3


@lru_cache(maxsize=16_384)
def _tags_of(lexicon: Lexicon, word: str) -> Tags:
    tags = lexicon.words.get(word, _NONE)
    for end in range(_MIN_STEM, len(word) + 1):
        tags |= lexicon.stems.get(word[:end], _NONE)
    return tags


@cache
def load(*languages: str) -> Lexicon:
    """Return the words of some languages as one."""
    words: defaultdict[str, Tags] = defaultdict(frozenset)
    stems: defaultdict[str, Tags] = defaultdict(frozenset)
    phrases: defaultdict[tuple[str, ...], Tags] = defaultdict(frozenset)
    for language in languages:
        for tag, entry in _entries(language):
            for form in _forms(entry):
                if len(form) > 1:
                    phrases[form] |= {tag}
                elif form[0].endswith("*"):
                    stems[form[0][:-1]] |= {tag}
                else:
                    words[form[0]] |= {tag}
    return Lexicon(dict(words), dict(stems), _by_first(phrases))


def _by_first(phrases: Mapping[tuple[str, ...], Tags]) -> dict[str, tuple[Phrase, ...]]:
    keyed: defaultdict[str, list[Phrase]] = defaultdict(list)
    for words, tags in phrases.items():
        first = words[0]
        keyed[f"{first[:_KEY]}*" if first.endswith("*") else first].append(Phrase(words, tags))
    return {key: tuple(sorted(found, key=lambda phrase: -len(phrase.words))) for key, found in keyed.items()}


def _entries(language: str) -> Iterator[tuple[str, str]]:
    packs = [
        pack for pack in files("reviewwatch.reply.guards").joinpath("packs").iterdir() if _is_of(pack.name, language)
    ]
    for pack in sorted(packs, key=lambda pack: pack.name):
        for tag, listed in tomllib.loads(pack.read_text(encoding="utf-8")).items():
            for entry in re.split(r"[,\n]", listed):
                if entry.strip():
                    yield tag, without_accents(entry.strip().lower())


def _is_of(name: str, language: str) -> bool:
    """Say whether a file is a language's pack, or a further part of it: `en.toml`, `en_manners.toml`."""
    return name == f"{language}.toml" or (name.startswith(f"{language}_") and name.endswith(".toml"))


def without_accents(text: str) -> str:
    """Return letters without their marks: people leave them out, and so do disguises."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.replace("ß", "ss"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


_IRREGULAR: Final = {
    word.split()[0]: tuple(word.split())
    for word in [
        "take takes took taken taking",
        "give gives gave given giving",
        "get gets got gotten getting",
        "write writes wrote written writing",
        "rewrite rewrites rewrote rewritten rewriting",
        "send sends sent sending",
        "make makes made making",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "hear hears heard hearing",
        "see sees saw seen seeing",
        "know knows knew known knowing",
        "find finds found finding",
        "leave leaves left leaving",
        "buy buys bought buying",
        "pay pays paid paying",
        "tell tells told telling",
        "say says said saying",
        "think thinks thought thinking",
        "rethink rethinks rethought rethinking",
        "forget forgets forgot forgotten forgetting",
        "come comes came coming",
        "go goes went gone going",
        "put puts putting",
        "let lets letting",
        "hide hides hid hidden hiding",
        "begin begins began begun beginning",
        "win wins won winning",
        "sell sells sold selling",
        "speak speaks spoke spoken speaking",
        "bring brings brought bringing",
        "break breaks broke broken breaking",
        "lose loses lost losing",
        "set sets setting",
        "read reads reading",
        "meet meets met meeting",
        "keep keeps kept keeping",
        "fall falls fell fallen falling",
        "feel feels felt feeling",
        "throw throws threw thrown throwing",
        "hurt hurts hurting",
        "cost costs costing",
        "spend spends spent spending",
        "steal steals stole stolen stealing",
        "hold holds held holding",
        "stand stands stood standing",
        "understand understands understood understanding",
        "catch catches caught catching",
        "drive drives drove driven driving",
        "fight fights fought fighting",
        "lie lies lied lying",
        "shut shuts shutting",
        "be is are was were been being am",
        "have has had having",
        "do does did done doing",
        "sue sues sued suing",
        "drop drops dropped dropping",
        "scrap scraps scrapped scrapping",
        "edit edits edited editing",
        "refer refers referred referring",
        "ban bans banned banning",
        "submit submits submitted submitting",
        "upset upsets upsetting",
        "treat treats treated treating",
    ]
}


def irregular_verbs() -> Iterator[tuple[str, ...]]:
    """Yield the forms of verbs that take no "-ed": the plain one first, the one with "-ing" last."""
    yield from _IRREGULAR.values()


_VOWELS: Final = frozenset("aeiou")


def _forms(entry: str) -> Iterator[tuple[str, ...]]:
    """Yield the forms of an entry: those of its words that end in `+` take every ending."""
    words = entry.split()
    at = next((place for place, word in enumerate(words) if word.endswith("+")), None)
    if at is None:
        yield tuple(words)
        return
    for form in _endings(words[at][:-1]):
        yield (*words[:at], form, *words[at + 1 :])


def _endings(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("e"):
        return word, f"{word}s", f"{word}d", f"{word[:-1]}ing"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    plural = f"{word}es" if word.endswith(("s", "x", "ch", "sh", "z")) else f"{word}s"
    is_short = 3 <= len(word) <= 4 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    doubled = word + word[-1] if is_short else word
    return word, plural, f"{doubled}ed", f"{doubled}ing"


@cache
def common_words() -> frozenset[str]:
    """Return English words that are no misspelling of another."""
    text = files("reviewwatch.reply.guards").joinpath("packs", "common.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def known_words() -> frozenset[str]:
    """Return all words that are sure to be words."""
    return common_words() | frozenset(_pack_words())


def _pack_words() -> Iterator[str]:
    for language in LANGUAGES:
        yield from _words_of(language)


def _words_of(language: str) -> Iterator[str]:
    lexicon = load(language)
    yield from lexicon.words
    for listed in lexicon.phrases.values():
        for phrase in listed:
            yield from (word for word in phrase.words if not word.endswith("*"))


_MIN_REPAIRED: Final = 5


@cache
def _misspelled() -> Mapping[str, tuple[str, ...]]:
    """Return English words with a meaning by what is left of them without one letter."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in frozenset(_words_of("en")):
        if len(word) >= _MIN_REPAIRED and word.isalpha():
            for shorter in _shorter(word):
                found[shorter].append(word)
    return {key: tuple(words) for key, words in found.items()}


def _shorter(word: str) -> set[str]:
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


@lru_cache(maxsize=16_384)
def repaired(word: str) -> str:
    """Return the word with a meaning that an unknown word is one slip away from."""
    if len(word) < _MIN_REPAIRED - 1 or not word.isalpha() or word in known_words() or _is_form_of_known(word):
        return word
    candidates = {near for shorter in _shorter(word) for near in _misspelled().get(shorter, ())}
    close = [near for near in candidates if near[0] == word[0] and _is_one_slip(word, near)]
    return (
        min(close, key=lambda near: (sorted(near) != sorted(word), abs(len(near) - len(word)), near)) if close else word
    )


def _is_form_of_known(word: str) -> bool:
    """Say whether a word is another form of one that is known: "shores", "stained"."""
    stems = [word[: -len(ending)] for ending in _FORM_ENDINGS if word.endswith(ending)]
    return any(stem in common_words() or f"{stem}s" in common_words() for stem in stems)


_FORM_ENDINGS: Final = ("s", "es", "ed", "ing", "ly")


def _is_one_slip(one: str, other: str) -> bool:
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return len(longer) - len(shorter) == 1 and shorter in _shorter(longer)
    places = [at for at in range(len(one)) if one[at] != other[at]]
    if len(places) == 2:
        first, second = places
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return len(places) == 1
