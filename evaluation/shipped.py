"""The sets that the shipped weights were learned from, and on what terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Terms:
    """Where a set is from and what allows learning from it.

    Attributes:
        title: With its authors and year.
        licence: As stated.
        checked: What was read to say so, and what was not to be had.
    """

    title: str
    licence: str
    checked: str


_CLOTHING: Final = Terms(
    "Women's E-Commerce Clothing Reviews (nicapotato, Kaggle, 2018), a part of 958 reviews",
    "CC0 1.0",
    "the set's own page, as a copy of it quotes it; the page itself could not be opened. Who wrote the reviews, and "
    "for which shop, is not told",
)
_VADER: Final = Terms(
    "ground truth of VADER (Hutto and Gilbert, ICWSM 2014; cjhutto/vaderSentiment)",
    "MIT",
    "the LICENSE.txt of the repository that holds the tables was read; the ratings are its authors', but the rated "
    "snippets were written by others",
)

# The UCI "Sentiment Labelled Sentences" would add .012 AUC. Nothing is learned from them: the file asks for a citation
# and states no licence, and that the repository lists it under CC BY 4.0 could not be looked up.
SHIPPED: Final[Mapping[str, Terms]] = {
    "clothing": _CLOTHING,
    "vader_amazonReviewSnippets": _VADER,
    "vader_movieReviewSnippets": _VADER,
    "vader_nytEditorialSnippets": _VADER,
    "vader_tweets": _VADER,
}

SOURCES: Final[Mapping[str, tuple[str, ...]]] = {
    "without the clothing reviews": ("clothing",),
    "without VADER's tables": tuple(name for name in SHIPPED if name.startswith("vader_")),
    "without the tweets and the editorials": ("vader_tweets", "vader_nytEditorialSnippets"),
}
"""What the model card tells the cost of leaving out."""

SHARE: Final = 0.37
"""Of detractors, that a probability assumes: sets are learned from as if half of them were. Chosen on the development
sets, each scored by weights that had not seen it."""
