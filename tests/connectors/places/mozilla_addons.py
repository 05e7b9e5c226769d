"""Mozilla's list of an add-on's ratings: numbered pages, the newest written first, counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, Final

from reviewwatch.connector import Connector
from reviewwatch.demo.loopback import Answer, Call
from tests.connectors import place
from tests.connectors.place import PER_PAGE, Written

NUMBER: Final = 607_454
SLUG: Final = "lamp-dimmer"
_KNOWN: Final = frozenset({"addon", "page", "page_size", "lang", "filter", "score", "app", "show_grouped_ratings"})


class Stand(place.Stand):
    """One add-on, on a server that answers as addons-server does.

    Attributes:
        rated_before: How often the author of a review rated before, by its id.
    """

    name: ClassVar[str] = "mozilla_addons"
    patches: ClassVar[Mapping[str, object]] = {"reviewwatch_connectors.mozilla_addons.PER_PAGE": PER_PAGE}
    fault_points = (0, 1, 2)
    sees_removals = True
    shows_replies = True
    has_titles = False
    listing_url = f"https://addons.mozilla.org/en-GB/firefox/addon/{SLUG}/reviews/?score=1"

    def __init__(self) -> None:
        super().__init__()
        self.rated_before: dict[str, int] = {}

    def options(self) -> dict[str, object]:
        return {"addon": SLUG, "base_url": self.address}

    def connector(self, **options: object) -> Connector:
        made: Any = super().connector(**options)
        with_our_clock: Connector = replace(made, now=self.clock)
        return with_our_clock

    def answer(self, call: Call) -> Answer:
        if call.path != "/api/v5/ratings/rating/":
            return _refused(404, "Not found.")
        if unknown := call.query.keys() - _KNOWN:
            return _refused(400, f"Unknown query parameter: {sorted(unknown)}")
        if "addon" not in call.query:
            return _refused(400, "Need an addon or user parameter")
        if call.query["addon"] not in (SLUG, str(NUMBER)):
            return _refused(404, "Not found.")
        page, size = int(call.query.get("page", "1")), min(int(call.query.get("page_size", "25")), 50)
        ratings = sorted(self.reviews.values(), key=lambda one: one.created_at, reverse=True)
        n_pages = max(-(-len(ratings) // size), 1)
        if not 1 <= page <= n_pages:
            return _refused(404, "Invalid page.")
        return self._page(page, size, n_pages, [self._rating(one) for one in ratings[(page - 1) * size : page * size]])

    def _page(self, page: int, size: int, n_pages: int, results: list[dict[str, Any]]) -> Answer:
        def link(number: int) -> str | None:
            query = f"addon={SLUG}&page={number}&page_size={size}"
            is_there = 1 <= number <= n_pages
            return f"https://addons.mozilla.org/api/v5/ratings/rating/?{query}" if is_there else None

        body = {
            "page_size": size,
            "page_count": n_pages,
            "count": len(self.reviews),
            "next": link(page + 1),
            "previous": link(page - 1),
            "results": results,
        }
        return Answer(200, _json(body), {"Content-Type": "application/json"})

    def _rating(self, written: Written) -> dict[str, Any]:
        number = int(self.id_of(written.number))
        return {
            **_base(number, written.text or None, written.created_at, written.author),
            "is_latest": True,
            "previous_count": self.rated_before.get(str(number), 0),
            "score": written.stars,
            "reply": self._reply(written),
            "version": {"id": 5_000_001, "version": "3.2"},
        }

    def _reply(self, written: Written) -> dict[str, Any] | None:
        if not written.reply or written.replied_at is None:
            return None
        base = _base(int(self.id_of(written.number)) + 1, written.reply, written.replied_at, "Lamp Works")
        return {**base, "is_developer_reply": True, "is_latest": True, "previous_count": 0}

    def id_of(self, number: int) -> str:
        return str(2_100_000 + 2 * number)

    def is_listing(self, call: Call) -> bool:
        return call.path == "/api/v5/ratings/rating/"

    def empty_page(self, call: Call) -> Answer:
        page, n_pages = int(call.query["page"]), max(-(-len(self.reviews) // PER_PAGE), 1)
        return self._page(page, PER_PAGE, n_pages, [])

    def error_in_200(self) -> bytes:
        return b'{"detail": "Request was throttled. Expected available in 30 seconds."}'

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b'"score"', b'"stars"').replace(b'"body"', b'"text"')


def _base(number: int, body: str | None, at: datetime, author: str) -> dict[str, Any]:
    name = {"en-US": "Lamp Dimmer", "de": "Lampendimmer", "_default": "en-US"}
    user = {"id": number + 9_000_000, "name": author, "url": None, "username": f"user-{number}"}
    return {
        "id": number,
        "addon": {"id": NUMBER, "slug": SLUG, "name": name, "icon_url": "https://addons.mozilla.org/invented.png"},
        "body": body,
        "created": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "is_deleted": False,
        "is_developer_reply": False,
        "user": user,
    }


def _refused(status: int, detail: str) -> Answer:
    return Answer(status, _json({"detail": detail}), {"Content-Type": "application/json"})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
