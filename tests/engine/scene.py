"""A daemon over places of a test, whose clock and workers a test moves by hand: nothing sleeps, nothing is a thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reviewwatch import config as configs
from reviewwatch.config import Config
from reviewwatch.connector import Connector
from reviewwatch.engine.local import Daemon
from reviewwatch.engine.workers import Job
from reviewwatch.errors import ConfigError, ConfigProblem
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import sources
from reviewwatch.types import SourceState
from tests.flow.scene import Clock, Place

HEAD = """
store = "reviews.db"
[brands.inn]
name = "Harbor Inn"
[brands.inn.contacts.help]
email = "help@harbor-inn.example"
[replies]
undo_window = "60s"
"""


class Network:
    """The network of a test: it notes what is asked, and does what the test says."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.on_get: Callable[[str], None] = lambda url: None

    def get(self, url: str, **_: Any) -> Any:
        self.asked.append(url)
        self.on_get(url)

    def send_once(self, method: str, url: str, **_: Any) -> Any:
        raise NotImplementedError


@dataclass
class Hand:
    """Workers that work when the test says so, in the order in which they were set to it."""

    jobs: deque[tuple[str, Job]] = field(default_factory=deque)

    def submit(self, name: str, job: Job) -> None:
        self.jobs.append((name, job))

    def running(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.jobs)

    def wait(self, seconds: float) -> bool:
        return not self.jobs

    def step(self, name: str | None = None) -> None:
        """Do the next piece of work, or that of this name; what follows from it goes last."""
        wanted = next(item for item in self.jobs if name in (None, item[0]))
        following = wanted[1]()
        self.jobs.remove(wanted)
        if following is not None:
            self.jobs.append((wanted[0], following))

    def work(self) -> None:
        """Do all there is, and what follows from it."""
        while self.jobs:
            self.step()


class Town:
    """The places of a test by source.

    Attributes:
        broken: Raised instead of a connector.
        n_open: Configs whose places are open.
        asked: Sources whose connector was asked for, which each pull does once.
    """

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.broken: dict[str, Exception] = {}
        self.network = Network()
        self.n_open = 0
        self.asked: list[str] = []

    def open(self, config: Config) -> _Opened:
        """Open the places of one config."""
        self.n_open += 1
        return _Opened(self, config)


class _Opened:
    def __init__(self, town: Town, config: Config) -> None:
        self._town = town
        self._config = config

    def connector(self, source_id: str) -> Connector:
        self._town.asked.append(source_id)
        if source_id in self._town.broken:
            raise self._town.broken[source_id]
        if source_id not in self._config.sources:
            raise ConfigError((ConfigProblem(f"sources.{source_id}", "is not in the config"),))
        return self._town.places.setdefault(source_id, Place(is_complete=False))

    def http(self) -> Any:
        return self._town.network

    def close(self) -> None:
        self._town.n_open -= 1


@dataclass
class Watch:
    """A daemon with its config file, clock, places and hands."""

    folder: Path
    clock: Clock
    town: Town
    hands: Hand
    daemon: Daemon

    @property
    def path(self) -> Path:
        return self.folder / "reviewwatch.toml"

    def configure(self, text: str) -> None:
        """Change the config file."""
        self.path.write_text(HEAD + text, encoding="utf-8")

    def tick(self, **later: float) -> bool:
        """Move the clock, tick, and do all the work that there is."""
        self.clock.move(**later)
        is_done = self.daemon.tick(self.clock.at)
        self.hands.work()
        return is_done

    def tick_until(self, end: timedelta, every: timedelta = timedelta(minutes=1)) -> None:
        """Tick through a length of time."""
        ends_at = self.clock.at + end
        while self.clock.at < ends_at:
            self.tick(seconds=every.total_seconds())

    def first_minute(self) -> None:
        """Tick as often as the daemon does, until every new place was read."""
        self.tick_until(timedelta(minutes=1), every=timedelta(seconds=15))

    def pulled(self) -> list[str]:
        """Return what was pulled since the last time, in order."""
        asked, self.town.asked = self.town.asked, []
        return asked

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open a desk as a command does."""
        db = open_store(self.folder / "reviews.db")
        places = _Opened(self.town, self.daemon.config)
        yield Desk(self.daemon.config, db, self.town.network, self.clock, places.connector)
        db.close()

    def state(self, source_id: str) -> SourceState:
        """Return what the store remembers of a source."""
        with self.desk() as desk:
            found = sources.load(desk.db, source_id)
        assert found is not None
        return found

    def another(self, **options: Any) -> Watch:
        """Return another daemon over the same store, as a second process or a later run is."""
        return make_watch(self.folder, None, self.clock, self.town, **options)


def of_sources(*names: str, every: str = "15m", extra: str = "") -> str:
    """Return config text with these sources."""
    return extra + "".join(f'[sources.{name}]\nconnector = "memory"\nevery = "{every}"\n' for name in names)


def make_watch(
    folder: Path,
    text: str | None,
    clock: Clock | None = None,
    town: Town | None = None,
    chance: Callable[[], float] = lambda: 0.5,
    **options: Any,
) -> Watch:
    """Return a daemon that has not begun, over a new or an existing store.

    Args:
        text: Of the config; None leaves what is there.
    """
    path = folder / "reviewwatch.toml"
    if text is not None:
        path.write_text(HEAD + text, encoding="utf-8")
    clock, town, hands = clock or Clock(), town or Town(), Hand()
    config = configs.load(path)
    open_store(config.store).close()

    def seconds() -> float:
        return (clock() - datetime(2026, 1, 1, tzinfo=clock().tzinfo)).total_seconds()

    daemon = Daemon(config, town.open, now=clock, clock=seconds, workers=hands, chance=chance, **options)
    return Watch(folder, clock, town, hands, daemon)
