"""Commands for scripts: JSON lines in, JSON lines out, in the same order and while they come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import typer

from reviewwatch.cli import failure, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.cli.lines import Stream
    from reviewwatch.types import Problem

STDIN: Final = "-"
FILES_HELP: Final = "JSON lines, read as one input; without any, or for `-`, from stdin."

Answer = Callable[[bytes, int], "Mapping[str, Any] | Problem"]
"""From a line and its number to its row, or to why there is none."""


def run(files: Sequence[str] | None, answer: Answer, done: str) -> None:
    """Answer every line of some files, or of stdin.

    Args:
        done: What did not happen to a file that is not there: "judged".

    Raises:
        UsageError: A file is not there; nothing was answered.
        Exit: Some lines could not be read; each is named on stderr by its number.
    """
    inputs = files or [STDIN]
    _refuse_what_is_no_file(inputs, done)
    if STDIN in inputs and sys.stdin.isatty():
        output.say("Reading JSON lines from the keyboard; Ctrl-D ends.")
    n_lines = n_bad = 0
    for lines in _batches(inputs):
        n_bad += _answer(lines, n_lines, answer)
        n_lines += len(lines)
    if n_bad:
        output.say(f"{n_bad:,} of {n_lines:,} lines could not be read.")
        raise typer.Exit(failure.SOME_FAILED)


def _answer(lines: list[bytes], n_before: int, answer: Answer) -> int:
    """Write what was made of some lines and return how many could not be read."""
    encode = output.line_encoder()
    answers: list[str] = []
    bad: list[Problem] = []
    for number, line in enumerate(lines, start=n_before + 1):
        if not line.strip():
            continue
        made = answer(line, number)
        if isinstance(made, Mapping):
            answers.append(encode(made))
        else:
            bad.append(made)
    if answers:
        output.result("\n".join(answers))
    sys.stdout.flush()
    for problem in bad:
        output.say(output.safe(output.ended(f"{problem.where} {problem.why}")))
    return len(bad)


def _batches(inputs: Sequence[str]) -> Iterator[list[bytes]]:
    from reviewwatch.cli.lines import batches
    from reviewwatch.flow.rows import MAX_LINE

    for name in inputs:
        if name == STDIN:
            yield from batches(cast("Stream", sys.stdin.buffer), MAX_LINE)
        else:
            with Path(name).open("rb") as file:
                yield from batches(file, MAX_LINE)


def _refuse_what_is_no_file(inputs: Sequence[str], done: str) -> None:
    """Refuse before anything is answered, so that a typing mistake leaves nothing half done."""
    for name in inputs:
        if name != STDIN and (not Path(name).exists() or Path(name).is_dir()):
            raise UsageError(f"{name} is {'a folder' if Path(name).is_dir() else 'not there'}. Nothing was {done}.")
