"""Whose turn it is: a source that is in the config and whose time has come, unless the place asked to be left alone.

A good pull sets the next turn one interval later. A failed one sets it after a wait that doubles with each failure in
a row: the circuit. What only a person can mend is tried once a day, and at once when its config changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Final

from reviewwatch.config import Config, SourceConfig
from reviewwatch.errors import AccessError, ConnectorError, ListingNotFoundError, RetryLaterError
from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import sources
from reviewwatch.types import Health, SourceState

Chance = Callable[[], float]
"""Gives a number from 0 up to 1, another one each time."""

SPREAD: Final = 0.1
"""Turns come up to this share of the wait earlier or later, so that what began together does not stay together."""
BACK_OFF: Final = timedelta(minutes=5)
"""First wait after a failed pull; doubles with each failure in a row."""
LONGEST_WAIT: Final = timedelta(days=1)
TRY_PAUSED: Final = timedelta(days=1)
OPEN_AFTER: Final = 3
"""Failures in a row that open a source's circuit: more than a place that is down for a quarter of an hour makes."""
BETWEEN_FIRST: Final = timedelta(seconds=3)
LONGEST_FIRST: Final = timedelta(minutes=5)
"""New sources have their first turn within this time, and sooner where they are few."""


def good(state: SourceState, every: timedelta | None, now: datetime, chance: Chance) -> SourceState:
    """Return a source's state after a pull that read the place as it should.

    Args:
        every: Its interval; None where it is not configured and has no turns.
    """
    return replace(
        state,
        last_pull_at=now,
        last_good_at=now,
        next_due_at=None if every is None else now + spread(every, chance),
        n_failures=0,
        last_error="",
        health=Health.OK,
        asked_until=None,
    )


def failed(state: SourceState, error: ConnectorError, now: datetime, chance: Chance) -> SourceState:
    """Return a source's state after a pull that failed; its next turn is never before the time that the place named."""
    is_for_a_person = isinstance(error, AccessError | ListingNotFoundError)
    n_failures = state.n_failures + 1
    asked_until = now + error.after if isinstance(error, RetryLaterError) and error.after is not None else None
    next_due_at = now + spread(TRY_PAUSED if is_for_a_person else wait_after(n_failures), chance)
    return replace(
        state,
        last_pull_at=now,
        n_failures=n_failures,
        last_error=str(error),
        health=Health.PAUSED if is_for_a_person else Health.FAILING,
        next_due_at=next_due_at if asked_until is None else max(next_due_at, asked_until),
        asked_until=asked_until,
    )


def wait_after(n_failures: int) -> timedelta:
    """Return the wait after so many failures in a row: 5 minutes, doubling, up to a day."""
    return min(BACK_OFF * (1 << min(n_failures - 1, 10)), LONGEST_WAIT)


def spread(wait: timedelta, chance: Chance) -> timedelta:
    """Return a wait that is up to a tenth shorter or longer."""
    return wait * (1 + SPREAD * (2 * chance() - 1))


def is_open(state: SourceState) -> bool:
    """Say whether a source's circuit is open: it failed so often in a row that only single trials are made."""
    return state.n_failures >= OPEN_AFTER


def set_up(source: SourceConfig, environ: Mapping[str, str] = os.environ) -> str:
    """Return a print of a source's config, which changes with it and with the presence of its secrets."""
    secrets = [
        bool(environ.get(value)) if key.endswith("_env") else Path(value).exists()
        for key, value in sorted(source.options.items())
        if isinstance(value, str) and key.endswith(("_env", "_file"))
    ]
    whole = [source.connector, source.brand, source.every.total_seconds(), dict(source.options), secrets]
    return blake2b(json.dumps(whole, sort_keys=True, default=str).encode(), digest_size=8).hexdigest()


def take_up(db: Database, config: Config, now: datetime, chance: Chance, is_urgent: bool = False) -> int:
    """Give a turn to every source that has none, and one at once to those whose config changed since their last pull.

    Args:
        is_urgent: Spread the first turns of new sources over no time at all.

    Returns:
        How many sources that were.
    """
    states = {state.source_id: state for state in sources.all_states(db)}
    new = [source_id for source_id in config.sources if source_id not in states]
    room = timedelta(0) if is_urgent else min(BETWEEN_FIRST * (len(new) - 1), LONGEST_FIRST)
    turns = {source_id: now + room * chance() for source_id in new}
    for source_id, source in config.sources.items():
        state = states.get(source_id)
        if state is not None and _is_overdue_for(source, state, now):
            turns[source_id] = now
    if turns:
        with db.transaction():
            for source_id, at in turns.items():
                sources.set_turn(db, source_id, config.sources[source_id].connector, at)
    return len(turns)


def _is_overdue_for(source: SourceConfig, state: SourceState, now: datetime) -> bool:
    """Say whether a source waits in vain: without a turn, configured otherwise since, or by a clock that was wrong."""
    if state.next_due_at is None:
        return True
    if state.asked_until is None and state.next_due_at > now + max(source.every, LONGEST_WAIT) * (1 + 2 * SPREAD):
        return True
    return state.next_due_at > now and state.last_pull_at is not None and state.set_up != set_up(source)
