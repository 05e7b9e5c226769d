"""The connector: what the contract asks for, in the words of GitHub."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import ClassVar, Final

from reviewwatch.connector import About, Batch, Capabilities, Page, Recognized
from reviewwatch.errors import AccessError, ReplyRefusedError
from reviewwatch.net import Http, Response
from reviewwatch.types import Cursor, Posted, Review, Target
from reviewwatch_connectors.github.api import Api
from reviewwatch_connectors.github.options import Options
from reviewwatch_connectors.github.pull import Pull, read_issues

_REPO: Final = re.compile(
    r"(?:https?://)?(?:www\.)?github\.com/(?P<owner>[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))/(?P<repo>[A-Za-z0-9._-]{1,100})"
    r"(?:/issues(?:/\d+)?)?/?(?:[?#].*)?\Z"
)
_NO_OWNERS: Final = frozenset({"about", "apps", "collections", "features", "marketplace", "orgs", "sponsors", "topics"})


class GitHubConnector:
    """One repository's issues. Pull requests are left out, and what the team itself opened unless `skip_team = false`.

    Attributes:
        address: Where the API is; by its host a stand-in on loopback is told from the real place.
        account: The login that replies stand under; None where replies are posted by hand.
    """

    name: ClassVar[str] = "github"
    about: ClassVar[About] = About(
        place="GitHub issues",
        key="none for reading, at 60 requests an hour; a token for replies and 5,000 an hour",
        limit="stated by each answer; 403 and 429 with a wait are kept to",
        edits="at the next pull",
        deletions="by the weekly full walk",
        history="all issues and comments",
        tested="recordings of the API and a stand-in (2026); never against github.com itself",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(
        platform="github", can_reply=True, can_reread=True, shows_owner_replies=True
    )

    def __init__(self, options: Options, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.address = options.address
        self.account = options.account
        self._options = options
        self._listing_key = options.listing.key
        self._api = Api(options.source_id, options.repo, options.address, options.token, now)
        self._now = now

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> GitHubConnector:
        """Validate the options, which `Options` explains."""
        return cls(Options.read(source_id, options))

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Take the address of a repository, of its issues, or of one of them."""
        found = _REPO.match(url.strip())
        if found is None or found["owner"].lower() in _NO_OWNERS:
            return None
        repo = found["repo"].removesuffix(".git")
        return Recognized(
            name=repo.lower().replace("_", "-").replace(".", "-").strip("-") or "issues",
            options={"repo": f"{found['owner']}/{repo}"},
            every="1h",
        )

    def read(self, response: Response) -> Batch:
        """Read one answer that lists issues, or that is one; who replied is not in it."""
        return read_issues(response, self._options)

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read what changed since the cursor, or everything where that is due."""
        return Pull(self._options, self._api, http).pages(cursor, self._now())

    def reread(self, http: Http, external_id: str) -> Review | None:
        """Read one issue with all its comments now."""
        return Pull(self._options, self._api, http).one(int(external_id))

    def reply(self, http: Http, target: Target, text: str) -> Posted:
        """Comment on the issue, once, after asking whose token it is."""
        source_id = self._options.source_id
        if target.listing_key != self._listing_key:
            raise ReplyRefusedError(
                f"the reply is for {target.listing_key}, but this is {self._listing_key}", source_id
            )
        login = self._api.login(http)
        if not self.account or login.casefold() != self.account.casefold():
            raise AccessError(f"the token is {login}'s, but replies stand under {self.account}", source_id)
        return self._api.comment(http, int(target.external_id), text)
