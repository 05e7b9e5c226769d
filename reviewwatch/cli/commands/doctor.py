"""`reviewwatch doctor`: is everything well, and what to do where it is not."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reviewwatch.cli import failure, opening, output
from reviewwatch.errors import ConfigError, StorageError

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.flow.doctor import Checked

_HANG: Final = 6
_COLORS: Final = {"ok": "green", "warn": "yellow", "fail": "red"}


def command(
    ctx: typer.Context,
    is_offline: Annotated[bool, typer.Option("--offline", help="Read no place.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """Check config, store, secrets, clock and every place, and say what to do. Changes nothing.

    Each place is read once, its first page; nothing of it is stored. JSON lines with area, name, level (ok, warn,
    fail), what, next_step. Exit code 1 if something fails; a warning does not.
    """
    from reviewwatch.flow.doctor import Level

    levels = []
    for checked in _checks(ctx, is_offline):
        levels.append(checked.level)
        _print(checked, is_json)
    n_fail, n_warn = levels.count(Level.FAIL), levels.count(Level.WARN)
    if not is_json:
        output.say(f"{levels.count(Level.OK)} well, {n_warn} to look at, {n_fail} failing.")
    if n_fail:
        raise typer.Exit(failure.SOME_FAILED)


def _checks(ctx: typer.Context, is_offline: bool) -> "Iterator[Checked]":
    from reviewwatch import config as configs
    from reviewwatch.flow import doctor

    path = configs.find(opening.Globals.of(ctx).config, os.environ, Path.cwd())
    try:
        config, problems = configs.load_broken(path)
    except ConfigError as error:
        for problem in error.problems:
            yield doctor.Checked("config", str(path), doctor.Level.FAIL, str(problem), error=error)
        return
    except OSError as error:
        yield doctor.Checked("config", str(path), doctor.Level.FAIL, f"{error.strerror or error}", error=error)
        return
    yield from doctor.check_config(config, problems)
    yield from doctor.check_store(config.store)
    yield from doctor.check_secrets(config)
    yield from doctor.check_own_models(config)
    yield from _with_desk(config, is_offline)


def _with_desk(config: "Config", is_offline: bool) -> "Iterator[Checked]":
    """Make the checks that need the store, on one for the moment where there is none that can be opened."""
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from reviewwatch.flow import doctor

    with TemporaryDirectory(prefix="reviewwatch-") as folder:
        if not _opens(config.store):
            config = replace(config, store=Path(folder) / "doctor.db")
        with opening.desk_for(config) as desk:
            clocks = doctor.Clocks()
            yield from doctor.check_sources(desk, clocks, is_offline)
            yield doctor.check_clock(desk, clocks)
            yield doctor.check_platforms(desk)
            yield from doctor.check_kept_pages(desk)


def _opens(store: Path) -> bool:
    from reviewwatch.storage.sqlite import open_store

    try:
        open_store(store, create=False).close()
    except StorageError:
        return False
    return True


def _print(checked: "Checked", is_json: bool) -> None:
    step = checked.next_step or (failure.failure_of(checked.error).next_step if checked.error else "")
    if is_json:
        output.print_json_line(
            {
                "area": checked.area,
                "name": checked.name,
                "level": checked.level,
                "what": checked.what,
                "next_step": step,
            }
        )
        return
    level = output.paint(f"{checked.level:<4}", _COLORS[checked.level], "bold")
    about = f"{checked.area} {checked.name}".strip()
    output.tell(f"{level}  {output.safe(about)}: {output.safe(checked.what)}", hang=_HANG)
    if step:
        output.tell(f"{' ' * _HANG}{output.safe(step)}", hang=_HANG)
