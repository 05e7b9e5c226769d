"""A fact or a remedy added to the config from within a session, where a text lacks what would back it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from reviewwatch import config as configs
from reviewwatch.cli.screen.face import Choice, Face
from reviewwatch.errors import UsageError
from reviewwatch.flow.add_known import Kind, add

if TYPE_CHECKING:
    from datetime import datetime

    from reviewwatch.config import Config

_KINDS: Final = (Choice("1", "a fact: what is true, and since when"), Choice("2", "a remedy: help that you offer"))


def add_what_backs(face: Face, config: Config, source_id: str, now: datetime) -> Config | None:
    """Ask for a fact or a remedy and write it into the config; None where the person steps back.

    Raises:
        UsageError: It cannot be written; the config is as it was.
    """
    kind = face.ask(_KINDS, "Add to what your brand knows, for this reply and every later one:")
    values = _fact(face) if kind == "1" else _remedy(face) if kind == "2" else None
    if values is None:
        return None
    source = config.sources.get(source_id)
    listing_id = source.listing if source else ""
    table = Kind.FACT if kind == "1" else Kind.REMEDY
    added = add(config, config.brand_of(source_id), listing_id, table, values, now)
    face.tell(f"[{added.key}] stands in {added.path} now, from line {added.line} on; delete it there to take it back.")
    return configs.load(config.path)


def _fact(face: Face) -> dict[str, object] | None:
    entity = face.line("What is it about, as reviewers call it (front desk; empty goes back)")
    attribute = face.line("What of it (hours)") if entity else ""
    value = face.line("What is true, as a reply says it (07:00-23:00)") if attribute else ""
    if not value:
        return None
    since = face.line("Since which day (2026-03-01; empty: always was)")
    source = face.line("Where it stands, for whoever checks it (house manual)")
    begin = {"valid_from": _day(since)} if since else {}
    return {"entity": entity, "attribute": attribute, "value": value, **begin, **({"source": source} if source else {})}


def _remedy(face: Face) -> dict[str, object] | None:
    say = face.line("As a reply says it (our accounts desk can go through the bill with you; empty goes back)")
    if not say:
        return None
    owner = face.line("Who does it (accounts)")
    return {"say": say, **({"owner": owner} if owner else {})}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"`{text}` is no day; write it as 2026-03-01. Nothing was changed.") from error
