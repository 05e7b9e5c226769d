"""One page of the feed -> its reviews, with care: whatever form an entry has, it is read or named as a problem."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reviewwatch.connector import each
from reviewwatch.errors import LayoutChangedError
from reviewwatch.net import Response, read_json, said
from reviewwatch.normalize import cleaned, parse_rating, text_of, time_or_note
from reviewwatch.types import Problem, RatingKind, Review

EXPECTED: Final = "a feed whose entries have id, im:rating and content"
_STARS: Final = {str(n): parse_rating(str(n), best=5, worst=1, kind=RatingKind.STARS) for n in range(1, 6)}
_VOTES: Final = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Storefront:
    """An app in one country, `country` in capitals, or None where it is not known."""

    listing_key: str
    country: str | None
    url: str

    def review(self, words: Sequence[str], notes: tuple[str, ...] = ()) -> Review:
        """Return a review from the words of its entry.

        Args:
            words: Id, text, stars, title, version, time, votes and author, each "" where it is missing.

        Raises:
            ValueError: It has no id, nothing to say, or stars that are none.
        """
        id_, text, stars, title, version, changed, votes, author = words
        rating = _STARS.get(stars) or parse_rating(stars, best=5, worst=1, kind=RatingKind.STARS)
        changed_at, precision, time_notes = time_or_note(changed)
        if not id_ or not (title or text or rating):
            raise ValueError("has neither stars nor words" if id_ else "has no id")
        return Review(
            listing_key=self.listing_key,
            external_id=id_,
            title=title,
            text=text,
            rating=rating,
            author=author or None,
            country=self.country,
            version=version or None,
            created_at=changed_at,
            created_precision=precision,
            updated_at=changed_at,
            url=self.url,
            n_votes=int(votes) if _VOTES.fullmatch(votes) else None,
            notes=notes + time_notes if rating else (*notes, *time_notes, "the feed gives it no stars"),
        )


def read_entries(response: Response, place: Storefront) -> tuple[Sequence[Review], Sequence[Problem], int]:
    """Return the reviews of a page, what could not be read, and how many entries there are.

    Raises:
        LayoutChangedError: It is no feed, or none of its entries can be read.
    """
    entries = _entries(response)
    reviews, problems = each(
        entries,
        lambda entry: _review(entry, place),
        what="review",
        name=lambda entry: _text(entry["id"]),
        expected=EXPECTED,
        body=response.body,
    )
    return reviews, problems, len(entries)


def _review(entry: Mapping[str, Any], place: Storefront) -> Review:
    words = [_text(entry[key]) for key in ("id", "content", "im:rating")]
    words += [_text(entry.get(key)) for key in ("title", "im:version", "updated", "im:voteSum")]
    words, notes = cleaned(*words, _text((entry.get("author") or {}).get("name")))
    return place.review(words, notes)


def _entries(response: Response) -> list[Any]:
    """Return what a feed lists, without the app itself, which older feeds put first."""
    answer = read_json(response, "a feed of reviews in JSON, not Atom,")
    feed = answer.get("feed") if isinstance(answer, dict) else None
    if not isinstance(feed, dict) or not feed.keys() & {"entry", "author", "id"}:
        why = f"Apple sent no feed of reviews{f' and says “{said(response)}”' if said(response) else ''}"
        raise LayoutChangedError(why, expected=EXPECTED, body=response.body)
    entry = feed.get("entry")
    listed = entry if isinstance(entry, list) else [] if entry is None else [entry]
    return [one for one in listed if not (isinstance(one, dict) and "im:name" in one and "im:rating" not in one)]


def _text(value: object) -> str:
    """Return the words of `{"label": …}`, or of the plain one where there are several; "" where they are missing."""
    if isinstance(value, list):
        value = next((one for one in value if (one.get("attributes") or {}).get("type") == "text"), None)
    return text_of(value.get("label") if isinstance(value, dict) else value)
