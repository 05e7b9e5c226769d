"""What a command works with: who decides, which connector, and the demo's own site."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reviewwatch import config, errors
from reviewwatch.cli import opening


def _context(**options: Any) -> Any:
    class Context:
        obj = opening.Globals(**options)

        def find_root(self) -> Context:
            return self

    return Context()


def test_a_person_is_the_configured_one_of_the_login(tmp_path: Path) -> None:
    """Without an entry the login decides; with one, the person; `--as` chooses among one's own."""
    path = tmp_path / "reviewwatch.toml"
    mine = opening.login_name()
    path.write_text(f"[people.ines]\nuser = '{mine}'\n[people.boss]\nuser = '{mine}'\n[people.tom]\nuser = 'tom.x'\n")
    people = config.load(path)

    assert opening.person(_context(), config.load(None)) == opening.login_name()
    assert opening.person(_context(), people) == "ines"
    assert opening.person(_context(person="boss"), people) == "boss"
    assert opening.person(_context(person=opening.login_name()), config.load(None)) == opening.login_name()


def test_the_environment_makes_nobody_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decisions stand under the system's login, whatever USER says; without a name for it, under its number."""
    known = opening.login_name()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "the-boss")

    assert opening.login_name() == known
    monkeypatch.setattr(os, "getuid", lambda: 4_000_123)
    assert opening.login_name() == "uid-4000123"


@pytest.mark.parametrize(("wanted", "why"), [("tom", "is `tom.x`'s"), ("nobody", "is not in the config")])
def test_nobody_decides_as_somebody_else(tmp_path: Path, wanted: str, why: str) -> None:
    """`--as` takes only a configured person of the same login."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("[people.tom]\nuser = 'tom.x'\n")

    with pytest.raises(errors.UsageError, match=why):
        opening.person(_context(person=wanted), config.load(path))


def test_a_source_that_is_not_configured_names_the_nearest(tmp_path: Path) -> None:
    """A command that is given a misspelled source says which there are."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("[sources.app]\nconnector = 'github'\n[sources.shop]\nconnector = 'github'\n")

    with pytest.raises(errors.ConfigError) as raised:
        opening.Places(config.load(path)).connector("shp")

    (problem,) = raised.value.problems
    assert (problem.why, problem.nearest) == ("is not in the config; there are: app, shop", "shop")


def test_a_connectors_complaint_has_the_configs_lines(tmp_path: Path) -> None:
    """What a connector finds wrong in its options is told with the file and the line."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text("[sources.app]\nconnector = 'githb'\n[sources.web]\nconnector = 'github'\nrpo = 'a/b'\n")

    with pytest.raises(errors.ConfigError) as nameless:
        opening.Places(config.load(path)).connector("app")
    with pytest.raises(errors.ConfigError) as unfit:
        opening.Places(config.load(path)).connector("web")

    assert {nameless.value.path, unfit.value.path} == {str(path)}
    assert [(one.line, one.key, one.nearest) for one in nameless.value.problems] == [
        (2, "sources.app.connector", "github")
    ]
    assert (5, "sources.web.rpo") in [(one.line, one.key) for one in unfit.value.problems]


DEMO = """\
store = "s.db"
[demo]
site = "site.jsonl"
[sources.issues]
connector = "github"
repo = "tidewater/app"
base_url = "demo"
account = "tove-ferncast"
token_env = "TRY_TOKEN"
[sources.other]
connector = "github"
repo = "own/app"
"""


def _demo(folder: Path) -> config.Config:
    path = folder / "reviewwatch.toml"
    path.write_text(DEMO, encoding="utf-8")
    return config.load(path)


def _is_served(address: str) -> bool:
    host, port = address.removeprefix("http://").split(":")
    with socket.socket() as trial:
        return trial.connect_ex((host, int(port))) == 0


def test_a_demo_workspace_serves_its_site_for_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site starts when a source of it is first needed, with its address and token put in, and ends with it."""
    monkeypatch.setenv("TRY_TOKEN", "not set by the person")
    places = opening.Places(_demo(tmp_path))
    connector: Any = places.connector("issues")

    assert connector.address.startswith("http://127.0.0.1:")
    assert _is_served(connector.address)
    assert os.environ["TRY_TOKEN"] != "not set by the person"
    again: Any = places.connector("issues")
    assert again is connector
    places.close()
    assert not _is_served(again.address)


def test_only_the_demos_own_source_is_pointed_at_its_site(tmp_path: Path) -> None:
    """A real source in a demo workspace keeps its address, and needs no site."""
    places = opening.Places(_demo(tmp_path))
    connector: Any = places.connector("other")

    assert connector.address == "https://api.github.com"
    places.close()
    assert not (tmp_path / "site.jsonl").exists()


def test_outside_a_demo_workspace_the_word_means_nothing(tmp_path: Path) -> None:
    """`base_url = "demo"` without [demo] is the connector's to refuse; no site is started."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text('[sources.a]\nconnector = "github"\nrepo = "own/app"\nbase_url = "demo"\n', encoding="utf-8")

    with pytest.raises(errors.ConfigError) as raised:
        opening.Places(config.load(path)).connector("a")
    assert raised.value.problems[0].key == "sources.a.base_url"
    assert raised.value.problems[0].line == 4


def test_a_demo_workspace_keeps_its_address_from_run_to_run(tmp_path: Path) -> None:
    """A reply that was approved for the site's address can be posted by a later command."""
    addresses = []
    for _ in range(2):
        places = opening.Places(_demo(tmp_path))
        connector: Any = places.connector("issues")
        addresses.append(connector.address)
        places.close()

    assert addresses[0] == addresses[1]


def test_http_is_made_at_the_first_call(tmp_path: Path) -> None:
    """A desk that only reads the store loads no HTTP client."""
    code = (
        "import sys; from pathlib import Path; from reviewwatch import config; from reviewwatch.cli import opening\n"
        "with opening.desk_for(config.load(Path(sys.argv[1]))) as desk: assert desk.http\n"
        "heavy = {'httpx', 'stamina', 'rich', 'reviewwatch.demo.site', 'reviewwatch_connectors'}\n"
        "print(*sorted(heavy & {*sys.modules}))"
    )
    _demo(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "reviewwatch.toml")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.strip() == ""
