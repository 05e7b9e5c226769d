"""What a reply says, before any words: moves by verdict, weight, place and trade."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from reviewwatch.reply import platforms
from reviewwatch.reply.answer import Decision
from reviewwatch.reply.plan import Plan, PlanKind, line_plan, plans
from reviewwatch.reply.understood import Issue, Understood, VerdictKind
from reviewwatch.types import Answer, Assessment, Band, Business, Fact, Macro, Profile, Review
from tests.make import review, stars
from tests.reply.scenes import (
    BRIEF,
    CLEANING,
    DESK,
    HARBOR,
    MAIL,
    OLD_DESK,
    PAGE,
    PHONE,
    REPLY,
    good,
    issue,
    judged,
    place,
    understood,
    verdict,
)

GONE: Final = replace(DESK, fact_id="gone", is_public=False)
THEMES: Final = ("service", "billing", "diagnosis", "parking", "")
PASSIVE: Final[dict[str, Any]] = {"p": 0.3, "band": Band.PASSIVE}


def planned(
    read: Understood,
    judgment: Assessment | None = None,
    decided: Decision = REPLY,
    business: Business = HARBOR,
    platform: str = "google_business",
    lang: str = "en",
    one: Review | None = None,
) -> tuple[Plan, ...]:
    """Return the plans for a review that was read by hand."""
    return plans(one or review(), judgment or judged(), read, decided, business, platforms.load(platform), lang)


def moves(plan: Plan) -> list[str]:
    """Return the moves of a plan, greeting and sign-off left out."""
    return [step.move for step in plan.steps if step.move not in ("greet", "sign")]


def said(made: tuple[Plan, ...]) -> set[str]:
    """Return every move of some plans."""
    return {step.move for plan in made for step in plan.steps}


@pytest.mark.parametrize("answer", [Answer.HOLD, Answer.SKIP])
def test_what_is_not_answered_is_not_planned(answer: Answer) -> None:
    """Held and skipped reviews get no draft."""
    assert planned(understood(issues=(issue(),)), decided=Decision(answer, "")) == ()


def test_a_failure_is_apologized_for_and_helped() -> None:
    """In full: what went wrong, how it feels, the help that fits, where to write."""
    full = planned(understood(issues=(issue(),)))[0]

    assert full.kind is PlanKind.FULL
    assert moves(full) == ["apologize", "empathize", "remedy", "contact"]
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
    made = planned(understood(issues=(issue(),), verdicts=(verdict(kind, fact),)), business=business)

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
    assert moves(full)[:3] == ["name", "empathize", "correct"]


def test_a_claim_without_a_complaint_is_answered_too() -> None:
    """It looked bad from where the reviewer stood; then the fact."""
    full = planned(understood(verdicts=(verdict(VerdictKind.CONTRADICTED),)))[0]

    assert moves(full)[:2] == ["empathize", "correct"]


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
    """What would have made them recommend us; an angry reviewer is not asked, a happy one neither."""
    read = understood(issues=(issue(),))
    asked = planned(read, judged(**PASSIVE)), planned(read, judged(0.1, Band.PROMOTER, is_at_risk=True))
    unasked = planned(read), planned(understood(), judged(0.01, Band.PROMOTER), BRIEF)

    for made in asked:
        assert [plan.kind for plan in made].count(PlanKind.ASKING) == 1
        assert sum(step.move == "ask" for plan in made for step in plan.steps) == 1
    assert not any("ask" in said(made) for made in unasked)


def test_a_second_issue_is_named_in_one_plan() -> None:
    """Both places are its licence."""
    made = planned(understood(issues=(issue(), issue("noise", severity=1, start=30))))
    two = next(plan for plan in made if plan.kind is PlanKind.TWO)

    assert two.steps[1].licence == ("review:text:0-10", "review:text:30-40")
    assert made[0].steps[1].licence == ("review:text:0-10",)


def test_a_second_issue_of_the_same_weight_is_named_at_once() -> None:
    """An answer to one alone would miss half; a place for short replies gets one."""
    read = understood(issues=(issue(), issue("noise", start=30)), goods=(good(),))
    full, short = planned(read, judged(**PASSIVE))[0], planned(read, platform="google_play")[0]

    assert moves(full)[:2] == ["thank", "apologize"]
    assert full.steps[2].licence == ("review:text:0-10", "review:text:30-40")
    assert short.steps[1].licence == ("review:text:0-10",)


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


def test_praise_is_thanked_briefly() -> None:
    """One sentence or two, nothing to sell, no contact, no question."""
    happy = judged(0.01, Band.PROMOTER, is_praise=True)
    made = planned(understood(goods=(good(),)), happy, BRIEF)

    assert said(made) == {"greet", "thank", "sign"}
    assert all(len(plan.steps) <= 4 for plan in made)
    assert [plan.steps[1].rule for plan in made] == ["thank.good", "thank.plain", "thank.people"]


def test_a_small_matter_in_praise_is_heard() -> None:
    """A clause is enough."""
    made = planned(understood(issues=(issue(severity=1),)), judged(0.05, Band.PROMOTER), BRIEF)

    assert moves(made[0]) == ["thank", "name"]


@pytest.mark.parametrize(
    ("profile", "theme"),
    [
        *((profile, theme) for profile in (Profile.HEALTHCARE, Profile.LEGAL) for theme in THEMES),
        (Profile.FINANCE, "billing"),
        (Profile.FINANCE, ""),
    ],
)
def test_who_may_not_name_clients_says_what_holds_for_anybody(profile: Profile, theme: str) -> None:
    """No apology, no empathy, no concession; a general line, and where to turn."""
    read = understood(issues=(issue(theme),), verdicts=(verdict(VerdictKind.SUPPORTED),))
    made = planned(read, business=replace(HARBOR, profile=profile))

    assert made
    for plan in made:
        assert {step.move for step in plan.steps} <= {"greet", "thank", "name", "explain", "remedy", "contact", "sign"}
        assert all(step.rule.startswith(("private.", "greet", "text")) for step in plan.steps)
        assert any(step.rule == f"private.{profile}" for step in plan.steps)


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


@pytest.mark.parametrize(
    ("fields", "thing"),
    [
        ({"aspect": "cleanliness.dirty", "noun": "sofa"}, "the sofa"),
        ({"aspect": "cleanliness.dirty", "noun": "manager"}, None),
        ({"aspect": "cleanliness.dirty", "noun": "minutes"}, None),
        ({"aspect": "bed.bad", "noun": "beds"}, None),
        ({"aspect": "billing.wrong", "noun": "minibar"}, None),
        ({"aspect": "cleanliness.dirty"}, None),
    ],
)
def test_the_thing_that_a_fault_shows_in_is_named_beside_it(fields: dict[str, Any], thing: str | None) -> None:
    """From our own list, never a person or a time, and not twice."""
    opening = planned(understood(issues=(issue("cleanliness", **fields),)))[0].steps[1]

    assert (opening.text if opening.rule == "sorry.thing" else None) == thing


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
