"""`reviewwatch search`: reviews that hold all of some words."""

from typing import Annotated

import typer

from reviewwatch.cli import opening, output


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD",
            help="All must be there, whatever case and accents. '\"two words\"' is a phrase; `-- -word` leaves out.",
        ),
    ],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="At most so many.")] = 20,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines, with the keys of `inbox`.")] = False,
) -> None:
    """Find reviews by words, history included, the best match first."""
    from reviewwatch.storage.verbs import search
    from reviewwatch.text import search_text

    with opening.open_desk(ctx) as desk:
        rows = search.find(desk.db, search_text(*words), limit)
        if is_json:
            from reviewwatch.cli.records import row_record
            from reviewwatch.flow.held import next_steps

            steps = next_steps(desk, rows)
            for row in rows:
                output.print_json_line(row_record(row, steps))
            return
        from reviewwatch.cli.rows import print_rows

        print_rows(rows, desk.now())
        if not rows:
            output.say("No review holds all of these words.")
        elif len(rows) == limit:
            output.say("There may be more: --limit.")
