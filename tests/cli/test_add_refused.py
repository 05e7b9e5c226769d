"""`add`: every way in which nothing is added, with the reason and the next step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewwatch import config
from reviewwatch.demo.loopback import Answer
from reviewwatch.demo.site import Site
from reviewwatch.doors import doors
from reviewwatch.errors import ConfigError, ConfigProblem
from tests.cli.adding import MINE, add, written
from tests.cli.running import know_no_name, run


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write a config of a person's own."""
    return written(tmp_path)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (404, "has no issues to read"),
        (500, "answered 500\nTry again later."),
        (200, "sent an HTML page where a list"),
        (401, "What it wants: none for reading, at 60 requests an hour; a token"),
    ],
)
def test_a_place_that_fails_is_not_added(mine: Path, site: Site, status: int, says: str) -> None:
    """The error's sentence, exit 1, and neither config nor store touched."""
    site.faults = lambda _call, _answer: Answer(status, b"<html>no</html>", {})

    done = add(mine, site, "--allow-private", "--yes")

    assert done.exit_code == 1
    assert says in done.stderr
    assert "Nothing was added." in done.stderr
    assert mine.read_text() == MINE
    assert not (mine.parent / "rw.db").exists()


def test_a_misspelled_host_is_to_be_spelled_again(mine: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting would not help: the system knows that there is none of that name."""
    know_no_name(monkeypatch)

    done = run("--config", str(mine), "add", "https://shop.harbour-notes.test/lamp", "--yes")

    assert done.exit_code == 1
    assert "the name shop.harbour-notes.test has no address" in done.stderr
    assert "Check the spelling of the address" in done.stderr
    assert "later" not in done.stderr
    assert mine.read_text() == MINE


def test_a_place_that_fails_half_way_is_not_added(mine: Path, site: Site) -> None:
    """What came before is worth nothing without the rest."""
    site.faults = lambda call, answer: Answer(500, b"", {}) if call.path.endswith("/issues") else answer()

    done = add(mine, site, "--allow-private", "--yes")

    assert done.exit_code == 1
    assert mine.read_text() == MINE


def test_the_same_place_is_not_watched_twice(mine: Path, site: Site) -> None:
    """The source that watches it is named, whatever the new one would be called."""
    add(mine, site, "--allow-private", "--yes")
    n_calls = site.n_requests

    done = add(mine, site, "--yes", "--as", "again")

    assert (done.exit_code, site.n_requests) == (2, n_calls)
    assert "`tidewater` watches this already" in done.stderr


def test_a_name_that_is_taken_is_refused_with_another(mine: Path, site: Site) -> None:
    """Nothing is renamed unasked, and a free name is proposed."""
    add(mine, site, "--allow-private", "--yes")

    done = add(mine, site, "--yes", "--option", "full_every=3d")

    assert done.exit_code == 2
    assert "add `--as tidewater-2`" in done.stderr
    assert add(mine, site, "--yes", "--option", "full_every=3d", "--as", "tidewater-2").exit_code == 0
    assert list(config.load(mine).sources) == ["tidewater", "tidewater-2"]


def test_a_name_of_imported_reviews_is_refused_too(mine: Path, site: Site) -> None:
    """Else the source would begin at the cursor of a file."""
    (mine.parent / "tidewater.csv").write_text("id,rating,text\n1,1,It broke.\n")
    assert run("--config", str(mine), "import", str(mine.parent / "tidewater.csv")).exit_code == 0

    done = add(mine, site, "--allow-private", "--yes")

    assert done.exit_code == 2
    assert "add `--as tidewater-2`" in done.stderr
    assert mine.read_text() == MINE


def test_with_several_brands_it_has_to_be_said_whose_reviews_they_are(mine: Path, site: Site) -> None:
    """Nothing of one brand may speak for another."""
    mine.write_text(MINE + "[brands.cafe]\n")

    open_brand = add(mine, site, "--allow-private", "--yes")
    unknown = add(mine, site, "--allow-private", "--yes", "--brand", "caffe")
    done = add(mine, site, "--allow-private", "--yes", "--brand", "cafe")

    assert (open_brand.exit_code, unknown.exit_code, done.exit_code) == (2, 2, 0)
    assert "one of: inn, cafe" in open_brand.stderr
    assert "no brand `caffe`" in unknown.stderr
    assert config.load(mine).sources["tidewater"].brand == "cafe"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--option", "full_evry=3d"), "`sources.tidewater.full_evry` is not an option of this connector"),
        (("--option", "full_every"), "is not of the form KEY=VALUE"),
        (("--option", "token=abc"), "would hold a secret in plain text"),
        (("--every", "soon"), '`sources.tidewater.every` must be a duration such as "90s"'),
        (("--as", "a b"), "must be named with letters"),
        (("--connector", "githob"), "`githob`; did you mean `github`? Nothing was added."),
        (("--connector", "lamps"), "there are: app_store_rss, feed, "),
    ],
)
def test_what_does_not_fit_is_said_before_the_place_is_asked(
    mine: Path, site: Site, args: tuple[str, ...], says: str
) -> None:
    """Exit 2, no request, nothing written."""
    done = add(mine, site, "--allow-private", "--yes", *args)

    assert (done.exit_code, site.n_requests) == (2, 0)
    assert says in done.stderr
    assert mine.read_text() == MINE


@pytest.mark.parametrize("door", doors(), ids=lambda door: door.samples[0])
def test_a_closed_door_is_named_with_the_way_that_works(door: Any, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Why, what to do today, where that stands, exit 2; nobody is asked first and no terminal is needed."""
    monkeypatch.setenv("REVIEWWATCH_CONFIG", str(mine))

    done = run("add", door.samples[0])

    assert done.exit_code == 2
    assert done.stderr.startswith(f"{door.place} cannot be watched")
    for part in (door.why, door.door, door.source, "Nothing was added."):
        assert part in done.stderr


def test_a_closed_door_cannot_be_forced(mine: Path) -> None:
    """Naming a connector does not make a place's terms another."""
    done = run("--config", str(mine), "add", "https://www.amazon.de/dp/1", "--connector", "github", "--yes")

    assert done.exit_code == 2
    assert "Amazon cannot be watched" in done.stderr


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("nonsense://x", "No connector knows nonsense://x"),
        ("mailto:desk@harbor-inn.example", "No connector knows mailto:"),
        ("\x1b[2J://x", "`⟨U+001B⟩[2J://x` is neither the address of a page nor a file here"),
        ("notaurl", "`notaurl` is neither the address of a page nor a file here. Give the address as a browser shows"),
        ("our reviews", "`our reviews` is neither"),
        ("page/of.html", "`page/of.html` is neither"),
        ("./of.html", "./of.html is not there"),
        ("/nowhere/at/all", "/nowhere/at/all is not there"),
        ("./pages", "./pages is a folder"),
        ("https://ann:secret@shop.example/lamp", "No connector knows https://shop.example/lamp."),
        ("“https://www.amazon.de/dp/1”", "Amazon cannot be watched"),
        ("<www.amazon.de/dp/1>", "Amazon cannot be watched"),
        ("lamps.csv", "`reviewwatch import"),
        ("missing.csv", "missing.csv is not there"),
        ("missing.html", "missing.html is not there"),
    ],
)
def test_what_is_no_place_is_said(address: str, says: str, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of reviews is imported, not watched."""
    monkeypatch.chdir(mine.parent)
    (mine.parent / "lamps.csv").write_text("id,text\n1,no\n")
    (mine.parent / "pages").mkdir()

    done = run("add", address, "--yes")

    assert done.exit_code == 2
    assert says in done.stderr


def test_what_is_wrong_with_another_source_is_said(mine: Path, site: Site) -> None:
    """As every command says it; the new place is added all the same."""
    mine.write_text(MINE + "[sources.old]\nconnector = 'gitub'\n")

    done = add(mine, site, "--allow-private", "--yes")

    assert done.exit_code == 0
    assert (
        "`sources.old.connector` names no connector that is installed: `gitub`; did you mean `github`?" in done.stderr
    )


def test_a_broken_config_is_not_edited(mine: Path, site: Site) -> None:
    """The problems that stop every command stop this one."""
    mine.write_text("stor = 1\n")

    done = add(mine, site, "--allow-private", "--yes")

    assert done.exit_code == 2
    assert "did you mean `store`?" in done.stderr
    assert (mine.read_text(), site.n_requests) == ("stor = 1\n", 0)


def test_a_config_that_does_not_load_afterwards_is_put_back(
    mine: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever went wrong between the two, the old file stands there again."""
    real, n_loads = config.load, []

    def load(path: Path | None) -> config.Config:
        if path == mine and "tidewater" in mine.read_text():
            n_loads.append(1)
            raise ConfigError((ConfigProblem("sources.tidewater", "is not what it was"),), str(mine))
        return real(path)

    monkeypatch.setattr(config, "load", load)

    done = add(mine, site, "--allow-private", "--yes")

    assert (done.exit_code, len(n_loads)) == (2, 1)
    assert mine.read_text() == MINE


def test_what_somebody_else_wrote_meanwhile_is_kept(mine: Path, site: Site) -> None:
    """The config is read again just before it is edited."""

    def meanwhile(_call: Any, answer: Any) -> Answer:
        mine.write_text(MINE + "[people.ines]\nuser = 'ines'\n")
        result: Answer = answer()
        return result

    site.faults = meanwhile
    assert add(mine, site, "--allow-private", "--yes").exit_code == 0

    assert list(config.load(mine).people) == ["ines"]
    assert list(config.load(mine).sources) == ["tidewater"]


@pytest.mark.parametrize("address", ["https://amazon.de/" + "a" * 5000, "amazon.de/" + "a" * 5000, "~nobody@amazon.de"])
def test_what_no_file_can_be_called_is_an_address(address: str, mine: Path) -> None:
    """A long path and an odd home are no failures of the system."""
    done = run("--config", str(mine), "add", address)

    assert done.exit_code == 2
    assert "Amazon cannot be watched" in done.stderr


def test_options_that_do_not_fit_are_said_without_a_config_too(tmp_path: Path, site: Site) -> None:
    """The config that is not there yet is not to blame."""
    done = add(tmp_path / "new.toml", site, "--allow-private", "--yes", "--option", "full_evry=3d")

    assert done.exit_code == 2
    assert "`sources.tidewater.full_evry` is not an option" in done.stderr
    assert not (tmp_path / "new.toml").exists()


def test_a_store_that_could_not_be_made_is_said_before_anything_is_done(mine: Path, site: Site) -> None:
    """A misspelled folder does not come to life, and the config stays as it was."""
    mine.write_text(MINE.replace("rw.db", "nowhere/rw.db"))

    done = add(mine, site, "--allow-private", "--yes")

    assert (done.exit_code, site.n_requests) == (2, 0)
    assert "nowhere is missing" in done.stderr
    assert "sources" not in mine.read_text()
    assert not (mine.parent / "nowhere").exists()


def test_a_first_reading_that_fails_says_that_the_place_is_watched(
    mine: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The config has it by then; the command that goes on is named, and scripts get their object."""
    monkeypatch.setattr("reviewwatch.flow.add.KEPT", 3)
    first: list[int] = []

    def then_down(call: Any, answer: Any) -> Answer:
        first.append(1)
        given: Answer = answer() if len(first) <= 2 else Answer(503, b"", {})
        return given

    site.faults = then_down

    done = add(mine, site, "--allow-private", "--yes", "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["is_added"] is True
    assert f"`reviewwatch --config {mine} pull tidewater` tries again" in done.stderr
    assert list(config.load(mine).sources) == ["tidewater"]
