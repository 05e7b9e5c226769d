"""A shop that marks up its reviews as JSON-LD, on four pages of one product, with a robots.txt and ETags."""

from __future__ import annotations

import html
import json
from hashlib import sha256
from typing import Any, ClassVar

from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import AccessError, LayoutChangedError
from tests.connectors import place
from tests.connectors.place import PER_PAGE, Outcome, Written

PRODUCT = "/lamps/harbor"
N_PAGES = 4
ROBOTS = b"User-agent: *\nDisallow: /account/\n"
HTML = "text/html; charset=utf-8"


class Stand(place.Stand):
    """A product page; further reviews stand on `?page=2` and so on, the newest first."""

    name: ClassVar[str] = "web_page"
    fault_points = (0, 1, 2)
    shows_replies = True
    may_be_empty = False
    outcomes: ClassVar[dict[str, Outcome]] = {
        # From the second page on the first one's reviews stay, and the others are said; `test_web_page` has the words.
        "html": Outcome(LayoutChangedError),
        "empty": Outcome(LayoutChangedError),
        "half": Outcome(LayoutChangedError),
        "403 html": Outcome(AccessError, "says “Sign in to continue”.*save it as an HTML file"),
        # Latin-1 where UTF-8 is said: read as what it is, with a note.
        "wrong charset": Outcome(None),
    }
    listing_url = f"https://shop.example{PRODUCT}#reviews"

    def options(self) -> dict[str, object]:
        pages = [f"{self.address}{PRODUCT}?page={number}" for number in range(2, N_PAGES + 1)]
        return {"url": f"{self.address}{PRODUCT}", "urls": pages}

    def id_of(self, number: int) -> str:
        return f"{self.address}{PRODUCT}#review-{number}"

    def is_listing(self, call: Call) -> bool:
        return call.path == PRODUCT

    def answer(self, call: Call) -> Answer:
        if call.method != "GET":
            return Answer(405)
        if call.path == "/robots.txt":
            return Answer(200, ROBOTS, {"Content-Type": "text/plain"})
        page = call.query.get("page", "1")
        if call.path != PRODUCT or set(call.query) - {"page"} or page not in map(str, range(1, N_PAGES + 1)):
            return Answer(404, b"<html><head><title>Page not found</title></head></html>")
        first = (int(page) - 1) * PER_PAGE
        body = shop_page([self.marked_up(one) for one in self.newest()[first : first + PER_PAGE]], len(self.reviews))
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if call.headers.get("if-none-match") == etag:
            return Answer(304, b"", {"ETag": etag})
        return Answer(200, body, {"Content-Type": HTML, "ETag": etag})

    def empty_page(self, call: Call) -> Answer:
        return Answer(200, shop_page([], len(self.reviews)), {"Content-Type": HTML})

    def error_in_200(self) -> bytes:
        return b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b"application/ld+json", b"text/x-reviews").replace(b'"Review"', b'"Opinion"')

    def marked_up(self, one: Written) -> dict[str, Any]:
        """Return a review as shops write it: the text with its entities."""
        review: dict[str, Any] = {
            "@type": "Review",
            "@id": f"{self.address}{PRODUCT}#review-{one.number}",
            "author": {"@type": "Person", "name": one.author},
            "datePublished": one.created_at.isoformat(),
            "name": html.escape(one.title),
            "reviewBody": html.escape(one.text),
            "reviewRating": {"@type": "Rating", "ratingValue": str(one.stars), "bestRating": "5", "worstRating": "1"},
        }
        if one.edited_at:
            review["dateModified"] = one.edited_at.isoformat()
        if one.reply and one.replied_at:
            review["comment"] = {
                "@type": "Comment",
                "text": html.escape(one.reply),
                "author": {"@type": "Organization", "name": "Tidewater"},
                "datePublished": one.replied_at.isoformat(),
            }
        return review


def shop_page(reviews: list[dict[str, Any]], n_in_all: int) -> bytes:
    """Return a page of a shop with these reviews in its JSON-LD."""
    product: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Product",
        "name": "Harbor lamp",
        "offers": {"@type": "Offer", "price": "49.00", "priceCurrency": "EUR"},
        "aggregateRating": {"@type": "AggregateRating", "ratingValue": "3.0", "reviewCount": n_in_all},
    }
    if reviews:
        product["review"] = reviews
    block = json.dumps(product, ensure_ascii=False).replace("</", "<\\/")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbor lamp | Tidewater</title>'
        f'<script type="application/ld+json">{block}</script></head>'
        "<body><h1>Harbor lamp</h1><p>A lamp for the harbor.</p></body></html>"
    ).encode()
