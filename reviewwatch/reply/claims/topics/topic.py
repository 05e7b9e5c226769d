"""What the facts of a business are about, and the words that reviews have for it. Made once per business."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import Final

from reviewwatch.config.values import kind_of
from reviewwatch.reply.claims.topics.predicates import PRESENCE, Predicate, predicate_of
from reviewwatch.reply.claims.topics.words import Phrase, Thing, phrase, thing_of
from reviewwatch.reply.claims.values.amounts import DAY_NAMES, UNITS, Amount
from reviewwatch.reply.claims.values.found import value_of
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import stem
from reviewwatch.types import Fact, FactKind


class Family(StrEnum):
    """How claims about a topic are worded and compared."""

    HOURS = "hours"
    FROM = "from"
    UNTIL = "until"
    PRICE = "price"
    THRESHOLD = "threshold"
    YES_NO = "yes_no"
    QUANTITY = "quantity"
    COUNT = "count"
    OLDEST = "oldest"
    LATEST = "latest"
    DAYS = "days"
    LIST = "list"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """One entity and attribute, with all facts about it.

    Attributes:
        names: Phrases of the entity, `nouns` those of the attribute where it names a thing of its own.
        head: Last word of the entity, which stands for it once it was named.
        needs_noun: The attribute's noun must be named, too: the cable of a lamp.
        needs_entity: The entity must be named; not for "languages: number", where the noun is the entity.
        predicate: Of yes_no: how the property is said.
        dimension, sides: Of a quantity: "length", and the words for the side measured: wide, across.
        per: Of a price by time.
        weekday: That the entity names.
        items: That the facts list.
    """

    entity: str
    attribute: str
    family: Family
    facts: tuple[Fact, ...]
    names: frozenset[Phrase]
    head: str = ""
    nouns: frozenset[Phrase] = frozenset()
    does: frozenset[Phrase] = frozenset()
    lacks: frozenset[Phrase] = frozenset()
    needs_noun: bool = False
    is_business: bool = False
    predicate: Predicate | None = None
    dimension: str = ""
    sides: frozenset[str] = frozenset()
    per: str = ""
    weekday: str = ""
    items: frozenset[Phrase] = frozenset()
    words: frozenset[str] = field(default_factory=frozenset)


_UNTIL: Final = listed("until till by latest deadline end ends closes last before cutoff close closing out")
_VERSIONS: Final = frozenset(["version", "os", "release", "build"])
_LIMITS: Final = frozenset(["minimum", "min", "oldest", "requires", "required", "needed", "lowest", "from"])
_THRESHOLD: Final = frozenset(["from", "over", "above", "threshold", "starting"])
_SIDES: Final = {
    "width": "wide width across broad breadth wider narrow narrower", "depth": "deep depth deeper",
    "height": "high tall height higher taller", "size": "big size",
    "length": "long length longer", "weight": "heavy weigh weighs weight",
    "distance": "away distance walk far from off drive",
    "diameter": "diameter across", "thickness": "thick thickness", "radius": "radius within far out up",
    "speed": "speed fast slow", "capacity": "capacity holds hold", "temperature": "temperature warm cold degrees",
}  # fmt: skip
"""By the attribute: the words that say which side is meant. Another side's word means another fact."""
ALL_SIDES: Final = frozenset(word for words in _SIDES.values() for word in words.split()[:2]) - {
    "away",
    "up",
    "capacity",
    "holds",
}
_BUSINESS: Final = frozenset(["support", "customer support", "customer service", "help desk"])
_LISTS: Final = frozenset(
    stem(word)
    for word in [
        "formats",
        "format",
        "payment",
        "methods",
        "languages",
        "types",
        "brands",
        "sizes",
        "colors",
        "colours",
        "options",
        "cards",
        "payments",
        "kinds",
        "platforms",
        "browsers",
        "currencies",
        "flavors",
        "flavours",
        "areas",
        "cities",
    ]
)


@lru_cache(maxsize=64)
def topics_of(facts: tuple[Fact, ...]) -> tuple[Topic, ...]:
    """Return the topics of a business, in the order of its facts; kept for the last businesses asked about."""
    ordered = sorted(enumerate(facts), key=lambda one: (_key(one[1]), one[0]))
    groups = [[fact for _, fact in rows] for _, rows in groupby(ordered, key=lambda one: _key(one[1]))]
    return tuple(_topic(rows) for rows in groups)


def _key(fact: Fact) -> tuple[str, str]:
    return fact.entity.casefold().strip(), fact.attribute.casefold().strip()


def family_of(fact: Fact) -> Family:
    """Return how the claims about a fact are worded, by its kind, its value's shape and its attribute's words."""
    words = frozenset(phrase(fact.attribute)) | frozenset(fact.attribute.casefold().split())
    kind = kind_of(fact.value.strip()) if fact.kind is FactKind.TEXT else fact.kind
    if kind in (FactKind.HOURS, FactKind.YES_NO):
        return Family.HOURS if kind is FactKind.HOURS else Family.YES_NO
    if kind is FactKind.TIME:
        return Family.UNTIL if words & _UNTIL or "last" in phrase(fact.entity) else Family.FROM
    if kind is FactKind.MONEY:
        is_threshold = words & _THRESHOLD or (fact.entity.casefold().startswith("free ") and "value" in words)
        return Family.THRESHOLD if is_threshold else Family.PRICE
    return _by_value(fact, words)


def _by_value(fact: Fact, words: frozenset[str]) -> Family:
    entity = frozenset(phrase(fact.entity))
    value = value_of(fact.value)
    if fact.value.casefold().strip() in PRESENCE:
        return Family.YES_NO
    if value is not None and value.sign in "DQ":
        return Family.DAYS if value.sign == "D" else Family.QUANTITY
    if value is not None and value.sign == "N" and fact.value.strip()[:1].isdigit():
        return _of_number(entity | words, words, value)
    is_list = value is None and len(fact.value) < _MAX_LIST and {stem(word) for word in words | entity} & _LISTS
    return Family.LIST if is_list else Family.OTHER


_MAX_LIST: Final = 120
"""Characters; what is longer is a text and no list."""


def _of_number(words: frozenset[str], attribute: frozenset[str], value: Amount) -> Family:
    if words & {"latest", "newest", "current"}:
        return Family.LATEST
    if attribute & _LIMITS and words & (_VERSIONS | {"ios", "android", "macos", "windows"}):
        return Family.OLDEST
    return Family.COUNT if _is_whole(value) else Family.OTHER


def _is_whole(value: Amount) -> bool:
    return value.low == int(value.low) and "-20" not in value.text


def _topic(facts: Sequence[Fact]) -> Topic:
    fact = facts[0]
    family = family_of(fact)
    rest = _content(fact, family)
    thing = thing_of(fact.entity)
    counted = fact.value.split()[1:] if family is Family.COUNT and not rest else []
    nouns, needs_noun = _nouns(rest or counted[:1], family)
    value = value_of(fact.value)
    base = _with_base(fact, family, thing)
    return Topic(
        entity=fact.entity,
        attribute=fact.attribute,
        family=family,
        facts=tuple(facts),
        names=base.names | _proper(fact.entity) | _by_time(fact) | _turned(fact.entity),
        head=_head(fact.entity),
        nouns=nouns.names
        | frozenset(phrase(one) for word in rest for one in _NOUN_WORDS.get(word, "").split(", ") if one),
        does=base.does | (nouns.does if needs_noun else frozenset()),
        lacks=base.lacks,
        needs_noun=needs_noun,
        is_business=base.is_business or fact.entity.casefold() in _BUSINESS,
        predicate=predicate_of(fact.attribute) if family is Family.YES_NO else None,
        dimension=value.unit if value is not None and value.sign == "Q" else "",
        sides=_sides(fact.attribute),
        per=_per(fact.attribute) or (value.per if value is not None and value.sign == "M" else ""),
        weekday=next((DAY_NAMES[word] for word in fact.entity.casefold().split() if word in DAY_NAMES), ""),
        items=_items(facts) if family is Family.LIST else _tongues(fact) if family is Family.COUNT else frozenset(),
        words=frozenset(phrase(f"{fact.entity} {fact.attribute} {' '.join(counted)}")),
    )


_TONGUES: Final = listed("english german french spanish italian dutch portuguese polish swedish turkish russian")


def _tongues(fact: Fact) -> frozenset[Phrase]:
    """Return what "in English only" is said with, where a fact counts languages."""
    is_counted = "language" in phrase(fact.entity) + phrase(fact.attribute)
    return frozenset((name,) for name in _TONGUES) if is_counted else frozenset()


def _items(facts: Iterable[Fact]) -> frozenset[Phrase]:
    return frozenset(phrase(part) for fact in facts for part in items_of_list(fact.value))


def items_of_list(words: str) -> tuple[str, ...]:
    """Return the items of a fact that lists some: "CSV and PDF"."""
    return tuple(part.strip() for part in re.split(r",|;|/|\band\b|\bor\b|&", words.casefold()) if part.strip())


def _with_base(fact: Fact, family: Family, thing: Thing) -> Thing:
    """Add what a threshold is said of: delivery that is free from an amount on."""
    if family is not Family.THRESHOLD or not fact.entity.casefold().startswith("free "):
        return thing
    bare = thing_of(fact.entity[5:])
    return Thing(thing.names | bare.names, thing.does | bare.does, thing.lacks)


_PLANS: Final = frozenset(["plan", "pro", "premium", "subscription", "membership", "pass", "version", "tier", "ticket"])


def _by_time(fact: Fact) -> frozenset[Phrase]:
    """Return what a plan is called by its time: the yearly plan."""
    per = _per(fact.attribute)
    if per not in ("month", "year") or not _PLANS & set(phrase(fact.entity)):
        return frozenset()
    times = ("yearly", "annual") if per == "year" else ("monthly",)
    return frozenset(
        (time, noun)
        for time in times
        for noun in ("plan", "subscription", "pass", "membership", "price", "fee", "option")
    )


_LINKS: Final = ("for", "with", "to", "of", "on", "in", "by")


def _turned(entity: str) -> frozenset[Phrase]:
    """Return a name of two words in the order that speech may give them: lessons online, a line for the phone."""
    words = phrase(entity)
    if len(words) != 2 or not all(word.isalpha() for word in words):
        return frozenset()
    first, second = words
    return frozenset({(second, first), *((second, link, first) for link in _LINKS)})


def _head(entity: str) -> str:
    """Return what a named thing is: the shelf of a "Corran shelf"; "the order" says too little of a minimum order."""
    words = phrase(entity)
    return words[-1] if len(words) > 1 and entity[:1].isupper() else ""


def _proper(entity: str) -> frozenset[Phrase]:
    """Return the names within an entity that stand for it alone: "Corran" for a "Corran shelf"."""
    words = entity.split()
    if len(words) < 2:
        return frozenset()
    return frozenset(phrase(word) for word in words if word[:1].isupper() and word.casefold() not in DAY_NAMES)


_COMMON: Final[dict[Family, str]] = {
    Family.HOURS: "hour opening open time staffed service business reception",
    Family.FROM: "from start starts opens open time earliest begins hour at",
    Family.UNTIL: "until till by latest deadline end ends time closes close last hour at before closing order",
    Family.PRICE: "price cost fee charge amount rate tariff value per total regular standard rental hire due",
    Family.THRESHOLD: "from order value over above minimum threshold price cost amount starting free",
    Family.QUANTITY: "window time length duration period free until distance limit notice minimum maximum max min size "
    "radius"
    " width depth height weight capacity diameter speed long up to within valid validity deadline "
    "from per number amount walk"
    " share percentage level frequency turnaround lead processing delay waiting wait delivery "
    "temperature thickness drive age fee",
    Family.COUNT: "number count quantity total how many amount of limit maximum minimum max size included",
    Family.OLDEST: "minimum version min oldest requires required needed lowest from os system",
    Family.LATEST: "number version latest newest current release",
    Family.DAYS: "closed on open day days off weekday closing opening",
    Family.LIST: "accepted available offered supported",
}
_NOUN_WORDS: Final = {
    "return": "come back, came back, get it back, back, returned, refunded, release, released, repaid, give it "
"back, pay it back,"
    " hand it back, sit on, hold on to, hang on to, keep, give back, pay back, hand back, get back, see it again",
    "answer": ("answer, reply, respond, response, get back to you, hear back, write back, come back to you, hear "
"from them"),
    "repair": "mend, fix, repaired, fixed, mended",
    "hold": "held, hold, keep, kept, save, saved, wait for you, reserved",
    "cable": "cord, lead, flex, wire",
    "warranty": "guarantee, guaranteed, cover, covered",
    "deposit": "deposit, down payment",
    "lane": "lane",
}  # fmt: skip
"""What the noun of an attribute is called besides."""


def _content(fact: Fact, family: Family) -> list[str]:
    common = frozenset(_COMMON.get(family, "").split())
    units = frozenset(UNITS) | {"person", "stay", "night", "head", "once", "guest", "visit", "order", "item", "hour"}
    words = [
        word
        for word in phrase(fact.attribute)
        if word not in common - {"per"} and word not in ("in", "of", "the", "for", "a")
    ]
    if family is Family.PRICE and "per" in words:
        words = words[: words.index("per")]  # "per season" says how it is paid, and names no other thing
    return [word for word in words if not (family in (Family.PRICE, Family.QUANTITY) and word in units)]


def _nouns(rest: Sequence[str], family: Family) -> tuple[Thing, bool]:
    """Return what an attribute names beyond its family's own words."""
    if not rest or family in (Family.YES_NO, Family.OTHER):
        return Thing(), False
    thing = thing_of(" ".join(rest))
    return thing, True


def _sides(attribute: str) -> frozenset[str]:
    words = [word for word in attribute.casefold().split() if word in _SIDES]
    return frozenset(word for side in words for word in _SIDES[side].split())


def _per(attribute: str) -> str:
    words = attribute.casefold().split()
    for name, per in (
        ("month", "month"),
        ("monthly", "month"),
        ("year", "year"),
        ("yearly", "year"),
        ("annual", "year"),
    ):
        if name in words:
            return per
    for name in ("night", "week", "day", "hour", "person", "stay", "term", "season"):
        if f"per {name}" in attribute.casefold() or f"{name}ly" in words:
            return name
    return ""


_SMALL: Final = listed(
    "the a an and or for to in on at of by it they them your you their our his her with out up get go be eat from"
    " that this"
)
"""Words within names that name nothing."""


def names_in(topics: Iterable[Topic]) -> frozenset[str]:
    """Return all words that the topics go by."""
    return frozenset(word for topic in topics for name in topic.names | topic.nouns for word in name) - _SMALL
