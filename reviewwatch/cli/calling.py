"""How this program is called here, so that a command which it names can be typed as it stands."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Final

PROGRAM: Final = "reviewwatch"
VARIABLE: Final = "REVIEWWATCH_CALLED"
"""What a program that starts this one, such as a checkout's `dev.py`, was typed as."""


_config: ContextVar[str] = ContextVar("config", default="")


def remember_config(path: Path | None) -> None:
    """Keep the config that this command line names: the next one has to name it too."""
    _config.set("" if path is None else str(path))


def as_called(text: str) -> str:
    """Return our own sentences with each command as a person can type it here, on the same config."""
    named = f" --config {shlex.quote(_config.get())}" if _config.get() else ""
    whole = f"{called()}{named}"
    return text if whole == PROGRAM else text.replace(f"`{PROGRAM} ", f"`{whole} ")


def called() -> str:
    """Return how a person called this program just now."""
    return called_by(sys.orig_argv, sys.argv[0], os.environ)


def called_by(typed: Sequence[str], script: str, environ: Mapping[str, str]) -> str:
    """Return what stands before the command's name.

    Args:
        typed: The process's whole command line, the interpreter first.
        script: What Python runs.
    """
    if said := environ.get(VARIABLE, ""):
        return said if said.isprintable() else PROGRAM
    if list(typed[1:3]) == ["-m", PROGRAM]:
        return f"{_shortest(typed[0], environ)} -m {PROGRAM}"
    return _shortest(script, environ) if Path(script).stem == PROGRAM else PROGRAM


def _shortest(program: str, environ: Mapping[str, str]) -> str:
    """Return a program's name where that alone leads to it, else its path."""
    name = Path(program).name
    return name if shutil.which(name, path=environ.get("PATH", "")) == program else shlex.quote(program)
