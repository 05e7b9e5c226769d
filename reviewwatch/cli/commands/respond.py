"""`reviewwatch respond`: through the queue, one keystroke a decision."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, failure, filters, opening, output
from reviewwatch.cli.main import INTERRUPTED_EXIT
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.cli.screen.face import Face
    from reviewwatch.cli.screen.session import Session
    from reviewwatch.cli.screen.walk import Walk
    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import QueueFilter


def command(
    ctx: typer.Context,
    reviews: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Only these, in this order.", autocompletion=completion.reviews),
    ] = None,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    rating_max: filters.RatingOption = None,
    lang: filters.LangOption = None,
    since: filters.SinceOption = None,
    is_answered: filters.AnsweredOption = None,
    everything: filters.AllOption = False,
    is_held: filters.HeldOption = False,
    is_plain: Annotated[
        bool, typer.Option("--plain", help="For screen readers: lines instead of a screen, a line instead of a key.")
    ] = False,
) -> None:
    """Go through the queue, one keystroke a decision.

    What is held for a trained person is left to --held, where r gives it back to the queue.

    The keys: a approve, e edit in $VISUAL or $EDITOR, w write, n next draft, t take a rule's mend, k add what backs a
    sentence, d dismiss, x wrong flag (f missed flag, with --all), h hold, z snooze, s skip, u undo, q quit, ? help.
    Approving posts nothing yet: replies leave after the undo window, on leaving or by `publish`. What you were writing
    when the editor or the terminal went away is kept beside the store, for you alone, and offered at the next edit.
    """
    _refuse_without_terminal()
    from reviewwatch.cli.screen.walk import Walk
    from reviewwatch.cli.waking import wake_snoozed
    from reviewwatch.storage.verbs import reviews as stored_reviews

    review_ids = [ids.to_number(ids.REVIEW, review) for review in reviews or ()]
    with opening.open_desk(ctx) as desk:
        wake_snoozed(desk)
        for review_id in review_ids:
            stored_reviews.get(desk.db, review_id)
        wanted = filters.wanted(desk, brand, source, rating_max, lang, since, is_answered, everything, is_held)
        person = opening.person(ctx, desk.config)
        _say_what_is_held(desk, wanted)
        code = _run(desk, Walk(desk, person, wanted, review_ids), person, is_plain)
    if code:
        raise typer.Exit(code)


def _say_what_is_held(desk: "Desk", wanted: "QueueFilter") -> None:
    """Say what a trained person has to look at, where this is not that session."""
    from dataclasses import replace

    from reviewwatch.cli.screen.wording import counted
    from reviewwatch.storage.verbs import cases

    if wanted.is_held or wanted.include_unflagged:
        return
    n_held = cases.count(desk.db, replace(wanted, is_held=True), cap=100)
    if n_held:
        output.say(f"{counted(n_held, 'review')} held for a trained person: `reviewwatch respond --held`.")


def _refuse_without_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "`respond` needs a terminal. In scripts `reviewwatch inbox --json` lists the reviews and "
            "`reviewwatch approve ID` decides."
        )


def _run(desk: "Desk", walk: "Walk", person: str, is_plain: bool) -> int:
    """Let the person work, then post what may be posted, and say what is where."""
    from reviewwatch.cli.screen import editor, leaving
    from reviewwatch.cli.screen.printing import look_of_output, print_line
    from reviewwatch.cli.screen.session import Session
    from reviewwatch.cli.screen.walk import COUNTED_TO

    with _face(is_plain) as face:
        session = Session(desk, face, person, walk, editor.edit)
        answer = _work(session, desk, face, person)
    is_all_well = True
    if answer is not None:
        try:
            is_all_well = leaving.post_what_is_due(desk, answer, look_of_output(), print_line)
        except KeyboardInterrupt:
            answer = None
    for line in leaving.summary(desk, session.acts, walk.n_left(), COUNTED_TO):
        output.tell(line)
    if answer is None:
        return INTERRUPTED_EXIT
    return failure.DONE if is_all_well else failure.SOME_FAILED


def _work(session: "Session", desk: "Desk", face: "Face", person: str) -> str | None:
    """Return the answer on what still waits; None where the person interrupted, which posts nothing."""
    from reviewwatch.cli.screen import leaving

    try:
        session.run()
        return leaving.ask_about_waiting(desk, face, person)
    except KeyboardInterrupt:
        return None
    except EOFError:
        return leaving.LEAVE


@contextmanager
def _face(is_plain: bool) -> "Iterator[Face]":
    """Give the face that fits the terminal, and the terminal back at the end."""
    if is_plain:
        from reviewwatch.cli.screen.plain_face import PlainFace

        yield PlainFace()
        return
    from reviewwatch.cli.screen.key_face import KeyFace
    from reviewwatch.cli.screen.keys import ON_DUMB, ON_SCREEN, Keys
    from reviewwatch.cli.screen.printing import make_console, write_now

    console = make_console()
    with Keys(write_now, ON_DUMB if console.is_dumb_terminal else ON_SCREEN) as keys:
        yield KeyFace(console, keys)
