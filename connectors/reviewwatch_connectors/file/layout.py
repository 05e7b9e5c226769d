"""How the rows of one file are understood: the columns, whose reviews they are, and what each row is known by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reviewwatch.types import Listing
from reviewwatch_connectors.file.columns import Columns
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.identity import Cells, Key, short_id


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reading needs to know of a file.

    Attributes:
        columns: Which column holds which field.
        listing: Gives the listing of a row from its listing cell, empty where there is none.
        site_id: Gives the site's id of a row, empty where it has none.
        known_by: Gives what a row without an id is known by; None for author, exact time and title.
    """

    columns: Columns
    listing: Callable[[str], Listing]
    site_id: Callable[[Cells], str]
    known_by: Callable[[Cells], Key] | None = None


def plain_layout(columns: Columns, source_id: str, name: str) -> Layout:
    """Return the layout of a file of no particular place.

    Args:
        source_id: Makes the listing's key.
        name: Of the listing where the rows name none.
    """
    place = columns.place(Field.ID)
    key = f"file:{source_id}"
    # An export names the listing of every row, also where the file that was imported named none.
    itself = {source_id, name, key}

    def listing(cell: str) -> Listing:
        said = " ".join(cell.split())
        own = "" if said in itself else short_id(said.removeprefix(f"{key}/"))
        return Listing(f"{key}/{own}" if own else key, own or name or source_id, "none")

    return Layout(columns, listing, lambda cells: cells[place].strip())
