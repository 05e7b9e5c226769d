"""`reviewwatch hold`: a review waits for a trained person."""

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
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for whoever takes it up.")] = "",
    is_release: Annotated[bool, typer.Option("--release", help="Give a held review back to the queue.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
) -> None:
    """Keep a review for a trained person, with a reason, or release it.

    Danger, law, spam, no words and the like are held by themselves; `inbox --held` lists them with what is best done.

    One JSON object: decision_id, review_id, kind, person, decided_at, reason, state_before and more.
    """
    from reviewwatch.flow import decide

    if not reason.strip() and not is_release:
        raise UsageError('Say why with --reason "…": whoever takes it up starts from that. Nothing was changed.')
    review_id = ids.to_number(ids.REVIEW, review)
    act = decide.reopen if is_release else decide.hold
    with opening.open_desk(ctx) as desk:
        decision = act(desk, review_id, opening.person(ctx, desk.config), reason)
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
    else:
        done = "is in the queue again" if is_release else f"is held: {output.safe(reason)}"
        output.say(f"{review} {done}. `reviewwatch undo {review}` takes it back.")
