"""A team's own model in the verdict: from a hundred reviews to a flag on the next one, and when it is left out."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from typer.testing import CliRunner

from reviewwatch import config
from reviewwatch.assess import SCORER
from reviewwatch.cli.main import app
from reviewwatch.flow.own import folder_of, own_of
from reviewwatch.sentiment import own
from tests.cli.scene import Scene, scene_in
from tests.make import stars

_UNHAPPY: Final = (
    "Das Zimmer war schmutzig", "Der Kellner war unfreundlich", "Die Suppe kam kalt", "Wir haben ewig gewartet",
    "Die Rechnung war falsch", "Es war laut und eng", "Das Bett war kaputt", "Niemand hat sich gekümmert",
)  # fmt: skip
_HAPPY: Final = (
    "Das Zimmer war sauber", "Der Kellner war sehr freundlich", "Die Suppe war köstlich", "Wir wurden sofort bedient",
    "Die Rechnung war fair", "Es war ruhig und gemütlich", "Das Bett war bequem", "Alle haben sich gekümmert",
)  # fmt: skip
_ENDINGS: Final = (
    "und das ist nicht das erste Mal", "als wir im Mai dort waren", "so war es auch bei unseren Freunden",
    "mehr kann ich dazu nicht sagen", "wir waren mit der Familie da",
)  # fmt: skip
BAD: Final = "Die Suppe kam kalt und der Kellner war unfreundlich. Wir waren im Juni mit der Familie da."
GOOD: Final = "Die Suppe war köstlich und der Kellner war sehr freundlich. Wir waren im Juni mit der Familie da."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A workspace that has seen a hundred rated German reviews."""
    made = scene_in(tmp_path, monkeypatch)
    rng = random.Random(3)
    for at in range(100):
        told = rng.sample(_UNHAPPY if at % 2 else _HAPPY, 2)
        text = f"{told[0]}, {rng.choice(_ENDINGS)}. {told[1]}."
        made.place.put(f"de-{at}", text=text, rating=stars(rng.choice((1, 2) if at % 2 else (4, 5))))
    made.ok("pull")
    return made


def score(scene: Scene, text: str, **fields: Any) -> Any:
    """Return what `score` makes of a text."""
    return json.loads(scene.ok("score", stdin=json.dumps({"text": text, **fields})).stdout)


def whys(record: Any) -> list[str]:
    """Return the reasons of a record."""
    return [reason["why"] for reason in record["reasons"]]


def test_a_hundred_labels_make_a_language_work(scene: Scene) -> None:
    """Unscored with the reason before; after a yes scored, explained and flagged, in `score` and in the next pull."""
    before = score(scene, BAD)
    assert (before["p_detractor"], before["band"], before["lang"]) == (None, "unscored", "de")
    assert whys(before) == ["the text is in another language (de) and was not scored"]
    assert before["scorer"] == SCORER

    scene.ok("train", "--lang", "de", "--yes")
    bad, good = score(scene, BAD), score(scene, GOOD)
    assert bad["p_detractor"] > 0.5 > good["p_detractor"]
    assert (bad["flagged"], good["flagged"]) == (True, False)
    assert whys(bad) == ["the unhappy clause that weighs most", "the team's own model (de) read the text"]
    assert bad["reasons"][0]["text"] == "Die Suppe kam kalt und der Kellner war unfreundlich."
    assert bad["scorer"].startswith(f"{SCORER} + own de ")

    scene.place.put("new", text=BAD, rating=None)
    scene.ok("pull")
    [row] = [row for row in scene.lines("inbox", "--json") if row["rating"] is None]
    shown = scene.ok("show", row["id"], "--why").stdout
    assert "the team's own model (de) read the text" in shown
    assert "judged otherwise" not in shown
    assert scene.json("status", "--json")["own_models"] == [bad["scorer"].removeprefix(f"{SCORER} + ")]


def test_stars_and_an_own_model_add_up(scene: Scene) -> None:
    """An unhappy text raises what three stars say, a happy one lowers it; without a model neither does."""
    middle = score(scene, BAD, rating=3)["p_detractor"]
    assert middle == score(scene, GOOD, rating=3)["p_detractor"]
    scene.ok("train", "--lang", "de", "--yes")
    assert score(scene, BAD, rating=3)["p_detractor"] > middle > score(scene, GOOD, rating=3)["p_detractor"]


def test_rescore_finds_what_a_new_model_judges_otherwise(scene: Scene) -> None:
    """What was judged without it is judged anew once; after `--undo` it is unscored by text again."""
    scene.ok("train", "--lang", "de", "--yes")
    plan = scene.json("rescore", "--yes", "--json")
    assert (plan["assessed"], plan["scorers"]) == (100, {SCORER: 100})
    again = scene.json("rescore", "--dry-run", "--json")
    assert again["assessed"] == 0
    [scorer] = again["scorers"]
    assert scorer.startswith(f"{SCORER} + own de ")
    scene.ok("train", "--undo", "--lang", "de")
    assert scene.json("rescore", "--dry-run", "--json")["assessed"] == 100
    assert score(scene, BAD)["band"] == "unscored"


def test_a_model_that_cannot_be_used_is_left_out_and_named(scene: Scene) -> None:
    """One on top of another judge, or a damaged one: nothing stops, the text is unscored, and people are told."""
    scene.ok("train", "--lang", "de", "--yes")
    with scene.desk() as desk:
        folder = folder_of(desk.config)
        model = own_of(desk.config).models["de"]
    own.save(folder, replace(model, prior="stars+detector 0"))
    assert score(scene, BAD)["band"] == "unscored"
    told = scene.run("status")
    assert told.exit_code == 1
    assert "own-de.model is not used: it was learned on top of stars+detector 0" in told.stdout
    assert "`reviewwatch train --lang de`" in told.stdout
    [line] = [one for one in scene.lines("doctor", "--offline", "--json") if one["area"] == "own model"]
    assert (line["level"], line["name"]) == ("warn", "own-de.model")
    assert "is not used" in scene.ok("train", "--dry-run").stderr

    (folder / "own-de.model").write_bytes(b"junk")
    assert score(scene, BAD)["band"] == "unscored"
    scene.place.put("new", text=BAD, rating=None)
    scene.ok("pull")
    [line] = [one for one in scene.lines("doctor", "--offline", "--json") if one["area"] == "own model"]
    assert "is no own model that this version reads" in line["what"]


def test_score_without_a_config_knows_no_own_model(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads no store, so what stands beside the default store takes no part."""
    scene.ok("train", "--lang", "de", "--yes")
    with scene.desk() as desk:
        model = own_of(desk.config).models["de"]
    home = scene.folder / "home"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.chdir(home.parent)
    scene.config.unlink()
    own.save(folder_of(config.load(None)), model)
    told = CliRunner().invoke(app, ["score"], input=json.dumps({"text": BAD}))
    assert json.loads(told.stdout)["band"] == "unscored"
