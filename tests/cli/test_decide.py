"""The commands that decide: approve, dismiss, hold, snooze, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.scene import PAPER, Scene, scene_in

TEXT = "Thank you for telling us. We are sorry that the lamp broke."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """One unhappy review at each place, with an undo window of an hour."""
    scene = scene_in(tmp_path, monkeypatch, window="1h")
    scene.place.put("broken")
    scene.place.put("paper", PAPER, text="The map was torn and nobody answered.")
    scene.ok("pull")
    return scene


def id_at(scene: Scene, source: str) -> str:
    """Return the id of the open review at a place."""
    [row] = scene.lines("inbox", "--json", "--source", source)
    return str(row["id"])


def test_approve_shows_text_place_and_account_and_records_the_yes(scene: Scene) -> None:
    """Before the yes a person sees exactly what appears where, under whose account; nothing is posted."""
    review = id_at(scene, "shop")
    result = scene.ok("approve", review, "--text", TEXT, "--yes")
    assert "Appears under this review at Lamp Shop, as lamp-shop." in result.stdout
    assert TEXT in result.stdout
    assert "`reviewwatch publish` posts it from" in result.stderr
    [waiting] = scene.lines("outbox", "--json")
    assert (waiting["review"], waiting["state"], waiting["text"]) == (review, "approved", TEXT)
    assert scene.place.posted == []


def test_approve_takes_the_draft_or_a_file_or_standard_input(scene: Scene, tmp_path: Path) -> None:
    """A file's last line end is no part of the reply."""
    review = id_at(scene, "shop")
    draft = scene.json("show", review, "--json")["reply"]["text"]
    assert scene.json("approve", review, "--draft", "--yes", "--json")["text"] == draft
    file = tmp_path / "reply.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n")
    assert scene.json("approve", review, "--file", str(file), "--yes", "--json")["text"] == TEXT
    result = scene.ok("approve", review, "--file", "-", "--yes", stdin=f"{TEXT} Truly.\n")
    assert f"{TEXT} Truly." in result.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "exactly one of --draft, --text TEXT and --file FILE"),
        (["--draft", "--text", TEXT], "exactly one of"),
        (["--text", "   "], "The reply is empty"),
        (["--file", "nowhere.txt"], "nowhere.txt"),
    ],
)
def test_approve_refuses_what_names_no_text(scene: Scene, options: list[str], said: str) -> None:
    """There is always exactly one text to say yes to."""
    result = scene.run("approve", id_at(scene, "shop"), *options, "--yes")
    assert result.exit_code == 2
    assert said in result.stderr
    assert scene.lines("outbox", "--json") == []


def test_approve_refuses_a_file_that_is_no_text(scene: Scene, tmp_path: Path) -> None:
    """A wrong file is named, not posted."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    result = scene.run("approve", id_at(scene, "shop"), "--file", str(file), "--yes")
    assert result.exit_code == 2
    assert "is not UTF-8 (byte 1)" in result.stderr


def test_approve_asks_and_without_somebody_to_ask_does_nothing(scene: Scene) -> None:
    """In a script without --yes nothing is approved."""
    result = scene.run("approve", id_at(scene, "shop"), "--text", TEXT)
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert scene.lines("outbox", "--json") == []


def test_a_dry_run_says_whether_it_could_be_approved(scene: Scene) -> None:
    """It shows the reply, asks the rules, and records nothing."""
    review = id_at(scene, "shop")
    assert "It can be approved. Nothing was done." in scene.ok("approve", review, "--text", TEXT, "--dry-run").stderr
    told = scene.json("approve", review, "--text", TEXT, "--dry-run", "--json")
    assert (told["length"], told["account"], told["findings"]) == (len(TEXT), "lamp-shop", [])
    too_long = scene.run("approve", review, "--text", "sorry " * 400, "--dry-run")
    assert too_long.exit_code == 1
    assert scene.lines("outbox", "--json") == []


def test_a_blocked_text_is_refused_with_what_the_rules_say(scene: Scene) -> None:
    """A reply above the place's limit cannot be approved, whoever says yes."""
    result = scene.run("approve", id_at(scene, "shop"), "--text", "sorry " * 400, "--yes")
    assert result.exit_code == 1
    assert "cannot be approved" in result.stdout
    assert scene.lines("outbox", "--json") == []


@pytest.mark.parametrize("command", ["dismiss", "hold"])
def test_dismiss_and_hold_keep_the_reason_and_empty_the_queue(scene: Scene, command: str) -> None:
    """The decision is recorded with person, time and reason; undo brings the review back."""
    review = id_at(scene, "shop")
    told = scene.json(command, review, "--reason", "not about us", "--json")
    assert (told["review_id"], told["kind"], told["reason"]) == (review, command, "not about us")
    assert review not in scene.ids()
    undone = scene.json("undo", review, "--json")
    assert (undone["kind"], undone["undoes"]) == ("undo", told["decision_id"])
    assert review in scene.ids()


@pytest.mark.parametrize("command", ["dismiss", "hold"])
def test_dismiss_and_hold_need_a_reason(scene: Scene, command: str) -> None:
    """A decision without a reason helps nobody later, and spaces are none."""
    assert scene.run(command, id_at(scene, "shop")).exit_code == 2
    blank = scene.run(command, id_at(scene, "shop"), "--reason", " ")
    assert blank.exit_code == 2
    assert "Say why with --reason" in blank.stderr


def test_snooze_takes_a_time_and_says_when_it_is_back(scene: Scene) -> None:
    """The review leaves the queue until then."""
    review = id_at(scene, "shop")
    result = scene.ok("snooze", review, "--until", "3d")
    assert f"{review} is back on " in result.stderr
    assert review not in scene.ids()
    assert scene.json("show", review, "--json")["case"]["state"] == "snoozed"
    assert "is past" in scene.run("snooze", review, "--until", "2020-01-01").stderr


def test_undo_withdraws_an_approval_that_has_not_left(scene: Scene) -> None:
    """Within the undo window nothing becomes public."""
    review = id_at(scene, "shop")
    scene.ok("approve", review, "--text", TEXT, "--yes")
    scene.ok("undo", review)
    scene.ok("publish", "--now")
    assert scene.place.posted == []
    assert scene.json("show", review, "--json")["publications"][0]["state"] == "withdrawn"


def test_undo_of_nothing_says_so(scene: Scene) -> None:
    """There is nothing to take back on a fresh review."""
    result = scene.run("undo", id_at(scene, "shop"))
    assert result.exit_code == 1
    assert "no decision" in result.stderr
