"""What is open for one config: its places and its network. A new config gets a new office; the old one empties."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from typing import Protocol

from reviewwatch import config as configs
from reviewwatch.config import Config
from reviewwatch.connector import Connector
from reviewwatch.errors import ConfigError
from reviewwatch.flow.desk import Desk
from reviewwatch.net import Http
from reviewwatch.storage.sqlite import open_store


class Places(Protocol):
    """Connectors and network of one config, as the command line opens them."""

    def connector(self, source_id: str) -> Connector:
        """Return the connector of a source; ConfigError where it is not configured or its options do not fit."""
        ...

    def http(self) -> Http:
        """Return the one client."""
        ...

    def close(self) -> None:
        """Close the client."""
        ...


OpenPlaces = Callable[[Config], Places]


class Office:
    """Desks over one config, one for each thread that asks; closed when it is retired and its last desk is left."""

    def __init__(self, config: Config, places: Places, now: Callable[[], datetime]) -> None:
        self.config = config
        self._places = places
        self._http = places.http()
        self._now = now
        self._lock = threading.Lock()
        self._n_desks = 0
        self._is_retired = False

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open a desk of this thread's own: a connection to the store belongs to one thread.

        Raises:
            StorageError: The store cannot be used.
        """
        self._count(1)
        try:
            db = open_store(self.config.store, create=False)
            try:
                yield Desk(self.config, db, self._http, self._now, self._connector)
            finally:
                db.close()
        finally:
            self._count(-1)

    def retire(self) -> None:
        """Close as soon as nobody works here."""
        with self._lock:
            self._is_retired = True
        self._count(0)

    def _count(self, change: int) -> None:
        with self._lock:
            self._n_desks += change
            is_over = self._is_retired and self._n_desks == 0
        if is_over:
            self._places.close()

    def _connector(self, source_id: str) -> Connector:
        with self._lock:
            return self._places.connector(source_id)


class Watched:
    """The config's file, read again when what stands in it changed.

    Attributes:
        problem: Why what stands there now is not used, empty where it is.
    """

    def __init__(self, config: Config) -> None:
        self.problem = ""
        self._used = config
        self._print = self._printed()

    def reread(self) -> Config | None:
        """Return the config as it stands now; None where it is the one in use, or cannot be used."""
        path, found = self._used.path, self._printed()
        if path is None or found == self._print:
            return None
        self._print = found
        try:
            config = configs.load(path)
        except (ConfigError, OSError) as error:
            self.problem = str(error)
            return None
        if config.store != self._used.store:
            self.problem = f"it names another store ({config.store}); start the daemon again to move there"
            return None
        self.problem = ""
        self._used = config
        return config

    def _printed(self) -> bytes:
        path = self._used.path
        try:
            return b"" if path is None else blake2b(path.read_bytes()).digest()
        except OSError:
            return b""  # `load` says what is wrong with it
