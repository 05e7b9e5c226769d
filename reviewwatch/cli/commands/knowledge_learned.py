"""`reviewwatch knowledge learned`: what your own edits propose, and taking one over."""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import completion, failure, opening, output
from reviewwatch.cli.commands.knowledge_whose import whose
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.reply.memory import Proposal

_WORDS = {"avoid": "never say", "macro": "say again", "fact": "write down"}


def learned(
    ctx: typer.Context,
    brand: Annotated[
        str | None,
        typer.Option("--brand", metavar="BRAND", help="Whose edits.", autocompletion=completion.brands),
    ] = None,
    number: Annotated[
        int | None, typer.Option("--accept", metavar="NUMBER", min=1, help="Write this one into the config.")
    ] = None,
    is_yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List what your edits of drafts have in common: words you always take out, sentences and facts you always add.

    Only what at least three reviews of three authors share is proposed, and never a sentence with a name or an address.
    Nothing changes before you accept one; it then stands in the config, where you can change or delete it.
    JSON lines with number, kind (avoid, macro, fact), words, n, n_seen, themes, lang.
    """
    from reviewwatch.flow import learned as flow

    with opening.open_desk(ctx) as desk:
        brand_of, _ = whose(desk.config, brand)
        found = flow.learned(desk, brand_of)
        if number is not None:
            if number > len(found):
                raise UsageError(f"There is no proposal {number}; there are {len(found)}. Nothing was changed.")
            chosen = found[number - 1]
            if not output.confirm(f"{_WORDS[chosen.kind]}: “{output.safe(chosen.words)}”?", is_yes):
                output.say("Nothing was changed.")
                raise typer.Exit(failure.SOME_FAILED)
            key = flow.accept(desk, brand_of, chosen)
            output.say(f"It stands in {desk.config.path} under {key}; delete it there to take it back.")
            return
    _show(found, is_json)


def _show(found: "list[Proposal]", is_json: bool) -> None:
    for at, one in enumerate(found, start=1):
        if is_json:
            output.print_json_line(
                {
                    "number": at,
                    "kind": one.kind.value,
                    "words": one.words,
                    "n": one.n,
                    "n_seen": one.n_seen,
                    "themes": list(one.themes),
                    "lang": one.lang,
                }
            )
        else:
            about = f" ({', '.join(one.themes)})" if one.themes else ""
            words = f"{_WORDS[one.kind]}: “{output.safe(one.words)}”{about}, {one.n} of {one.n_seen}"
            output.tell(f"{at:>3}  {words}", hang=5)
    if not found and not is_json:
        output.say("Your edits have nothing in common yet that three reviews of three people share.")
    elif not is_json:
        output.say("`reviewwatch knowledge learned --accept NUMBER` writes one into the config.")
