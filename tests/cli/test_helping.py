"""Every command's help ends with lines that can be typed, and shows no name of a Python type."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from reviewwatch.cli.examples import EXAMPLES
from reviewwatch.cli.main import app
from tests.cli.running import run


def leaves() -> Iterator[str]:
    """Yield the words of every command that does something by itself."""
    root = get_command(app)
    assert isinstance(root, TyperGroup)
    ctx = root.make_context("reviewwatch", ["inbox"], resilient_parsing=True)
    for name in root.list_commands(ctx):
        yield from below(root.get_command(ctx, name), name)


def below(command: object, words: str) -> Iterator[str]:
    """Yield a command, or those of a group; a group that does something by itself too."""
    if not isinstance(command, TyperGroup):
        yield words
        return
    if command.invoke_without_command:
        yield words
    for name, one in command.commands.items():
        yield from below(one, f"{words} {name}")


WORDS = list(leaves())


@pytest.mark.parametrize("words", WORDS)
def test_help_ends_with_examples(words: str) -> None:
    """What they are called is what was called."""
    text = run(*words.split(), "--help").stdout

    lines = [f"  reviewwatch {line}" for line in EXAMPLES[words]]
    assert [line[2:] for line in text.splitlines()[-len(lines) :]] == lines
    assert all(len(line) <= 108 for line in lines)
    assert not re.search(r"<\w+[\w\[\] ]*>", text)


@pytest.mark.parametrize("words", ["knowledge", "knowledge add", "sources"])
def test_no_line_of_a_list_of_commands_is_cut(words: str) -> None:
    """Three points in place of what a command does help nobody."""
    assert "..." not in run(*words.split(), "--help").stdout.split("Commands:")[-1]


def test_there_is_no_example_of_what_is_not_there() -> None:
    """Each example is of its own command."""
    assert sorted(EXAMPLES) == sorted(WORDS)
    assert all(f"{line} ".startswith(f"{words} ") for words, lines in EXAMPLES.items() for line in lines)


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_an_example_is_understood(line: str) -> None:
    """Its options and arguments are those of the command; nothing is done."""
    typed = shlex.split(re.split(" [|<>] ", line)[0])
    command = get_command(app)
    ctx = command.make_context("reviewwatch", typed)
    while isinstance(command, TyperGroup) and typed:
        name, found, typed = command.resolve_command(ctx, typed)
        assert found is not None
        command = found
        ctx = command.make_context(name, list(typed), parent=ctx)
        typed = [*ctx._protected_args, *ctx.args] if isinstance(command, TyperGroup) else []
