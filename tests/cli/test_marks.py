"""Marking a wrong or a missed flag is one act; what is held for a trained person stands apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewwatch.cli.screen.editor import Edited
from reviewwatch.cli.screen.session import Session
from reviewwatch.cli.screen.walk import Walk
from reviewwatch.flow import marks
from reviewwatch.ids import REVIEW, to_number
from reviewwatch.storage.verbs import decisions, reviews
from reviewwatch.types import CaseState, DecisionKind, QueueFilter
from tests.cli.scene import Scene, scene_in
from tests.cli.scripted import ScriptedFace
from tests.make import stars

QUEUE = QueueFilter()


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """1 speaks of a fire, 2 is unhappy, 3 is happy and thanks somebody."""
    scene = scene_in(tmp_path, monkeypatch, window="1m")
    scene.place.put("fire", text="The lamp caught fire and my hand was injured.", n_votes=7)
    scene.place.put("dim", rating=stars(2), text="The lamp is rather dim.")
    scene.place.put("happy", rating=stars(5), text="Thanks to Marta, who was wonderful. A lovely lamp.")
    scene.ok("pull")
    return scene


def session(scene: Scene, face: ScriptedFace, wanted: QueueFilter = QUEUE) -> None:
    """Run a session to the end of its script."""
    with scene.desk() as desk:
        walk = Walk(desk, "ines", wanted)
        Session(desk, face, "ines", walk, lambda sheet: Edited(sheet.text(), "")).run()


def standing(scene: Scene, review_id: int) -> tuple[CaseState, str | None]:
    """Return where a case stands, and the reason of the last decision that stands."""
    with scene.desk() as desk:
        last = decisions.last_standing(desk.db, review_id)
        return reviews.get(desk.db, review_id).case.state, last.reason if last else None


def test_a_wrong_flag_is_one_key_and_one_key_takes_it_back(scene: Scene) -> None:
    """x dismisses with that reason, which is what training reads; u brings the review back."""
    face = ScriptedFace("x", "q")
    session(scene, face)
    assert standing(scene, 2) == (CaseState.DISMISSED, marks.WRONG_FLAG)
    assert any("marked as a wrong flag" in told for told in face.told)
    face = ScriptedFace("x", "u", "q")
    scene.place.put("dimmer", rating=stars(2), text="The lamp is dimmer than the old one.")
    scene.ok("pull")
    session(scene, face)
    assert standing(scene, 4) == (CaseState.OPEN, None)


def test_a_missed_one_is_one_key_where_nothing_is_flagged(scene: Scene) -> None:
    """f stands in the place of x there, and puts the review into the queue."""
    face = ScriptedFace("s", "s", "f", "q", "q")
    session(scene, face, QueueFilter(include_unflagged=True))
    assert standing(scene, 3) == (CaseState.OPEN, marks.MISSED_FLAG)
    assert [row["state"] for row in scene.lines("inbox", "--json")] == ["held", "open", "open"]


def test_flag_does_the_same_from_the_command_line(scene: Scene) -> None:
    """Missed by itself, wrong with --wrong; each is recorded, and undo takes it back."""
    happy = next(row["id"] for row in scene.lines("inbox", "--all", "--json") if row["rating"]["value"] == 5)
    dim = next(row["id"] for row in scene.lines("inbox", "--json") if row["rating"]["value"] == 2)
    told = scene.json("flag", happy, "--json")
    assert (told["kind"], told["reason"]) == (DecisionKind.REOPEN, marks.MISSED_FLAG)
    assert "out of the queue" in scene.ok("flag", dim, "--wrong").stderr
    assert (standing(scene, 3)[0], standing(scene, 2)[0]) == (CaseState.OPEN, CaseState.DISMISSED)
    scene.ok("undo", happy)
    scene.ok("undo", dim)
    assert (standing(scene, 3), standing(scene, 2)) == ((CaseState.QUIET, None), (CaseState.OPEN, None))
    refused = scene.run("flag", dim)
    assert (refused.exit_code, f"`reviewwatch flag {dim} --wrong`" in refused.stderr) == (1, True)


def test_what_is_held_stands_apart_and_a_person_releases_it(scene: Scene) -> None:
    """Marked in the inbox, not in the session; r gives it back, and so does `hold --release`."""
    shown = scene.ok("inbox")
    assert "1 held for a trained person, 1 of them listed here" in shown.stderr
    assert "held" in shown.stdout.splitlines()[0]
    fire = scene.lines("inbox", "--held", "--json")[0]["id"]
    assert standing(scene, 1)[0] is CaseState.HELD
    session(scene, ScriptedFace("s", "q"))
    face = ScriptedFace("r", "q")
    session(scene, face, QueueFilter(is_held=True))
    assert standing(scene, 1) == (CaseState.OPEN, "released by ines")
    scene.ok("undo", fire)
    assert standing(scene, 1)[0] is CaseState.HELD
    scene.ok("hold", fire, "--release")
    assert standing(scene, 1)[0] is CaseState.OPEN
    assert scene.lines("inbox", "--held", "--json") == []


def test_a_pull_that_sees_it_again_does_not_hold_it_again(scene: Scene) -> None:
    """What a person released stays released, until the words change."""
    fire = scene.lines("inbox", "--held", "--json")[0]["id"]
    scene.ok("hold", fire, "--release")
    scene.ok("pull")
    scene.ok("rescore", "--yes")
    assert standing(scene, 1)[0] is CaseState.OPEN
    scene.place.edit("fire", text="The lamp caught fire twice, and my hand was injured.")
    scene.ok("pull")
    assert standing(scene, 1)[0] is CaseState.HELD


def test_the_order_explains_itself(scene: Scene) -> None:
    """What each place is made of, in words and for scripts; the points are those that are stored."""
    fire, *_ = scene.lines("inbox", "--json", "--why")
    why = fire["why"]
    assert why["points"] == fire["priority"] == sum(part["points"] for part in why["parts"]) + why["risen"]
    assert (why["promised"], why["parts"][0]["why"]) == (4 * 3600, "critical: safety")
    assert "7 votes" in scene.ok("inbox", "--why").stdout
    shown = scene.ok("show", fire["id"], "--why").stdout
    assert "critical: safety" in shown
    assert "1 h of 4 h passed" in shown
    assert f"A trained person answers it, or releases it: `reviewwatch hold {fire['id']} --release`." in shown


def test_praise_is_listed_with_its_route_and_stays_out_of_the_queue(scene: Scene) -> None:
    """`inbox --praise` finds it, `show --why` says who hears of it."""
    with scene.config.open("a") as file:
        file.write('[triage]\npraise_route = "team leads"\n')
    [praise] = scene.lines("inbox", "--praise", "--json")
    assert to_number(REVIEW, praise["id"]) == 3
    assert praise["id"] not in scene.ids()
    assert "The praise goes to: team leads." in scene.ok("show", praise["id"], "--why").stdout


def test_show_says_what_the_verdict_hangs_on(scene: Scene) -> None:
    """In words and for scripts, each change checked by judging again."""
    dim = next(row["id"] for row in scene.lines("inbox", "--json") if row["rating"]["value"] == 2)
    why = scene.json("show", dim, "--json")["why"]
    assert (why["is_flagged"], why["threshold"], why["is_outdated"]) == (True, 0.5, False)
    kinds = {change["kind"]: change for change in why["changes"]}
    assert kinds["rating"]["rating"]["value"] > 2
    assert kinds["threshold"]["threshold"] > why["p_detractor"]
    words = scene.ok("show", dim, "--why").stdout
    assert f"at a threshold of {kinds['threshold']['threshold']:g} instead of 0.5" in words
    assert "Rules: " in words
    assert "It would not be flagged with" in words
    happy = scene.lines("inbox", "--praise", "--json")[0]["id"]
    assert "It would be flagged with" in scene.ok("show", happy, "--why").stdout


def test_filters_that_exclude_each_other_are_refused(scene: Scene) -> None:
    """With the reason."""
    result = scene.run("inbox", "--held", "--all")
    assert (result.exit_code, "--held takes neither" in result.stderr) == (2, True)
