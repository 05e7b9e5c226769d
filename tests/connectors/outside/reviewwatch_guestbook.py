"""A guestbook: one line of plain text an entry, `number | stars | time | name | text`.

Set up:

    [sources.book]
    connector = "guestbook"
    url = "https://inn.example/guestbook.txt"

A sample of a connector that lives outside of reviewwatch's repository; nothing in the program names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from reviewwatch.connector import About, Batch, Capabilities, Certainty, OptionReader, Page, Recognized, each
from reviewwatch.net import Http, Response
from reviewwatch.normalize import clean, parse_rating, parse_time
from reviewwatch.types import Cursor, Listing, Review


class GuestbookConnector:
    """All entries of one guestbook, read whole."""

    name: ClassVar[str] = "guestbook"
    about: ClassVar[About] = About(
        place="A guestbook in plain text",
        key="none",
        limit="none",
        edits="at the next pull",
        deletions="at the next pull",
        history="all entries",
        tested="a stand-in",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="none")

    def __init__(self, url: str) -> None:
        self._url = url
        self._listing = Listing(f"guestbook:{url}", "The guestbook", "none", url)

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> GuestbookConnector:
        """Check the one option."""
        reader = OptionReader(source_id, options)
        made = cls(reader.text("url"))
        reader.finish()
        return made

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Take an address that ends in /guestbook.txt."""
        if not url.endswith("/guestbook.txt"):
            return None
        return Recognized(name="guestbook", options={"url": url}, certainty=Certainty.SHAPE)

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read all of it, which proves what is gone."""
        batch = self.read(http.get(self._url))
        yield Page(listing=self._listing, reviews=batch.reviews, problems=batch.problems, cursor={}, is_complete=True)

    def read(self, response: Response) -> Batch:
        """Read the lines; what is no entry becomes a problem."""
        lines = [line for line in response.body.decode("utf-8", "replace").splitlines() if line.strip()]
        reviews, problems = each(lines, self._entry, what="entry", body=response.body)
        return Batch(listing=self._listing, reviews=reviews, problems=problems, n_items=len(lines))

    def _entry(self, line: str) -> Review:
        number, stars, time, name, text = (part.strip() for part in line.split("|", 4))
        return Review(
            listing_key=self._listing.key,
            external_id=number,
            text=clean(text)[0],
            rating=parse_rating(stars, best=5),
            author=name,
            created_at=parse_time(time)[0],
        )
