"""`rescore` as a person and as a script call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewwatch import assess
from reviewwatch.assess.judge import BY_STARS
from tests.cli.scene import Scene, scene_in
from tests.make import by_stars, stars


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """An unhappy and a lukewarm review in the queue, under rules that have become stricter since."""
    monkeypatch.setattr(assess, "assess", by_stars)
    made = scene_in(tmp_path, monkeypatch)
    made.place.put("bad")
    made.place.put("so-so", text="It is a lamp.", rating=stars(3))
    made.ok("pull")
    assert len(made.ids()) == 2
    with made.config.open("a") as file:
        file.write("[triage]\nthreshold = 0.9\n")
    return made


def test_nothing_moves_without_a_yes(scene: Scene) -> None:
    """A dry run and a script that nobody can be asked in change nothing, and both show the list."""
    dry = scene.ok("rescore", "--dry-run")
    assert "no longer flagged" in dry.stdout
    assert "open → quiet" in dry.stdout
    refused = scene.run("rescore")
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    assert len(scene.ids()) == 2


def test_with_a_yes_it_is_done_once(scene: Scene) -> None:
    """The object says what was found and what moved; the second time there is nothing to do."""
    done = scene.json("rescore", "--yes", "--json")
    assert (done["read"], done["no_longer_flagged"], done["moved"], done["is_done"]) == (2, 1, 1, True)
    (only,) = done["differences"]
    assert (only["change"], only["state"], only["to"]) == ("no longer flagged", "open", "quiet")
    assert only["severity"] == ["low", None]
    assert len(scene.ids()) == 1
    again = scene.ok("rescore")
    assert "There is nothing to change." in again.stderr


def test_only_the_named_source_is_judged(scene: Scene) -> None:
    """Others stay as they are."""
    assert scene.json("rescore", "--source", "paper", "--yes", "--json")["read"] == 0


def test_what_a_rating_was_before_counts_as_in_the_pull(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five stars that became four are at risk in the pull, and in judging anew and `show --why` the same."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("torn", rating=stars(5), text="A lamp for the hall.")
    scene.ok("pull")
    assert scene.ids() == []
    scene.place.edit("torn", rating=stars(4))
    scene.ok("pull")
    [review] = scene.ids()
    assert "the rating was higher before" in scene.ok("show", review, "--why").stdout
    assert scene.json("rescore", "--dry-run", "--json")["assessed"] == 0
    assert "judged otherwise" not in scene.ok("show", review, "--why").stdout


def test_stars_without_words_say_that_they_decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In `score` and in `show --why`."""
    scene = scene_in(tmp_path, monkeypatch)
    scored = json.loads(scene.ok("score", stdin='{"text": "", "rating": 1}').stdout)
    assert [reason["why"] for reason in scored["reasons"]] == ["1 of 5 stars", f"there are no words: {BY_STARS}"]
    scene.place.put("mute", text="")
    scene.ok("pull")
    [review] = scene.ids()
    assert f"there are no words: {BY_STARS}" in scene.ok("show", review, "--why").stdout


def test_status_says_how_many_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for a trained person stands beside the queue, in words and in JSON."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("fine")
    scene.place.put("hurt", text="The lamp gave my son an electric shock and burned his hand.")
    scene.ok("pull")
    assert "Queue: 1 review" in scene.ok("status").stdout
    assert "; 1 review held for a trained person" in scene.ok("status").stdout
    assert scene.json("status", "--json")["n_held"] == 1
