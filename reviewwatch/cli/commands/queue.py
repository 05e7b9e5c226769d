"""`reviewwatch queue`: how much waits, and history that comes back."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from reviewwatch.cli import filters, opening, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.storage.verbs.cases import Tally

COLUMNS: Final = (
    output.Column("standing"),
    output.Column("reviews", is_right=True),
    output.Column("first due", least=6),
)


class _How(NamedTuple):
    """How a person wants it done."""

    is_yes: bool
    is_dry_run: bool
    is_json: bool


def command(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="WHEN", help="Bring history written since back: 30d, or 2026-11-01."),
    ] = None,
    is_undo: Annotated[
        bool, typer.Option("--undo", help="Send what was brought back, and is still untouched, to history again.")
    ] = False,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    is_yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    is_dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many it would be, and change nothing.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say how much waits, and bring history into the queue.

    History is what was there long before the first pull: searchable, never due. `--since` opens the flagged and
    unanswered part of it; it stays without a due time, and each review records who brought it back.
    What is held waits for a trained person: `respond --held`.
    One JSON object: open, by_severity, held, held_due_at, snoozed, history, first_due_at; with --since: since, found,
    brought_back; with --undo: sent_back.
    """
    from reviewwatch.cli.screen.until import parse_since
    from reviewwatch.cli.waking import wake_snoozed

    if is_undo and (since or is_dry_run):
        raise UsageError("--undo takes neither --since nor --dry-run: it sends back all that is still untouched.")
    with opening.open_desk(ctx) as desk:
        wake_snoozed(desk)
        sources = filters.wanted(desk, brand, source).sources
        if is_undo:
            _send_back(desk, opening.person(ctx, desk.config), sources, is_json)
        elif since:
            _bring_back(ctx, desk, parse_since(since, desk.now()), sources, _How(is_yes, is_dry_run, is_json))
        else:
            _show(desk, sources, is_json)


def _show(desk: "Desk", sources: tuple[str, ...], is_json: bool) -> None:
    from reviewwatch.storage.verbs import cases

    tally = cases.tally(desk.db, sources)
    if is_json:
        output.print_json(_record(tally))
        return
    output.print_table(COLUMNS, _rows(tally, desk.now()))
    if tally.n_held:
        output.say("`reviewwatch respond --held` goes through what waits for a trained person.")
    if not sum(tally.n_open.values()):
        output.say("Nothing else waits for an answer." if tally.n_held else "Nothing waits for an answer.")
    else:
        output.say("`reviewwatch inbox` lists what waits, `reviewwatch respond` goes through it.")
    if tally.n_history:
        output.say(
            "`reviewwatch queue --since 90d` brings flagged history into the queue, from as far back as you say."
        )


def _rows(tally: "Tally", now: datetime) -> list[tuple[str, ...]]:
    from reviewwatch.cli.screen.wording import due_words
    from reviewwatch.types import Severity

    held = ("held", f"{tally.n_held:,}", due_words(tally.held_due_at, now))
    rows = [
        (str(severity), f"{tally.n_open.get(severity, 0):,}", due_words(tally.first_due_at.get(severity), now))
        for severity in reversed(Severity)
    ]
    if None in tally.n_open:
        rows.append(("not flagged", f"{tally.n_open[None]:,}", ""))
    aside = (("snoozed", tally.n_snoozed), ("history", tally.n_history))
    return [held, *rows, *((name, f"{n:,}", "") for name, n in aside)]


def _record(tally: "Tally") -> dict[str, Any]:
    return {
        "open": sum(tally.n_open.values()),
        "by_severity": {severity or "not flagged": n for severity, n in tally.n_open.items()},
        "held": tally.n_held,
        "held_due_at": tally.held_due_at,
        "snoozed": tally.n_snoozed,
        "history": tally.n_history,
        "first_due_at": min(tally.first_due_at.values(), default=None),
    }


def _bring_back(ctx: typer.Context, desk: "Desk", since: datetime, sources: tuple[str, ...], how: _How) -> None:
    from reviewwatch.cli.screen.wording import counted
    from reviewwatch.flow import queue
    from reviewwatch.storage.verbs import cases

    n_found, n_brought = cases.count_history(desk.db, since, sources), 0
    what = f"{counted(n_found, 'flagged review')} of history, written since {since.astimezone():%Y-%m-%d},"
    if n_found and not how.is_dry_run:
        person = opening.person(ctx, desk.config)
        if not output.confirm(f"Bring {what} into the queue?", how.is_yes):
            output.say("Nothing was changed.")
            raise typer.Exit
        n_brought = queue.bring_back(desk, since, person, sources)
    if how.is_json:
        output.print_json({"since": since, "found": n_found, "brought_back": n_brought})
    elif not n_found:
        output.say(f"No flagged, unanswered history written since {since.astimezone():%Y-%m-%d}.")
    elif how.is_dry_run:
        output.say(f"{what} would come into the queue. Nothing was changed.")
    else:
        output.say(
            f"{counted(n_brought, 'review')} came into the queue, without a due time. `reviewwatch undo ID` sends one "
            "back, `reviewwatch queue --undo` all that are still untouched."
        )


def _send_back(desk: "Desk", person: str, sources: tuple[str, ...], is_json: bool) -> None:
    from reviewwatch.cli.screen.wording import counted
    from reviewwatch.flow import queue

    n_sent = queue.send_back(desk, person, sources)
    if is_json:
        output.print_json({"sent_back": n_sent})
    elif n_sent:
        output.say(f"{counted(n_sent, 'review')} went back to history.")
    else:
        output.say("Nothing that was brought back is still untouched.")
