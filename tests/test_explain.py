"""What a verdict hangs on is found by judging again, and is true."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch import triage
from reviewwatch.assess import assess
from reviewwatch.config import TriageConfig
from reviewwatch.explain import Clause, Explanation, explain
from reviewwatch.types import Assessment, Band, Rating, RatingKind, Review, TextField
from tests.make import NOW, review, stars

RULES = TriageConfig()


def explained(text: str, rating: float | None = None, threshold: float = 0.5, **fields: Any) -> Explanation:
    """Explain a review of so many stars."""
    one = review(text=text, rating=None if rating is None else stars(rating), **fields)
    return explain(one, TriageConfig(threshold=threshold))


def without(one: Review, clause: Clause) -> Review:
    """Return the review without a clause."""
    text = one.field(clause.field)
    shorter: dict[str, Any] = {clause.field.value: text[: clause.start] + text[clause.end :]}
    return replace(one, **shorter)


def test_the_clause_that_drove_the_flag_is_the_one_whose_absence_turns_it() -> None:
    """It is named by its place, and the numbers are those of the review without it."""
    one = review(text="We came by train. The room was horrible and disgusting. Lovely garden.", rating=None)
    found = explain(one, RULES)
    assert found.driver is not None
    assert found.driver.words(one) == "The room was horrible and disgusting"
    assert found.driver.p == assess(without(one, found.driver)).p_detractor
    assert not found.driver.is_flagged
    assert found.without == found.driver


def test_the_smallest_change_of_the_stars_and_of_the_threshold() -> None:
    """The nearest value that turns the verdict, and the nearest threshold on the other side."""

    def by_stars(one: Review) -> Assessment:
        assert one.rating is not None
        return Assessment(p_detractor=0.96 - 0.9 * one.rating.share, band=Band.PASSIVE, scorer="stars 1")

    unhappy = explain(review(text="", rating=stars(1)), RULES, judge=by_stars)
    assert unhappy.rating is not None
    assert (unhappy.is_flagged, unhappy.rating.rating.value, unhappy.threshold) == (True, 4, 0.97)
    happy = explain(review(text="", rating=stars(5)), TriageConfig(threshold=0.4), judge=by_stars)
    assert happy.rating is not None
    assert (happy.is_flagged, happy.rating.rating.value, happy.threshold) == (False, 3, 0.05)
    always = explain(review(text="", rating=stars(5)), TriageConfig(threshold=0.01), judge=by_stars)
    assert always.rating is None


def test_what_is_flagged_by_more_than_one_rule_says_so_and_promises_nothing_false() -> None:
    """An alarm stands whatever the threshold; without its clause the stars still flag it."""
    found = explained("The heater caught fire at night. We left.", 1)
    assert found.weighed is not None
    assert "speaks of an injury or a danger" in found.weighed.rules
    assert found.weighed.rules[-1].endswith("likely a detractor, flagged from 0.5 on")
    assert (found.without, found.threshold) == (None, None)


def test_a_review_without_words_hangs_on_its_stars_alone() -> None:
    """No clause is made up."""
    found = explained("", 1)
    assert (found.driver, found.without) == (None, None)
    assert found.rating is not None
    assert explained("", None).rating is not None


@pytest.mark.parametrize(
    ("rating", "turning"),
    [
        (Rating("no", 0, 0, 1, RatingKind.BINARY), 1.0),
        (Rating("2", 2, 0, 10, RatingKind.SURVEY), 7.0),
        (Rating("10", 10, 0, 100), 60.0),
    ],
)
def test_other_scales_keep_their_own_values(rating: Rating, turning: float) -> None:
    """A yes instead of a no, points of ten, steps of a hundred."""
    found = explain(review(text="", rating=rating), RULES)
    assert found.rating is not None
    assert (found.rating.rating.value, found.rating.rating.best) == (turning, rating.best)


def test_another_judge_is_asked_where_there_is_one() -> None:
    """A team's own scorer explains itself the same way."""

    def hates_lamps(one: Review) -> Assessment:
        p = 0.9 if "lamp" in one.text else 0.1
        return Assessment(p_detractor=p, band=Band.DETRACTOR, scorer="own 1")

    one = review(text="It is a chair. It is a lamp.", rating=None)
    found = explain(one, RULES, judge=hates_lamps)
    assert found.without is not None
    assert (found.without.words(one), found.assessment.scorer) == ("It is a lamp.", "own 1")


def test_a_very_long_review_is_explained_in_bounded_time() -> None:
    """So many clauses are left out at most."""
    judged: list[int] = []

    def counting(one: Review) -> Assessment:
        judged.append(1)
        return assess(one)

    explain(review(text="It broke. " * 5_000, rating=stars(1)), RULES, judge=counting)
    assert len(judged) < 80


_WORDS = st.sampled_from(("awful", "great", "room", "broke", "refund", "not", "but", "lawyer", ".", "!", "ä\u200b"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_WORDS, max_size=25).map(" ".join),
    st.none() | st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0]),
    st.sampled_from([0.1, 0.5, 0.9]),
)
def test_every_change_that_is_named_turns_the_verdict(text: str, rating: float | None, threshold: float) -> None:
    """Done to the review, it makes of a flagged one an unflagged one, and the other way round."""
    rules = TriageConfig(threshold=threshold)
    one = review(text=text, rating=None if rating is None else stars(rating))
    found = explain(one, rules)

    def is_flagged(changed: Review, by: TriageConfig = rules) -> bool:
        return triage.flag(changed, assess(changed), by, NOW) is not None

    assert found.is_flagged is is_flagged(one)
    if found.without is not None:
        assert is_flagged(without(one, found.without)) is not found.is_flagged
    if found.rating is not None:
        assert is_flagged(replace(one, rating=found.rating.rating)) is not found.is_flagged
    if found.threshold is not None:
        assert is_flagged(one, TriageConfig(threshold=found.threshold)) is not found.is_flagged
    if found.driver is not None:
        assert found.driver.field is TextField.TEXT
        assert assess(without(one, found.driver)).p_detractor == found.driver.p
