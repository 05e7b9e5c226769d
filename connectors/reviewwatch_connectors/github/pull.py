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

from reviewwatch.connector import Batch, Page
from reviewwatch.errors import LayoutChangedError, RetryLaterError
from reviewwatch.net import Http, Response, read_json, said
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


def read_issues(response: Response, options: Options) -> Batch:
    """Read one answer of the issues' listing, or one issue alone, without the comments.

    Raises:
        LayoutChangedError: It is something else.
    """
    answer = read_json(response, "a list of issues")
    items = [answer] if isinstance(answer, dict) and "number" in answer else answer
    if not isinstance(items, list):
        words = said(response)
        raise LayoutChangedError(
            f"GitHub sent something else than a list{f' and says “{words}”' if words else ''}",
            expected="a list of issues",
            body=response.body,
        )
    wanted, problems = each(items, "issue", "number", lambda issue: (issue, review_of(issue, options.listing.key, ())))
    reviews = [review for issue, review in wanted if is_wanted(issue, options)]
    n_left_out = len(wanted) - len(reviews)
    notes = [f"{n_left_out} of {len(items)} are pull requests, by the team itself or without the label"] * (
        n_left_out > 0
    )
    return Batch(
        listing=options.listing,
        reviews=reviews,
        problems=problems,
        n_items=len(items),
        notes=notes if items else ["the answer lists no issue"],
    )


def is_wanted(issue: Mapping[str, Any], options: Options) -> bool:
    """Leave out pull requests, what the team itself opened, and what lacks a label that is asked for."""
    has = {label.get("name") for label in issue.get("labels") or () if isinstance(label, dict)}
    is_team = options.skip_team and is_by_team(issue)
    return not is_pull_request(issue) and not is_team and has.issuperset(options.labels)


@dataclass(frozen=True, slots=True)
class Pull:
    """One pull of a repository."""

    options: Options
    api: Api
    http: Http

    def pages(self, cursor: Cursor, now: datetime) -> Iterator[Page]:
        """Yield the comments' pages, which hold no reviews but keep a lease alive, then the issues'.

        A pull that breaks off among the comments reads them again. Only where a first pull used up what the place
        allows does it go on behind them, or an anonymous reader of a large place would never get to its end; the
        threads of old issues are then whole after the next full walk.
        """
        state = self._start(cursor, now)
        threads = Threads(self.options.account, state.get("comments_seen", ""))
        problems: list[Problem] = []
        step = Step((), state.get("comments_since", ""))
        try:
            for step in self._walk("issues/comments", state, "comments_"):
                problems += threads.add(step.items)
                if not step.is_last:
                    yield self._page((), state)
            end = {"comments_since": step.since, "comments_etag": step.etag, "comments_seen": threads.newest}
            issues = self._issues(state, end, threads, problems, step.is_same)
            first = next(issues)
        except RetryLaterError as error:
            if error.after and "comments_seen" not in state:
                yield self._page((), {**state, "comments_since": step.since})
            raise
        yield first
        yield from issues

    def one(self, number: int) -> Review | None:
        """Read one issue with its whole thread; None where it is gone."""
        issue = self.api.issue(self.http, number)
        return self._whole(issue) if issue else None

    def _start(self, cursor: Cursor, now: datetime) -> State:
        """Return where the pull starts: at the cursor, or anew where the options changed or a full walk is due."""
        scope = "|".join((self.options.address, self.options.repo, *self.options.labels, str(self.options.skip_team)))
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

        A walk from the first issue to the last proves Gone: the first pull's, any of a place that fits on half a page,
        and the full one every now and then.
        """
        is_whole, is_first = not state.get("since") and not self.options.labels, "comments_seen" not in state
        for n_done, step in enumerate(self._walk("issues", state, ""), 1):
            reviews, unread = self._reviews(step, threads)
            if step.is_last and not is_first:
                reviews += self._touched(threads)
            state = {**state, "since": step.since, "etag": step.etag, **(end if step.is_last else {})}
            is_whole = is_whole and not (unread or step.is_same or step.is_by_link)
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
        return [review for issue, review in issues if is_wanted(issue, self.options)], unread

    def _touched(self, threads: Threads) -> list[Review]:
        """Read the issues that have a new owner reply but were not listed as changed."""
        issues = (self.api.issue(self.http, number) for number in threads.rest())
        return [self._whole(issue) for issue in issues if issue and is_wanted(issue, self.options)]

    def _whole(self, issue: Mapping[str, Any]) -> Review:
        comments = self.api.comments(self.http, number_of(issue))
        try:
            replies = [reply_of(comment, self.options.account) for comment in comments]
            return review_of(issue, self.options.listing.key, [reply for reply in replies if reply])
        except (ValueError, TypeError, AttributeError) as error:
            raise LayoutChangedError(f"an issue of {self.options.repo} cannot be read: {error}") from error

    def _page(self, reviews: Sequence[Review], state: State, **more: Any) -> Page:
        cursor = {key: value for key, value in state.items() if value or key == "comments_seen"}
        return Page(listing=self.options.listing, reviews=reviews, cursor=cursor, **more)
