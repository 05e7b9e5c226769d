"""No verb walks a table that grows: every statement that a command can cause has its plan looked at.

SQLite's plans alone: `SCAN x` is a walk through a whole table, `SEARCH x` goes straight to the rows.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import pytest

from reviewwatch.storage import verbs
from reviewwatch.storage.base import Database, Parameters, Row, Value
from reviewwatch.storage.verbs import (
    cases,
    daemon,
    decisions,
    drafts,
    labels,
    leases,
    model_use,
    outbox,
    pages,
    raw_pages,
    replies,
    rescore,
    reviews,
    search,
    sources,
    suggestions,
    texts,
)
from reviewwatch.storage.verbs.daemon import DaemonState
from reviewwatch.types import Answer, CaseEvent, CaseState, Draft, PublicationState, QueueFilter, Suggestion
from tests.make import LISTING, NOW, review
from tests.storage.given import (
    STATE,
    approval,
    approve,
    assessment,
    decide,
    edited,
    flag,
    gone,
    known_of,
    new,
    page,
    replied,
    store,
    with_reply,
)

SMALL: Final = {"source_state", "leases", "daemon", "raw_pages", "json_each", "found", "CONSTANT"}
"""Tables that do not grow with the reviews: one row a source, three pages a source, a list that was passed in, and the
rows that a capped count found."""

WALKED: Final = {
    "c USING INDEX cases_open",
    "c USING COVERING INDEX cases_open",
    "c USING INDEX cases_undecided",
    "c USING INDEX cases_held",
    "decisions USING INDEX decisions_reported",
    "p USING INDEX publications_open",
    "publications USING INDEX publications_open",
}
"""Walks along a partial index in the order of the result: they end with the page, or hold what is under way alone."""


WHOLE_LISTING: Final = {reviews._KNOWN + "AND r.gone_at IS NULL"}
"""Statements that need every review of a listing, since absence is proven against all of them."""

ORDERED: Final = "owner_replies_of_listing"
"""An index in the order of the result, of which a page is read."""

NOTHING: Final[Parameters] = {}


class Recorder:
    """A database that notes every statement on its way to the real one."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.statements: list[tuple[str, Parameters]] = []

    def _note(self, sql: str, parameters: Parameters) -> None:
        self.statements.append((sql, parameters))

    def transaction(self) -> AbstractContextManager[None]:
        return self._db.transaction()

    def one(self, sql: str, parameters: Parameters = NOTHING) -> Row | None:
        self._note(sql, parameters)
        return self._db.one(sql, parameters)

    def all(self, sql: str, parameters: Parameters = NOTHING) -> list[Row]:
        self._note(sql, parameters)
        return self._db.all(sql, parameters)

    def stream(self, sql: str, parameters: Parameters = NOTHING) -> Iterator[Row]:
        self._note(sql, parameters)
        return self._db.stream(sql, parameters)

    def run(self, sql: str, parameters: Parameters = NOTHING) -> int:
        self._note(sql, parameters)
        return self._db.run(sql, parameters)

    def insert(self, sql: str, parameters: Parameters = NOTHING) -> int:
        self._note(sql, parameters)
        return self._db.insert(sql, parameters)

    def many(self, sql: str, rows: Iterable[Parameters]) -> None:
        listed = list(rows)
        if listed:
            self._note(sql, listed[0])
        self._db.many(sql, listed)

    def many_ordered(self, sql: str, rows: Iterable[Sequence[Value]]) -> int:
        listed = list(rows)
        if listed:
            self._note(sql, dict(zip(re.findall(r":(\w+)", sql), listed[0], strict=True)))
        return self._db.many_ordered(sql, listed)

    def index_texts(self, texts: Sequence[tuple[int, str]]) -> None:
        self._db.index_texts(texts)

    def search_ids(self, words: str, limit: int) -> list[int]:
        return self._db.search_ids(words, limit)

    def plan(self, sql: str, parameters: Parameters = NOTHING) -> str:
        return self._db.plan(sql, parameters)

    def close(self) -> None:
        self._db.close()


def walks(db: Database, statements: Sequence[tuple[str, Parameters]]) -> list[str]:
    """Return the steps of these statements that walk what grows, each with its statement."""
    found = []
    for sql, parameters in statements:
        for line in db.plan(sql, parameters).splitlines():
            walked = re.match(r"\s*SCAN ((\w+).*)", line)
            is_walk = walked and walked[2] not in SMALL and walked[1] not in WALKED
            is_whole = line.endswith("(listing_id=?)") and ORDERED not in line and sql not in WHOLE_LISTING
            if is_walk or is_whole:
                found.append(f"{line.strip()}: {sql}")
    return found


FULL: Final = QueueFilter(
    sources=("inn", "mill"), max_rating_share=0.5, lang="en", since=NOW, is_answered=False, include_unflagged=False
)
FILTERS: Final[Mapping[str, QueueFilter]] = {
    "none": QueueFilter(),
    "sources": QueueFilter(sources=("inn",)),
    "rating": QueueFilter(max_rating_share=0.5),
    "language": QueueFilter(lang="en"),
    "since": QueueFilter(since=NOW),
    "answered": QueueFilter(is_answered=True),
    "unanswered": QueueFilter(is_answered=False),
    "all": QueueFilter(include_unflagged=True),
    "held": QueueFilter(is_held=True),
    "praise": QueueFilter(include_unflagged=True, is_praise=True),
    "everything at once": FULL,
}


def queues(db: Database, wanted: QueueFilter) -> None:
    """Ask for the queue in every way."""
    cases.queue(db, wanted, 50)
    cases.queue(db, wanted, 50, after=(500, 1))
    cases.queue(db, wanted, 50, person="noor", now=NOW)
    cases.queue(db, wanted, 50, after=(500, 1), person="noor", now=NOW)
    cases.count(db, wanted)
    list(reviews.export(db, wanted))


def change_page(db: Database) -> None:
    """Store a page with every kind of change."""
    judged = (
        new(review("n")),
        edited(known_of(db, "a"), review("a", text="Edited.")),
        replied(known_of(db, "b"), with_reply(review("b"), "Thank you.")),
        gone(known_of(db, "c")),
    )
    pages.save_page(db, page(*judged), NOW)
    pages.save_page(db, page(*judged), NOW)


def transacted(call: Callable[[Database], object]) -> Callable[[Database], object]:
    """Return a call inside a transaction."""

    def inside(db: Database) -> object:
        with db.transaction():
            return call(db)

    return inside


def publish(db: Database) -> None:
    """Walk a reply through the outbox."""
    publication_id = approve(db, 1)
    outbox.claim(db, publication_id, NOW)
    with db.transaction():
        outbox.settle(db, publication_id, PublicationState.POSTING, PublicationState.POSTED, NOW, "")


def rejudged() -> rescore.Rejudged:
    """Return the first review, judged anew."""
    return rescore.Rejudged(
        review_id=1,
        revision=1,
        assessment=assessment(),
        flag=flag(),
        state=CaseState.OPEN,
        to=CaseState.OPEN,
        reason="",
    )


CALLS: Final[Mapping[str, Callable[[Database], object]]] = {
    "cases.bring_back": transacted(lambda db: cases.bring_back(db, NOW, NOW)),
    "cases.brought_back": lambda db: cases.brought_back(db, ["inn"]),
    "cases.count": lambda db: cases.count(db, QueueFilter()),
    "cases.count_history": lambda db: cases.count_history(db, NOW, ["inn"]),
    "cases.is_skipped": lambda db: cases.is_skipped(db, "noor", 1, NOW),
    "cases.move": transacted(lambda db: cases.move(db, 1, CaseEvent.DISMISS, CaseState.DISMISSED, "", NOW)),
    "cases.queue": lambda db: cases.queue(db, QueueFilter(), 50),
    "cases.rows": lambda db: cases.rows(db, [1, 2]),
    "cases.skip": transacted(lambda db: cases.skip(db, "noor", 1, NOW)),
    "cases.tally": lambda db: (cases.tally(db), cases.tally(db, ["inn"])),
    "cases.wake": transacted(lambda db: cases.wake(db, NOW)),
    "daemon.load": daemon.load,
    "daemon.save": transacted(lambda db: daemon.save(db, DaemonState(holder="a", started_at=NOW, ticked_at=NOW))),
    "decisions.decided": lambda db: decisions.decided(db, [1, 2]),
    "decisions.append": lambda db: decide(db, 1, undoes=decide(db, 1)),
    "decisions.last_standing": lambda db: decisions.last_standing(db, 1),
    "decisions.of_review": lambda db: decisions.of_review(db, 1),
    "decisions.text_of": lambda db: (approve(db, 1), decisions.text_of(db, approval().text_hash)),
    "drafts.latest": lambda db: drafts.latest(db, 1, "v1"),
    "model_use.spend": transacted(lambda db: model_use.spend(db, NOW.date(), 1)),
    "model_use.spent": lambda db: model_use.spent(db, NOW.date()),
    "decisions.reported": decisions.reported,
    "replies.approved": lambda db: replies.approved(db, ["inn"], 500),
    "replies.published": lambda db: replies.published(db, ["inn"], 1, 200),
    "replies.recent": lambda db: replies.recent(db, LISTING.key, 1, 20),
    "suggestions.get": lambda db: suggestions.get(db, 1, "v1", "b"),
    "suggestions.missing": lambda db: suggestions.missing(db, [1, 2]),
    "suggestions.next_steps": lambda db: suggestions.next_steps(db, [1, 2]),
    "suggestions.save": transacted(lambda db: suggestions.save(db, 1, "v1", "b", Suggestion(Answer.SKIP, ""), NOW)),
    "drafts.save": transacted(lambda db: drafts.save(db, 1, Draft("a", "en", "plain-1", "v1"), NOW)),
    "labels.standing": lambda db: (decide(db, 1), labels.standing(db, [1, 2])),
    "leases.holder_of": lambda db: leases.holder_of(db, "pull:inn"),
    "leases.release": lambda db: leases.release(db, "pull:inn", "one"),
    "leases.release_all": lambda db: leases.release_all(db, "host:1:a"),
    "leases.renew": lambda db: leases.renew(db, "pull:inn", "one", NOW, NOW),
    "leases.take": lambda db: leases.take(db, "pull:inn", "one", NOW, NOW),
    "outbox.add": lambda db: approve(db, 1),
    "outbox.claim": publish,
    "outbox.due": lambda db: outbox.due(db, NOW),
    "outbox.get": lambda db: outbox.get(db, approve(db, 1)),
    "outbox.look_again": transacted(lambda db: outbox.look_again(db, 1, NOW)),
    "outbox.of_review": lambda db: outbox.of_review(db, 1),
    "outbox.settle": publish,
    "outbox.stuck": lambda db: outbox.stuck(db, NOW),
    "outbox.to_look_for": lambda db: outbox.to_look_for(db, NOW, 10),
    "outbox.unsettled": outbox.unsettled,
    "pages.save_page": change_page,
    "pages.touch_source": lambda db: pages.touch_source(db, STATE),
    "raw_pages.keep": transacted(lambda db: raw_pages.keep(db, "inn", "", b"", NOW)),
    "raw_pages.latest": lambda db: raw_pages.latest(db, "inn"),
    "raw_pages.prune": transacted(lambda db: raw_pages.prune(db, NOW)),
    "rescore.save": transacted(lambda db: rescore.save(db, [rejudged()], NOW)),
    "reviews.batch": lambda db: reviews.batch(db, QueueFilter(sources=("inn",)), 0, 10, has_words=True),
    "reviews.export": lambda db: list(reviews.export(db, QueueFilter())),
    "reviews.find": lambda db: reviews.find(db, LISTING.key, "a"),
    "reviews.get": lambda db: reviews.get(db, 1),
    "reviews.known": lambda db: reviews.known(db, LISTING.key, ["a", "b"], with_threads=True),
    "reviews.listing": lambda db: reviews.listing(db, LISTING.key),
    "reviews.live": lambda db: reviews.live(db, LISTING.key),
    "reviews.revisions": lambda db: reviews.revisions(db, 1),
    "reviews.shares_before": lambda db: reviews.shares_before(db, [1, 2]),
    "search.find": lambda db: search.find(db, "cold", 10),
    "sources.all_states": sources.all_states,
    "sources.due": lambda db: sources.due(db, NOW, ["inn", "mill"], 4),
    "sources.load": lambda db: sources.load(db, "inn"),
    "sources.recent": lambda db: sources.recent(db, NOW, "history"),
    "sources.save": transacted(lambda db: sources.save(db, STATE)),
    "sources.set_turn": transacted(lambda db: sources.set_turn(db, "mill", "file", NOW)),
    "texts.keep": transacted(lambda db: texts.keep(db, "t", "")),
    "texts.load": lambda db: (approve(db, 1), texts.load(db, approval().text_hash)),
}


@pytest.fixture
def recorder(db: Database) -> Recorder:
    """Return a recorder over a store with a few reviews."""
    store(db, *(new(review(name)) for name in ("a", "b", "c")))
    return Recorder(db)


@pytest.mark.parametrize("name", CALLS)
def test_no_verb_walks_a_table_that_grows(recorder: Recorder, name: str) -> None:
    """Every statement of the verb goes straight to its rows."""
    CALLS[name](recorder)
    assert recorder.statements
    assert walks(recorder, recorder.statements) == []


@pytest.mark.parametrize("name", FILTERS)
def test_no_filter_makes_the_queue_walk(recorder: Recorder, name: str) -> None:
    """Queue, count and export stay on their indexes with each filter and with all of them."""
    queues(recorder, FILTERS[name])
    assert len(recorder.statements) >= 6
    assert walks(recorder, recorder.statements) == []


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("after", [None, (500, 1)])
def test_the_queue_is_read_in_its_order(recorder: Recorder, name: str, after: tuple[int, int] | None) -> None:
    """No page is sorted: sorting would read the whole queue before the first row."""
    cases.queue(recorder, FILTERS[name], 50, after)
    plans = [recorder.plan(*statement).splitlines() for statement in recorder.statements]
    assert all("USE TEMP B-TREE FOR ORDER BY" not in plan for plan in plans)


def test_the_tour_calls_every_verb() -> None:
    """A verb that is added without a plan looked at fails here."""
    public = set()
    for found in iter_modules(verbs.__path__):
        module = import_module(f"{verbs.__name__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if (
                function.__module__ == module.__name__
                and next(iter(inspect.signature(function).parameters), "") == "db"
            ):
                public |= {f"{found.name}.{name}"} if not name.startswith("_") else set()
    assert set(CALLS) == public


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM reviews WHERE source_id = 'inn'",
        "SELECT * FROM cases c WHERE c.priority > 5",
        "SELECT review_id FROM reviews WHERE review_id > 5 AND listing_id = 1",
        "UPDATE publications SET detail = '' WHERE state = 'posting'",
        "SELECT * FROM cases c JOIN reviews r ON r.review_id = c.review_id WHERE c.state = 'dismissed'",
    ],
)
def test_a_walk_is_seen(recorder: Recorder, sql: str) -> None:
    """The check itself finds a walk where there is one."""
    assert walks(recorder, [(sql, NOTHING)]) != []


def test_due_and_stuck_use_what_is_under_way_alone(db: Database) -> None:
    """The outbox' lists are read off partial indexes, which hold no reply that is done with."""
    recorder = Recorder(db)
    outbox.due(recorder, NOW)
    outbox.stuck(recorder, NOW - timedelta(minutes=5))
    outbox.unsettled(recorder)
    outbox.to_look_for(recorder, NOW, 10)
    first_steps = [recorder.plan(*statement).splitlines()[0] for statement in recorder.statements]
    assert [re.search(r"INDEX (\w+)", step)[1] for step in first_steps] == [  # type: ignore[index]  # None fails here
        "publications_due",
        "publications_open",
        "publications_open",
        "publications_to_look_for",
    ]


def test_due_sources_are_found_without_looking_at_the_others(recorder: Recorder) -> None:
    """What is due is read off the index of due times, however many sources there are."""
    sources.due(recorder, NOW, ["inn", "mill"], 4)
    (statement,) = recorder.statements
    assert "source_state USING INDEX source_state_due (next_due_at<?)" in recorder.plan(*statement)
