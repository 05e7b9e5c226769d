"""One page of the feed -> its reviews, where all of it is in the form that Apple usually sends: three times sooner.

Only what a review needs is built. A page that holds anything else is left to the careful reading in `entries`, and what
is read here is what that would read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field
from msgspec.json import Decoder

from reviewwatch.net import Response, read_typed
from reviewwatch.types import Review
from reviewwatch_connectors.app_store_rss.entries import Storefront


class _Words(Struct, frozen=True, gc=False):
    label: str


_NONE: Final = _Words("")


class _Author(Struct, frozen=True, gc=False):
    name: _Words


class _Entry(Struct, gc=False):
    id: _Words
    content: _Words
    stars: _Words = field(name="im:rating")
    title: _Words = _NONE
    version: _Words = field(name="im:version", default=_NONE)
    updated: _Words = _NONE
    votes: _Words = field(name="im:voteSum", default=_NONE)
    author: _Author = _Author(_NONE)


class _Feed(Struct, gc=False):
    entry: list[_Entry]


class _Answer(Struct, gc=False):
    feed: _Feed


_ANSWERS: Final = Decoder(_Answer)


def read_usual(response: Response, place: Storefront) -> Sequence[Review]:
    """Return the reviews of a page, none where it needs care or has none."""
    answer = read_typed(response, _ANSWERS)
    try:
        return [
            place.review(
                (
                    one.id.label,
                    one.content.label,
                    one.stars.label,
                    one.title.label,
                    one.version.label,
                    one.updated.label,
                    one.votes.label,
                    one.author.name.label,
                )
            )
            for one in (answer.feed.entry if answer else ())
        ]
    except ValueError:
        return ()
