"""What each place allows in an owner's reply: limits, units, links and bans, each with source and date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from reviewwatch.config.known import Limits
from reviewwatch.config.names import nearest as near_name
from reviewwatch.errors import ConfigError, ConfigProblem


class Unit(StrEnum):
    """What a limit counts."""

    CHARS = "chars"
    BYTES = "bytes"


class Certainty(StrEnum):
    """How sure a limit is. An assumed one is kept like the others; where no place is known at all, it only warns."""

    DOCUMENTED = "documented"
    REPORTED = "reported"
    ASSUMED = "assumed"


class Ban(StrEnum):
    """What a place forbids in replies beyond the law."""

    OFFERS = "offers"
    RATING_ASKS = "rating_asks"
    LISTS = "lists"
    PROMO = "promo"
    QUOTES = "quotes"
    NAMES = "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One place's rules for replies.

    Attributes:
        name: As it stands in a sentence.
        limit: Longest reply, in `unit`.
        hides_replies: Owner replies never show where the reviews are read.
        is_conversation: The reviewer can answer in the same place.
        takes_replies: The business can answer in public there.
        is_final: A posted reply can neither be changed nor replaced.
        source, checked_on: Where the place says so, and when that was read.
    """

    platform_id: str
    name: str
    limit: int
    unit: Unit
    limit_is: Certainty
    allows_links: bool
    allows_contacts: bool
    hides_replies: bool
    is_conversation: bool
    bans: frozenset[Ban]
    source: str
    checked_on: date
    takes_replies: bool = True
    is_final: bool = False

    def length(self, text: str) -> int:
        """Return the length of a text in this place's unit: Unicode code points, or bytes of UTF-8."""
        return len(text) if self.unit is Unit.CHARS else len(text.encode("utf-8", "surrogatepass"))

    def fits(self, text: str) -> bool:
        """Say whether the place takes a text of this length."""
        return self.length(text) <= self.limit


def load(platform_id: str, own: Mapping[str, Limits] = MappingProxyType({})) -> Platform:
    """Return the rules of one place.

    Args:
        own: What a config knows better, by platform.

    Raises:
        ConfigError: There is no such entry; the message lists those that there are.
    """
    platforms = _platforms()
    if platform_id in platforms:
        shipped = platforms[platform_id]
        return _with(shipped, own[platform_id]) if platform_id in own else shipped
    near = nearest(platform_id)
    why = f"`{platform_id}` is not a known platform" + ("" if near else f"; there are: {', '.join(platforms)}")
    raise ConfigError((ConfigProblem("platform", why, nearest=near),))


def nearest(platform_id: str) -> str | None:
    """Return the place that was likely meant by a name that is none."""
    return near_name(platform_id, _platforms())


def known_platforms() -> tuple[str, ...]:
    """Return the ids of all places that have rules, as the file lists them."""
    return tuple(_platforms())


def _with(platform: Platform, limits: Limits) -> Platform:
    """Return the rules with a team's own where it has any; a limit that somebody read is documented."""
    is_read = limits.limit is not None and bool(limits.source)
    return replace(
        platform,
        limit=platform.limit if limits.limit is None else limits.limit,
        unit=platform.unit if limits.unit is None else Unit(limits.unit),
        limit_is=Certainty.DOCUMENTED if is_read else platform.limit_is,
        allows_links=platform.allows_links if limits.allows_links is None else limits.allows_links,
        allows_contacts=platform.allows_contacts if limits.allows_contacts is None else limits.allows_contacts,
        bans=platform.bans if limits.bans is None else frozenset(map(Ban, limits.bans)),
        source=limits.source or platform.source,
        checked_on=limits.checked_on or platform.checked_on,
    )


@cache
def _platforms() -> Mapping[str, Platform]:
    text = files("reviewwatch.reply").joinpath("platforms.toml").read_text(encoding="utf-8")
    return {
        platform_id: Platform(
            platform_id=platform_id,
            name=table["name"],
            limit=table["limit"],
            unit=Unit(table["unit"]),
            limit_is=Certainty(table["limit_is"]),
            allows_links=table["allows_links"],
            allows_contacts=table["allows_contacts"],
            hides_replies=table["hides_replies"],
            is_conversation=table["is_conversation"],
            bans=frozenset(Ban(ban) for ban in table["bans"]),
            source=table["source"],
            checked_on=table["checked_on"],
            takes_replies=table.get("takes_replies", True),
            is_final=table.get("is_final", False),
        )
        for platform_id, table in tomllib.loads(text).items()
    }
