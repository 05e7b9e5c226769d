"""Makers of invented values, so that a test states only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reviewwatch.types import Assessment, Band, Listing, OwnerReply, Rating, Review

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LISTING = Listing("test:harbor-inn", "Harbor Inn", "none", "https://reviews.example/harbor-inn")


def stars(value: float) -> Rating:
    """Return a rating of 1 to 5 stars."""
    return Rating(raw=f"{value:g}", value=value)


def review(external_id: str = "r1", **fields: Any) -> Review:
    """Return a review of the test listing; any field can be given."""
    values: dict[str, Any] = {
        "listing_key": LISTING.key,
        "external_id": external_id,
        "author": "Ines Example",
        "text": "The room was cold and nobody answered the bell.",
        "rating": stars(2),
        "lang": "en",
        "created_at": NOW,
    }
    return Review(**{**values, **fields})


def owner_reply(text: str = "We are sorry about the cold room.", **fields: Any) -> OwnerReply:
    """Return a published owner reply."""
    return OwnerReply(**{"text": text, "account": "harbor-inn", "created_at": NOW, **fields})


def by_stars(review: Review, reading: Any = None, **_: Any) -> Assessment:
    """Judge by the stars alone, in the place of `assess.assess`: .96 for one of five, .51 for three, .06 for five."""
    share = review.rating.share if review.rating else 0.5
    return Assessment(p_detractor=0.96 - 0.9 * share, band=Band.PASSIVE, scorer="stars 1")
