"""Stored reviews are judged anew: what differs is said first, and no person's word is overruled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reviewwatch import assess, triage
from reviewwatch.config import TriageConfig
from reviewwatch.flow import decide, queue, rescore
from reviewwatch.storage.verbs import reviews
from reviewwatch.types import Assessment, CaseState, Review, StoredReview
from tests.flow.scene import Scene, dump
from tests.make import NOW, by_stars

ONLY_SURE = 0.9


@pytest.fixture(autouse=True)
def stars_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the stars alone, so that what is rescored does not hang on what the detector has learned."""
    monkeypatch.setattr(assess, "assess", by_stars)


@pytest.fixture
def judged(scene: Scene) -> Scene:
    """Of five recent reviews the first has one star, two and three have three and are flagged; the rest is fine."""
    for name, value in (("r1", 1), ("r2", 3), ("r3", 3), ("r4", 4), ("r5", 5)):
        scene.place.put(name, value, text="It is a room.", created_at=NOW - timedelta(hours=1))
    scene.pull()
    assert {row.review_id for row in scene.queue()} == {1, 2, 3}
    return scene


def with_threshold(scene: Scene, threshold: float) -> Scene:
    """Return the scene with another rule for what is flagged."""
    config = replace(scene.desk.config, triage=replace(scene.desk.config.triage, threshold=threshold))
    return replace(scene, desk=replace(scene.desk, config=config))


def stored(scene: Scene, review_id: int) -> StoredReview:
    """Return what the store holds."""
    return reviews.get(scene.desk.db, review_id)


def done(scene: Scene) -> int:
    """Judge anew and carry all of it out."""
    return rescore.carry_out(scene.desk, rescore.plan(scene.desk))


def test_nothing_differs_where_nothing_changed_however_long_ago(judged: Scene) -> None:
    """The time that passed makes no difference, and nothing at all is written."""
    judged.clock.move(days=30)
    before = dump(judged.desk.db)

    plan = rescore.plan(judged.desk)

    assert (plan.n_read, plan.n_assessed, plan.differences) == (5, 0, [])
    assert done(judged) == 0
    assert dump(judged.desk.db) == before


def test_a_plan_changes_nothing_and_says_all(judged: Scene) -> None:
    """Who would leave the queue, with where the case stands and where it would."""
    before = dump(judged.desk.db)

    plan = rescore.plan(with_threshold(judged, ONLY_SURE).desk)

    said = [(one.review_id, one.kind, one.state, one.to) for one in plan.differences]
    gone = (rescore.DifferenceKind.NO_LONGER_FLAGGED, CaseState.OPEN, CaseState.QUIET)
    assert said == [(2, *gone), (3, *gone)]
    assert plan.moved == {2, 3}
    assert dump(judged.desk.db) == before


def test_what_was_agreed_is_done_and_doing_it_again_changes_nothing(judged: Scene) -> None:
    """The cases say why they left the queue; back with the old threshold, they come again and are due again."""
    stricter = with_threshold(judged, ONLY_SURE)
    due = stored(judged, 2).case.due_at
    assert done(stricter) == 2
    assert {row.review_id for row in judged.queue()} == {1}
    assert (stored(judged, 2).flag, stored(judged, 2).case.reason) == (None, "judged anew and no longer flagged")
    assert done(stricter) == 0

    assert done(judged) == 2
    assert {row.review_id for row in judged.queue()} == {1, 2, 3}
    assert stored(judged, 2).case.due_at == due


def test_what_a_person_decided_or_opened_stays(judged: Scene) -> None:
    """Dismissed, snoozed, held, reopened: the state is theirs; the flag beside it is brought up to date."""
    desk = judged.desk
    decide.dismiss(desk, 1, "ines", "spam")
    decide.snooze(desk, 2, "ines", NOW + timedelta(days=2))
    decide.hold(desk, 3, "ines", "facts are missing")
    decide.dismiss(desk, 4, "ines", "spam")
    decide.reopen(desk, 4, "ines", "have a look")
    states = {n: stored(judged, n).case.state for n in range(1, 6)}

    for threshold in (0.99, 0.01):
        assert done(with_threshold(judged, threshold)) == (1 if threshold == 0.01 else 0)
    assert {n: stored(judged, n).case.state for n in range(1, 5)} == {n: states[n] for n in range(1, 5)}
    assert stored(judged, 4).flag is not None
    assert stored(judged, 5).case.state is CaseState.OPEN


def test_a_case_that_moved_after_it_was_shown_stays_where_it_is(judged: Scene) -> None:
    """A dismissal between the question and the answer stands; what was not in the list is not moved."""
    stricter = with_threshold(judged, ONLY_SURE)
    plan = rescore.plan(stricter.desk)
    decide.dismiss(judged.desk, 2, "ines", "spam")
    judged.place.put("r6", 3, text="It is a room.", created_at=NOW)
    judged.pull()

    assert rescore.carry_out(stricter.desk, plan) == 1
    assert stored(judged, 2).case.state is CaseState.DISMISSED
    assert stored(judged, 6).case.state is CaseState.OPEN


def test_old_reviews_that_are_newly_flagged_become_history(scene: Scene) -> None:
    """A better scorer fills no queue with what is long past; `queue --since` brings it in."""
    scene.place.put("recent", 4, text="It is a room.", created_at=NOW)
    scene.place.put("undated", 4, text="It is a room.", created_at=None)
    scene.pull()
    scene.clock.move(days=20)
    scene.place.put("new", 4, text="It is a room.", created_at=scene.clock())
    scene.pull()

    laxer = with_threshold(scene, 0.1)
    plan = rescore.plan(laxer.desk)
    assert (plan.count(rescore.DifferenceKind.NEWLY_FLAGGED), plan.n_history, plan.moved) == (3, 2, {3})
    assert rescore.carry_out(laxer.desk, plan) == 1
    assert {row.review_id for row in scene.queue()} == {3}
    assert queue.bring_back(scene.desk, NOW - timedelta(days=1), "ines") == 1


def test_what_becomes_due_is_due_from_when_it_was_first_seen_where_nobody_says_when_it_was_written(
    scene: Scene,
) -> None:
    """Judging it later gives nobody more time."""
    scene.place.put("undated", 4, text="It is a room.", created_at=None)
    scene.pull()
    scene.clock.move(days=1)
    assert done(with_threshold(scene, 0.1)) == 1
    assert stored(scene, 1).case.due_at == NOW + scene.desk.config.triage.due_low


def test_what_is_newly_seen_as_sensitive_goes_to_a_trained_person(
    judged: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out of the open queue, unless a person released it."""
    real = triage.flag

    def alarmed(review: Review, assessment: Assessment, rules: TriageConfig, *rest: Any) -> Any:
        flag = real(review, assessment, rules, *rest)
        return None if flag is None else replace(flag, hold="safety")

    monkeypatch.setattr(triage, "flag", alarmed)
    assert done(judged) == 3
    assert {stored(judged, n).case.state for n in (1, 2, 3)} == {CaseState.HELD}
    assert stored(judged, 1).case.reason == "safety: for a trained person first"
    decide.reopen(judged.desk, 1, "ines", "harmless")
    assert done(judged) == 0
    assert stored(judged, 1).case.state is CaseState.OPEN


def test_another_scorer_leaves_the_old_judgment_beside_the_new_one(
    judged: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both stand in the store, the last one counts, and going back counts again."""
    real = assess.assess

    def newer(review: Review, reading: Any = None, **_: Any) -> Assessment:
        return replace(real(review, reading), scorer="newer 2", p_detractor=0.95)

    def scorer() -> str:
        assessment = stored(judged, 5).assessment
        assert assessment is not None
        return assessment.scorer

    old = scorer()
    with monkeypatch.context() as patched:
        patched.setattr(assess, "assess", newer)
        plan = rescore.plan(judged.desk)
        assert (plan.n_assessed, dict(plan.scorers)) == (5, {old: 5})
        judged.clock.move(minutes=1)
        rescore.carry_out(judged.desk, plan)
        assert scorer() == "newer 2"
        assert stored(judged, 5).case.state is CaseState.OPEN
    judged.clock.move(minutes=1)
    assert done(judged) == 2
    assert scorer() == old
    assert len(judged.desk.db.all("SELECT 1 FROM assessments")) == 10


def test_what_a_rating_was_before_is_remembered(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was edited down is judged as one that was, as in the pull that saw it."""
    was: list[float | None] = []

    def noting(review: Review, reading: Any = None, was_share: float | None = None, **_: Any) -> Assessment:
        was.append(was_share)
        return by_stars(review)

    monkeypatch.setattr(assess, "assess", noting)
    scene.place.put("steady", 5)
    scene.place.put("down", 5)
    scene.pull()
    scene.place.put("down", 4)
    scene.pull()
    rescore.plan(scene.desk)
    assert was == [None, None, 1.0, None, 1.0]


def test_a_gone_review_and_one_without_words_are_left_alone(judged: Scene) -> None:
    """There is nothing to judge them by."""
    with judged.desk.db.transaction():
        judged.desk.db.run("UPDATE reviews SET text = NULL WHERE review_id = 1")
    del judged.place.listed["r2"]
    judged.pull()
    assert rescore.plan(judged.desk).n_read == 3


def test_batches_leave_nothing_out(judged: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small they are."""
    monkeypatch.setattr(rescore, "BATCH", 2)
    told: list[int] = []
    plan = rescore.plan(with_threshold(judged, 0.01).desk, tell=told.append)
    assert (plan.n_read, told) == (5, [2, 4, 5])
    assert rescore.carry_out(with_threshold(judged, 0.01).desk, plan) == 2
