"""`dev.py`: the locks, the stamps that let it do nothing, and the sentences for a machine that lacks something."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("build", "run", "dev", "bench", "train")
_PIN = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    """Return the packages and versions of a lock file."""
    return set(_PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")))


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load dev.py as if it stood in a checkout in a folder of the test."""
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "checkout"
    (root / "requirements").mkdir(parents=True)
    for name in LOCKS:
        (root / "requirements" / f"{name}.txt").write_text(f"# {name}\n")
    (root / "pyproject.toml").write_text("[project]\n")
    venv = root / ".venv"
    for name, value in {"ROOT": root, "VENV": venv, "MARK": venv / "mark", "BIN": venv / "bin"}.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    return module


@pytest.fixture
def installs(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what pip would be asked, without asking it; a venv is only its interpreter's file."""
    calls: list[str] = []

    def pip(*args: str) -> None:
        calls.append(" ".join(arg.replace(str(dev.ROOT) + os.sep, "") for arg in args))

    def create(_: Any, folder: str) -> None:
        (Path(folder) / "bin").mkdir()
        (Path(folder) / "bin" / "python").touch()

    monkeypatch.setattr(dev, "_pip", pip)
    monkeypatch.setattr("venv.EnvBuilder.create", create)
    return calls


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_hashes_and_no_address(name: str) -> None:
    """Every package is pinned with its hashes, and no file names a server or a place on a disk."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())

    assert "://" not in text
    assert not re.search(r"^\s*(?:-|@|#)(?!-hash)", re.sub(r"^ +--hash", "", text, flags=re.M), re.M)
    assert blocks
    for block in blocks:
        assert _PIN.match(block), block
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block


def test_shared_packages_have_one_version() -> None:
    """What stands in several lock files stands there in the same version: they share one environment."""
    versions: dict[str, dict[str, set[str]]] = {}
    for name in ("build", "run", "dev", "bench"):
        for package, version in pins(name):
            # Some are locked twice in one file, by Python version.
            versions.setdefault(package, {}).setdefault(name, set()).add(version)

    found = {package: list(by_lock.values()) for package, by_lock in versions.items()}
    assert [package for package, locked in found.items() if any(one != locked[0] for one in locked)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_satisfies_what_the_project_asks_for(name: str) -> None:
    """A dependency that was added or raised without `dev.py lock` is noticed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] if name == "run" else project["dependency-groups"][name]
    found = dict(pins(name))

    for line in asked:
        requirement = Requirement(line)
        assert found[canonicalize_name(requirement.name)] in requirement.specifier, line


def test_the_first_run_makes_the_environment_and_the_second_does_nothing(dev: ModuleType, installs: list[str]) -> None:
    """Set up once from the locks, by hash; nothing is asked of pip when nothing changed."""
    dev.ensure("run")

    assert installs == [
        "install --require-hashes -r requirements/build.txt -r requirements/run.txt",
        f"install --no-deps --no-build-isolation --editable {dev.ROOT}",
    ]
    installs.clear()
    dev.ensure("run")
    assert installs == []


def test_the_tests_packages_are_added_when_they_are_needed(dev: ModuleType, installs: list[str]) -> None:
    """The demo waits for what it needs and for nothing more."""
    dev.ensure("run")
    installs.clear()

    dev.ensure("run", "dev")
    assert installs == ["install --require-hashes -r requirements/dev.txt"]


@pytest.mark.parametrize("name", ["requirements/run.txt", "requirements/build.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_again(dev: ModuleType, installs: list[str], name: str) -> None:
    """The stamp covers every file that decides what is installed."""
    dev.ensure("run")
    installs.clear()

    (dev.ROOT / name).write_text("# changed\n")
    dev.ensure("run")
    assert len(installs) == 2


def test_another_python_makes_the_environment_anew(
    dev: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment of one Python is of no use to another."""
    dev.ensure("run", "dev")
    (dev.VENV / "left-over").touch()
    installs.clear()

    monkeypatch.setattr(dev, "_python_id", lambda: "cpython-399 3.99.0")
    dev.ensure("run")
    assert len(installs) == 2
    assert not (dev.VENV / "left-over").exists()
    assert not (dev.VENV / "dev.stamp").exists()


def test_a_moved_checkout_makes_the_environment_anew(dev: ModuleType, installs: list[str]) -> None:
    """The scripts of an environment name their folder, so that it cannot be moved along."""
    dev.ensure("run")
    (dev.VENV / "left-over").touch()
    installs.clear()

    stamp = dev.VENV / "run.stamp"
    stamp.write_text(stamp.read_text().replace(str(dev.ROOT), "/elsewhere"))
    dev.ensure("run")
    assert len(installs) == 2
    assert not (dev.VENV / "left-over").exists()


def test_a_half_made_environment_is_made_anew(
    dev: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first run that was interrupted leaves nothing that a second would trip over."""

    def interrupted(*args: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "_pip", interrupted)
        with pytest.raises(KeyboardInterrupt):
            dev.ensure("run")
    (dev.VENV / "left-over").touch()

    dev.ensure("run")
    assert len(installs) == 2
    assert not (dev.VENV / "left-over").exists()


def test_somebody_elses_environment_is_left_alone(dev: ModuleType, installs: list[str]) -> None:
    """A `.venv` that dev.py did not make is never removed; the person is told."""
    dev.VENV.mkdir()
    (dev.VENV / "pyvenv.cfg").touch()

    with pytest.raises(dev.Trouble, match=r"was not made by dev\.py"):
        dev.ensure("run")
    assert (dev.VENV / "pyvenv.cfg").is_file()
    assert installs == []


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_says_what_to_install(
    dev: ModuleType, lacking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian's Python comes without it."""
    monkeypatch.setitem(sys.modules, lacking, None)

    with pytest.raises(dev.Trouble, match="apt install python3-venv"):
        dev.ensure("run")
    assert not dev.VENV.exists()


def test_an_old_python_is_told_which_would_do(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the version that is needed and one that is there."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/x" if name == "python3.12" else None)

    with pytest.raises(dev.Trouble, match=r"needs Python 3\.11 or newer; .* `python3\.12 dev\.py …` would do"):
        dev.main(["demo"])


def test_dev_reads_on_old_pythons() -> None:
    """The file compiles for Python 3.7, or nobody there would see the sentence."""
    import ast

    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))

    # Annotations of parameters and results are evaluated on definition; `list[str]` fails before 3.9 unless quoted.
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            given = [*node.args.args, *([node.args.vararg] if node.args.vararg else [])]
            for annotation in [arg.annotation for arg in given] + [node.returns]:
                assert not isinstance(annotation, ast.Subscript | ast.BinOp), node.name


@pytest.mark.parametrize(("args", "code"), [((), 0), (("--help",), 0), (("tset",), 2)])
def test_dev_without_a_known_command_shows_what_there_is(args: tuple[str, ...], code: int) -> None:
    """The file's own head is its help."""
    done = subprocess.run(
        [sys.executable, "-S", ROOT / "dev.py", *args], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == code
    assert "python3 dev.py demo" in done.stdout


def test_what_repeats_a_failed_step_is_told(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A step prints one line when it passes, and its output and command when it fails."""
    dev.BIN.mkdir(parents=True)
    tool = dev.BIN / "tool"
    tool.write_text("#!/bin/sh\necho the reason\nexit $1\n")
    tool.chmod(0o755)
    monkeypatch.setattr(dev, "STEPS", {"good": ("tool", "0"), "bad": ("tool", "3")})

    assert dev._passes("good")
    assert capsys.readouterr().out == ""
    assert not dev._passes("bad")
    said = capsys.readouterr()
    assert said.out == "the reason\n"
    assert re.search(r"bad +FAILED", said.err)
    assert f"again: {tool} 3" in said.err


def test_ci_calls_what_the_readme_calls_and_the_check() -> None:
    """`.ci/run` is a program, and runs the README's two commands, every check, and the marks of the replies."""
    script = ROOT / ".ci" / "run"
    called = re.findall(r"^python3 dev\.py (\w+)", script.read_text(encoding="utf-8"), re.MULTILINE)

    assert os.access(script, os.X_OK)
    assert set(called) == {"demo", "test", "check", "eval"}
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ")[0]
    assert set(re.findall(r"^\$ python3 dev\.py (\w+)", readme, re.MULTILINE)) == {"demo", "test"}
