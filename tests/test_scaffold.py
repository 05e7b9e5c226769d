"""What `sources new` writes: a connector that works from its first minute, inside of the repository and outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reviewwatch import scaffold

ROOT = Path(__file__).parents[1]
PYPROJECT = """\
[project]
name = "x"

[project.entry-points."reviewwatch.connectors"]
file = "a:B"
steam = "c:D"

[tool.x]
"""


def run(folder: Path, path: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with what is named on its path."""
    env = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(
        [sys.executable, *args], cwd=folder, env=env, check=False, capture_output=True, text=True, timeout=200
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what of the checkout a connector and its contract need."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in ("reviewwatch", "connectors", "tests/connectors"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    for name in ("pyproject.toml", "tests/__init__.py", "tests/conftest.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_new_connector_passes_the_contract_as_it_is_written(checkout: Path) -> None:
    """Files, entry point, stand-in, fixture and test: all forty cases pass before anything is changed."""
    path = os.pathsep.join([str(checkout), str(checkout / "connectors")])
    made = run(checkout, path, "-m", "reviewwatch", "sources", "new", "lamp_forum")
    assert made.returncode == 0, made.stderr
    assert 'lamp_forum = "reviewwatch_connectors.lamp_forum:LampForumConnector"' in (
        checkout / "pyproject.toml"
    ).read_text(encoding="utf-8")
    # What an installation makes of the entry point; pip itself is tried in `connectors/test_outside.py`.
    info = checkout / "reviewwatch-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: reviewwatch\nVersion: 0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[reviewwatch.connectors]\nlamp_forum = reviewwatch_connectors.lamp_forum:LampForumConnector\n",
        encoding="utf-8",
    )
    tests = ("tests/connectors/test_contract_reading.py", "tests/connectors/test_lamp_forum.py")
    done = run(checkout, path, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "lamp_forum", *tests)
    assert done.returncode == 0, done.stdout[-3000:]
    assert "lamp_forum: 41 passed, 0 failed" in done.stdout


def test_a_distribution_of_its_own_passes_its_test(tmp_path: Path) -> None:
    """Outside of the repository the same connector reads its fixture."""
    scaffold.write(scaffold.on_its_own("lamp_forum"), tmp_path)
    path = os.pathsep.join([str(tmp_path), str(ROOT), str(ROOT / "connectors")])
    done = run(tmp_path, path, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert done.returncode == 0, done.stdout[-3000:]


def test_nothing_that_is_there_is_replaced(tmp_path: Path) -> None:
    """A second run writes nothing at all."""
    made = scaffold.on_its_own("lamp_forum")
    (tmp_path / "reviewwatch_lamp_forum.py").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"reviewwatch_lamp_forum\.py exists already"):
        scaffold.write(made, tmp_path)
    assert not (tmp_path / "pyproject.toml").exists()
    assert (tmp_path / "reviewwatch_lamp_forum.py").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "name", ["", "Lamp", "lamp-forum", "1lamp", "lamp__forum", "lamp_", "../lamp", "lamp forum", "class"]
)
def test_a_name_that_python_or_a_config_would_not_take_is_refused(name: str) -> None:
    """It becomes a module, an entry point and the value of `connector`."""
    with pytest.raises(ValueError, match="is no name for a connector"):
        scaffold.in_checkout(name)


def test_the_entry_point_goes_where_its_name_belongs() -> None:
    """Between its neighbors, and everything else stays as it is."""
    changed = scaffold.with_entry_point(PYPROJECT, 'lamp = "e:F"')
    assert changed == PYPROJECT.replace('steam = "c:D"', 'lamp = "e:F"\nsteam = "c:D"')
    last = scaffold.with_entry_point(PYPROJECT, 'zebra = "e:F"')
    assert last == PYPROJECT.replace('steam = "c:D"\n', 'steam = "c:D"\nzebra = "e:F"\n')


def test_a_name_that_is_taken_or_a_file_without_the_group_is_refused() -> None:
    """Nothing is guessed about another project's file."""
    with pytest.raises(ValueError, match="names a connector `steam` already"):
        scaffold.with_entry_point(PYPROJECT, 'steam = "e:F"')
    with pytest.raises(ValueError, match="has no"):
        scaffold.with_entry_point("[project]\n", 'lamp = "e:F"')
