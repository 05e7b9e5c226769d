"""House values as columns and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.errors import StorageError
from reviewwatch.storage import values
from reviewwatch.storage.base import Row, Value
from reviewwatch.types import Case, CaseState, Rating, RatingKind, Reason, TextField, Theme

OFFSETS = st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)
TIMES = st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1 < at.year < 9999)
ANYWHERE = st.builds(datetime.astimezone, TIMES, OFFSETS)
TEXTS = st.text(max_size=20)
FIELDS = st.sampled_from(TextField)


@given(ANYWHERE)
def test_a_stamp_is_fixed_width_utc(at: datetime) -> None:
    """Every time is 27 characters of UTC that come back as the same instant."""
    stamp = values.stamp(at)
    assert (len(stamp), stamp[-1], values.time(stamp)) == (27, "Z", at)
    assert values.time(stamp).utcoffset() == timedelta(0)


@given(ANYWHERE, ANYWHERE)
def test_stamps_sort_as_times_do(one: datetime, other: datetime) -> None:
    """Text order is time order, which is what the indexes rely on."""
    assert (values.stamp(one) < values.stamp(other)) == (one < other)


def test_a_stamp_reads_as_documented() -> None:
    """The form is the one that the schema names."""
    at = datetime(2026, 11, 21, 23, 7, 28, tzinfo=timezone(timedelta(hours=2)))
    assert values.stamp(at) == "2026-11-21T21:07:28.000000Z"


def test_a_time_without_zone_is_refused() -> None:
    """A naive time is a defect of the caller and is never guessed at."""
    with pytest.raises(StorageError, match="has no zone"):
        values.stamp(datetime(2026, 11, 21))  # noqa: DTZ001 - the point of the test


@given(st.lists(st.builds(Reason, FIELDS, st.integers(0, 10**6), st.integers(0, 10**6), TEXTS)).map(tuple))
def test_reasons_come_back(reasons: tuple[Reason, ...]) -> None:
    """Reasons with any text survive their JSON."""
    rows = values.json_rows(values.json_reasons(reasons))
    assert tuple(Reason(TextField(field), start, end, why) for field, start, end, why in rows) == reasons


@given(st.lists(st.builds(Theme, TEXTS, st.floats(-1, 1), FIELDS, st.integers(0, 99), st.integers(0, 99))).map(tuple))
def test_themes_come_back(themes: tuple[Theme, ...]) -> None:
    """Themes survive their JSON, polarity to the last bit."""
    rows = values.json_rows(values.json_themes(themes))
    assert tuple(Theme(name, share, TextField(field), *span) for name, share, field, *span in rows) == themes


@given(st.lists(TEXTS).map(tuple))
def test_texts_come_back(texts: tuple[str, ...]) -> None:
    """A list of clauses survives its JSON."""
    assert values.texts(values.json_texts(texts)) == texts


@pytest.mark.parametrize("kind", RatingKind)
def test_a_rating_comes_back_with_its_scale(kind: RatingKind) -> None:
    """A rating keeps raw value, scale and kind."""
    rating = Rating("8,5", 8.5, worst=0.0, best=10.0, kind=kind)
    row: dict[str, Value] = {
        "rating_raw": "8,5",
        "rating_value": 8.5,
        "rating_worst": 0.0,
        "rating_best": 10.0,
        "rating_kind": kind.value,
    }
    assert values.rating_of(row) == rating
    assert values.rating_of({**row, "rating_raw": None}) is None


@pytest.mark.parametrize(("votes", "stored"), [(None, None), (7, 7), (10**30, 2**63 - 1), (-(10**30), -(2**63 - 1))])
def test_votes_fit_a_column_whatever_a_site_claims(votes: int | None, stored: int | None) -> None:
    """An absurd number from outside is cut to what a column holds instead of failing the page."""
    assert values.votes(votes) == stored


def scored(**columns: Value) -> Row:
    """Return the columns of an assessment, as read with a review."""
    row: dict[str, Value] = {
        "scored_scorer": "first-1",
        "scored_p_detractor": None,
        "scored_band": "unscored",
        "scored_sentiment": None,
        "scored_is_conflict": 0,
        "scored_is_at_risk": 0,
        "scored_is_praise": 0,
        "scored_sensitivity": "none",
        "scored_themes": "[]",
        "scored_reasons": "[]",
        "scored_lang": None,
    }
    return {**row, **columns}


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (values.text, 3),
        (values.text, b"bytes"),
        (values.whole, "3"),
        (values.real, "0.5"),
        (values.time, "yesterday"),
        (values.texts, "{}"),
        (values.texts, "[1"),
        (values.json_cursor, "[]"),
        (lambda value: values.assessment_of(scored(scored_reasons=value)), '[["text",1]]'),
        (lambda value: values.assessment_of(scored(scored_reasons=value)), '[["smell",0,1,"x"]]'),
        (lambda value: values.assessment_of(scored(scored_themes=value)), "[7]"),
    ],
)
def test_a_column_of_another_shape_is_damage(read: object, value: object) -> None:
    """A column that holds what it should not is said to be damaged, with the next step and without its content."""
    assert callable(read)
    with pytest.raises(StorageError, match=r"damaged .* Restore a backup") as caught:
        read(value)
    assert "yesterday" not in str(caught.value)


def test_an_unknown_state_is_damage() -> None:
    """A state that no enum has is not taken for a neighbor."""
    with pytest.raises(StorageError, match="CaseState"):
        values.member(CaseState, "opened")


def test_the_end_of_a_snooze_shows_only_while_it_counts() -> None:
    """An open case shows no end of a snooze, though the row still knows it for an undo."""
    row: dict[str, Value] = {
        "case_state": "open",
        "case_reason": "flagged",
        "case_priority": 5,
        "case_due_at": None,
        "snoozed_until": values.stamp(datetime(2026, 11, 21, tzinfo=UTC)),
    }
    assert values.case_of(row) == Case(CaseState.OPEN, "flagged", 5)
    snoozed = values.case_of({**row, "case_state": "snoozed"})
    assert snoozed.snoozed_until == datetime(2026, 11, 21, tzinfo=UTC)
