"""Who may be lost though they are no detractor."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewwatch.assess import assess
from tests.make import review, stars

_REVIEWS = Path(__file__).parent / "data" / "risk" / "reviews.txt"


def is_at_risk(text: str, n_stars: int) -> bool:
    """Say whether the author of a text may be lost."""
    return assess(review(text=text, rating=stars(n_stars), lang="en")).is_at_risk


def test_of_many_reviews_most_who_may_be_lost_are_told_from_the_content() -> None:
    """Of invented reviews, seven of eight at risk are found; of the content, whatever they grumble, one in twenty."""
    lines = _REVIEWS.read_text("utf-8").splitlines()
    found = [(line[0] == "+", is_at_risk(line[4:], int(line[2]))) for line in lines]
    right = [said for label, said in found if label]
    wrong = [said for label, said in found if not label]

    assert sum(right) / len(right) > 0.86
    assert sum(wrong) / len(wrong) < 0.06


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nice place. The heating has been awful since October.", True),
        ("Nice place. The heating was awful.", False),
        ("Nice place. The heating was awful in October and was fixed within a day.", False),
    ],
)
def test_what_is_bad_and_lasts_is_open(text: str, expected: bool) -> None:
    """A fault with a word of how long it goes on is a problem that waits, one that is over is none."""
    assert is_at_risk(text, 4) is expected


def test_beside_the_best_stars_what_lasts_is_no_risk_by_itself() -> None:
    """Who gives five stars has made up their mind about it."""
    assert not is_at_risk("Nice place. The heating was awful this winter.", 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nice place. The heating has been broken since October.", True),
        ("Nice place, but the heating has been off since October.", True),
        ("Nice place. The heating was broken and has been mended since.", False),
    ],
)
def test_beside_the_best_stars_a_problem_that_is_open_counts(text: str, expected: bool) -> None:
    """Praise with a fault that nobody mended is no settled matter, whatever the stars."""
    assert is_at_risk(text, 5) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Good tool. The letter with my old address sits there unchanged.",
        "Nice flat. The wardrobe door was going to be repaired in a few days.",
        "Fine bread, though the slices have become thinner.",
        "Kind barber, and it was calmer before the move.",
        "Good clinic, yet I am asking around.",
        "Fair price. If it rises, we will leave.",
    ],
)
def test_what_waits_declines_or_looks_around_is_heard_in_many_words(text: str) -> None:
    """Few say "still broken", "worse than before" or "I am leaving"."""
    assert is_at_risk(text, 4)
