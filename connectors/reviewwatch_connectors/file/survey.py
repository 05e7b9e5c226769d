"""The first reading of a file: what only all of its rows together can tell, so that their order never matters."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

from reviewwatch.errors import LayoutChangedError
from reviewwatch.normalize import AmbiguousDateError, DateOrder, parse_time, plain_number, proven_order, shown
from reviewwatch.types import Problem
from reviewwatch_connectors.file.columns import Columns
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.identity import KeyMaker, Repeated, Repeats
from reviewwatch_connectors.file.layout import Layout
from reviewwatch_connectors.file.table import Table

_MAX_RATINGS: Final = 10_000
_LONGEST_RATING: Final = 40
TELL_EVERY: Final = 50_000
"""Rows between two signs of life while no page comes yet."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the rows of a file say together.

    Attributes:
        order: Of its all-digit dates, None if they need none.
        keys: Makes keys by that order.
        repeated: Keys that stand in several rows.
        ratings: How often each rating is written in rows that do not say its scale.
        notes: What was assumed.
    """

    order: DateOrder | None
    keys: KeyMaker
    repeated: Repeated
    ratings: dict[str, int]
    notes: tuple[str, ...] = ()


def survey(table: Table, layout: Layout, order: DateOrder | None) -> Generator[None, None, Survey]:
    """Read all rows once; yields now and then so that a caller can tell how far it is.

    Args:
        order: Of all-digit dates, as the person said.

    Raises:
        LayoutChangedError: The dates can be read in more than one order and none of them tells in which.
    """
    try:
        return (yield from _read_once(table, layout, order))
    except AmbiguousDateError as error:
        order, note = yield from _find_order(table, layout.columns, str(error))
    found = yield from _read_once(table, layout, order, is_order_settled=True)
    return Survey(order, found.keys, found.repeated, found.ratings, (note,) if note else ())


def _read_once(
    table: Table, layout: Layout, order: DateOrder | None, is_order_settled: bool = False
) -> Generator[None, None, Survey]:
    columns = layout.columns
    keys = KeyMaker(columns, order, layout.site_id, layout.known_by)
    rating, best, updated = (columns.place(field) for field in (Field.RATING, Field.BEST, Field.UPDATED))
    repeats = Repeats()
    ratings: dict[str, int] = {}
    for n, row in enumerate(table.rows(columns.n_needed), start=1):
        if n % TELL_EVERY == 0:
            yield
        if isinstance(row, Problem):
            continue
        cells = row[1]
        if not cells[best] or plain_number(cells[best]) is None:
            _count(ratings, cells[rating])
        try:
            if cells[updated]:
                keys.time(cells[updated])
            key = keys.key(cells)
            repeats.add(hash(key), keys.who(cells) if len(key) == 2 else 0)
        except ValueError as error:
            # Rows that cannot be read are reported by the second reading.
            if isinstance(error, AmbiguousDateError) and not is_order_settled:
                raise
    return Survey(order, keys, repeats.settle(), ratings)


def _count(ratings: dict[str, int], raw: str) -> None:
    """Note a rating whose row does not say its scale."""
    if raw in ratings or (len(ratings) < _MAX_RATINGS and len(raw) < _LONGEST_RATING):
        ratings[raw] = ratings.get(raw, 0) + 1


def _find_order(table: Table, columns: Columns, why: str) -> Generator[None, None, tuple[DateOrder | None, str]]:
    """Return the order that the dates of a file prove, and what to say of it.

    One date such as 25/12/2026 proves it for all. Where dates prove both orders, or others need none, those that need
    one are left to be reported row by row.
    """
    places = [columns.places[field] for field in (Field.CREATED, Field.UPDATED) if field in columns.places]
    proofs: dict[DateOrder, str] = {}
    has_clear = False
    for n, row in enumerate(table.rows(columns.n_needed), start=1):
        if n % TELL_EVERY == 0:
            yield
        for raw in [] if isinstance(row, Problem) else [row[1][place] for place in places]:
            proven = proven_order(raw)
            if proven is not None:
                proofs[proven] = max(proofs.get(proven, ""), raw)
            has_clear = has_clear or (bool(raw.strip()) and proven is None and _is_clear(raw))
    if len(proofs) == 1:
        order, proof = proofs.popitem()
        return order, f"dates were read in the order {order}, as {shown(proof)} proves; say another with --dates"
    if proofs or has_clear:
        return None, ""
    raise LayoutChangedError(f"the date {why}")


def _is_clear(raw: str) -> bool:
    try:
        parse_time(raw)
    except ValueError:
        return False
    return True
