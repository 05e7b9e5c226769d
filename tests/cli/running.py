"""Run command lines as a test does: in this process, or as a program of their own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import Any

import pytest
from typer.testing import CliRunner

from reviewwatch.cli import main


def run(*args: str) -> Any:
    """Run one command line in this process."""
    return CliRunner().invoke(main.app, list(args), prog_name="reviewwatch")


def know_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system say of every name but this machine's own that there is no such host."""
    real = socket.getaddrinfo

    def ask(host: Any, *args: Any, **options: Any) -> Any:
        if host in ("localhost", "127.0.0.1"):
            return real(host, *args, **options)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", ask)


def run_program(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run one command line as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reviewwatch", *args],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
