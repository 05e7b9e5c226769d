"""What every stage needs at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reviewwatch.config import Brand, Config

if TYPE_CHECKING:
    from reviewwatch.connector import Connector
    from reviewwatch.net import Http
    from reviewwatch.storage.base import Database
    from reviewwatch.triage import Setting
    from reviewwatch.types import Business


def trace(step: str) -> None:
    """Log a named step; what `Desk.at` does unless a test wants to stop there."""
    import logging  # a list of reviews takes no step

    logging.getLogger(__name__).debug("step %s", step)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a flow function works with. One desk per thread, since a database connection belongs to one.

    Attributes:
        now: The clock, aware UTC.
        connector: Gives the configured connector of a source. Raises ConfigError where the source is not configured.
        at: Called with the name of each step just after it is done. A process may die at any of them and the next run
            completes the work; the tests kill it there.
    """

    config: Config
    db: Database
    http: Http
    now: Callable[[], datetime]
    connector: Callable[[str], Connector]
    at: Callable[[str], None] = trace


def setting_of(config: Config, source_id: str) -> Setting:
    """Return what is known of the place that a source reads: how much it counts, and what its brand can do."""
    from reviewwatch.triage import Setting  # a list of reviews judges none

    source, brand = config.sources.get(source_id), brand_of(config, source_id)
    weight = brand.weight if source is None or source.weight is None else source.weight
    listing = None if source is None else brand.listings.get(source.listing)
    remedies = {one.remedy_id: one for one in (*brand.remedies, *(listing.remedies if listing else ()))}.values()
    return Setting(
        weight=weight,
        remedies=frozenset(theme for one in remedies for theme in one.themes),
        helps_all=any(not one.themes for one in remedies),
        has_contact=bool(brand.contacts or (listing and listing.contacts)),
    )


def business_of(config: Config, source_id: str, platform_id: str) -> Business:
    """Return what may be said in replies to the reviews of a source, on one place."""
    from reviewwatch.config.business import business  # a list of reviews speaks for nobody

    return business(config, source_id, platform_id)


def brand_of(config: Config, source_id: str) -> Brand:
    """Return the brand that a source belongs to, one without an id where nobody can tell."""
    return config.brand_of(source_id)
