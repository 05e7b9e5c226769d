"""Read one source: known? changed? judged, stored, page by page; then look for our own replies."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from reviewwatch import changes, triage
from reviewwatch.connector import Connector, Page
from reviewwatch.errors import (
    AccessError,
    ConfigError,
    ConnectorError,
    LayoutChangedError,
    RetryLaterError,
    SuspiciousEmptyError,
)
from reviewwatch.flow import holders, turns
from reviewwatch.flow.absorb import judge_all, known_of, store
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.drafting import draft_due
from reviewwatch.flow.seen import see_published
from reviewwatch.storage.verbs import leases, pages, raw_pages, reviews, sources
from reviewwatch.types import (
    CaseState,
    Change,
    Edited,
    Gone,
    Judged,
    New,
    OwnerReplied,
    Problem,
    SourceState,
)

_log = logging.getLogger(__name__)

LEASE: Final = timedelta(minutes=10)
"""How long a pull that died keeps its source. Renewed per page, so it outlasts the slowest page, not the pull."""
CHANCE: Final = random.SystemRandom().random
_LONGEST_UNSEEN: Final = 500
_MANY_GONE: Final = 10
"""More than so many that vanish at once, and more than half, are a broken answer until a person says otherwise."""


@dataclass(frozen=True, slots=True)
class PullProgress:
    """Where a pull stands, for a progress bar. `n_total` is None where the place does not say."""

    source_id: str
    n_read: int
    n_problems: int
    n_done: int | None
    n_total: int | None


@dataclass(slots=True)
class PullReport:
    """What one pull did. Counts are of reviews.

    Attributes:
        n_due: New or edited ones that now wait for a person.
        n_history: New ones that are history by the baseline rule.
        problems: Items that could not be read; nothing else was lost with them.
        notes: What was assumed in reading the place.
        unseen: What this pull could not see of the place.
        error: What stopped the pull; pages stored before it stay.
        is_busy: Another process is pulling this source; nothing was done.
        seen: Publications whose reply this pull saw on the site.
    """

    source_id: str
    n_read: int = 0
    n_new: int = 0
    n_edited: int = 0
    n_replied: int = 0
    n_gone: int = 0
    n_flagged: int = 0
    n_due: int = 0
    n_history: int = 0
    n_drafted: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    error: ConnectorError | None = None
    is_busy: bool = False
    is_not_modified: bool = False
    seen: tuple[int, ...] = ()

    @property
    def counts(self) -> str:
        """The counts as one line for a log; no word of a review."""
        return (
            f"{self.n_read} read, {self.n_new} new, {self.n_edited} edited, {self.n_replied} answered, "
            f"{self.n_gone} gone, {self.n_flagged} flagged, {len(self.problems)} problems"
        )

    @property
    def n_same(self) -> int:
        """Reviews read that were stored already, word for word."""
        return self.n_read - self.n_new - self.n_edited - self.n_replied


Tell = Callable[[PullProgress], None]


def quiet(_progress: PullProgress) -> None:
    """Tell nobody."""


def pull(
    desk: Desk,
    source_id: str,
    connector: Connector,
    tell: Tell = quiet,
    dry_run: bool = False,
    is_urgent: bool = False,
    chance: turns.Chance = CHANCE,
    believes: bool = False,
) -> PullReport:
    """Read a source from its cursor on and store what changed, one transaction a page.

    A failing source is a value in the report, not an exception, so that the others go on.

    Args:
        tell: Called after each page.
        dry_run: Read and judge, store nothing.
        is_urgent: Ask a place that asked to be left alone for a while, too.
        chance: Spreads the next turn.
        believes: A person says that most reviews of the place were really removed.

    Raises:
        StorageError: The store cannot be used; the page at hand is not stored, those before it are.
    """
    left_alone = None if is_urgent else _left_alone(desk, source_id)
    if left_alone is not None:
        return PullReport(source_id, error=left_alone)
    if dry_run:
        return _Pull(desk, source_id, connector, tell, chance, holder=None, believes=believes).run()
    holder, lease, now = holders.new_holder(), f"pull:{source_id}", desk.now()
    if not holders.take(desk.db, lease, holder, now, now + LEASE):
        return PullReport(source_id, is_busy=True)
    try:
        desk.at("pull:leased")
        return _Pull(desk, source_id, connector, tell, chance, holder, believes).run()
    finally:
        leases.release(desk.db, lease, holder)


def note_failure(desk: Desk, source_id: str, error: ConnectorError | ConfigError, chance: turns.Chance) -> None:
    """Record that a source could not even be pulled: with a config that cannot be used it waits until that changes."""
    source = desk.config.sources[source_id]
    state = sources.load(desk.db, source_id) or SourceState(source_id=source_id, connector=source.connector)
    if isinstance(error, ConfigError):
        error = AccessError(f"its config cannot be used: {error}", source_id)
    _log.warning("pull of %s failed: %s", source_id, error)
    noted = turns.failed(state, error, desk.now(), chance)
    pages.touch_source(desk.db, replace(noted, set_up=turns.set_up(source)))


def _left_alone(desk: Desk, source_id: str) -> RetryLaterError | None:
    state = sources.load(desk.db, source_id)
    if state is None or state.asked_until is None or state.asked_until <= desk.now():
        return None
    why = f"{_asked_for(state.asked_until)}, so nothing was asked of it; --now does it all the same"
    return RetryLaterError(why, source_id, state.asked_until - desk.now())


def _asked_for(until: datetime) -> str:
    full_minute = until + timedelta(seconds=59)  # so that who comes back then is not too early
    return f"it asked to be left alone until {full_minute:%Y-%m-%d %H:%M} UTC"


def _unseen(report: PullReport) -> str:
    """Return what a pull could not see as a sentence, empty where there is nothing of the kind."""
    parts = list(report.unseen)
    if report.problems:
        first = report.problems[0]
        n = len(report.problems)
        parts.append(f"{n} item{'s' * (n > 1)} could not be read, the first: {first.where}: {first.why}")
    return "; ".join(parts)[:_LONGEST_UNSEEN]


class _Pull:
    """One run over one source: the counts and the ids it saw so far."""

    def __init__(
        self,
        desk: Desk,
        source_id: str,
        connector: Connector,
        tell: Tell,
        chance: turns.Chance,
        holder: str | None,
        believes: bool,
    ) -> None:
        self._desk = desk
        self._connector = connector
        self._tell = tell
        self._chance = chance
        self._holder = holder
        self._believes = believes
        self._report = PullReport(source_id)
        self._state = sources.load(desk.db, source_id) or SourceState(source_id=source_id, connector=connector.name)
        self._seen: dict[str, set[str]] = {}

    def run(self) -> PullReport:
        try:
            for page in self._pages():
                self._take(page)
        except ConnectorError as error:
            self._report.error = error
            self._note_failure(error)
            return self._report
        self._finish()
        return self._report

    def _pages(self) -> Iterator[Page]:
        """Pass the connector's pages on; what it did not mean to raise becomes a ConnectorError of this source."""
        source_id = self._report.source_id
        try:
            for page in self._connector.pages(self._desk.http, self._state.cursor):
                self._desk.at("pull:fetched")
                yield page
        except ConnectorError as error:
            error.source = error.source or source_id
            raise
        except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, OSError) as error:
            raise ConnectorError(
                f"the connector `{self._connector.name}` failed on what it read ({type(error).__name__}: {error}); "
                "the other sources go on, and this one is tried again at its next turn",
                source_id,
            ) from error

    def _take(self, page: Page) -> None:
        report = self._report
        report.is_not_modified = page.is_not_modified
        report.n_read += len(page.reviews)
        report.problems.extend(page.problems)
        report.notes.extend(note for note in page.notes if note not in report.notes)
        report.unseen.extend(part for part in page.unseen if part not in report.unseen)
        judged = self._judge_page(page, self._see(page))
        self._count(judged)
        self._desk.at("pull:judged")
        self._state = replace(self._state, cursor=page.cursor)
        if self._holder is not None:
            self._keep_lease(self._holder)
            if judged:
                store(self._desk, page.listing, judged, self._state)
                self._desk.at("pull:saved")
        self._tell(PullProgress(report.source_id, report.n_read, len(report.problems), page.n_done, page.n_total))

    def _see(self, page: Page) -> set[str]:
        """Remember the ids of a listing that may end complete; of a windowed one they prove nothing."""
        seen = self._seen.setdefault(page.listing.key, set())
        if not self._connector.capabilities.is_windowed:
            seen.update(review.external_id for review in page.reviews)
        return seen

    def _keep_lease(self, holder: str) -> None:
        now = self._desk.now()
        if not leases.renew(self._desk.db, f"pull:{self._report.source_id}", holder, now, now + LEASE):
            raise RetryLaterError(
                "another process took this source over because this one was too slow; what it stored stays",
                self._report.source_id,
            )

    def _judge_page(self, page: Page, seen: set[str]) -> list[Judged]:
        desk, key = self._desk, page.listing.key
        known = known_of(desk, key, page.reviews)
        found: list[Change] = list(changes.decide_page(known, page.reviews))
        if page.gone:
            said = reviews.known(desk.db, key, page.gone)
            found += changes.decide_gone(said, None, page.gone)
        if page.is_complete and not self._connector.capabilities.is_windowed:
            found += self._absent(key, seen, said_gone=page.gone)
        return judge_all(desk, found, self._state)

    def _absent(self, key: str, seen: set[str], said_gone: Sequence[str]) -> list[Gone]:
        live = {id_: known for id_, known in reviews.live(self._desk.db, key).items() if id_ not in said_gone}
        if live and not seen:
            raise SuspiciousEmptyError(
                f"the place lists no review at all, where {len(live)} were known; nothing was marked as gone. "
                "Look at the page itself: it may have moved, or want a login",
                self._report.source_id,
                expected=f"at least one of {len(live)} reviews",
            )
        gone = changes.decide_gone(live, seen, ())
        if len(gone) > _MANY_GONE and len(gone) * 2 > len(live) and not self._believes:
            raise SuspiciousEmptyError(
                f"the place lists {len(seen)} reviews and {len(gone)} of the {len(live)} that were known are not among "
                "them; nothing was marked as gone. If they were really removed, "
                f"`reviewwatch pull {self._report.source_id} --believe` takes it so",
                self._report.source_id,
                expected=f"most of {len(live)} reviews",
            )
        self._state = replace(self._state, n_listed=len(seen))
        return gone

    def _count(self, judged: Sequence[Judged]) -> None:
        report = self._report
        for done in judged:
            report.n_new += isinstance(done.change, New)
            report.n_edited += isinstance(done.change, Edited)
            report.n_replied += isinstance(done.change, OwnerReplied)
            report.n_gone += isinstance(done.change, Gone)
            report.n_flagged += done.flag is not None
            report.n_due += done.flag is not None and done.case_state in (CaseState.OPEN, CaseState.HELD)
            report.n_history += done.case_reason == triage.HISTORY

    def _finish(self) -> None:
        if self._holder is None:
            return
        desk, report, now = self._desk, self._report, self._desk.now()
        report.n_drafted = draft_due(desk, report.source_id)
        source = desk.config.sources.get(report.source_id)
        state = turns.good(self._state, source.every if source else None, now, self._chance)
        self._store_state(state)
        desk.at("pull:finished")
        report.seen = see_published(desk, report.source_id)
        _log.info("pulled %s: %s", report.source_id, report.counts)

    def _note_failure(self, error: ConnectorError) -> None:
        _log.warning("pull of %s failed: %s", self._report.source_id, error)
        if self._holder is None:
            return
        desk, now = self._desk, self._desk.now()
        state = turns.failed(self._state, error, now, self._chance)
        self._store_state(state)
        if state.asked_until is not None:
            said = f"{error}; {_asked_for(state.asked_until)}"
            self._report.error = RetryLaterError(said, error.source, state.asked_until - now)
        if isinstance(error, LayoutChangedError) and error.body:
            with desk.db.transaction():
                raw_pages.keep(desk.db, self._report.source_id, str(error), error.body, now)

    def _store_state(self, state: SourceState) -> None:
        source = self._desk.config.sources.get(state.source_id)
        set_up = turns.set_up(source) if source else ""
        pages.touch_source(self._desk.db, replace(state, unseen=_unseen(self._report), set_up=set_up))
