"""The options of a file source, checked before anything is read."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

from reviewwatch.connector import OptionReader
from reviewwatch.normalize import DateOrder
from reviewwatch.types import RatingKind
from reviewwatch_connectors.file.fields import SAID_AS, Field
from reviewwatch_connectors.file.scale import Scale

_DELIMITERS: Final[Mapping[str, str]] = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
_ORDERS: Final[Mapping[str, DateOrder]] = {order: order for order in get_args(DateOrder)}
# These make characters that no store can hold, or are not of texts at all.
_NO_TEXT: Final = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """How a person says that a file is to be read; empty values are found out.

    Attributes:
        mapping: Column name -> field.
        listing: Name of the thing reviewed.
        order: Of all-digit dates.
        scale: Of the ratings, None to find out.
    """

    mapping: Mapping[str, Field]
    listing: str = ""
    order: DateOrder | None = None
    scale: Scale | None = None
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""

    @property
    def says_how(self) -> bool:
        """True where a person says what the columns hold, not only how to open the file."""
        return bool(self.mapping or self.listing or self.order or self.scale)


def read_options(source_id: str, options: Mapping[str, object]) -> tuple[Path, FileOptions]:
    """Check the options of a source, `path` among them.

    Raises:
        ConfigError: With every problem.
    """
    reader = OptionReader(source_id, options)
    path = Path(reader.text("path")).expanduser()
    order = reader.text("dates", "")
    if order and order not in _ORDERS:
        reader.refuse("dates", f"must be one of {', '.join(_ORDERS)}")
    checked = FileOptions(
        mapping=_mapping(reader),
        listing=reader.text("listing_name", ""),
        order=_ORDERS.get(order),
        scale=_scale(reader),
        delimiter=_delimiter(reader),
        encoding=_encoding(reader),
        sheet=reader.text("sheet", ""),
    )
    reader.finish()
    return path, checked


def _mapping(reader: OptionReader) -> Mapping[str, Field]:
    mapping: dict[str, Field] = {}
    for column, name in reader.table("map").items():
        field = SAID_AS.get(name)
        if field is None:
            near = difflib.get_close_matches(name, SAID_AS, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else f"; there are {', '.join(Field)}"
            reader.refuse(f"map.{column}", f"names no field: `{name}`{hint}")
        elif field is not Field.IGNORE and field in mapping.values():
            reader.refuse(f"map.{column}", f"names `{name}`, which another column holds already")
        else:
            mapping[column] = field
    return mapping


def _scale(reader: OptionReader) -> Scale | None:
    best, worst, kind = reader.decimal("best"), reader.decimal("worst"), reader.text("kind", "")
    if kind and kind not in tuple(RatingKind):
        reader.refuse("kind", f"must be one of {', '.join(RatingKind)}")
        return None
    if best is not None and worst is not None and not worst < best:
        reader.refuse("worst", f"must be less than `best`, which is {best:g}")
    if best is None and worst is None and not kind:
        return None
    return Scale(best, worst, RatingKind(kind) if kind else None, is_said=True)


def _delimiter(reader: OptionReader) -> str:
    said = reader.text("delimiter", "")
    char = _DELIMITERS.get(said.lower(), said)
    if len(char) > 1 or char in ('"', "\r", "\n"):
        reader.refuse("delimiter", f"must be one character, or one of {', '.join(_DELIMITERS)}")
        return ""
    return char


def _encoding(reader: OptionReader) -> str:
    said = reader.text("encoding", "")
    try:
        name = codecs.lookup(said).name if said else ""
        "a".encode(name or "utf-8")
    except LookupError:
        name = "punycode"
    if name in _NO_TEXT:
        reader.refuse("encoding", f"`{said}` is no text encoding; usual ones are utf-8, utf-16, cp1252")
        return ""
    return name
