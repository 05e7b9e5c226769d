"""`reviewwatch eval`: how good the flags were, by the team's own decisions and stars."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reviewwatch.cli import filters, opening, output
from reviewwatch.cli.figures import figure

if TYPE_CHECKING:
    from reviewwatch.flow.evaluate import Report, TextFigures

COLUMNS: Final = (
    output.Column("lang"),
    output.Column("judge", least=8),
    output.Column("labels", is_right=True),
    output.Column("AUC", least=6),
    output.Column("right", least=6),
    output.Column("found", least=6),
    output.Column("off by", least=6),
    output.Column("not judged", is_right=True),
)
MAX_SHOWN: Final = 10


def command(
    ctx: typer.Context,
    since: filters.SinceOption = None,
    lang: filters.LangOption = None,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    is_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure the flags by what people decided, and each judge of texts by the stars that came with them.

    A flag was right where somebody answered or held the review, wrong or missed where somebody marked it so. Figures
    come with the interval that 95 of 100 such samples would give; where there are too few, that is said instead.

    One JSON object: flags (n_right, n_wrong, n_missed, is_enough, precision, recall, calibration, bins: low, high, n,
    said, right), texts (lang, scorer, n_unhappy, n_others, n_unscored, is_enough, auc, precision, recall, calibration),
    missed (id, lang, p, is_marked), problems. A figure is value, low and high, null where there are too few.
    """
    from reviewwatch.cli.screen.reports import progress_on_stderr
    from reviewwatch.flow import evaluate
    from reviewwatch.flow.pull import PullProgress

    with opening.open_desk(ctx) as desk:
        wanted = filters.wanted(desk, brand, source, lang=lang, since=since)
        with progress_on_stderr() as tell:
            report = evaluate.evaluate(desk, wanted, lambda n: tell(PullProgress("reading", n, 0, None, None)))
    if is_json:
        output.print_json(_record(report))
    else:
        _show(report)


def _show(report: "Report") -> None:
    flags = report.flags
    counts = f"{flags.n_right:,} right, {flags.n_wrong:,} marked wrong, {flags.n_missed:,} marked missed"
    if flags.is_enough:
        output.tell(f"Flags that people decided on: {counts}", hang=2)
        output.tell(f"  right when flagged: {figure(flags.precision)}", hang=2)
        output.tell(f"  found of what should be: {figure(flags.recall)}", hang=2)
        output.tell(f"  probability off by: {figure(flags.calibration)}", hang=2)
        for one in flags.bins:
            right = "too few to say" if one.right.value is None else f"{figure(one.right)} were right"
            output.tell(
                f"  of {one.n:,} flags from {one.low:g} to {one.high:g}: {one.said:.2f} on average, {right}", hang=2
            )
    else:
        from reviewwatch.flow.evaluate import MIN_DECISIONS

        output.tell(f"Flags that people decided on: {counts}: too few to say; it takes {MIN_DECISIONS}", hang=2)
    _show_texts(report.texts)
    _show_missed(report)
    for problem in report.problems:
        output.say(f"{output.safe(problem)}, so it is not measured.")


def _show_texts(texts: "list[TextFigures]") -> None:
    from reviewwatch.cli.screen.wording import counted

    told = [one for one in texts if one.is_enough]
    if told:
        output.tell("The text alone, by stars and marks:")
        output.print_table(COLUMNS, map(_cells, told))
    for one in texts:
        if not one.is_enough:
            output.tell(
                f"{output.safe(one.lang)} ({one.scorer}): {counted(one.n_unhappy + one.n_others, 'rated text')}, "
                f"{one.n_unhappy:,} of detractors: too few to say"
            )


def _cells(one: "TextFigures") -> tuple[str, ...]:
    figures = (one.auc, one.precision, one.recall, one.calibration)
    return (
        one.lang,
        one.scorer,
        f"{one.n_unhappy + one.n_others:,}",
        *map(figure, figures),
        f"{one.n_unscored:,}",
    )


def _show_missed(report: "Report") -> None:
    from reviewwatch.ids import REVIEW, to_text

    if not report.missed:
        return
    n_marked = sum(one.is_marked for one in report.missed)
    output.tell(f"Missed: {n_marked:,} marked; {len(report.missed) - n_marked:,} that only the stars give away", hang=2)
    for one in report.missed[:MAX_SHOWN]:
        p = "not judged" if one.p is None else f"{one.p:.2f}"
        output.tell(
            f"  {to_text(REVIEW, one.review_id)}  {p}  {'marked missed' if one.is_marked else 'low stars'}", hang=2
        )
    if len(report.missed) > MAX_SHOWN:
        output.say(f"{len(report.missed) - MAX_SHOWN:,} more: --json has them. `reviewwatch show ID --why` tells more.")


def _record(report: "Report") -> dict[str, Any]:
    from reviewwatch.ids import REVIEW, to_text

    flags = report.flags
    return {
        "flags": {
            "n_right": flags.n_right,
            "n_wrong": flags.n_wrong,
            "n_missed": flags.n_missed,
            "is_enough": flags.is_enough,
            "precision": flags.precision._asdict(),
            "recall": flags.recall._asdict(),
            "calibration": flags.calibration._asdict(),
            "bins": [
                {"low": one.low, "high": one.high, "n": one.n, "said": one.said, "right": one.right._asdict()}
                for one in flags.bins
            ],
        },
        "texts": [_of_text(one) for one in report.texts],
        "missed": [
            {"id": to_text(REVIEW, one.review_id), "lang": one.lang, "p": one.p, "is_marked": one.is_marked}
            for one in report.missed
        ],
        "problems": report.problems,
    }


def _of_text(one: "TextFigures") -> dict[str, Any]:
    names = ("auc", "precision", "recall", "calibration")
    return {
        "lang": one.lang,
        "scorer": one.scorer,
        "n_unhappy": one.n_unhappy,
        "n_others": one.n_others,
        "n_unscored": one.n_unscored,
        "is_enough": one.is_enough,
        **{name: getattr(one, name)._asdict() for name in names},
    }
