"""Ids for reviews of which a place gives none."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.connector import web_link, with_ids, without_tracking
from reviewwatch.types import Precision, Review

AT = datetime(2026, 11, 10, tzinfo=UTC)
REVIEWS = st.lists(
    st.builds(
        Review,
        listing_key=st.just("feed:x"),
        external_id=st.sampled_from(["", "1", "2"]),
        title=st.sampled_from(["", "a"]),
        text=st.sampled_from(["", "b", "c"]),
        author=st.sampled_from([None, "Ada", "Bo"]),
        created_at=st.sampled_from([None, AT]),
        created_precision=st.sampled_from(list(Precision)),
    ),
    max_size=6,
)


def words(review: Review) -> tuple[object, ...]:
    """Return what tells two people's reviews apart."""
    return (review.author, review.created_at, review.title, review.text)


@given(REVIEWS)
def test_no_review_is_lost_to_another(reviews: list[Review]) -> None:
    """Two reviews come under one id only if the place gave it to both, and they are one person's at one time."""
    named, n_made = with_ids(reviews)
    assert len(named) == len(reviews)
    assert n_made <= len(reviews)
    by_id: dict[str, list[Review]] = {}
    for given_one, one in zip(reviews, named, strict=True):
        assert one.external_id
        assert words(one) == words(given_one)
        by_id.setdefault(one.external_id, []).append(given_one)
    for together in by_id.values():
        if len(together) > 1:
            assert {one.external_id for one in together} in ({"1"}, {"2"})
            assert len({(one.author, one.created_at) for one in together}) == 1


@given(REVIEWS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(reviews: list[Review], random: Random) -> None:
    """A list that comes back in another order gives the same ids to the same words."""
    mixed = reviews[:]
    random.shuffle(mixed)
    ids = sorted((str(words(one)), one.external_id) for one in with_ids(reviews)[0])
    assert sorted((str(words(one)), one.external_id) for one in with_ids(mixed)[0]) == ids


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_may_stand_where_a_link_should(link: str, base: str) -> None:
    """It is an address on the web or none, and taking its tracking off twice changes nothing more."""
    found = web_link(link, base)
    assert found is None or found.startswith(("http://", "https://"))
    assert without_tracking(without_tracking(link)) == without_tracking(link)
