"""What pulls and imports did: progress while they work, one table at the end, and what went wrong in full sentences."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from reviewwatch.cli.failure import explain
from reviewwatch.cli.output import Column, is_terminal, print_json_line, print_table, safe, safe_lines, say
from reviewwatch.cli.records import report_record
from reviewwatch.cli.screen.wording import counted
from reviewwatch.flow.pull import PullProgress, PullReport

MAX_PROBLEMS: Final = 20
"""Bad rows that are named one by one; all of them are in --json."""

COLUMNS: Final = (
    Column("source", least=10),
    Column("read", is_right=True),
    Column("new", is_right=True),
    Column("edited", is_right=True),
    Column("same", is_right=True),
    Column("answered", is_right=True),
    Column("gone", is_right=True),
    Column("flagged", is_right=True),
    Column("due", is_right=True),
    Column("history", is_right=True),
    Column("state"),
)

Tell = Callable[[PullProgress], None]


@contextmanager
def told_when_stopped(is_dry_run: bool) -> Iterator[None]:
    """Say what becomes of what was read where the person presses Ctrl-C: every page is stored by itself."""
    try:
        yield
    except KeyboardInterrupt:
        kept = "nothing was stored" if is_dry_run else "what was read so far is kept, and the same command goes on"
        say(f"\nStopped: {kept}.")
        raise


@contextmanager
def progress_on_stderr() -> Iterator[Tell]:
    """Give a function that shows how far each source is; silent unless a person watches standard error."""
    if not is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[read]} read", markup=False),
    )
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(file=sys.stderr, markup=False, emoji=False), transient=True) as bars:

        def tell(progress: PullProgress) -> None:
            task = tasks.get(progress.source_id)
            if task is None:
                task = tasks[progress.source_id] = bars.add_task(safe(progress.source_id), total=None, read=0)
            bars.update(task, total=progress.n_total, completed=progress.n_done or 0, read=f"{progress.n_read:,}")

        yield tell


def print_reports(
    reports: Sequence[PullReport], is_json: bool, is_dry_run: bool, is_named: bool, are_files: bool = False
) -> bool:
    """Print what was done, and on standard error what could not be read.

    Args:
        is_named: The person asked for just these, so that one left to another process was not done as asked.
        are_files: Each was to hold reviews, so that none is worth a word.

    Returns:
        False if a source failed, an item could not be read, or a named source was left to another process.
    """
    if is_json:
        for report in reports:
            print_json_line(report_record(report))
    elif reports:
        print_table(COLUMNS, [_row(report, are_files) for report in reports])
    for report in reports:
        _say_more(report, with_problems=not is_json)
    if is_dry_run:
        say("A dry run: nothing was stored.")
    return not any(report.error or report.problems or (is_named and report.is_busy) for report in reports)


def _row(report: PullReport, is_file: bool) -> tuple[str, ...]:
    counts = (
        report.n_read,
        report.n_new,
        report.n_edited,
        report.n_same,
        report.n_replied,
        report.n_gone,
        report.n_flagged,
        report.n_due,
        report.n_history,
    )
    return (report.source_id, *map(str, counts), _state(report, is_file))


def _state(report: PullReport, is_file: bool) -> str:
    if report.error is not None:
        return "failed"
    if report.is_busy:
        return "busy"
    if report.problems:
        return counted(len(report.problems), "problem")
    if is_file and not report.n_read:
        return "empty"
    return "unchanged" if report.is_not_modified else "ok"


def _say_more(report: PullReport, with_problems: bool) -> None:
    name = safe(report.source_id)
    if report.is_busy:
        say(f"{name}: another reviewwatch is reading it right now; it was left to that one.")
    if report.seen:
        say(f"{name}: {counted(len(report.seen), 'reply', 'replies')} of yours now seen on the site.")
    for note in report.notes:
        say(f"{name}: {safe(note)}.")
    for part in report.unseen:
        say(f"{name}: not seen: {safe(part)}.")
    if with_problems:
        _say_problems(name, report)
    if report.error is not None:
        say(safe_lines(explain(report.error)))


def _say_problems(name: str, report: PullReport) -> None:
    for problem in report.problems[:MAX_PROBLEMS]:
        say(f"{name}, {safe(problem.where)}: {safe(problem.why)}")
    left = len(report.problems) - MAX_PROBLEMS
    if left > 0:
        say(f"{name}: {left:,} more could not be read; --json lists all.")
