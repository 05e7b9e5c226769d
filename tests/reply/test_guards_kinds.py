"""Gifts, rewards, traits and staff: what only shares its words with a violation, and what is one in plain words."""

from __future__ import annotations

from typing import Final

import pytest

from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Business, FindingSeverity
from tests.make import review

NOBODY: Final = Business(brand_id="", name="")
INNOCENT: Final = (
    (
        "G01",
        "Thank you for choosing us and posting a review. Sorry for the issues that you raised in your assigned room.",
    ),
    ("G01", "We show the credit score of two bureaus, and each of them counts in a different way."),
    ("G01", "We appreciate you and assure you that the points raised within your review have been noted."),
    ("G01", "Your kind words about the wine made our day."),
    ("G01", "Your refund has been processed. We will improve based on your feedback."),
    ("G01", "The refund takes three to five days, and your rating was heard by our team."),
    ("G01", "Once your feedback is received, the team looks at the bill again."),
    ("G01", "Marisol is a credit to the team, and your comments will be read to her."),
    ("G01", "You changed your rating, thank you, and the deposit is a matter for the booking site."),
    ("G02", "I am pleased that you liked the view and the free parking in the old town."),
    ("G02", "It was a joy having you as our guest, and we look forward to your next trip."),
    ("G02", "You also used the wifi, a service which is complimentary for all our guests during your stay."),
    ("G02", "We offer slippers and a kettle with coffee in your room."),
    ("G02", "You can cancel up to two weeks before arrival free of charge."),
    ("G02", "The room you paid for should have been ready."),
    ("G02", "All of us would love to come back to you with an answer soon."),
    ("G02", "Our guests enjoy a complimentary breakfast and free parking, so we hope you return."),
    ("G02", "A refund can only be issued by the booking site that took your card."),
    ("G13", "We understand that some features did not work the way you were expecting."),
    ("G13", "We hope to restore your faith in the kitchen."),
    ("G13", "You were taken straight to the menu because the link had expired."),
    ("G13", "We understand your anxiety about the transfer."),
    ("G13", "We will help you with your situation by mail."),
    ("G13", "Please check the screen orientation in your settings."),
    ("G13", "Christian from our help desk will call you."),
    ("G13", "Your feedback helps us improve access for disabled guests."),
    ("G13", "Congratulations on your order, and enjoy the new lamp."),
    ("G28", "Best wishes, Lena Moody, General Manager"),
    ("G28", "The other person gets a link; he/she should install the app."),
    ("G28", "The amount will be transferred to your Zolara wallet within two days."),
    ("G28", "Our manager will see that the late check out is noted for you."),
    ("G28", "We replaced the mattress in that room the same week."),
    ("G28", "The agent you spoke to will call you back today."),
    ("G28", "All credit goes to Marisol, who looks after the garden."),
    ("G28", "We should have known better and printed the hours on the door."),
    ("G28", "The shop assistant should have your parcel ready by noon."),
    ("G28", "The dish has been taken off the menu for the winter."),
)
BROKEN: Final = (
    ("G01", "If the one star turns into a five, your next haircut costs nothing."),
    ("G01", "A coupon is waiting for everyone who lifts their rating."),
    ("G01", "We would be glad to refund the whole night once your review reads more kindly."),
    ("G01", "Post something nicer and we will top up your wallet with ten pounds."),
    ("G02", "Please enjoy a free bottle of wine on your next visit."),
    ("G02", "Your next oil change is on us."),
    ("G02", "We have put a voucher in the post for you."),
    ("G02", "Come back and dinner for two is our treat."),
    ("G02", "We would like to have you back as our guests for a night."),
    ("G13", "As a diabetic you should skip the cake."),
    ("G13", "We know that guests with depression like you see things darker."),
    ("G13", "Your asthma explains why the room felt stuffy."),
    ("G13", "People your age tend to hear every creak."),
    ("G28", "The cook who made your soup has been fired."),
    ("G28", "Dario has been suspended from the bar team."),
    ("G28", "We sacked the manager over this."),
    ("G28", "The receptionist got your booking all wrong."),
    ("G28", "Our driver should have rung the bell."),
)


def blocked(reply: str) -> set[str]:
    """Return the rules that forbid a reply on a place where nothing may be offered."""
    answered = review(text="The room was cold.", author="Tess", lang=None, rating=None)
    place = platforms.load("tripadvisor")
    findings = guards.check(reply, answered, NOBODY, place, Context(has_business=False))
    return {one.rule for one in findings if one.severity is FindingSeverity.BLOCK}


@pytest.mark.parametrize(("rule", "reply"), INNOCENT)
def test_the_words_alone_break_no_rule(rule: str, reply: str) -> None:
    """A fact, thanks, a feature or a signature is neither a gift, a deal, a trait nor blame."""
    assert rule not in blocked(reply)


@pytest.mark.parametrize(("rule", "reply"), BROKEN)
def test_who_does_it_to_whom_breaks_it(rule: str, reply: str) -> None:
    """The same words tied to the reader, the review or one of the staff break it."""
    assert rule in blocked(reply)
