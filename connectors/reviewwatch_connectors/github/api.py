"""The calls to GitHub's REST API that the connector makes. https://docs.github.com/rest/issues (read 2026-11-21)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from reviewwatch.connector import Secret
from reviewwatch.errors import (
    AccessError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    OutcomeUnknownError,
    ReplyRefusedError,
    RetryLaterError,
)
from reviewwatch.net import Http, Response, limited_for, links, read_json, said
from reviewwatch.types import Posted, ReplyState
from reviewwatch_connectors.github.walk import PER_PAGE, onward

VERSION: Final = "2022-11-28"
"""Of the API; GitHub keeps each for two years after the next. https://docs.github.com/rest/about-the-rest-api/api-versions"""


@dataclass(frozen=True, slots=True)
class Api:
    """One repository behind one address, asked with or without a token. Every error names the source."""

    source_id: str
    repo: str
    address: str
    token: Secret | None
    now: Callable[[], datetime]

    def url(self, path: str) -> str:
        """Return the address of something in the repository."""
        return f"{self.address}/repos/{self.repo}/{path}"

    def get(self, http: Http, url: str, params: Mapping[str, str] | None = None, etag: str = "") -> Response:
        """Read an address, conditionally where an ETag is given, else past every cache."""
        asked = {"If-None-Match": etag} if etag else {"Cache-Control": "no-cache"}
        try:
            return http.get(url, params=params, headers=self._headers() | asked)
        except ListingNotFoundError as error:
            raise ListingNotFoundError(
                f"{self.repo} has no issues to read ({error}); it was renamed, removed or closed to the public, "
                "or its issues are switched off",
                self.source_id,
            ) from error
        except RetryLaterError as error:
            hint = (
                "; a token raises GitHub's limit from 60 to 5,000 requests an hour"
                if error.after and not self.token
                else ""
            )
            error.args = (f"{error}{hint}",)
            error.source = self.source_id
            raise
        except ConnectorError as error:
            error.source = self.source_id
            raise

    def issue(self, http: Http, number: int) -> dict[str, Any] | None:
        """Read one issue; None where it was removed, or moved to another repository.

        GitHub says 404 for a removed issue as for a repository that is closed to us: the repository tells which.
        """
        url = self.url(f"issues/{number}")
        try:
            response = self.get(http, url)
        except ListingNotFoundError:
            self.get(http, f"{self.address}/repos/{self.repo}")
            return None
        issue = read_json(response, "an issue")
        if not isinstance(issue, dict) or "number" not in issue:
            raise LayoutChangedError(
                f"{url} sent something else than an issue", self.source_id, "an issue", response.body
            )
        return issue if issue["number"] == number else None

    def comments(self, http: Http, number: int) -> list[Any]:
        """Read all comments of one issue, oldest first."""
        url, params, followed, found = self.url(f"issues/{number}/comments"), {"per_page": PER_PAGE}, set[str](), []
        response = self.get(http, url, params)
        while True:
            page = read_json(response, "a list of comments")
            if not isinstance(page, list):
                raise LayoutChangedError(f"{url} sent no list", self.source_id, "a list of comments", response.body)
            found += page
            following = links(response).get("next")
            if following is None:
                return found
            response = self.get(http, onward(response, url, following, followed))

    def login(self, http: Http) -> str:
        """Return whose token it is.

        Raises:
            AccessError: There is none, or GitHub does not know it.
        """
        if self.token is None:
            raise AccessError("a reply needs a token: name one with `token_env` or `token_file`", self.source_id)
        user = read_json(self.get(http, f"{self.address}/user"), "the token's user")
        login = user.get("login") if isinstance(user, dict) else None
        if not isinstance(login, str):
            raise AccessError("GitHub does not say whose token it is; is it a personal one?", self.source_id)
        return login

    def comment(self, http: Http, number: int, text: str) -> Posted:
        """Send a comment once.

        Raises:
            ReplyRefusedError: With GitHub's own words.
            OutcomeUnknownError, AccessError, RetryLaterError: As `Replier.reply` says.
        """
        url = self.url(f"issues/{number}/comments")
        response = http.send_once("POST", url, headers=self._headers(), json_body={"body": text})
        if 200 <= response.status < 300:
            return self._posted(response)
        words = f"GitHub answered {response.status}" + (f" and says “{said(response)}”" if said(response) else "")
        wait = limited_for(response, self.now())
        if wait:
            raise RetryLaterError(f"{words}; nothing was posted", self.source_id, wait)
        if response.status == 401:
            raise AccessError(f"{words}; nothing was posted, the token is not accepted", self.source_id)
        raise ReplyRefusedError(words, self.source_id)

    def _posted(self, response: Response) -> Posted:
        try:
            made = read_json(response, "the new comment")
            if response.status == 201:
                return Posted(ReplyState.PUBLISHED, str(made["id"]), made.get("html_url"), made["user"]["login"])
        except (ConnectorError, LookupError, TypeError, AttributeError) as error:
            raise OutcomeUnknownError(
                f"GitHub took the reply, but its answer cannot be read: {error}", self.source_id
            ) from error
        raise OutcomeUnknownError(
            f"GitHub answered {response.status} where 201 would mean that the reply is public", self.source_id
        )

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": VERSION}
        return headers | ({"Authorization": f"Bearer {self.token.read()}"} if self.token else {})
