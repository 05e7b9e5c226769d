"""`reviewwatch train`: learn from a team's own stars and marks, and use it after a yes."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reviewwatch.cli import filters, opening, output
from reviewwatch.cli.figures import figure
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk
    from reviewwatch.flow.learn import Figures, Material, Offer

COLUMNS: Final = (
    output.Column("on the text alone", least=12),
    output.Column("before"),
    output.Column("after"),
)


def command(
    ctx: typer.Context,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Only this language, such as vi; else each in turn.")
    ] = None,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    is_dry_run: Annotated[bool, typer.Option("--dry-run", help="Show before and after, and change nothing.")] = False,
    is_yes: Annotated[bool, typer.Option("--yes", help="Use what is not worse without asking.")] = False,
    is_undo: Annotated[bool, typer.Option("--undo", help="Go back to the model before; needs --lang.")] = False,
    is_flags: Annotated[
        bool, typer.Option("--flags", help="Learn from decisions how likely a flag is right, instead of from texts.")
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Learn a language, or a team's own words, from the reviews in the store, and use it after a yes.

    A review is a label by its stars; a person's mark beats the stars; an unrated one that was flagged and answered
    counts as unhappy. A hundred labels of a language are enough. Both judges are measured on the same parts of the
    labels, which the new one has not seen there. The model stands beside the store, the one before is kept, and
    `--undo` goes back. `reviewwatch rescore` then judges anew what is stored.

    One JSON object: languages (lang, n_unhappy, n_others, n_unlabelled, is_enough, before, after and gain with value,
    low and high, is_better, is_worse, scorer, is_used); with --undo: lang, scorer (null for none).

    With --flags, flags that people took for right or wrong say how likely one of each probability is right: 60 are
    enough, 15 of either kind. What is not flagged stays so. JSON: n_right, n_wrong, is_enough, before, after and change
    of how far probabilities are off, n_right_lost and n_wrong_lost of flags that would be none, scorer, is_used.

    Exit code 1 if a language that was asked for by name has too few labels.
    """
    with opening.open_desk(ctx) as desk:
        if is_flags:
            from reviewwatch.cli import calibrating

            calibrating.run(desk, filters.wanted(desk, brand, source), lang, is_dry_run, is_yes, is_undo, is_json)
            return
        if is_undo:
            _undo(desk, lang, is_json)
            return
        wanted = filters.wanted(desk, brand, source, lang=lang)
        records = [_one(desk, material, is_dry_run, is_yes, is_json) for material in _materials(desk, wanted)]
    if is_json:
        output.print_json({"languages": records})
    elif not records:
        output.say("There is no rated review of a known language to learn from; `reviewwatch pull` or `import` first.")
    elif not any(record["is_enough"] for record in records):
        output.say("Nothing was changed. `reviewwatch import` takes older rated reviews from a file.")
    if lang and not any(record["is_enough"] for record in records):
        raise typer.Exit(1)


def _materials(desk: "Desk", wanted: Any) -> "list[Material]":
    from reviewwatch.cli.screen.reports import progress_on_stderr
    from reviewwatch.flow import learn
    from reviewwatch.flow.pull import PullProgress

    with progress_on_stderr() as tell:
        found = learn.gather(desk, wanted, lambda n: tell(PullProgress("reading", n, 0, None, None)))
    return list(found.values())


def _one(desk: "Desk", material: "Material", is_dry_run: bool, is_yes: bool, is_json: bool) -> dict[str, Any]:
    from reviewwatch.flow import learn

    if not material.is_enough:
        if not is_json:
            output.say(_too_few(material))
        return _record(material, None, is_used=False)
    if not is_json:
        output.say(f"{material.lang}: learning from {_labels(material)} …")
    offer = learn.offer(desk, material)
    if not is_json:
        _show(offer, len(material.labels))
        _say_in_use(desk, material.lang)
    is_used = not is_dry_run and not offer.is_worse and _agrees(material, offer, is_yes)
    if is_used:
        learn.accept(desk, offer.model)
    if not is_json:
        output.say(_ending(material, is_used))
    return _record(material, offer, is_used)


def _agrees(material: "Material", offer: "Offer", is_yes: bool) -> bool:
    kind = "better" if offer.is_better else "no better than chance would make it, as far as so few labels tell,"
    return output.confirm(f"It is {kind} on {material.lang}. Use it from now on?", is_yes)


def _ending(material: "Material", is_used: bool) -> str:
    if not is_used:
        return f"{material.lang}: nothing was changed."
    return (
        f"{material.lang}: in use. `reviewwatch rescore` judges anew what is stored, "
        f"`reviewwatch train --undo --lang {material.lang}` goes back."
    )


def _too_few(material: "Material") -> str:
    from reviewwatch.flow.learn import MIN_LABELS, MIN_OF_EACH

    return (
        f"{material.lang}: too few to say. It has {_labels(material)}; "
        f"it takes {MIN_LABELS}, at least {MIN_OF_EACH} of either kind."
    )


def _labels(material: "Material") -> str:
    from reviewwatch.cli.screen.wording import counted

    return f"{counted(len(material.labels), 'label')}, {material.n_unhappy:,} of detractors"


def _show(offer: "Offer", n_labels: int) -> None:
    before, after = offer.before, offer.after
    rows = (
        ("unhappy above happy (AUC)", before.auc, after.auc),
        ("flags that are right", before.precision, after.precision),
        ("detractors found", before.recall, after.recall),
        ("probability off by", before.calibration, after.calibration),
    )
    is_mute = before.n_unscored == n_labels
    told = [(name, "not judged" if is_mute else figure(old), figure(new)) for name, old, new in rows]
    output.print_table(COLUMNS, [*told, ("texts not judged", f"{before.n_unscored:,}", f"{after.n_unscored:,}")])
    verdict = "better" if offer.is_better else "worse" if offer.is_worse else "too few to say whether that is chance"
    than = ", against chance" if is_mute else ""
    output.say(f"AUC grows by {figure(offer.gain)}{than}: {verdict}.")


def _say_in_use(desk: "Desk", lang: str) -> None:
    from reviewwatch.flow import own

    found = own.own_of(desk.config)
    for one in found.unused:
        if one.name == f"own-{lang}.model":
            output.say(f"{output.safe(one.name)} stands there and is not used: {output.safe(one.why)}.")
    model = found.models.get(lang)
    if model is not None:
        n_labels = model.made.n_unhappy + model.made.n_others
        reached = "" if model.made.after is None else f", AUC {model.made.after:.2f} on those"
        output.say(
            f"In use now: {model.scorer} of {model.made.at[:10]}, from {n_labels:,} labels{reached}. It has seen these "
            "labels, so it stands in no column; `reviewwatch eval` measures it on what came since."
        )


def _record(material: "Material", offer: "Offer | None", is_used: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "lang": material.lang,
        "n_unhappy": material.n_unhappy,
        "n_others": material.n_others,
        "n_unlabelled": len(material.unlabelled),
        "is_enough": material.is_enough,
    }
    if offer is None:
        return record
    return record | {
        "before": _figures(offer.before),
        "after": _figures(offer.after),
        "gain": offer.gain._asdict(),
        "is_better": offer.is_better,
        "is_worse": offer.is_worse,
        "scorer": offer.model.scorer,
        "is_used": is_used,
    }


def _figures(figures: "Figures") -> dict[str, Any]:
    names = ("auc", "precision", "recall", "calibration")
    return {**{name: getattr(figures, name)._asdict() for name in names}, "n_unscored": figures.n_unscored}


def _undo(desk: "Desk", lang: str | None, is_json: bool) -> None:
    from reviewwatch.flow import learn

    if lang is None:
        raise UsageError("--undo needs --lang: say which language's model to go back from.")
    try:
        model = learn.take_back(desk, lang.lower())
    except (FileNotFoundError, ValueError) as error:
        raise UsageError(f"There is no own model of `{lang}` in use; nothing was changed.") from error
    if is_json:
        output.print_json({"lang": lang.lower(), "scorer": None if model is None else model.scorer})
    elif model is None:
        output.say(f"{lang}: no own model is in use any more. `reviewwatch rescore` judges anew what is stored.")
    else:
        output.say(
            f"{lang}: back to the model of {model.made.at[:10]}. `reviewwatch rescore` judges anew what is stored."
        )
