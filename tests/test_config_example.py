"""The example keeps up with the schema."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewwatch import config
from reviewwatch.config.render import render_example
from reviewwatch.config.schema import SECTIONS
from tests.configs import write


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
    shown = re.sub(r"^# (?=[a-z_]+ = |\[[a-z]+[.\]])", "", render_example(), flags=re.MULTILINE)
    # A contact takes one of the three.
    text = re.sub(r'^(?:phone = "\+44|url = "https).*\n', "", shown, flags=re.MULTILINE)

    loaded = config.load(write(tmp_path, text))

    assert loaded.brands["default"].contacts[0].text == "desk@harbor-inn.example"
    assert loaded.sources["my-app"].options["token_env"] == "GITHUB_TOKEN"
    for section in SECTIONS:
        for key in section.keys:
            assert section.path == "demo" or re.search(rf"^{key.name} = ", shown, re.MULTILINE), key.name
