"""A text as a reader takes it in, whatever letters it is typed with, and where each part of it stands.

Look-alike letters, invisible characters, full-width and other compatibility forms and stretched letters hide words from
a program that a person reads without a thought. Folding undoes them on a copy; the text itself stays as received.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from reviewwatch.text.doubled import DOUBLED, runs, skeleton
from reviewwatch.text.invisible import HIDDEN, idle
from reviewwatch.text.leet import changes, may_be_leet
from reviewwatch.text.lookalikes import LOOK_ALIKES, STYLED, TWINS


class Edit(NamedTuple):
    """Code points of a text that something else stands for."""

    start: int
    end: int
    text: str


class Folded(NamedTuple):
    """A folded text that leads back to its original.

    Attributes:
        text: What to match and score.
        starts, ends: Where each code point of `text` begins and ends in the original; None where nothing was folded.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of `text` stands in the original.

        Args:
            start, end: Code points of `text`; an empty part gives an empty place.
        """
        if self.starts is None or self.ends is None:
            return start, end
        if start < end:
            return self.starts[start], self.ends[end - 1]
        place = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
        return place, place


def fold(text: str) -> Folded:
    """Return a text as it is read.

    - Invisible characters go, but for joiners that a script or an emoji is written with.
    - Compatibility forms become plain (NFKC): full-width, ligatures, superscripts, mathematical letters. Marks that
      make no letter with a Latin one go: struck out words, "Zalgo".
    - A letter that passes for a Latin one becomes it, in a word with a Latin letter if every foreign letter of the word
      passes for one, and in a word of exact twins alone if the sentence is Latin otherwise. Honest Russian or Greek
      within English is left alone.
    - Figures typed for letters become these: "t3rr1bl3 r00m" (`leet`).
    - Letters that stand three times or more are reduced: "sooo baaad" to "so bad", "goooood" to "good".

    Folding a folded text changes nothing.
    """
    folded = Folded(text)
    if text.isascii():
        return folded if is_plain(text) else _reduced(_lettered(_without_hidden(folded)))
    if len(text) > _LONG:
        folded = _without_long_marks(folded)
    if not _MAY_FOLD.search(folded.text) and unicodedata.is_normalized("NFKC", folded.text):
        return _reduced(_lettered(folded))  # emoji and curly quotes are all that is not ASCII in most texts
    folded = _restyled(_compatible(_without_hidden(folded)))
    while (more := _lettered(_in_one_script(folded))) is not folded:  # either may bring out more for the other
        folded = more
    return _reduced(folded)


def _in_one_script(folded: Folded) -> Folded:
    latin = _latin(folded)
    return folded if latin is folded else _restyled(_compatible(latin))  # a mark may have stood on a look-alike letter


def _lettered(folded: Folded) -> Folded:
    return _edited(folded, (Edit(*change) for change in changes(folded.text)))


def is_plain(text: str) -> bool:
    """Say whether a text is ASCII and folding surely leaves it, and each of its words, as it is."""
    return text.isascii() and _is_plain(text.encode()) and not may_be_leet(text)


def _table(other: int) -> bytes:
    """Return a table that gives letters in lower case, hidden controls as 0, and all else as one value."""
    signs = [chr(code) for code in range(128)]
    hidden = {sign for sign in signs if not (sign.isprintable() or sign.isspace())}
    values = (ord(sign.lower()) if sign.isalpha() else 0 if sign in hidden else other for sign in signs)
    return bytes(values).ljust(256, bytes([other]))


_LETTERS: Final = _table(other=0xFE)
_LETTERS_AFTER: Final = _table(other=0xFF)


def _is_plain(text: bytes) -> bool:
    """Tell, within a microsecond or two, that ASCII holds no hidden character and no letter three times in a row.

    As one large number, the text is compared with itself moved by one: a byte is zero where a letter is the same as the
    next, while other signs differ even from themselves. Where two zero bytes meet, a letter stands three times. A
    regular expression takes five times as long.
    """
    letters = text.translate(_LETTERS)
    if 0 in letters:
        return False
    differs = int.from_bytes(letters, "little") ^ int.from_bytes(text.translate(_LETTERS_AFTER), "little") >> 8
    return 0 not in (differs | differs >> 8).to_bytes(len(letters), "little")


def _edited(folded: Folded, edits: Iterable[Edit]) -> Folded:
    """Return a text with edits made, which must be in order and apart."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    text, at = folded.text, 0
    old_starts = folded.starts if folded.starts is not None else range(len(text))
    old_ends = folded.ends if folded.ends is not None else range(1, len(text) + 1)
    for start, end, new in edits:
        pieces += (text[at:start], new)
        starts += old_starts[at:start]
        ends += old_ends[at:start]
        starts += [old_starts[start]] * len(new)
        ends += [old_ends[end - 1]] * len(new)
        at = end
    if not pieces:
        return folded
    starts += old_starts[at:]
    ends += old_ends[at:]
    return Folded("".join([*pieces, text[at:]]), starts, ends)


_HIDDEN: Final = re.compile(f"[{HIDDEN}]")


def _without_hidden(folded: Folded) -> Folded:
    return _edited(folded, (Edit(*found.span(), "") for found in idle(_HIDDEN, folded.text)))


_LONG: Final = 1_000  # code points below which even quadratic time is none
_MAX_MARKS: Final = 8  # on one letter; no orthography comes near
# No mark is a letter, digit or space, so a long run of marks is a long run of other signs.
_SIGN_RUNS: Final = re.compile(rf"[^\w\s\x00-\x7f]{{{_MAX_MARKS + 1},}}")
_NOT_ASCII: Final = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
# Hangul vowels and finals, and the half-width voicing marks of kana, join the sign before as marks do.
_JOINS: Final = re.compile("[\u1160-\u11ff\uff9e\uff9f]")


def _without_long_marks(folded: Folded) -> Folded:
    """Return a text with at most a few marks in a row: Unicode's rule to put marks in order takes quadratic time."""
    return _edited(folded, _surplus_marks(folded.text))


def _surplus_marks(text: str) -> Iterator[Edit]:
    for found in _SIGN_RUNS.finditer(text):
        at = found.start()
        for is_mark, run in groupby(found[0], key=lambda sign: unicodedata.combining(sign) != 0):
            length = sum(1 for _ in run)
            if is_mark and length > _MAX_MARKS:
                yield Edit(at + _MAX_MARKS, at + length, "")
            at += length


def _compatible(folded: Folded) -> Folded:
    if unicodedata.is_normalized("NFKC", folded.text):
        return folded
    return _without_hidden(_edited(folded, _plain_forms(folded.text)))


def _plain_forms(text: str) -> Iterator[Edit]:
    for found in _NOT_ASCII.finditer(text):
        at = found.start()
        for cluster in _clusters(found[0]):
            plain = unicodedata.normalize("NFKC", cluster)
            if plain != cluster:
                yield Edit(at, at + len(cluster), plain)
            at += len(cluster)


def _clusters(text: str) -> Iterator[str]:
    """Yield the parts of a text that are put in normal form by themselves: a sign with the marks that join it."""
    start = 0
    for at, sign in enumerate(text):
        if at and unicodedata.category(sign)[0] != "M" and not _JOINS.match(sign):
            yield text[start:at]
            start = at
    yield text[start:]


# Marks that made no letter with the one before, and letters of a style.
_MARK: Final = "[\u0300-\u036f\u0488\u0489\u20d0-\u20f0]"
_STYLE: Final = re.compile(f"[\ufe00-\ufe0f]?{_MARK}+|[{''.join(STYLED)}]")
_MAY_BE_STYLED: Final = re.compile(
    "[\u0251-\u02a0\u0300-\u036f\u0488\u0489\u1d00-\u1d25\u20d0-\u20f0\ua730\ua731\U0001f150-\U0001f189]"
)
_PLAIN_LETTER: Final = re.compile(f"[A-Za-z{''.join(STYLED)}]")


def _restyled(folded: Folded) -> Folded:
    """Return a text without marks on plain letters and with styled letters as plain ones."""
    text = folded.text
    if not _MAY_BE_STYLED.search(text):  # a class is searched far sooner than what may also be several signs
        return folded
    edits = (
        Edit(*found.span(), STYLED.get(found[0], ""))
        for found in _STYLE.finditer(text)
        if found[0] in STYLED or _PLAIN_LETTER.match(text[found.start() - 1 : found.start()])
    )
    return _without_hidden(_edited(folded, edits))  # a selector belongs to a sign, not to its letter


_WORD: Final = re.compile(rf"[^\W\d_]+(?:{_MARK}+[^\W\d_]+)*")
_MARKS: Final = re.compile(f"{_MARK}+")
_SENTENCES: Final = re.compile(r"[^.!?\n]+")
_LATIN_LETTER: Final = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_LATIN: Final = re.compile(f"{_LATIN_LETTER.pattern}+")
_LOOK_ALIKE: Final = re.compile(f"[{''.join(LOOK_ALIKES)}]")
_LATIN_SHARE: Final = 2  # Latin letters in a sentence for each letter of a word of twins


def _latin(folded: Folded) -> Folded:
    text = folded.text
    if not _LOOK_ALIKE.search(text) or not _LATIN.search(text):
        return folded
    return _edited(folded, (edit for found in _SENTENCES.finditer(text) for edit in _in_latin(found[0], found.start())))


def _in_latin(sentence: str, at: int) -> list[Edit]:
    edits: list[Edit] = []
    twins: list[Edit] = []
    n_latin, is_foreign = 0, False
    for word in _WORD.finditer(sentence):
        letters = _MARKS.sub("", word[0])
        foreign = _LATIN.sub("", letters)
        passing = [Edit(at + i, at + i + 1, LOOK_ALIKES[letter]) for i, letter in _passing(word)]
        if len(foreign) < len(letters):
            n_latin += len(letters)
            edits += passing if len(passing) == len(foreign) else []
        elif TWINS.keys() >= set(foreign):
            twins += passing
        else:
            is_foreign = True
    if is_foreign or n_latin < _LATIN_SHARE * len(twins):
        return edits
    return sorted(edits + twins)


def _passing(word: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Yield the letters of a word that pass for Latin ones, and where they stand in the sentence."""
    for found in _LOOK_ALIKE.finditer(word[0]):
        yield word.start() + found.start(), found[0]


# One search for what the steps before the last look for one by one.
_MAY_FOLD: Final = re.compile(
    "|".join([_HIDDEN.pattern, _MAY_BE_STYLED.pattern, _LOOK_ALIKE.pattern]).replace("]|[", "")
)
# Not of x: XXXL is a size.
_STRETCHED: Final = re.compile(r"([A-WYZa-wyz])\1{2,}", re.IGNORECASE)


def _reduced(folded: Folded) -> Folded:
    if _is_plain(folded.text.encode("ascii", "replace")):
        return folded
    return _edited(folded, _surplus_letters(folded.text))


def _surplus_letters(text: str) -> Iterator[Edit]:
    """Yield what stretched words have too much; a word of one letter stays: AAA, www, III."""
    at = 0
    for stretched in _STRETCHED.finditer(text):
        if stretched.start() < at:
            continue  # of the word before
        start = stretched.start()
        while start > at and _LATIN_LETTER.match(text[start - 1]):
            start -= 1
        word = _LATIN.match(text, start)
        at = word.end() if word else stretched.end()
        yield from _surplus_of_word(text[start:at], start)


def _surplus_of_word(word: str, at: int) -> Iterator[Edit]:
    lengths = runs(word)
    kept = DOUBLED.get(skeleton(word)) or [1 if n > 2 else n for n in lengths]
    done = 0
    for length, keep in zip(lengths, kept, strict=True):
        if length > keep and len(lengths) > 1:  # the last letter that stays stands for those that go
            last = done + keep - 1
            yield Edit(at + last, at + done + length, word[last])
        done += length
