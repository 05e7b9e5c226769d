"""The connector: what the contract asks for, over pages of any site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from reviewwatch.connector import About, Batch, Capabilities, Certainty, Page, Recognized
from reviewwatch.errors import AccessError, ConnectorError, ListingNotFoundError, TooLargeError
from reviewwatch.net import Http, Response
from reviewwatch.normalize import clean
from reviewwatch.types import Cursor, Listing
from reviewwatch_connectors.web_page.document import Document
from reviewwatch_connectors.web_page.doors import SAVE_IT, Robots
from reviewwatch_connectors.web_page.marks import Marks
from reviewwatch_connectors.web_page.options import Options, is_web
from reviewwatch_connectors.web_page.reading import PageRead, page_key, read_page
from reviewwatch_connectors.web_page.walk import Walk

MOST_BYTES: Final = 20_000_000
"""Of a saved page; what `[http] max_body` is by default."""


class WebPageConnector:
    """One listing that stands on one or several pages, read from the web or from a saved file."""

    name: ClassVar[str] = "web_page"
    about: ClassVar[About] = About(
        place="Any page that marks up its reviews, or a saved page",
        key="none",
        limit="one request a page and pull, and the site's robots.txt",
        edits="where the page gives each review an id or an exact time; else as a new review",
        deletions="not seen: a page shows some reviews",
        history="what the pages show",
        tested="examples of schema.org, microformats.org, extruct; a recorded item of Trustpilot; a stand-in (2026)",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="web_page", is_windowed=True, keeps_ids=False)

    def __init__(self, options: Options) -> None:
        self._options = options

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> WebPageConnector:
        """Validate the options, which the package's page explains."""
        return cls(Options.read(source_id, options))

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Take any address of the web, and the path of a saved page."""
        text = url.strip()
        try:
            parts = urlsplit(text)
            path = url2pathname(parts.path) if parts.scheme == "file" else text
            if is_web(text):
                return Recognized(
                    name=_slug(f"{parts.hostname} {unquote(parts.path)}"),
                    options={"url": parts._replace(fragment="").geturl()},
                    certainty=Certainty.ANY,
                )
        except ValueError:
            return None
        if (parts.scheme in ("http", "https")) or not re.search(r"\w\.html?$", path, re.I) or "\0" in path:
            return None
        name = _slug(re.split(r"[/\\]", path)[-1].rpartition(".")[0])
        return Recognized(name=name, options={"path": path}, certainty=Certainty.SHAPE, every="1h")

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read each page that changed. One without a review is said, and is an error where all are without.

        The cursor holds what a page was tagged with, the listing's name, and what could not be seen, since pages that
        did not change say none of it again.
        """
        robots, addresses = Robots(http), self._options.addresses
        walk = Walk.begin(cursor, addresses)
        for n_done, address in enumerate(addresses, 1):
            try:
                response = self._fetch(http, robots, address, walk)
                is_same = response.status == 304 and bool(walk.conditions(address))
                page = walk.page(address, response, None if is_same else self._read(response))
                if n_done == len(addresses):
                    page = walk.last(page)
            except ConnectorError as error:
                error.source = self._options.source_id
                raise
            yield replace(page, n_total=len(addresses), n_done=n_done)

    def read(self, response: Response) -> Batch:
        """Read one page.

        Raises:
            SummaryOnlyError: It states a summary rating, and no review.
            LayoutChangedError: It holds none that can be read.
            AccessError: A bot wall stands in its place.
        """
        read = self._read(response)
        if read.refusal:
            raise read.refusal
        return read.batch

    def _read(self, response: Response) -> PageRead:
        return read_page(response, self._listing)

    def _listing(self, marks: Marks, document: Document) -> Listing:
        """Return the listing that a page belongs to: by its address as configured, else as the page itself has it."""
        path = self._options.path
        url = self._options.addresses[0] or marks.url or document.address
        key = f"{self._options.id_space}:{page_key(url) if url else path.stem if path else 'page'}"
        name = marks.name or document.title or key.partition(":")[2]
        return Listing(marks.key or key, clean(name)[0][:300], marks.platform, url or None)

    def _fetch(self, http: Http, robots: Robots, address: str, walk: Walk) -> Response:
        if self._options.path:
            return saved_page(self._options.path, address)
        if self._options.respects_robots:
            robots.refuse_forbidden(address)
        try:
            return http.get(address, headers=walk.conditions(address))
        except AccessError as error:
            raise AccessError(
                f"{error}; the site keeps programs out, which is not got around here. Instead {SAVE_IT}"
            ) from error


def saved_page(path: Path, address: str) -> Response:
    """Return a saved page as the answer that it was.

    Raises:
        ListingNotFoundError: There is no such file.
        AccessError: It cannot be read.
        TooLargeError: It is larger than an answer may be.
    """
    try:
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ListingNotFoundError(f"{path} is not there; save the page under that name, or change `path`") from error
    except OSError as error:
        raise AccessError(
            f"{path} cannot be read ({error.strerror or error}); is it a file that you may read?"
        ) from error
    if len(body) > MOST_BYTES:
        raise TooLargeError(f"{path} is larger than {MOST_BYTES:,} bytes; is it a saved page?")
    return Response(200, address or path.absolute().as_uri(), {}, body)


def _slug(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower().removeprefix("www.")).strip("-")
    return slug[:60].strip("-") or "page"
