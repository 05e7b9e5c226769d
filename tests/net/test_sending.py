"""Sending a reply: once, on a connection of its own, its fate said honestly."""

from __future__ import annotations

import json
import socket
from datetime import timedelta
from typing import Any

import httpcore
import pytest

from reviewwatch.config import HttpConfig
from reviewwatch.demo.site import Site
from reviewwatch.errors import OutcomeUnknownError, RetryLaterError
from reviewwatch.net import HttpClient
from tests.net.serving import QUICK, Act, Serve, answer, reset


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
