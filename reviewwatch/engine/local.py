"""The daemon of one store, on this machine: at each tick it asks the store what is due and sets its workers to it.

The tick itself does nothing that takes long. It is a plain method that is given the time, so that a test or a
simulation calls it as the scheduler does.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from reviewwatch.config import Config
from reviewwatch.engine.bounds import BoundedHttp, Bounds, StoppedError
from reviewwatch.engine.office import Office, OpenPlaces, Watched
from reviewwatch.engine.poster import Poster
from reviewwatch.engine.resting import Resting
from reviewwatch.engine.workers import Job, Threads, Workers
from reviewwatch.errors import ConfigError, ConnectorError, StorageError
from reviewwatch.flow import holders, pull, turns
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import cases, daemon, leases, raw_pages, sources
from reviewwatch.storage.verbs.daemon import DaemonState
from reviewwatch.types import Health

_log = logging.getLogger(__name__)

TICKS_OF_LEASE: Final = 4
SHORTEST_LEASE: Final = timedelta(minutes=1)
_LAST_WAIT_SECONDS: Final = 1.0
OUTBOX: Final = "outbox"
_FAILED: Final = frozenset({Health.FAILING, Health.PAUSED})


@dataclass(frozen=True, slots=True)
class _Turn:
    """One source that is being pulled."""

    source_id: str
    has_failed: bool


class Daemon:
    """Watches the sources of one config until it is stopped.

    Args:
        open_places: Opens the connectors and the network of a config.
        now: Aware UTC.
        clock: Seconds that only grow, for deadlines and short waits.
        chance: Spreads turns.
        is_single: Do what is due at the first tick, once, and nothing that becomes due later.
    """

    def __init__(
        self,
        config: Config,
        open_places: OpenPlaces,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        workers: Workers | None = None,
        chance: turns.Chance = pull.CHANCE,
        is_single: bool = False,
    ) -> None:
        self.workers: Workers = workers or Threads()
        self.is_lost = False
        self._open_places = open_places
        self._now = now
        self._clock = clock
        self._chance = chance
        self._is_single = is_single
        self._watched = Watched(config)
        self._office = Office(config, open_places(config), now)
        self._resting: Resting[str] = Resting(clock)
        self._poster = Poster(clock, lambda: self._is_stopping)
        self._lock = threading.RLock()
        self._turns: dict[str, _Turn] = {}
        self._due_until: datetime | None = None
        self._is_stopping = False
        self._state = DaemonState(holder=holders.new_holder(), started_at=now(), ticked_at=now())

    @property
    def config(self) -> Config:
        """The config in use."""
        return self._office.config

    @property
    def state(self) -> DaemonState:
        """What is said of it in `status`."""
        return self._state

    @property
    def underway(self) -> tuple[str, ...]:
        """What is being done at this moment: `pull <source>` and `outbox`."""
        pulls = sorted(f"pull {source_id}" for source_id in tuple(self._turns))
        return (*pulls, OUTBOX) if OUTBOX in self.workers.running() else tuple(pulls)

    def begin(self) -> str | None:
        """Take the store for this daemon alone; return who has it where somebody else does.

        Raises:
            StorageError: The store cannot be used.
        """
        with self._office.desk() as desk:
            if not self._take_lease(desk, self._now()):
                return leases.holder_of(desk.db, holders.DAEMON) or "another process"
            with desk.db.transaction():
                daemon.save(desk.db, self._state)
        return None

    def tick(self, now: datetime) -> bool:
        """Do what is due now: begin pulls and posts, wake what was snoozed, throw away what is kept no longer.

        Returns:
            False where it could not: it is stopped, has lost the store to another daemon, or the store cannot be used
            for the moment, which leaves it to the next tick.
        """
        with self._lock:
            if self._is_stopping:
                return False
            self._reread_config()
            try:
                with self._office.desk() as desk:
                    self._tick(desk, now)
            except StorageError as error:
                _log.warning("nothing was begun at this tick: %s", error)
                return False
            return not self.is_lost

    def stop(self) -> None:
        """Begin nothing more; what runs ends at its next request or page. For signal handlers too: takes no lock."""
        self._is_stopping = True

    def end(self) -> None:
        """Say that it ended and give back every lease of this process; whatever still runs is left where it is."""
        self.stop()
        with self._lock:
            try:
                self._leave_store()
            except StorageError as error:
                _log.warning("the end could not be recorded: %s", error)
            self._office.retire()

    def _leave_store(self) -> None:
        db = open_store(self.config.store, create=False, wait_seconds=_LAST_WAIT_SECONDS)
        try:
            if not self.is_lost:
                with db.transaction():
                    daemon.save(db, replace(self._state, ended_at=self._now()))
            leases.release_all(db, holders.process())
        finally:
            db.close()

    def _tick(self, desk: Desk, now: datetime) -> None:
        if not self._take_lease(desk, now):
            _log.error("another daemon took this store over; this one ends")
            self.is_lost = self._is_stopping = True
            return
        if self._is_single and self._due_until is not None:
            self._keep_store(desk, now)
            return
        self._due_until = now if self._is_single else None
        turns.take_up(desk.db, desk.config, now, self._chance, is_urgent=self._is_single)
        self._keep_store(desk, now)
        while (turn := self._next_turn(desk, now)) is not None:
            self.workers.submit(f"pull {turn.source_id}", self._pulling(turn))
        if OUTBOX not in self.workers.running() and self._poster.has_work(desk, now):
            self.workers.submit(OUTBOX, self._serve_outbox)

    def _take_lease(self, desk: Desk, now: datetime) -> bool:
        until = now + max(desk.config.daemon.tick * TICKS_OF_LEASE, SHORTEST_LEASE)
        return holders.take(desk.db, holders.DAEMON, self._state.holder, now, until)

    def _keep_store(self, desk: Desk, now: datetime) -> None:
        """Say that this daemon lives, and do what is owed to the store at each tick, in one transaction."""
        self._state = replace(
            self._state, ticked_at=now, config_problem=self._watched.problem, n_sources=len(desk.config.sources)
        )
        with desk.db.transaction():
            cases.wake(desk.db, now)
            raw_pages.prune(desk.db, now)
            daemon.save(desk.db, self._state)

    def _reread_config(self) -> None:
        config = self._watched.reread()
        if config is None:
            return
        # Waits that places asked for are in the store; the new client only forgets the pace of the last second.
        old, self._office = self._office, Office(config, self._open_places(config), self._now)
        old.retire()
        self._resting.clear()
        _log.info("the config changed: watching %d sources", len(config.sources))

    def _next_turn(self, desk: Desk, now: datetime) -> _Turn | None:
        """Reserve the next source to be pulled; None where none is due or its slot is not free.

        Healthy ones come first, and those that failed last time never have more than half of the slots: places that
        answer slowly or not at all would hold up all others.
        """
        with self._lock:
            n_slots = self.config.daemon.parallel
            if self._is_stopping or len(self._turns) >= n_slots:
                return None
            n_failed = sum(turn.has_failed for turn in self._turns.values())
            free = [
                source_id
                for source_id in desk.config.sources
                if source_id not in self._turns and not self._resting.has(source_id)
            ]
            for state in sources.due(desk.db, min(now, self._due_until or now), free, limit=1):
                turn = _Turn(state.source_id, state.health in _FAILED)
                if turn.has_failed and n_failed >= max(1, n_slots // 2):
                    return None
                self._turns[state.source_id] = turn
                return turn
        return None

    def _pulling(self, turn: _Turn) -> Job:
        def work() -> Job | None:
            self._pull(turn.source_id)
            return lambda: self._after(turn)

        return work

    def _after(self, turn: _Turn) -> Job | None:
        """Free a slot and fill it again at once, instead of at the next tick."""
        with self._lock:
            self._turns.pop(turn.source_id, None)
            self._resting.put(turn.source_id, self.config.daemon.tick)
            if self._is_stopping:
                return None
            try:
                with self._office.desk() as desk:
                    following = self._next_turn(desk, self._now())
            except StorageError as error:
                _log.warning("no further source was begun: %s", error)
                return None
        return None if following is None else self._pulling(following)

    def _pull(self, source_id: str) -> None:
        """Pull one source; whatever goes wrong is this source's failure and nobody else's."""
        try:
            with self._office.desk() as desk:
                if source_id in desk.config.sources:
                    self._pull_at(desk, source_id)
        except StoppedError:
            _log.info("the pull of %s was ended with the daemon; it goes on at the next start", source_id)
        except StorageError as error:
            self._resting.fail(source_id, turns.BACK_OFF, turns.LONGEST_WAIT)
            _log.warning("the pull of %s could not store what it read: %s", source_id, error)

    def _pull_at(self, desk: Desk, source_id: str) -> None:
        bounds = Bounds(desk.config.daemon.deadline, self._clock, lambda: self._is_stopping)
        bounded = replace(desk, http=BoundedHttp(desk.http, bounds))
        try:
            connector = desk.connector(source_id)
            report = pull.pull(
                bounded, source_id, connector, tell=lambda _progress: bounds.check(), chance=self._chance
            )
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - a mistake in one connector must not end the watch over the others
            pull.note_failure(desk, source_id, _as_of_source(error, source_id), self._chance)
            self._count(n_pulls=1, n_failed=1)
            return
        if not report.is_busy:
            self._resting.forget(source_id)
            self._count(n_pulls=1, n_failed=report.error is not None)

    def _serve_outbox(self) -> None:
        try:
            with self._office.desk() as desk:
                for was_sent in self._poster.work(desk):
                    self._count(n_posted=was_sent)
        except StoppedError:
            return
        except StorageError as error:
            _log.warning("the outbox could not be served: %s", error)

    def _count(self, n_pulls: int = 0, n_failed: int = 0, n_posted: int = 0) -> None:
        with self._lock:
            self._state = replace(
                self._state,
                n_pulls=self._state.n_pulls + n_pulls,
                n_failed=self._state.n_failed + n_failed,
                n_posted=self._state.n_posted + n_posted,
            )


def _as_of_source(error: Exception, source_id: str) -> ConnectorError | ConfigError:
    if isinstance(error, ConnectorError | ConfigError):
        return error
    _log.error("the pull of %s met a mistake", source_id, exc_info=error)
    return ConnectorError(f"a mistake in the connector or in reviewwatch: {type(error).__name__}: {error}", source_id)
