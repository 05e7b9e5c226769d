"""Apple's feed of reviews: pages of an app by storefront, the newest first, ten at most."""

from __future__ import annotations

import gzip
import json
import re
from datetime import datetime, timedelta, timezone
from typing import Any, ClassVar, Final

from reviewwatch.demo.loopback import Answer, Call
from tests.connectors import place
from tests.connectors.place import PER_PAGE, Written

APP: Final = "1234567890"
COUNTRY: Final = "gb"
CUPERTINO: Final = timezone(timedelta(hours=-7))
DEEPEST: Final = 10
JSON: Final = {"Content-Type": "text/javascript; charset=utf-8"}
_FORMS: Final = (
    re.compile(r"/([a-z]{2})/rss/customerreviews/page=(\d+)/id=(\d+)/sortby=mostrecent/json"),
    re.compile(r"/([a-z]{2})/rss/customerreviews/(?=.*/page=(\d+)/)id=(\d+)/sortBy=mostRecent/page=\d+/json"),
)


class Stand(place.Stand):
    """One app in one storefront, or in those that a test names.

    Attributes:
        countries: Where the app is sold; the reviews of `put` stand in the first, `abroad` holds the others'.
        has_times: Without, entries have no `updated`, as in the JSON of 2021.
        puts_app_first: The app itself is the first entry, as in old feeds.
    """

    name: ClassVar[str] = "app_store_rss"
    listing_url = f"https://apps.apple.com/{COUNTRY}/app/harbor-notes/id{APP}?see-all=reviews"

    def __init__(self) -> None:
        super().__init__()
        self.countries = [COUNTRY]
        self.abroad: dict[str, list[Written]] = {}
        self.has_times = True
        self.puts_app_first = False

    def options(self) -> dict[str, object]:
        return {"app_id": APP, "countries": self.countries, "base_url": self.address}

    def answer(self, call: Call) -> Answer:
        found = next((found for form in _FORMS if (found := form.fullmatch(call.path))), None)
        if found is None or call.query:
            return Answer(404, b"<html><head><title>Not Found</title></head></html>", {"Content-Type": "text/html"})
        country, page, app = found[1], int(found[2]), found[3]
        if page > DEEPEST:
            body = gzip.compress(f"CustomerReviews RSS page depth is limited to {DEEPEST}".encode())
            return Answer(400, body, {"Content-Type": "text/plain", "Content-Encoding": "gzip"})
        is_sold = country in self.countries and app == APP
        here = self.newest() if country == self.countries[0] else self.abroad.get(country, [])
        return _packed(self.feed(call.path, country, page, here if is_sold else []))

    def feed(self, path: str, country: str, page: int, reviews: list[Written]) -> dict[str, Any]:
        """Return a page in Apple's envelope: `entry` is missing, one object, or a list."""
        shown = reviews[(page - 1) * PER_PAGE : page * PER_PAGE]
        entries = [self._entry(written, country) for written in shown]
        if self.puts_app_first and entries:
            entries.insert(0, _app())
        last = min(-(-len(reviews) // PER_PAGE), DEEPEST)
        feed: dict[str, Any] = {
            "author": {"name": _label("iTunes Store"), "uri": _label("http://www.apple.com/uk/itunes/")}
        }
        if entries:
            feed["entry"] = entries[0] if len(entries) == 1 else entries
        feed["updated"] = _label(_stamp(self.clock()))
        feed["rights"] = _label("Copyright 2008 Apple Inc.")
        base = f"https://itunes.apple.com/{country}/rss/customerreviews"
        behind = f"id={APP}/sortby=mostrecent/xml?urlDesc={path}"
        numbers = {"first": 1, "last": max(last, 1), "previous": max(page - 1, 1), "next": page + 1}
        feed["link"] = [_link(rel, f"{base}/page={number}/{behind}") for rel, number in numbers.items()]
        feed["link"].insert(0, _link("self", f"https://itunes.apple.com{path}"))
        if f"/id={APP}/" not in path:
            feed["link"] = feed["link"][1:]  # of an app that Apple does not know, the feed has no address of its own
        feed["id"] = _label(f"https://itunes.apple.com{path}")
        return {"feed": feed}

    def _entry(self, written: Written, country: str) -> dict[str, Any]:
        author = {"uri": _label(f"https://itunes.apple.com/{country}/reviews/id9{written.number:08}")}
        entry: dict[str, Any] = {"author": {**author, "name": _label(written.author), "label": ""}}
        if self.has_times:
            entry["updated"] = _label(_stamp(written.changed_at))
        href = f"https://itunes.apple.com/{country}/review?id={APP}&type=Purple%20Software"
        return entry | {
            "im:rating": _label(str(written.stars)),
            "im:version": _label("2.4.1"),
            "id": _label(self.id_of(written.number)),
            "title": _label(written.title),
            "content": {**_label(written.text), "attributes": {"type": "text"}},
            "link": {"attributes": {"rel": "related", "href": href}},
            "im:voteSum": _label("0"),
            "im:contentType": {"attributes": {"term": "Application", "label": "Application"}},
            "im:voteCount": _label("0"),
        }

    def id_of(self, number: int) -> str:
        return str(14_500_000_000 + number * 37)

    def is_listing(self, call: Call) -> bool:
        return "/rss/customerreviews/" in call.path

    def empty_page(self, call: Call) -> Answer:
        """As recorded: the links say that the page should hold something."""
        found = re.search(r"/page=(\d+)/", call.path)
        assert found
        feed = self.feed(call.path, COUNTRY, int(found[1]), self.newest())
        feed["feed"].pop("entry", None)
        return _packed(feed)

    def error_in_200(self) -> bytes:
        return b'{"errorMessage": "Service temporarily unavailable", "error": "busy"}'

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b'"im:rating"', b'"im:stars"').replace(b'"content"', b'"body"')


def _packed(value: dict[str, Any]) -> Answer:
    return Answer(200, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), JSON)


def _label(text: str) -> dict[str, Any]:
    return {"label": text}


def _link(rel: str, href: str) -> dict[str, Any]:
    return {"attributes": {"rel": rel, "href": href}}


def _stamp(at: datetime) -> str:
    return at.astimezone(CUPERTINO).isoformat(timespec="seconds")


def _app() -> dict[str, Any]:
    return {
        "im:name": _label("Harbor Notes"),
        "rights": _label("Harbor Notes Ltd"),
        "im:price": {**_label("Get"), "attributes": {"amount": "0.00000", "currency": "GBP"}},
        "im:artist": _label("Harbor Notes Ltd"),
        "title": _label("Harbor Notes - Harbor Notes Ltd"),
        "id": {**_label(f"https://apps.apple.com/gb/app/harbor-notes/id{APP}"), "attributes": {"im:id": APP}},
        "im:contentType": {"attributes": {"term": "Application", "label": "Application"}},
    }
