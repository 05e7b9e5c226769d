"""What is peculiar to JetBrains Marketplace; what every place has in common stands in `test_contract_reading.py`."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.jetbrains import JetBrainsConnector

from reviewwatch.connector import Page
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import ConfigError, ConnectorError, LayoutChangedError, RetryLaterError
from reviewwatch.net import Response
from tests.connectors.place import PER_PAGE
from tests.connectors.places.jetbrains import LINK, NAME, PLUGIN, Stand
from tests.connectors.recorded import answer, broken, meaning, plain
from tests.connectors.shelf import Shelf

OURS = JetBrainsConnector.from_options("one", {"plugin_id": PLUGIN})
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Serve a plugin without reviews."""
    stand = Stand()
    with stand:
        yield stand


def fill(stand: Stand, n: int = 20) -> list[str]:
    """Let customers write."""
    return [stand.put(f"Take {number}.", stars=number % 5 + 1) for number in range(n)]


def pull(stand: Stand, shelf: Shelf, **options: object) -> list[Page]:
    """Pull once, an hour later."""
    stand.calls.clear()
    stand.clock.move(HOUR)
    with stand.client() as http:
        return shelf.pull(stand.connector(**options), http)


def asked(stand: Stand) -> list[str]:
    """Return which pages were asked for, and whose answers."""
    return [call.query.get("page") or call.path.split("/")[3] for call in stand.calls]


def body(*items: Any) -> Response:
    """Return an answer of the place."""
    return Response(200, "https://j.example/", {}, json.dumps(items).encode())


def item(**other: Any) -> dict[str, Any]:
    """Return a comment as the place lists it, with other values."""
    return {"id": 7, "cdate": "1700000000000", "comment": "<p>Dark.</p>", "rating": 2, "repliesCount": 0, **other}


def test_an_answer_means_what_stands_beside_it() -> None:
    """Spam, the vendor's own, no author, no rating, a time that is none."""
    assert plain(OURS.read(answer("jetbrains", "page1.json"))) == meaning("jetbrains", "page1.json")


def test_answers_are_no_reviews() -> None:
    """A saved list of them holds none, and says so."""
    batch = OURS.read(answer("jetbrains", "replies.json"))
    assert (batch.reviews, batch.n_items, batch.notes) == ([], 3, ("no review is in it",))


def test_one_comment_alone_is_read() -> None:
    """As people keep one."""
    (review,) = OURS.read(Response(200, "", {}, json.dumps(item()).encode())).reviews
    assert review.text == "Dark."


@pytest.mark.parametrize("raw", ["1700000000000", 1700000000000])
def test_times_are_milliseconds_as_text_or_number(raw: object) -> None:
    """Both were seen."""
    (review,) = OURS.read(body(item(cdate=raw))).reviews
    assert review.created_at is not None
    assert review.created_at.isoformat() == "2023-11-14T22:13:20+00:00"


@pytest.mark.parametrize("raw", ["soon", -1, True, [7], {"at": 7}, 10**40, "56.7y ago"])
def test_a_time_that_cannot_be_read_loses_no_review(raw: object) -> None:
    """It is noted."""
    (review,) = OURS.read(body(item(cdate=raw))).reviews
    assert review.created_at is None
    assert review.notes


@pytest.mark.parametrize(("raw", "value"), [(0, None), (None, None), (1, 1.0), (5, 5.0), ("4", 4.0)])
def test_a_zero_is_no_rating(raw: object, value: float | None) -> None:
    """A comment without stars is not one star."""
    (review,) = OURS.read(body(item(rating=raw))).reviews
    assert (review.rating.value if review.rating else None) == value


@pytest.mark.parametrize(
    "odd", [None, [], "text", {}, item(id=None), item(id="x"), item(comment=7), item(rating=9), item(rating=True)]
)
def test_one_bad_review_is_a_problem_beside_the_good_ones(odd: object) -> None:
    """Where nothing but bad ones come, the form has changed."""
    batch = OURS.read(body(item(), odd))
    assert [review.external_id for review in batch.reviews] == ["7"]
    assert len(batch.problems) == 1
    with pytest.raises(LayoutChangedError, match="none of which can be read"):
        OURS.read(body(odd))


def test_an_error_in_words_is_told(stand: Stand) -> None:
    """It comes with 200."""
    stand.faults = lambda call, do: Answer(200, stand.error_in_200())
    with pytest.raises(LayoutChangedError, match="which says “Internal error, please try again later”"):
        pull(stand, Shelf())


def test_the_listing_is_named_and_linked_by_the_place(stand: Stand) -> None:
    """Also where the last page is empty; a link that leads elsewhere is not taken."""
    fill(stand)
    pages = pull(stand, Shelf())
    assert {(page.listing.name, page.listing.url) for page in pages} == {(NAME, f"https://plugins.jetbrains.com{LINK}")}
    listing = OURS.read(body(item(plugin={"name": "x", "link": "@evil.example/plugin/1"}))).listing
    assert listing is not None
    assert listing.url == f"https://plugins.jetbrains.com/plugin/{PLUGIN}"


def test_answers_are_asked_for_where_their_number_changed(stand: Stand) -> None:
    """Once each: not where there are none, and not again while nothing changed."""
    ids = fill(stand, 5)
    stand.reply(ids[1], "We are on it.")
    shelf = Shelf()
    pull(stand, shelf)
    assert asked(stand) == ["1", ids[1], "2"]
    (reply,) = shelf.reviews[ids[1]].owner_replies
    assert (reply.text, reply.author, reply.account) == ("We are on it.", "tove-harbor", "tove-harbor")
    pull(stand, shelf)
    assert asked(stand) == ["1"]
    stand.reply(ids[3], "Mended.")
    pull(stand, shelf)
    assert asked(stand) == ["1", ids[3]]
    assert shelf.said() == stand.stands()


def test_answers_that_are_taken_back_are_seen_and_may_come_again(stand: Stand) -> None:
    """The number falls to none; the same number later is another answer."""
    ids = fill(stand, 5)
    stand.reply(ids[1], "We are on it.")
    shelf = Shelf()
    pull(stand, shelf)
    stand.reviews[ids[1]].reply = ""
    pull(stand, shelf)
    assert shelf.said() == stand.stands()
    stand.reply(ids[1], "Now it is mended.")
    pull(stand, shelf)
    assert shelf.said() == stand.stands()


def test_a_changed_answer_shows_with_the_full_pass(stand: Stand) -> None:
    """Its number is the same."""
    ids = fill(stand, 5)
    stand.reply(ids[1], "We are on it.")
    shelf = Shelf()
    pull(stand, shelf)
    stand.reviews[ids[1]].reply = "It is mended."
    pull(stand, shelf)
    assert shelf.said() != stand.stands()
    stand.clock.move(WEEK)
    pull(stand, shelf)
    assert shelf.said() == stand.stands()


def test_a_review_that_goes_while_its_answers_are_asked_for_stops_nothing(stand: Stand) -> None:
    """The others are read, and the next pull asks for it again."""
    ids = fill(stand, 5)
    stand.reply(ids[1], "We are on it.")
    stand.faults = lambda call, do: Answer(404) if "replies" in call.path else do()
    shelf = Shelf()
    pull(stand, shelf)
    assert set(shelf.reviews) == set(ids)
    stand.faults = None
    pull(stand, shelf)
    assert shelf.said() == stand.stands()


def test_answers_that_cannot_be_had_now_are_had_later(stand: Stand) -> None:
    """The pull breaks off there with its error; the next one goes over it again."""
    ids = fill(stand)
    stand.reply(ids[2], "We are on it.")
    stand.faults = lambda call, do: Answer(429) if "replies" in call.path else do()
    shelf = Shelf()
    with pytest.raises(RetryLaterError):
        pull(stand, shelf)
    stand.faults = None
    pull(stand, shelf)
    assert shelf.said() == stand.stands()


def test_a_first_pull_that_broke_off_asks_for_no_answers_twice(stand: Stand) -> None:
    """The numbers are in the cursor of each page."""
    ids = fill(stand)
    stand.reply(ids[-1], "We are on it.")
    shelf = Shelf()
    stand.faults = lambda call, do: Answer(429) if call.query.get("page") == "2" else do()
    with pytest.raises(RetryLaterError):
        pull(stand, shelf)
    stand.faults = None
    pull(stand, shelf)
    assert asked(stand) == ["1", "2", "3", "4"]
    assert shelf.said() == stand.stands()


def test_what_is_marked_as_spam_is_gone(stand: Stand) -> None:
    """By the place's own word, and back when it takes that back."""
    ids = fill(stand, 5)
    shelf = Shelf()
    pull(stand, shelf)
    stand.spam.add(ids[4])
    pull(stand, shelf)
    assert shelf.gone == {ids[4]}
    stand.spam.clear()
    pull(stand, shelf)
    assert shelf.gone == set()


@pytest.mark.parametrize(
    ("n", "is_seen"), [(PER_PAGE - 1, True), (PER_PAGE + 1, True), (PER_PAGE + 2, False), (20, False)]
)
def test_a_removal_is_proven_where_one_answer_holds_all(stand: Stand, n: int, is_seen: bool) -> None:
    """As it is now, without the two that went: on several pages they may shift between two requests."""
    ids = fill(stand, n)
    shelf = Shelf()
    pull(stand, shelf)
    stand.delete(ids[1])
    stand.delete(ids[2])
    pull(stand, shelf)
    assert shelf.gone == set()
    stand.clock.move(WEEK)
    pull(stand, shelf)
    assert shelf.gone == ({ids[1], ids[2]} if is_seen else set())


def test_a_place_that_gives_shorter_pages_loses_nothing(stand: Stand) -> None:
    """A short page is no end, and proves nothing gone."""
    ids = fill(stand)
    stand.size_cap = 3
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert set(shelf.reviews) == set(ids)
    assert not pages[-1].is_complete


def test_another_order_is_read_in_full(stand: Stand) -> None:
    """Nobody promises that the newest is on top; a new review at the end is found all the same."""
    fill(stand)
    stand.is_oldest_first = True
    shelf = Shelf()
    pull(stand, shelf)
    new = stand.put("Brand new and broken.")
    pull(stand, shelf)
    assert new in shelf.reviews


def test_the_depth_of_a_pull_is_capped_and_said(stand: Stand) -> None:
    """The newest are read."""
    fill(stand)
    pages = pull(stand, Shelf(), max_pages=2)
    assert pages[-1].unseen == ("anything older than the newest 14 reviews",)


def test_a_page_number_is_asked_for_as_the_place_wants_it(stand: Stand) -> None:
    """From 1, with a size, and nothing else."""
    fill(stand)
    pull(stand, Shelf())
    assert [dict(call.query) for call in stand.calls][:2] == [
        {"size": str(PER_PAGE), "page": "1"},
        {"size": str(PER_PAGE), "page": "2"},
    ]
    assert stand.answer(Call("GET", stand.calls[0].path, {"page": "0"}, {})).status == 400


@pytest.mark.parametrize(
    "options",
    [{}, {"plugin_id": "13234"}, {"plugin_id": 0}, {"plugin_id": 1, "max_pages": 0}, {"plugin_id": 1, "base_url": "x"}],
)
def test_options_are_refused(options: dict[str, object]) -> None:
    """Before any request."""
    with pytest.raises(ConfigError, match=r"sources\.one\."):
        JetBrainsConnector.from_options("one", options)


@pytest.mark.parametrize(
    ("url", "name", "plugin_id"),
    [
        ("https://plugins.jetbrains.com/plugin/13234-harbor-lamp", "harbor-lamp", 13234),
        ("plugins.jetbrains.com/plugin/13234-harbor-lamp/reviews", "harbor-lamp", 13234),
        ("https://plugins.jetbrains.com/plugin/13234", "plugin-13234", 13234),
        ("https://plugins.jetbrains.com/plugin/13234-%E6%B8%AF?pr=idea", "plugin-13234", 13234),
    ],
)
def test_addresses_of_a_plugin(url: str, name: str, plugin_id: int) -> None:
    """Its page and the tabs of it."""
    found = JetBrainsConnector.recognize(url)
    assert found is not None
    assert (found.name, found.options, found.every) == (name, {"plugin_id": plugin_id}, "6h")


@pytest.mark.parametrize(
    "url",
    ["https://plugins.jetbrains.com/plugin/x", "https://plugins.jetbrains.com/vendor/13234", "https://j.example/plugin/7-a",
     "https://plugins.jetbrains.com/plugin/0-a", "https://plugins.jetbrains.com/plugin/9999999999-a"],
)  # fmt: skip
def test_other_addresses_are_none(url: str) -> None:
    """A vendor's page, another host, a number that is none."""
    assert JetBrainsConnector.recognize(url) is None


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_broken_answer_is_read_or_refused(data: st.DataObject) -> None:
    """Random values in place of good ones, cuts and bytes: reviews, or an error of a known kind."""
    name = data.draw(st.sampled_from(["page1.json", "replies.json"]))
    raw = data.draw(broken(answer("jetbrains", name).body))
    with contextlib.suppress(ConnectorError):
        for review in OURS.read(Response(200, "https://j.example/", {}, raw)).reviews:
            assert review.external_id.isdecimal()
            for text in (review.text, review.author or "", review.version or "", review.url or ""):
                assert len(text.encode("utf-8")) >= len(text)
