"""Edits of a config that a person wrote: one thing more, and nothing else different."""

from __future__ import annotations

import stat
import string
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch import config
from reviewwatch.config import edit
from reviewwatch.config.render import render_example
from reviewwatch.errors import ConfigError

MINE = """\
# My shop. Do not touch the order!
store = "rw.db"   # beside this file

[sources.old]     # the first one
connector = "github"
repo = "acme/app" # ours

# Slow, on purpose.
[http]
pace = "5s"
"""
VALUES = {"connector": "github", "every": "1h", "repo": 'acme/"odd"', "labels": ["bug", "ux"], "skip_team": False}


def test_a_source_is_added_behind_everything_that_was_there() -> None:
    """Comments, order and spaces of the old text are its beginning, letter by letter."""
    edited = edit.with_source(MINE, "new-app", VALUES)

    assert edited.startswith(MINE)
    assert tomllib.loads(edited)["sources"] == {"old": {"connector": "github", "repo": "acme/app"}, "new-app": VALUES}


@pytest.mark.parametrize("text", ["", "a = 1", "a = 1\n# the end", render_example(), "[sources]\n", "[[x]]\na=1\n"])
def test_a_source_is_added_to_any_beginning(text: str) -> None:
    """Without a line break at the end, empty, or as `init` wrote it."""
    edited = edit.with_source(text, "app", VALUES)

    assert edited.startswith(text)
    assert tomllib.loads(edited)["sources"]["app"] == VALUES


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    """A file of Windows stays one."""
    text = "\ufeff" + MINE.replace("\n", "\r\n")

    edited = edit.with_private_addresses(edit.with_source(text, "app", VALUES))

    assert edited.startswith("\ufeff")
    assert edited.count("\n") == edited.count("\r\n")


@pytest.mark.parametrize("text", ["sources = { a = { connector = 'x' } }\n", "[sources.app]\nconnector = 'x'\n"])
def test_what_cannot_be_added_is_refused(text: str) -> None:
    """A one-line table and an id that is taken: the person writes it by hand."""
    with pytest.raises(ConfigError, match="cannot be added here by a program"):
        edit.with_source(text, "app", VALUES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MINE, MINE.replace("[http]\n", "[http]\nallow_private = true\n")),
        ("[http]\nallow_private = false # no\n", "[http]\nallow_private = true # no\n"),
        ("a = 1", "a = 1\n\n[http]\nallow_private = true\n"),
        ("[http]", "[http]\nallow_private = true\n"),
    ],
)
def test_private_addresses_are_allowed_under_http(text: str, expected: str) -> None:
    """Below the header, in place of a no, or in a table of its own."""
    assert edit.with_private_addresses(text) == expected


def test_private_addresses_are_not_forced_into_a_table_in_one_line() -> None:
    """A program would have to rewrite the line, with whatever the person meant by it."""
    text = "http = { pace = '5s' }\n"

    with pytest.raises(ConfigError, match=r"http\.allow_private"):
        edit.with_private_addresses(text)


_KEYS = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=12)
_SCALARS = st.one_of(st.booleans(), st.integers(-(2**53), 2**53), st.text(st.characters(codec="utf-8"), max_size=30))
_OPTIONS = st.dictionaries(_KEYS, st.one_of(_SCALARS, st.lists(st.text(string.printable, max_size=9), max_size=3)))


@given(_KEYS, _OPTIONS)
def test_every_option_comes_back_as_it_was(source_id: str, values: dict[str, object]) -> None:
    """Quotes, control characters, any script: what is written is what is read."""
    edited = edit.with_source(MINE.replace("old", "taken-by-nobody-else"), source_id, values)

    assert tomllib.loads(edited)["sources"][source_id] == values


def test_the_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    """A config that only its owner reads stays so, a link stays a link, and nothing is left beside it."""
    real = tmp_path / "dotfiles" / "mine.toml"
    real.parent.mkdir()
    real.write_text("a = 1\n")
    real.chmod(0o600)
    link = tmp_path / "reviewwatch.toml"
    link.symlink_to(real)

    edit.replace(link, "a = 2\r\n")

    assert real.read_bytes() == b"a = 2\r\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert link.is_symlink()
    assert [path.name for path in real.parent.iterdir()] == ["mine.toml"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs nothing but the edit."""
    mine = tmp_path / "reviewwatch.toml"
    mine.write_text("a = 1\n")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reviewwatch.config.edit.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        edit.replace(mine, "a = 2\n")

    assert mine.read_text() == "a = 1\n"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["reviewwatch.toml"]


def test_a_folder_that_may_not_be_written_in_is_told_by_the_configs_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by that of the half file beside it, which nobody knows."""

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / ".mine.toml.xyz.new"))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(PermissionError) as raised:
        edit.replace(tmp_path / "mine.toml", "a = 2\n")
    assert raised.value.filename == str(tmp_path / "mine.toml")


def test_a_text_loads_as_its_file_would(tmp_path: Path) -> None:
    """An edit can be tried before it is written."""
    path = tmp_path / "reviewwatch.toml"
    text = edit.with_source(MINE, "app", VALUES)

    tried = config.load_text(text, path)
    edit.replace(path, text)

    assert tried == config.load(path)
    assert tried.sources["app"].options["repo"] == 'acme/"odd"'


@pytest.mark.parametrize(
    "text",
    [
        "",
        MINE,
        "[triage]\nsince = '3d'",
        "[triage]\nthreshold = 0.7 # ours\n",
        render_example(),
        "a = 1\r\n[triage]\r\n",
    ],
)
def test_a_threshold_is_set_wherever_one_may_stand(text: str) -> None:
    """Added to the table, in its place, or with a table of its own; nothing else differs."""
    edited = edit.with_threshold(text, 0.63)

    assert tomllib.loads(edited)["triage"]["threshold"] == 0.63
    assert edited.count("#") == text.count("#")
    before = tomllib.loads(text)
    after = tomllib.loads(edited)
    after["triage"].pop("threshold")
    assert (after.get("triage") or {}) == {k: v for k, v in before.get("triage", {}).items() if k != "threshold"}
