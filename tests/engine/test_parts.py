"""The small parts: waits in memory, threads, the scheduler's wrapper, and what systemd is told."""

from __future__ import annotations

import queue
import signal
import socket
import threading
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from reviewwatch.engine import service
from reviewwatch.engine.bounds import BoundedHttp, Bounds, StoppedError
from reviewwatch.engine.clockwork import Clockwork
from reviewwatch.engine.notify import notify
from reviewwatch.engine.resting import Resting
from reviewwatch.engine.workers import Job, Threads
from reviewwatch.errors import RetryLaterError
from tests.engine.scene import Network, Watch

MINUTE = timedelta(minutes=1)


def test_waits_double_with_each_failure_and_are_forgotten_with_success() -> None:
    """1, 2, 4 minutes and so on up to the longest; after a success the first wait is the first again."""
    now = 0.0
    resting: Resting[str] = Resting(lambda: now)
    waits = []
    for _ in range(6):
        resting.fail("a", MINUTE, 10 * MINUTE)
        began = now
        while resting.has("a"):
            now += 30
        waits.append((now - began) / 60)
    assert waits == [1, 2, 4, 8, 10, 10]

    resting.forget("a")
    resting.fail("a", MINUTE, 10 * MINUTE)
    resting.put("a", MINUTE / 2)
    now += 59
    assert (resting.has("a"), resting.has("b")) == (True, False)
    now += 1
    assert not resting.has("a")


def test_a_job_and_what_follows_run_in_one_thread_apart() -> None:
    """The name is taken until the last of them has ended; waiting ends with it."""
    workers, seen = Threads(), []
    may_go = threading.Event()

    def second() -> None:
        seen.append(threading.get_ident())

    def first() -> Job:
        may_go.wait(10)
        seen.append(threading.get_ident())
        return second

    workers.submit("a", first)
    assert workers.running() == {"a"}
    assert not workers.wait(0.001)
    may_go.set()
    assert workers.wait(10)
    assert workers.running() == frozenset()
    assert seen[0] == seen[1] != threading.get_ident()


def test_two_jobs_of_one_name_are_two() -> None:
    """A slot keeps its first name while it does something else, so another of that name may begin."""

    def behind(gate: threading.Event) -> Job:
        def work() -> None:
            gate.wait(10)

        return work

    workers = Threads()
    gates = [threading.Event(), threading.Event()]
    for gate in gates:
        workers.submit("a", behind(gate))
    gates[0].set()
    assert not workers.wait(0.2)
    assert workers.running() == {"a"}
    gates[1].set()
    assert workers.wait(10)


def test_bounds_let_through_until_the_deadline_or_the_end() -> None:
    """Requests pass before; after it the pull fails, and with the daemon's end it stops without a failure."""
    now, is_stopping = 0.0, False
    network = Network()
    http = BoundedHttp(network, Bounds(10 * MINUTE, lambda: now, lambda: is_stopping))
    http.get("one")
    now = 600.0
    with pytest.raises(RetryLaterError, match="longer than 10m") as caught:
        http.get("two")
    is_stopping = True
    with pytest.raises(StoppedError):
        http.get("three")
    assert (network.asked, caught.value.after) == (["one"], None)
    assert not issubclass(StoppedError, Exception)


def test_the_scheduler_begins_at_once_and_comes_when_it_is_nudged() -> None:
    """The first call does not wait for an interval; a nudge comes between two, and a stop is the end."""
    called: threading.Semaphore = threading.Semaphore(0)
    clockwork = Clockwork(called.release, timedelta(hours=1))
    clockwork.start()
    assert called.acquire(timeout=10)
    clockwork.nudge()
    assert called.acquire(timeout=10)
    clockwork.pace(timedelta(milliseconds=20))
    assert called.acquire(timeout=10)
    assert called.acquire(timeout=10)
    clockwork.stop()


def test_the_scheduler_goes_on_after_a_mistake(caplog: pytest.LogCaptureFixture) -> None:
    """A tick that raises is logged, and the next one comes."""
    called: threading.Semaphore = threading.Semaphore(0)

    def fail() -> None:
        called.release()
        raise RuntimeError("a mistake")

    clockwork = Clockwork(fail, timedelta(milliseconds=10))
    clockwork.start()
    assert called.acquire(timeout=10)
    assert called.acquire(timeout=10)
    clockwork.stop()
    assert "a mistake" in caplog.text


def test_a_clock_that_was_set_back_stops_no_tick(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """When ticks stay away though the machine's seconds go on, the scheduler is told to come now."""
    seconds = iter(range(0, 10_000, 40))
    steady = SimpleNamespace(monotonic=lambda: float(next(seconds)))
    monkeypatch.setattr("reviewwatch.engine.service.time", steady)
    orders: service.Orders = queue.SimpleQueue()

    class Standing(Clockwork):
        def __init__(self) -> None:
            self.n_nudges = 0

        def pace(self, every: timedelta) -> None:
            assert every == timedelta(seconds=15)

        def nudge(self) -> None:
            self.n_nudges += 1
            orders.put(signal.SIGTERM)

    standing = Standing()
    assert service._wait(watch.daemon, service._Beats(watch.daemon), standing, orders) == 0
    assert standing.n_nudges == 1


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="systemd's sockets are of this kind")
def test_systemd_is_told_where_it_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines go to its socket as one message; without one, or with one that is gone, nothing happens."""
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    notify("READY=1")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        notify("READY=1", "STATUS=watching 3 sources")
        assert listening.recv(100) == b"READY=1\nSTATUS=watching 3 sources"
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    notify("READY=1")
