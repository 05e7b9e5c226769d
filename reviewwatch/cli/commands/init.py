"""`reviewwatch init`: a commented config and an empty store."""

from pathlib import Path
from typing import Annotated

import typer

from reviewwatch.cli import opening, output


def command(
    ctx: typer.Context,
    is_here: Annotated[
        bool, typer.Option("--here", help="Write into this folder instead of your own folders.")
    ] = False,
    is_yes: Annotated[bool, typer.Option("--yes", help="Replace a config that is there, without asking.")] = False,
) -> None:
    """Write a commented config and an empty store.

    The config goes where `--config` says, into this folder with `--here`, else into your own config folder. An existing
    store is never touched.
    """
    from reviewwatch import config
    from reviewwatch.config.find import NAME

    named = opening.Globals.of(ctx).config
    is_beside = is_here or named is not None
    path = Path.cwd() / (named or NAME) if is_beside else config.own_config()
    if path.exists() and not output.confirm(f"{path} exists. Replace it?", is_yes):
        output.say("Nothing was changed.")
        raise typer.Exit
    _write_config(path, "reviewwatch.db" if is_beside else None)
    store = config.load(path).store
    is_new = not store.exists()
    _make_store(store)
    output.result(str(path))
    output.say(f"The store {'is' if is_new else 'was there already:'} {store}")
    output.say("Next: `reviewwatch import FILE`, or describe a place under [sources.…] and `reviewwatch pull`.")


def _write_config(path: Path, store: str | None) -> None:
    """Write the config whole or not at all: a full disk leaves the one that was there."""
    from reviewwatch.config.render import render_example

    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    half.write_text(render_example(store), encoding="utf-8")
    half.replace(path)


def _make_store(store: Path) -> None:
    from reviewwatch.storage.sqlite import open_store

    store.parent.mkdir(parents=True, exist_ok=True)
    open_store(store).close()
