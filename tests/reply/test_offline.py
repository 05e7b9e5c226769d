"""The drafter as a whole: from a review to drafts that can be approved, or to a reason why there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.assess import assess
from reviewwatch.reply import draft, guards, platforms, suggest
from reviewwatch.reply.answer import Policy
from reviewwatch.reply.frames import LANGUAGES
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.understood import HoldReason
from reviewwatch.types import (
    Answer,
    Assessment,
    Band,
    Business,
    Contact,
    Draft,
    FindingSeverity,
    Profile,
    Review,
    Suggestion,
)
from tests.make import review, stars
from tests.reply.scenes import DESK, MAIL, PAGE, PHONE

BRAND: Final = Business(
    brand_id="harbor", name="Harbor Inn", sign_off="Your Harbor Inn team", contacts=(MAIL, PHONE, PAGE), facts=(DESK,)
)
EVERYBODY: Final = Policy(thank=1.0)
COMPLAINTS: Final = (
    "The room was cold and nobody answered the bell.",
    "The app crashes every day and I lost my notes.",
    "We waited for two hours and the waiter was rude to us.",
    "Way too expensive, not worth the money.",
    "The parcel never arrived and they refuse to refund me.",
    "Awful. Just awful, we were very unhappy here.",
)
GERMAN: Final = "Das Zimmer war furchtbar und niemand hat sich um uns gekümmert, nie wieder."


def suggested(one: Review, platform: str = "google_business", business: Business = BRAND, **more: Any) -> Suggestion:
    """Return what is proposed for a review."""
    return suggest(one, assess(one), business, platforms.load(platform), "hash", **{"policy": EVERYBODY, **more})


def first(text: str, rating: float | None = 1, platform: str = "google_business", **fields: Any) -> Draft:
    """Return the first draft for a text."""
    one = review(text=text, rating=rating and stars(rating), **{"lang": None, **fields})
    return suggested(one, platform).drafts[0]


def on(day: int, month: int = 3) -> Review:
    """Return a complaint about the desk, of a day of 2026."""
    return review(
        text="The front desk was shut at 21:00.", rating=stars(2), created_at=datetime(2026, month, day, 22, tzinfo=UTC)
    )


def moves(one: Suggestion) -> set[str]:
    """Return every move of every draft."""
    return {sentence.move for made in one.drafts for sentence in made.sentences}


def test_a_claim_that_the_facts_of_its_day_contradict_is_corrected_kindly() -> None:
    """The hours as configured, with their fact as licence, beside a kind word, and never as the reviewer's error."""
    made = suggested(on(5))
    text = made.drafts[0].text

    assert "07:00" in text
    assert "23:00" in text
    assert ("correct", "fact:desk") in {
        (sentence.move, licence) for sentence in made.drafts[0].sentences for licence in sentence.licence
    }
    assert not re.search(r"\b(?:wrong|not true|mistaken|actually|incorrect|false)\b", text)
    assert re.search(r"thank|sorry|glad|regret|apolog", text.lower())


def test_a_claim_of_a_day_before_the_fact_is_not_contested() -> None:
    """Who knows how the desk was on 20 February."""
    made = suggested(on(20, month=2))

    assert made.drafts
    assert "correct" not in moves(made)
    assert not any("07:00" in one.text for one in made.drafts)


def test_a_claim_without_a_fact_gets_an_invitation_to_write_privately() -> None:
    """Neither contested nor confirmed."""
    made = suggested(on(5), business=replace(BRAND, facts=()))

    assert not moves(made) & {"correct", "concede", "explain"}
    assert "help@harbor.example" in made.drafts[0].text


def test_without_a_day_no_fact_holds() -> None:
    """So no claim is corrected."""
    assert "correct" not in moves(suggested(replace(on(5), created_at=None)))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The app crashes every time.", r"crash|closing"),
        ("It lost all my notes and it is bad.", r"data|entries|lost|loss of your notes"),
        ("We waited for two hours for a drink.", r"wait|slow|service|drink"),
        ("The waiter was rude.", r"treated|spoken to|manner|tone|served|service"),
        ("The bathroom was filthy.", r"clean|dirt|bathroom"),
        ("It was so noisy that we could not sleep.", r"noise|loud|slept|night"),
        ("My parcel never arrived.", r"deliver|parcel"),
        ("They charged me twice.", r"charge"),
        ("The breakfast was terrible.", r"breakfast"),
        ("Too expensive for this.", r"price|cost"),
    ],
)
def test_a_draft_names_what_went_wrong(text: str, named: str) -> None:
    """In its own words, never in those of the review."""
    body = first(text).text

    assert re.search(named, body)
    assert text.rstrip(".").lower() not in body.lower()


@pytest.mark.parametrize("number", range(6))
def test_a_thing_is_not_named_without_its_state(number: int) -> None:
    """ "Sorry about the app", to somebody whose app crashes, says less than we know."""
    body = first("The app crashes every time.", external_id=f"r{number}").text
    assert re.search(r"crash|closing", body)


@pytest.mark.parametrize("text", COMPLAINTS)
@pytest.mark.parametrize("number", range(6))
def test_a_complaint_is_never_thanked_first(text: str, number: int) -> None:
    """Thanks as the opening to somebody who is angry reads as scorn."""
    opening = next(one for one in first(text, external_id=f"r{number}").sentences if one.move != "greet")

    assert opening.move != "thank"
    assert not opening.text.startswith("Thank")


@pytest.mark.parametrize("number", range(6))
def test_nobody_apologizes_where_nothing_went_wrong(number: int) -> None:
    """Praise gets brief thanks, and a price gets an ear."""
    praise = first("Wonderful stay, thanks to Marta at the desk!", 5, external_id=f"r{number}").text
    price = first("Too expensive.", 2, external_id=f"r{number}").text

    assert "thank" in praise.lower()
    assert len(praise) < 160
    for text in (praise, price):
        assert not re.search(r"sorry|apolog|regret", text.lower())


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (GERMAN, "de"),
        ("Le service est horrible et la chambre était très sale, je ne reviendrai pas.", "fr"),
        ("El servicio fue horrible y la habitación estaba muy sucia, no volveremos nunca.", "es"),
        ("O atendimento foi horrível e o quarto estava muito sujo, não voltaremos mais.", "pt"),
    ],
)
def test_a_reply_is_in_the_reviewers_language_with_a_twin_in_english(text: str, lang: str) -> None:
    """For the languages that there is a grammar for, complaint or praise."""
    for rating in (1, 3, 5):
        for made in suggested(review(text=text, rating=stars(rating), lang=None)).drafts:
            assert made.lang == lang
            assert not re.search(r"\b(?:sorry|thank|hello|please)\b", made.text)
            assert re.search(r"sorry|thank|apolog|pardon|glad|regret|read", made.twin.lower())


JAPANESE: Final = "部屋はとても寒くて、スタッフの対応も最悪でした。"
ITALIAN: Final = "La camera era fredda e nessuno rispondeva, non torneremo mai più in questo albergo."


@pytest.mark.parametrize("text", [JAPANESE, ITALIAN])
def test_a_language_without_a_grammar_is_held(text: str) -> None:
    """Never English by accident."""
    made = suggested(review(text=text, rating=stars(1), lang=None))

    assert (made.answer, made.drafts) == (Answer.HOLD, ())
    assert made.next_step


@pytest.mark.parametrize(("text", "line"), [(JAPANESE, "日本語"), (ITALIAN, "italiano")])
def test_a_team_may_have_an_honest_line_posted_instead(text: str, line: str) -> None:
    """In the reviewer's own language, with a twin that says which."""
    policy = Policy(answered_anyway=frozenset({HoldReason.LANGUAGE}))
    made = suggested(review(text=text, rating=stars(1), lang=None), policy=policy)

    assert line in made.drafts[0].text
    assert "cannot answer in" in made.drafts[0].twin


def test_a_held_review_has_a_reason_and_a_next_step_and_no_draft() -> None:
    """The wrapper that gives one draft alone says why it is empty."""
    one = review(text="I will sue you, my lawyer has filed the claim.", rating=stars(1))
    made = suggested(one)

    assert (made.answer, made.drafts) == (Answer.HOLD, ())
    assert made.why
    assert made.next_step
    assert made.why in draft(one, None, BRAND, platforms.load("none"), "hash").drafter


@pytest.mark.parametrize("profile", [Profile.HEALTHCARE, Profile.LEGAL])
def test_who_may_not_name_clients_says_nothing_of_the_author(profile: Profile) -> None:
    """No visit, no care, no case, no apology for them."""
    one = review(text="The car park was full and the phone line is always busy.", rating=stars(2))
    for made in suggested(one, business=replace(BRAND, profile=profile)).drafts:
        assert not re.search(
            r"\byour (?:visit|care|treatment|case|matter|appointment|stay)\b|you came", made.text.lower()
        )


def test_the_last_replies_are_not_repeated() -> None:
    """With its own draft among them, the drafter finds other words."""
    one = review(text=COMPLAINTS[0], rating=stars(1))
    before = suggested(one).drafts[0].text
    after = suggested(one, context=Context(recent=(before,))).drafts[0].text

    assert after.split("\n")[1].split()[:8] != before.split("\n")[1].split()[:8]


def test_drafts_of_a_review_differ_in_substance_and_words() -> None:
    """Up to three; no two share a first sentence."""
    made = suggested(review(text="The room was cold. The music was loud all night.", rating=stars(1))).drafts
    openings = {next(s.text for s in one.sentences if s.move not in ("greet", "sign")) for one in made}

    assert len(made) == 3
    assert len(openings) == 3
    assert len({tuple(s.move for s in one.sentences if s.move not in ("greet", "close")) for one in made}) > 1


def test_the_stored_assessment_is_the_one_that_counts() -> None:
    """A person who corrected the verdict is not overruled by the drafter."""
    one = review(text="It was as it was, more or less, all in all, on the whole.", rating=stars(3))
    place = platforms.load("none")
    texts = {
        suggest(one, Assessment(p_detractor=p, band=band, scorer="x", lang="en"), BRAND, place, "hash").drafts[0].text
        for p, band in ((0.95, Band.DETRACTOR), (0.3, Band.PASSIVE))
    }

    assert len(texts) == 2


@settings(max_examples=60, deadline=None)
@given(
    text=st.sampled_from(
        ["", *COMPLAINTS, GERMAN, "Lovely, thanks to Marta!", "It was fine, but the bathroom was dirty."]
    ),
    rating=st.sampled_from([None, 1, 2, 3, 4, 5]),
    author=st.sampled_from(["Ines Example", "山田 花子", "😀😀😀", "octocat", "Аnna", "Idiot"]) | st.text(max_size=40),
    platform=st.sampled_from(platforms.known_platforms()),
    contacts=st.lists(st.sampled_from([MAIL, PHONE, PAGE]), unique=True).map(tuple),
    sign_off=st.sampled_from(["", "Your Harbor Inn team", "海港旅館 😀" * 8, "The team of the inn by the sea. " * 9]),
    profile=st.sampled_from(Profile),
    person=st.sampled_from(["we", "I"]),
    external_id=st.text(max_size=8),
)
def test_every_draft_fits_is_licensed_and_can_be_approved(
    text: str,
    rating: float | None,
    author: str,
    platform: str,
    contacts: tuple[Contact, ...],
    sign_off: str,
    profile: Profile,
    person: str,
    external_id: str,
) -> None:
    """Whoever wrote, wherever it stands, whoever answers: no rule objects beyond a warning."""
    one = review(external_id, text=text, rating=rating and stars(rating), author=author, lang=None)
    business = replace(BRAND, contacts=contacts, sign_off=sign_off, profile=profile, person=person)
    place = platforms.load(platform)

    made = suggested(one, platform, business)

    assert made.why
    assert bool(made.drafts) == (made.answer is Answer.REPLY)
    for each in made.drafts:
        assert each.lang in LANGUAGES
        assert place.fits(each.text)
        assert all(sentence.licence for sentence in each.sentences)
        found = guards.check(each.text, one, business, place, Context(sentences=each.sentences))
        assert all(finding.severity is FindingSeverity.WARN for finding in found), (each.text, found)
