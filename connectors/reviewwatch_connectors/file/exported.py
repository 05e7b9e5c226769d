"""Read a file that `reviewwatch export` wrote: every row says whose review it is, so nothing has to be found out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from math import isfinite
from typing import Final

from reviewwatch.connector import Page
from reviewwatch.normalize import parse_language, parse_time
from reviewwatch.normalize.exports import check_of
from reviewwatch.types import Listing, OwnerReply, Precision, Problem, Rating, RatingKind, ReplyState, Review
from reviewwatch_connectors.file.opening import OpenFile
from reviewwatch_connectors.file.problems import Problems

_PAGE: Final = 500
_MOST_WAITING: Final = 4 * _PAGE
_LONGEST: Final = 400
"""Characters of a source or listing key that may be one."""

Get = Callable[[str], str]
"""Gives the cell of a named column, empty where the file has no such column."""
Home = tuple[str, str]
"""Source and listing key."""


class ExportReading:
    """Reads an export once from start to end, in pages of one source and listing each."""

    def __init__(self, opened: OpenFile) -> None:
        self._table = opened.table
        self._size = opened.shape.size
        self._source_id = opened.source_id
        self._places = {name: place for place, name in reversed(list(enumerate(opened.table.names)))}
        self._problems = Problems(opened.table.unit)
        self._waiting: dict[Home, tuple[Listing, list[Review], list[str]]] = {}
        self._n_waiting = 0

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Yield each page with the source that its reviews were seen at."""
        for row in self._table.rows(len(self._table.names)):
            if isinstance(row, Problem):
                self._problems.add(row)
                continue
            number, cells = row
            try:
                is_full = self._add(partial(self._cell, cells))
            except ValueError as error:
                self._problems.add(Problem(f"{self._table.unit} {number}", str(error)))
                continue
            if is_full:
                yield from self._take_all()
        yield from self._take_all()
        self._problems.close()
        if self._problems.are_waiting:
            yield self._source_id, self._page(Listing(f"file:{self._source_id}", self._source_id, "none"), (), ())

    def _cell(self, cells: Sequence[str], name: str) -> str:
        return cells[self._places.get(name, -1)]

    def _add(self, get: Get) -> bool:
        """Take in one row; returns whether enough wait for their pages.

        Raises:
            ValueError: The row cannot be read.
        """
        review = review_of(get)
        home = (get("source"), review.listing_key)
        if home not in self._waiting:
            self._waiting[home] = (listing_of(get), [], [])
        _, reviews, gone = self._waiting[home]
        reviews.append(review)
        if get("gone_at"):
            gone.append(review.external_id)
        self._n_waiting += 1
        return self._n_waiting == _MOST_WAITING

    def _take_all(self) -> Iterator[tuple[str, Page]]:
        waiting, self._waiting, self._n_waiting = self._waiting, {}, 0
        for (source_id, _), (listing, reviews, gone) in waiting.items():
            rest = iter(reviews)
            while batch := list(islice(rest, _PAGE)):
                yield source_id, self._page(listing, batch, gone)

    def _page(self, listing: Listing, reviews: Sequence[Review], gone: Sequence[str]) -> Page:
        n_done = self._table.n_done
        here = {review.external_id for review in reviews}
        return Page(
            listing=listing,
            reviews=reviews,
            cursor={},
            problems=self._problems.take(),
            gone=tuple(external_id for external_id in gone if external_id in here),
            n_total=None if n_done is None else self._size,
            n_done=n_done,
        )


def listing_of(get: Get) -> Listing:
    """Return the listing that a row names."""
    key = get("listing_key")
    return Listing(key, get("listing") or key, get("platform") or "none", _address(get("listing_url")))


def review_of(get: Get) -> Review:
    """Return the review of a row, exactly as it was stored.

    Raises:
        ValueError: Where it belongs was changed, or a cell is not what an export writes.
    """
    source_id, key, external_id = get("source"), get("listing_key"), get("id")
    if check_of(source_id, key, external_id) != get("check"):
        raise ValueError("its source, listing_key or id was changed since the export; export it anew")
    space, _, own = key.partition(":")
    if not (source_id and space and own and external_id) or max(len(source_id), len(key)) > _LONGEST:
        raise ValueError("its source, listing_key or id is missing or too long")
    return Review(
        listing_key=key,
        external_id=external_id,
        title=get("title"),
        text=get("text"),
        positive=get("positive"),
        negative=get("negative"),
        rating=_rating(get),
        author=get("author") or None,
        lang=parse_language(get("lang")),
        country=get("country") or None,
        version=get("version") or None,
        created_at=_time(get("created")),
        created_precision=Precision(get("created_precision") or Precision.INSTANT),
        updated_at=_time(get("updated")),
        url=_address(get("url")),
        n_votes=int(get("votes")) if get("votes") else None,
        owner_replies=_thread(get("thread")),
        notes=tuple(note for note in get("notes").split("\n") if note),
    )


def _rating(get: Get) -> Rating | None:
    if not get("rating"):
        return None
    try:
        value, worst, best = float(get("rating")), float(get("worst")), float(get("best"))
        kind = RatingKind(get("kind"))
    except ValueError as error:
        raise ValueError("its rating is not as an export writes it") from error
    if not (isfinite(best - worst) and worst < best and worst <= value <= best):
        raise ValueError(f"its rating {value:g} does not lie on its scale, {worst:g} to {best:g}")
    return Rating(get("rating_as_written"), value, worst, best, kind)


def _thread(cell: str) -> tuple[OwnerReply, ...]:
    if not cell:
        return ()
    try:
        return tuple(_reply(reply) for reply in json.loads(cell))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError("its thread is not as an export writes it") from error


def _reply(reply: Mapping[str, str | None]) -> OwnerReply:
    return OwnerReply(
        str(reply["text"]),
        author=_text(reply["author"]),
        account=_text(reply["account"]),
        created_at=_time(_text(reply["created_at"]) or ""),
        state=ReplyState(str(reply["state"])),
        external_id=_text(reply["external_id"]),
    )


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise TypeError


def _time(cell: str) -> datetime | None:
    return parse_time(cell)[0] if cell else None


def _address(cell: str) -> str | None:
    return cell if cell.startswith(("https://", "http://")) else None
