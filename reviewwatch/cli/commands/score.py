"""`reviewwatch score`: JSON lines with reviews in, JSON lines with what we make of them out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from reviewwatch.cli import failure, opening, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.cli.lines import Stream
    from reviewwatch.config import Config

STDIN = "-"

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="JSON lines, read as one input; without any, or for `-`, from stdin."),
]


def command(ctx: typer.Context, files: Files = None) -> None:
    """Judge reviews given as JSON lines, for scripts: one line out for each line in, in the same order.

    Reads no store and needs no config; with one, its threshold holds, its themes are looked for, and your own models
    (`reviewwatch train`) take part.
    In: text, and optionally id, title, rating, best, worst, lang. Out: id, p_detractor, band, sentiment, flagged,
    conflict, at_risk, praise, themes (theme, polarity, field, start, end), reasons (field, start, end, text, why),
    lang, scorer. A missing id is the line's number; offsets count code points of the named field as given.
    Exit code 1 if a line could not be read: it gives no line out and is named on stderr by its number.
    """
    config = opening.load_config(ctx)
    inputs = files or [STDIN]
    _refuse_what_is_no_file(inputs)
    if STDIN in inputs and sys.stdin.isatty():
        output.say("Reading JSON lines from the keyboard; Ctrl-D ends.")
    n_lines = n_bad = 0
    for lines in _batches(inputs):
        n_bad += _answer(lines, n_lines, config)
        n_lines += len(lines)
    if n_bad:
        output.say(f"{n_bad:,} of {n_lines:,} lines could not be read.")
        raise typer.Exit(failure.SOME_FAILED)


def _answer(lines: list[bytes], n_before: int, config: "Config") -> int:
    """Write what was made of some lines and return how many could not be read."""
    from reviewwatch.cli.records import score_record
    from reviewwatch.flow.absorb import asked_of
    from reviewwatch.flow.own import own_of
    from reviewwatch.flow.score import Scored, score_line

    encode, asked = output.line_encoder(), asked_of(config, source_id="")
    own = own_of(config).models if config.path is not None else {}
    answers, bad = [], []
    for number, line in enumerate(lines, start=n_before + 1):
        if not line.strip():
            continue
        scored = score_line(line, number, config.triage, asked, own)
        if isinstance(scored, Scored):
            answers.append(encode(score_record(scored)))
        else:
            bad.append(scored)
    if answers:
        output.result("\n".join(answers))
    sys.stdout.flush()
    for problem in bad:
        output.say(output.safe(f"{problem.where} {problem.why}."))
    return len(bad)


def _batches(inputs: list[str]) -> Iterator[list[bytes]]:
    from reviewwatch.cli.lines import batches
    from reviewwatch.flow.score import MAX_LINE

    for name in inputs:
        if name == STDIN:
            yield from batches(cast("Stream", sys.stdin.buffer), MAX_LINE)
        else:
            with Path(name).open("rb") as file:
                yield from batches(file, MAX_LINE)


def _refuse_what_is_no_file(inputs: list[str]) -> None:
    """Refuse before anything is judged, so that a typing mistake leaves nothing half done."""
    for name in inputs:
        if name != STDIN and (not Path(name).exists() or Path(name).is_dir()):
            raise UsageError(f"{name} is {'a folder' if Path(name).is_dir() else 'not there'}. Nothing was judged.")
