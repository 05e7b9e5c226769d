"""`doctor`: what is well, what is not, and what to do."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import namedtuple
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import reviewwatch.connector
from reviewwatch import config
from reviewwatch.cli import opening
from reviewwatch.demo.loopback import Answer
from reviewwatch.demo.site import ACCOUNT, REPO, TOKEN, Site
from reviewwatch.flow import doctor
from reviewwatch.reply import platforms
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import raw_pages, sources
from reviewwatch.types import Health, SourceState
from tests.cli.running import know_no_name, run

Usage = namedtuple("Usage", "total used free")

MINE = """\
store = "rw.db"
[brands.inn]
[brands.inn.contacts.desk]
email = "desk@harbor-inn.example"
[sources.app]
connector = "github"
repo = "{repo}"
base_url = "{address}"
account = "{account}"
token_env = "INN_TOKEN"
[http]
allow_private = true
pace = "0s"
contact = "web@harbor-inn.example"
"""


@pytest.fixture
def mine(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a set-up in which everything is well."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE.format(repo=REPO, address=site.address, account=ACCOUNT))
    monkeypatch.setenv("INN_TOKEN", TOKEN)
    assert run("--config", str(path), "pull").exit_code == 0
    return path


def checked(path: Path, *args: str, code: int = 0) -> list[dict[str, Any]]:
    """Run it and return what it found."""
    done = run("--config", str(path), "doctor", "--json", *args)
    assert done.exit_code == code, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def of_area(found: list[dict[str, Any]], area: str) -> list[tuple[str, str]]:
    """Return level and finding of one area."""
    return [(one["level"], one["what"]) for one in found if one["area"] == area]


def test_a_set_up_that_is_well_passes(mine: Path, site: Site) -> None:
    """Each area has its line, every line is ok, and no secret is shown."""
    n_before = site.n_requests

    done = run("--config", str(mine), "doctor")

    assert done.exit_code == 0, done.output
    assert all(line.startswith("ok  ") for line in done.stdout.splitlines())
    for area in ("config:", "store:", "secret sources.app.token_env:", "source app:", "clock:", "platforms:"):
        assert f"ok    {area}" in done.stdout
    assert "sound" in done.stdout
    assert TOKEN not in done.output
    assert site.n_requests > n_before
    assert "failing" in done.stderr


def test_it_stores_nothing(mine: Path) -> None:
    """The place is read and its cursor stays where it was."""
    db = open_store(mine.parent / "rw.db")
    before = sources.all_states(db)

    checked(mine)

    assert sources.all_states(db) == before
    db.close()


def test_a_place_is_asked_for_no_more_than_its_first_reviews(mine: Path, site: Site) -> None:
    """Looking whether it answers is no reason to read all of it."""
    for number in range(150):
        site.add(f"Question {number}")
    n_before = site.n_requests

    found = checked(mine)

    assert site.n_requests == n_before + 2  # a page of comments and one of issues: the second one is not read
    assert of_area(found, "source") == [("ok", f"{REPO}: 95 reviews on its first page")]  # five are no reviews


def test_offline_reads_no_place(mine: Path, site: Site) -> None:
    """Options are checked all the same."""
    n_before = site.n_requests

    found = checked(mine, "--offline")

    assert site.n_requests == n_before
    assert of_area(found, "source") == [("ok", "its options fit; it was not read (--offline)")]
    mine.write_text(mine.read_text().replace("repo =", "rpo ="))
    assert "`sources.app.rpo` is not an option" in of_area(checked(mine, "--offline", code=1), "source")[0][1]


def test_a_config_that_does_not_load_is_named_with_every_problem(mine: Path) -> None:
    """The other checks go on with what can be used of it."""
    mine.write_text("stor = 1\n" + mine.read_text())

    found = checked(mine, code=1)

    assert ("fail", "line 1: `stor` is not a key that reviewwatch knows; did you mean `store`?") in of_area(
        found, "config"
    )
    assert of_area(found, "source")[0][0] == "ok"
    assert "ok" not in [level for level, _ in of_area(found, "config")]
    assert [one["name"] for one in found if one["level"] == "fail"] == [str(mine)]


def test_a_config_that_is_no_toml_ends_it(mine: Path) -> None:
    """Nothing is known then, and the line is named."""
    mine.write_text("store = \n")

    found = checked(mine, code=1)

    assert len(found) == 1
    assert "line 1" in found[0]["what"]


def test_a_folder_in_which_no_store_can_be_made_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pull would fail there, so it is no mere warning."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("store = 'rw.db'\n")
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != tmp_path)

    found = of_area(checked(path, "--offline", code=1), "store")

    assert found == [("fail", f"there is none at {tmp_path / 'rw.db'} yet, and you may not write in {tmp_path}")]


def test_a_config_that_the_system_refuses_is_told(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a failure among the others, with what to do."""

    def refuse(path: Path) -> Any:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(config, "load_broken", refuse)
    (found,) = checked(mine, code=1)
    assert (found["level"], found["name"], found["what"]) == ("fail", str(mine), "Permission denied")
    assert "Check who owns" in found["next_step"]


def test_what_will_be_missed_is_a_warning(tmp_path: Path) -> None:
    """No contact, nobody to reach, no place, no store: nothing fails, and each says what to do."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("store = 'rw.db'\n[brands.inn]\n[sources.x]\nconnector = 'github'\nrepo = 'a/b'\n")

    found = checked(path, "--offline")

    warned = {one["name"] or one["area"]: one["next_step"] for one in found if one["level"] == "warn"}
    assert warned.keys() == {"brands.inn", "http.contact", "store"}
    assert all(warned.values())
    assert not (tmp_path / "rw.db").exists()


def test_no_place_and_no_config_are_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newcomer is told what to type."""
    monkeypatch.chdir(tmp_path)

    done = run("doctor")

    assert "`reviewwatch init`" in done.stdout
    assert "`reviewwatch add URL`" in done.stdout


@pytest.mark.parametrize(
    ("option", "mode", "says"),
    [
        ('token_env = "MISSING"', 0o600, "the environment variable MISSING"),
        ('token_file = "secret"', 0o644, "can be read by others"),
        ('token_file = "nowhere"', 0o600, "cannot be read"),
    ],
)
def test_a_secret_that_is_not_there_or_open_fails(mine: Path, option: str, mode: int, says: str) -> None:
    """What to do is said; what the secret is, never."""
    secret = mine.parent / "secret"
    secret.write_text(TOKEN)
    secret.chmod(mode)
    mine.write_text(mine.read_text().replace('token_env = "INN_TOKEN"', option))

    done = run("--config", str(mine), "doctor", "--offline", "--json")

    found = [json.loads(line) for line in done.stdout.splitlines()]
    secret_line = next(one for one in found if one["area"] == "secret")
    assert (done.exit_code, secret_line["level"]) == (1, "fail")
    assert says in secret_line["what"]
    assert secret_line["next_step"]
    assert TOKEN not in done.output


@pytest.mark.parametrize(
    ("answer", "says", "step"),
    [
        (Answer(404, b"{}", {}), "has no issues to read", "moved or removed"),
        (Answer(401, b"{}", {}), "401", "token"),
        (Answer(503, b"", {}), "503", "try again later"),
        (Answer(200, b"<html>", {}), "HTML page", "report it"),
    ],
)
def test_a_place_that_cannot_be_read_fails(mine: Path, site: Site, answer: Answer, says: str, step: str) -> None:
    """The sentence of the error, and the next step of its kind."""
    site.faults = lambda _call, _answer: answer

    found = checked(mine, code=1)

    line = next(one for one in found if one["area"] == "source")
    assert (line["level"], says in line["what"], step in line["next_step"]) == ("fail", True, True), line


def test_a_place_without_a_review_is_looked_at(mine: Path, site: Site) -> None:
    """An empty answer is not well by itself."""
    site.faults = lambda _call, _answer: Answer(200, b"[]", {})

    assert of_area(checked(mine), "source") == [("warn", f"{REPO} answered, and no review came")]


def test_a_place_that_asked_to_be_left_alone_is(mine: Path, site: Site) -> None:
    """Looking is no reason to ask it all the same."""
    until = datetime.now(UTC) + timedelta(hours=1)
    _save(mine, SourceState(source_id="app", connector="github", asked_until=until))
    n_before = site.n_requests

    found = checked(mine)

    assert site.n_requests == n_before
    assert of_area(found, "source")[0][1].startswith("asked to be left alone until")


def test_a_paused_place_that_can_be_read_again_is_said(mine: Path) -> None:
    """A person paused by an error needs to know when it is over."""
    _save(mine, SourceState(source_id="app", connector="github", health=Health.PAUSED))

    line = next(one for one in checked(mine) if one["area"] == "source")

    assert line["level"] == "warn"
    assert "`reviewwatch pull app`" in line["next_step"]


def test_a_connector_that_is_not_there_fails_alone(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other sources are checked."""
    mine.write_text(mine.read_text() + "[sources.gone]\nconnector = 'lamps'\n[sources.broken]\nconnector = 'broken'\n")
    real = reviewwatch.connector.load_connector

    def load(name: str) -> Any:
        if name == "broken":
            raise ImportError("no module named lamps")
        return real(name)

    monkeypatch.setattr(reviewwatch.connector, "load_connector", load)

    levels = {one["name"]: one["level"] for one in checked(mine, code=1) if one["area"] == "source"}

    assert levels == {"app": "ok", "gone": "fail", "broken": "fail"}


def test_a_misspelled_host_is_not_one_that_is_down(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying again later would never help."""
    know_no_name(monkeypatch)
    mine.write_text(re.sub('base_url = ".*?"', 'base_url = "https://harbour-notes.test"', mine.read_text()))

    (step,) = [one["next_step"] for one in checked(mine, code=1) if one["area"] == "source"]

    assert step.startswith("Check the spelling of the address")


@pytest.mark.parametrize(
    ("offset", "level", "says"),
    [
        (timedelta(seconds=30), "ok", "as 127.0.0.1"),
        (timedelta(minutes=10, seconds=30), "warn", "10 min behind that of 127.0.0.1"),
        (-timedelta(hours=3, minutes=1), "fail", "3 h ahead of that of 127.0.0.1"),
    ],
)
def test_the_clock_is_held_against_the_places(mine: Path, offset: timedelta, level: str, says: str) -> None:
    """By the `Date` of their answers; a wrong one makes every due time wrong."""
    with Site(now=lambda: datetime.now(UTC) + offset) as other:
        mine.write_text(MINE.format(repo=REPO, address=other.address, account=ACCOUNT))
        found = checked(mine, code=level == "fail")

    assert [(one[0], says in one[1]) for one in of_area(found, "clock")] == [(level, True)], found


def test_a_clock_that_went_back_is_told_from_the_store(mine: Path) -> None:
    """Offline there is no other clock: a pull of tomorrow says enough."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    _save(mine, SourceState(source_id="app", connector="github", last_pull_at=tomorrow))

    ((level, what),) = of_area(checked(mine, "--offline", code=1), "clock")

    assert level == "fail"
    assert "which was already" in what


@pytest.mark.parametrize("which", ["all", "last"])
def test_a_damaged_store_fails(mine: Path, which: str) -> None:
    """By SQLite's own check, also where opening it shows nothing; what to do is said."""
    store = mine.parent / "rw.db"
    data = bytearray(store.read_bytes())
    pages = range(5, len(data) // 8192) if which == "all" else [len(data) // 8192 - 1]
    for page in pages:
        data[page * 8192 : page * 8192 + 40] = b"\xff" * 40
    store.write_bytes(data)

    found = checked(mine, "--offline", code=1)

    line = next(one for one in found if one["area"] == "store" and one["level"] == "fail")
    assert "damaged" in line["what"]
    assert "Restore a backup" in line["next_step"] + line["what"]


@pytest.mark.parametrize("content", [b"not a store, really not" * 40, b"short"])
def test_a_store_that_is_none_fails_and_the_rest_is_checked(mine: Path, content: bytes) -> None:
    """The place can be read all the same."""
    for path in mine.parent.glob("rw.db*"):
        path.unlink()
    (mine.parent / "rw.db").write_bytes(content)

    found = checked(mine, code=1)

    assert "fail" in [level for level, _ in of_area(found, "store")]
    assert of_area(found, "source")[0][0] == "ok"
    assert (mine.parent / "rw.db").read_bytes() == content


def test_a_folder_of_the_store_that_is_missing_fails(mine: Path) -> None:
    """A misspelled folder does not come to life."""
    mine.write_text(mine.read_text().replace('"rw.db"', '"nowhere/rw.db"'))

    found = checked(mine, "--offline", code=1)

    assert "is missing" in of_area(found, "store")[0][1]
    assert not (mine.parent / "nowhere").exists()


@pytest.mark.parametrize(("free", "level"), [(10, "fail"), (200_000_000, "warn"), (10**12, "ok")])
def test_a_full_disk_is_seen_before_it_hurts(
    mine: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: str
) -> None:
    """Little room warns, none fails."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 0, free))

    found = checked(mine, "--offline", code=level == "fail")

    assert level in [one for one, what in of_area(found, "store") if "free on its disk" in what]


def test_a_store_that_others_can_read_is_a_warning(mine: Path) -> None:
    """It holds people's words."""
    (mine.parent / "rw.db").chmod(0o644)

    assert ("warn", "others on this machine can read it") in of_area(checked(mine, "--offline"), "store")


def test_old_limits_of_replies_are_named(mine: Path) -> None:
    """Half a year after they were read, not a day before; what a team read later counts, and unused places do not."""
    read_on = platforms.load("github").checked_on
    text = mine.read_text()

    def told(days: int, more: str = "") -> doctor.Checked:
        mine.write_text(text + more)
        now = datetime(read_on.year, read_on.month, read_on.day, tzinfo=UTC) + timedelta(days=days)
        with opening.desk_for(config.load(mine)) as desk:
            return doctor.check_platforms(replace(desk, now=lambda: now))

    fresh, old = told(180), told(181)
    named = told(9999, '[brands.inn.platforms.yelp]\nperson = "we"\n')
    later = told(181, f"[platforms.github]\nchecked_on = {read_on + timedelta(days=1)}\n")

    assert [one.level for one in (fresh, old, later)] == [doctor.Level.OK, doctor.Level.WARN, doctor.Level.OK]
    assert old.what.endswith("for: GitHub issues")
    assert "[platforms.github]" in old.next_step
    assert named.what.endswith("for: GitHub issues, Yelp")


def test_a_kept_page_is_named_until_it_is_deleted(mine: Path) -> None:
    """Someone should look at it within its week."""
    db = open_store(mine.parent / "rw.db")
    with db.transaction():
        raw_pages.keep(db, "app", "no issue in it", b"<html>", datetime.now(UTC) - timedelta(days=2))
        raw_pages.keep(db, "old", "long ago", b"<html>", datetime.now(UTC) - timedelta(days=8))
        sources.save(db, SourceState(source_id="old", connector="file"))
    db.close()

    found = checked(mine, "--offline")

    assert [one["name"] for one in found if one["area"] == "kept page"] == ["app"]


def test_the_demos_workspace_is_well(tmp_path: Path) -> None:
    """Its site starts for the run, and its token is the site's own."""
    folder = tmp_path / "demo"
    assert run("demo", "--into", str(folder)).exit_code == 0

    levels = [one["level"] for one in checked(folder / "reviewwatch.toml")]

    assert "fail" not in levels


def _save(mine: Path, state: SourceState) -> None:
    db = open_store(mine.parent / "rw.db")
    with db.transaction():
        sources.save(db, state)
    db.close()
