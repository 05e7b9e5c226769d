"""Hold something alone across processes: a source while it is pulled, the store while a daemon runs on it."""

from __future__ import annotations

import os
import socket
import uuid
from datetime import datetime
from functools import cache
from typing import Final

from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import leases

DAEMON: Final = "daemon"


def process() -> str:
    """Return how the leases of this process begin: `host:pid:random`."""
    return _process(os.getpid())  # a fork is another process


def new_holder() -> str:
    """Return a holder's name unlike any other, of this process or another."""
    return f"{process()}-{uuid.uuid4().hex[:8]}"


def take(db: Database, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Take a lease, at once where its holder died on this machine; False where another holds it."""
    other = leases.holder_of(db, name)
    if other is not None and is_dead(other):
        leases.release(db, name, other)
    return leases.take(db, name, holder, now, until)


def is_dead(holder: str) -> bool:
    """Say whether a holder was a process of this machine that no longer lives; False where nobody can tell."""
    host, pid, run = holder.rsplit(":", 2) if holder.count(":") >= 2 else ("", "", "")
    if host != socket.gethostname() or not pid.isdecimal():
        return False
    if int(pid) == os.getpid():
        # Our own number under another name: in a container every run is number 1.
        return not f"{host}:{pid}:{run}".startswith(f"{process()}-")
    return os.name == "posix" and not _lives(int(pid))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


@cache
def _process(pid: int) -> str:
    return f"{socket.gethostname()}:{pid}:{uuid.uuid4().hex[:8]}"
