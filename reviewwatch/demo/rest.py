"""GitHub's REST API over a `World`, as far as reading issues and commenting on them goes.

It checks what the real place checks, so that what works here has a chance there.
https://docs.github.com/rest/issues (read 2026-11-21)
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlencode

from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.demo.world import Comment, Issue, World

LONGEST_COMMENT: Final = 65_536
_HOUR: Final = timedelta(hours=1)
_SORTS: Final = frozenset({"created", "updated", "comments"})
_STATES: Final = frozenset({"open", "closed", "all"})


class Rest:
    """Answers calls.

    Args:
        token: What is taken as the account's token.
        address: Where it is served, for the addresses in its answers; known once it is.
        limit: Requests an hour. An answer 304 costs nothing.
    """

    def __init__(
        self,
        world: World,
        repo: str,
        account: str,
        token: str,
        now: Callable[[], datetime],
        address: Callable[[], str],
        limit: int = 5_000,
    ) -> None:
        self._world = world
        self._repo = repo
        self._account = account
        self._token = token
        self._now = now
        self._address = address
        self._limit = limit
        self._n_counted = 0
        self._reset_at = now() + _HOUR
        self._lock = threading.Lock()

    def answer(self, call: Call) -> Answer:
        """Do what a call asks for and say what came of it. One call at a time."""
        with self._lock:
            self._world.refresh()
            return self._answer(call)

    def _answer(self, call: Call) -> Answer:
        if self._now() >= self._reset_at:
            self._n_counted, self._reset_at = 0, self._now() + _HOUR
        if self._n_counted >= self._limit:
            return self._with_budget(_refusal(403, "API rate limit exceeded"))
        answer = self._checked(call)
        tag = 'W/"' + sha256(answer.body).hexdigest() + '"'
        if call.method == "GET" and answer.status == 200:
            if call.headers.get("if-none-match") == tag:
                return self._with_budget(Answer(304, headers={"ETag": tag}))
            answer = replace(answer, headers={**answer.headers, "ETag": tag})
        self._n_counted += 1
        return self._with_budget(answer)

    def _with_budget(self, answer: Answer) -> Answer:
        budget = {
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(max(0, self._limit - self._n_counted)),
            "X-RateLimit-Reset": str(int(self._reset_at.timestamp())),
        }
        return replace(answer, headers={**budget, **answer.headers})

    def _checked(self, call: Call) -> Answer:
        if not call.headers.get("user-agent"):
            return _refusal(
                403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header"
            )
        given = call.headers.get("authorization", "")
        if given and given.partition(" ")[2] != self._token:
            return _refusal(401, "Bad credentials")
        if call.path == "/user":
            return _json(200, self._user(self._account)) if given else _refusal(401, "Requires authentication")
        found = re.fullmatch(r"/repos/([^/]+/[^/]+)((?:/[a-z0-9]+)*)", call.path)
        if found is None or found[1].lower() != self._repo.lower():
            return _refusal(404, "Not Found")
        return self._in_repo(call, found[2])

    def _in_repo(self, call: Call, path: str) -> Answer:
        if path == "" and call.method == "GET":
            return _json(200, {"full_name": self._repo, "has_issues": True})
        if path == "/issues" and call.method == "GET":
            return self._issues(call)
        if path == "/issues/comments" and call.method == "GET":
            return self._comments(call, self._world.comments.values(), is_sortable=True)
        found = re.fullmatch(r"/issues/(\d{1,9})(/comments)?", path)
        if found is None or call.method not in ("GET", "POST"):
            return _refusal(404, "Not Found")
        return self._of_issue(call, int(found[1]), is_thread=found[2] is not None)

    def _of_issue(self, call: Call, number: int, is_thread: bool) -> Answer:
        issue = self._world.issues.get(number)
        if issue is None:
            is_deleted = number in self._world.deleted
            return _refusal(410, "This issue was deleted") if is_deleted else _refusal(404, "Not Found")
        if call.method == "POST":
            return self._post(call, issue) if is_thread else _refusal(404, "Not Found")
        if not is_thread:
            return _json(200, self._issue(issue))
        thread = [comment for comment in self._world.comments.values() if comment.number == number]
        return self._comments(call, thread, is_sortable=False)

    def _post(self, call: Call, issue: Issue) -> Answer:
        if not call.headers.get("authorization"):
            return _refusal(401, "Requires authentication")
        if issue.is_locked:
            return _refusal(403, "Unable to create comment because issue is locked.")
        try:
            given = json.loads(call.body)
        except ValueError:
            return _refusal(400, "Problems parsing JSON")
        text = given.get("body") if isinstance(given, dict) else None
        if not isinstance(text, str) or not text.strip():
            return _invalid("Body cannot be blank")
        if len(text) > LONGEST_COMMENT:
            return _invalid(f"Body is too long (maximum is {LONGEST_COMMENT} characters)")
        comment_id = self._world.do(
            "comment", self._now(), number=issue.number, login=self._account, association="MEMBER", body=text
        )
        return _json(201, self._comment(self._world.comments[comment_id]))

    def _issues(self, call: Call) -> Answer:
        query = call.query
        if query.get("state", "open") not in _STATES or query.get("sort", "created") not in _SORTS:
            return _invalid("state and sort must be known values")
        wanted = set(filter(None, query.get("labels", "").split(",")))
        # All issues here are open, so `closed` lists none.
        issues = self._world.issues.values() if query.get("state", "open") != "closed" else ()
        items = [issue for issue in issues if wanted <= set(issue.labels)]
        return self._listing(call, items, lambda issue: (_time_key(query, issue), issue.number), self._issue)

    def _comments(self, call: Call, comments: Iterable[Comment], is_sortable: bool) -> Answer:
        def by(comment: Comment) -> tuple[datetime, int]:
            return _time_key(call.query, comment), comment.comment_id

        # Without `sort` the direction is ignored and the order is that of the ids.
        is_by_id = not is_sortable or "sort" not in call.query
        query = {**call.query, "direction": "asc"} if is_by_id else call.query
        key: Callable[[Comment], Any] = (lambda comment: comment.comment_id) if is_by_id else by
        return self._listing(replace(call, query=query), list(comments), key, self._comment)

    def _listing(
        self, call: Call, items: Sequence[Any], key: Callable[[Any], Any], show: Callable[[Any], Mapping[str, Any]]
    ) -> Answer:
        query = call.query
        if "since" in query:
            try:
                since = datetime.fromisoformat(query["since"])
            except ValueError:
                return _invalid("since is no timestamp")
            items = [item for item in items if item.updated_at >= since]
        ordered = sorted(items, key=key, reverse=query.get("direction", "desc") == "desc")
        size = min(max(_number(query.get("per_page"), 30), 1), 100)
        page = max(_number(query.get("page"), 1), 1)
        n_pages = max(1, -(-len(ordered) // size))
        shown = [show(item) for item in ordered[(page - 1) * size : page * size]]
        return replace(_json(200, shown), headers=self._links(call, page, n_pages))

    def _links(self, call: Call, page: int, n_pages: int) -> dict[str, str]:
        steps = {"prev": page - 1, "next": page + 1, "last": n_pages, "first": 1}
        if page >= n_pages:
            del steps["next"], steps["last"]
        if page == 1:
            del steps["prev"], steps["first"]
        links = [
            f'<{self._address()}{call.path}?{urlencode({**call.query, "page": str(number)})}>; rel="{relation}"'
            for relation, number in steps.items()
        ]
        return {"Link": ", ".join(links)} if links else {}

    def _issue(self, issue: Issue) -> dict[str, Any]:
        repository, page = (
            f"{self._address()}/repos/{self._repo}",
            f"{self._address()}/{self._repo}/issues/{issue.number}",
        )
        shown = {
            "url": f"{repository}/issues/{issue.number}",
            "repository_url": repository,
            "html_url": page,
            "id": 40_000 + issue.number,
            "number": issue.number,
            "title": issue.title,
            "user": self._user(issue.login),
            "labels": [{"name": label} for label in issue.labels],
            "state": "open",
            "locked": issue.is_locked,
            "comments": sum(comment.number == issue.number for comment in self._world.comments.values()),
            "created_at": _stamp(issue.created_at),
            "updated_at": _stamp(issue.updated_at),
            "closed_at": None,
            "author_association": issue.association,
            "body": issue.body,
            "reactions": {"total_count": issue.votes, "+1": issue.votes, "-1": 0},
        }
        return shown | (
            {"pull_request": {"url": f"{repository}/pulls/{issue.number}"}} if issue.is_pull_request else {}
        )

    def _comment(self, comment: Comment) -> dict[str, Any]:
        issue = self._world.issues[comment.number]
        kind = "pull" if issue.is_pull_request else "issues"
        repository, page = f"{self._address()}/repos/{self._repo}", f"{self._address()}/{self._repo}"
        return {
            "url": f"{repository}/issues/comments/{comment.comment_id}",
            "html_url": f"{page}/{kind}/{comment.number}#issuecomment-{comment.comment_id}",
            "issue_url": f"{repository}/issues/{comment.number}",
            "id": comment.comment_id,
            "user": self._user(comment.login, "Bot" if comment.is_bot else "User"),
            "created_at": _stamp(comment.created_at),
            "updated_at": _stamp(comment.updated_at),
            "author_association": comment.association,
            "body": comment.body,
        }

    def _user(self, login: str, kind: str = "User") -> dict[str, Any]:
        return {"login": login, "id": int(sha256(login.encode()).hexdigest()[:6], 16), "type": kind}


def _json(status: int, value: object) -> Answer:
    return Answer(status, json.dumps(value).encode(), {"Content-Type": "application/json; charset=utf-8"})


def _refusal(status: int, message: str) -> Answer:
    return _json(
        status, {"message": message, "documentation_url": "https://docs.github.com/rest", "status": str(status)}
    )


def _invalid(message: str) -> Answer:
    error = {"resource": "IssueComment", "code": "unprocessable", "field": "data", "message": message}
    return _json(422, {"message": "Validation Failed", "errors": [error], "status": "422"})


def _time_key(query: Mapping[str, str], item: Issue | Comment) -> datetime:
    return item.updated_at if query.get("sort") == "updated" else item.created_at


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else default


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
