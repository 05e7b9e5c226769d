"""The commands that post: publish, outbox, and the hand-overs one at a time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewwatch.cli.screen.hand_over import Hand, hand_over
from reviewwatch.cli.screen.keys import ENDED, ENTER
from reviewwatch.errors import OutcomeUnknownError, ReplyRefusedError
from reviewwatch.flow import post
from tests.cli.scene import PAPER, Scene, scene_in
from tests.make import owner_reply, stars

TEXT = "Thank you for telling us. We are sorry that the lamp broke."


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A place with an API and one without, and no undo window."""
    return scene_in(tmp_path, monkeypatch)


def approve_all(scene: Scene, text: str = TEXT) -> list[str]:
    """Pull and approve a reply to everything open; return the reviews' ids."""
    scene.ok("pull")
    reviews = scene.ids()
    for review in reviews:
        scene.ok("approve", review, "--text", text, "--acknowledge", "G37", "--yes")
    return reviews


def test_publish_posts_what_is_due_and_says_each_outcome(scene: Scene) -> None:
    """One line a reply, with the account that it stands under."""
    scene.place.put("broken")
    [review] = approve_all(scene)
    result = scene.ok("publish")
    assert scene.place.posted == [TEXT]
    assert f"{review}  Sent: posted as lamp-shop." in result.stdout
    assert "No reply is due" in scene.ok("publish").stderr
    assert scene.place.posted == [TEXT]


def test_a_dry_run_shows_the_text_and_posts_nothing(scene: Scene) -> None:
    """What would leave stands there in full."""
    scene.place.put("broken")
    approve_all(scene)
    result = scene.ok("publish", "--dry-run")
    assert "would be posted as lamp-shop" in result.stdout
    assert TEXT in result.stdout
    assert scene.place.posted == []


def test_the_undo_window_is_waited_out_unless_now_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before its end `publish` says until when a reply can be taken back; --now posts at once."""
    scene = scene_in(tmp_path, monkeypatch, window="1h")
    scene.place.put("broken")
    approve_all(scene)
    assert "1 reply can still be taken back, until" in scene.ok("publish").stderr
    assert scene.place.posted == []
    scene.ok("publish", "--now")
    assert scene.place.posted == [TEXT]


def test_a_changed_review_and_a_colleagues_answer_stop_the_reply_and_both_are_shown(scene: Scene) -> None:
    """After 1 star became 4 and somebody answered, nothing is sent: exit 1, both shown, the next step named."""
    scene.place.put("broken")
    [review] = approve_all(scene)
    answer = owner_reply("Glad that it works now!", author="Sam Colleague")
    scene.place.edit("broken", rating=stars(4), text="The lamp broke but they mended it.", owner_replies=(answer,))
    result = scene.run("publish")
    assert result.exit_code == 1
    assert scene.place.posted == []
    for part in (
        "Not sent:",
        "1 of 5 stars → 4 of 5 stars",
        "[-and nobody answered.-]",
        "{+but they mended it.+}",
        "Sam Colleague answered on",
        "“Glad that it works now!”",
        f"`reviewwatch respond {review}`",
    ):
        assert part in result.stdout


def test_publish_as_json_gives_both_versions_of_a_changed_review(scene: Scene) -> None:
    """A script sees what a person sees."""
    scene.place.put("broken")
    approve_all(scene)
    scene.place.edit("broken", rating=stars(4))
    result = scene.run("publish", "--json")
    assert result.exit_code == 1
    [told] = map(json.loads, result.stdout.splitlines())
    assert (told["was_sent"], told["state"]) == (False, "stale")
    assert (told["before"]["rating"]["value"], told["after"]["rating"]["value"]) == (1, 4)


def test_a_refusal_is_said_with_the_sites_words(scene: Scene) -> None:
    """The review is back in the queue and the exit code says that something failed."""
    scene.place.put("broken")
    [review] = approve_all(scene)
    scene.place.reply_fails_with = ReplyRefusedError("replies are closed \x1b[2J", "shop")
    result = scene.run("publish")
    assert result.exit_code == 1
    assert "replies are closed ⟨U+001B⟩[2J" in result.stdout
    assert scene.ids() == [review]


def test_an_unknown_outcome_is_settled_by_a_person(scene: Scene) -> None:
    """`outbox ID --posted` ends it; nothing is sent again."""
    scene.place.put("broken")
    approve_all(scene)
    scene.place.reply_fails_with = OutcomeUnknownError("no answer within 20 s", "shop")
    result = scene.run("publish")
    assert result.exit_code == 1
    assert "outbox" in result.stdout
    assert "say `reviewwatch outbox ID --posted` or --not-posted" in scene.ok("outbox").stderr
    [unknown] = scene.lines("outbox", "--json")
    assert unknown["state"] == "unknown"
    [settled] = scene.lines("outbox", unknown["id"], "--posted", "--json")
    assert settled["state"] == "handed_over"
    assert scene.place.posted == []


def test_an_unknown_reply_that_is_not_there_returns_the_review(scene: Scene) -> None:
    """`outbox ID --not-posted` puts the review back into the queue."""
    scene.place.put("broken")
    [review] = approve_all(scene)
    scene.place.reply_fails_with = OutcomeUnknownError("no answer", "shop")
    scene.run("publish")
    [unknown] = scene.lines("outbox", "--json")
    scene.ok("outbox", unknown["id"], "--not-posted")
    assert scene.ids() == [review]


@pytest.mark.parametrize("args", [["pb-11"], ["--posted"]])
def test_settling_needs_the_reply_and_what_was_seen(scene: Scene, args: list[str]) -> None:
    """Half a command settles nothing."""
    result = scene.run("outbox", *args)
    assert result.exit_code == 2
    assert "--not-posted" in result.stderr


def test_the_outbox_lists_where_each_reply_stands(scene: Scene) -> None:
    """What waits, what is to be posted by hand, and what was posted and not seen yet."""
    scene.place.put("broken")
    scene.place.put("paper", PAPER, text="The map was torn and nobody answered.")
    approve_all(scene)
    before = scene.ok("outbox")
    assert "\tdue\t" in before.stdout
    assert "`reviewwatch publish` posts what is due" in before.stderr
    scene.ok("publish")
    shown = scene.ok("outbox").stdout
    assert "posted, not seen on the site yet" in shown
    assert "to be posted by hand" in shown


def test_without_a_terminal_hand_overs_are_listed_and_not_lost(scene: Scene) -> None:
    """In cron `publish` says what a person has to do, and a script can record it."""
    scene.place.put("paper", PAPER, text="The map was torn and nobody answered.")
    approve_all(scene)
    assert "To be posted by hand: 1." in scene.ok("publish").stderr
    [waiting] = scene.lines("publish", "--json")
    assert waiting["is_hand_over"]
    [settled] = scene.lines("outbox", waiting["id"], "--posted", "--json")
    assert settled["state"] == "handed_over"
    assert "posted by" in settled["detail"]


def twelve_by_hand(scene: Scene) -> None:
    """Approve twelve replies that a person posts."""
    for number in range(12):
        scene.place.put(
            f"paper{number}",
            PAPER,
            text=f"Map {number} was torn and nobody answered.",
            url=f"https://paper.example/{number}",
        )
    approve_all(scene, "Thank you for telling us.\n\nWe are sorry.")


def test_twelve_hand_overs_left_after_seven_leave_five(scene: Scene) -> None:
    """Enter says posted, by whom, and that a place which hides replies cannot confirm it; quitting keeps the rest."""
    twelve_by_hand(scene)
    said: list[str] = []
    copied: list[str] = []
    keys = iter([ENTER] * 7 + ["q"])
    with scene.desk() as desk:
        hand = Hand(said.append, copied.append, lambda: next(keys), lambda: None)
        done = hand_over(desk, post.hand_overs(desk), "ines", hand)
        assert (len(done.posted), done.n_left) == (7, 5)
        assert len(post.hand_overs(desk)) == 5
    assert len(copied) == 8
    assert said.count("We are sorry.") == 8
    assert "The page: https://paper.example/0" in said
    assert said.count("Posted by ines, cannot be confirmed.") == 7


@pytest.mark.parametrize(("keys", "n_left"), [(["s", "s", ENTER], 2), ([ENDED], 3), (["x", "\x1b", "q"], 3)])
def test_skipping_and_ending_settle_nothing(scene: Scene, keys: list[str], n_left: int) -> None:
    """Only enter says that it was posted; an unknown key waits for another."""
    for number in range(3):
        scene.place.put(f"paper{number}", PAPER, text="The map was torn and nobody answered.")
    approve_all(scene)
    pressed = iter(keys)
    with scene.desk() as desk:
        quiet = Hand(lambda line: None, lambda text: None, lambda: next(pressed), lambda: None)
        assert hand_over(desk, post.hand_overs(desk), "ines", quiet).n_left == n_left
        assert len(post.hand_overs(desk)) == n_left
