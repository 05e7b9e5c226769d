"""Invented reviews for measuring: seeded, as long and as mixed as real ones, and about nobody.

Lengths are log-normal with a median of 44 and a mean of 60 words. In a hundred words there are about 9 of VADER's
lexicon, 4 or 5 that negate, boost or turn, and 6 ends of sentences, as in public sets of reviews (hotels, shops, games,
clothes). A third of the words are made of syllables and drawn by a power law, since a small vocabulary would flatter
every program that remembers words. One text in nine holds emoji, one in forty shouts, and the tone follows the stars,
but not always.
"""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

COLUMNS: Final = ("Reviewer", "Title", "Text", "Rating", "Date")
START: Final = datetime(2015, 1, 1, tzinfo=UTC)
"""Long enough ago that all of 300,000 are history: what is recent is drafted for, and loads what drafts."""

_SEED: Final = 20261121
_MEDIAN_WORDS: Final = 44
_SIGMA: Final = math.sqrt(2 * math.log(60 / _MEDIAN_WORDS))
_LONGEST: Final = 400
_HALF_PART: Final = 4
_N_RARE: Final = 20_000
_POWER: Final = 0.85

_THINGS: Final = (
    "the room", "our table", "the staff", "the app", "the update", "my order", "the delivery",
    "the kitchen", "the bathroom", "the front desk", "the price", "the bed", "the breakfast", "the waiter",
    "the invoice", "the battery", "the screen", "the parking", "the manager", "the booking",
)  # fmt: skip
_GOOD: Final = (
    "was great", "was really lovely", "made us happy", "is the best we had", "works perfectly", "was very friendly",
    "was clean and very comfortable", "is a pleasure", "was quick and helpful", "tasted delicious",
    "was not bad at all", "is good value", "was absolutely amazing", "kept every promise", "was so kind",
)  # fmt: skip
_BAD: Final = (
    "was terrible", "was not good", "is broken again", "made us angry", "was dirty", "was rude and slow", "never works",
    "is a waste of money", "was cold and disgusting", "crashed and lost my data", "is a scam", "was horrible",
    "isn't worth it", "was very disappointing",
)  # fmt: skip
_PLAIN: Final = (
    "was next to the stairs", "came on a Tuesday", "is on the second floor", "has two doors", "was booked in March",
    "opens at nine", "is really close", "stood by the window", "takes no cards", "was the same as last year",
    "has a menu", "isn't far", "comes in a box",
)  # fmt: skip
_JOINS: Final = (", and ", ". ", ", but ", "! ", ". Also, ", "; ", "... ", ". We came with the children and ")
_NAMES: Final = ("Ines", "Odo", "Marit", "Tomas", "Yara", "Bela", "Noor", "Pavel", "Lupe", "Sanne", "Kofi", "Mina")
_SYLLABLES: Final = (
    "ba", "do", "kel", "mi", "nor", "pa", "ris", "sto", "ta", "ven", "wil", "zu", "fer", "lo", "gan", "hi",
)  # fmt: skip
_EMOJI: Final = ("😀", "😡", "👍", "👎", "❤️", "😭", "🙂", "🤦‍♀️")
_TITLES: Final = ("Fine", "Never again", "As expected", "Good", "Bad day", "Mixed", "Thank you", "Read this first", "")
# How often one to five stars are given, and the tone of a sentence by stars: weights of good, bad and plain.
_STARS: Final = (18, 7, 9, 20, 46)
_TONES: Final = ((4, 70, 26), (14, 56, 30), (34, 34, 32), (58, 12, 30), (74, 3, 23))


@dataclass(frozen=True, slots=True)
class Invented:
    """One row of the file."""

    author: str
    title: str
    text: str
    rating: int
    created_at: datetime

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it stands in the file."""
        return (self.author, self.title, self.text, str(self.rating), f"{self.created_at:%Y-%m-%dT%H:%M:%SZ}")


def invent(n: int) -> Iterator[Invented]:
    """Yield invented reviews, the same in every run; a longer run starts as a shorter one does."""
    rng = random.Random(_SEED)
    rare = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(_N_RARE)]
    weights = _running_sum(rank**-_POWER for rank in range(1, _N_RARE + 1))
    for number in range(n):
        stars = rng.choices(range(1, 6), _STARS)[0]
        yield Invented(
            author=f"{rng.choice(_NAMES)} {rng.choice(rare).title()}",
            title=rng.choice(_TITLES),
            text=_text(rng, stars, rare, weights),
            rating=stars,
            created_at=START + timedelta(seconds=number * 600 + rng.randrange(600)),
        )


def write_csv(path: Path, rows: Iterable[Invented]) -> None:
    """Write rows as a CSV file with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(row.cells for row in rows)


def _text(rng: random.Random, stars: int, rare: list[str], weights: list[float]) -> str:
    n_words = min(_LONGEST, max(3, round(rng.lognormvariate(math.log(_MEDIAN_WORDS), _SIGMA))))
    parts: list[str] = []
    n_so_far = 0
    while not parts or n_so_far + _HALF_PART < n_words:
        tail = rng.choice(rng.choices((_GOOD, _BAD, _PLAIN), _TONES[stars - 1])[0])
        part = (
            f"{rng.choice(_THINGS)} {' '.join(rng.choices(rare, cum_weights=weights, k=3))} {tail}{rng.choice(_JOINS)}"
        )
        parts.append(part)
        n_so_far += part.count(" ")
    text = "".join(parts).rstrip(" ,;.!") + "."
    if rng.random() < 1 / 9:
        text += f" {rng.choice(_EMOJI)}"
    return text.upper() if rng.random() < 1 / 40 else text[:1].upper() + text[1:]


def _running_sum(values: Iterable[float]) -> list[float]:
    total = 0.0
    sums = []
    for value in values:
        total += value
        sums.append(total)
    return sums
