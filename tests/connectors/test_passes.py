"""Pulls as far as the last one came, and of everything now and then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from reviewwatch.connector import Batch, Step, newest_or_all
from reviewwatch.errors import SuspiciousEmptyError
from reviewwatch.types import Cursor, Review

BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
WEEK = timedelta(days=7)


@dataclass
class Place:
    """Pages of three, newest first, whose answers say how many there are in all; it may name an end too early.

    Attributes:
        false_ends: How often it will.
        n_hidden: Reviews that it counts and never lists.
    """

    n: int
    false_ends: int = 0
    n_hidden: int = 0
    asked: list[str] = field(default_factory=list)

    def fetch(self, token: str) -> Batch:
        """Answer one request."""
        self.asked.append(token)
        start = int(token)
        if self.false_ends and start:
            self.false_ends -= 1
            return Batch()
        at = [BEGIN + timedelta(minutes=number) for number in range(self.n)][::-1][start : start + 3]
        reviews = [Review(listing_key="k:1", external_id=one.isoformat(), created_at=one) for one in at]
        return Batch(
            reviews=reviews, n_items=len(at), next=str(start + 3) if at else "", n_total=self.n + self.n_hidden
        )


def pull(place: Place, cursor: Cursor, day: float = 0, scope: str = "all") -> tuple[Step, Cursor]:
    """Pull once, and return the last answer with its cursor."""
    place.asked.clear()
    now = BEGIN + timedelta(days=30 + day)
    found = list(
        newest_or_all(place.fetch, "0", cursor, scope=scope, now=now, full_every=WEEK, max_pages=9, ask_again=5)
    )
    assert all("full_at" not in one or one == cursor for _, one in found[:-1])
    return found[-1]


@pytest.mark.parametrize(("day", "scope", "asked"), [(1, "all", 1), (7, "all", 4), (1, "some", 4)])
def test_everything_is_read_now_and_then(day: float, scope: str, asked: int) -> None:
    """The newest page is enough but once a week, and where something else is asked for."""
    place = Place(9)
    _, cursor = pull(place, {})
    assert len(place.asked) == 4
    step, _ = pull(place, cursor, day, scope)
    assert len(place.asked) == asked
    assert step.is_counted is (asked == 4)


def test_an_end_that_comes_too_early_is_asked_for_again() -> None:
    """A few times within the pull, and then all is there."""
    place = Place(9, false_ends=5)
    step, cursor = pull(place, {})
    assert (step.n_seen, step.n_missing, step.unseen()) == (9, 0, ())
    assert cursor["seen_until"]
    assert place.asked == ["0", "3", "3", "3", "3", "3", "3", "6", "9"]


def test_an_end_that_stays_too_early_leaves_the_mark() -> None:
    """It is said, and the next pull reads everything."""
    place = Place(9, false_ends=99)
    step, cursor = pull(place, {})
    assert step.unseen() == ("6 reviews that the place counts and does not list",)
    assert "seen_until" not in cursor
    assert len(place.asked) == 7
    place.false_ends = 0
    step, cursor = pull(place, cursor)
    assert step.n_seen == 9
    assert cursor["seen_until"]


def test_a_place_that_counts_what_it_never_lists_is_believed() -> None:
    """At the second time: it would be read in full for ever else. What is missing is said, and nothing is proven."""
    place = Place(9, n_hidden=2)
    _, cursor = pull(place, {})
    step, cursor = pull(place, cursor)
    assert cursor["seen_until"]
    assert step.n_missing == 2
    assert not step.is_counted
    pull(place, cursor)
    assert place.asked == ["0"]


@pytest.mark.parametrize(("n_hidden", "says"), [(0, "where there were some"), (4, "where it counts 4")])
def test_a_place_that_falls_to_nothing_is_an_error(n_hidden: int, says: str) -> None:
    """Before anything is stored."""
    _, cursor = pull(Place(9), {})
    with pytest.raises(SuspiciousEmptyError, match=says):
        pull(replace(Place(0), n_hidden=n_hidden), cursor, 8)


def test_a_place_without_a_review_is_one() -> None:
    """On the first pull that is nothing to be suspicious of."""
    step, _ = pull(Place(0), {})
    assert step.is_counted


@pytest.mark.parametrize("cursor", [{}, {"scope": "all", "full_at": "soon"}, {"scope": "all", "seen_until": "x"}])
def test_a_cursor_that_makes_no_sense_starts_anew(cursor: Cursor) -> None:
    """Everything is read."""
    place = Place(4)
    assert pull(place, cursor)[0].n_seen == 4
