"""`reviewwatch publish`: approved replies leave the house."""

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import failure, opening, output

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import Publication


def command(
    ctx: typer.Context,
    is_now: Annotated[bool, typer.Option("--now", help="Do not wait out the undo window.")] = False,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be posted and post nothing.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines, and hand nothing over.")] = False,
) -> None:
    """Post approved replies that are due, or hand them over one at a time where the place has no API.

    Each is read again just before; if review, thread or rules differ from what was approved, nothing is sent.
    JSON lines as of `outbox`, with was_sent, message, next_step, before and after.
    Exit code 1 if anything was not sent.
    """
    from reviewwatch.flow import post

    with opening.open_desk(ctx) as desk:
        if is_dry_run:
            _show_due(desk, is_now, is_json)
            return
        is_all_well = _post(desk, is_now, is_json)
        by_hand = post.hand_overs(desk)
        if is_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            _list_by_hand(by_hand, is_json)
        elif by_hand:
            _hand_over(desk, by_hand, opening.person(ctx, desk.config))
        _say_what_waits(desk)
    if not is_all_well:
        raise typer.Exit(failure.SOME_FAILED)


def _post(desk: "Desk", is_now: bool, is_json: bool) -> bool:
    """Post and say each outcome as it is known; False if one was not sent or nobody knows."""
    from reviewwatch.cli.records import outcome_record
    from reviewwatch.cli.screen.outcome import is_well, outcome_lines
    from reviewwatch.cli.screen.printing import look_of_output, print_line
    from reviewwatch.flow import post

    n, n_bad = 0, 0
    for outcome in post.publish_due(desk, everything=is_now):
        n += 1
        n_bad += not is_well(outcome)
        if is_json:
            output.print_json_line(outcome_record(outcome))
            continue
        for line in outcome_lines(outcome, look_of_output()):
            print_line(line)
    if not n:
        output.say("No reply is due to be posted through an API.")
    return n_bad == 0


def _show_due(desk: "Desk", is_now: bool, is_json: bool) -> None:
    """Print what `publish` would do now, text and place in full."""
    from reviewwatch.cli.records import publication_record
    from reviewwatch.ids import REVIEW, to_text
    from reviewwatch.storage.verbs import outbox, reviews
    from reviewwatch.types import PublicationState

    approved = [item for item in outbox.unsettled(desk.db) if item.state is PublicationState.APPROVED]
    due = [item for item in approved if is_now or item.approval.target.address is None or item.post_after <= desk.now()]
    for publication in due:
        if is_json:
            output.print_json_line(publication_record(publication))
            continue
        stored = reviews.get(desk.db, publication.review_id)
        account = publication.approval.account
        how = f"would be posted as {account}" if publication.approval.target.address else "would be handed over to you"
        output.result(
            f"{to_text(REVIEW, publication.review_id)} at {output.safe(stored.listing.name)} {output.safe(how)}:"
        )
        output.result(f"{output.safe_lines(publication.text)}\n")
    if not due:
        output.say("Nothing is due.")
    _say_what_waits(desk)


def _list_by_hand(by_hand: "list[Publication]", is_json: bool) -> None:
    from reviewwatch.cli.records import publication_record

    if is_json:
        for publication in by_hand:
            output.print_json_line(publication_record(publication))
    if by_hand:
        output.say(
            f"To be posted by hand: {len(by_hand)}. `reviewwatch publish` in a terminal hands them over one at a time; "
            "`reviewwatch outbox ID --posted` records one."
        )


def _hand_over(desk: "Desk", by_hand: "list[Publication]", person: str) -> None:
    from reviewwatch.cli.screen import clipboard
    from reviewwatch.cli.screen.hand_over import Hand, hand_over
    from reviewwatch.cli.screen.keys import ON_DUMB, ON_LINES, Keys
    from reviewwatch.cli.screen.printing import write_now

    with Keys(write_now, ON_DUMB if os.environ.get("TERM") == "dumb" else ON_LINES) as keys:
        copy = partial(clipboard.copy, write=write_now, environment=os.environ)
        hand = Hand(output.result, copy, keys.read, keys.forget_typed_ahead)
        done = hand_over(desk, by_hand, person, hand)
    rest = "; `reviewwatch publish` goes on." if done.n_left else "."
    output.say(f"Posted by hand: {len(done.posted)}. Left: {done.n_left}{rest}")


def _say_what_waits(desk: "Desk") -> None:
    from reviewwatch.cli.screen.wording import clock, counted
    from reviewwatch.storage.verbs import outbox
    from reviewwatch.types import PublicationState

    unsettled = outbox.unsettled(desk.db)
    n_posting = sum(item.state is PublicationState.POSTING for item in unsettled)
    if n_posting:
        output.say(
            f"{counted(n_posting, 'reply', 'replies')} in the hands of another process, or of one that died: "
            "`reviewwatch publish` settles what is older than some minutes."
        )
    waiting = [
        item
        for item in unsettled
        if item.state is PublicationState.APPROVED and item.approval.target.address and item.post_after > desk.now()
    ]
    if waiting:
        last = clock(max(item.post_after for item in waiting))
        number = counted(len(waiting), "reply", "replies")
        output.say(
            f"{number} can still be taken back, until {last}; `reviewwatch publish` then posts, with --now at once."
        )
