"""`reviewwatch flag`: say of a flag, or of its absence, that it was a mistake."""

from typing import Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output


def command(
    ctx: typer.Context,
    review: Annotated[
        str, typer.Argument(metavar="ID", help="The id that `inbox --all` shows.", autocompletion=completion.reviews)
    ],
    is_wrong: Annotated[
        bool, typer.Option("--wrong", help="The flag was a mistake: take the review out of the queue.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
) -> None:
    """Mark a review as missed, or its flag as wrong; the detector learns from it.

    A missed one comes into the queue. Both are recorded, `undo` takes them back, `eval` counts them, and `train` learns
    from them. In `respond` it is one key: x for a wrong flag, f for a missed one.
    One JSON object: decision_id, review_id, kind, person, decided_at, reason, state_before and more.
    """
    from reviewwatch.flow import marks

    review_id = ids.to_number(ids.REVIEW, review)
    mark = marks.mark_wrong if is_wrong else marks.mark_missed
    with opening.open_desk(ctx) as desk:
        decision = mark(desk, review_id, opening.person(ctx, desk.config))
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
    else:
        done = "out of the queue: its flag was wrong" if is_wrong else "in the queue: it was missed"
        output.say(f"{review} is {done}. `reviewwatch undo {review}` takes it back.")
