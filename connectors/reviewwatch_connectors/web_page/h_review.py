"""Microformats: the classes `h-review` and, before 2010, `hreview`.

Source: https://microformats.org/wiki/h-review, https://microformats.org/wiki/hreview (read 2026-11).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from reviewwatch.connector import each
from reviewwatch_connectors.web_page.marks import Marked, Marks, refuse_nothing
from reviewwatch_connectors.web_page.tree import shown_text

_NEW: Final[Mapping[str, str]] = {
    "p-name": "title", "p-summary": "summary", "p-rating": "rating", "p-best": "best", "p-worst": "worst",
    "p-author": "author", "p-reviewer": "author", "dt-published": "created", "dt-reviewed": "created",
    "dt-updated": "modified", "e-content": "text", "p-content": "text", "e-description": "text",
    "p-description": "text", "p-item": "item", "u-url": "site_id", "u-uid": "site_id",
}  # fmt: skip
_OLD: Final[Mapping[str, str]] = {
    "summary": "title", "rating": "rating", "best": "best", "worst": "worst", "reviewer": "author",
    "dtreviewed": "created", "reviewed": "created", "description": "text", "item": "item",
}  # fmt: skip
_OLD_THINGS: Final = frozenset({"vcard", "reviewer", "item", "hproduct", "vevent", "hreview", "hreview-aggregate"})
_NAMES: Final = ("p-name", "fn")
_VALUES: Final = ("p-value", "value", "p-average", "average")
_TIMES: Final = frozenset({"created", "modified"})
_STATED: Final[Mapping[str, str]] = {
    "abbr": "title", "data": "value", "input": "value", "meter": "value", "img": "alt", "area": "alt",
}  # fmt: skip


def read_microformats(root: Any, body: bytes = b"") -> Marks:
    """Return the reviews that classes mark up in a page."""
    roots = [(element, _kind(element)) for element in root.xpath("//*[contains(@class, 'review')]")]
    found = [element for element, kind in roots if kind in ("h-review", "hreview")]
    reviews, problems = each(found, _review, what="review", expected="h-review", body=body)
    names = Counter(review.item for review in reviews if review.item).most_common(1)
    return Marks(
        reviews=reviews,
        problems=problems,
        name=names[0][0] if names else "",
        has_summary=any(kind in ("h-review-aggregate", "hreview-aggregate") for _, kind in roots),
        n_items=len(found),
    )


def _classes(element: Any) -> list[str]:
    return element.get("class", "").split() if isinstance(element.tag, str) else []


def _kind(element: Any) -> str:
    classes = _classes(element)
    return next(
        (one for one in ("h-review", "hreview", "h-review-aggregate", "hreview-aggregate") if one in classes), ""
    )


def _review(root: Any) -> Marked:
    """Return one review.

    Raises:
        ValueError: It says nothing.
    """
    said: dict[str, str] = {}
    for field, element in _properties(root, _NEW if _kind(root) == "h-review" else _OLD):
        if field not in said and (value := _value(field, element)):
            said[field] = value
    summary = said.pop("summary", "")
    if not said:
        # A root without properties is named by all of its text.
        said["title"] = summary or " ".join(shown_text(root).split())
    elif summary:
        said.setdefault("title" if said.get("text") else "text", summary)
    return refuse_nothing(Marked(**said))  # type: ignore[arg-type] # only fields of text are named above


def _properties(root: Any, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield what the classes inside of a review name, in order: not those inside of another thing."""
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        classes = _classes(element)
        yield from ((names[one], element) for one in classes if one in names)
        if names is _OLD and {"bookmark", "self"} & set(element.get("rel", "").split()):
            yield "site_id", element
        if not any(one.startswith("h-") or (names is _OLD and one in _OLD_THINGS) for one in classes):
            stack += reversed(element)


def _value(field: str, element: Any) -> str:
    if field == "site_id":
        return str(element.get("href") or element.get("value") or "").strip()
    if field == "text":
        return shown_text(element)
    if field in _TIMES:
        return element.get("datetime") or _stated(element)
    wanted = _VALUES if field == "rating" else _NAMES if field in ("author", "item") else ()
    inner = next((one for one in element.iterdescendants(etree.Element) if set(_classes(one)) & set(wanted)), element)
    return _stated(inner)


def _stated(element: Any) -> str:
    """Return what an attribute says of an element, else its text on one line."""
    stated = element.get(_STATED.get(element.tag, "content"))
    return " ".join((stated if stated is not None else shown_text(element)).split())
