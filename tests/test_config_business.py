"""What a brand knows, read from a config and put together for one listing on one place."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch import config
from reviewwatch.assess import topics
from reviewwatch.config import names
from reviewwatch.config.business import business, of_listing
from reviewwatch.config.known import Goodwill, Limits, Part
from reviewwatch.config.load import _KNOWLEDGE
from reviewwatch.reply import platforms
from reviewwatch.types import Business, Contact, Fact, FactKind, Macro, Profile, Remedy
from tests.configs import problems

INNS = """\
[brands.inn]
name = "Harbor Inn"
sign_off = "Your front desk"
profile = "hospitality"
time_zone = "Europe/Lisbon"
avoid = ["rest assured"]
[brands.inn.contacts.desk]
email = "desk@harbor-inn.example"
languages = ["en", "pt"]
[brands.inn.contacts.line]
phone = "+44 20 7946 0123"
platforms = ["google_business"]
[brands.inn.facts.desk-hours]
entity = "front desk"
attribute = "hours"
value = "07:00-23:00"
valid_from = 2025-03-01
source = "house manual"
[brands.inn.facts.plan]
entity = "pool"
attribute = "opens"
value = "2027-05-01"
public = false
[brands.inn.remedies.bill]
say = "our accounts desk can go through the bill with you"
themes = ["price", "moorings"]
owner = "accounts"
days = 3
[brands.inn.macros.lift]
text = "Thank you.\\nThe lift is under repair."
themes = ["accessibility"]
[brands.inn.goodwill.fruit-basket]
say = "a basket of pears"
needs_role = "lead"

[brands.inn.listings.quay]
name = "The Quay"
time_zone = "Europe/Madrid"
avoid = ["unfortunately"]
[brands.inn.listings.quay.contacts.desk]
email = "quay@harbor-inn.example"
[brands.inn.listings.quay.facts.quay-hours]
entity = "Front  Desk"
attribute = "hours"
value = "00:00-24:00"
valid_from = 2026-01-01
valid_to = 2026-01-31
[brands.inn.listings.quay.remedies.bill]
say = "the quay's own desk can look at the bill"

[brands.inn.platforms.google_play]
sign_off = ""
person = "I"
[brands.inn.platforms.google_play.contacts.app]
url = "https://harbor-inn.example/app"

[brands.lodge]
name = "Forest Lodge"
[brands.lodge.contacts.ranger]
phone = "01632 960117"

[themes.moorings]
words = "mooring"

[sources.quay]
brand = "inn"
connector = "memory"
listing = "quay"
[sources.inn]
brand = "inn"
connector = "memory"
[sources.lodge]
brand = "lodge"
connector = "memory"
"""


def load(text: str, tmp_path: Path) -> config.Config:
    """Load a config from its text."""
    return config.load_text(text, tmp_path / "reviewwatch.toml")


def test_a_brand_says_what_its_config_holds(tmp_path: Path) -> None:
    """Every table becomes values; what is private is no part of them, and contacts of other places are left out."""
    actual = business(load(INNS, tmp_path), "inn", "tripadvisor")

    assert actual == Business(
        brand_id="inn",
        name="Harbor Inn",
        sign_off="Your front desk",
        profile=Profile.HOSPITALITY,
        time_zone="Europe/Lisbon",
        avoid=("rest assured",),
        contacts=(Contact(contact_id="desk", email="desk@harbor-inn.example", languages=("en", "pt")),),
        facts=(
            Fact(
                fact_id="desk-hours",
                entity="front desk",
                attribute="hours",
                value="07:00-23:00",
                kind=FactKind.HOURS,
                valid_from=date(2025, 3, 1),
                source="house manual",
            ),
            Fact(fact_id="plan", entity="pool", attribute="opens", value="2027-05-01", is_public=False),
        ),
        remedies=(
            Remedy(
                remedy_id="bill",
                say="our accounts desk can go through the bill with you",
                themes=("price", "moorings"),
                owner="accounts",
                days=3,
            ),
        ),
        macros=(
            Macro(macro_id="lift", text="Thank you.\nThe lift is under repair.", themes=("accessibility",), lang="en"),
        ),
    )


def test_a_listing_inherits_and_the_nearer_wins(tmp_path: Path) -> None:
    """Under one id the listing's stands; its voice replaces the brand's, words to avoid are those of both."""
    actual = business(load(INNS, tmp_path), "quay", "tripadvisor")

    assert (actual.listing_id, actual.listing_name, actual.name) == ("quay", "The Quay", "Harbor Inn")
    assert (actual.sign_off, actual.time_zone) == ("Your front desk", "Europe/Madrid")
    assert actual.avoid == ("unfortunately", "rest assured")
    assert [contact.text for contact in actual.contacts] == ["quay@harbor-inn.example"]
    assert [remedy.say for remedy in actual.remedies] == ["the quay's own desk can look at the bill"]


def test_a_nearer_fact_hides_a_farther_one_while_it_is_valid(tmp_path: Path) -> None:
    """Before and after the listing's own fact, that of the brand holds; in between it does not."""
    facts = business(load(INNS, tmp_path), "quay", "").facts
    days = [date(2025, 2, 28), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)]

    said = [
        [fact.value for fact in facts if fact.entity.casefold().startswith("front") and fact.holds_on(day)]
        for day in days
    ]

    assert said == [[], ["07:00-23:00"], ["00:00-24:00"], ["00:00-24:00"], ["07:00-23:00"]]


def test_a_nearer_fact_under_the_same_id_replaces_the_farther_one(tmp_path: Path) -> None:
    """Whatever it is about: two facts of one id could not be told apart in a licence."""
    text = (
        "[brands.inn.facts.desk]\nentity = 'desk'\nattribute = 'hours'\nvalue = '07:00-23:00'\n"
        "[brands.inn.listings.quay.facts.desk]\nentity = 'desk'\nattribute = 'floor'\nvalue = 'ground floor'\n"
    )

    facts = of_listing(load(text, tmp_path).brands["inn"], "quay", "").facts

    assert [fact.value for fact in facts] == ["ground floor"]


def test_a_place_has_the_last_word(tmp_path: Path) -> None:
    """A voice and contacts for one place come before those of listing and brand; an empty sign-off is none."""
    actual = business(load(INNS, tmp_path), "quay", "google_play")

    assert (actual.sign_off, actual.person) == ("", "I")
    assert [contact.contact_id for contact in actual.contacts] == ["app", "desk"]


def test_nothing_of_one_brand_is_said_for_another(tmp_path: Path) -> None:
    """Each source speaks for its brand alone, and with several brands an unknown source for nobody."""
    loaded = load(INNS, tmp_path)

    lodge, unknown = business(loaded, "lodge", "yelp"), business(loaded, "file:old.csv", "yelp")

    assert lodge == Business(
        brand_id="lodge", name="Forest Lodge", contacts=(Contact(contact_id="ranger", phone="01632 960117"),)
    )
    assert unknown == Business(brand_id="", name="")


def test_an_imported_file_speaks_for_the_only_brand(tmp_path: Path) -> None:
    """With one brand there is no doubt whose the reviews are; a listing of it is not guessed."""
    loaded = load('[brands.inn]\nname = "Inn"\n[brands.inn.listings.quay]\nname = "Quay"', tmp_path)

    actual = business(loaded, "file:old.csv", "yelp")

    assert (actual.name, actual.listing_id) == ("Inn", "")


def test_goodwill_is_kept_apart(tmp_path: Path) -> None:
    """The config knows the gesture, and no value that a reply is made of has a place for it."""
    gesture = load(INNS, tmp_path).brands["inn"].goodwill

    assert gesture == (Goodwill(goodwill_id="fruit-basket", say="a basket of pears", needs_role="lead"),)
    assert not any("goodwill" in field.name for field in fields(Business))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[facts.a]\nentity = 'desk'\nattribute = 'hours'", "line 1: `brands.inn.facts.a.value` is missing"),
        ("[facts.a]\nentity = 'desk'\natribute = 'hours'\nvalue = 'x'", "`brands.inn.facts.a.attribute` is missing; "),
        (
            "[facts.a]\nentity = 'desk'\nattribute = 'hours'\nvalue = '9-17'\nkind = 'hours'",
            "line 4: `brands.inn.facts.a.value` must be hours such as 07:00-23:00",
        ),
        (
            "[facts.a]\nentity = 'bed'\nattribute = 'price'\nvalue = '12'\nkind = 'money'",
            "line 4: `brands.inn.facts.a.value` must be an amount with its currency",
        ),
        (
            "[facts.a]\nentity = 'door'\nattribute = 'shuts'\nvalue = '25:00'\nkind = 'time'",
            "line 4: `brands.inn.facts.a.value` must be a time of day such as 15:00",
        ),
        (
            "[facts.a]\nentity = 'bed'\nattribute = 'price'\nvalue = '£12'\nkind = 'mony'",
            "line 5: `brands.inn.facts.a.kind` names no kind of fact that reviewwatch knows: `mony`; there are: ",
        ),
        (
            "[facts.a]\nentity = 'bed'\nattribute = 'x'\nvalue = 'y'\nvalid_from = 2026-03-02\nvalid_to = 2026-03-01",
            "line 6: `brands.inn.facts.a.valid_to` is before valid_from, 2026-03-02",
        ),
        (
            "[facts.a]\nentity = 'bed'\nattribute = 'x'\nvalue = 'y'\nvalid_from = '2.3.2026'",
            "line 5: `brands.inn.facts.a.valid_from` must be a day such as 2026-03-01",
        ),
        (
            "[facts.a]\nentity = 'bed'\nattribute = 'x'\nvalue = 'y'\nvalid_from = '2026-02-30'",
            "line 5: `brands.inn.facts.a.valid_from` must be a day such as 2026-03-01",
        ),
        (
            "[facts.a]\nentity = 'bed'\nattribute = 'x'\nvalue = 'y'\nvalid_from = 2026-03-02T10:00:00",
            "line 5: `brands.inn.facts.a.valid_from` must be a day such as 2026-03-01",
        ),
        ("[remedies.a]\nsay = 'we look'\nthemes = ['prise']", "line 3: `brands.inn.remedies.a.themes` names no theme"),
        ("[remedies.a]\nsay = 'we look'\ndays = -1", "line 3: `brands.inn.remedies.a.days` must be at least 0"),
        ("[macros.a]\ntext = 'Thank you.'\nlang = 'english'", "line 3: `brands.inn.macros.a.lang` names no language"),
        ("[macros.a]\ntext = \"Thank\\u001b you.\"", "`brands.inn.macros.a.text` must be text in quotes, of "),
        ("[contacts.a]", "`brands.inn.contacts.a` must have exactly one of email, phone and url"),
        ("[contacts.a]\nlanguages = ['en']", "`brands.inn.contacts.a` must have exactly one of email, phone and url"),
        ("[contacts.a]\nemail = 'a@b.example'\nphone = '01632 960117'", "`brands.inn.contacts.a` must have exact"),
        (
            "[contacts.a]\nemail = 'a@b.example'\nplatforms = ['gogle_play']",
            "line 3: `brands.inn.contacts.a.platforms` names no platform that reviewwatch knows: `gogle_play`; did",
        ),
        ("[contacts.a]\nemail = 'a@b.example'\nlanguages = 'xx'", "`brands.inn.contacts.a.languages` names no lang"),
        (
            "[goodwill.a]\nsay = 'pears'\nconditional_on_review = true",
            "line 3: `brands.inn.goodwill.a.conditional_on_review` must be false: nothing may be given on condition of "
            "a review or its sentiment (16 CFR 465.4)",
        ),
        (
            "[goodwill.fruit-basket]\nsay = 'pears'\n[brands.inn.remedies.fruit_basket]\nsay = 'we look'",
            "line 3: `brands.inn.remedies.fruit_basket` is named as the goodwill `fruit-basket`",
        ),
        (
            "[goodwill.fruit-basket]\nsay = 'pears'\n[brands.inn.remedies.a]\nsay = 'we send a Fruit basket'",
            "line 4: `brands.inn.remedies.a.say` names the goodwill `fruit-basket`, which is private",
        ),
        (
            "[goodwill.a1]\nsay = 'two pears'\n[brands.inn.macros.a]\ntext = 'Have two pears!'",
            "line 4: `brands.inn.macros.a.text` names the goodwill `a1`",
        ),
        (
            "[goodwill.a1]\nsay = 'two pears'\n[brands.inn.listings.x.remedies.a]\nsay = 'take two pears'",
            "line 4: `brands.inn.listings.x.remedies.a.say` names the goodwill `a1`",
        ),
        ("[listings.quay]\nnam = 'Quay'", "line 2: `brands.inn.listings.quay.nam` is not a key that reviewwatch"),
        ("[listings.quay.goodwill.a]\nsay = 'x'", "line 1: `brands.inn.listings.quay.goodwill` is not a key"),
        ("[listings.quay]\nprofile = 'hotel'", "names no profile that reviewwatch knows: `hotel`; there are: fi"),
        ("[listings.quay]\ntime_zone = 'Europe/Lisboa'", "must be a time zone such as"),
        ("[listings.quay.facts.a]\nentity = 'x'", "listings.quay.facts.a.attribute` is missing"),
        ("[platforms.gogle_play]", "line 1: `brands.inn.platforms.gogle_play` names no platform that reviewwatch"),
        ("[platforms.google_play]\nprofile = 'legal'", "line 2: `brands.inn.platforms.google_play.profile` is "),
        ("[facts]\na = 3", "line 2: `brands.inn.facts.a` must be a table"),
    ],
)  # fmt: skip
def test_a_problem_of_what_a_brand_knows_is_told_with_key_and_line(tmp_path: Path, text: str, said: str) -> None:
    """Nothing that a reply would stand on is taken half: each problem says where it is and what would do."""
    found = problems(tmp_path, text.replace("[", "[brands.inn.", 1))

    assert said in str(found[0])


def test_two_facts_may_not_say_different_things_of_one_day(tmp_path: Path) -> None:
    """The later written one is refused, with the other and the first day on which both would hold."""
    text = """\
[brands.inn.facts.old]
entity = "Front desk"
attribute = "hours"
value = "08:00-20:00"
[brands.inn.facts.new]
entity = "front desk"
attribute = "Hours"
value = "07:00-23:00"
valid_from = 2026-03-01
"""
    (found,) = problems(tmp_path, text)

    assert (found.line, found.key) == (5, "brands.inn.facts.new")
    assert "`old` says `08:00-20:00` from 2026-03-01 on; end one with valid_to" in found.why


@pytest.mark.parametrize(
    "change",
    [
        'value = "08:00-20:00"\nvalid_to = 2026-02-28',
        'value = "07:00-23:00"',
    ],
)
def test_facts_may_follow_each_other_or_say_the_same(tmp_path: Path, change: str) -> None:
    """A fact that ended before the other began is no contradiction, and neither is one value twice."""
    text = f"""\
[brands.inn.facts.old]
entity = "front desk"
attribute = "hours"
{change}
[brands.inn.facts.new]
entity = "front desk"
attribute = "hours"
value = "07:00-23:00"
valid_from = 2026-03-01
"""
    assert len(load(text, tmp_path).brands["inn"].facts) == 2


def test_a_day_may_stand_in_quotes(tmp_path: Path) -> None:
    """Many write it so, and nobody can mean anything else."""
    text = "[brands.inn.facts.a]\nentity = 'bed'\nattribute = 'x'\nvalue = 'y'\nvalid_to = '2026-03-02'"

    assert load(text, tmp_path).brands["inn"].facts[0].valid_to == date(2026, 3, 2)


def test_a_source_names_a_listing_of_its_own_brand(tmp_path: Path) -> None:
    """A listing that is not there is refused with the nearest; another brand's is not there."""
    head = "[brands.inn.listings.quay]\n[brands.lodge.listings.hut]\n[sources.a]\nconnector = 'memory'\nbrand = 'inn'\n"

    (near,) = problems(tmp_path, f"{head}listing = 'quai'")
    (other,) = problems(tmp_path, f"{head}listing = 'hut'")

    assert (near.key, near.line, near.nearest) == ("sources.a.listing", 6, "quay")
    assert "names no listing of the brand `inn`; there are: quay" in other.why


def test_limits_of_a_place_are_read(tmp_path: Path) -> None:
    """A team that knows better writes only what differs; a place or a ban that is unknown is refused."""
    loaded = load("[platforms.tripadvisor]\nlimit = 3000\nbans = ['offers']\nchecked_on = 2026-11-01", tmp_path)

    assert loaded.platforms == {
        "tripadvisor": Limits(platform_id="tripadvisor", limit=3000, bans=("offers",), checked_on=date(2026, 11, 1))
    }
    (place,) = problems(tmp_path, "[platforms.tripadviser]\nlimit = 3000")
    (ban,) = problems(tmp_path, "[platforms.yelp]\nbans = ['offer']")
    assert (place.key, place.line, place.nearest) == ("platforms.tripadviser", 1, "tripadvisor")
    assert (ban.key, ban.line, ban.nearest) == ("platforms.yelp.bans", 2, "offers")


def test_the_names_of_other_rooms_are_theirs() -> None:
    """Platforms, themes, profiles, kinds and bans that a config may name are those that there are."""
    assert set(names.PLATFORMS) == set(platforms.known_platforms())
    assert set(names.THEMES) == topics().themes
    assert tuple(Profile) == names.PROFILES
    assert tuple(FactKind) == names.FACT_KINDS
    assert tuple(platforms.Ban) == names.BANS
    assert tuple(platforms.Unit) == names.UNITS


def test_a_brand_without_knowledge_loads_no_reader_of_it() -> None:
    """A list of reviews of a plain config does not pay for facts: the names of the tables decide."""
    table_fields = {field.name for field in fields(config.Brand) if field.name in _KNOWLEDGE}
    script = (
        "import sys; from pathlib import Path; from reviewwatch import config; "
        "config.load_text('[brands.inn]\\nname = \"Inn\"', Path('reviewwatch.toml')); print(*sys.modules)"
    )

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    assert table_fields == _KNOWLEDGE
    assert "reviewwatch.config.load" in loaded
    assert not {"reviewwatch.config.knowledge", "reviewwatch.config.known", "reviewwatch.types.business"} & set(loaded)


DAYS = st.none() | st.dates(date(2025, 1, 1), date(2025, 1, 20))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date | None, date | None]:
    """Draw the first and last day of a fact."""
    begin, end = draw(DAYS), draw(DAYS)
    return (end, begin) if begin and end and end < begin else (begin, end)


@given(far=spans(), near=st.lists(spans(), max_size=2))
def test_on_each_day_one_level_speaks(
    far: tuple[date | None, date | None], near: list[tuple[date | None, date | None]]
) -> None:
    """Whatever the days are, the listing's facts count on those that have any, and the brand's on the others."""
    far_fact = fact("far", far)
    near_facts = tuple(fact(f"near{number}", span) for number, span in enumerate(near))
    part = Part(part_id="quay", facts=near_facts)
    brand = config.Brand(brand_id="inn", name="", facts=(far_fact,), listings={"quay": part})

    merged = of_listing(brand, "quay", "").facts

    for number in range(-2, 23):
        day = date(2025, 1, 1) + timedelta(days=number)
        mine = [one.fact_id for one in near_facts if one.holds_on(day)]
        assert [one.fact_id for one in merged if one.holds_on(day)] == (
            mine or (["far"] if far_fact.holds_on(day) else [])
        )


def fact(fact_id: str, span: tuple[date | None, date | None]) -> Fact:
    """Return a fact of one topic for some days."""
    return Fact(fact_id=fact_id, entity="desk", attribute="hours", value=fact_id, valid_from=span[0], valid_to=span[1])
