"""Frames: who does what to whom on what condition, written over meanings instead of single words.

A frame is a line of pieces. What a piece stands for:

    REWARD          a unit of this meaning (the meanings are those of `packs/*.toml`)
    if|once|COND    any of these words or meanings; `a_b` stands for two of them in a row
    thank*          a word that begins so
    NEG?            may be there or not
    ..6             up to six units between, within one sentence
    ..6-NEG         the same, none of them with this meaning
    ...20           up to twenty units between, sentence ends included
    ^  $            where a sentence begins, and where it ends
    !COURTESY       not before this
    ( A B | C )     one of several lines

`together` makes frames of notions that stand near each other in any order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import Final

from reviewwatch.reply.guards.units import END, OF_PHRASE, REST, SPARED, Unit

_GAP: Final = re.compile(r"(\.{2,3})(\d+)(?:-([\w|*]+))?")
_BRACKET: Final = re.compile(r"\(|\)\??")
Needs = list[frozenset[str]]
_SPARED: Final = frozenset({SPARED})


class Encoded:
    """Units as one line of text that frames are matched on.

    Attributes:
        present: Every word and meaning that stands in it.
    """

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.line = "".join(_encoded(unit) for unit in units)
        self.present = frozenset().union(
            *(unit.tags for unit in units), *(unit.phrase for unit in units), (unit.word for unit in units)
        )
        self._ends: list[int] = []
        self._found: dict[int, list[tuple[int, int]]] = {}
        self._spared: dict[frozenset[int], Encoded] = {}
        at = 0
        for unit in units:
            at += len(_encoded(unit))
            self._ends.append(at)

    def without(self, spare: Sequence[Frame]) -> Encoded:
        """Return the same text with what some frames match blanked out."""
        spared = {at for one in spare for first, last in self._spans_of(one) for at in range(first, last + 1)}
        if not spared:
            return self
        key = frozenset(spared)
        if key not in self._spared:
            self._spared[key] = self._blanked(key)
        return self._spared[key]

    def _spans_of(self, one: Frame) -> list[tuple[int, int]]:
        """Return where a frame matches; many rules pass over the same ones, so that each is looked for once."""
        if id(one) not in self._found:
            self._found[id(one)] = list(one.find(self))
        return self._found[id(one)]

    def _blanked(self, spared: frozenset[int]) -> Encoded:
        kept = [
            Unit("_", _SPARED, unit.start, unit.end) if at in spared and END not in unit.tags else unit
            for at, unit in enumerate(self.units)
        ]
        return Encoded(kept)

    def units_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last unit of a match."""
        return bisect_right(self._ends, start), bisect_right(self._ends, max(start, end - 1))


@cache
def _tagged(word: str, tags: frozenset[str]) -> str:
    return f" {word}~{'~'.join(sorted(tags))}{'~' if tags else ''}"


def _encoded(unit: Unit) -> str:
    if unit.phrase:
        return _tagged(unit.word, unit.tags | {OF_PHRASE + tag for tag in unit.phrase})
    return _tagged(unit.word, unit.tags)


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of pieces, compiled.

    Attributes:
        needs: Of each of these sets something must stand in a text, or the pattern cannot match.
    """

    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]

    def find(self, text: Encoded) -> Iterator[tuple[int, int]]:
        """Yield the first and last unit of each match."""
        if any(need.isdisjoint(text.present) for need in self.needs):
            return
        for at in self.pattern.finditer(text.line):
            if at.end() > at.start():
                yield text.units_of(at.start(), at.end())


def frame(line: str) -> Frame:
    """Compile a line of pieces."""
    pieces = _BRACKET.sub(r" \g<0> ", line).split()
    pattern, needs = _sequence(pieces)
    if _GAP.fullmatch(pieces[-1]):
        pattern = pattern.removesuffix("?")  # at the end there is nothing to stop at: as far as it goes
    return Frame(re.compile(pattern), tuple(needs))


def frames(text: str) -> tuple[Frame, ...]:
    """Compile lines of pieces, one frame a line.

    A line that is set in further than the first goes on with the one before; after a `|` no blank is meant. Empty lines
    say nothing, and those with a `#` are for the reader.
    """
    return tuple(frame(line) for line in _whole_lines(text))


def together(gap: str, *notions: str) -> tuple[Frame, ...]:
    """Compile frames for notions that stand together in any order.

    Args:
        gap: What may stand between two of them: `..6-NEG`.
        notions: Pieces, each of which must stand there.
    """
    return tuple(frame(f" {gap} ".join(order)) for order in permutations(notions))


def _whole_lines(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    first = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    whole: list[str] = []
    for line in lines:
        if whole and len(line) - len(line.lstrip()) > first:
            whole[-1] += line.strip() if whole[-1].endswith("|") else f" {line.strip()}"
        else:
            whole.append(line.strip())
    return whole


def _sequence(pieces: list[str]) -> tuple[str, Needs]:
    pattern, needs = "", list[frozenset[str]]()
    at = 0
    while at < len(pieces):
        if pieces[at] == "!":
            end = _closing(pieces, at + 1)
            pattern += f"(?!{_choice(pieces[at + 2 : end])[0]})"
            at = end + 1
            continue
        if pieces[at] == "(":
            end = _closing(pieces, at)
            inner, needed = _choice(pieces[at + 1 : end])
            is_optional = pieces[end] == ")?"
            pattern += f"(?:{inner}){'?' if is_optional else ''}"
            needs += [] if is_optional else needed
            at = end + 1
            continue
        piece, needed = _piece(pieces[at])
        pattern += piece
        needs += needed
        at += 1
    return pattern, needs


def _closing(pieces: list[str], at: int) -> int:
    depth = 0
    for place in range(at, len(pieces)):
        depth += (pieces[place] == "(") - (pieces[place] in (")", ")?"))
        if depth == 0:
            return place
    raise ValueError(f"a bracket is not closed: {' '.join(pieces)}")


def _choice(pieces: list[str]) -> tuple[str, Needs]:
    """Return the pattern of lines set apart by `|`, and what any one of them needs."""
    lines: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += (piece == "(") - (piece in (")", ")?"))
        if piece == "|" and depth == 0:
            lines.append([])
        else:
            lines[-1].append(piece)
    compiled = [_sequence(line) for line in lines]
    firsts = [needs[0] if needs else frozenset[str]() for _, needs in compiled]
    needs = [frozenset[str]().union(*firsts)] if all(firsts) else []
    return "|".join(pattern for pattern, _ in compiled), needs


def _piece(piece: str) -> tuple[str, Needs]:
    if piece == "^":
        return rf"(?:\A|(?<=~{END}~))", []
    if piece == "$":
        return _LAST, []
    if found := _GAP.fullmatch(piece):
        dots, most, without = found.groups()
        barred = [END] if len(dots) == 2 else []
        barred += without.split("|") if without else []
        bar = f"(?!{_unit(barred)})" if barred else ""
        return rf"(?:{bar} \S++){{0,{most}}}?", []
    if piece.startswith("!"):
        return f"(?!{_unit(piece[1:].split('|'))})", []
    if piece.endswith("?") and piece != "?":
        return f"(?:{_unit(piece[:-1].split('|'))})?", []
    names = piece.split("|")
    needs = [] if any("*" in name or name == "$" for name in names) else [_first_words(names)]
    return _unit(names), needs


def _first_words(names: list[str]) -> frozenset[str]:
    return frozenset(name if name.isupper() else name.partition("_")[0] for name in names)


_LAST: Final = rf"(?= \S*~{END}~|\Z)"


def _unit(names: list[str]) -> str:
    """Return the pattern of one unit that is one of some words, phrases or meanings."""
    tags = [name for name in names if name.isupper()]
    rows = [name for name in names if any(part.isupper() for part in name.split("_")) and name not in tags]
    words = [name for name in names if name not in (*tags, *rows, "$")]
    choices = [_LAST] if "$" in names else []
    choices += ["".join(_unit([part]) for part in name.split("_")) for name in rows]
    if tags:
        meanings = f"(?:{'|'.join(tags)})"
        choices.append(rf" \S*~{meanings}~\S*+")
        # Nothing of the phrase is left over: said with a look ahead, since Python before 3.11.5 matches possessive
        # groups wrongly.
        choices.append(rf" \S*~{OF_PHRASE}{meanings}~\S*+(?: \S*~{REST}~\S*+)*(?! \S*~{REST}~)")
    if words:
        listed = "|".join(re.escape(word).replace(r"\*", "[^ ~]*").replace("_", r"~\S*+ ") for word in words)
        choices.append(rf" (?:{listed})~\S*+")
    return f"(?:{'|'.join(choices)})"
