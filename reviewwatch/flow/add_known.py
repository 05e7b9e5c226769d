"""One fact, remedy or contact more in the config, held first to all that the config and its check ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from reviewwatch.config import Brand, Config, edit, load_text
from reviewwatch.config.known import Part
from reviewwatch.config.lines import KeyPath, key_lines
from reviewwatch.errors import ConfigError, ConfigProblem, UsageError
from reviewwatch.flow.knowledge import Level, Noted, Seen, check
from reviewwatch.flow.macros import new_id

_UNCHANGED: Final = "Nothing was changed."


class Kind(StrEnum):
    """What can be added by a command; the value is the table's name."""

    FACT = "facts"
    REMEDY = "remedies"
    CONTACT = "contacts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What stands in the config now, or would.

    Attributes:
        key: Dotted.
        table: As it is written.
        line: Where the table begins.
        noted: What `knowledge check` says of it.
    """

    path: Path
    key: str
    table: str
    line: int
    noted: tuple[Noted, ...]


def add(
    config: Config,
    brand: Brand,
    listing_id: str,
    kind: Kind,
    values: Mapping[str, object],
    now: datetime,
    own_id: str = "",
    is_dry_run: bool = False,
) -> Added:
    """Write one more table at the end of the config, everything else as it stands.

    Args:
        listing_id: One of the brand's; empty for all of the brand.
        values: By key, as the config has them.
        own_id: The table's name; empty for one made of the values.

    Raises:
        UsageError: There is no config, the id is taken, or what is added contradicts what is there, cannot be read or
            breaks a rule. Nothing is written then.
    """
    if config.path is None:
        raise UsageError(f"There is no config to write into: `reviewwatch init` makes one. {_UNCHANGED}")
    tables: KeyPath = ("brands", brand.brand_id, *(("listings", listing_id) if listing_id else ()), kind.value)
    known_id = own_id or new_id(_name_of(kind, values), _taken(brand, kind))
    key, there = ".".join((*tables, known_id)), edit.read(config.path)
    if (*tables, known_id) in key_lines(there.removeprefix("\ufeff")):
        raise UsageError(f"[{key}] stands there already: choose another --id, or change it there. {_UNCHANGED}")
    text = _with_table(there, tables, known_id, values)
    noted = _noted_of(key, _loaded(text, config.path), now)
    if not is_dry_run:
        edit.replace(config.path, text)
    return Added(
        path=config.path,
        key=key,
        table=edit.known_tables(tables, {known_id: values}),
        line=key_lines(text.removeprefix("\ufeff"))[*tables, known_id],
        noted=noted,
    )


def _with_table(text: str, tables: KeyPath, known_id: str, values: Mapping[str, object]) -> str:
    try:
        return edit.with_known(text, tables, {known_id: values})
    except ConfigError as error:
        raise UsageError(_refusal(error.problems)) from error


def _loaded(text: str, path: Path) -> Config:
    try:
        return load_text(text, path)
    except ConfigError as error:
        raise UsageError(_refusal(error.problems)) from error


def _noted_of(key: str, config: Config, now: datetime) -> tuple[Noted, ...]:
    """Return what the check says of one key.

    Raises:
        UsageError: It is an error, as where a rule would stop the text everywhere.
    """
    noted = tuple(one for one in check(config, (), now, Seen()) if f"{one.key}.".startswith(f"{key}."))
    wrong = [one for one in noted if one.level is Level.ERROR]
    if wrong:
        raise UsageError(f"{'; '.join(f'{one.key} {one.what}' for one in wrong)}. {_UNCHANGED}")
    return noted


def _refusal(problems: tuple[ConfigProblem, ...]) -> str:
    said = "; ".join(f"{one.key} {one.clause}" for one in problems)
    return f"{said}{'' if said.endswith('?') else '.'} {_UNCHANGED}"


def _name_of(kind: Kind, values: Mapping[str, object]) -> str:
    """Return words that an id can be made of."""
    if kind is Kind.FACT:
        return f"{values.get('entity', '')} {values.get('attribute', '')}"
    if kind is Kind.REMEDY:
        themes = values.get("themes")
        return str(themes[0]) if isinstance(themes, list) and themes else str(values.get("say", ""))
    return next((way for way in ("email", "phone", "url") if way in values), "contact")


def _taken(brand: Brand, kind: Kind) -> Iterator[str]:
    parts: tuple[Brand | Part, ...] = (brand, *brand.listings.values(), *brand.platforms.values())
    for part in parts:
        if kind is Kind.FACT:
            yield from (one.fact_id for one in part.facts)
        elif kind is Kind.REMEDY:
            yield from (one.remedy_id for one in part.remedies)
        else:
            yield from (one.contact_id for one in part.contacts)
    yield from (one.goodwill_id for one in brand.goodwill)
