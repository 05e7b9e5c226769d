"""A place in memory: for tests of what is built on reviewwatch, without a network and without mocks.

It is no entry point: a test makes a `MemoryPlace`, edits it, and hands `MemoryConnector(place)` to the flow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, ClassVar, Final

from reviewwatch.connector import About, Capabilities, Page
from reviewwatch.errors import AccessError, ConfigError, ConfigProblem, ConnectorError, ReplyRefusedError
from reviewwatch.net import Http
from reviewwatch.types import Cursor, Listing, OwnerReply, Posted, Rating, ReplyState, Review, Target

LISTING: Final = Listing("memory:place", "A place in memory", "none", "http://127.0.0.1/place")


@dataclass(slots=True)
class MemoryPlace:
    """What stands at the place; a test edits it and says what goes wrong.

    Attributes:
        account: The login that replies stand under.
        now: The place's clock, aware UTC.
        page_size: Reviews on a page.
        failures: Raised by the next readings and replies, one each, before anything is done.
        lost_answers: Raised by the next replies, one each, after the reply was stored.
        n_sent: Replies that reached the place, refused ones included.
    """

    listing: Listing = LISTING
    account: str = "owner"
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    page_size: int = 20
    failures: list[ConnectorError] = field(default_factory=list)
    lost_answers: list[ConnectorError] = field(default_factory=list)
    n_sent: int = 0
    _reviews: dict[str, Review] = field(default_factory=dict)
    _n_changes: int = 0

    def put(self, external_id: str, text: str = "", stars: float | None = None, **fields: Any) -> Review:
        """Write a review, or change it: what is not given stays.

        Args:
            stars: 1 to 5.
            fields: Any other field of `Review`.
        """
        now = self.now()
        blank = Review(listing_key=self.listing.key, external_id=external_id, created_at=now, author="reviewer")
        values = {**({"text": text} if text else {}), **fields, "updated_at": now}
        if stars is not None:
            values["rating"] = Rating(f"{stars:g}", stars)
        return self._keep(replace(self._reviews.get(external_id, blank), **values))

    def delete(self, external_id: str) -> None:
        """Remove a review."""
        del self._reviews[external_id]
        self._n_changes += 1

    def answer(
        self, external_id: str, text: str, account: str | None = None, state: ReplyState = ReplyState.PUBLISHED
    ) -> OwnerReply:
        """Let the business answer, as the configured account or as a colleague."""
        review = self._reviews[external_id]
        self._n_changes += 1
        who = account or self.account
        reply = OwnerReply(text, who, who, self.now(), state, f"reply-{self._n_changes}")
        self._keep(replace(review, owner_replies=(*review.owner_replies, reply)))
        return reply

    def find(self, external_id: str) -> Review | None:
        """Return a review as it stands, None where there is none."""
        return self._reviews.get(external_id)

    def read(self, start: int) -> tuple[list[Review], int]:
        """Return a page from a position on, oldest first, and how many there are in all.

        Raises:
            ConnectorError: The next of `failures`.
        """
        self._fail(self.failures)
        return list(self._reviews.values())[start : start + self.page_size], len(self._reviews)

    def take(self, external_id: str, text: str) -> OwnerReply:
        """Store a reply.

        Raises:
            ReplyRefusedError: The review is not there, or the text is empty; nothing is stored.
            ConnectorError: The next of `failures`, before it is stored, or of `lost_answers`, after.
        """
        self._fail(self.failures)
        self.n_sent += 1
        if external_id not in self._reviews or not text.strip():
            raise ReplyRefusedError("the review is gone" if text.strip() else "the reply is empty")
        reply = self.answer(external_id, text)
        self._fail(self.lost_answers)
        return reply

    @property
    def version(self) -> str:
        """What stands at the place, as an ETag would say it."""
        return str(self._n_changes)

    def _keep(self, review: Review) -> Review:
        self._n_changes += 1
        self._reviews[review.external_id] = review
        return review

    def _fail(self, errors: list[ConnectorError]) -> None:
        if errors:
            raise errors.pop(0)


class MemoryConnector:
    """Reads a `MemoryPlace` and replies there. Its address is on loopback, so that the demo's approvals hold."""

    name: ClassVar[str] = "memory"
    about: ClassVar[About] = About(
        place="A place in memory",
        key="none",
        limit="none",
        edits="at the next pull",
        deletions="at the next pull",
        history="all",
        tested="itself",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(
        platform="none", can_reply=True, can_reread=True, shows_owner_replies=True
    )

    def __init__(self, place: MemoryPlace, address: str = "http://127.0.0.1/place") -> None:
        self.place = place
        self.address = address
        self.account: str | None = place.account

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> MemoryConnector:
        """Take the option `place`, a `MemoryPlace`; only a program can give one."""
        place = options.get("place")
        if not isinstance(place, MemoryPlace):
            raise ConfigError(
                (ConfigProblem(f"sources.{source_id}.place", "must be a MemoryPlace, made by a program"),)
            )
        return cls(place)

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read everything, page by page, unless nothing changed."""
        del http  # This place is no network.
        version, start = self.place.version, int(cursor.get("start", "0"))
        # Positions shift where a walk broke off, so the pull after one that went on reads everything again.
        end = {} if start else {"version": version}
        is_from_first = start == 0
        if cursor.get("version") == version:
            self.place.read(0)
            yield Page(listing=self.place.listing, reviews=(), cursor=cursor, is_not_modified=True)
            return
        while True:
            reviews, n_total = self.place.read(start)
            start += len(reviews)
            is_last = start >= n_total
            yield Page(
                listing=self.place.listing,
                reviews=reviews,
                cursor=end if is_last else {"start": str(start)},
                is_complete=is_last and is_from_first and version == self.place.version,
                n_done=start,
                n_total=n_total,
            )
            if is_last:
                return

    def reread(self, http: Http, external_id: str) -> Review | None:
        """Read one review now."""
        del http
        self.place.read(0)
        return self.place.find(external_id)

    def reply(self, http: Http, target: Target, text: str) -> Posted:
        """Store the reply at the place."""
        del http
        if target.listing_key != self.place.listing.key:
            raise AccessError(f"the reply is for {target.listing_key}, but this is {self.place.listing.key}")
        reply = self.place.take(target.external_id, text)
        return Posted(reply.state, reply.external_id, self.place.listing.url, reply.account)
