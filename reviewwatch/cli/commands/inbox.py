"""`reviewwatch inbox`: flagged reviews, the most urgent first."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import filters, opening, output

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import QueueFilter

COUNTED_TO = 1_000  # counting a million rows would cost more than the number tells


def command(
    ctx: typer.Context,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    rating_max: filters.RatingOption = None,
    lang: filters.LangOption = None,
    since: filters.SinceOption = None,
    is_answered: filters.AnsweredOption = None,
    everything: filters.AllOption = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most so many.")] = 20,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List flagged reviews, the most urgent first.

    JSON lines with id, source, listing, rating, author, title, excerpt, lang, created_at, band, state, due_at,
    snoozed_until, priority, severity, reasons.
    """
    from reviewwatch.cli.waking import wake_snoozed
    from reviewwatch.storage.verbs import cases

    with opening.open_desk(ctx) as desk:
        wake_snoozed(desk)
        wanted = filters.wanted(desk, brand, source, rating_max, lang, since, is_answered, everything)
        rows = cases.queue(desk.db, wanted, limit=limit, now=desk.now())
        if is_json:
            from reviewwatch.cli.records import row_record

            for row in rows:
                output.print_json_line(row_record(row))
            return
        from reviewwatch.cli.rows import print_rows

        print_rows(rows, desk.now())
        _say_what_else(desk, wanted, len(rows))


def _say_what_else(desk: "Desk", wanted: "QueueFilter", n_shown: int) -> None:
    """Say how many more there are, and what the list leaves out."""
    from dataclasses import replace

    from reviewwatch.storage.verbs import cases

    n_wanted = cases.count(desk.db, wanted, cap=COUNTED_TO)
    if n_wanted > n_shown:
        more = _at_least(n_wanted - n_shown, n_wanted)
        output.say(f"{more} more: --limit shows them, `reviewwatch respond` goes through them.")
    if not n_shown:
        output.say("Nothing here waits for an answer.")
    if wanted.include_unflagged or wanted.is_answered:
        return
    n_all = cases.count(desk.db, replace(wanted, include_unflagged=True), cap=COUNTED_TO)
    if n_all > n_wanted:
        others = _at_least(n_all - n_wanted, n_all)
        output.say(f"{others} unanswered reviews are not flagged or are history: --all lists them.")
    elif not n_all:
        output.say("`reviewwatch pull` and `reviewwatch import FILE` bring reviews in.")


def _at_least(n: int, counted: int) -> str:
    """Return a number, said to be a lower bound where the count behind it stopped."""
    return f"At least {n:,}" if counted >= COUNTED_TO else f"{n:,}"
