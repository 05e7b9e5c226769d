"""Read what a brand says of itself out of a config: contacts, facts, remedies, macros, for all of it or a part.

Loaded only for a brand that has any of it: a list of reviews needs none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any, Final

from reviewwatch.config.known import Goodwill, Part
from reviewwatch.config.lines import KeyPath
from reviewwatch.config.names import PLATFORMS
from reviewwatch.config.reader import Reader
from reviewwatch.config.values import fits, kind_of, shape_of
from reviewwatch.types.business import Contact, Fact, FactKind, Macro, Remedy

_EMAIL: Final = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+")
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()/.-]{3,30}[0-9]")
_URL: Final = re.compile(r"https?://[^\s/@]+\.?[^\s]*")
_WAYS: Final = {
    "email": (_EMAIL, "a mail address"),
    "phone": (_PHONE, "a phone number"),
    "url": (_URL, "an https address"),
}
_FIRST: Final = date.min
_LAST: Final = date.max


def read_brand(reader: Reader, brand_id: str) -> dict[str, Any]:
    """Return the values of a brand's tables, by the names that they have in `Brand`."""
    path = ("brands", brand_id)
    own = _own(reader, "brands.*", path)
    goodwill = tuple(_goodwill(reader, (*path, "goodwill"), name) for name in reader.ids((*path, "goodwill")))
    listings = {name: _part(reader, "listings", path, name) for name in reader.ids((*path, "listings"))}
    platforms = {name: _part(reader, "platforms", path, name) for name in reader.ids((*path, "platforms"))}
    _refuse_unknown_platforms(reader, (*path, "platforms"), platforms)
    _refuse_goodwill_said(reader, path, goodwill, own["remedies"], own["macros"])
    for table, parts in (("listings", listings), ("platforms", platforms)):
        for name, part in parts.items():
            _refuse_goodwill_said(reader, (*path, table, name), goodwill, part.remedies, part.macros)
    return {**own, "goodwill": goodwill, "listings": listings, "platforms": platforms}


def _refuse_unknown_platforms(reader: Reader, path: KeyPath, platform_ids: Iterable[str]) -> None:
    """Refuse tables that are named after no place."""
    for name in platform_ids:
        if name not in PLATFORMS:
            reader.refuse((*path, name), "names no platform that reviewwatch knows", name, PLATFORMS)


def folded(text: str) -> str:
    """Return a text as two spellings of one thing are compared."""
    return " ".join(text.casefold().split())


def says_goodwill(text: str, gesture: Goodwill) -> bool:
    """Say whether a text names a private gesture, by its id or by what it is."""
    words = f" {_plain(text)} "
    return any(f" {_plain(name)} " in words for name in (gesture.goodwill_id, gesture.say) if _plain(name))


def _own(reader: Reader, pattern: str, path: KeyPath) -> dict[str, Any]:
    facts = tuple(_fact(reader, pattern, (*path, "facts", name)) for name in reader.ids((*path, "facts")))
    _refuse_contradictions(reader, (*path, "facts"), facts)
    return {
        "contacts": tuple(
            _contact(reader, pattern, (*path, "contacts", one)) for one in reader.ids((*path, "contacts"))
        ),
        "facts": facts,
        "remedies": tuple(
            _remedy(reader, pattern, (*path, "remedies", one)) for one in reader.ids((*path, "remedies"))
        ),
        "macros": tuple(_macro(reader, pattern, (*path, "macros", one)) for one in reader.ids((*path, "macros"))),
    }


def _part(reader: Reader, table: str, brand: KeyPath, part_id: str) -> Part:
    pattern, path = f"brands.*.{table}.*", (*brand, table, part_id)
    return Part(part_id=part_id, **reader.section(pattern, path), **_own(reader, pattern, path))


def _fact(reader: Reader, pattern: str, path: KeyPath) -> Fact:
    values = reader.made(f"{pattern}.facts.*", path, entity="", attribute="", value="")
    kind, value = values.pop("kind", None), values["value"]
    if kind is not None and value and not fits(FactKind(kind), value):
        reader.refuse((*path, "value"), f"must be {shape_of(FactKind(kind))}")
    begin, end = values.get("valid_from"), values.get("valid_to")
    if begin and end and end < begin:
        reader.refuse((*path, "valid_to"), f"is before valid_from, {begin}")
    is_public = values.pop("public", True)
    return Fact(fact_id=path[-1], kind=FactKind(kind) if kind else kind_of(value), is_public=is_public, **values)


def _remedy(reader: Reader, pattern: str, path: KeyPath) -> Remedy:
    values = reader.made(f"{pattern}.remedies.*", path, say="")
    return Remedy(remedy_id=path[-1], is_public=values.pop("public", True), **values)


def _macro(reader: Reader, pattern: str, path: KeyPath) -> Macro:
    return Macro(macro_id=path[-1], **reader.made(f"{pattern}.macros.*", path, text=""))


def _contact(reader: Reader, pattern: str, path: KeyPath) -> Contact:
    values = reader.section(f"{pattern}.contacts.*", path)
    if len(values.keys() & _WAYS) != 1:
        reader.refuse(path, "must have exactly one of email, phone and url")
    for key, (shape, what) in _WAYS.items():
        if key in values and not shape.fullmatch(str(values[key])):
            reader.refuse((*path, key), f"must be {what}, as a reviewer would use it")
    return Contact(contact_id=path[-1], **values)


def _goodwill(reader: Reader, parent: KeyPath, goodwill_id: str) -> Goodwill:
    path = (*parent, goodwill_id)
    values = reader.made("brands.*.goodwill.*", path, say="")
    if values.pop("conditional_on_review", False):
        reader.refuse(
            (*path, "conditional_on_review"),
            "must be false: nothing may be given on condition of a review or its sentiment (16 CFR 465.4)",
        )
    return Goodwill(goodwill_id=goodwill_id, **values)


def _refuse_contradictions(reader: Reader, path: KeyPath, facts: Iterable[Fact]) -> None:
    """Refuse the later written of two facts that say different things of one day."""
    for first, second in contradictions(facts):
        day = max(first.valid_from or _FIRST, second.valid_from or _FIRST)
        since = f"from {day} on" if day > _FIRST else "at the same time"
        reader.refuse(
            (*path, second.fact_id),
            f"says `{second.value}` of {second.entity}, {second.attribute}, and `{first.fact_id}` says `{first.value}` "
            f"{since}; end one with valid_to",
        )


def contradictions(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield the pairs of facts that give one entity and attribute two values on some day, in the order given."""
    by_topic: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_topic[folded(fact.entity), folded(fact.attribute)].append(fact)
    for (entity, _), same in by_topic.items():
        for first, second in combinations(same, 2):
            if entity and folded(first.value) != folded(second.value) and _overlap(first, second):
                yield first, second


def _overlap(first: Fact, second: Fact) -> bool:
    return max(first.valid_from or _FIRST, second.valid_from or _FIRST) <= min(
        first.valid_to or _LAST, second.valid_to or _LAST
    )


def _refuse_goodwill_said(
    reader: Reader, path: KeyPath, goodwill: Sequence[Goodwill], remedies: Sequence[Remedy], macros: Iterable[Macro]
) -> None:
    """Refuse public texts that are named after a private gesture, or name it."""
    texts = [(("remedies", one.remedy_id), "say", one.say) for one in remedies]
    texts += [(("remedies", one.remedy_id), "translations", text) for one in remedies for _, text in one.translations]
    texts += [(("macros", one.macro_id), "text", one.text) for one in macros]
    for gesture in goodwill:
        for where, key, text in texts:
            if _plain(where[-1]) == _plain(gesture.goodwill_id):
                reader.refuse((*path, *where), f"is named as the goodwill `{gesture.goodwill_id}`, which is private")
            elif says_goodwill(text, gesture):
                why = f"names the goodwill `{gesture.goodwill_id}`, which is private and never stands in a reply"
                reader.refuse((*path, *where, key), why)


def _plain(text: str) -> str:
    """Return the words of a text or id, so that `fruit-basket` and "a Fruit basket!" hold the same."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
