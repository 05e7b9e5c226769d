"""Credentials go to their own host, and into no message and no log."""

from __future__ import annotations

import logging

import pytest

from reviewwatch.errors import AccessError, ConnectorError
from reviewwatch.net import HttpClient
from reviewwatch.net.reading import shown
from tests.net.serving import QUICK, SECRET, Act, Serve, answer, reset


def test_credentials_stay_with_their_host(serve: Serve) -> None:
    """Authorization goes along to the same host and is dropped on the way to another, for good."""
    back = serve(answer())
    other = serve(answer(307, Location=f"http://place.example:{back.port}/back"))
    place = serve(answer(301, Location="/moved"), answer(302, Location=f"http://other.example:{other.port}/"))
    with HttpClient(QUICK, resolve=lambda host, port: ["127.0.0.1"]) as http:
        http.get(f"http://place.example:{place.port}/", headers={"Authorization": SECRET, "Accept": "x/y"})
    assert [SECRET in request for request in (*place.asked, *other.asked, *back.asked)] == [True, True, False, False]
    assert "x/y" in back.asked[0]


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


def test_a_place_that_repeats_a_secret_is_quoted_without_it(serve: Serve) -> None:
    """Its words stand in messages, in the store and in logs."""
    said = b'{"message": "No such key: hush-key, hush-token"}'
    server = serve(answer(401, said))
    with HttpClient(QUICK) as http, pytest.raises(AccessError, match=r"says “No such key: \*\*\*, \*\*\*”"):
        http.get(server.url, headers={"Authorization": "Bearer hush-token"}, params={"key": "hush-key"})
