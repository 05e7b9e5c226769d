"""`reviewwatch dismiss`: a review needs no reply."""

from typing import Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output
from reviewwatch.errors import UsageError


def command(
    ctx: typer.Context,
    review: Annotated[
        str, typer.Argument(metavar="ID", help="The id that `inbox` shows.", autocompletion=completion.reviews)
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why it needs no reply; it is kept with the decision.")
    ],
    is_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
) -> None:
    """Take a review out of the queue, with a reason.

    One JSON object: decision_id, review_id, kind, person, decided_at, reason, state_before and more.
    """
    from reviewwatch.flow import decide

    if not reason.strip():
        raise UsageError('Say why with --reason "…": whoever looks later sees nothing else. Nothing was changed.')
    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        decision = decide.dismiss(desk, review_id, opening.person(ctx, desk.config), reason)
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
    else:
        output.say(f"{review} is dismissed: {output.safe(reason)}. `reviewwatch undo {review}` takes it back.")
