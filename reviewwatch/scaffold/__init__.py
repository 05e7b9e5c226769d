"""A new connector's first files: a whole small connector with a stand-in that passes the contract, to be changed.

The texts lie beside this file; `@name@` and the like are filled in.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")
_GROUP: Final = '[project.entry-points."reviewwatch.connectors"]'
_LINE: Final = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Scaffold:
    """The files of one new connector.

    Attributes:
        files: Path from the folder that they go into -> text.
        entry_point: The line under `[project.entry-points."reviewwatch.connectors"]`.
        next_steps: What the person does now, a command or a sentence each.
    """

    files: Mapping[str, str]
    entry_point: str
    next_steps: tuple[str, ...]


def in_checkout(name: str) -> Scaffold:
    """Return what a connector needs inside this repository: its file, its stand-in, its fixture and its test.

    Args:
        name: Lower-case words joined by underlines.

    Raises:
        ValueError: The name is not of that form.
    """
    words = _words(name)
    data = f"tests/connectors/data/{name}"
    return Scaffold(
        files={
            f"connectors/reviewwatch_connectors/{name}.py": _filled("connector", words),
            f"tests/connectors/places/{name}.py": _filled("stand", words),
            f"tests/connectors/test_{name}.py": _filled("test", words),
            f"{data}/page1.json": _filled("page1", words),
            f"{data}/page1.expected.json": _filled("expected", words),
        },
        entry_point=f'{name} = "reviewwatch_connectors.{name}:{words["Class"]}Connector"',
        next_steps=(
            f"python3 dev.py test -k {name}",
            f"put the place's real format into connectors/reviewwatch_connectors/{name}.py and its stand-in",
            "python3 dev.py check",
        ),
    )


def on_its_own(name: str) -> Scaffold:
    """Return a distribution of its own with one connector, for a folder outside of this repository.

    Raises:
        ValueError: As `in_checkout`.
    """
    words = _words(name)
    return Scaffold(
        files={
            "pyproject.toml": _filled("pyproject", words),
            f"reviewwatch_{name}.py": _filled("connector", words),
            f"tests/test_{name}.py": _filled("outside_test", words),
            "tests/data/page1.json": _filled("page1", words),
            "tests/data/page1.expected.json": _filled("expected", words),
        },
        entry_point=f'{name} = "reviewwatch_{name}:{words["Class"]}Connector"',
        next_steps=(
            "pip install --no-deps -e .        # in the environment where reviewwatch is installed",
            "python -m pytest",
            f"reviewwatch add --connector {name} --option product=42 ADDRESS",
        ),
    )


def checkout_of(folder: Path) -> Path | None:
    """Return the checkout of reviewwatch that a folder lies in, None where it lies in none."""
    for root in (folder, *folder.parents):
        if (root / "connectors" / "reviewwatch_connectors").is_dir() and (root / "pyproject.toml").is_file():
            return root
    return None


def write(scaffold: Scaffold, root: Path) -> list[Path]:
    """Write the files, and the entry point into a pyproject.toml that is there; all of it or nothing.

    Returns:
        What was written, the changed pyproject.toml last.

    Raises:
        FileExistsError: One of them is there already; nothing was written.
        ValueError: The entry point does not fit into pyproject.toml; nothing was written.
    """
    texts = {root / name: text for name, text in scaffold.files.items()}
    taken = [path for path in texts if path.exists()]
    if taken:
        raise FileExistsError(f"{taken[0]} exists already")
    project = root / "pyproject.toml"
    if project not in texts:
        texts[project] = with_entry_point(project.read_text(encoding="utf-8"), scaffold.entry_point)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)


def with_entry_point(pyproject: str, line: str) -> str:
    """Return a pyproject.toml with one more connector, in the order of the names.

    Raises:
        ValueError: There is no such group in it, or the name is taken.
    """
    lines = pyproject.splitlines(keepends=True)
    start = next((number for number, text in enumerate(lines) if text.strip() == _GROUP), None)
    if start is None:
        raise ValueError(f"pyproject.toml has no {_GROUP}")
    name, at = line.partition(" ")[0], start + 1
    while at < len(lines) and (found := _LINE.match(lines[at])):
        if found["name"] == name:
            raise ValueError(f"pyproject.toml names a connector `{name}` already")
        if found["name"] > name:
            break
        at += 1
    return "".join([*lines[:at], line + "\n", *lines[at:]])


def _words(name: str) -> dict[str, str]:
    if not _NAME.match(name) or keyword.iskeyword(name):
        raise ValueError(f"`{name}` is no name for a connector: use lower-case words joined by underlines")
    parts = name.split("_")
    host = f"{''.join(parts)}.example"
    return {
        "name": name,
        "dashed": "-".join(parts),
        "Class": "".join(part.capitalize() for part in parts),
        "Title": " ".join(part.capitalize() for part in parts),
        "host": host,
        "host_pattern": re.escape(host),
    }


def _filled(template: str, words: Mapping[str, str]) -> str:
    text = (files(__package__) / f"{template}.txt").read_text(encoding="utf-8")
    for key, value in words.items():
        text = text.replace(f"@{key}@", value)
    return text
