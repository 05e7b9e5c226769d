"""A person's way through the queue: every key, what it does, and what it leaves for the next session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewwatch.cli.screen import leaving
from reviewwatch.cli.screen.editor import Edited
from reviewwatch.cli.screen.face import Choice
from reviewwatch.cli.screen.look import Look
from reviewwatch.cli.screen.session import Session
from reviewwatch.cli.screen.walk import Walk
from reviewwatch.flow import decide
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import cases, decisions, outbox, reviews
from reviewwatch.types import CaseState, DecisionKind, FindingSeverity, PublicationState, QueueFilter
from tests.cli.scene import Scene, scene_in
from tests.cli.scripted import ScriptedFace
from tests.make import stars

TEXT = "Dear Ines, thank you for telling us. We are sorry that the lamp broke."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Three unhappy reviews, the angriest first, with an undo window of a minute."""
    scene = scene_in(tmp_path, monkeypatch, window="1m")
    scene.place.put("first", rating=stars(1), text="A horrible, awful lamp, and they charged me twice.")
    scene.place.put("second", rating=stars(1), text="The lamp broke.")
    scene.place.put("third", rating=stars(2), text="The lamp is rather dim.")
    scene.ok("pull")
    return scene


@pytest.fixture
def desk(scene: Scene) -> Iterator[Desk]:
    """The workspace's desk."""
    with scene.desk() as desk:
        yield desk


def session_of(
    desk: Desk, face: ScriptedFace, edited: str | None = TEXT, everything: bool = False, ids: tuple[int, ...] = ()
) -> Session:
    """Return a session whose editor gives this text back."""
    walk = Walk(desk, "ines", QueueFilter(include_unflagged=everything), ids)
    return Session(desk, face, "ines", walk, lambda _: Edited(edited, "" if edited else "It was left."))


def run(desk: Desk, face: ScriptedFace, edited: str | None = TEXT, ids: tuple[int, ...] = ()) -> Session:
    """Run a session to the end of its script."""
    session = session_of(desk, face, edited, ids=ids)
    session.run()
    return session


def states(desk: Desk) -> list[CaseState]:
    """Return where the three cases stand, in the order in which they were pulled."""
    return [reviews.get(desk.db, review_id).case.state for review_id in (1, 2, 3)]


def test_approving_posts_nothing_and_says_when_it_posts(desk: Desk, scene: Scene) -> None:
    """`a` binds the yes, starts the undo window, and the next review comes."""
    face = ScriptedFace("w", "a", "q")
    run(desk, face)
    assert scene.place.posted == []
    [waiting] = outbox.unsettled(desk.db)
    assert (waiting.state, waiting.text, waiting.approval.person) == (PublicationState.APPROVED, TEXT, "ines")
    assert any("posts after 1 min, at " in told and "u takes it back" in told for told in face.told)
    assert face.heads[0].startswith("1 of 3")
    assert face.heads[-1].startswith("2 of 3")


def test_an_edited_text_is_checked_and_shown_before_it_can_be_approved(desk: Desk) -> None:
    """After the editor the ticket shows the new text and what the rules say of it, and nothing is approved yet."""
    face = ScriptedFace("e", "q")
    run(desk, face)
    shown = {section.title: section.body.plain for section in face.views[-1].sections}
    assert shown["Text (edited)"] == TEXT
    assert outbox.unsettled(desk.db) == []


def test_a_text_that_was_written_is_there_again_after_quitting(desk: Desk) -> None:
    """What a person wrote is kept as the draft: quitting loses nothing."""
    run(desk, ScriptedFace("w", "q"))
    face = ScriptedFace("q")
    run(desk, face)
    assert any(section.body.plain == TEXT for section in face.views[0].sections)


def test_an_editor_that_gives_nothing_back_changes_nothing(desk: Desk) -> None:
    """The draft stands as it was, and the reason is said."""
    face = ScriptedFace("e", "q")
    run(desk, face, edited=None)
    assert "It was left." in face.told
    assert len(face.views) == 1


def test_a_reply_that_was_not_wholly_on_the_screen_is_not_approved(desk: Desk) -> None:
    """The first `a` turns to it; only the second, with the whole reply read, approves."""
    face = ScriptedFace("w", "a", "a", "q", shows_reply_after=1)
    run(desk, face)
    assert any("This is what would appear" in told for told in face.told)
    assert len(outbox.unsettled(desk.db)) == 1


def test_an_empty_reply_is_not_approved(desk: Desk, scene: Scene) -> None:
    """In a language that the drafter has no words for, `a` says what to press instead."""
    scene.place.reviews.clear()
    scene.place.put("polish", rating=stars(1), text="Lampa zepsuła się po jednym dniu i nikt nie odpowiada.", lang="pl")
    scene.ok("pull")
    [polish] = [row.review_id for row in cases.queue(desk.db, QueueFilter(lang="pl", is_held=True), limit=5)]
    face = ScriptedFace("a", "q")
    run(desk, face, ids=(polish,))
    assert "There is no reply text yet: e edits, w writes one." in face.told
    assert outbox.unsettled(desk.db) == []


def warned_text(desk: Desk) -> str:
    """Return a text that the rules warn of and do not block."""
    ticket = decide.prepare(desk, 1)
    platform = ticket.platform
    text = TEXT + " Sorry" * ((platform.limit - len(TEXT)) // len(" Sorry"))
    candidates = [TEXT.upper(), TEXT + " Sorry!!!!", "Sorry.", TEXT * 2, text]
    for candidate in candidates:
        severities = {finding.severity for finding in decide.check(ticket, candidate)}
        if severities == {FindingSeverity.WARN}:
            return candidate
    raise AssertionError("no candidate is merely warned of")


def test_a_warning_is_asked_about_and_the_yes_is_recorded(desk: Desk) -> None:
    """A reply that the rules warn of needs a second yes, which the approval names by rule."""
    text = warned_text(desk)
    face = ScriptedFace("w", "a", "n", "a", "y", "q")
    run(desk, face, edited=text)
    asked = [question for question in face.questions if "Approve all the same?" in question]
    assert len(asked) == 2
    assert "warning:" in asked[0]
    assert [told.split()[0] for told in face.told] == ["Checked", face.heads[0].split(" · ")[1]], face.told
    [waiting] = outbox.unsettled(desk.db)
    assert waiting.approval.acknowledged


def test_a_blocked_reply_is_said_and_stays_before_the_person(desk: Desk) -> None:
    """A rule that forbids is no question: the reason is told and nothing is approved."""
    face = ScriptedFace("w", "a", "q")
    run(desk, face, edited="sorry " * 400)
    assert any("G" in told and "350" in told for told in face.told), face.told
    assert outbox.unsettled(desk.db) == []


def test_a_change_by_the_reviewer_is_shown_again_and_the_written_text_stays(desk: Desk, scene: Scene) -> None:
    """An approval of a review that was edited meanwhile is refused, and the new review is laid out."""
    face = Meanwhile(lambda: _edit_and_pull(scene), "w", "a", "q")
    run(desk, face)
    assert any("changed" in told or "edited" in told for told in face.told)
    assert outbox.unsettled(desk.db) == []
    shown = "\n".join(section.body.plain for section in face.views[-1].sections)
    assert "It is fine now" in shown
    assert TEXT in shown


def test_dismiss_hold_and_snooze_record_the_reason_and_take_the_review_out(desk: Desk) -> None:
    """Each menu gives a reason or a time; own words and own times work."""
    face = ScriptedFace("d", "2", "h", "o", "z", "1", "q", lines=["ask the lawyer"])
    run(desk, face)
    assert set(states(desk)) == {CaseState.DISMISSED, CaseState.HELD, CaseState.SNOOZED}
    reasons = {
        decision.kind: decision.reason
        for review_id in (1, 2, 3)
        for decision in decisions.of_review(desk.db, review_id)
    }
    assert reasons == {
        DecisionKind.DISMISS: "spam or fake",
        DecisionKind.HOLD: "ask the lawyer",
        DecisionKind.SNOOZE: "",
    }


def test_an_own_time_that_is_none_is_said_and_nothing_happens(desk: Desk) -> None:
    """A typo in the time of a snooze leaves the review where it is."""
    face = ScriptedFace("z", "o", "q", lines=["soonish"])
    run(desk, face)
    assert any("is no time" in told for told in face.told)
    assert set(states(desk)) == {CaseState.OPEN}


@pytest.mark.parametrize("keys", [("d", ""), ("h", ""), ("z", "")])
def test_a_menu_that_is_left_does_nothing(desk: Desk, keys: tuple[str, ...]) -> None:
    """Escape out of a menu is no decision."""
    run(desk, ScriptedFace(*keys, "q"))
    assert set(states(desk)) == {CaseState.OPEN}


def test_undo_takes_acts_back_one_by_one_and_shows_each_review_again(desk: Desk) -> None:
    """`u` undoes the last act, then the one before; each time the review is before the person."""
    face = ScriptedFace("d", "1", "w", "a", "u", "u", "q")
    run(desk, face)
    assert set(states(desk)) == {CaseState.OPEN}
    first = face.heads[0].split(" · ")[1]
    assert face.heads[-1].split(" · ")[1] == first
    assert [item.state for item in outbox.of_review(desk.db, 2)] in ([PublicationState.WITHDRAWN], [])
    assert outbox.unsettled(desk.db) == []


def test_undo_without_an_act_names_the_command_for_older_ones(desk: Desk) -> None:
    """A session takes back only what it did."""
    face = ScriptedFace("u", "q")
    run(desk, face)
    assert any("`reviewwatch undo ID`" in told for told in face.told)


def test_skipped_reviews_are_offered_at_the_end(desk: Desk) -> None:
    """What was skipped comes after everything else, and only if the person wants."""
    face = ScriptedFace("s", "d", "1", "s", "s", "d", "1", "q")
    run(desk, face)
    order = [head.split(" · ")[1] for head in face.heads if " · " in head]
    assert order[0] == order[3]
    assert "the end of the queue" in face.heads
    assert states(desk).count(CaseState.DISMISSED) == 2


def test_a_session_resumes_where_the_last_one_stopped(desk: Desk) -> None:
    """Decided reviews are gone and skipped ones come last in the next session."""
    face = ScriptedFace("s", "d", "1", "q")
    run(desk, face)
    skipped, _, left = (head.split(" · ")[1] for head in face.heads)
    face = ScriptedFace("s", "q")
    run(desk, face)
    assert [head.split(" · ")[1] for head in face.heads] == [left, skipped]
    assert face.told[-1] == "You skipped this one earlier."
    assert face.heads[0].startswith("1 of 2")


def test_the_last_act_can_be_taken_back_at_the_end_of_the_queue(desk: Desk) -> None:
    """The end of the queue is no trap: `u` still works there."""
    face = ScriptedFace("d", "1", "d", "1", "d", "1", "u", "q")
    run(desk, face)
    assert states(desk).count(CaseState.OPEN) == 1


def test_named_reviews_come_in_the_named_order(desk: Desk) -> None:
    """`respond ID ID` walks these and no others."""
    face = ScriptedFace("s", "s", "q")
    run(desk, face, ids=(3, 1))
    assert [head.split(" · ")[0] for head in face.heads] == ["1 of 2", "2 of 2", "the end of the queue"]


def test_praise_is_walked_too_with_all(desk: Desk, scene: Scene) -> None:
    """`--all` shows every unanswered review, happy ones after the flagged ones."""
    scene.place.put("happy", rating=stars(5), text="Lovely lamp, thank you.")
    scene.ok("pull")
    assert cases.count(desk.db, QueueFilter()) == 3
    face = ScriptedFace("s", "s", "s", "q")
    session_of(desk, face, everything=True).run()
    assert face.heads[-1].startswith("4 of 4")
    assert "Lovely lamp" in face.views[-1].sections[0].body.plain


def test_help_names_every_key(desk: Desk) -> None:
    """`?` explains what each key does, once, and any key leaves it without doing what it does elsewhere."""
    face = ScriptedFace("?", "d", "q")
    run(desk, face)
    assert all(f"\n{key}  " in f"\n{face.views[1].sections[0].body.plain}" for key in "aewdhzsumq")
    assert face.views[2] == face.views[0]


def test_leaving_asks_before_it_cuts_the_undo_window_short(desk: Desk, scene: Scene) -> None:
    """Without a yes the replies wait, and the summary names the command that sends them."""
    session = run(desk, ScriptedFace("w", "a", "q"))
    face = ScriptedFace("n")
    answer = leaving.ask_about_waiting(desk, face, "ines")
    assert "Post 1 reply now? It may still be taken back for" in face.questions[0]
    assert leaving.post_what_is_due(desk, answer, Look(), lambda line: None)
    assert scene.place.posted == []
    told = "\n".join(leaving.summary(desk, session.acts, 2, 1000))
    assert "1 approved." in told
    assert "Waiting: 1 reply" in told
    assert "`reviewwatch publish`" in told
    assert "In the queue: 2." in told


def test_leaving_an_empty_queue_says_how_reviews_come(desk: Desk) -> None:
    """A newcomer's first session has nothing to decide on, and need not be told so twice."""
    (told,) = leaving.summary(desk, [], 0, 1000)
    assert told.startswith("Nothing here waits for an answer. `reviewwatch pull` and")


def test_leaving_posts_at_once_when_the_person_says_so(desk: Desk, scene: Scene) -> None:
    """A yes posts what waits and says each outcome."""
    run(desk, ScriptedFace("w", "a", "q"))
    said: list[str] = []
    assert leaving.post_what_is_due(desk, leaving.NOW, Look(), lambda line: said.append(line.plain))
    assert scene.place.posted == [TEXT]
    assert "posted as lamp-shop" in said[0]


def test_leaving_can_wait_out_the_window(desk: Desk, scene: Scene) -> None:
    """`w` waits until nothing can be taken back any more, then posts."""
    run(desk, ScriptedFace("w", "a", "q"))
    late = timedelta()

    def sleep(seconds: float) -> None:
        nonlocal late
        late += timedelta(seconds=seconds)

    waiting = replace(desk, now=lambda: datetime.now(UTC) + late)
    assert leaving.post_what_is_due(waiting, leaving.WAIT, Look(), lambda line: None, sleep)
    assert scene.place.posted == [TEXT]
    assert late > timedelta(seconds=55)


def test_leaving_posts_what_is_due_anyway(desk: Desk, scene: Scene) -> None:
    """A reply whose window has ended leaves when the session ends."""
    run(desk, ScriptedFace("w", "a", "q"))
    later = replace(desk, now=lambda: datetime.now(UTC) + timedelta(minutes=2))
    assert leaving.ask_about_waiting(later, ScriptedFace(), "ines") == leaving.LEAVE
    leaving.post_what_is_due(later, leaving.LEAVE, Look(), lambda line: None)
    assert scene.place.posted == [TEXT]


class Meanwhile(ScriptedFace):
    """Lets something happen just before the approval."""

    def __init__(self, happens: Callable[[], None], *keys: str) -> None:
        super().__init__(*keys)
        self._happens = happens

    def ask(self, choices: Sequence[Choice], question: str = "") -> str:
        """Answer, after what happens."""
        key = super().ask(choices, question)
        if key == "a":
            self._happens()
        return key


def _edit_and_pull(scene: Scene) -> None:
    for external_id in ("first", "second", "third"):
        scene.place.edit(external_id, text="It is fine now, but slow.")
    scene.ok("pull")


def test_a_text_of_ones_own_is_named_and_comes_back_after_the_drafts(desk: Desk) -> None:
    """In the next session it is no draft; n goes through the drafts and then to it again."""
    run(desk, ScriptedFace("w", "q"))
    n_drafts = len(decide.prepare(desk, 1).suggestion.drafts)
    face = ScriptedFace(*["n"] * (n_drafts + 1), "q")
    run(desk, face)
    titles = [section.title for view in face.views for section in view.sections if section.title.startswith("Text")]
    assert titles[0] == titles[-1] == "Text (kept, as ines wrote it)"
    assert [title[: len("Text (draft 1")] for title in titles[1:-1]] == [
        f"Text (draft {number}" for number in range(1, n_drafts + 1)
    ]


def test_a_refused_approval_leaves_the_draft_that_was_chosen(desk: Desk) -> None:
    """Whoever was at the second draft is not put back to the first."""
    ticket = decide.prepare(desk, 1)
    decide.approve(desk, ticket, TEXT, "omar")
    face = ScriptedFace("n", "a", "q")
    run(desk, face, ids=(1,))
    assert any("omar approved another reply" in told for told in face.told)
    titles = [section.title for section in face.views[-1].sections if section.title.startswith("Text")]
    assert titles[0].startswith("Text (draft 2 of ")
