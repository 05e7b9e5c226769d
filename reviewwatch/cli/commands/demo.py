"""`reviewwatch demo`: the whole road on invented reviews, ending in a workspace to play in."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import calling, opening, output

if TYPE_CHECKING:
    from reviewwatch.connector import Connector
    from reviewwatch.flow.decide import Ticket
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import Publication


def command(
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="FOLDER", help="The folder to make; without it, ./reviewwatch-demo or the next free name."
        ),
    ] = None,
) -> None:
    """Walk the whole road on invented reviews: pull, flag, draft, approve, publish, see it on the site.

    The site runs on this machine and speaks the real formats. It leaves a workspace in which every command works, and
    touches nothing else. The one approval in it is the demo's own, marked so, and good for this machine alone.
    """
    from reviewwatch import config
    from reviewwatch.demo import reviews, workspace

    folder = into or workspace.free_folder(Path.cwd())
    now = datetime.now(UTC)
    with (
        workspace.made(folder, now, reviews.REPO, reviews.ACCOUNT) as path,
        opening.desk_for(config.load(path)) as desk,
    ):
        _read(desk, folder / workspace.REPORT)
        ticket = _most_urgent(desk)
        publication = _approve(desk, ticket)
        _publish(desk, publication)
        _look_again(desk)
    _say_what_next(folder)


def _read(desk: "Desk", report: Path) -> None:
    """Pull the site and import the report."""
    from reviewwatch.connector import load_importers

    _step("1", "pull: reading the demo's site, a repository's issues over HTTP on this machine")
    _pull(desk, "issues", desk.connector("issues"))
    _step("2", "import: reading a monthly report as the Play Console writes it (UTF-16)")
    importer = load_importers()[0].from_file(report, None, {})
    _pull(desk, importer.source_id, importer)


def _pull(desk: "Desk", source_id: str, connector: "Connector") -> None:
    from reviewwatch.flow.pull import pull

    report = pull(desk, source_id, connector)
    if report.error is not None:
        raise report.error
    output.say(
        f"   {report.n_read} read, {report.n_new} new, {report.n_flagged} flagged: "
        f"{report.n_due} in your queue, {report.n_history} history"
    )


def _most_urgent(desk: "Desk") -> "Ticket":
    """Show the queue, and the draft for its first review in English that the site takes a reply to."""
    from reviewwatch.cli.rows import print_rows
    from reviewwatch.flow import decide
    from reviewwatch.storage.verbs import cases
    from reviewwatch.types import QueueFilter

    _step("3", "flag: the most urgent first, each with its reason")
    print_rows(cases.queue(desk.db, QueueFilter(), limit=5), desk.now())
    row = cases.queue(desk.db, QueueFilter(sources=("issues",), lang="en"), limit=1)[0]
    ticket = decide.prepare(desk, row.review_id)
    _step("4", f"draft: a reply to “{output.safe(row.title or row.excerpt)[:60]}”")
    for line in ticket.draft.text.splitlines():
        output.say(f"   | {line}")
    return ticket


def _approve(desk: "Desk", ticket: "Ticket") -> "Publication":
    from reviewwatch.flow import decide

    _step("5", "approve: the demo says yes, which counts on loopback addresses alone; with real places you do")
    warnings = [finding.rule for finding in ticket.findings]
    return decide.approve(desk, ticket, ticket.draft.text, "demo", acknowledged=warnings, is_demo=True)


def _publish(desk: "Desk", publication: "Publication") -> None:
    from reviewwatch.flow import post

    _step("6", f"publish: to {publication.approval.target.address}, as {publication.approval.account}")
    for outcome in post.publish_due(desk, everything=True):
        output.say(f"   {outcome.message}")


def _look_again(desk: "Desk") -> None:
    from reviewwatch.flow.pull import pull

    _step("7", "pull again: does it stand there?")
    report = pull(desk, "issues", desk.connector("issues"))
    if report.error is not None:
        raise report.error
    output.say(f"   {len(report.seen)} reply seen on the site, {report.n_new} new, {report.n_same} unchanged")


def _step(number: str, text: str) -> None:
    output.say(f"{output.paint(number, 'bold')}  {text}")


def _say_what_next(folder: Path) -> None:
    command = _how_to_call(folder)
    output.result("Done. Nothing of it left this machine. Type next:")
    output.result("")
    output.result(f"  cd {os.path.relpath(folder)}")
    output.result(f"  {command} respond     # decide on what waits, one key each")
    output.result(f"  {command} inbox       # the same as a list; --json for scripts")
    output.result(f"  {command} publish     # post what you approved, or hand it over")


def _how_to_call(folder: Path) -> str:
    """Return how this program is called from the workspace: as it was just now, a checkout's `dev.py` by its way."""
    starter = Path(sys.prefix).parent / "dev.py"
    if calling.VARIABLE not in os.environ or not starter.is_file():
        return calling.called()
    return f"python3 {os.path.relpath(starter, folder)} run"
