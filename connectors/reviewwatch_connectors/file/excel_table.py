"""Read the first (or a named) sheet of an Excel file into rows; needs the extra `excel`."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, BinaryIO, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from reviewwatch.errors import ConnectorError, LayoutChangedError
from reviewwatch.normalize import clean, shown
from reviewwatch.types import Problem
from reviewwatch_connectors.file.columns import MAX_COLUMNS
from reviewwatch_connectors.file.sniff import Shape
from reviewwatch_connectors.file.table import Row

if TYPE_CHECKING:
    from openpyxl import Workbook

# openpyxl passes on what its parsers raise.
_DAMAGE: Final = (
    BadZipFile,
    ParseError,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
)


class ExcelTable:
    """A sheet whose first row with anything in it names the columns."""

    unit = "row"

    def __init__(self, shape: Shape, sheet: str) -> None:
        self._shape = shape
        self._sheet = sheet
        self.names, self._n_header = self._find_header()

    @property
    def n_done(self) -> None:
        """Nobody knows: rows and strings stand apart in the file."""

    def rows(self, n_needed: int) -> Iterator[Row | Problem]:  # noqa: ARG002 - a sheet has no missing cells
        """Read all rows after the header, numbered as Excel shows them."""
        width = len(self.names)
        number = self._n_header
        try:
            for number, cells in self._cells(after=self._n_header):
                if any(cells[width:]):
                    yield Problem(f"row {number}", f"it has {len(cells):,} cells where the header names {width:,}")
                elif any(cells):
                    yield number, [*cells[:width], *[""] * (width - len(cells) + 1)]
        except _DAMAGE as error:
            yield Problem(f"row {number + 1}", f"the sheet is damaged from here on ({error})")

    def _find_header(self) -> tuple[tuple[str, ...], int]:
        for number, cells in self._cells(after=0):
            while cells and not cells[-1]:
                cells.pop()
            if len(cells) > MAX_COLUMNS:
                raise LayoutChangedError(f"row {number} names {len(cells):,} columns; {MAX_COLUMNS:,} at most are read")
            if cells:
                return tuple(name.strip() for name in cells), number
        raise LayoutChangedError(
            f"{self._shape.path.name} holds no rows in its sheet; name another with --sheet",
            expected="a header and rows",
        )

    def _cells(self, after: int) -> Iterator[tuple[int, list[str]]]:
        with self._shape.path.open("rb") as file:
            book = _open(self._shape, file)
            names = book.sheetnames
            if self._sheet and self._sheet not in names:
                listed = ", ".join(shown(name) for name in names)
                raise LayoutChangedError(
                    f"there is no sheet {shown(self._sheet)}; name one of these with --sheet: {listed}"
                )
            sheet = book[self._sheet or names[0]]
            # What a file says of its own size is often wrong, and rows would be cut by it.
            sheet.reset_dimensions()
            for number, values in enumerate(sheet.iter_rows(min_row=after + 1, values_only=True), start=after + 1):
                yield number, [_cell(value) for value in values]


def _open(shape: Shape, file: BinaryIO) -> Workbook:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra, loaded where an Excel file is read
    except ImportError as error:
        raise ConnectorError(
            f"{shape.path.name} is an Excel file, which needs one more package: pip install 'reviewwatch[excel]'. "
            "Or save the sheet as CSV"
        ) from error
    try:
        return load_workbook(file, read_only=True, data_only=True)
    except _DAMAGE as error:
        raise LayoutChangedError(
            f"{shape.path.name} is a damaged Excel file ({error}); save it anew or as CSV"
        ) from error


def _cell(value: object) -> str:
    """Return a cell as text; Excel has no dates without a time, so midnight stands for the day."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)[0]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return (value.date() if value.time() == time(0) else value).isoformat()
    is_whole = isinstance(value, float) and value.is_integer()
    return f"{value:.0f}" if is_whole else str(value)
