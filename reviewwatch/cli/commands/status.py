"""`reviewwatch status`: how the watching stands."""

import os
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reviewwatch.cli import failure, opening, output

if TYPE_CHECKING:
    from reviewwatch.engine.status import SourceStatus, Status

_COLUMNS: Final = (
    output.Column("source", least=12),
    output.Column("stands"),
    output.Column("last good"),
    output.Column("next"),
    output.Column("why", least=20),
)


def command(
    ctx: typer.Context,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell how the watching stands: the daemon, places that fail, what comes next, and what waits for a person.

    JSON with daemon (standing: never, running, ended, stale or dead; state), n_sources, sources (those that need a
    look: source, standing, why, n_failures, last_good_at, next_due_at), following, outbox (n_on_their_way,
    n_to_hand_over, n_not_seen, n_unknown), n_queue, n_held, own_models, oldest_due_at, wrong.

    Exit code 1 if something is wrong that does not mend by itself: a daemon that died or hangs, a config that is not
    used, an own model that is not, a place that is paused, has failed three times in a row, or is late though a daemon
    runs. That none was ever
    started, or the last one was stopped, is not wrong.
    """
    from reviewwatch import config as configs
    from reviewwatch.engine import status

    path = configs.find(opening.Globals.of(ctx).config, os.environ, Path.cwd())
    config, problems = configs.load_broken(path)
    with opening.desk_for(config) as desk:
        found, now = status.look(desk), desk.now()
    if problems:
        told = tuple(wrong for wrong in found.wrong if not wrong.startswith(status.CONFIG_NOT_USED))
        found = replace(found, wrong=(*told, f"{status.CONFIG_NOT_USED}: {'; '.join(map(str, problems))}"))
    if is_json:
        output.print_json(asdict(found))
    else:
        _print(found, now)
    if found.wrong:
        raise typer.Exit(failure.SOME_FAILED)


def _print(found: "Status", now: datetime) -> None:
    from reviewwatch.cli.screen.wording import counted

    output.tell(f"Daemon: {_daemon(found, now)}")
    output.result(f"Places: {found.n_sources} watched, {len(found.sources)} to look at")
    if found.sources:
        output.print_table(_COLUMNS, [_row(line, now) for line in found.sources])
    coming = [f"{turn.source} {_turn(turn.at, now)}" for turn in found.following]
    output.tell(f"Next: {output.safe(', '.join(coming)) or 'nothing'}")
    output.tell(f"Outbox: {', '.join(_outbox(found)) or 'empty'}")
    held = f"; {counted(found.n_held, 'review')} held for a trained person" if found.n_held else ""
    output.tell(f"Queue: {counted(found.n_queue, 'review')}{_owed(found, now)}{held}")
    if found.own_models:
        output.result(f"Own models: {output.safe(', '.join(found.own_models))}")
    for wrong in found.wrong:
        output.tell(f"{output.paint('Wrong:', 'red', 'bold')} {output.safe(wrong)}")


def _daemon(found: "Status", now: datetime) -> str:
    from reviewwatch.cli.screen.wording import ago, counted, moment
    from reviewwatch.engine.status import Standing

    state, standing = found.daemon.state, found.daemon.standing
    if state is None:
        return "none has run on this store; `reviewwatch run` starts one"
    done = (
        f"{counted(state.n_pulls, 'pull')}, {state.n_failed} failed; "
        f"{counted(state.n_posted, 'reply', 'replies')} posted"
    )
    if standing is Standing.ENDED:
        return f"not running, ended {ago(state.ended_at, now)}; {done}"
    words = {Standing.RUNNING: "running", Standing.STALE: "does not tick any more", Standing.DEAD: "dead"}[standing]
    who = output.safe(state.holder)
    return f"{words}, since {moment(state.started_at)} ({who}), last tick {ago(state.ticked_at, now)}; {done}"


def _row(line: "SourceStatus", now: datetime) -> list[str]:
    from reviewwatch.cli.screen.wording import ago

    good = ago(line.last_good_at, now) if line.last_good_at else "never"
    return [line.source, line.standing, good, _turn(line.next_due_at, now), line.why]


def _turn(at: datetime | None, now: datetime) -> str:
    from reviewwatch.cli.screen.wording import span

    if at is None:
        return "-"
    return f"in {span(at - now)}" if at > now else "now"


def _outbox(found: "Status") -> Iterator[str]:
    from reviewwatch.cli.screen.wording import counted

    counts = found.outbox
    if counts.n_on_their_way:
        yield f"{counted(counts.n_on_their_way, 'reply', 'replies')} on the way"
    if counts.n_to_hand_over:
        yield f"{counts.n_to_hand_over} to be posted by hand (`reviewwatch publish`)"
    if counts.n_not_seen:
        yield f"{counts.n_not_seen} posted and not seen yet"
    if counts.n_unknown:
        yield f"{counts.n_unknown} unknown (`reviewwatch outbox` settles them)"


def _owed(found: "Status", now: datetime) -> str:
    from reviewwatch.cli.screen.wording import due_words

    words = due_words(found.oldest_due_at, now)
    return f"; the answer owed for longest is {words}" if words else ""
