"""Pulling web pages: saved files, several pages, what is unseen, conditional requests, robots.txt, options."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reviewwatch_connectors.web_page import WebPageConnector, connector

from reviewwatch.connector import Certainty, Page, Recognized
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import (
    AccessError,
    ConfigError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    SummaryOnlyError,
    SuspiciousEmptyError,
    TooLargeError,
)
from tests.connectors.faults import Do, gives
from tests.connectors.places.web_page import PRODUCT, Stand
from tests.connectors.shelf import Shelf
from tests.connectors.shop_pages import DATA, URL, in_page, marked


def test_a_saved_page_of_trustpilot_is_its_own_listing(tmp_path: Path) -> None:
    """Its id is the business unit's, whatever the file is called; replies and verification come along."""
    path = tmp_path / "any name.HTML"
    path.write_bytes((DATA / "trustpilot_saved.html").read_bytes())
    (page,) = pages(WebPageConnector.from_options("tp", {"path": str(path)}))
    assert (page.listing.key, page.listing.platform) == ("trustpilot:5e0000000000000000000abc", "trustpilot")
    assert [review.external_id for review in page.reviews] == ["6710a0b1c2d3e4f500000001", "6710a0b1c2d3e4f500000002"]
    assert page.reviews[0].owner_replies[0].text == "Hello Sanne, a new lamp is on its way."
    assert page.unseen == ("the pages show 2 of 312 reviews",)
    assert [problem.why for problem in page.problems] == ["`id` is no text"]


def test_a_saved_page_knows_where_it_stood(tmp_path: Path) -> None:
    """By `url`, its canonical address, the browser's comment or its file name: the same rows as the page's."""
    path = tmp_path / "lamp.html"
    connector_ = WebPageConnector.from_options("shop", {"path": str(path)})
    canonical = f'<link href="{URL}?utm_source=mail&amp;color=red" rel="canonical">'
    saved = "<!-- saved from url=(0034)https://www.shop.example/lamps/quay -->"
    for head, key in (
        (canonical, "shop.example/lamps/harbor?color=red"),
        (saved, "shop.example/lamps/quay"),
        ("", "lamp"),
    ):
        path.write_text(head + in_page(marked()), encoding="utf-8")
        (page,) = pages(connector_)
        assert page.listing.key == f"web:{key}"
    (page,) = pages(WebPageConnector.from_options("shop", {"path": str(path), "url": URL, "id_space": "mine"}))
    assert (page.listing.key, page.listing.url) == ("mine:shop.example/lamps/harbor", URL)


def pages(source: WebPageConnector, cursor: dict[str, str] | None = None) -> list[Page]:
    """Return all pages of a source that needs no network."""
    return list(source.pages(None, cursor or {}))  # type: ignore[arg-type] # a saved page asks nothing


def test_a_saved_page_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, too large: each with the next step."""
    with pytest.raises(ListingNotFoundError, match="is not there; save the page under that name"):
        pages(WebPageConnector.from_options("shop", {"path": str(tmp_path / "no.html")}))
    with pytest.raises(AccessError, match="cannot be read") as caught:
        pages(WebPageConnector.from_options("shop", {"path": str(tmp_path)}))
    assert caught.value.source == "shop"
    (tmp_path / "big.html").write_bytes(b"x" * 101)
    monkeypatch.setattr(connector, "MOST_BYTES", 100)
    with pytest.raises(TooLargeError, match="larger than 100 bytes"):
        pages(WebPageConnector.from_options("shop", {"path": str(tmp_path / "big.html")}))


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Serve the shop, with ten reviews on two of its four pages."""
    stand = Stand()
    with stand:
        for number in range(10):
            stand.put(f"It hums, take {number}.", stars=number % 5 + 1)
        yield stand


def pull(stand: Stand, shelf: Shelf, **options: object) -> list[Page]:
    """Pull once."""
    with stand.client() as http:
        return shelf.pull(stand.connector(**options), http)


def test_pages_without_a_review_are_counted(stand: Stand) -> None:
    """Two of four are empty; that is said with the last page, and again where nothing changed since."""
    shelf = Shelf()
    assert [page.unseen for page in pull(stand, shelf)] == [(), (), (), ("2 of 4 pages hold no review",)]
    assert len(shelf.reviews) == 10
    again = pull(stand, shelf)
    assert [page.is_not_modified for page in again] == [True, True, False, False]
    assert again[-1].unseen == ("2 of 4 pages hold no review",)


def test_what_a_page_does_not_show_is_said(stand: Stand) -> None:
    """The page counts ten reviews and shows seven."""
    (page,) = pull(stand, Shelf(), urls=[])
    assert (len(page.reviews), page.unseen) == (7, ("the pages show 7 of 10 reviews",))
    assert not page.is_complete


def test_a_place_that_shows_nothing_any_more_is_suspicious(stand: Stand) -> None:
    """At the first pull it says what stands there; later also that reviews stood there before."""
    shelf = Shelf()
    stand.faults = lambda call, do: stand.empty_page(call) if stand.is_listing(call) else do()
    with pytest.raises(SummaryOnlyError):
        pull(stand, shelf)
    stand.faults = None
    pull(stand, shelf)
    stand.put("A new one, so that no page is the same.")
    stand.faults = lambda call, do: stand.empty_page(call) if stand.is_listing(call) else do()
    with pytest.raises(SuspiciousEmptyError, match="Earlier pulls read reviews there; nothing was changed"):
        pull(stand, shelf)
    assert len(shelf.reviews) == 10


def test_one_page_that_did_not_change(stand: Stand) -> None:
    """ETag or Last-Modified is sent back, and a 304 keeps the listing's name and what was unseen."""
    shelf = Shelf()
    for tag, header in (("ETag", "if-none-match"), ("Last-Modified", "if-modified-since")):
        value = '"abc"' if tag == "ETag" else "Sat, 21 Nov 2026 12:00:00 GMT"

        def answer(call: Call, do: Do, tag: str = tag, header: str = header, value: str = value) -> Answer:
            if not stand.is_listing(call):
                return do()
            is_same = call.headers.get(header) == value
            return Answer(304) if is_same else Answer(200, do().body, {tag: value})

        stand.faults = answer
        pull(stand, shelf, urls=[])
        (page,) = pull(stand, shelf, urls=[])
        assert (page.is_not_modified, page.reviews) == (True, ())
        assert (page.listing.name, page.unseen) == ("Harbor lamp", ("the pages show 7 of 10 reviews",))


def test_a_304_that_nobody_asked_for_is_no_success(stand: Stand) -> None:
    """Without a tag to compare it is an empty answer."""
    stand.faults = lambda call, do: Answer(304) if stand.is_listing(call) else do()
    with pytest.raises(LayoutChangedError, match="is empty"):
        pull(stand, Shelf())


def robots(rules: str | int) -> Any:
    """Answer for robots.txt with these rules, or with a status."""

    def act(call: Call, do: Do) -> Answer:
        if call.path != "/robots.txt":
            return do()
        return Answer(rules) if isinstance(rules, int) else Answer(200, rules.encode())

    return act


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /lamps", "User-agent: reviewwatch\nDisallow: /"])
def test_robots_txt_is_kept_to(stand: Stand, rules: str) -> None:
    """A page that programs shall not read is not asked for; the owner of a site can say otherwise."""
    stand.faults = robots(rules)
    with pytest.raises(AccessError, match=r"robots\.txt of 127\.0\.0\.1.*/lamps/harbor.*respect_robots = false"):
        pull(stand, Shelf())
    assert {call.path for call in stand.calls} == {"/robots.txt"}
    shelf = Shelf()
    pull(stand, shelf, respect_robots=False)
    assert len(shelf.reviews) == 10


@pytest.mark.parametrize("rules", [404, 401, 403, 410, "User-agent: other\nDisallow: /", "<html>no rules</html>", ""])
def test_a_robots_txt_that_forbids_nothing(stand: Stand, rules: str | int) -> None:
    """One that is missing, or not for us, or no rules at all, lets us in; it is read once a pull."""
    stand.faults = robots(rules)
    shelf = Shelf()
    pull(stand, shelf)
    assert len(shelf.reviews) == 10
    assert [call.path for call in stand.calls] == ["/robots.txt", *[PRODUCT] * 4]


def test_a_robots_txt_that_cannot_be_read_now_is_waited_for(stand: Stand) -> None:
    """A server error is no permission (RFC 9309)."""
    stand.faults = robots(503)
    with pytest.raises(RetryLaterError, match=r"robots\.txt"):
        pull(stand, Shelf())


def test_a_refusal_names_the_way_by_hand(stand: Stand) -> None:
    """403 with a page of a guard."""
    stand.faults = lambda call, do: (
        gives(403, b"<title>Just a moment...</title>")(call, do) if stand.is_listing(call) else do()
    )
    with pytest.raises(AccessError, match=r"answered 403 and says “Just a moment\.\.\.”.*not got around.*`path`"):
        pull(stand, Shelf())


@pytest.mark.parametrize(
    ("options", "key", "says"),
    [
        ({}, "url", "is missing"),
        ({"url": "shop.example"}, "url", "must be a web address"),
        ({"url": "ftp://shop.example/"}, "url", "must be a web address"),
        ({"url": "https://me:secret@shop.example/"}, "url", "without a password"),
        ({"url": URL, "urls": ["/page/2"]}, "urls", "must be a web address"),
        ({"path": "a.html", "urls": [URL]}, "urls", "a saved page is one page"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, object], key: str, says: str) -> None:
    """Each is told with its key, and without repeating a password."""
    with pytest.raises(ConfigError, match=says) as caught:
        WebPageConnector.from_options("shop", options)
    assert [problem.key for problem in caught.value.problems] == [f"sources.shop.{key}"]
    assert "secret" not in str(caught.value)


def test_addresses_that_are_recognized() -> None:
    """Any page of the web, last of all; a saved page by its ending."""
    assert WebPageConnector.recognize(" https://www.shop.example/Lamps/h%C3%A5rbor?c=1#reviews ") == Recognized(
        name="shop-example-lamps-h-rbor",
        options={"url": "https://www.shop.example/Lamps/h%C3%A5rbor?c=1"},
        certainty=Certainty.ANY,
    )
    for path in ("saved/My Page.html", "file:///saved/My%20Page.html", "/saved/My Page.HTM"):
        found = WebPageConnector.recognize(path)
        assert found is not None
        assert (found.name, found.certainty) == ("my-page", Certainty.SHAPE)
        assert str(found.options["path"]).lower().startswith(("saved/my page.htm", "/saved/my page.htm"))
    for text in ("shop.example", "reviews.csv", "mailto:a@b.example", "https://u:p@shop.example/", "https://", ".html"):
        assert WebPageConnector.recognize(text) is None
