"""`reviewwatch sources`: the places watched and the files imported, with how each stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reviewwatch.cli import opening, output

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import SourceState

_CAP: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as it is listed.

    Attributes:
        is_configured: Stands in the config; else its reviews were imported, or it was removed from there.
        n_open: Flagged reviews that wait for a person, counted up to 1,000.
        n_unanswered: All reviews without an answer, counted up to 1,000.
    """

    source: str
    connector: str
    brand: str | None
    is_configured: bool
    health: str
    last_pull_at: datetime | None
    next_due_at: datetime | None
    n_open: int
    n_unanswered: int
    last_error: str


def command(
    ctx: typer.Context,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List the places watched and the files imported, with their health.

    JSON lines with source, connector, brand, is_configured, health, last_pull_at, next_due_at, n_open, n_unanswered,
    last_error; counts end at 1,000.
    """
    with opening.open_desk(ctx) as desk:
        lines = _lines(desk)
    if is_json:
        for line in lines:
            output.print_json_line(line)
    elif lines:
        output.print_table(_COLUMNS, [_row(line) for line in lines])
        _tell_errors(lines)
    else:
        output.say("There are no sources yet: `reviewwatch import FILE`, or describe a place in the config.")


_COLUMNS: Final = (
    output.Column("source", least=12),
    output.Column("connector"),
    output.Column("health"),
    output.Column("last pull"),
    output.Column("next"),
    output.Column("open", is_right=True),
    output.Column("unanswered", is_right=True),
    output.Column("last error", least=12),
)


def _lines(desk: "Desk") -> list[SourceLine]:
    from reviewwatch.storage.verbs import sources

    states = {state.source_id: state for state in sources.all_states(desk.db)}
    ids = [*desk.config.sources, *(source_id for source_id in states if source_id not in desk.config.sources)]
    return [_line(desk, source_id, states.get(source_id)) for source_id in ids]


def _line(desk: "Desk", source_id: str, state: "SourceState | None") -> SourceLine:
    from reviewwatch.storage.verbs import cases
    from reviewwatch.types import Health, QueueFilter

    configured = desk.config.sources.get(source_id)
    own = QueueFilter(sources=(source_id,))
    every = QueueFilter(sources=(source_id,), include_unflagged=True)
    return SourceLine(
        source=source_id,
        connector=configured.connector if configured else (state.connector if state else ""),
        brand=configured.brand if configured else None,
        is_configured=configured is not None,
        health=(state.health if state else Health.NEW).value,
        last_pull_at=state.last_pull_at if state else None,
        next_due_at=state.next_due_at if state and configured else None,
        n_open=cases.count(desk.db, own, cap=_CAP),
        n_unanswered=cases.count(desk.db, every, cap=_CAP),
        last_error=state.last_error if state else "",
    )


def _row(line: SourceLine) -> list[str]:
    return [
        line.source,
        line.connector,
        line.health if line.is_configured else "imported",
        _moment(line.last_pull_at),
        _moment(line.next_due_at),
        _count(line.n_open),
        _count(line.n_unanswered),
        line.last_error,
    ]


def _moment(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else "-"


def _count(number: int) -> str:
    return f"{_CAP - 1}+" if number >= _CAP else str(number)


def _tell_errors(lines: list[SourceLine]) -> None:
    for line in lines:
        if line.last_error and line.is_configured:
            output.say(f"{line.source}: {output.safe(line.last_error)}")
