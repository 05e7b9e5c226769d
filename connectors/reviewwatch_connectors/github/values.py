"""GitHub's JSON into house values. What lacks a needed field raises ValueError with a clause for a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from reviewwatch.errors import LayoutChangedError
from reviewwatch.normalize import clean, parse_time
from reviewwatch.types import OwnerReply, Problem, Review
from reviewwatch_connectors.github.walk import stamp

TEAM: Final = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
"""Who answers for a repository. https://docs.github.com/graphql/reference/enums#commentauthorassociation"""
_Kind = TypeVar("_Kind")
_Value = TypeVar("_Value")


def number_of(issue: Any) -> int:
    """Return an issue's number, which is its id within the repository."""
    return _field(issue, "number", int)


def is_pull_request(issue: Mapping[str, Any]) -> bool:
    """Say whether an issue is a pull request: GitHub lists them together. A null means that it is none."""
    return issue.get("pull_request") is not None


def is_by_team(item: Mapping[str, Any]) -> bool:
    """Say whether an issue or comment is by somebody who answers for the repository."""
    return item.get("author_association") in TEAM


def review_of(issue: Any, listing_key: str, replies: Sequence[OwnerReply], n_seen: int | None = None) -> Review:
    """Return an issue as a review.

    Args:
        n_seen: Comments that were read of it, by anybody; with fewer than there are, the thread is partial. None: all.
    """
    title, notes = clean(_field(issue, "title", str))
    text, more = clean(issue.get("body") or "")
    n_comments, votes, url = (issue.get(key) for key in ("comments", "reactions", "html_url"))
    up = votes.get("+1") if isinstance(votes, dict) else None
    return Review(
        listing_key=listing_key,
        external_id=str(number_of(issue)),
        title=title,
        text=text,
        author=_login(issue),
        created_at=parse_time(_field(issue, "created_at", str))[0],
        updated_at=parse_time(stamp(issue))[0],
        url=url if isinstance(url, str) and url.startswith(("https://", "http://")) else None,
        n_votes=up if isinstance(up, int) else None,
        owner_replies=tuple(replies),
        is_thread_partial=n_seen is not None and n_seen < (n_comments if isinstance(n_comments, int) else 0),
        notes=tuple(dict.fromkeys(notes + more)),
    )


def reply_of(comment: Any, account: str | None) -> OwnerReply | None:
    """Return a comment as an owner reply; None where it is a customer's or a bot's."""
    login, text = _login(comment), clean(comment.get("body") or "")[0]
    is_ours = bool(account and login and login.casefold() == account.casefold())
    is_bot = login is not None and comment["user"].get("type") == "Bot"
    if not is_ours and (is_bot or not is_by_team(comment)):
        return None
    created_at = parse_time(_field(comment, "created_at", str))[0]
    return OwnerReply(
        text, author=login, account=login, created_at=created_at, external_id=str(_field(comment, "id", int))
    )


def each(
    items: Sequence[Any], what: str, key: str, read: Callable[[Any], _Value]
) -> tuple[list[_Value], list[Problem]]:
    """Read every item; those that cannot be read become problems that name them by number or else by position.

    Raises:
        LayoutChangedError: None could be read.
    """
    values, problems = [], []
    for position, item in enumerate(items, 1):
        try:
            if not isinstance(item, dict):
                raise ValueError("is no object")
            values.append(read(item))
        except (ValueError, TypeError, AttributeError) as error:
            known = item.get(key) if isinstance(item, dict) else None
            problems.append(Problem(f"{what} {known}" if isinstance(known, int) else f"item {position}", str(error)))
    if problems and not values:
        raise LayoutChangedError(
            f"GitHub sent {len(problems)} {what}s, none of which can be read: {problems[0].where}: {problems[0].why}",
            expected=f"a list of {what}s in the form of https://docs.github.com/rest/issues",
            body=json.dumps(list(items)[:50]).encode(),
        )
    return values, problems


class Threads:
    """The owner replies among the comments of a walk, by the issue they belong to.

    Args:
        seen_until: Comments up to this stamp were handled by an earlier walk.

    Attributes:
        newest: The stamp of the latest comment.
    """

    def __init__(self, account: str | None, seen_until: str) -> None:
        self._account = account
        self._seen_until = self.newest = seen_until
        self._replies: dict[int, dict[int, OwnerReply | None]] = {}
        self._fresh: dict[int, None] = {}

    def add(self, comments: Sequence[Any]) -> list[Problem]:
        """Take a page of comments; those that cannot be read come back as problems."""
        return each(comments, "comment", "id", self._add)[1]

    def of(self, number: int) -> tuple[list[OwnerReply], int]:
        """Return an issue's owner replies in the order of their ids, and how many comments were read of it."""
        self._fresh.pop(number, None)
        comments = self._replies.get(number, {})
        return [reply for _, reply in sorted(comments.items()) if reply is not None], len(comments)

    def rest(self) -> list[int]:
        """Return the issues with a new owner reply that nobody asked for: an edit of one does not touch its issue."""
        return list(self._fresh)

    def _add(self, comment: Any) -> None:
        at = stamp(comment)
        if "/pull/" in str(comment.get("html_url", "")):
            return
        number = _number_in(_field(comment, "issue_url", str))
        reply = reply_of(comment, self._account)
        self._replies.setdefault(number, {})[_field(comment, "id", int)] = reply
        # One second can hold two edits, so the last one taken counts as new once more.
        if reply is not None and at >= self._seen_until:
            self._fresh[number] = None
        self.newest = max(self.newest, at)


def _login(item: Mapping[str, Any]) -> str | None:
    """Return who wrote it; None for an account that is no more."""
    if "user" not in item:
        raise ValueError("`user` is missing")
    user = item["user"]
    return None if user is None else clean(_field(user, "login", str))[0]


def _number_in(url: str) -> int:
    number = url.rpartition("/")[2]
    if not number.isdecimal() or len(number) > 18:
        raise ValueError("`issue_url` ends in no number")
    return int(number)


def _field(item: Mapping[str, Any], key: str, kind: type[_Kind]) -> _Kind:
    value = item.get(key)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"`{key}` is {'of another kind' if key in item else 'missing'}")
    return value
