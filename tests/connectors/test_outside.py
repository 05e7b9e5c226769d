"""A connector in a distribution of its own: built, installed beside the program, and used by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewwatch.demo.loopback import HOST, Answer, Server

SAMPLE = Path(__file__).parent / "outside"


def pip(*args: str) -> None:
    """Run pip, offline."""
    quiet = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*quiet, *args], check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample's wheel and unpack it into a folder of its own, as an installation would."""
    folder = tmp_path_factory.mktemp("outside")
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(SAMPLE))
    (wheel,) = folder.glob("*.whl")
    pip("install", "--no-deps", "--no-index", "--target", str(folder / "site"), str(wheel))
    return folder / "site"


@pytest.fixture
def guestbook() -> Iterator[str]:
    """Serve a guestbook with an unhappy guest, a happy one, and a line that is none."""
    today = datetime.now(UTC) - timedelta(hours=2)
    body = (
        f"1 | 1 | {today.isoformat()} | invented-ida | The heater was broken and nobody came. Terrible.\n"
        f"2 | 5 | {today.isoformat()} | invented-ole | A lovely stay.\n"
        "somebody scribbled here\n"
    )
    server = Server(lambda call: Answer(200, body.encode()), 0, lambda: datetime.now(UTC))
    server.start()
    yield f"http://{HOST}:{server.port}/guestbook.txt"
    server.stop()


def reviewwatch(site: Path, folder: Path, *args: str) -> Sequence[str]:
    """Run the program with the sample installed, and return what it prints."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [sys.executable, "-m", "reviewwatch", *args], cwd=folder, env=env, check=False, capture_output=True, text=True
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def test_it_is_found_pulled_and_flagged(installed: Path, guestbook: str, tmp_path: Path) -> None:
    """Named in the config and nowhere in the program, it brings a flagged review into the inbox."""
    (tmp_path / "reviewwatch.toml").write_text(
        'store = "store.db"\n[http]\nallow_private = true\npace = "0s"\n[brands.inn]\nname = "The Inn"\n'
        f'[sources.book]\nbrand = "inn"\nconnector = "guestbook"\nurl = "{guestbook}"\n',
        encoding="utf-8",
    )
    reviewwatch(installed, tmp_path, "pull")
    (row,) = [json.loads(line) for line in reviewwatch(installed, tmp_path, "inbox", "--json")]
    assert "heater" in json.dumps(row)
    (source,) = [json.loads(line) for line in reviewwatch(installed, tmp_path, "sources", "--json")]
    assert (source["source"], source["health"]) == ("book", "ok")
