"""The end of a session: post what is due, leave the rest unless the person says otherwise, say what is where."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta

from rich.text import Text

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.screen.face import Choice, Face
from reviewwatch.cli.screen.look import Look, View
from reviewwatch.cli.screen.outcome import is_well, outcome_lines
from reviewwatch.cli.screen.session import Act, ActKind
from reviewwatch.cli.screen.wording import clock, counted, span
from reviewwatch.flow import post
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import outbox
from reviewwatch.types import Publication, PublicationState

NOW, WAIT, LEAVE = "y", "w", "n"
_TICK_SECONDS = 1.0

Say = Callable[[Text], None]


def ask_about_waiting(desk: Desk, face: Face, person: str) -> str:
    """Ask what to do with replies that may still be taken back; leaving them is what happens without an answer."""
    waiting = _waiting(desk)
    if not waiting:
        return LEAVE
    longest = span(max(item.post_after for item in waiting) - desk.now())
    others = sum(item.approval.person != person for item in waiting)
    whose = f" ({others} approved by others)" if others else ""
    question = (
        f"Post {counted(len(waiting), 'reply', 'replies')}{whose} now? "
        f"{'It' if len(waiting) == 1 else 'They'} may still be taken back for {longest}."
    )
    choices = (
        Choice(NOW, "yes, post now"),
        Choice(WAIT, f"wait {longest}, then post"),
        Choice(LEAVE, as_called("no, leave for `reviewwatch publish`")),
    )
    face.show(View("leaving", ()))
    return face.ask(choices, question) or LEAVE


def post_what_is_due(
    desk: Desk, answer: str, look: Look, say: Say, sleep: Callable[[float], None] = time.sleep
) -> bool:
    """Post what is due, and what else the person agreed to.

    Args:
        answer: NOW, WAIT or LEAVE.
        say: Prints one line.

    Returns:
        False if anything was not sent or its outcome is unknown.
    """
    if answer == WAIT:
        _wait(desk, say, sleep)
    is_all_well = True
    for outcome in post.publish_due(desk, everything=answer == NOW):
        is_all_well &= is_well(outcome)
        for line in outcome_lines(outcome, look):
            say(line)
    return is_all_well


def summary(desk: Desk, acts: Sequence[Act], n_left: int, most_counted: int) -> list[str]:
    """Return what was done, what waits, and the command that goes on with each.

    Args:
        n_left: Reviews left in the queue, counted to `most_counted`.
    """
    done = Counter(act.kind for act in acts)
    told = ", ".join(f"{done[kind]} {kind}" for kind in ActKind if done[kind])
    if not told and not n_left:
        here = "Nothing here waits for an answer. `reviewwatch pull` and `reviewwatch import FILE` bring reviews in."
        return [here, *_on_their_way(desk)]
    lines = [f"{told[:1].upper()}{told[1:]}." if told else "Nothing was decided."]
    lines += _on_their_way(desk)
    if n_left:
        number = f"{most_counted:,} or more" if n_left >= most_counted else f"{n_left:,}"
        lines.append(f"In the queue: {number}. `reviewwatch respond` goes on there.")
    else:
        lines.append("The queue is empty.")
    return lines


def _on_their_way(desk: Desk) -> list[str]:
    lines, now = [], desk.now()
    waiting = _waiting(desk)
    due = [item for item in _approved(desk) if item.approval.target.address and item.post_after <= now]
    by_hand = [item for item in _approved(desk) if item.approval.target.address is None]
    if waiting:
        last = clock(max(item.post_after for item in waiting))
        lines.append(
            f"Waiting: {counted(len(waiting), 'reply', 'replies')}, to be posted after {last} by `reviewwatch publish` "
            "(at once: `reviewwatch publish --now`)."
        )
    if due:
        lines.append(f"Due: {counted(len(due), 'reply', 'replies')}; `reviewwatch publish` posts.")
    if by_hand:
        number = counted(len(by_hand), "reply", "replies")
        lines.append(f"To be posted by hand: {number}; `reviewwatch publish` hands them over one at a time.")
    return lines


def _approved(desk: Desk) -> list[Publication]:
    return [item for item in outbox.unsettled(desk.db) if item.state is PublicationState.APPROVED]


def _waiting(desk: Desk) -> list[Publication]:
    """Return replies that post through an API and whose undo window is still open."""
    now = desk.now()
    return [item for item in _approved(desk) if item.approval.target.address and item.post_after > now]


def _wait(desk: Desk, say: Say, sleep: Callable[[float], None]) -> None:
    """Wait out the undo window of what waits now; Ctrl-C leaves it waiting."""
    end = max((item.post_after for item in _waiting(desk)), default=desk.now())
    say(Text(f"Waiting until {clock(end)}; Ctrl-C leaves them waiting."))
    while (left := end - desk.now()) > timedelta(0):
        sleep(min(_TICK_SECONDS, left.total_seconds()))
