"""Change a config that a person wrote: what stands there stays as it is, comments, order and line ends included.

Every edit is a function from text to text, so that it can be loaded before anything is written, and `replace` puts the
text in the old one's place whole or not at all.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
import tomllib
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from reviewwatch.config.lines import KeyPath, key_lines
from reviewwatch.errors import ConfigError, ConfigProblem

_BOM: Final = "\ufeff"


def source_table(source_id: str, values: Mapping[str, object]) -> str:
    """Return a `[sources.<id>]` table as it stands in a config, with a line break at its end."""
    table = tomlkit.table()
    for key, value in values.items():
        table.add(key, value)
    return tomlkit.dumps(tomlkit.document().add("sources", _super_table({source_id: table})))


def with_source(text: str, source_id: str, values: Mapping[str, object]) -> str:
    """Return the config with one more source, at its end.

    Raises:
        ConfigError: There is such a source, or `sources` is written in a form that nothing can be added to.
    """
    table = source_table(source_id, values)
    added = _ended(text) + _in_line_ends_of(text, f"\n{table}")
    return _checked(text, added, ("sources", source_id), values)


def known_tables(path: KeyPath, tables: Mapping[str, Mapping[str, object]]) -> str:
    """Return what a brand knows as it stands in a config, a table for each, with a line break at its end.

    Args:
        path: Of the tables: `("brands", "inn", "facts")`.
        tables: Their values by id.
    """
    made: tomlkit.items.Table = _super_table({known_id: _table(values) for known_id, values in tables.items()})
    for name in reversed(path[1:]):
        made = _super_table({name: made})
    return tomlkit.dumps(tomlkit.document().add(path[0], made))


def with_known(text: str, path: KeyPath, tables: Mapping[str, Mapping[str, object]]) -> str:
    """Return the config with more of what a brand knows, at its end.

    Args:
        path: Of the tables: `("brands", "inn", "facts")`.
        tables: Their values by id.

    Raises:
        ConfigError: The brand or its tables are written in a form that nothing can be added to.
    """
    added = _ended(text) + _in_line_ends_of(text, f"\n{known_tables(path, tables)}")
    there: object = tomllib.loads(text.removeprefix(_BOM))
    for part in path:
        there = there.get(part, {}) if isinstance(there, Mapping) else {}
    return _checked(text, added, path, {**there, **tables} if isinstance(there, Mapping) else tables)


def with_avoided(text: str, brand_id: str, words: str) -> str:
    """Return the config with more words that a brand's voice avoids.

    Raises:
        ConfigError: The brand is written in a form that nothing can be added to.
    """
    document, path = _parsed(text), ("brands", brand_id, "avoid")
    brand = document.get("brands", {}).get(brand_id)
    if not isinstance(brand, MutableMapping):
        raise _refusal(".".join(path), "cannot be added here by a program; write it by hand")
    there = brand.get("avoid", [])
    avoided = [*([there] if isinstance(there, str) else there), words]
    brand["avoid"] = avoided
    edited = (_BOM if text.startswith(_BOM) else "") + tomlkit.dumps(document)
    return _checked(text, edited, path, [str(one) for one in avoided])


def with_private_addresses(text: str) -> str:
    """Return the config with `allow_private = true` under `[http]`.

    Raises:
        ConfigError: `http` is written in a form that cannot be edited.
    """
    return _with_value(text, "http", "allow_private", True)


def with_threshold(text: str, threshold: float) -> str:
    """Return the config with this threshold under `[triage]`.

    Raises:
        ConfigError: `triage` is written in a form that cannot be edited.
    """
    return _with_value(text, "triage", "threshold", threshold)


def read(path: Path) -> str:
    """Return a config's text as it stands, its line ends and a byte order mark included."""
    return path.read_bytes().decode("utf-8")


def replace(path: Path, text: str) -> None:
    """Write a config whole or not at all, with the permissions of the one that was there.

    A link stays a link: the file that it points to is replaced.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error  # nobody knows the other file's name
    half = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        half.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else _new_file_mode())
        half.replace(target)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _with_value(text: str, section: str, key: str, value: bool | float) -> str:
    """Return the config with one value set in a table of the top, which is added where there is none."""
    lines = key_lines(text.removeprefix(_BOM))
    header = lines.get((section,))
    line = f"{key} = {json.dumps(value)}\n"
    if (section, key) in lines:
        document = _parsed(text)
        table = document[section]
        if isinstance(table, MutableMapping):
            table[key] = value
        edited = (_BOM if text.startswith(_BOM) else "") + tomlkit.dumps(document)
    elif header is not None:
        written = text.splitlines(keepends=True)
        written[header - 1] = _ended(written[header - 1])
        edited = "".join([*written[:header], _in_line_ends_of(text, line), *written[header:]])
    else:
        edited = _ended(text) + _in_line_ends_of(text, f"\n[{section}]\n{line}")
    return _checked(text, edited, (section, key), value)


def _new_file_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _table(values: Mapping[str, object]) -> tomlkit.items.Table:
    table = tomlkit.table()
    for key, value in values.items():
        if isinstance(value, Mapping):
            inline = tomlkit.inline_table()
            inline.update(value)
            table.add(key, inline)
            continue
        is_long = isinstance(value, str) and "\n" in value
        table.add(key, tomlkit.string(value, multiline=True) if is_long and isinstance(value, str) else value)
    return table


def _super_table(tables: Mapping[str, object]) -> tomlkit.items.Table:
    """Return a table that has no header of its own, only those below it."""
    table = tomlkit.table(is_super_table=True)
    for key, value in tables.items():
        table.add(key, value)
    return table


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text.removeprefix(_BOM))
    except TOMLKitError as error:
        raise _refusal("", f"cannot be edited by a program ({error})") from error


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + _in_line_ends_of(text, "\n")


def _in_line_ends_of(text: str, addition: str) -> str:
    return addition.replace("\n", "\r\n") if "\r\n" in text else addition


def _checked(before: str, after: str, path: tuple[str, ...], value: object) -> str:
    """Return the text after an edit, if it says what was there and the one thing more.

    A table of its own cannot be added to `sources = { … }` in one line, for instance.
    """
    wanted = tomllib.loads(before.removeprefix(_BOM))
    table = wanted
    for part in path[:-1]:
        table = table.setdefault(part, {})
    table[path[-1]] = value
    try:
        is_good = tomllib.loads(after.removeprefix(_BOM)) == wanted
    except tomllib.TOMLDecodeError:
        is_good = False
    if not is_good:
        raise _refusal(".".join(path), "cannot be added here by a program; write it by hand")
    return after


def _refusal(key: str, why: str) -> ConfigError:
    return ConfigError((ConfigProblem(key or "the config", why),))
