"""The state that a page of Trustpilot carries in `__NEXT_DATA__`, with more than its JSON-LD: replies and both times.

Source: a recorded item, https://github.com/Riz-22/trustpilot (commit 456018d, read 2026-11).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reviewwatch.connector import each
from reviewwatch_connectors.web_page.json_ld import read_block
from reviewwatch_connectors.web_page.marks import Marked, MarkedReply, Marks, refuse_nothing

EXPECTED: Final = "props.pageProps with businessUnit and reviews"


def read_state(script: str, body: bytes) -> Marks:
    """Return the reviews of a page's state, nothing where it is some other site's.

    Raises:
        LayoutChangedError: It lists reviews, and none can be read.
    """
    props = _props(script)
    unit, listed = _part(props, "businessUnit"), props.get("reviews")
    if not isinstance(listed, list) or not (unit or "consumer" in props):
        return Marks()
    relevant = props.get("relevantReviews")
    items = listed + (relevant if isinstance(relevant, list) else [])
    public = [item for item in items if not (isinstance(item, dict) and (item.get("isPending") or item.get("pending")))]
    reviews, problems = each(public, _review, what="review", name=_id, expected=EXPECTED, body=body)
    domain = _text(unit, "identifyingName")
    stated = unit.get("numberOfReviews")
    return Marks(
        reviews=reviews,
        problems=problems,
        name=_text(unit, "displayName") or domain,
        key=f"trustpilot:{unit_id}" if (unit_id := _text(unit, "id") or domain) else "",
        platform="trustpilot",
        url=f"https://www.trustpilot.com/review/{domain}" if domain else "",
        has_summary=bool(unit),
        n_stated=stated if type(stated) is int else None,
        n_items=len(items),
    )


def _props(script: str) -> Mapping[str, Any]:
    """Return what a page shows: of a whole state, of the part that is fetched alone, or of one review by itself."""
    try:
        state: Any = read_block(script)[0]
        state = state.get("props", state)
        state = state.get("pageProps", state)
    except (ValueError, LookupError, AttributeError, RecursionError):
        return {}
    if not isinstance(state, dict):
        return {}
    return {"reviews": [state], **state} if "consumer" in state and "dates" in state else state


def _review(item: Mapping[str, Any]) -> Marked:
    consumer, dates = _part(item, "consumer"), _part(item, "dates")
    rating = item.get("rating")
    likes = item.get("likes")
    is_verified = _part(_part(item, "labels"), "verification").get("isVerified")
    site_id = item["id"]
    if not isinstance(site_id, str) or not site_id:
        raise TypeError("`id` is no text")
    return refuse_nothing(
        Marked(
            site_id=site_id,
            url=f"https://www.trustpilot.com/reviews/{site_id}" if site_id.isalnum() else "",
            author=_text(consumer, "displayName"),
            title=_text(item, "title"),
            text=_text(item, "text"),
            rating=str(rating) if type(rating) in (int, float, str) else "",
            created=_text(dates, "publishedDate"),
            modified=_text(dates, "updatedDate"),
            lang=_text(item, "language"),
            country=_text(consumer, "countryCode"),
            n_votes=likes if type(likes) is int else None,
            replies=_replies(_part(item, "reply")),
            notes=("Trustpilot calls it verified",) if is_verified is True else (),
        )
    )


def _id(item: Mapping[str, Any]) -> str:
    return _text(item, "id")


def _replies(reply: Mapping[str, Any]) -> tuple[MarkedReply, ...]:
    text = _text(reply, "message")
    return (MarkedReply(text=text, created=_text(reply, "publishedDate")),) if text else ()


def _part(item: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = item.get(key)
    return value if isinstance(value, dict) else {}


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""
