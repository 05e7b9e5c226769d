"""What a reply says, before any words: moves by verdict, weight, place and trade."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from reviewwatch.reply import platforms
from reviewwatch.reply.answer import Decision
from reviewwatch.reply.plan import Plan, PlanKind, line_plan
from reviewwatch.reply.plan.why import why_of
from reviewwatch.reply.understood import Issue, VerdictKind
from reviewwatch.types import Answer, Assessment, Band, Fact, Macro, Profile
from tests.make import review, stars
from tests.reply.scenes import (
    BRIEF,
    CLEANING,
    DESK,
    HARBOR,
    MAIL,
    OLD_DESK,
    PAGE,
    PASSIVE,
    PHONE,
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

GONE: Final = replace(DESK, fact_id="gone", is_public=False)
THEMES: Final = ("service", "billing", "diagnosis", "parking", "")


@pytest.mark.parametrize("answer", [Answer.HOLD, Answer.SKIP])
def test_what_is_not_answered_is_not_planned(answer: Answer) -> None:
    """Held and skipped reviews get no draft."""
    assert planned(understood(issues=(issue(),)), decided=Decision(answer, "")) == ()


def test_a_failure_is_apologized_for_and_helped() -> None:
    """In full: what went wrong, the help that fits, where to write; how it feels only where it was grave."""
    full = planned(understood(issues=(issue(),)))[0]

    assert full.kind is PlanKind.FULL
    assert moves(full) == ["apologize", "remedy", "contact"]
    assert moves(planned(understood(issues=(issue(severity=3),)))[0]) == ["apologize", "empathize", "remedy", "contact"]
    assert [step.licence for step in full.steps if step.move in ("remedy", "contact")] == [
        ("remedy:cleaning",),
        ("contact:mail",),
    ]


def test_plans_differ_in_what_they_say() -> None:
    """At most three, no two of one substance, and one of them short."""
    made = planned(understood(issues=(issue(), issue("noise", start=30)), goods=(good(),)), judged(**PASSIVE))

    assert len(made) == 3
    assert len({plan.substance for plan in made}) == 3


@pytest.mark.parametrize(
    ("kind", "fact", "move"),
    [
        (VerdictKind.CONTRADICTED, DESK, "correct"),
        (VerdictKind.SUPPORTED, DESK, "concede"),
        (VerdictKind.OUTDATED, OLD_DESK, "explain"),
        (VerdictKind.UNKNOWN, None, None),
        (VerdictKind.CONTRADICTED, GONE, None),
        (VerdictKind.SUPPORTED, GONE, None),
    ],
)
def test_a_verdict_decides_what_is_said_of_a_claim(kind: VerdictKind, fact: Fact | None, move: str | None) -> None:
    """Only a contradicted claim is corrected, a supported one conceded, an unknown one and a secret fact left alone."""
    business = replace(HARBOR, facts=(OLD_DESK, DESK))
    made = planned(understood(issues=(issue(start=15),), verdicts=(verdict(kind, fact),)), business=business)

    assert said(made) & {"correct", "concede", "explain"} == ({move} if move else set())
    for plan in made:
        for step in plan.steps:
            if step.move == move:
                assert fact is not None
                assert f"fact:{fact.fact_id}" in step.licence
                assert "review:text:20-30" in step.licence


@pytest.mark.parametrize(
    "newer",
    [
        None,
        replace(DESK, is_public=False),
        replace(DESK, valid_to=date(2026, 4, 1)),
        replace(DESK, attribute="phone hours"),
        replace(DESK, valid_from=None),
    ],
)
def test_what_changed_is_told_only_where_both_states_are_known(newer: Fact | None) -> None:
    """An old fact without a public one that took its place explains nothing."""
    business = replace(HARBOR, facts=(OLD_DESK, *((newer,) if newer else ())))
    read = understood(issues=(issue(),), verdicts=(verdict(VerdictKind.OUTDATED, OLD_DESK),))

    assert "explain" not in said(planned(read, business=business))


def test_what_is_about_to_be_corrected_is_not_apologized_for() -> None:
    """An apology for what did not happen would take the correction back."""
    read = understood(issues=(issue("service", start=20),), verdicts=(verdict(VerdictKind.CONTRADICTED),))
    full = planned(read)[0]

    assert "apologize" not in moves(full)
    assert moves(full)[:2] == ["name", "correct"]
    assert (full.steps[1].rule, full.steps[1].issues) == ("raised", (issue("service", start=20),))


def test_a_claim_without_a_complaint_is_answered_too() -> None:
    """A word for raising it; then the fact."""
    full = planned(understood(verdicts=(verdict(VerdictKind.CONTRADICTED),)))[0]

    assert moves(full)[:2] == ["name", "correct"]


@pytest.mark.parametrize("theme", ["price", "features", "ads"])
def test_nobody_apologizes_where_nothing_broke(theme: str) -> None:
    """A price, a wish and the ads are heard."""
    assert "apologize" not in said(planned(understood(issues=(issue(theme),))))


def test_good_is_credited_before_what_was_not() -> None:
    """In one sentence, with both places as its licence; not where the visit was spoiled."""
    light = planned(understood(issues=(issue(),), goods=(good(),)), judged(**PASSIVE))[0]
    grave = planned(understood(issues=(issue(severity=3),), goods=(good(),)), judged(**PASSIVE))[0]

    assert light.steps[1].licence == ("review:text:50-60", "review:text:0-10")
    assert light.steps[1].good == good()
    assert grave.steps[1].good is None


@pytest.mark.parametrize(
    ("credited", "is_credited"),
    [
        (good("breakfast"), True),
        (good("room"), False),
        (replace(good("breakfast"), place=place(0, 10)), False),
        (good("nothing.known"), False),
    ],
)
def test_what_is_complained_of_is_not_credited_too(credited: Issue, is_credited: bool) -> None:
    """Neither the same theme nor the same words: "glad that you liked the room, sorry about the room"."""
    made = planned(understood(issues=(issue(),), goods=(credited,)), judged(**PASSIVE))

    assert any(step.good for plan in made for step in plan.steps) == is_credited


def test_passives_and_promoters_at_risk_are_asked_one_question() -> None:
    """What would have made them recommend us, in one plan; a second plea stands not beside it."""
    read = understood(issues=(issue(),))
    risky = judged(0.1, Band.PROMOTER, is_at_risk=True)
    asked = (
        planned(read, judged(**PASSIVE), one=review(rating=stars(3))),
        planned(read, risky, one=review(rating=stars(4))),
    )
    for made in asked:
        asking = [plan for plan in made if plan.kind is PlanKind.ASKING]
        assert len(asking) == 1
        assert moves(asking[0])[-1] == "ask"
        assert sum(step.move == "ask" for plan in made for step in plan.steps) == 1


@pytest.mark.parametrize(
    ("fields", "judgment", "rating"),
    [
        ({}, judged(), 1),
        ({}, judged(**PASSIVE), 2),
        ({"conditions": (place(40, 60),)}, judged(**PASSIVE), 3),
        ({"requests": (place(40, 60),)}, judged(0.1, Band.PROMOTER, is_at_risk=True), 5),
    ],
)
def test_nobody_else_is_asked(fields: dict[str, Any], judgment: Assessment, rating: int) -> None:
    """Neither who is angry, nor who has said already what they would like."""
    made = planned(understood(issues=(issue(),), **fields), judgment, one=review(rating=stars(rating)))
    assert "ask" not in said(made)


def test_a_second_issue_is_named_in_one_plan() -> None:
    """Both places are its licence."""
    made = planned(understood(issues=(issue(), issue("noise", severity=1, start=30))))
    two = next(plan for plan in made if plan.kind is PlanKind.TWO)

    assert two.steps[1].licence == ("review:text:0-10", "review:text:30-40")
    assert made[0].steps[1].licence == ("review:text:0-10",)


@pytest.mark.parametrize(("state", "is_joined"), [("done:tore", False), ("plain:torn", True)])
def test_a_bare_thing_is_not_joined_to_the_first_issue(state: str, is_joined: bool) -> None:
    """Behind "and" stands no "that your boat tore": it gets a sentence of its own."""
    boat = replace(issue("damaged", start=30), noun="boat", state=state, is_own=True)
    rules = [step.rule for step in planned(understood(issues=(issue(), boat)))[0].steps if step.issues]
    assert rules[0] == ("sorry.two" if is_joined else "sorry.issue")
    assert ("sorry.also" in rules) is not is_joined


def test_a_second_issue_of_the_same_weight_is_named_at_once() -> None:
    """An answer to one alone would miss half; a place for short replies gets one."""
    read = understood(issues=(issue(), issue("noise", start=30)), goods=(good(),))
    full, short = planned(read, judged(**PASSIVE))[0], planned(read, platform="google_play")[0]

    assert moves(full)[:2] == ["thank", "apologize"]
    assert full.steps[2].licence == ("review:text:0-10", "review:text:30-40")
    assert short.steps[1].licence == ("review:text:0-10",)


def test_a_second_matter_of_another_kind_gets_a_sentence_of_its_own() -> None:
    """Nobody apologizes for a price: noise and price do not fit behind one "sorry"."""
    read = understood(issues=(issue("noise"), issue("price", start=30)))
    steps = [(step.move, step.rule) for step in planned(read)[0].steps if step.issues]

    assert steps == [("apologize", "sorry.issue"), ("name", "hear.brief")]
    assert len([step for step in planned(read, lang="de")[0].steps if step.issues]) >= 1


@pytest.mark.parametrize(
    ("platform", "contacts", "contact"),
    [
        ("google_business", (MAIL, PHONE), MAIL),
        ("google_business", (PHONE, MAIL), PHONE),
        ("tripadvisor", (PAGE, MAIL), MAIL),
        ("google_business", (PAGE,), PAGE),
        ("booking", (MAIL, PHONE, PAGE), None),
        ("google_business", (replace(MAIL, platforms=("yelp",)), PHONE), PHONE),
        ("google_business", (replace(MAIL, languages=("de",)), PHONE), PHONE),
        ("google_business", (), None),
    ],
)
def test_a_contact_is_one_that_the_place_and_the_language_allow(platform: str, contacts: Any, contact: Any) -> None:
    """The first of them, or none."""
    business = replace(HARBOR, contacts=contacts)
    made = planned(understood(issues=(issue(),)), business=business, platform=platform)

    assert {step.contact for plan in made for step in plan.steps if step.move == "contact"} == (
        {contact} if contact else set()
    )


@pytest.mark.parametrize(
    ("remedies", "remedy"),
    [
        ((CLEANING,), CLEANING),
        ((replace(CLEANING, themes=("noise",)),), None),
        ((replace(CLEANING, themes=()),), replace(CLEANING, themes=())),
        ((replace(CLEANING, is_public=False),), None),
        ((replace(CLEANING, themes=("noise",), remedy_id="n"), CLEANING), CLEANING),
        ((replace(CLEANING, themes=("room.cold",)),), replace(CLEANING, themes=("room.cold",))),
    ],
)
def test_help_is_what_the_business_offers_for_the_matter(remedies: Any, remedy: Any) -> None:
    """By theme or aspect, only what is public."""
    made = planned(understood(issues=(issue(aspect="room.cold"),)), business=replace(HARBOR, remedies=remedies))

    assert {step.remedy for plan in made for step in plan.steps if step.move == "remedy"} == (
        {remedy} if remedy else set()
    )


def test_help_is_offered_in_the_language_in_which_it_is_written() -> None:
    """A clause that somebody wrote in English stands in no German reply."""
    assert "remedy" not in said(planned(understood(lang="de", issues=(issue(),)), lang="de"))


def test_a_question_is_answered_where_it_is_asked_to_be() -> None:
    """What stands in no fact is answered in private; the sentence says so."""
    one = review(text="Will it be fixed before Easter? The room was cold.")
    read = understood(issues=(issue(start=32),), requests=(place(0, 30),))

    assert "contact.asked.email" in [step.rule for step in planned(read, one=one)[0].steps]
    assert "contact.asked.email" not in [step.rule for step in planned(understood(issues=(issue(),)))[0].steps]


def test_a_question_of_somebody_happy_gets_thanks_and_an_address() -> None:
    """ "Can I have the recipe?" is no wish to be noted."""
    one = review(text="The cake is lovely. Can I have the recipe?", rating=stars(5))
    read = understood(requests=(place(20, 41),))
    rules = [step.rule for step in planned(read, judged(0.05, Band.PROMOTER), one=one)[0].steps]

    assert rules[1:3] == ["thank.plain", "contact.asked.email"]


def test_help_for_a_matter_that_is_not_named_is_not_offered() -> None:
    """The head of housekeeping answers no complaint about the queue."""
    read = understood(issues=(issue("waiting"), issue("room", severity=1, start=30)))
    assert all("remedy" not in moves(plan) for plan in planned(read))
    both = understood(issues=(issue("waiting"), issue("room", start=30)))
    assert "remedy" in moves(planned(both)[0])


def test_help_is_offered_in_each_language_in_which_somebody_wrote_it() -> None:
    """And nowhere else."""
    spoken = replace(CLEANING, translations=(("de", "wir haben das an die Hausdame weitergegeben"),))
    business = replace(HARBOR, remedies=(spoken,))
    found = {
        lang: "remedy" in said(planned(understood(lang=lang, issues=(issue(),)), business=business, lang=lang))
        for lang in ("en", "de", "fr")
    }
    assert found == {"en": True, "de": True, "fr": False}


def test_each_plan_says_in_one_line_how_it_differs() -> None:
    """What it does, and what of the first one it leaves out."""
    made = planned(understood(issues=(issue(),), verdicts=(verdict(VerdictKind.CONTRADICTED),)))
    lines = [why_of(plan, made) for plan in made]

    assert len(set(lines)) == len(made) == 3
    assert "corrects with the fact" in lines[0]
    assert any("without: corrects with the fact" in line for line in lines[1:])
    assert all("\n" not in line for line in lines)


@pytest.mark.parametrize(
    ("profile", "theme"),
    [
        *((profile, theme) for profile in (Profile.HEALTHCARE, Profile.LEGAL) for theme in THEMES),
        (Profile.FINANCE, "billing"),
        (Profile.FINANCE, ""),
    ],
)
def test_who_may_not_name_clients_says_what_holds_for_anybody(profile: Profile, theme: str) -> None:
    """No apology, no empathy, no concession; a general line, but for the car park, and where to turn."""
    read = understood(issues=(issue(theme),), verdicts=(verdict(VerdictKind.SUPPORTED),))
    made = planned(read, business=replace(HARBOR, profile=profile))

    assert made
    for plan in made:
        assert {step.move for step in plan.steps} <= {"greet", "thank", "name", "explain", "remedy", "contact", "sign"}
        assert all(step.rule.startswith(("private.", "greet", "text")) for step in plan.steps)
        assert any(step.rule == f"private.{profile}" for step in plan.steps) == (theme != "parking")


def test_a_practice_names_its_building_by_what_is_said_of_it() -> None:
    """A car park is nobody's secret; a chair may be a dentist's."""
    quiet = replace(HARBOR, profile=Profile.HEALTHCARE)
    named = planned(understood(issues=(issue("amenities", noun="car park"),)), business=quiet)[0].steps[1]
    unnamed = planned(understood(issues=(issue("", noun="chair"),)), business=quiet)[0].steps[1]

    assert (named.rule, unnamed.rule) == ("private.name", "private.received")


def test_a_practice_may_correct_what_is_said_of_its_door() -> None:
    """A fact about the house holds for anybody."""
    read = understood(issues=(issue("parking"),), verdicts=(verdict(VerdictKind.CONTRADICTED),))
    made = planned(read, business=replace(HARBOR, profile=Profile.HEALTHCARE))

    assert "correct" in said(made)


def test_version_and_steps_are_asked_for_where_the_reviewer_can_answer() -> None:
    """On an issue tracker, about a program, and only if no version was given."""
    crash = understood(issues=(issue("crashes", aspect="app.crash"),))
    told = review(text="It crashes on 4.2")

    def asks(made: tuple[Plan, ...]) -> bool:
        return any(step.rule == "ask.steps" for plan in made for step in plan.steps)

    assert asks(planned(crash, platform="github"))
    assert not asks(planned(crash, platform="google_play"))
    assert not asks(planned(crash, platform="github", one=told))
    assert not asks(planned(understood(issues=(issue("service"),)), platform="github"))


@pytest.mark.parametrize(
    ("macro", "n"),
    [
        (Macro(macro_id="m", text="We air every room each morning.", themes=("room",)), 1),
        (Macro(macro_id="m", text="We air every room each morning.", themes=("noise",)), 0),
        (Macro(macro_id="m", text="We air every room each morning.", themes=("room",), lang="de"), 0),
        (Macro(macro_id="m", text="Dear {name}, we air every room.", themes=("room",)), 0),
        (Macro(macro_id="m", text="We air rooms. We read reviews. Thank you.", themes=("room",)), 3),
    ],
)
def test_an_approved_text_stands_as_it_was_approved(macro: Macro, n: int) -> None:
    """For its theme and language, without a gap: a short one as a move among others, a long one by itself."""
    made = planned(understood(issues=(issue(),)), business=replace(HARBOR, macros=(macro,)))
    texts = [[step.text for step in plan.steps if step.licence == ("macro:m",)] for plan in made]

    assert sorted(map(len, texts))[-1] == n
    assert [PlanKind.APPROVED in {plan.kind for plan in made}] == [n > 2]
    assert all(" ".join(one) == macro.text for one in texts if one)


@pytest.mark.parametrize(
    ("noun", "lang", "is_named"),
    [
        ("kettle", "en", True),
        ("shelves", "en", True),
        ("night porter", "en", False),
        ("", "en", False),
        ("tap", "de", False),
    ],
)
def test_a_matter_without_a_theme_is_named_by_a_noun_of_our_list(noun: str, lang: str, is_named: bool) -> None:
    """Things, never people."""
    opening = planned(understood(lang=lang, issues=(issue("", noun=noun),)), lang=lang)[0].steps[1]

    assert opening.rule == ("sorry.issue" if is_named else "sorry.plain")


def test_stars_alone_name_nothing() -> None:
    """Low ones are met with regret, high ones with thanks."""
    bare = review(text="", rating=stars(1))

    assert moves(planned(understood(), one=bare)[0])[0] == "apologize"
    assert planned(understood(), judged(0.01, Band.PROMOTER), BRIEF, one=bare)[0].steps[1].rule == "thank.stars"


def test_a_request_without_a_complaint_is_heard() -> None:
    """It has a place, and that is the licence."""
    made = planned(understood(requests=(issue().place,)), judged(**PASSIVE))

    assert made[0].steps[1].rule == "request"
    assert made[0].steps[1].licence == ("review:text:0-10",)


def test_every_step_has_a_licence() -> None:
    """Whatever is planned."""
    reads = (
        understood(
            issues=(issue(), issue("noise", start=30)), goods=(good(),), verdicts=(verdict(VerdictKind.SUPPORTED),)
        ),
        understood(),
        understood(requests=(issue().place,)),
    )
    for read in reads:
        for profile in Profile:
            for plan in planned(read, business=replace(HARBOR, profile=profile)):
                assert all(step.licence and all(step.licence) for step in plan.steps)


def test_a_line_stands_where_there_is_no_grammar() -> None:
    """It says that the review was read, names a contact for that language, and signs."""
    where = platforms.load("google_business")

    assert [step.move for step in line_plan(HARBOR, where, "it").steps] == ["explain", "contact", "sign"]
    silent = replace(HARBOR, contacts=(replace(MAIL, languages=("en",)),))
    assert [step.move for step in line_plan(silent, where, "it").steps] == ["explain", "sign"]
