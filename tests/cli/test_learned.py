"""What a team's edits have in common is proposed, and stands in the config only after a yes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewwatch import config
from tests.cli.scene import Scene, scene_in
from tests.make import stars

ADDED = "The lamps are checked one by one now."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Three complaints of three people, each answered with one sentence added to the draft."""
    scene = scene_in(tmp_path, monkeypatch)
    for name, author in (("a", "Ines"), ("b", "Torben"), ("c", "Mara")):
        scene.place.put(name, rating=stars(1), text="The lamp broke after a day.", author=author)
    scene.ok("pull")
    for review_id in scene.ids():
        draft = json.loads(scene.ok("show", review_id, "--json").stdout)["reply"]["drafts"][0]
        opening, rest = draft["text"].split(". ", 1)
        text = f"{opening}. {ADDED} {rest}"
        scene.ok("approve", review_id, "--text", text, "--vouch", "--yes")
    return scene


def proposed(scene: Scene) -> list[dict[str, Any]]:
    """Return what is proposed."""
    return [json.loads(line) for line in scene.ok("knowledge", "learned", "--json").stdout.splitlines()]


def test_a_sentence_that_three_replies_share_is_proposed_and_accepted_into_the_config(scene: Scene) -> None:
    """It names how often it was added; accepted, it is an approved text of the brand and not proposed again."""
    found = [one for one in proposed(scene) if one["words"] == ADDED]
    assert [(one["kind"], one["n"]) for one in found] == [("macro", 3)]
    scene.ok("knowledge", "learned", "--accept", str(found[0]["number"]), "--yes")
    loaded = config.load(scene.config)
    assert ADDED in [macro.text for brand in loaded.brands.values() for macro in brand.macros]
    assert ADDED not in [one["words"] for one in proposed(scene)]


def test_without_a_yes_nothing_changes(scene: Scene) -> None:
    """A script that cannot be asked changes nothing, and an unknown number is refused."""
    before = scene.config.read_bytes()
    assert scene.run("knowledge", "learned", "--accept", "1").exit_code != 0
    assert scene.run("knowledge", "learned", "--accept", "99", "--yes").exit_code != 0
    assert scene.config.read_bytes() == before
