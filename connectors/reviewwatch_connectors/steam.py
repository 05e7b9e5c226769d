"""The reviews of one game or program on Steam.

Set up: the number in the address of its store page, store.steampowered.com/app/<number>/, is all that is needed.

    [sources.my-game]
    connector = "steam"
    brand = "default"
    every = "30m"                # answers may be ten minutes old, so asking more often brings little
    app_id = 440

    # languages = ["all"]        # or Steam's names of them: "english", "schinese", "koreana", "brazilian", "latam" …
    # purchase_type = "all"      # "steam" (bought there) or "other" (activated with a key, and the like)
    # include_offtopic = true    # with the reviews that Valve sets aside as off-topic ("review bombs")
    # max_pages = 50             # the most answers of 100 reviews that one pull asks for
    # full_every = "7d"          # how often all of them are read again
    # key_env = "STEAM_KEY"      # or key_file: a publisher's key, which allows more requests
    # base_url = "https://api.steampowered.com"    # with a key https://partner.steam-api.com

Limits: the newest 5,000 reviews by their last change (`max_pages`), so an edit comes with the next pull. A removal is
noticed where Steam lists as many reviews as it counts, all languages and purchases together: at once up to 100 reviews,
else by the full pass. A developer's answer under an older review may show with the full pass only; answers are written
on the store page, there is no API for them. Reviews have no title and, since October 2026, no author's name; the number
that is left of the author is no name to greet, and stays out. Funny votes are left out. The address of before
(/appreviews) was switched off on 2026-10-22; saved answers of it can still be read. Terms: no passing on of the data
(https://steamcommunity.com/dev/apiterms), no asking or paying for reviews.

Source: https://partner.steamgames.com/doc/webapi/IUserReviewsService, as users of the API quote it in 2026-11.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, ClassVar, Final

from reviewwatch.connector import About, Batch, Capabilities, OptionReader, Page, Recognized, Secret, each
from reviewwatch.connector.naming import source_name
from reviewwatch.connector.passes import newest_or_all
from reviewwatch.errors import LayoutChangedError, RetryLaterError
from reviewwatch.net import Http, Response, read_json
from reviewwatch.normalize import clean, parse_language, plain_of_bbcode, time_or_note
from reviewwatch.types import Cursor, Listing, OwnerReply, Rating, RatingKind, Review

PER_PAGE: Final = 100
ASK_AGAIN: Final = 5  # in all, as others do: Steam often names an end where there is none, above all during sales
_ALL: Final[Mapping[str, object]] = {
    "filter": 2, "languages": ("all",), "review_type": 0, "purchase_type": 1, "filter_offtopic_activity": False,
}  # fmt: skip
_PURCHASES: Final = {"steam": 0, "all": 1, "other": 2}
_EXPECTED: Final = "a list of reviews in the form of IUserReviewsService/GetAppReviews"
_WRAPPED: Final = 2**31  # a count below zero comes as what is left of it in 32 bits
_ADDRESS: Final = re.compile(
    r"(?i)(?:https?://)?(?:(store)\.steampowered\.com/(?:agecheck/)?|steamcommunity\.com/)"
    r"app/([0-9]{1,10})(?:/([^/?#]*)|[?#]|\Z)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SteamConnector:
    """One app. `question` is what is asked for; what the place does not know by name it ignores without a word."""

    name: ClassVar[str] = "steam"
    about: ClassVar[About] = About(
        place="Steam",
        key="none; a publisher's key allows more requests",
        limit="not stated; low without a key (429)",
        edits="at the next pull",
        deletions="where as many reviews are listed as counted, by the weekly full pass",
        history="the newest 5,000 (`max_pages`)",
        tested="the documented form, recordings of the form before it, and a stand-in (2026); never live",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="steam", shows_owner_replies=True)

    app_id: int
    address: str
    question: Mapping[str, object]
    max_pages: int
    full_every: timedelta
    key: Secret | None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> SteamConnector:
        """Validate the options, which the module's page explains."""
        reader = OptionReader(source_id, options)
        key, purchases = reader.secret("key"), reader.text("purchase_type", "all")
        languages = tuple(sorted(reader.texts("languages", ("all",)))) or ("",)
        if purchases not in _PURCHASES:
            reader.refuse("purchase_type", "must be all, steam or other")
        if not all(name == "all" or (len(name) > 3 and parse_language(name)) for name in languages):
            reader.refuse("languages", "must be all, or Steam's names of languages such as english, schinese or latam")
        host = "https://partner.steam-api.com" if key else "https://api.steampowered.com"
        made = cls(
            app_id=reader.number("app_id", 0, 1, 2**32 - 1),
            address=reader.address("base_url", host, takes_secret=key is not None),
            question={
                **_ALL, "languages": languages, "purchase_type": _PURCHASES.get(purchases),
                "filter_offtopic_activity": not reader.flag("include_offtopic", True),
            },
            max_pages=reader.number("max_pages", 50, 1, 10_000),
            full_every=reader.duration("full_every", "7d"),
            key=key,
        )  # fmt: skip
        reader.finish()
        return made

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Take the address of an app's store page or of its community hub."""
        found = _ADDRESS.match(url.strip())
        if found is None or not 0 < int(found[2]) < 2**32:
            return None
        name = source_name(found[3] or "" if found[1] else "", f"steam-{int(found[2])}")
        return Recognized(name=name, options={"app_id": int(found[2])}, every="30m")

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read the reviews that changed since the cursor, or all of them where that is due."""
        app, most = self.app_id, self.max_pages * PER_PAGE
        listing = Listing(f"steam:{app}", f"Steam app {app}", "steam", f"https://store.steampowered.com/app/{app}/")
        for step, after in newest_or_all(
            partial(self._fetch, http), "*", cursor, scope=json.dumps(self.question), now=self.now(),
            full_every=self.full_every, max_pages=self.max_pages, ask_again=ASK_AGAIN,
        ):  # fmt: skip
            yield Page(
                listing=listing, reviews=step.batch.reviews, problems=step.batch.problems, cursor=after,
                is_complete=step.is_counted and self.question == _ALL, unseen=step.unseen(), n_done=step.n_seen,
                n_total=min(step.n_total, most) if step.n_total and "seen_until" not in cursor else None,
            )  # fmt: skip

    def read(self, response: Response) -> Batch:
        """Read one answer, or one that was saved from the old address: a list of reviews, or a table by id."""
        answer, items = _opened(response)
        token, summary = answer.get("cursor"), answer.get("query_summary")
        total = answer.get("total_matching", summary.get("total_reviews") if isinstance(summary, dict) else None)
        reviews, problems = each(
            items, self._review, what="review", name=lambda item: str(item["recommendationid"]), body=response.body
        )
        return Batch(
            reviews=reviews, problems=problems, n_items=len(items), n_total=total if type(total) is int else None,
            next=token if isinstance(token, str) and items else "",
            notes=() if items else ("no review is in it",),
        )  # fmt: skip

    def _fetch(self, http: Http, token: str) -> Batch:
        question = json.dumps({"appid": self.app_id, **self.question, "num_per_page": PER_PAGE, "cursor": token})
        # Beside the JSON: inside of it nothing would know the key for what must not stand in a log.
        secret = {"key": self.key.read()} if self.key else {}
        url = f"{self.address}/IUserReviewsService/GetAppReviews/v1/"
        return self.read(http.get(url, params={**secret, "input_json": question}))

    def _review(self, item: Mapping[str, Any]) -> Review:
        review_id, is_up, raw = str(item["recommendationid"]), item["voted_up"], item["review"] or ""
        if not (review_id.isdecimal() and is_up in (0, 1) and isinstance(raw, str)):
            raise ValueError("`recommendationid`, `voted_up` or `review` is of another kind")
        text, notes = clean(plain_of_bbcode(raw))
        created_at, _, no_time = time_or_note(str(item.get("timestamp_created", "")))
        author, votes, reply = item.get("author"), item.get("votes_up"), item.get("developer_response")
        steam_id = str(author.get("steamid", "")) if isinstance(author, dict) else ""
        page = f"https://steamcommunity.com/profiles/{steam_id}/recommended/{self.app_id}/"
        replied_at = time_or_note(str(item.get("timestamp_dev_responded", "")))[0]
        answer = clean(plain_of_bbcode(reply))[0] if isinstance(reply, str) else ""
        return Review(
            listing_key=f"steam:{self.app_id}",
            external_id=review_id,
            text=text,
            rating=Rating("recommended" if is_up else "not recommended", float(is_up), 0.0, 1.0, RatingKind.BINARY),
            lang=parse_language(str(item.get("language", ""))),
            created_at=created_at,
            updated_at=time_or_note(str(item.get("timestamp_updated", "")))[0],
            url=page if steam_id.isdecimal() else None,
            n_votes=votes if type(votes) is int and 0 <= votes < _WRAPPED else None,
            owner_replies=(OwnerReply(answer, created_at=replied_at),) if answer.strip() else (),
            notes=(*notes, *no_time),
        )


def _opened(response: Response) -> tuple[Mapping[str, Any], Sequence[Any]]:
    """Return what stands in the envelope, and the reviews: a list, or a table by id as some saved them.

    The old address had no envelope. The list is missing at the end, where none is counted, and only there.
    """
    answer = read_json(response, _EXPECTED)
    inner = answer.get("response", answer) if isinstance(answer, dict) else {"reviews": answer}
    if inner == {} or (isinstance(inner, dict) and inner.get("success", 1) != 1):
        raise RetryLaterError(
            "Steam sent an answer with nothing in it: either it has no app of this number (compare it with the address "
            "of the store page), or it failed and the next pull brings the reviews"
        )
    found = inner if isinstance(inner, dict) else {}
    items, summary = found.get("reviews"), found.get("query_summary")
    if items is None and isinstance(summary, dict) and summary.get("num_reviews") == 0:
        return found, ()
    if not isinstance(items, list | dict):
        raise LayoutChangedError("Steam sent something else than reviews", expected=_EXPECTED, body=response.body)
    return found, items if isinstance(items, list) else [items] if "recommendationid" in items else list(items.values())
