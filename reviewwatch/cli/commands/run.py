"""`reviewwatch run`: watch by itself, until it is stopped."""

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reviewwatch.cli import failure, logs, opening, output

if TYPE_CHECKING:
    from reviewwatch.engine.local import Daemon
    from reviewwatch.engine.service import Ended
    from reviewwatch.flow.desk import Desk

_NO_PLACE: Final = "No place is watched yet: `reviewwatch add URL` watches one."


def command(
    ctx: typer.Context,
    is_once: Annotated[bool, typer.Option("--once", help="Do what is due now and end, for cron.")] = False,
) -> None:
    """Watch the configured places by itself: read each at its interval, post approved replies, look for posted ones.

    It stays in the foreground and logs a line on stderr for each place it reads; Ctrl-C or SIGTERM ends it within ten
    seconds, and the next start goes on where it stopped. Changes of the config are taken up while it runs. One runs on
    a store at a time. `reviewwatch status` tells how it stands.

    Exit code 0 after SIGTERM, 130 after Ctrl-C, 1 if another one runs on this store; with --once, 1 if a place failed.
    """
    from reviewwatch.engine import service
    from reviewwatch.engine.local import Daemon

    config = opening.load_config(ctx)
    logs.log_work_to_stderr()
    with opening.desk_for(config) as desk:  # makes the store, or brings it up to date; the daemon only opens it
        greeting = _watching(desk)
    daemon = Daemon(config, opening.Places, now=lambda: datetime.now(UTC), is_single=is_once)
    holder = daemon.begin()
    if holder is not None:
        output.say(_occupied(holder))
        raise typer.Exit(failure.SOME_FAILED)
    if not is_once:
        output.say(greeting)
    elif not config.sources:
        output.say(_NO_PLACE)
    ended = service.serve_once(daemon) if is_once else service.serve(daemon)
    if not is_once:
        output.say(_done(daemon))
    _leave(ended)


def _occupied(holder: str) -> str:
    parts = holder.rsplit(":", 2)
    who = f"process {parts[1]} on {parts[0]}" if len(parts) == 3 else holder
    return (
        f"A daemon runs on this store already: {output.safe(who)}. `reviewwatch status` tells how it stands; nothing "
        "was begun here."
    )


def _watching(desk: "Desk") -> str:
    """Return what is watched, and when the next place has its turn."""
    from reviewwatch.cli.screen.wording import counted, span
    from reviewwatch.storage.verbs import sources

    known = {state.source_id: state.next_due_at for state in sources.all_states(desk.db)}
    turns = {source_id: known.get(source_id) or desk.now() for source_id in desk.config.sources}
    if not turns:
        return f"{_NO_PLACE} What you add while this runs is taken up. Ctrl-C ends this."
    n_due = sum(at <= desk.now() for at in turns.values())
    first = min(turns, key=lambda source_id: turns[source_id])
    following = f"{n_due} due now" if n_due else f"next is {first} in {span(turns[first] - desk.now())}"
    return f"Watching {counted(len(turns), 'place')}; {following}. `reviewwatch status` tells more; Ctrl-C ends this."


def _done(daemon: "Daemon") -> str:
    from reviewwatch.cli.screen.wording import counted

    state = daemon.state
    return (
        f"Ended after {counted(state.n_pulls, 'pull')}, {state.n_failed} of them failed, and "
        f"{counted(state.n_posted, 'posted reply', 'posted replies')}."
    )


def _leave(ended: "Ended") -> None:
    """Leave, also where a job hangs in a read: every page is a transaction, so nothing is half-written."""
    if ended.left:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended.exit_code)  # Python itself would wait for the scheduler's threads
    raise typer.Exit(ended.exit_code)
