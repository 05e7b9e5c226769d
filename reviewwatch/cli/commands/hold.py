"""`reviewwatch hold`: a review waits for a trained person."""

from typing import Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output


def command(
    ctx: typer.Context,
    review: Annotated[
        str, typer.Argument(metavar="ID", help="The id that `inbox` shows.", autocompletion=completion.reviews)
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why, for whoever takes it up.")],
    is_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
) -> None:
    """Keep a review for a trained person, with a reason.

    One JSON object: decision_id, review_id, kind, person, decided_at, reason, state_before and more.
    """
    from reviewwatch.flow import decide

    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        decision = decide.hold(desk, review_id, opening.person(ctx, desk.config), reason)
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
    else:
        output.say(f"{review} is held: {output.safe(reason)}. `reviewwatch undo {review}` takes it back.")
