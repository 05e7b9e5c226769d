"""What a person sees of a ticket, and that nothing in it is obeyed by a terminal."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from reviewwatch.cli.screen import keys as key_names
from reviewwatch.cli.screen.choices import KEYS
from reviewwatch.cli.screen.diff import word_diff
from reviewwatch.cli.screen.face import Choice
from reviewwatch.cli.screen.key_face import KeyFace
from reviewwatch.cli.screen.look import Look, Section, View
from reviewwatch.cli.screen.marked import marked
from reviewwatch.cli.screen.plain_face import AT_ONCE, PlainFace
from reviewwatch.cli.screen.reply import Working
from reviewwatch.cli.screen.ticket import sections
from reviewwatch.cli.screen.wording import due_words, moment, rating_glyphs, rating_words
from reviewwatch.types import (
    Decision,
    DecisionKind,
    Precision,
    Rating,
    RatingKind,
    Revision,
)
from tests import make
from tests.cli.scripted import BLOCK, WARNING, stored, ticket

COLOR = Look(has_color=True)
NO_COLOR = Look(has_color=False)
PLAIN = Look(is_plain=True, has_color=False)

HOSTILE = "\x1b]0;owned\x07\x1b[31m [red]bold[/red] :smile: \u202eevil\u2066 \x9b2J \x00 end"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class FakeKeys:
    """Keys in order; the end of the list is the end of the input."""

    def __init__(self, *pressed: str) -> None:
        self.pressed = list(pressed)
        self.n_forgotten = 0

    def is_typed_ahead(self) -> bool:
        return False

    def read(self) -> str:
        return self.pressed.pop(0) if self.pressed else key_names.ENDED

    def forget_typed_ahead(self) -> None:
        self.n_forgotten += 1


def face_on(columns: int, rows: int, *pressed: str, color: bool = True) -> tuple[KeyFace, Console]:
    """Return a face on a terminal of this size."""
    console = Console(
        file=io.StringIO(), width=columns, height=rows, force_terminal=True, markup=False, emoji=False,
        highlight=False, no_color=not color, color_system="standard", legacy_windows=False,
    )  # fmt: skip
    return KeyFace(console, FakeKeys(*pressed)), console  # type: ignore[arg-type] # no terminal to take here


def last_screen(console: Console) -> list[str]:
    """Return the lines drawn last, without styles."""
    drawn = console.file.getvalue().split("\x1b[H\x1b[2J")[-1]  # type: ignore[attr-defined] # it is a StringIO
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", drawn).split("\n")]


def view(one: object = None, **fields: object) -> View:
    """Return the view of a ticket."""
    laid_out = ticket(**fields)  # type: ignore[arg-type] # fields of a ticket
    working = Working(laid_out.draft.text, laid_out.findings)
    return View("3 of 17", sections(laid_out, working, make.NOW, NO_COLOR))


def plain_text(look: Look, **fields: object) -> str:
    """Return a whole ticket as text."""
    laid_out = ticket(**fields)  # type: ignore[arg-type] # fields of a ticket
    drawn = sections(laid_out, Working(laid_out.draft.text, laid_out.findings), make.NOW, look)
    return "\n".join(f"{section.title}\n{section.body.plain}" for section in drawn)


def test_a_ticket_shows_rating_author_time_place_reasons_reply_account_and_limit() -> None:
    """Everything that a decision needs stands on the ticket."""
    shown = plain_text(NO_COLOR, text="Dear Ines, we are sorry.", findings=(WARNING,))
    for part in (
        "★★☆☆☆ 2 of 5 stars · Ines Example · ",
        "Harbor Inn · harbor",
        "The room was «cold» and nobody answered the bell.",
        "high severity, due in 3 h, open",
        "- 2 of 5 stars\n- uncomfortable room",
        "Appears under this review at Harbor Inn, as harbor-inn. 24 of 350 characters.",
        "Text (draft)\nDear Ines, we are sorry.\n",
        "G07 warning: “Dear” promises what no remedy backs.",
    ):
        assert part in shown


def test_a_reason_is_styled_with_color_and_marked_without() -> None:
    """The evidence stands out on every terminal."""
    colored = marked("a cold room", [(2, 6)], "bold yellow")
    assert (colored.plain, [(span.start, span.end) for span in colored.spans]) == ("a cold room", [(2, 6)])
    assert marked("a cold room", [(2, 6)], "").plain == "a «cold» room"
    assert marked("a « cold » room", [(4, 8)], "").plain == "a « ⟦cold⟧ » room"


@given(st.text(), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6))
def test_marks_add_nothing_to_the_text_but_themselves(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever the spans, the text is all there and in order."""
    with_color = marked(text, spans, "bold").plain
    assert with_color == marked(text, (), "bold").plain
    if not set(text) & set("«»⟦⟧"):
        assert re.sub("[«»]", "", marked(text, spans, "").plain) == with_color


@pytest.mark.parametrize("look", [COLOR, NO_COLOR, PLAIN])
def test_hostile_text_is_shown_and_not_obeyed(look: Look) -> None:
    """No control or bidi character of a review, its author, its listing or its thread reaches the terminal."""
    review = make.review(
        title=HOSTILE, text=HOSTILE, author=HOSTILE, lang="x\x1b", version=HOSTILE, notes=(HOSTILE,),
        owner_replies=(make.owner_reply(HOSTILE, author=HOSTILE),),
    )  # fmt: skip
    revision = Revision(1, HOSTILE, "old " + HOSTILE, "", "", None, None, make.NOW)
    decision = Decision(review_id=33, kind=DecisionKind.DISMISS, person=HOSTILE, decided_at=make.NOW, reason=HOSTILE)
    shown = plain_text(
        look,
        stored=stored(review=review),
        revisions=(revision,),
        decisions=(decision,),
        text=HOSTILE,
        findings=(BLOCK,),
        account=HOSTILE,
    )
    assert not OBEYED.search(shown)
    assert "[red]bold[/red] :smile:" in shown


def test_markup_in_a_review_stays_text_on_the_screen() -> None:
    """Rich gets no markup to parse and no emoji name to replace."""
    face, console = face_on(80, 40, "q")
    face.show(view(stored=stored(review=make.review(text="[red]cold[/red] [/] :smile:"), assessment=None)))
    face.ask(KEYS)
    assert any("[red]cold[/red] [/] :smile:" in line for line in last_screen(console))


def test_a_reply_is_shown_exactly_with_nothing_added_to_it() -> None:
    """Without color no mark stands inside the text that would become public."""
    reply = [section for section in view(text="Dear Ines, sorry.", findings=(WARNING,)).sections if section.is_reply]
    assert [section.body.plain for section in reply if section.title.startswith("Text")] == ["Dear Ines, sorry."]


def test_a_hand_over_says_who_posts_it() -> None:
    """Where no API takes the reply, the ticket says so before the approval."""
    target = ticket().target
    by_hand = type(target)(target.listing_key, target.external_id, None)
    assert "once you post it by hand, under your own account there" in plain_text(NO_COLOR, target=by_hand)


def test_history_shows_edits_as_a_diff_answers_and_decisions_with_what_was_taken_back() -> None:
    """What happened before is on the ticket, the latest state of each decision included."""
    revision = Revision(1, "", "The room was warm and nobody answered the bell.", "", "", make.stars(4), None, make.NOW)
    decisions = (
        Decision(
            review_id=33, kind=DecisionKind.DISMISS, person="mara", decided_at=make.NOW, reason="spam", decision_id=1
        ),
        Decision(review_id=33, kind=DecisionKind.UNDO, person="mara", decided_at=make.NOW, undoes=1, decision_id=2),
    )
    review = make.review(owner_replies=(make.owner_reply("We will look."),))
    shown = plain_text(NO_COLOR, stored=stored(review=review), revisions=(revision,), decisions=decisions)
    assert "4 of 5 stars → 2 of 5 stars; The room was [-warm-] {+cold+} and nobody answered the" in shown
    assert "harbor-inn answered: “We will look.”" in shown
    assert "mara dismissed it: spam (taken back)" in shown
    assert "mara took the last decision back" in shown


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_a_diff_names_every_change(old: str, new: str) -> None:
    """Equal words give no change; different ones at least one mark."""
    shown = word_diff(old, new, has_color=False).plain
    assert ("[-" in shown or "{+" in shown) == (old.split() != new.split())


def test_a_diff_of_two_long_texts_is_short_and_quick() -> None:
    """Two texts of 20,000 words each are quoted, not compared word by word."""
    shown = word_diff("bad a " * 10_000, "a worse bad " * 7_000, has_color=False).plain
    assert len(shown.split()) < 120


def test_a_long_review_is_paged_and_the_rest_counted() -> None:
    """The first screenful says how much is left; `m` reads on and `b` goes back."""
    long = "\n".join(f"line {n}" for n in range(60))
    face, console = face_on(80, 24, "m", "b", "q")
    face.show(view(stored=stored(review=make.review(text=long))))
    face.ask([Choice("q", "quit")])
    screens = [re.sub(r"\x1b\[[0-9;]*m", "", drawn) for drawn in console.file.getvalue().split("\x1b[H\x1b[2J")[1:]]  # type: ignore[attr-defined]
    assert "line 0" in screens[0]
    assert re.search(r"… m: \d+ more lines", screens[0])
    assert "line 0" not in screens[1]
    assert "b back" in screens[1]
    assert screens[2] == screens[0]


def test_a_reply_below_the_fold_has_not_been_shown() -> None:
    """What nobody could read on the screen does not count as shown, until pages are turned or `a` turns to it."""
    long = "\n".join(f"line {n}" for n in range(30))
    for pages in (["m", "m"], []):
        face, _ = face_on(80, 24, "s", *pages, "s")
        face.show(view(stored=stored(review=make.review(text=long))))
        face.ask([Choice("s", "skip")])
        assert not face.has_shown_reply()
        if not pages:
            face.go_to_reply()
        face.ask([Choice("s", "skip")])
        assert face.has_shown_reply()


def test_an_edited_reply_is_before_the_eyes_at_once() -> None:
    """After an edit the screen begins at the reply, however long the review is."""
    long = "\n".join(f"line {n}" for n in range(60))
    face, console = face_on(80, 24, "q")
    face.show(view(stored=stored(review=make.review(text=long))), from_reply=True)
    face.ask(KEYS)
    assert last_screen(console)[1].startswith("Reply ")
    assert face.has_shown_reply()


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (80, 24), (110, 24), (200, 50), (40, 6)])
def test_a_screen_fits_its_window(columns: int, rows: int) -> None:
    """No line is wider than the window and no screen higher, from 40 columns on."""
    face, console = face_on(columns, rows, "q")
    face.tell("rv-11q approved: posts after 60 s; u takes it back.")
    face.show(view(findings=(WARNING,)))
    face.ask(KEYS)
    screen = last_screen(console)
    assert max(map(len, screen)) <= columns
    assert len(screen) <= max(rows, 11)
    assert "? help" in screen[-1]


def test_a_wide_window_has_the_reply_beside_the_review() -> None:
    """With room for two columns the evidence stands beside the text that answers it."""
    face, console = face_on(140, 24, "q")
    face.show(view())
    face.ask(KEYS)
    assert any("Ines Example" in line and "Reply" in line for line in last_screen(console))


def test_a_long_line_of_a_list_goes_on_below_its_first_word() -> None:
    """What each sentence answers stays apart from the sentence; the exact reply is wrapped as any text is."""
    face, console = face_on(40, 30, "q")
    words = "We are sorry that the lamp broke on its very first day with you."
    licence = "  apologize: answers “the lamp broke on the first day”"
    listed = Section("Sentence by sentence", Text(f"- {words}\n{licence}"), hangs=True)
    reply = Section("Text", Text(f"- {words}"), is_reply=True)
    face.show(View("1 of 1", (Section("Review", Text("Lamp.")), reply, listed)))
    face.ask(KEYS)
    screen = last_screen(console)
    at = screen.index("- We are sorry that the lamp broke on")
    assert screen[at + 1] == "its very first day with you."
    at = screen.index("- We are sorry that the lamp broke on", at + 1)
    assert screen[at + 1 : at + 4] == [
        "  its very first day with you.", "  apologize: answers “the lamp broke on", "  the first day”",
    ]  # fmt: skip


def test_keys_typed_before_a_ticket_stood_there_do_not_count() -> None:
    """A second `a` pressed too early cannot approve a review that nobody saw."""
    keys = FakeKeys("x", "q")
    face = KeyFace(face_on(80, 24)[1], keys)  # type: ignore[arg-type] # no terminal to take here
    face.show(view())
    face.ask(KEYS)
    assert keys.n_forgotten == 1


def test_pasted_text_acts_as_no_key() -> None:
    """A text pasted into the screen approves and dismisses nothing, and the person is told."""
    face, console = face_on(80, 24, key_names.PASTED, "q")
    face.show(view())
    assert face.ask(KEYS) == "q"
    assert any("Pasted text is ignored" in line for line in last_screen(console))


def test_escape_leaves_a_menu_and_an_unknown_key_is_named() -> None:
    """A menu can always be left without an answer."""
    face, console = face_on(80, 24, "x", key_names.ESCAPE)
    assert face.ask([Choice("1", "spam")], "Dismiss, because:") == ""
    assert any("`x` does nothing here" in line for line in last_screen(console))


@pytest.mark.parametrize("key", [key_names.ESCAPE, "\n", "\r", "q", "?", "x"])
def test_any_key_leaves_the_help_but_those_that_read_on(key: str) -> None:
    """Nobody is kept in it, and pasted letters do not leave it."""
    face, _ = face_on(80, 24, "m", "b", key_names.PASTED, key, "left over")
    face.pause()
    assert face.ask([Choice("left over", "is still to be read")]) == "left over"
    with pytest.raises(EOFError):
        face.pause()


@pytest.mark.parametrize("answer", ["", "q", "?"])
def test_any_line_leaves_the_help_in_plain_mode(answer: str) -> None:
    """An empty one, too."""
    lines = iter(["m", answer])
    PlainFace(lambda line: None, lambda question: next(lines)).pause()
    assert list(lines) == []


def test_the_end_of_the_input_ends_the_session() -> None:
    """A terminal that went away is no endless loop."""
    face, _ = face_on(80, 24)
    with pytest.raises(EOFError):
        face.ask(KEYS)


def test_plain_mode_prints_whole_lines_in_reading_order_without_glyphs() -> None:
    """A screen reader gets words: no box, no star glyph, no escape."""
    written: list[str] = []
    face = PlainFace(written.append, lambda question: "q")
    laid_out = ticket()
    face.show(View("3 of 17", sections(laid_out, Working(laid_out.draft.text, ()), make.NOW, face.look)))
    assert face.ask(KEYS) == "q"
    spoken = "\n".join(written)
    assert spoken.index("3 of 17.") < spoken.index("Review:") < spoken.index("Why:") < spoken.index("Text (draft):")
    assert not set(spoken) & set("★☆─│╭\x1b")


def test_after_an_edit_the_reply_is_read_again_with_what_each_sentence_answers() -> None:
    """To a screen reader: the reply, the checks and the licences, and not the review once more."""
    written: list[str] = []
    face = PlainFace(written.append, lambda question: "q")
    laid_out = ticket(findings=(WARNING,))
    shown = sections(laid_out, Working(laid_out.draft.text, (WARNING,)), make.NOW, face.look)
    face.show(View("3 of 17", shown), from_reply=True)
    assert [line for line in written if line.endswith(":")] == [
        "Reply:", "Text (draft):", "Checks:", "Sentence by sentence:",
    ]  # fmt: skip


def test_in_a_wide_window_the_licences_stand_below_the_reply() -> None:
    """Beside the review, with the text that they are about."""
    face, console = face_on(140, 40, "q")
    face.show(view())
    face.ask(KEYS)
    [line] = [line for line in last_screen(console) if "Sentence by sentence" in line]
    assert line.index("Sentence by sentence") > 60


def test_plain_mode_cuts_a_long_review_and_reads_on() -> None:
    """A long text is cut at a word, the rest counted, and `m` prints it; nothing is lost."""
    written: list[str] = []
    answers = iter(["m", "m", "q"])
    face = PlainFace(written.append, lambda question: next(answers))
    text = " ".join(f"word{n}" for n in range(500))
    laid_out = ticket(stored=stored(review=make.review(text=text), assessment=None))
    face.show(View("1 of 1", sections(laid_out, Working("Sorry.", ()), make.NOW, face.look)))
    assert max(map(len, written)) <= AT_ONCE
    face.ask(KEYS)
    assert all(f"word{n}" in "\n".join(written) for n in (0, 250, 499))


def test_plain_mode_does_not_take_a_cut_reply_for_read() -> None:
    """A reply longer than one piece must be read to its end before it is approved."""
    face = PlainFace(lambda line: None, lambda question: "q")
    laid_out = ticket("so sorry " * 300)
    face.show(View("1 of 1", sections(laid_out, Working(laid_out.draft.text, ()), make.NOW, face.look)))
    assert not face.has_shown_reply()
    face.go_to_reply()
    assert face.has_shown_reply()


def test_ratings_are_said_on_their_own_scale() -> None:
    """A rating of ten is not shown as stars, a yes or no not as a number."""
    ten = Rating("7", 7, 1, 10, RatingKind.TEN)
    assert (rating_words(ten), rating_glyphs(ten)) == ("7 of 10", "")
    assert rating_words(Rating("not recommended", 0, 0, 1, RatingKind.BINARY)) == "not recommended"
    assert rating_words(None) == "no rating"
    assert rating_glyphs(make.stars(3)) == "★★★☆☆"


def test_a_day_is_not_moved_by_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place that states only the day is not shown a day early west of Greenwich."""
    midnight = make.NOW.replace(hour=0)
    assert moment(midnight, Precision.DAY) == "21 Nov 2026"
    assert moment(midnight, Precision.MONTH) == "Nov 2026"


def test_due_times_say_how_late() -> None:
    """What is overdue says so."""
    assert due_words(make.NOW - timedelta(hours=49), make.NOW) == "2 d late"
    assert due_words(make.NOW + timedelta(minutes=5), make.NOW) == "due in 5 min"
