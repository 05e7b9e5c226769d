"""How approved replies leave the house: once, or not at all, and always with a word on what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reviewwatch.errors import (
    AccessError,
    ApprovalError,
    OutcomeUnknownError,
    ReplyRefusedError,
    RetryLaterError,
)
from reviewwatch.flow import decide, post
from reviewwatch.storage.verbs import outbox, reviews
from reviewwatch.types import CaseState, Posted, Publication, PublicationState, ReplyState, Target
from tests.flow.scene import Scene
from tests.make import stars

TEXT = "We are sorry about the cold room. Please write to help@harbor-inn.example."


@pytest.fixture
def approved(scene: Scene) -> Scene:
    """One approved reply to review number 1, past its undo window."""
    scene.place.put("r1", 1)
    scene.pull()
    scene.approve(1, TEXT)
    scene.clock.move(minutes=2)
    return scene


def state_of(scene: Scene) -> PublicationState:
    """Return where the reply stands."""
    return the_publication(scene).state


def the_publication(scene: Scene) -> Publication:
    """Return the first reply to review number 1."""
    return outbox.of_review(scene.desk.db, 1)[0]


def test_a_due_reply_is_posted_once_and_seen_by_the_next_pull(approved: Scene) -> None:
    """Posting sends the exact text one time; the next pull finds it on the site."""
    outcomes = list(post.publish_due(approved.desk))
    again = list(post.publish_due(approved.desk))
    report = approved.pull()

    assert [outcome.was_sent for outcome in outcomes] == [True]
    assert (again, approved.place.n_sent) == ([], 1)
    assert approved.place.listed["r1"].owner_replies[0].text == TEXT
    assert (report.seen, state_of(approved)) == ((1,), PublicationState.SEEN)


def test_nothing_leaves_within_the_undo_window(scene: Scene) -> None:
    """Before the window has ended nothing is posted, unless the person does not want to wait."""
    scene.place.put("r1", 1)
    scene.pull()
    scene.approve(1, TEXT)

    assert list(post.publish_due(scene.desk)) == []
    assert len(list(post.publish_due(scene.desk, everything=True))) == 1


def test_an_edited_and_answered_review_gets_nothing(approved: Scene) -> None:
    """The reviewer went from 1 to 4 stars, a colleague answered: nothing is sent, both are shown, the case is open."""
    approved.place.put("r1", 4, text="They fixed it.")
    approved.place.answer("r1", "Glad it is warm now.", account="omar")

    (outcome,) = post.publish_due(approved.desk)

    assert (outcome.was_sent, approved.place.n_sent, state_of(approved)) == (False, 0, PublicationState.STALE)
    assert outcome.before is not None
    assert outcome.after is not None
    assert (outcome.before.review.rating, outcome.after.review.rating) == (stars(1), stars(4))
    assert [reply.text for reply in outcome.after.review.owner_replies] == ["Glad it is warm now."]
    assert "omar" in outcome.message
    assert outcome.after.case.state is CaseState.OPEN


def test_a_review_that_is_gone_gets_nothing(approved: Scene) -> None:
    """There is nothing to answer under a removed review."""
    approved.place.listed.clear()

    (outcome,) = post.publish_due(approved.desk)

    assert (outcome.was_sent, approved.place.n_sent, state_of(approved)) == (False, 0, PublicationState.STALE)


def test_a_lost_answer_is_looked_up_and_never_sent_again(approved: Scene) -> None:
    """The place stores the reply and then times out: reading it again finds the reply, sent once."""
    approved.place.loses_answers = OutcomeUnknownError("timed out after sending")

    (outcome,) = post.publish_due(approved.desk)
    later = list(post.publish_due(approved.desk))

    assert (outcome.was_sent, state_of(approved), approved.place.n_sent) == (True, PublicationState.SEEN, 1)
    assert later == []


def test_an_outcome_that_nobody_knows_waits_for_the_place_or_a_person(approved: Scene) -> None:
    """While the place cannot be read the reply stays unknown and is not sent again; the next pull settles it."""
    approved.place.loses_answers = OutcomeUnknownError("timed out after sending")
    approved.place.goes_down = RetryLaterError("still down")

    (outcome,) = post.publish_due(approved.desk)
    (again,) = post.publish_due(approved.desk)

    assert (state_of(approved), approved.place.n_sent) == (PublicationState.UNKNOWN, 1)
    assert "not sent again" in outcome.message
    assert again.publication.state is PublicationState.UNKNOWN
    assert approved.pull().seen == (1,)


@pytest.mark.parametrize(
    ("is_public", "state", "case"),
    [
        (True, PublicationState.HANDED_OVER, CaseState.ANSWERED),
        (False, PublicationState.WITHDRAWN, CaseState.OPEN),
    ],
)
def test_a_person_settles_what_nobody_knows(
    approved: Scene, is_public: bool, state: PublicationState, case: CaseState
) -> None:
    """A person looked: public, and it is answered; not there, and it is back in the queue for a new approval."""
    approved.place.fail["reply"] = OutcomeUnknownError("connection reset while sending")
    list(post.publish_due(approved.desk))

    post.resolve(approved.desk, 1, "omar", is_public)

    assert (state_of(approved), reviews.get(approved.desk.db, 1).case.state) == (state, case)
    with pytest.raises(ApprovalError, match="only unknown"):
        post.resolve(approved.desk, 1, "omar", is_public)


def test_a_refusal_returns_to_the_queue_with_the_places_words(approved: Scene) -> None:
    """What the place refuses comes back to the person with its reason."""
    approved.place.fail["reply"] = ReplyRefusedError("Replies are closed here")

    (outcome,) = post.publish_due(approved.desk)

    case = reviews.get(approved.desk.db, 1).case
    assert (outcome.was_sent, state_of(approved)) == (False, PublicationState.REFUSED)
    assert (case.state, "Replies are closed here" in case.reason) == (CaseState.OPEN, True)


@pytest.mark.parametrize("call", ["reread", "reply"])
@pytest.mark.parametrize("error", [RetryLaterError("the place is down"), AccessError("the token has run out")])
def test_what_was_certainly_not_sent_stays_approved(approved: Scene, call: str, error: Exception) -> None:
    """Where nothing left the house the approval stands, and the next run posts it."""
    approved.place.fail[call] = error

    (outcome,) = post.publish_due(approved.desk)
    assert (outcome.was_sent, state_of(approved)) == (False, PublicationState.APPROVED)

    del approved.place.fail[call]
    (outcome,) = post.publish_due(approved.desk)
    assert (outcome.was_sent, approved.place.n_sent) == (True, 1)


def test_a_place_that_moderates_first_is_pending_until_seen(approved: Scene) -> None:
    """A reply under moderation is not called posted."""
    approved.place.posts_as = ReplyState.PENDING

    list(post.publish_due(approved.desk))

    assert state_of(approved) is PublicationState.PENDING


def test_a_reply_goes_only_to_the_approved_address(approved: Scene) -> None:
    """A source that points elsewhere since the approval gets nothing."""
    approved.place.address = "http://127.0.0.2:9"

    (outcome,) = post.publish_due(approved.desk)

    assert (outcome.was_sent, approved.place.n_sent) == (False, 0)
    assert "127.0.0.2" in outcome.message


def test_a_reply_goes_out_only_under_the_approved_account(approved: Scene) -> None:
    """Another account than the one approved for sends nothing."""
    approved.place.account = "somebody-else"

    (outcome,) = post.publish_due(approved.desk)

    assert (outcome.was_sent, approved.place.n_sent) == (False, 0)


@pytest.mark.parametrize("address", ["https://api.example.com", "http://127.0.0.1.example.com", "http://10.0.0.1"])
def test_the_demo_approves_for_this_machine_alone(scene: Scene, address: str) -> None:
    """The demo's own approval is refused for any address that is not loopback."""
    scene.place.put("r1", 1)
    scene.place.address = address
    scene.pull()
    ticket = decide.prepare(scene.desk, 1)

    with pytest.raises(ApprovalError, match="this machine"):
        decide.approve(scene.desk, ticket, TEXT, "demo", is_demo=True)


def test_twelve_hand_overs_survive_quitting_at_seven(scene: Scene) -> None:
    """Where a person posts by hand, what they did not get to stays."""
    scene.place.account = None
    for number in range(12):
        scene.place.put(f"r{number}", 1)
    scene.pull()
    for review_id in range(1, 13):
        scene.approve(review_id, f"{TEXT} {'Thank you. ' * review_id}")

    waiting = post.hand_overs(scene.desk)
    for publication in waiting[:7]:
        post.mark_handed_over(scene.desk, publication.publication_id, "ines")

    assert (len(waiting), len(post.hand_overs(scene.desk)), scene.place.n_sent) == (12, 5, 0)
    assert list(post.publish_due(scene.desk, everything=True)) == []


def test_what_can_never_be_seen_leaves_the_outbox(scene: Scene) -> None:
    """A reply posted by hand where replies never show is done with, and says that it cannot be confirmed."""
    scene.place.account = None
    scene.place.put("r1", 1)
    scene.pull()
    publication = scene.approve(1, TEXT)
    assert [waiting.publication_id for waiting in post.on_their_way(scene.desk)] == [publication.publication_id]

    marked = post.mark_handed_over(scene.desk, publication.publication_id, "ines")

    assert marked.detail == "posted by ines, cannot be confirmed"
    assert post.on_their_way(scene.desk) == []


def test_a_hand_over_is_marked_once(scene: Scene) -> None:
    """Two people who post the same reply by hand: the second is told."""
    scene.place.account = None
    scene.place.put("r1", 1)
    scene.pull()
    publication = scene.approve(1, TEXT)
    post.mark_handed_over(scene.desk, publication.publication_id, "ines")

    with pytest.raises(ApprovalError, match="not waiting"):
        post.mark_handed_over(scene.desk, publication.publication_id, "omar")


def test_what_was_posted_by_hand_is_seen_where_the_place_shows_it(scene: Scene) -> None:
    """A hand-over becomes seen when a pull finds its text."""
    scene.place.account = None
    scene.place.put("r1", 1)
    scene.pull()
    publication = scene.approve(1, TEXT)
    post.mark_handed_over(scene.desk, publication.publication_id, "ines")
    scene.place.answer("r1", f"<p>{TEXT}</p>", account="whoever")

    assert scene.pull().seen == (publication.publication_id,)


@pytest.mark.parametrize("change", ["edit", "answer"])
def test_a_hand_over_that_no_longer_holds_is_not_handed_over(scene: Scene, change: str) -> None:
    """Where a person posts by hand, what a later pull brought counts: nothing is laid out, and the review is back."""
    scene.place.account = None
    scene.place.put("r1", 1)
    scene.pull()
    publication = scene.approve(1, TEXT)
    if change == "edit":
        scene.place.put("r1", 5, text="All is well now, thank you.")
    else:
        scene.place.answer("r1", "Glad it is warm now.", account="omar")
    scene.pull()

    (outcome,) = post.publish_due(scene.desk)

    assert (outcome.was_sent, post.hand_overs(scene.desk)) == (False, [])
    assert outbox.get(scene.desk.db, publication.publication_id).state is PublicationState.STALE
    assert outcome.before is not None


def test_an_older_reply_with_the_same_words_is_not_taken_for_a_lost_one(approved: Scene) -> None:
    """The same words were posted before: a later reply that got lost is not found in them, and stays unknown."""
    list(post.publish_due(approved.desk))
    approved.pull()
    approved.place.listed["r1"] = replace(approved.place.listed["r1"], text="Cold again.")
    approved.pull()
    approved.approve(1, TEXT)
    approved.clock.move(minutes=2)
    approved.place.fail["reply"] = OutcomeUnknownError("connection reset while sending")

    (outcome,) = post.publish_due(approved.desk)

    assert outcome.publication.state is PublicationState.UNKNOWN
    assert approved.pull().seen == ()


def test_the_last_of_two_replies_can_be_taken_back(approved: Scene) -> None:
    """Undo withdraws the reply that waits, not an earlier one that is public already."""
    list(post.publish_due(approved.desk))
    approved.pull()
    approved.place.listed["r1"] = replace(approved.place.listed["r1"], text="Cold again.")
    approved.pull()
    second = approved.approve(1, TEXT + " We mean it.")

    decide.undo(approved.desk, 1, "ines")

    assert outbox.get(approved.desk.db, second.publication_id).state is PublicationState.WITHDRAWN


def test_a_process_that_was_given_up_sends_nothing(approved: Scene) -> None:
    """A process that slept after its claim finds that another took it for dead, and does not send."""
    desk = approved.desk
    calls: list[str] = []

    class Http:
        def send_once(self, *_: object, **__: object) -> None:
            calls.append("sent")

    def reply(http: Any, target: Target, text: str) -> Posted:
        approved.clock.move(hours=1)
        list(post.recover(desk))
        http.send_once("POST", "http://127.0.0.1:9", headers={}, json_body={})
        raise AssertionError("unreachable")

    approved.place.reply = reply  # type: ignore[method-assign]
    (outcome,) = post.publish_due(replace(desk, http=Http()))  # type: ignore[arg-type]

    assert (calls, outcome.was_sent, state_of(approved)) == ([], False, PublicationState.UNKNOWN)


def test_a_removed_review_closes_its_case(approved: Scene) -> None:
    """The place's own word that a review is gone is stored at once, so that nobody is sent to answer it."""
    approved.place.listed.clear()

    list(post.publish_due(approved.desk))

    assert reviews.get(approved.desk.db, 1).case.state is CaseState.CLOSED


def test_a_claim_of_a_dead_process_is_not_posted_again(approved: Scene) -> None:
    """A process died between claim and answer: after five minutes the reply is unknown, and never sent by itself."""
    outbox.claim(approved.desk.db, 1, approved.clock())

    early = list(post.publish_due(approved.desk))
    approved.clock.move(minutes=10)
    (late,) = post.publish_due(approved.desk)

    assert early == []
    assert (late.publication.state, approved.place.n_sent) == (PublicationState.UNKNOWN, 0)


def test_two_processes_post_once(approved: Scene) -> None:
    """Of two that reach the claim at the same time, one posts."""
    desk = approved.desk
    steps: list[str] = []

    def race(step: str) -> None:
        steps.append(step)
        if step == "publish:confirmed" and steps.count(step) == 1:
            list(post.publish_due(desk))

    list(post.publish_due(replace(desk, at=race)))

    assert approved.place.n_sent == 1


def test_the_undo_window_is_the_configured_one(scene: Scene) -> None:
    """The window that the config names is the one that a reply waits."""
    scene.place.put("r1", 1)
    scene.pull()
    publication = scene.approve(1, TEXT)

    assert publication.post_after - scene.clock() == scene.desk.config.replies.undo_window == timedelta(seconds=60)
