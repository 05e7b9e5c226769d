"""Run command lines as a test does: in this process, or as a program of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from typer.testing import CliRunner

from reviewwatch.cli import main


def run(*args: str) -> Any:
    """Run one command line in this process."""
    return CliRunner().invoke(main.app, list(args), prog_name="reviewwatch")


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
