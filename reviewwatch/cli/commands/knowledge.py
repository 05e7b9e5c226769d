"""`reviewwatch knowledge`: what the brands know, what is wrong or missing in it, and texts to use again.

A group that lists by itself what is known.
"""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reviewwatch.cli import completion, failure, opening, output
from reviewwatch.cli.commands import knowledge_add
from reviewwatch.cli.commands.knowledge_import import import_
from reviewwatch.cli.commands.knowledge_learned import learned
from reviewwatch.cli.commands.knowledge_whose import no_such
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewwatch.config import Brand, Config
    from reviewwatch.flow.knowledge import Noted, Seen
    from reviewwatch.types import Business

app = typer.Typer(
    rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, no_args_is_help=True,
    help="List and check what your brands know, add to it, and import approved texts.",
)  # fmt: skip
app.add_typer(knowledge_add.app, name="add")
app.command("import", short_help="Take approved texts out of a CSV.")(import_)
app.command("learned", short_help="List what your edits have in common.")(learned)

_HANG: Final = 7
_COLORS: Final = {"error": "red", "warn": "yellow", "info": "dim"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """One thing that may be said, or is known, for a listing on a place on a day.

    Attributes:
        kind: voice, fact, remedy, contact or macro.
        about: What it is of or for: an entity with its attribute, themes, languages.
    """

    brand: str
    listing: str
    kind: str
    id: str
    text: str
    about: str
    valid_from: str | None = None
    valid_to: str | None = None
    is_public: bool = True


@app.command("check", short_help="Find contradictions and gaps.")
def check(
    ctx: typer.Context,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """Find contradictions, expired facts, themes without a remedy, and texts that a rule would stop. Changes nothing.

    With a store, what the unhappy reviews of the last 90 days are about is held against it too. JSON lines with level
    (error, warn, info), key, line, what, next_step. Exit code 1 if there is an error; warnings do not count.
    """
    from reviewwatch.flow.knowledge import Level

    noted = _noted(ctx)
    for one in noted:
        if is_json:
            output.print_json_line(one)
        else:
            _print(one)
    n_errors = sum(one.level is Level.ERROR for one in noted)
    if not is_json:
        n_warnings = sum(one.level is Level.WARN for one in noted)
        output.say(f"{n_errors} to mend, {n_warnings} to look at, {len(noted) - n_errors - n_warnings} to know.")
    if n_errors:
        raise typer.Exit(failure.SOME_FAILED)


@app.command("list", short_help="List what may be said.")
def list_(
    ctx: typer.Context,
    brand: Annotated[
        str | None, typer.Option("--brand", metavar="BRAND", help="Only this.", autocompletion=completion.brands)
    ] = None,
    listing: Annotated[str | None, typer.Option("--listing", metavar="LISTING", help="For this listing.")] = None,
    platform: Annotated[str | None, typer.Option("--platform", metavar="PLATFORM", help="For replies there.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Facts of this day; else of today.")] = None,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List what may be said for a brand or one of its listings, on a place, on a day. Goodwill is never in it.

    JSON lines with brand, listing, kind (voice, fact, remedy, contact, macro), id, text, about, valid_from, valid_to,
    is_public.
    """
    config = opening.load_config(ctx)
    lines = list(_known(config, brand, listing, platform, on))
    if is_json:
        for line in lines:
            output.print_json_line(line)
    elif lines:
        output.print_table(_COLUMNS, [_row(line) for line in lines])
    else:
        output.say("Nothing is known yet: docs/config.md says how facts, remedies and contacts are written.")


_COLUMNS: Final = (
    output.Column("brand"),
    output.Column("listing"),
    output.Column("kind"),
    output.Column("id", least=8),
    output.Column("text", least=16),
    output.Column("about", least=8),
    output.Column(""),
)


def _noted(ctx: typer.Context) -> "list[Noted]":
    from datetime import UTC, datetime

    from reviewwatch import config as configs
    from reviewwatch.config import edit
    from reviewwatch.flow import knowledge

    path = configs.find(opening.Globals.of(ctx).config, os.environ, Path.cwd())
    config, problems = configs.load_broken(path)
    opening.tell_unknown_connectors(config)
    noted = knowledge.check(config, problems, datetime.now(UTC), _seen(config))
    return noted if path is None else knowledge.located(noted, edit.read(path).removeprefix("\ufeff"))


def _seen(config: "Config") -> "Seen":
    from reviewwatch.flow import knowledge

    if not config.store.is_file():
        return knowledge.Seen()
    with opening.desk_for(config) as desk:
        return knowledge.seen_in(desk)


def _print(one: "Noted") -> None:
    place = f"line {one.line}, " if one.line else ""
    level = output.paint(f"{one.level:<5}", _COLORS[one.level])
    output.tell(f"{level}  {place}{output.safe(one.key)}: {output.safe(one.what)}", hang=_HANG)
    if one.next_step:
        output.tell(f"{' ' * _HANG}{output.safe(one.next_step)}", hang=_HANG)


def _known(
    config: "Config", brand_id: str | None, listing_id: str | None, platform_id: str | None, on: str | None
) -> "Iterator[KnownLine]":
    from reviewwatch.config.business import of_listing
    from reviewwatch.config.names import PLATFORMS

    if brand_id is not None and brand_id not in config.brands:
        raise UsageError(no_such("brand", brand_id, config.brands))
    if platform_id is not None and platform_id not in PLATFORMS:
        raise UsageError(no_such("platform", platform_id, PLATFORMS))
    brands = [config.brands[brand_id]] if brand_id else list(config.brands.values())
    if listing_id is not None:
        there = [name for one in brands for name in one.listings]
        brands = [one for one in brands if listing_id in one.listings]
        if not brands:
            raise UsageError(no_such("listing", listing_id, there))
    for one in brands:
        yield from _lines(of_listing(one, listing_id or "", platform_id or ""), _day(on, one))


def _day(on: str | None, brand: "Brand") -> date:
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    if on is None:
        return datetime.now(UTC).astimezone(ZoneInfo(brand.time_zone)).date()
    try:
        return date.fromisoformat(on)
    except ValueError as error:
        raise UsageError(f"`{on}` is no day; write it as 2026-03-01.") from error


def _lines(business: "Business", day: date) -> "Iterator[KnownLine]":
    def line(kind: str, id_: str, text: str, about: str, **more: Any) -> KnownLine:
        return KnownLine(
            brand=business.brand_id, listing=business.listing_id, kind=kind, id=id_, text=text, about=about, **more
        )

    yield line("voice", "", business.sign_off, f"{business.profile}, {business.person}, {business.time_zone}")
    for fact in business.facts:
        if fact.holds_on(day):
            yield line(
                "fact", fact.fact_id, fact.value, f"{fact.entity}, {fact.attribute}", is_public=fact.is_public,
                valid_from=fact.valid_from and str(fact.valid_from), valid_to=fact.valid_to and str(fact.valid_to),
            )  # fmt: skip
    for remedy in business.remedies:
        yield line("remedy", remedy.remedy_id, remedy.say, ", ".join(remedy.themes), is_public=remedy.is_public)
    for contact in business.contacts:
        yield line("contact", contact.contact_id, contact.text, ", ".join(contact.languages))
    for macro in business.macros:
        yield line("macro", macro.macro_id, macro.text, ", ".join((macro.lang, *macro.themes)))


def _row(line: KnownLine) -> list[str]:
    days = ""
    if line.valid_from or line.valid_to:
        days = f"{line.valid_from or ''}..{line.valid_to or ''}"
    private = "" if line.is_public else "private"
    return [
        line.brand,
        line.listing,
        line.kind,
        line.id,
        line.text,
        line.about,
        " ".join(filter(None, (days, private))),
    ]
