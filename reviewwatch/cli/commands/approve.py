"""`reviewwatch approve`: a yes to one exact text."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, failure, opening, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from reviewwatch.cli.screen.reply import Working
    from reviewwatch.flow.decide import Ticket
    from reviewwatch.types import Publication

MAX_BYTES = 1_000_000  # far above every place's limit, and low enough that a wrong file is refused at once


Review = Annotated[
    str, typer.Argument(metavar="ID", help="The id that `inbox` shows.", autocompletion=completion.reviews)
]
Acknowledge = Annotated[
    list[str] | None,
    typer.Option(
        "--acknowledge", metavar="RULE", help="Accept this rule's warning, or take its hold on you; repeatable."
    ),
]


def command(
    ctx: typer.Context,
    review: Review,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="The reply.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="The reply in a UTF-8 file; - is standard input.")
    ] = None,
    is_draft: Annotated[bool, typer.Option("--draft", help="The draft as `show` shows it.")] = False,
    acknowledge: Acknowledge = None,
    is_vouched: Annotated[
        bool,
        typer.Option("--vouch", help="Answer by name, in this reply alone, for sentences that no fact backs."),
    ] = False,
    is_yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would appear and approve nothing.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Approve an exact reply to one review. It is posted after the undo window, by `publish` or on leaving `respond`.

    One JSON object: id (of the reply on its way), review, state, text, person, account, address, is_hand_over,
    post_after and more; with --dry-run the reply with length, limit and findings instead.
    """
    from reviewwatch.approve import to_vouch_for
    from reviewwatch.cli.records import reply_record
    from reviewwatch.cli.screen.reply import Working
    from reviewwatch.flow import decide

    review_id = ids.to_number(ids.REVIEW, review)
    with opening.open_desk(ctx) as desk:
        ticket = decide.prepare(desk, review_id)
        reply = _reply(ticket.draft.text, text, file, is_draft)
        findings = decide.check(ticket, reply)
        vouched = to_vouch_for(reply, findings) if is_vouched else ()
        if vouched:
            findings = decide.check(ticket, reply, vouched)
        working = Working(reply, findings, "draft" if is_draft else "given")
        if not is_json:
            _show(ticket, working)
        person, accepted = opening.person(ctx, desk.config), tuple(acknowledge or ())
        if is_dry_run:
            if is_json:
                output.print_json(reply_record(ticket, working))
            _try(ticket, working, person, accepted, desk.now())
            output.say("It can be approved. Nothing was done.")
            return
        if not output.confirm("Approve exactly this?", is_yes):
            output.say("Nothing was approved.")
            raise typer.Exit(failure.SOME_FAILED)
        publication = decide.approve(desk, ticket, reply, person, accepted, vouched)
    _tell(publication, review, is_json)


def _reply(draft: str, text: str | None, file: Path | None, is_draft: bool) -> str:
    if sum((text is not None, file is not None, is_draft)) != 1:
        raise UsageError("Say which text: exactly one of --draft, --text TEXT and --file FILE.")
    reply = draft if is_draft else text if text is not None else _read(file or Path("-"))
    if not reply.strip():
        raise UsageError("The reply is empty. Nothing was approved.")
    return reply


def _read(file: Path) -> str:
    """Read a reply; the line end that editors put last is no part of it."""
    raw = sys.stdin.buffer.read(MAX_BYTES + 1) if str(file) == "-" else _head(file)
    if len(raw) > MAX_BYTES:
        raise UsageError(f"{file} holds more than {MAX_BYTES:,} bytes: that is no reply.")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8 (byte {error.start + 1}). Save it as UTF-8 and try again.") from error


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _show(ticket: "Ticket", working: "Working") -> None:
    from reviewwatch.cli.screen.printing import look_of_output, print_sections
    from reviewwatch.cli.screen.reply import reply_sections

    print_sections(reply_sections(ticket, working, look_of_output()))


def _try(ticket: "Ticket", working: "Working", person: str, acknowledged: tuple[str, ...], now: "datetime") -> None:
    """Ask the rule of approvals without recording anything; what it refuses goes on as its error."""
    from reviewwatch import approve as approval_rules
    from reviewwatch.reply import guards

    approval_rules.approve(
        text=working.text,
        review=ticket.stored.review,
        review_id=ticket.stored.review_id,
        content_hash=ticket.stored.content_hash,
        thread_hash=ticket.stored.thread_hash,
        person=person,
        target=ticket.target,
        account=ticket.account,
        findings=working.findings,
        acknowledged=acknowledged,
        now=now,
        rules_version=guards.RULES_VERSION,
    )


def _tell(publication: "Publication", review: str, is_json: bool) -> None:
    if is_json:
        from reviewwatch.cli.records import publication_record

        output.print_json(publication_record(publication))
        return
    from reviewwatch.cli.screen.wording import clock

    if publication.approval.target.address is None:
        output.say(f"Approved. `reviewwatch publish` hands it over to you; `reviewwatch undo {review}` takes it back.")
        return
    output.say(
        f"Approved. `reviewwatch publish` posts it from {clock(publication.post_after)} on; "
        f"`reviewwatch undo {review}` takes it back until it is posted."
    )
