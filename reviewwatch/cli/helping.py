"""Help as people read it: examples below, our commands as they are typed here, no names of Python types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument, TyperGroup

from reviewwatch.cli.calling import as_called, called
from reviewwatch.cli.examples import EXAMPLES

if TYPE_CHECKING:
    from typer._click import Command


def dressed(command: Command, words: str) -> Command:
    """Return a command, and those below it, with what its help says beside its own text.

    Args:
        words: As it is typed after the program's name: "knowledge add fact".
    """
    command.help = as_called(command.help or "")
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


def _no_type(**_: Any) -> None:
    return None
