"""The grammar that drafts are made of: a folder of rules and names for each language, and how they are read.

A rule is a list of alternatives. In an alternative,

    <rule>              stands for any alternative of that rule; of `rule.fault`, `rule.clause` or `rule.that` where the
                        issue is named by a fault ("the crashes") or a clause ("how slow it was", "that nobody came")
    <rule~form>         for another form of a rule, with as many alternatives; both choose alike
    {slot}              for a word of the plan: a noun phrase, a clause, a name, a contact, a date
    {slot.form}         for that in a form: cap (begins with a capital), dat, acc (German cases)
    {slot?is|are}       for the first or second, by the number of a noun phrase
    [we are|I am]       for the first or second, by the person of the voice
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from reviewwatch.reply.frames.nouns import Noun, noun

LANGUAGES: Final = ("en", "es", "de", "fr", "pt")
GLOSS: Final = "gloss"
"""English for each frame of the other languages, rule by rule and place by place."""


WORDS: Final = "words"
RULE: Final = "rule"
SLOT: Final = "slot"
NUMBER: Final = "number"
PERSON: Final = "person"


class Part(NamedTuple):
    """One part of an alternative.

    Attributes:
        kind: WORDS, RULE, SLOT, NUMBER or PERSON.
        text: The words, or the name of the rule or slot.
        first, second: What a choice is between; `first` is the form of a slot.
    """

    kind: str
    text: str
    first: str = ""
    second: str = ""


Frame = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """One language's grammar.

    Attributes:
        rules: Alternatives by rule.
        names: Noun phrases by aspect ("room.heating"), by theme ("room"), or by noun ("noun.tap").
        joins: A preposition, an article and what they make together: ("de", "el", "del").
        phrases: Words for values: months, yes and no, and the patterns of dates and facts.
    """

    lang: str
    rules: Mapping[str, tuple[Frame, ...]]
    names: Mapping[str, tuple[Noun, ...]]
    joins: tuple[tuple[str, str, str], ...]
    phrases: Mapping[str, str]


@cache
def load(lang: str) -> Frames:
    """Return the grammar of one of LANGUAGES, the GLOSS of those that are not English, or the line of `lines()`."""
    if lang in _lines() and lang not in (*LANGUAGES, GLOSS):
        return Frames(lang, _line_rules(lang), {}, (), {})
    rules: dict[str, tuple[Frame, ...]] = {}
    names: dict[str, tuple[Noun, ...]] = {}
    joins: list[tuple[str, str, str]] = []
    phrases: dict[str, str] = {}
    if lang == GLOSS:
        rules = dict(_line_rules(GLOSS))
        names, phrases = dict(load("en").names), dict(load("en").phrases)
    if lang == "en":
        names = {aspect: tuple(noun(one, lang) for one in given) for aspect, given in _aspects().items()}
    for table in _tables(lang):
        rules |= {name: tuple(_frame(one) for one in given) for name, given in table.get("rules", {}).items()}
        names |= {name: tuple(noun(one, lang) for one in given) for name, given in table.get("names", {}).items()}
        joins += [(first, second, made) for first, second, made in table.get("joins", ())]
        phrases |= table.get("phrases", {})
    return Frames(lang, rules, names, tuple(joins), phrases)


def lines() -> Mapping[str, str]:
    """Return the languages that have no grammar and an honest line instead, each with its English name."""
    return {lang: table["language"] for lang, table in _lines().items() if lang != GLOSS}


@cache
def _lines() -> Mapping[str, Any]:
    return tomllib.loads(files("reviewwatch.reply.frames").joinpath("lines.toml").read_text(encoding="utf-8"))


def _line_rules(lang: str) -> Mapping[str, tuple[Frame, ...]]:
    table = _lines()[lang]
    return {"line": tuple(_frame(one) for one in table["lines"]), "line.contact": (_frame(table["contact"]),)}


def _aspects() -> Mapping[str, list[str]]:
    """Return the English names of each aspect, which stand with what tells it."""
    text = files("reviewwatch.reply.reading").joinpath("aspects.toml").read_text(encoding="utf-8")
    return {aspect: table["names"] for aspect, table in tomllib.loads(text).items()}


def _tables(lang: str) -> list[dict[str, Any]]:
    folder = files("reviewwatch.reply.frames").joinpath(lang)
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name)
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]


_PART: Final = re.compile(
    r"<(?P<rule>[\w.~]+)>|\{(?P<slot>\w+)(?:\.(?P<form>\w+)|\?(?P<number>[^{}]*))?\}|\[(?P<person>[^\[\]]*)\]"
)


def _frame(text: str) -> Frame:
    """Read one alternative."""
    parts: list[Part] = []
    end = 0
    for at in _PART.finditer(text):
        if at.start() > end:
            parts.append(Part(WORDS, text[end : at.start()]))
        parts.append(_part(at))
        end = at.end()
    if end < len(text):
        parts.append(Part(WORDS, text[end:]))
    return tuple(parts)


def _part(at: re.Match[str]) -> Part:
    if at["rule"]:
        return Part(RULE, at["rule"])
    if at["person"] is not None:
        we, _, i = at["person"].partition("|")
        return Part(PERSON, "", we, i)
    if at["number"] is not None:
        one, _, many = at["number"].partition("|")
        return Part(NUMBER, at["slot"], one, many)
    return Part(SLOT, at["slot"], at["form"] or "")
