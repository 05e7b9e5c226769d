"""What a person's acts do, what takes them back, and what refuses them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reviewwatch.errors import AlreadyRepliedError, ApprovalError, StaleApprovalError
from reviewwatch.flow import decide
from reviewwatch.flow.seen import see_published
from reviewwatch.storage.verbs import cases, outbox, reviews
from reviewwatch.types import CaseState, DecisionKind, PublicationState
from tests.flow.scene import SOURCE, Scene
from tests.make import NOW

TEXT = "We are sorry about the cold room. Please write to help@harbor-inn.example."


@pytest.fixture
def opened(scene: Scene) -> Scene:
    """One unhappy review in the queue, number 1."""
    scene.place.put("r1", 1)
    scene.pull()
    return scene


def state_of(scene: Scene) -> CaseState:
    """Return where the review stands."""
    return reviews.get(scene.desk.db, 1).case.state


def test_approving_posts_nothing(opened: Scene) -> None:
    """A yes waits out the undo window in the outbox; the review leaves the queue."""
    publication = opened.approve(1, TEXT)

    assert publication.state is PublicationState.APPROVED
    assert publication.post_after == NOW + timedelta(seconds=60)
    assert (opened.place.n_sent, state_of(opened), opened.queue()) == (0, CaseState.ANSWERED, [])


def test_an_approval_names_all_that_it_binds(opened: Scene) -> None:
    """Person, exact text, revision, thread, place and account are what the ticket showed."""
    ticket = decide.prepare(opened.desk, 1)
    publication = opened.approve(1, TEXT)

    approval = publication.approval
    assert publication.text == TEXT
    assert (approval.person, approval.account) == ("ines", "harbor-inn")
    assert approval.content_hash == ticket.stored.content_hash
    assert approval.thread_hash == ticket.stored.thread_hash
    assert (approval.target.external_id, approval.target.address) == ("r1", "http://127.0.0.1:9")


def test_what_changed_since_it_was_shown_is_not_approved(opened: Scene) -> None:
    """A yes to a review that was edited meanwhile is refused."""
    ticket = decide.prepare(opened.desk, 1)
    opened.place.put("r1", 3, text="Better now.")
    opened.pull()

    with pytest.raises(StaleApprovalError):
        decide.approve(opened.desk, ticket, TEXT, "ines")


def test_what_was_answered_since_it_was_shown_is_not_approved(opened: Scene) -> None:
    """A yes to a review that a colleague answered meanwhile is refused, naming them."""
    ticket = decide.prepare(opened.desk, 1)
    opened.place.answer("r1", "Sorry!", account="omar")
    opened.pull()

    with pytest.raises(AlreadyRepliedError, match="omar"):
        decide.approve(opened.desk, ticket, TEXT, "ines")


@pytest.mark.parametrize("kind", ["dismiss", "hold", "snooze", "approve"])
def test_every_decision_can_be_taken_back(opened: Scene, kind: str) -> None:
    """Undo returns the review to the queue and stands in the record as an act of its own."""
    if kind == "approve":
        opened.approve(1, TEXT)
    elif kind == "snooze":
        decide.snooze(opened.desk, 1, "ines", NOW + timedelta(days=1))
    else:
        getattr(decide, kind)(opened.desk, 1, "ines", "a reason")
    assert opened.queue() == []

    undone = decide.undo(opened.desk, 1, "omar")

    assert (undone.kind, undone.person) == (DecisionKind.UNDO, "omar")
    assert [row.review_id for row in opened.queue()] == [1]
    assert [decision.kind for decision in decide.prepare(opened.desk, 1).decisions] == [kind, "undo"]


def test_undo_goes_back_one_act_at_a_time(opened: Scene) -> None:
    """Two undos take back two decisions; a third finds nothing and says so."""
    decide.hold(opened.desk, 1, "ines", "legal")
    decide.dismiss(opened.desk, 1, "ines", "spam")

    decide.undo(opened.desk, 1, "ines")
    assert state_of(opened) is CaseState.HELD
    decide.undo(opened.desk, 1, "ines")
    assert state_of(opened) is CaseState.OPEN
    with pytest.raises(ApprovalError, match="no decision"):
        decide.undo(opened.desk, 1, "ines")


def test_a_withdrawn_reply_is_never_posted(opened: Scene) -> None:
    """Undo within the window withdraws the reply for good."""
    publication = opened.approve(1, TEXT)

    decide.undo(opened.desk, 1, "ines")

    assert outbox.get(opened.desk.db, publication.publication_id).state is PublicationState.WITHDRAWN
    assert outbox.due(opened.desk.db, NOW + timedelta(days=1)) == []


def test_a_newer_approval_replaces_an_unsent_one(opened: Scene) -> None:
    """Approving other words for the same review leaves one reply on its way."""
    first = opened.approve(1, TEXT)
    second = opened.approve(1, TEXT + " Thank you.")

    assert outbox.get(opened.desk.db, first.publication_id).state is PublicationState.STALE
    assert outbox.due(opened.desk.db, NOW + timedelta(days=1)) == [second.publication_id]


def test_undoing_a_newer_approval_brings_the_review_back(opened: Scene) -> None:
    """The replaced one is gone for good, so nothing is on its way and the review waits again."""
    opened.approve(1, TEXT)
    opened.approve(1, TEXT + " Thank you.")
    opened.approve(1, TEXT + " Thanks.")
    decide.undo(opened.desk, 1, "ines")
    assert state_of(opened) is CaseState.OPEN
    assert outbox.due(opened.desk.db, NOW + timedelta(days=1)) == []


def test_a_colleagues_unsent_approval_is_not_replaced(opened: Scene) -> None:
    """Two people approve different replies: the second is told of the first, whose reply stays."""
    first = opened.approve(1, TEXT)
    ticket = decide.prepare(opened.desk, 1)

    with pytest.raises(ApprovalError, match="ines approved another reply"):
        decide.approve(opened.desk, ticket, TEXT + " Thank you.", "omar")

    assert outbox.get(opened.desk.db, first.publication_id).state is PublicationState.APPROVED


def test_a_snooze_ends_by_itself(opened: Scene) -> None:
    """A snoozed review is out of the queue until its time, then back."""
    decide.snooze(opened.desk, 1, "ines", NOW + timedelta(days=1))
    with opened.desk.db.transaction():
        early = cases.wake(opened.desk.db, NOW + timedelta(hours=23))
        late = cases.wake(opened.desk.db, NOW + timedelta(hours=25))

    assert (early, late, len(opened.queue())) == (0, 1, 1)


def test_a_snooze_into_the_past_is_refused(opened: Scene) -> None:
    """A time that is past is no snooze; nothing is recorded."""
    with pytest.raises(ApprovalError, match="past"):
        decide.snooze(opened.desk, 1, "ines", NOW)

    assert state_of(opened) is CaseState.OPEN


def test_a_decision_that_does_not_apply_changes_nothing(opened: Scene) -> None:
    """Dismissing what is dismissed is refused, and only the first act stands in the record."""
    decide.dismiss(opened.desk, 1, "ines", "spam")

    with pytest.raises(ApprovalError, match="dismissed"):
        decide.dismiss(opened.desk, 1, "omar", "spam")

    assert len(decide.prepare(opened.desk, 1).decisions) == 1


def test_nothing_is_seen_before_anything_was_sent(opened: Scene) -> None:
    """An equal text on the site does not settle a reply that was never sent."""
    opened.approve(1, TEXT)
    opened.place.answer("r1", TEXT)
    opened.pull()

    assert see_published(opened.desk, SOURCE) == ()
