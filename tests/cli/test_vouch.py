"""What no fact backs needs a person's word, for one reply; what law or the place forbids no word can clear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewwatch.cli.screen.editor import Edited
from reviewwatch.cli.screen.session import Session
from reviewwatch.cli.screen.walk import Walk
from reviewwatch.storage.verbs import outbox
from reviewwatch.types import QueueFilter
from tests.cli.scene import Scene, scene_in
from tests.cli.scripted import ScriptedFace
from tests.make import stars

BOILER = "We are sorry about the cold room. Dana reset the boiler at 9 today."
BRIBE = f"{BOILER} Change your stars and breakfast is free."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """One complaint at a place that takes replies, with no undo window."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("cold", rating=stars(1), text="The room was cold and Dana did nothing about the boiler.")
    scene.ok("pull")
    return scene


def work(scene: Scene, text: str, *keys: str, lines: tuple[str, ...] = ()) -> ScriptedFace:
    """Write a text in `respond` and press keys."""
    face = ScriptedFace("w", *keys, lines=lines)
    with scene.desk() as desk:
        Session(desk, face, "ines", Walk(desk, "ines", QueueFilter()), lambda *_: Edited(text, "")).run()
    return face


def test_a_sentence_without_a_fact_warns_is_vouched_for_and_posts(scene: Scene) -> None:
    """The sentence, the name and the time stand with the approval; at posting the word still counts."""
    face = work(scene, BOILER, "a", "v", "q")
    assert any("Dana reset the boiler at 9 today." in question for question in face.questions)
    with scene.desk() as desk:
        [waiting] = outbox.unsettled(desk.db)
    assert waiting.approval.vouched == ("Dana reset the boiler at 9 today.",)
    assert (waiting.approval.person, waiting.approval.approved_at is not None) == ("ines", True)
    scene.ok("publish")
    assert scene.place.posted == [BOILER]


def test_stepping_back_approves_nothing(scene: Scene) -> None:
    """No word, no reply."""
    work(scene, BOILER, "a", "n", "q")
    with scene.desk() as desk:
        assert outbox.unsettled(desk.db) == []


def test_vouching_is_refused_with_the_citation_where_a_rule_blocks(scene: Scene) -> None:
    """A free breakfast for other stars: the law is named, nothing is asked, nothing is approved."""
    face = work(scene, BRIBE, "a", "q")
    assert any("nobody can vouch for that" in told and "16 CFR 465.4" in told for told in face.told)
    assert any("it cannot be approved as it stands" in told for told in face.told)
    with scene.desk() as desk:
        assert outbox.unsettled(desk.db) == []


def test_scripts_vouch_by_a_flag_of_their_own(scene: Scene) -> None:
    """`approve` refuses an unbacked sentence, takes it with --vouch, and refuses what no word can clear."""
    review_id = scene.ids()[0]
    assert "G2" in scene.run("approve", review_id, "--text", BOILER, "--yes").stderr
    refused = scene.run("approve", review_id, "--text", BRIBE, "--vouch", "--yes")
    assert (refused.exit_code != 0, "465.4" in refused.stderr) == (True, True)
    approved = json.loads(scene.ok("approve", review_id, "--text", BOILER, "--vouch", "--yes", "--json").stdout)
    assert approved["vouched"] == ["Dana reset the boiler at 9 today."]


def test_a_word_counts_for_its_reply_alone(scene: Scene) -> None:
    """The same sentence under another review needs another word."""
    work(scene, BOILER, "a", "v", "q")
    scene.place.put("second", rating=stars(1), text="The room was cold again and the boiler was off.")
    scene.ok("pull")
    second = scene.ids()[0]
    assert scene.run("approve", second, "--text", BOILER, "--yes").exit_code != 0


OPEN_LATE = "We are sorry about the cold room. Our workshop is open until 19:30."


def test_a_fact_that_is_missed_is_added_without_leaving_the_session(scene: Scene) -> None:
    """The warning names the command, k asks for the fact, and beside it the same text needs nobody's word."""
    face = work(scene, OPEN_LATE, "k", "1", "a", "q", lines=("workshop", "hours", "09:00-19:30", "2026-03-01", "door"))
    checks = [section.body.plain for view in face.views for section in view.sections if section.title == "Checks"]
    assert "`reviewwatch knowledge add fact`" in checks[-1]
    assert any("[brands.lamps.facts.workshop-hours] stands in" in told for told in face.told)
    with scene.desk() as desk:
        [waiting] = outbox.unsettled(desk.db)
    assert (waiting.text, waiting.approval.vouched, waiting.approval.acknowledged) == (OPEN_LATE, (), ())
    assert "valid_from = 2026-03-01" in scene.config.read_text()


@pytest.mark.parametrize(
    "lines", [("",), ("workshop", "hours", ""), ("workshop", "hours", "09:00-19:30", "in March", "door")]
)
def test_a_fact_that_cannot_be_written_leaves_text_and_config_as_they_were(
    scene: Scene, lines: tuple[str, ...]
) -> None:
    """An empty line goes back, and a day that is none is said."""
    before = scene.config.read_text()
    face = work(scene, OPEN_LATE, "k", "1", "q", lines=lines)
    assert scene.config.read_text() == before
    assert len(lines) < 4 or any("`in March` is no day" in told for told in face.told)
