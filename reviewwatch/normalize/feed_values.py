"""What a feed says, as typed values; both ways of reading one make them."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from reviewwatch.types import Precision

Moment = tuple[datetime, Precision]
_MARKUP_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its feed gives it, "" or None where it says nothing.

    Attributes:
        title, body: As HTML, whatever they were; the whole content where there is one, else the summary.
        published, updated: None where it is missing, or cannot be read and stands in `odd_times`.
    """

    entry_id: str
    link: str
    title: str
    body: str
    author: str
    published: Moment | None
    updated: Moment | None
    odd_times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed.

    Attributes:
        title, link: Of the whole; the title is HTML.
        is_cut: It breaks off; what stands behind the last whole entry is left out.
        notes: What was assumed.
    """

    title: str
    link: str
    entries: Sequence[Entry]
    is_cut: bool = False
    notes: tuple[str, ...] = ()


def as_html(part: Mapping[str, Any]) -> str:
    """Return a piece of text as HTML; one that is said to be plain keeps its lines and its angle brackets.

    Args:
        part: `value`, and the media type as `type`.
    """
    value = str(part.get("value") or "")
    if part.get("type", "text/html") in _MARKUP_TYPES or not ("<" in value or "&" in value):
        return value
    return f"<pre>{html.escape(value, quote=False)}</pre>"
