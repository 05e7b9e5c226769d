"""`reviewwatch train --flags`: show what decisions on flags teach, and use it after a yes."""

from typing import TYPE_CHECKING, Any

from reviewwatch.cli import output
from reviewwatch.cli.figures import figure
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.flow.calibrate import Decided, Offer
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import QueueFilter


def run(
    desk: "Desk",
    wanted: "QueueFilter",
    lang: str | None,
    is_dry_run: bool,
    is_yes: bool,
    is_undo: bool,
    is_json: bool,
) -> None:
    """Learn, show, ask and use; or go back."""
    from reviewwatch.flow import calibrate

    if lang is not None:
        raise UsageError("--flags learns from flags of every language; leave out --lang.")
    if is_undo:
        _undo(desk, is_json)
        return
    decided = calibrate.gather(desk, wanted)
    if not decided.is_enough:
        _finish(is_json, _too_few(decided), _record(decided, None, is_used=False))
        return
    offer = calibrate.offer(desk, decided)
    if not is_json:
        _show(decided, offer)
    is_used = not is_dry_run and not offer.is_worse and _agrees(offer, is_yes)
    if is_used:
        calibrate.accept(desk, offer.calibration)
    ending = (
        "In use. `reviewwatch rescore` judges anew what is stored, `reviewwatch train --flags --undo` goes back."
        if is_used
        else "Nothing was changed."
    )
    _finish(is_json, ending, _record(decided, offer, is_used))


def _finish(is_json: bool, said: str, record: dict[str, Any]) -> None:
    if is_json:
        output.print_json(record)
    else:
        output.say(said)


def _too_few(decided: "Decided") -> str:
    from reviewwatch.flow.calibrate import MIN_FLAGS, MIN_OF_EACH

    return (
        f"Too few to say: people took {decided.n_right:,} flags for right and {decided.n_wrong:,} for wrong; it takes "
        f"{MIN_FLAGS}, at least {MIN_OF_EACH} of either kind. Nothing was changed."
    )


def _show(decided: "Decided", offer: "Offer") -> None:
    from reviewwatch.cli.screen.wording import counted

    said = f"{decided.n_right:,} right, {decided.n_wrong:,} wrong"
    output.result(f"Flags that people decided on: {said}")
    output.result(f"  probability off by, before: {figure(offer.before)}")
    output.result(f"  probability off by, after:  {figure(offer.after)}")
    output.result(
        f"  would be no flags any more: {counted(offer.n_wrong_lost, 'wrong one')} and "
        f"{counted(offer.n_right_lost, 'right one')}"
    )
    for p in (0.5, 0.6, 0.7, 0.8, 0.9, 0.99):
        if p >= offer.calibration.threshold:
            output.result(f"  {p:.2f} becomes {offer.calibration.of(p):.2f}")


def _agrees(offer: "Offer", is_yes: bool) -> bool:
    kind = "better" if offer.is_better else "no better than chance would make it, as far as so few decisions tell,"
    return output.confirm(f"What it says of flags is {kind}. Use it from now on?", is_yes)


def _record(decided: "Decided", offer: "Offer | None", is_used: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "n_right": decided.n_right,
        "n_wrong": decided.n_wrong,
        "is_enough": decided.is_enough,
    }
    if offer is None:
        return record
    return record | {
        "before": offer.before._asdict(),
        "after": offer.after._asdict(),
        "change": offer.change._asdict(),
        "n_right_lost": offer.n_right_lost,
        "n_wrong_lost": offer.n_wrong_lost,
        "scorer": offer.calibration.scorer,
        "is_used": is_used,
    }


def _undo(desk: "Desk", is_json: bool) -> None:
    from reviewwatch.flow import calibrate

    try:
        found = calibrate.take_back(desk)
    except FileNotFoundError as error:
        raise UsageError("Nothing learned from flags is in use; nothing was changed.") from error
    if is_json:
        output.print_json({"scorer": None if found is None else found.scorer})
    else:
        what = "nothing learned from flags is in use any more" if found is None else f"back to that of {found.at[:10]}"
        output.say(f"Done: {what}. `reviewwatch rescore` judges anew what is stored.")
