"""What a config must not say, and how it is told: every problem with its key, its line and what was likely meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewwatch import config
from reviewwatch.errors import ConfigError, ConfigProblem
from tests.configs import WHOLE, problems, write


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
        ("[brands.inn]\nname = 'Inn'\ntrade = 3", "`brands.inn.trade` must be text in quotes, or a list of such texts"),
        (
            "[brands.inn]\nname = 'Inn'\ntrade = 'hospitalty'",
            "line 3: `brands.inn.trade` names no trade; there are: hosp",
        ),
        ("[themes.boats]\nwords = ['jetty']\ntrade = ['sailing']", "line 3: `themes.boats.trade` names no trade"),
        ("[themes.boats]\ntrade = 'apps'", "line 1: `themes.boats` has nothing to look for"),
        ("[themes.boats]\nwords = []", "`themes.boats` has nothing to look for"),
        ("[themes.boats]\nphrases = ['.. jetty']", "line 2: `themes.boats.phrases` must hold plain words"),
        ("[themes.boats]\nwords = ['(jetty']", "line 2: `themes.boats.words` must hold plain words"),
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
        (b"store = Harbor Inn\n", 1, "is not valid TOML: invalid value; a text stands in quotes"),
        (b'store = "rw.db\n', 1, "is not valid TOML: a text has no quote at the end of its line"),
        (b"a = 1\nb = 2\na = 3\n", 3, "is not valid TOML: a key stands there twice"),
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
