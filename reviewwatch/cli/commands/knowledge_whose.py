"""Whose knowledge a command is about: the brand and the listing that a person names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reviewwatch.config.names import nearest
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from reviewwatch.config import Brand, Config


def whose(config: "Config", brand_id: str | None, listing_id: str | None = None) -> "tuple[Brand, str]":
    """Return the brand, the only one where none is named, and the listing's id, empty for none.

    Raises:
        UsageError: There is no such brand or listing, or several brands and none is named.
    """
    if brand_id is not None and brand_id not in config.brands:
        raise UsageError(no_such("brand", brand_id, config.brands))
    brands = [config.brands[brand_id]] if brand_id else list(config.brands.values())
    if listing_id:
        there = [name for one in brands for name in one.listings]
        brands = [one for one in brands if listing_id in one.listings]
        if not brands:
            raise UsageError(no_such("listing", listing_id, there))
    if len(brands) != 1:
        raise UsageError(f"Say whose with --brand: {', '.join(one.brand_id for one in brands)}. Nothing was changed.")
    return brands[0], listing_id or ""


def no_such(what: str, name: str, there: Iterable[str]) -> str:
    """Return that there is none of this name, with the nearest or all that there are."""
    known = list(there)
    near = nearest(name, known)
    hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(known) or 'none'}."
    return f"There is no {what} `{name}`; {hint}"
