"""Write the generated docs: `python -m reviewwatch.cli.reference`, or with `--check` say which differ.

`python3 dev.py docs` calls it in the checkout; what it writes is committed, so that a change shows in review.
"""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

from typer import Context
from typer.core import TyperGroup
from typer.main import get_command

from reviewwatch import errors
from reviewwatch.cli.calling import PROGRAM
from reviewwatch.cli.failure import FAILURES, UNEXPECTED, Failure
from reviewwatch.cli.main import BROKEN_PIPE_EXIT, INTERRUPTED_EXIT, app
from reviewwatch.cli.places import render_connectors
from reviewwatch.cli.table import COMMANDS
from reviewwatch.config.render import render_example, render_reference
from reviewwatch.doors import doors

_WIDTH: Final = 100

_COMMANDS_HEAD = """\
# Commands

This page is written by `python3 dev.py docs` from every command's `--help`.
"""

_ERRORS_HEAD = f"""\
# Errors and exit codes

This page is written by `python3 dev.py docs` from `reviewwatch/errors.py` and the table in
`reviewwatch/cli/failure.py`. Every failure is told on stderr: what happened, to which thing, and what to do next.
`--verbose` adds the traceback.

| exit code | means |
|---|---|
| 0 | done |
| 1 | some items failed; the others are done |
| 2 | the command line, the config or the store cannot be used; nothing was done |
| {INTERRUPTED_EXIT} | interrupted with Ctrl-C |
| {BROKEN_PIPE_EXIT} | whoever read the output went away, as in `… \\| head` |

| error | what happened | what to do | exit code |
|---|---|---|---|
"""


_DOORS_HEAD = """\
# Closed doors

This page is written by `python3 dev.py docs` from `reviewwatch/doors.toml`. `reviewwatch add` knows the addresses of
these places and says the same.

| place | watched | why not | what works today | source, read on |
|---|---|---|---|---|
"""


def render_commands() -> str:
    """Return `docs/commands.md`."""
    blocks = [_COMMANDS_HEAD, _help_block(PROGRAM, ())]
    blocks += [_help_block(f"{PROGRAM} {' '.join(words)}", words) for words in _command_words()]
    return "\n".join(blocks)


def _command_words() -> Iterator[tuple[str, ...]]:
    """Yield what is typed for each command, the verbs of a group behind it."""
    group = get_command(app)
    for name in COMMANDS:
        command = group.get_command(Context(group), name) if isinstance(group, TyperGroup) else None
        yield from _words_below((name,), command)


def _words_below(words: tuple[str, ...], command: object) -> Iterator[tuple[str, ...]]:
    yield words
    for verb, below in getattr(command, "commands", {}).items():
        yield from _words_below((*words, verb), below)


def render_errors() -> str:
    """Return `docs/errors.md`."""
    rows = [_error_row(kind, failure) for kind, failure in FAILURES.items()]
    rows.append(f"| anything else | A mistake in reviewwatch. | {UNEXPECTED.next_step} | {UNEXPECTED.exit_code} |")
    return _ERRORS_HEAD + "\n".join(rows) + "\n"


def render_closed_doors() -> str:
    """Return `docs/closed-doors.md`: a place that has several addresses has one row."""
    rows = dict.fromkeys(
        f"| {door.place} | {door.kind} | {door.why} | {door.door} | {door.source}, {door.checked_on:%Y-%m-%d} |"
        for door in doors()
    )
    return _DOORS_HEAD + "\n".join(rows) + "\n"


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "docs/commands.md": render_commands,
    "docs/config.md": render_reference,
    "docs/closed-doors.md": render_closed_doors,
    "docs/connectors.md": render_connectors,
    "docs/errors.md": render_errors,
    "config.example.toml": render_example,
}


def stale_pages(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page that differs from what is committed, with the text that it should have.

    Args:
        root: Of the checkout.
    """
    for name, render in PAGES.items():
        path = root / name
        text = render()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield path, text


def main(args: Sequence[str]) -> int:
    """Write what differs, or only name it with `--check`."""
    is_check = "--check" in args
    stale = list(stale_pages(Path.cwd()))
    for path, text in stale:
        if is_check:
            print(f"{path.name} is not as it would be written; run `python3 dev.py docs`")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")
    return 1 if is_check and stale else 0


def _help_block(title: str, args: Sequence[str]) -> str:
    said = io.StringIO()
    with redirect_stdout(said):
        get_command(app).main(
            [*args, "--help"], prog_name=PROGRAM, standalone_mode=False, terminal_width=_WIDTH, max_content_width=_WIDTH
        )
    lines = [line.rstrip() for line in said.getvalue().strip().splitlines()]
    return "\n".join([f"## {title}", "", "```text", *lines, "```", ""])


def _error_row(kind: type[Exception], failure: Failure) -> str:
    what = _first_line(kind) if issubclass(kind, errors.ReviewwatchError) else _SYSTEM_ERRORS[kind]
    step = failure.next_step or "The message says it."
    return f"| {kind.__name__} | {what} | {step} | {failure.exit_code} |"


_SYSTEM_ERRORS: Final[Mapping[type[Exception], str]] = {
    PermissionError: "The system does not let you read or write a file.",
    FileNotFoundError: "A file or folder is not there.",
    OSError: "The disk is full, the file system is read-only, or another failure of the system.",
}


def _first_line(kind: type) -> str:
    return (inspect.getdoc(kind) or "").split("\n", 1)[0].replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
