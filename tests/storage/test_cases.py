"""The queue, and how a case moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import NotFoundError, StorageError
from reviewwatch.storage.base import Database
from reviewwatch.storage.values import stamp
from reviewwatch.storage.verbs import cases, outbox, reviews
from reviewwatch.types import (
    CASE_TRANSITIONS,
    RISE,
    Band,
    Case,
    CaseEvent,
    CaseState,
    Judged,
    OwnerReply,
    PublicationState,
    QueueFilter,
    QueueRow,
    ReplyState,
    Severity,
)
from tests.make import NOW, owner_reply, review, stars
from tests.storage.conftest import OpenDb
from tests.storage.given import STATE, approve, assessment, flag, new, store, store_one, with_reply

LATER = NOW + timedelta(hours=1)
EVERYTHING = QueueFilter(include_unflagged=True)


def names(db: Database, rows: list[QueueRow]) -> list[str]:
    """Return the sites' ids of these rows."""
    return [reviews.get(db, row.review_id).review.external_id for row in rows]


def set_state(db: Database, review_id: int, state: CaseState) -> None:
    """Put a case into a state past all rules."""
    with db.transaction():
        db.run(
            "UPDATE cases SET state = :state, snoozed_until = :until WHERE review_id = :review_id",
            {"state": state.value, "review_id": review_id, "until": "2026-11-22T12:00:00.000000Z"},
        )


def test_the_most_urgent_comes_first(db: Database) -> None:
    """By priority, and among equals the one that was stored first."""
    store(db, *(new(review(name), priority) for name, priority in [("b", 500), ("a", 500), ("top", 900), ("low", 1)]))
    assert names(db, cases.queue(db, QueueFilter(), 10)) == ["top", "b", "a", "low"]


def test_a_row_has_what_a_line_of_the_inbox_shows(db: Database) -> None:
    """One row carries listing, rating, words, case, band and flag."""
    fetched = review(title="Cold", text="é" * 400, rating=stars(2))
    review_id = store(db, new(fetched, 640))["r1"]
    assert cases.queue(db, QueueFilter(), 1) == [
        QueueRow(
            review_id=review_id,
            source_id="inn",
            listing_name="Harbor Inn",
            rating=stars(2),
            author="Ines Example",
            title="Cold",
            excerpt="é" * 300,
            lang="en",
            created_at=NOW,
            case=Case(CaseState.OPEN, "flagged", 640, NOW),
            band=Band.DETRACTOR,
            flag=flag(640),
        )
    ]


@pytest.mark.parametrize(
    ("parts", "excerpt"),
    [
        ({"text": "", "positive": "Good.", "negative": "Bad."}, "Bad."),
        ({"text": "", "positive": "Good.", "negative": ""}, "Good."),
        ({"text": "Plain.", "negative": "Bad."}, "Plain."),
        ({"text": "", "rating": stars(1)}, ""),
    ],
)
def test_the_excerpt_is_of_the_text_that_there_is(db: Database, parts: dict[str, Any], excerpt: str) -> None:
    """Where a site asks for good and bad apart, the bad is what a person must see."""
    store(db, new(review(**parts)))
    (row,) = cases.queue(db, QueueFilter(), 1)
    assert row.excerpt == excerpt


def test_a_review_that_was_never_assessed_is_unscored(db: Database) -> None:
    """No judgment is no band, and the language falls back to the site's word."""
    store(db, new(review(lang="fr"), assessment=None))
    (row,) = cases.queue(db, QueueFilter(), 1)
    assert (row.band, row.lang) == (Band.UNSCORED, "fr")


def fill(db: Database) -> None:
    """Store reviews that differ in what a filter asks for, from the most urgent on."""
    refused = owner_reply("No.", state=ReplyState.REFUSED)
    store(
        db,
        new(review("angry", rating=stars(1)), 900),
        new(review("german", rating=stars(2)), 800, assessment=assessment(lang="de")),
        new(review("old", created_at=NOW - timedelta(days=30)), 700),
        new(review("undated", created_at=None, rating=None), 600),
        new(with_reply(review("answered"), "Thank you."), 500),
        new(review("refused", owner_replies=(refused,)), 400),
        new(review("happy", rating=stars(5)), 0),
        new(with_reply(review("happy, answered", rating=stars(5)), "Thank you."), 0),
    )
    store(db, new(review("elsewhere", rating=stars(1)), 300), state=replace(STATE, source_id="mill"))


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (QueueFilter(), ["angry", "german", "old", "undated", "answered", "refused", "elsewhere"]),
        (QueueFilter(sources=("mill",)), ["elsewhere"]),
        (QueueFilter(sources=("mill", "nowhere")), ["elsewhere"]),
        (QueueFilter(sources=("nowhere",)), []),
        (QueueFilter(max_rating_share=0.0), ["angry", "elsewhere"]),
        (QueueFilter(max_rating_share=0.25), ["angry", "german", "old", "answered", "refused", "elsewhere"]),
        (QueueFilter(lang="de"), ["german"]),
        (QueueFilter(since=NOW - timedelta(days=7)), ["angry", "german", "answered", "refused", "elsewhere"]),
        (QueueFilter(is_answered=True), ["answered"]),
        (QueueFilter(is_answered=False), ["angry", "german", "old", "undated", "refused", "elsewhere"]),
        (QueueFilter(sources=("inn",), max_rating_share=0.25, lang="en", since=NOW, is_answered=False),
         ["angry", "refused"]),
        (EVERYTHING, ["angry", "german", "old", "undated", "answered", "refused", "elsewhere", "happy"]),
        (replace(EVERYTHING, is_answered=True), ["answered", "happy, answered"]),
        (replace(EVERYTHING, max_rating_share=1.0, is_answered=False, lang="en", sources=("inn",)),
         ["angry", "old", "refused", "happy"]),
    ],
)  # fmt: skip
def test_a_filter_narrows_queue_and_count_alike(db: Database, wanted: QueueFilter, ids: list[str]) -> None:
    """Each filter, and filters together, show what they say; the count is of the same rows."""
    fill(db)
    assert names(db, cases.queue(db, wanted, 50)) == ids
    assert cases.count(db, wanted) == len(ids)


@pytest.mark.parametrize("state", CaseState)
def test_each_state_stands_where_it_belongs(db: Database, state: CaseState) -> None:
    """The queue holds open cases; with `include_unflagged` all that is undecided; decided ones never."""
    review_id = store_one(db)
    set_state(db, review_id, state)
    undecided = (CaseState.OPEN, CaseState.QUIET, CaseState.SNOOZED, CaseState.HELD)
    assert len(cases.queue(db, QueueFilter(), 5)) == (state is CaseState.OPEN)
    assert [row.case.state for row in cases.queue(db, EVERYTHING, 5)] == [state] * (state in undecided)


@pytest.mark.parametrize("state", [CaseState.OPEN, CaseState.HELD, CaseState.SNOOZED])
def test_what_a_person_must_look_at_stays_though_answered(db: Database, state: CaseState) -> None:
    """Only quiet cases count as done because somebody answered."""
    set_state(db, store(db, new(with_reply(review(), "Thank you.")))["r1"], state)
    assert len(cases.queue(db, EVERYTHING, 5)) == 1


def test_a_reply_on_its_way_counts_as_an_answer(db: Database) -> None:
    """From approval on a review is answered for the filter; a withdrawn reply no longer counts."""
    publication_id = approve(db, store_one(db))
    assert (cases.count(db, QueueFilter(is_answered=True)), cases.count(db, QueueFilter(is_answered=False))) == (1, 0)
    with db.transaction():
        outbox.settle(db, publication_id, PublicationState.APPROVED, PublicationState.WITHDRAWN, NOW, "undone")
    assert (cases.count(db, QueueFilter(is_answered=True)), cases.count(db, QueueFilter(is_answered=False))) == (0, 1)


def test_the_count_stops_at_its_cap(db: Database) -> None:
    """A long queue is counted no further than asked."""
    store(db, *(new(review(f"r{number}")) for number in range(30)))
    assert (cases.count(db, QueueFilter(), cap=20), cases.count(db, QueueFilter())) == (20, 30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(priorities=st.lists(st.sampled_from([0, 0, 1, 500, 500, 1000]), max_size=25), size=st.integers(1, 9))
def test_pages_join_without_gap_or_overlap(open_db: OpenDb, priorities: list[int], size: int) -> None:
    """Walking page by page gives exactly what one long page gives, however many share a priority."""
    db = open_db()
    with db.transaction():
        db.run("DELETE FROM flags")
        db.run("DELETE FROM assessments")
        db.run("DELETE FROM cases")
        db.run("DELETE FROM reviews")
    store(db, *(new(review(f"r{number}"), priority) for number, priority in enumerate(priorities)))
    walked: list[QueueRow] = []
    while rows := cases.queue(db, EVERYTHING, size, after=_key(walked)):
        walked += rows
    assert walked == cases.queue(db, EVERYTHING, 100)
    assert [row.case.priority for row in walked] == sorted(priorities, reverse=True)


def _key(rows: list[QueueRow]) -> tuple[int, int] | None:
    return (rows[-1].case.priority, rows[-1].review_id) if rows else None


def skip(db: Database, person: str, review_id: int, now: datetime = NOW) -> None:
    """Skip in a transaction of its own."""
    with db.transaction():
        cases.skip(db, person, review_id, now)


def test_what_a_person_skipped_comes_last_for_them_alone(db: Database) -> None:
    """Skipped rows stand behind all others, in their own order, for this person and not for others."""
    ids = store(db, *(new(review(name), priority) for name, priority in [("a", 900), ("b", 800), ("c", 700), ("d", 1)]))
    skip(db, "noor", ids["b"])
    skip(db, "noor", ids["a"])
    assert names(db, cases.queue(db, QueueFilter(), 9, person="noor", now=NOW)) == ["c", "d", "a", "b"]
    assert names(db, cases.queue(db, QueueFilter(), 3, person="noor", now=NOW)) == ["c", "d", "a"]
    assert names(db, cases.queue(db, QueueFilter(), 2, person="noor", now=NOW)) == ["c", "d"]
    assert names(db, cases.queue(db, QueueFilter(), 9, person="sam", now=NOW)) == ["a", "b", "c", "d"]
    assert names(db, cases.queue(db, QueueFilter(), 9)) == ["a", "b", "c", "d"]


def test_later_pages_leave_out_what_was_skipped(db: Database) -> None:
    """A walk by pages shows the others once each; the skipped ones belong to a first page with room."""
    ids = store(db, *(new(review(name), priority) for name, priority in [("a", 900), ("b", 800), ("c", 700)]))
    skip(db, "noor", ids["b"])
    rows = cases.queue(db, QueueFilter(), 9, after=(900, ids["a"]), person="noor", now=NOW)
    assert names(db, rows) == ["c"]


def test_a_skip_is_forgotten_after_twelve_hours(db: Database) -> None:
    """A skip lasts twelve hours from the last time it was done."""
    ids = store(db, new(review("a"), 900), new(review("b"), 800))
    skip(db, "noor", ids["a"], NOW - timedelta(hours=20))
    assert names(db, cases.queue(db, QueueFilter(), 2, person="noor", now=NOW)) == ["a", "b"]
    skip(db, "noor", ids["a"], NOW - timedelta(hours=11, minutes=59))
    assert names(db, cases.queue(db, QueueFilter(), 2, person="noor", now=NOW)) == ["b", "a"]
    skip(db, "noor", ids["b"], NOW + timedelta(hours=1))
    assert db.all("SELECT review_id FROM skips") == [{"review_id": ids["b"]}]


def test_whether_a_person_skipped_is_known_for_as_long_as_it_counts(db: Database) -> None:
    """Twelve hours long, for this review and this person alone."""
    ids = store(db, new(review("a")), new(review("b")))
    skip(db, "noor", ids["a"])
    asked = [("noor", "a", NOW), ("noor", "b", NOW), ("sam", "a", NOW), ("noor", "a", NOW + timedelta(hours=12))]
    found = [cases.is_skipped(db, person, ids[name], now) for person, name, now in asked]
    assert found == [True, False, False, False]


def test_skipping_what_is_not_there_is_refused(db: Database) -> None:
    """A skip needs a review."""
    with pytest.raises(NotFoundError):
        skip(db, "noor", 99)


@pytest.mark.parametrize("state", CaseState)
def test_a_case_moves_only_as_the_table_says(db: Database, state: CaseState) -> None:
    """Every pair of the table works, with its state alone; an undo may go to any state that was recorded."""
    review_id = store_one(db)
    for event, to in product(CaseEvent, CaseState):
        set_state(db, review_id, state)
        is_undo = event is CaseEvent.UNDO and state is not CaseState.CLOSED
        if CASE_TRANSITIONS.get((state, event)) == to or is_undo:
            with db.transaction():
                cases.move(db, review_id, event, to, "because", LATER, until=LATER)
            case = reviews.get(db, review_id).case
            assert (case.state, case.reason) == (to, "because")
        else:
            with pytest.raises(StorageError, match=rf"is {state}: {event} cannot make it {to}"), db.transaction():
                cases.move(db, review_id, event, to, "because", LATER, until=LATER)
            assert reviews.get(db, review_id).case.state is state


def test_moving_what_is_not_there_is_a_typed_error(db: Database) -> None:
    """A review that does not exist is named."""
    with pytest.raises(NotFoundError, match="There is no review"), db.transaction():
        cases.move(db, 9, CaseEvent.DISMISS, CaseState.DISMISSED, "", NOW)


def test_a_snooze_has_an_end(db: Database) -> None:
    """A case that would never wake is refused."""
    review_id = store_one(db)
    with pytest.raises(StorageError, match="without an end"), db.transaction():
        cases.move(db, review_id, CaseEvent.SNOOZE, CaseState.SNOOZED, "", NOW)


def snooze(db: Database, review_id: int, until: datetime) -> None:
    """Snooze in a transaction of its own."""
    with db.transaction():
        cases.move(db, review_id, CaseEvent.SNOOZE, CaseState.SNOOZED, "on holiday", NOW, until=until)


def test_what_waits_rises_a_step_at_half_of_its_time_and_at_its_end(db: Database) -> None:
    """Each step once, open or held; what is decided, or never owed an answer, stays where it is."""
    half = NOW + timedelta(hours=12)
    owed = flag(500, due_at=NOW + timedelta(hours=24), rises_at=half)
    ids = store(
        db,
        new(review("open"), flag=owed),
        new(review("held"), flag=owed, state=CaseState.HELD),
        new(review("done"), flag=owed, state=CaseState.DISMISSED),
        new(review("history"), flag=flag(500, due_at=None, rises_at=half), state=CaseState.QUIET),
    )

    def priorities(at: datetime) -> dict[str, int]:
        with db.transaction():
            cases.wake(db, at)
        return {name: reviews.get(db, review_id).case.priority for name, review_id in ids.items()}

    still = {"done": 500, "history": 500}
    assert priorities(half - timedelta(seconds=1)) == {"open": 500, "held": 500, **still}
    for _ in range(2):
        assert priorities(half) == {"open": 500 + RISE, "held": 500 + RISE, **still}
    for _ in range(2):
        assert priorities(NOW + timedelta(days=3)) == {"open": 500 + 2 * RISE, "held": 500 + 2 * RISE, **still}


def test_what_was_never_looked_at_rises_both_steps_at_once(db: Database) -> None:
    """A store that nobody opened for a week says how late things are."""
    review_id = store_one(db)
    with db.transaction():
        db.run(
            "UPDATE cases SET due_at = :due, rises_at = :half",
            {"due": stamp(NOW + timedelta(hours=2)), "half": stamp(NOW + timedelta(hours=1))},
        )
        cases.wake(db, NOW + timedelta(days=7))
    assert reviews.get(db, review_id).case.priority == 500 + 2 * RISE


def test_a_snoozed_case_wakes_at_its_time(db: Database) -> None:
    """At its end, not before, a snoozed case is open again; the others stay as they are."""
    ids = store(db, new(review("early")), new(review("late")), new(review("open")))
    snooze(db, ids["early"], LATER)
    snooze(db, ids["late"], LATER + timedelta(hours=1))
    with db.transaction():
        assert cases.wake(db, LATER - timedelta(seconds=1)) == 0
        assert cases.wake(db, LATER) == 1
    assert set(names(db, cases.queue(db, QueueFilter(), 9))) == {"early", "open"}
    assert reviews.get(db, ids["late"]).case.snoozed_until == LATER + timedelta(hours=1)


def test_an_undo_goes_back_to_a_snooze_with_its_end(db: Database) -> None:
    """Snoozed, dismissed, undone: the case sleeps again and wakes when it would have."""
    review_id = store_one(db)
    snooze(db, review_id, LATER)
    with db.transaction():
        cases.move(db, review_id, CaseEvent.DISMISS, CaseState.DISMISSED, "", NOW)
        cases.move(db, review_id, CaseEvent.UNDO, CaseState.SNOOZED, "", NOW)
    assert reviews.get(db, review_id).case.snoozed_until == LATER
    with db.transaction():
        assert cases.wake(db, LATER) == 1


def history(name: str, days: int, priority: int = 500, replies: tuple[OwnerReply, ...] = ()) -> Judged:
    """Return a review of the baseline, `days` old."""
    fetched = review(name, created_at=NOW - timedelta(days=days), owner_replies=replies)
    return new(fetched, priority, CaseState.QUIET, case_reason="history")


def test_flagged_history_can_be_brought_back(db: Database) -> None:
    """From a time on, flagged history that nobody answered is open; the rest stays quiet."""
    since = NOW - timedelta(days=30)
    ids = store(
        db,
        history("recent", 10),
        history("ancient", 400),
        history("happy", 10, priority=0),
        history("answered", 10, replies=(owner_reply(),)),
        new(review("open")),
    )
    assert (cases.count_history(db, since), cases.count_history(db, None)) == (1, 2)
    with db.transaction():
        assert cases.bring_back(db, since, NOW) == [ids["recent"]]
        assert cases.bring_back(db, since, NOW) == []
    assert names(db, cases.queue(db, QueueFilter(), 9)) == ["recent", "open"]
    assert reviews.get(db, ids["recent"]).case.reason == cases.BROUGHT_BACK
    assert cases.brought_back(db) == [ids["recent"]]


def test_history_comes_back_by_urgency_and_by_source(db: Database) -> None:
    """A batch takes the most urgent of the sources that were named."""
    ids = store(db, history("mild", 10, 100), history("bad", 10, 900), history("worse", 10, 950))
    elsewhere = store(db, history("elsewhere", 10, 990), state=replace(STATE, source_id="mill"))
    with db.transaction():
        assert set(cases.bring_back(db, NOW - timedelta(days=30), NOW, ["inn"], limit=2)) == {ids["bad"], ids["worse"]}
    assert cases.brought_back(db, ["mill"]) == []
    assert cases.count_history(db, None, ["mill"]) == len(elsewhere) == 1
    assert cases.count_history(db, None) == 2


def test_history_that_was_only_changed_at_a_time_is_brought_back_by_that(db: Database) -> None:
    """The baseline rule goes by the update where a place gives no other time, and so does this."""
    changed = review("changed", created_at=None, updated_at=NOW - timedelta(days=10))
    store(db, new(changed, 500, CaseState.QUIET, case_reason="history"))
    assert cases.count_history(db, NOW - timedelta(days=30)) == 1


def test_a_tally_says_how_many_stand_where(db: Database) -> None:
    """Open ones by severity with the first due time, then held, snoozed and history; sources narrow it."""
    late = replace(flag(900), severity=Severity.CRITICAL, due_at=NOW - timedelta(days=1))
    ids = store(
        db,
        *(new(review(name)) for name in ("a", "b", "held", "snoozed", "done")),
        new(review("fire"), flag=late),
        new(review("opened"), 0),
        history("old", 30),
    )
    states = {"held": CaseState.HELD, "snoozed": CaseState.SNOOZED, "done": CaseState.DISMISSED}
    for name, state in {**states, "opened": CaseState.OPEN}.items():
        set_state(db, ids[name], state)
    store(db, new(review("elsewhere")), state=replace(STATE, source_id="mill"))
    medium = flag().severity

    everything, inn = cases.tally(db), cases.tally(db, ["inn"])

    assert everything.n_open == {Severity.CRITICAL: 1, medium: 3, None: 1}
    assert everything.first_due_at == {Severity.CRITICAL: NOW - timedelta(days=1), medium: NOW}
    assert (everything.n_held, everything.n_snoozed, everything.n_history) == (1, 1, 1)
    assert inn.n_open == {Severity.CRITICAL: 1, medium: 2, None: 1}
    assert cases.tally(db, ["mill"]) == cases.Tally({medium: 1}, {medium: NOW}, 0, 0, 0)
