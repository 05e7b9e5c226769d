"""What a complaint is called in a reply: what the review says, or less, never something else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reviewwatch.assess import assess
from reviewwatch.reply.frames import load
from reviewwatch.reply.naming import names_of
from reviewwatch.reply.reading import aspects, states, understand
from reviewwatch.reply.reading.cues import data, listed
from reviewwatch.reply.reading.nouns import nouns
from reviewwatch.reply.understood import Understood
from reviewwatch.types import Business, Profile, Rating, Review

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "reading" / "names.jsonl").read_text("utf-8").splitlines()
]
PROFILES = {"hotel": Profile.HOSPITALITY, "restaurant": Profile.HOSPITALITY}


def read(text: str, stars: int = 2, profile: Profile = Profile.GENERAL, trade: tuple[str, ...] = ()) -> Understood:
    """Return what is understood of a review."""
    one = Review(listing_key="x:1", external_id="r1", text=text, rating=Rating(str(stars), float(stars)))
    return understand(one, assess(one), Business(brand_id="", name="", profile=profile, trade=trade))


def names(text: str, stars: int = 2, profile: Profile = Profile.GENERAL, trade: tuple[str, ...] = ()) -> list[str]:
    """Return all that the main issue of a review can be called, the closest first."""
    issues = read(text, stars, profile, trade).issues
    return [one.text for one in names_of(issues[0], load("en"))] if issues else []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pool was freezing.", "the cold pool"),
        ("Our kettle had a leak.", "the leaking kettle"),
        ("Toilet blocked all weekend.", "the blocked toilet"),
        ("The curtains were filthy.", "the dirty curtains"),
        ("Filthy curtains.", "the dirty curtains"),
        ("Housekeeping never came.", "that housekeeping never came"),
        ("The window in our bathroom wouldn't open.", "that the window did not open"),
        ("My key card stopped working.", "that your key card stopped working"),
        ("No towels in the room.", "the lack of towels"),
        ("There was no kettle.", "the missing kettle"),
        ("Three screws were missing.", "the missing screws"),
        ("Missing two bolts.", "the missing bolts"),
        ("We never got our starter.", "that you never got your starter"),
        ("They ran out of bread.", "that the bread ran out"),
        ("They cancelled my order.", "that your order was cancelled"),
        ("I cannot open the drawer.", "that you could not open the drawer"),
        ("The drawer was hard to open.", "how hard it was to open the drawer"),
        ("The transfer took nine days.", "how long the transfer took"),
        ("The sheets had not been changed.", "that the sheets were not changed"),
        ("Too many ads.", "how many ads there were"),
        ("Charged for a minibar that nobody touched.", "the charge for the minibar"),
        ("Sign-in fails every morning.", "that the sign-in failed"),
        ("The chat keeps freezing.", "that the chat froze"),
        ("The soup tasted of soap.", "how the soup tasted"),
        ("Waiting for my refund.", "the refund"),
    ],
)
def test_a_thing_and_its_state_make_the_name(text: str, name: str) -> None:
    """Subject and predicate, adjective and noun, denials and what could not be done are named as people say them."""
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("We sat by the pool and I was cold all day.", "cold pool"),
        ("I forgot my password and the mail never comes.", "forgotten"),
        ("Alarm did not ring and I missed my exam.", "missing"),
        ("Course books never arrived.", "booking"),
        ("Air con was loud.", "hot"),
        ("Toilet blocked.", "shower"),
        ("The shuttle never turned up.", "parcel"),
        ("They say that my account cannot be verified.", "quality"),
        ("It drains the phone.", "drains"),
        ("Worst company to deal with.", "quality"),
        ("I took my money and left.", "fraud"),
        ("A waste of time.", "the waste"),
        ("Half of my order was missing.", "that your order was missing"),
        ("The canteen ran out of food.", "canteen ran out"),
        ("The lamp flickers.", "lamp flickers"),
        ("Subtitles are out of sync.", "ran out"),
    ],
)
def test_a_name_adds_nothing_to_what_was_said(text: str, never: str) -> None:
    """Words that only stand near each other, or share a stem with others, make no name."""
    assert not [name for name in names(text) if never in name]


@pytest.mark.parametrize("text", ["Three screws were missing.", "My jacket went missing.", "Towels missing again."])
def test_what_is_missing_is_never_said_not_to_be(text: str) -> None:
    """Where some are missing, there were others: nothing says that there were none."""
    assert not [one for one in names(text) if "lack" in one or " no " in one], names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nobody answers my mails. I paid twice.", "the double charge"),
        ("They never told me, and the export lost half a year of my logbook.", "the loss of your data"),
        ("It crashes on every chart and I lost two days of notes.", "the loss of your data"),
        ("You took the fee on the 3rd and again on the 11th. I got no answer.", "the double charge"),
    ],
)
def test_what_cost_money_or_data_is_the_main_issue(text: str, name: str) -> None:
    """A missing answer or warning comes after what it is about."""
    assert names(text, stars=1)[0] == name


@pytest.mark.parametrize("text", ["It closes every time I open the camera.", "It crashes whenever I open a photo."])
def test_what_was_opened_is_not_blamed_for_a_crash(text: str) -> None:
    """The app crashed, not the photo."""
    assert names(text)[0] == "the crashes"


def test_names_agree_in_number_with_their_thing() -> None:
    """Of many things the verb is plural; of "the wait for the keys" it is not."""
    assert "that the lockers were locked" in names("The lockers were locked.")
    issue = read("We waited an hour for our keys.").issues[0]
    assert not any(one.is_plural for one in names_of(issue, load("en")))


@pytest.mark.parametrize("text", ["No noise, no queues, no ads.", "Can't fault it.", "Nothing was too much trouble."])
def test_praise_by_denial_is_no_complaint(text: str) -> None:
    """Nobody misses noise."""
    assert names(text, stars=5) == []


def test_complaints_of_another_trade_are_not_read() -> None:
    """A hotel delivers no parcels, unless the review speaks of one."""
    assert not [one for one in read("It never came.", profile=Profile.HOSPITALITY).issues if one.aspect]
    assert read("It never came.").issues[0].aspect == "delivery.missing"
    assert read("The parcel, it never came.", profile=Profile.HOSPITALITY).issues
    assert not [one for one in read("It never came.", trade=("games",)).issues if one.aspect]


def test_a_condition_hands_on_the_thing_that_it_names() -> None:
    """A planner that answers "if the wifi worked" has to know that it is about the wifi."""
    found = read("Lovely house. I'd come back if the wifi worked.", stars=4)
    assert [one.noun for one in found.wished] == ["wifi"]
    assert [one.noun for one in found.issues] == ["wifi"]
    assert read("I'd come back any day.", stars=5).wished == ()


def test_a_word_that_steers_needs_its_whole_phrase() -> None:
    """A sentence is not left out for "only"."""
    assert names("Only thing, the heating did not work.", stars=4)[0] == "that the heating did not work"


def test_an_optional_word_is_bracketed_in_every_data_file() -> None:
    """In a phrase, "items?" is an optional word, not an optional letter: the rest would match alone."""
    for name in ("aspects", "faults", "holds", "steering"):
        tables = [table if isinstance(table, dict) else {} for table in data(name).values()]
        expressions = aspects.Sense._fields
        entries = [entry for table in tables for entry in table.items() if entry[0] not in expressions]
        texts = [text for _, text in entries if isinstance(text, str)]
        wrong = [phrase for text in texts for phrase in listed(text) if re.search(r"\w\?", phrase)]
        assert [one for one in wrong if "yrs?" not in one and "stars?" not in one] == []


@pytest.mark.parametrize("form", sorted({form for make in states.LISTS.values() for form in make()})[::7])
def test_every_state_has_names_for_one_and_for_many(form: str) -> None:
    """Each name holds the thing, no empty slot, and one of them stands where no clause may."""
    known = [make()[form] for make in states.LISTS.values() if form in make()]
    for state in known:
        for noun, is_plural in (("lamp", False), ("lamps", True)):
            found = states.phrases_for(state, noun, "the ", is_plural=is_plural, is_mass=False)
            assert found
            assert all(noun in text and "{" not in text and "  " not in text for text in found)
            assert any(not text.startswith("that ") for text in found)


def test_only_words_of_our_own_list_stand_in_a_name() -> None:
    """A compound is made of words of the list; what else a review says never travels."""
    issue = read("The zorgle kettle was broken.").issues[0]
    assert issue.noun == "kettle"
    assert ("kettle",) in nouns()


@pytest.mark.parametrize("row", [row for row in ROWS if row["names"] and row["trade"] not in ("bank", "clinic")])
def test_plain_reviews_get_a_true_name(row: dict[str, object]) -> None:
    """Each way to call the main issue holds a word that is true of it; a name may be missing, but seldom."""
    trade, text = str(row["trade"]), str(row["text"])
    found = names(text, int(str(row["rating"])), PROFILES.get(trade, Profile.GENERAL))
    wanted = [str(one) for one in row["names"]] if isinstance(row["names"], list) else []
    assert all(any(word in name.lower() for word in wanted) for name in found), found


def test_most_plain_reviews_get_a_name() -> None:
    """Saying nothing would be true, too."""
    due = [row for row in ROWS if row["names"]]
    named = [row for row in due if names(row["text"], row["rating"], PROFILES.get(row["trade"], Profile.GENERAL))]
    assert len(named) >= 0.97 * len(due)
