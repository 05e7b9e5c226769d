"""How the watching stands: the daemon, the sources that need a look, what comes next, what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from reviewwatch.config import Config
from reviewwatch.config.connectors import unknown_connectors
from reviewwatch.flow import holders, turns
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.own import OwnModels, own_of
from reviewwatch.flow.post import on_their_way
from reviewwatch.storage.verbs import cases, daemon, leases, sources
from reviewwatch.storage.verbs.daemon import DaemonState
from reviewwatch.types import Health, Publication, PublicationState, SourceState

STALE_TICKS: Final = 4
LATE_AFTER: Final = 1
"""Intervals after its turn from which a source is late: two since its last pull."""
N_NEXT: Final = 3
CONFIG_NOT_USED: Final = "the config as it stands now is not used; a running daemon keeps to the one before it"


class Standing(StrEnum):
    """How the daemon stands."""

    NEVER = "never"
    RUNNING = "running"
    ENDED = "ended"
    STALE = "stale"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaemonStatus:
    """The daemon of this store.

    Attributes:
        standing: STALE where it does not tick any more, DEAD where it ended without a word; NEVER where none ran.
        state: What it said last, None where none ever ran.
    """

    standing: Standing
    state: DaemonState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """A configured source that needs a look.

    Attributes:
        standing: "paused", "failing" (its circuit is open), "stumbled" (it failed less often) or "late".
        why: What its last pull said.
        last_good_at: Its last good pull, None where none was.
        next_due_at: Its next turn.
    """

    source: str
    standing: str
    why: str
    n_failures: int
    last_good_at: datetime | None
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """When a source is pulled next."""

    source: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxStatus:
    """Replies by what they wait for.

    Attributes:
        n_on_their_way: Approved, to be posted by the daemon, or being posted.
        n_to_hand_over: Approved, to be posted by a person.
        n_not_seen: Posted, and not seen at their places yet.
        n_unknown: Nobody knows whether they are public.
    """

    n_on_their_way: int
    n_to_hand_over: int
    n_not_seen: int
    n_unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """All of it.

    Attributes:
        sources: Those that need a look.
        following: The next turns, the first one first.
        n_queue: Open reviews.
        n_held: Reviews kept for a trained person.
        own_models: The team's own models, and what its decisions taught, that take part in judging, with version.
        oldest_due_at: When the answer that is owed for longest was or will be due, None where none is owed.
        wrong: What a person has to see to, a sentence each.
    """

    daemon: DaemonStatus
    n_sources: int
    sources: tuple[SourceStatus, ...]
    following: tuple[Turn, ...]
    outbox: OutboxStatus
    n_queue: int
    n_held: int
    own_models: tuple[str, ...]
    oldest_due_at: datetime | None
    wrong: tuple[str, ...]


def look(desk: Desk) -> Status:
    """Return how the watching over a store stands now."""
    now = desk.now()
    standing = _daemon(desk, now)
    states = {state.source_id: state for state in sources.all_states(desk.db) if state.source_id in desk.config.sources}
    lines = tuple(line for state in states.values() if (line := _source(desk, state, now, standing)) is not None)
    coming = sorted((state.next_due_at, state.source_id) for state in states.values() if state.next_due_at is not None)
    waiting, models = cases.tally(desk.db), own_of(desk.config)
    return Status(
        daemon=standing,
        n_sources=len(desk.config.sources),
        sources=lines,
        following=tuple(Turn(source=source_id, at=at) for at, source_id in coming[:N_NEXT]),
        outbox=_outbox(on_their_way(desk)),
        n_queue=sum(waiting.n_open.values()),
        n_held=waiting.n_held,
        own_models=(
            *(model.scorer for model in models.models.values()),
            *((models.calibration.scorer,) if models.calibration else ()),
        ),
        oldest_due_at=min(waiting.first_due_at.values(), default=None),
        wrong=(*_wrong(standing, lines), *_unreadable(desk.config, lines), *_unused(models)),
    )


def _daemon(desk: Desk, now: datetime) -> DaemonStatus:
    state = daemon.load(desk.db)
    if state is None:
        return DaemonStatus(standing=Standing.NEVER, state=None)
    if state.ended_at is not None:
        return DaemonStatus(standing=Standing.ENDED, state=state)
    if leases.holder_of(desk.db, holders.DAEMON) != state.holder or holders.is_dead(state.holder):
        return DaemonStatus(standing=Standing.DEAD, state=state)
    is_stale = now - state.ticked_at > STALE_TICKS * desk.config.daemon.tick
    return DaemonStatus(standing=Standing.STALE if is_stale else Standing.RUNNING, state=state)


def _source(desk: Desk, state: SourceState, now: datetime, daemon_status: DaemonStatus) -> SourceStatus | None:
    standing = _standing(desk, state, now, daemon_status)
    if standing is None:
        return None
    why = state.last_error or "it should have been read an interval ago"
    return SourceStatus(
        source=state.source_id,
        standing=standing,
        why=why,
        n_failures=state.n_failures,
        last_good_at=state.last_good_at,
        next_due_at=state.next_due_at,
    )


def _standing(desk: Desk, state: SourceState, now: datetime, daemon_status: DaemonStatus) -> str | None:
    if state.health is Health.PAUSED:
        return "paused"
    if state.n_failures:
        return "failing" if turns.is_open(state) else "stumbled"
    if daemon_status.state is None or daemon_status.standing is not Standing.RUNNING or state.next_due_at is None:
        return None  # without a daemon nothing is late: a person pulls when it suits
    since = max(state.next_due_at, daemon_status.state.started_at)
    return "late" if now - since > LATE_AFTER * desk.config.sources[state.source_id].every else None


def _outbox(replies: Sequence[Publication]) -> OutboxStatus:
    states = Counter(reply.state for reply in replies)
    n_by_hand = sum(
        reply.state is PublicationState.APPROVED and reply.approval.target.address is None for reply in replies
    )
    return OutboxStatus(
        n_on_their_way=states[PublicationState.APPROVED] - n_by_hand + states[PublicationState.POSTING],
        n_to_hand_over=n_by_hand,
        n_not_seen=sum(
            states[state] for state in (PublicationState.POSTED, PublicationState.PENDING, PublicationState.HANDED_OVER)
        ),
        n_unknown=states[PublicationState.UNKNOWN],
    )


def _wrong(daemon_status: DaemonStatus, lines: Sequence[SourceStatus]) -> Iterator[str]:
    """Yield what a person has to see to: a daemon that ended or hangs, its config, sources that will not mend alone."""
    state = daemon_status.state
    if state is not None and daemon_status.standing is Standing.DEAD:
        yield f"the daemon ({state.holder}) ended without a word; start it again: `reviewwatch run`"
    if state is not None and daemon_status.standing is Standing.STALE:
        yield f"the daemon ({state.holder}) does not tick any more; stop it and start it again: `reviewwatch run`"
    if state is not None and state.config_problem and state.ended_at is None:
        yield f"{CONFIG_NOT_USED}: {state.config_problem}"
    for line in lines:
        if line.standing != "stumbled":
            yield f"{line.source} is {line.standing}: {line.why}"


def _unreadable(config: Config, lines: Sequence[SourceStatus]) -> Iterator[str]:
    """Yield the sources that nothing installed can read, but for those whose pulls said so already."""
    told = {line.source for line in lines}
    for source_id, problem in unknown_connectors(config):
        if source_id not in told:
            yield f"{source_id} cannot be read: {problem}"


def _unused(models: OwnModels) -> Iterator[str]:
    for one in models.unused:
        yield f"the own model {one.name} is not used: {one.why}; `{one.next_step}`"
