"""`reviewwatch draft`: JSON lines with reviews in, JSON lines with replies to them out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewwatch.cli import opening, streaming

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.types import Problem

Files = Annotated[list[str] | None, typer.Argument(metavar="FILE", help=streaming.FILES_HELP)]


def command(ctx: typer.Context, files: Files = None) -> None:
    """Draft replies to reviews given as JSON lines, for scripts: one line out for each line in, in the same order.

    Reads no store and posts nothing. Who speaks stands in the line as `business` (name, profile, person, sign_off,
    avoid, time_zone, facts, remedies, contacts), else in the config: `listing` names one of its listings or sources.
    In: text, and optionally id, title, rating, best, worst, author, lang, created_at, platform, profile, listing,
    recent_replies (the listing's last, newest first: drafts differ from them), business. Out: id, decision (reply, hold
    or skip), why, drafts (text, sentences with text, move and licence, findings with rule, severity, start, end, why,
    source and fix). A missing id is the line's number.
    Without created_at nobody knows the day, so no fact holds on it: no claim of the review is corrected or conceded.
    Exit code 1 if a line could not be read: it gives no line out and is named on stderr by its number.
    """
    streaming.run(files, _drafter(opening.load_config(ctx)), "drafted")


def _drafter(config: "Config") -> "streaming.Answer":
    from reviewwatch.cli.records import drafted_record
    from reviewwatch.flow.absorb import asked_of
    from reviewwatch.flow.draft import Drafted, draft_line

    asked = asked_of(config, source_id="")

    def answer(line: bytes, number: int) -> "Mapping[str, Any] | Problem":
        drafted = draft_line(line, number, config, asked)
        return drafted_record(drafted) if isinstance(drafted, Drafted) else drafted

    return answer
