"""A lease outlives its process only where nobody can tell that the process is dead."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest

from reviewwatch.flow import holders
from reviewwatch.storage.verbs import leases
from tests.flow.scene import Scene
from tests.make import NOW

HOST = socket.gethostname()
LATER = NOW + timedelta(minutes=10)


def dead_pid() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(os.name != "posix", reason="asks the system for a process by number")
def test_the_dead_are_known_by_their_number() -> None:
    """A process that ended is dead; one that lives, one elsewhere and a name of another form are not known to be."""
    assert holders.is_dead(f"{HOST}:{dead_pid()}:abc")
    for holder in (f"{HOST}:{os.getppid()}:abc", f"elsewhere:{dead_pid()}:abc", "another", f"{HOST}:x:abc", ":1:"):
        assert not holders.is_dead(holder)


def test_a_run_before_us_with_our_number_is_dead() -> None:
    """In a container each run is process 1: the number alone does not make an old run live."""
    assert holders.is_dead(f"{HOST}:{os.getpid()}:0f0f0f0f-1")
    assert not holders.is_dead(holders.new_holder())


def test_holders_of_one_process_differ_and_begin_alike() -> None:
    """Two threads never pass for each other, and a process knows its own."""
    first, second = holders.new_holder(), holders.new_holder()
    assert first != second
    assert first.startswith(f"{holders.process()}-")
    assert second.startswith(f"{holders.process()}-")


@pytest.mark.skipif(os.name != "posix", reason="asks the system for a process by number")
def test_what_the_dead_held_is_free_at_once(scene: Scene) -> None:
    """The lease of a dead process is taken long before it runs out, that of a living one is not."""
    db = scene.desk.db
    leases.take(db, "daemon", f"{HOST}:{dead_pid()}:abc", NOW, LATER)
    assert holders.take(db, "daemon", holders.new_holder(), NOW, LATER)
    assert not holders.take(db, "daemon", holders.new_holder(), NOW, LATER)
    assert holders.take(db, "daemon", holders.new_holder(), LATER, LATER + timedelta(minutes=10))
