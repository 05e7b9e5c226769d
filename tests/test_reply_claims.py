"""Claims of reviews beside dated facts: what is corrected, what is conceded, and what is never contested."""

from __future__ import annotations

import base64
import random
from datetime import UTC, date, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.claims import (
    LEAST_PRECISION,
    LEAST_RECALL,
    Case,
    open_cases,
    other_cases,
    rows,
    spoken_cases,
    wording_cases,
)
from reviewwatch.reply.claims import find, verdicts, verify
from reviewwatch.reply.given import business_of
from reviewwatch.reply.understood import Claim, Place, Verdict, VerdictKind
from reviewwatch.types import Business, Fact, Review, TextField
from tests.make import review

DESK = {
    "id": "desk.hours",
    "entity": "front desk",
    "attribute": "hours",
    "value": "07:00-23:00",
    "valid_from": "2026-03-01",
}
FACTS = (
    DESK,
    {"id": "breakfast", "entity": "breakfast", "attribute": "price", "value": "£14 per person"},
    {"id": "parking", "entity": "parking", "attribute": "price", "value": "free", "valid_to": "2025-05-31"},
    {
        "id": "parking.now",
        "entity": "parking",
        "attribute": "price",
        "value": "£10 per night",
        "valid_from": "2025-06-01",
    },
    {"id": "bar", "entity": "bar", "attribute": "hours", "value": "18:00-02:00"},
    {"id": "pets", "entity": "pets", "attribute": "allowed", "value": "no"},
    {"id": "lift", "entity": "lift", "attribute": "present", "value": "yes"},
    {"id": "checkin", "entity": "check-in", "attribute": "from", "value": "15:00"},
    {"id": "returns", "entity": "returns", "attribute": "window", "value": "30 days"},
    {"id": "delivery", "entity": "delivery", "attribute": "time", "value": "2-4 working days"},
    {"id": "closed", "entity": "restaurant", "attribute": "closed on", "value": "Monday"},
    {"id": "export", "entity": "export", "attribute": "formats", "value": "CSV and PDF"},
    {"id": "android", "entity": "android", "attribute": "minimum version", "value": "9"},
    {"id": "owner", "entity": "sauna", "attribute": "present", "value": "no", "public": False},
)


@cache
def place(*ids: str, time_zone: str = "Europe/London") -> Business:
    """Return an invented hotel with some of the facts above, or all of them; kinds are left to the values."""
    facts = [fact for fact in FACTS if not ids or fact["id"] in ids]
    return business_of({"name": "Harbor Inn", "time_zone": time_zone, "facts": facts})


def on(day: str, text: str, about: Business | None = None) -> list[tuple[str, str | None]]:
    """Return the verdicts on a review of a day, with the facts that decide them."""
    written = review(text=text, created_at=datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC))
    return [(str(one.kind), one.fact.fact_id if one.fact else None) for one in verdicts(written, about or place())]


def contested(text: str, day: str = "2026-06-01", about: Business | None = None) -> list[str | None]:
    """Return the facts with which a review would be corrected."""
    return [fact for kind, fact in on(day, text, about) if kind == VerdictKind.CONTRADICTED]


def kinds(text: str, day: str = "2026-06-01") -> set[str]:
    """Return the verdicts that say something."""
    return {kind for kind, _ in on(day, text)} - {"unknown"}


# The scenarios


def test_a_claim_after_the_fact_began_is_contradicted_with_that_fact() -> None:
    """Desk 07:00-23:00 from 1 March: "shut at 21:00" on 5 March gets that fact."""
    assert on("2026-03-05", "The desk was shut at 21:00.") == [("contradicted", "desk.hours")]
    assert on("2026-03-05", "Desk shut at 21:00, and the shower was cold.") == [("contradicted", "desk.hours")]


def test_a_claim_before_the_fact_began_is_not_contested() -> None:
    """On 20 February the fact says nothing yet."""
    assert on("2026-02-20", "The desk was shut at 21:00.") == [("unknown", None)]


def test_the_day_of_the_words_counts_before_the_day_of_the_review() -> None:
    """A stay in February told in March is judged by February, and a stay in March by March."""
    assert on("2026-03-20", "On 20 February the desk was shut at 21:00.") == [("unknown", None)]
    assert on("2026-03-20", "We were there on 5 March and the desk was shut at 21:00.") == [
        ("contradicted", "desk.hours")
    ]
    assert on("2026-03-20", "We stayed on 20 February. The desk was shut at 21:00.") == [("unknown", None)]


def test_without_the_fact_nothing_is_known() -> None:
    """A business that says nothing of its desk contests nothing."""
    assert contested("The desk was shut at 21:00.", about=place("breakfast")) == []


def test_without_a_day_nothing_is_contested() -> None:
    """A review without a date cannot be held beside dated facts."""
    assert [one.kind for one in verdicts(review(text="The desk was shut at 21:00.", created_at=None), place())] == [
        VerdictKind.UNKNOWN
    ]


def test_the_day_is_that_of_the_business() -> None:
    """Half past eleven at night in UTC is the next day in Tokyo, when the fact has begun."""
    late = review(text="The desk was shut at 21:00.", created_at=datetime(2026, 2, 28, 23, 30, tzinfo=UTC))
    assert [one.kind for one in verdicts(late, place(time_zone="Asia/Tokyo"))] == [VerdictKind.CONTRADICTED]
    assert [one.kind for one in verdicts(late, place(time_zone="UTC"))] == [VerdictKind.UNKNOWN]


# The sets


@cache
def _cases(name: str) -> tuple[Case, ...]:
    sets = {"open": open_cases, "other trades": other_cases, "wordings": wording_cases, "spoken": spoken_cases}
    return tuple(sets[name]())


@pytest.mark.parametrize("name", ["open", "other trades", "wordings", "spoken"])
def test_corrections_keep_their_marks(name: str) -> None:
    """Corrections are right to .99, claims to correct are found to .90, and nothing else is contested."""
    row = rows(name, _cases(name))[0]
    assert row.n_contested == 0
    assert row.precision >= LEAST_PRECISION
    assert row.recall >= LEAST_RECALL


def test_the_labelled_claims_by_themselves_are_verified() -> None:
    """Given what is claimed, the facts decide rightly but for one in a hundred, and contest nothing else."""
    row = rows("open", _cases("open"))[2]
    assert row.n_contested == 0
    assert row.n_verdicts_right >= 0.99 * row.n


# What counts as a statement


@pytest.mark.parametrize(
    "text",
    [
        "My sister says breakfast is £20.",
        "Breakfast is £20, according to the taxi driver.",
        "I think breakfast is £20.",
        "If breakfast were £20 I would skip it.",
        "Is breakfast £20?",
        "They charged me £20 for breakfast.",
        "My bill shows £20 for breakfast.",
        "Breakfast costs a million pounds.",
        "Breakfast is $20.",
        "Elsewhere breakfast is £20.",
        "Children's breakfast is £6.",
        "Two breakfasts are £28.",
        "The bar next door closes at nine.",
        "The pet food was £20.",
        "No dogs in the restaurant.",
        "The lift was out of order.",
        "Delivery takes three working days.",
        "Breakfast is dearer than last year.",
        "What a cheap breakfast, really.",
    ],
)
def test_what_states_nothing_of_the_house_is_not_contested(text: str) -> None:
    """Hearsay, guess, condition, question, one event, hyperbole, other money, places and things prove nothing."""
    assert contested(text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Breakfast sets you back twenty pounds.", "breakfast"),
        ("£20 each for breakfast!", "breakfast"),
        ("Breakfast is nothing special and it's £20 a head.", "breakfast"),
        ("They want about £30 per person for breakfast.", "breakfast"),
        ("The reception opens at half past nine in the morning.", "desk.hours"),
        ("Nobody at the desk after 8pm.", "desk.hours"),
        ("The bar closes at midnight.", "bar"),
        ("The bar is open until 4 am.", "bar"),
        ("Dogs are welcome here.", "pets"),
        ("There's no elevator.", "lift"),
        ("You can't check in until five.", "checkin"),
        ("You only have a fortnight for returns.", "returns"),
        ("Delivery takes two weeks, by their own rules.", "delivery"),
        ("The restaurant is shut on Thursdays.", "closed"),
        ("You can't export to PDF.", "export"),
        ("It needs Android 12 or newer.", "android"),
        ("They have a sauna.", "owner"),
    ],
)
def test_a_statement_that_a_fact_denies_is_contradicted(text: str, fact: str) -> None:
    """Prices, hours, times, spans, features, days, lists and versions, in words and figures, with units converted."""
    assert contested(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Breakfast is £14 each.",
        "Breakfast is about fifteen pounds.",
        "The desk closes at 11 pm.",
        "The desk opens at seven.",
        "The bar closes at two in the morning.",
        "They don't take dogs.",
        "The hotel has a lift.",
        "Check-in is from three in the afternoon.",
        "You have a month for returns.",
        "Delivery takes two to four working days.",
        "The restaurant is closed on Mondays.",
        "It runs on Android 11.",
        "Parking isn't free.",
    ],
)
def test_a_statement_that_a_fact_confirms_is_supported(text: str) -> None:
    """What is right is conceded."""
    assert kinds(text) == {"supported"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Breakfast? A tenner.", "breakfast"),
        ("Lovely staff, shame about the parking: £18 a night, and it's gravel.", "parking.now"),
        ("Check-in? Six in the evening.", "checkin"),
        ("Twenty pounds. That's what breakfast costs.", "breakfast"),
        ("Where's the lift? There isn't one.", "lift"),
        ("I had a long drive and learned that check-in is at six.", "checkin"),
        ("If you like animals you'll love it, dogs are allowed.", "pets"),
    ],
)
def test_a_statement_in_parts_is_one(text: str, fact: str) -> None:
    """What one clause or sentence names, and the next one says, belong together."""
    assert contested(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Breakfast? I had a tenner on me.",
        "Breakfast was fine. £10 for a sandwich, though.",
        "We paid for parking, £18.",
        "I hope that check-in is at six.",
        "My aunt, who stayed last spring and never lies, says breakfast is £20.",
        "The pub does breakfast for £9.",
        "We saved £20 on parking.",
        "We checked in at six, the traffic was bad.",
        "If you bring a dog parking is £20.",
        "The restaurant kept us in until nine.",
    ],
)
def test_parts_that_do_not_belong_together_say_nothing(text: str) -> None:
    """A bill, a hope, somebody else's offer or another thing stays uncontested beside what is named."""
    assert contested(text) == []


def test_what_was_right_once_is_outdated_and_not_contested() -> None:
    """An ended fact that agrees is softer than a newer one that does not."""
    assert on("2026-06-01", "Parking is free.") == [("outdated", "parking")]
    assert on("2026-06-01", "Parking used to be free.") == [("outdated", "parking")]


def test_what_is_told_of_the_past_is_not_contested_by_the_present() -> None:
    """Nobody knows what breakfast once cost."""
    assert contested("Breakfast used to be £9.") == []


def test_a_denial_is_read_to_the_end() -> None:
    """Two negations, or one around the whole, turn the statement."""
    assert contested("I can't say there's no lift.") == []
    assert kinds("I can't say parking is free.") == {"supported"}


def test_of_two_readings_the_kinder_one_counts() -> None:
    """Seven may be morning or evening: the desk does open at seven."""
    assert kinds("The desk opens at seven.") == {"supported"}
    assert contested("The desk closes at nine.") == ["desk.hours"]


# Places


def test_the_place_is_in_the_text_as_received() -> None:
    """Look-alikes, hidden signs and curly quotes are read, and the place leads back to what was written."""
    text = "Nice.\u200b The dеsk was “shut” at\u00a021:00."  # a Cyrillic letter
    written = review(text=text, created_at=datetime(2026, 3, 5, 12, tzinfo=UTC))
    (claim,) = find(written, place())
    assert text[claim.place.start : claim.place.end].startswith("dеsk was")
    assert text[claim.place.start : claim.place.end].endswith("21:00")


def test_each_field_is_read_by_itself() -> None:
    """Title and the two halves of a review have places of their own."""
    written = review(
        title="No lift!", text="Fine.", negative="Breakfast is £20.", created_at=datetime(2026, 6, 1, tzinfo=UTC)
    )
    assert [one.place.field for one in find(written, place())] == [TextField.TITLE, TextField.NEGATIVE]


# Verify by itself

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))


def _verdict(value: str, *, is_denied: bool, facts: list[Fact], day: date | None) -> Verdict:
    return verify(Claim("lift", "present", value, is_denied, Place(TextField.TEXT, 0, 4)), facts, day)


@given(start=DAYS, end=DAYS, day=DAYS, value=st.sampled_from(["yes", "no"]), said=st.sampled_from(["yes", "no"]))
def test_only_a_fact_of_the_day_contradicts(start: date, end: date, day: date, value: str, said: str) -> None:
    """Whatever the days: contradicted means that a fact valid then says otherwise, outdated that one ended before."""
    fact = Fact(
        fact_id="f",
        entity="Lift",
        attribute="Present",
        value=value,
        valid_from=min(start, end),
        valid_to=max(start, end),
    )
    verdict = _verdict(said, is_denied=False, facts=[fact], day=day)
    assert (verdict.kind is VerdictKind.CONTRADICTED) == (fact.holds_on(day) and said != value)
    assert (verdict.kind is VerdictKind.OUTDATED) == (day > max(start, end) and said == value)
    assert (verdict.fact is None) == (verdict.kind is VerdictKind.UNKNOWN)


@given(said=st.sampled_from(["yes", "no"]), is_denied=st.booleans())
def test_a_denied_yes_is_a_no(said: str, is_denied: bool) -> None:
    """Denying a value of yes or no is stating the other one."""
    fact = Fact(fact_id="f", entity="lift", attribute="present", value="yes")
    verdict = _verdict(said, is_denied=is_denied, facts=[fact], day=date(2026, 1, 1))
    assert (verdict.kind is VerdictKind.SUPPORTED) == ((said == "yes") != is_denied)


# Hostile input


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    """Any code points, lone surrogates too, give verdicts within the text or none."""
    written = review(title=text, text=text + "\ud800", created_at=datetime(2026, 6, 1, tzinfo=UTC))
    for one in verdicts(written, place()):
        assert 0 <= one.claim.place.start < one.claim.place.end <= len(written.field(one.claim.place.field))


OWN_WORDS = (
    "the desk breakfast is not no closed shut at nine 21:00 £20 free until open lift dogs , . ? - ' a of for per person"
    " half past Monday runs on android 9 two to days within deposit pool 5 March it and but there's can't"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(OWN_WORDS.split()), max_size=40))
def test_no_order_of_its_own_words_breaks_it(words: list[str]) -> None:
    """Its own words in any order give verdicts in the order of the text."""
    found = find(review(text=" ".join(words), created_at=datetime(2026, 6, 1, tzinfo=UTC)), place())
    assert [one.place.start for one in found] == sorted(one.place.start for one in found)


def test_a_megabyte_is_read_as_far_as_reviews_are() -> None:
    """What stands behind the first 20,000 characters is not read, however it is written."""
    noise = base64.b64encode(random.Random(1).randbytes(600_000)).decode()
    for part in ("not ", "9 to ", "breakfast ", ",", noise, "\ud83d\udc15"):
        text = (part * (1_000_000 // len(part))) + " Breakfast is £20."
        assert contested(text) == []


def test_a_business_without_facts_has_no_claims() -> None:
    """Nothing can be held beside nothing."""
    empty = business_of({"name": "Harbor Inn"})
    assert find(Review(listing_key="t:1", external_id="1", text="Breakfast is £20."), empty) == ()
