"""Reading reviews back."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import timedelta

import pytest

from reviewwatch.errors import NotFoundError
from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import reviews
from reviewwatch.types import CaseState, Known, Listing, QueueFilter, Sensitivity, StoredReview
from tests.make import LISTING, NOW, review, stars
from tests.storage.given import STATE, assessment, edited, gone, known_of, new, store, store_one, with_reply


def test_known_tells_what_a_pull_needs(db: Database) -> None:
    """For each known id: number, hashes, revisions, rating, case; unknown ids are left out."""
    first = review(rating=stars(4), updated_at=NOW)
    judged = new(first)
    review_id = store(db, judged)["r1"]
    found = reviews.known(db, LISTING.key, ["r1", "never seen"])
    assert found == {
        "r1": Known(
            review_id=review_id,
            external_id="r1",
            content_hash=judged.change.content_hash,  # type: ignore[union-attr]  # a new review
            thread_hash=judged.change.thread_hash,  # type: ignore[union-attr]
            n_revisions=1,
            is_gone=False,
            updated_at=NOW,
            rating_share=0.75,
            case_state=CaseState.OPEN,
        )
    }


def test_known_brings_threads_only_when_asked(db: Database) -> None:
    """The thread comes with `with_threads`, in its order."""
    fetched = with_reply(review(), "One.", "Two.")
    store(db, new(fetched))
    assert reviews.known(db, LISTING.key, ["r1"])["r1"].owner_replies == ()
    assert reviews.known(db, LISTING.key, ["r1"], with_threads=True)["r1"].owner_replies == fetched.owner_replies


def test_known_stays_within_its_listing(db: Database) -> None:
    """The same id under another listing is unknown here."""
    store(db, new(review()))
    assert reviews.known(db, "test:mill", ["r1"]) == {}
    assert reviews.find(db, "test:mill", "r1") is None


def test_a_page_of_a_thousand_ids_is_one_question(db: Database) -> None:
    """Any number of ids can be asked for at once."""
    store(db, *(new(review(f"r{number}")) for number in range(1000)))
    assert len(reviews.known(db, LISTING.key, [f"r{number}" for number in range(2000)])) == 1000


def test_live_leaves_out_what_is_gone(db: Database) -> None:
    """Every review of the listing that is not proven gone, and none of another listing."""
    other = Listing("test:mill", "The Mill", "none")
    store(db, new(review("here")), new(review("left")))
    store(db, new(review("there", listing_key=other.key)), listing=other)
    store(db, gone(known_of(db, "left")))
    assert set(reviews.live(db, LISTING.key)) == {"here"}


def test_a_missing_review_is_a_typed_error(db: Database) -> None:
    """A number that no review has is named as the id that a person would type."""
    with pytest.raises(NotFoundError, match=r"There is no review rv-\w+; `reviewwatch inbox` lists them"):
        reviews.get(db, 77)


def test_the_latest_assessment_of_the_present_words_stands(db: Database) -> None:
    """Of several judgments the one of this revision that was made last counts, whatever its scorer is called."""
    review_id = store_one(db)
    store(db, edited(known_of(db), review(text="Edited."), assessment=assessment(scorer="z-old")), now=NOW)
    with db.transaction():
        db.run(
            """
            INSERT INTO assessments (
                review_id, revision, scorer, assessed_at, band, is_conflict, is_at_risk, is_praise, sensitivity, themes,
                reasons
            ) VALUES (:id, 2, 'a-new', '2027-01-01T00:00:00.000000Z', 'promoter', 0, 1, 0, 'legal', '[]', '[]')
            """,
            {"id": review_id},
        )
    stored = reviews.get(db, review_id).assessment
    assert stored is not None
    assert (stored.scorer, stored.band, stored.is_at_risk, stored.p_detractor) == ("a-new", "promoter", True, None)
    assert stored.sensitivity is Sensitivity.LEGAL


def fill_for_export(db: Database) -> None:
    """Store reviews that differ in what a filter asks for."""
    store(
        db,
        new(review("a", rating=stars(1), created_at=NOW)),
        new(review("b", rating=None, created_at=NOW - timedelta(days=9)), priority=0),
        new(review("c", rating=stars(5), created_at=None), assessment=assessment(lang="de")),
    )
    store(
        db,
        new(with_reply(review("d", rating=stars(2), created_at=NOW), "Thank you.")),
        state=replace(STATE, source_id="other"),
    )
    store(db, gone(known_of(db, "a")))


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (QueueFilter(), ["a", "b", "c", "d"]),
        (QueueFilter(sources=("inn",)), ["a", "b", "c"]),
        (QueueFilter(sources=("inn", "other", "none")), ["a", "b", "c", "d"]),
        (QueueFilter(max_rating_share=0.25), ["a", "d"]),
        (QueueFilter(lang="de"), ["c"]),
        (QueueFilter(since=NOW - timedelta(days=1)), ["a", "d"]),
        (QueueFilter(is_answered=True), ["d"]),
        (QueueFilter(is_answered=False, sources=("inn",), max_rating_share=1.0), ["a", "c"]),
    ],
)
def test_an_export_follows_its_filter(db: Database, wanted: QueueFilter, ids: list[str]) -> None:
    """Every state is exported, closed and quiet included, in the order of the row numbers."""
    fill_for_export(db)
    found = list(reviews.export(db, wanted))
    assert [item.review.external_id for item in found] == ids
    assert found == [reviews.get(db, item.review_id) for item in found]


def test_an_export_holds_one_batch_at_a_time(db: Database) -> None:
    """Memory does not grow with the number of reviews: twice as many take no more at their peak."""

    def peak(n: int) -> int:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        for _, _stored in zip(range(n), reviews.export(db, QueueFilter()), strict=False):
            pass
        return tracemalloc.get_traced_memory()[1] - before

    store(db, *(new(review(f"r{number}", text="word " * 200)) for number in range(1600)))
    tracemalloc.start()
    try:
        peak(100)
        few, many = peak(600), peak(1600)
    finally:
        tracemalloc.stop()
    assert many < few * 1.3


def test_an_export_lets_others_write(db: Database) -> None:
    """Between two rows of an export the same connection may write, and the export goes on."""
    store(db, *(new(review(f"r{number}")) for number in range(450)))
    exported: list[StoredReview] = []
    for item in reviews.export(db, QueueFilter()):
        if len(exported) == 3:
            store(db, new(review("late")))
        exported.append(item)
    assert [item.review.external_id for item in exported] == [*(f"r{number}" for number in range(450)), "late"]


def test_an_emptied_text_reads_as_empty(db: Database) -> None:
    """A review whose words were taken by retention is still a review."""
    review_id = store_one(db, title="Cold")
    with db.transaction():
        db.run("UPDATE reviews SET title = NULL, text = NULL, positive = NULL, negative = NULL")
    stored = reviews.get(db, review_id).review
    assert (stored.title, stored.text, stored.positive, stored.negative) == ("", "", "", "")


def test_a_listing_is_read_as_it_was_stored(db: Database) -> None:
    """With its name, platform and address; an unknown key gives none."""
    store(db, new(review("a")))
    assert reviews.listing(db, LISTING.key) == LISTING
    assert reviews.listing(db, "test:elsewhere") is None
