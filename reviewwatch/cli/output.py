"""What a command says and where: results on stdout, talk on stderr, JSON on request.

Nothing that came from outside reaches a terminal raw: control, bidi and zero-width characters are shown, not obeyed.
Colors are used on a terminal that wants them, lines are cut to its width, and a pipe gets whole values.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path, PurePath
from typing import Any, Final, TextIO, cast

from reviewwatch.cli.calling import as_called
from reviewwatch.errors import UsageError

ELLIPSIS: Final = "…"
_GAP: Final = "  "
_LEAST_WIDTH: Final = 20
_STYLES: Final = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}

# What a terminal might obey or an eye might miss; in JSON they become escapes, which mean the same character.
_UNSAFE: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)

_PLAIN: Final[dict[type, Callable[[Any], object]]] = {
    datetime: lambda moment: moment.isoformat().replace("+00:00", "Z"),
    timedelta: timedelta.total_seconds,
    Enum: lambda member: member.value,
    PurePath: str,
    Mapping: dict,
    frozenset: sorted,
}


def make_streams_safe() -> None:
    """Show what an output's encoding cannot hold as an escape, instead of failing in the middle of a list.

    A stream that was closed before we began (`>&-`) is one that nobody reads or writes.
    """
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, Path(os.devnull).open(mode, encoding="utf-8"))


def flush_or_drop() -> bool:
    """Write out what is buffered.

    Returns:
        False where the reader of our output went away; the rest is dropped without a word.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        # Python flushes again on exit: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def say(text: str = "") -> None:
    """Tell the person something that is not the result: progress, a hint, what happens next."""
    print(by_words(as_called(text), sys.stderr), file=sys.stderr)


def result(text: str = "") -> None:
    """Print a part of the result."""
    print(text)


def tell(text: str, hang: int = 0) -> None:
    """Print a result that is a sentence of ours: broken between words, its commands as they can be typed here.

    Args:
        hang: Columns by which what follows the first line is set in, of each of its lines.
    """
    result(by_words(as_called(text), hang=hang))


def by_words(text: str, stream: TextIO | None = None, hang: int = 0) -> str:
    """Return sentences broken between words where a terminal would break within one; unchanged in a pipe.

    Args:
        hang: Columns by which what follows the first line is set in, of each of its lines.
    """
    if not is_terminal(stream) or all(len(line) <= width() for line in text.split("\n")):
        return text
    from textwrap import wrap

    lines = (
        wrap(line, width(), subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False) or [line]
        if len(line) > width()
        else [line]
        for line in text.split("\n")
    )
    return "\n".join(part for line in lines for part in line)


def ended(clause: str) -> str:
    """Return a clause as a sentence ends: with the mark that it has, else with a full stop."""
    return clause if clause.endswith(("?", ".", "!")) else f"{clause}."


def safe(text: str) -> str:
    """Return text from outside on one line, harmless to a terminal."""
    from reviewwatch.text import show_controls

    return " ".join(show_controls(text).split())


def safe_lines(text: str) -> str:
    """Return text from outside harmless to a terminal, with its lines kept."""
    from reviewwatch.text import show_controls

    return show_controls(text)


def is_terminal(stream: TextIO | None = None) -> bool:
    """Say whether a person looks at the stream (stdout unless given)."""
    return (stream or sys.stdout).isatty()


def width() -> int:
    """Return the columns of the terminal, at least 20."""
    from shutil import get_terminal_size

    return max(_LEAST_WIDTH, get_terminal_size((80, 24)).columns)


def has_color(stream: TextIO | None = None) -> bool:
    """Say whether the stream wants color: a terminal, not a dumb one, and NO_COLOR is not set (https://no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, *styles: str, stream: TextIO | None = None) -> str:
    """Return the text in styles, or as it is where the stream wants none.

    Args:
        styles: Of bold, dim, red, green, yellow, blue, cyan.
    """
    if not styles or not has_color(stream):
        return text
    return f"\x1b[{';'.join(_STYLES[style] for style in styles)}m{text}\x1b[0m"


def confirm(question: str, is_yes: bool) -> bool:
    """Ask before something becomes public or is destroyed.

    Args:
        is_yes: The person said `--yes` already.

    Raises:
        UsageError: Nobody is there to ask.
    """
    if is_yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Nobody can be asked here: add `--yes` if you mean it.")
    import typer

    return typer.confirm(by_words(question, sys.stderr), err=True)


def print_json(value: object) -> None:
    """Print one value as JSON: dataclasses by their fields, enums by value, times as UTC text, durations in seconds."""
    result(to_json(value, indent=2))


def print_json_line(value: object) -> None:
    """Print one value on one line, for commands that stream."""
    result(to_json(value))


def to_json(value: object, indent: int | None = None) -> str:
    """Return JSON that is harmless to a terminal and readable in every script."""
    return _UNSAFE.sub(_escape, json.dumps(value, default=_plain, ensure_ascii=not _is_utf8(), indent=indent))


def line_encoder() -> Callable[[object], str]:
    """Return what `to_json` does to one value on a line, made once for many: that is half of its cost."""
    encode = json.JSONEncoder(default=_plain, ensure_ascii=not _is_utf8()).encode
    return lambda value: _UNSAFE.sub(_escape, encode(value))


def _is_utf8() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    for kind, convert in _PLAIN.items():
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        least: Columns it keeps when the terminal is narrow; None never shrinks it.
        is_right: Numbers stand to the right.
    """

    title: str
    least: int | None = None
    is_right: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows for whoever reads: aligned on a terminal, one block per row on a very narrow one, tabs in a pipe.

    A pipe gets whole values and no header, so that `cut`, `sort` and `wc -l` work.
    """
    cells = [[safe(cell) for cell in row] for row in rows]
    if not is_terminal():
        for row in cells:
            result("\t".join(row))
        return
    for line in table_lines(columns, cells, width()):
        result(line)


def table_lines(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[str]:
    """Lay a table out in `room` columns: shrink what may shrink, else one block per row."""
    widths = [
        max([cell_width(column.title), *(cell_width(row[i]) for row in rows)]) for i, column in enumerate(columns)
    ]
    fitted = _fit(columns, widths, room)
    if fitted is None:
        return _blocks(columns, rows, room)
    header = paint(_line(columns, [column.title for column in columns], fitted), "bold")
    return [header, *(_line(columns, row, fitted) for row in rows)]


def cut(text: str, room: int) -> str:
    """Return the text in at most `room` terminal columns, with an ellipsis where something is missing."""
    if cell_width(text) <= room:
        return text
    kept = ""
    for character in text:
        if cell_width(kept + character) > room - 1:
            break
        kept += character
    return kept.rstrip() + ELLIPSIS


def cell_width(text: str) -> int:
    """Return how many columns a terminal gives the text; East Asian characters and emoji take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _fit(columns: Sequence[Column], widths: Sequence[int], room: int) -> list[int] | None:
    fitted = [min(one, room) if column.least is not None else one for column, one in zip(columns, widths, strict=True)]
    for _ in range(sum(fitted) + len(_GAP) * (len(columns) - 1) - room):
        wider = [i for i, column in enumerate(columns) if column.least is not None and fitted[i] > column.least]
        if not wider:
            return None
        fitted[max(wider, key=fitted.__getitem__)] -= 1  # the widest gives first, so that no column starves
    return fitted


def _line(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = []
    for column, cell, room in zip(columns, cells, widths, strict=True):
        text = cut(cell, room)
        padding = " " * (room - cell_width(text))
        parts.append(padding + text if column.is_right else text + padding)
    return _GAP.join(parts).rstrip()


def _blocks(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[str]:
    lines: list[str] = []
    for row in rows:
        pairs = zip(columns, row, strict=True)
        lines += [cut(f"{column.title}: {cell}", room) for column, cell in pairs if cell]
        lines.append("")
    return lines[:-1]
