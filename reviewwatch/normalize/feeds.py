"""Feeds in RSS 0.9 to 2.0 and Atom, as typed entries. Pure: feedparser gets bytes, and never an address or a path.

feedparser fills gaps with what stands elsewhere (`updated` from `published`, an id from the link); only what is really
there is taken. Where a feed is no well-formed XML it reads on leniently, which is said.
"""

from __future__ import annotations

import html
import re
from calendar import timegm
from io import BytesIO
from typing import Any, Final

from reviewwatch.normalize.feed_values import Entry, Feed, Moment, as_html
from reviewwatch.normalize.loose_xml import safe_xml
from reviewwatch.normalize.times import AmbiguousDateError, from_millis, parse_time
from reviewwatch.normalize.usual_feed import read_usual_feed
from reviewwatch.types import Precision

__all__ = ["Entry", "Feed", "feed_link", "read_feed"]

_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_ELEMENT: Final = re.compile(r"<([A-Za-z][\w.:-]*)")
_END: Final = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_ENTRY_END: Final = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_AUTHOR_TAG: Final = re.compile(
    r"<(/?)(?:\w+:)?(?:author|creator|contributor|managingeditor|owner|publisher|webmaster)\b[^>]*>", re.IGNORECASE
)
_BARE: Final = re.compile(r"&(?!#?\w+;)")
_TAG: Final = re.compile(r"<!\[CDATA\[|\]\]>|<[^>]*>")
_LONGEST_AUTHOR: Final = 1_000
_LONGEST_NAME: Final = 200
_FEED_LINK: Final = re.compile(
    r"<link\b(?=[^>]{0,900}application/(?:rss|atom)\+xml)[^>]{0,900}?href\s{0,9}=\s{0,9}[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)
_PAGE_HEAD: Final = 200_000
_HEAD: Final = 20_000
_TRAIL: Final = 4_000
_MOST_MARKUP: Final = 60
"""End tags that a feed without entries may have; more of them are entries in a form that is not known."""


def read_feed(text: str) -> Feed:
    """Return what a feed says.

    Raises:
        ValueError: It is no feed, or one of which nothing can be read, with a clause that fits after "sent".
    """
    if text.lstrip()[:1] in ("{", "["):
        raise ValueError("JSON")
    try:
        xml = safe_xml(text)
    except ValueError as error:
        raise ValueError(f"a document that {error}") from error
    root = _ROOT.search(xml, 0, _HEAD)
    if root is None:
        raise ValueError(_what(xml))
    xml = xml[root.start() :]
    is_cut = not _END.search(xml, max(0, len(xml) - _TRAIL))
    whole = xml[: max((end.end() for end in _ENTRY_END.finditer(xml)), default=0)] if is_cut else xml
    usual = None if is_cut or root.start() else read_usual_feed(xml)
    if usual:
        return usual
    if not whole:
        raise ValueError("a feed that breaks off before the end of its first entry")
    parsed = _parsed(whole)
    if parsed.bozo:  # often nothing worse than `AT&T`, of which the lenient reading would make `AT&T;`
        parsed = _parsed(_BARE.sub("&amp;", whole))
    entries = [_entry(one) for one in parsed.entries]
    if not entries and xml.count("</") > _MOST_MARKUP:
        raise ValueError("a feed that holds something, but no entry that can be read")
    notes = ["what stands before the feed was passed over"] if root.start() else []
    if parsed.bozo and not is_cut:
        notes.append(f"the feed is no well-formed XML and was read leniently: {parsed.get('bozo_exception')}"[:200])
    title, link = _markup(parsed.feed, "title"), str(dict.get(parsed.feed, "link") or "")
    return Feed(title=title, link=link, entries=entries, is_cut=is_cut, notes=tuple(notes))


def _what(xml: str) -> str:
    """Say what a document is that is no feed."""
    element = _ELEMENT.search(xml, 0, _HEAD)
    if element is None:
        return "something that is no feed" if xml.strip() else "an empty answer"
    return "an HTML page" if element[1].lower() == "html" else f"<{element[1][:40]}>, which is no feed,"


def _parsed(xml: str) -> Any:
    """Run feedparser, which resolves nothing and cleans nothing: links and markup are the caller's."""
    import feedparser  # noqa: PLC0415 - costs more than most commands need

    source = BytesIO(_with_short_authors(xml).encode("utf-8", "replace"))
    try:
        return feedparser.parse(source, sanitize_html=False, resolve_relative_uris=False)
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise ValueError(f"a feed that is damaged beyond reading ({type(error).__name__})") from error


def _with_short_authors(xml: str) -> str:
    """Cut names of authors that are no names: feedparser's search for an address in 100 kB of one takes 27 seconds."""
    pieces, at, opened = [], 0, None
    for tag in _AUTHOR_TAG.finditer(xml):
        if not tag[1]:
            opened = opened if opened or tag[0].endswith("/>") else tag
            continue
        if opened and tag.start() - opened.end() > _LONGEST_AUTHOR:
            name = _TAG.sub("", xml[opened.end() : tag.start()])[:_LONGEST_NAME]
            pieces += [xml[at : opened.end()], html.escape(name)]
            at = tag.start()
        opened = None
    return "".join((*pieces, xml[at:]))


def _entry(one: Any) -> Entry:
    published, odd = _moment(one, "published" if dict.get(one, "published") else "created")
    updated, odd_update = _moment(one, "updated")
    author = dict.get(one, "author_detail") or {}
    contents = [part for part in dict.get(one, "content") or () if part.get("value")]
    return Entry(
        entry_id=str(dict.get(one, "id") or ""),
        link=str(dict.get(one, "link") or ""),
        title=_markup(one, "title"),
        body=as_html(contents[0]) if contents else _markup(one, "summary"),
        author=str(author.get("name") or dict.get(one, "author") or ""),
        published=published,
        updated=updated,
        odd_times=tuple(raw for raw in (odd, odd_update) if raw),
    )


def _moment(one: Any, name: str) -> tuple[Moment | None, str]:
    """Return a time, or what stands there where that is none."""
    raw = str(dict.get(one, name) or "")
    try:
        return (parse_time(raw), "") if raw else (None, "")
    except AmbiguousDateError:
        return None, raw
    except ValueError:
        parsed = dict.get(one, f"{name}_parsed")
    try:
        return ((from_millis(timegm(parsed) * 1000), Precision.INSTANT), "") if parsed else (None, raw)
    except (ValueError, OverflowError):
        return None, raw


def _markup(holder: Any, name: str) -> str:
    return as_html(dict.get(holder, f"{name}_detail") or {"value": dict.get(holder, name)})


def feed_link(page: str) -> str:
    """Return the address of the feed that an HTML page names, as it stands there; "" where it names none."""
    link = _FEED_LINK.search(page, 0, _PAGE_HEAD)
    return html.unescape(link[1]) if link else ""
