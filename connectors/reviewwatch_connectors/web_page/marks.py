"""What a page says of its reviews, in the page's own words; every syntax hands this over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewwatch.types import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReply:
    """An answer of the business. `created` as written, "" where the page does not say."""

    text: str
    author: str = ""
    created: str = ""


class Marked(NamedTuple):
    """One review as it is marked up: texts as a visitor reads them, all else as written, "" where nothing is said.

    A tuple, since one is made for each review of a page and costs half of a frozen dataclass.

    Attributes:
        site_id: The id that the page gives it, as an address where it is one.
        created, modified: Dates in whatever form.
        item: The name of the thing that it is about.
    """

    site_id: str = ""
    author: str = ""
    title: str = ""
    text: str = ""
    rating: str = ""
    best: str = ""
    worst: str = ""
    created: str = ""
    modified: str = ""
    item: str = ""
    lang: str = ""
    country: str = ""
    url: str = ""
    n_votes: int | None = None
    replies: tuple[MarkedReply, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What one syntax of a page holds.

    Attributes:
        problems: Items and blocks that could not be read.
        name: Of the thing that the page is about, "" where it is not named.
        key: Of the listing, where the page itself knows its id: `trustpilot:5a1b…`.
        platform: An entry of `reply/platforms.toml`.
        best: The best rating by that summary, which the reviews often leave out.
        has_summary: A summary rating is marked up.
        n_stated: How many reviews there are by that summary.
        n_items: Reviews, with those that could not be read or were left out.
    """

    reviews: Sequence[Marked] = ()
    problems: Sequence[Problem] = ()
    name: str = ""
    key: str = ""
    platform: str = "web_page"
    url: str = ""
    best: str = ""
    has_summary: bool = False
    n_stated: int | None = None
    n_items: int = 0


def refuse_nothing(review: Marked) -> Marked:
    """Return the review.

    Raises:
        ValueError: It says nothing at all.
    """
    if not (review.title or review.text or review.rating):
        raise ValueError("it holds neither a text nor a rating")
    return review
