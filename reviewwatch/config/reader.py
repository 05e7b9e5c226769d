"""Read values out of parsed TOML by the schema, and note every problem instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from reviewwatch.config.budgets import parse_budget
from reviewwatch.config.durations import format_duration, parse_duration
from reviewwatch.config.keys import Key, Kind, Names, Section
from reviewwatch.config.lines import KeyPath
from reviewwatch.config.names import nearest
from reviewwatch.config.schema import SECTION
from reviewwatch.errors import ConfigProblem

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CONTROL_BUT_LINES: Final = re.compile(_CONTROL.pattern.replace(r"\x00-\x1f", r"\x00-\x09\x0b-\x1f"))
_FEW: Final = 12
"""So many names are listed where one is not known; of more, the nearest alone."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID: Final = re.compile(r"\w[\w-]*")


class Reader:
    """One parsed config, the folder that its relative paths count from, and the problems found so far."""

    def __init__(self, raw: Mapping[str, object], folder: Path) -> None:
        self.problems: list[tuple[KeyPath, ConfigProblem]] = []
        self._raw = raw
        self._folder = folder

    def has(self, path: KeyPath) -> bool:
        """Say whether there is a table at the path."""
        return isinstance(self._get(path), Mapping)

    def keys(self, path: KeyPath) -> Iterable[str]:
        """Return the keys of the table at the path, none where there is no table."""
        value = self._get(path)
        return value.keys() if isinstance(value, Mapping) else ()

    def ids(self, path: KeyPath) -> list[str]:
        """Return the ids below a table, in the order of the file, without those that cannot be used."""
        good = []
        for name, value in self._table(path).items():
            if not _ID.fullmatch(name):
                self.refuse((*path, name), "must be named with letters, digits, `-` and `_`")
            elif not isinstance(value, Mapping):
                self.refuse((*path, name), f"must be a table: [{'.'.join((*path, name))}]")
            else:
                good.append(name)
        return good

    def section(self, pattern: str, path: KeyPath) -> dict[str, Any]:
        """Return the valid values of one table; what is unknown, missing or wrong becomes a problem.

        Args:
            pattern: The section's path in the schema.
            path: Where the table stands in this config.
        """
        section = SECTION[pattern]
        table = self._table(path)
        values: dict[str, Any] = {}
        for key in section.keys:
            if key.name in table:
                value = self._value((*path, key.name), key, table[key.name])
                if value is not None:
                    values[key.name] = value
            elif key.is_required:
                self._refuse_missing((*path, key.name), key, set(table) - _names(section))
        if not section.is_open:
            known = _names(section) | _tables_below(pattern)
            for name in table.keys() - known:
                self.refuse((*path, name), "is not a key that reviewwatch knows", name, known)
        return values

    def made(self, pattern: str, path: KeyPath, **stand_ins: object) -> dict[str, Any]:
        """Return the values of one table, with stand-ins for required ones that are missing and already refused."""
        return {**stand_ins, **self.section(pattern, path)}

    def open_keys(self, pattern: str, path: KeyPath) -> dict[str, object]:
        """Return the keys of a table that the schema does not name."""
        return {name: value for name, value in self._table(path).items() if name not in _names(SECTION[pattern])}

    def resolved(self, options: Mapping[str, object], names: re.Pattern[str]) -> dict[str, object]:
        """Return the options with relative paths counted from the config's folder."""
        return {
            name: str(self._path(value)) if isinstance(value, str) and value and names.fullmatch(name) else value
            for name, value in options.items()
        }

    def refuse(self, path: KeyPath, why: str, name: str = "", valid: Iterable[str] = ()) -> None:
        """Note a problem.

        Args:
            name: As written, to find the nearest of the valid names for.
        """
        shown = ".".join(map(_shown, path))
        self.problems.append((path, ConfigProblem(shown, why, nearest=nearest(name, valid) if name else None)))

    def _get(self, path: KeyPath) -> object:
        value: object = self._raw
        for part in path:
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def _table(self, path: KeyPath) -> Mapping[str, object]:
        value = self._get(path)
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self.refuse(path, f"must be a table: [{'.'.join(path)}]")
        return {}

    def _value(self, path: KeyPath, key: Key, raw: object) -> object:
        value = _READERS[key.kind](self, raw)
        if value is None:
            self.refuse(path, f"must be {key.kind}")
        elif _is_below(value, key.least):
            least = format_duration(key.least) if isinstance(key.least, timedelta) else key.least
            self.refuse(path, f"must be at least {least}")
        elif key.of is None or self._are_of(path, key, key.of, value):
            return value
        return None

    def _are_of(self, path: KeyPath, key: Key, names: Names, value: object) -> bool:
        """Say whether a key holds nothing but names that it takes, and refuse those that are none."""
        own = set(self.keys((names.table,))) if names.table else set()
        given = value if isinstance(value, tuple) else (value,)
        if key.kind is Kind.BY_LANGUAGE:
            given = tuple(pair[0] for pair in given if isinstance(pair, tuple))
        unknown = [str(name) for name in given if name not in names.ids and name not in own]
        for name in unknown:
            valid = sorted({*names.ids, *own})
            those = f"; there are: {', '.join(valid)}" if len(valid) <= _FEW else ""
            self.refuse(path, f"names no {names.what} that reviewwatch knows: `{_shown(name)}`{those}", name, valid)
        return not unknown

    def _refuse_missing(self, path: KeyPath, key: Key, unknown: Iterable[str]) -> None:
        near = get_close_matches(key.name, unknown, n=1)
        self.refuse(path, f"is missing; you wrote `{near[0]}`" if near else f"is missing; it takes {key.kind}")

    def _path(self, text: str) -> Path:
        return self._folder / Path(text).expanduser()

    def _read_path(self, raw: object) -> Path | None:
        return self._path(raw) if isinstance(raw, str) and raw and not _CONTROL.search(raw) else None


def _read_text(_: Reader, raw: object) -> str | None:
    return raw if isinstance(raw, str) and not _CONTROL.search(raw) else None


def _read_lines(_: Reader, raw: object) -> str | None:
    return raw if isinstance(raw, str) and not _CONTROL_BUT_LINES.search(raw) else None


def _read_day(_: Reader, raw: object) -> date | None:
    if isinstance(raw, str) and _DAY.fullmatch(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            return None
    return raw if type(raw) is date else None  # not a time: that is a date too, to Python


def _read_zone(_: Reader, raw: object) -> str | None:
    try:
        return ZoneInfo(raw).key if isinstance(raw, str) else None
    except (ValueError, LookupError, OSError):
        return None


def _read_duration(_: Reader, raw: object) -> timedelta | None:
    try:
        return parse_duration(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def _read_share(_: Reader, raw: object) -> float | None:
    return float(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= 1 else None


def _read_count(_: Reader, raw: object) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def _read_flag(_: Reader, raw: object) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _read_factor(_: Reader, raw: object) -> float | None:
    return float(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) and 0.1 <= raw <= 10 else None


def _read_budget(_: Reader, raw: object) -> str | None:
    return raw if isinstance(raw, str) and (not raw or parse_budget(raw)) else None


def _read_texts(reader: Reader, raw: object) -> tuple[str, ...] | None:
    texts = [_read_text(reader, one) for one in (raw if isinstance(raw, list) else [raw])]
    return tuple(text for text in texts if text) if all(texts) else None


def _read_by_language(reader: Reader, raw: object) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(raw, Mapping):
        return None
    pairs = [(str(lang), _read_text(reader, text)) for lang, text in raw.items()]
    return tuple((lang, text) for lang, text in pairs if text) if all(text for _, text in pairs) else None


_READERS: Final[Mapping[Kind, Callable[[Reader, object], object]]] = {
    Kind.TEXT: _read_text,
    Kind.TEXTS: _read_texts,
    Kind.PATH: Reader._read_path,
    Kind.LINES: _read_lines,
    Kind.DAY: _read_day,
    Kind.ZONE: _read_zone,
    Kind.DURATION: _read_duration,
    Kind.SHARE: _read_share,
    Kind.COUNT: _read_count,
    Kind.FLAG: _read_flag,
    Kind.FACTOR: _read_factor,
    Kind.BUDGET: _read_budget,
    Kind.BY_LANGUAGE: _read_by_language,
}


def _is_below(value: object, least: timedelta | int | None) -> bool:
    if isinstance(value, timedelta) and isinstance(least, timedelta):
        return value < least
    return isinstance(value, int) and isinstance(least, int) and value < least


def _shown(text: str) -> str:
    return _CONTROL.sub("?", text)


def _names(section: Section) -> frozenset[str]:
    return _names_by_path(section.path)


@cache
def _names_by_path(path: str) -> frozenset[str]:
    return frozenset([key.name for key in SECTION[path].keys])


@cache
def _tables_below(pattern: str) -> frozenset[str]:
    """Return the names of tables that may stand in a section: `contacts` in a brand, `brands` at the top."""
    depth = len(pattern.split(".")) if pattern else 0
    below = (path.split(".") for path in SECTION if path)
    return frozenset([parts[depth] for parts in below if len(parts) > depth and ".".join(parts[:depth]) == pattern]) - {
        "*"
    }
