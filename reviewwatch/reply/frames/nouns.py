"""Noun phrases: their number, whether they name a fault, and their forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

THING: Final = ""
FAULT: Final = "fault"
CLAUSE: Final = "clause"
THAT: Final = "that"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase that names what a review speaks of, with its article.

    Attributes:
        text: In its first form: "the wait at check-in", "die Sauberkeit".
        is_plural: "they are", not "it is".
        kind: THING ("the shower"), FAULT that names what went wrong itself ("the crashes"), CLAUSE ("how slow it was"),
            which makes no good subject, or THAT ("that nobody told you"), which stands after "sorry" alone.
        accusative, dative: In German; elsewhere as `text`.
    """

    text: str
    is_plural: bool
    kind: str
    accusative: str
    dative: str

    def form(self, name: str) -> str:
        """Return a form by its name in the frames; the first one for an unknown name."""
        if name == "acc":
            return self.accusative
        if name == "dat":
            return self.dative
        return self.text[:1].upper() + self.text[1:] if name == "cap" else self.text


_FAULT_MARK: Final = "!"
_PLURAL_MARK: Final = "+"


@cache
def noun(given: str, lang: str) -> Noun:
    """Return a noun phrase from how a file writes it.

    A leading "!" says that it names a fault, "+" that it is plural; in English both are seen from the words.
    German writes its article in the nominative, and "|dative" where the noun itself changes.
    """
    marks = re.match(r"[!+]*", given)
    flags = marks.group() if marks else ""
    text, _, dative = given[len(flags) :].partition("|")
    is_plural = _PLURAL_MARK in flags or (lang == "en" and _is_english_plural(text))
    kind = _kind(text, lang, _FAULT_MARK in flags)
    if lang != "de":
        return Noun(text, is_plural, kind, text, text)
    return Noun(text, is_plural, kind, _german(text, _ACCUSATIVE), dative or _german(text, _dative(is_plural)))


_ACCUSATIVE: Final = {"der": "den", "Ihr": "Ihren"}
_DATIVES: Final = {"der": "dem", "das": "dem", "die": "der"}


def _dative(is_plural: bool) -> dict[str, str]:
    return {**_DATIVES, "die": "den"} if is_plural else _DATIVES


def _german(text: str, articles: dict[str, str]) -> str:
    article, blank, rest = text.partition(" ")
    return f"{articles.get(article, article)}{blank}{rest}"


_HEAD_ENDS: Final = re.compile(
    r"\s+(?:at|of|in|with|on|for|from|to|by|about|after|before|during|between|when|while|that|you|we|around|since"
    r"|under|over|near|into|without|outside|inside|not|being|came|went|was|were)\b"
)
_NOT_PLURAL: Final = ("ss", "us", "is", "ness", "news", "gps")
_PLURALS: Final = frozenset({"staff", "people", "children", "toilets"})
_ONE_WORD: Final = frozenset({"news", "glass", "gas", "bus", "wireless"})
_CLAUSES: Final = ("how ", "what ", "that ")
_TELLING: Final = frozenset({"you", "that", "us", "we", "was"})
"""Words by which a phrase tells what happened, so that nothing needs to be said around it."""
_FAULTS: Final = frozenset({
    "wait", "waits", "delay", "delays", "noise", "crash", "crashes", "freezes", "dirt", "smell", "smells",
    "mistake", "mistakes", "error", "errors", "damage", "loss", "queue", "queues", "cancellation", "silence",
    "mix-up", "charge", "charges", "bug", "bugs", "lag", "breakage", "mould", "mold", "cold", "heat", "draft",
    "draught", "rudeness", "tone", "trouble", "problem", "problems", "fault", "faults", "ads", "pop-ups", "dust",
    "stains", "insects", "leak", "outage", "outages", "downtime", "slowness", "drain", "spam", "wrong", "missing",
    "late", "poor", "bad", "broken", "empty", "slow", "automatic", "unfriendly", "uncomfortable", "confusing",
    "weak", "lost", "double", "extra", "small", "stuffy", "worn", "damaged", "uneven", "unfair", "being", "dead",
    "long", "noisy", "cheaters", "pests", "vermin", "block", "danger", "upset", "lack",
})  # fmt: skip


def _head(text: str) -> str:
    """Return the last word of an English noun phrase before what describes it: "wait" of "the wait at check-in"."""
    ends = _HEAD_ENDS.search(text)
    words = (text[: ends.start()] if ends else text).split()
    return words[-1].lower().strip(",.") if words else ""


def _is_english_plural(text: str) -> bool:
    if text.startswith(_CLAUSES):
        return False
    if " and " in text:
        return True
    head = _head(text)
    if head in _PLURALS:
        return head != "staff"
    return head.endswith("s") and not head.endswith(_NOT_PLURAL) and head not in _ONE_WORD


def _kind(text: str, lang: str, is_fault: bool) -> str:
    if lang == "en" and text.startswith(_CLAUSES):
        return THAT if text.startswith("that ") else CLAUSE
    words = set(text.lower().split())
    is_english_fault = lang == "en" and bool(words & _FAULTS or words & _TELLING)
    return FAULT if is_fault or is_english_fault else THING
