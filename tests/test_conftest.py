"""What holds for every test does hold."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import platformdirs
import pytest
import stamina


@pytest.mark.parametrize("host", ["192.0.2.1", "reviews.example", "2001:db8::1", b"reviews.example"])
def test_no_test_reaches_another_machine(host: str | bytes) -> None:
    """Asking for its address fails the test, and so does connecting to it."""
    with pytest.raises(pytest.fail.Exception, match="tests stay on this machine"):
        socket.getaddrinfo(host, 80)
    family = socket.AF_INET6 if ":" in str(host) else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as udp:
        with pytest.raises(pytest.fail.Exception, match="tests stay on this machine"):
            udp.sendto(b"x", (host, 9))
        with pytest.raises(pytest.fail.Exception, match="tests stay on this machine"):
            udp.connect((host, 9))


def test_this_machine_can_be_reached() -> None:
    """Loopback is where the stand-ins are."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
    assert socket.getaddrinfo("localhost", 80)


def test_each_test_has_a_home_of_its_own(tmp_path: Path) -> None:
    """Nothing of the user's folders, settings and secrets is there."""
    assert Path.home() == tmp_path / "home"
    assert platformdirs.user_config_path("reviewwatch").is_relative_to(tmp_path)
    assert platformdirs.user_data_path("reviewwatch").is_relative_to(tmp_path)
    ours = [name for name in os.environ if name.startswith("REVIEWWATCH_") or name.endswith("_TOKEN")]
    assert ours == ["REVIEWWATCH_CALLED"]  # by which the commands in messages begin alike wherever tests run


def test_retries_do_not_wait() -> None:
    """stamina is in its test mode, with as many attempts as configured."""
    assert stamina.is_testing()
