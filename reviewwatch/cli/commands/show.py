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
        bool, typer.Option("--why", help="What the verdict hangs on, with every reason and number.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show one review with history, reasons, draft and decisions.

    --why judges it again with one thing changed at a time: which clause weighs most, what would turn the verdict, and
    what its place in the queue is made of.
    One JSON object: the review's fields, case, flag, assessment, owner_replies, revisions, decisions, publications,
    reply with text, length, limit, unit, listing, address, account, is_hand_over and findings, and why with
    is_flagged, p_detractor, threshold, rules, driver, changes (kind, p_detractor and what is changed), priority.
    """
    from reviewwatch.cli.screen.reply import working_of
    from reviewwatch.flow import decide
    from reviewwatch.flow.why import why

    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        ticket = decide.prepare(desk, review_id)
        working = working_of(ticket)
        if is_json:
            from reviewwatch.cli.records import ticket_record, why_record

            output.print_json(
                {**ticket_record(ticket, working), "why": why_record(why(desk, ticket.stored), ticket.stored)}
            )
            return
        from reviewwatch.cli.screen.printing import look_of_output, print_sections
        from reviewwatch.cli.screen.ticket import sections

        found = why(desk, ticket.stored) if is_why else None
        print_sections(sections(ticket, working, desk.now(), look_of_output(), found))
        if ticket.stored.review.url:
            output.result(output.safe(ticket.stored.review.url))
