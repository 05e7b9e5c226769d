"""What the sites say, in house values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RatingKind(StrEnum):
    """How a rating was asked for. Kinds never mix in an average."""

    STARS = "stars"
    BINARY = "binary"
    TEN = "ten"
    SURVEY = "survey"


class Precision(StrEnum):
    """How exactly a site states a time."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"


class TextField(StrEnum):
    """A part of a review that a reason may point into."""

    TITLE = "title"
    TEXT = "text"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    RATING = "rating"


class ReplyState(StrEnum):
    """What the site says of an owner reply."""

    PUBLISHED = "published"
    PENDING = "pending"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as given, with the scale it was given on.

    Attributes:
        raw: The value as the site wrote it.
        value: The same as a number, `worst <= value <= best`.
        worst, best: The ends of the scale.
        kind: How it was asked for.
    """

    raw: str
    value: float
    worst: float = 1.0
    best: float = 5.0
    kind: RatingKind = RatingKind.STARS

    @property
    def share(self) -> float:
        """Where the value stands on its scale, 0 (worst) to 1 (best)."""
        return (self.value - self.worst) / (self.best - self.worst)


@dataclass(frozen=True, slots=True)
class OwnerReply:
    """A public answer by the business, whoever typed it.

    Attributes:
        text: The reply as received.
        author: The name shown, if any.
        account: The account it stands under, in the site's own terms.
        created_at: When it appeared, if the site says so.
        state: What the site says of it.
        external_id: The site's id for the reply, if it has one.
    """

    text: str
    author: str | None = None
    account: str | None = None
    created_at: datetime | None = None
    state: ReplyState = ReplyState.PUBLISHED
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The thing reviewed: a location, an app, a product.

    Attributes:
        key: `<id space>:<the site's id>`, unique in a store.
        name: What people call it.
        platform: The entry of `reply/platforms.toml` that holds its reply limits.
        url: Where a person sees it, if there is such a page.
    """

    key: str
    name: str
    platform: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One person's public text and/or rating, in house values.

    `positive` and `negative` are filled only where the site asks for them apart; they are never glued to `text`.
    `owner_replies` is the whole thread unless `is_thread_partial`, then it is what this pull saw of it.
    """

    listing_key: str
    external_id: str
    title: str = ""
    text: str = ""
    positive: str = ""
    negative: str = ""
    rating: Rating | None = None
    author: str | None = None
    lang: str | None = None
    country: str | None = None
    version: str | None = None
    created_at: datetime | None = None
    created_precision: Precision = Precision.INSTANT
    updated_at: datetime | None = None
    url: str | None = None
    n_votes: int | None = None
    owner_replies: tuple[OwnerReply, ...] = ()
    is_thread_partial: bool = False
    notes: tuple[str, ...] = ()

    def field(self, name: TextField) -> str:
        """Return the text that offsets of a reason count in.

        Args:
            name: The part. RATING gives the raw rating, empty without one.
        """
        if name is TextField.RATING:
            return self.rating.raw if self.rating else ""
        return str(getattr(self, name.value))


@dataclass(frozen=True, slots=True)
class Problem:
    """A row or item that could not be read, said so that a person can mend it.

    Attributes:
        where: `line 12`, `item 3` or a key.
        why: One clause without a full stop.
    """

    where: str
    why: str
