"""A pull: the comments that are new, then the issues that changed with the owner replies among the comments.

The cursor holds, beside when the last full walk began (`full_at`) and what it was over (`scope`), for each of the two
listings where its next walk starts and the ETag of the last request, and the newest comment that was taken
(`comments_seen`, absent until a first walk has reached the end).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reviewwatch.connector import Page
from reviewwatch.errors import LayoutChangedError
from reviewwatch.net import Http
from reviewwatch.types import Cursor, Problem, Review
from reviewwatch_connectors.github.api import Api
from reviewwatch_connectors.github.options import Options
from reviewwatch_connectors.github.values import (
    Threads,
    each,
    is_by_team,
    is_pull_request,
    number_of,
    reply_of,
    review_of,
)
from reviewwatch_connectors.github.walk import Step, walk

State = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pull:
    """One pull of a repository."""

    options: Options
    api: Api
    http: Http

    def pages(self, cursor: Cursor, now: datetime) -> Iterator[Page]:
        """Yield the comments' pages, which hold no reviews but keep a lease alive, then the issues'."""
        state = self._start(cursor, now)
        threads = Threads(self.options.account, state.get("comments_seen", ""))
        problems: list[Problem] = []
        step = Step((), "")
        for step in self._walk("issues/comments", state, "comments_"):
            problems += threads.add(step.items)
            if not step.is_last:
                yield self._page((), _among_comments(state, step))
        end = {"comments_since": step.since, "comments_etag": step.etag, "comments_seen": threads.newest}
        yield from self._issues(state, end, threads, problems, step.is_same)

    def one(self, number: int) -> Review | None:
        """Read one issue with its whole thread; None where it is gone."""
        issue = self.api.issue(self.http, number)
        return self._whole(issue) if issue else None

    def _start(self, cursor: Cursor, now: datetime) -> State:
        """Return where the pull starts: at the cursor, or anew where the options changed or a full walk is due."""
        scope = "|".join((self.options.address, *self.options.labels, str(self.options.skip_team)))
        anew = {"scope": scope, "full_at": now.isoformat()}
        try:
            is_due = now - datetime.fromisoformat(cursor.get("full_at", "")) >= self.options.full_every
        except (ValueError, TypeError):
            return anew
        return anew if is_due or cursor.get("scope") != scope else cursor

    def _issues(
        self, state: State, end: State, threads: Threads, problems: Sequence[Problem], is_same: bool
    ) -> Iterator[Page]:
        """Yield the issues' pages. The comments count as taken (`end`) only with the last of them.

        A walk from the first issue to the last proves Gone: the first pull's, any of a place that fits on one page,
        and the full one every now and then.
        """
        is_whole, is_first = not state.get("since") and not self.options.labels, "comments_seen" not in state
        for n_done, step in enumerate(self._walk("issues", state, ""), 1):
            reviews, unread = self._reviews(step, threads)
            if step.is_last and not is_first:
                reviews += self._touched(threads)
            state = {**state, "since": step.since, "etag": step.etag, **(end if step.is_last else {})}
            is_whole = is_whole and not unread and not step.is_same
            yield self._page(
                reviews,
                state,
                problems=(*problems, *unread),
                is_not_modified=is_same and step.is_same,
                is_complete=step.is_last and is_whole,
                n_done=n_done,
                n_total=n_done + step.n_left,
            )
            problems = ()

    def _walk(self, path: str, state: State, part: str) -> Iterator[Step]:
        labels = {"labels": ",".join(self.options.labels)} if self.options.labels else {}
        return walk(
            lambda url, params, etag: self.api.get(self.http, url, params, etag),
            self.api.url(path),
            {"state": "all", **labels} if path == "issues" else {},
            state.get(f"{part}since", ""),
            state.get(f"{part}etag", ""),
        )

    def _reviews(self, step: Step, threads: Threads) -> tuple[list[Review], list[Problem]]:
        def read(issue: Any) -> tuple[Any, Review]:
            replies, n_seen = threads.of(number_of(issue))
            return issue, review_of(issue, self.options.listing.key, replies, n_seen)

        issues, unread = each(step.items, "issue", "number", read)
        return [review for issue, review in issues if self._is_wanted(issue)], unread

    def _touched(self, threads: Threads) -> list[Review]:
        """Read the issues that have a new owner reply but were not listed as changed."""
        issues = (self.api.issue(self.http, number) for number in threads.rest())
        return [self._whole(issue) for issue in issues if issue and self._is_wanted(issue)]

    def _whole(self, issue: Mapping[str, Any]) -> Review:
        comments = self.api.comments(self.http, number_of(issue))
        try:
            replies = [reply_of(comment, self.options.account) for comment in comments]
            return review_of(issue, self.options.listing.key, [reply for reply in replies if reply])
        except (ValueError, TypeError, AttributeError) as error:
            raise LayoutChangedError(f"an issue of {self.options.repo} cannot be read: {error}") from error

    def _is_wanted(self, issue: Mapping[str, Any]) -> bool:
        has = {label.get("name") for label in issue.get("labels") or () if isinstance(label, dict)}
        is_team = self.options.skip_team and is_by_team(issue)
        return not is_pull_request(issue) and not is_team and has.issuperset(self.options.labels)

    def _page(self, reviews: Sequence[Review], state: State, **more: Any) -> Page:
        cursor = {key: value for key, value in state.items() if value or key == "comments_seen"}
        return Page(listing=self.options.listing, reviews=reviews, cursor=cursor, **more)


def _among_comments(state: State, step: Step) -> State:
    """Return the state after a page of comments that is not the last.

    Only a first walk keeps its progress here, or an anonymous reader of a large place would begin anew each hour. What
    it costs: where such a walk breaks off, the threads of old issues are complete only after the next full walk.
    """
    return state if "comments_seen" in state else {**state, "comments_since": step.since}
