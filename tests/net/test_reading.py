"""Reading a place: who asks, what comes back, what is tried again and what is refused."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
import tracemalloc
from datetime import timedelta

import httpx
import pytest
import stamina

from reviewwatch.config import HttpConfig
from reviewwatch.errors import (
    AccessError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    TooLargeError,
)
from reviewwatch.net import HttpClient
from reviewwatch.net.client import ATTEMPTS
from tests.net.serving import QUICK, Act, Serve, answer, reset


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


def test_a_mocked_transport_can_be_put_in() -> None:
    """Tests of connectors may answer with httpx.MockTransport."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[str(request.url)]))
    with HttpClient(QUICK, transport=transport) as http:
        assert http.get("https://place.example/x").json() == ["https://place.example/x"]


def test_looking_at_the_contract_loads_no_http_library() -> None:
    """Importing the room costs nothing until a client is made."""
    code = "import sys, reviewwatch.net, reviewwatch.connector; sys.exit(bool({'httpx', 'stamina'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
