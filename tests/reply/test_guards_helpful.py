"""Help, regret and thanks that share their words with blame, with an ask for stars or with a pose."""

from __future__ import annotations

from typing import Final

import pytest

from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Business
from tests.make import review

NOBODY: Final = Business(brand_id="", name="")


def rules_on(reply: str) -> set[str]:
    """Return the ids of what is found in a reply whose business is not known."""
    answered = review(text="The app is slow.", author="Tess", lang=None, rating=None)
    store = platforms.load("google_play")
    return {one.rule for one in guards.check(reply, answered, NOBODY, store, Context(has_business=False))}


@pytest.mark.parametrize(
    "reply",
    [
        "You might have experienced the crash because of a fault in version 4.2.",
        "There was an outage yesterday, so you could have noticed some errors.",
        "Prices vary by region; we suggest you check the terms in the offers section of the app.",
        "We shall let you know before the beta opens.",
    ],
)
def test_a_cause_of_ours_and_the_place_of_the_terms_blame_nobody(reply: str) -> None:
    """What the reader went through, what we will tell, and where terms stand put no fault on the reader."""
    assert "G22" not in rules_on(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "You might have experienced this due to your poor connection.",
        "You might have entered the wrong number.",
        "You could have noticed the banner that says so.",
        "We suggest you check the terms in the offers section properly.",
        "In the future we suggest you read the description under the photo.",
        "We let you know before the stay that breakfast is extra, and you still complain.",
    ],
)
def test_the_same_words_with_the_readers_fault_are_blame(reply: str) -> None:
    """The reader's doing, a more careful reading and a lesson for next time remain blame."""
    assert "G22" in rules_on(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "We are unable to note your concern towards the low rating, please drop an email to us with your number.",
        "Could you write to us so that we can understand the low score?",
        "Your ratings mean a lot. Please recommend us to your friends and help us reach more people.",
        "Please tell us by mail what prompted the low rating.",
        "Thanks for the ratings. Please recommend us to your friends and help us reach more people.",
    ],
)
def test_asking_what_a_low_rating_is_about_asks_for_no_stars(reply: str) -> None:
    """To ask for the reason, or to be recommended, is not to ask for another rating."""
    assert "G03" not in rules_on(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "We would like to understand the low rating and hope you will reconsider it.",
        "Your rating means a lot to us. Could you think again?",
        "About the low rating, we would love to see it go up.",
        "Please tell us what prompted the low rating and bump it to five.",
        "Thanks for the rating. Please recommend us with five stars and help us reach more people.",
    ],
)
def test_asking_for_another_rating_is_heard_beside_its_reason(reply: str) -> None:
    """A wish for stars stays one when the reason is asked in the same breath."""
    assert "G03" in rules_on(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "We appreciate your review and being a loyal member of Greenlight!",
        "Thank you so much for taking the time and for being a loyal customer of ours!",
        "For any further assistance, reach out to us in our app and we are happy to help you.",
    ],
)
def test_thanks_to_a_loyal_customer_pose_as_none(reply: str) -> None:
    """Who thanks the reader for being a customer, and is happy to help, speaks as the business."""
    assert "G40" not in rules_on(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Thanks, but being a regular guest here I cannot agree.",
        "We appreciate this shop, being a frequent customer.",
        "Our app has always been perfect, and my kids love it.",
        "My order was on time and we are happy with it.",
    ],
)
def test_who_is_a_customer_himself_poses(reply: str) -> None:
    """The same words said of the writer are a pose."""
    assert "G40" in rules_on(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "If you have forgotten your PIN, you can set a new one in the settings.",
        "Your patience and understanding are appreciated.",
        "Our desk can answer any question you might have before your arrival.",
        "You should have no trouble signing in after the update.",
        "We are just a call away.",
        "Please check your mail again, we have sent the form.",
        "Our app is working for everyone again.",
        "You got the wrong dish, and nobody noticed.",
        "The money reaches your account in 3 to 5 working days.",
        "We wonder if you have the newest version.",
        "We take your grievances seriously and will resolve them.",
        "Some people prefer a firm bed, so we offer both.",
        "Dear Lena, the whole team says thanks.",
        "Kindly share your feedback by dropping us a line.",
        "The refund policy is under review.",
        "Kindly write to us for the further proceedings of your case.",
        "Illegal parking in the yard is a nuisance for all.",
        "Glad you enjoyed the view in spite of the rain.",
        "We are a bit jealous of your sunset pictures.",
        "Water is paid by the cubic meter, and the reading hangs in the hall.",
        "A friend who works for another airline told me the same.",
        "There is fierce competition for the front row seats.",
        "After a refund the booking disappears from the list.",
        "Our sympathies go to your wife, that step is a nasty one.",
        "Deleted files rest in the trash for a month.",
        "How we deal with it is up to the weather.",
        "The drama on stage went on until eleven that night.",
        "Some people came for the band and some for the food.",
        "The plant on the sill was dead because our team forgot to water it.",
        "Half the kitchen was ill, and we should have closed the terrace.",
        "The scarf came back with a pulled thread because our drum was too full.",
        "The tent collapsed because our pegs were too short.",
        "My sister in law tests each recipe before this menu is printed.",
        "No one had the heart to throw you out at closing time.",
        "Our membership form is online and costs nothing.",
        "The installer forgot your settings after the update.",
        "The manager was late because the road was flooded.",
        "Was it you or the next table that asked for the recipe?",
        "The one who signs a contract must have the time to read it, so rushing is wrong.",
        "I see how the checklist reads like nit-picking.",
        "Our lawyers wrote the terms, and we are asking them for plain words.",
        "It would be a pity if your family missed the garden in June.",
        "The stories on the menu come from the farm across the river.",
        "We told her so many of the kind things in your note.",
        "Your booking hung by a thread because our system was down.",
        "Guests with your shape of key had trouble too.",
    ],
)
def test_everyday_help_breaks_none_of_the_rules_on_blame_insults_and_threats(reply: str) -> None:
    """A condition, thanks for patience, what one owns, and words of the trade are no blame, insult, gag or threat."""
    assert rules_on(reply).isdisjoint({"G04", "G05", "G06", "G07", "G08", "G14", "G21", "G22", "G25", "G28"})


@pytest.mark.parametrize(
    ("rule", "reply"),
    [
        ("G22", "Had you bothered to read our mail, you would know that breakfast ends at ten."),
        ("G22", "It's hardly our fault that you came without a reservation."),
        ("G22", "The parcel could not be delivered as you gave us a wrong address."),
        ("G22", "If you had read the label, you would have known."),
        ("G22", "Sorry, but nobody forced you to eat there."),
        ("G22", "We told you twice that the kitchen closes at nine."),
        ("G07", "By booking with us you agreed not to post negative reviews."),
        ("G08", "You made this story up to get a refund."),
        ("G21", "Stop whining and learn how to use an app."),
        ("G21", "Our sympathy to your husband, who has to live with you."),
        ("G21", "What a load of trash you have written."),
        ("G08", "This reads like something out of spite."),
        ("G08", "You are simply jealous of our success."),
        ("G08", "We have reason to believe that this review was bought."),
        ("G25", "You got sick because we did not cool the chicken."),
        ("G25", "The railing was rotten and we knew it, and so you fell."),
        ("G06", "We have told the other guest houses here to look out for you."),
        ("G14", "It is not hard to work out who wrote this."),
        ("G28", "The trainee messed up and will not work here again."),
        ("G05", "Those who are paid to argue for us have a copy on the desk."),
        ("G06", "We know which school your children go to."),
        ("G06", "It would be awkward if your employer came across this page."),
        ("G07", "The warranty ends for anyone who speaks ill of us on the web."),
        ("G07", "You agreed that nothing more would be written."),
        ("G08", "One may ask who paid for these lines."),
        ("G08", "Such a tale is usually written at the bakery across the square."),
        ("G13", "A lady in your state should perhaps avoid stairs."),
        ("G14", "Your way of writing reminds us of a tenant we had last spring."),
        ("G21", "What a tragic fate, to wait six minutes for a bun."),
        ("G21", "You must be great fun at parties."),
        ("G28", "The plumber we sent is no genius."),
        ("G28", "We sent the lad home without pay."),
    ],
)
def test_who_does_what_to_whom_is_still_heard(rule: str, reply: str) -> None:
    """Outright blame, gags, accusations and insults are found in plain words."""
    assert rule in rules_on(reply)
