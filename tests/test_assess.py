"""From a review to a judgment of it, with its reasons."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.assess import MAX_CHARS, SCORER, assess, rating_clause
from reviewwatch.assess.judge import BY_STARS, THANKED
from reviewwatch.types import Assessment, Band, Rating, RatingKind, Reason, Review, TextField, Unhappy
from tests.make import review, stars

GOOD = "We had a wonderful stay and the breakfast was excellent."
BAD = "The room was terrible and the smell was disgusting."
PLAIN = "We arrived on Friday and left on Sunday."


def judged(text: str = "", rating: float | None = None, **fields: Any) -> Assessment:
    """Return the assessment of a text with so many stars."""
    return assess(review(text=text, rating=None if rating is None else stars(rating), **{"lang": None, **fields}))


def shown(one: Review, why: str) -> list[str]:
    """Return the places of a review that reasons of a kind point to."""
    return [one.field(reason.field)[reason.start : reason.end] for reason in assess(one).reasons if reason.why == why]


@pytest.mark.parametrize(
    ("rating", "text", "band"),
    [
        (1, "", Band.DETRACTOR),
        (2, "", Band.DETRACTOR),
        (3, "", Band.DETRACTOR),
        (4, "", Band.PASSIVE),
        (5, "", Band.PROMOTER),
        (1, GOOD, Band.DETRACTOR),
        (2, GOOD, Band.DETRACTOR),
        (3, GOOD, Band.PASSIVE),
        (4, GOOD, Band.PROMOTER),
        (4, BAD, Band.DETRACTOR),
        (5, BAD, Band.PROMOTER),
        (None, BAD, Band.DETRACTOR),
        (None, PLAIN, Band.PASSIVE),
        (None, GOOD, Band.PROMOTER),
        (None, "", Band.UNSCORED),
    ],
)
def test_stars_lead_and_text_helps(rating: float | None, text: str, band: Band) -> None:
    """One and two stars are a detractor's whatever the words; words tip three and four; five stay a promoter's."""
    assert judged(text, rating).band is band


def test_the_worse_of_two_is_the_likelier_detractor() -> None:
    """More stars and happier words each lower the probability."""
    for text in (GOOD, PLAIN, BAD, ""):
        values = [judged(text, value).p_detractor or 0.0 for value in (1, 2, 3, 4, 5)]
        assert values == sorted(values, reverse=True)
    for value in (1, 2, 3, 4, 5, None):
        by_text = [judged(text, value).p_detractor or 0.0 for text in (BAD, PLAIN, GOOD)]
        assert by_text == sorted(by_text, reverse=True)


@pytest.mark.parametrize(
    ("answer", "band"),
    [(0, Band.DETRACTOR), (6, Band.DETRACTOR), (7, Band.PASSIVE), (8, Band.PASSIVE), (9, Band.PROMOTER)],
)
def test_survey_answers_have_the_bands_of_their_definition(answer: float, band: Band) -> None:
    """0 to 6 are detractors, 7 and 8 passive, 9 and 10 promoters."""
    assert assess(review(text="", rating=Rating(f"{answer:g}", answer, 0, 10, RatingKind.SURVEY))).band is band


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Das Zimmer war furchtbar und niemand hat sich um uns gekümmert, nie wieder.", "de"),
        ("Le service est horrible et la chambre était très sale, je ne reviendrai pas.", "fr"),
        ("部屋はとても寒くて、スタッフの対応も最悪でした。", "ja"),
    ],
)
def test_another_language_is_unscored_and_never_neutral(text: str, lang: str) -> None:
    """The tone is unknown, the stars decide alone, and without stars there is no verdict."""
    alone, with_stars = judged(text), judged(text, 1)

    assert (alone.p_detractor, alone.band, alone.sentiment, alone.lang) == (None, Band.UNSCORED, None, lang)
    assert (with_stars.p_detractor, with_stars.sentiment) == (judged("", 1).p_detractor, None)
    why = f"the text is in another language ({lang}) and was not scored"
    assert [reason.why for reason in alone.reasons] == [why]
    assert [reason.why for reason in with_stars.reasons] == ["1 of 5 stars", why, BY_STARS]


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_without_words_the_stars_decide_and_it_says_so(nothing: str) -> None:
    """And without either there is no verdict, which is said, too."""
    by_stars, neither = judged(nothing, 2), judged(nothing)

    assert (by_stars.band, by_stars.sentiment) == (Band.DETRACTOR, None)
    assert [reason.why for reason in by_stars.reasons] == ["2 of 5 stars", f"there are no words: {BY_STARS}"]
    assert (neither.p_detractor, neither.band) == (None, Band.UNSCORED)
    assert [reason.why for reason in neither.reasons] == ["there are neither words nor stars"]


def test_the_text_counts_before_what_the_site_says_of_it() -> None:
    """A phone set to German does not make an English text German; where there is too little text, the site counts."""
    assert judged(GOOD, lang="de-DE").lang == "en"
    assert judged("ok", lang="pt_BR").lang == "pt"
    assert judged("", 5, lang="de").lang == "de"


def test_too_little_text_is_scored_only_by_english_words_of_feeling() -> None:
    """Nobody can tell the language of one word; one that English knows as a feeling is evidence enough."""
    assert judged("awesome!!").band is Band.PROMOTER
    assert judged("horrible").band is Band.DETRACTOR
    assert judged("qwxz").band is Band.UNSCORED
    assert [reason.why for reason in judged("qwxz").reasons] == ["the text says too little to be scored"]


def test_stars_and_text_that_disagree_are_told() -> None:
    """A slip of the finger or irony: the reason says which way, and no unclear text is accused."""
    high = judged("Horrible, awful and disgusting. I hate this terrible place.", 5)
    low = judged("Wonderful stay. We loved every moment of it, excellent service!", 1)

    assert high.is_conflict
    assert "the rating is high and the text unhappy" in [reason.why for reason in high.reasons]
    assert low.is_conflict
    assert "the rating is low and the text happy" in [reason.why for reason in low.reasons]
    for text, rating in (
        (PLAIN, 1),
        (PLAIN, 5),
        (f"{BAD} {GOOD}", 5),
        (f"{BAD} {GOOD}", 1),
        (BAD, 1),
        (GOOD, 5),
        (BAD, None),
    ):
        assert not judged(text, rating).is_conflict


def test_one_sentence_on_the_side_of_the_stars_does_not_hide_a_conflict() -> None:
    """What the text says as a whole counts; somebody who names as much good as bad contradicts nothing."""
    hate = "I hate this horrible, terrible, disgusting place."
    love = "We loved this wonderful, excellent, beautiful place."

    assert judged(f"{hate} {hate} {hate}", 5).is_conflict
    assert judged(f"{hate} {hate} {hate} {GOOD}", 5).is_conflict
    assert judged(f"{love} {love} {love}", 1).is_conflict
    assert not judged(f"{hate} {love}", 5).is_conflict


def test_who_contradicts_the_stars_is_not_called_at_risk() -> None:
    """One of the two is said, the weightier."""
    assert judged(BAD, 4).is_conflict
    assert not judged(BAD, 4).is_at_risk


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thanks to Marta for a wonderful evening.", ["Marta"]),
        ("Thank you so much Jean-Luc, you are great!", ["Jean-Luc"]),
        ("The front desk team was wonderful.", ["front desk team"]),
        ("Our waiter Tomas was the best.", ["Tomas"]),
        ("Ingrid was incredibly helpful and lovely.", ["Ingrid"]),
        ("Huge shout out to the support team, amazing work.", ["support team"]),
        ("Priya went out of her way to help us, wonderful!", ["Priya"]),
        ("Hats off to Odile and Bram, who rebuilt my bike.", ["Odile", "Bram"]),
        ("We were looked after by the night porter all week.", ["night porter"]),
        ("Dr. Amsel explained every step.", ["Dr. Amsel"]),
        ("Ask for Marisol, the best cortado in town.", ["Marisol"]),
        ("Huge respect to Selma, what a lovely place.", ["Selma"]),
        ("Rolf, your patience made our weekend.", ["Rolf"]),
    ],
)
def test_praise_of_people_is_marked_with_its_place(text: str, names: list[str]) -> None:
    """A person, or a team called by its work: each reason points to a name, its title included."""
    one = review(text=f"{PLAIN} {text}", rating=stars(5))

    assert assess(one).is_praise
    assert shown(one, THANKED) == names


def test_thanks_by_name_outweigh_a_sad_word_where_there_are_no_stars() -> None:
    """ "He never made me feel stupid" is praise; stars need no such help."""
    story = "Thank you Ruben for your help. You never made me feel stupid. Please tell your boss."

    assert judged(story).band is not Band.DETRACTOR
    assert judged(story.replace("Thank you Ruben for", "Thank you for")).band is Band.DETRACTOR
    assert judged(story, 1).sentiment == judged(story.replace("Thank you Ruben", "Thank you all"), 1).sentiment


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("The breakfast was wonderful.", 5),
        ("Thank you so much, great place!", 5),
        ("Pizza was amazing and the Location is excellent.", 5),
        ("It was helpful and great.", 5),
        ("The staff was rude and unfriendly.", 5),
        ("Thanks to Tomas we missed the awful, horrible, disgusting train.", 5),
        ("Thanks to Marta for nothing, horrible service.", 1),
        ("The staff were friendly and kind.", 1),
        ("They were kind and friendly, a lovely place.", 5),
        ("All the staff were so friendly and kind.", 5),
        ("Customer service is absolutely excellent.", 5),
        ("Delivery arrived a day early, wonderful.", 5),
        ("Update fixed the crash, lovely.", 5),
        ("My sister Ute and I had a lovely time.", 5),
    ],
)
def test_praise_of_things_is_not_praise_of_people(text: str, rating: float) -> None:
    """Food, places and pronouns name nobody, and thanks under one star is irony."""
    assert not judged(text, rating).is_praise


def test_reasons_point_to_the_unhappy_sentences_in_the_text_as_received() -> None:
    """Look-alike letters, zero-width and stretched letters hide neither the sentence nor its place."""
    plain = review(text=f"{GOOD} {BAD} {PLAIN}", rating=stars(3))
    hidden = review(
        text=f"{GOOD} The room was t\u0435rr\u200bible and the smell was disgusting. {PLAIN}", rating=stars(3)
    )

    assert shown(plain, Unhappy.WORST) == [BAD[:-1]]
    assert shown(hidden, Unhappy.WORST) == ["The room was t\u0435rr\u200bible and the smell was disgusting"]
    assert assess(hidden).sentiment == assess(plain).sentiment


def test_at_most_two_clauses_are_shown_what_weighs_most_first() -> None:
    """A person reads two places, not twenty; a fact says more than a bare verdict."""
    sad, verdict = "It was bad.", "Terrible, never again."
    fact = "They charged my card twice and nobody answered my letters."
    one = review(text=f"{verdict} {sad} {fact}", rating=stars(1))

    assert shown(one, Unhappy.WORST) == [fact[:-1]]
    assert shown(one, Unhappy.FURTHER) == [verdict[:-1]]


def test_what_was_asked_for_counts_as_meant() -> None:
    """An answer to "what did you not like?" is a complaint however mildly worded; "nothing" is none."""
    mild = review(text="", positive="", negative="The lift, on two days.", rating=None, lang="en")
    both = review(text="", positive="The view from the window.", negative="Nothing at all!", rating=None, lang="en")

    assert (assess(mild).sentiment or 0.0) < 0
    assert shown(mild, Unhappy.WORST) == ["The lift, on two days"]
    assert (assess(both).sentiment or 0.0) > 0
    assert shown(both, Unhappy.WORST) == []


def test_the_title_counts_as_a_sentence() -> None:
    """Many write the verdict into the title and the story into the text."""
    one = review(title="Horrible and disgusting", text=PLAIN, rating=None)

    assert shown(one, Unhappy.WORST) == ["Horrible and disgusting"]


@pytest.mark.parametrize("filler", ["x", "bad ", "\u200b", "好", "bad. "])
def test_what_is_very_long_is_read_up_to_a_point_and_said(filler: str) -> None:
    """200 kB of one word is judged like its first 20,000 characters, with a reason that says so."""
    long = (filler * 200_000)[:200_000]
    whole, part = assess(review(text=long, rating=stars(2))), assess(review(text=long[:MAX_CHARS], rating=stars(2)))
    why = "the text is very long: what comes after 20,000 characters was not read"

    assert whole.reasons == (*part.reasons, Reason(TextField.TEXT, MAX_CHARS, len(long), why))
    assert whole.p_detractor == part.p_detractor


@pytest.mark.parametrize(
    ("rating", "clause"),
    [
        (stars(1), "1 of 5 stars"),
        (Rating("4,5", 4.5), "4.5 of 5 stars"),
        (Rating("8.0", 8, 1, 10, RatingKind.TEN), "8 of 10"),
        (Rating("6", 6, 0, 10, RatingKind.SURVEY), "6 of 10 in a survey"),
        (Rating("no", 0, 0, 1, RatingKind.BINARY), "not recommended"),
        (Rating("yes", 1, 0, 1, RatingKind.BINARY), "recommended"),
    ],
)
def test_a_rating_is_said_as_people_say_it(rating: Rating, clause: str) -> None:
    """With its scale, in its own words."""
    assert rating_clause(rating) == clause


@given(
    title=st.text(max_size=30),
    text=st.text(max_size=200),
    negative=st.text(max_size=50),
    rating=st.none() | st.sampled_from([1, 2.5, 5]).map(stars),
)
def test_a_judgment_is_within_bounds_and_always_the_same(
    title: str, text: str, negative: str, rating: Rating | None
) -> None:
    """Whatever is written: numbers in their ranges, places inside their fields, one scorer, no words kept."""
    one = review(title=title, text=text, negative=negative, rating=rating, lang=None)
    first = assess(one)

    assert first == assess(one)
    assert first.scorer == SCORER
    assert first.p_detractor is None or 0 < first.p_detractor < 1
    assert (first.band is Band.UNSCORED) == (first.p_detractor is None)
    assert first.sentiment is None or -1 <= first.sentiment <= 1
    assert all(0 <= reason.start <= reason.end <= len(one.field(reason.field)) for reason in first.reasons)


@pytest.mark.parametrize("text", [".", "...", "?!", "'", " - ", "(", "👎", "1"])
@pytest.mark.parametrize("rating", [None, 1, 3, 5])
def test_signs_alone_get_a_verdict(text: str, rating: int | None) -> None:
    """A text without a word is judged by its stars, and never stops a pull."""
    assert (judged(text, rating).p_detractor is None) is (rating is None and judged(text).band is Band.UNSCORED)


@pytest.mark.parametrize("text", ["We arrived on Friday and left on Sunday.", "The parcel came on Tuesday."])
def test_a_bare_fact_without_stars_is_no_complaint(text: str) -> None:
    """A short text that feels, judges and denies nothing is not called a detractor's."""
    assert assess(review(text=text, rating=None, lang="en")).band is Band.PASSIVE


def test_what_is_denied_is_no_bare_fact() -> None:
    """ "Nobody answered" feels nothing either, and is a complaint."""
    assert assess(review(text="Nobody answered.", rating=None, lang="en")).band is Band.DETRACTOR
