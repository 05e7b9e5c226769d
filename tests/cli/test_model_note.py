"""What became of the optional language model is said beside the draft, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.scene import Scene, scene_in

MODEL = '[model]\nurl = "http://127.0.0.1:9/v1"\nname = "{name}"\n'


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """One complaint that gets drafts."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("lamp", text="The lamp broke on the first day and nobody answered.")
    return scene


@pytest.mark.parametrize("name", ["small-model", "qwen"])
def test_a_model_that_cannot_be_asked_is_said_beside_the_draft(scene: Scene, name: str) -> None:
    """The draft is the offline one, with the reason on the screen and in JSON, and only with the draft it is about."""
    scene.config.write_text(scene.config.read_text() + MODEL.format(name=name))
    scene.ok("pull")
    review_id = scene.ids()[0]
    assert "The language model was not used: " in " ".join(scene.ok("show", review_id).stdout.split())
    reply = scene.json("show", review_id, "--json")["reply"]
    assert reply["drafts"][0]["note"].startswith("the language model was not used: ")
    assert {one["note"] for one in reply["drafts"][1:]} == {""}


def test_without_a_model_nothing_is_said_of_one(scene: Scene) -> None:
    """Off is the default, and no news."""
    scene.ok("pull")
    assert "model" not in scene.ok("show", scene.ids()[0]).stdout


def test_the_screen_says_which_draft_stands_there_and_what_it_does(scene: Scene) -> None:
    """Its number, and in what it differs from the others."""
    scene.ok("pull")
    review_id = scene.ids()[0]
    drafts = scene.json("show", review_id, "--json")["reply"]["drafts"]
    shown = scene.ok("show", review_id).stdout
    assert f"Text (draft 1 of {len(drafts)})" in shown
    assert f"\n{drafts[0]['why'].capitalize()}.\n" in shown
