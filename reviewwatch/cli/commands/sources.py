"""`reviewwatch sources`: the places watched and the files imported, with how each stands.

A group that lists them by itself; a verb on a source is a further command of `app`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reviewwatch.cli import opening, output
from reviewwatch.cli.commands.sources_new import new

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import SourceState

_CAP: Final = 1000
RECENT: Final = timedelta(days=7)

app = typer.Typer(
    rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, invoke_without_command=True
)
app.command("new", short_help="Write a new connector to begin with.")(new)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as it is listed.

    Attributes:
        is_configured: Stands in the config.
        is_imported: Its reviews came from files that a person named; one that is neither was taken out of the config.
        n_new, n_flagged: What came within seven days, history left out, among the newest 5,000 reviews of the store.
        n_open: Flagged reviews that wait for a person, counted up to 1,000.
        n_unanswered: All reviews without an answer, counted up to 1,000.
        unseen: What its last pull could not see, empty where it saw everything.
    """

    source: str
    connector: str
    brand: str | None
    is_configured: bool
    is_imported: bool
    health: str
    last_pull_at: datetime | None
    last_good_at: datetime | None
    next_due_at: datetime | None
    n_failures: int
    n_new: int
    n_flagged: int
    n_open: int
    n_unanswered: int
    last_error: str
    unseen: str


@app.callback()
def command(
    ctx: typer.Context,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List the places watched and the files imported: their health, what came, and what could not be seen.

    New and flagged count seven days, history left out.

    One that was taken out of the config is listed as removed: it is not read any more, and its reviews stay.

    JSON lines with source, connector, brand, is_configured, is_imported, health, last_pull_at, last_good_at,
    next_due_at, n_failures, n_new, n_flagged (both of seven days), n_open, n_unanswered, last_error, unseen; counts end
    at 1,000.
    """
    if ctx.invoked_subcommand is not None:
        return
    with opening.open_desk(ctx) as desk:
        lines, now = _lines(desk), desk.now()
    if is_json:
        for line in lines:
            output.print_json_line(line)
    elif lines:
        output.print_table(_COLUMNS, [_row(line, now) for line in lines])
        _tell_more(lines, now)
    else:
        output.say(
            "There are no sources yet: `reviewwatch add URL` watches a place, `reviewwatch import FILE` reads one."
        )


_COLUMNS: Final = (
    output.Column("source", least=10),
    output.Column("connector", least=6),
    output.Column("health"),
    output.Column("last pull"),
    output.Column("next"),
    output.Column("new", is_right=True),
    output.Column("flagged", is_right=True),
    output.Column("open", is_right=True),
    output.Column("not seen", least=8),
)


def _lines(desk: "Desk") -> list[SourceLine]:
    from reviewwatch.storage.verbs import sources
    from reviewwatch.triage import HISTORY

    states = {state.source_id: state for state in sources.all_states(desk.db)}
    came = sources.recent(desk.db, desk.now() - RECENT, HISTORY)
    ids = [*desk.config.sources, *(source_id for source_id in states if source_id not in desk.config.sources)]
    return [_line(desk, source_id, states.get(source_id), came.get(source_id, (0, 0))) for source_id in ids]


def _line(desk: "Desk", source_id: str, state: "SourceState | None", came: tuple[int, int]) -> SourceLine:
    from reviewwatch.storage.verbs import cases
    from reviewwatch.types import Health, QueueFilter, SourceState

    configured = desk.config.sources.get(source_id)
    state = state or SourceState(
        source_id=source_id, connector=configured.connector if configured else "", health=Health.NEW
    )
    return SourceLine(
        source=source_id,
        connector=configured.connector if configured else state.connector,
        brand=configured.brand if configured else None,
        is_configured=configured is not None,
        is_imported=configured is None and not state.set_up,
        health=state.health.value,
        last_pull_at=state.last_pull_at,
        last_good_at=state.last_good_at,
        next_due_at=state.next_due_at if configured else None,
        n_failures=state.n_failures,
        n_new=came[0],
        n_flagged=came[1],
        n_open=cases.count(desk.db, QueueFilter(sources=(source_id,)), cap=_CAP),
        n_unanswered=cases.count(desk.db, QueueFilter(sources=(source_id,), include_unflagged=True), cap=_CAP),
        last_error=state.last_error,
        unseen=state.unseen,
    )


def _row(line: SourceLine, now: datetime) -> list[str]:
    return [
        line.source,
        line.connector,
        line.health if line.is_configured else "imported" if line.is_imported else "removed",
        _moment(line.last_pull_at, now),
        "due" if line.next_due_at and line.next_due_at <= now else _moment(line.next_due_at, now),
        str(line.n_new),
        str(line.n_flagged),
        _count(line.n_open),
        _not_seen(line, now),
    ]


def _not_seen(line: SourceLine, now: datetime) -> str:
    """Return what its last pull missed: all of it where it failed, with the last time that it did not."""
    if not line.last_error or not line.is_configured:
        return line.unseen
    failed = f"{line.last_error}; {line.unseen}" if line.unseen else line.last_error
    return f"{failed}; {_last_good(line.last_good_at, now)}"


def _last_good(at: datetime | None, now: datetime) -> str:
    """Return when it was last well, as people say it within a week: `last good Tuesday`."""
    if at is None:
        return "never good so far"
    day, today = at.astimezone().date(), now.astimezone().date()
    if day == today:
        return f"last good today at {at.astimezone():%H:%M}"
    return f"last good {day:%A}" if timedelta(0) < today - day < timedelta(days=7) else f"last good {day:%Y-%m-%d}"


def _moment(at: datetime | None, now: datetime) -> str:
    """Return a time as people say it, and in full where a program reads it."""
    from reviewwatch.cli.screen.wording import ago, span

    if at is None:
        return "-"
    if not output.is_terminal():
        return at.astimezone().strftime("%Y-%m-%d %H:%M")
    return ago(at, now) if at <= now else f"in {span(at - now)}"


def _count(number: int) -> str:
    return f"{_CAP - 1}+" if number >= _CAP else str(number)


def _tell_more(lines: list[SourceLine], now: datetime) -> None:
    """Say in full on standard error what a narrow table has to cut."""
    for line in lines:
        missed = _not_seen(line, now)
        if missed and ((line.last_error and line.is_configured) or output.is_terminal()):
            output.say(f"{line.source}: {output.safe(missed)}")
        if not line.is_configured and not line.is_imported:
            output.say(f"{line.source}: not in the config any more, so it is not read; its reviews stay.")
    if any(line.last_error and line.is_configured for line in lines):
        output.say("`reviewwatch doctor` looks into it, `reviewwatch pull SOURCE` tries again.")
