"""The shell around every command: help, typing mistakes, failures as sentences, and what goes to which stream."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from getpass import getuser
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from reviewwatch import config, errors
from reviewwatch.cli import failure, main, opening, output, table
from reviewwatch.cli.table import COMMANDS, Entry
from reviewwatch.types import Band

Command = Callable[[typer.Context], None]


def run(*args: str) -> Any:
    """Run one command line in this process."""
    return CliRunner().invoke(main.app, list(args), prog_name="reviewwatch")


def run_program(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run one command line as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reviewwatch", *args],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


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

    shell = {"main", "opening", "output", "table"}
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
    """Each row of the table names a module with a function `command`, and its help can be shown."""
    module = import_module(f"reviewwatch.cli.commands.{COMMANDS[name].module}")

    assert callable(module.command)
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


@pytest.mark.parametrize("is_verbose", [True, False])
def test_logs_are_for_whoever_asks(is_verbose: bool) -> None:
    """`--verbose` shows every step on stderr, its control characters as text; without it there is no log."""
    code = (
        "import logging, sys; from types import ModuleType; from reviewwatch.cli import main, table\n"
        "module = sys.modules['reviewwatch.cli.commands.try_'] = ModuleType('try_')\n"
        "module.command = lambda: logging.getLogger('reviewwatch.flow').debug('step \x1b[2J')\n"
        "table.COMMANDS['try'] = table.Entry('try_', 'Start', 'Try.')\n"
        "main.run(sys.argv[1:])"
    )
    args = ["--verbose", "try"] if is_verbose else ["try"]
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert ("DEBUG reviewwatch.flow: step" in done.stderr) == is_verbose
    assert bool(done.stderr) == is_verbose


_MADE: dict[type[Exception], Exception] = {
    errors.ConfigError: errors.ConfigError((errors.ConfigProblem("a.b", "is wrong", 3),), "/x/reviewwatch.toml"),
    errors.ReplyRefusedError: errors.ReplyRefusedError("too long", "app"),
    OSError: OSError(28, "No space left on device", "/x/s.db"),
}


def _made(kind: type[Exception]) -> Exception:
    if kind in _MADE:
        return _MADE[kind]
    if issubclass(kind, errors.ApprovalError):
        return kind("what happened", 7)
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

    said = run("try").stderr
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


def test_an_output_that_cannot_hold_a_character_gets_an_escape() -> None:
    """A terminal of another encoding never breaks a list in its middle, and JSON stays JSON there."""
    code = "from reviewwatch.cli.output import *; make_streams_safe(); result('caf\u00e9'); print_json('caf\u00e9')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.splitlines() == ["caf\\xe9", '"caf\\u00e9"']


@dataclasses.dataclass(frozen=True, slots=True)
class Inner:
    """A value in a value."""

    band: Band
    span: timedelta


@dataclasses.dataclass(frozen=True, slots=True)
class Outer:
    """What a command might print."""

    text: str
    at: datetime
    inner: Inner
    path: Path
    many: tuple[int, ...]
    none: None = None


def test_json_is_plain_values_by_field(capsys: pytest.CaptureFixture[str]) -> None:
    """Dataclasses, enums, times and durations come out as JSON that any script reads."""
    at = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    output.print_json(Outer("ok", at, Inner(Band.PASSIVE, timedelta(minutes=2)), Path("a/b"), (1, 2)))

    assert json.loads(capsys.readouterr().out) == {
        "text": "ok",
        "at": "2026-11-21T12:00:00Z",
        "inner": {"band": "passive", "span": 120.0},
        "path": "a/b",
        "many": [1, 2],
        "none": None,
    }


HOSTILE = "a\x1b[2J\x9b31m\u202eevil\u2066\u200b\ud800\U000e0041\u2028 <b>=cmd()|\x00 é 宿 👩‍👩‍👧"


def test_json_of_hostile_text_is_harmless_and_exact(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that a terminal obeys comes out raw, readable text stays readable, and reading it back gives the text."""
    output.print_json_line({"text": HOSTILE})

    said = capsys.readouterr().out
    assert json.loads(said) == {"text": HOSTILE}
    assert not {*"\x1b\x9b\u202e\u2066\u200b\ud800\U000e0041\u2028\x00"} & {*said}
    assert "é 宿" in said
    assert said.count("\n") == 1


def test_what_has_no_form_in_json_is_refused() -> None:
    """A value nobody thought of is an error, not its repr in somebody's script."""
    with pytest.raises(TypeError, match="object has no form in JSON"):
        output.to_json(object())


COLUMNS = (output.Column("id"), output.Column("n", is_right=True), output.Column("text", least=6))
ROWS = [["rv-12", "7", "The room was cold and dark."], ["rv-9", "1200", "宿は寒かった。"]]


def test_a_table_is_aligned_and_cut_to_the_terminal() -> None:
    """Only what may shrink is cut, with an ellipsis, and wide characters count as two."""
    assert output.table_lines(COLUMNS, ROWS, 80) == [
        "id        n  text",
        "rv-12     7  The room was cold and dark.",
        "rv-9   1200  宿は寒かった。",
    ]
    narrow = output.table_lines(COLUMNS, ROWS, 24)
    assert narrow == ["id        n  text", "rv-12     7  The room w…", "rv-9   1200  宿は寒かっ…"]
    assert max(map(output.cell_width, narrow)) <= 24


def test_a_very_narrow_terminal_gets_blocks() -> None:
    """Where the columns do not fit at all, each row is a block of its own, without its empty cells."""
    assert output.table_lines(COLUMNS, [["rv-12", "", "The room was cold."], ["rv-9", "1", "ok"]], 14) == [
        "id: rv-12",
        "text: The roo…",
        "",
        "id: rv-9",
        "n: 1",
        "text: ok",
    ]


def test_a_pipe_gets_whole_values_between_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    """No header, no cutting, one line a row whatever a value holds."""
    output.print_table(COLUMNS, [["rv-12", "7", "long " * 50], ["rv-9", "1", "two\nlines\tand a tab \x1b[31m"]])

    first, second = capsys.readouterr().out.splitlines()
    assert first == "rv-12\t7\t" + ("long " * 50).strip()
    assert second.startswith("rv-9\t1\ttwo lines and a tab")
    assert "\x1b" not in second


class Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, "\x1b[1;31mno\x1b[0m"),
        ({"NO_COLOR": "1"}, "no"),
        ({"TERM": "dumb"}, "no"),
        ({"NO_COLOR": ""}, "\x1b[1;31mno\x1b[0m"),
    ],
)
def test_color_is_for_terminals_that_want_it(
    env: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR and dumb terminals get none; neither does a pipe."""
    monkeypatch.setenv("TERM", "xterm")
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    assert output.paint("no", "bold", "red", stream=Terminal()) == expected  # type: ignore[arg-type] # all it asks is isatty
    assert output.paint("no", "bold") == "no"


def test_nobody_to_ask_is_a_no_that_says_how_to_say_yes(make_command: Callable[[Command], None]) -> None:
    """In a script, what would ask stops unless `--yes` was given."""

    def command(ctx: typer.Context) -> None:
        assert output.confirm("Post it?", is_yes=True)
        output.confirm("Post it?", is_yes=False)

    make_command(command)
    done = run("try")

    assert done.exit_code == 2
    assert "Post it? Nobody can be asked here: add `--yes`" in done.stderr


def _context(**options: Any) -> Any:
    class Context:
        obj = opening.Globals(**options)

        def find_root(self) -> Context:
            return self

    return Context()


def test_a_person_is_the_configured_one_of_the_login(tmp_path: Path) -> None:
    """Without an entry the login decides; with one, the person; `--as` chooses among one's own."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(
        f"[people.ines]\nuser = '{getuser()}'\n[people.boss]\nuser = '{getuser()}'\n[people.tom]\nuser = 'tom.x'\n"
    )
    people = config.load(path)

    assert opening.person(_context(), config.load(None)) == getuser()
    assert opening.person(_context(), people) == "ines"
    assert opening.person(_context(person="boss"), people) == "boss"
    assert opening.person(_context(person=getuser()), config.load(None)) == getuser()


@pytest.mark.parametrize(("wanted", "why"), [("tom", "is `tom.x`'s"), ("nobody", "is not in the config")])
def test_nobody_decides_as_somebody_else(tmp_path: Path, wanted: str, why: str) -> None:
    """`--as` takes only a configured person of the same login."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("[people.tom]\nuser = 'tom.x'\n")

    with pytest.raises(errors.UsageError, match=why):
        opening.person(_context(person=wanted), config.load(path))


def test_a_source_that_is_not_configured_names_the_nearest(tmp_path: Path) -> None:
    """A command that is given a misspelled source says which there are."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("[sources.app]\nconnector = 'github'\n[sources.shop]\nconnector = 'github'\n")

    with pytest.raises(errors.ConfigError) as raised:
        opening.Places(config.load(path)).connector("shp")

    (problem,) = raised.value.problems
    assert (problem.why, problem.nearest) == ("is not in the config; there are: app, shop", "shop")


def test_a_connectors_complaint_has_the_configs_lines(tmp_path: Path) -> None:
    """What a connector finds wrong in its options is told with the file and the line."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("[sources.app]\nconnector = 'nothing-such'\n")

    with pytest.raises(errors.ConfigError) as raised:
        opening.Places(config.load(path)).connector("app")

    assert raised.value.path == str(path)
    assert "is not installed" in raised.value.problems[0].why


def test_init_writes_a_config_that_loads_and_an_empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`init --here` makes a folder that every command works in at once."""
    monkeypatch.chdir(tmp_path)

    done = run("init", "--here")

    assert done.exit_code == 0
    assert done.stdout == f"{tmp_path / 'reviewwatch.toml'}\n"
    assert config.load(tmp_path / "reviewwatch.toml").store == tmp_path / "reviewwatch.db"
    assert (tmp_path / "reviewwatch.db").stat().st_size > 0
    assert list((tmp_path / "home").iterdir()) == []
    listed = run("sources", "--json")
    assert (listed.exit_code, json.loads(listed.stdout)) == (0, [])


def test_init_writes_into_the_persons_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `--here` the working folder stays as it is, and the config is found from anywhere."""
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)

    assert run("init").exit_code == 0

    assert list(place.iterdir()) == []
    assert config.find(None, {}, place) == config.own_config()
    assert config.load(config.own_config()).store.is_file()


def test_init_replaces_nothing_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An existing config is kept where nobody can be asked, replaced with `--yes`, and the store is never emptied."""
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "reviewwatch.toml"
    mine.write_text("# mine\n")
    (tmp_path / "reviewwatch.db").unlink(missing_ok=True)

    refused = run("init", "--here")
    assert refused.exit_code == 2
    assert mine.read_text() == "# mine\n"
    assert run("init", "--here", "--yes").exit_code == 0
    assert mine.read_text() != "# mine\n"
    store = (tmp_path / "reviewwatch.db").read_bytes()
    assert "was there already" in run("init", "--here", "--yes").stderr
    assert (tmp_path / "reviewwatch.db").read_bytes() == store


def test_sources_without_any_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty list is a hint on stderr and nothing on stdout."""
    monkeypatch.chdir(tmp_path)
    run("init", "--here")

    done = run("sources")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "reviewwatch import FILE" in done.stderr


def test_sources_lists_configured_ones_before_their_first_pull(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that was never read is there as new, without loading its connector."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text(
        "store = 's.db'\n[brands.inn]\n[sources.app]\nconnector = 'not-installed'\n", encoding="utf-8"
    )

    (line,) = json.loads(run("sources", "--json").stdout)

    assert line["source_id"] == "app"
    assert (line["brand"], line["health"], line["is_configured"]) == ("inn", "new", True)
    assert (line["n_open"], line["n_unanswered"], line["last_pull_at"]) == (0, 0, None)
    assert run("sources").stdout == "app\tnot-installed\tnew\t-\t-\t0\t0\t\n"


def test_a_broken_config_stops_every_command_with_all_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way from a misspelled key to the sentence on stderr."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text("stor = 'a'\n[triage]\nsince = 7\n", encoding="utf-8")

    done = run("sources")

    assert done.exit_code == 2
    assert "line 1: `stor` is not a key that reviewwatch knows; did you mean `store`?" in done.stderr
    assert "line 3: `triage.since` must be a duration" in done.stderr
    assert not (tmp_path / "a").exists()
