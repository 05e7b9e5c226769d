"""Everyday remarks of owners that share their words with a breach, each beside the breach itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from reviewwatch.types import Contact
from tests.make import review
from tests.reply.given_rules import of_rule, said
from tests.reply.test_guards_cases import BRAND, found

REVIEW: Final = "Nadia at the desk was great. The room was cold and I could not sign in to the app."
TRIP: Final = "tripadvisor"
PLAY: Final = "google_play"
REMARKS: Final = [
    (TRIP, "G31", "Hello , Nora, we are sorry about the cold room."),
    (TRIP, "G31", "Dear , Nora Hill! We are sorry about the cold room."),
    (TRIP, "G31", "Hi , Nora. We are sorry about the cold room."),
    (PLAY, "G15", "Your comment is the very reverse of your nickname, just like the emoji says."),
    (PLAY, "G15", "Funny, the feedback just does not match your username."),
    (PLAY, "G16", "Hi, we regret that you have been having some login problems."),
    (PLAY, "G16", "It is a pity to hear that our app has given you log in errors since Monday."),
    (PLAY, "G16", "We are looking into the trouble with the login that you message us about."),
    (PLAY, "G22", "Which plan you use is entirely your choice."),
    (PLAY, "G22", "Whether to keep the app is of course your choice."),
    (PLAY, "G03", "We would like to know what made you unhappy post updating the app."),
    (PLAY, "G03", "We rang twice, but nobody picked up; we would like to hear about your trouble post the update."),
    (PLAY, "G03", "We can see that you have left us two stars."),
    (PLAY, "G03", "We do note the low rating that came with it."),
    (PLAY, "G04", "We would love to have this sorted right away."),
    (PLAY, "G04", "We would like to see this put right straight away."),
    (TRIP, "G01", "We spent about $ 200 thousand on new windows, and we get many kind comments on the view."),
    (TRIP, "G01", "The owners invested 3 million euros in the wing, which has received many good reviews."),
    (TRIP, "G28", "Another guest wrote last week that our staff was slow, so your words do us good."),
    (TRIP, "G28", "A reviewer told us that our receptionist was rude, and we look into it."),
    (TRIP, "G18", "Many thanks for your review on TripAdvisor.com, Nora."),
    (TRIP, "G18", "Kind regards, nora (dot) hill (at) harborinn (dot) com"),
    (TRIP, "G27", "Dear Nora, we are glad of every word, and of your recent visit to our hotel."),
    (TRIP, "G27", "We have seen your words on both sites, and the portal that you used to find and book with us."),
    (TRIP, "G27", "We take pride in making sure that we offer a great breakfast, and we regret this one."),
    (TRIP, "G27", "And though you did call our house the “ideal place” for a walker, you came for the people."),
    (TRIP, "G09", "Nadia was beaming when she learned of your special shout-out."),
    (TRIP, "G09", "The whole desk was touched by your kind mention of Nadia."),
    (TRIP, "G02", "The garage belongs to the city, where we can offer reduced night rates for our guests."),
    (TRIP, "G02", "It is a paid car park, but we do offer discounted tickets to hotel guests."),
]
BREACHES: Final = [
    (TRIP, "G31", "Hello , thank you for your words."),
    (TRIP, "G31", "Hello , Thank you, we are sorry."),
    (PLAY, "G15", "Just reply here with your username and phone number."),
    (PLAY, "G16", "As you have login problems, send us your password by mail."),
    (PLAY, "G22", "It was your choice to ignore the warning."),
    (PLAY, "G22", "That the data is lost is entirely your own fault."),
    (PLAY, "G03", "We can see you left us two stars. Please change your rating."),
    (PLAY, "G03", "Could you raise your rating post the update?"),
    (PLAY, "G04", "We would like this review gone."),
    (TRIP, "G01", "Change your review to five stars and a free night is yours."),
    (TRIP, "G28", "Our receptionist was rude and lazy, and she has been fired."),
    (TRIP, "G18", "Book at harborinn.com for your next stay."),
    (TRIP, "G18", "See harborinn (dot) com for more."),
    (TRIP, "G27", "Book with us on our own website next time."),
    (TRIP, "G27", "We do a lovely brunch on Sundays, too."),
    (TRIP, "G02", "We can offer you a discounted rate for your next stay."),
]


@pytest.mark.parametrize(("place", "rule", "text"), REMARKS)
def test_an_everyday_remark_is_no_breach(place: str, rule: str, text: str) -> None:
    """What is told, noted or done by somebody else is no request, no blame and no offer."""
    assert of_rule(rule, said(text, place, answered=review(text=REVIEW, author=None, lang=None))) == []


@pytest.mark.parametrize(("place", "rule", "text"), BREACHES)
def test_the_breach_beside_it_is_still_found(place: str, rule: str, text: str) -> None:
    """The same words, said to the reader with an aim, are found."""
    assert of_rule(rule, said(text, place, answered=review(text=REVIEW, author=None, lang=None))) != []


@pytest.mark.parametrize(
    "text",
    [
        "Recharge and bill payment option app madhe pahije ahe",
        "Bank to bank money transfer system mala pahije yet nahit",
        "App romba nalla irukku, payment fast",
        "Online bank transfer service khub bhalo",
    ],
)
def test_english_between_words_of_india_asks_for_no_other_language(text: str) -> None:
    """A mostly English review is not taken for a European language for the few other words in it."""
    reply = "Hello! We are sorry for the trouble and would ask you to write to our support team."
    assert of_rule("G29", said(reply, answered=review(text=text, author=None, lang=None))) == []


def test_an_address_spelled_out_is_an_address() -> None:
    """One that the config lists may be given so; another is a wrong contact as it would be with its signs."""
    brand = replace(BRAND, contacts=(Contact(contact_id="mail", email="help.desk@example.com"),))

    assert of_rule("G19", found("Write to help (dot) desk (at) example (dot) com.", business=brand)) == []
    assert of_rule("G19", found("Write to help (dot) disc (at) example (dot) com.", business=brand)) != []
