"""What a reply may know of its reader, ask for and warn of, beside the same words where it may not."""

from __future__ import annotations

from typing import Final

import pytest

from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Business, FindingSeverity
from tests.make import review

NOBODY: Final = Business(brand_id="", name="")


def blocks_on(reply: str, told: str) -> set[str]:
    """Return the rules that block a reply to a review."""
    answered = review(text=told, author="Tess", lang=None, rating=None)
    store = platforms.load("google_play")
    found = guards.check(reply, answered, NOBODY, store, Context(has_business=False))
    return {one.rule for one in found if one.severity is FindingSeverity.BLOCK}


@pytest.mark.parametrize(
    ("rule", "told", "reply"),
    [
        ("G09", "They closed my account.", "Possible reasons can be that you have registered with another number."),
        ("G09", "Cannot log in.", "This usually happens when you switched the language in the settings."),
        ("G09", "Is it safe?", "We are a registered company, your money and all your details are safe."),
        ("G09", "Took my Mum for tea.", "It is a pleasure to read you came in with your mother for tea."),
        ("G09", "The lamb was grey.", "We see you ordered the lamb, which should be pink."),
        ("G09", "The lift is broken.", "Our records show that the lift was serviced in May."),
        ("G09", "Locked out.", "If your account is locked, you can unlock it with the link in the mail."),
        ("G09", "Bank is closed at weekends.", "Access your account 24/7 in the app."),
        ("G09", "Dirty room.", "Your comments were shared with Ms Lund, our head of housekeeping."),
        ("G09", "Lovely practice.", "Kind regards, Dr. Anna Reed"),
        ("G14", "Lovely staff!", "Please let us know who you spoke with so we can thank them."),
        ("G14", "It crashes.", "Could it be that you are using the old version of the app?"),
        ("G14", "Slow.", "We recognise that your visit fell short, and we are sorry."),
        ("G14", "Slept so well.", "It must be the fresh sea air!"),
        ("G06", "Add more plugs.", "Thank you, we will keep that in mind."),
        ("G06", "Unfriendly.", "Nobody should feel unwelcome here."),
        ("G06", "How do I leave?", "We can delete your account on request."),
        ("G06", "Do you sell my data?", "We never share details with other companies."),
        ("G15", "Cold food.", "We will address your comments with the kitchen team."),
        ("G15", "No help.", "Please share your details through the help section in the app."),
        ("G15", "Noise.", "A number of guests have shared the same comments."),
        ("G16", "Code never works.", "Enter the OTP that you receive and tap Continue."),
        ("G16", "Error 5.", "Please mention the error code in your mail."),
    ],
)
def test_what_anybody_may_hear_is_left_alone(rule: str, told: str, reply: str) -> None:
    """Conditions, steps, staff and what the review says are no record, guess, threat or ask for data."""
    assert rule not in blocks_on(reply, told)


@pytest.mark.parametrize(
    ("rule", "told", "reply"),
    [
        ("G09", "No refund.", "According to our system you received the refund on your account."),
        ("G09", "Bad app.", "We tried calling you but you hung up on our agent."),
        ("G09", "Hidden charges.", "We see that you opted for the premium plan with a monthly debit."),
        ("G09", "Card not delivered.", "As checked, your address is not up to date with us."),
        ("G09", "Noisy.", "Dear Mrs Hartmann, we are sorry about the noise."),
        ("G09", "Smelly room.", "Your son was sick on the carpet, which is why the room smelled."),
        ("G14", "Rude staff.", "I am sure you are the lady who sat by the fireplace."),
        ("G14", "Slow service.", "Is that you, Walter?"),
        ("G06", "Bad food.", "We have your address, bear that in mind."),
        ("G06", "Rude.", "You are not welcome in any of our shops any more."),
        ("G15", "Nobody calls.", "Please reply to this post with your phone number and we will ring."),
        ("G15", "Room not ready.", "Tell us your booking number and full name here."),
        ("G16", "Locked.", "Our agent will call and you give him the code from the text message."),
        ("G16", "No refund.", "Please send us your card number and the expiry date by mail."),
    ],
)
def test_the_same_words_of_the_reader_are_heard(rule: str, told: str, reply: str) -> None:
    """Told of the reader, asked in public or held over the reader, they block."""
    assert rule in blocks_on(reply, told)
