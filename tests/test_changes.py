"""What a fetched review is against what is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.changes import content_hash, decide, decide_gone, decide_page, thread_hash
from reviewwatch.types import (
    CaseState,
    Change,
    Edited,
    Gone,
    Known,
    New,
    OwnerReplied,
    OwnerReply,
    Rating,
    ReplyState,
    Review,
    Same,
)
from tests.make import NOW, owner_reply, review, stars

TEXTS = st.text(st.characters(), max_size=12)
TIMES = st.none() | st.integers(0, 9).map(lambda hours: NOW - timedelta(hours=hours))
REPLIES = st.builds(
    OwnerReply,
    text=TEXTS,
    account=st.none() | st.just("harbor-inn"),
    state=st.sampled_from(ReplyState),
    external_id=st.none() | st.sampled_from(["c1", "c2", "c3"]),
)
FIELDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "text": TEXTS,
        "positive": TEXTS,
        "negative": TEXTS,
        "rating": st.none() | st.sampled_from([1, 3, 5]).map(stars),
        "updated_at": TIMES,
        "owner_replies": st.lists(REPLIES, max_size=3).map(tuple),
        "is_thread_partial": st.booleans(),
    }
)
REVIEWS = FIELDS.map(lambda fields: review(**fields))
PAGES = st.dictionaries(st.sampled_from("abcdef"), FIELDS).map(
    lambda page: [review(external_id, **fields) for external_id, fields in page.items()]
)


def known_as(stored: Review, **fields: Any) -> Known:
    """Return what a store holds after it has taken a review."""
    known = Known(
        review_id=7,
        external_id=stored.external_id,
        content_hash=content_hash(stored),
        thread_hash=thread_hash(stored.owner_replies),
        n_revisions=1,
        is_gone=False,
        updated_at=stored.updated_at,
        rating_share=None,
        case_state=CaseState.QUIET,
        owner_replies=stored.owner_replies,
    )
    return replace(known, **fields)


def applied(change: Change) -> Known:
    """Return what a store holds after a change."""
    match change:
        case New(review=stored) | Edited(review=stored):
            return known_as(stored)
        case OwnerReplied(review=stored, known=known):
            return replace(known, thread_hash=change.thread_hash, owner_replies=stored.owner_replies)
        case Gone(known=known):
            return replace(known, is_gone=True)
        case Same(known=known):
            return known


def test_an_unknown_review_is_new() -> None:
    """A review that the store does not hold comes with both of its hashes."""
    fetched = review(owner_replies=(owner_reply(),))

    assert decide(None, fetched) == New(fetched, content_hash(fetched), thread_hash(fetched.owner_replies))


def test_the_same_review_is_the_same() -> None:
    """Votes, names, language and times may differ: the reviewer said nothing new."""
    known = known_as(review())

    assert decide(known, review(n_votes=40, author="Ines E.", lang="de", updated_at=NOW)) == Same(known)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Cold"},
        {"text": "The room was warm in the end."},
        {"positive": "The view"},
        {"negative": "The bell"},
        {"rating": stars(4)},
        {"rating": Rating(raw="2/5", value=2)},
        {"rating": None},
    ],
)
def test_a_changed_text_or_rating_is_an_edit(fields: dict[str, Any]) -> None:
    """Every field that the reviewer wrote counts, and the raw rating."""
    known = known_as(review())
    fetched = review(**fields)

    assert decide(known, fetched) == Edited(fetched, known, content_hash(fetched), thread_hash(()))


def test_an_edit_carries_the_new_thread() -> None:
    """Where text and thread both differ, it is an edit that brings the thread along."""
    known = known_as(review())
    fetched = review(text="Warm now.", owner_replies=(owner_reply(),))

    change = decide(known, fetched)

    assert isinstance(change, Edited)
    assert change.thread_hash == thread_hash((owner_reply(),))
    assert change.review.owner_replies == (owner_reply(),)


def test_an_owner_reply_alone_is_not_an_edit() -> None:
    """A new answer, a changed one and one that the site refused are each a change of the thread."""
    known = known_as(review(owner_replies=(owner_reply(),)))
    for replies in (
        (),
        (owner_reply("We have mended the heating."),),
        (owner_reply(state=ReplyState.REFUSED),),
        (owner_reply(), owner_reply()),
    ):
        fetched = review(owner_replies=replies)
        assert decide(known, fetched) == OwnerReplied(fetched, known, thread_hash(replies))


def test_two_sources_of_one_listing_agree_on_a_thread() -> None:
    """The report knows neither the account nor the id of a reply, and may list a thread the other way round."""
    told = (owner_reply("First"), owner_reply("Second", external_id="c2"))
    known = known_as(review(owner_replies=told))

    assert decide(known, review(owner_replies=(OwnerReply("Second"), OwnerReply("First")))) == Same(known)


def test_a_lone_surrogate_can_be_hashed() -> None:
    """Text that no encoding takes is hashed all the same, and is not its neighbor."""
    assert content_hash(review(text="\ud800")) != content_hash(review(text="\ud801"))


def test_texts_do_not_run_into_each_other() -> None:
    """Moving a word from the title into the text changes the hash."""
    assert content_hash(review(title="cold room", text="")) != content_hash(review(title="cold", text=" room"))
    assert content_hash(review(text="1", rating=None)) != content_hash(review(text="", rating=stars(1)))
    assert content_hash(review(rating=None)) != content_hash(review(rating=Rating(raw="", value=1)))


def test_an_older_version_is_a_stale_page() -> None:
    """An edit is not undone by a page that was made before it."""
    known = known_as(review(updated_at=NOW))

    assert decide(known, review(text="What it said before", updated_at=NOW - timedelta(seconds=1))) == Same(known)
    assert isinstance(decide(known, review(text="What it says now", updated_at=NOW)), Edited)
    assert isinstance(decide(known, review(text="No time given", updated_at=None)), Edited)


def test_a_review_that_comes_back_is_an_edit() -> None:
    """One that was proven gone and is there again is told, though it says the same."""
    known = known_as(review(), is_gone=True)

    change = decide(known, review())

    assert isinstance(change, Edited)
    assert change.was_gone


def test_an_old_file_does_not_bring_back_what_is_gone() -> None:
    """A version from before the last known one says nothing about now."""
    known = known_as(review(updated_at=NOW), is_gone=True)

    assert decide(known, review(updated_at=NOW - timedelta(days=1))) == Same(known)


def test_a_part_of_a_thread_is_put_into_the_whole() -> None:
    """New replies are added, changed ones replaced in their places, and none is removed."""
    first, second = owner_reply("One", external_id="c1"), owner_reply("Two", external_id="c2")
    known = known_as(review(owner_replies=(first, second)))
    changed, third = owner_reply("One, mended", external_id="c1"), owner_reply("Three", external_id="c3")

    change = decide(known, review(owner_replies=(changed, third), is_thread_partial=True))

    assert isinstance(change, OwnerReplied)
    assert change.review.owner_replies == (changed, second, third)
    assert not change.review.is_thread_partial
    assert change.thread_hash == thread_hash((changed, second, third))


def test_a_part_that_shows_no_reply_changes_nothing() -> None:
    """A list that never shows owner replies does not empty the thread."""
    known = known_as(review(owner_replies=(owner_reply(external_id="c1"),)))

    assert decide(known, review(is_thread_partial=True)) == Same(known)


def test_a_reply_without_an_id_is_known_by_text_and_time() -> None:
    """It is not added a second time."""
    known = known_as(review(owner_replies=(owner_reply(),)))

    assert decide(known, review(owner_replies=(owner_reply(),), is_thread_partial=True)) == Same(known)


def test_the_later_of_two_versions_in_a_page_wins() -> None:
    """By `updated_at`; where a version lacks it, by the place in the page."""
    old = review(text="Old", updated_at=NOW - timedelta(hours=1))
    new = review(text="New", updated_at=NOW)
    bare = review(text="Bare")

    for page, winner in (([old, new], new), ([new, old], new), ([new, bare], bare), ([bare, old], old)):
        assert decide_page({}, page) == [decide(None, winner)]


def test_two_parts_of_one_thread_in_a_page_are_put_together() -> None:
    """A page that names a review twice, each time with another reply, loses neither."""
    parts = [
        review(owner_replies=(owner_reply(f"Part {number}", external_id=f"c{number}"),), is_thread_partial=True)
        for number in (1, 2)
    ]

    (change,) = decide_page({}, parts)

    assert isinstance(change, New)
    assert [reply.text for reply in change.review.owner_replies] == ["Part 1", "Part 2"]


def test_gone_needs_proof() -> None:
    """A complete listing without it, or the site's own word; a part of a listing proves nothing."""
    live = {name: known_as(review(name)) for name in ("a", "b", "c")}
    live["d"] = known_as(review("d"), is_gone=True)

    assert decide_gone(live, None, ()) == []
    assert decide_gone(live, {"a", "b", "c"}, ()) == []
    assert [gone.known.external_id for gone in decide_gone(live, {"a"}, ())] == ["b", "c"]
    assert decide_gone(live, None, ["b", "unheard of"]) == [Gone(live["b"], "the site says that it was removed")]
    assert [(gone.known.external_id, gone.proof) for gone in decide_gone(live, {"a", "c"}, ["c"])] == [
        ("b", "a complete listing no longer holds it"),
        ("c", "the site says that it was removed"),
    ]


@given(before=REVIEWS, after=REVIEWS, is_gone=st.booleans())
def test_deciding_twice_changes_nothing(before: Review, after: Review, is_gone: bool) -> None:
    """Whatever is known and whatever is fetched: store the change, fetch the same again, and it is the same."""
    first = replace(applied(decide(None, before)), is_gone=is_gone)

    second = applied(decide(first, after))

    assert decide(second, after) == Same(second)


@given(page=PAGES, known=PAGES, data=st.data())
def test_the_order_of_a_page_does_not_matter(page: list[Review], known: list[Review], data: st.DataObject) -> None:
    """The same reviews in another order give the same changes."""
    known_by_id = {one.external_id: known_as(one) for one in known}
    shuffled = data.draw(st.permutations(page))

    assert by_id(decide_page(known_by_id, shuffled), shuffled) == by_id(decide_page(known_by_id, page), page)


@given(page=st.lists(st.tuples(st.sampled_from("abc"), REVIEWS), max_size=8), known=PAGES)
def test_no_id_is_lost(page: list[tuple[str, Review]], known: list[Review]) -> None:
    """Every id of a page is decided once, however often it stands there."""
    reviews = [replace(one, external_id=external_id) for external_id, one in page]
    known_by_id = {one.external_id: known_as(one) for one in known}

    changes = decide_page(known_by_id, reviews)

    assert [external_id_of(change) for change in changes] == list(dict.fromkeys(one.external_id for one in reviews))


def external_id_of(change: Change) -> str:
    """Return the id that a change is about."""
    return change.known.external_id if isinstance(change, (Same, Gone)) else change.review.external_id


def by_id(changes: Sequence[Change], page: Sequence[Review]) -> Mapping[str, Change]:
    """Return changes by id; there is one for each review."""
    assert len(changes) == len(page)
    return {external_id_of(change): change for change in changes}
