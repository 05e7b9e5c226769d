"""What a reply says to whom it may yet win: happy people, stars that tell another story, wishes and conditions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from reviewwatch.reply.plan import PlanKind
from reviewwatch.reply.understood import VerdictKind
from reviewwatch.types import Assessment, Band, Fact, FactKind
from tests.make import review, stars
from tests.reply.scenes import (
    BRIEF,
    HARBOR,
    PASSIVE,
    good,
    issue,
    judged,
    moves,
    place,
    planned,
    said,
    understood,
    verdict,
)


def test_praise_is_thanked_briefly() -> None:
    """One sentence or two, nothing to sell, no contact, no question."""
    happy = judged(0.01, Band.PROMOTER, is_praise=True)
    made = planned(understood(goods=(good(),)), happy, BRIEF)

    assert said(made) == {"greet", "thank", "sign"}
    assert all(len(plan.steps) <= 4 for plan in made)
    assert [plan.steps[1].rule for plan in made] == ["thank.good", "thank.plain", "thank.people"]


def test_a_small_matter_in_praise_is_heard() -> None:
    """A sentence is enough."""
    made = planned(understood(issues=(issue(severity=1),)), judged(0.05, Band.PROMOTER), BRIEF)

    assert moves(made[0]) == ["thank", "apologize"]
    assert made[0].steps[2].rule == "note.issue"


@pytest.mark.parametrize("fields", [{"issues": (issue(severity=1),)}, {"issues": (issue(),)}, {"requests": (place(),)}])
@pytest.mark.parametrize("rating", [4, 5])
def test_who_is_happy_is_thanked_first(fields: dict[str, Any], rating: int) -> None:
    """Then one sentence on the small thing or the wish; help if there is some, thanks alone as one of the choices."""
    one, promoter = review(rating=stars(rating)), judged(0.05, Band.PROMOTER)
    made = planned(understood(**fields), promoter, one=one, platform="trustpilot")

    assert all(moves(plan)[0] == "thank" for plan in made)
    assert moves(made[0])[1] in ("apologize", "name")
    assert "empathize" not in said(made)
    assert made[-1].kind is PlanKind.THANKS


@pytest.mark.parametrize(
    ("rating", "judgment", "severity"),
    [
        (5, judged(0.1, Band.PROMOTER, is_conflict=True), 2),
        (5, judged(0.1, Band.PROMOTER), 3),
        (1, judged(0.9, is_conflict=True, sentiment=0.6), 1),
    ],
)
def test_stars_against_words_get_a_word_that_is_right_either_way(
    rating: int, judgment: Assessment, severity: int
) -> None:
    """A slip, mockery, or our own misreading: thanks for writing first, then the apology and the thanks to choose."""
    made = planned(understood(issues=(issue(severity=severity),)), judgment, one=review(rating=stars(rating)))

    assert made[0].steps[1].rule in ("mixed.plain", "neutral")
    assert "apologize" not in moves(made[0])
    assert moves(made[1])[0] == "apologize"
    assert made[2].kind is PlanKind.THANKS


def test_grave_words_with_nothing_good_are_answered_under_high_stars() -> None:
    """Five stars over "I want my money back" thank for no "both sides": the apology comes first, thanks to choose."""
    judgment = judged(0.1, Band.PROMOTER, is_conflict=True)
    made = planned(understood(issues=(issue(severity=3),)), judgment, one=review(rating=stars(5)))

    assert "apologize" in moves(made[0])
    assert "mixed.plain" not in said(made)
    assert made[1].steps[1].rule == "neutral"


def test_who_asks_in_bad_words_under_high_stars_is_not_called_kind() -> None:
    """Thanks for writing is right either way; thanks for kind words is not."""
    judgment = judged(0.1, Band.PROMOTER, is_conflict=True)
    made = planned(understood(requests=(place(),)), judgment, one=review(rating=stars(5)))

    assert said(made).isdisjoint({"thank.plain", "thank.stars"})


def test_plain_anger_gets_no_thanks() -> None:
    """One star and bad words tell one story."""
    read = understood(issues=(issue(severity=3),))
    for judgment in (judged(), judged(is_conflict=True, sentiment=-0.5)):
        assert moves(planned(read, judgment, one=review(rating=stars(1)))[0])[0] == "apologize"


def test_a_price_is_heard_however_dear() -> None:
    """ "Sorry about the price" promises another one."""
    made = planned(understood(issues=(issue("price", severity=3),)))
    assert "apologize" not in said(made)


def test_a_middling_review_that_names_nothing_gets_no_apology() -> None:
    """ "Alright", three stars: nothing need have gone wrong."""
    assert moves(planned(understood(), one=review(text="alright", rating=stars(3)))[0])[0] == "thank"


def test_a_nuisance_gets_no_more_than_a_word() -> None:
    """ "Sorry about the pillows" is enough; nobody owes an apology for them."""
    rules = [planned(understood(issues=(issue(severity=n),)))[0].steps[1].rule for n in (1, 2, 3)]
    assert rules == ["sorry.light", "sorry.issue", "sorry.issue"]


def test_nobody_apologizes_for_what_is_as_the_facts_say() -> None:
    """Who says that the desk shuts at eleven is right; that is no failure."""
    read = understood(issues=(issue("service", start=20),), verdicts=(verdict(VerdictKind.SUPPORTED),))
    assert moves(planned(read)[0])[:2] == ["name", "concede"]


def test_what_nobody_complains_of_is_not_agreed_with() -> None:
    """ "You are right that there are six languages" helps nobody whose app crashes."""
    read = understood(issues=(issue("noise"),), verdicts=(verdict(VerdictKind.SUPPORTED),))
    assert "concede" not in said(planned(read))


def test_who_is_angry_is_not_thanked_for_asking() -> None:
    """Nothing can be named; then regret comes before any request."""
    made = planned(understood(requests=(place(),)))
    assert moves(made[0])[0] == "apologize"


def test_a_condition_is_answered() -> None:
    """By a fact or a remedy; else it is taken up, and nothing is said to be passed on."""
    asked = {"issues": (issue("noise"),), "conditions": (place(40, 60),)}
    rules = [step.rule for step in planned(understood(**asked))[0].steps]
    helped = [step.rule for step in planned(understood(**{**asked, "issues": (issue(),)}))[0].steps]

    assert "condition" in rules
    assert "remedy" not in rules
    assert ("remedy" in helped, "condition" in helped) == (True, False)


POOL: Final = Fact(fact_id="pool", entity="pool", attribute="heated", value="yes", kind=FactKind.YES_NO)
LIFT: Final = Fact(fact_id="lift", entity="lift", attribute="present", value="yes", kind=FactKind.YES_NO)
PARKING: Final = Fact(fact_id="parking", entity="parking", attribute="price", value="free", kind=FactKind.MONEY)


@pytest.mark.parametrize(
    ("text", "fact", "is_met"),
    [
        ("I would come back if the pool were heated", POOL, True),
        ("I would come back if the pools were heated", POOL, True),
        ("I'd recommend it if parking were free", PARKING, True),
        ("I would come back if the pool were cleaner", POOL, False),
        ("I would come back if the pool were not heated", POOL, False),
        ("I would come back if the pool were heated", replace(POOL, value="no"), False),
        ("I would come back if the pool were heated", replace(POOL, is_public=False), False),
        ("I would come back if the pool were heated", replace(POOL, valid_from=date(2030, 1, 1)), False),
        ("I'd recommend it if parking were free", replace(PARKING, value="£4"), False),
        ("I'd recommend it if breakfast were free", PARKING, False),
        ("I'd recommend it if they had free parking", PARKING, True),
        ("I would come back once the lift is repaired", LIFT, False),
        ("I would come back if the lift worked", LIFT, False),
        ("I would come back if there were a lift", LIFT, True),
        ("it would be perfect with a lift", LIFT, True),
        ("it would be perfect with a lift that works", LIFT, False),
        ("I would come back if you had a lift", LIFT, True),
    ],
)
def test_a_condition_that_is_met_already_is_answered_with_the_fact(text: str, fact: Fact, is_met: bool) -> None:
    """Only what is plainly so on the day of the review."""
    one = review(text=text, rating=stars(3))
    read = understood(conditions=(place(0, len(text)),))
    made = planned(read, judged(**PASSIVE), one=one, business=replace(HARBOR, facts=(fact,)))

    assert ("explain" in said(made)) is is_met
    if is_met:
        step = next(step for step in made[0].steps if step.move == "explain")
        assert step.licence == (f"review:text:0-{len(text)}", f"fact:{fact.fact_id}")


@pytest.mark.parametrize(("severity", "move"), [(1, "name"), (2, "apologize")])
def test_what_somebody_would_come_back_for_is_heard(severity: int, move: str) -> None:
    """A kettle that they would like is no failure; a wifi that did not work is one."""
    read = understood(issues=(issue("", severity=severity, noun="kettle"),), conditions=(place(0, 30),))
    assert moves(planned(read, judged(**PASSIVE), one=review(rating=stars(3)))[0])[0] == move


def test_what_somebody_would_come_back_for_is_no_praise() -> None:
    """ "We are glad that you liked the facilities", to who misses them."""
    read = understood(goods=(good(),), conditions=(place(40, 70),))
    assert all(step.good is None for plan in planned(read, judged(**PASSIVE)) for step in plan.steps)
