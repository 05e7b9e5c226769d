"""Read JSON and JSON lines into rows: objects with names, at most a few deep."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Final

from reviewwatch.errors import LayoutChangedError
from reviewwatch.normalize import clean
from reviewwatch.types import Problem
from reviewwatch_connectors.file.columns import MAX_COLUMNS
from reviewwatch_connectors.file.json_stream import JsonStream, StreamError, Unread
from reviewwatch_connectors.file.sniff import Shape
from reviewwatch_connectors.file.table import MAX_RECORD, Lines, Row

_MAX_DEPTH: Final = 4


class _Objects(ABC):
    """Objects as rows: the columns are all names that any of them has, in the order of the alphabet."""

    unit = "item"

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._source: Lines | JsonStream | None = None
        self.names = self._all_names()

    @property
    def n_done(self) -> int:
        """Bytes read so far in the present or last reading."""
        return self._source.tell() if self._source else 0

    def rows(self, n_needed: int) -> Iterator[Row | Problem]:  # noqa: ARG002 - objects have no missing cells
        """Read all objects, each as one cell a column."""
        names = self.names
        for place, item in self._objects():
            if isinstance(item, Problem):
                yield item
            else:
                get = _flat(item).get
                cells = [get(name, "") for name in names]
                cells.append("")
                yield place, cells

    @abstractmethod
    def _objects(self) -> Iterator[tuple[int, Mapping[str, object] | Problem]]: ...

    def _all_names(self) -> tuple[str, ...]:
        names: set[str] = set()
        problem: Problem | None = None
        for _, item in self._objects():
            if isinstance(item, Problem):
                problem = problem or item
            else:
                names.update(_flat(item))
            if len(names) > MAX_COLUMNS:
                raise LayoutChangedError(f"the objects have more than {MAX_COLUMNS:,} names; is it a list of reviews?")
        if not names:
            why = f"{problem.where}: {problem.why}" if problem else "it holds no objects"
            raise LayoutChangedError(f"{self._shape.path.name} gives no reviews; {why}", expected="a list of objects")
        return tuple(sorted(names))


class JsonLinesTable(_Objects):
    """A file with one object a line."""

    unit = "line"

    def _objects(self) -> Iterator[tuple[int, Mapping[str, object] | Problem]]:
        with closing(Lines(self._shape)) as lines:
            self._source = lines
            for number, line in enumerate(lines, start=1):
                is_cut = lines.is_cut
                lines.forget()
                if line.strip():
                    yield number, _too_long(number) if is_cut else _object(line, f"line {number}")


class JsonTable(_Objects):
    """A file with one list of objects, on top or within objects, or with a single object."""

    def _objects(self) -> Iterator[tuple[int, Mapping[str, object] | Problem]]:
        with closing(JsonStream(self._shape)) as stream:
            self._source = stream
            number = 0
            try:
                for number, item in enumerate(stream.items(), start=1):
                    yield number, item if isinstance(item, dict) else _no_object(number, item)
            except StreamError as error:
                yield number + 1, Problem(f"item {number + 1}", str(error))


def _no_object(number: int, item: object) -> Problem:
    return Problem(f"item {number}", item.why if isinstance(item, Unread) else "it is not an object")


def _too_long(number: int) -> Problem:
    return Problem(f"line {number}", f"it is longer than {MAX_RECORD:,} characters")


def _object(line: str, where: str) -> Mapping[str, object] | Problem:
    try:
        item = json.loads(line)
    except RecursionError:
        return Problem(where, "it is nested too deeply")
    except ValueError as error:
        return Problem(where, f"it is not valid JSON ({error})")
    return item if isinstance(item, dict) else Problem(where, "it is not an object")


def _flat(item: Mapping[str, object], prefix: str = "", depth: int = 1) -> dict[str, str]:
    """Return an object as name -> cell; objects within it give names with dots, lists of texts their lines."""
    cells: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, str):
            cells[prefix + name] = clean(value)[0]
        elif isinstance(value, dict):
            if depth < _MAX_DEPTH:
                cells.update(_flat(value, f"{prefix}{name}.", depth + 1))
        else:
            cells[prefix + name] = _cell(value)
    return cells


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "\n".join(clean(part)[0] for part in value if isinstance(part, str))
    return str(value)
