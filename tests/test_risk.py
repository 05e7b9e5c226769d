"""Who may be lost, and what needs a trained person: by the words, with near misses that must not fire."""

from __future__ import annotations

import pytest

from reviewwatch.assess import assess
from reviewwatch.assess.risk import LEAVING, LOWERED, OPEN, WHY, WORSE
from reviewwatch.assess.sensitive import CLAUSES
from reviewwatch.types import Sensitivity
from tests.make import review, stars


@pytest.mark.parametrize(
    ("text", "rating", "kind", "clause"),
    [
        ("Lovely app, but it still crashes when I export.", 4, OPEN, "it still crashes when I export"),
        ("Nice people. The portions are smaller than before.", 4, WORSE, "The portions are smaller than before"),
        ("It used to be faster, otherwise fine.", 4, WORSE, "It used to be faster"),
        ("Good bank. I am looking at alternatives.", 4, LEAVING, "I am looking at alternatives"),
        ("Fine. If this isn't fixed by May I'm switching to another app.", 3, LEAVING, "If this isn't fixed by May"),
        ("Great tool, but since the update sync no longer works.", 5, WORSE, "since the update sync no longer works"),
    ],
)
def test_who_may_be_lost_is_told_with_the_clause(text: str, rating: int, kind: str, clause: str) -> None:
    """A problem that is open, a decline, a look around: each is a reason of its own, with its place."""
    judged = assess(review(text=text, rating=stars(rating)))
    places = [text[one.start : one.end] for one in judged.reasons if one.why == WHY[kind]]

    assert judged.is_at_risk
    assert len(places) == 1
    assert places[0].startswith(clause)


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("We had a wonderful stay and the breakfast was excellent.", 5),
        ("I used to hate running, now I love it.", 5),
        ("I switched from my old bank and never looked back. Great.", 5),
        ("A hiccup with the key, but they fixed it within an hour. Lovely stay.", 5),
        ("A dark mode would be nice. Otherwise perfect.", 5),
        ("Up from two stars: the crash is gone and all works now.", 4),
        ("Horrible, it still crashes and I want my money back.", 1),
    ],
)
def test_a_near_miss_is_not_at_risk(text: str, rating: int) -> None:
    """A wish, a competitor left for us, what was solved, what got better; and whoever is lost already."""
    assert not assess(review(text=text, rating=stars(rating))).is_at_risk


def test_stars_that_were_taken_away_are_a_reason_of_their_own() -> None:
    """Whatever the words; nothing where they were raised, or where nobody knows what they were."""
    one = review(text="Nice.", rating=stars(4))
    lowered = assess(one, was_share=1.0)

    assert lowered.is_at_risk
    assert LOWERED in [reason.why for reason in lowered.reasons]
    assert not assess(one, was_share=0.5).is_at_risk
    assert not assess(one).is_at_risk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The kettle burst into flames on the second day.", Sensitivity.SAFETY),
        ("I got food poisoning from the mussels.", Sensitivity.SAFETY),
        ("The fire exit was blocked by crates.", Sensitivity.SAFETY),
        ("My lawyer will be in touch.", Sensitivity.LEGAL),
        ("I have reported them to the ombudsman.", Sensitivity.LEGAL),
        ("My son was burned by the soup and cried all night.", Sensitivity.MINORS),
        ("Strangers in the chat asked my daughter for pictures.", Sensitivity.MINORS),
        ("They turned us away because I am black.", Sensitivity.DISCRIMINATION),
        ("The manager made racist remarks.", Sensitivity.DISCRIMINATION),
        ("After that call I wanted to kill myself.", Sensitivity.SELF_HARM),
        ("They offered me a refund if I delete my review.", Sensitivity.EXTORTION),
    ],
)
def test_what_needs_a_trained_person_is_told_with_its_clause(text: str, kind: Sensitivity) -> None:
    """Whatever the stars."""
    for rating in (1, 5):
        judged = assess(review(text=text, rating=stars(rating)))
        assert judged.sensitivity is kind
        assert CLAUSES[kind] in [one.why for one in judged.reasons]


@pytest.mark.parametrize(
    "text",
    [
        "Those tacos are to die for.",
        "A killer app, dangerously good.",
        "We felt safe all the way.",
        "They took my allergy seriously.",
        "As a lawyer I use it daily.",
        "My daughter loved the pool.",
        "Next to the police station, easy to find.",
        "It should be illegal how good this cake is.",
        "I nearly died laughing at the dialogue.",
    ],
)
def test_figures_of_speech_need_no_trained_person(text: str) -> None:
    """Nor does safety that is praised, a child that merely liked it, or a lawyer who merely reviews."""
    assert assess(review(text=text, rating=stars(5))).sensitivity is Sensitivity.NONE


def test_of_several_matters_the_gravest_is_told() -> None:
    """Harm to oneself before a child, a child before danger, danger before the law."""
    text = "The gate was broken. My son was injured by it. My lawyer has the photos."
    assert assess(review(text=text, rating=stars(1))).sensitivity is Sensitivity.MINORS
