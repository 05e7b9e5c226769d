"""`reviewwatch rescore`: judge what is stored anew, and move nothing without a yes."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reviewwatch.cli import filters, opening, output

if TYPE_CHECKING:
    from reviewwatch.flow.rescore import Difference, Plan

COLUMNS: Final = (
    output.Column("id"),
    output.Column("change", least=10),
    output.Column("severity", least=8),
    output.Column("priority", is_right=True),
    output.Column("case", least=6),
)
MAX_SHOWN: Final = 30
"""Differences that a person sees; --json has all of them."""


def command(
    ctx: typer.Context,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would differ, and change nothing.")] = False,
    is_yes: Annotated[bool, typer.Option("--yes", help="Move cases without asking.")] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with every difference.")] = False,
) -> None:
    """Judge stored reviews anew with the present scorer and rules, and show what would differ.

    After an update, other weights or another threshold. What a person decided stays as it is, and so does what they
    brought into the queue; old reviews that are newly flagged stay history.
    One JSON object: read, assessed, scorers, newly_flagged, no_longer_flagged, other_priority, history, moved, is_done,
    differences (id, change, state, to, severity, priority: before and after).
    """
    from reviewwatch.cli.screen.reports import progress_on_stderr
    from reviewwatch.flow import rescore
    from reviewwatch.flow.pull import PullProgress

    with opening.open_desk(ctx) as desk:
        sources = filters.wanted(desk, brand, source).sources
        with progress_on_stderr() as tell:
            plan = rescore.plan(desk, sources, lambda n: tell(PullProgress("judging", n, 0, None, None)))
        if not is_json:
            _show(plan)
        n_moved, is_done = 0, not is_dry_run and _agrees(plan, is_yes)
        if is_done:
            with progress_on_stderr() as tell:
                n_moved = rescore.carry_out(
                    desk, plan, sources, lambda n: tell(PullProgress("storing", n, 0, None, None))
                )
    if is_json:
        output.print_json(_record(plan, n_moved, is_done))
    elif not is_done:
        output.say("Nothing was changed.")
    elif plan.n_assessed or plan.differences:
        output.say(f"Stored; {_counted(n_moved)} moved.")
    else:
        output.say("There is nothing to change.")


def _agrees(plan: "Plan", is_yes: bool) -> bool:
    """Ask where somebody who works through the queue would notice."""
    n_noticed = sum(one.is_of_the_queue for one in plan.differences)
    if not n_noticed:
        return True
    n_out = sum(one.is_move and one.to == "quiet" for one in plan.differences)
    n_in = len(plan.moved) - n_out
    n_places = n_noticed - len(plan.moved)
    question = (
        f"Bring {_counted(n_in)} into the queue or to a trained person, take {n_out:,} out of it, "
        f"and give {n_places:,} another place in it?"
    )
    return output.confirm(question, is_yes)


def _counted(n: int) -> str:
    from reviewwatch.cli.screen.wording import counted

    return counted(n, "review")


def _show(plan: "Plan") -> None:
    from reviewwatch.flow.rescore import DifferenceKind

    shown = sorted(plan.differences, key=_weight)[:MAX_SHOWN]
    if shown:
        output.print_table(COLUMNS, map(_cells, shown))
    if len(plan.differences) > len(shown):
        output.say(f"{len(plan.differences) - len(shown):,} more: --json has all of them.")
    counts = ", ".join(f"{plan.count(kind):,} {kind}" for kind in (*DifferenceKind,))
    output.say(f"{_counted(plan.n_read)} judged, {plan.n_assessed:,} of them otherwise than before: {counts}.")
    if plan.n_history:
        output.say(
            f"{plan.n_history:,} of the newly flagged are old: they stay history; `reviewwatch queue --since` brings "
            "them into the queue."
        )


def _weight(one: "Difference") -> tuple[bool, bool, int]:
    """Return what sorts moves first, then what stands in the queue, the most urgent first."""
    return not one.is_move, not one.is_of_the_queue, -max(one.priority[0] or 0, one.priority[1] or 0)


def _cells(one: "Difference") -> tuple[str, ...]:
    from reviewwatch.ids import REVIEW, to_text

    return (
        to_text(REVIEW, one.review_id),
        str(one.kind),
        _arrow(*one.severity),
        _arrow(*one.priority),
        _arrow(one.state, one.to),
    )


def _arrow(before: object, after: object) -> str:
    return str(before or "-") if before == after else f"{before or '-'} → {after or '-'}"


def _record(plan: "Plan", n_moved: int, is_done: bool) -> dict[str, Any]:
    from reviewwatch.flow.rescore import DifferenceKind
    from reviewwatch.ids import REVIEW, to_text

    return {
        "read": plan.n_read,
        "assessed": plan.n_assessed,
        "scorers": dict(plan.scorers),
        "newly_flagged": plan.count(DifferenceKind.NEWLY_FLAGGED),
        "no_longer_flagged": plan.count(DifferenceKind.NO_LONGER_FLAGGED),
        "other_priority": plan.count(DifferenceKind.PRIORITY),
        "history": plan.n_history,
        "moved": n_moved,
        "is_done": is_done,
        "differences": [
            {
                "id": to_text(REVIEW, one.review_id),
                "change": one.kind,
                "state": one.state,
                "to": one.to,
                "severity": one.severity,
                "priority": one.priority,
            }
            for one in plan.differences
        ],
    }
