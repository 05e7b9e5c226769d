"""`reviewwatch pull`: read the configured places."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from reviewwatch.cli import completion, failure, filters, opening, output
from reviewwatch.errors import ConfigError, ConnectorError

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.flow.desk import Desk
    from reviewwatch.flow.pull import PullProgress, PullReport

AT_ONCE: Final = 4
"""Places read side by side: they wait for the network, and one writer at a time stores what they bring."""

Work = Callable[[str], "PullReport"]


class _How(NamedTuple):
    """How places are pulled.

    Attributes:
        is_now: Also those that asked to be left alone.
        believes: Most reviews of a place may be gone at once.
    """

    is_dry_run: bool
    is_now: bool
    believes: bool


class _StoppedError(BaseException):
    """The person pressed Ctrl-C: end after the page at hand."""


def command(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Only these; else all.", autocompletion=completion.sources),
    ] = None,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and judge, store nothing.")] = False,
    is_now: Annotated[
        bool, typer.Option("--now", help="Also a place that asked to be left alone for a while.")
    ] = False,
    believes: Annotated[
        bool, typer.Option("--believe", help="Take it as true that most reviews of these SOURCEs were removed.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """Read new and changed reviews from the configured places. One that fails leaves the others working.

    JSON lines with source, read, new, edited, same, replied, gone, flagged, due, history, is_busy, is_not_modified,
    error, problems (where, why), unseen, seen. Exit code 1 if a place failed, an item could not be read, or another
    process is reading a SOURCE that you named. A place that asked to be left alone (429, Retry-After) is not asked
    again before its time and counts as failed, unless with --now.
    """
    from reviewwatch.cli.screen.reports import print_reports, progress_on_stderr, told_when_stopped

    if believes and not sources:
        raise typer.BadParameter("name the source whose reviews were removed", param_hint="--believe")
    config = opening.load_quietly(ctx)
    wanted = [
        filters.check_source(source, tuple(config.sources)) for source in dict.fromkeys(sources or config.sources)
    ]
    opening.tell_unknown_connectors(config, besides=wanted)
    if not wanted:
        output.say(
            "No place is watched yet: `reviewwatch add URL` watches one, `reviewwatch import FILE` reads a file."
        )
        return
    with told_when_stopped(is_dry_run), progress_on_stderr() as tell:
        reports = _pull_all(config, wanted, tell, _How(is_dry_run, is_now, believes))
    if not print_reports(reports, is_json, is_dry_run, is_named=bool(sources)):
        raise typer.Exit(failure.SOME_FAILED)


def _pull_all(
    config: "Config", wanted: list[str], tell: "Callable[[PullProgress], None]", how: "_How"
) -> "list[PullReport]":
    """Read several places side by side, each with its own connection to the store, through one HTTP client."""
    is_stopped = threading.Event()

    def tell_unless_stopped(progress: "PullProgress") -> None:
        if is_stopped.is_set():
            raise _StoppedError
        tell(progress)

    places = opening.Places(config)
    try:
        # Both are made before the threads start: all share the client's pace, and one alone makes or migrates a store.
        places.http()
        with _desk(config, places):
            pass
        work = _work(config, places, tell_unless_stopped, how)
        with ThreadPoolExecutor(min(AT_ONCE, len(wanted))) as pool:
            futures = [pool.submit(work, source_id) for source_id in wanted]
            try:
                return [future.result() for future in futures]
            except BaseException:
                is_stopped.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        places.close()


def _work(config: "Config", places: opening.Places, tell: "Callable[[PullProgress], None]", how: "_How") -> "Work":
    from reviewwatch.flow import pull
    from reviewwatch.flow.pull import PullReport

    loading = threading.Lock()

    def one(source_id: str) -> PullReport:
        try:
            with loading:
                connector = places.connector(source_id)
        except ConfigError as error:
            # Options are the connector's to judge; a place that cannot be set up leaves the others working.
            place = f"{error.path}, " if error.path else ""
            return PullReport(source_id, error=ConnectorError(f"{place}{error}", source_id))
        with _desk(config, places) as desk:
            return pull.pull(
                desk, source_id, connector, tell, how.is_dry_run, is_urgent=how.is_now, believes=how.believes
            )

    return one


@contextmanager
def _desk(config: "Config", places: opening.Places) -> "Iterator[Desk]":
    """Open a desk of this thread's own: a connection to the store belongs to one thread."""
    from reviewwatch.flow.desk import Desk

    db = opening.open_database(config)
    try:
        yield Desk(config, db, places.http(), lambda: datetime.now(UTC), places.connector)
    finally:
        db.close()
