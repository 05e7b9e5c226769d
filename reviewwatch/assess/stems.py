"""Words in the one form that phrases are compared in: "charged", "charges" and "charging" are one.

A stem is no word of a dictionary. It only has to be the same for the forms of one word, in a phrase and in a review.
"""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> list[str]:
    return text.split()


_TOKEN: Final = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*|[%£$€]")
_APOSTROPHES: Final = str.maketrans("", "", "'’`")
_OWNER: Final = re.compile("['’`]s$")
_VOWEL: Final = re.compile("[aeiouy]")
_SHORT: Final = re.compile("[^aeiou][aeiouy][^aeiouwxy]")
_NUMBER: Final = "#"
_SPELLED: Final = dict(enumerate(_words("zero one two three four five six seven eight nine ten")))
_AS_THEY_ARE: Final = frozenset(_words("lasted lasts during nothing something anything everything species series news"))
"""Words that would meet another word: "it lasted" and "at last"."""
NUMBERS: Final = frozenset(
    [
        _NUMBER,
        *[
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "twelve",
            "twenty",
            "thirty",
            "forty",
        ],
    ]
)


def stem(word: str) -> str:
    """Return the form that the inflections of a word share: plural, -ing and -ed make no difference."""
    if word[0].isdigit():
        return _spelled(word)
    if len(word) < 4 or not word.isascii() or word in _AS_THEY_ARE:
        return word
    word = _without_ending(_singular(word))
    if word.endswith("ll") and len(word) > 5:  # "cancelled" is written with one, too
        return word[:-1]
    return word[:-1] if word[-1] == "e" and len(word) > 4 else word


def _spelled(word: str) -> str:
    if not word.isdigit() or len(word) > 4:
        return _NUMBER if word.isdigit() else word
    return _SPELLED.get(int(word), _NUMBER) if word.isascii() else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word[-1] == "s" and word[-2] not in "sui" else word


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    ending = "ing" if word.endswith("ing") else "ed" if word.endswith("ed") and not word.endswith("eed") else ""
    bare = word[: -len(ending)] if ending else ""
    if len(bare) < 3 or not _VOWEL.search(bare):
        return word
    if bare[-1] == bare[-2] and bare[-1] not in "lsz":
        return bare[:-1]
    return bare + "e" if len(bare) == 3 and _SHORT.fullmatch(bare) else bare


def stems_of(word: str) -> tuple[str, ...]:
    """Return the stems of what stands between two white spaces: of "check-in" two."""
    tokens = _TOKEN.findall(word.lower())
    return tuple([stem(_OWNER.sub("", token).translate(_APOSTROPHES)) for token in tokens])
