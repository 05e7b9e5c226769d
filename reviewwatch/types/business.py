"""What a business may say of itself: its voice, dated facts, help that it may offer, and ways to reach it.

A private gesture (goodwill) is no part of it, so nothing that writes a reply can ever see one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Profile(StrEnum):
    """What a business must keep quiet about: the duties of its trade."""

    GENERAL = "general"
    HOSPITALITY = "hospitality"
    HEALTHCARE = "healthcare"
    LEGAL = "legal"
    FINANCE = "finance"


class FactKind(StrEnum):
    """How the value of a fact is read and compared."""

    HOURS = "hours"
    TIME = "time"
    MONEY = "money"
    NUMBER = "number"
    RANGE = "range"
    YES_NO = "yes_no"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is true of the business for a time.

    Attributes:
        entity, attribute, value: "front desk", "hours", "07:00-23:00"; hours are in the business's time zone.
        valid_from, valid_to: Both days included, None for no bound.
        is_public: May be spoken in a reply.
        source: Where it stands, for whoever checks it.
        names: The entity in other languages, by ISO 639-1 code, with its article: ("de", "die Rezeption").
    """

    fact_id: str
    entity: str
    attribute: str
    value: str
    kind: FactKind = FactKind.TEXT
    valid_from: date | None = None
    valid_to: date | None = None
    is_public: bool = True
    source: str = ""
    names: tuple[tuple[str, str], ...] = ()

    def holds_on(self, day: date) -> bool:
        """Say whether the fact is valid on a day."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Help that may be offered for some themes.

    Attributes:
        say: A clause that stands in a reply as it is: "we have passed this to the head of housekeeping".
        themes: As `assess` names them; empty for any.
        owner: Who does it, within `days` working days.
        is_public: May be named in a reply.
        translations: `say` in other languages, by ISO 639-1 code; in a language without one it is not offered.
    """

    remedy_id: str
    say: str
    themes: tuple[str, ...] = ()
    owner: str = ""
    days: int | None = None
    is_public: bool = True
    translations: tuple[tuple[str, str], ...] = ()

    def say_in(self, lang: str) -> str:
        """Return what stands in a reply in a language; empty where nobody wrote it in that language."""
        return self.say if lang == "en" else dict(self.translations).get(lang, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where a reviewer may write or call. Exactly one of the three is set.

    Attributes:
        platforms: The places where it may be named; empty for all that allow it.
        languages: Those in which somebody answers there (ISO 639-1); empty for any.
    """

    contact_id: str
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    platforms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The contact as it stands in a reply."""
        return self.email or self.phone or self.url or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """A text that somebody approved for use as it is.

    Attributes:
        themes: What it answers; empty for any.
        lang: ISO 639-1.
    """

    macro_id: str
    text: str
    themes: tuple[str, ...] = ()
    lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """All that may be said for one listing on one place: its brand's, its listing's and that place's, put together.

    Attributes:
        brand_id: Empty where it is not known whose the listing is; then nothing is known of it.
        name: As it stands in a reply.
        sign_off: The last line of a reply, empty for none.
        listing_id, listing_name: The place or product, empty where the brand has one alone.
        trade: What it deals in, of `config.TRADES`; empty where nobody said. What only others sell is not looked for.
        person: "we" or "I".
        avoid: Words and phrases that its voice does not use.
        time_zone: IANA name, for hours and for the day of a review.
        facts, remedies, contacts, macros: In order of preference; facts of all times.
    """

    brand_id: str
    name: str
    sign_off: str = ""
    listing_id: str = ""
    listing_name: str = ""
    profile: Profile = Profile.GENERAL
    person: str = "we"
    avoid: tuple[str, ...] = ()
    time_zone: str = "UTC"
    facts: tuple[Fact, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    contacts: tuple[Contact, ...] = ()
    macros: tuple[Macro, ...] = ()
    trade: tuple[str, ...] = ()
