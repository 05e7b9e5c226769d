"""What a tick does: turns that come and are made up, slots, deadlines, ends, and what else is due."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reviewwatch.connector import Page
from reviewwatch.errors import AccessError, ConfigError, ConfigProblem, ConnectorError, RetryLaterError
from reviewwatch.flow import decide, holders
from reviewwatch.storage.verbs import cases, daemon, leases, outbox, raw_pages
from reviewwatch.types import CaseState, Health, PublicationState, QueueFilter
from tests.engine.scene import Watch, make_watch, of_sources
from tests.flow.scene import Place
from tests.make import NOW


def test_new_places_are_read_within_minutes_and_then_at_their_intervals(watch: Watch) -> None:
    """Each is read once at first, and once in every interval after it, give or take a tenth."""
    watch.first_minute()
    assert sorted(watch.pulled()) == ["a", "b", "c"]
    watch.tick_until(timedelta(hours=2))
    assert Counter(watch.pulled()) == {"a": 8, "b": 8, "c": 8}


def test_each_place_has_its_own_interval(tmp_path: Path) -> None:
    """What is watched every five minutes is read twelve times while the hourly one is read once."""
    made = make_watch(tmp_path, of_sources("fast", every="5m") + of_sources("slow", every="1h"))
    made.daemon.begin()
    made.first_minute()
    made.pulled()
    made.tick_until(timedelta(minutes=62))
    assert Counter(made.pulled()) == {"fast": 12, "slow": 1}


@pytest.mark.parametrize("is_restarted", [False, True])
def test_a_week_of_sleep_is_made_up_once(watch: Watch, is_restarted: bool) -> None:
    """Whether the machine slept or the daemon was away, each place is read once, and a week of reviews is due."""
    watch.first_minute()
    watch.pulled()
    watch.town.places["a"].put("r1", created_at=NOW + timedelta(days=1))
    watch.clock.move(days=7)
    if is_restarted:
        watch.daemon.end()
        watch = watch.another()
        watch.daemon.begin()

    watch.tick_until(timedelta(minutes=10))

    assert sorted(watch.pulled()) == ["a", "b", "c"]
    with watch.desk() as desk:
        assert len(cases.queue(desk.db, QueueFilter(), limit=9)) == 1


def test_no_more_places_are_read_at_once_than_configured(tmp_path: Path) -> None:
    """A free slot is filled at once, and not at the next tick."""
    text = of_sources(*"abcdef", extra="[daemon]\nparallel = 2\n")
    made = make_watch(tmp_path, text, chance=lambda: 0.0)
    made.daemon.begin()
    made.daemon.tick(made.clock.at)
    assert [name for name, _ in made.hands.jobs] == ["pull a", "pull b"]

    n_at_once = []
    while made.hands.jobs:
        n_at_once.append(len(made.hands.jobs))
        made.hands.step()
    assert max(n_at_once) == 2
    assert made.daemon.state.n_pulls == 6


def test_what_failed_last_time_holds_half_of_the_slots_at_most(tmp_path: Path) -> None:
    """However many slow and broken places are due for however long, healthy ones are read first and find room."""
    bad, good = [f"bad{n}" for n in range(6)], ["good1", "good2"]
    made = make_watch(tmp_path, of_sources(*bad, *good, every="5m"), chance=lambda: 0.0)
    made.daemon.begin()
    for name in bad:
        made.town.places[name] = Place(fail={"pages": ConnectorError("down")})
    made.tick()
    made.pulled()

    made.clock.move(hours=1)
    made.daemon.tick(made.clock.at)
    assert [name for name, _ in made.hands.jobs] == ["pull good1", "pull good2", "pull bad0", "pull bad1"]
    for name in ("pull good1", "pull good2"):
        made.hands.step(name)
        made.hands.step(name)  # the slot looks for more, and finds only what failed
    assert [name for name, _ in made.hands.jobs] == ["pull bad0", "pull bad1"]


def test_one_slot_is_enough_for_all(tmp_path: Path) -> None:
    """With a single slot what fails is still tried, after what works."""
    made = make_watch(tmp_path, of_sources("good", "bad", every="5m", extra="[daemon]\nparallel = 1\n"))
    made.town.places["bad"] = Place(fail={"pages": ConnectorError("down")})
    made.daemon.begin()
    made.first_minute()
    made.pulled()
    made.tick(hours=1)
    assert made.pulled() == ["good", "bad"]
    assert made.state("bad").n_failures == 2


def test_an_open_circuit_lets_one_trial_through_for_each_wait(watch: Watch) -> None:
    """In a day of being down, a place is asked some ten times and not ninety-six; once it is back it is as before."""
    watch.town.places["a"] = Place(fail={"pages": ConnectorError("down")})
    watch.tick_until(timedelta(days=1), every=timedelta(minutes=5))
    counts = Counter(watch.pulled())
    assert (counts["a"], counts["b"] > 90) == (9, True)
    assert (watch.state("a").health, watch.state("a").n_failures) == (Health.FAILING, 9)

    watch.town.places["a"].fail.clear()
    watch.tick_until(timedelta(days=1), every=timedelta(minutes=30))
    assert (watch.state("a").health, watch.state("a").n_failures) == (Health.OK, 0)


def test_a_place_that_asked_to_be_left_alone_is_not_asked_before(watch: Watch) -> None:
    """Its own word counts, not our interval."""
    watch.town.places["a"] = Place(fail={"pages": RetryLaterError("busy", after=timedelta(hours=3))})
    watch.first_minute()
    watch.pulled()
    watch.tick_until(timedelta(hours=2, minutes=58))
    assert "a" not in watch.pulled()
    watch.tick_until(timedelta(minutes=2))
    assert watch.pulled().count("a") == 1


def test_a_paused_place_is_tried_daily_and_when_its_config_changes(watch: Watch) -> None:
    """Who mends the config does not wait for tomorrow."""
    watch.town.places["a"] = Place(fail={"pages": AccessError("no key")})
    watch.first_minute()
    watch.pulled()
    watch.tick_until(timedelta(hours=23), every=timedelta(minutes=15))
    assert "a" not in watch.pulled()
    watch.tick_until(timedelta(hours=2), every=timedelta(minutes=15))
    assert watch.pulled().count("a") == 1

    watch.town.places["a"].fail.clear()
    watch.configure(of_sources("b", "c") + of_sources("a", every="20m"))
    watch.tick(seconds=15)
    assert (watch.pulled(), watch.state("a").health) == (["a"], Health.OK)


@pytest.mark.parametrize(
    ("error", "health", "said"),
    [
        (ConfigError((ConfigProblem("sources.a.repo", "is missing"),)), Health.PAUSED, "`sources.a.repo` is missing"),
        (AccessError("the token file cannot be read"), Health.PAUSED, "the token file"),
        (RuntimeError("a mistake"), Health.FAILING, "RuntimeError: a mistake"),
    ],
)
def test_a_place_that_cannot_be_opened_leaves_the_others_working(
    watch: Watch, error: Exception, health: Health, said: str
) -> None:
    """Its state says why; it is not tried at every tick."""
    watch.town.broken["a"] = error
    watch.tick_until(timedelta(minutes=4))
    counts = Counter(watch.pulled())
    assert counts == {"a": 1, "b": 1, "c": 1}
    state = watch.state("a")
    assert (state.health, said in state.last_error) == (health, True)
    assert (watch.daemon.state.n_pulls, watch.daemon.state.n_failed) == (3, 1)


class Endless(Place):
    """A place with a page for every minute, and no end.

    Args:
        asks: Each page takes a request.
    """

    def __init__(self, watch: Watch, asks: bool = True) -> None:
        super().__init__()
        self.watch = watch
        self.asks = asks
        self.n_pages = 0

    def pages(self, http: Any, cursor: Any) -> Iterator[Page]:
        while True:
            if self.asks:
                http.get(f"page {self.n_pages}")
            self.watch.clock.move(minutes=1)
            self.n_pages += 1
            self.put(f"r{self.n_pages}", created_at=self.watch.clock.at)
            reviews = [self.listed[f"r{self.n_pages}"]]
            yield Page(listing=LISTING_OF_ENDLESS, reviews=reviews, cursor={"page": str(self.n_pages)})


LISTING_OF_ENDLESS = next(Place().pages(None, {})).listing


def test_a_pull_past_its_deadline_ends_at_the_next_page(watch: Watch) -> None:
    """Ten minutes, then it is a failure that says so; pages before stay, and the next pull goes on behind them."""
    endless = Endless(watch, asks=False)
    watch.town.places["a"] = endless
    watch.first_minute()

    state = watch.state("a")
    assert "it took longer than 10m" in state.last_error
    assert (endless.n_pages, dict(state.cursor), state.health) == (10, {"page": "10"}, Health.FAILING)
    with watch.desk() as desk:
        assert len(cases.queue(desk.db, QueueFilter(sources=("a",)), limit=99)) == 10


def test_a_pull_past_its_deadline_ends_at_the_next_request(watch: Watch) -> None:
    """A page that takes many requests is ended between two of them."""

    class Crawling(Place):
        def pages(self, http: Any, cursor: Any) -> Iterator[Page]:
            for number in range(100):
                http.get(f"part {number}")
                watch.clock.move(minutes=3)
            yield from super().pages(http, cursor)

    watch.town.places["a"] = Crawling()
    watch.first_minute()
    assert watch.town.network.asked == ["part 0", "part 1", "part 2", "part 3"]
    assert "it took longer than 10m" in watch.state("a").last_error


def test_the_end_of_the_daemon_is_no_failure_of_a_place(watch: Watch) -> None:
    """A pull that is under way ends at its next page; its pages stay, its turn is still due, its lease is free."""
    endless = Endless(watch)
    watch.town.places["a"] = endless
    watch.town.network.on_get = lambda url: watch.daemon.stop() if url == "page 3" else None
    watch.first_minute()
    watch.daemon.end()

    state = watch.state("a")
    assert (state.n_failures, state.last_error, dict(state.cursor)) == (0, "", {"page": "4"})
    assert state.next_due_at is not None
    assert state.next_due_at <= watch.clock.at
    with watch.desk() as desk:
        assert leases.holder_of(desk.db, "pull:a") is None
        assert leases.holder_of(desk.db, holders.DAEMON) is None


def test_after_the_end_nothing_begins(watch: Watch) -> None:
    """A tick that comes late does nothing, and brings no lease back."""
    watch.daemon.stop()
    assert not watch.tick()
    watch.daemon.end()
    assert not watch.tick(hours=1)
    assert watch.pulled() == []
    with watch.desk() as desk:
        state = daemon.load(desk.db)
        assert state is not None
        assert (state.ended_at, leases.holder_of(desk.db, holders.DAEMON)) == (NOW, None)


def test_a_store_has_one_daemon(watch: Watch) -> None:
    """The second is told who has it; when the first has ended, the store is free at once."""
    watch.tick()
    second = watch.another()
    holder = second.daemon.begin()
    assert holder is not None
    assert holder.startswith(f"{socket.gethostname()}:")
    watch.daemon.end()
    assert second.daemon.begin() is None


def test_a_daemon_that_lost_its_store_leaves_it_alone(watch: Watch) -> None:
    """One that slept past its lease does not take it back from whoever took over, and says so."""
    watch.tick()
    watch.pulled()
    watch.clock.move(hours=1)
    with watch.desk() as desk:
        later = watch.clock.at + timedelta(days=1)
        assert leases.take(desk.db, holders.DAEMON, "elsewhere:1:a-b", watch.clock.at, later)

    assert not watch.tick()
    watch.daemon.end()

    assert (watch.daemon.is_lost, watch.pulled()) == (True, [])
    with watch.desk() as desk:
        assert leases.holder_of(desk.db, holders.DAEMON) == "elsewhere:1:a-b"
        state = daemon.load(desk.db)
        assert state is not None
        assert state.ended_at is None


def test_a_place_that_another_process_reads_is_left_to_it(watch: Watch) -> None:
    """It is neither a failure nor asked again and again within one tick."""
    with watch.desk() as desk:
        leases.take(desk.db, "pull:a", "another", NOW, NOW + timedelta(minutes=1))
    watch.tick()
    watch.tick(seconds=15)
    assert watch.pulled().count("a") <= 2
    watch.tick_until(timedelta(minutes=2))
    assert watch.state("a").health is Health.OK


def test_snoozed_reviews_wake_and_old_pages_go(watch: Watch) -> None:
    """Nobody has to look for it to happen."""
    watch.town.places["a"] = Place()
    watch.town.places["a"].put("r1")
    watch.first_minute()
    with watch.desk() as desk:
        decide.snooze(desk, 1, "ines", watch.clock.at + timedelta(days=8))
        with desk.db.transaction():
            raw_pages.keep(desk.db, "a", "cut", b"[", watch.clock.at)
    watch.tick(days=7.5)
    with watch.desk() as desk:
        assert cases.queue(desk.db, QueueFilter(), limit=9) == []
        assert raw_pages.latest(desk.db, "a") is None
    watch.tick(days=1)
    with watch.desk() as desk:
        assert [row.case.state for row in cases.queue(desk.db, QueueFilter(), limit=9)] == [CaseState.OPEN]


def approve_one(watch: Watch) -> None:
    """Let a review be read and a reply to it be approved."""
    watch.town.places["a"] = Place()
    watch.town.places["a"].put("r1")
    watch.first_minute()
    with watch.desk() as desk:
        ticket = decide.prepare(desk, 1)
        text = "We are sorry. Please write to help@harbor-inn.example."
        warnings = [finding.rule for finding in decide.check(ticket, text)]
        decide.approve(desk, ticket, text, "ines", acknowledged=warnings)


def reply_of(watch: Watch) -> PublicationState:
    """Return how the reply stands."""
    with watch.desk() as desk:
        return outbox.get(desk.db, 1).state


def test_an_approved_reply_is_posted_when_its_window_ends_and_then_looked_for(watch: Watch) -> None:
    """It waits out the undo window, is sent once, and is seen five minutes later without a pull."""
    approve_one(watch)
    watch.tick(seconds=45)
    assert reply_of(watch) is PublicationState.APPROVED
    watch.tick(seconds=15)
    assert (reply_of(watch), watch.daemon.state.n_posted) == (PublicationState.POSTED, 1)
    watch.tick(minutes=5)
    assert reply_of(watch) is PublicationState.SEEN
    watch.tick_until(timedelta(hours=1), every=timedelta(minutes=1))
    assert watch.town.places["a"].n_sent == 1


def test_a_reply_that_could_not_be_sent_is_tried_again_ever_later(watch: Watch) -> None:
    """A place without access is not asked at every tick: after a minute, two, four, and so on to an hour."""
    approve_one(watch)
    watch.town.places["a"].fail["reread"] = AccessError("no key")
    n_asked = 0

    def reread(http: Any, external_id: str) -> Any:
        nonlocal n_asked
        n_asked += 1
        raise AccessError("no key")

    watch.town.places["a"].reread = reread  # type: ignore[method-assign]  # counts the calls of this one place
    watch.tick_until(timedelta(hours=2), every=timedelta(seconds=30))
    assert n_asked == 7
    assert reply_of(watch) is PublicationState.APPROVED


def test_two_posts_never_run_at_once(watch: Watch) -> None:
    """While the outbox is served, the next tick leaves it alone."""
    approve_one(watch)
    watch.clock.move(minutes=1)
    watch.daemon.tick(watch.clock.at)
    watch.daemon.tick(watch.clock.at)
    assert [name for name, _ in watch.hands.jobs].count("outbox") == 1


def test_once_does_what_is_due_and_no_more(tmp_path: Path) -> None:
    """New places are all read at once, without a spread; what becomes due meanwhile is left for the next run."""
    made = make_watch(tmp_path, of_sources(*(f"s{n}" for n in range(30)), every="1m"), is_single=True)
    made.daemon.begin()
    made.tick()
    assert len(made.pulled()) == 30
    made.tick(minutes=5)
    assert made.pulled() == []
    made.daemon.end()

    later = made.another(is_single=True)
    later.daemon.begin()
    later.tick()
    assert len(later.pulled()) == 30


def test_a_store_that_is_gone_stops_nothing_and_makes_no_new_one(watch: Watch) -> None:
    """The tick says that it could do nothing; when the store is back the next one goes on."""
    watch.tick()
    store, aside = watch.folder / "reviews.db", watch.folder / "aside.db"
    store.rename(aside)
    assert not watch.tick(minutes=1)
    assert not store.exists()
    aside.rename(store)
    assert watch.tick(seconds=15)
