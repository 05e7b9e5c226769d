"""What a file is: its format by its first bytes, and what else it seems to be where it is no text."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from reviewwatch.errors import AccessError, ConnectorError, LayoutChangedError, ListingNotFoundError
from reviewwatch_connectors.file.encoding import Encoding, find_encoding

_HEAD: Final = 1 << 16
_MAX_CONTROLS: Final = 0.05
_LINES_SUFFIXES: Final = (".jsonl", ".ndjson")
# First bytes -> what to call it and what to do. https://en.wikipedia.org/wiki/List_of_file_signatures
_SIGNATURES: Final = (
    (b"\x89PNG", "a PNG picture", ""),
    (b"\xff\xd8\xff", "a JPEG picture", ""),
    (b"GIF8", "a GIF picture", ""),
    (b"%PDF", "a PDF document", "export the table as CSV instead"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3", "an SQLite database", "export its table as CSV"),
    (b"\xd0\xcf\x11\xe0", "an Excel file of the old kind (.xls)", "save it as .xlsx or CSV"),
    (b"PAR1", "a Parquet file", "export it as CSV or JSON lines"),
    (b"\x7fELF", "a program", ""),
    (b"{\\rtf", "an RTF document", "save it as CSV"),
)
_OTHERWISE: Final = "name a CSV, JSON or Excel file instead"


class Format(StrEnum):
    """How the reviews of a file are laid out."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    JSON = "json"
    EXCEL = "xlsx"


_HTML: Final = (b"<!doctype html", b"<html")


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a file before its rows are read."""

    path: Path
    size: int
    format: Format
    encoding: Encoding


def look(path: Path, encoding: str = "") -> Shape:
    """Look at a file and settle its format and encoding.

    Args:
        encoding: As the person said; empty to find out.

    Raises:
        ConnectorError: It is missing, empty, not readable or no text; the message says what to do.
    """
    head, size = _head(path)
    if head.startswith(b"PK"):
        return Shape(path, size, _zipped(path), Encoding("utf-8"))
    for signature, name, advice in _SIGNATURES:
        if head.startswith(signature):
            raise LayoutChangedError(f"{path.name} is not text: it seems to be {name}; {advice or _OTHERWISE}")
    if head[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        raise LayoutChangedError(f"{path.name} is an HTML page and no table; `reviewwatch add {path.name}` reads those")
    found = Encoding(encoding) if encoding else find_encoding(path)
    text = head.decode(found.name, "replace")
    _refuse_binary(path, text)
    return Shape(path, size, _text_format(path, text.lstrip("\ufeff \t\r\n")), found)


def _head(path: Path) -> tuple[bytes, int]:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise ConnectorError(f"{path} is no plain file, and it must be read twice; save it as one first")
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            size = file.seek(0, io.SEEK_END)
    except FileNotFoundError as error:
        raise ListingNotFoundError(f"there is no file {path}") from error
    except IsADirectoryError as error:
        raise ListingNotFoundError(f"{path} is a folder; name a file in it") from error
    except PermissionError as error:
        raise AccessError(f"{path} may not be read; check its permissions") from error
    except OSError as error:
        raise ConnectorError(f"{path} cannot be read: {error.strerror}") from error
    if not head.strip():
        raise LayoutChangedError(f"{path.name} is empty; export it anew", expected="a header and rows")
    return head, size


def _zipped(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            if "xl/workbook.xml" in archive.namelist():
                return Format.EXCEL
    except (zipfile.BadZipFile, OSError) as error:
        raise LayoutChangedError(f"{path.name} is a damaged ZIP archive or Excel file; get a new copy of it") from error
    raise LayoutChangedError(f"{path.name} is not text: it seems to be a ZIP archive; unpack it first")


def _refuse_binary(path: Path, text: str) -> None:
    n_controls = sum(char < "\t" or "\r" < char < "\x1b" for char in text[:4096])
    if n_controls > _MAX_CONTROLS * min(len(text), 4096):
        raise LayoutChangedError(f"{path.name} is not text: it holds control characters throughout; {_OTHERWISE}")


def _text_format(path: Path, text: str) -> Format:
    if text[:1] not in ("{", "["):
        return Format.CSV
    first = text.split("\n", 1)
    if text[0] == "{" and path.suffix.lower() in _LINES_SUFFIXES:
        return Format.JSON_LINES
    is_followed = len(first) == 2 and first[1].lstrip()[:1] == "{"
    return Format.JSON_LINES if is_followed and _is_object(first[0]) else Format.JSON


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
