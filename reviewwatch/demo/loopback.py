"""A place on this machine: answers HTTP calls on loopback, and goes wrong as it is told to, without a word."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

HOST: Final = "127.0.0.1"
_MOST_BODY: Final = 1_000_000
_DRIP_SECONDS: Final = 0.02


@dataclass(frozen=True, slots=True)
class Call:
    """A request. Header keys are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back. The last three are for tests of what goes wrong on the way.

    Attributes:
        is_cut: The connection ends before the body does.
        is_dripping: The body comes byte by byte, slowly.
        is_held: Nothing comes until the site stops.
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False
    is_dripping: bool = False
    is_held: bool = False


Faults = Callable[[Call, Callable[[], Answer]], Answer]
"""(call, do it) -> what goes back. It may answer without doing, or do and then answer otherwise."""


class HangUpError(Exception):
    """Raised by a fault: the connection ends without an answer."""


class Server(ThreadingMixIn, TCPServer):
    """Answers calls on 127.0.0.1, in threads that end with it: it closes their connections and waits for them.

    Args:
        handle: Answers one call; called by the server's threads. HangUpError ends the connection without an answer.
        port: 0 takes any. OSError where it is in use.
        now: The place's own time, which tests move.
    """

    allow_reuse_address = True
    # Processes of one workspace (a daemon, a screen) serve the same journal on the same port at the same time.
    allow_reuse_port = True
    daemon_threads = False
    request_queue_size = 32

    def __init__(self, handle: Callable[[Call], Answer], port: int, now: Callable[[], datetime]) -> None:
        self.handle = handle
        self.now = now
        self.is_over = threading.Event()
        self._open: set[socket.socket] = set()
        super().__init__((HOST, port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="loopback place", daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and stop listening."""
        self.hang_up()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def close_door(self) -> None:
        """Take no more connections; those that are open stay."""
        self.socket.shutdown(socket.SHUT_RDWR)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection."""
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection."""
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
    server: Server

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
            self._send(self.server.handle(call))
        except HangUpError:
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        if answer.is_held:
            self.server.is_over.wait()
            self.close_connection = True
            return
        self.send_response_only(answer.status)
        self.send_header("Date", format_datetime(self.server.now(), usegmt=True))
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
