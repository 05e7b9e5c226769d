"""What a page marks up -> reviews in house values, each once and each with an id that a later pull finds again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple
from urllib.parse import urldefrag, urljoin

from reviewwatch.normalize import (
    AmbiguousDateError,
    DateOrder,
    clean,
    parse_language,
    parse_time,
    proven_order,
)
from reviewwatch.types import Listing, OwnerReply, Precision, Review
from reviewwatch_connectors.web_page.marks import Marked, Marks
from reviewwatch_connectors.web_page.scales import rating_of, scale_of

_LONGEST_ID: Final = 200
_N_WHO: Final = 3
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")

When = tuple[datetime | None, Precision, tuple[str, ...]]
"""A time in UTC, how exactly it was stated, and a note where it could not be read."""


def reviews_of(marks: Marks, listing: Listing, page: str) -> list[Review]:
    """Return the reviews of a page in its order, without those that stand in it twice.

    Args:
        page: The address of the page, against which ids are resolved; "" where it is not known.
    """
    order = next((order for one in marks.reviews if (order := proven_order(one.created))), None)
    # The same few days and ratings stand in most reviews.
    maker = _Maker(listing, marks.name, scale_of(marks), lru_cache(maxsize=1024)(lambda raw: _when(raw, order)))
    timed = [_Timed(one, _site_id(one, page), maker.when(one.created)) for one in marks.reviews]
    made: dict[str, Review] = {}
    for one, external_id in zip(timed, _ids(timed), strict=True):
        if external_id not in made:
            made[external_id] = maker.review(one, external_id)
    return list(made.values())


class _Timed(NamedTuple):
    """A marked review, its id at the place ("" without one) and when it was written."""

    marked: Marked
    site_id: str
    when: When


def _site_id(one: Marked, page: str) -> str:
    """Return the id that a page gives a review, made whole; "" where it names the page itself or any review."""
    if not one.site_id:
        return ""
    is_part = one.site_id.startswith(("#", "/", "?", "."))
    try:
        whole = urljoin(page, one.site_id) if is_part else one.site_id
        address, fragment = urldefrag(whole)
        is_page = address == urldefrag(page)[0] and not re.search(r"\d", fragment)
    except ValueError:
        return one.site_id
    return "" if is_page else whole


def _ids(timed: Sequence[_Timed]) -> list[str]:
    """Return the id of each review; equal ones are one review.

    An id under which several people or times stand is no review's. Without one: author, exact time and title; where
    one of the first two is missing, or the three repeat, all that was said is added.
    """
    own = _own_ids(timed) if any(one.site_id for one in timed) else [""] * len(timed)
    if all(own):
        return [_short(site_id) for site_id in own]
    said = [_said(one) for one in timed]
    same = {key: _short(site_id) for key, site_id in zip(said, own, strict=True) if site_id}
    repeats = Counter(key[:_N_WHO] for key in set(said))
    return [
        _short(site_id)
        if site_id
        else same.get(key) or _digest(*(key[:_N_WHO] if _is_enough(one, key, repeats) else key))
        for one, key, site_id in zip(timed, said, own, strict=True)
    ]


def _own_ids(timed: Sequence[_Timed]) -> list[str]:
    people: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in timed:
        people[one.site_id].add((one.marked.author, one.marked.created))
    return [one.site_id if len(people[one.site_id]) == 1 else "" for one in timed]


def _is_enough(one: _Timed, key: tuple[str, ...], repeats: Counter[tuple[str, ...]]) -> bool:
    """Say whether author, exact time and title tell a review from all others of the page."""
    is_exact = one.when[0] is not None and one.when[1] is Precision.INSTANT
    return bool(one.marked.author) and is_exact and repeats[key[:_N_WHO]] == 1


def _said(one: _Timed) -> tuple[str, ...]:
    """Return who, when and title, then all else: white space and how a number is written differ between syntaxes."""
    marked = one.marked
    # A day as written: another date of the page may prove what it means today, and be gone tomorrow.
    when = str(one.when[0]) if one.when[0] and one.when[1] is Precision.INSTANT else marked.created
    value = marked.rating
    if len(value) > 1 and (rating := rating_of(value, marked.best, marked.worst, None)[0]):
        value = f"{rating.value:g}"
    text = " ".join(marked.text.split()) if "  " in marked.text or "\n" in marked.text else marked.text
    return marked.author, when, marked.title, text, value


def _short(site_id: str) -> str:
    return site_id if len(site_id) <= _LONGEST_ID else _digest(site_id)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes reviews of one listing: `about` is what needs no mention, `scale` the best rating where none is stated."""

    listing: Listing
    about: str
    scale: float | None
    when: Callable[[str], When]

    def review(self, one: _Timed, external_id: str) -> Review:
        """Return one review in house values; what cannot be read becomes a note on it."""
        marked, (created_at, precision, notes) = one.marked, one.when
        rating, rating_notes = rating_of(marked.rating, marked.best, marked.worst, self.scale)
        updated_at, _, _ = self.when(marked.modified) if marked.modified else (None, None, None)
        (title, n1), (text, n2), (author, n3) = clean(marked.title), clean(marked.text), clean(marked.author)
        other = (f"it is about {clean(marked.item)[0]}",) if marked.item and marked.item != self.about else ()
        return Review(
            listing_key=self.listing.key,
            external_id=clean(external_id)[0],
            title=title,
            text=text,
            rating=rating,
            author=author or None,
            lang=parse_language(marked.lang) if marked.lang else None,
            country=marked.country.upper() if marked.country and _COUNTRY.fullmatch(marked.country) else None,
            created_at=created_at,
            created_precision=precision,
            updated_at=updated_at if updated_at and created_at and updated_at > created_at else None,
            url=marked.url or self.listing.url,
            n_votes=marked.n_votes,
            owner_replies=tuple(
                OwnerReply(clean(reply.text)[0], clean(reply.author)[0] or None, created_at=self.when(reply.created)[0])
                for reply in marked.replies
            ),
            notes=tuple(dict.fromkeys(said))
            if (said := n1 + n2 + n3 + notes + rating_notes + other + marked.notes)
            else (),
        )


def _when(raw: str, order: DateOrder | None) -> When:
    if not raw:
        return None, Precision.INSTANT, ()
    try:
        try:
            return *parse_time(raw), ()
        except AmbiguousDateError:
            return *parse_time(raw, order), ()
    except ValueError as error:
        return None, Precision.INSTANT, (f"its date was left out: {clean(str(error))[0]}",)
