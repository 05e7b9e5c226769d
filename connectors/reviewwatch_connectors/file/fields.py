"""The fields that a column can hold, and the headers under which exports are known to give them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """What a column means; the values of the option `map`."""

    ID = "id"
    AUTHOR = "author"
    TITLE = "title"
    TEXT = "text"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    RATING = "rating"
    RATING_AS_WRITTEN = "rating_as_written"
    BEST = "best"
    WORST = "worst"
    KIND = "kind"
    NPS = "nps"
    CREATED = "created"
    UPDATED = "updated"
    LANG = "lang"
    COUNTRY = "country"
    VERSION = "version"
    URL = "url"
    VOTES = "votes"
    REPLY = "reply"
    REPLY_AUTHOR = "reply_author"
    REPLY_CREATED = "reply_created"
    LISTING = "listing"
    IGNORE = "ignore"


SAID_AS: Final[Mapping[str, Field]] = {
    **{field.value: field for field in Field},
    "date": Field.CREATED,
    "created_at": Field.CREATED,
    "updated_at": Field.UPDATED,
}
"""What a person may write for a field in the option `map`; the added names are those of this program's own JSON."""

ALIASES: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.ID: ("review id", "reviewid", "id", "external id", "response id", "comment id", "review uuid", "uuid"),
    Field.AUTHOR: (
        "author", "author name", "reviewer", "reviewer name", "reviewer display name", "reviewer nickname", "user",
        "user name", "username", "nickname", "display name", "customer", "customer name", "guest", "guest name",
        "written by", "posted by", "name",
    ),
    Field.TITLE: ("title", "review title", "headline", "review headline", "subject", "summary", "heading"),
    Field.TEXT: (
        "text", "review text", "body", "review body", "content", "review content", "review", "comment", "comments",
        "review comment", "feedback", "message", "verbatim", "full review", "opinion", "your words", "words",
        "description",
    ),
    Field.POSITIVE: (
        "positive", "pros", "positives", "positive review", "positive text", "positive comment", "positive feedback",
        "liked", "what did you like", "what do you like best", "advantages",
    ),
    Field.NEGATIVE: (
        "negative", "cons", "negatives", "negative review", "negative text", "negative comment", "negative feedback",
        "disliked", "what did you dislike", "what do you dislike", "disadvantages",
    ),
    Field.RATING: (
        "rating", "star rating", "stars", "review rating", "review stars", "rating value", "review score", "score",
        "scoring review score", "overall rating", "overall score", "points", "grade", "recommended", "is recommended",
        "would recommend",
    ),
    Field.RATING_AS_WRITTEN: ("rating as written",),
    Field.BEST: ("best", "best rating"),
    Field.WORST: ("worst", "worst rating"),
    Field.KIND: ("kind", "rating kind"),
    Field.NPS: (
        "nps", "nps score", "nps rating", "nps answer", "net promoter score", "likelihood to recommend",
        "how likely are you to recommend us", "how likely are you to recommend us to a friend or colleague",
    ),
    Field.CREATED: (
        "created", "created at", "date created gmt", "date created", "created date", "created on", "created time",
        "created timestamp", "review date", "review created at", "date", "date of review", "published",
        "published at", "date published", "posted", "posted at", "posted on", "submitted", "submitted at",
        "submission date", "reviewed at", "timestamp", "datetime", "time", "when", "completed at",
    ),
    Field.UPDATED: (
        "updated", "updated at", "last updated", "date updated", "modified", "modified at", "last modified",
        "date modified", "edited", "edited at", "last change timestamp", "last update",
    ),
    Field.LANG: ("lang", "language", "language code", "review language", "reviewer language", "locale"),
    Field.COUNTRY: ("country", "country code", "reviewer country", "reviewer country code", "territory", "storefront"),
    Field.VERSION: ("version", "app version", "app version name", "product version"),
    Field.URL: ("url", "review url", "link", "review link", "permalink", "review permalink"),
    Field.VOTES: (
        "votes", "helpful votes", "helpful", "helpful count", "upvotes", "thumbs up count", "thumbs up", "useful",
    ),
    Field.REPLY: (
        "reply", "owner reply", "reply text", "owner response", "business response", "business reply",
        "management response", "developer reply", "developer response", "company reply", "company response",
        "seller response", "review response", "owner answer", "response", "response text",
    ),
    Field.REPLY_AUTHOR: ("reply author", "reply by", "replied by", "response author"),
    Field.REPLY_CREATED: (
        "reply date", "owner reply date", "reply created", "reply created at", "replied at", "response date",
        "owner response date", "business response date", "developer response date", "company reply date",
    ),
    Field.LISTING: (
        "listing", "location", "location name", "product", "product name", "store", "store name", "branch",
        "property", "property name", "hotel", "hotel name", "restaurant", "restaurant name", "business",
        "business name", "app", "app name", "place", "place name",
    ),
}  # fmt: skip
"""Folded headers, the likeliest first: where two columns could hold one field, the first named here does.

Gathered from the column names of documented exports and APIs: Google Play reports, Google Business Profile, Booking
(`content.positive`, `scoring.review_score`), WooCommerce (`date_created_gmt`), Judge.me, Trustpilot, Delighted,
Google Forms. E-mail columns are in none of these lists: they are personal data that nobody needs.
"""

LIST_NAMES: Final = frozenset({"reviews", "ratings", "items", "data", "results", "entries", "records", "rows"})
"""Names under which an answer of an API has its reviews, whatever else it says of the thing reviewed."""
WRAPPERS: Final = frozenset({"review", "reviews", "content", "attributes", "data", "fields", "item", "node"})
"""Names of objects that only hold a review's fields: `content.positive` is `positive`."""
