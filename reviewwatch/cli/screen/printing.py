"""Sections and lines printed once, for commands that do not wait for keys."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from reviewwatch.cli.output import has_color, is_terminal, result
from reviewwatch.cli.screen.look import Look, Section, hung


def look_of_output() -> Look:
    """Return how things are drawn on standard output: marks instead of color in a pipe."""
    return Look(has_color=has_color())


def make_console() -> Console:
    """Return a console on standard output that obeys nothing in what it prints: no markup, no emoji names."""
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def write_now(text: str) -> None:
    """Write to the terminal at once, past the line buffer."""
    sys.stdout.write(text)
    sys.stdout.flush()


def print_sections(sections: Sequence[Section]) -> None:
    """Print sections wrapped and ruled on a terminal, as titled unwrapped text in a pipe."""
    if not is_terminal():
        for section in sections:
            result(f"{section.title}\n{section.body.plain}\n")
        return
    console = make_console()
    for section in sections:
        console.print(Rule(Text(section.title, "bold cyan"), align="left", style="cyan"))
        console.print(hung(section.body, console.width, console) if section.hangs else section.body)


def print_line(line: Text) -> None:
    """Print one line, wrapped by words on a terminal."""
    if is_terminal():
        make_console().print(line)
    else:
        result(line.plain)
