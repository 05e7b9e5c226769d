"""A page on which a person judges blind: our draft beside the owner's real reply, in random order.

    python3 dev.py eval blind --data DIR --out PAGE.html [--n 100]

The page stands alone, works without a network and keeps the choices in the browser; at its end it shows the share of
our drafts that were preferred, with ties as halves, and where 95 of 100 such samples lie. The pairs are other people's
words: the page is for this machine and is never committed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evaluation.peers import Pair, pairs
from reviewwatch.assess import assess
from reviewwatch.reply import platforms, suggest
from reviewwatch.types import Business, Contact, Rating, Review

_PAGE: Final = Path(__file__).with_name("blind.html")
_SEED: Final = 20260915
_LEAST_WORDS: Final = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval blind", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with pairs of reviews and real replies")
    parser.add_argument("--out", type=Path, required=True, help="the page to write; outside of the repository")
    parser.add_argument("--n", type=int, default=100, help="pairs to judge (default: 100)")
    asked = parser.parse_args(arguments)
    rng = random.Random(_SEED)  # noqa: S311 - no secret hangs on it
    chosen = _chosen(pairs(asked.data), asked.n, rng)
    cards = [card for number, pair in enumerate(chosen) if (card := _card(number, pair, rng))]
    asked.out.write_text(_PAGE.read_text(encoding="utf-8").replace("[/*CARDS*/]", _safe(cards)), encoding="utf-8")
    print(json.dumps({"name": "blind", "n": len(cards), "n_chosen": len(chosen)}))
    return 0


def _chosen(found: dict[str, list[Pair]], n: int, rng: random.Random) -> list[Pair]:
    negative = [
        pair
        for name, some in found.items()
        if not name.startswith(("banks_ko", "canned"))
        for pair in some
        if 0 < pair.stars <= 2 and len(pair.review.split()) >= _LEAST_WORDS
    ]
    return rng.sample(negative, min(n, len(negative)))


def _card(number: int, pair: Pair, rng: random.Random) -> dict[str, object] | None:
    """Return a review with both replies in random order, None where we would propose none."""
    review = Review(
        listing_key="blind:1", external_id=str(number), text=pair.review, rating=Rating(str(pair.stars), pair.stars)
    )
    contact = Contact(contact_id="help", email="help@example.com")
    business = Business(brand_id="blind", name="", contacts=(contact,))
    suggestion = suggest(review, assess(review), business, platforms.load("google_business"), "hash")
    if not suggestion.drafts:
        return None
    replies = [suggestion.drafts[0].text, pair.reply]
    ours = rng.randrange(2)
    return {
        "review": pair.review,
        "stars": pair.stars,
        "replies": replies if ours == 0 else replies[::-1],
        "ours": ours,
    }


def _safe(cards: Sequence[dict[str, object]]) -> str:
    """Return the cards as JSON that no text in it can end the script with."""
    cleared = json.dumps(cards, ensure_ascii=True)
    for mark in "<>&":
        cleared = cleared.replace(mark, f"\\u{ord(mark):04x}")
    return cleared


if __name__ == "__main__":
    sys.exit(main())
