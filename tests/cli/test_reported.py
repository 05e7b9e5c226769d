"""Reporting a review to its place: noted with reason, date and outcome, and sent by nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewwatch.storage.verbs import reviews
from reviewwatch.types import CaseState
from tests.cli.scene import Scene, scene_in
from tests.make import stars


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """One unhappy review."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("spam", rating=stars(1), text="A terrible lamp. Buy mine at lamps.example.")
    scene.ok("pull")
    return scene


def listed(scene: Scene) -> list[dict[str, object]]:
    """Return what the list holds."""
    found: list[dict[str, object]] = json.loads(scene.ok("reported", "--json").stdout)
    return found


def test_a_report_is_noted_with_reason_date_and_outcome(scene: Scene) -> None:
    """The review stays where it was in the queue, and nothing is sent to the place."""
    review_id = scene.ids()[0]
    scene.ok("reported", review_id, "--reason", "advertising")
    [open_one] = listed(scene)
    assert (open_one["reason"], open_one["outcome"], bool(open_one["reported_at"])) == ("advertising", None, True)
    scene.ok("reported", review_id, "--outcome", "removed")
    assert [one["outcome"] for one in listed(scene)] == ["removed"]
    with scene.desk() as desk:
        assert reviews.get(desk.db, 1).case.state is CaseState.HELD  # the drafter holds what advertises
    assert scene.place.posted == []


def test_undo_takes_the_note_back(scene: Scene) -> None:
    """First the outcome, then the report."""
    review_id = scene.ids()[0]
    scene.ok("reported", review_id, "--reason", "advertising")
    scene.ok("reported", review_id, "--outcome", "kept")
    scene.ok("undo", review_id)
    assert [one["outcome"] for one in listed(scene)] == [None]
    scene.ok("undo", review_id)
    assert listed(scene) == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "--reason"),
        (("--outcome", "lost"), "removed, kept, no answer"),
        (("--outcome", "kept"), "no open report"),
    ],
)
def test_a_note_needs_a_reason_and_an_outcome_needs_a_report(
    scene: Scene, arguments: tuple[str, ...], why: str
) -> None:
    """Each refusal says what to give, and notes nothing."""
    refused = scene.run("reported", scene.ids()[0], *arguments)
    assert refused.exit_code != 0
    assert why in refused.stderr
    assert listed(scene) == []


def test_a_second_report_waits_for_the_first_to_end(scene: Scene) -> None:
    """It says when the first was made."""
    review_id = scene.ids()[0]
    scene.ok("reported", review_id, "--reason", "advertising")
    again = scene.run("reported", review_id, "--reason", "advertising")
    assert (again.exit_code != 0, "already" in again.stderr) == (True, True)
