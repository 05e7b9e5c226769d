"""`add`: from an address to flagged reviews, and every way in which nothing is added."""

from __future__ import annotations

import json
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reviewwatch import config
from reviewwatch.demo.loopback import Answer
from reviewwatch.demo.site import REPO, Site
from reviewwatch.doors import doors
from reviewwatch.errors import ConfigError, ConfigProblem
from tests.cli.running import know_no_name, run

URL = f"https://github.com/{REPO}"
MINE = """\
# My shop. Do not touch the order!
store = "rw.db"   # beside this file
[brands.inn]
name = "Harbor Inn"
[http]
pace = "0s" # it is ours
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write a config of a person's own."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)
    return path


def add(path: Path, site: Site, *args: str, url: str = URL) -> Any:
    """Run `add` for the stand-in."""
    return run("--config", str(path), "add", url, "--option", f"base_url={site.address}", *args)


def test_one_command_leads_to_flagged_reviews(mine: Path, site: Site) -> None:
    """The config has one source more and everything else as it was; the store has what stood there, judged."""
    mine.chmod(0o600)

    done = add(mine, site, "--allow-private", "--yes", "--every", "2h")

    assert done.exit_code == 0, done.output
    text = mine.read_text()
    assert text.replace("[http]\nallow_private = true\n", "[http]\n").startswith(MINE)
    assert stat.S_IMODE(mine.stat().st_mode) == 0o600
    assert tomllib.loads(text)["sources"] == {
        "tidewater": {"connector": "github", "every": "2h", "repo": REPO, "base_url": site.address}
    }
    inbox = run("--config", str(mine), "inbox", "--json").stdout.splitlines()
    assert f"{len(inbox)} in your queue" in done.stderr
    assert "Storm warning never came" in inbox[0] + inbox[1]


def test_what_it_promises_is_what_a_first_pull_makes(mine: Path, site: Site, tmp_path: Path) -> None:
    """Read, due and history are the counts of `pull` over the same place with the same config."""
    promised = json.loads(add(mine, site, "--allow-private", "--yes", "--json").stdout)
    other = tmp_path / "other" / "reviewwatch.toml"
    other.parent.mkdir()
    other.write_text(mine.read_text())

    pulled = json.loads(run("--config", str(other), "pull", "--json").stdout)

    keys = ("read", "due", "history", "flagged")
    assert [promised[key] for key in keys] == [pulled[key] for key in keys]
    assert promised["is_added"] is True


def test_the_place_is_asked_once(mine: Path, site: Site) -> None:
    """What the trial read is what is stored, and the next pull goes on behind it."""
    add(mine, site, "--allow-private", "--dry-run")
    n_calls = site.n_requests

    add(mine, site, "--allow-private", "--yes")
    assert site.n_requests == 2 * n_calls
    pulled = json.loads(run("--config", str(mine), "pull", "--json").stdout)

    assert (pulled["new"], pulled["is_not_modified"]) == (0, True)


def test_a_place_too_large_to_hold_is_read_again(mine: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays bounded, and the store has the same in the end."""
    monkeypatch.setattr("reviewwatch.flow.add.KEPT", 3)

    done = add(mine, site, "--allow-private", "--yes")

    assert done.exit_code == 0
    pulled = json.loads(run("--config", str(mine), "pull", "--json").stdout)
    assert pulled["new"] == 0


def test_it_shows_what_stands_there_before_it_asks(mine: Path, site: Site) -> None:
    """Name, number, time span, the newest lines, what cannot be seen, the baseline and the lines for the config."""
    site.add("Ahoy \x1b[2J", "Still no answer\u202e.")

    done = add(mine, site, "--allow-private", "--dry-run")

    assert done.exit_code == 0
    for part in (
        f"{REPO}: GitHub issues by the connector `github`",
        "Found: 20 reviews, from ",
        "Ratings: none",
        "Ahoy",
        "Deletions: by the weekly full walk",
        "Replies: through its API.",
        "The first reading makes of it: 20 read, ",
        "[sources.tidewater]",
    ):
        assert part in done.stdout
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output


def test_a_dry_run_changes_nothing(mine: Path, site: Site, tmp_path: Path) -> None:
    """No line of the config, no store, no file anywhere."""
    before = sorted(tmp_path.rglob("*"))

    done = add(mine, site, "--allow-private", "--dry-run", "--json")

    assert json.loads(done.stdout)["is_added"] is False
    assert mine.read_text() == MINE
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_config_one_is_written_with_it(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newcomer's first command may be this one: it makes what `init` makes."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)

    done = run("add", URL, "--option", f"base_url={site.address}", "--allow-private", "--yes")

    assert done.exit_code == 0, done.output
    assert list(work.iterdir()) == []
    loaded = config.load(config.own_config())
    assert list(loaded.sources) == ["tidewater"]
    assert loaded.store.is_file()


def test_nobody_can_be_asked_without_a_terminal(mine: Path, site: Site) -> None:
    """The place is not even asked then."""
    done = add(mine, site, "--allow-private")

    assert (done.exit_code, site.n_requests) == (2, 0)
    assert "`--yes`" in done.stderr
    assert mine.read_text() == MINE


def test_a_private_address_is_read_only_when_allowed(mine: Path, site: Site) -> None:
    """`--yes` is not a yes to that; the sentence names the flag and the key."""
    done = add(mine, site, "--yes")

    assert (done.exit_code, site.n_requests) == (1, 0)
    assert "add `--allow-private`" in done.stderr
    assert mine.read_text() == MINE


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


def test_options_of_the_command_line_have_types(mine: Path, site: Site) -> None:
    """A list, a yes or no and a text arrive as what they are."""
    options = ("--option", 'labels=["bug", "ux"]', "--option", "skip_team=false", "--option", "id_space=hub")

    toml = json.loads(add(mine, site, "--allow-private", "--dry-run", "--json", *options).stdout)["toml"]

    assert tomllib.loads(toml)["sources"]["tidewater"] == {
        "connector": "github", "every": "1h", "repo": REPO, "base_url": site.address, "labels": ["bug", "ux"],
        "skip_team": False, "id_space": "hub",
    }  # fmt: skip


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


def test_what_the_store_knows_is_counted_apart(mine: Path, site: Site) -> None:
    """A place that was watched under another name brings nothing new."""
    add(mine, site, "--allow-private", "--yes")
    site.add("Another one", "Still broken and nobody answers.")

    done = add(mine, site, "--yes", "--as", "again", "--option", "full_every=3d", "--json")

    found = json.loads(done.stdout)
    assert (found["read"], found["known"], found["due"], found["history"]) == (20, 19, 1, 0)
