"""What `status` tells, and what of it is wrong."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from reviewwatch.engine import status
from reviewwatch.engine.status import Standing, Status
from reviewwatch.errors import AccessError, ConnectorError
from reviewwatch.flow import decide, holders
from reviewwatch.storage.verbs import daemon, leases
from tests.engine.scene import Watch
from tests.engine.test_tick import approve_one
from tests.flow.scene import Place


def look(watch: Watch) -> Status:
    """Look as `status` does."""
    with watch.desk() as desk:
        return status.look(desk)


def ended(watch: Watch) -> None:
    """The daemon was stopped as it should be."""
    watch.daemon.end()


def killed(watch: Watch) -> None:
    """The daemon's process is gone; this test's own number under an earlier run's name stands for it."""
    dead = f"{socket.gethostname()}:{os.getpid()}:0f0f0f0f-1"
    with watch.desk() as desk:
        leases.release_all(desk.db, holders.process())
        leases.take(desk.db, holders.DAEMON, dead, watch.clock.at, watch.clock.at + timedelta(days=1))
        with desk.db.transaction():
            daemon.save(desk.db, replace(watch.daemon.state, holder=dead))


def hangs(watch: Watch) -> None:
    """The daemon's process lives and does not tick."""
    watch.clock.move(seconds=61)


@pytest.mark.parametrize(
    ("happens", "standing", "said"),
    [
        (lambda watch: None, Standing.RUNNING, None),
        (ended, Standing.ENDED, None),
        (killed, Standing.DEAD, "ended without a word"),
        (hangs, Standing.STALE, "does not tick any more"),
    ],
)
def test_how_the_daemon_stands(
    watch: Watch, happens: Callable[[Watch], None], standing: Standing, said: str | None
) -> None:
    """One that was stopped is not wrong; one that died or hangs is, and the sentence says what to do."""
    watch.first_minute()
    happens(watch)
    found = look(watch)
    assert found.daemon.standing is standing
    assert [said in wrong and "`reviewwatch run`" in wrong for wrong in found.wrong if said] == [True] * bool(said)
    assert (said is None) is (found.wrong == ())


def test_without_a_daemon_ever_nothing_is_wrong(watch: Watch) -> None:
    """Somebody who pulls by hand, or by cron, is told what there is."""
    with watch.desk() as desk, desk.db.transaction():
        desk.db.run("DELETE FROM daemon")
    found = look(watch)
    assert (found.daemon.standing, found.daemon.state, found.wrong) == (Standing.NEVER, None, ())
    assert (found.n_sources, found.sources, found.following) == (3, (), ())


def test_places_that_fail_are_told_with_their_reason(watch: Watch) -> None:
    """One failure is told, three in a row or a pause are wrong; healthy places are not listed."""
    watch.town.places["a"] = Place(fail={"pages": ConnectorError("it is down")})
    watch.town.places["b"] = Place(fail={"pages": AccessError("no key")})
    watch.first_minute()
    first = look(watch)
    watch.tick_until(timedelta(minutes=20))
    later = look(watch)

    assert [(line.source, line.standing, line.why) for line in first.sources] == [
        ("a", "stumbled", "it is down"),
        ("b", "paused", "no key"),
    ]
    assert first.wrong == ("b is paused: no key",)
    assert [(line.standing, line.n_failures) for line in later.sources] == [("failing", 3), ("paused", 1)]
    assert later.wrong == ("a is failing: it is down", "b is paused: no key")
    assert [turn.source for turn in later.following] == ["c", "a", "b"]


def test_a_place_is_late_an_interval_after_its_turn_while_a_daemon_runs(watch: Watch) -> None:
    """A daemon that ticks and does not read is seen; time without a daemon makes nothing late."""
    watch.first_minute()
    watch.clock.move(minutes=31)
    watch.daemon.tick(watch.clock.at)
    assert {line.standing for line in look(watch).sources} == {"late"}
    assert look(watch).wrong[0].startswith("a is late")
    watch.hands.work()
    assert look(watch).sources == ()

    watch.daemon.end()
    watch.clock.move(days=3)
    assert look(watch).wrong == ()
    later = watch.another()
    later.daemon.begin()
    later.daemon.tick(watch.clock.at)
    assert look(later).wrong == ()


def test_what_waits_for_a_person_is_counted(watch: Watch) -> None:
    """Replies by what they wait for, open reviews, and the answer that is owed for longest."""
    approve_one(watch)
    watch.town.places["a"].put("r2", created_at=watch.clock.at)
    watch.tick_until(timedelta(minutes=20))
    watch.town.places["a"].fail["reread"] = ConnectorError("down")
    with watch.desk() as desk:
        ticket = decide.prepare(desk, 2)
        text = "We are sorry. Please write to help@harbor-inn.example."
        warnings = [finding.rule for finding in decide.check(ticket, text)]
        decide.approve(desk, ticket, text, "ines", acknowledged=warnings)
    watch.town.places["a"].put("r3", created_at=watch.clock.at)
    watch.tick_until(timedelta(minutes=20))

    found = look(watch)
    assert (found.outbox.n_on_their_way, found.outbox.n_not_seen, found.outbox.n_unknown) == (1, 0, 0)
    assert found.n_queue == 1
    with watch.desk() as desk:
        assert found.oldest_due_at == decide.prepare(desk, 3).stored.case.due_at


def test_what_is_held_for_a_trained_person_is_counted(watch: Watch) -> None:
    """It stands beside the queue, and so that it is not forgotten, `status` names it."""
    approve_one(watch)
    watch.town.places["a"].put("r2", created_at=watch.clock.at)
    watch.tick_until(timedelta(minutes=20))
    assert (look(watch).n_queue, look(watch).n_held) == (1, 0)
    with watch.desk() as desk:
        decide.hold(desk, 2, "ines", "a threat")
    assert (look(watch).n_queue, look(watch).n_held) == (0, 1)
