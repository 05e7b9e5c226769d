"""What holds for every test: no network beyond this machine, no waiting, and nobody's folders but its own."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import stamina

if TYPE_CHECKING:
    from reviewwatch.demo.site import Site

_OF_THE_USER = ("EDITOR", "VISUAL", "PAGER", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES")


@pytest.fixture(scope="session", autouse=True)
def _no_network_beyond_loopback() -> Iterator[None]:
    """Fail a test that connects or sends to another machine, or asks for its address."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
            patch.setattr(socket, name, _guarded_name(getattr(socket, name)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_waiting() -> Iterator[None]:
    """Retries happen as often as configured, without the waits between them."""
    with stamina.set_testing(True, attempts=10, cap=True):
        yield


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty home, and an environment without the user's settings and secrets."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in list(os.environ):
        if name.startswith(("REVIEWWATCH_", "XDG_")) or name.upper().endswith(("_TOKEN", "_PROXY")):
            monkeypatch.delenv(name)
    for name in _OF_THE_USER:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REVIEWWATCH_CALLED", "reviewwatch")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(autouse=True)
def _own_logs() -> Iterator[None]:
    """Take off what a command of this test set up for its logs: its stream is closed when the next one writes."""
    root, ours = logging.getLogger(), logging.getLogger("reviewwatch")
    levels = root.level, ours.level
    yield
    for logger, level in zip((root, ours), levels, strict=True):
        for handler in [
            found for found in logger.handlers if type(found) in (logging.StreamHandler, logging.NullHandler)
        ]:
            logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve the demo's place on loopback, with its invented reviews and nothing posted to it yet."""
    from reviewwatch.demo.site import Site

    with Site() as running:
        yield running


def _guarded(real: Any) -> Any:
    def guarded(self: socket.socket, *args: Any) -> Any:
        # `sendto` takes the address last, after the bytes and perhaps flags.
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _allow(args[-1][0])
        return real(self, *args)

    return guarded


def _guarded_name(real: Any) -> Any:
    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        _allow(host)
        return real(host, *args, **kwargs)

    return guarded


def _allow(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost":
        return
    try:
        is_here = ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        is_here = False
    if not is_here:
        pytest.fail(f"a test reached for {name}; tests stay on this machine")
