"""Help and usage errors as people read them: examples below, commands as they are typed here, no words of Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from typer.core import TyperArgument, TyperGroup

from reviewwatch.cli.calling import PROGRAM, called
from reviewwatch.cli.examples import EXAMPLES

if TYPE_CHECKING:
    from typer import TyperException
    from typer._click import Command

_OF_ALL_COMMANDS: Final = ("--config", "--verbose", "--version")
_PLAINLY: Final = (
    (r"Input should be a valid integer.*", "must be a whole number"),
    (r"Input should be a valid number.*", "must be a number"),
    (r"Input should be greater than or equal to (.+)", r"must be at least \1"),
    (r"Input should be less than or equal to (.+)", r"must be at most \1"),
    (r"Value error, (.+)", r"\1"),
    (r"Got unexpected extra argument\(s\) \((.+)\)", r"There is no place here for: \1"),
)
"""What Typer and its types say of a wrong value, and the same as we say it."""


def dressed(command: Command, words: str) -> Command:
    """Return a command, and those below it, with what its help says beside its own text.

    Args:
        words: As it is typed after the program's name: "knowledge add fact".
    """
    command.help = (command.help or "").replace(f"`{PROGRAM} ", f"`{called()} ")
    lines = [f"  {called()} {line}" for line in EXAMPLES.get(words, ())]
    if lines:
        command.epilog = "\n".join(["\b", "Examples:" if len(lines) > 1 else "Example:", *lines])
    for param in command.params:
        if isinstance(param, TyperArgument):
            setattr(param, "display_type_rich", _no_type)  # noqa: B010 - Typer shows `<list[str]>` beside its name
    if isinstance(command, TyperGroup):
        for name, below in command.commands.items():
            dressed(below, f"{words} {name}")
    return command


def say_plainly(error: TyperException) -> None:
    """Put a usage error in our words; name the place of an option that was taken for one of a command."""
    name = getattr(error, "option_name", None)
    if name in _OF_ALL_COMMANDS:
        error.message = f"{name} stands before the command: `{called()} {name} … COMMAND`."
        return
    for said, plainly in _PLAINLY:
        found = re.fullmatch(said, error.message)
        if found:
            error.message = found.expand(plainly)


def _no_type(**_: Any) -> None:
    return None
