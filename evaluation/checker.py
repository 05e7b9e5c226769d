"""A second opinion on drafts, written from the label rules alone: it shares no code with the rules that it checks.

The rules of the product match frames on folded text. This reads plain words, and asks of each whether anybody gave the
drafter leave to say it: a closed world for digits, addresses, names and offers, and short lists for the rest. It is
made for English texts of a drafter; it would be far too strict for a person's.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?:])\s+|\n+")
_QUOTED_WORDS: Final = 6
_AHEAD: Final = re.compile(
    r" (?:we|i|our \w+|it|they|team) (?:\w+ ){0,2}?(?:will|shall|promise|guarantee|ensure) | (?:we|i)'ll "
)
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|example|io|co)\b\S*")

_LISTS: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_PARTS: Final[dict[str, list[str]]] = _LISTS["parts"]
_NEVER: Final[dict[str, list[str]]] = _LISTS["never"]
_CONFIDENCE: Final[dict[str, list[str]]] = _LISTS["confidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """What may be said.

    Attributes:
        given: Texts that may be repeated word by word: public facts, remedies, contacts, sign-off, names.
        review: All that the review says, its author's name apart.
        names: Words that may be written with a capital: the author's first name, brand, listing, those of `given`.
        limit: Longest text, in bytes if `is_bytes`.
        foreign: Words that belong to other businesses.
    """

    given: Sequence[str]
    review: Sequence[str]
    names: Sequence[str]
    limit: int
    is_bytes: bool = False
    profile: str = "general"
    foreign: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong with a draft, and the words."""

    kind: str
    words: str


def objections(text: str, leave: Leave) -> list[Objection]:
    """Return all that speaks against a draft in English."""
    given = " ".join(leave.given)
    return [
        *_form(text, leave),
        *_untold(text, given, leave),
        *_quotes(text, given, leave.review),
        *(found for sentence in _SENTENCE_ENDS.split(text) for found in _said(sentence, given, leave)),
    ]


def _form(text: str, leave: Leave) -> Iterator[Objection]:
    size = len(text.encode()) if leave.is_bytes else len(text)
    if size > leave.limit:
        yield Objection("too long", f"{size} of {leave.limit}")
    if not text.strip():
        yield Objection("empty", "")
    for mark in re.findall(r"[{}\[\]<>_|]|TODO|\bNone\b|\bnull\b|\*\*|!!|\?\?", text):
        yield Objection("leftover", mark)
    for letter in text:
        if unicodedata.category(letter) in {"Cf", "Co", "Cs", "Cc"} and letter not in "\n\u200d\ufe0f":
            yield Objection("invisible", f"U+{ord(letter):04X}")


def _untold(text: str, given: str, leave: Leave) -> Iterator[Objection]:
    """Find digits, addresses and names that nobody told."""
    told = f"{given} {' '.join(leave.review)}"
    for run in re.findall(r"\d+", text):
        if run not in re.findall(r"\d+", told):
            yield Objection("digits", run)
    for address in _ADDRESS.findall(text):
        if address.strip(".,;:!?()") not in given:
            yield Objection("address", address)
    names = {word.casefold() for name in (*leave.names, given) for word in _WORD.findall(name)} | {*_PARTS["things"]}
    for sentence in _SENTENCE_ENDS.split(text):
        for at, word in enumerate(_WORD.findall(sentence)):
            is_name = at > 0 and word[0].isupper() and word.casefold() not in names
            if is_name and not re.fullmatch(r"I(?:['’]\w+)?", word):
                yield Objection("name", word)
    folded = text.casefold()
    for word in leave.foreign:
        if re.search(rf"\b{re.escape(word.casefold())}\b", folded):
            yield Objection("another brand", word)


def _quotes(text: str, given: str, review: Sequence[str]) -> Iterator[Objection]:
    words, allowed = _plain(text), " ".join(_plain(given))
    said = [" ".join(_plain(part)) for part in review]
    for at in range(len(words) - _QUOTED_WORDS + 1):
        run = " ".join(words[at : at + _QUOTED_WORDS])
        if any(f" {run} " in f" {part} " for part in said) and f" {run} " not in f" {allowed} ":
            yield Objection("quote", run)


def _said(sentence: str, given: str, leave: Leave) -> Iterator[Objection]:
    plain = f" {' '.join(_plain(sentence))} "
    if plain.strip() and plain.strip() in " ".join(_plain(given)):
        return
    if _offers(plain) and not _stands_in(plain, given, _PARTS["money"]):
        yield Objection("offer", sentence)
    if all(any(f" {word} " in plain for word in _PARTS[part]) for part in ("opinion", "change")):
        yield Objection("asks about the review", sentence)
    if _AHEAD.search(plain) and not _stands_in(plain, given, _PARTS["ahead"]):
        yield Objection("promise", sentence)
    for kind, phrases in (*_NEVER.items(), ("confidence", _CONFIDENCE.get(leave.profile, []))):
        if any(f" {phrase} " in plain and phrase not in given.casefold() for phrase in phrases):
            yield Objection(kind, sentence)


def _offers(plain: str) -> bool:
    is_giving = any(f" {word} " in plain for word in _PARTS["gives"]) and re.search(r" (?:we|i|us|our) ", plain)
    return bool(is_giving) and any(f" {stem}" in plain for stem in _PARTS["money"])


def _stands_in(plain: str, given: str, words: Sequence[str]) -> bool:
    """Say whether each of these words that a sentence uses is one that it was given."""
    used = [word for word in words if f" {word}" in plain]
    return bool(used) and all(word in given.casefold() for word in used)


def _plain(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
