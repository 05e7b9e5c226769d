"""The line on which each key of a TOML text stands. `tomllib` gives values without places."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

KeyPath = tuple[str, ...]

_CLOSING: Final = {"[": "]", "{": "}"}
_BLANK: Final = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_KEY: Final = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*""")
_SCALAR: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|[^,\]}\n#]+",
    re.DOTALL,
)


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line, counted from 1, of every key and table header of a valid TOML text.

    Keys whose place is not certain are left out: those inside lists, and those of repeated `[[tables]]`.
    """
    scanner = _Scanner(text)
    try:
        scanner.document()
    except (_LostError, RecursionError):
        return {}
    return scanner.lines


class _LostError(Exception):
    """The scanner met what it does not know; no line is better than a wrong one."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._repeated: set[KeyPath] = set()
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def document(self) -> None:
        table: KeyPath | None = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip_blank()

    def _header(self) -> KeyPath | None:
        line = self._line()
        n_brackets = 2 if self._text.startswith("[[", self._at) else 1
        self._at += n_brackets
        path = self._key()
        self._take("]" * n_brackets)
        if n_brackets == 2:
            self._repeated.add(path)
        if any(path[:depth] in self._repeated for depth in range(1, len(path) + 1)):
            return None
        for depth in range(1, len(path)):
            self.lines.setdefault(path[:depth], line)
        self.lines[path] = line
        return path

    def _pair(self, table: KeyPath | None) -> None:
        line = self._line()
        key = self._key()
        self._take("=")
        path = None if table is None else table + key
        if path is not None and table is not None:
            for depth in range(len(table) + 1, len(path) + 1):
                self.lines.setdefault(path[:depth], line)
        self._value(path)

    def _value(self, path: KeyPath | None) -> None:
        while self._at < len(self._text) and self._text[self._at] in " \t":
            self._at += 1
        opening = self._text[self._at : self._at + 1]
        if opening in _CLOSING:
            self._at += 1
            self._members(path if opening == "{" else None, _CLOSING[opening])
        else:
            self._match(_SCALAR)

    def _members(self, path: KeyPath | None, closing: str) -> None:
        self._skip_blank()
        while not self._text.startswith(closing, self._at):
            if closing == "}":
                self._pair(path)
            else:
                self._value(None)
            self._skip_blank()
        self._at += 1

    def _key(self) -> KeyPath:
        parts = [self._key_part()]
        while self._text.startswith(".", self._at):
            self._at += 1
            parts.append(self._key_part())
        return tuple(parts)

    def _key_part(self) -> str:
        basic, literal, bare = self._match(_KEY).groups()
        if basic is not None and "\\" in basic:
            return str(tomllib.loads(f'key = "{basic}"')["key"])
        return str(next(part for part in (basic, literal, bare) if part is not None))

    def _skip_blank(self) -> None:
        self._match(_BLANK)

    def _take(self, expected: str) -> None:
        if not self._text.startswith(expected, self._at):
            raise _LostError
        self._at += len(expected)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _LostError
        self._at = match.end()
        return match

    def _line(self) -> int:
        return bisect_right(self._starts, self._at)
