"""On which line of a file a key stands."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config.lines import key_lines

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
