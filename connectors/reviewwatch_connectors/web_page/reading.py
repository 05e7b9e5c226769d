"""One page -> its reviews: the quick syntaxes first, and a tree only where they hold none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from reviewwatch.connector import Batch
from reviewwatch.errors import LayoutChangedError, SummaryOnlyError
from reviewwatch.net import Response
from reviewwatch.types import Listing, Problem
from reviewwatch_connectors.web_page.document import Document, Script, read_document
from reviewwatch_connectors.web_page.doors import SAVE_IT, refuse_wall
from reviewwatch_connectors.web_page.house_values import reviews_of
from reviewwatch_connectors.web_page.json_ld import read_blocks
from reviewwatch_connectors.web_page.marks import Marks
from reviewwatch_connectors.web_page.schema_org import read_nodes
from reviewwatch_connectors.web_page.trustpilot import read_state

_REVIEW_TYPE: Final = "://schema.org/Review"
_IN_TAGS: Final = re.compile(r"""itemtype=["']?https?://schema\.org/Review\b""")
KEPT: Final = 200_000
_LOOKED_FOR: Final = "reviews marked up as JSON-LD, microdata, RDFa or h-review, or the state of a page of Trustpilot"


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page, read.

    Attributes:
        n_stated: Reviews that there are by the page's own summary, None where it has none.
        refusal: Why the page is of no use, None where it holds a review.
    """

    batch: Batch
    listing: Listing
    n_stated: int | None = None
    refusal: LayoutChangedError | None = None


def read_page(response: Response, listing_of: Callable[[Marks, Document], Listing]) -> PageRead:
    """Read whatever a page marks up, in the first syntax that holds a review.

    Args:
        listing_of: Says which listing a page with these marks is.

    Raises:
        AccessError: A bot wall stands in its place.
        LayoutChangedError: Reviews are listed, and none of them can be read.
    """
    document = read_document(response)
    tried: list[Marks] = []
    unread: LayoutChangedError | None = None
    for read in _syntaxes(document, response.body[:KEPT]):
        try:
            tried.append(read())
        except LayoutChangedError as error:
            # A shop's template may hold an empty review, and the real ones stand in another syntax.
            unread = unread or error
        if tried and tried[-1].reviews:
            break
    else:
        refuse_wall(response, document)
        if unread:
            raise unread
    marks = tried[-1] if tried and tried[-1].reviews else _nothing(tried)
    problems = [problem for one in tried for problem in one.problems]
    listing = listing_of(marks, document)
    batch = Batch(
        listing=listing,
        reviews=reviews_of(marks, listing, listing.url or ""),
        problems=problems,
        n_items=marks.n_items,
        notes=document.notes,
    )
    if not batch.reviews:
        return PageRead(batch, listing, marks.n_stated, _refusal(marks, problems, response))
    return PageRead(batch, listing, max(marks.n_stated or 0, _n_in_tags(document.text)))


def _n_in_tags(text: str) -> int:
    """Return how many reviews a page marks up as microdata, whichever syntax was read: JSON-LD often holds fewer."""
    # Looking from the end costs a quarter of the count, and most pages with JSON-LD mark nothing up beside it.
    return len(_IN_TAGS.findall(text)) if text.rfind(_REVIEW_TYPE) >= 0 else 0


def _syntaxes(document: Document, body: bytes) -> Iterator[Callable[[], Marks]]:
    """Yield what reads each syntax that the page may hold, the quick ones first."""
    scripts = list(document.scripts())
    for script in scripts:
        if "__NEXT_DATA__" in script.attributes:
            yield partial(read_state, script.text, body)
    yield partial(_read_json_ld, [script for script in scripts if script.is_json_ld], body)
    if any(mark in document.text for mark in ("itemprop", "typeof", "review")):
        yield from _in_tree(document.text, body)


def _read_json_ld(scripts: list[Script], body: bytes) -> Marks:
    values, problems = read_blocks(scripts)
    marks = read_nodes(values, is_escaped=True, body=body)
    return replace(marks, problems=(*problems, *marks.problems))


def _in_tree(text: str, body: bytes) -> Iterator[Callable[[], Marks]]:
    from reviewwatch_connectors.web_page.h_review import read_microformats  # noqa: PLC0415 - lxml costs 20 ms
    from reviewwatch_connectors.web_page.tree import MICRODATA, RDFA, nodes_of, parse_tree  # noqa: PLC0415 - the same

    root = parse_tree(text)
    if root is not None:
        yield lambda: read_nodes(nodes_of(root, MICRODATA), is_escaped=False, body=body)
        yield partial(read_microformats, root, body)
        yield lambda: read_nodes(nodes_of(root, RDFA), is_escaped=False, body=body)


def _nothing(tried: list[Marks]) -> Marks:
    """Return what is known of a page without a review."""
    summary = next((one for one in tried if one.has_summary), Marks())
    return replace(summary, reviews=(), n_items=max((one.n_items for one in tried), default=0))


def _refusal(marks: Marks, problems: list[Problem], response: Response) -> LayoutChangedError:
    body, shown = response.body, page_key(response.url)
    if marks.has_summary:
        counted = f" ({marks.n_stated:,} reviews)" if marks.n_stated else ""
        return SummaryOnlyError(
            f"{shown} states only a summary rating{counted} and marks up no review: there is nothing to watch in it. "
            "Look for the page that shows the reviews themselves, or for the site's feed or export of them, which "
            "`reviewwatch import` reads",
            expected="at least one review",
        )
    what = "is empty" if not body.strip() else "holds no review that is marked up"
    why = f" ({problems[0].where} {problems[0].why})" if problems else ""
    return LayoutChangedError(
        f"{shown} {what}{why}; looked for {_LOOKED_FOR}. If a browser shows reviews there, a script loads them: "
        f"{SAVE_IT}",
        expected=_LOOKED_FOR,
        body=body[:KEPT],
    )


def page_key(url: str) -> str:
    """Return what an address is known by: host, path and query, without scheme, `www.` and what tracks visitors."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")
    kept = [
        pair for pair in parts.query.split("&") if pair and not pair.lower().startswith(("utm_", "gclid=", "fbclid="))
    ]
    return host + parts.path.rstrip("/") + (f"?{'&'.join(kept)}" if kept else "")
