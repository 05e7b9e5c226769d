"""The client against a scripted server on loopback: what it sends, what it makes of answers, where it does not go."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import IPv4Address
from typing import Any

import httpcore
import httpx
import pytest
import stamina
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config import HttpConfig
from reviewwatch.demo.site import Site
from reviewwatch.errors import (
    AccessError,
    BlockedAddressError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    OutcomeUnknownError,
    RetryLaterError,
    TooLargeError,
)
from reviewwatch.net import HttpClient, Response, guard, links, read_json, said
from reviewwatch.net.client import ATTEMPTS, LONGEST_WAIT
from reviewwatch.net.guard import is_private
from reviewwatch.net.reading import shown
from reviewwatch.net.waits import Pace, asked_wait

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
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


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start scripted servers that end with the test."""
    servers: list[Server] = []

    def start(*answers: bytes | Act) -> Server:
        servers.append(Server(list(answers)))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


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


def test_it_says_who_asks_and_how_to_reach_them(serve: Serve) -> None:
    """The user agent names the program with its version and the configured contact, and never more than ASCII."""
    server = serve(answer())
    with HttpClient(HttpConfig(allow_private=True, contact="care@harbor.example\r\nX: ü")) as http:
        http.get(server.url)
    line = next(line for line in server.asked[0].split("\r\n") if line.lower().startswith("user-agent"))
    assert line.startswith("user-agent: reviewwatch/") or line.startswith("User-Agent: reviewwatch/")
    assert line.endswith("(+care@harbor.exampleX: )")


def test_an_answer_is_given_with_lower_case_headers_and_unpacked_body(serve: Serve) -> None:
    """Gzip is asked for and undone; parameters join the address."""
    server = serve(answer(200, gzip.compress(b'["ok"]'), Content_Encoding="gzip", ETag='W/"1"'))
    with HttpClient(QUICK) as http:
        got = http.get(f"{server.url}/list?a=1", params={"b": "2"})
    assert (got.status, got.json(), got.headers["etag"]) == (200, ["ok"], 'W/"1"')
    assert got.url == f"{server.url}/list?a=1&b=2"


@pytest.mark.parametrize("failure", [answer(500), answer(503), answer(429), reset, answer(200, b"[1")[:-1] + b""])
def test_a_read_is_tried_again(serve: Serve, failure: bytes | Act) -> None:
    """5xx, 429, a reset and an answer that breaks off are asked again, and the good answer counts."""
    server = serve(failure, failure, answer(200, b"[7]"))
    with HttpClient(QUICK) as http:
        assert http.get(server.url).json() == [7]
    assert len(server.asked) == 3


def test_a_read_gives_up(serve: Serve) -> None:
    """After the last attempt it is an error to come back to, which says what the place answered."""
    server = serve(answer(503, b'{"message": "Under repair"}'))
    with HttpClient(QUICK) as http, pytest.raises(RetryLaterError, match="answered 503 and says “Under repair”"):
        http.get(server.url)
    assert len(server.asked) == ATTEMPTS


def test_a_wait_that_the_place_asks_for_is_waited(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A short Retry-After is honored to the second, with a little on top so that clients do not return as a herd."""
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    server = serve(answer(503, Retry_After="7"), answer(429), answer())
    with stamina.set_testing(False), HttpClient(QUICK) as http:
        http.get(server.url)
    asked, own = waits
    assert 7 <= asked <= 7.5
    assert 0 < own <= 20


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (429, {"Retry_After": "3600"}),
        (503, {"Retry_After": format_datetime(NOW + timedelta(hours=1), usegmt=True)}),
        (403, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": str(int(NOW.timestamp()) + 3600)}),
    ],
)
def test_a_long_wait_is_left_to_a_later_pull(serve: Serve, status: int, headers: dict[str, str]) -> None:
    """A place that wants an hour is asked once, and the error says how long to stay away by the place's own clock."""
    server = serve(answer(status, b"", Date=format_datetime(NOW, usegmt=True), **headers))
    with HttpClient(QUICK) as http, pytest.raises(RetryLaterError) as caught:
        http.get(server.url)
    assert caught.value.after == timedelta(hours=1)
    assert len(server.asked) == 1


def test_a_limit_without_a_time_waits_a_minute(serve: Serve) -> None:
    """A 403 that speaks of a rate limit is no lack of rights: it is left alone for a minute."""
    server = serve(answer(403, b'{"message": "You have exceeded a secondary rate limit"}'))
    with HttpClient(QUICK) as http, pytest.raises(RetryLaterError) as caught:
        http.get(server.url)
    assert caught.value.after == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "20"}, timedelta(seconds=20)),
        ({"retry-after": "Sat, 21 Nov 2026 12:00:20 GMT"}, timedelta(seconds=20)),
        ({"retry-after": "Sat, 21 Nov 2026 11:59:00 GMT"}, timedelta(0)),
        ({"retry-after": "20", "date": "Sat, 21 Nov 2030 12:00:00 GMT"}, timedelta(seconds=20)),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "9" * 400}, None),
        ({"retry-after": "99999999999999"}, timedelta(days=1)),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"}, timedelta(seconds=30)),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "30"}, None),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30", "retry-after": "60"}, timedelta(seconds=60)),
    ],
)
def test_how_long_a_place_asks_to_be_left_alone(headers: dict[str, str], expected: timedelta | None) -> None:
    """Seconds, dates and resets are understood; the longer of two counts; nonsense is no wish."""
    assert asked_wait(headers, NOW) == expected


@given(
    st.dictionaries(st.sampled_from(["retry-after", "date", "x-ratelimit-remaining", "x-ratelimit-reset"]), st.text())
)
def test_no_header_breaks_the_reading_of_waits(headers: dict[str, str]) -> None:
    """Whatever stands in these headers, the wait is none or from nothing to a day."""
    wait = asked_wait(headers, NOW)
    assert wait is None or timedelta(0) <= wait <= timedelta(days=1)


def test_a_used_up_budget_stops_the_next_request_before_it_is_sent(serve: Serve) -> None:
    """The last allowed answer is good; the next request with the same credentials is not sent, with others it is."""
    server = serve(answer(200, X_RateLimit_Remaining="0", X_RateLimit_Reset="600"), answer())
    with HttpClient(QUICK, clock=lambda: 0.0) as http:
        assert http.get(server.url).json() == []
        with pytest.raises(RetryLaterError, match="nothing was sent") as caught:
            http.get(server.url)
        with pytest.raises(RetryLaterError):
            http.send_once("POST", server.url, headers={}, json_body={})
        assert len(server.asked) == 1
        http.get(server.url, headers={"Authorization": "Bearer other"})
    assert caught.value.after == timedelta(seconds=600)
    assert len(server.asked) == 2


def test_requests_to_one_host_keep_their_distance() -> None:
    """From many threads at once, each request gets a slot of its own; another host has slots of its own."""
    slept: list[float] = []
    pace = Pace(timedelta(seconds=2), clock=lambda: 100.0, sleep=slept.append)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(pace.wait, ["one.example"] * 8))
    pace.wait("two.example")
    assert sorted(slept) == [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0]


def test_a_client_waits_between_requests(serve: Serve) -> None:
    """The configured pace reaches the wire: the second request waits out the rest of the gap."""
    server = serve(answer())
    slept: list[float] = []
    config = HttpConfig(allow_private=True, pace=timedelta(seconds=3))
    with HttpClient(config, clock=lambda: 0.0, sleep=slept.append) as http:
        http.get(server.url)
        http.get(server.url)
    assert slept == [3.0]


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1",
    "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:db8::1",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "140.82.121.6", "2606:50c0:8000::153", "::ffff:140.82.121.6", "64:ff9b::8c52:7906"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address: str) -> None:
    """Loopback, private, link-local, shared, reserved, multicast and unspecified, also where IPv6 carries them."""
    assert is_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_known(address: str) -> None:
    """What everybody can reach is not refused, in IPv6 forms either."""
    assert not is_private(address)


@given(st.ip_addresses(v=4))
def test_ipv6_forms_are_judged_by_the_address_that_they_carry(address: IPv4Address) -> None:
    """Writing an IPv4 address as mapped or translated IPv6 changes nothing."""
    assert is_private(f"::ffff:{address}") == is_private(f"64:ff9b::{address}") == is_private(str(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433"])
def test_private_addresses_are_not_read(serve: Serve, host: str) -> None:
    """However this machine is written, no connection is made unless `allow_private` is set."""
    server = serve(answer())
    with HttpClient(HttpConfig(pace=timedelta(0)), resolve=_as_written) as http:
        with pytest.raises(BlockedAddressError, match="private address"):
            http.get(f"http://{host}:{server.port}/")
        with pytest.raises(BlockedAddressError, match="private address"):
            http.send_once("POST", f"http://{host}:{server.port}/", headers={}, json_body={})
    assert server.n_connections == 0


def _as_written(host: str, port: int) -> Sequence[str]:
    numbers = {"127.1": "127.0.0.1", "2130706433": "127.0.0.1", "localhost": "127.0.0.1"}
    return [numbers.get(host, host)]


def test_the_checked_address_is_the_one_that_is_used(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is resolved once a connection: a second DNS answer leads nowhere else. `Host` keeps the name."""
    monkeypatch.setattr(guard, "is_private", lambda address: address != "127.0.0.1")
    server = serve(answer(200, b"[1]"))
    given_out = iter(["127.0.0.1", "10.0.0.1"])
    with HttpClient(HttpConfig(pace=timedelta(0)), resolve=lambda host, port: [next(given_out)]) as http:
        assert http.get(f"http://reviews.example:{server.port}/x").json() == [1]
    assert f"host: reviews.example:{server.port}" in server.asked[0].lower()
    assert next(given_out) == "10.0.0.1"


def test_one_private_address_among_public_ones_is_refused(serve: Serve) -> None:
    """A name with a public and a private address is not read at all."""
    http = HttpClient(HttpConfig(), resolve=lambda host, port: ["140.82.121.6", "127.0.0.1"])
    with http, pytest.raises(BlockedAddressError, match=r"mixed\.example is the private address 127\.0\.0\.1"):
        http.get("http://mixed.example/")


def test_the_next_address_is_tried_where_one_does_not_answer(serve: Serve) -> None:
    """A host with a dead address and a live one is read."""
    server = serve(answer(200, b"[2]"))
    with HttpClient(QUICK, resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"]) as http:
        assert http.get(f"http://two.example:{server.port}/").json() == [2]


def test_a_name_without_address_is_said(serve: Serve) -> None:
    """An unknown name is no layout change and no access problem: the network may be down."""

    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(-2, "Name or service not known")

    said_so = r"the name nowhere\.example has no address \(Name or service not known\)"
    with HttpClient(QUICK, resolve=unknown) as http, pytest.raises(RetryLaterError, match=said_so):
        http.get("http://nowhere.example/")


def test_tls_names_the_host_and_not_the_number(serve: Serve) -> None:
    """The hello that opens TLS carries the host's name, so that its certificate is checked against it."""
    server = serve(b"no TLS here")
    with HttpClient(QUICK, resolve=lambda host, port: ["127.0.0.1"]) as http:
        with pytest.raises(RetryLaterError):
            http.get(f"https://reviews.example:{server.port}/")
        with pytest.raises(RetryLaterError, match="nothing was sent"):
            http.send_once("POST", f"https://reviews.example:{server.port}/", headers={}, json_body={})
    assert all("reviews.example" in hello for hello in server.asked)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://place.example/", "place.example", "http://", "http://a:b/", ""]
)
def test_only_the_web_is_read(url: str) -> None:
    """Other schemes and what is no address at all are refused by name."""
    with HttpClient(QUICK) as http, pytest.raises(BlockedAddressError, match="is no web address"):
        http.get(url)


def test_redirects_are_followed_and_each_hop_is_checked(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect leads on; one into a private network ends in an error and not in a connection."""
    monkeypatch.setattr(guard, "is_private", lambda address: address == "127.0.0.2")
    inside = serve(answer())
    names = {"a.example": "127.0.0.1", "b.example": "127.0.0.1", "inside.example": "127.0.0.2"}
    end = serve(answer(200, b"[3]"))
    start = serve(
        answer(302, Location=f"http://b.example:{end.port}/end"),
        answer(302, Location=f"http://inside.example:{inside.port}/"),
    )
    with HttpClient(HttpConfig(pace=timedelta(0)), resolve=lambda host, port: [names[host]]) as http:
        got = http.get(f"http://a.example:{start.port}/")
        assert (got.json(), got.url) == ([3], f"http://b.example:{end.port}/end")
        with pytest.raises(BlockedAddressError, match=r"inside\.example"):
            http.get(f"http://a.example:{start.port}/")
    assert inside.n_connections == 0


@pytest.mark.parametrize(
    ("location", "error"),
    [
        ("file:///etc/passwd", BlockedAddressError),
        ("gopher://a/", BlockedAddressError),
        ("http://a:b/", RetryLaterError),  # httpx calls a broken Location a broken answer
    ],
)
def test_a_redirect_off_the_web_is_refused(serve: Serve, location: str, error: type[ConnectorError]) -> None:
    """A redirect cannot make the client read a file or crash it."""
    server = serve(answer(301, Location=location))
    with HttpClient(QUICK) as http, pytest.raises(error):
        http.get(server.url)


def test_redirects_end(serve: Serve) -> None:
    """A loop of redirects ends after five hops."""
    server = serve(answer(302, Location="/again"))
    with HttpClient(QUICK) as http, pytest.raises(LayoutChangedError, match="redirects more than 5 times"):
        http.get(server.url)
    assert len(server.asked) == 6


def test_credentials_stay_with_their_host(serve: Serve) -> None:
    """Authorization goes along to the same host and is dropped on the way to another, for good."""
    back = serve(answer())
    other = serve(answer(307, Location=f"http://place.example:{back.port}/back"))
    place = serve(answer(301, Location="/moved"), answer(302, Location=f"http://other.example:{other.port}/"))
    with HttpClient(QUICK, resolve=lambda host, port: ["127.0.0.1"]) as http:
        http.get(f"http://place.example:{place.port}/", headers={"Authorization": SECRET, "Accept": "x/y"})
    assert [SECRET in request for request in (*place.asked, *other.asked, *back.asked)] == [True, True, False, False]
    assert "x/y" in back.asked[0]


def test_not_modified_comes_back(serve: Serve) -> None:
    """A 304 is an answer, with no body."""
    server = serve(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
    with HttpClient(QUICK) as http:
        got = http.get(server.url, headers={"If-None-Match": 'W/"1"'})
    assert (got.status, got.body) == (304, b"")
    assert 'if-none-match: w/"1"' in server.asked[0].lower()


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, AccessError),
        (403, AccessError),
        (404, ListingNotFoundError),
        (410, ListingNotFoundError),
        (400, LayoutChangedError),
        (418, LayoutChangedError),
        (302, LayoutChangedError),
    ],
)
def test_each_refusal_has_its_error_and_is_asked_once(serve: Serve, status: int, error: type[ConnectorError]) -> None:
    """A refusal says the status and the place's own words, and is not asked again."""
    server = serve(answer(status, b'{"error": {"message": "No \\u001b[2Jway"}}'))
    with HttpClient(QUICK) as http, pytest.raises(error, match=rf"answered {status} and says “No \[2Jway”") as caught:
        http.get(f"{server.url}/list")
    assert type(caught.value) is error
    assert len(server.asked) == 1


def test_an_answer_over_the_cap_is_cut_off(serve: Serve) -> None:
    """More than the cap is an error, whether plain or unpacked: a small bomb does not become a large one."""
    bomb = gzip.compress(b"0" * 30_000_000)
    server = serve(answer(200, b"1" * 1001), answer(200, bomb, Content_Encoding="gzip"), answer(200, b"1" * 1000))
    with HttpClient(HttpConfig(allow_private=True, pace=timedelta(0), max_body=1000)) as http:
        tracemalloc.start()
        for _ in range(2):
            with pytest.raises(TooLargeError, match="more than 1,000 bytes"):
                http.get(server.url)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
        tracemalloc.stop()
        assert len(http.get(server.url).body) == 1000
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("body", "encoding", "error"),
    [
        (gzip.compress(b"[1, 2, 3]" * 100, mtime=0)[:-20], "gzip", RetryLaterError),
        (b"[1, 2, 3]", "gzip", LayoutChangedError),
        (b"[1, 2, 3]", "br", LayoutChangedError),
    ],
)
def test_a_packing_that_does_not_hold_is_an_error(
    serve: Serve, body: bytes, encoding: str, error: type[ConnectorError]
) -> None:
    """A cut, false or unknown packing never passes as an answer."""
    server = serve(answer(200, body, Content_Encoding=encoding))
    with HttpClient(QUICK) as http, pytest.raises(error):
        http.get(server.url)


@pytest.mark.parametrize("is_in_head", [True, False])
def test_a_slow_drip_ends_at_the_deadline(serve: Serve, is_in_head: bool) -> None:
    """A place that sends a byte before each time-out is given up after three of them, in its headers too."""
    times = iter(range(10_000))

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + (b"" if is_in_head else b"Content-Length: 100000\r\n\r\n"))
        for _ in range(1000):
            connection.sendall(b"X-Drip: 1\r\n" if is_in_head else b" ")

    server = serve(drip)
    config = HttpConfig(allow_private=True, pace=timedelta(0), timeout=timedelta(seconds=2))
    # Each look at the clock takes a second of it: a thousand drips come quickly, and still the time is up after a few.
    http = HttpClient(config, clock=lambda: float(next(times)))
    with http, pytest.raises(RetryLaterError, match="took too long"):
        http.get(server.url)
    assert len(server.asked) == ATTEMPTS


def test_proxies_of_the_environment_are_not_used(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would be checked in the place's stead, so none is used."""
    proxy, server = serve(answer(200, b'"proxy"')), serve(answer(200, b'"place"'))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    with HttpClient(QUICK) as http:
        assert http.get(server.url).json() == "place"
    assert proxy.asked == []


def test_a_retry_prints_nothing(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output belongs to results: stamina's own hook would write its log there."""
    stamina.instrumentation.set_on_retry_hooks(None)
    server = serve(answer(503), answer())
    with HttpClient(QUICK) as http:
        http.get(server.url)
    assert len(server.asked) == 2
    assert capsys.readouterr() == ("", "")


def test_readings_share_a_connection_and_replies_do_not(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reply gets a fresh connection: an idle one may be closed at that moment, which would leave its fate unknown."""
    connected: list[str] = []
    real = httpcore.SyncBackend.connect_tcp

    def counted(self: httpcore.SyncBackend, host: str, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        connected.append(host)
        return real(self, host, *args, **kwargs)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", counted)
    url = f"{site.address}/repos/{site.repo}/issues/24"
    with HttpClient(QUICK) as http:
        for _ in range(3):
            http.get(url)
        assert len(connected) == 1
        for _ in range(2):
            http.send_once("POST", f"{url}/comments", headers={"Authorization": f"Bearer {site.token}"}, json_body={})
    assert len(connected) == 3


def test_a_mocked_transport_can_be_put_in() -> None:
    """Tests of connectors may answer with httpx.MockTransport."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[str(request.url)]))
    with HttpClient(QUICK, transport=transport) as http:
        assert http.get("https://place.example/x").json() == ["https://place.example/x"]


def test_sending_returns_what_the_place_answers(serve: Serve) -> None:
    """A refusal below 500 and a redirect are answers; the body goes out as JSON that any text survives."""
    server = serve(answer(201, b'{"id": 1}'), answer(422, b'{"message": "no"}'), answer(302, Location="/elsewhere"))
    with HttpClient(QUICK) as http:
        got = [http.send_once("POST", server.url, headers={}, json_body={"body": "ü \ud800"}) for _ in range(3)]
    assert [item.status for item in got] == [201, 422, 302]
    assert json.loads(server.asked[0].partition("\r\n\r\n")[2]) == {"body": "ü \ud800"}
    assert "content-type: application/json" in server.asked[0].lower()
    assert len(server.asked) == server.n_connections == 3


def hang(connection: socket.socket) -> None:
    """Take the request and say nothing until the other side gives up."""
    connection.recv(1)


@pytest.mark.parametrize(
    "act",
    [
        answer(500),
        answer(408),
        answer(503, Retry_After="1"),
        reset,
        hang,
        b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{",
        answer(201, b"1" * 2000),
        b"not HTTP at all",
    ],
)
def test_a_reply_that_may_have_been_taken_is_unknown_and_never_sent_again(serve: Serve, act: bytes | Act) -> None:
    """Whatever goes wrong after the request went out, it went out once."""
    server = serve(act)
    config = HttpConfig(allow_private=True, pace=timedelta(0), timeout=timedelta(seconds=0.2), max_body=1000)
    with HttpClient(config) as http, pytest.raises(OutcomeUnknownError):
        http.send_once("POST", server.url, headers={}, json_body={"body": "Sorry."})
    assert len(server.asked) == 1


def test_a_refusal_whose_words_are_cut_is_still_a_refusal(serve: Serve) -> None:
    """The status says that nothing was taken, even where the rest of the answer is lost."""
    server = serve(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\n{")
    with HttpClient(QUICK) as http:
        got = http.send_once("POST", server.url, headers={}, json_body={})
    assert (got.status, got.body) == (403, b"")


def test_a_reply_that_never_left_may_be_sent_later() -> None:
    """Nobody listens: it is certain that nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with HttpClient(QUICK) as http, pytest.raises(RetryLaterError, match="nothing was sent"):
        http.send_once("POST", f"http://127.0.0.1:{port}/", headers={}, json_body={})


@pytest.mark.parametrize(
    "act",
    [answer(401), answer(403), answer(404), answer(500), answer(418), answer(302, Location="/x"), reset, answer(200)],
)
@pytest.mark.parametrize("is_send", [True, False])
def test_secrets_stand_in_no_message_and_no_log(
    serve: Serve, caplog: pytest.LogCaptureFixture, act: bytes | Act, is_send: bool
) -> None:
    """Neither the header nor the query's token shows up, whatever happens and however chatty the log."""
    caplog.set_level(logging.DEBUG)
    server = serve(act)
    url = f"http://user:{SECRET}@127.0.0.1:{server.port}/list?access_token={SECRET}&page=2"
    headers = {"Authorization": f"Bearer {SECRET}"}
    told = ""
    with HttpClient(QUICK) as http:
        try:
            if is_send:
                http.send_once("POST", url, headers=headers, json_body={})
            else:
                http.get(url, headers=headers)
        except ConnectorError as error:
            told = _whole_story(error)
    assert SECRET in server.asked[0]
    assert SECRET not in told + caplog.text


def test_a_secret_that_cannot_be_sent_is_not_repeated(serve: Serve) -> None:
    """A token with a line break is an access problem whose message names the header and not the token."""
    server = serve(answer())
    with HttpClient(QUICK) as http, pytest.raises(AccessError, match="the header `Authorization`") as caught:
        http.get(server.url, headers={"Authorization": f"Bearer {SECRET}\n"})
    assert SECRET not in _whole_story(caught.value)
    assert server.asked == []


def _whole_story(error: BaseException | None) -> str:
    """Return an error's words and those of its causes."""
    return "" if error is None else f"{error!r} {error} {_whole_story(error.__cause__ or error.__context__)}"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://u:p@a.example/x?page=2", "https://a.example/x?page=2"),
        ("https://a.example/?api_key=1&q=two words&Sig=3#here", "https://a.example/?api_key=***&q=two%20words&Sig=***"),
        ("https://a.example/\x1b[31m", "https://a.example/ [31m"),
        ("http://[::1", "an address that cannot be read"),
    ],
)
def test_addresses_are_shown_without_secrets(url: str, expected: str) -> None:
    """User info, values of keys that name secrets, fragments and control characters are left out."""
    assert shown(url) == expected


@pytest.mark.parametrize(
    ("body", "content_type", "message"),
    [
        (b"<!DOCTYPE html><html><title>Sign\n in &amp; go</title>", "text/html", "an HTML page titled “Sign in & go”"),
        (b"<html><body>Hello", "application/json", "an HTML page where a list of issues should be"),
        (b"", "application/json", "an empty answer"),
        (b'[{"number": 1', "application/json", "JSON that breaks off or is damaged"),
        ('["é"]'.encode("latin-1"), "application/json; charset=utf-8", r"bytes that are not UTF-8 \(at byte 2\)"),
        (b"[" * 200_000, "application/json", "JSON that is nested too deeply"),
        (b"rate limited", "text/plain", "something that is no JSON"),
    ],
)
def test_what_is_no_json_is_described(body: bytes, content_type: str, message: str) -> None:
    """The error says what came, where from, and what should have been there, and keeps the answer for a look."""
    with pytest.raises(LayoutChangedError, match=message) as caught:
        read_json(response(body, content_type=content_type), "a list of issues")
    assert str(caught.value).startswith("https://place.example/list sent ")
    assert caught.value.expected == "a list of issues"
    assert body.startswith(caught.value.body)


def test_a_declared_charset_is_read() -> None:
    """JSON in an older encoding that its header names is read as such; an unknown name is as good as none."""
    assert read_json(
        response('["é"]'.encode("latin-1"), content_type='application/json; charset="ISO-8859-1"'), "x"
    ) == ["é"]
    assert read_json(response('["é"]'.encode(), content_type="application/json; charset=klingon"), "x") == ["é"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"message": "Bad\\ncredentials"}', "Bad credentials"),
        (b'{"error": {"error": "deep"}}', "deep"),
        (b'{"error": 7}', ""),
        (b'{"message": "Invalid", "errors": [{"message": "too long"}, "odd", 7]}', "Invalid: too long: odd"),
        (b'{"error": ' * 50 + b"{}" + b"}" * 50, ""),
        (b"[1]", ""),
        (b"<title>Busy</title>", "Busy"),
        (b'{"message": "' + b"x" * 900 + b'"}', "x" * 199 + "…"),
    ],
)
def test_what_an_answer_says_in_words(body: bytes, expected: str) -> None:
    """A JSON message, an HTML title or nothing; one line, not too long."""
    assert said(response(body)) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", {}),
        ('<https://a.example/?page=2>; rel="next"', {"next": "https://a.example/?page=2"}),
        (
            '<https://a.example/x,y;z>; title="a, <b>"; rel="next", <?page=9>; rel=last',
            {"next": "https://a.example/x,y;z", "last": "https://place.example/list?page=9"},
        ),
        (
            '<1>; rel="prev first", <2>; rel="prev"',
            {"prev": "https://place.example/1", "first": "https://place.example/1"},
        ),
        ("<broken; rel=next", {}),
    ],
)
def test_links_are_read_by_relation(header: str, expected: Mapping[str, str]) -> None:
    """RFC 8288's forms, relative targets included; the first of a relation counts."""
    assert links(response(b"", link=header)) == expected


def test_longest_wait_is_below_the_lease_of_a_pull() -> None:
    """All attempts of one read with their waits stay within the ten minutes that a pull's lease lasts."""
    one = QUICK.timeout * 3
    assert ATTEMPTS * (one + LONGEST_WAIT) < timedelta(minutes=10)


def test_looking_at_the_contract_loads_no_http_library() -> None:
    """Importing the room costs nothing until a client is made."""
    code = "import sys, reviewwatch.net, reviewwatch.connector; sys.exit(bool({'httpx', 'stamina'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
