"""`reviewwatch sources new`: the first files of a new connector."""

from pathlib import Path
from typing import Annotated

import typer

from reviewwatch.cli import output


def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Lower-case words joined by underlines, such as lamp_forum.")
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="FOLDER", help="Write a distribution of its own into this folder instead."),
    ] = None,
    is_dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
) -> None:
    """Write a new connector to begin with: it works, passes the contract over its own stand-in, and is to be changed.

    In a checkout of reviewwatch: the connector, its entry point, a stand-in, a fixture and a test. With --into the same
    as a distribution of its own. Nothing that is there is replaced. connectors/README.md goes through the rest.
    """
    from reviewwatch import scaffold

    root = into or scaffold.checkout_of(Path.cwd())
    if root is None:
        raise typer.BadParameter("this folder lies in no checkout of reviewwatch; name one with --into FOLDER")
    try:
        made = scaffold.on_its_own(name) if into else scaffold.in_checkout(name)
        written = [root / path for path in made.files] if is_dry_run else scaffold.write(made, root)
    except (ValueError, FileExistsError) as error:
        raise typer.BadParameter(f"{error}; nothing was written") from error
    for path in written:
        output.result(str(path))
    output.say("Nothing was written." if is_dry_run else "Next:")
    for step in () if is_dry_run else made.next_steps:
        output.say(f"  {step}")
