"""A walk through one of GitHub's listings in the order of change, oldest first.

Each request starts a second before the last item of the one before. So what moves while it is read comes again further
on, nothing is missed as it would be where pages shift, a walk goes on from any of its pages, and an unchanged place
answers the last request of a walk with 304 the next time. Page links are followed only where a page does not say where
to go on: it is empty, out of order, or all of one second. What shifts meanwhile may be missed there until the next
full walk, so such a walk proves nothing gone.
https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api (read 2026-11-21)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from reviewwatch.errors import LayoutChangedError
from reviewwatch.net import Response, links, read_json
from reviewwatch.normalize import parse_time

PER_PAGE: Final = "100"
EXPECTED: Final = "a list of items, each with its updated_at"
Fetch = Callable[[str, Mapping[str, str] | None, str], Response]
"""(url, params, ETag or "") -> answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a walk.

    Attributes:
        since: Where a walk goes on once this page is stored, "" for the first item.
        etag: Of the walk's last request, where it can be asked again as it was; else "".
        is_by_link: It was reached by a page link, where items may have shifted.
        is_same: The place says that nothing changed since the walk that gave the ETag.
        n_left: Pages still to come, as far as the place says.
    """

    items: Sequence[Any]
    since: str
    etag: str = ""
    is_last: bool = False
    is_by_link: bool = False
    is_same: bool = False
    n_left: int = 0


def walk(fetch: Fetch, url: str, params: Mapping[str, str], since: str, etag: str) -> Iterator[Step]:
    """Yield the pages from `since` on.

    Raises:
        LayoutChangedError: A page is no list, or its links lead to another place or in a circle.
    """
    sorting = {**params, "sort": "updated", "direction": "asc", "per_page": PER_PAGE}
    link, followed = "", set[str]()
    while True:
        start = {"since": since} if since else {}
        response = fetch(link, None, "") if link else fetch(url, {**sorting, **start}, etag)
        if response.status == 304:
            yield Step((), since, etag, is_last=True, is_same=True)
            return
        items, further, etag = _items(response), links(response), ""
        later, is_by_link = _later(items, since), bool(link)
        if "next" not in further and (_has_room(items) or not later):
            etag = response.headers.get("etag", "") if _has_room(items) and not link else ""
            yield Step(items, since, etag, is_last=True, is_by_link=is_by_link)
            return
        yield Step(items, later or since, is_by_link=is_by_link, n_left=0 if link else _n_left(further))
        if later:
            since, link = later, ""
        else:
            link = onward(response, url, further["next"], followed)


def stamp(item: Mapping[str, object]) -> str:
    """Return when an item last changed, in the one form that `since` takes and that sorts as text.

    Raises:
        ValueError: It is missing or no time.
    """
    value = item.get("updated_at")
    if not isinstance(value, str):
        raise ValueError("`updated_at` is missing")
    return _text(value)


def onward(response: Response, url: str, link: str, followed: set[str]) -> str:
    """Return the address of the next page, once.

    Args:
        followed: Links of this walk so far; the new one is added.

    Raises:
        LayoutChangedError: It leads to another place, where the token has no business, or in a circle.
    """
    if urlsplit(link)[:2] != urlsplit(url)[:2]:
        raise LayoutChangedError(
            f"the next page is said to be on {urlsplit(link).netloc}; a proxy has to rewrite its links",
            expected="a link to the same place",
            body=response.body,
        )
    if link in followed:
        raise LayoutChangedError(
            "the links between the pages go in a circle", expected="a last page", body=response.body
        )
    followed.add(link)
    return link


def _text(value: str, back: timedelta = timedelta(0)) -> str:
    return (parse_time(value)[0] - back).strftime("%Y-%m-%dT%H:%M:%SZ")


def _items(response: Response) -> Sequence[Any]:
    items = read_json(response, EXPECTED)
    if not isinstance(items, list):
        raise LayoutChangedError("GitHub sent something else than a list", expected=EXPECTED, body=response.body)
    return items


def _later(items: Sequence[Any], since: str) -> str:
    """Return where to go on after a page; "" where it does not say."""
    try:
        stamps = [stamp(item) for item in items]
    except (ValueError, AttributeError):
        return ""
    if not stamps or stamps != sorted(stamps):
        return ""
    later = _text(stamps[-1], back=timedelta(seconds=1))
    return later if later > since else ""


def _has_room(items: Sequence[Any]) -> bool:
    """Say whether what comes next will show on this page.

    Only then does its ETag tell of it: what comes after a full page leaves that page as it was. Half a page of room is
    asked for, since GitHub leaves out hidden items after it has counted them.
    """
    return len(items) * 2 <= int(PER_PAGE)


def _n_left(further: Mapping[str, str]) -> int:
    last = parse_qs(urlsplit(further.get("last", "")).query).get("page", [""])[0]
    return int(last) - 1 if last.isdecimal() and len(last) < 6 else 0
