"""History comes into the queue as a recorded act of a person, and goes back the same way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reviewwatch.flow import decide, queue
from reviewwatch.storage.verbs import cases, decisions, reviews
from reviewwatch.types import CaseState, DecisionKind
from tests.flow.scene import SOURCE, Scene
from tests.make import NOW

SINCE = NOW - timedelta(days=90)


@pytest.fixture
def old(scene: Scene) -> Scene:
    """Five unhappy reviews: four of the last months (1 to 4), one older (5)."""
    for day in (20, 30, 40, 50, 400):
        scene.place.put(f"r{day}", 1, created_at=NOW - timedelta(days=day))
    scene.pull()
    assert scene.queue() == []
    return scene


def standing(scene: Scene, review_id: int) -> tuple[CaseState, str]:
    """Return where a review stands, and why."""
    case = reviews.get(scene.desk.db, review_id).case
    return case.state, case.reason


def test_what_is_brought_back_says_who_wanted_it_and_owes_no_answer(old: Scene) -> None:
    """Each review is open without a due time, with a decision of this person behind it."""
    assert queue.bring_back(old.desk, SINCE, "ines") == 4

    assert {row.review_id for row in old.queue()} == {1, 2, 3, 4}
    assert {row.case.due_at for row in old.queue()} == {None}
    assert standing(old, 1) == (CaseState.OPEN, "brought back from history")
    [act] = decisions.of_review(old.desk.db, 1)
    assert (act.kind, act.person, act.state_before) == (DecisionKind.REOPEN, "ines", CaseState.QUIET)
    assert act.reason == "brought back from history, as written since 2026-08-23"
    assert decisions.of_review(old.desk.db, 5) == []


def test_it_goes_on_batch_by_batch(old: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long history is moved in small transactions, to the last review, there and back."""
    monkeypatch.setattr(queue, "BATCH", 2)
    assert (queue.bring_back(old.desk, SINCE, "ines"), len(old.queue())) == (4, 4)
    assert (queue.send_back(old.desk, "ines"), len(old.queue())) == (4, 0)


def test_doing_it_again_changes_nothing(old: Scene) -> None:
    """What is in the queue already is not brought back twice."""
    queue.bring_back(old.desk, SINCE, "ines")
    assert queue.bring_back(old.desk, SINCE, "ines") == 0
    assert len(decisions.of_review(old.desk.db, 1)) == 1


def test_undo_sends_one_review_back_to_history(old: Scene) -> None:
    """The undo of any decision works on this one, too, and the review can be brought back again."""
    queue.bring_back(old.desk, SINCE, "ines")
    decide.undo(old.desk, 2, "omar")
    assert standing(old, 2)[0] is CaseState.QUIET
    assert cases.count_history(old.desk.db, SINCE) == 1
    assert queue.bring_back(old.desk, SINCE, "ines") == 1


def test_only_what_nothing_happened_to_since_is_sent_back(old: Scene) -> None:
    """What was decided, edited or opened by its own right stays where it is."""
    queue.bring_back(old.desk, SINCE, "ines")
    old.place.put("today", 1)
    old.place.put("r30", 2, text="Still cold.", created_at=NOW - timedelta(days=30))
    old.pull()
    decide.hold(old.desk, 3, "omar", "legal")
    decide.dismiss(old.desk, 4, "omar", "spam")
    decide.undo(old.desk, 4, "omar")

    assert queue.send_back(old.desk, "omar") == 1

    assert standing(old, 1) == (CaseState.QUIET, "sent back to history by omar")
    assert [standing(old, review_id)[0] for review_id in (2, 3, 4, 6)] == [
        CaseState.OPEN,
        CaseState.HELD,
        CaseState.OPEN,
        CaseState.OPEN,
    ]
    assert [act.kind for act in decisions.of_review(old.desk.db, 1)] == [DecisionKind.REOPEN, DecisionKind.UNDO]


def test_other_sources_are_left_alone(old: Scene) -> None:
    """There and back, only the named sources are touched."""
    assert queue.bring_back(old.desk, SINCE, "ines", ["elsewhere"]) == 0
    assert queue.bring_back(old.desk, SINCE, "ines", [SOURCE]) == 4
    assert queue.send_back(old.desk, "ines", ["elsewhere"]) == 0
    assert queue.send_back(old.desk, "ines", [SOURCE]) == 4
