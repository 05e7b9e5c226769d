"""From an address to a source: whose is it, what stands there, and what would the first pull make of it?

Nothing is stored before a person says yes; then what was read is stored, so that no place is asked twice.
"""

from __future__ import annotations

import heapq
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, cast

from reviewwatch import connector as connectors
from reviewwatch.config import SourceConfig
from reviewwatch.connector import Certainty, Connector, Page, Recognized
from reviewwatch.doors import Door
from reviewwatch.doors import find as find_door
from reviewwatch.errors import ConnectorError, LayoutChangedError
from reviewwatch.flow import pull, turns
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.pull import PullReport, Tell
from reviewwatch.net import Http
from reviewwatch.storage.verbs import sources
from reviewwatch.types import Cursor, Listing, Rating, RatingKind, Review

_log = logging.getLogger(__name__)

N_NEWEST: Final = 3
KEPT: Final = 20_000
"""Reviews of a trial that are held in memory, some 40 MB; of a larger place the first pull reads again."""
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A connector that takes an address as its own."""

    connector: str
    recognized: Recognized


def look_up(address: str, tell: Callable[[str], None] = _log.warning) -> Candidate | Door | None:
    """Say whose an address is: a connector's that knows the host, a closed door, or a connector's that may read it.

    Args:
        tell: Called for each connector that cannot be asked; the others are.

    Returns:
        None where nobody takes it.
    """
    asked = (recognized_by(name, address, tell) for name in connectors.connector_names())
    found = sorted(
        (candidate for candidate in asked if candidate is not None),
        key=lambda candidate: -candidate.recognized.certainty,
    )
    if found and found[0].recognized.certainty is Certainty.PLACE:
        return found[0]
    return find_door(address) or (found[0] if found else None)


def recognized_by(name: str, address: str, tell: Callable[[str], None] = _log.warning) -> Candidate | None:
    """Ask one connector whether an address is its own; one that cannot even be imported says nothing.

    Raises:
        ConfigError: There is no connector of that name.
    """
    try:
        recognize = getattr(connectors.load_connector(name), "recognize", None)
        recognized = recognize(address) if recognize is not None else None
    except (ImportError, AttributeError, TypeError, ValueError, LookupError) as error:
        tell(f"the connector `{name}` cannot be asked ({type(error).__name__}: {error})")
        return None
    return Candidate(name, recognized) if recognized is not None else None


@dataclass(slots=True)
class Trial:
    """What stands at a place, and what the first pull would make of it.

    Attributes:
        report: Of a pull that stored nothing.
        listing: The thing reviewed; None where no page came.
        n_reviews: Each counted once, however often the place listed it.
        first_at, last_at: When the oldest and the newest were written or last changed.
        ratings: How often each rating was given.
        newest: At most three, the newest first.
    """

    report: PullReport = field(default_factory=lambda: PullReport(""))
    listing: Listing | None = None
    n_reviews: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    ratings: Counter[Rating] = field(default_factory=Counter)
    newest: list[Review] = field(default_factory=list)
    _pages: list[Page] | None = field(default_factory=list)

    @property
    def n_quiet(self) -> int:
        """Reviews that are new here, and neither in the queue nor history."""
        return max(0, self.n_reviews - self.report.n_same - self.report.n_due - self.report.n_history)

    @property
    def kept(self) -> Sequence[Page] | None:
        """All pages, None where they were too many to hold."""
        return self._pages

    def take(self, page: Page) -> None:
        """Count a page whose reviews are all new to this trial."""
        self.listing = page.listing
        self.n_reviews += len(page.reviews)
        times = [at for review in page.reviews if (at := written_at(review)) is not None]
        self.first_at = min([*times, *([self.first_at] if self.first_at else [])], default=None)
        self.last_at = max([*times, *([self.last_at] if self.last_at else [])], default=None)
        self.ratings.update(_plain(review.rating) for review in page.reviews if review.rating is not None)
        self.newest = heapq.nlargest(
            N_NEWEST, [*self.newest, *page.reviews], key=lambda review: written_at(review) or _LONG_AGO
        )

    def keep(self, page: Page) -> None:
        """Hold a page for the first pull while there is room."""
        if self._pages is not None:
            self._pages.append(page)
            if sum(len(one.reviews) for one in self._pages) > KEPT:
                self._pages = None


def attempt(desk: Desk, source_id: str, tell: Tell = pull.quiet) -> Trial:
    """Read a place as its first pull would, and store nothing.

    A place that fails, or that holds nothing to read where something should be, is an error in the trial's report.
    """
    connector, trial = desk.connector(source_id), Trial()
    watched = cast(Connector, _Watched(connector, trial))
    trial.report = pull.pull(desk, source_id, watched, tell, dry_run=True)
    report = trial.report
    if report.error is None and not trial.n_reviews and report.problems:
        first = report.problems[0]
        report.error = LayoutChangedError(
            f"not one of {len(report.problems)} items could be read, the first, {first.where}: {first.why}", source_id
        )
    return trial


def first_pull(desk: Desk, source_id: str, trial: Trial, tell: Tell = pull.quiet) -> PullReport:
    """Store what the trial read; a place that was too large to hold is read again."""
    connector = desk.connector(source_id)
    if trial.kept is not None:
        connector = cast(Connector, _Replay(connector, trial.kept))
    return pull.pull(desk, source_id, connector, tell, is_urgent=True)


def refuse_empty(trial: Trial, candidate: Candidate) -> None:
    """Refuse a page without a single review, unless it is a place that is known to hold reviews: it may be new there.

    Raises:
        ConnectorError: Nothing stands there that could be watched.
    """
    is_known_place = candidate.recognized.certainty is Certainty.PLACE
    if not trial.n_reviews and not trial.report.is_not_modified and not is_known_place:
        raise ConnectorError(
            "no review stands there that a program can read; a summary of ratings is nothing to answer"
        )


def twin_of(source: SourceConfig, others: Mapping[str, SourceConfig]) -> str | None:
    """Return the id of a source that watches the same in the same way."""
    return next(
        (
            other.source_id
            for other in others.values()
            if other.source_id != source.source_id
            and (other.connector, other.options) == (source.connector, source.options)
        ),
        None,
    )


def is_taken(desk: Desk, source: SourceConfig) -> bool:
    """Say whether the store knows another source under this id: an imported one, or one that watched something else."""
    state = sources.load(desk.db, source.source_id)
    return state is not None and (state.connector != source.connector or state.set_up not in ("", turns.set_up(source)))


def free_id(wanted: str, taken: Sequence[str]) -> str:
    """Return the id, or with a number behind it the first that is free."""
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def written_at(review: Review) -> datetime | None:
    """Return when a review was written, or last changed where the place says no more."""
    return review.created_at or review.updated_at


def _plain(rating: Rating) -> Rating:
    """Return a rating without the way in which it was written: 4, 4.0 and ★★★★☆ count together."""
    return rating if rating.kind is RatingKind.BINARY else replace(rating, raw=f"{rating.value:g}")


class _Watched:
    """A connector whose pages a trial looks at.

    A review that comes twice is passed on once: a trial stores nothing, so the second would be taken for new again.
    """

    def __init__(self, connector: Connector, trial: Trial) -> None:
        self.name = connector.name
        self.about = connector.about
        self.capabilities = connector.capabilities
        self._connector = connector
        self._trial = trial

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        seen: set[tuple[str, str]] = set()
        for page in self._connector.pages(http, cursor):
            self._trial.keep(page)
            fresh = {
                key: review for review in page.reviews if (key := (page.listing.key, review.external_id)) not in seen
            }
            seen.update(fresh)
            once = replace(page, reviews=tuple(fresh.values()))
            self._trial.take(once)
            yield once


class _Replay:
    """A connector that read its place a moment ago."""

    def __init__(self, connector: Connector, pages: Sequence[Page]) -> None:
        self.name = connector.name
        self.about = connector.about
        self.capabilities = connector.capabilities
        self._pages = pages

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:  # noqa: ARG002 - it was asked before
        yield from self._pages
