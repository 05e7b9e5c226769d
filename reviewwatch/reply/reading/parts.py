"""The clauses of a review, each with the words of its sentence, where it stands and how it sounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewwatch.assess import topics
from reviewwatch.assess.statements import Clause, clauses_of
from reviewwatch.assess.tone import hear
from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.understood import Place
from reviewwatch.text.folding import Folded
from reviewwatch.text.reading import Reading
from reviewwatch.types import TextField

_MAX_PARTS: Final = 300
"""Clauses that are weighed against each other: some 2,000 words. What stands behind is no longer looked at."""


class Part(NamedTuple):
    """A clause with where it stands, what it says and how it sounds.

    Attributes:
        start, end: In the folded text of its line.
        words: Of its line, those that begin in it.
        tone: -1 to 1, 0 where nobody can tell.
    """

    line: Line
    start: int
    end: int
    words: range
    tone: float
    is_turn: bool

    @property
    def place(self) -> Place:
        """Where it stands as received."""
        return Place(self.line.field, *self.line.folded.span(self.start, self.end))


def parts_of(reading: Reading, lines: Sequence[Line], lang: str | None) -> list[Part]:
    """Return the clauses of a review; in other languages than English, its sentences."""
    if lang not in ("en", None):
        return [Part(line, line.start, line.end, range(len(line.spans)), 0.0, False) for line in lines]
    by_field: dict[TextField, list[Clause]] = {}
    for clause in clauses_of(hear(reading), topics()):
        by_field.setdefault(clause.field, []).append(clause)
    starts = {field: [one.start for one in clauses] for field, clauses in by_field.items()}
    parts: list[Part] = []
    for line in lines:
        start, end = line.folded.span(line.start, line.end)
        known = starts.get(line.field, [])
        inside = by_field.get(line.field, [])[bisect_left(known, start) : bisect_left(known, max(end, start + 1))]
        parts += _parts(line, inside) or [Part(line, line.start, line.end, range(len(line.spans)), 0.0, False)]
    return parts[:_MAX_PARTS]


def _parts(line: Line, clauses: Sequence[Clause]) -> list[Part]:
    found = []
    for clause in clauses:
        start, end = _folded(line.folded, clause.start), _folded(line.folded, clause.end)
        start, end = max(start, line.start), min(end, line.end)
        words = [at for at, (first, _) in enumerate(line.spans) if start <= first < end]
        if words:
            found.append(Part(line, start, end, range(words[0], words[-1] + 1), clause.tone, clause.is_turn))
    return found


def _folded(folded: Folded, place: int) -> int:
    """Return where a code point of the text as received stands in the folded one."""
    return place if folded.starts is None else bisect_left(folded.starts, place)
