"""What a pull stores, and that a second storing of it changes nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import StorageError
from reviewwatch.storage.base import Database
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import cases, pages, reviews, sources
from reviewwatch.types import (
    Assessment,
    Band,
    Case,
    CaseEvent,
    CaseState,
    Edited,
    Flag,
    Health,
    Judged,
    Listing,
    New,
    OwnerReply,
    Precision,
    Rating,
    RatingKind,
    Reason,
    ReplyState,
    Review,
    Sensitivity,
    Severity,
    SourceState,
    StoredReview,
    TextField,
    Theme,
)
from tests.make import LISTING, NOW, owner_reply, review, stars
from tests.storage.given import (
    STATE,
    dump,
    edited,
    flag,
    gone,
    known_of,
    new,
    replied,
    store,
    store_one,
    with_reply,
)

LATER = NOW + timedelta(hours=1)

NUMBERS = count()
ODD = st.one_of(
    st.text(max_size=40), st.sampled_from(["", "\0", "\u202e\u200b", "=1+1", "'; DROP TABLE reviews; --", "é" * 3])
)
TIMES = st.datetimes(timezones=st.just(UTC))
RATINGS = st.builds(
    Rating,
    raw=ODD,
    value=st.floats(0, 10),
    worst=st.sampled_from([0.0, 1.0]),
    best=st.sampled_from([5.0, 10.0]),
    kind=st.sampled_from(RatingKind),
)
REPLIES = st.builds(
    OwnerReply,
    text=ODD,
    author=st.none() | ODD,
    account=st.none() | ODD,
    created_at=st.none() | TIMES,
    state=st.sampled_from(ReplyState),
    external_id=st.none() | ODD,
)
REVIEWS = st.builds(
    Review,
    listing_key=st.just(LISTING.key),
    external_id=st.just(""),
    title=ODD,
    text=ODD,
    positive=ODD,
    negative=ODD,
    rating=st.none() | RATINGS,
    author=st.none() | ODD,
    lang=st.none() | ODD,
    country=st.none() | ODD,
    version=st.none() | ODD,
    created_at=st.none() | TIMES,
    created_precision=st.sampled_from(Precision),
    updated_at=st.none() | TIMES,
    url=st.none() | ODD,
    n_votes=st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
    owner_replies=st.lists(REPLIES, max_size=3).map(tuple),
    notes=st.lists(ODD, max_size=2).map(tuple),
)
SHARES = st.none() | st.floats(-1, 1)
FIELDS = st.sampled_from(TextField)
ASSESSMENTS = st.builds(
    Assessment,
    p_detractor=SHARES,
    band=st.sampled_from(Band),
    sentiment=SHARES,
    is_conflict=st.booleans(),
    is_at_risk=st.booleans(),
    is_praise=st.booleans(),
    sensitivity=st.sampled_from(Sensitivity),
    themes=st.lists(st.builds(Theme, ODD, st.floats(-1, 1), FIELDS, st.integers(0), st.integers(0)), max_size=2).map(
        tuple
    ),
    reasons=st.lists(st.builds(Reason, FIELDS, st.integers(0), st.integers(0), ODD), max_size=2).map(tuple),
    lang=st.none() | ODD,
    scorer=ODD,
)
FLAGS = st.builds(
    Flag,
    severity=st.sampled_from(Severity),
    priority=st.integers(0, 1000),
    due_at=st.none() | TIMES,
    reasons=st.lists(ODD, max_size=2).map(tuple),
    route=st.none() | ODD,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None)
@given(REVIEWS, st.none() | ASSESSMENTS, st.none() | FLAGS, st.sampled_from(CaseState), ODD)
def test_every_field_comes_back(
    db: Database,
    the_review: Review,
    assessment: Assessment | None,
    the_flag: Flag | None,
    state: CaseState,
    reason: str,
) -> None:
    """A review with assessment, flag and case is read back exactly as it was stored, odd texts and None included."""
    the_review = replace(the_review, external_id=f"r{next(NUMBERS)}")  # every example meets the same store
    judged = Judged(New(the_review, "content-1", "thread-1"), assessment, the_flag, state, reason)
    (review_id,) = store(db, judged).values()
    assert reviews.get(db, review_id) == StoredReview(
        review_id=review_id,
        source_id="inn",
        listing=LISTING,
        review=the_review,
        content_hash="content-1",
        thread_hash="thread-1",
        n_revisions=1,
        first_seen_at=NOW,
        gone_at=None,
        gone_proof=None,
        case=Case(state, reason, the_flag.priority if the_flag else 0, the_flag.due_at if the_flag else None),
        assessment=assessment,
        flag=the_flag,
    )


def test_a_page_stores_many_reviews_and_the_cursor_together(db: Database) -> None:
    """All reviews of a page get numbers, and the source's state is stored with them."""
    state = SourceState(source_id="inn", connector="file", cursor={"page": "2"}, health=Health.OK)
    ids = store(db, *(new(review(f"r{number}")) for number in range(1500)), state=state)
    assert (len(ids), len(set(ids.values()))) == (1500, 1500)
    assert {reviews.find(db, LISTING.key, name) == number for name, number in ids.items()} == {True}
    assert sources.load(db, "inn") == state


def test_storing_a_page_again_changes_nothing(db: Database) -> None:
    """A replay after a crash finds everything there: no row is added, changed or removed."""
    judged = [new(with_reply(review(f"r{number}"), "Thank you.")) for number in range(20)]
    ids = store(db, *judged)
    before = dump(db)
    assert store(db, *judged, now=LATER) == ids
    assert dump(db) == before


def test_a_replay_keeps_what_a_person_decided(db: Database) -> None:
    """A page that is stored again does not reopen a case that was decided meanwhile."""
    review_id = store_one(db)
    with db.transaction():
        cases.move(db, review_id, CaseEvent.DISMISS, CaseState.DISMISSED, "spam", NOW)
    store(db, new(review()))
    assert reviews.get(db, review_id).case.state is CaseState.DISMISSED


def test_a_replayed_change_is_stored_once(db: Database) -> None:
    """An edit, a thread and a removal that are stored twice leave one revision, one thread and the first time."""
    store(db, new(review("e")), new(review("t")), new(review("g")))
    judged = [
        edited(known_of(db, "e"), review("e", text="It got better.")),
        replied(known_of(db, "t"), with_reply(review("t"), "Thank you.")),
        gone(known_of(db, "g")),
    ]
    store(db, *judged, now=LATER)
    before = dump(db)
    store(db, *judged, now=LATER + timedelta(hours=1))
    assert dump(db) == before


def test_two_pages_may_bring_the_same_new_review(db: Database) -> None:
    """Two sources of one listing that both call a review new meet in one row, which keeps its first source."""
    review_id = store_one(db, text="as the first saw it")
    other = replace(STATE, source_id="other")
    assert store(db, new(review(text="as the second saw it")), state=other) == {"r1": review_id}
    stored = reviews.get(db, review_id)
    assert (stored.source_id, stored.review.text, stored.n_revisions) == ("inn", "as the first saw it", 1)


def test_one_id_twice_in_a_page_is_one_review(db: Database) -> None:
    """Of two new versions of one id in a page the first is stored, whole; nothing fails."""
    ids = store(db, new(review(text="first"), priority=700), new(review(text="second"), priority=100))
    stored = reviews.get(db, ids["r1"])
    assert (stored.review.text, stored.flag, stored.case.priority) == ("first", flag(700), 700)


def test_an_edit_keeps_the_old_words_readable(db: Database) -> None:
    """Each edit moves the old content to a revision, numbers them, and brings back the case with the new flag."""
    first = review(text="Cold.", rating=stars(1), updated_at=NOW)
    review_id = store(db, new(first))["r1"]
    second = review(text="Less cold.", rating=stars(3), n_votes=4)
    store(db, edited(known_of(db), second), now=LATER)
    third = review(text="Warm.", rating=None)
    store(db, edited(known_of(db), third, flag=None, case_state=CaseState.OPEN), now=LATER + timedelta(hours=1))
    stored = reviews.get(db, review_id)
    assert (stored.review, stored.n_revisions, stored.flag) == (third, 3, None)
    assert stored.case == Case(CaseState.OPEN, "edited", 0, None)
    assert [(item.number, item.text, item.rating, item.replaced_at) for item in reviews.revisions(db, review_id)] == [
        (1, "Cold.", stars(1), LATER),
        (2, "Less cold.", stars(3), LATER + timedelta(hours=1)),
    ]


def test_an_edit_reopens_a_decided_case(db: Database) -> None:
    """Whatever was decided on the old text, the new one is open again."""
    review_id = store_one(db)
    known = known_of(db)
    with db.transaction():
        cases.move(db, review_id, CaseEvent.DISMISS, CaseState.DISMISSED, "spam", NOW)
    store(db, edited(known, review(text="It got worse.")))
    assert reviews.get(db, review_id).case == Case(CaseState.OPEN, "edited", 300, NOW)


def test_an_edit_carries_the_new_thread(db: Database) -> None:
    """Words and thread that changed together are both stored; a thread that did not change is left alone."""
    review_id = store(db, new(with_reply(review(), "One.", "Two.")))["r1"]
    store(db, edited(known_of(db), with_reply(review(text="Edited."), "Two.", "Three.")))
    assert [item.text for item in reviews.get(db, review_id).review.owner_replies] == ["Two.", "Three."]
    known = known_of(db)
    unchanged = review(text="Edited again.")
    store(db, edited(known, unchanged, change=Edited(unchanged, known, "content-9", known.thread_hash)))
    assert [item.text for item in reviews.get(db, review_id).review.owner_replies] == ["Two.", "Three."]


def test_a_new_thread_replaces_the_old_one_and_refreshes_votes(db: Database) -> None:
    """An owner reply changes the thread, its hash, the votes and the case; not the words and not the revisions."""
    review_id = store(db, new(with_reply(review(n_votes=1), "One.")))["r1"]
    fetched = replace(review(n_votes=9), owner_replies=(owner_reply("One."), owner_reply("Two.", account=None)))
    store(db, replied(known_of(db), fetched))
    stored = reviews.get(db, review_id)
    assert stored.review == fetched
    assert (stored.n_revisions, stored.case.state, stored.case.priority) == (1, CaseState.ANSWERED, 500)
    assert known_of(db).owner_replies == fetched.owner_replies


def test_a_persons_decision_outlives_a_reply_that_was_seen_meanwhile(db: Database) -> None:
    """A case that somebody dismissed while the page was being judged stays dismissed; the thread is stored."""
    review_id = store_one(db)
    known = known_of(db)
    with db.transaction():
        cases.move(db, review_id, CaseEvent.DISMISS, CaseState.DISMISSED, "spam", NOW)
    store(db, replied(known, with_reply(review(), "Thank you.")))
    stored = reviews.get(db, review_id)
    assert (stored.case.state, len(stored.review.owner_replies)) == (CaseState.DISMISSED, 1)


def test_gone_keeps_the_words_and_closes_the_case(db: Database) -> None:
    """A removed review stays readable with the proof of its removal."""
    review_id = store_one(db)
    store(db, gone(known_of(db)), now=LATER)
    stored = reviews.get(db, review_id)
    assert (stored.gone_at, stored.gone_proof) == (LATER, "the site says so")
    assert (stored.review, stored.case.state) == (review(), CaseState.CLOSED)
    assert known_of(db).is_gone


def test_what_comes_back_unchanged_gets_no_revision(db: Database) -> None:
    """A review that was gone and is there again word for word is live, open, and has the flag of today."""
    review_id = store_one(db)
    store(db, gone(known_of(db)))
    store(db, edited(known_of(db), review()))
    stored = reviews.get(db, review_id)
    assert (stored.gone_at, stored.gone_proof, stored.n_revisions) == (None, None, 1)
    assert (stored.flag, stored.case.state) == (flag(300), CaseState.OPEN)
    assert reviews.revisions(db, review_id) == ()


def test_what_comes_back_without_a_flag_has_none(db: Database) -> None:
    """The flag of before the removal does not linger."""
    review_id = store_one(db)
    store(db, gone(known_of(db)))
    store(db, edited(known_of(db), review(), flag=None))
    assert (reviews.get(db, review_id).flag, reviews.get(db, review_id).case.priority) == (None, 0)


def test_a_listing_is_renamed_where_the_site_renames_it(db: Database) -> None:
    """The name and address of a listing follow the site; its reviews stay."""
    review_id = store_one(db)
    renamed = Listing(LISTING.key, "Harbor Hotel", "none", None)
    store(db, new(review("r2")), listing=renamed)
    assert reviews.get(db, review_id).listing == renamed


def test_ids_of_two_listings_do_not_meet(db: Database) -> None:
    """The same id under two listings is two reviews."""
    other = Listing("test:mill", "The Mill", "none")
    one = store(db, new(review()))["r1"]
    two = store(db, new(review(listing_key=other.key)), listing=other)["r1"]
    assert (one != two, reviews.get(db, two).listing) == (True, other)


def test_touching_a_source_writes_its_row_alone(db: Database) -> None:
    """A pull over unchanged pages changes one row of the whole store."""
    store_one(db)
    before = dump(db)
    state = replace(STATE, last_pull_at=LATER, cursor={"etag": '"x"'})
    pages.touch_source(db, state)
    after = dump(db)
    assert {table for table in before if before[table] != after[table]} == {"source_state"}
    assert len(after["source_state"]) == 1


def test_a_page_that_fails_leaves_nothing(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page whose last step fails is not stored at all, not even its cursor."""
    before = dump(db)

    def fail(db: Database, state: SourceState) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(sources, "save", fail)
    with pytest.raises(StorageError, match="full"):
        store(db, new(review()))
    assert dump(db) == before


CHILD = """
import os, signal, sys
from reviewwatch.storage.sqlite import SqliteDatabase, open_store
from tests.make import NOW, review
from tests.storage.given import edited, known_of, new, store

def die(self, *arguments):
    os.kill(os.getpid(), signal.SIGKILL)

db = open_store(sys.argv[1])
known = known_of(db)
setattr(SqliteDatabase, sys.argv[2], die)
store(db, edited(known, review(text="Edited.")), *(new(review(f"n{number}")) for number in range(300)))
"""


@pytest.mark.parametrize("step", ["many", "run", "index_texts"])
def test_a_process_that_is_killed_inside_a_page_leaves_nothing(tmp_path: Path, step: str) -> None:
    """After SIGKILL in the middle of a page the store is as before, and the page can be stored as if anew.

    SQLite alone: the child kills itself inside one of the backend's methods, with writes before it not yet committed.
    """
    path = tmp_path / "store.db"
    db = open_store(path)
    store(db, new(review()))
    before = dump(db)
    db.close()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), step], env={**os.environ, "PYTHONPATH": str(Path.cwd())}, check=False
    )
    db = open_store(path)
    assert done.returncode == -signal.SIGKILL
    assert dump(db) == before
    store(db, edited(known_of(db), review(text="Edited.")), *(new(review(f"n{number}")) for number in range(300)))
    assert db.one("SELECT COUNT(*) AS n FROM reviews") == {"n": 301}
    db.close()
