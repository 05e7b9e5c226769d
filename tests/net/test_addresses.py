"""Which addresses are read: the public web alone, every hop and every name checked."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from datetime import timedelta
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config import HttpConfig
from reviewwatch.errors import (
    BlockedAddressError,
    ConnectorError,
    LayoutChangedError,
    RetryLaterError,
    UnknownHostError,
)
from reviewwatch.net import HttpClient, guard
from reviewwatch.net.guard import is_private
from tests.net.serving import QUICK, Serve, answer

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
    """An unknown name is no layout change and no access problem: the network may be down. It is asked for once."""
    asked = []

    def unknown(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    said_so = r"the name nowhere\.example has no address \(Name or service not known\)"
    with HttpClient(QUICK, resolve=unknown) as http, pytest.raises(UnknownHostError, match=said_so):
        http.get("http://nowhere.example/")
    assert asked == ["nowhere.example"]


def test_a_name_that_nobody_could_be_asked_for_is_tried_again(serve: Serve) -> None:
    """Only the system's word that there is no such name makes it a misspelled one."""
    asked = []

    def nobody_answers(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with HttpClient(QUICK, resolve=nobody_answers) as http, pytest.raises(RetryLaterError) as raised:
        http.get("http://nowhere.example/")
    assert type(raised.value) is RetryLaterError
    assert len(asked) > 1


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


@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"])
def test_a_link_local_address_is_never_read(address: str) -> None:
    """Where clouds keep a machine's keys nothing is read, private addresses allowed or not."""
    with pytest.raises(BlockedAddressError, match="never reads there"):
        guard.checked_addresses("place.example", 80, lambda host, port: [address], allow_private=True)
