"""`reviewwatch show`: one review with all that is known of it."""

from typing import Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output


def command(
    ctx: typer.Context,
    review: Annotated[
        str, typer.Argument(metavar="ID", help="The id that `inbox` shows.", autocompletion=completion.reviews)
    ],
    is_why: Annotated[
        bool, typer.Option("--why", help="Every reason with its place, the themes and the numbers.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show one review with history, reasons, draft and decisions.

    One JSON object: the review's fields, case, flag, assessment, owner_replies, revisions, decisions, publications, and
    reply with text, length, limit, unit, listing, address, account, is_hand_over and findings.
    """
    from reviewwatch.cli.screen.reply import Working
    from reviewwatch.flow import decide

    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        ticket = decide.prepare(desk, review_id)
        working = Working(ticket.draft.text, ticket.findings)
        if is_json:
            from reviewwatch.cli.records import ticket_record

            output.print_json(ticket_record(ticket, working))
            return
        from reviewwatch.cli.screen.printing import look_of_output, print_sections
        from reviewwatch.cli.screen.ticket import sections

        print_sections(sections(ticket, working, desk.now(), look_of_output(), everything=is_why))
        if ticket.stored.review.url:
            output.result(output.safe(ticket.stored.review.url))
