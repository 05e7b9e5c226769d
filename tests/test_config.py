"""The config: what loads, what is refused and how it is named, where it is found, and that the example keeps up."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch import config
from reviewwatch.config.durations import LONGEST, format_duration, parse_duration
from reviewwatch.config.lines import key_lines
from reviewwatch.config.render import render_example
from reviewwatch.config.schema import SECTIONS
from reviewwatch.errors import ConfigError, ConfigProblem

WHOLE = """\
store = "data/reviews.db"

[brands.harbor]
name = "Harbor Inn"
sign_off = "Your front desk"
contacts.desk = { email = "desk@harbor-inn.example" }
contacts.line = { phone = "+44 20 7946 0123" }

[brands.lodge]
name = "Forest Lodge"

[sources.app]
brand = "harbor"
connector = "github"
every = "1h30m"
repo = "harbor-inn/app"
token_env = "APP_TOKEN"

[sources.survey]
brand = "lodge"
connector = "file"
path = "in/survey.csv"

[people.ines]
user = "ines.e"

[triage]
since = "14d"
threshold = 1

[http]
max_body = 1_000_000
"""


def write(folder: Path, text: str) -> Path:
    """Write a config into a folder and return its path."""
    path = folder / "reviewwatch.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> tuple[ConfigProblem, ...]:
    """Return the problems of a config that must not load."""
    with pytest.raises(ConfigError) as raised:
        config.load(write(folder, text))
    assert raised.value.path == str(folder / "reviewwatch.toml")
    return raised.value.problems


def test_a_whole_config_becomes_values(tmp_path: Path) -> None:
    """Every table is read, ids become fields, and what is left out has its default."""
    loaded = config.load(write(tmp_path, WHOLE))

    assert loaded.store == tmp_path / "data/reviews.db"
    assert loaded.brands["harbor"] == config.Brand(
        brand_id="harbor",
        name="Harbor Inn",
        sign_off="Your front desk",
        contacts=(
            config.Contact(contact_id="desk", email="desk@harbor-inn.example"),
            config.Contact(contact_id="line", phone="+44 20 7946 0123"),
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


@pytest.mark.parametrize(
    ("text", "key", "line", "nearest"),
    [
        ('stor = "a.db"', "stor", 1, "store"),
        ("[trage]\nsince = '7d'", "trage", 1, "triage"),
        ("[triage]\n\nsinse = '7d'", "triage.sinse", 3, "since"),
        ('[brands.inn]\nname = "Inn"\nsign-off = "x"', "brands.inn.sign-off", 3, "sign_off"),
        ('[brands.inn.contacts]\ndesk = { mail = "a@b.example", phone = "12345" }', "mail", 2, "email"),
        ("[http]\n# a comment = 1\nallow-private = true", "http.allow-private", 3, "allow_private"),
        ('[people.ines]\nuser = "i"\nroles = []', "people.ines.roles", 3, None),
        ("zzz = 1", "zzz", 1, None),
    ],
)
def test_an_unknown_key_is_refused_with_its_line_and_the_nearest(
    tmp_path: Path, text: str, key: str, line: int, nearest: str | None
) -> None:
    """A misspelled key at any level is named, with the line where it stands and the key that was likely meant."""
    (found,) = problems(tmp_path, text)

    assert (found.key.endswith(key), found.line, found.nearest) == (True, line, nearest)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("store = 3", "line 1: `store` must be a path in quotes"),
        ("store = ''", "line 1: `store` must be a path in quotes"),
        ("triage = 3", "line 1: `triage` must be a table: [triage]"),
        ("[triage]\nsince = 7", '`triage.since` must be a duration such as "90s", "15m", "6h" or "2d"'),
        ("[triage]\nsince = '7 fortnights'", "`triage.since` must be a duration"),
        ("[triage]\nsince = '99999999999d'", "`triage.since` must be a duration"),
        ("[triage]\nthreshold = 1.01", "`triage.threshold` must be a number from 0 to 1"),
        ("[triage]\nthreshold = nan", "`triage.threshold` must be a number from 0 to 1"),
        ("[triage]\nthreshold = true", "`triage.threshold` must be a number from 0 to 1"),
        ("[http]\nallow_private = 'yes'", "`http.allow_private` must be true or false"),
        ("[http]\nmax_body = 20.5", "`http.max_body` must be a whole number"),
        ("[http]\nmax_body = 10", "`http.max_body` must be at least 1000"),
        ("[http]\ntimeout = '0s'", "`http.timeout` must be at least 1s"),
        (
            "[brands.inn]\nname = 'a\\u001b[31m'\nsign_off = \"\\u001b[31m\"",
            "line 3: `brands.inn.sign_off` must be text",
        ),
        ("brands = ['inn']", "line 1: `brands` must be a table"),
        ("[brands]\ninn = 'Inn'", "line 2: `brands.inn` must be a table: [brands.inn]"),
        ("[brands.'an inn']", "line 1: `brands.an inn` must be named with letters"),
        ("[brands.inn.contacts.a]", "line 1: `brands.inn.contacts.a` must have exactly one of email, phone and url"),
        ("[brands.inn.contacts.a]\nemail = 'desk'", "line 2: `brands.inn.contacts.a.email` must be a mail address"),
        ("[brands.inn.contacts.a]\nphone = 'call us'", "must be a phone number"),
        ("[brands.inn.contacts.a]\nurl = 'javascript:alert(1)'", "must be an https address"),
        ("[sources.a]\nbrand = 'default'", "line 1: `sources.a.connector` is missing; it takes text in quotes"),
        ("[sources.a]\nconector = 'file'", "`sources.a.connector` is missing; you wrote `conector`"),
        ("[sources.a]\nconnector = 'file'\nevery = '1s'", "line 3: `sources.a.every` must be at least 1m"),
        ("[sources.a]\nconnector = 'file'\nbrand = 'in'\n[brands.inn]", "line 3: `sources.a.brand` names no brand"),
        ("[people.ines]", "line 1: `people.ines.user` is missing"),
        ("[demo]", "line 1: `demo.site` is missing"),
    ],
)
def test_a_wrong_value_says_what_it_takes(tmp_path: Path, text: str, said: str) -> None:
    """A value of the wrong kind, out of bounds or missing is refused in words that say what would do."""
    (found,) = problems(tmp_path, text)

    assert said in str(found)


def test_an_unknown_brand_names_the_nearest(tmp_path: Path) -> None:
    """A source of a brand that is not there is told which ones are."""
    (found,) = problems(tmp_path, "[brands.harbor]\n[sources.a]\nconnector = 'file'\nbrand = 'habor'")

    assert found == ConfigProblem(
        "sources.a.brand", "names no brand of this config; there are: harbor", line=4, nearest="harbor"
    )


def test_every_problem_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    """One run shows all that has to be mended."""
    found = problems(tmp_path, "[triage]\nsince = 1\n[http]\npace = 1\n[sources.a]\ntoken = 'x'\nzap = 1\n")

    assert [(problem.line, problem.key) for problem in found] == [
        (2, "triage.since"),
        (4, "http.pace"),
        (5, "sources.a.connector"),
        (6, "sources.a.token"),
    ]


@pytest.mark.parametrize(
    "key", ["token", "password", "secret", "key", "api_key", "client_secret", "app-password", "TOKEN", "private_key"]
)
def test_a_secret_in_plain_text_is_refused_and_never_repeated(tmp_path: Path, key: str) -> None:
    """A secret may only stand in an environment variable or a file; the message says so and does not show it."""
    (found,) = problems(tmp_path, f"[sources.a]\nconnector = 'x'\n{key} = 'hunter2'")

    assert f"{key}_env" in found.why
    assert f"{key}_file" in found.why
    assert "hunter2" not in str(found)


def test_a_secret_is_found_in_a_table_and_in_an_address(tmp_path: Path) -> None:
    """Nesting a secret or hiding it in a URL does not help."""
    found = problems(
        tmp_path,
        "[sources.a]\nconnector = 'x'\nproxy = 'http://me:hunter2@proxy.example/'\n"
        "[sources.a.login]\npassword = 'hunter2'",
    )

    assert [problem.key for problem in found] == ["sources.a.proxy", "sources.a.login.password"]
    assert "hunter2" not in str(found)


@pytest.mark.parametrize("key", ["token_env", "token_file", "keywords", "monkey", "secretary", "repo"])
def test_names_that_only_look_like_secrets_pass(tmp_path: Path, key: str) -> None:
    """Where a secret stands may be written, and so may words that contain one."""
    assert key in config.load(write(tmp_path, f"[sources.a]\nconnector = 'x'\n{key} = 'v'")).sources["a"].options


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (b"store = \n", 1, "is not valid TOML"),
        (b"a = 1\nb = 2\na = 3\n", 3, "is not valid TOML"),
        (b"[a]\nb = [1,\n2,\n", 3, "is not valid TOML"),
        (b'a = 1\nb = "caf\xe9"\n', 2, "is not UTF-8"),
        (b"a = 1\n\x00\n", 2, "is not valid TOML"),
        (b"a = " + b"[" * 5000, None, "nests lists or tables too deeply"),
    ],
)
def test_a_file_that_is_not_toml_says_where(tmp_path: Path, data: bytes, line: int | None, why: str) -> None:
    """The parser's line is passed on; bytes that are no text are told by line too."""
    path = tmp_path / "own.toml"
    path.write_bytes(data)

    with pytest.raises(ConfigError) as raised:
        config.load(path)

    (found,) = raised.value.problems
    assert (found.key, found.line) == ("own.toml", line)
    assert found.why.startswith(why)


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


def test_a_connectors_problems_get_their_lines(tmp_path: Path) -> None:
    """A connector knows keys, not lines; the file's lines are added where they are certain."""
    path = write(tmp_path, WHOLE)
    error = ConfigError(
        (ConfigProblem("sources.app.repo", "is wrong"), ConfigProblem("sources.app.label", "is missing"))
    )

    located = config.with_lines(error, path)

    assert [(problem.key, problem.line) for problem in located.problems] == [
        ("sources.app.label", 12),
        ("sources.app.repo", 16),
    ]
    assert config.with_lines(error, None) is error


def test_the_example_in_the_checkout_is_the_one_that_is_written() -> None:
    """`config.example.toml` is rendered from the schema."""
    example = Path(__file__).parents[1] / "config.example.toml"

    assert example.read_text(encoding="utf-8") == render_example()


@pytest.mark.parametrize("store", ["reviewwatch.db", None])
def test_the_example_loads_as_it_stands_and_is_the_defaults(tmp_path: Path, store: str | None) -> None:
    """What `init` writes changes nothing but the store's place."""
    loaded = config.load(write(tmp_path, render_example(store)))
    defaults = config.load(None)

    assert loaded.store == (tmp_path / store if store else defaults.store)
    assert (loaded.brands, loaded.sources, loaded.triage) == (defaults.brands, defaults.sources, defaults.triage)
    assert (loaded.replies, loaded.http) == (defaults.replies, defaults.http)


def test_every_key_of_the_schema_stands_in_the_example_and_loads(tmp_path: Path) -> None:
    """Each line that the example offers behind `#` is valid once it is taken in."""
    shown = re.sub(r"^# (?=[a-z_]+ = |\[[a-z]+\.)", "", render_example(), flags=re.MULTILINE)
    # A contact takes one of the three.
    text = re.sub(r'^(?:phone = "\+44|url = ).*\n', "", shown, flags=re.MULTILINE)

    loaded = config.load(write(tmp_path, text))

    assert loaded.brands["default"].contacts[0].text == "desk@harbor-inn.example"
    assert loaded.sources["my-app"].options["token_env"] == "GITHUB_TOKEN"
    for section in SECTIONS:
        for key in section.keys:
            assert section.path == "demo" or re.search(rf"^{key.name} = ", shown, re.MULTILINE), key.name


@given(st.integers(min_value=0, max_value=int(LONGEST.total_seconds())))
def test_a_duration_reads_back_as_it_was_written(seconds: int) -> None:
    """Writing and reading a duration is a round trip."""
    duration = timedelta(seconds=seconds)

    assert parse_duration(format_duration(duration)) == duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("15m", 900), ("6h", 21_600), ("2d", 172_800), ("1w", 604_800), (" 1H30M ", 5_400), ("0s", 0)],
)
def test_durations_are_read_as_people_write_them(text: str, seconds: int) -> None:
    """Seconds, minutes, hours, days and weeks, alone or one after another."""
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "6", "h", "-2d", "1.5h", "2 d", "6h6", "٣d", "1y", "9999999999w"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    """A number without a unit, a sign, a fraction or an unknown unit is no duration."""
    with pytest.raises(ValueError, match=r"no duration|longer"):
        parse_duration(text)


_KEYS = st.text(st.sampled_from("ab_-.\"'\\ #é="), min_size=1, max_size=4)
_SCALARS = st.one_of(
    st.text(st.sampled_from("a\"'\\#[]{}=,\n\té"), max_size=12), st.integers(), st.booleans(), st.just(1.5)
)
_TABLES = st.recursive(
    st.dictionaries(_KEYS, _SCALARS, max_size=4),
    lambda inner: st.dictionaries(_KEYS, st.one_of(inner, _SCALARS, st.lists(_SCALARS, max_size=3)), max_size=4),
    max_leaves=12,
)


def _toml(value: object) -> str:
    """Write a value; a text with a line break is written over several lines."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + "".join(f"  {_toml(item)}, # ] }} = \n" for item in value) + "]"
    if isinstance(value, str) and "\n" in value:
        return '"""\n' + value.replace("\\", "\\\\").replace('"', '\\"') + '"""'
    return json.dumps(value)


def _key(key: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+", key):
        return key
    return f"'{key}'" if "'" not in key else json.dumps(key)


def _document(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> str:
    scalars = {key: value for key, value in table.items() if not isinstance(value, Mapping) or len(path) > 1}
    lines = [f"{_key(key)} = {_toml(value)}\n" for key, value in scalars.items()]
    for key, value in table.items():
        if key not in scalars:
            header = ".".join(map(_key, (*path, key)))
            lines.append(f"\n# [not.a.table]\n[ {header} ] # x = 1\n{_document(value, (*path, key))}")
    return "".join(lines)


def _leaves(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for key, value in table.items():
        found.append((*path, key))
        if isinstance(value, Mapping):
            found += _leaves(value, (*path, key))
    return found


@given(_TABLES)
def test_every_key_is_found_on_its_line(table: dict[str, Any]) -> None:
    """Whatever strings, lists, comments and inline tables stand between, a key's line holds that key."""
    text = _document(table)
    assert tomllib.loads(text) == table

    lines = key_lines(text)

    assert set(lines) == set(_leaves(table))
    rows = text.split("\n")
    for path, line in lines.items():
        assert _key(path[-1]) in rows[line - 1]


def test_lines_of_repeated_tables_are_not_made_up() -> None:
    """No line is better than a wrong one: a repeated `[[table]]` has none."""
    text = "[[a]]\nx = 1\n[a.b]\ny = 1\n[[a]]\nx = 2\n[c]\nd.e = 1\n"

    assert key_lines(text) == {("c",): 7, ("c", "d"): 8, ("c", "d", "e"): 8}


def test_a_dotted_key_and_its_tables_share_the_line() -> None:
    """A table that is only written as part of a key stands where that key stands."""
    assert key_lines("a.b.c = 1\n[x.y]\nz = '''\nq = 1\n'''\nlast = 1") == {
        ("a",): 1,
        ("a", "b"): 1,
        ("a", "b", "c"): 1,
        ("x",): 2,
        ("x", "y"): 2,
        ("x", "y", "z"): 3,
        ("x", "y", "last"): 6,
    }
