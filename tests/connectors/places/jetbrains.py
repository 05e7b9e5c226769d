"""JetBrains Marketplace: pages of comments from the newest on, and apart from them what was answered."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from reviewwatch_connectors.jetbrains import JetBrainsConnector

from reviewwatch.connector import Connector
from reviewwatch.demo.loopback import Answer, Call
from tests.connectors import place
from tests.connectors.place import PER_PAGE, Written

PLUGIN = 90_417
NAME, LINK = "Harbor Lamp Tools", f"/plugin/{PLUGIN}-harbor-lamp-tools"
_COMMENTS = f"/api/plugins/{PLUGIN}/comments"
_FIRST_ID = 120_000


class Stand(place.Stand):
    """One plugin. A reply of the business comes after a customer's, as the replies of a thread do.

    Attributes:
        spam: Reviews that the place marked as spam.
        size_cap: The most comments on a page, whatever is asked for.
        is_oldest_first: The order, which nobody promises.
    """

    name: ClassVar[str] = "jetbrains"
    patches: ClassVar[Mapping[str, object]] = {"reviewwatch_connectors.jetbrains.PER_PAGE": PER_PAGE}
    fault_points = (0, 1, 2)
    shows_replies = True
    has_titles = False
    listing_url = f"https://plugins.jetbrains.com{LINK}/reviews?noRedirect=true#top"

    def __init__(self) -> None:
        super().__init__()
        self.spam: set[str] = set()
        self.size_cap = 100
        self.is_oldest_first = False

    def options(self) -> dict[str, object]:
        return {"plugin_id": PLUGIN, "base_url": self.address}

    def connector(self, **options: object) -> Connector:
        made = super().connector(**options)
        assert isinstance(made, JetBrainsConnector)
        return replace(made, now=self.clock)

    def answer(self, call: Call) -> Answer:
        if call.path == _COMMENTS:
            size, page = int(call.query.get("size", "20")), int(call.query.get("page", "1"))
            if page < 1 or size < 1 or set(call.query) - {"size", "page"}:
                return Answer(400, b'{"message":"Bad Request"}')
            size = min(size, self.size_cap)
            return _json([self._comment(one) for one in self._listed()[(page - 1) * size : page * size]])
        for external_id, one in self.reviews.items():
            if call.path == f"/api/comments/{external_id}/replies":
                return _json(self._replies(one))
        return Answer(404, b'{"message":"Not Found"}')

    def id_of(self, number: int) -> str:
        return str(_FIRST_ID + number)

    def is_listing(self, call: Call) -> bool:
        return call.path == _COMMENTS

    def empty_page(self, call: Call) -> Answer:
        return _json([])

    def error_in_200(self) -> bytes:
        return b'{"message":"Internal error, please try again later"}'

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b'"comment"', b'"body"').replace(b'"rating"', b'"stars"')

    def _listed(self) -> list[Written]:
        return sorted(self.reviews.values(), key=lambda one: one.created_at, reverse=not self.is_oldest_first)

    def _comment(self, one: Written) -> dict[str, object]:
        return {
            **self._said(self.id_of(one.number), one.text, one.author, one.created_at),
            "rating": one.stars,
            "repliesCount": len(self._replies(one)),
            "vendor": False,
            "votes": {"positive": one.number % 3, "negative": 0},
            "markedAsSpam": self.id_of(one.number) in self.spam,
        }

    def _replies(self, one: Written) -> list[dict[str, object]]:
        if not one.reply or one.replied_at is None:
            return []
        said = ((1, "Same here.", "another-invented", False), (2, one.reply, "tove-harbor", True))
        return [
            {
                **self._said(str(800_000 + one.number * 10 + number), text, author, one.replied_at),
                "rating": 0, "repliesCount": 0, "vendor": is_vendor, "votes": {"positive": 0, "negative": 0},
                "markedAsSpam": False, "parentId": int(self.id_of(one.number)),
            }
            for number, text, author, is_vendor in said
        ]  # fmt: skip

    def _said(self, external_id: str, text: str, author: str, at: datetime) -> dict[str, object]:
        return {
            "id": int(external_id),
            "cdate": str(int(at.timestamp() * 1000)),
            "comment": f"<p>{html.escape(text)}</p>\n",
            "plugin": {"id": PLUGIN, "name": NAME, "link": LINK},
            "author": {
                "id": f"00000000-0000-4000-8000-{external_id:0>12}", "name": author, "hubLogin": author,
                "link": f"/author/00000000-0000-4000-8000-{external_id:0>12}",
                "icon": f"https://hub.jetbrains.com/api/rest/avatar/00000000-0000-4000-8000-{external_id:0>12}",
            },
        }  # fmt: skip


def _json(value: object) -> Answer:
    return Answer(
        200, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"), {"Content-Type": "application/json"}
    )
