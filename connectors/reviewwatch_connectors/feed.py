"""Reads a feed (RSS 0.9 to 2.0, Atom): reviews of a WordPress.org plugin or theme, a Discourse forum, any other.

Set up:

    [sources.lamp-reviews]
    connector = "feed"
    every = "1h"
    url = "https://wordpress.org/support/plugin/lamp/reviews/feed/"   # required
    # preset = ""   "wordpress_org", "discourse" or "plain"; told by the address where it is not given
    # rating = ""   a regular expression with one group around the rating, tried on the title and on each line, such as
    #               'Verdict: (\\d+)'. Without it clear forms are found: ★★★☆☆, "Rating: 4 stars", 4/5 on its own line
    # best, worst   the scale of such ratings, where they do not state it; 5 and 1 if not given

A Discourse forum's feeds are `/latest.rss`, `/posts.rss`, `/t/<topic>/<id>.rss` and `/c/<category>/<id>.rss`.
Limits: a feed shows its newest 10 to 50 entries. What is pushed out between two pulls is never seen, and the report
says where that may be. An edit is seen while the entry is shown, a removal never, a reply not at all. An entry without
an id is known by its address, else by author, time and title. A pull is one request, which costs the place next to
nothing while nothing changed. Feeds are made to be read by programs; what else may be done with a text is for the
place to say. A private key in an address stands in the config as it is.

Source: RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287), the templates of Discourse's feeds
(https://github.com/discourse/discourse, app/views), plugins that take WordPress.org's feed apart; read 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar, Final
from urllib.parse import urlsplit

from reviewwatch.connector import About, Batch, Capabilities, Certainty, OptionReader, Page, Recognized, each
from reviewwatch.connector.document import one_document
from reviewwatch.connector.identity import with_ids
from reviewwatch.connector.links import web_link, without_tracking
from reviewwatch.connector.naming import source_name
from reviewwatch.errors import LayoutChangedError
from reviewwatch.net import Http, Response, said, text_of
from reviewwatch.net.reading import KEPT, shown
from reviewwatch.normalize import cleaned, find_rating, parse_rating, plain_of_html, rating_pattern
from reviewwatch.normalize.feeds import Entry, feed_link, read_feed
from reviewwatch.types import Cursor, Listing, Precision, Problem, Review

_ACCEPT: Final = {"Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"}
_EXPECTED: Final = "a feed in RSS (https://www.rssboard.org/rss-specification) or Atom (RFC 4287)"
_PRESETS: Final = {
    "wordpress_org": re.compile(r"https?://(?:[\w-]+\.)*wordpress\.org/support/(?:plugin|theme)/[^/]+/reviews/feed"),
    "discourse": re.compile(r"https?://[^/]+/(?:.*/)?(?:latest|posts|(?:t|c|tag|u)/.+)\.rss(?:\?|\Z)"),
}
_WP_HEAD: Final = re.compile(r"\s*(?:<p>Replies: [\d,]+</p>)?\s*(?:<p>Rating: (\d) stars?</p>)?\s*")
_WP_PLUGIN: Final = re.compile(r"\[[^\]]{1,100}\]\s+")
_WP_STARS: Final = re.compile(r"\s*\((\d) stars?\)\Z")
_TRAILER: Final = re.compile(r"(?:<p><small>[^<]*</small></p>\s*)?<p><a href=\"([^\"]*)\">[^<]*</a></p>\s*\Z")
_QUOTED: Final = re.compile(r"\s*<p>[^<]*<a [^>]*>@[^<]*</a>[^<]*</p>\s*<blockquote>(.*)</blockquote>\s*\Z", re.DOTALL)
_POST: Final = re.compile(r"(?:\A|-)(topic-\d+|post-\d+(?:-\d+)?)\Z", re.ASCII)
_SLUG: Final = re.compile(r"/(?:support/)?(plugin|theme)s?/([a-z0-9-]+)(?:/|\Z)", re.ASCII)
_FEED_PATH: Final = re.compile(r"\.(?:rss|xml|atom|rdf)\Z|/(?:feed|rss|atom)/?\Z", re.IGNORECASE)
_TOPIC: Final = re.compile(r"(?:/t/[^/]+|/c/[^/]+(?:/[^/]+)?)/\d+(?=/|\Z)", re.ASCII)


class FeedConnector:
    """One feed; the whole of it is one answer."""

    name: ClassVar[str] = "feed"
    about: ClassVar[About] = About(
        place="RSS and Atom feeds, WordPress.org reviews, Discourse",
        key="none",
        limit="one conditional request a pull; Discourse takes 200 a minute from one address",
        edits="while the entry is in the feed",
        deletions="never",
        history="the 10 to 50 entries that a feed shows",
        tested="recorded feeds and a stand-in (2026); of WordPress.org the form alone, no recording",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="none", is_windowed=True)

    def __init__(self, url: str, preset: str, pattern: str, best: float | None, worst: float | None) -> None:
        self._url, self._preset, self._scale = url, preset, (best, worst)
        self._pattern = rating_pattern(pattern) if pattern else None
        self._key = f"feed:{shown(without_tracking(url.partition('#')[0]))}"
        self._scope = f"{url}|{preset}|{pattern}|{best}|{worst}"

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> FeedConnector:
        """Validate the options, which the module's text explains."""
        reader = OptionReader(source_id, options)
        url, preset, pattern = reader.text("url"), reader.text("preset", ""), reader.text("rating", "")
        best, worst = reader.decimal("best"), reader.decimal("worst")
        if url and (web_link(url) is None or len(url) > 500):
            reader.refuse("url", "must be the web address of a feed, such as https://forum.example.com/latest.rss")
        if preset not in ("", "plain", *_PRESETS):
            reader.refuse("preset", f"must be {', '.join(_PRESETS)} or plain")
        if best is not None and best <= (1 if worst is None else worst):
            reader.refuse("best", "must be above `worst`, which is 1 if not given")
        try:
            rating_pattern(pattern or "()")
        except ValueError as error:
            reader.refuse("rating", str(error))
        reader.finish()
        preset = preset or next((name for name, at in _PRESETS.items() if at.match(url)), "plain")
        return cls(url, preset, pattern, best, worst)

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Know WordPress.org by its host, feeds and Discourse by the look of their paths."""
        if web_link(url) is None:
            return None
        parts = urlsplit(url)
        host, plugin, topic = parts.hostname or "", _SLUG.match(parts.path), _TOPIC.search(parts.path)
        if plugin and (host == "wordpress.org" or host.endswith(".wordpress.org")):
            address = f"https://wordpress.org/support/{plugin[1]}/{plugin[2]}/reviews/feed/"
            return Recognized(name=source_name(plugin[2], "plugin"), options={"url": address}, every="1h")
        if not topic and not _FEED_PATH.search(parts.path):
            return None
        address = url if not topic else f"{parts.scheme}://{parts.netloc}{parts.path[: topic.end()]}.rss"
        name = source_name(host + parts.path, "feed")
        return Recognized(name=name, options={"url": address}, certainty=Certainty.SHAPE, every="1h")

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Ask for the feed, unless it is as it was."""
        return one_document(http, self._url, cursor, self.read, listing=self._listing("", ""), scope=self._scope,
                            headers=_ACCEPT, expected=_EXPECTED)  # fmt: skip

    def read(self, response: Response) -> Batch:
        """Read a whole feed."""
        text, notes = text_of(response)
        try:
            feed = read_feed(text)
        except ValueError as error:
            words = f"{shown(self._url)} sent {error} where a feed should be{_advice(text, response)}"
            raise LayoutChangedError(words, expected=_EXPECTED, body=response.body[:KEPT]) from error
        entries = [replace(entry, title=plain_of_html(entry.title)) for entry in feed.entries]
        plugin = _WP_PLUGIN.match(entries[0].title) if entries and self._preset == "wordpress_org" else None
        prefix = plugin[0] if plugin and all(entry.title.startswith(plugin[0]) for entry in entries) else ""
        reviews, problems = each(entries, lambda entry: self._review(entry, prefix), what="item", body=response.body)
        named, n_made = with_ids(reviews)
        if feed.is_cut:
            problems.append(Problem("the end of the feed", "it breaks off; a later pull brings what follows"))
        notes += (*feed.notes, *["the feed holds no entry"][len(entries) :])
        notes += (f"{n_made} entries have no id of their own: an edit may show as new",) if n_made else ()
        listing = self._listing(plain_of_html(feed.title), feed.link)
        return Batch(listing=listing, reviews=named, problems=problems, n_items=len(entries), notes=notes)

    def _listing(self, name: str, page: str) -> Listing:
        parts = urlsplit(self._url)
        platform = self._preset if self._preset in _PRESETS else "none"
        name = cleaned(name)[0][0][:200] or f"{parts.hostname}{parts.path}"
        return Listing(self._key, name, platform, web_link(page, self._url))

    def _review(self, entry: Entry, prefix: str) -> Review:
        entry, stated = _FORMS[self._preset](entry) if self._preset in _FORMS else (entry, "")
        title, body = entry.title.removeprefix(prefix), plain_of_html(entry.body)
        (title, text, author), notes = cleaned(title, body, entry.author)
        created, updated = entry.published or entry.updated, entry.updated
        try:
            rating = parse_rating(stated) if stated else find_rating(title, text, self._pattern, *self._scale)
        except ValueError as error:
            rating, notes = None, (*notes, f"no rating: {error}")
        return Review(
            listing_key=self._key,
            external_id=without_tracking(cleaned(entry.entry_id or entry.link)[0][0]),
            title=title,
            text=text,
            rating=rating,
            author=author or None,
            created_at=created[0] if created else None,
            created_precision=created[1] if created else Precision.INSTANT,
            updated_at=updated[0] if updated and created and updated[0] > created[0] else None,
            url=web_link(entry.link, self._url),
            notes=(*notes, *(f"its time cannot be read: {raw[:80]}" for raw in entry.odd_times)),
        )


def _of_wordpress(entry: Entry) -> tuple[Entry, str]:
    """Take the counts and the stars off the text, and the stars off the title."""
    head, stars = _WP_HEAD.match(entry.body), _WP_STARS.search(entry.title)
    body, title = entry.body[head.end() if head else 0 :], _WP_STARS.sub("", entry.title)
    return replace(entry, body=body, title=title), (head and head[1]) or (stars[1] if stars else "")


def _of_discourse(entry: Entry) -> tuple[Entry, str]:
    """Take off what the forum puts around a post, and name it and its author as the forum does."""
    trailer = _TRAILER.search(entry.body, max(0, len(entry.body) - 1_000))
    body = entry.body[: trailer.start()] if trailer and trailer[1].startswith(entry.link or "\0") else entry.body
    quoted, post = _QUOTED.match(body), _POST.search(entry.entry_id)
    author = entry.author[1:].split(" ")[0] if entry.author.startswith("@") else entry.author
    entry = replace(entry, body=quoted[1] if quoted else body, author=author)
    return replace(entry, entry_id=post[1]) if post else entry, ""


_FORMS: Final = {"wordpress_org": _of_wordpress, "discourse": _of_discourse}


def _advice(text: str, response: Response) -> str:
    """Say what to do where a page came instead of a feed."""
    if text.lstrip()[:1] in ("{", "["):
        return "; a Discourse forum's feeds end in .rss instead of .json"
    link, title = web_link(feed_link(text), response.url), said(response)
    return (f" (“{title}”)" if title else "") + (f'; the page names its feed: url = "{link}"' if link else "")
