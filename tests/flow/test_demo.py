"""The demo in a process of its own: the whole road, a workspace that works, and nothing else touched."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

INTERRUPTIBLE: Final = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("reviewwatch", run_name="__main__", alter_sys=True)
"""
"""The program where Ctrl-C counts: whoever runs tests in the background hands on that it is ignored."""


def reviewwatch(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    command = [sys.executable, "-m", "reviewwatch", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as the demo leaves it."""
    folder = tmp_path_factory.mktemp("home")
    done = reviewwatch("demo", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "1 reply seen on the site" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["reviewwatch-demo"]
    return folder / "reviewwatch-demo"


def test_the_workspace_works_at_once(workspace: Path) -> None:
    """The commands that the closing screen names find a queue, and publish what is approved on the demo's own site."""
    rows = [json.loads(line) for line in reviewwatch("inbox", "--json", cwd=workspace).stdout.splitlines()]
    wanted = next(row["id"] for row in rows if (row["source"], row["lang"], row["state"]) == ("issues", "en", "open"))

    approved = reviewwatch("approve", wanted, "--draft", "--yes", cwd=workspace)
    published = reviewwatch("publish", "--now", "--json", cwd=workspace)
    pulled = reviewwatch("pull", "--json", cwd=workspace)

    assert approved.returncode == 0, approved.stderr
    assert json.loads(published.stdout.splitlines()[0])["was_sent"] is True
    assert pulled.returncode == 0, pulled.stderr
    assert (
        json.loads(reviewwatch("show", wanted, "--json", cwd=workspace).stdout)["publications"][-1]["state"] == "seen"
    )


def test_search_reads_words_as_it_reads_reviews(workspace: Path) -> None:
    """Case and accents of the words that a person types make no difference."""
    found = [json.loads(line) for line in reviewwatch("search", "--json", "RÀDIUS", cwd=workspace).stdout.splitlines()]

    assert any("Radius" in row["excerpt"] for row in found)


def test_a_second_demo_takes_a_folder_of_its_own(workspace: Path) -> None:
    """Nothing that a demo left behind is overwritten by the next one."""
    done = reviewwatch("demo", cwd=workspace.parent)

    assert done.returncode == 0
    assert (workspace.parent / "reviewwatch-demo-2").is_dir()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """`--into` a folder in use is refused with what to do, and nothing is written there."""
    (tmp_path / "mine.txt").write_text("mine")

    done = reviewwatch("demo", "--into", str(tmp_path), cwd=tmp_path)

    assert done.returncode == 2
    assert "--into" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["mine.txt"]


@pytest.mark.parametrize("is_there", [False, True])
def test_a_demo_that_is_interrupted_leaves_no_half_of_a_workspace(tmp_path: Path, is_there: bool) -> None:
    """Ctrl-C at the first step takes back what was made; an empty folder that was there is there, and empty."""
    folder = tmp_path / "play"
    if is_there:
        folder.mkdir()
    command = [sys.executable, "-c", INTERRUPTIBLE, "demo", "--into", str(folder)]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as walk:
        assert walk.stderr is not None
        assert walk.stderr.readline().startswith("1")
        walk.send_signal(signal.SIGINT)
        walk.stderr.read()

    assert walk.returncode == 130
    assert folder.exists() is is_there
    assert not is_there or list(folder.iterdir()) == []
