"""`init` and `sources`: a folder that works at once, and how every place stands."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reviewwatch import config
from reviewwatch.config import connectors, names
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import sources
from reviewwatch.types import Health, SourceState
from tests.cli.running import run
from tests.make import NOW


def test_init_writes_a_config_that_loads_and_an_empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`init --here` makes a folder that every command works in at once."""
    monkeypatch.chdir(tmp_path)

    done = run("init", "--here")

    assert done.exit_code == 0
    assert done.stdout == f"{tmp_path / 'reviewwatch.toml'}\n"
    assert config.load(tmp_path / "reviewwatch.toml").store == tmp_path / "reviewwatch.db"
    assert (tmp_path / "reviewwatch.db").stat().st_size > 0
    assert list((tmp_path / "home").iterdir()) == []
    listed = run("sources", "--json")
    assert (listed.exit_code, listed.output) == (0, "")


def test_init_writes_into_the_persons_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `--here` the working folder stays as it is, and the config is found from anywhere."""
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)

    assert run("init").exit_code == 0

    assert list(place.iterdir()) == []
    assert config.find(None, {}, place) == config.own_config()
    assert config.load(config.own_config()).store.is_file()


def test_init_replaces_nothing_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An existing config is kept where nobody can be asked, replaced with `--yes`, and the store is never emptied."""
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "reviewwatch.toml"
    mine.write_text("# mine\n")
    (tmp_path / "reviewwatch.db").unlink(missing_ok=True)

    refused = run("init", "--here")
    assert refused.exit_code == 2
    assert mine.read_text() == "# mine\n"
    assert run("init", "--here", "--yes").exit_code == 0
    assert mine.read_text() != "# mine\n"
    store = (tmp_path / "reviewwatch.db").read_bytes()
    assert "was there already" in run("init", "--here", "--yes").stderr
    assert (tmp_path / "reviewwatch.db").read_bytes() == store


@pytest.mark.parametrize(
    ("contact", "kind"),
    [
        ("desk@harbor-inn.example", "email"),
        ("+44 20 7946 0123", "phone"),
        ("https://harbor-inn.example/contact", "url"),
    ],
)
def test_init_takes_the_name_and_a_contact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contact: str, kind: str
) -> None:
    """Both stand as values in the commented config, so that the first reply has them."""
    monkeypatch.chdir(tmp_path)

    done = run("init", "--here", "--yes", "--brand", 'The "Harbor" Inn', "--contact", contact)

    brand = config.load(tmp_path / "reviewwatch.toml").brands["default"]
    assert done.exit_code == 0
    assert brand.name == 'The "Harbor" Inn'
    assert [(one.text, getattr(one, kind)) for one in brand.contacts] == [(contact, contact)]
    assert "reviewwatch add URL" in done.stderr


@pytest.mark.parametrize("contact", ["nobody", "desk@", "12", "https://"])
def test_init_refuses_a_contact_that_nobody_could_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contact: str
) -> None:
    """A config that does not load is never written."""
    monkeypatch.chdir(tmp_path)

    done = run("init", "--here", "--contact", contact)

    assert done.exit_code == 2
    assert "Nothing was written" in done.stderr
    assert not (tmp_path / "reviewwatch.toml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_init_asks_on_a_terminal_unless_told_not_to(tmp_path: Path) -> None:
    """Two questions, each with Enter for none; `--yes` asks nothing."""
    import pexpect

    def start(*args: str) -> Any:
        words = ["-m", "reviewwatch", "init", "--here", *args]
        return pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=20, cwd=str(tmp_path))

    child = start()
    child.expect("Your business")
    child.sendline("Harbor Inn")
    child.expect("unhappy reviewer may turn")
    child.sendline("")
    child.expect("reviewwatch add URL")
    child.expect(pexpect.EOF)
    brand = config.load(tmp_path / "reviewwatch.toml").brands["default"]
    assert (brand.name, brand.contacts) == ("Harbor Inn", ())
    silent = start("--yes")
    silent.expect(pexpect.EOF)
    assert "Your business" not in silent.before
    child.close()
    silent.close()
    assert (child.exitstatus, silent.exitstatus) == (0, 0)


def test_sources_without_any_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty list is a hint on stderr and nothing on stdout."""
    monkeypatch.chdir(tmp_path)
    run("init", "--here")

    done = run("sources")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "reviewwatch import FILE" in done.stderr


def test_sources_lists_configured_ones_before_their_first_pull(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that was never read is there as new, without loading its connector."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text(
        "store = 's.db'\n[brands.inn]\n[sources.app]\nconnector = 'not-installed'\n", encoding="utf-8"
    )

    line = json.loads(run("sources", "--json").stdout)

    assert line["source"] == "app"
    assert (line["brand"], line["health"], line["is_configured"]) == ("inn", "new", True)
    assert (line["n_open"], line["n_unanswered"], line["last_pull_at"]) == (0, 0, None)
    assert run("sources").stdout == "app\tnot-installed\tnew\t-\t-\t0\t0\t0\t\n"


def test_a_broken_config_stops_every_command_with_all_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way from a misspelled key to the sentence on stderr."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text("stor = 'a'\n[triage]\nsince = 7\n", encoding="utf-8")

    done = run("sources")

    assert done.exit_code == 2
    assert "line 1: `stor` is not a key that reviewwatch knows; did you mean `store`?" in done.stderr
    assert "line 3: `triage.since` must be a duration" in done.stderr
    assert not (tmp_path / "a").exists()


MISSPELLED = "store = 's.db'\n[sources.app]\nconnector = 'gitub'\nrepo = 'own/app'\n"


@pytest.mark.parametrize(
    "words",
    [
        "inbox",
        "search lamp",
        "sources",
        "queue",
        "outbox",
        "score",
        "lint",
        "knowledge list",
        "knowledge check",
        "pull x",
    ],
)
def test_every_command_names_a_connector_that_is_none(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its line and the nearest one; the command itself goes on, since the other sources work."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MISSPELLED + "[sources.x]\nconnector = 'file'\npath = 'x.csv'\n", encoding="utf-8")
    (tmp_path / "x.csv").write_text("text\nNice\n")

    done = run(*words.split())

    assert done.exit_code == 0
    assert done.stderr.splitlines()[0] == (
        f"{path}, line 3: `sources.app.connector` names no connector that is installed: `gitub`; did you mean "
        "`github`? `app` is not read before it is mended."
    )
    assert done.stderr.count("gitub") == 1


def test_whoever_reads_places_tells_it_of_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pull`, `doctor` and `status` say it once, each where it tells of its sources, and fail for it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text(MISSPELLED, encoding="utf-8")

    for words in (["status"], ["pull"], ["doctor", "--offline"]):
        done = run(*words)
        assert done.exit_code == 1, words
        assert done.output.count("line 3: `sources.app.connector` names no connector that is installed: `gitub`") == 1


def test_a_connector_that_comes_with_us_costs_no_look_at_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That look would cost every command a tenth of its start."""
    monkeypatch.chdir(tmp_path)
    sources_of_all = "".join(f"[sources.{name}]\nconnector = '{name}'\n" for name in names.SHIPPED_CONNECTORS)
    (tmp_path / "reviewwatch.toml").write_text(f"store = 's.db'\n{sources_of_all}", encoding="utf-8")
    monkeypatch.setattr(connectors, "installed", lambda: pytest.fail("looked"))

    assert run("inbox").exit_code == 0


def test_the_connectors_that_come_with_us_are_installed() -> None:
    """The list that spares the look holds no other name."""
    assert set(connectors.installed()) >= names.SHIPPED_CONNECTORS


def test_sources_show_how_each_stands_and_imported_ones_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Health, times and the last error of a place, and the files whose reviews are in the store, open ones counted."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text(
        "store = 's.db'\n[brands.inn]\n[sources.app]\nconnector = 'github'\nrepo = 'own/app'\n", encoding="utf-8"
    )
    (tmp_path / "lamps.csv").write_text("id,rating,text,date\n1,1,It broke.,2026-11-20\n2,5,Lovely.,2026-11-20\n")
    assert run("import", "lamps.csv").exit_code == 0
    failing = SourceState(
        source_id="app", connector="github", health=Health.FAILING, last_pull_at=NOW, last_error="503 \x1b[2J"
    )
    db = open_store(tmp_path / "s.db")
    with db.transaction():
        sources.save(db, failing)
    db.close()

    app, lamps = (json.loads(line) for line in run("sources", "--json").stdout.splitlines())

    assert (app["source"], app["health"], app["last_pull_at"]) == ("app", "failing", "2026-11-21T12:00:00Z")
    assert app["last_error"] == "503 \x1b[2J"
    assert (lamps["source"], lamps["connector"], lamps["is_configured"]) == ("lamps", "file", False)
    assert (lamps["n_open"], lamps["n_unanswered"]) == (1, 2)
    said = run("sources")
    assert said.stdout.splitlines()[1].split("\t")[:3] == ["lamps", "file", "imported"]
    assert "app: 503 " in said.stderr
    assert "never good so far" in said.stderr
    assert "reviewwatch doctor" in said.stderr
    assert "\x1b" not in said.output


def test_a_source_taken_out_of_the_config_is_no_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was watched, and is not any more: that is said, and its reviews stay."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "reviewwatch.toml"
    path.write_text("store = 's.db'\n[sources.lamps]\nconnector = 'file'\npath = 'lamps.csv'\n", encoding="utf-8")
    (tmp_path / "lamps.csv").write_text("id,rating,text\n1,1,It broke.\n")
    assert run("pull").exit_code == 0
    (tmp_path / "shades.csv").write_text("id,rating,text\n2,1,It tore.\n")
    assert run("import", "shades.csv").exit_code == 0
    path.write_text("store = 's.db'\n", encoding="utf-8")

    said = run("sources")

    assert [line.split("\t")[:3] for line in said.stdout.splitlines()] == [
        ["lamps", "file", "removed"],
        ["shades", "file", "imported"],
    ]
    assert said.stderr == "lamps: not in the config any more, so it is not read; its reviews stay.\n"
    listed = [json.loads(line) for line in run("sources", "--json").stdout.splitlines()]
    assert [(one["is_configured"], one["is_imported"]) for one in listed] == [(False, False), (False, True)]


@pytest.mark.parametrize(
    ("days", "says"),
    [(0, "last good today at "), (1, "last good {:%A}"), (6, "last good {:%A}"), (7, "last good {:%Y-%m-%d}")],
)
def test_sources_say_when_a_failing_place_was_last_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int, says: str
) -> None:
    """What the last pull could not see, why it failed, and the last good one as people say it."""
    good = datetime.now(UTC) - timedelta(days=days)
    state = SourceState(
        source_id="app", connector="github", health=Health.FAILING, last_pull_at=datetime.now(UTC), last_good_at=good,
        n_failures=2, last_error="503 Service Unavailable", unseen="parsed 0 of 3 pages",
    )  # fmt: skip
    _remember(tmp_path, monkeypatch, state)

    cell = run("sources").stdout.rstrip("\n").split("\t")[-1]

    assert cell.startswith("503 Service Unavailable; parsed 0 of 3 pages; ")
    assert says.format(good.astimezone()) in cell
    line = json.loads(run("sources", "--json").stdout)
    assert (line["unseen"], line["n_failures"]) == ("parsed 0 of 3 pages", 2)


def test_sources_say_what_a_good_pull_could_not_see(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window is no failure, and is said all the same."""
    _remember(
        tmp_path, monkeypatch,
        SourceState(source_id="app", connector="github", health=Health.OK, unseen="older than the newest 500"),
    )  # fmt: skip

    done = run("sources")

    assert done.stdout.endswith("\tolder than the newest 500\n")
    assert done.stderr == ""


def test_sources_count_what_came_in_seven_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New and flagged ones; what a first pull found too old is neither."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewwatch.toml").write_text("store = 's.db'\n", encoding="utf-8")
    today = datetime.now(UTC).date()
    rows = ["id,rating,text,date", f"1,1,It broke.,{today}", f"2,5,Lovely.,{today}", "3,1,It broke too.,2025-01-01"]
    (tmp_path / "lamps.csv").write_text("\n".join(rows))
    assert run("import", "lamps.csv").exit_code == 0

    line = json.loads(run("sources", "--json").stdout)
    monkeypatch.setattr("reviewwatch.cli.commands.sources.RECENT", timedelta(0))
    later = json.loads(run("sources", "--json").stdout)

    assert (line["n_new"], line["n_flagged"]) == (2, 1)
    assert (later["n_new"], later["n_flagged"]) == (0, 0)


def _remember(folder: Path, monkeypatch: pytest.MonkeyPatch, state: SourceState) -> None:
    monkeypatch.chdir(folder)
    (folder / "reviewwatch.toml").write_text(
        "store = 's.db'\n[sources.app]\nconnector = 'github'\nrepo = 'own/app'\n", encoding="utf-8"
    )
    db = open_store(folder / "s.db")
    with db.transaction():
        sources.save(db, state)
    db.close()
