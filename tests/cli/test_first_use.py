"""The README's first real use, typed as it stands there."""

from __future__ import annotations

import json
import re
import shlex
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.connectors.place import stand_of

README = Path(__file__).parents[2] / "README.md"


def typed() -> list[list[str]]:
    """Return the commands of the section's first block, without what stands behind `#`."""
    section = README.read_text(encoding="utf-8").split("## First real use")[1]
    block = re.search(r"```console\n(.*?)```", section, re.DOTALL)
    assert block is not None
    return [shlex.split(line.removeprefix("$ "), comments=True) for line in block[1].splitlines()]


def test_the_first_flagged_review_comes_within_six_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install, init, add and inbox, in this order; only the place is a stand-in here."""
    monkeypatch.chdir(tmp_path)
    commands = typed()
    assert len(commands) <= 6
    (_, *init), (_, *add), (_, *inbox) = commands[1:4]
    assert commands[0][:2] == ["pipx", "install"]

    with stand_of("app_store_rss")() as store:
        store.clock.at = datetime.now(UTC) - timedelta(hours=3)
        store.put("It breaks every day and nobody answers. Terrible!", stars=1)
        assert run(*init).exit_code == 0
        address = re.sub(r"id\d+", "id1234567890", add[1])  # the stand-in serves one app
        added = run(add[0], address, "--option", f"base_url={store.address}", "--allow-private", "--yes")
    assert added.exit_code == 0, added.output

    (row,) = (json.loads(line) for line in run(*inbox, "--json").stdout.splitlines())
    assert row["reasons"]


@pytest.mark.parametrize("words", typed()[1:], ids=" ".join)
def test_every_command_of_the_first_use_has_help(words: list[str]) -> None:
    """None of them was renamed behind the README's back."""
    assert words[0] == "reviewwatch"
    assert run(words[1], "--help").exit_code == 0
