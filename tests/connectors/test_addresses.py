"""Where a place is: an address in a source's options."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.connector import OptionReader
from reviewwatch.errors import ConfigError

REAL = "https://reviews.example"


@pytest.mark.parametrize(
    "value", ["https://b.example/", "http://b.example:81/api", "http://127.0.0.1:8", "http://[::1]/"]
)
def test_an_address_of_the_web_is_taken_without_its_last_slash(value: str) -> None:
    """A proxy, a stand-in, the place itself."""
    reader = OptionReader("ferry", {"base_url": value})
    assert reader.address("base_url", REAL) == value.rstrip("/")
    reader.finish()


def test_without_one_it_is_the_place_itself() -> None:
    """The default stands in every connector."""
    assert OptionReader("ferry", {}).address("base_url", REAL) == REAL


@pytest.mark.parametrize("value", ["b.example", "ftp://b.example", "https://", "https://[", "file:///etc", "", 7])
def test_what_is_no_address_is_refused_by_its_key(value: object) -> None:
    """Before any request."""
    reader = OptionReader("ferry", {"base_url": value})
    reader.address("base_url", REAL)
    with pytest.raises(ConfigError, match=r"sources\.ferry\.base_url"):
        reader.finish()


@pytest.mark.parametrize(
    ("value", "is_safe"), [("http://b.example", False), (REAL, True), ("http://localhost:9", True)]
)
def test_a_secret_goes_nowhere_without_encryption(value: str, is_safe: bool) -> None:
    """Except to this machine."""
    reader = OptionReader("ferry", {"base_url": value})
    reader.address("base_url", REAL, takes_secret=True)
    if is_safe:
        reader.finish()
        return
    with pytest.raises(ConfigError, match="must begin with https, since a secret is sent there"):
        reader.finish()


@given(st.text(max_size=40))
def test_any_text_may_be_given(value: str) -> None:
    """Nothing but a problem comes of it."""
    OptionReader("ferry", {"base_url": value}).address("base_url", REAL)
