"""Sources, leases, drafts and kept pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import NotFoundError
from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import daemon, drafts, leases, model_use, pages, raw_pages, replies, sources, suggestions
from reviewwatch.storage.verbs.daemon import DaemonState
from reviewwatch.storage.verbs.raw_pages import RawPage
from reviewwatch.types import Answer, Draft, DraftSentence, Health, SourceState, Suggestion
from tests.make import LISTING, NOW, owner_reply, review
from tests.storage.conftest import OpenDb
from tests.storage.given import STATE, known_of, new, store, store_one

LATER = NOW + timedelta(minutes=10)
TIMES = st.none() | st.datetimes(timezones=st.just(NOW.tzinfo))
STATES = st.builds(
    SourceState,
    source_id=st.sampled_from(["inn", "mill"]),
    connector=st.text(),
    cursor=st.dictionaries(st.text(), st.text(), max_size=3),
    next_due_at=TIMES,
    last_pull_at=TIMES,
    last_good_at=TIMES,
    n_failures=st.integers(0, 99),
    last_error=st.text(),
    health=st.sampled_from(Health),
    n_listed=st.none() | st.integers(0, 10**9),
    asked_until=TIMES,
    unseen=st.text(),
    set_up=st.text(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(STATES)
def test_a_sources_state_comes_back(db: Database, state: SourceState) -> None:
    """Whatever was there before, the last state saved is the one read, cursor included."""
    pages.touch_source(db, state)
    assert sources.load(db, state.source_id) == state


def test_a_source_that_was_never_pulled_has_no_state(db: Database) -> None:
    """There is nothing to tell of it yet."""
    assert sources.load(db, "inn") is None


def test_all_states_come_in_order(db: Database) -> None:
    """Every source that was pulled, by id."""
    for name in ("mill", "inn"):
        pages.touch_source(db, SourceState(source_id=name, connector="file"))
    assert [state.source_id for state in sources.all_states(db)] == ["inn", "mill"]
    assert sources.all_states(db)[0] == STATE


def put_source(db: Database, name: str, minutes: float | None, **fields: Any) -> None:
    """Store a source that is due so many minutes after now, None for never."""
    due_at = None if minutes is None else NOW + timedelta(minutes=minutes)
    pages.touch_source(db, SourceState(source_id=name, connector="file", next_due_at=due_at, **fields))


def test_due_sources_come_healthy_first_and_then_by_their_time(db: Database) -> None:
    """What fails waits for what works; among equals the one that has waited longest comes first, ids break a tie."""
    put_source(db, "failing", -60, health=Health.FAILING)
    put_source(db, "paused", -90, health=Health.PAUSED)
    put_source(db, "late", -20, health=Health.OK)
    put_source(db, "new", -30, health=Health.NEW)
    put_source(db, "now-b", 0, health=Health.OK)
    put_source(db, "now-a", 0, health=Health.OK)
    names = ["failing", "paused", "late", "new", "now-b", "now-a"]
    assert [state.source_id for state in sources.due(db, NOW, names, 9)] == [
        "new", "late", "now-a", "now-b", "paused", "failing",
    ]  # fmt: skip
    assert [state.source_id for state in sources.due(db, NOW, names, 2)] == ["new", "late"]


def test_what_is_not_due_is_left_alone(db: Database) -> None:
    """Not yet, never, asked to wait, or not asked about: none of these is pulled."""
    put_source(db, "soon", 0.01)
    put_source(db, "never", None)
    put_source(db, "asked", -5, asked_until=NOW + timedelta(seconds=1))
    put_source(db, "asked before", -5, asked_until=NOW)
    put_source(db, "removed", -5)
    names = ["soon", "never", "asked", "asked before"]
    assert [state.source_id for state in sources.due(db, NOW, names, 9)] == ["asked before"]


def test_a_turn_is_set_without_touching_what_is_known(db: Database) -> None:
    """A source of which nothing is known gets a row; of one that is known the time alone changes."""
    known = replace(STATE, cursor={"page": "2"}, n_failures=2, last_error="down", health=Health.FAILING)
    pages.touch_source(db, known)
    with db.transaction():
        sources.set_turn(db, "inn", "other", LATER)
        sources.set_turn(db, "mill", "file", NOW)
    assert sources.load(db, "inn") == replace(known, next_due_at=LATER)
    assert sources.load(db, "mill") == SourceState(source_id="mill", connector="file", next_due_at=NOW)


def test_what_the_daemon_says_of_itself_comes_back(db: Database) -> None:
    """There is one such row: what is said last stands."""
    assert daemon.load(db) is None
    first = DaemonState(holder="one", started_at=NOW, ticked_at=NOW)
    last = DaemonState(
        holder="two", started_at=NOW, ticked_at=LATER, ended_at=LATER, config_problem="line 3", n_sources=4, n_pulls=3,
        n_failed=2, n_posted=1,
    )  # fmt: skip
    for state in (first, last):
        with db.transaction():
            daemon.save(db, state)
    assert daemon.load(db) == last


def test_a_process_that_leaves_gives_back_its_own_leases_alone(db: Database) -> None:
    """Leases are told apart by the beginning of their holder, taken as it is and not as a pattern."""
    for name, holder in (("pull:inn", "host:1:a%-1"), ("daemon", "host:1:a%-2"), ("pull:mill", "host:1:ab-1")):
        leases.take(db, name, holder, NOW, LATER)
    leases.release_all(db, "host:1:a%")
    assert [leases.holder_of(db, name) for name in ("pull:inn", "daemon", "pull:mill")] == [None, None, "host:1:ab-1"]


def take(db: Database, holder: str, now: datetime = NOW) -> bool:
    """Ask for the lease for ten minutes."""
    return leases.take(db, "pull:inn", holder, now, now + timedelta(minutes=10))


def test_a_lease_has_one_holder(db: Database, open_db: OpenDb) -> None:
    """The second process is turned away, the first may ask again."""
    assert take(db, "one")
    assert not take(open_db(), "two")
    assert take(db, "one")
    assert leases.holder_of(db, "pull:inn") == "one"
    assert leases.take(db, "pull:mill", "two", NOW, LATER)


def test_a_lease_that_ran_out_may_be_taken(db: Database) -> None:
    """A holder that died loses the lease at its end, and not a moment before."""
    take(db, "dead")
    assert not take(db, "next", NOW + timedelta(minutes=9, seconds=59))
    assert take(db, "next", LATER)
    assert leases.holder_of(db, "pull:inn") == "next"


def test_renewing_keeps_a_lease_and_tells_when_it_is_lost(db: Database) -> None:
    """A renewed lease outlasts its first end; a lease that another took cannot be renewed."""
    take(db, "one")
    assert leases.renew(db, "pull:inn", "one", NOW, LATER + timedelta(hours=1))
    assert not take(db, "two", LATER)
    assert take(db, "two", LATER + timedelta(hours=1))
    assert not leases.renew(db, "pull:inn", "one", LATER + timedelta(hours=1), LATER + timedelta(hours=2))


def test_only_the_holder_releases(db: Database) -> None:
    """A release by another changes nothing, one by the holder frees the lease at once."""
    take(db, "one")
    leases.release(db, "pull:inn", "two")
    assert not take(db, "two")
    leases.release(db, "pull:inn", "one")
    assert leases.holder_of(db, "pull:inn") is None
    assert take(db, "two")


def save(db: Database, review_id: int, draft: Draft) -> None:
    """Save in a transaction of its own."""
    with db.transaction():
        drafts.save(db, review_id, draft, NOW)


def test_the_newest_draft_of_a_revision_counts(db: Database) -> None:
    """Drafts of an older revision are not shown for the present one; of several the last one is."""
    review_id = store_one(db)
    old, first, last = (
        Draft(text, "en", "plain-1", content_hash)
        for text, content_hash in [("old", "v1"), ("a", "v2"), ("b\0ü", "v2")]
    )
    for draft in (first, last, old):
        save(db, review_id, draft)
    assert (drafts.latest(db, review_id, "v2"), drafts.latest(db, review_id, "v1")) == (last, old)
    assert drafts.latest(db, review_id, "v3") is None


def suggest(db: Database, review_id: int, content_hash: str, suggestion: Suggestion, basis: str = "b1") -> None:
    """Save a suggestion in a transaction of its own."""
    with db.transaction():
        suggestions.save(db, review_id, content_hash, basis, suggestion, NOW)


HELD = Suggestion(Answer.HOLD, "it speaks of an injury", next_step="call the duty manager")


def test_a_suggestion_comes_back_as_it_was_made(db: Database) -> None:
    """Texts, sentences, licences and twins of every draft, and the reason where there is none."""
    review_id = store_one(db)
    sentences = (
        DraftSentence("Hallo Ines,", "greet", ("courtesy",)),
        DraftSentence("ü\0", "name", ("fact:a", "review:x")),
    )
    drafts = tuple(Draft(words, "de", "offline 2", "v1", sentences, "Hello Ines,") for words in ("a", "b"))
    proposed = Suggestion(Answer.REPLY, "two complaints", drafts)
    suggest(db, review_id, "v1", proposed)
    suggest(db, review_id, "v2", HELD)
    assert suggestions.get(db, review_id, "v1") == proposed
    assert suggestions.get(db, review_id, "v2") == HELD
    assert suggestions.get(db, review_id, "v3") is None


def test_a_suggestion_counts_only_for_what_it_was_made_from(db: Database) -> None:
    """A new fact makes a new suggestion, which takes the place of the one before."""
    review_id = store_one(db)
    suggest(db, review_id, "v1", HELD, "old facts")
    assert suggestions.get(db, review_id, "v1", "new facts") is None
    suggest(db, review_id, "v1", Suggestion(Answer.SKIP, "praise"), "new facts")
    assert suggestions.get(db, review_id, "v1", "new facts") == Suggestion(Answer.SKIP, "praise")
    assert suggestions.get(db, review_id, "v1", "old facts") is None


def test_a_suggestion_is_missing_until_one_of_the_present_words_is_there(db: Database) -> None:
    """Reviews without one, or with one of an older revision alone, in the order asked for; unknown ones not."""
    ids = store(db, *(new(review(name)) for name in ("none", "old", "drafted")))
    suggest(db, ids["old"], "of an older revision", HELD)
    suggest(db, ids["drafted"], known_of(db, "drafted").content_hash, HELD)
    wanted = [ids["drafted"], ids["old"], 99, ids["none"]]
    assert suggestions.missing(db, wanted) == [ids["old"], ids["none"]]


def test_the_last_answers_of_a_listing_come_back_newest_first(db: Database) -> None:
    """Those of the review itself are left out, and those of other listings."""
    words = ("first", "second", "third")
    answers = [owner_reply(one, created_at=NOW + timedelta(hours=n)) for n, one in enumerate(words)]
    ids = store(db, *(new(review(f"r{n}", owner_replies=(one,))) for n, one in enumerate(answers)))
    assert replies.recent(db, LISTING.key, ids["r1"], 20) == ("third", "first")
    assert replies.recent(db, LISTING.key, 0, 1) == ("third",)
    assert replies.recent(db, "elsewhere:1", 0, 20) == ()


def test_what_a_model_cost_adds_up_by_day(db: Database) -> None:
    """A new day begins at nothing."""
    for n_tokens in (3, 4):
        with db.transaction():
            model_use.spend(db, NOW.date(), n_tokens)
    assert model_use.spent(db, NOW.date()) == 7
    assert model_use.spent(db, NOW.date() + timedelta(days=1)) == 0


def test_a_draft_needs_its_review(db: Database) -> None:
    """A draft for nothing is refused."""
    with pytest.raises(NotFoundError):
        save(db, 99, Draft("a", "en", "plain-1", "v1"))


def keep(db: Database, source_id: str, body: bytes, now: datetime = NOW) -> None:
    """Keep in a transaction of its own."""
    with db.transaction():
        raw_pages.keep(db, source_id, "no reviews in it", body, now)


def bodies(db: Database) -> set[object]:
    """Return what is kept of all sources."""
    return {row["body"] for row in db.all("SELECT body FROM raw_pages")}


def test_the_newest_kept_page_of_a_source_is_shown(db: Database) -> None:
    """The last one kept, with its reason, byte for byte."""
    keep(db, "inn", b"\x00\xff<html>", LATER)
    keep(db, "inn", b"older", NOW)
    assert raw_pages.latest(db, "inn") == RawPage("inn", LATER, "no reviews in it", b"\x00\xff<html>")
    assert raw_pages.latest(db, "mill") is None


def test_a_source_that_fails_for_days_keeps_three_pages(db: Database) -> None:
    """The newest three of each source stay, so that a broken place does not fill the disk."""
    for number in range(6):
        keep(db, "inn", str(number).encode(), NOW + timedelta(minutes=number))
    keep(db, "mill", b"other")
    assert bodies(db) == {b"3", b"4", b"5", b"other"}


def test_kept_pages_leave_after_seven_days(db: Database) -> None:
    """Pruning removes what is older than seven days and counts it."""
    keep(db, "inn", b"old", NOW - timedelta(days=7, seconds=1))
    keep(db, "inn", b"young", NOW - timedelta(days=7))
    with db.transaction():
        assert raw_pages.prune(db, NOW) == 1
    assert bodies(db) == {b"young"}
