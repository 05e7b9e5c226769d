"""Writing that a person reads without a thought and a program does not: letters set apart, digits for letters, emoji.

Everything is undone on a copy that leads back to the text as given. What is put back must be a word that is known, so
that honest numbers, versions and names stay as they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reviewwatch.reply.guards import lexicon
from reviewwatch.text import fold


class Trail(NamedTuple):
    """A text and where each of its code points begins and ends in the original; None for the original itself."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the text stands in the original."""
        if self.starts is None or self.ends is None:
            return start, end
        if start < end:
            return self.starts[start], self.ends[end - 1]
        place = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
        return place, place

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Trail:
        """Return the text with edits made, which must be in order and apart."""
        changes = list(edits)
        if not changes:
            return self
        old_starts = self.starts if self.starts is not None else range(len(self.text))
        old_ends = self.ends if self.ends is not None else range(1, len(self.text) + 1)
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, new in changes:
            pieces += (self.text[at:start], new)
            starts += [*old_starts[at:start], *([old_starts[start]] * len(new))]
            ends += [*old_ends[at:start], *([old_ends[end - 1]] * len(new))]
            at = end
        starts += old_starts[at:]
        ends += old_ends[at:]
        return Trail("".join([*pieces, self.text[at:]]), starts, ends)


def plain(original: str) -> Trail:
    """Return a text with plain letters, quotes and digits, single blanks and whole words; line ends are kept."""
    folded = fold(original)
    trail = Trail(folded.text.translate(_PLAIN), folded.starts, folded.ends)
    trail = trail.edited(_emoji(trail.text))
    trail = trail.edited(_joined(trail.text))
    trail = trail.edited(_blanks(trail.text))
    return trail.edited(_letters_for_digits(trail.text))


_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "`", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-"}
    | dict.fromkeys("\u00a0\u202f\u2009\u2007\t\u200a\u2002\u2003", " ")
)

_EMOJI: Final = re.compile(
    "(?P<digit>[0-9])\ufe0f?\u20e3|(?P<ten>\U0001f51f)|(?P<hundred>\U0001f4af)"
    "|(?P<stars>(?:[\u2b50\u2605\u2606\U0001f31f]\ufe0f?\\s?)+)|"
    "(?P<flags>[\U0001f1e6-\U0001f1ff](?:\\s?[\U0001f1e6-\U0001f1ff]){2,})"
    "|(?P<money>\U0001f4b0|\U0001f4b5|\U0001f4b6|\U0001f4b7|\U0001f381)"
)
_COUNTED: Final = ("", "", "two ", "three ", "four ", "five ")


def _emoji(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield emoji that stand for digits, letters or stars."""
    if text.isascii():
        return
    for at in _EMOJI.finditer(text):
        found, kind = at[0], at.lastgroup
        if kind == "digit":
            new = at["digit"]
        elif kind == "stars":
            n_stars = sum(not sign.isspace() and sign != "\ufe0f" for sign in found)
            new = f" {_COUNTED[n_stars] if n_stars < len(_COUNTED) else ''}stars "
        elif kind == "flags":
            new = "".join(chr(ord(sign) - 0x1F1E6 + ord("a")) for sign in found if not sign.isspace())
        else:
            new = {"ten": "10", "hundred": "100", "money": " "}[kind or ""]
        yield at.start(), at.end(), new


# "r e f u n d", "r.e.f.u.n.d": single letters apart are read as the word that they spell.
# The words "a" and "I" before one are no part of it.
_SPACED: Final = re.compile(r"(?<!\w)(?![aAI] )(?:\w[ .\-_*/|~·•]){3,}\w(?!\w)")
_BROKEN: Final = re.compile(r"(?<=[a-z])(?:[._*|~·•]|(?<=\w)-(?=\w))(?=[a-z])", re.IGNORECASE)
_CHUNK: Final = re.compile(r"\S+")


def _joined(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what stands between the letters of one word: "r e f u n d", "re.fu.nd"."""
    spaced = [at for at in _SPACED.finditer(text) if any(letter.isalpha() for letter in at[0])]
    for at in spaced:
        kept = _word_ends(at[0][::2].lower())
        for place in range(at.start() + 1, at.end(), 2):
            n_letters = (place - at.start() + 1) // 2
            if n_letters in kept:
                yield place, place + 1, " "
            else:
                yield place, place + 1, ""


@lru_cache(maxsize=256)
def _word_ends(letters: str) -> frozenset[int]:
    """Return after how many letters a word ends where several words are written as one; none for a single word."""
    known = lexicon.known_words()
    if letters in known or len(letters) > _MAX_JOINED:
        return frozenset()
    best: list[tuple[int, list[int]] | None] = [(0, [])] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _MAX_WORD), end):
            before, word = best[start], letters[start:end]
            if before is None or (word not in known and word not in ("a", "i")):
                continue
            cost = before[0] + (1 if len(word) > 2 else 2)
            kept = best[end]
            if kept is None or cost < kept[0]:
                best[end] = (cost, [*before[1], end])
    found = best[-1]
    return frozenset(found[1][:-1]) if found else frozenset()


_MAX_JOINED: Final = 400
_MAX_WORD: Final = 16
_WIDE_BLANK: Final = re.compile(r"\s{2,}")


def _blanks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs of blanks as one, a line end if they hold one."""
    for at in _WIDE_BLANK.finditer(text):
        yield at.start(), at.end(), "\n" if "\n" in at[0] else " "


_SIGNS: Final = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "6": "g", "2": "z", "@": "a",
    "$": "s", "!": "il", "|": "li", "+": "t", "€": "e", "£": "l", "#": "h", "¡": "i",
}  # fmt: skip
_MIXED: Final = re.compile(r"[A-Za-z0-9@$!|+€£#¡]{2,}")
_MEASURE: Final = re.compile(
    r"[£$€]?\d+(?:st|nd|rd|th|am|pm|k|m|h|hrs?|min|kg|gb|mb|x|s|cm|mm|km)?[!+]*", re.IGNORECASE
)
_SHORT: Final = 3
_MAX_READINGS: Final = 32


def _letters_for_digits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield words that are spelled with digits and signs: "r3fund", "5tar5". Short ones only beside a longer one."""
    if not any(sign in text for sign in _SIGNS):
        return
    found = []
    for chunk in _CHUNK.finditer(text):
        if _is_address(chunk[0]):
            continue
        for at in _MIXED.finditer(chunk[0]):
            if word := _spelled(at[0]):
                start = chunk.start() + at.start()
                found.append((start, start + len(word), word))
    if any(end - start > _SHORT for start, end, _ in found):
        yield from found


def _is_address(chunk: str) -> bool:
    return "://" in chunk or ("@" in chunk and "." in chunk) or "/" in chunk


@lru_cache(maxsize=4_096)
def _spelled(mixed: str) -> str:
    """Return the known word that letters mixed with digits and signs spell, empty for none."""
    if mixed.isalpha() or not any(sign.isalpha() for sign in mixed) or _MEASURE.fullmatch(mixed):
        return ""
    body = mixed.rstrip("!") if mixed.endswith("!") and mixed.rstrip("!").isalpha() else mixed
    if body.isalpha():
        return ""
    known = lexicon.known_words()
    for candidate in (body, body.rstrip("!")):
        choices = [_SIGNS.get(sign, sign.lower()) for sign in candidate]
        for letters in itertools.islice(itertools.product(*choices), _MAX_READINGS):
            word = "".join(letters)
            if word in known:
                return word
    return ""
