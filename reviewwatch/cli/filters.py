"""The filters that `inbox`, `respond` and `export` share: what a person types, and the `QueueFilter` that it means."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from reviewwatch.cli import completion
from reviewwatch.cli.screen.until import parse_since
from reviewwatch.errors import UsageError
from reviewwatch.types import QueueFilter

if TYPE_CHECKING:
    from reviewwatch.flow.desk import Desk

BrandOption = Annotated[
    str | None,
    typer.Option("--brand", metavar="BRAND", help="Only reviews of this brand.", autocompletion=completion.brands),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help="Only reviews seen at this source; repeatable.",
        autocompletion=completion.sources,
    ),
]
RatingOption = Annotated[
    float | None,
    typer.Option(
        "--rating-max",
        metavar="STARS",
        min=1,
        max=5,
        help="At most this many stars of five, or as much of another scale.",
    ),
]
LangOption = Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Only this language, such as en.")]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="Only reviews written since: 7d, or 2026-11-01.")
]
AnsweredOption = Annotated[
    bool | None,
    typer.Option("--answered/--unanswered", help="With or without a reply of the owner.", show_default=False),
]
AllOption = Annotated[bool, typer.Option("--all", help="Every unanswered review, not the flagged ones alone.")]
HeldOption = Annotated[bool, typer.Option("--held", help="Those that are held for a trained person, and no others.")]
PraiseOption = Annotated[
    bool, typer.Option("--praise", help="Those that thank a person or a team by name, flagged or not.")
]


def wanted(
    desk: Desk,
    brand: str | None = None,
    source: list[str] | None = None,
    rating_max: float | None = None,
    lang: str | None = None,
    since: str | None = None,
    is_answered: bool | None = None,
    everything: bool = False,
    is_held: bool = False,
    is_praise: bool = False,
) -> QueueFilter:
    """Return the filter that the options mean.

    Args:
        rating_max: In stars of one to five.
        since: A length of time back from now, or a date.

    Raises:
        UsageError: A brand or source that does not exist, a time that is none, filters that exclude each other.
    """
    if is_held and (everything or is_praise):
        raise UsageError("--held takes neither --all nor --praise: it lists what is held, whatever it is.")
    return QueueFilter(
        sources=_sources(desk, brand, source or []),
        max_rating_share=None if rating_max is None else (rating_max - 1) / 4,
        lang=lang.lower() if lang else None,
        since=parse_since(since, desk.now()) if since else None,
        is_answered=is_answered,
        include_unflagged=everything or is_praise,
        is_held=is_held,
        is_praise=is_praise,
    )


def check_source(source_id: str, known: tuple[str, ...]) -> str:
    """Return a source's id.

    Raises:
        UsageError: There is none of that name.
    """
    if source_id in known:
        return source_id
    raise UsageError(_no_such("source", source_id, known))


def _sources(desk: Desk, brand: str | None, source: list[str]) -> tuple[str, ...]:
    if brand is None and not source:
        return ()
    known = completion.known_sources(desk)
    named = tuple(check_source(one, known) for one in source)
    if brand is None:
        return named
    of_brand = _sources_of_brand(desk, brand, known)
    if not named:
        return of_brand
    both = tuple(one for one in named if one in of_brand)
    if not both:
        raise UsageError(f"None of the named sources belongs to the brand `{brand}`.")
    return both


def _sources_of_brand(desk: Desk, brand: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return a brand's sources; imported files belong to the only brand there is."""
    brands = desk.config.brands
    if brand not in brands:
        raise UsageError(_no_such("brand", brand, tuple(brands)))
    configured = desk.config.sources
    of_brand = tuple(
        one for one in known if (configured[one].brand == brand if one in configured else len(brands) == 1)
    )
    if not of_brand:
        raise UsageError(f"The brand `{brand}` has no source yet; `reviewwatch sources` lists what there is.")
    return of_brand


def _no_such(kind: str, name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean `{near[0]}`?" if near else f"There are: {', '.join(known) or 'none'}."
    return f"There is no {kind} `{name}`. {hint}"
