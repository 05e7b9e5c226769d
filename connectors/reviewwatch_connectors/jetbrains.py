"""The reviews of one plugin on JetBrains Marketplace.

Set up, with the number in the address of its page, plugins.jetbrains.com/plugin/<number>-<name>:

    [sources.my-plugin]
    connector = "jetbrains"
    brand = "default"
    every = "6h"
    plugin_id = 13234

    # max_pages = 20             # the most pages of 20 reviews that one pull asks for
    # full_every = "7d"          # how often all of them, and the vendor's answers under them, are read again
    # base_url = "https://plugins.jetbrains.com"

Limits: the newest 400 reviews (`max_pages`). A review does not say when it was edited, so an edit shows with the full
pass, as does a changed answer; a new answer under one of the newest reviews shows with the next pull. A removal is
noticed by the full pass, and only of fewer than 20 reviews: on several pages they may shift while they are read. Spam
counts as gone. Answers are written on the plugin's page, there is no API for them. Reviews have no title.

Source: nothing by JetBrains; https://github.com/jansorg/marketplace-stats-kotlin, which reads the same (2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, ClassVar, Final

from reviewwatch.connector import About, Batch, Capabilities, OptionReader, Page, Recognized, each, is_full_due
from reviewwatch.connector.naming import source_name
from reviewwatch.connector.passes import newest_or_all
from reviewwatch.errors import LayoutChangedError, ListingNotFoundError
from reviewwatch.net import Http, Response, read_json, said
from reviewwatch.normalize import clean, parse_rating, plain_of_html, time_or_note
from reviewwatch.types import Cursor, Listing, OwnerReply, Problem, Review

PER_PAGE: Final = 20
_WEB: Final = "https://plugins.jetbrains.com"
_EXPECTED: Final = "a list of comments, each with `id`, `cdate`, `comment` and `rating`"
_ADDRESS: Final = re.compile(
    r"(?i)(?:https?://)?plugins\.jetbrains\.com/(?:[a-z_-]+/)?plugin/([0-9]{1,10})(?:-([^/?#]*))?(?:[/?#]|\Z)"
)
_LINK: Final = re.compile(r"/plugin/[A-Za-z0-9_.-]{1,200}")


@dataclass(frozen=True, slots=True, kw_only=True)
class JetBrainsConnector:
    """One plugin. The cursor also holds, by review, how many answers it had when they were read (`answers`)."""

    name: ClassVar[str] = "jetbrains"
    about: ClassVar[About] = About(
        place="JetBrains Marketplace",
        key="none",
        limit="not stated",
        edits="by the weekly full pass",
        deletions="by the weekly full pass, of plugins with fewer than 20 reviews; spam at once",
        history="the newest 400 (`max_pages`)",
        tested="one recorded review, the form that others wrote down, and a stand-in (2026); never live",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="jetbrains", shows_owner_replies=True)

    plugin_id: int
    address: str
    max_pages: int
    full_every: timedelta
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> JetBrainsConnector:
        """Validate the options, which the module's page explains."""
        reader = OptionReader(source_id, options)
        made = cls(
            plugin_id=reader.number("plugin_id", 0, 1, 2**31 - 1),
            address=reader.address("base_url", _WEB),
            max_pages=reader.number("max_pages", 20, 1, 500),
            full_every=reader.duration("full_every", "7d"),
        )
        reader.finish()
        return made

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Take the address of a plugin's page, or of one of its tabs."""
        found = _ADDRESS.match(url.strip())
        if found is None or not 0 < int(found[1]) < 2**31:
            return None
        name = source_name(found[2] or "", f"plugin-{found[1]}")
        return Recognized(name=name, options={"plugin_id": int(found[1])})

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read the newest reviews and new answers, or all of them where that is due."""
        now, every = self.now(), self.full_every
        is_again = "full_at" in cursor and is_full_due(cursor["full_at"], now, every)
        answers = {} if is_again else dict(re.findall(r"(\d+):(\d+)", cursor.get("answers", "")))
        fetch = partial(self._fetch, http, answers)
        top = fetch("1")
        times = [review.created_at for review in top.reviews if review.created_at]
        is_sorted = times == sorted(times, reverse=True)  # nobody promises the order; in another, all is read each time
        for step, after in newest_or_all(
            lambda page: fetch(page) if page != "1" else top, "1", cursor, scope="", now=now,
            full_every=every if is_sorted else timedelta(0), max_pages=self.max_pages,
        ):  # fmt: skip
            batch, is_alone = step.batch, step.n_done <= 2 and step.n_items < PER_PAGE
            yield Page(
                listing=top.listing or self._listing(None), reviews=batch.reviews, problems=batch.problems,
                cursor={**after, "answers": " ".join(map(":".join, answers.items()))}, gone=batch.gone,
                is_complete=is_alone and step.is_whole and not batch.n_items, unseen=step.unseen(),
            )  # fmt: skip

    def read(self, response: Response) -> Batch:
        """Read one answer: a list of reviews, or one alone. What was answered under them is not in it."""
        items = _items(response)
        found, problems = each(items, self._review, what="review", name=_id, body=response.body)
        return Batch(
            listing=self._listing(next(filter(None, (_of(item, "plugin") for item in items)), None)),
            reviews=[review for review in found if review], problems=problems, n_items=len(items),
            gone=[str(_of(item, "id")) for item in items if _of(item, "markedAsSpam") is True],
            notes=() if any(found) else ("no review is in it",),
        )  # fmt: skip

    def _listing(self, plugin: object) -> Listing:
        link, name = str(_of(plugin, "link")), _text(_of(plugin, "name")) or f"plugin {self.plugin_id}"
        url = _WEB + (link if _LINK.fullmatch(link) else f"/plugin/{self.plugin_id}")
        return Listing(f"jetbrains:{self.plugin_id}", name, "jetbrains", url)

    def _fetch(self, http: Http, answers: dict[str, str], page: str) -> Batch:
        """Ask for one page, and for the answers under those of its reviews that have another number of them now."""
        url = f"{self.address}/api/plugins/{self.plugin_id}/comments"
        response = http.get(url, params={"size": str(PER_PAGE), "page": page})
        batch = self.read(response)
        counts = {str(_of(item, "id")): str(_of(item, "repliesCount")) for item in _items(response)}
        problems = list(batch.problems)
        reviews = [self._whole(http, one, counts[one.external_id], answers, problems) for one in batch.reviews]
        return replace(batch, reviews=reviews, problems=problems, next=str(int(page) + 1) if batch.n_items else "")

    def _whole(self, http: Http, review: Review, n: str, answers: dict[str, str], problems: list[Problem]) -> Review:
        """Return a review with the answers under it; as listed, where their number is the known one."""
        known, unread = answers.pop(review.external_id, ""), list[Problem]()
        if review.is_thread_partial and known != n:
            try:
                response = http.get(f"{self.address}/api/comments/{review.external_id}/replies")
            except ListingNotFoundError:  # removed between two requests
                return review
            found, unread = each(_items(response), _answer, what="answer", body=response.body)
            review = replace(review, owner_replies=tuple(filter(None, found)), is_thread_partial=bool(unread))
        problems += unread
        answers.update({} if unread or n == "0" else {review.external_id: n})
        return review

    def _review(self, item: Mapping[str, Any]) -> Review | None:
        """Return a comment as a review; None where it is spam, the vendor's own or an answer."""
        raw, notes = clean(item["comment"] or "")
        rating = parse_rating(str(item["rating"]), 5.0, 1.0)
        if item.get("markedAsSpam") is True or item.get("vendor") is True or item.get("parentId"):
            return None
        created_at, _, no_time = time_or_note(str(item.get("cdate") or ""))
        n_votes = _of(item.get("votes"), "positive")
        return Review(
            listing_key=f"jetbrains:{self.plugin_id}", external_id=_id(item), text=plain_of_html(raw), rating=rating,
            author=_text(_of(item.get("author"), "name")), version=_text(item.get("updateVersion")),
            created_at=created_at, url=f"{self._listing(item.get('plugin')).url}/reviews", notes=(*notes, *no_time),
            n_votes=n_votes if type(n_votes) is int else None, is_thread_partial=item.get("repliesCount") != 0,
        )  # fmt: skip


def _answer(item: Mapping[str, Any]) -> OwnerReply | None:
    """Return an answer of the vendor; None where it is a customer's, or spam."""
    text, author = plain_of_html(clean(item["comment"] or "")[0]), item.get("author")
    if item["vendor"] is not True or item.get("markedAsSpam") is True:
        return None
    created_at = time_or_note(str(item.get("cdate") or ""))[0]
    return OwnerReply(
        text, _text(_of(author, "name")), _text(_of(author, "hubLogin")), created_at, external_id=_id(item)
    )


def _id(item: Mapping[str, Any]) -> str:
    if str(item["id"]).isdecimal():
        return str(item["id"])
    raise ValueError("`id` is no number")


def _text(value: object) -> str | None:
    return clean(value)[0] if isinstance(value, str) and value else None


def _of(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _items(response: Response) -> Sequence[Any]:
    found = read_json(response, _EXPECTED)
    if isinstance(found, list) or _of(found, "comment") is not None:
        return found if isinstance(found, list) else [found]
    words = f"JetBrains sent something else than reviews, which says “{said(response)}”"
    raise LayoutChangedError(words, expected=_EXPECTED, body=response.body)
