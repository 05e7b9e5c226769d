"""Twelve ways to say the same in other letters or words, to see that a rule still hears it. Pure: same seed, same text.

Seven change the letters of any text. Five say it anew: other words, two sentences, a polite frame, and, from
`disguises.toml`, the passive voice and two further languages, written for each rule.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

Disguise = Callable[[str, random.Random], str]

_TWINS: Final = str.maketrans("aeopcxyiTBHKM", "аеорсхуіТВНКМ")
_LEET: Final = str.maketrans({"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"})
_KEYCAPS: Final = {str(digit): f"{digit}\ufe0f\u20e3" for digit in range(10)}
_WORD: Final = re.compile(r"[A-Za-z]{5,}")
_LONG: Final = 5


def look_alikes(text: str, rng: random.Random) -> str:
    """Return the text with Cyrillic twins in most of its words."""
    return re.sub(r"[A-Za-z]+", lambda at: at[0].translate(_TWINS) if rng.random() < 0.8 else at[0], text)


def zero_width(text: str, rng: random.Random) -> str:
    """Return the text with an invisible sign within each longer word."""

    def broken(at: re.Match[str]) -> str:
        place = rng.randrange(1, len(at[0]))
        return at[0][:place] + rng.choice("\u200b\u200c\u2060\u00ad") + at[0][place:]

    return re.sub(r"\w{4,}", broken, text)


def spacing(text: str, rng: random.Random) -> str:
    """Return the text with the letters of its longer words set apart, words by wider blanks."""
    sign = rng.choice([" ", ".", "-"])
    spaced = [sign.join(word) if word.isalpha() and len(word) >= _LONG else word for word in text.split()]
    return ("   " if sign == " " else " ").join(spaced)


def leet(text: str, rng: random.Random) -> str:
    """Return the text with digits for letters in its longer words."""
    return _WORD.sub(lambda at: at[0][0] + at[0][1:].translate(_LEET) if rng.random() < 0.7 else at[0], text)


def case(text: str, rng: random.Random) -> str:
    """Return the text in capitals, in small letters or in both by turns."""
    return rng.choice([str.upper, str.lower, _by_turns])(text)


def _by_turns(text: str) -> str:
    return "".join(letter.upper() if place % 2 else letter.lower() for place, letter in enumerate(text))


def typos(text: str, rng: random.Random) -> str:
    """Return the text with a slip in every third longer word: letters swapped, left out or doubled."""

    def slipped(at: re.Match[str]) -> str:
        word = at[0]
        if rng.random() > 1 / 3:
            return word
        place = rng.randrange(1, len(word) - 2)
        kind = rng.randrange(3)
        if kind == 0:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        return word[:place] + word[place + 1 :] if kind == 1 else word[: place + 1] + word[place:]

    return _WORD.sub(slipped, text)


def emoji_digits(text: str, rng: random.Random) -> str:
    """Return the text with keycap emoji for its digits and counted stars."""
    del rng
    text = re.sub(r"\b(?:five|5)[ -]?stars?\b", "\u2b50" * 5, text, flags=re.IGNORECASE)
    return "".join(_KEYCAPS.get(sign, sign) for sign in text)


_OTHER_WORDS: Final = {
    "refund": "reimbursement", "voucher": "coupon", "discount": "rebate", "gift card": "voucher", "gift": "present",
    "review": "comment", "rating": "score", "stars": "rating", "delete": "erase", "remove": "take down",
    "update": "edit",
    "change": "amend", "raise": "lift", "lawyer": "attorney", "lawyers": "attorneys", "solicitor": "lawyer",
    "fake": "bogus", "false": "untrue", "invented": "made up", "password": "passcode", "phone number": "mobile number",
    "idiot": "moron", "ridiculous": "laughable", "failed to": "neglected to", "promise": "guarantee",
    "fixed": "resolved",
    "banned": "barred", "employer": "boss", "competitor": "rival", "fired": "dismissed", "free": "complimentary",
    "please": "kindly", "send": "mail", "customers": "clients", "guests": "visitors", "terms": "conditions",
}  # fmt: skip


def synonyms(text: str, rng: random.Random) -> str:
    """Return the text with other words for those that rules listen for."""
    del rng
    names = sorted(_OTHER_WORDS, key=len, reverse=True)
    return re.sub(
        rf"\b(?:{'|'.join(names)})\b", lambda at: _OTHER_WORDS.get(at[0].lower(), at[0]), text, flags=re.IGNORECASE
    )


_JOINT: Final = re.compile(r",? (?=(?:once|if|when|after|and|so|because|as soon as|provided|unless) )|; |: |, ")


def split(text: str, rng: random.Random) -> str:
    """Return the text with one of its sentences cut in two at a joint."""
    joints = list(_JOINT.finditer(text))
    if not joints:
        return text
    at = rng.choice(joints)
    return f"{text[: at.start()]}. {text[at.end() : at.end() + 1].upper()}{text[at.end() + 1 :]}"


_BEFORE: Final = (
    "Dear guest, thank you for taking the time to write to us.",
    "We are so sorry that you were not happy, and we value every word.",
    "Many thanks for the kind and honest words.",
)
_AFTER: Final = ("With kind regards from all of us.", "Thank you for your patience.", "Have a lovely weekend!")


def polite(text: str, rng: random.Random) -> str:
    """Return the text between courtesies."""
    return f"{rng.choice(_BEFORE)} {text} {rng.choice(_AFTER)}"


LETTERS: Final[Mapping[str, Disguise]] = {
    "look-alikes": look_alikes,
    "zero width": zero_width,
    "spacing": spacing,
    "leet": leet,
    "case": case,
    "typos": typos,
    "emoji digits": emoji_digits,
}
WORDS: Final[Mapping[str, Disguise]] = {"synonyms": synonyms, "split": split, "polite": polite}
WRITTEN: Final = ("passive", "german", "spanish")

# What each rule is about: words, signs, or a relation to other texts that a disguise would end.
WORDED: Final = frozenset(
    f"G{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 21, 22, 25, 27, 28, 39, 40)
)
SIGNS: Final = frozenset({"G09", "G18", "G19", "G23", "G24"})
_FOR_SIGNS: Final = frozenset({"look-alikes", "zero width", "case", "emoji digits", "polite"})


def applies(name: str, rule: str) -> bool:
    """Say whether a text of a rule still breaks it in a disguise: a number has no typo, a copy no other words."""
    return rule in WORDED or (rule in SIGNS and name in _FOR_SIGNS)


@cache
def written() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return texts that break a rule in the passive voice and in further languages, by disguise and rule."""
    tables = tomllib.loads(Path(__file__).with_name("disguises.toml").read_text(encoding="utf-8"))
    return {name: {rule: tuple(texts) for rule, texts in table.items()} for name, table in tables.items()}
