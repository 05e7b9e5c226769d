"""A fact as a clause: "the front desk is open from 07:00 to 23:00". Its value stands in it as configured."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reviewwatch.reply.frames import Frames
from reviewwatch.reply.frames.grammar import Words, expand, has
from reviewwatch.reply.frames.nouns import Noun, noun
from reviewwatch.types import Fact, FactKind

_HOURS: Final = re.compile(r"(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})")
_ALL_DAY: Final = frozenset({("00:00", "24:00"), ("0:00", "24:00"), ("00:00", "00:00")})
_PLACES: Final = re.compile(
    r"\b(?:desk|reception|pool|restaurant|bar|gym|spa|sauna|office|practice|shop|store|kitchen|caf[eé]|library|lobby"
    r"|clinic|branch|counter|garden|terrace|lounge)\b"
)
_WHEN: Final = re.compile(
    r"(?:(free|open|closed|possible|available) )?(from|until|till|on|before|after|within|up to)\b ?(.*)"
)
_PRICES: Final = re.compile(r"(?:price|cost)( per \w+)?")
_MEASURES: Final = {"length": "fact.long", "width": "fact.wide", "height": "fact.high", "distance": "fact.away"}
_TIME: Final = re.compile(r"\b(?:second|minute|hour|day|night|week|month|year)s?\b")
_COMES_WITH: Final = re.compile(r"(.+) included")
_NEEDED: Final = re.compile(r"(.+) (needed|required)")
_ARTICLE: Final = re.compile(r"^(?:the|der|die|das|el|la|los|las|le|les|o|a|os|as) |^l'")
_NUMBERS: Final = frozenset({FactKind.HOURS, FactKind.TIME, FactKind.MONEY, FactKind.NUMBER, FactKind.YES_NO})
"""Kinds of value that read alike in every language; "Monday" and "after lunch" do not."""
_UNIT: Final = re.compile(r"[^\W\d_]{4,}")
"""A word in a value, "12 nights": in another language, it would be English."""
_VOWEL: Final = re.compile(r"[aeiou]", re.IGNORECASE)


def clause(fact: Fact, frames: Frames, seed: int) -> str | None:
    """Return what a fact says, without capital and stop; None where the language has no words for it.

    In languages other than English a fact is spoken where its thing has a name in them, of our list or of its own, and
    its value reads alike in every language: nothing of it would be English.
    """
    words = _subject(fact, frames)
    if words is None:
        return None
    rule, texts = _rule(fact)
    if not has(frames, rule):
        return None
    is_foreign = frames.lang not in ("en", "gloss")
    if is_foreign and (fact.kind not in _NUMBERS or _UNIT.search(texts.get("value", ""))):
        return None
    bare = _ARTICLE.sub("", words.text)
    is_counted = words.text != bare and not words.is_plural
    texts |= {"bare": bare, "some": f"{_article(bare)} {bare}" if is_counted else bare}
    return expand(frames, rule, Words({"entity": words}, texts), seed)


def day_text(day: date, frames: Frames) -> str:
    """Return a day as the language writes it in a sentence: "1 February 2026"."""
    month = frames.phrases["months"].split()[day.month - 1]
    return frames.phrases["date"].format(day=day.day, month=month, year=day.year)


def _rule(fact: Fact) -> tuple[str, dict[str, str]]:
    """Return the rule that speaks a fact, and the words that it needs beside the thing itself."""
    attribute, value = " ".join(fact.attribute.lower().split()), fact.value.strip()
    if fact.kind is FactKind.HOURS and (hours := _HOURS.fullmatch(value)):
        return _hours(fact, hours.group(1), hours.group(2))
    if fact.kind is FactKind.YES_NO:
        return _yes_no(attribute, value.lower())
    if price := _PRICES.fullmatch(attribute):
        return _price(value, price.group(1))
    if when := _WHEN.fullmatch(attribute):
        return _when(when, value)
    return _measure(attribute, value)


def _measure(attribute: str, value: str) -> tuple[str, dict[str, str]]:
    if attribute == "length" and _TIME.search(value):
        return "fact.lasts", {"value": value}
    if attribute in _MEASURES:
        return _MEASURES[attribute], {"value": value}
    if value.isdecimal() and attribute != "number" and attribute.endswith("s"):
        return "fact.has", {"attribute": attribute, "value": value}
    return ("fact.number" if attribute == "number" else "fact.is"), {"attribute": attribute, "value": value}


def _price(value: str, per: str | None) -> tuple[str, dict[str, str]]:
    if value.lower() == "free":
        return "fact.free", {}
    return "fact.price", {"value": f"{value}{per}" if per else value}


def _when(when: re.Match[str], value: str) -> tuple[str, dict[str, str]]:
    state, preposition, thing = when.group(1) or "possible", when.group(2), when.group(3)
    if state == "possible" and not thing and preposition in ("from", "until"):
        return f"fact.{preposition}", {"value": value}
    of = f"{_article(thing)} {thing} of {value}" if thing else value
    return "fact.when", {"attribute": f"{state} {preposition}", "value": of}


def _hours(fact: Fact, begin: str, end: str) -> tuple[str, dict[str, str]]:
    kind = "open" if _PLACES.search(fact.entity.lower()) else "run"
    if (begin, end) in _ALL_DAY:
        return "fact.hours.all", {}
    return f"fact.hours.{kind}", {"begin": begin, "end": end}


def _yes_no(attribute: str, value: str) -> tuple[str, dict[str, str]]:
    answer = "yes" if value == "yes" else "no"
    if attribute in ("present", "offered", "available", "exists", "provided"):
        return f"fact.present.{answer}", {}
    if attribute == "allowed":
        return f"fact.allowed.{answer}", {}
    if with_ := _COMES_WITH.fullmatch(attribute):
        thing = with_.group(1)
        return f"fact.with.{answer}", {"attribute": thing if thing.endswith("s") else f"{_article(thing)} {thing}"}
    if needed := _NEEDED.fullmatch(attribute):
        thing, state = needed.groups()
        verb = "are" if thing.endswith("s") else "is"
        some = thing if thing.endswith("s") else f"{_article(thing)} {thing}"
        return f"fact.needed.{answer}", {"attribute": f"{some if answer == 'yes' else f'no {thing}'} {verb} {state}"}
    if attribute.startswith("can "):
        return f"fact.can.{answer}", {"attribute": attribute.removeprefix("can ")}
    return f"fact.state.{answer}", {"attribute": attribute}


def _article(thing: str) -> str:
    return "an" if _VOWEL.match(thing) else "a"


_NO_ARTICLE: Final = re.compile(
    r"(?:.*\b)?(?:breakfast|brunch|lunch|dinner|parking|wi-?fi|check-?(?:in|out)|smoking|cancell?ation|support|alcohol"
    r"|delivery|packaging|opening|conditioning|postage|pick-?up|wrap|later|data|sync|mode|shipping|housekeeping"
    r"|cleaning|internet|luggage storage|room service|valet|billing|widget support|ios|android|encryption|training"
    r"|financing|insurance|tea|coffee|service|export|import|backup)"
)
_SPELLED: Final = {
    "wifi": "Wi-Fi",
    "ios": "iOS",
    "ipad": "iPad",
    "iphone": "iPhone",
    "android": "Android",
    "pdf": "PDF",
    **{day: day.capitalize() for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")},
}


def _subject(fact: Fact, frames: Frames) -> Noun | None:
    if frames.lang in ("en", "gloss"):
        return entity_noun(fact.entity)
    if own := dict(fact.names).get(frames.lang):
        return noun(own, frames.lang)
    known = frames.names.get(f"entity.{fact.entity.lower()}")
    return known[0] if known else None


def entity_noun(entity: str) -> Noun:
    """Return what a fact is about as an English noun phrase: "the front desk", "breakfast", "pets"."""
    bare = " ".join(_SPELLED.get(word.lower(), word) for word in entity.split())
    plain = noun(bare, "en")
    if plain.is_plural or _NO_ARTICLE.fullmatch(bare.lower()):
        return plain
    return noun(f"the {bare}", "en")
