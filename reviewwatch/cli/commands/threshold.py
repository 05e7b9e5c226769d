"""`reviewwatch threshold`: from what you can look at, or what may be missed, to the threshold for it."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reviewwatch.cli import filters, opening, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.config.budgets import Budget
    from reviewwatch.flow.threshold import Advice
    from reviewwatch.triage.budget import Outlook

COLUMNS: Final = (
    output.Column("threshold", is_right=True),
    output.Column("flags a day", is_right=True),
    output.Column("missed", is_right=True),
    output.Column(""),
)


def command(
    ctx: typer.Context,
    budget: Annotated[
        str | None,
        typer.Option(
            "--budget", metavar="BUDGET", help='"20/day" to look at, or "5%" that may be missed; else the config\'s.'
        ),
    ] = None,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    is_yes: Annotated[bool, typer.Option("--yes", help="Write it into the config without asking.")] = False,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it, and change nothing.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find the threshold that keeps your budget, and show what it costs.

    By the reviews of the last 90 days: what each threshold would flag a day, and what share of the detractors it would
    miss, counted by your decisions or, with fewer than 30 of them, expected from the probabilities. Nothing changes
    before you say yes; then the threshold stands in the config, and `rescore` judges by it what is stored.
    One JSON object: reviews, days, why_not, now, chosen, shown (threshold, n_a_day, missed, is_counted), is_written.
    """
    from reviewwatch.flow import threshold

    with opening.open_desk(ctx) as desk:
        wanted = _budget(budget or desk.config.triage.budget)
        advice = threshold.advise(desk, wanted, filters.wanted(desk, brand, source).sources)
        config = desk.config
    if not is_json:
        _show(advice, wanted)
    chosen = advice.chosen
    is_new = chosen is not None and advice.now is not None and chosen.threshold != advice.now.threshold
    is_written = False
    if chosen is not None and is_new and not is_dry_run:
        question = f"Write `threshold = {chosen.threshold:g}` into the config?"
        is_written = output.confirm(question, is_yes)
        if is_written:
            _write(config, chosen.threshold)
    if is_json:
        output.print_json(_record(advice, is_written))
    elif is_written:
        output.say("Written. `reviewwatch rescore` judges what is stored by it, and shows first what would move.")
    elif is_new:
        output.say("Nothing was changed.")


def _budget(text: str) -> "Budget | None":
    from reviewwatch.config.budgets import parse_budget

    found = parse_budget(text)
    if text and found is None:
        raise UsageError(f'`{text}` is no budget: "20/day" is one to look at, "5%" one that may be missed.')
    return found


def _show(advice: "Advice", wanted: "Budget | None") -> None:
    if advice.why_not is not None:
        output.say(f"{advice.why_not[:1].upper()}{advice.why_not[1:]}. Nothing was changed.")
        return
    output.print_table(COLUMNS, [_cells(one, advice) for one in advice.shown])
    from reviewwatch.cli.screen.wording import counted

    is_counted = any(one.is_counted for one in advice.shown)
    how = "counted by your decisions" if is_counted else "expected from the probabilities, if they mean what they say"
    seen = f"{counted(advice.n_reviews, 'review')} of {counted(round(advice.days), 'day')}"
    output.say(f"{seen}; what would be missed is {how}.")
    if wanted is None:
        output.say('With --budget "20/day" or --budget "5%" it finds the threshold for it.')
    elif advice.chosen is None:
        output.say("No threshold keeps this budget: what other rules flag is more, or nothing tells what is missed.")
    elif advice.now is not None and advice.chosen.threshold == advice.now.threshold:
        output.say("The present threshold is the one for this budget.")


def _cells(one: "Outlook", advice: "Advice") -> tuple[str, ...]:
    marks = []
    if advice.now is not None and one.threshold == advice.now.threshold:
        marks.append("now")
    if advice.chosen is not None and one.threshold == advice.chosen.threshold:
        marks.append("for your budget")
    missed = "?" if one.missed is None else f"{one.missed:.1%}"
    return f"{one.threshold:.2f}", f"{one.n_a_day:.1f}", missed, ", ".join(marks)


def _write(config: "Config", threshold: float) -> None:
    from reviewwatch.config import edit, load_text

    if config.path is None:
        raise UsageError("There is no config to write it into: `reviewwatch init` makes one. Nothing was changed.")
    text = edit.with_threshold(edit.read(config.path), threshold)
    load_text(text, config.path)
    edit.replace(config.path, text)


def _record(advice: "Advice", is_written: bool) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "reviews": advice.n_reviews,
        "days": round(advice.days, 1),
        "why_not": advice.why_not,
        "now": advice.now and asdict(advice.now),
        "chosen": advice.chosen and asdict(advice.chosen),
        "shown": [asdict(one) for one in advice.shown],
        "is_written": is_written,
    }
