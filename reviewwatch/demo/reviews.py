"""The invented issues that the demo's place is born with."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from reviewwatch.config.durations import parse_duration

_DATA: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_name("reviews.toml").read_text(encoding="utf-8"))

REPO: Final[str] = _DATA["repo"]
PRODUCT: Final[str] = _DATA["product"]
ACCOUNT: Final[str] = _DATA["account"]
"""The login that the demo replies under."""
TOKEN: Final = "a-token-for-the-demo-only"  # noqa: S105 - known to everybody, good for a site on loopback
"""What the site takes as that account's token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedComment:
    """A comment under an issue.

    Attributes:
        age: Back from the moment when the place was opened.
        association: What GitHub calls the writer's standing: MEMBER, NONE and so on.
    """

    age: timedelta
    login: str
    body: str
    association: str = "NONE"
    is_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedIssue:
    """An issue with its comments; `body` is None where only a title was written."""

    number: int
    age: timedelta
    login: str
    title: str
    body: str | None = None
    association: str = "NONE"
    labels: tuple[str, ...] = ()
    votes: int = 0
    is_pull_request: bool = False
    comments: tuple[InventedComment, ...] = ()


def invented_issues() -> tuple[InventedIssue, ...]:
    """Return the issues, pull requests among them, oldest first."""
    return tuple(_issue(raw) for raw in _DATA["issues"])


def _issue(raw: Mapping[str, Any]) -> InventedIssue:
    comments = tuple(
        InventedComment(**{**comment, "age": parse_duration(comment["age"])}) for comment in raw.get("comments", ())
    )
    values = {"age": parse_duration(raw["age"]), "labels": tuple(raw.get("labels", ())), "comments": comments}
    return InventedIssue(**{**raw, **values})
