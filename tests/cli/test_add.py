"""`add`: from an address to flagged reviews."""

from __future__ import annotations

import json
import stat
import tomllib
from pathlib import Path

import pytest

from reviewwatch import config
from reviewwatch.demo.site import REPO, Site
from tests.cli.adding import MINE, URL, add, written
from tests.cli.running import run


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write a config of a person's own."""
    return written(tmp_path)


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


def test_options_of_the_command_line_have_types(mine: Path, site: Site) -> None:
    """A list, a yes or no and a text arrive as what they are."""
    options = ("--option", 'labels=["bug", "ux"]', "--option", "skip_team=false", "--option", "id_space=hub")

    toml = json.loads(add(mine, site, "--allow-private", "--dry-run", "--json", *options).stdout)["toml"]

    assert tomllib.loads(toml)["sources"]["tidewater"] == {
        "connector": "github", "every": "1h", "repo": REPO, "base_url": site.address, "labels": ["bug", "ux"],
        "skip_team": False, "id_space": "hub",
    }  # fmt: skip


def test_what_the_store_knows_is_counted_apart(mine: Path, site: Site) -> None:
    """A place that was watched under another name brings nothing new."""
    add(mine, site, "--allow-private", "--yes")
    site.add("Another one", "Still broken and nobody answers.")

    done = add(mine, site, "--yes", "--as", "again", "--option", "full_every=3d", "--json")

    found = json.loads(done.stdout)
    assert (found["read"], found["known"], found["due"], found["history"]) == (20, 19, 1, 0)
