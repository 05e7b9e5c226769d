"""Put together what may be said in a reply: a brand's, its listing's, and that of the place where it will stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeVar

from reviewwatch.config.knowledge import folded
from reviewwatch.config.model import Brand, Config
from reviewwatch.types.business import Business, Contact, Fact, Macro, Profile, Remedy

_DAY: Final = timedelta(days=1)

_Known = TypeVar("_Known", Contact, Remedy, Macro)


def business(config: Config, source_id: str, platform_id: str) -> Business:
    """Return what may be said in replies to the reviews of a source, on one place.

    A listing has what its brand has, and a place what the listing has; the nearer wins by id, and a nearer fact hides a
    farther one of the same entity and attribute on the days when it is valid. Nothing of one brand ever stands in for
    another: with several brands, one for no known source is empty.
    """
    brand = config.brand_of(source_id)
    source = config.sources.get(source_id)
    listing_id = source.listing if source is not None else ""
    return of_listing(brand, listing_id, platform_id)


def of_listing(brand: Brand, listing_id: str, platform_id: str) -> Business:
    """Return what a brand may say for one of its listings, or for all of it, on one place.

    Args:
        listing_id: Empty for what holds without one.
        platform_id: Empty keeps the contacts of every place, and takes none of what is for one place.
    """
    listing, place = brand.listings.get(listing_id), brand.platforms.get(platform_id)
    parts = [part for part in (place, listing) if part is not None]
    contacts = _nearest([*(part.contacts for part in parts), brand.contacts], lambda one: one.contact_id)
    return Business(
        brand_id=brand.brand_id,
        name=brand.name,
        sign_off=_own([part.sign_off for part in parts], brand.sign_off),
        listing_id=listing.part_id if listing else "",
        listing_name=listing.name if listing else "",
        profile=Profile(_own([part.profile for part in parts], brand.profile)),
        person=_own([part.person for part in parts], brand.person),
        avoid=tuple(dict.fromkeys([*(word for part in parts for word in part.avoid), *brand.avoid])),
        time_zone=_own([part.time_zone for part in parts], brand.time_zone),
        facts=_facts([*(part.facts for part in parts), brand.facts]),
        remedies=_nearest([*(part.remedies for part in parts), brand.remedies], lambda one: one.remedy_id),
        contacts=tuple(one for one in contacts if not (one.platforms and platform_id) or platform_id in one.platforms),
        macros=_nearest([*(part.macros for part in parts), brand.macros], lambda one: one.macro_id),
        trade=brand.trade,
    )


def _own(nearest: Iterable[str | None], inherited: str) -> str:
    return next((value for value in nearest if value is not None), inherited)


def _nearest(levels: Iterable[Sequence[_Known]], id_of: Callable[[_Known], str]) -> tuple[_Known, ...]:
    """Put levels together, the nearest first: what it has under an id hides what stands farther under the same."""
    kept: dict[str, _Known] = {}
    for level in levels:
        for one in level:
            kept.setdefault(id_of(one), one)
    return tuple(kept.values())


def _facts(levels: Iterable[Sequence[Fact]]) -> tuple[Fact, ...]:
    kept: list[Fact] = []
    for level in levels:
        ids = {fact.fact_id for fact in kept}
        nearer: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in kept:
            nearer[_topic(fact)].append(fact)
        for fact in level:
            if fact.fact_id not in ids:
                kept += _uncovered(fact, nearer[_topic(fact)]) if nearer else (fact,)
    return tuple(kept)


def _topic(fact: Fact) -> tuple[str, str]:
    return folded(fact.entity), folded(fact.attribute)


def _uncovered(fact: Fact, nearer: Iterable[Fact]) -> list[Fact]:
    """Return the fact on the days when no nearer one is valid: whole, cut, in pieces of one id, or nothing."""
    pieces = [fact]
    for near in nearer:
        pieces = [left for piece in pieces for left in _without(piece, near.valid_from, near.valid_to)]
    return pieces


def _without(fact: Fact, begin: date | None, end: date | None) -> Iterator[Fact]:
    """Yield what of a fact's days lies before `begin` and after `end`; None for no bound."""
    if begin is not None and (fact.valid_from is None or fact.valid_from < begin):
        last = begin - _DAY
        yield fact if fact.valid_to is not None and fact.valid_to <= last else replace(fact, valid_to=last)
    if end is not None and end < date.max and (fact.valid_to is None or fact.valid_to > end):
        first = end + _DAY
        yield fact if fact.valid_from is not None and fact.valid_from >= first else replace(fact, valid_from=first)
