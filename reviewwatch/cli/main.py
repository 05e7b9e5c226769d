"""The command shell: global options, and a group that imports a command only when it is called.

`--help` is the command that a newcomer waits for, so it is written from `table.py` and loads nothing else of ours.
"""

import gc
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from reviewwatch.cli.calling import PROGRAM, called, remember_config
from reviewwatch.cli.opening import Globals
from reviewwatch.cli.output import flush_or_drop, make_streams_safe
from reviewwatch.cli.table import COMMANDS

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter
    from typer._click.shell_completion import CompletionItem

COMPLETES = "_REVIEWWATCH_COMPLETE"
"""By this variable the shell asks for completions."""
INTERRUPTED_EXIT = 130  # 128 + SIGINT
BROKEN_PIPE_EXIT = 141  # 128 + SIGPIPE, as a shell reports a program whose reader went away
NEW_OBJECTS = 10_000  # between two looks for garbage: nearly all that a command makes is loaded once and stays


class LazyGroup(TyperGroup):
    """The commands of `table.py`, each imported when it is called."""

    def list_commands(self, ctx: "Context") -> list[str]:
        """Return the names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        """Import a command's module and make a Typer command of its function `command`, or of its `app` with verbs."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        from reviewwatch.cli.helping import dressed

        module = import_module(f"reviewwatch.cli.commands.{entry.module}")
        if hasattr(module, "app"):
            module.app.info.name = cmd_name
            return dressed(get_command(module.app), cmd_name)
        single = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        single.command(name=cmd_name, short_help=entry.help)(module.command)
        return dressed(get_command(single), cmd_name)

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """Find the command, and name the nearest one for a typing mistake."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"`{PROGRAM} --help` lists them."
            ctx.fail(f"There is no command `{args[0]}`; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the commands by group, from the table alone."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, entry in COMMANDS.items():
            groups.setdefault(entry.group, []).append((name, entry.help))
        widest = max(map(len, COMMANDS))
        for group, rows in groups.items():
            with formatter.section(group):
                formatter.write_dl([(name.ljust(widest), line) for name, line in rows])

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """Offer the names of commands without importing any."""
        from typer._click.shell_completion import CompletionItem

        names = [name for name in COMMANDS if name.startswith(incomplete)]
        items = [CompletionItem(name, help=COMMANDS[name].help) for name in names]
        return items if not incomplete.startswith("-") else super().shell_complete(ctx, incomplete)

    def make_context(self, *args: Any, **extra: Any) -> "Context":
        """Read the command line; `--help` and `--version` are answered here."""
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError as error:
            raise typer.Exit(BROKEN_PIPE_EXIT) from error

    def invoke(self, ctx: "Context") -> Any:
        """Run the command; what goes wrong becomes a sentence and an exit code here and nowhere else."""
        try:
            return super().invoke(ctx)
        except typer.Exit:
            raise
        except typer.TyperException as error:
            from reviewwatch.cli.helping import say_plainly

            say_plainly(error)
            raise
        except (typer.Abort, KeyboardInterrupt) as stop:
            typer.echo(err=True)
            raise typer.Exit(INTERRUPTED_EXIT) from stop
        except BrokenPipeError as error:
            raise typer.Exit(BROKEN_PIPE_EXIT) from error
        except Exception as error:
            from reviewwatch.cli.failure import tell

            raise typer.Exit(tell(error, is_verbose=Globals.of(ctx).is_verbose)) from error


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        from importlib.metadata import version

        typer.echo(f"{PROGRAM} {version(PROGRAM)}")
        raise typer.Exit


app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(
    help="Watch public reviews, find the unhappy ones, and answer them: nothing is posted without a person's yes.",
    epilog=f"`{PROGRAM} COMMAND --help` explains one command. Start with `{PROGRAM} demo` or `{PROGRAM} init`.",
)
def root(
    ctx: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="PATH",
            help="The config; else REVIEWWATCH_CONFIG, the nearest reviewwatch.toml upwards, or your own config.toml.",
        ),
    ] = None,
    person: Annotated[
        str | None, typer.Option("--as", metavar="PERSON", help="Decide as this configured person of your login.")
    ] = None,
    is_verbose: Annotated[
        bool, typer.Option("--verbose", help="Log what happens, and show the traceback of a failure.")
    ] = False,
    _is_version: Annotated[
        bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Keep the global options where every command finds them."""
    ctx.obj = Globals(config, person, is_verbose)
    remember_config(config)
    from reviewwatch.cli import logs

    if is_verbose:
        logs.log_to_stderr()
    else:
        logs.log_nowhere()


def run(args: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    # A shell completes the arguments of one word, which is our name.
    is_for_the_shell = COMPLETES in os.environ or any(arg.endswith("-completion") for arg in args)
    try:
        get_command(app).main(args, PROGRAM if is_for_the_shell else called(), complete_var=COMPLETES)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    return 0


def main() -> None:
    """Run the command line of this process, and leave quietly when a reader of our output went away."""
    gc.set_threshold(NEW_OBJECTS)
    make_streams_safe()
    code = run(sys.argv[1:])
    gc.freeze()  # what was loaded goes with the process; to take it apart first costs a short command a quarter
    sys.exit(code if flush_or_drop() else BROKEN_PIPE_EXIT)
