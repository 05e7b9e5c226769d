"""The feed of a plugin's reviews at WordPress.org: a bbPress forum's, with the counts and the stars inside the text."""

from __future__ import annotations

import html
from collections.abc import Mapping
from email.utils import format_datetime
from hashlib import md5
from typing import ClassVar

from reviewwatch.demo.loopback import Answer, Call
from tests.connectors import place
from tests.connectors.place import Outcome, Written

PATH = "/support/plugin/lamp/reviews/feed/"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
    "<title>WordPress.org Forums &#187; [Lamp] Reviews</title>\n"
    f'<atom:link href="https://wordpress.org{PATH}" rel="self" type="application/rss+xml" />\n'
    "<link>https://wordpress.org/support/plugin/lamp/reviews/</link>\n<description></description>\n"
    "<generator>https://bbpress.org/?v=2.7.0-alpha-2</generator>\n<language>en-US</language>\n"
)
TAIL = "</channel>\n</rss>\n"


class Stand(place.Stand):
    """One plugin's reviews, all in one answer."""

    name: ClassVar[str] = "feed"
    fault_points = (0,)
    is_paged = False
    not_here: ClassVar[Mapping[str, str]] = {"an_empty_page_in_the_middle_is_no_end": "a feed is one answer"}
    outcomes: ClassVar[Mapping[str, Outcome]] = {"wrong charset": Outcome(None)}
    listing_url = "https://wordpress.org/plugins/lamp/"

    def options(self) -> dict[str, object]:
        return {"url": f"{self.address}{PATH}", "preset": "wordpress_org"}

    def answer(self, call: Call) -> Answer:
        if call.path == PATH.rstrip("/"):
            return Answer(301, headers={"Location": PATH})
        if call.path != PATH:
            return Answer(404, b"<html><head><title>Page not found</title></head></html>")
        body = (HEAD + "".join(self._item(one) for one in self.newest()) + TAIL).encode()
        tag = f'"{md5(body, usedforsecurity=False).hexdigest()}"'
        if call.headers.get("if-none-match") == tag:
            return Answer(304, headers={"ETag": tag})
        return Answer(200, body, {"ETag": tag, "Content-Type": "application/rss+xml; charset=UTF-8"})

    def id_of(self, number: int) -> str:
        return f"https://wordpress.org/support/topic/lamp-review-{number}/"

    def is_listing(self, call: Call) -> bool:
        return call.path == PATH

    def empty_page(self, call: Call) -> Answer:
        return Answer(200, (HEAD + TAIL).encode(), {"Content-Type": "application/rss+xml; charset=UTF-8"})

    def error_in_200(self) -> bytes:
        return b"<p>There has been a critical error on this website.</p><p><a>Learn more about troubleshooting.</a></p>"

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b"<item>", b"<story>").replace(b"</item>", b"</story>")

    def _item(self, one: Written) -> str:
        address = self.id_of(one.number)
        text = html.escape(one.text, quote=False).replace("\n\n", "</p>\n<p>").replace("\n", "<br />\n")
        stars = f"{one.stars} star{'s' if one.stars > 1 else ''}"
        return (
            f"<item>\n<guid>{address}</guid>\n<title><![CDATA[[Lamp] {html.escape(one.title, quote=False)}]]></title>\n"
            f"<link>{address}</link>\n<pubDate>{format_datetime(one.created_at)}</pubDate>\n"
            f"<dc:creator>{html.escape(one.author)}</dc:creator>\n<description>\n<![CDATA[\n"
            f"\t\t\t\t\t\t<p>Replies: 0</p>\n\t\t\t\t\t\t<p>Rating: {stars}</p>\n\t\t\t\t\t\t<p>{text}</p>\n"
            "\t\t\t\t\t\t]]>\n</description>\n</item>\n"
        )
