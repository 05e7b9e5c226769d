"""Open a file: what it is, which columns it has, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewwatch.types import Problem
from reviewwatch_connectors.file.columns import map_columns
from reviewwatch_connectors.file.csv_table import CsvTable
from reviewwatch_connectors.file.excel_table import ExcelTable
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.json_table import JsonLinesTable, JsonTable
from reviewwatch_connectors.file.layout import Layout, plain_layout
from reviewwatch_connectors.file.options import FileOptions
from reviewwatch_connectors.file.play_report import is_play_report, play_layout
from reviewwatch_connectors.file.sniff import Format, Shape, look
from reviewwatch_connectors.file.table import Table


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file whose columns are understood.

    Attributes:
        source_id: As given, else the app of a Play report, else the file's stem.
        is_play_report: Its rows are an app's reviews on Google Play.
    """

    source_id: str
    shape: Shape
    table: Table
    layout: Layout
    is_play_report: bool

    @property
    def has_ids(self) -> bool:
        """True where the rows carry the site's ids."""
        return self.is_play_report or Field.ID in self.layout.columns.places


def open_file(path: Path, source_id: str | None, options: FileOptions) -> OpenFile:
    """Look at a file and settle how its rows are understood.

    Raises:
        ConnectorError: It cannot be read, or no column holds a text or a rating.
    """
    shape = look(path, options.encoding)
    table = _table(shape, options)
    if is_play_report(table.names) and not options.mapping:
        layout = play_layout(table.names, options.listing)
        return OpenFile(source_id or _first_app(table, layout) or path.stem, shape, table, layout, is_play_report=True)
    source_id = source_id or path.stem
    columns = map_columns(table.names, options.mapping, source_id)
    layout = plain_layout(columns, source_id, options.listing)
    return OpenFile(source_id, shape, table, layout, is_play_report=False)


def _table(shape: Shape, options: FileOptions) -> Table:
    match shape.format:
        case Format.EXCEL:
            return ExcelTable(shape, options.sheet)
        case Format.JSON_LINES:
            return JsonLinesTable(shape)
        case Format.JSON:
            return JsonTable(shape)
        case Format.CSV:
            return CsvTable(shape, options.delimiter, options.mapping)


def _first_app(table: Table, layout: Layout) -> str:
    columns = layout.columns
    for row in table.rows(columns.n_needed):
        if not isinstance(row, Problem):
            return row[1][columns.place(Field.LISTING)].strip()
    return ""
