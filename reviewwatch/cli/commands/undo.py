"""`reviewwatch undo`: the last decision on a review is taken back."""

from typing import Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output


def command(
    ctx: typer.Context,
    review: Annotated[
        str, typer.Argument(metavar="ID", help="The id of the review.", autocompletion=completion.reviews)
    ],
    is_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
) -> None:
    """Take back the last decision on a review; an approved reply only while it has not left.

    One JSON object: decision_id, review_id, kind, person, decided_at, reason, undoes and more.
    """
    from reviewwatch.flow import decide
    from reviewwatch.storage.verbs import reviews

    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        decision = decide.undo(desk, review_id, opening.person(ctx, desk.config))
        state = reviews.get(desk.db, review_id).case.state
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
    else:
        output.say(f"{review}: {output.safe(decision.reason)}; the review is {state} now.")
