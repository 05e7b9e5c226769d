"""Steam's review service: its parameters, its silence about those that it does not know, its envelope and its end."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from reviewwatch_connectors.steam import SteamConnector

from reviewwatch.connector import Connector
from reviewwatch.demo.loopback import Answer, Call
from tests.connectors import place
from tests.connectors.place import PER_PAGE, Written

APP = 4_100_230
KEY = "an-invented-publisher-key"
PATH = "/IUserReviewsService/GetAppReviews/v1/"
LANGUAGES = ("english", "schinese", "german", "koreana", "brazilian")
_FIRST_ID = 215_000_000
_FIRST_STEAM_ID = 76_561_198_900_000_000
# What the service takes; any other name it ignores, those of the address before it included.
_DEFAULTS: Mapping[str, Any] = {
    "appid": 0, "filter": 0, "languages": ["english"], "review_type": 0, "purchase_type": 0, "num_per_page": 20,
    "cursor": "*", "filter_offtopic_activity": True,
}  # fmt: skip


class Stand(place.Stand):
    """One app. Reviews have five languages in turn, every third was activated with a key, every seventh is off-topic.

    So whoever asks with the wrong names gets a 200 and some of the reviews, as at the real place.

    Attributes:
        n_more_counted: Reviews that are counted and never listed.
    """

    name: ClassVar[str] = "steam"
    patches: ClassVar[Mapping[str, object]] = {"reviewwatch_connectors.steam.PER_PAGE": PER_PAGE}
    fault_points = (0, 1, 2)
    sees_removals = True
    shows_replies = True
    has_titles = False
    secret_env: ClassVar[Mapping[str, str]] = {"STEAM_KEY": KEY}
    listing_url = f"https://store.steampowered.com/app/{APP}/Lamp_Harbor/?l=german"

    def __init__(self) -> None:
        super().__init__()
        self.n_more_counted = 0

    def options(self) -> dict[str, object]:
        return {"app_id": APP, "base_url": self.address, "key_env": "STEAM_KEY"}

    def connector(self, **options: object) -> Connector:
        made = super().connector(**options)
        assert isinstance(made, SteamConnector)
        return replace(made, now=self.clock)

    def answer(self, call: Call) -> Answer:
        if call.path != PATH:
            return Answer(302, headers={"Location": f"{self.address}/"}) if "appreviews" in call.path else Answer(404)
        if "key" in call.query and call.query["key"] != KEY:
            return Answer(403, b"<html><head><title>Forbidden</title></head><body>Access is denied.</body></html>")
        asked = self.asked(call)
        if asked["appid"] != APP:
            return _json({"response": {}})
        found = [one for one in self._in_order(asked["filter"]) if _matches(one, asked)]
        start = _place_of(asked["cursor"])
        page = found[start : start + min(asked["num_per_page"], 100)]
        if not page:
            return (
                _json({"response": {"query_summary": {"num_reviews": 0}, "total_matching": 0}})
                if start
                else self._none()
            )
        return _json({"response": self._page(page, len(found) + self.n_more_counted, start)})

    def asked(self, call: Call) -> dict[str, Any]:
        """Return what a call asks for, as the service understands it."""
        given = json.loads(call.query["input_json"]) if "input_json" in call.query else {}
        return {**_DEFAULTS, **{key: value for key, value in given.items() if type(value) is type(_DEFAULTS.get(key))}}

    def id_of(self, number: int) -> str:
        return str(_FIRST_ID + number)

    def is_listing(self, call: Call) -> bool:
        return call.path == PATH

    def empty_page(self, call: Call) -> Answer:
        return _json({"response": {"query_summary": {"num_reviews": 0}, "total_matching": 0}})

    def error_in_200(self) -> bytes:
        return b'{"response":{}}'

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b'"recommendationid"', b'"review_id"').replace(b'"voted_up"', b'"vote"')

    def _in_order(self, order: int) -> list[Written]:
        """Return them by last change; by helpfulness, which knows the last month alone, where nothing was asked."""
        newest = self.newest()
        return newest if order == 2 else sorted(newest, key=lambda one: one.number % 4)

    def _none(self) -> Answer:
        summary = {"num_reviews": 0, "review_score": 0, "review_score_desc": "No user reviews", "total_positive": 0,
                   "total_negative": 0, "total_reviews": 0}  # fmt: skip
        return _json({"response": {"query_summary": summary, "total_matching": self.n_more_counted}})

    def _page(self, page: list[Written], total: int, start: int) -> dict[str, object]:
        n_up = sum(one.stars >= 3 for one in self.reviews.values())
        scores = {"review_score": 5, "review_score_desc": "Mixed", "total_positive": n_up,
                  "total_negative": len(self.reviews) - n_up, "total_reviews": len(self.reviews)}  # fmt: skip
        return {
            "query_summary": {"num_reviews": len(page), **({} if start else scores)},
            "reviews": [self._review(one) for one in page],
            "cursor": _cursor_at(start + len(page)),
            "total_matching": total,
        }

    def _review(self, one: Written) -> dict[str, object]:
        answered = (
            {"developer_response": one.reply, "timestamp_dev_responded": _seconds(one.replied_at)} if one.reply else {}
        )
        return {
            "recommendationid": self.id_of(one.number),
            "author": {
                "steamid": str(_FIRST_STEAM_ID + one.number), "num_reviews": one.number, "playtime_forever": 610,
                "playtime_last_two_weeks": 15, "playtime_at_review": 480, "last_played": _seconds(one.created_at),
            },
            "language": LANGUAGES[one.number % len(LANGUAGES)],
            "review": one.text,
            "timestamp_created": _seconds(one.created_at),
            "timestamp_updated": _seconds(one.changed_at),
            "voted_up": one.stars >= 3,
            "votes_up": one.number,
            "votes_funny": 0 if one.number % 6 else 4_294_967_295,
            "weighted_vote_score": 0.52,
            "comment_count": 0,
            "steam_purchase": one.number % 3 != 0,
            "received_for_free": False,
            "written_during_early_access": False,
            **answered,
            "primarily_steam_deck": False,
            "refunded": False,
        }  # fmt: skip


def _matches(one: Written, asked: Mapping[str, Any]) -> bool:
    speaks = "all" in asked["languages"] or LANGUAGES[one.number % len(LANGUAGES)] in asked["languages"]
    is_steam = one.number % 3 != 0
    is_bought = asked["purchase_type"] == 1 or (asked["purchase_type"] == 0) is is_steam
    return speaks and is_bought and not (asked["filter_offtopic_activity"] and one.number % 7 == 0)


def _cursor_at(position: int) -> str:
    """Return a cursor of the service's kind; the characters that an address cannot hold as they are stand in it."""
    return "+/" + base64.b64encode(f"{position:06}".encode()).decode() + "=="


def _place_of(cursor: str) -> int:
    """Return where a cursor stands; one that was spoiled on the way is read as the end."""
    if cursor == "*":
        return 0
    is_whole = cursor.startswith("+/") and cursor.endswith("==")
    return int(base64.b64decode(cursor[2:-2])) if is_whole else 10**6


def _seconds(at: Any) -> int:
    return int(at.timestamp())


def _json(value: object) -> Answer:
    return Answer(200, json.dumps(value).encode(), {"Content-Type": "application/json; charset=UTF-8"})
