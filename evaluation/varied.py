"""Reviews of all kinds for drafts in bulk: the labelled ones joined, shortened, signed and rated in new ways."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from bench.invented import invent
from evaluation.businesses import businesses
from reviewwatch.text import sentences
from reviewwatch.types import Business, Contact, Rating, Review

AUTHORS: Final = (
    "Ines",
    "Torben Aske",
    "kb_1977",
    "李小龙",
    "🦊 fox",
    "Guest",
    "",
    "Ana María",
    "DROP TABLE",
    "Мария",
    "No Name",
)
FLAWS: Final = (
    "",
    "",
    "",
    "🙄",
    "WORST!!",
    "1/10",
    "ﬀﬁ",
    "\u202eabc",
    "日本語",
    "<b>bold</b>",
    "{name}",
    "call 0900 123 456",
    "http://x.example",
)
_SINCE: Final = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS: Final = 250


@dataclass(frozen=True, slots=True)
class Asked:
    """A review and who is to answer it where."""

    review: Review
    business: Business
    platform_id: str


def asked(n: int, labelled: Sequence[Mapping[str, object]], seed: int = 5) -> Iterator[Asked]:
    """Yield reviews with brands, places and configs that vary; the same for the same seed.

    Args:
        labelled: Rows of the reply sets with `title` and `text`.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
    texts = [f"{row['title']}. {row['text']}".strip(". ") for row in labelled] + [one.text for one in invent(300)]
    places = sorted(businesses().items())
    for number in range(n):
        (_, _, platform_id), business = rng.choice(places)
        review = Review(
            listing_key=f"varied:{business.listing_id}",
            external_id=str(number),
            title=rng.choice(("", "", "Never again", "Mixed feelings", "👎")),
            text=_text(rng, texts),
            rating=_rating(rng),
            author=rng.choice(AUTHORS),
            created_at=_SINCE + timedelta(days=rng.randrange(_DAYS)),
        )
        yield Asked(review, _changed(rng, business), platform_id)


def _text(rng: random.Random, texts: Sequence[str]) -> str:
    parts = []
    for text in rng.sample(texts, rng.choice((1, 1, 1, 2, 3))):
        spans = list(sentences(text))
        first = rng.randrange(len(spans)) if spans and rng.random() < 0.3 else 0
        parts.append(text[spans[first][0] :] if spans else text)
    parts.insert(rng.randrange(len(parts) + 1), rng.choice(FLAWS))
    return " ".join(part for part in parts if part)


def _rating(rng: random.Random) -> Rating | None:
    stars = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, None))
    return None if stars is None else Rating(str(stars), float(stars))


def _changed(rng: random.Random, business: Business) -> Business:
    """Return the business with less or other knowledge: no remedy, no fact, no contact, a first person, no sign-off."""
    turn = rng.randrange(8)
    if turn == 0:
        return replace(business, remedies=(), facts=())
    if turn == 1:
        return replace(business, contacts=())
    if turn == 2:
        return replace(business, person="I", sign_off="")
    if turn == 3:
        return replace(business, contacts=(Contact(contact_id="new", phone="+44 20 7946 0123"),))
    if turn == 4:
        return replace(business, avoid=(*business.avoid, "sorry", "thank you"))
    return business
