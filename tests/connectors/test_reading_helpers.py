"""Small readings that connectors share: names of sources, addresses in options, times and texts with notes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.connector import source_name
from reviewwatch.normalize import cleaned, time_or_note


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("harbor-notes", "harbor-notes"),
        ("Caf%C3%A9%20Finder!", "cafe-finder"),
        ("%E6%B8%AF", "app-7"),
        ("", "app-7"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_source_is_named_after_its_address(part: str, name: str) -> None:
    """Letters, digits and dashes; where nothing of it is left, the other name."""
    assert source_name(part, "app-7") == name


@given(st.text(max_size=80))
def test_any_part_gives_a_usable_name(part: str) -> None:
    """Whatever stands in an address."""
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", source_name(part, "other"))


def test_a_time_that_cannot_be_read_is_a_note() -> None:
    """A review is not lost for it; no time at all is no note."""
    assert time_or_note("2026-09-14T04:24:23-07:00")[0].isoformat() == "2026-09-14T11:24:23+00:00"  # type: ignore[union-attr]
    assert time_or_note("")[::2] == (None, ())
    assert time_or_note("soon")[::2] == (None, ("its time cannot be read: “soon” is not a date or time",))


def test_texts_of_one_review_share_their_notes() -> None:
    """The same note is not said twice."""
    assert cleaned("a\0", "b", "\0c") == (["a\ufffd", "b", "\ufffdc"], ("NUL bytes were replaced by U+FFFD",))
