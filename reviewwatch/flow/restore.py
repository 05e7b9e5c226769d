"""Bring an export's reviews back to where they belong, and change nothing that is known (docs/decisions/0008)."""

from __future__ import annotations

import os
import socket
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reviewwatch import changes, triage
from reviewwatch.connector import Export, Page
from reviewwatch.errors import ConnectorError
from reviewwatch.flow.absorb import absorb_gone, judge_all, store
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.drafting import draft_due
from reviewwatch.flow.pull import LEASE, PullProgress, PullReport, Tell, quiet
from reviewwatch.reply import platforms
from reviewwatch.storage.verbs import leases, reviews, sources
from reviewwatch.types import CaseState, Judged, Listing, New, SourceState

_MOST_NAMED: Final = 3
_NO_PLATFORM: Final = "none"


def restore(desk: Desk, export: Export, tell: Tell = quiet, dry_run: bool = False) -> list[PullReport]:
    """Add what an export holds and the store does not, each review to its own source and listing.

    A known review is never changed by a file: what the place said last stands in the store, and anybody can write a
    file that looks like an export. Where a source stands (cursor, health, last pull) is left alone too.

    Args:
        tell: Called after each page.
        dry_run: Read and judge, store nothing.

    Returns:
        One report a source; one of the file itself where it holds no reviews.
    """
    run = _Restore(desk, export, tell, dry_run)
    try:
        for source_id, page in export.pages_by_source():
            run.take(source_id, page)
    except ConnectorError as error:
        run.report(export.source_id).error = error
    return run.finish()


class _Restore:
    """One run over one file: a report for each source that was met."""

    def __init__(self, desk: Desk, export: Export, tell: Tell, dry_run: bool) -> None:
        self._desk = desk
        self._export = export
        self._tell = tell
        self._is_dry = dry_run
        self._holder = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self._reports: dict[str, PullReport] = {}
        self._keys: dict[str, dict[str, None]] = {}

    def report(self, source_id: str) -> PullReport:
        """Return the report of a source."""
        return self._reports.setdefault(source_id, PullReport(source_id))

    def take(self, source_id: str, page: Page) -> None:
        """Add what is unknown of one page, unless another process is at its source."""
        report = self.report(source_id)
        report.problems.extend(page.problems)
        if page.reviews:
            self._keys.setdefault(source_id, {})[page.listing.key] = None
            self._add_page(report, page)
        self._tell(PullProgress(source_id, report.n_read, len(report.problems), page.n_done, page.n_total))

    def finish(self) -> list[PullReport]:
        """Draft for what waits now, and say what kind of file it was."""
        for report in self._reports.values():
            if report.n_due and not self._is_dry:
                report.n_drafted = draft_due(self._desk, report.source_id)
            report.notes.append(_about(list(self._keys.get(report.source_id, {}))))
        return list(self._reports.values()) or [PullReport(self._export.source_id, notes=[_about([])])]

    def _add_page(self, report: PullReport, page: Page) -> None:
        db, now, lease = self._desk.db, self._desk.now(), f"pull:{report.source_id}"
        if self._is_dry:
            self._add(report, page)
        elif leases.take(db, lease, self._holder, now, now + LEASE):
            try:
                self._add(report, page)
            finally:
                leases.release(db, lease, self._holder)
        else:
            report.is_busy = True

    def _add(self, report: PullReport, page: Page) -> None:
        desk, key = self._desk, page.listing.key
        known = reviews.known(desk.db, key, [review.external_id for review in page.reviews])
        unknown = [review for review in page.reviews if review.external_id not in known]
        state = self._state_of(report.source_id)
        judged = judge_all(desk, changes.decide_page({}, unknown), state)
        report.n_read += len(page.reviews)
        _count(report, judged, page.gone)
        if not judged or self._is_dry:
            return
        listing = reviews.listing(desk.db, key) or _checked(page.listing, report.notes)
        store(desk, listing, judged, state)
        added = {review.external_id for review in unknown}
        for external_id in added.intersection(page.gone):
            absorb_gone(desk, listing, external_id, state)

    def _state_of(self, source_id: str) -> SourceState:
        stored = sources.load(self._desk.db, source_id)
        configured = self._desk.config.sources.get(source_id)
        connector = configured.connector if configured else self._export.name
        return stored or SourceState(source_id=source_id, connector=connector)


def _count(report: PullReport, judged: Sequence[Judged], gone: Sequence[str]) -> None:
    for done in judged:
        is_gone = isinstance(done.change, New) and done.change.review.external_id in gone
        report.n_new += 1
        report.n_gone += is_gone
        report.n_flagged += done.flag is not None
        report.n_due += done.flag is not None and done.case_state in (CaseState.OPEN, CaseState.HELD) and not is_gone
        report.n_history += done.case_reason == triage.HISTORY


def _checked(listing: Listing, notes: list[str]) -> Listing:
    """Return a listing whose platform is one that there are rules for, and note where that is another."""
    if listing.platform in platforms.known_platforms():
        return listing
    near = platforms.nearest(listing.platform)
    meant = f"; did you mean `{near}`?" if near else "."
    note = f"`{listing.platform}` is no known platform{meant} Replies there are held to the strictest rules"
    if note not in notes:
        notes.append(note)
    return replace(listing, platform=_NO_PLATFORM)


def _about(keys: list[str]) -> str:
    more = f" and {len(keys) - _MOST_NAMED:,} more" if len(keys) > _MOST_NAMED else ""
    where = f" ({', '.join(keys[:_MOST_NAMED])}{more})" if keys else ""
    return (
        f"this is an export of reviewwatch: reviews go back to their listings{where}, and known ones stay as they are"
    )
