"""The demo's place, served on loopback: GitHub's API over invented issues, without a word on the terminal."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from types import TracebackType
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from reviewwatch.demo.rest import Answer, Call, Rest
from reviewwatch.demo.reviews import ACCOUNT, REPO, TOKEN, InventedIssue, invented_issues
from reviewwatch.demo.world import Comment, Issue, Journal, World

__all__ = ["ACCOUNT", "REPO", "TOKEN", "Faults", "HangUpError", "Site"]

_HOST: Final = "127.0.0.1"
_MOST_BODY: Final = 1_000_000
_DRIP_SECONDS: Final = 0.02

Faults = Callable[[Call, Callable[[], Answer]], Answer]
"""(call, do it) -> what goes back. It may answer without doing, or do and then answer otherwise."""


class HangUpError(Exception):
    """Raised by a fault: the connection ends without an answer."""


class Site:
    """A place of issues on this machine, for the demo and for tests. Use it as a context, or `start` and `stop` it.

    Args:
        log: The journal of what was done to it; processes that share one share the place. None: in memory.
        port: 0 takes the port of the journal, else any. Another is taken where it is in use.
        now: The place's clock, aware UTC.
        invented: What it is born with.
        limit: Requests an hour, as the place counts them.
        faults: Stands between a call and its answer, for tests of what goes wrong.

    Attributes:
        repo, account, token: What a source is configured with to watch it and to reply.
        calls: What it was asked, in order.
    """

    def __init__(
        self,
        log: Path | None = None,
        *,
        port: int = 0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        invented: Sequence[InventedIssue] | None = None,
        limit: int = 5_000,
        faults: Faults | None = None,
    ) -> None:
        self.repo = REPO
        self.account = ACCOUNT
        self.token = TOKEN
        self.calls: list[Call] = []
        self.faults = faults
        self.now = now
        self._world = World(Journal(log), invented_issues() if invented is None else invented)
        self._rest = Rest(self._world, REPO, ACCOUNT, TOKEN, now, lambda: self.address, limit)
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """The `base_url` of a source that watches it. Known once it is started."""
        return f"http://{_HOST}:{self._port}"

    @property
    def n_requests(self) -> int:
        """How many calls were answered."""
        return len(self.calls)

    def start(self) -> None:
        """Serve, at the address of the last time where that is free."""
        self._server = self._listen()
        self._port = self._server.server_address[1]
        if self._world.port != self._port or not self._world.is_open:
            self._world.do("open", self.now(), port=self._port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="demo site", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop and close every connection; idempotent."""
        if self._server is None or self._thread is None:
            return
        self._server.hang_up()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = None

    def close_door(self) -> None:
        """Take no more connections; those that are open stay. For tests of a place that goes down."""
        if self._server is not None:
            self._server.socket.shutdown(socket.SHUT_RDWR)

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

    def _listen(self) -> _Server:
        try:
            return _Server(self, self._port or self._world.port or 0)
        except OSError:
            # Somebody else has it by now. What was approved for the old address has to be approved again.
            return _Server(self, 0)


class _Server(ThreadingMixIn, TCPServer):
    """Threads that end with the site: it closes their connections and waits for them."""

    allow_reuse_address = True
    # Processes of one workspace (a daemon, a screen) serve the same journal on the same port at the same time.
    allow_reuse_port = True
    daemon_threads = False
    request_queue_size = 32

    def __init__(self, site: Site, port: int) -> None:
        self.site = site
        self.is_over = threading.Event()
        self._open: set[socket.socket] = set()
        super().__init__((_HOST, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that goes away is no news, and the terminal belongs to the demo."""

    def hang_up(self) -> None:
        """End what is open, idle connections included."""
        self.is_over.set()
        for request in list(self._open):
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body go out as two writes; without this the second waits 40 ms for the first to be acknowledged.
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        length = self.headers.get("Content-Length", "0")
        body = self.rfile.read(min(int(length), _MOST_BODY)) if length.isdecimal() else b""
        headers = {key.lower(): value for key, value in self.headers.items()}
        call = Call(self.command, parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)), headers, body)
        try:
            self._send(self.server.site.handle(call))
        except HangUpError:
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        if answer.is_held:
            self.server.is_over.wait()
            self.close_connection = True
            return
        self.send_response_only(answer.status)
        # The place's own time, which tests move.
        self.send_header("Date", format_datetime(self.server.site.now(), usegmt=True))
        for key, value in answer.headers.items():
            self.send_header(key, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if answer.is_dripping:
            self._drip(answer.body)
        else:
            self.wfile.write(answer.body[: len(answer.body) // 2] if answer.is_cut else answer.body)
        self.close_connection = self.close_connection or answer.is_cut or answer.is_dripping

    def _drip(self, body: bytes) -> None:
        for position in range(len(body)):
            if self.server.is_over.wait(_DRIP_SECONDS):
                return
            self.wfile.write(body[position : position + 1])
