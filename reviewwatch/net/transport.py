"""httpx over connections that go to checked addresses and end at a deadline."""

from __future__ import annotations

import functools
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpcore
import httpx

from reviewwatch.net.guard import Resolve, checked_addresses

_IDLE_SECONDS: Final = 5.0
_CORE_ERRORS: Final = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
)


@functools.cache
def tls() -> ssl.SSLContext:
    """Return the process's one TLS context: making it costs 20 ms. `SSL_CERT_FILE` names another set of authorities."""
    return httpx.create_ssl_context()


class Deadline:
    """When the request at hand must be over, one per thread. A slow drip ends here: none of its reads times out."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._local = threading.local()

    def start(self, seconds: float) -> None:
        """Give this thread's next request so many seconds in all."""
        self._local.at = self._clock() + seconds

    def left(self, timeout: float | None) -> float:
        """Return how long the next wait may be.

        Raises:
            httpcore.ReadTimeout: The time is up.
        """
        left = float(self._local.at) - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole request took too long")
        return left if timeout is None else min(left, timeout)


class GuardedTransport(httpx.BaseTransport):
    """A connection pool that connects only to addresses that the guard passed.

    httpx takes no resolver, so this hands httpcore a network backend through its public constructor. TLS still
    checks the certificate against the host's name, since only the TCP connection goes to the number.
    https://www.encode.io/httpcore/network-backends/

    Args:
        keep_alive: Idle connections kept. A request that must not be repeated uses none: one that the other side
            closes at that very moment would leave its outcome unknown.
    """

    def __init__(self, resolve: Resolve, allow_private: bool, deadline: Deadline, keep_alive: int) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls(),
            max_keepalive_connections=keep_alive,
            keepalive_expiry=_IDLE_SECONDS,
            network_backend=_Backend(resolve, allow_private, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return the answer with its body still to be read."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        with _as_httpx():
            answer = self._pool.handle_request(
                httpcore.Request(
                    request.method,
                    url,
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    """Connects to the very address that was checked."""

    def __init__(self, resolve: Resolve, allow_private: bool, deadline: Deadline) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._deadline = deadline
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = checked_addresses(host, port, self._resolve, self._allow_private)
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} has no address ({error.strerror or error})") from error
        failure: Exception = httpcore.ConnectError(f"the name {host} has no address")
        for address in addresses:
            try:
                stream = self._real.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            except httpcore.ReadTimeout as error:
                raise httpcore.ConnectTimeout(str(error)) from error
            else:
                return _Stream(stream, self._deadline)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # What breaks in here broke before anything was sent: the caller of a reply relies on it.
        try:
            secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        except httpcore.ReadTimeout as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Give httpcore's errors their httpx names, which are the same."""
    try:
        yield
    except _CORE_ERRORS as error:
        raised: type[httpx.TransportError] = getattr(httpx, type(error).__name__)
        raise raised(str(error)) from error
