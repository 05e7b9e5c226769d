"""Read CSV and its relatives (tabs, semicolons, pipes) into rows with physical line numbers.

A quote that never closes swallows what follows it. Where that is seen, the row is reported and reading goes on with the
line after it, so that one slip costs one row.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Final

from reviewwatch.errors import LayoutChangedError
from reviewwatch.types import Problem
from reviewwatch_connectors.file.columns import MAX_COLUMNS, n_known
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.sniff import Shape
from reviewwatch_connectors.file.table import MAX_RECORD, Lines, Row

_DELIMITERS: Final = (",", ";", "\t", "|")
_OF_OUR_EXPORTS: Final = "reviewwatch_id"
# The apostrophe that `export` puts before what a spreadsheet would run; a cell that had one in front got another.
_GUARD: Final = re.compile("^'(?='*[=+\\-@\t\r\n＝＋－＠])")
# How `export` writes what a terminal would obey, and the bracket of a text that looks like it.
_SHOWN: Final = re.compile("⟨U\\+([0-9A-F]{4,6})⟩")
_NEVER_CLOSES: Final = "a quote opens in this row and does not close; the rows after it were read"


class CsvTable:
    """A text file of rows, the first of which names the columns."""

    unit = "line"

    def __init__(self, shape: Shape, delimiter: str, given: Mapping[str, Field]) -> None:
        # A setting of the whole process: https://docs.python.org/3/library/csv.html#csv.field_size_limit
        csv.field_size_limit(max(MAX_RECORD, csv.field_size_limit()))
        self._shape = shape
        self._lines: Lines | None = None
        with closing(Lines(shape)) as lines:
            self._delimiter, self._n_skipped = _find_delimiter(lines, delimiter, given)
        with closing(Lines(shape)) as lines:
            self.names = tuple(name.strip() for name in self._header(lines))
        self._is_guarded = _OF_OUR_EXPORTS in self.names
        if len(self.names) > MAX_COLUMNS:
            raise LayoutChangedError(
                f"the first line names {len(self.names):,} columns, and {MAX_COLUMNS:,} at most are read; "
                "keep the columns of the reviews alone, or name the delimiter with --delimiter",
                expected="a header",
            )

    @property
    def n_done(self) -> int:
        """Bytes read so far in the present or last reading."""
        return self._lines.tell() if self._lines else 0

    def rows(self, n_needed: int) -> Iterator[Row | Problem]:
        """Read all rows after the header."""
        with closing(Lines(self._shape)) as lines:
            self._lines = lines
            self._header(lines)
            start = 1 + len(lines.record) + self._n_skipped
            yield from self._rows_from(lines, start, n_needed)

    def _rows_from(self, lines: Lines, line: int, n_needed: int) -> Iterator[Row | Problem]:
        reader = csv.reader(lines, delimiter=self._delimiter)
        record, width = lines.record, len(self.names)
        lines.forget()
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                # The one error that it raises when it is not strict: a cell beyond the limit.
                cells, why = [], f"a quote opens in this row and does not close within {MAX_RECORD:,} characters"
            else:
                why = self._broken(lines)
            n_lines = len(record)
            if why:
                yield Problem(f"line {line}", why)
                lines.step_back()
                n_lines = 1
            elif not any(cells):
                pass
            elif len(cells) == width or self._fits(cells, n_needed):
                cells.append("")
                yield line, [_as_exported(cell) for cell in cells] if self._is_guarded else cells
            else:
                yield Problem(f"line {line}", _wrong_width(len(cells), width, lines.has_ended or not _has_end(record)))
            line += n_lines
            lines.forget()

    def _broken(self, lines: Lines) -> str:
        """Say what is wrong with the quotes of a record, empty if nothing is."""
        if lines.is_cut:
            return f"it is longer than {MAX_RECORD:,} characters"
        if lines.has_ended:
            return "a quote opens in this row and the file ends before it closes; the file may be cut"
        if len(lines.record) == 1:
            return ""
        try:
            next(csv.reader(lines.record, delimiter=self._delimiter, strict=True))
        except csv.Error:
            return _NEVER_CLOSES
        return ""

    def _fits(self, cells: list[str], n_needed: int) -> bool:
        """Bring a row to the width of the header where nothing is lost by it."""
        width = len(self.names)
        if len(cells) > width and not any(cells[width:]):
            del cells[width:]
            return True
        if n_needed <= len(cells) < width:
            cells.extend([""] * (width - len(cells)))
            return True
        return False

    def _header(self, lines: Lines) -> list[str]:
        for _ in range(self._n_skipped):
            next(lines)
        lines.forget()
        return next(csv.reader(lines, delimiter=self._delimiter), [])


def _as_exported(cell: str) -> str:
    """Return what a cell of our own export held."""
    bare = _GUARD.sub("", cell)
    return _SHOWN.sub(_character, bare) if "⟨U+" in bare else bare


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    is_kept = 0 < number <= sys.maxunicode and not 0xD800 <= number < 0xE000
    return chr(number) if is_kept else found[0]


def _has_end(record: list[str]) -> bool:
    return record[-1][-1] in "\r\n"


def _wrong_width(n_cells: int, width: int, is_last: bool) -> str:
    cells = "1 cell" if n_cells == 1 else f"{n_cells:,} cells"
    hint = "the file may be cut" if is_last and n_cells < width else "a text that holds the delimiter needs quotes"
    return f"it has {cells} where the header names {width:,}; {hint}"


def _find_delimiter(lines: Lines, said: str, given: Mapping[str, Field]) -> tuple[str, int]:
    """Return the delimiter, and how many lines stand before the header.

    The header alone decides: the delimiter that gives the most known columns, of equals the one that stands there most.
    Excel's own `sep=;` line is believed.
    """
    n_before = 0
    first = ""
    for first in lines:
        if first.strip():
            break
        n_before += 1
    declared = first.strip().lower()
    if declared.startswith("sep=") and len(declared) <= 5:
        return said or declared[4:] or "\t", n_before + 1
    if said:
        return said, n_before
    split = {char: next(csv.reader([first], delimiter=char), []) for char in _DELIMITERS}
    return max(_DELIMITERS, key=lambda char: (n_known(split[char], given), len(split[char]))), n_before
