"""The config: what loads, and where it is found."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reviewwatch import config
from reviewwatch.assess import topics
from reviewwatch.errors import ConfigError, ConfigProblem
from reviewwatch.types import Contact
from tests.configs import WHOLE, problems, write


def test_a_whole_config_becomes_values(tmp_path: Path) -> None:
    """Every table is read, ids become fields, and what is left out has its default."""
    loaded = config.load(write(tmp_path, WHOLE))

    assert loaded.store == tmp_path / "data/reviews.db"
    assert loaded.brands["harbor"] == config.Brand(
        brand_id="harbor",
        name="Harbor Inn",
        sign_off="Your front desk",
        contacts=(
            Contact(contact_id="desk", email="desk@harbor-inn.example"),
            Contact(contact_id="line", phone="+44 20 7946 0123"),
        ),
    )
    assert loaded.sources["app"] == config.SourceConfig(
        source_id="app",
        brand="harbor",
        connector="github",
        every=timedelta(minutes=90),
        options={"repo": "harbor-inn/app", "token_env": "APP_TOKEN"},
    )
    assert loaded.people == {"ines": config.Person(person_id="ines", user="ines.e")}
    assert loaded.triage == config.TriageConfig(since=timedelta(days=14), threshold=1.0)
    assert loaded.http == config.HttpConfig(max_body=1_000_000)
    assert loaded.replies == config.RepliesConfig()
    assert loaded.demo is None


def test_without_a_config_the_defaults_hold(tmp_path: Path) -> None:
    """No file at all gives one nameless brand and the store in the person's own data folder."""
    loaded = config.load(None)

    assert loaded.path is None
    assert loaded.store.is_relative_to(tmp_path / "home")
    assert loaded.brands == {"default": config.Brand(brand_id="default", name="")}
    assert loaded.sources == {}


def test_an_empty_file_is_the_defaults_with_a_path(tmp_path: Path) -> None:
    """A config may be empty."""
    loaded = config.load(write(tmp_path, ""))

    assert loaded.path == tmp_path / "reviewwatch.toml"
    assert loaded.store == config.load(None).store


def test_paths_count_from_the_configs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store, a source's file and the file of a secret are relative to the config, wherever one stands."""
    monkeypatch.chdir("/")
    source = 'connector = "file"\npath = "in.csv"\ntoken_file = "/abs/token"\nrepo = "own/app"\n'
    text = f'store = "s.db"\n[sources.a]\n{source}'

    loaded = config.load(write(tmp_path, text))

    assert loaded.store == tmp_path / "s.db"
    assert loaded.sources["a"].options == {
        "path": str(tmp_path / "in.csv"),
        "token_file": "/abs/token",
        "repo": "own/app",
    }


def test_a_source_needs_no_brand_where_there_is_one(tmp_path: Path) -> None:
    """With one brand it is the source's; with two the source must say."""
    source = '[sources.a]\nconnector = "file"\n'

    assert config.load(write(tmp_path, source)).sources["a"].brand == "default"
    assert config.load(write(tmp_path, "[brands.inn]\n" + source)).sources["a"].brand == "inn"
    (found,) = problems(tmp_path, "[brands.inn]\n[brands.lodge]\n" + source)
    assert found == ConfigProblem("sources.a.brand", "is missing; there are: inn, lodge", line=3)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xef\xbb\xbfstore = 'a.db'\r\n")

    assert config.load(path).store == tmp_path / "a.db"


def test_a_config_that_was_named_must_exist(tmp_path: Path) -> None:
    """A missing file or a folder is told apart from an empty config."""
    with pytest.raises(ConfigError, match=r"`none.toml` does not exist; `reviewwatch init` writes one"):
        config.load(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="is a folder"):
        config.load(tmp_path)


def test_the_named_config_wins_then_the_nearest_upwards_then_the_own(tmp_path: Path) -> None:
    """`--config`, then REVIEWWATCH_CONFIG, then `reviewwatch.toml` here or above, then the person's own, then none."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    above = write(tmp_path, "")
    named = {"REVIEWWATCH_CONFIG": "env.toml"}

    assert config.find(Path("x.toml"), named, deep) == deep / "x.toml"
    assert config.find(None, named, deep) == deep / "env.toml"
    assert config.find(None, {"REVIEWWATCH_CONFIG": ""}, deep) == above
    nearer = write(deep, "")
    assert config.find(None, {}, deep) == nearer
    nearer.unlink()
    above.unlink()
    assert config.find(None, {}, deep) is None
    own = config.own_config()
    own.parent.mkdir(parents=True)
    own.write_text("")
    assert config.find(None, {}, deep) == own


def test_a_theme_of_a_team_is_read_with_its_trades(tmp_path: Path) -> None:
    """One text is as good as a list of one; without a trade a theme is for all."""
    text = """
[brands.inn]
name = "Inn"
trade = "hospitality"
[brands.shop]
name = "Shop"
trade = ["shops", "delivery"]
[themes.boats]
words = ["jetty", "mooring"]
phrases = "shore .. power"
trade = "hospitality"
[themes.owls]
words = "owl"
"""
    made = config.load_text(text, tmp_path / "reviewwatch.toml")

    assert (made.brands["inn"].trade, made.brands["shop"].trade) == (("hospitality",), ("shops", "delivery"))
    assert made.themes == {
        "boats": config.ThemeConfig(
            theme_id="boats", words=("jetty", "mooring"), phrases=("shore .. power",), trade=("hospitality",)
        ),
        "owls": config.ThemeConfig(theme_id="owls", words=("owl",)),
    }


def test_every_trade_of_the_config_has_themes_of_its_own() -> None:
    """The packs and the config name the same trades."""
    every = topics().themes
    own = {trade: topics((trade,)).themes for trade in config.TRADES}

    assert all(themes < every for themes in own.values())
    assert frozenset[str]().union(*own.values()) == every
