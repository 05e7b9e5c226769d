"""Numbers, times, dates and amounts in a text, each in one form: "8 pm" and "20:00" are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.guards.patterns import EMAIL, LINK, compiled, phones


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, time, day or month.

    Attributes:
        value: In one form: "20:00", "14", "monday", "march".
        is_measure: Said with a unit, a sign or digits; "three taps" is none.
    """

    value: str
    start: int
    end: int
    is_measure: bool = True


_TIME: Final = compiled(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?|uhr\b)",
    r"(?<![\d.:])(?P<hour24>[01]?\d|2[0-4])[:h](?P<minute24>[0-5]\d)(?!\d)",
    r"\b(?P<part>half|quarter) (?P<side>past|to) "
    r"(?P<past>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?!\d)"
    r"(?: ?(?P<past_half>[ap]\.?m\b\.?))?",
    r"\b(?P<named>noon|midday|midnight)\b",
)
_NUMBER: Final = re.compile(r"(?<![A-Za-z\d_])\d+(?:[.,]\d+)*(?![A-Za-z]{2,}\d|_)")
_UNIT: Final = (
    "minutes?|hours?|days?|weeks?|months?|years?|nights?|percent|per cent|pounds?|euros?|dollars?|pence|"
    "cents?|km|miles?|met(?:re|er)s?"
    "|kilomet(?:re|er)s?|working days|business days|times a|out of|in ten|degrees|seconds?|decades?|"
    "tage?n?|stunden?|minuten?|wochen?"
    "|d[ií]as?|horas?|minutos?|semanas?|prozent|por ciento"
)
_UNITS: Final = compiled(rf" ?-? ?(?:(?:working|business|full|short|long|more|whole|star) )?(?:{_UNIT})\b")
WORDS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "zwei": 2, "drei": 3, "vier": 4,
    "funf": 5, "fünf": 5, "zehn": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "diez": 10,
}  # fmt: skip
_WORD: Final = compiled(rf"\b(?P<word>{'|'.join(WORDS)})(?:-(?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b")
_ONE: Final = compiled(
    r"\b(?P<one>one|an?|eine[rmn]?|una?) (?=(?:working |business )?(?:hour|day|week|month|minute|percent"
    r"|stunde|tag|woche|hora|semana)\b)"
)
_DAYS: Final = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|"
    "freitag|samstag|sonntag"
    "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_MONTHS: Final = "january|february|march|april|june|july|august|september|october|november|december"
_DAY: Final = compiled(
    rf"\b(?P<day>{_DAYS})s?\b",
    rf"\b(?:in|since|until|till|by|of|from|last|next|early|late|this|\d+(?:st|nd|rd"
    rf"|th)?(?: of)?) (?P<month>{_MONTHS}|may)\b",
    rf"\b(?P<first>{_MONTHS}|may) (?=\d)",
)
# Numbers that name a part of something, and those that nobody takes for a number.
_PART: Final = compiled(
    r"\b(?:clause|section|step|page|paragraph|article|chapter|point|level|type|windows|android|ios|iphone"
    r"|wifi|wi-fi|bluetooth|usb|option|part|no) \d[\d.]*",
    r"(?m:^\s*\d{1,2}[.)] )",
    r"\b(?:wi-?fi|mp|hd|4k|3d|5g|4g|b2b|co2|covid-?19|24 ?-? ?hour desk)\b",
    r"\b(?:a|one) (?:hundred|thousand|million) (?:thanks|apologies|times sorry|pardons)\b",
    r"\b\d+(?:\.\d+)? ?-? ?stars?\b",
    r"\b(?:one|two|three|four|five)[ -]stars?\b",
    r"\b(?:one|two|three|four) of (?:us|our|the)\b",
    r"\b(?:from )?(?:0|1|zero|one|null) ?(?:to|-|–|bis) ?(?:5|10|five|ten|zehn)\b",
    r"\b(?:one|1)(?: stars?)? (?:or|to|and) (?:with )?(?:five|5)\b",
    r"\bnine lives|\bhigh five|\btwo of us|\bone or two\b",
    r"#\w+",
)


def quantities(text: str) -> list[Quantity]:
    """Return what a text says in numbers, contacts and links left out, in order."""
    taken = bytearray(len(text))
    for pattern in (EMAIL, LINK, _PART):
        for at in pattern.finditer(text):
            taken[at.start() : at.end()] = b"\1" * (at.end() - at.start())
    for start, end in phones(text):
        taken[start:end] = b"\1" * (end - start)
    found: list[Quantity] = []
    for one in (*_times(text), *_days(text), *_words(text), *_numbers(text)):
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _times(text: str) -> Iterator[Quantity]:
    for at in _TIME.finditer(text):
        hour = int(at["hour"] or at["hour24"] or _hour_named((at["past"] or "").lower()))
        minute = int(at["minute"] or at["minute24"] or 0)
        if at["past"]:
            minute = 30 if at["part"].lower() == "half" else 15
            if at["side"].lower() == "to":
                hour, minute = hour - 1, 60 - minute
        if at["named"]:
            hour = 0 if at["named"].lower() == "midnight" else 12
        half = (at["half"] or at["past_half"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        yield Quantity(f"{hour % 24:02}:{minute:02}", *at.span())


def _hour_named(word: str) -> int:
    return int(word) if word.isdigit() else WORDS.get(word, 1)


def _days(text: str) -> Iterator[Quantity]:
    for at in _DAY.finditer(text):
        kind = at.lastgroup or "day"
        yield Quantity(at[kind].lower(), *at.span(kind))


def _words(text: str) -> Iterator[Quantity]:
    for at in _WORD.finditer(text):
        value = WORDS[at["word"].lower()] + (WORDS.get(at["ones"].lower(), 1) if at["ones"] else 0)
        yield Quantity(f"{value:g}", *at.span(), is_measure=bool(_UNITS.match(text, at.end())))
    for at in _ONE.finditer(text):
        yield Quantity("1", *at.span("one"), is_measure=at["one"].lower() == "one")


def _numbers(text: str) -> Iterator[Quantity]:
    for at in _NUMBER.finditer(text):
        yield Quantity(_plain_number(at[0]), *at.span())


def _plain_number(written: str) -> str:
    """Return a number in one form: "1,200" and "1200", "4.50" and "4.5", "007" and "7"."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written):
        written = written.replace(",", "")
    written = written.replace(",", ".")
    if written.count(".") > 1:
        return written
    return f"{float(written):g}" if len(written) < 15 else written
