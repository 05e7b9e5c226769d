"""`reviewwatch inbox`: flagged reviews, the most urgent first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import filters, opening, output

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import QueueFilter, QueueRow

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
    is_held: filters.HeldOption = False,
    is_praise: filters.PraiseOption = False,
    is_why: Annotated[bool, typer.Option("--why", help="Say what each place in the order is made of.")] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="At most so many.")] = 20,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List flagged reviews, the most urgent first; what is held for a trained person is marked, with the reason.

    Held is what reviewwatch proposes no reply to, and with --held also what a person held; that list says what is best
    done next with each.
    JSON lines with id, source, listing, rating, author, title, excerpt, lang, created_at, band, state, due_at,
    snoozed_until, priority, severity, reasons, held_for, next_step; with --why also why (points, parts, risen, waited,
    promised).
    """
    from reviewwatch.cli.waking import wake_snoozed
    from reviewwatch.storage.verbs import cases

    with opening.open_desk(ctx) as desk:
        wake_snoozed(desk)
        wanted = filters.wanted(
            desk, brand, source, rating_max, lang, since, is_answered, everything, is_held, is_praise
        )
        held = _held(desk, wanted, limit)
        rows = _merged(held, cases.queue(desk.db, wanted, limit=limit, now=desk.now()), limit)
        if is_json:
            _print_json(desk, rows, is_why)
            return
        _print(desk, rows, is_why, wanted.is_held)
        n_held = sum(row.review_id in {one.review_id for one in held} for row in rows)
        _say_what_else(desk, wanted, len(rows) - n_held, n_held)


def _held(desk: "Desk", wanted: "QueueFilter", limit: int) -> "list[QueueRow]":
    """Return the held reviews that stand among the open ones: those that nobody took up."""
    from dataclasses import replace

    from reviewwatch.storage.verbs import cases
    from reviewwatch.types import HELD

    if wanted.is_held or wanted.include_unflagged:
        return []
    held = cases.queue(desk.db, replace(wanted, is_held=True), limit=limit)
    return [row for row in held if row.case.reason.endswith(HELD)]


def _merged(held: "list[QueueRow]", rows: "list[QueueRow]", limit: int) -> "list[QueueRow]":
    if not held:
        return rows
    return sorted([*held, *rows], key=lambda row: (-row.case.priority, row.review_id))[:limit]


def _print(desk: "Desk", rows: "list[QueueRow]", is_why: bool, is_held: bool = False) -> None:
    from reviewwatch.cli.rows import print_rows

    steps: Mapping[int, str] = {}
    if is_held:
        from reviewwatch.flow.held import next_steps

        steps = next_steps(desk, rows)
    if not is_why:
        print_rows(rows, desk.now(), steps)
        return
    from reviewwatch.cli.screen.why import parts_words
    from reviewwatch.flow.why import why_of

    for row in rows:
        print_rows([row], desk.now(), steps)
        words = parts_words(why_of(desk, row.review_id))
        output.tell(f"  {row.case.priority} of 1000: {words or 'nothing flags it'}", hang=4)


def _print_json(desk: "Desk", rows: "list[QueueRow]", is_why: bool) -> None:
    from reviewwatch.cli.records import priority_record, row_record
    from reviewwatch.flow.held import next_steps

    steps = next_steps(desk, rows)
    if not is_why:
        for row in rows:
            output.print_json_line(row_record(row, steps))
        return
    from reviewwatch.flow.why import why_of  # judges anew, which no list without reasons does

    for row in rows:
        why = priority_record(why_of(desk, row.review_id), row.case.priority)
        output.print_json_line({**row_record(row, steps), "why": why})


def _say_what_else(desk: "Desk", wanted: "QueueFilter", n_shown: int, n_held: int) -> None:
    """Say how many more there are, and what the list leaves out."""
    from dataclasses import replace

    from reviewwatch.storage.verbs import cases

    n_wanted = cases.count(desk.db, wanted, cap=COUNTED_TO)
    if n_wanted > n_shown:
        more = _at_least(n_wanted - n_shown, n_wanted)
        output.say(f"{more} more: --limit shows them, `reviewwatch respond` goes through them.")
    if not n_shown and not n_wanted:
        output.say("Nothing here waits for an answer.")
    if wanted.include_unflagged or wanted.is_answered or wanted.is_held:
        return
    n_all_held = cases.count(desk.db, replace(wanted, is_held=True), cap=COUNTED_TO)
    if n_all_held:
        here = f", {n_held} of them listed here" if n_held else ""
        output.say(
            f"{_at_least(n_all_held, n_all_held)} held for a trained person{here}: `reviewwatch inbox --held` says "
            "what is best done with each."
        )
    n_all = cases.count(desk.db, replace(wanted, include_unflagged=True), cap=COUNTED_TO)
    if n_all > n_wanted + n_all_held:
        n_others = n_all - n_wanted - n_all_held
        reviews, are, them = ("review", "is", "it") if n_others == 1 else ("reviews", "are", "them")
        others = f"{_at_least(n_others, n_all)} unanswered {reviews} {are} not flagged or {are} history"
        output.say(f"{others}: --all lists {them}.")
    elif not n_all:
        output.say("`reviewwatch pull` and `reviewwatch import FILE` bring reviews in.")


def _at_least(n: int, counted: int) -> str:
    """Return a number, said to be a lower bound where the count behind it stopped."""
    return f"At least {n:,}" if counted >= COUNTED_TO else f"{n:,}"
