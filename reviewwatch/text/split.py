"""Where the sentences and clauses of a text stand."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Span(NamedTuple):
    """A part of a text, in code points."""

    start: int
    end: int


_STOPS: Final = "[.!?…\\n。！？｡؟۔।]"
# One class by itself first: a class that repeats is searched at half the speed. What kind of stop it is comes after.
_STOP: Final = re.compile(rf"""{_STOPS}{_STOPS}*["'”’»)\]」』）]*""")
_NEED_NO_SPACE: Final = frozenset("\n。！？｡؟۔।")
# After these a full stop ends nothing, whatever follows.
_TITLES: Final = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "st", "mt", "jr", "sr", "vs", "e.g", "i.e", "eg", "ie", "cf", "bzw", "z.b", "d.h"]
)
# After these only if no digit follows: "no. 5".
_BEFORE_NUMBER: Final = frozenset(["no", "nr", "fig", "tel", "approx", "ca", "max", "min"])
# After these only if a capital letter follows: "9 a.m. and", "9 a.m. The".
_ABBREVIATIONS: Final = frozenset(
    ["a.m", "p.m", "am", "pm", "etc", "inc", "ltd", "co", "corp", "dept", "est", "u.s", "u.k", "hr", "hrs", "appt"]
)
_LAST_LETTERS: Final = frozenset(
    word[-4:] for word in (*_TITLES, *_BEFORE_NUMBER, *_ABBREVIATIONS) if word[-4:].isalpha() and len(word) >= 4
)
"""Of the words above; whatever else ends in four letters is none of them."""
_MAX_WORD: Final = 12  # characters before a full stop that are looked at; no abbreviation is longer


def sentences(text: str) -> list[Span]:
    """Return where the sentences of a text stand, white space around them left out.

    A decimal ("4.5"), an abbreviation ("e.g.", "9 a.m."), an initial, the number of a list item and dots that trail off
    into a small letter end no sentence; a line end always does.
    """
    spans: list[Span] = []
    for start, end in pieces(text):
        _add(spans, text, start, end)
    return spans


def pieces(text: str) -> list[tuple[int, int]]:
    """Return from where to where each sentence reaches with the white space around it; some may hold nothing else."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        at, end = stop.span()
        if _ends(text, start, at, end):
            found.append((start, end))
            start = end
    found.append((start, len(text)))
    return found


# A sign ends a clause, a word that turns the sentence begins one.
_TURN: Final = re.compile(r"[;—–]|\b(?:but|however|although|though|except|whereas|yet|until|and then)\b", re.IGNORECASE)


def clauses(text: str) -> list[Span]:
    """Return where the clauses of a text stand: its sentences, split again at semicolons, dashes and "but"."""
    spans: list[Span] = []
    for sentence in sentences(text):
        start = sentence.start
        for found in _TURN.finditer(text, start, sentence.end):
            cut = found.end() if found[0] in ";—–" else found.start()
            _add(spans, text, start, cut)
            start = cut
        _add(spans, text, start, sentence.end)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a stop ends the sentence that began at `start`."""
    stop, after = text[at:end], text[end : end + 1]
    if stop == "." and (not after or after.isspace()):
        return _is_full_stop(text, start, at)
    if stop[0] in _NEED_NO_SPACE or "\n" in stop:
        return True
    if after and not after.isspace():
        return _is_typed_without_space(text, stop, at, end)
    return not (stop.startswith(("..", "…")) and text[end : end + 2].lstrip(" ")[:1].islower())


def _is_typed_without_space(text: str, stop: str, at: int, end: int) -> bool:
    """Tell "great!Would" and "good.The" from "4.5", "v1.2" and "example.com"."""
    if stop[0] in "!?":
        return text[end].isalpha()
    before, after = text[max(0, at - 2) : at], text[end : end + 2]
    return (
        stop == "."
        and len(before) == 2
        and before.islower()
        and before.isalpha()
        and after.istitle()
        and after.isalpha()
    )


def _is_full_stop(text: str, start: int, at: int) -> bool:
    last = text[at - 4 : at] if at - start > 4 else ""
    if last.isalpha() and last.lower() not in _LAST_LETTERS:
        return True
    near = text[max(start, at - _MAX_WORD) : at].rsplit(None, 1)
    word = near[-1].lstrip("(\"'“‘[").lower() if near else ""
    if word in _TITLES:
        return False
    if word.isdigit():  # "1." that begins a sentence is the number of a list item
        return bool(text[start : at - len(word)].strip())
    if len(word) == 1 and word.isalpha() and word != "i":  # "J. Smith"
        return not text[at - 1].isupper()
    after = text[at + 1 : at + 3].lstrip()[:1]
    if word in _BEFORE_NUMBER:
        return not after.isdigit()
    return word not in _ABBREVIATIONS or not after or after.isupper()
