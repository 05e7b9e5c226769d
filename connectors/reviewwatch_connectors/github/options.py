"""The options of a `[sources.<id>]` table with `connector = "github"`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from reviewwatch.connector import OptionReader, Secret
from reviewwatch.types import Listing

PUBLIC: Final = "https://api.github.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is watched and how.

    Attributes:
        repo: `owner/name`.
        address: `base_url`, where the API is.
        id_space: The first part of the listing's key: the same place through a proxy or a stand-in keeps it.
        labels: Only issues that have all of them.
        account: The login that replies stand under; None where they are posted by hand.
        token: Of that account to reply; any token raises the limit of reading from 60 to 5,000 requests an hour.
        skip_team: Issues that the team itself opened are no reviews.
        full_every: How often everything is read again, which alone shows removals in a place of many pages.
    """

    source_id: str
    repo: str
    address: str = PUBLIC
    id_space: str = "github"
    labels: tuple[str, ...] = ()
    account: str | None = None
    token: Secret | None = None
    skip_team: bool = True
    full_every: timedelta = timedelta(days=7)

    @classmethod
    def read(cls, source_id: str, options: Mapping[str, object]) -> Options:
        """Validate a table.

        Raises:
            ConfigError: With every problem.
        """
        reader = OptionReader(source_id, options)
        made = cls(
            source_id=source_id,
            repo=reader.text("repo"),
            address=reader.text("base_url", PUBLIC).rstrip("/"),
            id_space=reader.text("id_space", "github"),
            labels=tuple(sorted(reader.texts("labels"))),
            account=reader.text("account", "") or None,
            token=reader.secret("token"),
            skip_team=reader.flag("skip_team", True),
            full_every=reader.duration("full_every", "7d"),
        )
        for key, why in made._problems():
            reader.refuse(key, why)
        reader.finish()
        return made

    @property
    def listing(self) -> Listing:
        """The repository as a listing; GitHub's names know no case."""
        web = "https://github.com" if self.address == PUBLIC else self.address.removesuffix("/api/v3")
        return Listing(f"{self.id_space}:{self.repo.lower()}", self.repo, "github", f"{web}/{self.repo}")

    def _problems(self) -> Iterator[tuple[str, str]]:
        place = urlsplit(self.address)
        if self.repo and not re.fullmatch(r"[\w.-]+/[\w.-]+", self.repo, re.ASCII):
            yield "repo", "must be `owner/name`, as in the page's address"
        if self.account and not self.token:
            yield "account", "needs `token_env` or `token_file`: replies are sent with that account's token"
        if place.scheme not in ("http", "https") or not place.hostname:
            yield "base_url", "must be a web address such as https://github.example.com/api/v3"
        elif self.token and place.scheme == "http" and not _is_loopback(place.hostname):
            yield "base_url", "must begin with https, since the token is sent there"


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
