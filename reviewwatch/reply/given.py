"""The business that stands in a line of JSON: what `lint` and `draft` know of it where there is no config.

{"name"?, "profile"?, "person"?, "sign_off"?, "avoid"?, "time_zone"?, "brand"?, "listing"?, "listing_name"?,
 "contacts"?: [{"id", "email"|"phone"|"url", "platforms"?, "languages"?}],
 "facts"?: [{"id", "entity", "attribute", "value", "kind"?, "valid_from"?, "valid_to"?, "public"?, "source"?,
             "names"?: {"de": "die Rezeption"}}],
 "remedies"?: [{"id", "say", "themes"?, "owner"?, "days"?, "public"?, "translations"?: {"de": "…"}}],
 "macros"?: [{"id", "text", "themes"?, "lang"?}]}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from reviewwatch.config.knowledge import contradictions
from reviewwatch.config.names import LANGUAGES, PLATFORMS, nearest
from reviewwatch.config.values import fits, kind_of, shape_of
from reviewwatch.errors import ConfigError, ConfigProblem
from reviewwatch.types import Business, Contact, Fact, FactKind, Macro, Profile, Remedy

GIVEN: Final = "given"
"""The brand of a business that does not say whose it is."""

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

_Made = TypeVar("_Made")
_Choice = TypeVar("_Choice", bound=StrEnum)


def business_of(row: object, platform_id: str = "") -> Business:
    """Return the business that a line gives.

    Args:
        row: The value of `business` as JSON gives it. Dates may be `date`s, as TOML gives them.
        platform_id: Leaves out the contacts that are for other places; empty keeps all of them.

    Raises:
        ConfigError: With every problem: an unknown key, a wrong type, a bad date, `valid_to` before `valid_from`, a
            value that does not fit its kind, a contact without exactly one way, one id twice.
    """
    if not isinstance(row, Mapping):
        raise ConfigError((ConfigProblem("business", "must be an object"),))
    given = _Row(row, "business", [])
    business = Business(
        brand_id=given.text("brand", GIVEN) or GIVEN,
        name=given.text("name"),
        sign_off=given.text("sign_off"),
        listing_id=given.text("listing"),
        listing_name=given.text("listing_name"),
        profile=given.choice("profile", Profile) or Profile.GENERAL,
        person=_person(given),
        avoid=given.texts("avoid"),
        time_zone=_time_zone(given),
        facts=given.rows("facts", _fact),
        remedies=given.rows("remedies", _remedy),
        contacts=tuple(
            contact
            for contact in given.rows("contacts", _contact)
            if not (platform_id and contact.platforms) or platform_id in contact.platforms
        ),
        macros=given.rows("macros", _macro),
    )
    given.done()
    for first, second in contradictions(business.facts):
        why = f"says otherwise than `{first.fact_id}` on the same day; end one of them with `valid_to`"
        given.problems.append(ConfigProblem(f"business.facts.{second.fact_id}", why))
    if given.problems:
        raise ConfigError(tuple(given.problems))
    return business


class _Row:
    """One object of the line, the problems found so far, and the keys that were asked for."""

    def __init__(self, raw: Mapping[str, object], path: str, problems: list[ConfigProblem]) -> None:
        self.problems = problems
        self._raw = raw
        self._path = path
        self._asked: list[str] = []

    def refuse(self, key: str, why: str, nearest: str | None = None) -> None:
        self.problems.append(ConfigProblem(f"{self._path}.{key}" if key else self._path, why, nearest=nearest))

    def done(self) -> None:
        """Refuse the keys that nobody asked for."""
        for key in self._raw:
            if key not in self._asked:
                near = get_close_matches(str(key), self._asked, n=1)
                self.refuse(str(key), "is not a key of a business", near[0] if near else None)

    def text(self, key: str, default: str = "", *, is_required: bool = False) -> str:
        value = self._get(key)
        if value is None:
            if is_required:
                self.refuse(key, "is missing")
            return default
        if not isinstance(value, str) or (is_required and not value.strip()):
            self.refuse(key, "must be text" if not isinstance(value, str) else "must not be empty")
            return default
        return value

    def by_language(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return texts by ISO 639-1 code."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, Mapping) or not all(_is_text_of_language(*pair) for pair in value.items()):
            self.refuse(key, 'must be texts by language, such as {"de": "…"}')
            return ()
        return tuple((str(lang), str(text)) for lang, text in value.items())

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self.refuse(key, "must be a list of texts")
            return ()
        return tuple(value)

    def names(self, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
        given = self.texts(key)
        for name in given:
            if name not in known:
                self.refuse(key, f"names no {what} that reviewwatch knows: `{name}`", nearest(name, known))
        return given

    def flag(self, key: str, default: bool) -> bool:
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(key, "must be true or false")
        return value if isinstance(value, bool) else default

    def count(self, key: str) -> int | None:
        value = self._get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
            return value
        self.refuse(key, "must be a whole number")
        return None

    def day(self, key: str) -> date | None:
        value = self._get(key)
        if value is None or type(value) is date:
            return value
        found = _DAY.fullmatch(value) if isinstance(value, str) else None
        try:
            if found is not None:
                return date(*map(int, found.groups()))
        except ValueError:
            pass
        self.refuse(key, 'must be a day such as "2026-03-01"')
        return None

    def choice(self, key: str, of: type[_Choice]) -> _Choice | None:
        value = self.text(key)
        if not value:
            return None
        if value in list(of):
            return of(value)
        near = get_close_matches(value, [str(one) for one in of], n=1)
        self.refuse(key, f"must be one of: {', '.join(of)}", near[0] if near else None)
        return None

    def rows(self, key: str, make: Callable[[_Row, set[str]], _Made]) -> tuple[_Made, ...]:
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.refuse(key, "must be a list of objects")
            return ()
        rows = []
        for at, one in enumerate(value):
            if isinstance(one, Mapping):
                rows.append(_Row(one, f"{self._path}.{key}[{at}]", self.problems))
            else:
                self.refuse(f"{key}[{at}]", "must be an object")
        taken: set[str] = set()
        made = tuple(make(row, taken) for row in rows)
        for row in rows:
            row.done()
        return made

    def new_id(self, taken: set[str]) -> str:
        row_id = self.text("id", is_required=True)
        if row_id and row_id in taken:
            self.refuse("id", f"stands twice: `{row_id}`")
        taken.add(row_id)
        return row_id

    def _get(self, key: str) -> object:
        self._asked.append(key)
        return self._raw.get(key)


def _is_text_of_language(lang: object, text: object) -> bool:
    return isinstance(lang, str) and re.fullmatch("[a-z]{2}", lang) is not None and isinstance(text, str) and bool(text)


def _fact(row: _Row, taken: set[str]) -> Fact:
    fact_id = row.new_id(taken)
    value = row.text("value", is_required=True)
    kind = row.choice("kind", FactKind)
    if kind is not None and value and not fits(kind, value):
        row.refuse("value", f"must be {shape_of(kind)}")
    begin, end = row.day("valid_from"), row.day("valid_to")
    if begin is not None and end is not None and end < begin:
        row.refuse("valid_to", "is before valid_from")
    return Fact(
        fact_id=fact_id,
        entity=row.text("entity", is_required=True),
        attribute=row.text("attribute", is_required=True),
        value=value,
        kind=kind or kind_of(value),
        valid_from=begin,
        valid_to=end,
        is_public=row.flag("public", True),
        source=row.text("source"),
        names=row.by_language("names"),
    )


def _remedy(row: _Row, taken: set[str]) -> Remedy:
    return Remedy(
        remedy_id=row.new_id(taken),
        say=row.text("say", is_required=True),
        themes=row.texts("themes"),
        owner=row.text("owner"),
        days=row.count("days"),
        is_public=row.flag("public", True),
        translations=row.by_language("translations"),
    )


def _contact(row: _Row, taken: set[str]) -> Contact:
    ways = [row.text(way) for way in ("email", "phone", "url")]
    if sum(map(bool, ways)) != 1:
        row.refuse("", "must have exactly one of email, phone and url")
    email, phone, url = (way or None for way in ways)
    return Contact(
        contact_id=row.new_id(taken),
        email=email,
        phone=phone,
        url=url,
        platforms=row.names("platforms", PLATFORMS, "platform"),
        languages=row.names("languages", LANGUAGES, "language of two letters"),
    )


def _macro(row: _Row, taken: set[str]) -> Macro:
    return Macro(
        macro_id=row.new_id(taken),
        text=row.text("text", is_required=True),
        themes=row.texts("themes"),
        lang=row.text("lang", "en"),
    )


def _person(row: _Row) -> str:
    person = row.text("person", "we")
    if person not in ("we", "I"):
        row.refuse("person", "must be we or I")
    return person


def _time_zone(row: _Row) -> str:
    name = row.text("time_zone", "UTC")
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        row.refuse("time_zone", "is no time zone; name one such as Europe/London")
        return "UTC"
    return name
