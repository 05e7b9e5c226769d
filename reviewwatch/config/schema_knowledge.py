"""The keys for what a brand says of itself: voice, facts, help, contacts, approved texts, for all of it or a part."""

from __future__ import annotations

from datetime import date
from typing import Final

from reviewwatch.config.keys import Key, Kind, Names, Section
from reviewwatch.config.names import BANS, FACT_KINDS, LANGUAGES, PERSONS, PLATFORMS, PROFILES, THEMES, UNITS

_PROFILES: Final = Names("profile", PROFILES)
_PLATFORMS: Final = Names("platform", PLATFORMS)
_LANGUAGES: Final = Names("language of two letters", LANGUAGES)
_THEMES: Final = Names("theme", THEMES, table="themes")

_IS_PUBLIC: Final = Key(name="public", kind=Kind.FLAG, help="May be said in a reply.", default=True)
_FOR_THEMES: Final = Key(
    name="themes",
    kind=Kind.TEXTS,
    help="The themes of a review that it is for; without them, all. `reviewwatch knowledge check` names those that "
    "have none.",
    example=["price", "billing"],
    of=_THEMES,
)

_PERSON: Final = Key(
    name="person",
    kind=Kind.TEXT,
    help="How it speaks of itself: we or I.",
    default="we",
    of=Names("person", PERSONS),
)
_AVOID: Final = Key(
    name="avoid",
    kind=Kind.TEXTS,
    help="Words and phrases that its replies never use; a listing and a place add to those of the brand.",
    example=["unfortunately", "rest assured"],
)

VOICE: Final = (
    Key(
        name="profile",
        kind=Kind.TEXT,
        help=f"What it must keep quiet about, by its trade's duties: {', '.join(PROFILES)}.",
        default="general",
        of=_PROFILES,
    ),
    Key(
        name="time_zone",
        kind=Kind.ZONE,
        help="Where it is: hours of a fact and the day of a review count in it.",
        default="UTC",
        example="Europe/Lisbon",
    ),
    _PERSON,
    _AVOID,
)
"""Keys of a brand beside its name and sign-off."""

CONTACTS: Final = Section(
    path="brands.*.contacts.*",
    help="Where an unhappy reviewer may write or call: exactly one of the three. The first contact is preferred; "
    "without any, replies offer none.",
    shown_id="default.desk",
    is_narrowed=True,
    keys=(
        Key(name="email", kind=Kind.TEXT, help="A mail address.", example="desk@harbor-inn.example"),
        Key(name="phone", kind=Kind.TEXT, help="A phone number, as it shall be read.", example="+44 20 7946 0123"),
        Key(name="url", kind=Kind.TEXT, help="A page.", example="https://harbor-inn.example/contact"),
        Key(
            name="platforms",
            kind=Kind.TEXTS,
            help="The places where it is named; without them, all that allow it.",
            example=["google_business", "tripadvisor"],
            of=_PLATFORMS,
        ),
        Key(
            name="languages",
            kind=Kind.TEXTS,
            help="The languages in which somebody answers there; without them, any.",
            example=["en", "pt"],
            of=_LANGUAGES,
        ),
    ),
)

KNOWLEDGE: Final = (
    Section(
        path="brands.*.facts.*",
        help="Something that is true of the business for a time. A claim of a review is corrected only where a fact "
        "valid on its day says otherwise. Of one entity and attribute at most one value is valid on a day.",
        shown_id="default.desk-hours",
        is_narrowed=True,
        keys=(
            Key(
                name="entity",
                kind=Kind.TEXT,
                help="What it is about, as reviewers call it.",
                is_required=True,
                example="front desk",
            ),
            Key(name="attribute", kind=Kind.TEXT, help="What of it.", is_required=True, example="hours"),
            Key(
                name="value",
                kind=Kind.TEXT,
                help="As it is said in a reply; hours are 07:00-23:00, an amount has its currency.",
                is_required=True,
                example="07:00-23:00",
            ),
            Key(
                name="kind",
                kind=Kind.TEXT,
                help=f"How the value is compared: {', '.join(FACT_KINDS)}. Without it, what the value looks like.",
                example="hours",
                of=Names("kind of fact", FACT_KINDS),
            ),
            Key(
                name="valid_from",
                kind=Kind.DAY,
                help="The first day on which it is true; without it, always was.",
                example=date(2026, 3, 1),
            ),
            Key(
                name="valid_to",
                kind=Kind.DAY,
                help="The last day on which it is true; without it, still is.",
                example=date(2027, 12, 31),
            ),
            _IS_PUBLIC,
            Key(name="source", kind=Kind.TEXT, help="Where it stands, for whoever checks it.", example="house manual"),
            Key(
                name="names",
                kind=Kind.BY_LANGUAGE,
                help="The entity in other languages, with its article, for replies in them.",
                example={"de": "die Rezeption", "fr": "la réception"},
                of=_LANGUAGES,
            ),
        ),
    ),
    Section(
        path="brands.*.remedies.*",
        help="Help that may be offered in a reply. Goods or money for a review are none: to offer them breaks the law.",
        shown_id="default.bill",
        is_narrowed=True,
        keys=(
            Key(
                name="say",
                kind=Kind.TEXT,
                help="A clause that stands in a reply as it is, without a capital in front and a stop behind.",
                is_required=True,
                example="our accounts desk can go through the bill with you",
            ),
            _FOR_THEMES,
            Key(name="owner", kind=Kind.TEXT, help="Who does it.", example="accounts"),
            Key(name="days", kind=Kind.COUNT, help="Within how many working days.", example=3, least=0),
            _IS_PUBLIC,
            Key(
                name="translations",
                kind=Kind.BY_LANGUAGE,
                help="The clause in other languages; replies in a language that does not stand here offer other help.",
                example={"de": "unsere Buchhaltung kann die Rechnung mit Ihnen durchgehen"},
                of=_LANGUAGES,
            ),
        ),
    ),
    Section(
        path="brands.*.macros.*",
        help="A text that somebody approved for use as it is; `reviewwatch knowledge import` takes them from a CSV.",
        shown_id="default.lift-works",
        is_narrowed=True,
        keys=(
            Key(
                name="text",
                kind=Kind.LINES,
                help="The whole reply or a part of it.",
                is_required=True,
                example="Thank you for telling us. The lift is under repair, and the desk carries bags up.",
            ),
            _FOR_THEMES,
            Key(
                name="lang",
                kind=Kind.TEXT,
                help="The language that it is in.",
                default="en",
                of=_LANGUAGES,
            ),
        ),
    ),
    Section(
        path="brands.*.goodwill.*",
        help="A private gesture that a person may make in a case. It never stands in a reply nor depends on a review.",
        shown_id="default.fruit-basket",
        keys=(
            Key(
                name="say",
                kind=Kind.TEXT,
                help="What it is.",
                is_required=True,
                example="a fruit basket on a later stay",
            ),
            Key(name="needs_role", kind=Kind.TEXT, help="Who may make it.", default="", example="lead"),
            Key(
                name="conditional_on_review",
                kind=Kind.FLAG,
                help="Always false: a gift for a review of some sentiment is unlawful (16 CFR 465.4).",
                default=False,
            ),
        ),
    ),
)

_SIGN_OFF: Final = Key(
    name="sign_off",
    kind=Kind.TEXT,
    help="The last line of its replies; without it, as its brand has it.",
    example="The Quay, Harbor Inn",
)
_NARROWER: Final = (
    "and tables `contacts`, `facts`, `remedies` and `macros` as a brand has them; the nearer one wins by id."
)

PARTS: Final = (
    Section(
        path="brands.*.listings.*",
        help="One location or product of a brand; `listing` of a source names it. It has all that its brand has, and "
        f"what stands here instead: {_NARROWER} A fact hides the brand's of the same entity and attribute while it is "
        "valid.",
        shown_id="default.quay",
        keys=(
            Key(name="name", kind=Kind.TEXT, help="Its name as it stands in a reply.", default="", example="The Quay"),
            _SIGN_OFF,
            *(
                Key(name=key.name, kind=key.kind, help=key.help, example=key.example or key.default, of=key.of)
                for key in VOICE
            ),
        ),
    ),
    Section(
        path="brands.*.platforms.*",
        help=f"What a brand says otherwise on one place, for all its listings: the keys below, {_NARROWER}",
        shown_id="default.google_play",
        keys=(
            _SIGN_OFF,
            *(
                Key(name=key.name, kind=key.kind, help=key.help, example=key.example or key.default, of=key.of)
                for key in (_PERSON, _AVOID)
            ),
        ),
    ),
)

LIMITS: Final = Section(
    path="platforms.*",
    help="What a place allows in a reply, where you know better than reviewwatch: only the keys that differ.",
    shown_id="tripadvisor",
    keys=(
        Key(name="limit", kind=Kind.COUNT, help="The longest reply.", example=3_000, least=1),
        Key(
            name="unit",
            kind=Kind.TEXT,
            help="What the limit counts: chars are Unicode code points, bytes are UTF-8.",
            example="chars",
            of=Names("unit", UNITS),
        ),
        Key(name="allows_links", kind=Kind.FLAG, help="Addresses of pages may stand in a reply.", example=True),
        Key(
            name="allows_contacts",
            kind=Kind.FLAG,
            help="Mail addresses and phone numbers may stand in a reply.",
            example=True,
        ),
        Key(
            name="bans",
            kind=Kind.TEXTS,
            help="What the place forbids beyond the law, instead of what ships.",
            example=["offers", "lists"],
            of=Names("ban", BANS),
        ),
        Key(
            name="source",
            kind=Kind.TEXT,
            help="Where the place says so.",
            example="the owner's help page",
        ),
        Key(
            name="checked_on",
            kind=Kind.DAY,
            help="When you read that; `reviewwatch doctor` asks again after 180 days.",
            example=date(2026, 11, 22),
        ),
    ),
)
