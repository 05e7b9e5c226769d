"""`reviewwatch knowledge add`: a fact, a remedy or a contact into the config, by one command each."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewwatch.cli import completion, opening, output
from reviewwatch.cli.commands.knowledge_whose import whose
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.flow.add_known import Added

app = typer.Typer(
    rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, no_args_is_help=True,
    help="Add a fact, a remedy or a contact to the config.",
)  # fmt: skip

Brand = Annotated[
    str | None, typer.Option("--brand", metavar="BRAND", help="Whose it is.", autocompletion=completion.brands)
]
Listing = Annotated[str | None, typer.Option("--listing", metavar="LISTING", help="Of this listing alone.")]
InOthers = Annotated[
    list[str] | None,
    typer.Option("--in", metavar="LANG=TEXT", help='In another language: de="die Rezeption"; repeatable.'),
]
OwnId = Annotated[str, typer.Option("--id", metavar="ID", help="Its name in the config; else one is made.")]
IsPrivate = Annotated[bool, typer.Option("--private", help="Known, and never said in a reply.")]
IsDryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be added, and change nothing.")]
IsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("fact", short_help="Add what is true of the business.")
def fact(
    ctx: typer.Context,
    entity: Annotated[str, typer.Option("--entity", metavar="WHAT", help="What it is about: front desk.")],
    attribute: Annotated[str, typer.Option("--attribute", metavar="WHAT", help="What of it: hours.")],
    value: Annotated[str, typer.Option("--value", metavar="VALUE", help="As it is said in a reply: 07:00-23:00.")],
    valid_from: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day on which it is true.")] = "",
    valid_to: Annotated[str, typer.Option("--to", metavar="DATE", help="The last one.")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="How it is compared; else by its looks.")] = "",
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where it stands: house manual.")] = "",
    others: InOthers = None,
    is_private: IsPrivate = False,
    brand: Brand = None,
    listing: Listing = None,
    own_id: OwnId = "",
    is_dry_run: IsDryRun = False,
    is_json: IsJson = False,
) -> None:
    """Add a fact: what is true of the business, and since when. Replies may say it, and correct what contradicts it.

    --in names the entity in another language, with its article, for replies in it.
    What says otherwise of the same days is refused, with the name of the fact that does.
    One JSON object: path, key, line, table, is_written, noted (level, what, next_step).
    """
    values: dict[str, object] = {"entity": entity, "attribute": attribute, "value": value}
    values |= {"valid_from": _day(valid_from)} if valid_from else {}
    values |= {"valid_to": _day(valid_to)} if valid_to else {}
    values |= _given(kind=kind, source=source) | _private(is_private) | _others("names", others)
    _add(ctx, "facts", values, brand, listing, own_id, is_dry_run, is_json)


@app.command("remedy", short_help="Add help that a reply may offer.")
def remedy(
    ctx: typer.Context,
    say: Annotated[
        str,
        typer.Option("--say", metavar="CLAUSE", help="As a reply says it: our desk can go through the bill with you."),
    ],
    themes: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="What it helps with; repeatable; else all.")
    ] = None,
    owner: Annotated[str, typer.Option("--owner", metavar="WHO", help="Who does it.")] = "",
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, help="Within how many working days.")
    ] = None,
    others: InOthers = None,
    is_private: IsPrivate = False,
    brand: Brand = None,
    listing: Listing = None,
    own_id: OwnId = "",
    is_dry_run: IsDryRun = False,
    is_json: IsJson = False,
) -> None:
    """Add a remedy: help that a reply may offer. A clause that a rule would stop is refused with that rule.

    --in says the clause in another language; replies in a language that has none do not offer it.
    One JSON object: path, key, line, table, is_written, noted (level, what, next_step).
    """
    values: dict[str, object] = {"say": say} | ({"themes": themes} if themes else {}) | _given(owner=owner)
    values |= ({} if days is None else {"days": days}) | _private(is_private) | _others("translations", others)
    _add(ctx, "remedies", values, brand, listing, own_id, is_dry_run, is_json)


@app.command("contact", short_help="Add where somebody may write or call.")
def contact(
    ctx: typer.Context,
    email: Annotated[str, typer.Option("--email", metavar="ADDRESS", help="A mail address.")] = "",
    phone: Annotated[str, typer.Option("--phone", metavar="NUMBER", help="A phone number, as it shall be read.")] = "",
    url: Annotated[str, typer.Option("--url", metavar="ADDRESS", help="A page.")] = "",
    platforms: Annotated[
        list[str] | None, typer.Option("--platform", metavar="PLATFORM", help="Named there; repeatable; else all.")
    ] = None,
    languages: Annotated[
        list[str] | None, typer.Option("--language", metavar="LANG", help="Answers in it: en; repeatable; else any.")
    ] = None,
    brand: Brand = None,
    listing: Listing = None,
    own_id: OwnId = "",
    is_dry_run: IsDryRun = False,
    is_json: IsJson = False,
) -> None:
    """Add a contact: where an unhappy reviewer may write or call. Exactly one of --email, --phone and --url.

    One JSON object: path, key, line, table, is_written, noted (level, what, next_step).
    """
    values: dict[str, object] = {**_given(email=email, phone=phone, url=url)}
    if len(values) != 1:
        raise UsageError("A contact is exactly one of --email, --phone and --url. Nothing was changed.")
    values |= ({"platforms": platforms} if platforms else {}) | ({"languages": languages} if languages else {})
    _add(ctx, "contacts", values, brand, listing, own_id, is_dry_run, is_json)


def _given(**values: str) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}


def _others(key: str, given: list[str] | None) -> dict[str, object]:
    pairs = [one.partition("=") for one in given or ()]
    if wrong := next((one for one in pairs if not (one[0] and one[2])), None):
        raise UsageError(f'`{wrong[0]}` is not LANG=TEXT, such as de="die Rezeption". Nothing was changed.')
    return {key: {lang: text for lang, _, text in pairs}} if pairs else {}


def _private(is_private: bool) -> dict[str, object]:
    return {"public": False} if is_private else {}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"`{text}` is no day; write it as 2026-03-01. Nothing was changed.") from error


def _add(
    ctx: typer.Context,
    table: str,
    values: Mapping[str, object],
    brand: str | None,
    listing: str | None,
    own_id: str,
    is_dry_run: bool,
    is_json: bool,
) -> None:
    from datetime import UTC, datetime

    from reviewwatch.flow.add_known import Kind, add

    config = opening.load_config(ctx)
    owner, listing_id = whose(config, brand, listing)
    added = add(config, owner, listing_id, Kind(table), values, datetime.now(UTC), own_id, is_dry_run)
    if is_json:
        output.print_json(_record(added, is_dry_run))
    else:
        _show(added, is_dry_run)


def _record(added: "Added", is_dry_run: bool) -> dict[str, Any]:
    return {
        "path": added.path,
        "key": added.key,
        "line": added.line,
        "table": added.table,
        "is_written": not is_dry_run,
        "noted": [{"level": one.level, "what": one.what, "next_step": one.next_step} for one in added.noted],
    }


def _show(added: "Added", is_dry_run: bool) -> None:
    output.result(output.safe_lines(added.table.rstrip("\n")))
    for one in added.noted:
        output.say(output.safe(f"{one.level}: {one.what}. {one.next_step}"))
    if is_dry_run:
        output.say(f"That would stand at the end of {added.path}. Nothing was changed.")
    else:
        output.say(f"That stands in {added.path} now, from line {added.line} on. To take it back, delete it there.")
