"""The commands that look: inbox, show, search, export; for people and for scripts."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.cli.commands.export import _guarded
from reviewwatch.flow import decide
from reviewwatch.ids import REVIEW, to_number
from reviewwatch.storage.verbs import cases
from reviewwatch.types import CaseState, Rating, RatingKind
from tests.cli.scene import PAPER, Scene, an_hour_ago, scene_in
from tests.make import owner_reply, stars

HOSTILE = "=cmd|' /C calc'!A1 \x1b]0;owned\x07 \u202eevil \x9b2J [red]bold[/red]"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Two places with unhappy, happy, old and hostile reviews."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("burned", text="The lamp caught fire and burned my hand.", author="Ines Example")
    scene.place.put("dim", rating=stars(2), text="Rather dim, and slow delivery.", lang="en")
    scene.place.put("happy", rating=stars(5), text="Lovely lamp, thank you.")
    scene.place.put("old", text="It broke years ago.", created_at=an_hour_ago() - timedelta(days=400))
    scene.place.put("paper", PAPER, title="Torn", text="The map was torn.")
    scene.ok("pull")
    return scene


def test_the_inbox_lists_flagged_reviews_the_most_urgent_first(scene: Scene) -> None:
    """Happy and old reviews are not in it, and each line says why it is."""
    rows = scene.lines("inbox", "--json")
    assert "burned my hand" in rows[0]["excerpt"]
    assert {row["source"] for row in rows} == {"shop", "paper"}
    assert len(rows) == 3
    assert [row["priority"] for row in rows] == sorted((row["priority"] for row in rows), reverse=True)
    assert all(row["reasons"] and row["due_at"].endswith("Z") for row in rows)
    assert [row["state"] for row in rows] == ["held", "open", "open"]
    assert scene.lines("inbox", "--json", "--held") == rows[:1]


def test_the_inbox_says_how_many_more_there_are_and_that_history_exists(scene: Scene) -> None:
    """Nobody takes twenty lines for everything."""
    result = scene.ok("inbox", "--limit", "1")
    assert len(result.stdout.splitlines()) == 1
    assert "2 more" in result.stderr
    assert "2 unanswered reviews are not flagged or are history: --all lists them." in result.stderr
    assert len(scene.lines("inbox", "--all", "--json")) == 5


def test_a_long_queue_is_counted_to_a_bound(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where counting stops the number is said to be a lower bound."""
    monkeypatch.setattr("reviewwatch.cli.commands.inbox.COUNTED_TO", 2)
    assert "At least 2 more" in scene.ok("inbox", "--limit", "1").stderr


def test_an_empty_inbox_says_what_brings_reviews_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first command of a newcomer is no dead end."""
    result = scene_in(tmp_path, monkeypatch).ok("inbox")
    assert result.stdout == ""
    assert "`reviewwatch import FILE`" in result.stderr


@pytest.mark.parametrize(
    ("options", "n"),
    [
        (["--source", "paper"], 1),
        (["--source", "paper", "--source", "shop"], 3),
        (["--brand", "lamps"], 3),
        (["--rating-max", "1"], 2),
        (["--rating-max", "2"], 3),
        (["--since", "2h"], 3),
        (["--since", "2000-01-01", "--all"], 5),
        (["--lang", "en", "--source", "shop"], 2),
        (["--answered"], 0),
        (["--unanswered"], 3),
    ],
)
def test_filters_narrow_the_inbox(scene: Scene, options: list[str], n: int) -> None:
    """By brand, source, rating, language, age, answered or not."""
    assert len(scene.lines("inbox", "--json", *options)) == n


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--source", "shp"], "Did you mean `shop`?"),
        (["--brand", "lamp"], "Did you mean `lamps`?"),
        (["--since", "yesterdays"], "is no time"),
        (["--rating-max", "6"], "--rating-max"),
    ],
)
def test_a_filter_that_names_nothing_is_refused(scene: Scene, options: list[str], said: str) -> None:
    """A typing mistake never shows an empty inbox."""
    result = scene.run("inbox", *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_snoozed_review_is_back_when_its_time_has_come(scene: Scene) -> None:
    """No daemon is needed: looking wakes what is due."""
    [first, *_] = scene.ids()
    with scene.desk() as desk:
        now = desk.now()
        before = replace(desk, now=lambda: now - timedelta(days=2))
        decide.snooze(before, to_number(REVIEW, first), "ines", until=now - timedelta(days=1))
        assert [row.case.state for row in cases.rows(desk.db, [to_number(REVIEW, first)])] == [CaseState.SNOOZED]
    assert first in scene.ids()


def test_show_tells_all_about_one_review(scene: Scene) -> None:
    """Review, reasons, reply, place and account; --why adds the places in the text and the numbers."""
    [first, *_] = scene.ids()
    shown = scene.ok("show", first).stdout
    for part in ("1 of 5 stars", "Ines Example", "burned", "Appears under this review at Lamp Shop, as lamp-shop."):
        assert part in shown
    assert "likely a detractor" not in shown
    why = scene.ok("show", first, "--why").stdout
    assert "likely a detractor" in why
    assert "Priority" in why


def test_show_as_json_has_the_review_the_case_and_the_reply(scene: Scene) -> None:
    """One object with everything that the screen shows."""
    [first, *_] = scene.ids()
    told = scene.json("show", first, "--json")
    assert told["id"] == first
    assert told["case"]["state"] == "held"
    assert (told["reply"]["account"], told["reply"]["is_hand_over"]) == ("lamp-shop", False)
    assert told["reply"]["length"] == len(told["reply"]["text"])
    assert told["rating"] == {"raw": "1", "value": 1, "worst": 1, "best": 5, "kind": "stars", "share": 0}


@pytest.mark.parametrize(
    ("typed", "said"), [("rv-zzzz", "typing mistake"), ("33", "not an id"), ("pb-11", "not an id")]
)
def test_a_mistyped_id_is_refused(scene: Scene, typed: str, said: str) -> None:
    """A typo never shows, or decides on, the neighbor."""
    result = scene.run("show", typed)
    assert result.exit_code == 2
    assert said in result.stderr


def test_search_finds_words_in_history_too(scene: Scene) -> None:
    """All words must be there; a phrase in quotes; a minus leaves out."""
    assert [row["excerpt"] for row in scene.lines("search", "broke", "--json")] == ["It broke years ago."]
    assert len(scene.lines("search", "lamp", "--json")) == 2
    assert len(scene.lines("search", "--json", "--", "lamp", "-fire")) == 1
    assert "No review" in scene.ok("search", "zeppelin").stderr


def test_hostile_text_is_harmless_in_lists_json_and_exports(scene: Scene) -> None:
    """No control, bidi or formula character of a review reaches a terminal or a spreadsheet raw."""
    scene.place.put("bad", text=HOSTILE, title=HOSTILE, author=HOSTILE, owner_replies=())
    scene.ok("pull")
    bad = next(row["id"] for row in scene.lines("inbox", "--json") if "calc" in row["excerpt"])
    for args in (["inbox"], ["inbox", "--json"], ["show", bad], ["show", bad, "--json"], ["search", "evil"]):
        assert not OBEYED.search(scene.ok(*args).stdout), args
    for args in (["export"], ["export", "--format", "jsonl"]):
        assert not OBEYED.search(scene.ok(*args).stdout), args
    assert scene.json("show", bad, "--json")["text"] == HOSTILE
    rows = list(csv.DictReader(io.StringIO(scene.ok("export").stdout)))
    assert next(row["text"] for row in rows if "calc" in row["text"]).startswith("'=cmd|")


@given(st.text())
def test_a_cell_is_never_a_formula(text: str) -> None:
    """Whatever a review begins with, no spreadsheet runs it, and the guard can be taken off again."""
    cell = _guarded(text)
    assert isinstance(cell, str)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def test_json_lines_keep_every_text_exactly(scene: Scene) -> None:
    """An export as JSON lines gives the text back, control characters included."""
    scene.place.put("bad", text=HOSTILE)
    scene.ok("pull")
    texts = [json.loads(line)["text"] for line in scene.ok("export", "--format", "jsonl").stdout.splitlines()]
    assert HOSTILE in texts


def test_an_export_as_json_lines_is_imported_again_without_a_loss(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one store wrote another reads: texts, ratings, times and replies are the same."""
    scene.place.put("bad", text=HOSTILE, title="'quoted'", rating=stars(2), author="Jo Example")
    scene.place.edit("happy", owner_replies=(owner_reply("Thank you!", author="Sam"),))
    scene.ok("pull")
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    scene.ok("export", "--format", "jsonl", "--out", str(first))
    (tmp_path / "other").mkdir()
    other = scene_in(tmp_path / "other", monkeypatch)
    other.ok("import", str(first))
    other.ok("export", "--format", "jsonl", "--out", str(second))
    kept = ("id", "listing", "author", "title", "text", "rating", "created", "reply", "reply_author", "reply_date")
    assert _columns(second, kept) == _columns(first, kept)


@pytest.mark.parametrize("written_as", ["csv", "jsonl"])
@pytest.mark.parametrize("has_listings", [True, False])
def test_an_export_imported_into_its_own_source_brings_nothing_new(
    scene: Scene, tmp_path: Path, written_as: str, has_listings: bool
) -> None:
    """Each row is known by its listing and id, and says the same with its own scale."""
    file, again = tmp_path / "survey.csv", tmp_path / f"again.{written_as}"
    listings = ("survey", "East") if has_listings else ("", "")
    file.write_text(
        "Place,Author,Date,Score (0-10),Text\n"
        f"{listings[0]},Jo Example,2026-11-20,3,=dim\n{listings[1]},Kim Example,2026-11-19T10:00,9,'-quoted-\n"
    )
    scene.ok("import", str(file))
    scene.ok("export", "--source", "survey", "--format", written_as, "--out", str(again))

    [told] = scene.lines("import", str(again), "--source", "survey", "--json")

    assert {name: told[name] for name in ("read", "new", "edited", "same", "problems")} == {
        "read": 2,
        "new": 0,
        "edited": 0,
        "same": 2,
        "problems": [],
    }


@pytest.mark.parametrize("written_as", ["csv", "jsonl"])
def test_ratings_of_several_scales_come_back_on_their_own(scene: Scene, tmp_path: Path, written_as: str) -> None:
    """3 of 10 stays 3 of 10 beside 4 of 5; a scale that a person says holds for all."""
    file = tmp_path / f"mixed.{written_as}"
    scene.place.put("ten", rating=Rating("3", 3.0, 1.0, 10.0, RatingKind.TEN))
    scene.place.put("five", rating=Rating("4 stars", 4.0))
    scene.ok("pull")
    scene.ok("export", "--source", "shop", "--format", written_as, "--out", str(file))
    scene.ok("import", str(file), "--source", "copy")
    kept = ("id", "rating", "rating_as_written", "best", "worst", "kind")
    back = tmp_path / "back.jsonl"
    scene.ok("export", "--source", "copy", "--format", "jsonl", "--out", str(back))
    rows = {row[0]: row[1:] for row in _columns(back, kept)}
    assert rows["ten"] == ("3.0", "3", "10.0", "1.0", "ten")
    assert rows["five"] == ("4.0", "4 stars", "5.0", "1.0", "stars")
    scene.ok("import", str(file), "--source", "said", "--best", "20")
    scene.ok("export", "--source", "said", "--format", "jsonl", "--out", str(back), "--yes")
    assert {best for _, best in _columns(back, ("id", "best"))} == {"20.0"}


def _columns(file: Path, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    return sorted(tuple(str(row[name]) for name in names) for row in rows)


def test_an_export_has_every_stored_review_with_reply_and_standing(scene: Scene) -> None:
    """History and answered reviews are in it; the filters narrow it."""
    scene.place.edit("happy", owner_replies=(owner_reply("Thank you!"),))
    scene.ok("pull")
    rows = list(csv.DictReader(io.StringIO(scene.ok("export").stdout)))
    assert len(rows) == 5
    [answered] = [row for row in rows if row["reply"]]
    assert (answered["id"], answered["reply"], answered["state"]) == ("happy", "Thank you!", "answered")
    assert len(scene.ok("export", "--source", "paper").stdout.splitlines()) == 2


def test_an_export_leaves_links_and_pipes_what_they_are(scene: Scene, tmp_path: Path) -> None:
    """A link's file is replaced, and a pipe, as /dev/stdout is one, is written to."""
    (tmp_path / "real.csv").write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real.csv")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    scene.ok("export", "--out", str(link), "--yes")
    scene.ok("export", "--out", str(pipe))

    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8-sig").startswith("reviewwatch_id,")
    assert os.read(reading, 100).decode("utf-8-sig").startswith("reviewwatch_id,")
    assert pipe.is_fifo()
    os.close(reading)


def test_an_export_names_the_folder_that_is_wrong(scene: Scene, tmp_path: Path) -> None:
    """Not a file that nobody asked for."""
    missing = scene.run("export", "--out", str(tmp_path / "nowhere" / "all.csv"))
    folder = scene.run("export", "--out", str(tmp_path), "--yes")

    assert (missing.exit_code, folder.exit_code) == (2, 2)
    assert f"The folder {tmp_path / 'nowhere'} is not there" in missing.stderr
    assert f"{tmp_path} is a folder; name a file" in folder.stderr


def test_an_export_replaces_a_file_only_with_a_yes(scene: Scene, tmp_path: Path) -> None:
    """A file appears complete or not at all, and an older one is not lost unasked."""
    out = tmp_path / "out.csv"
    scene.ok("export", "--out", str(out))
    assert out.read_bytes().startswith(b"\xef\xbb\xbfreviewwatch_id,")
    out.write_text("mine")
    refused = scene.run("export", "--out", str(out))
    assert (refused.exit_code, out.read_text()) == (2, "mine")
    scene.ok("export", "--out", str(out), "--yes")
    assert out.read_text() != "mine"
    assert [path.name for path in tmp_path.iterdir() if "out.csv" in path.name] == ["out.csv"]
