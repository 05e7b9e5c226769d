"""`reviewwatch lint`: JSON lines with replies in, JSON lines with what the rules say of them out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewwatch.cli import opening, streaming

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.types import Problem

Files = Annotated[list[str] | None, typer.Argument(metavar="FILE", help=streaming.FILES_HELP)]


def command(ctx: typer.Context, files: Files = None) -> None:
    """Hold replies given as JSON lines to the rules, for scripts: one line out for each line in, in the same order.

    Reads no store and posts nothing. What may be said stands in the line as `business` (facts, remedies, contacts and
    more), else in the config: `listing` names one of its listings or sources. With neither, what needs facts warns.
    In: reply, and optionally id, review, title, rating, best, worst, author, platform, profile, listing, recent_replies
    (the listing's last, newest first), business. Out: id, verdict, findings (rule, severity, start, end, why, source
    and, where one key mends it, fix). A missing id is the line's number; offsets count code points of reply as given.
    The verdict is the strongest finding: block (not to be posted), hold (a trained person answers this review), warn (a
    person may accept it), ok. The text is judged as one that nobody answers for yet: what neither fact nor remedy backs
    (G23, G24) blocks here, and only warns whoever approves it, who can vouch for it by name.
    The verdict never changes the exit code; a line that could not be read makes it 1.
    """
    streaming.run(files, _linter(opening.load_config(ctx)), "judged")


def _linter(config: "Config") -> "streaming.Answer":
    from reviewwatch.cli.records import linted_record
    from reviewwatch.flow.lint import Linted, lint_line

    today = datetime.now(UTC).date()

    def answer(line: bytes, number: int) -> "Mapping[str, Any] | Problem":
        linted = lint_line(line, number, config, today)
        return linted_record(linted) if isinstance(linted, Linted) else linted

    return answer
