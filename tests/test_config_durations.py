"""Durations as people write them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config.durations import LONGEST, format_duration, parse_duration


@given(st.integers(min_value=0, max_value=int(LONGEST.total_seconds())))
def test_a_duration_reads_back_as_it_was_written(seconds: int) -> None:
    """Writing and reading a duration is a round trip."""
    duration = timedelta(seconds=seconds)

    assert parse_duration(format_duration(duration)) == duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("15m", 900), ("6h", 21_600), ("2d", 172_800), ("1w", 604_800), (" 1H30M ", 5_400), ("0s", 0)],
)
def test_durations_are_read_as_people_write_them(text: str, seconds: int) -> None:
    """Seconds, minutes, hours, days and weeks, alone or one after another."""
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "6", "h", "-2d", "1.5h", "2 d", "6h6", "٣d", "1y", "9999999999w"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    """A number without a unit, a sign, a fraction or an unknown unit is no duration."""
    with pytest.raises(ValueError, match=r"no duration|longer"):
        parse_duration(text)
