"""What the shell offers for ids, sources and brands. Whatever goes wrong, it offers nothing and says nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from reviewwatch.cli import opening
from reviewwatch.cli.output import safe
from reviewwatch.errors import ReviewwatchError

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.flow.desk import Desk

Offer = tuple[str, str]
"""What is typed, and a word on it."""

MOST: Final = 50
"""Ids offered, the most urgent first: nobody reads more."""


def known_sources(desk: Desk) -> tuple[str, ...]:
    """Return every source there is: configured, pulled or imported."""
    from reviewwatch.storage.verbs import sources as states

    stored = (state.source_id for state in states.all_states(desk.db))
    return tuple(dict.fromkeys([*desk.config.sources, *stored]))


def reviews(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the open and the held reviews with the beginning of their text."""
    return _offers(ctx, incomplete, _open_reviews)


def replies(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the replies on their way with their state."""
    return _offers(ctx, incomplete, _replies)


def sources(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer every source, configured or imported."""
    return _offers(ctx, incomplete, _sources, lambda config: [(source_id, "") for source_id in config.sources])


def brands(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the brands of the config."""
    return _offers(ctx, incomplete, None, lambda config: [(brand, "") for brand in config.brands])


def _offers(
    ctx: typer.Context,
    incomplete: str,
    find: Callable[[Desk], list[Offer]] | None,
    known: Callable[[Config], list[Offer]] = lambda _: [],
) -> list[Offer]:
    """Return what fits: of the config, and of the store where there is one. A key pressed makes no store.

    Args:
        find: Looks into the store, None where nothing is to be found there.
        known: What the config alone says.
    """
    try:
        config = _config(ctx)
        offers = known(config)
        if find is not None and config.store.is_file():
            with opening.desk_for(config) as desk:
                offers += find(desk)
        return [offer for offer in dict.fromkeys(offers) if offer[0].startswith(incomplete)]
    except (ReviewwatchError, OSError):
        return []


def _config(ctx: typer.Context) -> Config:
    """Load the config that the line typed so far names; while it is completed no callback runs that would keep it."""
    root = ctx.find_root()
    given = root.params.get("config")
    root.obj = opening.Globals(config=Path(given) if given else None)
    return opening.load_quietly(ctx)


def _open_reviews(desk: Desk) -> list[Offer]:
    from reviewwatch.ids import REVIEW, to_text
    from reviewwatch.storage.verbs import cases
    from reviewwatch.types import QueueFilter

    held = cases.queue(desk.db, QueueFilter(is_held=True), limit=MOST)
    rows = [*held, *cases.queue(desk.db, QueueFilter(), limit=MOST)][:MOST]
    return [(to_text(REVIEW, row.review_id), safe(row.title or row.excerpt)[:60]) for row in rows]


def _replies(desk: Desk) -> list[Offer]:
    from reviewwatch.ids import PUBLICATION, to_text
    from reviewwatch.storage.verbs import outbox

    return [(to_text(PUBLICATION, item.publication_id), str(item.state)) for item in outbox.unsettled(desk.db)]


def _sources(desk: Desk) -> list[Offer]:
    return [(source_id, "") for source_id in known_sources(desk)]
