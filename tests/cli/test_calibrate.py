"""`train --flags`: what a team's decisions on flags teach about the probability of a flag."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.assess import SCORER
from reviewwatch.errors import DamagedModelError
from reviewwatch.flow import decide, marks
from reviewwatch.flow.own import folder_of, own_of
from reviewwatch.sentiment.own import verdict
from reviewwatch.sentiment.own.calibration import logistic
from reviewwatch.sentiment.own.verdict import Calibration
from reviewwatch.types import QueueFilter
from tests.cli.scene import Scene, scene_in
from tests.make import stars

MILD, HARSH = "It is a lamp, I suppose.", "The lamp is terrible, broken and useless."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Eighty flags: people took one in five of the mild reviews for right, and nine in ten of the harsh ones."""
    made = scene_in(tmp_path, monkeypatch)
    for at in range(80):
        text, value = (MILD, 3) if at % 2 else (HARSH, 1)
        made.place.put(f"r{at}", text=text, rating=stars(value))
    made.ok("pull")
    with made.desk() as desk:
        for one in list(marks.marked(desk, QueueFilter())):
            at = int(one.stored.review.external_id[1:])
            if at // 2 % 5 == 0 if at % 2 else at // 2 % 10:
                decide.hold(desk, one.stored.review_id, "noor", "for Ana")
            else:
                marks.mark_wrong(desk, one.stored.review_id, "noor")
    return made


def p_of(scene: Scene, text: str, rating: int) -> Any:
    """Return what `score` makes of a review."""
    return json.loads(scene.ok("score", stdin=json.dumps({"text": text, "rating": rating})).stdout)


def test_flags_that_people_take_for_wrong_get_less_likely(scene: Scene) -> None:
    """Shown first, used after a yes, named by scorer; mild ones are no flags any more, and undo brings them back."""
    mild, harsh = p_of(scene, MILD, 3), p_of(scene, HARSH, 1)
    assert mild["flagged"]
    assert harsh["flagged"]
    dry = scene.ok("train", "--flags", "--dry-run")
    assert "Flags that people decided on: 44 right, 36 wrong" in dry.stdout
    assert "would be no flags any more: 32 wrong ones and 8 right ones" in dry.stdout
    assert scene.run("train", "--flags").exit_code == 2
    assert p_of(scene, MILD, 3) == mild

    told = scene.json("train", "--flags", "--yes", "--json")
    assert (told["n_right"], told["n_wrong"], told["is_used"]) == (44, 36, True)
    assert told["after"]["value"] < told["before"]["value"] - 0.1
    assert told["change"]["high"] < 0
    milder, harsher = p_of(scene, MILD, 3), p_of(scene, HARSH, 1)
    assert milder["p_detractor"] == pytest.approx(0.2, abs=0.08)
    assert harsher["p_detractor"] == pytest.approx(0.9, abs=0.08)
    assert (milder["flagged"], harsher["flagged"]) == (False, True)
    assert milder["scorer"] == f"{SCORER} + {told['scorer']}"
    assert scene.json("status", "--json")["own_models"] == [told["scorer"]]
    assert scene.json("rescore", "--yes", "--json")["assessed"] == 80
    assert scene.json("rescore", "--dry-run", "--json")["assessed"] == 0
    one = scene.lines("inbox", "--all", "--json")[0]["id"]
    assert "judged otherwise" not in scene.ok("show", one, "--why").stdout

    assert scene.json("train", "--flags", "--undo", "--json") == {"scorer": None}
    assert p_of(scene, MILD, 3) == mild
    assert "Nothing learned from flags" in scene.run("train", "--flags", "--undo").stderr


def test_learning_again_starts_from_the_verdict_as_it_ships(scene: Scene) -> None:
    """What is in use changes nothing of what is learned next."""
    first = scene.json("train", "--flags", "--yes", "--json")
    scene.ok("rescore", "--yes")
    again = scene.json("train", "--flags", "--dry-run", "--json")
    assert (again["n_right"], again["n_wrong"], again["scorer"]) == (44, 36, first["scorer"])


def test_too_few_decisions_say_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No figure and no question."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("one")
    scene.ok("pull")
    told = scene.ok("train", "--flags", "--yes")
    assert "Too few to say: people took 0 flags for right and 0 for wrong; it takes 60" in told.stderr
    assert scene.json("train", "--flags", "--json") == {"n_right": 0, "n_wrong": 0, "is_enough": False}
    assert "leave out --lang" in scene.run("train", "--flags", "--lang", "de").stderr


def test_what_was_learned_from_other_judges_is_left_out_and_named(scene: Scene) -> None:
    """After an update it means nothing; a damaged file means nothing either. Both are said, and nothing stops."""
    scene.ok("train", "--flags", "--yes")
    with scene.desk() as desk:
        folder, found = folder_of(desk.config), own_of(desk.config).calibration
    assert found is not None
    verdict.save(folder, replace(found, judges=("stars 0",)))
    assert p_of(scene, MILD, 3)["scorer"] == SCORER
    assert "it was learned from stars 0, and others judge now" in scene.run("status").stdout
    (folder / verdict.NAME).write_text('{"slope": -1}')
    assert p_of(scene, MILD, 3)["scorer"] == SCORER
    with pytest.raises(DamagedModelError, match="cannot be read"):
        verdict.load(folder)
    assert "`reviewwatch train --flags`" in scene.run("status").stdout


_CALIBRATIONS = st.builds(
    Calibration,
    slope=st.floats(0, 20),
    shift=st.floats(-9, 9),
    threshold=st.floats(0, 1),
    judges=st.just((SCORER,)),
    at=st.just(""),
    n_right=st.just(30),
    n_wrong=st.just(30),
)


@given(_CALIBRATIONS, st.floats(0, 1), st.floats(0, 1))
def test_order_stays_and_nothing_becomes_a_flag(found: Calibration, one: float, other: float) -> None:
    """The likelier of two stays at least as likely, and what lay below the threshold never rises."""
    low, high = sorted((one, other))
    assert found.of(low) <= found.of(high)
    assert 0 <= found.of(one) <= 1
    assert found.of(one) <= one or one >= found.threshold


def test_probabilities_come_true_on_flags_that_were_not_learned_from() -> None:
    """A verdict that is too sure by a factor of two in log odds is set right, within what 400 decisions allow."""
    rng = random.Random(5)
    true = [rng.uniform(-0.5, 3) for _ in range(400)]
    labels = [rng.random() < logistic(logit) for logit in true]
    said = [logistic(2 * logit + 1) for logit in true]
    found, held_out = verdict.learn(said, labels, 0.5, (SCORER,), "")
    assert found.slope == pytest.approx(0.5, abs=0.15)
    off = sum(abs(p - logistic(logit)) for p, logit in zip(held_out, true, strict=True)) / len(true)
    assert off < 0.06
    assert off < sum(abs(p - logistic(logit)) for p, logit in zip(said, true, strict=True)) / len(true) / 2
