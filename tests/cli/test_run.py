"""`run` and `status` as programs: signals, a second daemon, a kill, and what cron gets."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.demo.site import Site
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import daemon, leases
from tests.cli.running import run, run_program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as systemd sends them")

CONFIG = """
store = "reviews.db"
[brands.tide]
name = "Tidewater"
[sources.issues]
connector = "github"
repo = "{repo}"
base_url = "{address}"
[http]
allow_private = true
pace = "0s"
timeout = "60s"
[daemon]
tick = "1s"
"""


class Gate:
    """A fault that holds every request while it is shut, and tells when one came."""

    def __init__(self, site: Site) -> None:
        self.is_shut = True
        self.came = threading.Event()
        site.faults = self.pass_on

    def pass_on(self, call: Call, do: Callable[[], Answer]) -> Answer:
        self.came.set()
        return Answer(200, is_held=True) if self.is_shut else do()


@pytest.fixture
def config(tmp_path: Path, site: Site) -> Path:
    """A config that watches the stand-in."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(CONFIG.format(repo=site.repo, address=site.address))
    return path


@contextmanager
def running(config: Path, **env: str) -> Iterator[subprocess.Popen[str]]:
    """Run the daemon as a program of its own, and do not leave it behind."""
    command = [sys.executable, "-m", "reviewwatch", "--config", str(config), "run"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **env})
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def watched(process: subprocess.Popen[str], words: str) -> None:
    """Read what the daemon says until it says this."""
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if words in line:
            return
    pytest.fail(f"it never said “{words}”, but: {said}")


def held(config: Path) -> list[str | None]:
    """Return who holds the source and who the store."""
    db = open_store(config.with_name("reviews.db"))
    holders = [leases.holder_of(db, name) for name in ("pull:issues", "daemon")]
    db.close()
    return holders


def test_sigterm_ends_it_in_time_while_a_place_hangs(config: Path, site: Site) -> None:
    """A request that is never answered keeps nobody: within ten seconds it is gone, with 0, and holds nothing."""
    gate = Gate(site)
    with running(config) as process:
        assert gate.came.wait(30)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, time.monotonic() - began < 10) == (0, True)
    assert "left in the middle of a request, to be done at the next start: pull issues" in said
    assert held(config) == [None, None]

    again = run("--config", str(config), "status", "--json")
    assert (again.exit_code, json.loads(again.stdout)["daemon"]["standing"]) == (0, "ended")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_an_idle_daemon_at_once(config: Path, number: signal.Signals, code: int) -> None:
    """Between two pulls there is nothing to wait for, and the end is told as such."""
    with running(config) as process:
        watched(process, "pulled issues")
        began = time.monotonic()
        process.send_signal(number)
        process.communicate(timeout=30)
    assert (process.returncode, time.monotonic() - began < 5) == (code, True)
    db = open_store(config.with_name("reviews.db"))
    state = daemon.load(db)
    db.close()
    assert state is not None
    assert (state.ended_at is not None, state.n_pulls, state.n_failed) == (True, 1, 0)
    assert held(config) == [None, None]


def test_systemd_hears_of_the_start_each_tick_and_the_end(config: Path, tmp_path: Path) -> None:
    """Ready once it ticks, alive at each tick, stopping at the signal: what `Type=notify` and a watchdog need."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(30)
        with running(config, NOTIFY_SOCKET=str(tmp_path / "notify")) as process:
            heard = {listening.recv(200).split(b"\n")[0] for _ in range(3)}
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)
        listening.settimeout(0.1)
        while b"STOPPING=1" not in heard:
            heard.add(listening.recv(200).split(b"\n")[0])
    assert heard == {b"READY=1", b"WATCHDOG=1", b"STOPPING=1"}


def test_a_second_signal_waits_no_longer(config: Path, site: Site) -> None:
    """Who presses Ctrl-C twice means it."""
    gate = Gate(site)
    with running(config) as process:
        assert gate.came.wait(30)
        process.send_signal(signal.SIGINT)
        watched(process, "ending on SIGINT")
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert (process.returncode, time.monotonic() - began < 4) == (130, True)


def test_a_second_daemon_says_who_has_the_store(config: Path) -> None:
    """It ends with 1 and does nothing, and so does one for cron; the first goes on."""
    with running(config) as process:
        watched(process, "pulled issues")
        for options in ((), ("--once",)):
            second = run_program("--config", str(config), "run", *options)
            assert second.returncode == 1
            assert f"A daemon runs on this store already: process {process.pid} on " in second.stderr
        assert process.poll() is None


def test_a_killed_daemon_is_taken_over_and_completed(config: Path, site: Site) -> None:
    """SIGKILL in the middle of a pull: `status` says that it died, and the next start reads the place at once."""
    gate = Gate(site)
    with running(config) as process:
        assert gate.came.wait(30)
        process.kill()
        process.wait()
    holders = held(config)
    assert all(holder is not None and f":{process.pid}:" in holder for holder in holders)
    dead = run("--config", str(config), "status")
    assert dead.exit_code == 1
    assert "Daemon: dead" in dead.output
    assert "ended without a word" in dead.output

    gate.is_shut = False
    completed = run_program("--config", str(config), "run", "--once")
    assert (completed.returncode, "pulled issues" in completed.stderr) == (0, True)
    assert run("--config", str(config), "inbox", "--json").stdout.count('"id"') > 5
    assert run("--config", str(config), "status").exit_code == 0


def test_cron_gets_one_round_and_its_outcome(config: Path, site: Site) -> None:
    """It reads what is due and ends: 0, or 1 where a place failed; what is not due is not read."""
    first = run_program("--config", str(config), "run", "--once")
    n_requests = site.n_requests
    second = run_program("--config", str(config), "run", "--once")
    assert (first.returncode, second.returncode, site.n_requests) == (0, 0, n_requests)
    assert "pulled issues" in first.stderr

    config.write_text(config.read_text().replace("tidewater/", "nobody/"))
    failed = run_program("--config", str(config), "run", "--once")
    assert failed.returncode == 1
    assert "pull of issues failed" in failed.stderr
    status = run("--config", str(config), "status")
    assert (status.exit_code, "Wrong: issues is paused" in status.output) == (1, True)


def test_a_config_that_is_broken_meanwhile_is_told_by_status(config: Path) -> None:
    """The daemon keeps to the old one and says so; `status` still works with what can be read of it."""
    with running(config) as process:
        watched(process, "pulled issues")
        config.write_text(config.read_text() + 'evry = "1m"\n')
        told = run("--config", str(config), "status", "--json")
        found = json.loads(told.stdout)
        assert (told.exit_code, found["daemon"]["standing"]) == (1, "running")
        assert "`daemon.evry` is not a key" in found["wrong"][0]
        assert process.poll() is None


def test_without_a_place_it_waits_for_one(config: Path, site: Site) -> None:
    """A daemon may be started before anything is configured; what is added is read."""
    whole = config.read_text()
    config.write_text('store = "reviews.db"\n[daemon]\ntick = "1s"\n')
    with running(config) as process:
        watched(process, "add URL` watches one.")
        config.write_text(whole)
        watched(process, "pulled issues")
