"""A process's life as the daemon: from its start to a signal, and out within ten seconds."""

from __future__ import annotations

import logging
import queue
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import FrameType
from typing import Final

from reviewwatch.engine.clockwork import Clockwork
from reviewwatch.engine.local import Daemon
from reviewwatch.engine.notify import notify

_log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 7.0
"""What runs is given so long to end at its next request or page; the rest of ten seconds is for leaving."""
_LOOK_SECONDS: Final = 0.5
_MISSED_TICKS: Final = 3
SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)

Orders = queue.SimpleQueue[int]
"""Signals as they came. Its `put` may be called in a signal handler, which `Event.set` may not."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the daemon ended.

    Attributes:
        exit_code: 0 as it should and after SIGTERM, 130 after SIGINT, 1 where something failed.
        left: Jobs that hang and were left where they are.
    """

    exit_code: int
    left: tuple[str, ...]


def serve(daemon: Daemon) -> Ended:
    """Tick until a signal comes or another daemon takes the store over."""
    beats = _Beats(daemon)
    clockwork = Clockwork(beats.beat, daemon.config.daemon.tick)
    with orders_of_signals() as orders:
        clockwork.start()
        notify("READY=1")
        code = _wait(daemon, beats, clockwork, orders)
        notify("STOPPING=1")
        daemon.stop()
        clockwork.stop()
        return _leave(daemon, orders, code)


def serve_once(daemon: Daemon) -> Ended:
    """Do what is due now and end; exit code 1 where a source failed or the store could not be used."""
    with orders_of_signals() as orders:
        code = 0
        while True:
            if not daemon.tick(datetime.now(UTC)):
                code = 1
                break
            order = _wait_for_work(daemon, orders)
            if order is not None:
                code = _code_of(order)
                break
            if not daemon.workers.running():
                code = int(daemon.state.n_failed > 0)
                break
        daemon.stop()
        return _leave(daemon, orders, code)


@contextmanager
def orders_of_signals() -> Iterator[Orders]:
    """Catch the signals that end a service, for as long as it runs."""
    orders: Orders = queue.SimpleQueue()

    def receive(number: int, _frame: FrameType | None) -> None:
        orders.put(number)

    before = {number: signal.signal(number, receive) for number in SIGNALS}
    try:
        yield orders
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Beats:
    """Ticks as they come, and when the last one was."""

    def __init__(self, daemon: Daemon) -> None:
        self._daemon = daemon
        self.last_at = time.monotonic()

    def beat(self) -> None:
        """Tick once. A mistake in it is logged by the scheduler, and the next tick tries again.

        systemd is told of every tick that came to its end: a store that cannot be used is no reason for a restart.
        """
        try:
            self._daemon.tick(datetime.now(UTC))
        finally:
            self.last_at = time.monotonic()
            notify("WATCHDOG=1", f"STATUS=watching {self._daemon.state.n_sources} sources")


def _wait(daemon: Daemon, beats: _Beats, clockwork: Clockwork, orders: Orders) -> int:
    while not daemon.is_lost:
        order = _next_order(orders, _LOOK_SECONDS)
        if order is not None:
            return _code_of(order)
        tick = daemon.config.daemon.tick
        clockwork.pace(tick)
        if time.monotonic() - beats.last_at > _MISSED_TICKS * tick.total_seconds():
            beats.last_at = time.monotonic()
            clockwork.nudge()
    return 1


def _wait_for_work(daemon: Daemon, orders: Orders) -> int | None:
    """Wait until nothing runs, a signal comes, or the lease has to be renewed."""
    ends_at = time.monotonic() + daemon.config.daemon.tick.total_seconds()
    while time.monotonic() < ends_at:
        order = _next_order(orders, 0.0)
        if order is not None:
            return order
        if daemon.workers.wait(_LOOK_SECONDS):
            return None
    return None


def _leave(daemon: Daemon, orders: Orders, code: int) -> Ended:
    """Wait a little for what runs; a second signal waits no longer."""
    ends_at = time.monotonic() + GRACE_SECONDS
    while not daemon.workers.wait(0.1) and time.monotonic() < ends_at and _next_order(orders, 0.0) is None:
        pass
    left = daemon.underway if daemon.workers.running() else ()
    if left:
        _log.warning("left in the middle of a request, to be done at the next start: %s", ", ".join(left))
    daemon.end()
    return Ended(code, left)


def _next_order(orders: Orders, seconds: float) -> int | None:
    try:
        return orders.get(timeout=seconds) if seconds else orders.get_nowait()
    except queue.Empty:
        return None


def _code_of(signal_number: int) -> int:
    _log.info("ending on %s", signal.Signals(signal_number).name)
    return 0 if signal_number == signal.SIGTERM else 128 + signal_number
