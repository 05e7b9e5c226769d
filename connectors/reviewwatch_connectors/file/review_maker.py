"""Turn the cells of a row into a review in house values."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Final

from reviewwatch.normalize import REPLACED, parse_language
from reviewwatch.types import OwnerReply, Precision, Review
from reviewwatch_connectors.file.columns import Columns
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.identity import Cells, KeyMaker
from reviewwatch_connectors.file.scale import RatingReader

_FIELDS: Final = (
    Field.AUTHOR, Field.TITLE, Field.TEXT, Field.POSITIVE, Field.NEGATIVE, Field.CREATED, Field.UPDATED, Field.LANG,
    Field.COUNTRY, Field.VERSION, Field.URL, Field.VOTES, Field.REPLY,
)  # fmt: skip
_SCALE: Final = (Field.RATING_AS_WRITTEN, Field.BEST, Field.WORST, Field.KIND)
_LONGEST_TAG: Final = 40
_UNREADABLE: Final = f"some characters could not be read; they stand as {REPLACED}"
_ZERO: Final = "the rating 0 was read as no rating"


class ReviewMaker:
    """Makes reviews from rows; the columns are looked up once, not for each row."""

    def __init__(self, columns: Columns, keys: KeyMaker, ratings: RatingReader) -> None:
        place = columns.place
        rating = Field.RATING if Field.RATING in columns.places else Field.NPS
        self._pick = itemgetter(place(rating), *(place(field) for field in _FIELDS))
        self._reply_author, self._reply_created = place(Field.REPLY_AUTHOR), place(Field.REPLY_CREATED)
        self._time = keys.time
        self._rating = ratings.read
        self._rating_with_scale = ratings.read_with_scale
        self._scale = itemgetter(*map(place, _SCALE)) if any(field in columns.places for field in _SCALE) else None
        self._lang = lru_cache(maxsize=1024)(parse_language)

    def make(self, cells: Cells, external_id: str, listing_key: str) -> Review:
        """Return the review of a row.

        Raises:
            ValueError: Rating or time cannot be read, or the row says nothing.
        """
        (raw, author, title, text, positive, negative, created, updated, lang, country, version, url, votes,
         reply) = self._pick(cells)  # fmt: skip
        scale = self._scale
        rating = None if not raw else self._rating_with_scale(raw, *scale(cells)) if scale else self._rating(raw)
        if rating is None and not (text.strip() or title.strip() or positive.strip() or negative.strip()):
            raise ValueError("it holds neither a text nor a rating")
        created_at, precision = self._time(created) if created.strip() else (None, Precision.INSTANT)
        notes: tuple[str, ...] = (_ZERO,) if rating is None and raw.strip()[:1] == "0" else ()
        if REPLACED in text or REPLACED in title or REPLACED in positive or REPLACED in negative or REPLACED in author:
            notes += (_UNREADABLE,)
        return Review(
            listing_key=listing_key,
            external_id=external_id,
            title=title,
            text=text,
            positive=positive,
            negative=negative,
            rating=rating,
            author=author.strip() or None,
            lang=self._lang(lang) if 0 < len(lang) < _LONGEST_TAG else None,
            country=country.strip() or None,
            version=version.strip() or None,
            created_at=created_at,
            created_precision=precision,
            updated_at=self._time(updated)[0] if updated.strip() else None,
            url=url if url.startswith(("https://", "http://")) else None,
            n_votes=_count(votes) if votes else None,
            owner_replies=self._replies(reply, cells) if reply else (),
            notes=notes,
        )

    def _replies(self, text: str, cells: Cells) -> tuple[OwnerReply, ...]:
        if not text.strip():
            return ()
        author = cells[self._reply_author].strip() or None
        return (OwnerReply(text, author=author, created_at=self._reply_time(cells[self._reply_created])),)

    def _reply_time(self, raw: str) -> datetime | None:
        """Return when a reply was written; a reply is worth keeping without it."""
        try:
            return self._time(raw)[0]
        except ValueError:
            return None


def _count(raw: str) -> int | None:
    """Return a count as written (`1,204`), None for what is no count; votes decide nothing."""
    digits = raw.strip().replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
