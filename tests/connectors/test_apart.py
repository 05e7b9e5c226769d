"""A source of several parts: one that fails takes nothing from the others, and is not forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

import pytest

from reviewwatch.connector import Page, read_apart
from reviewwatch.errors import AccessError, ConnectorError, LayoutChangedError, ListingNotFoundError, RetryLaterError
from reviewwatch.types import Listing

PAGE = Page(listing=Listing("shop:1", "one", "none"), reviews=(), cursor={})
HOUR = timedelta(hours=1)


def walk(failing: Mapping[str, ConnectorError], parts: str = "abc") -> tuple[list[str], ConnectorError | None]:
    """Return the parts that were read, as far as they were, and what was raised."""
    asked: list[str] = []

    def read(part: str) -> Iterator[Page]:
        asked.append(part)
        yield PAGE
        if part in failing:
            raise failing[part]

    try:
        pages = list(read_apart(parts, read))
    except ConnectorError as error:
        return asked, error
    assert [(page.n_done, page.n_total) for page in pages] == [(n, len(parts)) for n in range(len(parts))]
    return asked, None


def test_all_parts_are_read() -> None:
    """In order, with how many are done."""
    assert walk({}) == (["a", "b", "c"], None)


@pytest.mark.parametrize("error", [RetryLaterError("the place is down"), LayoutChangedError("no list", body=b"<p>")])
def test_what_failed_comes_after_the_others(error: ConnectorError) -> None:
    """Of its own kind, with its part's name."""
    asked, raised = walk({"a": error})
    assert asked == ["a", "b", "c"]
    assert raised is error
    assert str(raised).startswith("a: ")


@pytest.mark.parametrize("kind", [AccessError, ListingNotFoundError])
def test_a_missing_part_does_not_pause_the_others(kind: type[ConnectorError]) -> None:
    """It would stop the whole source; only where all are missing it is what it is."""
    _, some = walk({"b": kind("not there")})
    assert type(some) is ConnectorError
    assert str(some) == "b: not there"
    _, all_of_them = walk({"a": kind("1"), "b": kind("2"), "c": kind("3")})
    assert type(all_of_them) is kind
    assert str(all_of_them) == "a: 1; b: 2; c: 3"


def test_a_place_that_asks_for_quiet_gets_it() -> None:
    """What is behind that part is not asked for, and the wait is kept."""
    asked, raised = walk({"a": LayoutChangedError("odd"), "b": RetryLaterError("slow down", after=HOUR)})
    assert asked == ["a", "b"]
    assert isinstance(raised, RetryLaterError)
    assert (str(raised), raised.after) == ("a: odd; b: slow down", HOUR)


def test_one_part_alone_needs_no_name() -> None:
    """Its error comes as it is."""
    error = AccessError("closed")
    assert walk({"a": error}, "a") == (["a"], error)
    assert str(error) == "closed"
