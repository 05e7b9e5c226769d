"""`reviewwatch reported`: reviews that you reported to their place, and what came of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import Decision

OUTCOMES = ("removed", "kept", "no answer")


def command(
    ctx: typer.Context,
    review: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Without one, all are listed.", autocompletion=completion.reviews),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Which of the place's rules it breaks.")] = "",
    outcome: Annotated[
        str | None, typer.Option("--outcome", metavar="OUTCOME", help=f"What came of it: {', '.join(OUTCOMES)}.")
    ] = None,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Record that you reported a review to its place for breaking its rules, or what came of it; without ID list all.

    You report it on the site itself: nothing is sent from here, and the review stays in the queue. `undo` takes the
    record back.
    Lines or JSON: review, person, reported_at, reason, outcome, ended_at.
    """
    with opening.open_desk(ctx) as desk:
        if review is None:
            _list(desk, is_json)
            return
        decision = _act(ctx, desk, ids.to_number(ids.REVIEW, review), reason, outcome)
    if is_json:
        from reviewwatch.cli.records import decision_record

        output.print_json(decision_record(decision))
        return
    done = f"ended: {decision.reason}" if outcome else f"noted as reported: {output.safe(reason)}"
    output.say(f"{review} is {done}. `reviewwatch undo {review}` takes the note back.")


def _act(ctx: typer.Context, desk: "Desk", review_id: int, reason: str, outcome: str | None) -> "Decision":
    from reviewwatch.flow import reported

    person = opening.person(ctx, desk.config)
    if outcome is not None:
        if outcome not in OUTCOMES:
            raise UsageError(f"--outcome is one of: {', '.join(OUTCOMES)}. Nothing was noted.")
        return reported.end(desk, review_id, person, reported.Outcome(outcome))
    if not reason.strip():
        raise UsageError('Say which rule it breaks with --reason "…". Nothing was noted.')
    return reported.report(desk, review_id, person, reason)


def _list(desk: "Desk", is_json: bool) -> None:
    from reviewwatch.cli.screen.wording import moment
    from reviewwatch.flow import reported

    found = reported.all_reports(desk)
    if is_json:
        from reviewwatch.cli.records import reported_record

        output.print_json([reported_record(one) for one in found])
        return
    for one in found:
        ended = f"{one.outcome} on {moment(one.ended_at)}" if one.outcome else "no outcome yet"
        told = (ids.to_text(ids.REVIEW, one.review_id), moment(one.reported_at), one.person, one.reason, ended)
        output.tell(output.safe(" · ".join(told)), hang=2)
    if not found:
        output.say("No review was noted as reported.")
