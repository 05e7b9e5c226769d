"""The client: one exchange, then what its answer means, then whether to ask again."""

from __future__ import annotations

import json
import logging
import random
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from types import TracebackType
from typing import TYPE_CHECKING, Final

import httpx
import stamina

from reviewwatch.errors import (
    AccessError,
    BlockedAddressError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    OutcomeUnknownError,
    RetryLaterError,
    TooLargeError,
    UnknownHostError,
)
from reviewwatch.net import Response
from reviewwatch.net.guard import Resolve, resolve
from reviewwatch.net.reading import CREDENTIALS, KEPT, said, shown, without_secrets
from reviewwatch.net.transport import Deadline, GuardedTransport
from reviewwatch.net.waits import UNSAID_LIMIT, Budgets, Pace, asked_wait, limited_for

if TYPE_CHECKING:
    from reviewwatch.config import HttpConfig

_log = logging.getLogger(__name__)

ATTEMPTS: Final = 4
LONGEST_WAIT: Final = timedelta(seconds=30)
"""A place that asks for more is left to a later pull."""
IN_ALL: Final = 3
"""A whole request may take so many time-outs."""
_RETRY_FOR: Final = timedelta(seconds=45)
_REDIRECTS: Final = 5
_RANDOM: Final = random.SystemRandom()
_SENDABLE: Final = re.compile(r"[\x20-\x7e]*")
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN: Final = frozenset({408, 425, 429})
_GAVE_UP_WAITING: Final = 408  # what it had of the reply by then, nobody knows
_NO_SUCH_NAME: Final = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_NEVER_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


class HttpClient:
    """Implements `Http`. Safe across threads; one per process.

    Proxies named in the environment are not used: the address check would look at the proxy and not at the place.

    Args:
        clock: Seconds that only grow, for pace, budgets and deadlines.
        now: Aware UTC, for waits until a point in time where the place does not send its own `Date`.
        sleep: Waits for the pace. Waits between retries are stamina's, whose test mode leaves them out.
        resolve: Gives the addresses of a host.
        transport: Replaces the network; the address check goes with it.
    """

    def __init__(
        self,
        config: HttpConfig,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = resolve,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._config = config
        self._now = now
        self._resolve = resolve
        self._transport = transport
        self._deadline = Deadline(clock)
        self._pace = Pace(config.pace, clock, sleep)
        self._budgets = Budgets(clock)
        self._lock = threading.Lock()
        self._clients: dict[bool, httpx.Client] = {}
        # stamina's own hook logs through structlog, which prints on stdout unless somebody has configured it.
        stamina.instrumentation.set_on_retry_hooks(())
        # httpx logs whole addresses at INFO, with whatever secret stands in the query; `_log` says the same without.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> Response:
        """Read, politely and repeatedly; see `Http.get`."""
        caller = stamina.RetryingCaller(
            attempts=ATTEMPTS, timeout=_RETRY_FOR, wait_initial=0.5, wait_max=20, wait_jitter=1
        )
        return caller(_wait_before_retry, self._read, url, dict(headers or {}), params)

    def send_once(self, method: str, url: str, *, headers: Mapping[str, str], json_body: object) -> Response:
        """Send once and never again; see `Http.send_once`."""
        content = json.dumps(json_body).encode("ascii")
        try:
            with self._exchange(method, url, {**headers, "content-type": "application/json"}, None, content) as answer:
                return self._settled(answer)
        except _NEVER_SENT as error:
            raise RetryLaterError(
                f"{_web(url).host} could not be reached, so nothing was sent: {_why(error)}"
            ) from error
        except httpx.HTTPError as error:
            raise OutcomeUnknownError(f"{_web(url).host} was lost while it took the reply: {_why(error)}") from error

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for client in self._clients.values():
                client.close()
            self._clients.clear()

    def __enter__(self) -> HttpClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, url: str, headers: dict[str, str], params: Mapping[str, str] | None) -> Response:
        """Follow redirects by hand, so that each hop is paced and checked, and credentials stay with their host."""
        given = headers
        for _ in range(_REDIRECTS + 1):
            response = self._get_one(url, headers, params)
            location = response.headers.get("location")
            if response.status not in _MOVED or not location:
                return _judged(response, self._now(), given)
            onward = _join(response.url, location)
            if _origin(onward) != _origin(response.url):
                headers = {key: value for key, value in headers.items() if key.lower() not in CREDENTIALS}
            url, params = onward, None
        raise LayoutChangedError(
            f"{shown(url)} redirects more than {_REDIRECTS} times", expected="an end of the redirects"
        )

    def _get_one(self, url: str, headers: Mapping[str, str], params: Mapping[str, str] | None) -> Response:
        try:
            with self._exchange("GET", url, headers, params, None) as answer:
                return self._whole(answer)
        except httpx.HTTPError as error:
            kind = UnknownHostError if _is_unknown_name(error) else RetryLaterError
            raise kind(f"{shown(url)} could not be read: {_why(error)}") from error

    @contextmanager
    def _exchange(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        params: Mapping[str, str] | None,
        content: bytes | None,
    ) -> Iterator[httpx.Response]:
        """Send one request and give the answer with its body still to be read."""
        address = _web(url).copy_merge_params(params or {})
        host, budget = address.host, _credentials(headers)
        wait = self._budgets.left(host, budget)
        if wait is not None:
            raise RetryLaterError(f"{host} takes no more requests for now, so nothing was sent", after=wait)
        self._pace.wait(host)
        self._deadline.start(self._config.timeout.total_seconds() * IN_ALL)
        client = self._client(is_for_reading=content is None)
        with client.stream(method, address, headers=dict(headers), content=content) as answer:
            _log.debug("%s %s: %d", method, shown(str(answer.url)), answer.status_code)
            if answer.headers.get("x-ratelimit-remaining") == "0":
                self._budgets.close(host, budget, asked_wait(answer.headers, self._now()) or UNSAID_LIMIT)
            yield answer

    def _client(self, is_for_reading: bool) -> httpx.Client:
        with self._lock:
            if is_for_reading not in self._clients:
                self._clients[is_for_reading] = httpx.Client(
                    transport=self._transport or self._guarded(is_for_reading),
                    timeout=self._config.timeout.total_seconds(),
                    headers={"user-agent": _user_agent(self._config.contact), "accept-encoding": "gzip"},
                    trust_env=False,
                )
            return self._clients[is_for_reading]

    def _guarded(self, is_for_reading: bool) -> GuardedTransport:
        return GuardedTransport(
            self._resolve, self._config.allow_private, self._deadline, keep_alive=5 if is_for_reading else 0
        )

    def _settled(self, answer: httpx.Response) -> Response:
        """Read the answer to a reply; one that cannot be read is a refusal if its status says so, else unknown."""
        host = answer.url.host
        if answer.status_code >= 500 or answer.status_code == _GAVE_UP_WAITING:
            raise OutcomeUnknownError(f"{host} failed while it took the reply ({answer.status_code})")
        try:
            return self._whole(answer)
        except (httpx.HTTPError, ConnectorError) as error:
            if answer.status_code >= 400:
                return _response(answer, b"")
            raise OutcomeUnknownError(
                f"{host} took the reply ({answer.status_code}), but its answer cannot be read: {_why(error)}"
            ) from error

    def _whole(self, answer: httpx.Response) -> Response:
        # A transport that a test puts in may give an answer that is read already.
        chunks: Iterable[bytes] = [answer.content] if answer.is_stream_consumed else answer.iter_raw()
        return _response(answer, _decoded(chunks, answer, self._config.max_body))


def _wait_before_retry(error: Exception) -> bool | float:
    """Say whether to ask again, and after how many seconds if the place said so; else stamina backs off with jitter."""
    if not isinstance(error, RetryLaterError) or isinstance(error, UnknownHostError):
        return False
    if error.after is None:
        return True
    # A little more than asked for, so that a herd that was told the same second does not come back as one.
    return error.after <= LONGEST_WAIT and error.after.total_seconds() + _RANDOM.uniform(0, 0.5)


def _is_unknown_name(error: BaseException | None) -> bool:
    """Say whether the system knows that there is no such host, and not merely that nobody could be asked."""
    while error is not None and not isinstance(error, socket.gaierror):
        error = error.__context__  # httpcore wipes out the cause
    return isinstance(error, socket.gaierror) and error.errno in _NO_SUCH_NAME


def _judged(response: Response, now: datetime, sent: Mapping[str, str]) -> Response:
    """Return an answer that can be used.

    Args:
        sent: The headers of the request.

    Raises:
        ConnectorError: Of the kind that its status stands for.
    """
    status = response.status
    if 200 <= status < 300 or status == 304:
        return response
    message = f"{shown(response.url)} answered {status}"
    words = without_secrets(said(response), response.url, sent)
    if words:
        message += f" and says “{words}”"
    if status in _TRY_AGAIN or status >= 500:
        raise RetryLaterError(message, after=asked_wait(response.headers, now))
    if wait := limited_for(response, now):
        raise RetryLaterError(message, after=wait)
    if status in (401, 403):
        raise AccessError(message)
    if status in (404, 410):
        raise ListingNotFoundError(message)
    raise LayoutChangedError(message, expected="status 200", body=response.body[:KEPT])


def _decoded(chunks: Iterable[bytes], answer: httpx.Response, cap: int) -> bytes:
    """Return the body, counted as it is unpacked, so that a small bomb cannot become a large one.

    httpx would unpack a whole chunk before anybody could count it.
    """
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("gzip", "x-gzip", "identity", "") and not answer.is_stream_consumed:
        raise LayoutChangedError(
            f"{shown(str(answer.url))} is packed as {encoding}, which was not asked for", expected="gzip"
        )
    unpacker = zlib.decompressobj(wbits=31) if "gzip" in encoding and not answer.is_stream_consumed else None
    parts, n = [], 0
    for chunk in chunks:
        part = _unpacked(unpacker, chunk, cap - n + 1, answer)
        n += len(part)
        if n > cap:
            raise TooLargeError(f"{shown(str(answer.url))} sends more than {cap:,} bytes")
        parts.append(part)
    if unpacker and n and not unpacker.eof:
        raise httpx.RemoteProtocolError("the packed answer breaks off")
    return b"".join(parts)


def _unpacked(unpacker: zlib._Decompress | None, chunk: bytes, most: int, answer: httpx.Response) -> bytes:
    if unpacker is None:
        return chunk
    try:
        return unpacker.decompress(chunk, most)
    except zlib.error as error:
        raise LayoutChangedError(
            f"{shown(str(answer.url))} is not the gzip that it says it is", expected="gzip", body=chunk
        ) from error


def _response(answer: httpx.Response, body: bytes) -> Response:
    headers = {key.lower(): value for key, value in answer.headers.items()}
    return Response(answer.status_code, str(answer.url), headers, body)


def _join(url: str, location: str) -> str:
    """Return where a redirect leads.

    Raises:
        BlockedAddressError: Not to the web.
    """
    try:
        return str(_web(str(httpx.URL(url).join(location))))
    except httpx.InvalidURL as error:
        raise BlockedAddressError(f"{shown(url)} redirects to what is no web address") from error


def _web(url: str) -> httpx.URL:
    """Return an address of the web, taken apart.

    Raises:
        BlockedAddressError: It is something else.
    """
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise BlockedAddressError(f"{shown(url)} is no web address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise BlockedAddressError(f"{shown(url)} is no web address")
    return parsed


def _origin(url: str) -> tuple[str, str, int | None]:
    parsed = httpx.URL(url)
    return parsed.scheme, parsed.host, parsed.port


def _credentials(headers: Mapping[str, str]) -> str:
    """Return the credentials that a request carries, empty without.

    Raises:
        AccessError: A header holds what cannot be sent. Left to httpx, its error would repeat the secret.
    """
    for key, value in headers.items():
        if not _SENDABLE.fullmatch(value):
            raise AccessError(
                f"the header `{key}` holds characters that cannot be sent; is there a line break in the secret?"
            )
    return next((value for key, value in headers.items() if key.lower() == "authorization"), "")


def _why(error: Exception) -> str:
    """Say in a clause what went wrong on the way. Never repeats a request: its headers hold secrets."""
    if isinstance(error, httpx.TimeoutException):
        return "it took too long"
    if isinstance(error, httpx.LocalProtocolError):
        return "the request cannot be written"
    return str(error) or type(error).__name__


def _user_agent(contact: str) -> str:
    """Say who asks and how to reach a person; ASCII, since headers are."""
    who = "".join(char for char in contact if char.isascii() and char.isprintable()) or "no contact configured"
    return f"reviewwatch/{version('reviewwatch')} (+{who})"
