"""`reviewwatch import`: reviews from files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import failure, opening, output
from reviewwatch.errors import ConfigError, ConnectorError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewwatch.connector import Importer
    from reviewwatch.flow.desk import Desk
    from reviewwatch.flow.pull import PullProgress, PullReport


Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="CSV, TSV, JSON, JSON lines or Excel.")]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help="The source that they belong to; else the report's listing or the file's name.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="COLUMN=FIELD", help='Which column holds what, such as --map "Your words=text"; repeatable.'
    ),
]
Dates = Annotated[
    str | None, typer.Option("--dates", metavar="dmy|mdy|ymd", help="The order of dates such as 03/04/2026.")
]
Best = Annotated[float | None, typer.Option("--best", metavar="NUMBER", help="The best rating there can be.")]
Worst = Annotated[float | None, typer.Option("--worst", metavar="NUMBER", help="The worst rating there can be.")]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="stars|binary|ten|survey", help="How ratings were asked for.")
]
Delimiter = Annotated[
    str | None, typer.Option("--delimiter", metavar="SIGN", help='Between columns, such as ";" or tab.')
]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="Of the text, such as cp1252.")]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Of an Excel file.")]


def command(
    ctx: typer.Context,
    files: Files,
    source: Source = None,
    columns: Columns = None,
    dates: Dates = None,
    best: Best = None,
    worst: Worst = None,
    kind: Kind = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    sheet: Sheet = None,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and judge, store nothing.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines, with every problem.")] = False,
) -> None:
    """Read reviews from CSV, TSV, JSON, JSON lines or Excel files. The same file again changes nothing.

    What `export` wrote goes back to its own sources and listings, and changes no review that is known there; with
    --source it comes as new reviews of that source.
    JSON lines with source, read, new, edited, same, replied, gone, flagged, due, history, error, problems (where, why).
    Exit code 1 if a file or a row could not be read, or another process is at it; the good rows are kept.
    """
    from reviewwatch.cli.screen.reports import print_reports, progress_on_stderr, told_when_stopped

    settled = {"dates": dates, "best": best, "worst": worst, "kind": kind, "delimiter": delimiter}
    given = {**settled, "encoding": encoding, "sheet": sheet, "map": _mapping(columns or [])}
    options = {name: value for name, value in given.items() if value not in (None, {})}
    _refuse_what_is_no_file(files)
    with opening.open_desk(ctx) as desk:
        with told_when_stopped(is_dry_run), progress_on_stderr() as tell:
            reports = [report for file in files for report in _read(desk, file, source, options, tell, is_dry_run)]
        if not print_reports(reports, is_json, is_dry_run, is_named=True, are_files=True):
            raise typer.Exit(failure.SOME_FAILED)


def _refuse_what_is_no_file(files: list[Path]) -> None:
    """Refuse before anything is read, so that a typing mistake leaves nothing half done."""
    for file in files:
        if not file.is_file():
            raise UsageError(f"{file} is {'a folder' if file.is_dir() else 'not there'}. Nothing was read.")


def _mapping(columns: list[str]) -> dict[str, str]:
    """Return which column holds which field; a column's own name may hold an equals sign, a field's never does."""
    mapping = {}
    for column in columns:
        name, equals, field = column.rpartition("=")
        if not equals or not name or not field:
            raise UsageError(f'`--map {column}` is not of the form COLUMN=FIELD, such as --map "Your words=text".')
        mapping[name] = field
    return mapping


def _read(
    desk: "Desk",
    file: Path,
    source: str | None,
    options: "Mapping[str, object]",
    tell: "Callable[[PullProgress], None]",
    is_dry_run: bool,
) -> "list[PullReport]":
    from reviewwatch.connector import Export
    from reviewwatch.flow import pull, restore
    from reviewwatch.flow.pull import PullReport

    try:
        importer = _importer(file, source, options)
    except ConnectorError as error:
        return [PullReport(source or file.name, error=error)]
    if isinstance(importer, Export):
        return restore.restore(desk, importer, tell, is_dry_run)
    taken = _taken(desk, importer)
    if taken is not None:
        return [PullReport(importer.source_id, error=taken)]
    return [pull.pull(desk, importer.source_id, importer, tell, is_dry_run)]


def _taken(desk: "Desk", importer: "Importer") -> ConnectorError | None:
    """Refuse the name of a source that another connector watches: its cursor would be lost."""
    from reviewwatch.storage.verbs import sources

    source_id = importer.source_id
    configured, state = desk.config.sources.get(source_id), sources.load(desk.db, source_id)
    connector = configured.connector if configured else state.connector if state else importer.name
    if connector == importer.name:
        return None
    return ConnectorError(
        f"a source of this name is read by the connector `{connector}`, and an import must not change where that "
        "stands; import the file with --source and a name of its own",
        source_id,
    )


def _importer(file: Path, source: str | None, options: "Mapping[str, object]") -> "Importer":
    """Return the first importer that takes the file; if none does, what the last one said."""
    from reviewwatch.connector import load_importers

    refusal = ConnectorError("no importer is installed; reinstall reviewwatch")
    for importer in load_importers():
        try:
            return importer.from_file(file, source, options)
        except ConnectorError as error:
            refusal = error
        except ConfigError as error:
            raise UsageError(_about_options(error)) from error
    raise refusal


def _about_options(error: ConfigError) -> str:
    """Return the problems of a source's options in the words of this command's own options."""
    said = "; ".join(f"{_option(problem.key)} {problem.clause}" for problem in error.problems)
    return f"{output.ended(said)} Nothing was read."


def _option(key: str) -> str:
    """Return an option's name for a key such as `sources.lamps.dates`; of `map` also the column that it names."""
    _, is_of_a_column, column = key.partition(".map.")
    return f"--map {column}" if is_of_a_column else f"--{key.rpartition('.')[2]}"
