"""Times as people name them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from reviewwatch.cli.screen.until import parse_since, parse_until
from reviewwatch.errors import UsageError
from tests.make import NOW


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the person into a zone that is not UTC."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("named", "until"),
    [
        ("3d", NOW + timedelta(days=3)),
        ("2w", NOW + timedelta(days=14)),
        ("12h", NOW + timedelta(hours=12)),
        ("tomorrow", datetime(2026, 11, 22, 7, tzinfo=UTC)),
        ("2026-12-01", datetime(2026, 12, 1, 7, tzinfo=UTC)),
        ("2027-07-01", datetime(2027, 7, 1, 6, tzinfo=UTC)),
        ("2026-12-01 14:30", datetime(2026, 12, 1, 13, 30, tzinfo=UTC)),
    ],
)
def test_a_snooze_ends_when_the_person_means(named: str, until: datetime) -> None:
    """Lengths count from now, days begin at eight in the person's own zone, summer time included."""
    assert parse_until(named, NOW) == until


@pytest.mark.parametrize("named", ["", "soon", "3 days", "2026-13-01", "9999999999d", "2026-12-01T25:00", "-3d", "1"])
def test_what_names_no_time_is_refused_with_examples(named: str) -> None:
    """A typo is never taken for some other time."""
    with pytest.raises(UsageError, match="is no time"):
        parse_until(named, NOW)


@pytest.mark.parametrize("named", ["2026-11-21", "2020-01-01", "0d"])
def test_a_snooze_into_the_past_is_refused(named: str) -> None:
    """Eight o'clock today is past at one."""
    with pytest.raises(UsageError, match="is past"):
        parse_until(named, NOW)


def test_a_filter_looks_back() -> None:
    """`--since 7d` is a week ago, a date the start of that day in the person's zone."""
    assert parse_since("7d", NOW) == NOW - timedelta(days=7)
    assert parse_since("2026-11-01", NOW) == datetime(2026, 10, 31, 23, tzinfo=UTC)
