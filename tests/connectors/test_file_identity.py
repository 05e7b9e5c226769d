"""Which review a row is: never lost, never taken for another, whatever the order of the rows."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.types import Review
from tests.connectors.filing import read_text, texts

COLUMNS = ("id", "author", "title", "text", "positive", "rating", "date", "updated", "votes", "reply", "location")

Rows = Sequence[tuple[str, ...]]

# Few values each, so that rows often share some or all of them.
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2"]),
        st.sampled_from(["", "Ines", "Odo", "Odo "]),
        st.sampled_from(["", "Cold", "Cold "]),
        st.sampled_from(["", "Soup", "soup", "Soup\nagain"]),
        st.sampled_from(["", "Bread"]),
        st.sampled_from(["", "4", "4.0", "1", "0", "great"]),
        st.sampled_from(["", "2026-09-10", "2026-09", "2026-09-10T10:00:00Z", "2026-09-10 10:00", "10.09.2026", "?"]),
        st.sampled_from(["", "", "2026-09-11", "2026-09-12"]),
        st.sampled_from(["", "", "3"]),
        st.sampled_from(["", "", "Sorry"]),
        st.sampled_from(["", "", "Inn"]),
    ),
    max_size=9,
)


def _csv(rows: Rows, columns: tuple[str, ...] = COLUMNS) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue()


def _found(folder: Path, rows: Rows, columns: tuple[str, ...] = COLUMNS) -> dict[str, Review]:
    return read_text(folder, _csv(rows, columns)).by_id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_any_order_of_rows_gives_the_same_reviews(tmp_path: Path, rows: Rows, rng: random.Random) -> None:
    """The same rows shuffled give the same ids with the same content, and as many problems."""
    shuffled = list(rows)
    rng.shuffle(shuffled)
    first, second = read_text(tmp_path, _csv(rows)), read_text(tmp_path, _csv(shuffled))
    assert first.by_id == second.by_id
    assert sorted(why for _, why in first.problems) == sorted(why for _, why in second.problems)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(ROWS.map(lambda rows: [("", *row[1:]) for row in rows]))
def test_without_ids_no_row_is_lost(tmp_path: Path, rows: Rows) -> None:
    """Each row that can be read is a review of its own; equal rows are two reviews."""
    found = read_text(tmp_path, _csv(rows))
    n_blank = sum(not any(row) for row in rows)
    assert len(found.by_id) + len(found.problems) == len(rows) - n_blank


def test_two_texts_on_one_day_are_two_reviews_and_no_edits(tmp_path: Path) -> None:
    """A file of texts and days alone, grown by a text of the same day, keeps what it had."""
    columns = ("text", "date")
    first = _found(tmp_path, [("Cold soup.", "2026-09-10")], columns)
    both = _found(tmp_path, [("Warm welcome.", "2026-09-10"), ("Cold soup.", "2026-09-10")], columns)
    assert len(both) == 2
    assert first.items() <= both.items()


def test_an_edit_of_a_signed_and_timed_review_keeps_its_id(tmp_path: Path) -> None:
    """Author, exact time and title stand; text and rating may change."""
    columns = ("author", "date", "title", "text", "rating")
    [before] = _found(tmp_path, [("Ines", "2026-09-10T10:00:00Z", "Soup", "Cold.", "1")], columns)
    [after] = _found(tmp_path, [("Ines", "2026-09-10 12:00:00+02:00", "Soup", "Warm now.", "4")], columns)
    assert before == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Ines", "2026-09-10", "Soup", "Cold."), ("Ines", "2026-09-10", "Soup", "Warm now.")),
        (("", "2026-09-10T10:00:00Z", "Soup", "Cold."), ("", "2026-09-10T10:00:00Z", "Soup", "Warm now.")),
    ],
)
def test_without_author_or_exact_time_an_edit_is_a_new_review(
    tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """Two reviewers must not be taken for one; the price is that an edit shows as new."""
    columns = ("author", "date", "title", "text")
    assert _found(tmp_path, [before], columns).keys().isdisjoint(_found(tmp_path, [after], columns))


def test_a_reply_that_comes_later_makes_no_new_review(tmp_path: Path) -> None:
    """What the business or other readers add is not part of what a row is known by."""
    columns = ("text", "date", "reply", "votes")
    before = _found(tmp_path, [("Cold soup.", "2026-09-10", "", "")], columns)
    after = _found(tmp_path, [("Cold soup.", "2026-09-10", "Sorry!", "2")], columns)
    assert before.keys() == after.keys()


def test_equal_rows_with_and_without_a_reply_keep_apart_in_any_order(tmp_path: Path) -> None:
    """The reply stays with its row, and the row without one keeps the id that it has alone."""
    columns = ("text", "date", "reply", "votes")
    rows = [("Good", "2026-09-10", "", ""), ("Good", "2026-09-10", "Thanks!", ""), ("Good", "2026-09-10", "", "2")]
    found = _found(tmp_path, rows, columns)
    assert found == _found(tmp_path, rows[::-1], columns)
    assert len(found) == 3
    assert _found(tmp_path, rows[:1], columns).items() <= found.items()


def test_equal_rows_are_counted(tmp_path: Path) -> None:
    """Five equal rows are five reviews, and a sixth adds one."""
    columns = ("text", "rating")
    five = _found(tmp_path, [("Good", "5")] * 5, columns)
    six = _found(tmp_path, [("Good", "5")] * 6, columns)
    assert len(five) == 5
    assert five.keys() < six.keys()


def test_one_author_at_one_time_with_one_title_may_say_two_things(tmp_path: Path) -> None:
    """Where the short key repeats, the text is added and both are kept."""
    columns = ("author", "date", "title", "text")
    rows = [("Ines", "2026-09-10T10:00:00Z", "", "Cold."), ("Ines", "2026-09-10T10:00:00Z", "", "And loud.")]
    assert sorted(review.text for review in _found(tmp_path, rows, columns).values()) == ["And loud.", "Cold."]


def test_versions_of_one_id_leave_the_latest(tmp_path: Path) -> None:
    """A log of changes holds an id several times; the last update is the review, wherever it stands."""
    columns = ("id", "author", "created", "updated", "text")
    rows = [
        ("7", "Ines", "2026-09-10", "2026-09-12", "Warm now."),
        ("7", "Ines", "2026-09-10", "2026-09-10", "Cold."),
        ("8", "Odo", "2026-09-10", "", "Fine."),
    ]
    found = read_text(tmp_path, _csv(rows, columns))
    assert sorted(texts(found.reviews)) == ["Fine.", "Warm now."]
    assert [review.external_id for review in found.reviews] == ["8", "7"]


def test_an_id_that_several_people_share_is_none(tmp_path: Path) -> None:
    """A column called id that numbers shops or orders must not swallow reviews."""
    columns = ("id", "author", "created", "text")
    rows = [
        ("7", "Ines", "2026-09-10", "Cold."),
        ("7", "Odo", "2026-09-11", "Loud."),
        ("8", "Bela", "2026-09-11", "Dear."),
    ]
    found = read_text(tmp_path, _csv(rows, columns))
    assert sorted(texts(found.reviews)) == ["Cold.", "Dear.", "Loud."]
    assert "8" in {review.external_id for review in found.reviews}
    assert len(found.by_id) == 3


def test_an_id_may_stand_in_two_listings(tmp_path: Path) -> None:
    """Ids are a listing's own."""
    rows = [("1", "Inn", "Cold."), ("1", "Bar", "Loud.")]
    found = _found(tmp_path, rows, ("id", "location", "text"))
    assert sorted(found) == ["file:reviews/Bar 1", "file:reviews/Inn 1"]


def test_an_endless_id_is_hashed(tmp_path: Path) -> None:
    """What no site would call an id still tells rows apart."""
    rows = [("x" * 200_000, "Cold."), ("x" * 200_000 + "y", "Loud.")]
    found = read_text(tmp_path, _csv(rows, ("id", "text")))
    assert len(found.by_id) == 2
    assert max(len(review.external_id) for review in found.reviews) < 50


def test_cells_do_not_run_into_each_other(tmp_path: Path) -> None:
    """Moving a letter from one cell to the next makes another review, in texts with separators of any kind, too."""
    parts = [("ab", "c"), ("a", "bc"), ("a\x1fb", "c"), ("a", "\x1fbc"), ("a\ufffd", "b"), ("a", "\ufffdb")]
    rows = [{"title": title, "text": text} for title, text in parts]
    found = read_text(tmp_path, json.dumps(rows), "reviews.json")
    assert len({review.external_id for review in found.reviews}) == len(parts)
