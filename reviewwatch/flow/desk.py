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
    return Setting(weight=weight, has_contact=bool(brand.contacts))


def business_of(config: Config, source_id: str, platform_id: str) -> Business:
    """Return what may be said in replies to the reviews of a source, on one place."""
    from reviewwatch.types import Business  # a list of reviews speaks for nobody

    brand = brand_of(config, source_id)
    contacts = tuple(one for one in brand.contacts if not one.platforms or platform_id in one.platforms)
    return Business(brand_id=brand.brand_id, name=brand.name, sign_off=brand.sign_off, contacts=contacts)


def brand_of(config: Config, source_id: str) -> Brand:
    """Return the brand that a source belongs to.

    A source that is not configured (an imported file) belongs to the only brand; with several brands it belongs to
    none of them, since nothing of one brand may speak for another.
    """
    source = config.sources.get(source_id)
    if source is not None:
        return config.brands[source.brand]
    if len(config.brands) == 1:
        return next(iter(config.brands.values()))
    return Brand(brand_id="", name="")
