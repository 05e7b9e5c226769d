"""What a config knows beyond names and keys: parts of a brand, private gestures, and limits of a place.

Apart from `model`, so that a list of reviews does not load it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from reviewwatch.types import Contact, Fact, Macro, Remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Goodwill:
    """A private gesture that a person may make in a case: never in a reply, never for a review.

    Attributes:
        needs_role: Who may make it, empty for anybody.
    """

    goodwill_id: str
    say: str
    needs_role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one listing of a brand, or one place, has of its own; None for as the brand has it.

    Attributes:
        name: Of a listing, as it stands in a reply.
        avoid: Beside those of the brand.
    """

    part_id: str
    name: str = ""
    sign_off: str | None = None
    profile: str | None = None
    time_zone: str | None = None
    person: str | None = None
    avoid: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    facts: tuple[Fact, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    macros: tuple[Macro, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a team knows better of a place than `reply/platforms.toml`; None for as it stands there."""

    platform_id: str
    limit: int | None = None
    unit: str | None = None
    allows_links: bool | None = None
    allows_contacts: bool | None = None
    bans: tuple[str, ...] | None = None
    source: str | None = None
    checked_on: date | None = None
