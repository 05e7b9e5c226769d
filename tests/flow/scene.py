"""A desk, a clock that only a test moves, and a place that a test edits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from reviewwatch.config import Brand, Config, SourceConfig
from reviewwatch.connector import About, Capabilities, Connector, Page
from reviewwatch.errors import ConfigError, ConfigProblem
from reviewwatch.flow import decide
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.pull import PullReport, pull
from reviewwatch.storage.base import Database
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import cases
from reviewwatch.types import (
    Contact,
    Cursor,
    OwnerReply,
    Posted,
    Publication,
    QueueFilter,
    QueueRow,
    ReplyState,
    Review,
    Target,
)
from tests.make import LISTING, NOW, review, stars

SOURCE = "inn"
ACCOUNT = "harbor-inn"


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at

    def move(self, **delta: float) -> None:
        self.at += timedelta(**delta)


@dataclass
class Place:
    """A place with stars and an API for replies; a test edits what stands there and how it fails.

    Attributes:
        fail: Raised by the named call (`pages`, `reread`, `reply`) instead of an answer.
        loses_answers: Stores the reply, and then raises this.
        goes_down: Raised by every reading after a reply was sent.
        n_sent: How often the reply call was made.
    """

    name: ClassVar[str] = "memory"
    about: ClassVar[About] = About(
        place="A place of a test", key="", limit="", edits="", deletions="", history="", tested=""
    )
    capabilities: ClassVar[Capabilities] = Capabilities(
        platform="none", can_reply=True, can_reread=True, shows_owner_replies=True
    )
    address: str = "http://127.0.0.1:9"
    account: str | None = ACCOUNT
    listed: dict[str, Review] = field(default_factory=dict)
    page_size: int = 3
    is_complete: bool = True
    fail: dict[str, Exception] = field(default_factory=dict)
    loses_answers: Exception | None = None
    goes_down: Exception | None = None
    posts_as: ReplyState = ReplyState.PUBLISHED
    n_sent: int = 0

    @classmethod
    def from_options(cls, source_id: str, options: Any) -> Place:
        return cls()

    def put(self, external_id: str, value: float = 1, **fields: Any) -> None:
        """Write or edit a review."""
        self.listed[external_id] = review(external_id, **{"rating": stars(value), **fields})

    def answer(self, external_id: str, text: str, account: str = ACCOUNT) -> None:
        """Let somebody of the business answer on the site."""
        old = self.listed[external_id]
        reply = OwnerReply(text, author=account, account=account, external_id=f"reply-{len(old.owner_replies) + 1}")
        self.listed[external_id] = replace(old, owner_replies=(*old.owner_replies, reply))

    def pages(self, http: Any, cursor: Cursor) -> Iterator[Page]:
        everything = list(self.listed.values())
        starts = range(0, max(len(everything), 1), self.page_size)
        for start in starts:
            is_last = start + self.page_size >= len(everything)
            yield Page(
                listing=LISTING,
                reviews=everything[start : start + self.page_size],
                cursor={"done": str(start)},
                is_complete=is_last and self.is_complete,
            )
            self._maybe_fail("pages")

    def reread(self, http: Any, external_id: str) -> Review | None:
        self._maybe_fail("reread")
        return self.listed.get(external_id)

    def reply(self, http: Any, target: Target, text: str) -> Posted:
        self._maybe_fail("reply")
        self.n_sent += 1
        self.answer(target.external_id, text)
        if self.goes_down is not None:
            self.fail["reread"] = self.goes_down
        if self.loses_answers is not None:
            raise self.loses_answers
        return Posted(self.posts_as, external_id=f"reply-{self.n_sent}", account=self.account)

    def _maybe_fail(self, call: str) -> None:
        if call in self.fail:
            raise self.fail[call]


@dataclass
class Scene:
    """Desk, clock and place, with the few acts that most tests begin with."""

    desk: Desk
    clock: Clock
    place: Place

    def pull(self, **options: Any) -> PullReport:
        return pull(self.desk, SOURCE, self.place, **options)

    def queue(self, **wanted: Any) -> list[QueueRow]:
        return cases.queue(self.desk.db, QueueFilter(**wanted), limit=100)

    def approve(
        self, review_id: int, text: str = "We are sorry. Please write to help@harbor-inn.example."
    ) -> Publication:
        ticket = decide.prepare(self.desk, review_id)
        warnings = [finding.rule for finding in decide.check(ticket, text)]
        return decide.approve(self.desk, ticket, text, "ines", acknowledged=warnings)


def configured(store: Path) -> Config:
    """Return a config with one brand and one source."""
    contact = Contact(contact_id="help", email="help@harbor-inn.example")
    return Config(
        path=None,
        store=store,
        brands={"inn": Brand(brand_id="inn", name="Harbor Inn", contacts=(contact,))},
        sources={SOURCE: SourceConfig(source_id=SOURCE, brand="inn", connector="memory")},
        people={},
    )


def make_scene(folder: Path, place: Place | None = None) -> Scene:
    """Return a scene over a new store in a folder."""
    clock, place = Clock(), place or Place()
    config = configured(folder / "reviews.db")
    db: Database = open_store(config.store)

    def connector(source_id: str) -> Connector:
        if source_id != SOURCE:
            raise ConfigError((ConfigProblem(f"sources.{source_id}", "is not in the config"),))
        return place

    http: Any = None
    return Scene(Desk(config=config, db=db, http=http, now=clock, connector=connector), clock, place)


def dump(db: Database) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table, for comparing two states of a store."""
    tables = db.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    names = [name for table in tables if isinstance(name := table["name"], str)]
    return {name: [dict(row) for row in db.all(f'SELECT * FROM "{name}"')] for name in names}
