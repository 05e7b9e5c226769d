"""The command `queue`: how much waits, and history that comes back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.scene import PAPER, Scene, an_hour_ago, scene_in
from tests.make import stars


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """An urgent and a mild review of today, and history at both places: two unhappy, one happy, one years old."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("fire", text="The lamp caught fire and burned my hand.")
    scene.place.put("mild", rating=stars(2), text="Rather dim.")
    for name, days in (("old", 20), ("ancient", 900)):
        scene.place.put(name, created_at=an_hour_ago() - timedelta(days=days))
    scene.place.put("paper", PAPER, created_at=an_hour_ago() - timedelta(days=25))
    happy_at = an_hour_ago() - timedelta(days=20)
    scene.place.put("happy", rating=stars(5), text="Lovely lamp, thank you.", created_at=happy_at)
    scene.ok("pull")
    return scene


def test_the_table_says_how_much_waits_and_what_stands_beside(scene: Scene) -> None:
    """Open ones by severity with the first due time, held, snoozed, history; and the next steps."""
    result = scene.ok("queue")
    rows = {row[0]: row[1:] for row in (line.split("\t") for line in result.stdout.splitlines())}
    assert list(rows) == ["held", "critical", "high", "medium", "low", "snoozed", "history"]
    assert rows["held"][0] == "1"
    assert rows["held"][1].startswith("due in ")
    assert (rows["critical"], rows["medium"][0], rows["history"]) == (["0", ""], "1", ["3", ""])
    assert "`reviewwatch queue --since 90d`" in result.stderr
    assert "`reviewwatch respond --held`" in result.stderr


def test_as_json_it_is_one_object(scene: Scene) -> None:
    """The same numbers, with the first due time of all."""
    [fire, mild] = scene.ids()
    due, held_due = (scene.json("show", one, "--json")["case"]["due_at"] for one in (mild, fire))
    assert scene.json("queue", "--json") == {
        "open": 1,
        "by_severity": {"medium": 1},
        "held": 1,
        "held_due_at": held_due,
        "snoozed": 0,
        "history": 3,
        "first_due_at": due,
    }
    assert scene.json("queue", "--json", "--source", "paper") == {
        "open": 0,
        "by_severity": {},
        "held": 0,
        "held_due_at": None,
        "snoozed": 0,
        "history": 1,
        "first_due_at": None,
    }


def test_an_empty_queue_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits, and no history is offered where there is none."""
    result = scene_in(tmp_path, monkeypatch).ok("queue")
    assert result.stderr == "Nothing waits for an answer.\n"


def test_history_comes_back_with_a_yes_and_goes_back(scene: Scene) -> None:
    """The flagged part since that time is in the queue, says why it is there, and one command takes all of it out."""
    before = scene.ids()
    result = scene.ok("queue", "--since", "30d", "--yes")
    assert "2 reviews came into the queue, without a due time." in result.stderr
    brought = [row for row in scene.lines("inbox", "--json") if row["id"] not in before]
    assert [(row["state"], row["due_at"]) for row in brought] == [("open", None)] * 2
    assert "brought back from history" in scene.ok("show", brought[0]["id"]).stdout
    scene.ok("undo", brought[0]["id"])
    assert "1 review went back to history." in scene.ok("queue", "--undo").stderr
    assert scene.ids() == before
    assert scene.json("queue", "--undo", "--json") == {"sent_back": 0}


def test_without_a_yes_nothing_is_changed(scene: Scene) -> None:
    """It asks; in a script it refuses and says how many it would have been; a dry run only says it."""
    before = scene.ids()
    refused = scene.run("queue", "--since", "30d")
    assert refused.exit_code == 2
    assert "Bring 2 flagged reviews of history" in refused.stderr
    assert "add `--yes`" in refused.stderr
    assert "2 flagged reviews of history" in scene.ok("queue", "--since", "30d", "--dry-run").stderr
    told = scene.json("queue", "--since", "5000d", "--dry-run", "--json")
    assert (told["found"], told["brought_back"]) == (3, 0)
    assert scene.ids() == before


@pytest.mark.parametrize(
    ("options", "n"), [(["--source", "paper"], 1), (["--brand", "lamps"], 2), (["--source", "shop"], 1)]
)
def test_sources_and_brands_narrow_it(scene: Scene, options: list[str], n: int) -> None:
    """Only the history of what was named comes back."""
    told = scene.json("queue", "--since", "30d", "--yes", "--json", *options)
    assert (told["found"], told["brought_back"]) == (n, n)


def test_nothing_to_bring_back_is_said_without_a_question(scene: Scene) -> None:
    """A date after all history."""
    assert "No flagged, unanswered history written since" in scene.ok("queue", "--since", "1d").stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--since", "soon"], "is no time"),
        (["--since", "30d", "--source", "shp"], "Did you mean `shop`?"),
        (["--undo", "--since", "30d"], "--undo takes neither"),
    ],
)
def test_a_wrong_option_changes_nothing(scene: Scene, options: list[str], said: str) -> None:
    """A sentence names what is wrong, exit code 2."""
    result = scene.run("queue", *options, "--yes")
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
    assert len(scene.ids()) == 2
