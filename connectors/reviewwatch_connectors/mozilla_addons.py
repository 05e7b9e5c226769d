"""Reviews of one extension or theme on addons.mozilla.org: no key, read only.

Set up (`reviewwatch add` with the add-on's address writes it):

    [sources.lamp-dimmer]
    connector = "mozilla_addons"
    addon = "lamp-dimmer"                    # the last part of the add-on's address, its number, or its GUID
    max_pages = 20                           # of 50 reviews, the most that one pull asks for
    full_every = "7d"                        # how often all of them are read again
    base_url = "https://addons.mozilla.org"  # or a proxy's address
    every = "6h"

Limits: the newest 1,000 reviews (`max_pages`), those without a word too. Mozilla gives the time of writing alone, so an
edit, a developer's reply or a removal further down is seen when everything is read again; an add-on with up to 50
reviews is read whole each time. A removal counts only where as many reviews are listed as Mozilla counts. Of somebody
who rated twice the latest is listed. Replies are written on the site: its API takes none. No limit is stated.

Source: https://mozilla.github.io/addons-server/topics/api/ratings.html (read 2026-11), and on replies
https://github.com/mozilla/addons-server/issues/11407 (read 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, Final
from urllib.parse import quote, unquote

from reviewwatch import errors
from reviewwatch.connector import About, Batch, Capabilities, OptionReader, Page, Recognized, each, newest_first
from reviewwatch.connector.naming import path_at, source_name
from reviewwatch.connector.newest import is_full_due
from reviewwatch.net import Http, Response, read_json, said
from reviewwatch.normalize import cleaned, parse_rating, text_of, time_or_note
from reviewwatch.types import Cursor, Listing, OwnerReply, RatingKind, Review

PER_PAGE: Final = 50
EXPECTED: Final = "an object with a list of ratings in `results`"
_PAGE: Final = re.compile(r"[?&]page=([0-9]{1,6})(?:&|$)")
_ADDON: Final = re.compile(r"/(?:firefox|android)/addon/([^/]+)")
_NAME: Final = re.compile(r"[^\s/?#&]{1,255}")
_SAYS: Final = (("credentials|permission", errors.AccessError), ("throttled", errors.RetryLaterError),
                ("not found|invalid page", errors.ListingNotFoundError))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MozillaAddons:
    """One add-on's ratings."""

    name: ClassVar[str] = "mozilla_addons"
    about: ClassVar[About] = About(
        place="Firefox Add-ons",
        key="none",
        limit="not stated for reading",
        edits="by the weekly full pass",
        deletions="by the weekly full pass, where as many are listed as counted",
        history="the newest 1,000 (`max_pages`)",
        tested="the documented form, a recording of a local server, and a stand-in (2026); never live",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="mozilla_addons", shows_owner_replies=True)

    addon: str
    max_pages: int
    full_every: timedelta
    address: str
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> MozillaAddons:
        """Validate the options, which the module's page explains."""
        reader = OptionReader(source_id, options)
        made = cls(
            addon=reader.text("addon"),
            max_pages=reader.number("max_pages", 20, 1, 2000),
            full_every=reader.duration("full_every", "7d"),
            address=reader.address("base_url", "https://addons.mozilla.org"),
        )
        if made.addon and not _NAME.fullmatch(made.addon):
            reader.refuse("addon", "must be the last part of the add-on's address, its number, or its GUID")
        reader.finish()
        return made

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Know an add-on's pages, in any language."""
        found = _ADDON.search(path_at(url, "addons.mozilla.org"))
        addon = unquote(found[1]) if found else ""
        named = Recognized(name=source_name(addon, "add-on"), options={"addon": addon})
        return named if _NAME.fullmatch(addon) else None

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read what is new, or everything where that is due. The cursor has the newest time, and when all was read."""
        cursor = cursor if cursor.get("addon") == self.addon else {"addon": self.addon}
        ids, counts, now, mark = set[str](), set[object](), self.now(), cursor.get("seen_until", "")
        full = {"full_at": now.isoformat()} if is_full_due(cursor.get("full_at", ""), now, self.full_every) else {}

        def fetch(page: str) -> Batch:
            return self._fetch(http, page, cursor.get("key", ""), ids, counts)

        for step in newest_first(fetch, "1", "" if full else mark, max_pages=self.max_pages, max_empty=3):
            is_steady, listing = len(counts) == 1, step.batch.listing or self._listing(None, cursor.get("key", ""))
            if step.is_last and not step.n_items and counts != {0} and (mark or counts != {None}):
                raise errors.SuspiciousEmptyError("Mozilla lists no review, where there are some", expected=EXPECTED)
            state = {**cursor, "key": listing.key} if step.batch.listing else cursor
            if step.is_last and is_steady and not step.n_empty:
                state = {**state, "seen_until": step.seen_until, **full}
            # A removal between two answers lets a review slip to the page before: nothing is taken as read then.
            moved = () if is_steady or not step.is_last else ("what came or went while it was read",)
            yield Page(
                listing=listing, reviews=step.batch.reviews, problems=step.batch.problems, gone=step.batch.gone,
                cursor=state, n_done=step.n_done, unseen=(*step.unseen(), *moved),
                is_complete=step.is_whole and counts == {len(ids)},
            )  # fmt: skip

    def read(self, response: Response) -> Batch:
        """Read one page of ratings, or one rating alone."""
        return self._read(response, "", set())

    def _fetch(self, http: Http, page: str, key: str, ids: set[str], counts: set[object]) -> Batch:
        asked = {"addon": self.addon, "page": page, "page_size": str(PER_PAGE)}
        try:
            response = http.get(f"{self.address}/api/v5/ratings/rating/", params=asked)
        except errors.ListingNotFoundError as error:
            if page == "1" or "Invalid page" not in str(error):
                raise
            counts.add("shorter than before")
            return Batch()
        batch = self._read(response, key, counts)
        ids.update(review.external_id for review in batch.reviews)
        return batch

    def _read(self, response: Response, key: str, counts: set[object]) -> Batch:
        given = read_json(response, EXPECTED)
        answer = given if isinstance(given, dict) else {}
        results = [answer] if "is_developer_reply" in answer else answer.get("results")
        if not isinstance(results, list):
            raise _refusal(response)
        counts.add(answer["count"] if type(answer.get("count")) is int else None)
        items = [item if isinstance(item, dict) else {"id": None} for item in results]
        listing = self._listing(next((item["addon"] for item in items if item.get("addon")), None), key)
        shown = [item for item in items if True not in (item.get("is_deleted"), item.get("is_developer_reply"))]
        reviews, problems = each(shown, lambda item: _review(item, listing), what="rating", expected=EXPECTED,
                                 name=lambda item: text_of(item["id"]), body=response.body)  # fmt: skip
        n_out, onward = len(items) - len(shown), _PAGE.search(str(answer.get("next") or ""))
        notes = [f"{n_out} of {len(items)} are removed or developers' own"] if n_out else ["the answer lists no rating"]
        return Batch(
            listing=listing if items else None, reviews=reviews, problems=problems, n_items=len(items),
            gone=[str(item["id"]) for item in items if item.get("is_deleted") is True and type(item.get("id")) is int],
            next=onward[1] if onward else "", notes=() if items and not n_out else notes,
        )  # fmt: skip

    def _listing(self, addon: object, key: str) -> Listing:
        """Return the add-on as an answer describes it. Its number is what stays when it gets another name."""
        known = addon if isinstance(addon, dict) else {}
        name, slug, number = known.get("name"), known.get("slug"), known.get("id")
        if isinstance(name, dict):
            name = name.get(str(name.get("_default"))) or name.get("en-US") or next(iter(name.values()), None)
        (slug, name), _ = cleaned(
            *(value if isinstance(value, str) and value else self.addon for value in (slug, name))
        )
        key = key or f"mozilla_addons:{number if type(number) is int else self.addon.lower()}"
        return Listing(key, name, "mozilla_addons", f"https://addons.mozilla.org/firefox/addon/{quote(slug)}/")


def _review(item: Mapping[str, Any], listing: Listing) -> Review:
    version, by, score = item.get("version") or {}, item.get("user") or {}, item["score"]
    words = [text_of(value) for value in (item["id"], item["body"], by.get("name"), version.get("version"))]
    (id_, text, author, version), notes = cleaned(*words)
    rating = None if score is None else parse_rating(str(score), best=5, worst=1, kind=RatingKind.STARS)
    created_at, precision, time_notes = time_or_note(text_of(item.get("created")))
    if not id_ or not (text or rating):
        raise ValueError("has neither stars nor words" if id_ else "has no id")
    return Review(
        listing_key=listing.key, external_id=id_, text=text, rating=rating, author=author or None,
        version=version or None, created_at=created_at, created_precision=precision,
        url=f"{listing.url}reviews/{quote(id_)}/", owner_replies=_replies(item.get("reply")),
        notes=(*notes, *time_notes, *["its author had rated this before"] * bool(item.get("previous_count"))),
    )  # fmt: skip


def _replies(reply: Any) -> tuple[OwnerReply, ...]:
    if reply is None or reply.get("is_deleted") or not reply.get("body"):
        return ()
    by, at = reply.get("user") or {}, time_or_note(text_of(reply.get("created")))[0]
    words = (text_of(value) for value in (reply["body"], by.get("name"), by.get("username"), reply.get("id")))
    (text, author, account, id_), _ = cleaned(*words)
    return (OwnerReply(text, author or None, account or None, at, external_id=id_ or None),)


def _refusal(response: Response) -> errors.ConnectorError:
    """Return what a body without ratings stands for: the API says it in `detail`, whatever the status."""
    words = f"says “{said(response)}”" if said(response) else "sent no list of ratings"
    for pattern, kind in _SAYS:
        if re.search(pattern, words, re.I):
            return kind(f"Mozilla {words}")
    return errors.LayoutChangedError(f"Mozilla {words} where ratings should be", "", EXPECTED, response.body)
