"""`reviewwatch knowledge import`: approved texts and past replies of a CSV, into the config after a yes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewwatch.cli import completion, failure, opening, output
from reviewwatch.cli.commands.knowledge_whose import whose
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.config import Brand, Config
    from reviewwatch.flow.macros import Chosen, Taken


def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV whose first line names its columns.")],
    brand: Annotated[
        str | None,
        typer.Option("--brand", metavar="BRAND", help="Whose they are.", autocompletion=completion.brands),
    ] = None,
    listing: Annotated[str | None, typer.Option("--listing", metavar="LISTING", help="For this listing alone.")] = None,
    is_yes: Annotated[bool, typer.Option("--yes", help="Write them into the config without asking.")] = False,
    is_dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, and change nothing.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """Take approved texts or past replies out of a CSV as macros, each held to the rules first.

    Its columns are text (or reply, macro, body), and if they are there theme, lang and name (or title). A text that
    breaks a rule, names a person or holds somebody's data is left out with why; one that is there already is skipped.
    Nothing is written before you say yes; then they stand at the end of the config, each a table that you can change or
    delete. JSON lines with line, is_taken, id, text, themes, lang, warnings, why. Exit code 1 if a text was refused.
    """
    config = opening.load_config(ctx)
    owner, listing_id = whose(config, brand, listing)
    chosen = _chosen(config, file, owner, listing_id)
    if is_json:
        _print_json(chosen)
    else:
        _show(chosen)
    if chosen.taken and not is_dry_run:
        of_what = f"the listing `{listing_id}`" if listing_id else f"the brand `{owner.brand_id}`"
        if output.confirm(f"Add {_texts(len(chosen.taken))} to {of_what}?", is_yes):
            _write(config, owner, listing_id, chosen)
        else:
            output.say("Nothing was changed.")
    elif not is_json:
        output.say("Nothing was changed.")
    if any(not one.is_known for one in chosen.left):
        raise typer.Exit(failure.SOME_FAILED)


def _chosen(config: "Config", file: Path, brand: "Brand", listing_id: str) -> "Chosen":
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    from reviewwatch.flow import macros

    day = datetime.now(UTC).astimezone(ZoneInfo(brand.time_zone)).date()
    return macros.choose(file, config, brand, day, listing_id)


def _show(chosen: "Chosen") -> None:
    for one in chosen.taken:
        about = ", ".join((one.macro.lang, *one.macro.themes))
        output.tell(f"add   line {one.line}  {one.macro.macro_id} ({about}): {output.safe(one.macro.text)}", hang=6)
        for warning in one.warnings:
            output.tell(f"      warns, {output.safe(warning)}", hang=6)
    for left in chosen.left:
        word = "skip" if left.is_known else output.paint("leave", "yellow")
        output.tell(f"{word:<5} line {left.line}  {output.safe(left.why)}: {output.safe(left.text)}", hang=6)
    if chosen.note:
        output.say(chosen.note)
    n_known = sum(one.is_known for one in chosen.left)
    output.say(f"{len(chosen.taken)} to add, {len(chosen.left) - n_known} left out, {n_known} there already.")


def _print_json(chosen: "Chosen") -> None:
    rows: list[dict[str, Any]] = [_record(one) for one in chosen.taken]
    for left in chosen.left:
        rows.append({"line": left.line, "is_taken": False, "text": left.text, "why": left.why})
    for row in sorted(rows, key=lambda row: int(row["line"])):
        output.print_json_line(row)


def _record(one: "Taken") -> dict[str, Any]:
    return {
        "line": one.line,
        "is_taken": True,
        "id": one.macro.macro_id,
        "text": one.macro.text,
        "themes": list(one.macro.themes),
        "lang": one.macro.lang,
        "warnings": list(one.warnings),
    }


def _write(config: "Config", brand: "Brand", listing_id: str, chosen: "Chosen") -> None:
    from reviewwatch.config import edit, load_text
    from reviewwatch.flow.macros import as_table

    if config.path is None:
        raise UsageError("There is no config to write into: `reviewwatch init` makes one. Nothing was changed.")
    tables = {one.macro.macro_id: as_table(one.macro) for one in chosen.taken}
    path = ("brands", brand.brand_id, *(("listings", listing_id) if listing_id else ()), "macros")
    text = edit.with_known(edit.read(config.path), path, tables)
    load_text(text, config.path)
    edit.replace(config.path, text)
    output.say(f"Added {_texts(len(tables))} at the end of {config.path}.")
    output.say(f"To take one back, delete its table [{'.'.join(path)}.<id>] there.")


def _texts(n: int) -> str:
    return "1 text" if n == 1 else f"{n:,} texts"
