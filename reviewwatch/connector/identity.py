"""Ids for what a place lists without any, or with ids that cannot be a review's.

A review without an id is known by author, exact time and title, which an edit of its text leaves as they are. Where
author or exact time is missing, or the same three stand in several reviews, everything that was said is added; what is
equal even then is counted. So no review is lost to a collision, and the order of a list never matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from reviewwatch.types import Precision, Review

_LONGEST_ID: Final = 200


def with_ids(reviews: Sequence[Review]) -> tuple[list[Review], int]:
    """Return the reviews of one answer, each with an id, and of how many of them the id is made up.

    Several versions of a review, by the same author at the same time, keep their common id. Several people or times
    under one id mean that it is no id.

    Args:
        reviews: `external_id` as the place gives it, "" where it gives none.
    """
    known_by: dict[str, set[Hashable]] = {}
    for review in reviews:
        known_by.setdefault(review.external_id, set()).add(_who(review))
    unnamed = [review for review in reviews if not review.external_id or len(known_by[review.external_id]) > 1]
    n_alike = Counter((_who(review), review.title) for review in unnamed)
    n_given: Counter[str] = Counter()
    named = []
    for review in reviews:
        if review.external_id and len(known_by[review.external_id]) == 1:
            named.append(replace(review, external_id=_short(review.external_id)))
            continue
        is_enough = bool(review.author and review.created_at) and review.created_precision is Precision.INSTANT
        is_enough = is_enough and n_alike[_who(review), review.title] == 1
        parts = (*_who(review), review.title)
        key = _digest(parts if is_enough else (*parts, *_said(review)))
        n_given[key] += 1
        named.append(replace(review, external_id=key if n_given[key] == 1 else f"{key}-{n_given[key]}"))
    return named, len(unnamed)


def _who(review: Review) -> tuple[object, ...]:
    """Return who wrote it and when, or what it says where either is not told."""
    if review.author and review.created_at:
        return (review.author, review.created_at)
    return (review.author, review.created_at, *_said(review))


def _said(review: Review) -> tuple[object, ...]:
    rating = review.rating.raw if review.rating else None
    return (review.title, review.text, review.positive, review.negative, rating, review.url)


def _short(site_id: str) -> str:
    return site_id if len(site_id) <= _LONGEST_ID else _digest((site_id,))


def _digest(parts: tuple[object, ...]) -> str:
    """Return 32 hex digits. Texts hold no NUL once they are cleaned, so that no two keys run into each other."""
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
