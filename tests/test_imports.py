"""Who may import whom: the contracts hold, each of them notices, and none forgets a room."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FOR_CONNECTORS = {"connector", "types", "errors", "net", "normalize"}


def contracts() -> list[dict[str, Any]]:
    """Return the contracts of pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    found: list[dict[str, Any]] = settings["contracts"]
    return found


def rooms() -> set[str]:
    """Return the names of the rooms: modules and packages right below `reviewwatch`."""
    children = (ROOT / "reviewwatch").iterdir()
    return {path.stem for path in children if path.suffix == ".py" or (path / "__init__.py").is_file()} - {
        "__init__",
        "__main__",
    }


def lint(root: Path) -> str:
    """Run import-linter on a checkout and return what it says."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": f"{root}:{root / 'connectors'}", "COLUMNS": "300", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the sources, so that a test can break them."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("reviewwatch", "connectors"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def test_every_contract_is_kept() -> None:
    """The rooms import downwards only, and what is kept to one room stays in it."""
    said = lint(ROOT)

    assert re.findall(r"(.*) BROKEN", said) == []
    assert f"{len(contracts())} kept, 0 broken" in said


def test_every_contract_notices_a_breach(copy: Path) -> None:
    """One breach for each contract, and each is named."""
    breaches = {
        "reviewwatch/types/__init__.py": "import reviewwatch.flow",
        "reviewwatch/flow/desk.py": "import reviewwatch_connectors.file",
        "connectors/reviewwatch_connectors/other.py": "import reviewwatch_connectors.file, reviewwatch.storage",
        "reviewwatch/follow_up.py": "import sqlite3, random",
        "reviewwatch/cli/output.py": "import apscheduler, httpx",
    }
    for name, line in breaches.items():
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    said = lint(copy)

    assert set(re.findall(r"(.*) BROKEN", said)) == {contract["name"] for contract in contracts()}


def test_a_room_in_no_layer_is_a_breach(copy: Path) -> None:
    """A new room must say where it stands."""
    (copy / "reviewwatch" / "attic.py").write_text('"""New."""\n', encoding="utf-8")

    assert "reviewwatch.attic" in lint(copy)


def test_the_connectors_contract_forbids_every_other_room() -> None:
    """What a connector may not import is all that it is not given."""
    (contract,) = (one for one in contracts() if one["name"].startswith("a connector knows"))

    assert {name.removeprefix("reviewwatch.") for name in contract["forbidden_modules"]} == rooms() - FOR_CONNECTORS


def test_no_code_of_the_core_names_a_connector() -> None:
    """Connectors are found by entry point; only what writes new ones knows where they lie."""
    named = {
        path.relative_to(ROOT / "reviewwatch").parts[0]
        for path in (ROOT / "reviewwatch").rglob("*.py")
        if "reviewwatch_connectors" in path.read_text("utf-8")
    }

    assert named == {"scaffold"}
