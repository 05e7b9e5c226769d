"""How a store gets from an older shape to the one in `schema.py`: forward only, one transaction each.

A migration never changes once it is released: stores out there have run it. Until the first release the first one
follows `schema.DDL`; then the text moves here and `schema.DDL` goes on alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from reviewwatch.storage.schema import DDL


class Migrated(Protocol):
    """What a backend offers to a migration; called inside the migration's transaction."""

    def script(self, sql: str) -> None:
        """Execute statements one by one, in the transaction that is open."""
        ...

    def create_search(self) -> None:
        """Make the backend's own search tables."""
        ...


Migration = Callable[[Migrated], None]


def m001_first_schema(store: Migrated) -> None:
    """Make every table of an empty store."""
    store.script(DDL)
    store.create_search()


MIGRATIONS: Final[tuple[Migration, ...]] = (m001_first_schema,)
"""In order: the number of a migration is its place, from 1 on."""
