"""Write the example config and the config reference from the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from textwrap import wrap
from types import MappingProxyType

from reviewwatch.config.durations import format_duration
from reviewwatch.config.keys import Key, Kind, Section
from reviewwatch.config.schema import SECTIONS

_HEAD = """\
# The config of reviewwatch, with every key there is. A key behind "# " shows its default or an example.
# Durations are "90s", "15m", "6h" or "2d". Relative paths count from this file's folder.
# Secrets never stand here: name an environment variable or a file that only you can read.
"""

_REFERENCE_HEAD = """\
# Config

This page is written by `python3 dev.py docs` from the table that the loader checks against.

The config is a TOML file. `reviewwatch --config PATH` names it; else the environment variable `REVIEWWATCH_CONFIG`;
else the nearest `reviewwatch.toml` in this folder or above it; else `config.toml` in your own config folder; else the
defaults below hold. `reviewwatch init` writes one with a comment on every key. Relative paths count from the config's
folder. A key that reviewwatch does not know is refused, with its line and the nearest key that it does know.

{kinds}
"""


Given = Mapping[str, Mapping[str, str]]
"""What a person said already: texts by section and key."""


def render_example(store: str | None = "reviewwatch.db", given: Given = MappingProxyType({})) -> str:
    """Return the commented config that `init` writes; it loads as it stands.

    Args:
        store: The store's place; None leaves it in the person's data folder.
        given: Stands there as a value instead of as an example.
    """
    shown = [section for section in SECTIONS if section.path != "demo"]
    blocks = ["\n".join(_section_lines(section, store, given.get(section.path, {}))) + "\n" for section in shown]
    return "\n".join([_HEAD, *blocks])


def render_reference() -> str:
    """Return `docs/config.md`."""
    kinds = "\n".join(f"- {kind.name.lower()}: {kind}" for kind in Kind)
    return "\n".join([_REFERENCE_HEAD.format(kinds=kinds), *(_reference_section(section) for section in SECTIONS)])


def _section_lines(section: Section, store: str | None, given: Mapping[str, str]) -> Iterator[str]:
    mark = "" if section.is_shown or given else "# "
    if section.path:
        yield from (f"# {line}" for line in wrap(section.help, 100))
        yield f"{mark}[{shown_path(section)}]"
    for key in section.keys:
        yield from (f"# {line}" for line in wrap(key.help, 100))
        yield f"{key.name} = {_toml(given[key.name])}" if key.name in given else _key_line(key, store)
    for name, value in (section.open_examples or {}).items():
        yield f"# {name} = {_toml(value)}"


def _key_line(key: Key, store: str | None) -> str:
    if key.kind is Kind.PATH and store is not None:
        return f"{key.name} = {_toml(store)}"
    value = key.example if key.example is not None else key.default
    return f"# {key.name} = {_toml('' if value is None else value)}"


def shown_path(section: Section) -> str:
    """Return the section's path with the ids of the example."""
    ids = iter(section.shown_id.split("."))
    return ".".join(next(ids) if part == "*" else part for part in section.path.split("."))


def _toml(value: object) -> str:
    if isinstance(value, timedelta):
        return f'"{format_duration(value)}"'
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_toml(one)}' for key, one in value.items())} }}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    return f"{value:_}" if isinstance(value, int) else str(value)


def _reference_section(section: Section) -> str:
    title = f"`[{section.path.replace('*', '<id>')}]`" if section.path else "Top of the file"
    rows = [f"| `{key.name}` | {key.kind.name.lower()} | {_default_cell(key)} | {key.help} |" for key in section.keys]
    table = ["| key | takes | default | meaning |", "|---|---|---|---|", *rows]
    return "\n".join([f"## {title}", "", *([section.help, ""] if section.help else []), *table, ""])


def _default_cell(key: Key) -> str:
    if key.is_required:
        return "required"
    return "" if key.default is None else f"`{_toml(key.default)}`"
