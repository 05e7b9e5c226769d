"""Words with a harmless everyday sense, each beside a breach that uses the same words."""

from __future__ import annotations

import pytest

from tests.make import review
from tests.reply.given_rules import of_rule, said


@pytest.mark.parametrize(
    ("place", "rule", "answered", "text"),
    [
        ("none", "G09", "The sign was wrong.", "You came all that way for nothing, and I am sorry."),
        ("none", "G09", "They never pay.", "It hurts to hear no when you banked on a yes."),
        ("none", "G09", "A new trainer every week.", "The next one reads the notes and starts where you left off."),
        ("none", "G09", "She gave me confidence.", "It was your courage that did it, we only stood by."),
        ("none", "G16", "Deposit held for ever.", "We mention it in the confirmation mail and at the desk."),
        ("none", "G16", "They copied my passport.", "The copy of the passport is destroyed when you leave."),
        ("booking", "G27", "A fee for sand?", "Messages through the booking page reach me directly."),
        ("trustpilot", "G03", "Towels thin.", "A hard verdict, but what can I say, I saw daylight through one."),
        ("none", "G22", "Food was meh.", "The verdict on the stew could not be clearer."),
        ("none", "G40", "Lovely quiet rooms.", "Quiet is our favorite sound."),
        ("none", "G40", "Wet dogs welcome.", "Wet dogs are our favorite customers."),
    ],
)
def test_an_everyday_sense_breaks_no_rule(place: str, rule: str, answered: str, text: str) -> None:
    """Ways in vain, a mail that confirms, a page for bookings and what somebody likes best are no breach."""
    assert of_rule(rule, said(text, place, answered=review(text=answered, author=None, lang=None))) == []


@pytest.mark.parametrize(
    ("place", "rule", "text"),
    [
        ("none", "G09", "You drove out with the trailer and hit our gate."),
        ("none", "G16", "Tell us the code in the confirmation text, please."),
        ("none", "G16", "Send us a copy of the passport."),
        ("booking", "G27", "Next time, booking directly saves money."),
        ("trustpilot", "G03", "A kinder verdict would mean a lot to us."),
        ("none", "G40", "This is my favorite hotel."),
        ("outreach", "G39", "Press 1 or 2 to reach our manager, or 3 to 5 to open the review page."),
        ("none", "G23", "A joiner will be at your door on Monday."),
        ("none", "G23", "The dark theme ships before Easter."),
    ],
)
def test_the_breach_in_the_same_words_is_found(place: str, rule: str, text: str) -> None:
    """What is asked for, sold, promised or sorted by mood is still a breach."""
    assert of_rule(rule, said(text, place, answered=review(text="No good.", author=None, lang=None))) != []


def test_a_duty_of_silence_is_no_promise() -> None:
    """Who says to be bound to discretion promises nothing that would need a remedy."""
    assert of_rule("G23", said("We are bound to silence on who we act for.")) == []
