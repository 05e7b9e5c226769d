"""What a team's own model adds to an assessment: on its own, and on top of the shipped detector."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import Any

import pytest

from reviewwatch.assess import SCORER, assess
from reviewwatch.types import Review, TextField, Unhappy
from tests.make import review, stars

BROKEN = "Das Bett war kaputt"
TEXT = f"Wir waren im Juni mit der Familie da. {BROKEN}; sonst ist mir nichts aufgefallen."


@dataclass
class Fixed:
    """A model that finds one word unhappy and adds its prior."""

    lang: str = "de"
    prior: str = ""
    threshold: float = 0.5
    says: float = 2.0
    max_chars: int = 6_000
    scorer: str = "own de 00000000"

    def logit(self, text: str, prior: float = 0.0) -> float | None:
        """See `OwnJudge.logit`."""
        return (self.says if "kaputt" in text else -self.says) + prior if text.strip() else None


def german(text: str = TEXT, **fields: Any) -> Review:
    """Return a German review without stars."""
    return review(text=text, **{"lang": "de", "rating": None, **fields})


def p_of(logit: float) -> float:
    """Return the probability of log odds."""
    return 1 / (1 + exp(-logit))


def test_log_odds_are_counted_from_the_threshold() -> None:
    """The text from which the model calls a detractor's is one half, wherever its threshold lies."""
    assert assess(german(), own={"de": Fixed()}).p_detractor == pytest.approx(p_of(2.0))
    low = assess(german(), own={"de": Fixed(threshold=0.2)})
    assert low.p_detractor == pytest.approx(p_of(2.0 - log(0.2 / 0.8)))
    assert assess(german(), own={"de": Fixed(threshold=1.0)}).p_detractor is not None


def test_the_scorer_and_the_reasons_name_the_model() -> None:
    """The worst clause is the model's, in the field as received; the sentence that was read says who read it."""
    judged = assess(german(title="Im Urlaub"), own={"de": Fixed()})
    assert judged.scorer == f"{SCORER} + own de 00000000"
    [worst] = [one for one in judged.reasons if one.why == Unhappy.WORST]
    assert (worst.field, TEXT[worst.start : worst.end]) == (TextField.TEXT, f"{BROKEN};")
    assert "the team's own model (de) read the text" in [one.why for one in judged.reasons]
    happy = assess(german("Wir waren im Juni mit der Familie da, alles war gut."), own={"de": Fixed()})
    assert Unhappy.WORST not in [one.why for one in happy.reasons]


def test_other_languages_and_empty_texts_are_none_of_its_business() -> None:
    """A model of German says nothing of Swedish, and nothing of stars alone."""
    swedish = review(text="Rummet var inte rent och det är jag inte nöjd med.", lang="sv", rating=None)
    assert assess(swedish, own={"de": Fixed()}) == assess(swedish)
    alone = german("", rating=stars(2))
    assert assess(alone, own={"de": Fixed()}) == assess(alone)


def test_on_top_of_the_shipped_detector_only_if_it_was_learned_so() -> None:
    """Its log odds are the model's prior; one that was learned on top of another version is ignored."""
    one = review(text="The room was dirty and nobody answered the phone.", rating=None)
    shipped = assess(one).p_detractor
    assert shipped is not None
    on_top = assess(one, own={"en": Fixed(lang="en", prior=SCORER, says=1.0)})
    assert on_top.p_detractor == pytest.approx(p_of(log(shipped / (1 - shipped)) - 1.0))
    assert "the team's own model (en) read the text, on top of the shipped detector" in [r.why for r in on_top.reasons]
    assert assess(one, own={"en": Fixed(lang="en", prior="stars+detector 0")}) == assess(one)
    both = [[reason for reason in judged.reasons if reason.why == Unhappy.WORST] for judged in (on_top, assess(one))]
    assert both[0] == both[1]


def test_without_tones_it_takes_more_to_contradict_the_stars() -> None:
    """Five stars with a text that the model is fairly sure of is no conflict; with one that it is sure of it is."""
    five = german(rating=stars(5))
    assert not assess(five, own={"de": Fixed(says=1.5)}).is_conflict
    assert assess(five, own={"de": Fixed(says=2.5)}).is_conflict
    one = german("Alles war schön und wir kommen wieder, mit der ganzen Familie.", rating=stars(1))
    assert not assess(one, own={"de": Fixed(says=0.8)}).is_conflict
    assert assess(one, own={"de": Fixed(says=1.2)}).is_conflict


def test_what_a_long_text_holds_beyond_its_reach_is_said() -> None:
    """The clause that weighs most lies within what the model read."""
    long = f"{TEXT} " * 200
    judged = assess(german(long), own={"de": Fixed()})
    assert any("the first 6,000 characters of the text" in one.why for one in judged.reasons)
    assert all(one.end <= 6_000 for one in judged.reasons if one.why == Unhappy.WORST)
