"""`reviewwatch snooze`: a review comes back later."""

from typing import Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output


def command(
    ctx: typer.Context,
    review: Annotated[
        str, typer.Argument(metavar="ID", help="The id that `inbox` shows.", autocompletion=completion.reviews)
    ],
    until: Annotated[
        str, typer.Option("--until", metavar="WHEN", help="12h, 3d, 2w, tomorrow, or a date such as 2026-12-01.")
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for whoever sees it again.")] = "",
    is_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
) -> None:
    """Bring a review back later: after a time, or on the morning of a day.

    One JSON object: decision_id, review_id, kind, person, decided_at, until, reason, state_before and more.
    """
    from reviewwatch.cli.screen.until import parse_until
    from reviewwatch.cli.screen.wording import moment
    from reviewwatch.flow import decide

    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        later = parse_until(until, desk.now())
        decision = decide.snooze(desk, review_id, opening.person(ctx, desk.config), later, reason)
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
    else:
        output.say(f"{review} is back on {moment(later)}. `reviewwatch undo {review}` brings it back now.")
