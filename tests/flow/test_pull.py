"""What a pull stores, counts and says, on the first day and on the days after."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest

from reviewwatch.errors import (
    AccessError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    SuspiciousEmptyError,
)
from reviewwatch.flow.decide import prepare
from reviewwatch.flow.pull import LEASE
from reviewwatch.storage.verbs import leases, raw_pages, reviews, sources
from reviewwatch.types import CaseState, Health
from tests.flow.scene import SOURCE, Scene, dump
from tests.make import LISTING, NOW, stars


def test_a_first_pull_queues_the_recent_unhappy_and_files_the_rest(scene: Scene) -> None:
    """New unhappy reviews wait for a person; old and answered ones are history, searchable and never due."""
    scene.place.put("recent", 1)
    scene.place.put("happy", 5, text="A lovely stay, thank you.")
    scene.place.put("old", 1, created_at=NOW - timedelta(days=30))
    scene.place.put("answered", 1)
    scene.place.answer("answered", "We are sorry.")

    report = scene.pull()

    assert (report.n_read, report.n_new, report.n_due, report.error) == (4, 4, 1, None)
    assert [row.author for row in scene.queue()] == ["Ines Example"]
    states = {row.review_id: row.case.state for row in scene.queue(include_unflagged=True, is_answered=False)}
    assert sorted(states.values()) == [CaseState.OPEN, CaseState.QUIET, CaseState.QUIET]


def test_an_unchanged_pull_changes_one_row(scene: Scene) -> None:
    """Reading the same again changes the source's row and nothing else in the store."""
    for number in range(8):
        scene.place.put(f"r{number}", 1 + number % 5)
    scene.pull()
    before = dump(scene.desk.db)
    scene.clock.move(hours=1)

    report = scene.pull()

    after = dump(scene.desk.db)
    changed = [(table, row) for table in after for row in after[table] if row not in before[table]]
    assert (report.n_same, report.n_new, report.n_edited) == (8, 0, 0)
    assert [table for table, _ in changed] == ["source_state"]


def test_an_edit_keeps_the_old_text_and_reopens_the_case(scene: Scene) -> None:
    """What a review said before stays readable, and a changed one comes back to the queue."""
    scene.place.put("r1", 1, text="Cold room.")
    scene.pull()
    scene.place.put("r1", 4, text="They fixed the heating.")

    report = scene.pull()

    ticket = prepare(scene.desk, 1)
    assert report.n_edited == 1
    assert [(old.text, old.rating) for old in ticket.revisions] == [("Cold room.", stars(1))]
    assert ticket.stored.review.text == "They fixed the heating."
    assert (ticket.stored.case.state, ticket.stored.case.reason) == (CaseState.OPEN, "edited")


def test_a_rating_that_was_edited_down_is_at_risk(scene: Scene) -> None:
    """Five stars that became four are told as such, whatever the words; four that became five are not."""
    scene.place.put("r1", 5, text="Fine room by the water.")
    scene.place.put("r2", 4, text="Fine room by the water.")
    scene.pull()
    scene.place.put("r1", 4, text="Fine room by the water.")
    scene.place.put("r2", 5, text="Fine room by the water.")
    scene.pull()

    found = [reviews.get(scene.desk.db, review_id).assessment for review_id in (1, 2)]
    assert [one is not None and one.is_at_risk for one in found] == [True, False]


def test_absence_from_a_complete_listing_is_gone(scene: Scene) -> None:
    """A review that a complete listing no longer holds is gone and its case closed; the text stays."""
    scene.place.put("r1")
    scene.place.put("r2")
    scene.pull()
    del scene.place.listed["r1"]

    report = scene.pull()

    gone = reviews.get(scene.desk.db, 1)
    assert report.n_gone == 1
    assert (gone.case.state, gone.gone_at, bool(gone.review.text)) == (CaseState.CLOSED, NOW, True)


def test_absence_from_a_part_proves_nothing(scene: Scene) -> None:
    """Without a complete listing, a review that is not shown is not gone."""
    scene.place.is_complete = False
    scene.place.put("r1")
    scene.place.put("r2")
    scene.pull()
    del scene.place.listed["r1"]

    assert scene.pull().n_gone == 0
    assert reviews.get(scene.desk.db, 1).gone_at is None


def test_a_listing_that_falls_to_nothing_is_an_error(scene: Scene) -> None:
    """A complete but empty listing where there were reviews is said to be suspicious, and nothing is marked gone."""
    scene.place.put("r1")
    scene.pull()
    scene.place.listed.clear()

    report = scene.pull()

    assert isinstance(report.error, SuspiciousEmptyError)
    assert reviews.get(scene.desk.db, 1).gone_at is None
    state = sources.load(scene.desk.db, SOURCE)
    assert state is not None
    assert (state.health, state.n_failures) == (Health.FAILING, 1)


def test_a_review_that_comes_back_is_open_again(scene: Scene) -> None:
    """A review that was gone and stands there again returns to the queue with its history."""
    scene.place.put("r1")
    scene.place.put("r2")
    scene.pull()
    kept = scene.place.listed.pop("r1")
    scene.pull()
    scene.place.listed["r1"] = kept

    scene.pull()

    assert reviews.get(scene.desk.db, 1).gone_at is None
    assert reviews.get(scene.desk.db, 1).case.state is CaseState.OPEN


@pytest.mark.parametrize(
    ("error", "health", "wait"),
    [
        (RetryLaterError("busy", after=timedelta(hours=2)), Health.FAILING, timedelta(hours=2)),
        (AccessError("no key"), Health.PAUSED, timedelta(days=1)),
        (ListingNotFoundError("moved"), Health.PAUSED, timedelta(days=1)),
        (ValueError("a defect of the connector"), Health.FAILING, timedelta(minutes=5)),
        (KeyError("missing"), Health.FAILING, timedelta(minutes=5)),
    ],
)
def test_a_failing_pull_keeps_its_pages_and_says_so(
    scene: Scene, error: Exception, health: Health, wait: timedelta
) -> None:
    """Pages before the failure stay, the cursor is that of the last stored page, and the source knows what happened.

    What only a person can mend is tried again in a day, all else soon.
    """
    for number in range(5):
        scene.place.put(f"r{number}")
    scene.place.fail["pages"] = error

    report = scene.pull(chance=lambda: 0.5)

    state = sources.load(scene.desk.db, SOURCE)
    assert state is not None
    assert isinstance(report.error, ConnectorError)
    assert (report.n_new, dict(state.cursor), state.health) == (3, {"done": "0"}, health)
    assert state.next_due_at == NOW + wait
    assert str(error.args[0]) in state.last_error


def test_how_long_a_place_asks_to_be_left_alone_is_kept(scene: Scene) -> None:
    """The next turn is not before the time that the place named."""
    scene.place.put("r1")
    scene.place.fail["pages"] = RetryLaterError("busy", after=timedelta(hours=2))

    scene.pull()

    state = sources.load(scene.desk.db, SOURCE)
    assert state is not None
    assert state.next_due_at == NOW + timedelta(hours=2)


@pytest.mark.parametrize("after", [timedelta(seconds=30), timedelta(hours=2)])
def test_a_place_that_asked_for_it_is_left_alone(scene: Scene, after: timedelta) -> None:
    """Before the time that it named nothing is asked of a place, however short that is, unless a person insists."""
    scene.place.put("r1")
    scene.place.fail["pages"] = RetryLaterError("busy", after=after)
    scene.pull()
    scene.place.fail.clear()
    scene.place.put("r2")

    early = scene.pull()
    insisted = scene.pull(is_urgent=True)

    assert isinstance(early.error, RetryLaterError)
    assert "left alone until" in str(early.error)
    assert (early.n_read, insisted.n_new) == (0, 1)
    assert scene.pull().error is None


def test_an_unreadable_page_is_kept_for_a_look(scene: Scene) -> None:
    """A page that parsed to nothing sensible is stored as received."""
    scene.place.put("r1")
    scene.place.fail["pages"] = LayoutChangedError(
        "no reviews found", expected="a list", body=b"<html>new layout</html>"
    )

    scene.pull()

    kept = raw_pages.latest(scene.desk.db, SOURCE)
    assert kept is not None
    assert kept.body == b"<html>new layout</html>"


def test_a_source_is_pulled_by_one_process_at_a_time(scene: Scene) -> None:
    """While another holds the lease nothing is read; once it has run out the source is free again."""
    scene.place.put("r1")
    leases.take(scene.desk.db, f"pull:{SOURCE}", "another", NOW, NOW + LEASE)

    busy = scene.pull()
    scene.clock.move(seconds=LEASE.total_seconds() + 1)
    free = scene.pull()

    assert (busy.is_busy, busy.n_read) == (True, 0)
    assert free.n_new == 1


@pytest.mark.skipif(os.name != "posix", reason="asks the system for a process by number")
def test_a_dead_process_holds_no_source(scene: Scene) -> None:
    """A lease of a process of this machine that no longer lives is free at once."""
    scene.place.put("r1")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    holder = f"{socket.gethostname()}:{dead.pid}:abc"
    leases.take(scene.desk.db, f"pull:{SOURCE}", holder, NOW, NOW + LEASE)

    assert scene.pull().n_new == 1


def test_a_dry_run_stores_nothing(scene: Scene) -> None:
    """A dry run counts what it would do and leaves the store as it was."""
    scene.place.put("r1")
    before = dump(scene.desk.db)

    report = scene.pull(dry_run=True)

    assert (report.n_new, report.n_due) == (1, 1)
    assert dump(scene.desk.db) == before


def test_an_outage_makes_nothing_history(scene: Scene) -> None:
    """After a month of silence, everything written meanwhile is due."""
    scene.place.put("first")
    scene.pull()
    scene.clock.move(days=30)
    scene.place.put("during", created_at=NOW + timedelta(days=2))

    report = scene.pull()

    assert (report.n_due, report.n_history) == (1, 0)


def test_pulling_twice_equals_pulling_once_in_any_order(scene: Scene) -> None:
    """The order in which a place lists its reviews changes nothing in the store."""
    for number in range(7):
        scene.place.put(f"r{number}", 1 + number % 5)
    scene.pull()
    before = dump(scene.desk.db)["reviews"]
    scene.place.listed = dict(reversed(scene.place.listed.items()))

    report = scene.pull()

    assert report.n_same == 7
    assert dump(scene.desk.db)["reviews"] == before


def test_the_listing_is_known_by_its_key(scene: Scene) -> None:
    """A review belongs to its listing, whichever source saw it."""
    scene.place.put("r1")
    scene.pull()

    assert reviews.find(scene.desk.db, LISTING.key, "r1") == 1


def test_a_listing_that_shrinks_at_once_is_not_believed(scene: Scene) -> None:
    """Most of a listing gone in one pull is an error that marks nothing gone, until a person says that it is true."""
    for number in range(30):
        scene.place.put(f"r{number}", 1 + number % 5)
    scene.pull()
    for number in range(2, 30):
        del scene.place.listed[f"r{number}"]
    scene.clock.move(hours=1)

    short, again = scene.pull(), scene.pull()
    believed = scene.pull(believes=True)

    assert isinstance(short.error, SuspiciousEmptyError)
    assert "lists 2 reviews and 28 of the 30" in str(short.error)
    assert "--believe" in str(again.error)
    assert (short.n_gone, again.n_gone, believed.n_gone) == (0, 0, 28)
    assert believed.error is None


def test_a_few_that_vanish_are_believed(scene: Scene) -> None:
    """A small place may lose most of its reviews, and a large one some."""
    for number in range(30):
        scene.place.put(f"r{number}", 1 + number % 5)
    scene.pull()
    for number in range(15):
        del scene.place.listed[f"r{number}"]

    assert scene.pull().n_gone == 15
