"""`reviewwatch init`: a commented config and an empty store."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from reviewwatch.cli import opening, output
from reviewwatch.errors import ConfigError, UsageError


def command(
    ctx: typer.Context,
    is_here: Annotated[
        bool, typer.Option("--here", help="Write into this folder instead of your own folders.")
    ] = False,
    name: Annotated[
        str | None, typer.Option("--brand", metavar="NAME", help="Your business, as it shall stand in replies.")
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option("--contact", metavar="CONTACT", help="Where an unhappy reviewer may turn: mail, phone or page."),
    ] = None,
    is_yes: Annotated[bool, typer.Option("--yes", help="Ask nothing, and replace a config that is there.")] = False,
) -> None:
    """Write a commented config and an empty store.

    The config goes where `--config` says, into this folder with `--here`, else into your own config folder. An existing
    store is never touched. On a terminal it asks for the name of your business and for a contact.
    """
    from reviewwatch import config
    from reviewwatch.config import edit
    from reviewwatch.config.find import NAME

    named = opening.Globals.of(ctx).config
    is_beside = is_here or named is not None
    path = Path.cwd() / (named or NAME) if is_beside else config.own_config()
    if path.exists() and not output.confirm(f"{path} exists. Replace it?", is_yes):
        output.say("Nothing was changed.")
        raise typer.Exit
    if not is_yes and sys.stdin.isatty():
        name, contact = _asked(name, contact)
    edit.replace(path, _rendered(path, "reviewwatch.db" if is_beside else None, name, contact))
    store = config.load(path).store
    is_new = not store.exists()
    _make_store(store)
    output.result(str(path))
    output.say(f"The store {'is' if is_new else 'was there already:'} {store}")
    output.say("Next: `reviewwatch add URL` watches a place, `reviewwatch import FILE` reads reviews from a file.")


def _asked(name: str | None, contact: str | None) -> tuple[str | None, str | None]:
    """Ask for what was not said; an empty answer leaves it for later."""
    if name is None:
        name = _ask("Your business, as its name shall stand in replies")
    if contact is None:
        contact = _ask("Where an unhappy reviewer may turn: mail address, phone number or page")
    return name, contact


def _ask(question: str) -> str:
    return str(
        typer.prompt(
            output.by_words(f"{question} (Enter for none)", sys.stderr), default="", show_default=False, err=True
        )
    )


def _rendered(path: Path, store: str | None, name: str | None, contact: str | None) -> str:
    """Return the config, which loads.

    Raises:
        UsageError: Name or contact cannot stand there as they are.
    """
    from reviewwatch import config
    from reviewwatch.config.render import render_example

    given = {}
    if name and name.strip():
        given["brands.*"] = {"name": name.strip()}
    if contact and contact.strip():
        given["brands.*.contacts.*"] = {_kind(contact.strip()): contact.strip()}
    text = render_example(store, given)
    try:
        config.load_text(text, path)
    except ConfigError as error:
        said = "; ".join(f"`{problem.key}` {problem.clause}" for problem in error.problems)
        raise UsageError(f"{said}. Nothing was written.") from error
    return text


def _kind(contact: str) -> str:
    if "@" in contact:
        return "email"
    return "phone" if not contact.strip("+0123456789 ()/.-") else "url"


def _make_store(store: Path) -> None:
    from reviewwatch.storage.sqlite import open_store

    store.parent.mkdir(parents=True, exist_ok=True)
    open_store(store).close()
