"""The labelled reviews of the reply sets with what the drafter proposes for them, and what each draft may say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from evaluation import checker
from evaluation.businesses import business as business_for
from evaluation.businesses import businesses, goodwill
from evaluation.labelled import Row, of_replies
from evaluation.varied import Asked
from reviewwatch.assess import assess
from reviewwatch.normalize import parse_time
from reviewwatch.reply import platforms, suggest
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Business, Draft, Fact, Rating, Review, Suggestion

TODAY: Final = datetime(2026, 9, 15, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A labelled review with what the drafter proposed."""

    label: Row
    review: Review
    business: Business
    platform_id: str
    suggestion: Suggestion

    @property
    def best(self) -> Draft | None:
        """The first draft, None where it is held or skipped."""
        return self.suggestion.drafts[0] if self.suggestion.drafts else None


@cache
def drafted(name: str, is_sealed: bool) -> tuple[Drafted, ...]:
    """Return every row of a set with what the drafter proposes for it."""
    return tuple(draft_for(row) for row in of_replies(name, is_sealed))


def draft_for(row: Row) -> Drafted:
    """Draft for a labelled review."""
    review = Review(
        listing_key=f"set:{row['listing']}",
        external_id=row["id"],
        title=row.get("title", ""),
        text=row.get("text", ""),
        rating=Rating(str(row["rating"]), float(row["rating"])) if row.get("rating") else None,
        author=row.get("author") or None,
        lang=row.get("lang"),
        created_at=parse_time(row["created_at"])[0] if row.get("created_at") else TODAY,
    )
    business = business_for(row["brand"], row["listing"], row["platform"])
    return Drafted(row, review, business, row["platform"], proposed(review, business, row["platform"]))


def proposed(review: Review, business: Business, platform_id: str, recent: Sequence[str] = ()) -> Suggestion:
    """Return what the drafter proposes on a day of the sets."""
    context = Context(today=TODAY.date(), recent=tuple(recent))
    return suggest(review, assess(review), business, platforms.load(platform_id), "hash", context=context)


def _told(fact: Fact) -> str:
    """Return what a public fact tells: itself, and since when it is so."""
    since = fact.valid_from
    return f"{fact.entity} {fact.attribute} {fact.value}" + (f" {since.day} {since:%B %Y}" if since else "")


def leave(one: Asked) -> checker.Leave:
    """Return what a draft may say, for the checker: nothing private, nothing of another brand."""
    business, platform = one.business, platforms.load(one.platform_id)
    review = one.review
    given = [
        *(_told(fact) for fact in business.facts if fact.is_public),
        *(remedy.say for remedy in business.remedies if remedy.is_public),
        *(contact.text for contact in business.contacts),
        *(macro.text for macro in business.macros),
        business.sign_off,
        business.name,
        business.listing_name,
    ]
    foreign = {
        word
        for (brand_id, _, _), other in businesses().items()
        if brand_id != business.brand_id
        for word in (*other.name.split()[:1], *(contact.text for contact in other.contacts))
    }
    return checker.Leave(
        given=given,
        review=[review.title, review.text],
        names=[business.name, business.listing_name, review.author or ""],
        limit=platform.limit,
        is_bytes=platform.unit is platforms.Unit.BYTES,
        profile=business.profile,
        foreign=[*sorted(foreign - {word for text in given for word in text.split()}), *goodwill(business.brand_id)],
    )
