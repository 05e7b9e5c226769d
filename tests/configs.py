"""Configs as a person writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewwatch import config
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
