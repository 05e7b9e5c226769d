"""What this program says to type can be typed: its commands begin as the person began this one."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from reviewwatch.cli import calling
from tests.cli.running import run, run_program


def program_in(folder: Path) -> Path:
    """Put a program of our name into a folder."""
    folder.mkdir()
    (folder / "reviewwatch").write_text("")
    (folder / "reviewwatch").chmod(0o755)
    return folder


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """Make a folder with a program of our name."""
    return program_in(tmp_path / "its bin")


def test_an_installed_program_is_called_by_its_name_where_that_leads_to_it(bin_folder: Path, tmp_path: Path) -> None:
    """Else by its path: another reviewwatch, or none, would answer to the name."""
    script = str(bin_folder / "reviewwatch")
    other = program_in(tmp_path / "other")
    typed = ["/usr/bin/python3", script, "inbox"]

    assert calling.called_by(typed, script, {"PATH": f"/nowhere:{bin_folder}:{other}"}) == "reviewwatch"
    assert calling.called_by(typed, script, {"PATH": f"{other}:{bin_folder}"}) == shlex.quote(script)
    assert calling.called_by(typed, script, {}) == shlex.quote(script)


def test_a_module_is_called_with_its_interpreter() -> None:
    """As it was typed, or as the shell found it."""
    typed = ["python3", "-m", "reviewwatch", "inbox"]
    assert calling.called_by(typed, "/x/reviewwatch/__main__.py", {}) == "python3 -m reviewwatch"
    assert calling.called_by(["python3", "-m", "pytest"], "/x/pytest/__main__.py", {}) == "reviewwatch"


def test_who_starts_us_may_say_how(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters of the environment are not put on a terminal."""
    assert calling.called_by(["x", "-m", "reviewwatch"], "", {calling.VARIABLE: "python3 dev.py run"}) == (
        "python3 dev.py run"
    )
    assert calling.called_by(["x", "-m", "reviewwatch"], "", {calling.VARIABLE: "\x1b[2J"}) == "reviewwatch"


def test_every_command_that_is_named_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In what is said, in what `doctor` and `status` tell, in usage; never in what a script reads."""
    monkeypatch.chdir(tmp_path)
    name = f"{shlex.quote(sys.executable)} -m reviewwatch"
    away = {"REVIEWWATCH_CALLED": "", "PATH": "/nowhere"}
    calls = [run_program(*words.split(), **away) for words in ("inbox", "doctor", "status", "inbx")]
    inbox, doctor, status, unknown = calls

    assert f"`{name} pull` and `{name} import FILE` bring reviews in." in inbox.stderr
    assert f"`{name} init`" in doctor.stdout
    assert f"`{name} run` starts one" in status.stdout
    assert f"Try '{name} --help'" in unknown.stderr.replace(" -h'", " --help'")
    for done in calls:
        assert "`reviewwatch" not in done.stdout + done.stderr
    monkeypatch.setenv(calling.VARIABLE, "rw")
    assert "`reviewwatch init`" in run("doctor", "--json").stdout


def test_a_config_that_was_named_is_named_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the next command would go on with another one; the environment names it by itself."""
    monkeypatch.chdir(tmp_path)

    made = run("--config", "my shop.toml", "init")
    looked = run("--config", "my shop.toml", "inbox")
    again = run("init", "--here")

    assert "`reviewwatch --config 'my shop.toml' add URL` watches a place" in made.stderr
    assert "`reviewwatch --config 'my shop.toml' pull`" in looked.stderr
    assert "`reviewwatch add URL` watches a place" in again.stderr


def test_the_shell_completes_our_name_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A completion of `python3 dev.py run` is none that a shell knows."""
    monkeypatch.setenv(calling.VARIABLE, "python3 dev.py run")
    done = run_program("--show-completion", "bash", REVIEWWATCH_CALLED="python3 dev.py run", SHELL="/bin/bash")
    assert "dev.py" not in done.stdout


def test_dev_py_says_how_it_was_typed(tmp_path: Path) -> None:
    """From the folder in which it was typed, in which the next command is typed too."""
    root = Path(__file__).parents[2]
    show = (
        "import os, runpy, sys; dev = runpy.run_path(sys.argv[1]); "
        "calls = dev['run'].__globals__; calls['ensure'] = calls['_become'] = lambda *_: 0; "
        "dev['run'](['inbox']); print(os.environ['REVIEWWATCH_CALLED'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", show, str(root / "dev.py")],
        cwd=tmp_path,
        env={**os.environ, "PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == f"{shlex.quote(sys.executable)} -c run"
