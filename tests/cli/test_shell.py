"""The shell around every command: help, typing mistakes, failures as sentences, and what goes to which stream."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import typer

from reviewwatch import errors
from reviewwatch.cli import failure, main, opening, output, table
from reviewwatch.cli.table import COMMANDS, Entry
from tests.cli.running import run, run_program

Command = Callable[[typer.Context], None]


@pytest.fixture
def make_command(monkeypatch: pytest.MonkeyPatch) -> Callable[[Command], None]:
    """Return a function that puts a command named `try` in the table."""

    def make(command: Command) -> None:
        module = ModuleType("reviewwatch.cli.commands.try_")
        module.command = command  # type: ignore[attr-defined] # a module made for the test
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setitem(table.COMMANDS, "try", Entry("try_", "Start", "Try something."))

    return make


def test_help_lists_every_command_by_group() -> None:
    """`--help` shows each group once, in the table's order, and each command with its line."""
    done = run("--help")

    assert done.exit_code == 0
    at = [done.stdout.index(f"\n{group}:") for group in dict.fromkeys(entry.group for entry in COMMANDS.values())]
    assert at == sorted(at)
    for name, entry in COMMANDS.items():
        assert f"\n  {name} " in done.stdout
        assert entry.help.split(",")[0] in " ".join(done.stdout.split())


def test_help_loads_nothing_but_typer_and_the_shell() -> None:
    """`--help` stays as quick as Typer alone: of ours only the shell is loaded, and nothing heavy of others'."""
    code = (
        "import sys; from reviewwatch.cli.main import run; run(['--help']); "
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stderr.split())

    shell = {"calling", "main", "opening", "output", "table"}
    assert {name for name in loaded if name.startswith("reviewwatch")} == {
        "reviewwatch",
        "reviewwatch.errors",
        "reviewwatch.cli",
        *(f"reviewwatch.cli.{name}" for name in shell),
    }
    heavy = {"rich", "pydantic", "httpx", "sqlite3", "asyncio", "structlog", "logging", "importlib.metadata", "ssl"}
    assert not loaded & (
        heavy | {"platformdirs", "tomllib", "vaderSentiment", "stamina", "ijson", "charset_normalizer"}
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_there(name: str) -> None:
    """Each row of the table names a module with a command, or with a group of them, and its help can be shown."""
    module = import_module(f"reviewwatch.cli.commands.{COMMANDS[name].module}")

    assert callable(getattr(module, "command", None)) or isinstance(module.app, typer.Typer)
    done = run(name, "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Usage: reviewwatch {name} [OPTIONS]")


def test_no_command_shows_the_help() -> None:
    """Typing the name alone is a question, answered with the help, and no success for a script."""
    done = run()

    assert done.exit_code == 2
    assert "Usage: reviewwatch" in done.output


def test_the_version_is_the_packages() -> None:
    """`--version` needs no config and no store."""
    done = run_program("--version")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "reviewwatch 0.1.0\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("inbx", "did you mean `inbox`?"), ("zzzz", "`reviewwatch --help` lists them")],
)
def test_a_mistyped_command_names_the_nearest(typed: str, said: str) -> None:
    """A command that is not there is a usage error that helps."""
    done = run(typed)

    assert done.exit_code == 2
    assert f"There is no command `{typed}`; {said}" in done.stderr


def test_an_unknown_option_is_a_usage_error() -> None:
    """Typer's own usage errors keep exit code 2 and go to stderr."""
    done = run("--confg", "x", "sources")

    assert done.exit_code == 2
    assert "--confg" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("inbox --limit x", "'--limit': must be a whole number"),
        ("inbox --limit 0", "'--limit': must be at least 1"),
        ("inbox --rating-max 9", "'--rating-max': must be at most 5"),
        ("inbox --rating-max x", "'--rating-max': must be a number"),
        ("export --format xml", "'--format': 'xml' is not one of 'csv', 'jsonl'"),
        ("inbox now", "There is no place here for: now"),
    ],
)
def test_a_wrong_value_is_told_plainly(typed: str, said: str) -> None:
    """In words that a person at a shop would use."""
    done = run(*typed.split())

    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("option", ["--config", "--verbose"])
def test_an_option_of_all_commands_has_its_place_said(option: str) -> None:
    """Behind the command it is none; the sentence shows where it stands."""
    done = run("inbox", option, "x")

    assert done.exit_code == 2
    assert f"{option} stands before the command: `reviewwatch {option} … COMMAND`." in done.stderr


def test_command_names_complete_without_loading_a_command() -> None:
    """The shell's completion offers the names that begin as typed."""
    done = run_program(
        _REVIEWWATCH_COMPLETE="complete_bash", COMP_WORDS="reviewwatch in", COMP_CWORD="1", PYTHONVERBOSE=""
    )

    assert done.stdout.split() == [name for name in COMMANDS if name.startswith("in")]


def test_a_command_is_called_with_the_global_options(make_command: Callable[[Command], None]) -> None:
    """Options before the command reach it through the context."""
    seen = []

    def command(ctx: typer.Context) -> None:
        seen.append(opening.Globals.of(ctx))

    make_command(command)

    assert run("--config", "a.toml", "--as", "ines", "--verbose", "try").exit_code == 0
    assert seen == [opening.Globals(Path("a.toml"), "ines", True)]


@pytest.mark.parametrize("level", ["debug", "warning"])
@pytest.mark.parametrize("is_verbose", [True, False])
def test_logs_are_for_whoever_asks(is_verbose: bool, level: str) -> None:
    """`--verbose` shows every step on stderr, its control characters as text; without it there is no log.

    Not even of a warning: what failed is told once, by the command.
    """
    code = (
        "import logging, sys; from types import ModuleType; from reviewwatch.cli import main, table\n"
        "module = sys.modules['reviewwatch.cli.commands.try_'] = ModuleType('try_')\n"
        "module.command = lambda: logging.getLogger('reviewwatch.flow').LEVEL('step \x1b[2J')\n"
        "table.COMMANDS['try'] = table.Entry('try_', 'Start', 'Try.')\n"
        "main.run(sys.argv[1:])"
    ).replace("LEVEL", level)
    args = ["--verbose", "try"] if is_verbose else ["try"]
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert (f"{level.upper()} reviewwatch.flow: step" in done.stderr) == is_verbose
    assert bool(done.stderr) == is_verbose


_MADE: dict[type[Exception], Exception] = {
    errors.ConfigError: errors.ConfigError((errors.ConfigProblem("a.b", "is wrong", 3),), "/x/reviewwatch.toml"),
    errors.LayoutChangedError: errors.LayoutChangedError("what happened", "app", body=b"<html>"),
    errors.ReplyRefusedError: errors.ReplyRefusedError("too long", "app"),
    OSError: OSError(28, "No space left on device", "/x/s.db"),
}


def _made(kind: type[Exception]) -> Exception:
    if kind in _MADE:
        return _MADE[kind]
    if issubclass(kind, errors.ApprovalError):
        return kind("what happened", 7)
    if issubclass(kind, errors.DamagedWeightsError):
        return kind("what happened", "weights.bin")
    return kind("what happened")


@pytest.mark.parametrize("kind", failure.FAILURES, ids=lambda kind: kind.__name__)
def test_every_error_becomes_a_sentence_and_its_exit_code(
    kind: type[Exception], make_command: Callable[[Command], None]
) -> None:
    """What happened and the next step stand on stderr, stdout stays clean, and the exit code is the table's."""
    error = _made(kind)

    def command(ctx: typer.Context) -> None:
        raise error

    make_command(command)
    done = run("try")

    assert done.exit_code == failure.FAILURES[kind].exit_code
    assert done.stdout == ""
    assert failure.FAILURES[kind].next_step in done.stderr
    assert "Traceback" not in done.stderr


def test_every_error_of_ours_is_told_by_an_entry_of_its_own_or_its_parents() -> None:
    """No error of `errors.py` falls through to "unexpected"."""
    ours = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ReviewwatchError)
    ]

    untold = [kind for kind in ours if not issubclass(kind, tuple(failure.FAILURES))]
    assert untold == [errors.ReviewwatchError]


def test_a_special_error_is_told_before_its_parents() -> None:
    """The table's order lets no general entry hide a special one."""
    kinds = list(failure.FAILURES)

    for place, kind in enumerate(kinds):
        assert not any(issubclass(kind, earlier) for earlier in kinds[:place]), kind


def test_only_what_could_have_posted_speaks_of_posting() -> None:
    """Undo, hold and outbox fail with the same kind of error, and none of them posts."""
    assert failure.explain(errors.ApprovalError("there is no decision on R7 to take back", 7)).splitlines() == [
        "there is no decision on R7 to take back",
        "Nothing was changed.",
    ]


def test_config_problems_are_listed_with_the_files_name() -> None:
    """Each problem has its own line."""
    problems = (errors.ConfigProblem("a", "is wrong", 3), errors.ConfigProblem("b", "is missing", nearest="c"))

    said = failure.explain(errors.ConfigError(problems, "/x/reviewwatch.toml"))

    assert said.splitlines()[:3] == [
        "The config /x/reviewwatch.toml cannot be used:",
        "  line 3: `a` is wrong",
        "  `b` is missing; did you mean `c`?",
    ]


def test_a_sources_error_names_the_source_once() -> None:
    """The source stands before the message unless the message begins with it."""
    assert failure.explain(errors.AccessError("403", "app")).startswith("app: 403\n")
    assert failure.explain(errors.AccessError("app said 403", "app")).startswith("app said 403\n")


def test_an_unexpected_error_shows_its_traceback_only_when_asked(make_command: Callable[[Command], None]) -> None:
    """A mistake of ours is one sentence for people and a traceback for whoever reports it."""

    def command(ctx: typer.Context) -> None:
        raise ZeroDivisionError("by nothing")

    make_command(command)

    plain = run("try")
    assert plain.exit_code == 1
    assert plain.stderr.startswith("Unexpected: ZeroDivisionError: by nothing\n")
    assert "Traceback" not in plain.stderr
    verbose = run("--verbose", "try")
    assert verbose.exit_code == 1
    assert "Traceback" in verbose.stderr
    assert "Unexpected: ZeroDivisionError" in verbose.stderr


def test_what_an_error_quotes_from_outside_cannot_act_on_the_terminal(make_command: Callable[[Command], None]) -> None:
    """A message may hold a site's words; their escapes are shown."""

    def command(ctx: typer.Context) -> None:
        raise errors.AccessError("it said \x1b]0;owned\x07", "app")

    make_command(command)

    said = run("--verbose", "try").stderr
    assert "Traceback" in said
    assert "\x1b" not in said
    assert "\x07" not in said


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), typer.Abort()])
def test_an_interrupt_is_quiet_and_130(stop: BaseException, make_command: Callable[[Command], None]) -> None:
    """Ctrl-C in a command or at a question ends it without a word."""

    def command(ctx: typer.Context) -> None:
        raise stop

    make_command(command)
    done = run("try")

    assert done.exit_code == 130
    assert done.output.strip() == ""


def test_a_reader_that_goes_away_is_no_failure_to_talk_about() -> None:
    """`reviewwatch … | head` ends quietly, with the code a shell gives for a closed pipe."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "reviewwatch", "--help"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write_end)

    assert (done.returncode, done.stderr) == (main.BROKEN_PIPE_EXIT, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes streams")
@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "0<&-"])
def test_a_closed_stream_is_no_mistake(closed: str, tmp_path: Path) -> None:
    """As some schedulers start programs."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m reviewwatch inbox {closed}'],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_nobody_to_ask_is_a_no_that_says_how_to_say_yes(make_command: Callable[[Command], None]) -> None:
    """In a script, what would ask stops unless `--yes` was given."""

    def command(ctx: typer.Context) -> None:
        assert output.confirm("Post it?", is_yes=True)
        output.confirm("Post it?", is_yes=False)

    make_command(command)
    done = run("try")

    assert done.exit_code == 2
    assert "Post it? Nobody can be asked here: add `--yes`" in done.stderr
