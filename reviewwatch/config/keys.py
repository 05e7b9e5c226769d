"""What the table of keys is made of: a section, its keys, and what a key takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a key takes, in the words of an error message."""

    TEXT = "text in quotes"
    TEXTS = "text in quotes, or a list of such texts"
    PATH = "a path in quotes"
    DURATION = 'a duration such as "90s", "15m", "6h" or "2d"'
    SHARE = "a number from 0 to 1"
    COUNT = "a whole number"
    FLAG = "true or false"
    LINES = "text in quotes, of one line or several"
    DAY = "a day such as 2026-03-01"
    ZONE = 'a time zone such as "Europe/Lisbon"'
    FACTOR = "a number from 0.1 to 10"
    BY_LANGUAGE = 'texts by language such as { de = "die Rezeption" }'
    BUDGET = 'flags a day such as "20/day", or what may be missed such as "5%"'


class Names(NamedTuple):
    """The names that a key takes.

    Attributes:
        what: One of them, in words.
        table: A table of the config whose ids may be named too.
    """

    what: str
    ids: Collection[str]
    table: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a section.

    Attributes:
        default: None where there is none; `is_required` says whether the key must then stand there.
        example: What the example file shows, as a value.
        least: The smallest duration or count that is taken.
        of: The names that it takes, where it takes no others.
    """

    name: str
    kind: Kind
    help: str
    default: object = None
    is_required: bool = False
    example: object = None
    least: timedelta | int | None = None
    of: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table of the config.

    Attributes:
        path: Dotted, with `*` for an id; empty for the top.
        shown_id: The id in the example.
        is_shown: Stands in the example as it is, instead of behind `#`.
        is_narrowed: A listing and a place of a brand may have such a table of their own.
        is_open: Takes further keys: a connector's own options, checked by it.
    """

    path: str
    help: str
    keys: tuple[Key, ...]
    shown_id: str = ""
    is_shown: bool = False
    is_narrowed: bool = False
    is_open: bool = False
    open_examples: Mapping[str, object] | None = None
