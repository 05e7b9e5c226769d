"""Small readings that connectors share: names of sources, addresses in options, times and texts with notes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.connector import path_at, source_name
from reviewwatch.normalize import cleaned, text_of, time_or_note


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


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://shop.example/a/b?c#d", "/a/b"),
        (" SHOP.example/a ", "/a"),
        ("https://other.example/a", ""),
        ("https://[", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_path_at_a_place_is_found_in_what_a_person_copied(url: str, path: str) -> None:
    """On its hosts alone, whatever else comes."""
    assert path_at(url, "www.shop.example", "shop.example") == path


def test_a_time_that_cannot_be_read_is_a_note() -> None:
    """A review is not lost for it; no time at all is no note."""
    assert time_or_note("2026-09-14T04:24:23-07:00")[0].isoformat() == "2026-09-14T11:24:23+00:00"  # type: ignore[union-attr]
    assert time_or_note("")[::2] == (None, ())
    assert time_or_note("soon")[::2] == (None, ("its time cannot be read: “soon” is not a date or time",))


def test_texts_of_one_review_share_their_notes() -> None:
    """The same note is not said twice."""
    assert cleaned("a", "b\U0001f600") == (["a", "b\U0001f600"], ())
    assert cleaned("a\ud83d", "\ude00b")[0] == ["a\ufffd", "\ufffdb"]
    assert cleaned("a\0", "b", "\0c") == (["a\ufffd", "b", "\ufffdc"], ("NUL bytes were replaced by U+FFFD",))


def test_words_of_json_are_words() -> None:
    """Null is no word, a number its digits, and anything else is said to be wrong."""
    assert [text_of(value) for value in ("a", None, 14)] == ["a", "", "14"]
    wrong: tuple[object, ...] = (True, 1.5, [], {})
    for value in wrong:
        with pytest.raises(TypeError, match=r"where words should be"):
            text_of(value)
