"""Themes that are told by what people do: who acts, and where, decides which."""

from __future__ import annotations

import pytest

from reviewwatch.assess import assess
from reviewwatch.assess.topics import topics
from reviewwatch.types import Review


def _themes(trade: str, text: str) -> set[str]:
    review = Review(listing_key="set:", external_id="1", text=text, lang="en")
    return {mention.theme for mention in assess(review, asked=topics((trade,))).themes}


@pytest.mark.parametrize(
    ("trade", "text"),
    [
        ("hospitality", "The waiter pretended not to see us."),
        ("hospitality", "She lent us her own umbrella."),
        ("shops", "He carried the mirror to my car."),
        ("finance", "The woman at the counter filled it in with my father, line by line."),
        ("health", "The receptionist read her magazine while I stood there."),
    ],
)
def test_what_staff_did_is_how_they_treat_people(trade: str, text: str) -> None:
    """No word like friendly or rude is needed where somebody of the house acts."""
    assert "service" in _themes(trade, text)


@pytest.mark.parametrize(
    ("trade", "text"),
    [
        ("software", "It was escalated, and that was in May."),
        ("shops", "The seller points to the maker and the maker to the seller."),
        ("games", "The answer was a link to a page I'd already read."),
        ("apps", "A developer wrote back and asked for my log."),
    ],
)
def test_what_became_of_a_question_is_support(trade: str, text: str) -> None:
    """Being answered, put off or passed on tells of support without its name."""
    assert "support" in _themes(trade, text)


@pytest.mark.parametrize("text", ["I told my sister it was a bargain.", "We call it a second home."])
def test_what_guests_say_is_no_communication(text: str) -> None:
    """Only what a business tells or keeps from its customers is."""
    assert "communication" not in _themes("hospitality", text)


@pytest.mark.parametrize("text", ["Nobody thought of telling us the pool was closed.", "They deleted my comment."])
def test_what_is_kept_from_customers_is_communication(text: str) -> None:
    """Not being told is, and so is being silenced."""
    assert "communication" in _themes("shops", text)


def test_food_is_a_theme_of_deliveries_where_it_is_judged() -> None:
    """What is only named of a theme that another trade lends is no mention."""
    assert "food" not in _themes("delivery", "The bag held bread and soup.")
    assert "food" in _themes("delivery", "The soup was delicious.")
    assert "food" in _themes("hospitality", "We had the soup, then the soup again.")


@pytest.mark.parametrize("text", ["Outlasted two vacuum cleaners.", "Ten years old and still going."])
def test_what_lasts_is_reliable(text: str) -> None:
    """How long a thing holds is reliability, how it is made quality."""
    assert "reliability" in _themes("shops", text)
    assert "quality" not in _themes("shops", text)


@pytest.mark.parametrize(
    ("trade", "theme"),
    [("hospitality", "service"), ("health", "bedside_manner"), ("software", "support"), ("finance", "support")],
)
def test_praise_of_somebody_by_name_is_how_people_are_treated(trade: str, theme: str) -> None:
    """Nothing else needs to be told beside it."""
    assert theme in _themes(trade, "Many thanks to Ottilie.")
    assert not _themes(trade, "We met Ottilie.")


@pytest.mark.parametrize(
    ("trade", "text", "theme", "other"),
    [
        ("hospitality", "They let us have the key before noon.", "check_in", "service"),
        ("hospitality", "The room was noisy.", "noise", "room"),
        ("games", "Every ranked match has cheaters.", "cheating", "matchmaking"),
        ("games", "It plays well with a pad.", "controls", "gameplay"),
        ("finance", "They charge a fee for each transfer.", "fees", "transfer"),
    ],
)
def test_the_more_special_theme_of_a_clause_is_meant(trade: str, text: str, theme: str, other: str) -> None:
    """Who acts, or the thing around it, is only the setting."""
    found = _themes(trade, text)

    assert theme in found
    assert other not in found
