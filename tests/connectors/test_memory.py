"""The place in memory that ships for tests: what a user's test can do with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from reviewwatch_connectors.memory import LISTING, MemoryConnector, MemoryPlace

from reviewwatch.config import HttpConfig
from reviewwatch.connector import connector_names
from reviewwatch.errors import AccessError, ConfigError, OutcomeUnknownError, ReplyRefusedError, RetryLaterError
from reviewwatch.net import HttpClient
from reviewwatch.types import ReplyState, Target
from tests.connectors.shelf import Shelf

HTTP = HttpClient(HttpConfig())


def test_it_is_made_by_a_program_and_not_by_a_config() -> None:
    """It is no entry point, and its one option is the place itself."""
    assert "memory" not in connector_names()
    place = MemoryPlace(account="inn")
    connector = MemoryConnector.from_options("inn", {"place": place})
    assert (connector.place, connector.account) == (place, "inn")
    with pytest.raises(ConfigError, match=r"sources\.inn\.place"):
        MemoryConnector.from_options("inn", {"place": "memory"})


def test_reviews_have_stars_and_what_is_not_given_stays() -> None:
    """`put` writes a review, and changes only what it is given the next time; the place's clock dates both."""
    now = datetime(2026, 11, 21, tzinfo=UTC)
    place = MemoryPlace(now=lambda: now)
    first = place.put("r1", "Cold room.", stars=2, author="Ines")
    now += timedelta(days=1)
    changed = place.put("r1", stars=4)
    assert (changed.text, changed.author, changed.created_at) == ("Cold room.", "Ines", first.created_at)
    assert changed.rating is not None
    assert (changed.rating.value, changed.rating.share, changed.updated_at) == (4, 0.75, now)


def test_failures_come_once_each_and_before_anything_is_done() -> None:
    """A test says what goes wrong next: at a page, at a re-reading, at a reply; then the place works again."""
    place = MemoryPlace(page_size=1)
    connector, shelf = MemoryConnector(place), Shelf()
    for number in range(3):
        place.put(f"r{number}", "Cold room.")
    with pytest.raises(RetryLaterError):
        shelf.pull(connector, HTTP, after_page=lambda page: place.failures.append(RetryLaterError("down")))
    assert set(shelf.reviews) == {"r0"}
    place.failures[:] = [RetryLaterError("down"), AccessError("who?")]
    with pytest.raises(RetryLaterError):
        connector.reread(HTTP, "r0")
    with pytest.raises(AccessError):
        connector.reply(HTTP, Target(LISTING.key, "r0", connector.address), "Sorry.")
    assert place.n_sent == 0
    shelf.pull(connector, HTTP)
    assert set(shelf.reviews) == {"r0", "r1", "r2"}


def test_an_answer_can_be_lost_after_the_reply_was_stored() -> None:
    """The reply stands once, and the caller does not know."""
    place = MemoryPlace(lost_answers=[OutcomeUnknownError("lost")])
    place.put("r1", "Cold room.")
    connector = MemoryConnector(place)
    where = Target(LISTING.key, "r1", connector.address)
    with pytest.raises(OutcomeUnknownError):
        connector.reply(HTTP, where, "Sorry.")
    with pytest.raises(ReplyRefusedError, match="the reply is empty"):
        connector.reply(HTTP, where, " ")
    review = place.find("r1")
    assert review is not None
    assert [reply.text for reply in review.owner_replies] == ["Sorry."]
    assert place.n_sent == 2


def test_a_moderated_reply_is_pending() -> None:
    """The place says what it makes of an answer."""
    place = MemoryPlace()
    place.put("r1", "Cold room.")
    assert place.answer("r1", "Sorry.", state=ReplyState.PENDING).state is ReplyState.PENDING
