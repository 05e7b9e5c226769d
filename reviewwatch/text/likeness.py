"""How much each word of a text looks like each language of Latin script: by lists of words, and by how it is spelled.

Neighbors share most of their small words ("a", "de", "para"), so what tells them apart in a short text is the one word
that only one of them has, and the letters of words that no list holds: "encomenda" is Portuguese, "encomienda" Spanish.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from string import ascii_lowercase
from typing import Final, NamedTuple

from reviewwatch.text.profiles import LATIN
from reviewwatch.text.vocabulary import SHARED_WITH_ENGLISH

LANGUAGES: Final = tuple(LATIN)
_ELIDED: Final = {
    "fr": ("l'", "d'", "qu'", "n'", "s'", "c'", "j'", "m'", "t'", "jusqu'", "lorsqu'"),
    "it": ("l'", "d'", "un'", "dell'", "all'", "nell'", "sull'", "dall'", "quest'", "quell'", "c'", "s'", "v'", "po'"),
}
"""Words that lose their last letter before the next one."""
_ANYBODYS: Final = frozenset([
    "app", "apps", "bank", "bar", "bus", "hotel", "hotels", "internet", "login", "ok", "okay", "online", "pizza",
    "pool", "reception", "restaurant", "service", "spa", "super", "support", "taxi", "update", "wifi", "wlan", "www",
])  # fmt: skip
"""Words that people write in any language: they tell nothing."""
_SMOOTHING: Final = 0.4
_LISTED: Final = 0.98
"""Share of what a word says that goes to the languages whose lists hold it."""
_FOREIGN: Final = 3.0
"""Against a language, for each letter of a word that it does not write, as a natural logarithm."""
_SPELLED: Final = 0.75
"""How sure the spelling of a word that no list holds may be."""


class Likeness(NamedTuple):
    """What the words of a text say together.

    Attributes:
        best: The likeliest language.
        ahead: By how much it is likelier than the next, as a natural logarithm.
        n_listed: Words that the lists of `best` hold, each counted the less the more languages share it.
    """

    best: str
    ahead: float
    n_listed: float


def likeness(words: Iterable[str]) -> Likeness:
    """Return which language the words are likest to."""
    parts = [part for word in words for part in _parts(word)]
    sums = _sums(parts)
    (most, best), (second, _) = sorted(zip(sums, LANGUAGES, strict=True), reverse=True)[:2]
    holders = [known for part in parts if best in (known := _languages_of().get(part, ()))]
    return Likeness(best, most - second, sum(1 / len(known) for known in holders))


def behind(words: Iterable[str], language: str) -> float:
    """Return by how much a language is less likely than the likeliest, as a natural logarithm; 0 for an unknown one."""
    sums = dict(zip(LANGUAGES, _sums([part for word in words for part in _parts(word)]), strict=True))
    return max(sums.values()) - sums[language] if language in sums else 0.0


def _sums(parts: Sequence[str]) -> Sequence[float]:
    rows = [_evidence(part) for part in parts if part not in _ANYBODYS]
    return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(LANGUAGES)


def _parts(word: str) -> tuple[str, ...]:
    """Split a word after an elided one: "l'app" is "l'" and "app"."""
    elided, mark, rest = word.partition("'")
    return (elided + mark, rest) if mark and f"{elided}'" in _languages_of() and rest else (word,)


@lru_cache(maxsize=50_000)
def _evidence(word: str) -> Sequence[float]:
    """Return the logarithm of each language's likelihood for one word."""
    known = _languages_of().get(word)
    if known:
        inside, outside = _LISTED / len(known), (1 - _LISTED) / max(1, len(LANGUAGES) - len(known))
        return tuple(math.log(inside if language in known else outside) for language in LANGUAGES)
    return _spelled(word)


def _spelled(word: str) -> Sequence[float]:
    trigrams = _trigrams(word)
    logs = [
        sum(math.log((counts[one] + _SMOOTHING) / total) for one in trigrams) - _FOREIGN * len(set(word) - letters)
        for counts, total, letters in _tables()
    ]
    top = max(logs)
    weights = [math.exp(one - top) for one in logs]
    whole = sum(weights)
    even = (1 - _SPELLED) / len(LANGUAGES)
    return tuple(math.log(_SPELLED * one / whole + even) for one in weights)


def _trigrams(word: str) -> list[str]:
    padded = f"^{word}$"
    return [padded[at : at + 3] for at in range(len(padded) - 2)]


@cache
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    shared = {language: words.split() for language, words in SHARED_WITH_ENGLISH.items()}
    for profiles in (LATIN, _ELIDED, shared):
        for language, words in profiles.items():
            for word in words:
                languages.setdefault(word, []).append(language)
    return {word: tuple(dict.fromkeys(names)) for word, names in languages.items()}


@cache
def _tables() -> Sequence[tuple[Counter[str], float, frozenset[str]]]:
    """Return how often each language's words hold each run of three letters, with their sum, and its letters."""
    counts = [Counter(one for word in LATIN[language] for one in _trigrams(word)) for language in LANGUAGES]
    n_kinds = len(set().union(*counts))
    letters = [frozenset("".join(LATIN[language]) + ascii_lowercase) for language in LANGUAGES]
    return [(own, own.total() + _SMOOTHING * n_kinds, known) for own, known in zip(counts, letters, strict=True)]
