"""Held means one thing: what the drafter will not answer waits for a trained person, with reason and next step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewwatch.flow import decide
from reviewwatch.types import Answer, CaseState, Profile
from tests.cli.scene import Scene, scene_in
from tests.make import stars

HELD = {
    "no text": ("", "there are stars and no words"),
    "law": ("The lamp broke. My lawyer will sue you over this.", "court"),
    "press": ("Terrible lamp. I am a journalist and will write about you in my newspaper.", "press"),
    "unfair": ("They refused to serve us because we are black. Horrible.", "unequal"),
    "extortion": ("Awful lamp. Send me 200 euros and I will change this review.", "money or gifts"),
    "another language": ("Лампа сломалась в первый же день, и никто не ответил на мои письма.", "language"),
}


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A review that anybody answers, and one of several that not anybody does."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("lamp", rating=stars(1), text="The lamp broke on the first day and nobody answered.")
    for name, (text, _) in HELD.items():
        scene.place.put(name, rating=stars(1), text=text)
    scene.ok("pull")
    return scene


def test_what_the_drafter_holds_is_what_the_queue_holds(scene: Scene) -> None:
    """`inbox --held` lists each with its reason and the next step; the session leaves them to whoever is trained."""
    rows = scene.lines("inbox", "--held", "--json")
    assert len(rows) == len(HELD)
    assert all(any(why in row["held_for"] for _, why in HELD.values()) and row["next_step"] for row in rows)
    open_rows = [row for row in scene.lines("inbox", "--json") if row["state"] == "open"]
    assert [row["excerpt"][:8] for row in open_rows] == ["The lamp"]
    assert (open_rows[0]["held_for"], open_rows[0]["next_step"]) == (None, None)
    with scene.desk() as desk:
        for number in range(1, len(HELD) + 2):
            ticket = decide.prepare(desk, number)
            is_held = ticket.stored.case.state is CaseState.HELD
            assert is_held is (ticket.suggestion.answer is Answer.HOLD)
    shown = scene.ok("inbox", "--held").stdout
    assert "Best next: Say nothing in public before your lawyer" in shown


def test_a_held_review_is_shown_with_the_reason_and_no_empty_check(scene: Scene) -> None:
    """Why there is no reply, and what is best done; that an empty text cannot be approved is no news."""
    [row] = scene.lines("search", "lawyer", "--json")
    shown = scene.ok("show", row["id"]).stdout
    assert "No reply is proposed: it speaks of a court, a lawyer" in shown
    assert "Best next: Say nothing in public" in shown
    assert "G00" not in shown


def test_search_says_it_too(scene: Scene) -> None:
    """A held review is marked wherever it is listed."""
    [row] = scene.lines("search", "lawyer", "--json")
    assert (row["state"], row["held_for"]) == (
        "held",
        "it speaks of a court, a lawyer, the police, an insurer or an authority",
    )
    assert row["next_step"].startswith("Say nothing in public")


def test_a_reason_that_does_not_apply_here_holds_nothing(scene: Scene) -> None:
    """`[replies] answered_anyway` counts for the queue as for the drafter; `rescore` settles what was stored before."""
    scene.config.write_text(scene.config.read_text() + 'answered_anyway = ["no_text"]\n')
    scene.place.put("bare", rating=stars(1), text="")
    scene.ok("pull")
    assert "open" in {row["state"] for row in scene.lines("inbox", "--json") if not row["excerpt"]}
    scene.config.write_text(scene.config.read_text().replace("no_text", "press"))
    told = scene.ok("rescore", "--yes")
    assert {row["state"] for row in scene.lines("inbox", "--json") if not row["excerpt"]} == {"held"}, told.output


def test_what_a_person_holds_has_their_words_and_a_next_step(scene: Scene) -> None:
    """The drafter may know no better step than to answer it or to give it back."""
    [wanted] = [row["id"] for row in scene.lines("inbox", "--json") if row["state"] == "open"]
    scene.ok("hold", wanted, "--reason", "ask the workshop")
    [row] = [row for row in scene.lines("inbox", "--held", "--json") if row["id"] == wanted]
    assert row["held_for"] == "ask the workshop"
    assert f"hold {wanted} --release" in row["next_step"]


def test_the_trade_counts(scene: Scene) -> None:
    """A clinic may not say that somebody was treated there: such a review is held for it, and not for a shop."""
    text = "Dr. Lindqvist pulled my tooth without asking, and the pain was horrible. Never again as a patient."
    scene.place.put("tooth", rating=stars(1), text=text)
    scene.config.write_text(
        scene.config.read_text().replace("[brands.lamps]", f'[brands.lamps]\nprofile = "{Profile.HEALTHCARE}"')
    )
    scene.ok("pull")
    [row] = scene.lines("search", "tooth", "--json")
    assert "somebody's health" in row["held_for"]


def test_the_next_step_can_be_typed_as_it_stands(scene: Scene) -> None:
    """A command in it names the review, and does what it says."""
    scene.place.put("advert", rating=stars(1), text="Buy cheap followers at www.gullfollowers.example, DM me!")
    scene.ok("pull")
    [row] = scene.lines("search", "followers", "--json")
    named = f"reviewwatch reported {row['id']} --reason"
    assert named in row["next_step"]
    scene.ok("reported", row["id"], "--reason", "advertises")
    assert [one["review"] for one in json.loads(scene.ok("reported", "--json").stdout)] == [row["id"]]
