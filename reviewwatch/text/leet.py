"""Letters typed as figures: "t3rr1bl3 r00m" is read as "terrible room", and "4 GB for $5 on my PS4" as it stands.

A word is leet if figures that pass for letters stand within it and are not more than the letters; one alone only if
they stand before a small letter, since WRT54G is a router. Where at least two words are and one in twelve, or one is
and a third of the others mix letters and figures, the whole text is: words of which one could not tell are read so, too
("w45", "7h3"), and so are the few numbers that are common words ("70" for "to"). Amounts with a unit, ordinals, names
of models and addresses stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

_LETTERS: Final = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
_FIGURES: Final = "013457"
_MAY_BE: Final = re.compile(rf"[A-Za-z][{_FIGURES}]{{1,2}}[A-Za-z]")
_BEFORE_SMALL: Final = re.compile(rf"[A-Za-z][{_FIGURES}]{{1,2}}[a-z]")
_FIGURE: Final = re.compile(rf"[{_FIGURES}@$!]")
_LETTER: Final = re.compile("[A-Za-z'’]")

_CHUNK: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"[/\\_#&=]|\.\w|^@")
_WORD: Final = re.compile(rf"(?<![^\W_])[A-Za-z{_FIGURES}]{{4,40}}(?![^\W_])")
_WIDE_WORD: Final = re.compile(
    rf"(?<![^\W_])(?:[A-Za-z{_FIGURES}@$]|!(?=[A-Za-z{_FIGURES}@$])|['’](?=[A-Za-z{_FIGURES}]))+(?![^\W_])"
)
_NUMBER: Final = re.compile(r"(?<![\w.,:$€£+'’-])\d{1,3}(?![\w%:$€£'’-]|[.,]\d)")
_WORDS: Final[Mapping[str, str]] = {
    "1": "i", "4": "a", "15": "is", "17": "it", "45": "as", "47": "at", "50": "so", "70": "to",
    "175": "its", "347": "eat", "533": "see", "537": "set", "700": "too",
}  # fmt: skip
"""Numbers that are common words where figures stand for letters."""

# Not compiled before the first leet word comes: that takes longer than all the rest of loading this file.
_AMOUNT: Final = (
    r"(?i:\$?\d+(?:am|pm|hrs?|mins?|days?|yrs?|yo|kg|lbs?|oz|ml|mm|cm|km|ft|in|gb|mb|tb|kb|hz|khz|mhz|ghz|mah|mp|fps|stars?)"
    r"|\d*(?:1st|2nd|3rd|[04-9]th)|(?:mp|ps|gen|wifi)\d+s?|cat\d+e?)"
)
# Names of models, which are no leet unless the rest of the text is: A50s, J7pro, WRT54g, redmi5s, ip7plus.
_MODEL: Final = "|".join(
    (
        rf"[A-Z]+[{_FIGURES}]+[a-z]",
        rf"[A-Za-z][1457][{_FIGURES}]*[A-Za-z]+",
        rf".*[A-Za-z](?!(.)\1)[{_FIGURES}]{{2}}[A-Za-z].*",
        r"[A-Za-z]+[1457][sixkgp]",
        r"(?i:.*\d+(?:plus|pro|max|lite|ultra|mini))",
    )
)
_LEAST: Final = 2
_ONE_IN: Final = 12
_MIXED_ONE_IN: Final = 3


class Change(NamedTuple):
    """Figures of a text that letters stand for."""

    start: int
    end: int
    text: str


def may_be_leet(text: str) -> bool:
    """Say, sooner than it is looked for, whether a text may hold a leet word."""
    return any(figure in text for figure in _FIGURES) and _MAY_BE.search(text) is not None


def changes(text: str) -> Iterator[Change]:
    """Yield the figures that are read as letters, in order."""
    if not may_be_leet(text):
        return
    chunks = [found for found in _CHUNK.finditer(text) if not _ADDRESS.search(found[0])]
    sure = [word for chunk in chunks for word in _WORD.finditer(text, *chunk.span()) if _is_leet(word[0])]
    if not sure:
        return
    if not _is_all(sure, [chunk[0] for chunk in chunks]):
        for word in sure:
            if _BEFORE_SMALL.search(word[0]):
                yield from _letters(word[0], word.start())
        return
    for chunk in chunks:
        yield from _read(text, chunk)


def _is_all(sure: Sequence[re.Match[str]], chunks: Sequence[str]) -> bool:
    """Say whether so much of a text is leet that all of it is."""
    if len({word[0].lower() for word in sure}) >= _LEAST and _ONE_IN * len(sure) >= len(chunks):
        return True
    return _MIXED_ONE_IN * sum(map(_is_mixed, chunks)) >= max(len(chunks), _MIXED_ONE_IN * _LEAST)


def _is_leet(word: str) -> bool:
    n_figures = len(_FIGURE.findall(word))
    if not 0 < n_figures <= len(word) - n_figures or not _MAY_BE.search(word):
        return False
    return not re.fullmatch(_AMOUNT, word) and not re.fullmatch(_MODEL, word)


def _is_mixed(word: str) -> bool:
    return bool(_FIGURE.search(word) and _LETTER.search(word)) and not re.fullmatch(_AMOUNT, word)


def _read(text: str, chunk: re.Match[str]) -> Iterator[Change]:
    words = [word for word in _WIDE_WORD.finditer(text, *chunk.span()) if _is_mixed(word[0])]
    for word in words:
        yield from _letters(word[0], word.start())
    number = None if words else _NUMBER.search(text, *chunk.span())
    if number is not None and number[0] in _WORDS:
        yield Change(*number.span(), _WORDS[number[0]])


def _letters(word: str, at: int) -> Iterator[Change]:
    is_loud = word.upper() == word and sum(map(str.isalpha, word)) > 1
    for found in _FIGURE.finditer(word):
        place = found.start()
        is_l = found[0] == "1" and "1" in (word[place - 1 : place], word[place + 1 : place + 2])
        letter = "l" if is_l else _LETTERS[found[0]]
        yield Change(at + place, at + place + 1, letter.upper() if is_loud else letter)
