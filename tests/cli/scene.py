"""A config, a store and a place to watch, all in a test's own folder; commands run against them as people run them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from typer.testing import CliRunner, Result

import reviewwatch.connector
from reviewwatch import config
from reviewwatch.cli import opening
from reviewwatch.cli.main import app
from reviewwatch.connector import About, Capabilities, Connector, Page
from reviewwatch.errors import ConnectorError
from reviewwatch.flow.desk import Desk
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.net import Http
from reviewwatch.types import Cursor, Listing, OwnerReply, Posted, ReplyState, Review, Target
from tests.make import review, stars

SHOP = Listing("test:shop", "Lamp Shop", "google_play", "https://reviews.example/shop")
PAPER = Listing("test:paper", "Paper Guide", "none", "https://reviews.example/paper")

CONFIG = """
store = "rw.db"
[brands.lamps]
name = "Lamp Shop"
[brands.lamps.contacts.desk]
email = "desk@lamps.example"
[sources.shop]
connector = "talking"
[sources.paper]
connector = "silent"
[replies]
undo_window = "{window}"
"""


@dataclass
class Place:
    """What stands at the two places, and what was posted to the one with an API."""

    reviews: dict[str, Review] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)
    fails_with: ConnectorError | None = None
    reply_fails_with: ConnectorError | None = None

    def put(self, external_id: str, listing: Listing = SHOP, **fields: Any) -> Review:
        """Write a review of today; an unhappy one unless said otherwise."""
        values = {"rating": stars(1), "text": "The lamp broke and nobody answered.", "created_at": an_hour_ago()}
        written = review(external_id, listing_key=listing.key, **{**values, **fields})
        self.reviews[external_id] = written
        return written

    def edit(self, external_id: str, **fields: Any) -> None:
        """Let the reviewer, or a colleague on the site, change what stands there."""
        self.reviews[external_id] = replace(self.reviews[external_id], **fields)


def an_hour_ago() -> datetime:
    """Return a recent time: older reviews are history."""
    return datetime.now(UTC) - timedelta(hours=1)


def connectors_of(place: Place) -> Mapping[str, type[Connector]]:
    """Return the connector with an API for replies and the one without."""

    class Silent:
        name: ClassVar[str] = "silent"
        about: ClassVar[About] = About(
            place="A place of a test", key="", limit="", edits="", deletions="", history="", tested=""
        )
        capabilities: ClassVar[Capabilities] = Capabilities(platform="none")
        listing: ClassVar[Listing] = PAPER

        @classmethod
        def from_options(cls, source_id: str, options: Mapping[str, object]) -> Connector:
            return cls()

        def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
            if place.fails_with is not None:
                raise place.fails_with
            mine = [one for one in place.reviews.values() if one.listing_key == self.listing.key]
            yield Page(listing=self.listing, reviews=mine, cursor={})

    class Talking(Silent):
        name = "talking"
        capabilities = Capabilities(platform="google_play", can_reply=True, can_reread=True, shows_owner_replies=True)
        listing = SHOP
        address = "https://place.example"
        account: str | None = "lamp-shop"

        def reread(self, http: Http, external_id: str) -> Review | None:
            return place.reviews.get(external_id)

        def reply(self, http: Http, target: Target, text: str) -> Posted:
            if place.reply_fails_with is not None:
                raise place.reply_fails_with
            place.posted.append(text)
            standing = OwnerReply(text, author="Lamp Shop", account="lamp-shop", created_at=datetime.now(UTC))
            place.edit(target.external_id, owner_replies=(standing,))
            return Posted(ReplyState.PUBLISHED, account="lamp-shop")

    return {"silent": Silent, "talking": Talking}


@dataclass
class Scene:
    """One workspace."""

    folder: Path
    place: Place

    @property
    def config(self) -> Path:
        """The config file."""
        return self.folder / "reviewwatch.toml"

    def run(self, *args: str, stdin: str | None = None) -> Result:
        """Run one command line in this process."""
        return CliRunner().invoke(app, args, input=stdin, env={"REVIEWWATCH_CONFIG": str(self.config)})

    def json(self, *args: str) -> Any:
        """Run a command that must succeed and return its one JSON value."""
        return json.loads(self.ok(*args).stdout)

    def lines(self, *args: str) -> list[Any]:
        """Run a command that must succeed and return its JSON lines."""
        return [json.loads(line) for line in self.ok(*args).stdout.splitlines()]

    def ok(self, *args: str, stdin: str | None = None) -> Result:
        """Run a command that must succeed."""
        result = self.run(*args, stdin=stdin)
        assert result.exit_code == 0, result.output
        return result

    def ids(self) -> list[str]:
        """Return the ids in the order of the inbox."""
        return [row["id"] for row in self.lines("inbox", "--json")]

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open the workspace as a command does."""
        with opening.desk_for(config.load(self.config)) as desk:
            yield desk


def scene_in(folder: Path, monkeypatch: pytest.MonkeyPatch, window: str = "0s") -> Scene:
    """Make a workspace whose places are stand-ins in this process.

    Args:
        window: The undo window.
    """
    place = Place()
    known = connectors_of(place)
    monkeypatch.setattr(reviewwatch.connector, "load_connector", lambda name: known[name])
    monkeypatch.setattr("reviewwatch.config.connectors.installed", lambda: tuple(known))
    scene = Scene(folder, place)
    scene.config.write_text(CONFIG.format(window=window))
    return scene


def id_of(review_id: int) -> str:
    """Return the id that a person types."""
    return to_text(REVIEW, review_id)
