"""What one pull over the pages of a listing remembers, and what it says at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reviewwatch.connector import Page
from reviewwatch.errors import LayoutChangedError, SuspiciousEmptyError
from reviewwatch.net import Response
from reviewwatch.types import Cursor, Listing
from reviewwatch_connectors.web_page.reading import PageRead

_TAGS: Final = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))


@dataclass(slots=True)
class Walk:
    """The pages of one pull.

    Attributes:
        kept: The cursor so far: tags by page, and the listing as the first page names it.
        had_reviews: An earlier pull read some.
        refusals: Of pages without a review.
        seen: Ids of the reviews that were read.
        n_same: Pages that did not change since the cursor.
        n_stated: Reviews that there are by a page's own summary.
    """

    n_pages: int
    kept: dict[str, str]
    had_reviews: bool
    listing: Listing | None = None
    refusals: list[LayoutChangedError] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    n_same: int = 0
    n_stated: int = 0

    @classmethod
    def begin(cls, cursor: Cursor, addresses: Sequence[str]) -> Walk:
        """Take over what the cursor holds of these pages; tags hold only where the listing is known, too."""
        known = [f"{tag} {address}" for address in addresses for tag, _ in _TAGS] if "key" in cursor else []
        names = [*known, "key", "name", "platform", "url", "unseen"]
        kept = {name: cursor[name] for name in names if name in cursor}
        return cls(n_pages=len(addresses), kept=kept, had_reviews="key" in cursor)

    def conditions(self, address: str) -> Mapping[str, str]:
        """Return the headers that ask for a page only where it changed."""
        return {header: self.kept[f"{tag} {address}"] for tag, header in _TAGS if f"{tag} {address}" in self.kept}

    def page(self, address: str, response: Response, read: PageRead | None) -> Page:
        """Take one page, None where it did not change."""
        if read is None:
            self.n_same += 1
            listing = Listing(self.kept["key"], self.kept["name"], self.kept["platform"], self.kept["url"] or None)
            return Page(listing=listing, reviews=(), cursor=dict(self.kept), is_not_modified=True)
        for tag, _ in _TAGS:
            self.kept.pop(f"{tag} {address}", "")
        if read.refusal:
            self.refusals.append(read.refusal)
        else:
            self._keep(read.listing)
            # What was read with a guess or a gap is asked for in full again.
            if not (read.batch.notes or read.batch.problems):
                self.kept |= {f"{tag} {address}": value for tag, _ in _TAGS if (value := response.headers.get(tag))}
        self.n_stated = max(self.n_stated, read.n_stated or 0)
        self.seen.update(review.external_id for review in read.batch.reviews)
        return Page(
            listing=self.listing or read.listing,
            reviews=read.batch.reviews,
            problems=read.batch.problems,
            notes=read.batch.notes,
            cursor=dict(self.kept),
        )

    def _keep(self, listing: Listing) -> None:
        """Remember the listing, which the first page of a pull names."""
        self.listing = self.listing or listing
        url = self.listing.url or ""
        self.kept |= {"key": listing.key, "name": self.listing.name, "platform": listing.platform, "url": url}

    def last(self, page: Page) -> Page:
        """Return the last page with what could not be seen.

        Raises:
            LayoutChangedError: No page holds a review; SuspiciousEmptyError where one did at an earlier pull.
        """
        if len(self.refusals) == self.n_pages:
            raise self._refusal()
        if not self.n_same:
            self.kept["unseen"] = "\n".join(self._unseen())
        return replace(
            page,
            cursor=dict(self.kept),
            is_not_modified=self.n_same == self.n_pages,
            unseen=tuple(filter(None, self.kept.get("unseen", "").split("\n"))),
        )

    def _unseen(self) -> Iterator[str]:
        if self.refusals:
            yield f"{len(self.refusals)} of {self.n_pages} pages {'hold' if self.n_pages > 1 else 'holds'} no review"
        if self.n_stated > len(self.seen):
            yield f"the pages show {len(self.seen):,} of {self.n_stated:,} reviews"

    def _refusal(self) -> LayoutChangedError:
        first = self.refusals[0]
        if not self.had_reviews:
            return first
        return SuspiciousEmptyError(
            f"{first}. Earlier pulls read reviews there; nothing was changed", expected=first.expected, body=first.body
        )
