"""A place that is one document: asked for only if it changed, and read whole.

The cursor holds what the place said of its state (ETag, Last-Modified), how many items there were, the newest time
among them, and the listing's name and page for the pulls that bring nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from reviewwatch.connector.contract import Batch, Page
from reviewwatch.errors import SuspiciousEmptyError
from reviewwatch.net import Http, Response
from reviewwatch.net.reading import KEPT, shown
from reviewwatch.types import Cursor, Listing

_CONDITIONS: Final = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


def one_document(
    http: Http,
    url: str,
    cursor: Cursor,
    read: Callable[[Response], Batch],
    *,
    listing: Listing,
    scope: str,
    headers: Mapping[str, str],
    expected: str,
) -> Iterator[Page]:
    """Yield the one page of a document that shows the newest items alone.

    Args:
        listing: As it is known without the document.
        scope: What the document is read with; where it changes, the document is read anew.
        expected: The form of the document, for the error.

    Raises:
        SuspiciousEmptyError: It held items before and now holds none.
    """
    known = cursor if cursor.get("scope") == scope else {}
    asked = {header: known[key] for key, header in _CONDITIONS.items() if known.get(key)}
    response = http.get(url, headers={**headers, **asked})
    if response.status == 304:
        last = Listing(listing.key, known.get("name") or listing.name, listing.platform, known.get("page"))
        yield Page(listing=last, reviews=(), cursor=known, is_not_modified=True)
        return
    batch = read(response)
    if not batch.n_items and known.get("n_items", "0") != "0":
        raise SuspiciousEmptyError(
            f"{shown(url)} held {known['n_items']} items before and holds none now; look at it in a browser",
            expected=expected,
            body=response.body[:KEPT],
        )
    found = batch.listing or listing
    times = sorted(review.created_at.isoformat() for review in batch.reviews if review.created_at)
    # What could not be read whole, or was guessed at, is asked for again whatever the place says of its state.
    state = {key: response.headers.get(key, "") for key in _CONDITIONS if not (batch.problems or batch.notes)}
    state |= {"scope": scope, "n_items": str(batch.n_items), "name": found.name, "page": found.url or ""}
    state["newest"] = max(["", known.get("newest", ""), *times[-1:]])
    yield Page(
        listing=found,
        reviews=batch.reviews,
        cursor={key: value for key, value in state.items() if value},
        problems=batch.problems,
        notes=batch.notes,
        unseen=_unseen(times, known.get("newest", "")),
    )


def _unseen(times: Sequence[str], newest: str) -> list[str]:
    """Say where reviews may have been missed: before a first document begins, and between two that do not overlap."""
    if not times or (newest and times[0] <= newest):
        return []
    if not newest:
        return [f"what was written before {times[0]}, where the document begins"]
    return [f"what was written from {newest} to {times[0]}, if anything: a shorter `every` helps"]
