"""A place for each connector: how a test starts it, changes it and looks at it. The contract runs over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from reviewwatch_connectors.github import GitHubConnector
from reviewwatch_connectors.github.options import Options
from reviewwatch_connectors.memory import MemoryConnector, MemoryPlace

from reviewwatch.config import HttpConfig
from reviewwatch.connector import Replier
from reviewwatch.demo.site import Site
from reviewwatch.errors import OutcomeUnknownError
from reviewwatch.net import HttpClient
from tests.connectors.faults import stores_and_hangs_up
from tests.connectors.shelf import said_of

Said = Mapping[str, tuple[str, str, frozenset[str]]]


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, delta: timedelta) -> None:
        """Let time pass."""
        self.at += delta


class Scene(Protocol):
    """A connector, its place, and a page size of seven."""

    connector: Replier
    http: HttpClient
    clock: Clock

    def put(self, text: str) -> str:
        """Write a review by a customer, a second after whatever was before, and return its id."""
        ...

    def edit(self, external_id: str, text: str) -> None:
        """Change what the customer wrote."""
        ...

    def delete(self, external_id: str) -> None:
        """Remove a review."""
        ...

    def answer(self, external_id: str, text: str) -> None:
        """Answer as a colleague on the site."""
        ...

    def stands(self) -> Said:
        """Return what stands at the place, as a visitor sees it."""
        ...

    def ours(self, external_id: str) -> list[str]:
        """Return what stands under a review in our account's name."""
        ...

    def lose_next_answer(self) -> None:
        """Let the place store the next reply and then say nothing."""
        ...


class MemoryScene:
    """The place in memory, with stars."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.place = MemoryPlace(page_size=7, now=self.clock)
        self.connector: Replier = MemoryConnector(self.place)
        self.http = HttpClient(HttpConfig())
        self._ids: list[str] = []

    def put(self, text: str) -> str:
        self.clock.move(timedelta(seconds=1))
        self._ids.append(f"m{len(self._ids)}")
        self.place.put(self._ids[-1], text, stars=2, title=f"Title {len(self._ids)}")
        return self._ids[-1]

    def edit(self, external_id: str, text: str) -> None:
        self.place.put(external_id, text)

    def delete(self, external_id: str) -> None:
        self.place.delete(external_id)

    def answer(self, external_id: str, text: str) -> None:
        self.place.answer(external_id, text, account="colleague")

    def stands(self) -> Said:
        found = {id_: self.place.find(id_) for id_ in self._ids}
        return {id_: said_of(review) for id_, review in found.items() if review}

    def ours(self, external_id: str) -> list[str]:
        review = self.place.find(external_id)
        return [reply.text for reply in review.owner_replies if reply.account == self.place.account] if review else []

    def lose_next_answer(self) -> None:
        self.place.lost_answers.append(OutcomeUnknownError("the answer was lost"))


class GitHubScene:
    """The demo's site, empty, over HTTP."""

    def __init__(self, site: Site, http: HttpClient, clock: Clock) -> None:
        self.site = site
        self.http = http
        self.clock = clock
        self.connector: Replier = github_connector(site, clock)

    def put(self, text: str) -> str:
        self.clock.move(timedelta(seconds=1))
        return str(self.site.add(f"About {text[:20]}", text))

    def edit(self, external_id: str, text: str) -> None:
        self.site.edit(int(external_id), body=text)

    def delete(self, external_id: str) -> None:
        self.site.delete(int(external_id))

    def answer(self, external_id: str, text: str) -> None:
        self.site.comment_as_maintainer(int(external_id), text)

    def stands(self) -> Said:
        return {
            str(number): (
                issue.title,
                issue.body or "",
                frozenset(comment.body for comment in self.site.comments_on(number) if comment.association == "MEMBER"),
            )
            for number, issue in self.site.issues().items()
        }

    def ours(self, external_id: str) -> list[str]:
        comments = self.site.comments_on(int(external_id))
        return [comment.body for comment in comments if comment.login == self.site.account]

    def lose_next_answer(self) -> None:
        self.site.faults = stores_and_hangs_up


def github_connector(site: Site, clock: Callable[[], datetime], **options: object) -> GitHubConnector:
    """Return a connector to the demo's site, with its account and token."""
    given = {
        "repo": site.repo,
        "base_url": site.address,
        "account": site.account,
        "token_env": "GITHUB_TOKEN",
        **options,
    }
    return GitHubConnector(
        Options.read("tides", {key: value for key, value in given.items() if value is not None}), clock
    )


@contextmanager
def github_scene() -> Iterator[GitHubScene]:
    """Serve the place on pages of seven."""
    clock = Clock()
    config = HttpConfig(allow_private=True, pace=timedelta(0), timeout=timedelta(seconds=5))
    with (
        Site(invented=(), now=clock) as site,
        HttpClient(config, now=clock) as http,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("GITHUB_TOKEN", site.token)
        patch.setattr("reviewwatch_connectors.github.walk.PER_PAGE", "7")
        patch.setattr("reviewwatch_connectors.github.api.PER_PAGE", "7")
        yield GitHubScene(site, http, clock)


@contextmanager
def memory_scene() -> Iterator[MemoryScene]:
    """Make the place in memory."""
    yield MemoryScene()


SCENES: Mapping[str, Callable[[], AbstractContextManager[Scene]]] = {"github": github_scene, "memory": memory_scene}
"""By the connector's name. A connector that reads the network and has no scene here fails the contract."""
