"""Scripted servers on this machine, and the answers that they give."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from reviewwatch.config import HttpConfig
from reviewwatch.net import Response

SECRET = "s3cret-Value-42"
QUICK = HttpConfig(allow_private=True, pace=timedelta(0), timeout=timedelta(seconds=5))

Act = Callable[[socket.socket], None]


@dataclass
class Server:
    """Gives one scripted answer per connection and keeps what it was asked; the last answer repeats."""

    answers: list[bytes | Act]
    asked: list[str] = field(default_factory=list)
    n_connections: int = 0

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the door and wait for the thread."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.n_connections += 1
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        try:
            head = _read_request(connection)
            if not head:
                return
            self.asked.append(head)
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            if isinstance(answer, bytes):
                connection.sendall(answer)
            else:
                answer(connection)
        except OSError:
            return


Serve = Callable[..., Server]


def _read_request(connection: socket.socket) -> str:
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return ""
        data += part
        if data.startswith(b"\x16"):  # a TLS hello is not text
            return data.decode("latin-1")
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    length = next((int(line.split(":")[1]) for line in lines if line.startswith("content-length:")), 0)
    while len(body) < length:
        body += connection.recv(65536)
    return (head + b"\r\n\r\n" + body).decode("latin-1")


def answer(status: int = 200, body: bytes = b"[]", **headers: str) -> bytes:
    """Return a whole answer, closed after it."""
    lines = [f"HTTP/1.1 {status} Words", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def reset(connection: socket.socket) -> None:
    """Break the connection off without an answer."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def response(body: bytes, **headers: str) -> Response:
    """Return an answer as the client gives it."""
    return Response(
        200, "https://place.example/list", {key.replace("_", "-"): value for key, value in headers.items()}, body
    )
