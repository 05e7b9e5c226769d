"""Whether a page may be read at all, and what stands in its place where it may not: robots.txt, bot walls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from reviewwatch.errors import AccessError, LayoutChangedError, ListingNotFoundError
from reviewwatch.net import Http, Response
from reviewwatch_connectors.web_page.document import Document

if TYPE_CHECKING:
    from protego import Protego

SAVE_IT: Final = (
    "open it in your browser, save it as an HTML file, and watch that file: `path` instead of `url` in this source"
)
_ROBOT: Final = "reviewwatch"
_KEPT: Final = 500_000
"""Bytes of a robots.txt that must be read (RFC 9309 section 2.5)."""
# Sentences and addresses that only the walls themselves hold; a word such as captcha stands on ordinary pages too.
_WALL_TITLES: Final = re.compile(
    r"just a moment|attention required|access denied|pardon our interruption|robot check|human verification"
    r"|are you (?:a )?(?:human|robot)|verif(?:y|ying) (?:that )?you are human|captcha|security check|ddos-guard",
    re.I,
)
_WALL_MARKS: Final = re.compile(
    r"token\.awswaf\.com|window\.gokuProps|/cdn-cgi/challenge-platform/|_Incapsula_Resource|captcha-delivery\.com"
    r"|px-captcha|window\._pxAppId|cf-chl-|Enable JavaScript and cookies to continue",
)


class Robots:
    """The robots.txt of each host, read once."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._rules: dict[str, Protego | None] = {}

    def refuse_forbidden(self, url: str) -> None:
        """Let through what a site allows programs to read.

        A robots.txt that is not there, or that we may not read, forbids nothing; one that cannot be read now is asked
        for again at the next pull (RFC 9309 section 2.3.1).

        Raises:
            AccessError: The site asks programs to stay away from the address.
            RetryLaterError: Its robots.txt cannot be read now.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._read(f"{origin}/robots.txt")
        rules = self._rules[origin]
        if rules is not None and not rules.can_fetch(url, _ROBOT):
            raise AccessError(
                f"the robots.txt of {parts.hostname} asks programs to stay away from {parts.path or '/'}; {SAVE_IT}. "
                "If the site is yours, set `respect_robots = false`"
            )

    def _read(self, url: str) -> Protego | None:
        from protego import Protego  # noqa: PLC0415 - a saved page needs none

        try:
            response = self._http.get(url)
        except (ListingNotFoundError, AccessError, LayoutChangedError):
            return None
        return Protego.parse(response.body[:_KEPT].decode("utf-8", "replace"))


def refuse_wall(response: Response, document: Document) -> None:
    """Let through a page that is no bot wall and asks for no consent. Asked only of pages that hold no review.

    Raises:
        AccessError: It is one.
    """
    host = urlsplit(response.url).hostname or ""
    what = ""
    if response.headers.get("x-amzn-waf-action") or _WALL_MARKS.search(document.text):
        what = "a check for browsers instead of the page"
    elif _WALL_TITLES.search(document.title):
        what = f"a page titled “{document.title[:80]}” instead of the reviews"
    elif host.startswith("consent."):
        what = "a page that asks for consent instead of the reviews"
    if what:
        raise AccessError(f"{host or 'the file'} sent {what}; this is not got around here. Instead {SAVE_IT}")
