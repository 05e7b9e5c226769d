"""The commands that read: pull and import."""

from __future__ import annotations

import json
import re
import sys
import threading
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewwatch import config
from reviewwatch.demo.workspace import play_report
from reviewwatch.errors import AccessError, RetryLaterError
from reviewwatch.storage.sqlite import SqliteDatabase, open_store
from reviewwatch.storage.verbs import leases
from tests.cli.running import run
from tests.cli.scene import PAPER, Scene, scene_in


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Two places with an unhappy review each."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("broken")
    scene.place.put("paper", PAPER, text="The map was torn.")
    return scene


def test_pull_reads_every_place_into_one_table(scene: Scene) -> None:
    """The counts of each place, and nothing new the second time."""
    told = {line["source"]: line for line in scene.lines("pull", "--json")}
    assert {name: (line["read"], line["new"]) for name, line in told.items()} == {"shop": (1, 1), "paper": (1, 1)}
    again = scene.lines("pull", "--json")
    assert [(line["read"], line["new"], line["same"]) for line in again] == [(1, 0, 1), (1, 0, 1)]
    assert "shop" in scene.ok("pull", "shop").stdout


@pytest.mark.parametrize(
    ("options", "says"),
    [((), "what was read so far is kept, and the same command goes on."), (("--dry-run",), "nothing was stored.")],
)
@pytest.mark.parametrize("command", ["pull", "import"])
def test_ctrl_c_says_what_became_of_the_reading(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, options: tuple[str, ...], says: str
) -> None:
    """Nobody has to guess whether half of it is there."""
    (tmp_path / "lamps.csv").write_text("id,rating,text\n1,1,It broke.\n")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reviewwatch.flow.pull.pull", stop)
    done = scene.run(command, *([str(tmp_path / "lamps.csv")] if command == "import" else []), *options)

    assert done.exit_code == 130
    assert f"Stopped: {says}" in done.stderr


def test_a_new_store_is_made_before_places_are_read_side_by_side(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads that make one store at the same time would be in each other's way."""
    opened_in_main: list[bool] = []

    def open_and_note(path: Path) -> SqliteDatabase:
        opened_in_main.append(threading.current_thread() is threading.main_thread())
        return open_store(path)

    monkeypatch.setattr("reviewwatch.storage.sqlite.open_store", open_and_note)
    scene.ok("pull")
    assert opened_in_main == [True, False, False]


def test_one_place_that_fails_leaves_the_others_working(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure is a sentence with its next step, the other place is read, and the exit code is 1."""
    known = __import__("reviewwatch.connector").connector.load_connector

    class Failing(known("silent")):  # type: ignore[misc] # made at run time
        def pages(self, http, cursor):  # type: ignore[no-untyped-def] # as its parent's
            raise AccessError("the token was refused", "paper")

    monkeypatch.setattr(
        "reviewwatch.connector.load_connector", lambda name: Failing if name == "silent" else known(name)
    )
    result = scene.run("pull")
    assert result.exit_code == 1
    assert "paper: the token was refused" in result.stderr
    assert "Check the source's token" in result.stderr
    assert len(scene.ids()) == 1


def test_a_source_that_is_not_there_stops_before_anything_is_read(scene: Scene) -> None:
    """A typing mistake is named with the nearest source."""
    result = scene.run("pull", "shop", "papr")
    assert result.exit_code == 2
    assert "Did you mean `paper`?" in result.stderr
    assert scene.ids() == []


def test_a_dry_run_reads_and_stores_nothing(scene: Scene) -> None:
    """The counts are there, the reviews are not."""
    result = scene.ok("pull", "--dry-run")
    assert "nothing was stored" in result.stderr
    assert scene.ids() == []


def test_without_a_place_pull_says_how_to_get_one(tmp_path: Path) -> None:
    """An empty config is no error."""
    (tmp_path / "reviewwatch.toml").write_text('store = "rw.db"\n')
    from typer.testing import CliRunner

    from reviewwatch.cli.main import app

    result = CliRunner().invoke(app, ["--config", str(tmp_path / "reviewwatch.toml"), "pull"])
    assert result.exit_code == 0
    assert "reviewwatch.toml import FILE` reads a file" in result.stderr


def test_a_first_pull_makes_the_persons_own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A config that came from another machine needs nothing made by hand; `doctor` says so, and makes nothing."""
    monkeypatch.chdir(tmp_path)
    own = config.own_config()
    own.parent.mkdir(parents=True)
    own.write_text(f"[sources.lamps]\nconnector = 'file'\npath = '{tmp_path / 'lamps.csv'}'\n", encoding="utf-8")
    (tmp_path / "lamps.csv").write_text("id,rating,text\n1,1,It broke.\n")

    assert "`reviewwatch pull` makes it" in run("doctor").stdout
    assert not config.own_store().parent.exists()
    assert run("pull").exit_code == 0

    assert config.own_store().is_file()


CSV = """Date,Stars,What they said,Name
2026-11-20,1,The lamp broke,Ines Example
2026-11-21,many,The lamp is dim,Jo Example
2026-11-21,5,Lovely,Kim Example
"""


def test_import_reads_a_file_and_names_the_rows_that_it_could_not(scene: Scene, tmp_path: Path) -> None:
    """Good rows are kept, bad ones named by line and reason, exit code 1; the same file again adds nothing."""
    file = tmp_path / "lamps.csv"
    file.write_text(CSV)
    result = scene.run("import", str(file), "--map", "What they said=text")
    assert result.exit_code == 1
    assert "lamps, line 3: " in result.stderr
    assert "1 problem" in result.stdout
    again = scene.run("import", str(file), "--map", "What they said=text", "--json")
    [told] = map(json.loads, again.stdout.splitlines())
    assert (told["source"], told["new"], told["same"]) == ("lamps", 0, 2)
    assert [problem["where"] for problem in told["problems"]] == ["line 3"]


@pytest.mark.parametrize(
    ("text", "columns", "step"),
    [
        ("foo,bar\n1,2\n", "“foo”, “bar”", '--map "Your words=text"'),
        (
            "Name,Description,Price\nLamp,Nice lamp,5\n",
            "“Name”, “Description”, “Price”",
            '--map "Description=text" says so',
        ),
        ("Pupil;Score\nAnn;1\n", "“Pupil”, “Score”", '--map "Score=rating" says so'),
        ("foo,bar\n", "“foo”, “bar”", "--map"),
    ],
)
def test_a_file_without_a_usable_column_fails_with_its_columns(
    scene: Scene, tmp_path: Path, text: str, columns: str, step: str
) -> None:
    """Nothing is taken for reviews that might be goods or marks; what the person says of a column holds."""
    (tmp_path / "list.csv").write_text(text)

    done = scene.run("import", str(tmp_path / "list.csv"))

    assert done.exit_code == 1
    assert done.stdout.split() == ["list.csv", *["0"] * 9, "failed"]
    assert f"The columns are: {columns}. " in done.stderr
    assert step in done.stderr
    assert scene.lines("sources", "--json")[2:] == []


def test_what_a_person_says_of_a_column_holds(scene: Scene, tmp_path: Path) -> None:
    """A column that many files have is a review's text by word, or in the company of a time or a rating."""
    (tmp_path / "a.csv").write_text("Name,Description\nAnn,It broke\n")
    (tmp_path / "b.csv").write_text("Message,Date\nIt broke,2026-11-20\n")
    (tmp_path / "c.csv").write_text("Message,Score\nIt broke,1\n")

    said = scene.ok("import", str(tmp_path / "a.csv"), "--map", "Description=text", "--json")
    plain = scene.ok("import", str(tmp_path / "b.csv"), str(tmp_path / "c.csv"), "--json")

    assert [json.loads(line)["new"] for line in [*said.stdout.splitlines(), *plain.stdout.splitlines()]] == [1, 1, 1]


def test_a_file_without_a_row_is_called_empty(scene: Scene, tmp_path: Path) -> None:
    """A month without a review is no failure, and not merely well."""
    (tmp_path / "none.csv").write_text("text,rating\n,\n")

    done = scene.ok("import", str(tmp_path / "none.csv"))

    assert done.stdout.split()[-1] == "empty"
    assert "none: not seen: the file holds no review." in done.stderr


def test_import_takes_the_source_and_tries_without_storing(scene: Scene, tmp_path: Path) -> None:
    """--source names it, --dry-run stores nothing."""
    file = tmp_path / "lamps.csv"
    file.write_text("Date,Rating,Text\n2026-11-20,1,It broke\n")
    [told] = scene.lines("import", str(file), "--source", "survey", "--dry-run", "--json")
    assert (told["source"], told["new"]) == ("survey", 1)
    assert scene.ok("export").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere.csv"], "nowhere.csv is not there"),
        (["."], "is a folder"),
        (["FILE", "--map", "text"], "is not of the form COLUMN=FIELD"),
        (["FILE", "--map", "Words=poem"], "--map Words names no field: `poem`; there are id, author"),
        (["FILE", "--map", "Words=txt"], "names no field: `txt`; did you mean `text`? Nothing was read.\n"),
        (["FILE", "--dates", "ydm"], "--dates must be one of dmy, mdy, ymd"),
    ],
)
def test_a_wrong_option_stops_before_anything_is_read(scene: Scene, tmp_path: Path, args: list[str], said: str) -> None:
    """A sentence names what is wrong, exit code 2."""
    file = tmp_path / "lamps.csv"
    file.write_text("Date,Rating,Words\n2026-11-20,1,It broke\n")
    result = scene.run("import", *(str(file) if arg == "FILE" else arg for arg in args))
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_a_file_that_cannot_be_read_leaves_the_others_working(scene: Scene, tmp_path: Path) -> None:
    """An image among the files is named; the reviews of the other are stored."""
    good, bad = tmp_path / "good.csv", tmp_path / "photo.csv"
    good.write_text("Date,Rating,Text\n2026-11-20,1,It broke\n")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    result = scene.run("import", str(bad), str(good))
    assert result.exit_code == 1
    assert "photo.csv" in result.stderr
    assert "It broke" in scene.ok("export").stdout


def test_many_bad_rows_are_counted_after_the_first_twenty(scene: Scene, tmp_path: Path) -> None:
    """A broken file does not flood the screen."""
    file = tmp_path / "lamps.csv"
    file.write_text("Date,Rating,Text\n" + "2026-11-20,many,It broke\n" * 30 + "2026-11-20,1,It broke\n")
    result = scene.run("import", str(file))
    assert result.stderr.count("lamps, line ") == 20
    assert "10 more could not be read; --json lists all." in result.stderr


def test_what_was_named_and_left_to_another_process_is_exit_1(scene: Scene, tmp_path: Path) -> None:
    """A file or a source that a person named was not read; of all places, one that another reads is no failure."""
    file = tmp_path / "box.csv"
    file.write_text("text,rating\nThe lamp broke.,1\n")
    with scene.desk() as desk:
        now = datetime.now(UTC)
        for name in ("shop", "box"):
            leases.take(desk.db, f"pull:{name}", "another", now, now + timedelta(minutes=5))

    named, imported, all_of_them = scene.run("pull", "shop"), scene.run("import", str(file)), scene.run("pull")

    assert [done.exit_code for done in (named, imported, all_of_them)] == [1, 1, 0]
    assert all("another reviewwatch is reading it" in done.stderr for done in (named, imported, all_of_them))


def test_two_files_of_one_name_are_said_to_meet(scene: Scene, tmp_path: Path) -> None:
    """Nobody chose the name, so the second one's report names the first and the way out; its own file again is fine."""
    files = [tmp_path / place / "reviews.csv" for place in ("east", "west")]
    for file in files:
        file.parent.mkdir()
        file.write_text(f"id,rating,text\n1,2,Cold in the {file.parent.name}.\n")
    east, west = map(str, files)

    first, again, second, named = (
        scene.ok("import", *args).stderr for args in ([east], [east], [west], [west, "--source", "west"])
    )

    assert [("was read from" in said) for said in (first, again, second, named)] == [False, False, True, False]
    assert f"was read from {east} before, and rows with the same id are one review" in second
    assert "import it with --source" in second


def test_monthly_play_reports_meet_without_a_word(scene: Scene, tmp_path: Path) -> None:
    """A report names its app itself, so files of any name belong together."""
    for month in ("202610", "202611"):
        file = tmp_path / f"reviews_com.example.tidewater_{month}.csv"
        file.write_bytes(play_report(datetime.now(UTC)))
        assert "was read from" not in scene.ok("import", str(file)).stderr


@pytest.mark.parametrize("args", [[], ["--source", "shop"]])
def test_a_file_cannot_take_the_name_of_a_watched_place(scene: Scene, tmp_path: Path, args: list[str]) -> None:
    """The place keeps its cursor and its reviews; the way out is said."""
    scene.ok("pull")
    file = tmp_path / "shop.csv"
    file.write_text("id,rating,text\n1,2,Cold.\n")
    before = scene.ok("export").stdout
    result = scene.run("import", str(file), *args)
    assert result.exit_code == 1
    assert "read by the connector `talking`" in result.stderr
    assert "import the file with --source" in result.stderr
    assert scene.ok("export").stdout == before


@pytest.mark.parametrize(
    ("content", "args", "said"),
    [
        (b"", [], "lamps.csv is empty; export it anew"),
        (b"\x89PNG\r\n\x1a\n\0\0", [], "a PNG picture; name a CSV, JSON or Excel file instead"),
        (b"Text,Date\nDim,9/10/2026\n", [], "say which with --dates dmy, --dates mdy or --dates ymd"),
        (b"Text,Date\nDim,2026-10-09\n", ["--map", "Foo=text"], "it has: \u201cText\u201d, \u201cDate\u201d"),
        (b"Title,Price\nA lamp,9\n", [], '--map "Your score=rating"'),
    ],
)
def test_a_files_error_ends_with_its_own_next_step(
    scene: Scene, tmp_path: Path, content: bytes, args: list[str], said: str
) -> None:
    """A file has no answer that is kept, no token and no address: the way out stands last."""
    file = tmp_path / "lamps.csv"
    file.write_bytes(content)
    result = scene.run("import", str(file), *args)
    assert result.exit_code == 1
    assert result.stderr.rstrip().endswith(said), result.stderr


def test_an_excel_file_without_the_extra_says_how_to_read_it(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package to install, or another format; nothing of sources and sites."""
    file = tmp_path / "lamps.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = scene.run("import", str(file))
    assert result.stderr.rstrip().endswith("Or save the sheet as CSV"), result.stderr


@pytest.mark.parametrize("name", ["created", "date", "created_at"])
def test_a_field_may_be_called_as_people_call_it(scene: Scene, tmp_path: Path, name: str) -> None:
    """The day that a review was written is its date."""
    file = tmp_path / "lamps.csv"
    file.write_text("Tag,Your words\n2026-11-20,It broke\n")
    scene.ok("import", str(file), "--map", f"Tag={name}")
    assert "2026-11-20T00:00:00Z" in scene.ok("export").stdout


UNTIL = re.compile(r"it asked to be left alone until (\d{4}-\d\d-\d\d \d\d:\d\d) UTC")


def test_a_place_that_asked_to_be_left_alone_is_left_alone(scene: Scene) -> None:
    """The failed pull and the next one say until when; only --now asks the place before."""
    scene.place.fails_with = RetryLaterError("the shop answered 429", after=timedelta(hours=2))
    failed = scene.run("pull", "shop")
    scene.place.fails_with = None
    again, all_of_them = scene.run("pull", "shop"), scene.run("pull", "--json")

    [[until], [until_then]] = UNTIL.findall(failed.stderr), UNTIL.findall(again.stderr)
    assert until == until_then
    left = datetime.strptime(f"{until} +0000", "%Y-%m-%d %H:%M %z") - datetime.now(UTC)
    assert timedelta(hours=1, minutes=58) < left <= timedelta(hours=2, minutes=1)
    assert (failed.exit_code, again.exit_code, all_of_them.exit_code) == (1, 1, 1)
    told = {
        line["source"]: (line["read"], bool(line["error"])) for line in map(json.loads, all_of_them.stdout.splitlines())
    }
    assert told == {"shop": (0, True), "paper": (1, False)}
    assert "nothing was asked of it" in again.stderr
    assert [line["read"] for line in scene.lines("pull", "shop", "--now", "--json")] == [1]
    scene.ok("pull", "shop")


def test_our_own_backing_off_holds_no_person_up(scene: Scene) -> None:
    """A place that failed without asking for anything is tried again at a person's word."""
    scene.place.fails_with = RetryLaterError("the shop answered 503")
    assert "left alone" not in scene.run("pull", "shop").stderr
    scene.place.fails_with = None
    scene.ok("pull", "shop")
