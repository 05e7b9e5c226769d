"""The walk through a place that shows its newest reviews first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.connector import Batch, Step, each, is_full_due, newest_first
from reviewwatch.errors import LayoutChangedError
from reviewwatch.types import Problem, Review

BEGIN = datetime(2026, 11, 1, tzinfo=UTC)


def review(number: int) -> Review:
    """Return the review that was written as this number, a minute after the one before."""
    return Review(listing_key="k:1", external_id=str(number), created_at=BEGIN + timedelta(minutes=number))


class Place:
    """Pages of three, numbered from 1; `empty` pages come without items."""

    def __init__(self, n: int, empty: Sequence[int] = (), names_next: bool = True) -> None:
        self.reviews = [review(number) for number in range(n)]
        self.empty = set(empty)
        self.names_next = names_next
        self.asked: list[str] = []

    def fetch(self, token: str) -> Batch:
        self.asked.append(token)
        newest, page = self.reviews[::-1], int(token)
        here = [] if page in self.empty else newest[(page - 1) * 3 : page * 3]
        is_more = page * 3 < len(newest)
        return Batch(reviews=here, n_items=len(here), next=str(page + 1) if is_more and self.names_next else "")


def walk(place: Place, seen_until: str = "", max_pages: int = 50, max_empty: int = 2) -> list[Step]:
    """Walk the place once."""
    return list(newest_first(place.fetch, "1", seen_until, max_pages=max_pages, max_empty=max_empty))


def ids(steps: Sequence[Step]) -> set[str]:
    """Return what was read."""
    return {review.external_id for step in steps for review in step.batch.reviews}


@given(n=st.integers(0, 20), n_new=st.integers(0, 10))
def test_a_second_walk_reads_what_is_new_and_one_page_of_the_old(n: int, n_new: int) -> None:
    """Whatever arrived since is read, and no more than a page and a bit of what was read before."""
    place = Place(n)
    first = walk(place)
    assert ids(first) == {str(number) for number in range(n)}
    place.reviews += [review(n + number) for number in range(n_new)]
    place.asked.clear()
    second = walk(place, first[-1].seen_until)
    assert {str(n + number) for number in range(n_new)} <= ids(second)
    assert len(place.asked) <= n_new // 3 + 2


def test_the_mark_moves_with_the_last_answer_only() -> None:
    """Whoever stops in the middle and comes back with that cursor reads from the top again."""
    steps = walk(Place(8))
    assert [bool(step.seen_until) for step in steps] == [False, False, True]
    assert [step.is_last for step in steps] == [False, False, True]


def test_an_empty_answer_in_the_middle_is_passed_over_and_asked_again() -> None:
    """What stood on it is read by the next walk, since the mark has not moved."""
    place = Place(12, empty=[2])
    steps = walk(place)
    assert len(ids(steps)) == 9
    assert (steps[-1].n_empty, steps[-1].seen_until, steps[-1].is_whole) == (1, "", False)
    place.empty.clear()
    assert len(ids(walk(place, steps[-1].seen_until))) == 12


def test_too_many_empty_answers_end_the_walk_without_moving_the_mark() -> None:
    """Two in a row are believed for now, and prove nothing."""
    steps = walk(Place(12, empty=[2, 3]), max_empty=2)
    assert (len(steps), steps[-1].is_last, steps[-1].is_whole, steps[-1].seen_until) == (3, True, False, "")


def test_a_place_that_names_one_answer_twice_ends() -> None:
    """A cursor that repeats is the end, not a circle."""
    asked: list[str] = []

    def fetch(token: str) -> Batch:
        asked.append(token)
        return Batch(reviews=[review(1)], n_items=1, next="again")

    steps = list(newest_first(fetch, "first", "", max_pages=50))
    assert (asked, steps[-1].is_last) == (["first", "again"], True)


def test_the_cap_is_said() -> None:
    """A walk that stops because of `max_pages` says so, and does not claim to be whole."""
    steps = walk(Place(30), max_pages=4)
    assert (len(steps), steps[-1].is_cut, steps[-1].is_whole) == (4, True, False)
    assert not walk(Place(12), max_pages=4)[-1].is_cut


def test_a_problem_keeps_a_walk_from_being_whole() -> None:
    """An item that could not be read may be any review."""
    step = next(newest_first(lambda token: Batch(problems=[Problem("item 1", "is odd")], n_items=1), "1", max_pages=2))
    assert (step.is_last, step.is_whole) == (True, False)


def test_each_keeps_the_good_and_names_the_bad() -> None:
    """By id where there is one, else by position."""
    items: list[dict[str, object]] = [{"id": "a", "n": "1"}, {"id": "b"}, {"n": "x"}]
    values, problems = each(items, lambda item: int(str(item["n"])), what="review", name=lambda item: str(item["id"]))
    assert values == [1]
    assert [problem.where for problem in problems] == ["review b", "item 3"]
    assert problems[0].why == "`n` is missing"


@pytest.mark.parametrize("odd", [None, "words", 7, [1]])
def test_each_says_of_what_is_no_object_that_it_is_none(odd: object) -> None:
    """Whoever reads it knows the place and not Python."""
    items: list[Any] = [{"n": 1}, odd]
    assert each(items, lambda item: item["n"].real, what="review")[1] == [Problem("item 2", "it is no object")]


def test_each_refuses_a_list_of_which_nothing_can_be_read() -> None:
    """That is a changed layout, and the answer goes with it for a look; an empty list is none."""
    with pytest.raises(LayoutChangedError, match=r"lists 2 reviews, none of which") as caught:
        each(["a", "b"], int, what="review", body=b"raw")
    assert caught.value.body == b"raw"
    assert each([], int, what="review") == ([], [])


@pytest.mark.parametrize(
    ("full_at", "is_due"),
    [
        ("2026-11-14T12:00:01+00:00", False),
        ("2026-11-14T12:00:00+00:00", True),
        ("", True),
        ("2026-11-14", True),
        ("x", True),
    ],
)
def test_everything_is_read_again_after_a_while(full_at: str, is_due: bool) -> None:
    """Counted from when the last such walk began; what cannot be read as a time means that there was none."""
    assert is_full_due(full_at, datetime(2026, 11, 21, 12, tzinfo=UTC), timedelta(days=7)) is is_due


@pytest.mark.parametrize(
    ("place", "max_pages", "clauses"),
    [
        (Place(8), 50, ()),
        (Place(8), 2, ("GB: anything older than the newest 6 reviews",)),
        (Place(0), 50, ("GB: no review is listed",)),
        (Place(9, empty=[2]), 50, ("GB: 1 of 3 pages came back empty; they are asked for again next time",)),
    ],
)
def test_a_walk_says_at_its_end_what_it_could_not_see(place: Place, max_pages: int, clauses: tuple[str, ...]) -> None:
    """A clause each, and nothing before the end."""
    steps = walk(place, max_pages=max_pages)
    assert steps[-1].unseen("GB: ") == clauses
    assert not any(step.unseen() for step in steps[:-1])
