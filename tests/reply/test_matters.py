"""Which matter of a review a reply names: the main one, told in few words, over clauses, or beside a second one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reviewwatch.assess import assess
from reviewwatch.reply import platforms, suggest
from reviewwatch.reply.answer import Decision, Policy, answer
from reviewwatch.reply.frames import load
from reviewwatch.reply.naming import names_of
from reviewwatch.reply.reading import understand
from reviewwatch.reply.understood import Understood
from reviewwatch.types import Answer, Business, Contact, Profile, Rating, Review
from tests.reply.scenes import DESK

SHOP = Business(
    brand_id="shop",
    name="Quill and Cask",
    contacts=(Contact(contact_id="mail", email="help@quill.example"),),
    sign_off="The Quill team",
)
PLACE = platforms.load("google_business")


def review_of(text: str, stars: int = 2, title: str = "") -> Review:
    """Return a review."""
    rating = Rating(str(stars), float(stars))
    return Review(listing_key="x:1", external_id="r1", title=title, text=text, rating=rating)


def read(text: str, stars: int = 2, title: str = "", business: Business = SHOP) -> Understood:
    """Return what is understood of a review."""
    one = review_of(text, stars, title)
    return understand(one, assess(one), business)


def names(text: str, stars: int = 2, title: str = "", business: Business = SHOP) -> list[str]:
    """Return how its issues are called, the main one first, each by its closest name."""
    found = (names_of(one, load("en"))[:1] for one in read(text, stars, title, business).issues)
    return [one.text for called in found for one in called]


def decided(text: str, stars: int) -> Decision:
    """Return what is to be done about a review."""
    one = review_of(text, stars)
    judged = assess(one)
    return answer(one, judged, understand(one, judged, SHOP), PLACE, Policy())


def told(text: str, stars: int, title: str = "") -> str:
    """Return the part of the text that the main issue answers."""
    one = review_of(text, stars, title)
    place = understand(one, assess(one), SHOP).issues[0].place
    return one.field(place.field)[place.start : place.end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bought in May. Now it leaks.", "that it leaked"),
        ("No way to sort by date.", "that you could not sort it"),
        ("Simple. Couldn't print, though.", "that you could not print it"),
        ("A tent for two. It was cramped.", "the cramped tent"),
        ("They promised me the car for noon. It was not ready.", "that the car was not ready"),
        ("We took the bus to the pool. It was crowded.", "how crowded it was"),
    ],
)
def test_what_is_told_of_it_is_named_so(text: str, name: str) -> None:
    """A clause without a thing still tells what was wrong."""
    assert name in names(text, 2)


@pytest.mark.parametrize("text", ["It is hard to say why.", "It was not possible for me to come earlier."])
def test_an_it_that_stands_for_nothing_is_no_thing(text: str) -> None:
    """ "It is hard to say" tells of nothing that was hard."""
    assert not any(name.startswith(("how hard it", "that it was not possible")) for name in names(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A dent in the lid.", "the dent in the lid"),
        ("Stains on the tablecloth.", "the stains on the tablecloth"),
        ("The mirror came with a crack.", "that the mirror had a crack"),
        ("There was rust on the hinges.", "the rust on the hinges"),
    ],
)
def test_a_mark_on_a_thing_is_named_with_it(text: str, name: str) -> None:
    """The mark is what is wrong, the thing says where."""
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Solid oak" is painted chipboard.', "that the oak was not as shown"),
        ('"Quiet garden" means a patch of gravel by the road.', "that the garden was not as shown"),
    ],
)
def test_a_claim_in_quotation_marks_is_doubted(text: str, name: str) -> None:
    """What is put in quotation marks was not so."""
    assert name in names(text) or "how it turned out" in names(text)


def test_a_name_in_quotation_marks_is_no_claim() -> None:
    """The capitals of a name tell it from a claim."""
    assert "how it turned out" not in names('"Casa Luna" is a loud bar.')


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The soup was cold and the waiter was rude.", "soup", "treated"),
        ("A dent in the lid and a bot that answers my mails.", "lid", "answers"),
        ("The zip broke. They charged me twice.", "double charge", "zip"),
    ],
)
def test_both_of_two_plain_matters_are_found(text: str, first: str, second: str) -> None:
    """A reader who reads only one feels unread."""
    found = names(text, 1)
    assert any(first in name for name in found)
    assert any(second in name for name in found)


@pytest.mark.parametrize(
    "text",
    [
        "The berries were mouldy. At these prices!",
        "The heating did not work. We hardly slept.",
        "They charged me for a whole year. Give me my money back.",
    ],
)
def test_what_only_adds_to_a_matter_is_no_second_one(text: str) -> None:
    """A price in passing, a bad night after a cold one, and the money asked back belong to the first."""
    assert len(read(text, 1).issues) == 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("I asked for a refund. Nothing came.", "I asked for a refund. Nothing came"),
        ("I rang four times. Music, then silence.", "I rang four times. Music, then silence"),
    ],
)
def test_one_matter_told_over_clauses_is_answered_as_one(text: str, whole: str) -> None:
    """The licence covers all that tells it."""
    assert told(text, 1) == whole


def test_praise_beside_a_matter_is_no_part_of_it() -> None:
    """What was good is not what the reply is sorry for."""
    assert "lovely" not in told("The lift was broken. The garden is lovely.", 3)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("They gave our table away because we were ten minutes late.", "that it was late"),
        ("I asked for no onions and got a burger full of them.", "no onions"),
        ("My wife's fish was cold.", "your fish"),
        ("Changes on my phone never show up.", "your phone"),
        ("I don't have a cat, and you sent me cat milk.", "no cat"),
        ("Locked out after one wrong pin.", "wrong pin"),
        ("It looks smaller than in the photo.", "the photo"),
    ],
)
def test_nothing_is_named_that_the_review_does_not_blame(text: str, never: str) -> None:
    """A delay of the guest's own, what was asked for, a thing's owner and where it stood are no complaints."""
    assert not any(never in name for name in names(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The trainer kept looking at his phone.", "handled"),
        ("The barman served everyone but us.", "service"),
        ("She never smiled once.", "treated"),
        ("They said a week, it took five.", "took"),
        ("Paid for the week, came nine days later.", "delay"),
    ],
)
def test_what_is_told_without_a_fault_word_is_heard(text: str, name: str) -> None:
    """A plain fact can be the whole complaint."""
    assert any(name in one for one in names(text))


def test_a_scene_is_no_complaint() -> None:
    """What a review begins with is not blamed where something plain follows."""
    assert "shelf" not in " ".join(names("I have a shelf full of your mugs. The new one leaks.")[:1])


@pytest.mark.parametrize(
    ("text", "is_taken_up"),
    [
        ("Great coffee. The lids never fit.", True),
        ("Lovely stay. Only the shower was cold.", True),
        ("A warm room and a quiet, lovely garden.", False),
    ],
)
def test_the_one_thing_of_a_four_star_review_is_always_taken_up(text: str, is_taken_up: bool) -> None:
    """Thanks and a word on it, no more; without such a thing the quota decides."""
    decision = answer(review_of(text, 4), assess(review_of(text, 4)), read(text, 4), PLACE, Policy(thank=0.0))
    assert (decision.answer is Answer.REPLY) is is_taken_up


@pytest.mark.parametrize(
    "text",
    [
        "To the gentleman who wrote on Monday: try it yourself, sir.",
        "@ the lady two reviews down: learn to read a label.",
        "In reply to the review above. Not true, they always say hello.",
        "The previous reviewer must be twelve years old.",
    ],
)
def test_a_word_to_another_reader_is_left_alone(text: str) -> None:
    """It is not ours to answer."""
    assert decided(text, 3).answer is Answer.SKIP


def test_a_complaint_beside_a_word_to_another_reader_is_answered() -> None:
    """Who agrees with the one before complains."""
    assert decided("To the reviewer below: same here, my room was filthy.", 2).answer is Answer.REPLY


@pytest.mark.parametrize(("text", "stars", "is_left"), [("alright", 3, True), ("ok", 3, True), ("Awful.", 1, False)])
def test_a_bare_word_under_middling_stars_needs_no_answer(text: str, stars: int, is_left: bool) -> None:
    """ "Alright" says nothing that an answer could take up."""
    assert (decided(text, stars).answer is Answer.SKIP) is is_left


@pytest.mark.parametrize("text", ["They froze my account.", "They blocked my card without a word."])
def test_a_blocked_account_gets_a_draft(text: str) -> None:
    """To repeat that it was blocked tells nothing from our records."""
    one = review_of(text, 1)
    made = suggest(one, assess(one), SHOP, PLACE, "hash").drafts
    assert [one for one in made if "blocked" in one.text]


def test_who_wants_the_money_back_is_heard_under_five_stars() -> None:
    """The stars are a slip, or the only way to be read."""
    one = review_of("I want my money back.", 5)
    made = suggest(one, assess(one), SHOP, PLACE, "hash").drafts
    assert "refund" in made[0].text


def test_nobody_is_praised_for_a_game_where_nobody_plays() -> None:
    """A fun evening at an inn is no gameplay."""
    inn = Business(brand_id="inn", name="The Quill", profile=Profile.GENERAL)
    assert not {"gameplay", "content"} & {
        one.theme for one in read("A fun evening. The chips were cold.", 3, business=inn).goods
    }


def test_the_price_of_a_thing_is_named_not_the_thing() -> None:
    """Nobody is sorry for a lemon that costs too much."""
    found = names("What they ask for a lemon is robbery.", 3)
    assert not any(name == "the lemon" for name in found)


@pytest.mark.parametrize(
    "text",
    [
        "It breaks every day and nobody answers. Terrible!",
        "It leaks, and the box was crushed.",
        "It never worked and it stinks.",
        "Nobody answers, and it broke.",
        "It crashed and it froze and it died.",
    ],
)
@pytest.mark.parametrize("stars", [1, 2, 3, 4])
def test_what_it_did_fits_into_every_sentence(text: str, stars: int) -> None:
    """A name that only stands behind "sorry that" is asked for in no sentence that has no such words."""
    one = review_of(text, stars)

    drafts = suggest(one, assess(one), SHOP, PLACE, "h").drafts

    assert drafts
    assert not any("about that it" in draft.text or "for that it" in draft.text for draft in drafts)


def test_a_second_matter_that_is_about_to_be_corrected_is_not_granted() -> None:
    """A reply that says when the desk is open is not sorry about the closed desk."""
    one = replace(
        review_of("Desk shut at 21:00, and the shower was cold."), created_at=datetime(2026, 3, 5, 12, tzinfo=UTC)
    )

    drafts = suggest(one, assess(one), replace(SHOP, facts=(DESK,)), PLACE, "h").drafts

    assert "07:00" in drafts[0].text
    assert not any("closed desk" in draft.text for draft in drafts)
