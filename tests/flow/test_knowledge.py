"""What `knowledge check` finds in a config, and that it finds nothing where nothing is wrong."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewwatch import config
from reviewwatch.errors import ConfigError
from reviewwatch.flow.knowledge import Level, Noted, Seen, check, located

NOW = datetime(2026, 9, 15, 23, 30, tzinfo=UTC)

SOUND = """\
[brands.inn]
name = "Harbor Inn"
sign_off = "The Harbor Inn team"
trade = "hospitality"
avoid = ["rest assured"]
[brands.inn.contacts.desk]
email = "desk@harbor-inn.example"
[brands.inn.facts.desk-hours]
entity = "front desk"
attribute = "hours"
value = "07:00-23:00"
valid_to = 2026-12-31
source = "house manual"
[brands.inn.remedies.help]
say = "our front desk can look into it with you"
owner = "front desk"
days = 2
[brands.inn.macros.lift]
text = "Thank you for telling us about the lift. We are sorry for the stairs."
"""


def noted(text: str, seen: Seen | None = None, now: datetime = NOW) -> list[Noted]:
    """Return what a config is told."""
    path = Path("reviewwatch.toml")
    made = config.load_text(text, path)
    return located(check(made, (), now, seen or Seen()), text)


def test_a_sound_config_is_told_nothing() -> None:
    """Facts with a source and days left, help with an owner, texts that break no rule: there is nothing to say."""
    assert noted(SOUND) == []


@pytest.mark.parametrize(
    ("change", "level", "key", "what"),
    [
        (("2026-12-31", "2026-09-14"), "warn", "facts.desk-hours", "ended on 2026-09-14, and nothing is known of "),
        (("2026-12-31", "2026-10-10"), "warn", "facts.desk-hours", "ends on 2026-10-10, and nothing is known"),
        (('source = "house manual"', ""), "info", "facts.desk-hours", "names no source"),
        (('"07:00-23:00"', '"seven to eleven"'), "warn", "facts.desk-hours.value", "says `seven to eleven`, which no"),
        (('owner = "front desk"', ""), "warn", "remedies.help", "has no owner, so nobody keeps it"),
        (("days = 2", ""), "info", "remedies.help", "says not how soon"),
        (('it with you"', 'it with you."'), "warn", "remedies.help.say", "is no clause"),
        (("days = 2", 'days = 2\nthemes = ["price"]'), "info", "inn", "has no remedy for "),
        (("sorry for", "rest assured about"), "warn", "macros.lift.text", "uses `rest assured`, which its voice"),
        (
            ("We are sorry for the stairs.", "Change your review and we refund you."),
            "error",
            "macros.lift.text",
            "breaks G01 on Google Business Profile: ",
        ),
        (
            ('harbor-inn.example"', 'harbor-inn.example"\nplatforms = ["booking", "yelp"]'),
            "error",
            "contacts.desk.platforms",
            "Booking.com allows no reply with a mail address or phone number",
        ),
        (
            ('harbor-inn.example"', 'harbor-inn.example"\nplatforms = ["booking"]'),
            "warn",
            "contacts.desk.platforms",
            "leaves no place where the contact can be named",
        ),
        (('trade = "hospitality"', 'listings.quay.name = "Quay"'), "info", "listings.quay", "is named by no source"),
    ],
)  # fmt: skip
def test_each_flaw_is_told_with_level_key_and_line(change: tuple[str, str], level: str, key: str, what: str) -> None:
    """One change makes a sound config wrong, and the row says where and what."""
    text = SOUND.replace(*change)

    rows = [one for one in noted(text) if one.key.endswith(key) and one.what.startswith(what)]

    assert [one.level for one in rows] == [Level(level)]
    assert rows[0].line is not None
    assert key.rsplit(".", maxsplit=1)[-1] in text.splitlines()[rows[0].line - 1]


def test_a_fact_that_another_follows_has_not_run_out() -> None:
    """The old price may stand there beside the new one: it answers reviews of its days."""
    text = SOUND.replace("2026-12-31", "2026-08-31") + (
        "[brands.inn.facts.new-hours]\nentity = 'Front desk'\nattribute = 'hours'\nvalue = '08:00-20:00'\n"
        "valid_from = 2026-09-01\nsource = 'house manual'\n"
    )

    assert noted(text) == []


def test_a_day_ends_where_the_brand_is() -> None:
    """At 23:30 in London on the 15th it is the 16th in Tokyo, where a fact of the 15th has ended."""
    text = SOUND.replace("2026-12-31", "2026-09-15")
    there = text.replace("trade =", 'time_zone = "Asia/Tokyo"\ntrade =')

    assert [one.what.split(" ")[0] for one in (*noted(text), *noted(there))] == ["ends", "ended"]


def test_a_listing_that_says_otherwise_is_worth_knowing() -> None:
    """It wins there, and that may be a slip of the one who wrote it."""
    text = SOUND + (
        "[brands.inn.listings.quay.facts.quay-hours]\nentity = 'Front desk'\nattribute = 'hours'\n"
        "value = '08:00-20:00'\nsource = 'plan'\n[sources.quay]\nconnector = 'memory'\nlisting = 'quay'\n"
    )

    (row,) = noted(text)

    assert (row.level, row.key) == (Level.INFO, "brands.inn.listings.quay.facts.quay-hours")
    assert row.what == "says `08:00-20:00` where the brand's `desk-hours` says `07:00-23:00`; here it wins"


def test_what_reviewers_complain_of_is_held_against_what_is_known() -> None:
    """Of the themes that three or more unhappy reviews name, those without a remedy and a fact are warned of."""
    text = SOUND.replace("days = 2", 'days = 2\nthemes = ["price"]') + (
        "[brands.inn.facts.wifi]\nentity = 'wifi'\nattribute = 'price'\nvalue = 'free'\nsource = 'house manual'\n"
    )
    counted = Counter({"noise": 7, "price": 9, "wifi": 5, "bed": 2})

    rows = [one for one in noted(text, Seen(unhappy={"inn": counted})) if one.level is Level.WARN]

    assert [one.what for one in rows] == [
        "7 unhappy reviews of the last 90 days are about noise, without a remedy or a fact"
    ]


def test_a_place_without_a_contact_for_it_is_named() -> None:
    """Where reviews stand and a contact is allowed, the brand should have one; where none is allowed, it need not."""
    text = SOUND.replace('harbor-inn.example"', 'harbor-inn.example"\nplatforms = ["yelp"]')
    seen = Seen(platforms={"inn": frozenset({"yelp", "google_play", "booking"})})

    rows = noted(text, seen)

    assert [(one.key, one.what) for one in rows] == [
        ("brands.inn", "has no contact that a reply on Google Play could name")
    ]


def test_a_text_is_judged_where_it_may_stand() -> None:
    """A phone number in a macro is fine where the brand is seen and contacts are allowed, and not elsewhere."""
    text = SOUND.replace("We are sorry for the stairs.", "Please write to desk@harbor-inn.example.")
    calm = [one for one in noted(text, Seen(platforms={"inn": frozenset({"yelp"})})) if one.level is Level.ERROR]
    strict = [one for one in noted(text, Seen(platforms={"inn": frozenset({"booking"})})) if one.level is Level.ERROR]

    assert calm == []
    assert [one.key for one in strict] == ["brands.inn.macros.lift.text"]


def test_what_keeps_a_config_from_loading_comes_first() -> None:
    """Problems of the config are errors among the rest, so that one command tells everything."""
    text = SOUND + "[brands.inn.facts.also]\nentity = 'Front desk'\nattribute = 'hours'\nvalue = '08:00-20:00'\n"
    path = Path("reviewwatch.toml")
    with pytest.raises(ConfigError) as refused:
        config.load_text(text, path)

    rows = check(config.load_text(SOUND, path), refused.value.problems, NOW, Seen())

    assert [(one.level, one.key) for one in rows] == [(Level.ERROR, "brands.inn.facts.also")]


OF_THE_DESK = """
[brands.inn.facts.{id}]
entity = "Front  desk"
attribute = "hours"
value = "{value}"
source = "house manual"
{days}
"""


def told_of_days(*facts: tuple[str, str, str], where: str = "brands.inn") -> list[tuple[str, str]]:
    """Return key and clause of what is told of facts beside the sound config, whose own fact ends on 31 December."""
    text = SOUND + "".join(OF_THE_DESK.format(id=id_, value=value, days=days) for id_, value, days in facts)
    found = noted(text.replace("[brands.inn.facts.quay", f"[{where}.facts.quay"))
    return [(one.key.rpartition(".")[2], one.what) for one in found if one.level is Level.WARN]


@pytest.mark.parametrize(
    ("facts", "key", "what"),
    [
        (
            [("summer", "06:00-24:00", "valid_from = 2027-01-02")],
            "summer",
            "`desk-hours` ends on 2026-12-31, `summer` begins on 2027-01-02, and nothing is known of front desk, hours "
            "between",
        ),
        ([("summer", "06:00-24:00", "valid_from = 2027-01-01")], "", ""),
        ([("same", "07:00-23:00", "valid_from = 2026-02-01\nvalid_to = 2027-02-01")], "", ""),
        (
            [
                ("later", "06:00-24:00", "valid_from = 2027-06-01"),
                ("between", "08:00-20:00", "valid_from = 2027-01-01\nvalid_to = 2027-05-30"),
            ],
            "later",
            "`between` ends on 2027-05-30, `later` begins on 2027-06-01, and nothing is known of front desk, hours "
            "between",
        ),
    ],
)
def test_days_between_two_facts_of_one_thing_are_missed(facts: list[tuple[str, str, str]], key: str, what: str) -> None:
    """Whatever order they are written in; facts that meet, or that overlap with one value, leave nothing out."""
    assert told_of_days(*facts) == ([(key, what)] if key else [])


def test_a_fact_of_the_future_with_nothing_before_it_is_told() -> None:
    """Nothing is known today; of one that began already that is not said."""
    sound = SOUND.replace("valid_to = 2026-12-31", "valid_from = 2026-11-01")
    told = [one for one in noted(sound) if one.level is Level.WARN]
    assert [(one.key, one.what) for one in told] == [
        ("brands.inn.facts.desk-hours", "begins on 2026-11-01, and nothing is known of front desk, hours before that")
    ]
    assert noted(SOUND.replace("valid_to = 2026-12-31", "valid_from = 2026-09-01")) == []


def test_what_the_brand_knows_fills_the_days_of_a_listing() -> None:
    """A listing's fact that ends leaves the brand's, if there is one on the next day."""
    until = "valid_to = 2026-09-30"
    assert told_of_days(("quay", "08:00-20:00", until), where="brands.inn.listings.quay") == []
    after = [("quay", "08:00-20:00", until), ("from", "09:00-20:00", "valid_from = 2027-01-05")]
    assert [key for key, _ in told_of_days(*after, where="brands.inn.listings.quay")] == ["from"]
