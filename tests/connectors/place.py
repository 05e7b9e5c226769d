"""What a stand-in for a place offers, so that the contract of `test_contract_reading.py` can run over it.

A connector called `name` has its stand-in in `tests/connectors/places/<name>.py` as the class `Stand`: it serves the
place's real format over HTTP on loopback, checks what the place checks, and holds invented reviews that a test edits.
"""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import ClassVar

import pytest

from reviewwatch.config import HttpConfig
from reviewwatch.connector import Connector, load_connector
from reviewwatch.demo.loopback import HOST, Answer, Call, Faults, Server
from reviewwatch.errors import ConnectorError
from reviewwatch.net import HttpClient

PER_PAGE = 7
"""Reviews on a page of every stand-in, whatever the real place takes: three pages hold twenty."""


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, delta: timedelta) -> None:
        """Let time pass."""
        self.at += delta


@dataclass
class Written:
    """A review as it stands at the place.

    Attributes:
        number: 1, 2, 3 … in the order of writing; the stand-in makes the place's kind of id of it.
        edited_at: None where it was never edited.
        reply: What the business answered, "" where it did not.
    """

    number: int
    text: str
    title: str
    stars: int
    author: str
    created_at: datetime
    edited_at: datetime | None = None
    reply: str = ""
    replied_at: datetime | None = None

    @property
    def changed_at(self) -> datetime:
        """When the customer last touched it."""
        return self.edited_at or self.created_at


@dataclass(frozen=True)
class Outcome:
    """What a fault ends in at one place, where that is not what the table says.

    Attributes:
        error: None where the reviews are read all the same.
        says: A pattern of the message.
    """

    error: type[ConnectorError] | None
    says: str = ""


class Stand(ABC):
    """One place on loopback. Use it as a context.

    Attributes of the class:
        name: The connector's entry point.
        patches: Dotted names of constants and what they are during the test: a page size of seven, where the connector
            asks for a size.
        fault_points: After how many good answers a fault begins, in turn: at once, and in the middle of a pull.
        is_paged: More reviews than fit on one answer stand on further ones.
        sees_edits: An edit is seen as one (else it shows as a new review, or never).
        sees_removals: A removal is proven at the latest by a pull eight days later.
        shows_replies: What the business answered can be read.
        has_titles, has_texts: What a review has there.
        may_be_empty: A place without a review is read as such; else it cannot be told from one that hides them.
        not_here: Cases of the contract that make no sense here, with the reason.
        outcomes: By the fault's name, where this place differs from the table.
        secret_env: The environment variables that hold its secrets, with their values in the test.
        listing_url: An address that a person would copy from a browser.
    """

    name: ClassVar[str]
    patches: ClassVar[Mapping[str, object]] = {}
    fault_points: ClassVar[Sequence[int]] = (0, 1)
    is_paged: ClassVar[bool] = True
    sees_edits: ClassVar[bool] = True
    sees_removals: ClassVar[bool] = False
    shows_replies: ClassVar[bool] = False
    has_titles: ClassVar[bool] = True
    may_be_empty: ClassVar[bool] = True
    not_here: ClassVar[Mapping[str, str]] = {}
    outcomes: ClassVar[Mapping[str, Outcome]] = {}
    secret_env: ClassVar[Mapping[str, str]] = {}
    listing_url: ClassVar[str]

    def __init__(self) -> None:
        self.clock = Clock()
        self.reviews: dict[str, Written] = {}
        self.calls: list[Call] = []
        self.faults: Faults | None = None
        self._n_written = 0
        self._patch = pytest.MonkeyPatch()
        self._server = Server(self.handle, 0, self.clock)

    # What a place defines

    @abstractmethod
    def options(self) -> dict[str, object]:
        """Return the options of a source that watches this stand-in, its base address included."""

    @abstractmethod
    def answer(self, call: Call) -> Answer:
        """Answer as the real place would; 404 and the like for what it does not know."""

    @abstractmethod
    def id_of(self, number: int) -> str:
        """Return the external id that the connector gives the review that was written as this number."""

    @abstractmethod
    def is_listing(self, call: Call) -> bool:
        """Say whether a call asks for a page of reviews (and not, say, for replies or a name)."""

    @abstractmethod
    def empty_page(self, call: Call) -> Answer:
        """Answer a call for a page as the place does at its whim: in its form, without a review, but not as the end."""

    @abstractmethod
    def error_in_200(self) -> bytes:
        """Return a body that says no, as this place sends it with status 200."""

    @abstractmethod
    def another_layout(self, body: bytes) -> bytes:
        """Return a page after a redesign: the reviews stand there, and the connector does not know where."""

    # What a test does

    def put(self, text: str, stars: int = 2, title: str = "", author: str = "") -> str:
        """Let a customer write a review, a minute after whatever was before, and return its id."""
        self.clock.move(timedelta(minutes=1))
        self._n_written += 1
        number = self._n_written
        title = title or f"Title {number}"
        self.reviews[self.id_of(number)] = Written(
            number, text, title if self.has_titles else "", stars, author or f"invented-{number}", self.clock()
        )
        return self.id_of(number)

    def edit(self, external_id: str, text: str) -> None:
        """Let the customer rewrite it, a minute after whatever was before."""
        self.clock.move(timedelta(minutes=1))
        self.reviews[external_id].text = text
        self.reviews[external_id].edited_at = self.clock()

    def delete(self, external_id: str) -> None:
        """Remove a review."""
        del self.reviews[external_id]

    def reply(self, external_id: str, text: str) -> None:
        """Answer as the business, on the site."""
        self.clock.move(timedelta(minutes=1))
        self.reviews[external_id].reply = text
        self.reviews[external_id].replied_at = self.clock()

    def newest(self) -> list[Written]:
        """Return what stands there, the latest change first."""
        return sorted(self.reviews.values(), key=lambda one: one.changed_at, reverse=True)

    def stands(self) -> dict[str, tuple[str, str, frozenset[str]]]:
        """Return title, text and replies of what a visitor sees, by id."""
        return {
            external_id: (one.title, one.text, frozenset({one.reply} - {""}) if self.shows_replies else frozenset())
            for external_id, one in self.reviews.items()
        }

    def connector(self, **options: object) -> Connector:
        """Return the real connector, found by its entry point and configured for this stand-in.

        One that needs a clock gets the stand-in's; its `Stand` says how.
        """
        return load_connector(self.name).from_options("place", {**self.options(), **options})

    def refresh(self) -> None:
        """Bring what is not asked over HTTP up to date; called before each pull. Nothing, at most places."""
        return

    def client(self, **config: object) -> HttpClient:
        """Return the real client, with the stand-in's clock and without a pace."""
        given = {"allow_private": True, "pace": timedelta(0), "timeout": timedelta(seconds=5), **config}
        return HttpClient(HttpConfig(**given), now=self.clock)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        """Where it is served, without a slash at the end."""
        return f"http://{HOST}:{self._server.port}"

    def handle(self, call: Call) -> Answer:
        """Count a call and answer it, through the fault if there is one; the server's threads call this."""
        self.calls.append(call)
        return self.faults(call, lambda: self.answer(call)) if self.faults else self.answer(call)

    def __enter__(self) -> Stand:
        for name, value in self.patches.items():
            self._patch.setattr(name, value)
        for name, secret in self.secret_env.items():
            self._patch.setenv(name, secret)
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stop()
        self._patch.undo()


def stand_of(name: str) -> type[Stand]:
    """Return the stand-in of a connector.

    Raises:
        ModuleNotFoundError: It has none.
    """
    stand: type[Stand] = importlib.import_module(f"tests.connectors.places.{name}").Stand
    return stand
