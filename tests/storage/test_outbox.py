"""The outbox: every step a compare-and-set."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from reviewwatch.errors import NotFoundError, StorageError
from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import outbox
from reviewwatch.types import PUBLICATION_TRANSITIONS, Publication, PublicationState, Target
from tests.make import LISTING, NOW, review
from tests.storage.conftest import OpenDb
from tests.storage.given import approval, approve, decide, dump, new, store, store_one

LATER = NOW + timedelta(minutes=1)
UNSETTLED = {
    PublicationState.APPROVED,
    PublicationState.POSTING,
    PublicationState.POSTED,
    PublicationState.PENDING,
    PublicationState.UNKNOWN,
    PublicationState.HANDED_OVER,
}


def set_state(db: Database, publication_id: int, state: PublicationState) -> None:
    """Put a publication into a state past all rules."""
    with db.transaction():
        db.run(
            "UPDATE publications SET state = :state WHERE publication_id = :id",
            {"state": state.value, "id": publication_id},
        )


def attempts(db: Database) -> list[tuple[object, ...]]:
    """Return outcome and detail of every attempt, the first one first."""
    rows = db.all("SELECT outcome, detail, ended_at FROM attempts ORDER BY attempt_id")
    return [(row["outcome"], row["detail"], row["ended_at"] is not None) for row in rows]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"account": None, "acknowledged": (), "rules_version": "", "is_demo": True},
        {"target": Target(LISTING.key, "r1", None)},
    ],
)
def test_an_approved_reply_comes_back_whole(db: Database, fields: dict[str, Any]) -> None:
    """Approval, text and undo window are read back as they were given; the place is the review's own."""
    review_id = store_one(db)
    publication_id = approve(db, review_id, LATER, **fields)
    assert outbox.get(db, publication_id) == Publication(
        publication_id=publication_id,
        review_id=review_id,
        source_id="inn",
        state=PublicationState.APPROVED,
        approval=approval(**fields),
        text="Thank you.",
        post_after=LATER,
    )


def test_a_missing_publication_is_a_typed_error(db: Database) -> None:
    """Reading, claiming and settling a number that is not there all name it."""
    for use in (
        lambda: outbox.get(db, 9),
        lambda: outbox.claim(db, 9, NOW),
        lambda: settle(db, 9, PublicationState.APPROVED, PublicationState.STALE),
    ):
        with pytest.raises(NotFoundError, match=r"There is no reply pb-\w+"):
            use()


def settle(
    db: Database, publication_id: int, before: PublicationState, after: PublicationState, detail: str = "so"
) -> bool:
    """Settle in a transaction of its own."""
    with db.transaction():
        return outbox.settle(db, publication_id, before, after, LATER, detail)


def test_due_means_that_the_undo_window_has_ended(db: Database) -> None:
    """Approved replies are due from their time on, the oldest first; others never."""
    ids = store(db, *(new(review(name)) for name in "abcd"))
    second, first, third, withdrawn = (
        approve(db, ids[name], NOW + timedelta(minutes=minutes))
        for name, minutes in zip("abcd", (2, 1, 3, 0), strict=True)
    )
    set_state(db, withdrawn, PublicationState.WITHDRAWN)
    assert outbox.due(db, NOW) == []
    assert outbox.due(db, NOW + timedelta(minutes=2)) == [first, second]
    assert outbox.due(db, NOW + timedelta(days=1)) == [first, second, third]


def test_of_two_processes_one_gets_the_claim(db: Database, open_db: OpenDb) -> None:
    """The claim is one compare-and-set: the second process gets False, and there is one attempt."""
    publication_id = approve(db, store_one(db))
    other = open_db()
    assert (outbox.claim(db, publication_id, LATER), outbox.claim(other, publication_id, LATER)) == (True, False)
    claimed = outbox.get(other, publication_id)
    assert (claimed.state, claimed.claimed_at) == (PublicationState.POSTING, LATER)
    assert attempts(db) == [(None, "", False)]


def test_a_withdrawn_reply_cannot_be_claimed(db: Database) -> None:
    """An undo that came first wins, and no attempt is recorded."""
    publication_id = approve(db, store_one(db))
    settle(db, publication_id, PublicationState.APPROVED, PublicationState.WITHDRAWN)
    assert not outbox.claim(db, publication_id, LATER)
    assert attempts(db) == []


@pytest.mark.parametrize(("before", "after"), list(product(PublicationState, PublicationState)))
def test_a_publication_moves_only_as_the_table_says(
    db: Database, before: PublicationState, after: PublicationState
) -> None:
    """Every allowed pair moves, every other is refused and changes nothing."""
    publication_id = approve(db, store_one(db))
    set_state(db, publication_id, before)
    if after in PUBLICATION_TRANSITIONS[before]:
        assert settle(db, publication_id, before, after)
        assert (outbox.get(db, publication_id).state, outbox.get(db, publication_id).detail) == (after, "so")
    else:
        stored = dump(db)
        with pytest.raises(StorageError, match=rf"cannot go from {before} to {after}"):
            settle(db, publication_id, before, after)
        assert dump(db) == stored


def test_settling_what_moved_on_changes_nothing(db: Database) -> None:
    """A publication that is no longer in the state that was read is left alone, and the caller is told."""
    publication_id = approve(db, store_one(db))
    set_state(db, publication_id, PublicationState.WITHDRAWN)
    before = dump(db)
    assert not settle(db, publication_id, PublicationState.APPROVED, PublicationState.STALE)
    assert dump(db) == before


def test_times_and_names_of_a_posted_reply(db: Database) -> None:
    """Posting and being seen each leave their time; what the site named stays when a later step does not name it."""
    publication_id = approve(db, store_one(db))
    outbox.claim(db, publication_id, NOW)
    with db.transaction():
        outbox.settle(
            db,
            publication_id,
            PublicationState.POSTING,
            PublicationState.POSTED,
            LATER,
            "posted",
            "c9",
            "https://x.example/c9",
        )
    settle(db, publication_id, PublicationState.POSTED, PublicationState.SEEN, "seen on the site")
    seen = outbox.get(db, publication_id)
    assert (seen.claimed_at, seen.posted_at, seen.seen_at) == (NOW, LATER, LATER)
    assert (seen.external_id, seen.url, seen.detail) == ("c9", "https://x.example/c9", "seen on the site")
    assert attempts(db) == [("posted", "posted", True)]


def test_a_reply_that_was_surely_not_sent_can_be_claimed_again(db: Database) -> None:
    """Back to approved it has no claim, is due at once, and the next try is an attempt of its own."""
    publication_id = approve(db, store_one(db))
    outbox.claim(db, publication_id, NOW)
    settle(db, publication_id, PublicationState.POSTING, PublicationState.APPROVED, "not sent: no route")
    assert outbox.get(db, publication_id).claimed_at is None
    assert outbox.due(db, NOW) == [publication_id]
    assert outbox.claim(db, publication_id, LATER)
    assert attempts(db) == [("approved", "not sent: no route", True), (None, "", False)]


def test_stuck_is_what_was_claimed_and_never_settled(db: Database) -> None:
    """A claim older than the limit is stuck; a younger one and a settled one are not."""
    ids = store(db, new(review("old")), new(review("young")), new(review("done")))
    publications = {name: approve(db, review_id) for name, review_id in ids.items()}
    outbox.claim(db, publications["old"], NOW)
    outbox.claim(db, publications["done"], NOW)
    outbox.claim(db, publications["young"], LATER)
    settle(db, publications["done"], PublicationState.POSTING, PublicationState.POSTED)
    assert [item.publication_id for item in outbox.stuck(db, LATER - timedelta(seconds=1))] == [publications["old"]]


@pytest.mark.parametrize("state", PublicationState)
def test_unsettled_is_all_that_may_still_change(db: Database, state: PublicationState) -> None:
    """Final states leave the list, every other stays on it."""
    set_state(db, approve(db, store_one(db)), state)
    assert bool(outbox.unsettled(db)) == (state in UNSETTLED)


def test_all_replies_of_a_review_are_listed(db: Database) -> None:
    """A withdrawn reply and its successor are both there, the first one first; those of other reviews are not."""
    ids = store(db, new(review("a")), new(review("b")))
    first = approve(db, ids["a"])
    settle(db, first, PublicationState.APPROVED, PublicationState.WITHDRAWN)
    approve(db, ids["b"])
    second = approve(db, ids["a"])
    assert [item.publication_id for item in outbox.of_review(db, ids["a"])] == [first, second]


@pytest.mark.parametrize("state", [PublicationState.APPROVED, PublicationState.POSTING, PublicationState.UNKNOWN])
def test_one_reply_at_a_time_is_on_its_way(db: Database, state: PublicationState) -> None:
    """A second approval is refused while the first may still become public, and says which one stands in the way."""
    review_id = store_one(db)
    set_state(db, approve(db, review_id), state)
    with pytest.raises(StorageError, match=rf"on its way already \(pb-\w+, {state}\)"):
        approve(db, review_id)
    assert len(outbox.of_review(db, review_id)) == 1


def test_the_store_itself_refuses_a_second_reply_on_its_way(db: Database) -> None:
    """Should two processes both find the way free, the unique index stops the second."""
    review_id = store_one(db)
    first = approve(db, review_id)
    set_state(db, first, PublicationState.STALE)
    approve(db, review_id)
    with pytest.raises(StorageError, match="breaks its rules"):
        set_state(db, first, PublicationState.APPROVED)


def test_a_reply_needs_its_decision(db: Database) -> None:
    """An approval whose decision is not there, or is another's, is refused."""
    review_id = store_one(db)
    with pytest.raises(NotFoundError), db.transaction():
        outbox.add(db, review_id, 99, "inn", approval(), "Thank you.", NOW)
    decision_id = decide(db, review_id)
    with db.transaction():
        publication_id = outbox.add(db, review_id, decision_id, "inn", approval(), "Thank you.", NOW)
    set_state(db, publication_id, PublicationState.STALE)
    with pytest.raises(StorageError, match="breaks its rules"), db.transaction():
        outbox.add(db, review_id, decision_id, "inn", approval(), "Thank you.", NOW)


def test_a_reply_is_looked_for_at_its_time_until_it_is_settled(db: Database) -> None:
    """A posted reply is looked for from its time on, the longest due first; one that was seen never again."""
    ids = store(db, *(new(review(name)) for name in "abc"))
    first, second, third = (approve(db, ids[name]) for name in "abc")
    for publication_id, minutes in ((first, 20), (second, 10), (third, None)):
        set_state(db, publication_id, PublicationState.POSTING)
        look_at = None if minutes is None else NOW + timedelta(minutes=minutes)
        with db.transaction():
            outbox.settle(
                db, publication_id, PublicationState.POSTING, PublicationState.POSTED, NOW, "", look_at=look_at
            )
    assert outbox.to_look_for(db, NOW + timedelta(minutes=19), 9) == [second]
    assert outbox.to_look_for(db, NOW + timedelta(minutes=20), 9) == [second, first]
    assert outbox.to_look_for(db, NOW + timedelta(minutes=20), 1) == [second]

    with db.transaction():
        outbox.look_again(db, second, NOW + timedelta(hours=1))
        outbox.settle(db, first, PublicationState.POSTED, PublicationState.SEEN, NOW, "")
        outbox.look_again(db, first, NOW)
    assert outbox.to_look_for(db, NOW + timedelta(minutes=59), 9) == []
    assert outbox.to_look_for(db, NOW + timedelta(hours=1), 9) == [second]
