"""What tells a row that this program exported from any other: columns and a check that only an export writes."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from typing import Final

_COLUMNS: Final = frozenset({"reviewwatch_id", "check", "source", "listing_key", "id"})


def is_export(names: Collection[str]) -> bool:
    """Say whether a file with these columns is an export whose reviews know where they belong."""
    return _COLUMNS.issubset(names)


def check_of(source_id: str, listing_key: str, external_id: str) -> str:
    """Return 8 hex digits over what says where a review belongs.

    They notice a spreadsheet that rewrote a long id as `1.2E+19`. They are no secret: anybody can compute them.
    """
    parts = f"{len(source_id)},{len(listing_key)};{source_id}{listing_key}{external_id}"
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
