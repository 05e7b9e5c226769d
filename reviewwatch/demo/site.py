"""The demo's place, served on loopback: GitHub's API over invented issues, without a word on the terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from reviewwatch.demo.loopback import HOST, Answer, Call, Faults, HangUpError, Server
from reviewwatch.demo.rest import Rest
from reviewwatch.demo.reviews import ACCOUNT, REPO, TOKEN, InventedIssue, invented_issues
from reviewwatch.demo.world import Comment, Issue, Journal, World

__all__ = ["ACCOUNT", "REPO", "TOKEN", "Faults", "HangUpError", "Site"]


class Site:
    """A place of issues on this machine, for the demo and for tests. Use it as a context, or `start` and `stop` it.

    Args:
        log: The journal of what was done to it; processes that share one share the place, at
            the port of the last time where that is free. None: in memory.
        now: The place's clock, aware UTC.
        invented: What it is born with.
        limit: Requests an hour, as the place counts them.

    Attributes:
        faults: Stands between a call and its answer, for tests of what goes wrong.
        repo, account, token: What a source is configured with to watch it and to reply.
        calls: What it was asked, in order.
    """

    def __init__(
        self,
        log: Path | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        invented: Sequence[InventedIssue] | None = None,
        limit: int = 5_000,
    ) -> None:
        self.repo = REPO
        self.account = ACCOUNT
        self.token = TOKEN
        self.calls: list[Call] = []
        self.faults: Faults | None = None
        self.now = now
        self._world = World(Journal(log), invented_issues() if invented is None else invented)
        self._rest = Rest(self._world, REPO, ACCOUNT, TOKEN, now, lambda: self.address, limit)
        self._port = 0
        self._server: Server | None = None

    @property
    def address(self) -> str:
        """The `base_url` of a source that watches it. Known once it is started."""
        return f"http://{HOST}:{self._port}"

    @property
    def n_requests(self) -> int:
        """How many calls were answered."""
        return len(self.calls)

    def start(self) -> None:
        """Serve, at the address of the last time where that is free."""
        self._server = self._listen()
        self._port = self._server.port
        if self._world.port != self._port or not self._world.is_open:
            self._world.do("open", self.now(), port=self._port)
        self._server.start()

    def stop(self) -> None:
        """Stop and close every connection; idempotent."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def close_door(self) -> None:
        """Take no more connections; those that are open stay. For tests of a place that goes down."""
        if self._server is not None:
            self._server.close_door()

    def __enter__(self) -> Site:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def add(
        self,
        title: str,
        body: str | None = "",
        login: str = "new-reviewer",
        association: str = "NONE",
        labels: Sequence[str] = (),
        is_pull_request: bool = False,
    ) -> int:
        """Open an issue and return its number."""
        return self._world.do(
            "add", self.now(), title=title, body=body, login=login, association=association, labels=list(labels),
            is_pull_request=is_pull_request,
        )  # fmt: skip

    def edit(self, number: int, **changes: Any) -> None:
        """Change an issue: title, body, labels, association, votes or is_locked."""
        self._world.do("edit", self.now(), number=number, changes=changes)

    def delete(self, number: int) -> None:
        """Remove an issue; it answers 410 from then on."""
        self._world.do("delete", self.now(), number=number)

    def comment_as_maintainer(self, number: int, text: str, login: str = "tove-tidewater") -> int:
        """Comment as one of the team and return the comment's id."""
        return self.comment(number, text, login, "MEMBER")

    def comment(self, number: int, text: str, login: str = "passer-by", association: str = "NONE") -> int:
        """Comment as anybody and return the comment's id."""
        return self._world.do("comment", self.now(), number=number, login=login, association=association, body=text)

    def edit_comment(self, comment_id: int, text: str) -> None:
        """Change a comment, which does not touch its issue."""
        self._world.do("edit_comment", self.now(), comment_id=comment_id, body=text)

    def delete_comment(self, comment_id: int) -> None:
        """Remove a comment."""
        self._world.do("delete_comment", self.now(), comment_id=comment_id)

    def issues(self) -> dict[int, Issue]:
        """Return what stands there by number, pull requests included."""
        self._world.refresh()
        return dict(self._world.issues)

    def comments_on(self, number: int) -> list[Comment]:
        """Return what stands under an issue, oldest first."""
        self._world.refresh()
        return sorted(
            (comment for comment in self._world.comments.values() if comment.number == number),
            key=lambda comment: comment.comment_id,
        )

    def answer(self, call: Call) -> Answer:
        """Answer a call as the real place would, whatever faults there are."""
        return self._rest.answer(call)

    def handle(self, call: Call) -> Answer:
        """Count a call and answer it; the server's threads call this."""
        self.calls.append(call)
        return self.faults(call, lambda: self.answer(call)) if self.faults else self.answer(call)

    def _listen(self) -> Server:
        try:
            return Server(self.handle, self._port or self._world.port or 0, self.now)
        except OSError:
            # Somebody else has it by now. What was approved for the old address has to be approved again.
            return Server(self.handle, 0, self.now)
