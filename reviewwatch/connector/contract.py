"""What a connector is and what it hands over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from reviewwatch.types import Cursor, Listing, Posted, Problem, Retention, Review, Target

if TYPE_CHECKING:
    from reviewwatch.net import Http, Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a place can do; the docs' table and the flow read it.

    Attributes:
        platform: The entry of `reply/platforms.toml` that holds the limits of replies.
        can_reply: A reply can be posted through an API.
        can_reread: One review with its whole thread can be read again by id.
        shows_owner_replies: A posted reply can be seen when reading.
        is_windowed: Shows only the newest; absence proves nothing.
        keeps_ids: An edit keeps the id.
        retention: What may be kept.
    """

    platform: str
    can_reply: bool = False
    can_reread: bool = False
    shows_owner_replies: bool = False
    is_windowed: bool = False
    keeps_ids: bool = True
    retention: Retention = Retention.STORE


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the table of `docs/connectors.md` and `add` say of a place: a clause each, honest where nothing is known.

    Attributes:
        place: What people call it: "App Store".
        key: What credentials it wants: "none".
        limit: Of requests, and what was measured or stated about it.
        edits: How an edited review shows.
        deletions: How a removed review shows, if it does.
        history: How far back the first pull reads.
        tested: Against what the code was held: a recording, a schema, a stand-in, with the year.
    """

    place: str
    key: str
    limit: str
    edits: str
    deletions: str
    history: str
    tested: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one request brought, ready to be stored in one transaction.

    Attributes:
        listing: The thing reviewed; pages of one pull may differ in it.
        reviews: In the site's order. Empty says nothing about the end.
        problems: Items that could not be read; the good ones are in `reviews`.
        cursor: Where a pull goes on once this page is stored.
        is_not_modified: The place said that nothing changed since the cursor.
        is_complete: This page ends a listing that was read from the first item to the last in this pull; absence from
            it proves Gone.
        gone: Ids that the place itself calls removed.
        n_total: How many pages, items or bytes are expected in all, for a progress bar; None if unknown.
        n_done: How many of `n_total` are done with this page.
        notes: What was assumed in reading the place, for the report: a guessed encoding, the scale of a column.
        unseen: What this pull could not see, a clause each: "older than the newest 500", "2 of 3 pages hold no review".
    """

    listing: Listing
    reviews: Sequence[Review]
    cursor: Cursor
    problems: Sequence[Problem] = ()
    is_not_modified: bool = False
    is_complete: bool = False
    gone: Sequence[str] = ()
    n_total: int | None = None
    n_done: int | None = None
    notes: Sequence[str] = ()
    unseen: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One answer of a place, read.

    Attributes:
        listing: As this answer names it; None where the answer does not.
        reviews: In the site's order.
        problems: Items that could not be read.
        n_items: Items in the answer, with those that were left out or could not be read.
        next: What the place wants to be asked for the answer behind this one: its cursor, or a page's number. "" where
            there is none.
        gone: Ids that the answer itself calls removed.
        notes: What was assumed.
        n_total: How many reviews the place says that it has in all; None where it does not.
    """

    listing: Listing | None = None
    reviews: Sequence[Review] = ()
    problems: Sequence[Problem] = ()
    n_items: int = 0
    next: str = ""
    gone: Sequence[str] = ()
    notes: Sequence[str] = ()
    n_total: int | None = None


class Certainty(IntEnum):
    """How sure a connector is that an address is its own; the surest one is asked."""

    ANY = 0
    """It reads any page."""
    SHAPE = 1
    """The path looks like it."""
    PLACE = 2
    """The host is the place's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognized:
    """The listing that an address names, as its connector would be configured for it.

    Attributes:
        name: Of the listing in the address, for the source's id: lower-case letters, digits and dashes.
        options: Of the `[sources.<id>]` table, without `connector`, `brand` and `every`.
        every: A fitting interval, such as "6h".
    """

    name: str
    options: Mapping[str, object] = field(default_factory=dict)
    certainty: Certainty = Certainty.PLACE
    every: str = "6h"


@runtime_checkable
class Connector(Protocol):
    """One configured place to watch."""

    name: ClassVar[str]
    about: ClassVar[About]
    capabilities: ClassVar[Capabilities]

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> Connector:
        """Validate the options of one `[sources.<id>]` table. No network.

        Raises:
            ConfigError: With every problem, keyed `sources.<id>.<option>`.
        """
        ...

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read the place from the cursor on, oldest change first where the place allows it.

        Args:
            cursor: Of the last stored page; empty on the first pull.

        Raises:
            ConnectorError: Of the kind that says what to do next. Pages yielded before stay good.
        """
        ...


@runtime_checkable
class Reader(Connector, Protocol):
    """A connector that can read one recorded answer of its place: for evaluation, timing and saved pages."""

    def read(self, response: Response) -> Batch:
        """Turn an answer into house values. No network, no clock.

        Raises:
            LayoutChangedError: Nothing in it makes sense where something should.
            ConnectorError: Of the kind that an error in the answer's body stands for.
        """
        ...


@runtime_checkable
class Recognizer(Connector, Protocol):
    """A connector that knows its place by address, for `add`."""

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Say what an address names here, None if nothing. No network; the address may be any text at all."""
        ...


@runtime_checkable
class Replier(Connector, Protocol):
    """A connector whose place takes replies through an API."""

    address: str
    account: str | None

    def reread(self, http: Http, external_id: str) -> Review | None:
        """Read one review with its whole thread now, past every cache.

        Returns:
            None where the place says that it is gone.
        """
        ...

    def reply(self, http: Http, target: Target, text: str) -> Posted:
        """Send the text once.

        Raises:
            ReplyRefusedError: The place said no; nothing is public.
            RetryLaterError: Certain that nothing was sent.
            AccessError: No or wrong credentials; nothing was sent.
            OutcomeUnknownError: It may be public.
        """
        ...


@runtime_checkable
class Importer(Connector, Protocol):
    """A connector that reads a file which a person names; found by the entry-point group `reviewwatch.importers`."""

    source_id: str

    @classmethod
    def from_file(cls, path: Path, source_id: str | None, options: Mapping[str, object]) -> Importer:
        """Look at the head of the file and settle how it is read.

        Args:
            source_id: As the person said, else the importer names it after the report's listing or the file's stem.
            options: As of a `[sources.<id>]` table, without `path`.

        Raises:
            ConfigError: An option does not fit.
            ConnectorError: The file cannot be read at all; the message says why and what to try.
        """
        ...


@runtime_checkable
class Export(Importer, Protocol):
    """A file that this program wrote: each of its reviews says to which source and listing it belongs."""

    def pages_by_source(self) -> Iterator[tuple[str, Page]]:
        """Read the whole file.

        Yields:
            A source's id with reviews that were seen there; `Page.gone` names those that were gone from the place.

        Raises:
            ConnectorError: The file cannot be read any further.
        """
        ...
