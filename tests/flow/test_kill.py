"""A kill at any named step leaves a store that the next run completes, and no reply is ever sent twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reviewwatch.demo.site import Site
from reviewwatch.flow import decide, post
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import cases, outbox
from reviewwatch.types import PublicationState, QueueFilter
from tests.flow.dying import TOKEN_ENV, desk_at
from tests.flow.scene import dump

LEASE_MINUTES = 11
"""Later than a dead pull's lease and a dead post's claim."""


def run(store: Path, site: Site, job: str, step: str = "-", minutes: float = 0) -> int:
    """Do one job in a process of its own and return its exit code."""
    environment = {**os.environ, TOKEN_ENV: site.token}
    command = [sys.executable, "-m", "tests.flow.dying", str(store), site.address, job, step, str(minutes)]
    return subprocess.run(command, env=environment, timeout=60, check=False).returncode


def n_posted(site: Site) -> int:
    """Return how many replies the place was sent."""
    return sum(call.method == "POST" for call in site.calls)


def content(store: Path) -> dict[str, list[dict[str, Any]]]:
    """Return all that a store holds but the times of its runs."""
    db = open_store(store)
    tables = dump(db)
    db.close()
    tables.pop("source_state")
    times = {"first_seen_at", "changed_at", "assessed_at", "created_at", "applied_at", "due_at", "replaced_at"}
    return {
        name: [{column: value for column, value in row.items() if column not in times} for row in rows]
        for name, rows in tables.items()
    }


@pytest.mark.parametrize(
    ("step", "judged_at"),
    [
        ("pull:leased", LEASE_MINUTES),
        ("pull:fetched", LEASE_MINUTES),
        ("pull:judged", LEASE_MINUTES),
        ("pull:saved", 0),
        ("pull:finished", 0),
    ],
)
def test_a_killed_pull_is_completed_by_the_next(tmp_path: Path, site: Site, step: str, judged_at: float) -> None:
    """Whatever step a pull dies at, the next one ends with the same reviews, flags, cases and drafts as one that lived.

    Priorities depend on the hour, so the pull that lived is made in the minute in which the other one judged.
    """
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    assert run(whole, site, "pull", minutes=judged_at) == 0

    assert run(broken, site, "pull", step) == -signal.SIGKILL
    assert run(broken, site, "pull", minutes=LEASE_MINUTES) == 0

    assert content(broken) == content(whole)


@pytest.fixture
def approved(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with one approved reply, past its undo window at minute 2."""
    store = tmp_path / "reviews.db"
    monkeypatch.setenv(TOKEN_ENV, site.token)
    assert run(store, site, "pull") == 0
    desk = desk_at(store, site.address)
    row = cases.queue(desk.db, QueueFilter(), limit=1)[0]
    ticket = decide.prepare(desk, row.review_id)
    decide.approve(desk, ticket, "We are sorry. Please write to help@harbor-inn.example.", "ines", ["G37"])
    desk.db.close()
    return store


def state_of(store: Path) -> PublicationState:
    """Return where the one reply stands."""
    db = open_store(store)
    state = outbox.get(db, 1).state
    db.close()
    return state


@pytest.mark.parametrize("step", ["publish:reread", "publish:confirmed"])
def test_a_death_before_the_claim_costs_nothing(approved: Path, site: Site, step: str) -> None:
    """Before the claim the reply is still approved: the next run posts it, once."""
    assert run(approved, site, "publish", step, minutes=2) == -signal.SIGKILL
    assert n_posted(site) == 0

    assert run(approved, site, "publish", minutes=2) == 0

    assert (n_posted(site), state_of(approved)) == (1, PublicationState.POSTED)


@pytest.mark.parametrize("step", ["publish:sent", "publish:settled"])
def test_a_death_after_the_call_never_sends_again(approved: Path, site: Site, step: str) -> None:
    """After the call the next runs find the reply at its place instead of sending it again."""
    assert run(approved, site, "publish", step, minutes=2) == -signal.SIGKILL
    assert n_posted(site) == 1

    assert run(approved, site, "publish", minutes=2 + LEASE_MINUTES) == 0
    assert run(approved, site, "pull", minutes=3 + LEASE_MINUTES) == 0

    assert (n_posted(site), state_of(approved)) == (1, PublicationState.SEEN)


def test_a_death_between_claim_and_call_waits_for_a_person(approved: Path, site: Site) -> None:
    """Nobody can know whether the call was made, so it is never made by itself; a person looks, and approves anew."""
    assert run(approved, site, "publish", "publish:claimed", minutes=2) == -signal.SIGKILL
    for minutes in (2 + LEASE_MINUTES, 60, 600):
        assert run(approved, site, "publish", minutes=minutes) == 0
    assert (n_posted(site), state_of(approved)) == (0, PublicationState.UNKNOWN)

    desk = desk_at(approved, site.address, minutes=601)
    post.resolve(desk, 1, "ines", is_public=False)
    ticket = decide.prepare(desk, outbox.get(desk.db, 1).review_id)
    decide.approve(desk, ticket, "We are sorry. Please write to help@harbor-inn.example.", "ines", ["G37"])
    desk.db.close()

    assert run(approved, site, "publish", minutes=700) == 0
    assert n_posted(site) == 1
