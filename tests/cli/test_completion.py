"""What the shell offers while a command is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from reviewwatch.cli.calling import PROGRAM
from reviewwatch.cli.main import app
from tests.cli.scene import Scene, scene_in


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Two unhappy reviews at one place."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("broken", text="\x1b[2JThe lamp broke and nobody answered.")
    scene.place.put("dim", text="The lamp is bad and dim.")
    scene.ok("pull")
    return scene


def offered(typed: str) -> list[str]:
    """Return what bash is offered for the last word of a line."""
    words = f"{PROGRAM} {typed}"
    env = {"_REVIEWWATCH_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    return CliRunner().invoke(app, [], prog_name=PROGRAM, env=env).output.split()


@pytest.mark.parametrize("command", ["show", "approve", "dismiss", "hold", "snooze", "undo", "respond"])
def test_ids_of_open_reviews_are_offered(scene: Scene, command: str) -> None:
    """Nobody types an id by hand."""
    assert sorted(offered(f"--config {scene.config} {command} rv-")) == sorted(scene.ids())


def test_held_reviews_are_offered_too(scene: Scene) -> None:
    """Whoever is trained types their ids."""
    held, *others = scene.ids()
    scene.ok("hold", held, "--reason", "ask the workshop")
    assert sorted(offered(f"--config {scene.config} show rv-")) == sorted([held, *others])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pull s", ["shop"]),
        ("inbox --source pa", ["paper"]),
        ("export --brand ", ["lamps"]),
        ("show zz", []),
    ],
)
def test_sources_and_brands_are_offered(scene: Scene, typed: str, expected: list[str]) -> None:
    """Those of the config that the line names."""
    assert offered(f"--config {scene.config} {typed}") == expected


def test_a_key_pressed_makes_no_store(tmp_path: Path) -> None:
    """What the config says is offered without one."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("store = 'rw.db'\n[brands.inn]\n[sources.shop]\nconnector = 'github'\n")

    typed = ["show rv-", "pull ", "export --brand "]
    assert [offered(f"--config {path} {one}") for one in typed] == [[], ["shop"], ["inn"]]
    assert not (tmp_path / "rw.db").exists()


def test_replies_on_their_way_are_offered_to_the_outbox(scene: Scene) -> None:
    """The ids that can be settled."""
    text = "We are sorry, and thank you for telling us."
    scene.ok("approve", scene.ids()[0], "--text", text, "--acknowledge", "G37", "--yes")
    [reply] = scene.lines("outbox", "--json")
    assert offered(f"--config {scene.config} outbox pb") == [reply["id"]]


def test_a_config_that_cannot_be_used_offers_nothing(tmp_path: Path) -> None:
    """The shell shows no error in the middle of a line."""
    broken = tmp_path / "broken.toml"
    broken.write_text("[[")
    assert offered(f"--config {broken} show rv") == []
    assert offered(f"--config {tmp_path / 'none.toml'} show rv") == []
