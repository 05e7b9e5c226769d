"""The business in a line of JSON: what it may hold, and how what it must not hold is told."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.businesses import business, businesses, goodwill
from reviewwatch.config.values import fits, kind_of
from reviewwatch.errors import ConfigError
from reviewwatch.reply.given import business_of
from reviewwatch.types import Business, Contact, Fact, FactKind, Macro, Profile, Remedy

DESK = {"id": "desk", "entity": "front desk", "attribute": "hours", "value": "07:00-23:00"}
MAIL = {"id": "mail", "email": "desk@harbor-inn.example"}


def told(row: object) -> list[str]:
    """Return the problems of a business as they are told."""
    with pytest.raises(ConfigError) as refused:
        business_of(row)
    return [str(problem) for problem in refused.value.problems]


def test_a_business_holds_all_that_a_reply_may_say() -> None:
    """Every key of the format arrives; dates are days, and everything is public unless it says otherwise."""
    row = json.loads("""
        {"name": "Harbor Inn", "profile": "hospitality", "person": "I", "sign_off": "Ines", "avoid": ["rest assured"],
         "time_zone": "Europe/Lisbon", "brand": "harbor", "listing": "quay", "listing_name": "The Quay",
         "contacts": [{"id": "mail", "email": "desk@harbor-inn.example", "platforms": ["yelp"], "languages": ["en"]}],
         "facts": [{"id": "desk", "entity": "front desk", "attribute": "hours", "value": "07:00-23:00",
                    "valid_from": "2026-03-01", "valid_to": null, "public": false, "source": "manual"}],
         "remedies": [{"id": "bill", "say": "we look at the bill", "themes": ["price"], "owner": "desk", "days": 2}],
         "macros": [{"id": "quiet", "text": "Thank you.", "themes": ["noise"], "lang": "de"}]}
    """)

    actual = business_of(row)

    assert actual == Business(
        brand_id="harbor",
        name="Harbor Inn",
        sign_off="Ines",
        listing_id="quay",
        listing_name="The Quay",
        profile=Profile.HOSPITALITY,
        person="I",
        avoid=("rest assured",),
        time_zone="Europe/Lisbon",
        facts=(
            Fact(
                fact_id="desk",
                entity="front desk",
                attribute="hours",
                value="07:00-23:00",
                kind=FactKind.HOURS,
                valid_from=date(2026, 3, 1),
                is_public=False,
                source="manual",
            ),
        ),
        remedies=(
            Remedy(remedy_id="bill", say="we look at the bill", themes=("price",), owner="desk", days=2),
        ),
        contacts=(
            Contact(contact_id="mail", email="desk@harbor-inn.example", platforms=("yelp",), languages=("en",)),
        ),
        macros=(Macro(macro_id="quiet", text="Thank you.", themes=("noise",), lang="de"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([], "`business` must be an object"),
        ({"fact": []}, "`business.fact` is not a key of a business; did you mean `facts`?"),
        ({"facts": {}}, "`business.facts` must be a list of objects"),
        ({"facts": ["x"]}, "`business.facts[0]` must be an object"),
        (
            {"facts": [DESK, {**DESK, "id": "two", "valid_form": "2026-01-01"}]},
            "`business.facts[1].valid_form` is not a ",
        ),
        (
            {"facts": [{**DESK, "valid_from": "1.3.2026"}]},
            '`business.facts[0].valid_from` must be a day such as "2026-',
        ),
        ({"facts": [{**DESK, "valid_from": "2026-02-30"}]}, "`business.facts[0].valid_from` must be a day"),
        ({"facts": [{**DESK, "valid_from": 20260301}]}, "`business.facts[0].valid_from` must be a day"),
        (
            {"facts": [{**DESK, "valid_from": "2026-03-02", "valid_to": "2026-03-01"}]},
            "`business.facts[0].valid_to` is before valid_from",
        ),
        ({"facts": [{**DESK, "value": 7}]}, "`business.facts[0].value` must be text"),
        ({"facts": [{**DESK, "value": " "}]}, "`business.facts[0].value` must not be empty"),
        ({"facts": [{**DESK, "kind": "money"}]}, "`business.facts[0].value` must be an amount with its currency"),
        ({"facts": [{**DESK, "kind": "hour"}]}, "`business.facts[0].kind` must be one of: hours, time"),
        ({"facts": [{**DESK, "public": "no"}]}, "`business.facts[0].public` must be true or false"),
        ({"facts": [DESK, DESK]}, "`business.facts[1].id` stands twice: `desk`"),
        ({"facts": [{"id": "desk", "entity": "desk", "value": "22"}]}, "`business.facts[0].attribute` is missing"),
        (
            {"remedies": [{"id": "a", "say": "we look", "days": -1}]},
            "`business.remedies[0].days` must be a whole number",
        ),
        (
            {"remedies": [{"id": "a", "say": "we look", "themes": "price"}]},
            "`business.remedies[0].themes` must be a list",
        ),
        ({"contacts": [{"id": "a"}]}, "`business.contacts[0]` must have exactly one of email, phone and url"),
        ({"contacts": [{**MAIL, "phone": "01632 960117"}]}, "`business.contacts[0]` must have exactly one of"),
        ({"macros": [{"id": "a"}]}, "`business.macros[0].text` is missing"),
        ({"profile": "hotel"}, "`business.profile` must be one of: general, hospitality"),
        ({"person": "they"}, "`business.person` must be we or I"),
        ({"time_zone": "Europe/Nowhere"}, "`business.time_zone` is no time zone"),
        ({"time_zone": "../../etc/passwd"}, "`business.time_zone` is no time zone"),
    ],
)
def test_a_problem_is_told_with_its_key(row: object, said: str) -> None:
    """Each thing wrong is one row that names where it stands in the line."""
    (problem,) = told(row)

    assert problem.startswith(said)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (
            {"platforms": ["google_bussiness", "yelp"]},
            "names no platform that reviewwatch knows: `google_bussiness`; did you mean `google_business`?",
        ),
        ({"platforms": ["Yelp"]}, "names no platform that reviewwatch knows: `Yelp`; did you mean `yelp`?"),
        (
            {"platforms": ["Google Business"]},
            "names no platform that reviewwatch knows: `Google Business`; did you mean `google_business`?",
        ),
        ({"platforms": ["q"]}, "names no platform that reviewwatch knows: `q`"),
        ({"languages": ["english"]}, "names no language of two letters that reviewwatch knows: `english`"),
    ],
)
def test_a_contact_for_a_place_that_is_none_is_refused(contact: dict[str, Any], said: str) -> None:
    """It would silently be named nowhere; what was likely meant is told, here as in a config."""
    with pytest.raises(ConfigError) as refused:
        business_of({"contacts": [{**MAIL, **contact}]}, "yelp")
    assert [one.clause for one in refused.value.problems] == [said]


def test_all_problems_are_told_at_once() -> None:
    """Nobody mends a line twice."""
    assert len(told({"profile": 3, "facts": [{}], "remedies": [{"id": 1, "say": "we look"}], "zzz": 1})) == 7


def test_an_empty_business_is_one() -> None:
    """A line may say that nothing is known, and that is no problem."""
    assert business_of({}) == Business(brand_id="given", name="")


def test_contacts_of_other_places_are_left_out() -> None:
    """A contact that names its places is for those alone; one that names none is for all."""
    row = {"contacts": [{**MAIL, "platforms": ["yelp"]}, {"id": "line", "phone": "01632 960117"}]}

    ids = [[contact.contact_id for contact in business_of(row, place).contacts] for place in ("yelp", "steam", "")]

    assert ids == [["mail", "line"], ["line"], ["mail", "line"]]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("00:00-24:00", "hours"),
        ("15:00", "time"),
        ("25:00", "text"),
        ("£12 per person", "money"),
        ("12,50 € per night", "money"),
        ("EUR 12", "money"),
        ("free", "money"),
        ("yes", "yes_no"),
        ("2-4 working days", "range"),
        ("48 hours before arrival", "number"),
        ("1.2 km", "number"),
        ("Route 412", "text"),
        ("2026-11-02", "text"),
        ("4.2.1, 3 May: sign-in changed", "text"),
        ("up to 14 days after we receive the item", "text"),
    ],
)
def test_a_value_without_a_kind_shows_it(value: str, kind: str) -> None:
    """A line need not name the kind of a fact; what could be two things is text."""
    assert kind_of(value) is FactKind(kind)


@given(st.text(max_size=30))
def test_a_value_always_fits_the_kind_found_for_it(value: str) -> None:
    """Whatever is written, the kind that is found for it takes it, and blank is the only thing that none takes."""
    assert fits(kind_of(value), value) or not value.strip() or not value.isprintable()


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just(DESK),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "facts", "contacts", "email", "remedies", "say", "avoid"]), below)
    ),
    max_leaves=9,
)


@given(JSON_VALUES)
def test_any_json_is_a_business_or_refused(row: Any) -> None:
    """Whatever stands in the line, nothing but a named problem comes of it."""
    with suppress(ConfigError):
        assert isinstance(business_of(row), Business)


def test_the_invented_businesses_keep_apart() -> None:
    """Each listing of the sets has its own facts and those of its brand, and nothing of another brand."""
    pier = business("larkmoor", "pier", "tripadvisor")

    assert {fact.fact_id.split(".")[0] for fact in pier.facts} == {"pier", "larkmoor"}
    assert [contact.contact_id for contact in pier.contacts] == ["larkmoor.mail"]
    assert (pier.profile, pier.time_zone, pier.listing_name) == (
        Profile.HOSPITALITY,
        "Europe/London",
        "The Pier House, Brindle Bay",
    )
    assert len(businesses()) == 15
    assert "a fruit basket on a later stay" in goodwill("larkmoor")
    with pytest.raises(KeyError):
        business("oddfern", "pier", "tripadvisor")


def test_help_and_things_may_be_named_in_other_languages() -> None:
    """By a code of two letters; anything else is told."""
    row = {
        "facts": [{**DESK, "names": {"de": "die Rezeption"}}],
        "remedies": [{"id": "bill", "say": "we look at the bill", "translations": {"fr": "nous regardons la facture"}}],
    }
    made = business_of(row)

    assert made.facts[0].names == (("de", "die Rezeption"),)
    assert made.remedies[0].say_in("fr") == "nous regardons la facture"
    assert made.remedies[0].say_in("de") == ""
    for wrong in ("die Rezeption", {"deutsch": "die Rezeption"}, {"de": 4}):
        assert "names" in told({"facts": [{**DESK, "names": wrong}]})[0]
