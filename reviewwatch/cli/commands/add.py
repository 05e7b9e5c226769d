"""`reviewwatch add`: from an address to a place that is watched."""

import re
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reviewwatch.cli import adding, completion, failure, opening, output
from reviewwatch.cli.adding import NOTHING
from reviewwatch.errors import (
    AccessError,
    BlockedAddressError,
    ConfigError,
    ConnectorError,
    RetryLaterError,
    UnknownHostError,
    UsageError,
)

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.connector import Connector
    from reviewwatch.doors import Door
    from reviewwatch.flow.add import Candidate, Trial
    from reviewwatch.flow.desk import Desk

_WEB: Final = re.compile(r"[a-z][a-z0-9+.-]*://|mailto:", re.IGNORECASE)
_AROUND: Final = "\"'<>“”‘’„«» "
"""What people copy along with an address."""
_HOST: Final = re.compile(r"[^\s/?#]+[.:][^\s/?#]+(?:[/?#]|$)|localhost(?:/|$)")
"""How an address without its scheme begins: nobody's place is called by one word."""
_PATH: Final = re.compile(r"[.~]{0,2}/")
_FILES: Final = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".html", ".htm", ".mhtml"})
_VALUES: Final = (bool, int, float, list, dict)


Address = Annotated[str, typer.Argument(metavar="URL", help="The page that people see, or a saved HTML page.")]
SourceId = Annotated[str | None, typer.Option("--as", metavar="NAME", help="The source's id.")]
Brand = Annotated[
    str | None,
    typer.Option("--brand", metavar="BRAND", help="Whose reviews these are.", autocompletion=completion.brands),
]
Every = Annotated[str | None, typer.Option("--every", metavar="TIME", help="How often it is read: 15m, 6h.")]
Reader = Annotated[str | None, typer.Option("--connector", metavar="NAME", help="Read it with this connector.")]
Options = Annotated[
    list[str] | None, typer.Option("--option", metavar="KEY=VALUE", help="An option of the connector; repeatable.")
]


def command(
    ctx: typer.Context,
    address: Address,
    source_id: SourceId = None,
    brand: Brand = None,
    every: Every = None,
    connector: Reader = None,
    options: Options = None,
    is_private: Annotated[
        bool, typer.Option("--allow-private", help="Read private addresses from now on, for a proxy of yours.")
    ] = False,
    is_yes: Annotated[bool, typer.Option("--yes", help="Add what is found without asking.")] = False,
    is_dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Try it, show the config's lines, add nothing.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Watch the place behind an address: try it, show what stands there, ask, and read it for the first time.

    JSON with source, connector, listing, read, due, history, flagged, known, first_at, last_at, ratings, newest,
    unseen, notes, problems, about, config, toml, is_added. Exit code 1 if the place cannot be read, 2 if it cannot be
    watched; nothing is added then.
    """
    candidate = _candidate(_tidied(address), connector)
    if not (is_yes or is_dry_run or sys.stdin.isatty()):
        raise UsageError(f"Nobody can be asked here: `--yes` adds what is found, `--dry-run` only looks. {NOTHING}")
    asked = adding.Asked(source_id, brand, every, _options(options or [], candidate), is_private)
    plan = adding.plan_source(ctx, candidate, asked)
    trial, plan = _tried(plan, candidate, is_yes or is_dry_run)
    record, is_read = _show(plan, trial, is_json, is_dry_run), True
    is_added = not is_dry_run and _is_wanted(plan, is_yes)
    if is_added:
        is_read = _add(plan, trial)
    elif not is_dry_run:
        output.say(NOTHING)
    if is_json:
        output.print_json({"source": plan.source_id, **record, "is_added": is_added})
    if not is_read:
        raise typer.Exit(failure.SOME_FAILED)


def _tidied(address: str) -> str:
    """Return an address with its scheme, or a file's whole path.

    Raises:
        UsageError: It is neither an address nor a file that is there.
    """
    text = address.strip()
    bare = text.strip(_AROUND)
    if _WEB.match(bare):
        return bare
    path = _file(text)
    if path is not None:
        return str(path)
    if _PATH.match(bare) or (PurePath(text).suffix.lower() in _FILES and "/" not in text):
        raise UsageError(f"{output.safe(text)} is {'a folder' if _is_folder(text) else 'not there'}. {NOTHING}")
    if not _HOST.match(bare):
        raise UsageError(
            f"`{output.safe(text)}` is neither the address of a page nor a file here. Give the address as a browser "
            f"shows it, such as https://apps.apple.com/gb/app/your-app/id123456789, or a saved page. {NOTHING}"
        )
    return f"https://{bare}"


def _file(text: str) -> Path | None:
    """Return the whole path of a file that is there; what no file can be called is none."""
    try:
        path = Path(text).expanduser().absolute()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _is_folder(text: str) -> bool:
    try:
        return Path(text).expanduser().is_dir()
    except (OSError, RuntimeError, ValueError):
        return False


def _candidate(address: str, name: str | None) -> "Candidate":
    """Say who reads an address.

    Raises:
        UsageError: Nobody does, or the place cannot be watched.
    """
    from reviewwatch.doors import Door
    from reviewwatch.flow import add
    from reviewwatch.net.reading import shown

    found = _forced(address, name) if name else add.look_up(address, _tell)
    if found is None:
        raise UsageError(
            f"No connector knows {output.safe(shown(address))}. Give the address of a listing, as you see it in a "
            f"browser; `--connector NAME` names who shall read it, and `docs/connectors.md` lists them. {NOTHING}"
        )
    if isinstance(found, Door):
        raise UsageError(_closed(found))
    if found.connector in _importers():
        raise UsageError(f"That is a file of reviews: `reviewwatch import {output.safe(address)}` reads it. {NOTHING}")
    return found


def _forced(address: str, name: str) -> "Candidate | Door":
    from reviewwatch.connector import Certainty, Recognized
    from reviewwatch.doors import find
    from reviewwatch.flow import add

    try:
        found = add.recognized_by(name, address, _tell)
    except ConfigError as error:
        raise UsageError(f"`--connector` {output.ended(error.problems[0].clause)} {NOTHING}") from error
    if found is not None and found.recognized.certainty is Certainty.PLACE:
        return found
    return find(address) or found or add.Candidate(name, Recognized(name=name, certainty=Certainty.ANY))


def _tell(said: str) -> None:
    output.say(output.safe(said))


def _closed(door: "Door") -> str:
    when = "cannot be watched yet" if door.kind == "not yet" else "cannot be watched"
    return (
        f"{door.place} {when}: {door.why}\nWhat works today: {door.door}\n"
        f"Source: {door.source}, read on {door.checked_on:%Y-%m-%d}. {NOTHING}"
    )


def _importers() -> set[str]:
    from reviewwatch.connector import load_importers

    return {importer.name for importer in load_importers()}


def _options(given: list[str], candidate: "Candidate") -> dict[str, object]:
    """Return the connector's options, those of the command line over those of the address."""
    options = dict(candidate.recognized.options)
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise UsageError(f"`--option {pair}` is not of the form KEY=VALUE. {NOTHING}")
        options[key] = value if isinstance(options.get(key), str) else _value(value)
    return options


def _value(text: str) -> object:
    """Return a number, a yes or no, a list or a table where the text is one in TOML, else the text."""
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
    return value if isinstance(value, _VALUES) or (isinstance(value, str) and text[:1] in "\"'") else text


def _tried(plan: adding.Plan, candidate: "Candidate", is_silent: bool) -> "tuple[Trial, adding.Plan]":
    """Try the place; if it is on a private address, ask whether such may be read and try again.

    Raises:
        UsageError: Another source of that name stands in the store, or the options do not fit.
        typer.Exit: The place cannot be read; it was said why.
    """
    from reviewwatch.flow import add

    trial = _try(plan)
    is_blocked = isinstance(trial.report.error, BlockedAddressError) and not plan.config.http.allow_private
    if is_blocked and not is_silent and sys.stdin.isatty():
        output.say(output.safe(str(trial.report.error)))
        if output.confirm("Read private addresses from now on (`allow_private = true`)?", is_yes=False):
            plan = replace(plan, allows_private=True, config=_with_private(plan.config))
            trial = _try(plan)
    try:
        if trial.report.error is not None:
            raise trial.report.error
        add.refuse_empty(trial, candidate)
    except ConnectorError as error:
        _refuse(error, plan)
    return trial, plan


def _with_private(config: "Config") -> "Config":
    return replace(config, http=replace(config.http, allow_private=True))


def _try(plan: adding.Plan) -> "Trial":
    from reviewwatch.cli.screen.reports import progress_on_stderr
    from reviewwatch.flow import add

    with _trial_desk(plan) as desk:
        if add.is_taken(desk, plan.source):
            other = add.free_id(plan.source_id, completion.known_sources(desk))
            raise UsageError(
                f"The store holds reviews of another source `{plan.source_id}`: add `--as {other}`. {NOTHING}"
            )
        try:
            desk.connector(plan.source_id)
        except ConfigError as error:
            raise adding.unfit(error) from error
        with progress_on_stderr() as tell:
            return add.attempt(desk, plan.source_id, tell)


@contextmanager
def _trial_desk(plan: adding.Plan) -> "Iterator[Desk]":
    """Open a desk on the store, or on one for the moment where there is none: a trial leaves nothing behind."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="reviewwatch-") as folder:
        is_there = plan.config.store.exists() or _is_misplaced(plan)
        store = plan.config.store if is_there else Path(folder) / "trial.db"
        with opening.desk_for(replace(plan.config, store=store)) as desk:
            yield desk


def _is_misplaced(plan: adding.Plan) -> bool:
    """Say whether a store could never be made where the config wants it, which opening it says better than a guess."""
    from reviewwatch.config import own_store

    store = plan.config.store
    return plan.path.exists() and not store.parent.exists() and store != own_store()


def _refuse(error: ConnectorError, plan: adding.Plan) -> None:
    """Say why the place cannot be watched.

    Raises:
        typer.Exit: Always.
    """
    output.say(output.safe_lines(str(error)))
    if isinstance(error, BlockedAddressError) and not plan.config.http.allow_private:
        output.say("If you trust the address, add `--allow-private`, which sets `allow_private = true` in the config.")
    elif isinstance(error, AccessError) and (key := _connector(plan).about.key) not in ("", "none"):
        output.say(f"What it wants: {output.safe(key)}. A secret is named with `--option token_env=VARIABLE`.")
    elif isinstance(error, UnknownHostError):
        output.say("Check the spelling of the address, and that this machine is online.")
    elif isinstance(error, RetryLaterError):
        output.say("Try again later.")
    output.say(NOTHING)
    raise typer.Exit(failure.SOME_FAILED)


def _connector(plan: adding.Plan) -> "type[Connector]":
    from reviewwatch import connector

    return connector.load_connector(plan.source.connector)


def _show(plan: adding.Plan, trial: "Trial", is_json: bool, is_dry_run: bool) -> dict[str, Any]:
    """Print what was found, and return it for a script."""
    from reviewwatch.cli.screen.found import found_lines, found_record
    from reviewwatch.config import edit

    kind: Any = _connector(plan)
    toml = edit.source_table(plan.source_id, plan.values)
    if not is_json:
        for line in found_lines(trial, kind, _told(plan)):
            output.tell(line, hang=2)
        if is_dry_run:
            output.result(f"\n{output.safe_lines(toml)}")
    return {**found_record(trial, kind), "config": plan.path, "toml": toml}


def _told(plan: adding.Plan) -> str:
    """Return the connector's own options in a few words."""
    own = {key: value for key, value in plan.values.items() if key not in ("connector", "brand", "every")}
    return ", ".join(
        f"{key} {', '.join(map(str, value)) if isinstance(value, list) else value}" for key, value in own.items()
    )


def _is_wanted(plan: adding.Plan, is_yes: bool) -> bool:
    where = f"{plan.path}{'' if plan.path.exists() else ', which does not exist yet'}"
    return output.confirm(f"Add it as `{plan.source_id}` to {where}?", is_yes)


def _add(plan: adding.Plan, trial: "Trial") -> bool:
    """Write the config, and store what was read; False if that failed."""
    from reviewwatch.cli.screen.reports import progress_on_stderr
    from reviewwatch.flow import add

    config = adding.write(plan)
    output.say(f"Added as `{plan.source_id}` to {plan.path}.")
    with opening.desk_for(config) as desk, progress_on_stderr() as tell:
        report = add.first_pull(desk, plan.source_id, trial, tell)
    if report.error is not None:
        output.say(f"{output.safe(str(report.error))}\n`reviewwatch pull {plan.source_id}` tries again.")
    elif report.is_busy:
        output.say("Another reviewwatch is reading it right now.")
    elif report.n_due:
        output.say(f"{report.n_due:,} in your queue: `reviewwatch inbox` lists them, `reviewwatch respond` begins.")
    else:
        output.say("Nothing there waits for you now: `reviewwatch inbox --all` and `reviewwatch search` find the rest.")
    return report.error is None
