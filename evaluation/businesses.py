"""The invented businesses of the reply sets, as `tests/data/replies/business.toml` gives them; see `rules.md` there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from reviewwatch.reply.given import business_of
from reviewwatch.types import Business

PATH: Final = Path(__file__).parents[1] / "tests" / "data" / "replies" / "business.toml"


@cache
def business(brand_id: str, listing_id: str | None, platform_id: str) -> Business:
    """Return what one brand may say for one listing on one place; without a listing, what holds for all of its own.

    Raises:
        KeyError: There is no such brand, or the listing is another brand's.
    """
    tables = _tables()
    brand = next((row for row in tables["brands"] if row["id"] == brand_id), None)
    if brand is None:
        raise KeyError(brand_id)
    listing = _listing(brand_id, listing_id) if listing_id else {}
    own = {name: [row for row in tables[name] if _is_for(row, brand_id, listing_id)] for name in _KNOWLEDGE}
    row = {
        **{key: value for key, value in brand.items() if key != "id"},
        "brand": brand_id,
        **(
            {"listing": listing_id, "listing_name": listing["name"], "time_zone": listing["time_zone"]}
            if listing
            else {}
        ),
        "facts": [_without_owner(fact) for fact in own["facts"]],
        "remedies": [_without_owner(remedy) for remedy in own["remedies"]],
        "contacts": [_contact(contact) for contact in own["contacts"]],
    }
    return business_of(row, platform_id)


def businesses() -> Mapping[tuple[str, str, str], Business]:
    """Return all of them by brand, listing and platform, each listing on the places where it stands."""
    return {
        (row["brand"], row["id"], platform_id): business(row["brand"], row["id"], platform_id)
        for row in _tables()["listings"]
        for platform_id in row["platforms"]
    }


def goodwill(brand_id: str) -> tuple[str, ...]:
    """Return a brand's private gestures in words, to see that no reply names one."""
    return tuple(row["what"] for row in _tables()["goodwill"] if row["brand"] == brand_id)


_KNOWLEDGE: Final = ("facts", "remedies", "contacts")


@cache
def _tables() -> Mapping[str, list[dict[str, Any]]]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


def _listing(brand_id: str, listing_id: str) -> Mapping[str, Any]:
    found = [row for row in _tables()["listings"] if (row["brand"], row["id"]) == (brand_id, listing_id)]
    if not found:
        raise KeyError(f"{brand_id}/{listing_id}")
    return found[0]


def _is_for(row: Mapping[str, Any], brand_id: str, listing_id: str | None) -> bool:
    return row["brand"] == brand_id and row.get("listing") in (None, listing_id)


def _without_owner(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("brand", "listing")}


def _contact(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in _without_owner(row).items() if key not in ("kind", "value")}
    return {**kept, row["kind"]: row["value"]}
