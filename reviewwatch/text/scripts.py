"""Which language is written in a script other than Latin."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import Final

from reviewwatch.text.profiles import CYRILLIC, DEVANAGARI

OTHER_LETTERS: Final = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff\u3041-\u318f\u31a0-\ua4cf\uac00-\ud7ff\uf900-\ufaff"
    "\ufb13-\ufdff\ufe70-\ufefe\uff66-\uffdc\U00020000-\U0003ffff]+"
)
_LATIN_LETTERS: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
# Vowel signs are of the word though Python counts them as no letters.
_WORD: Final = re.compile("(?:[^\\W\\d_]|[\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u200c\u200d])+")

# The first code point of each block, and the script or the one language that it is written for; "" is none of ours.
_BLOCKS: Final = (
    (0x0370, "el"), (0x0400, "cyrillic"), (0x0530, "hy"), (0x0590, "he"), (0x0600, "arabic"), (0x0700, ""),
    (0x0900, "devanagari"), (0x0980, "bn"), (0x0A00, "pa"), (0x0A80, "gu"), (0x0B00, ""), (0x0B80, "ta"),
    (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, ""),
    (0x1000, "my"), (0x10A0, "ka"), (0x1100, "cjk"), (0x1200, ""), (0x1780, "km"), (0x1800, ""), (0x1C90, "ka"),
    (0x1CC0, ""), (0x1F00, "el"), (0x2C00, ""), (0x3041, "cjk"), (0xFB13, ""), (0xFB1D, "he"), (0xFB50, "arabic"),
    (0xFEFF, "cjk"),
)  # fmt: skip
_STARTS: Final = [start for start, _ in _BLOCKS]
_MAX_SAMPLES: Final = 40
# Letters beyond these bounds are keys struck at random: of all, the most that repeat the one before; of an Indic text,
# the least that are vowel signs, and the most that join two consonants. Of fewer letters nobody can say.
_MAX_REPEATED: Final = 0.25
_MIN_SIGNS: Final = 0.12
_MAX_JOINED: Final = 0.27
_MIN_LETTERS: Final = 12
_JOINING: Final = "\u094d\u09cd\u0a4d\u0acd\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
"""The signs that join two consonants of an Indic script."""
_INDIC: Final = frozenset({"devanagari", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si"})
_CJK_WEIGHT: Final = 3  # Latin letters that say as much as one sign

_KANA: Final = re.compile("[\u3041-\u30ff]")
_HANGUL: Final = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_MIN_KANA_SHARE: Final = 0.05  # of the signs of a Japanese text; the one の of a Chinese shop name is not enough

# Letters that a language has and the others of its script have not; the first that is found decides.
_ARABIC_LETTERS: Final = (("ٹڈڑںے", "ur"), ("ښځڅډ", "ps"), ("ێۆڕڵ", None), ("پچژگکی", "fa"))
_CYRILLIC_LETTERS: Final = (
    ("әғқңөұүһҗ", None),
    ("ў", "be"),
    ("іїєґ", "uk"),
    ("ѓќѕ", "mk"),
    ("ђћљњџј", "sr"),
    ("ыэё", "ru"),
)


def language_of_script(text: str, letters: str) -> str | None:
    """Return a language, "latin" where most of the letters are Latin, None where the script alone does not tell.

    Args:
        text: All of it.
        letters: Those of its letters that are not Latin; at least one.
    """
    samples = letters[:: len(letters) // _MAX_SAMPLES + 1]
    script = Counter(_BLOCKS[bisect_right(_STARTS, ord(letter)) - 1][1] for letter in samples).most_common(1)[0][0]
    n_latin = sum(map(len, _LATIN_LETTERS.findall(text)))
    if n_latin > len(letters) * (_CJK_WEIGHT if script == "cjk" else 1):
        return "latin"
    if script == "cjk":
        return _language_of_cjk(letters)
    if _is_random(letters, script):
        return None
    if script == "arabic":
        return _by_letter(text, _ARABIC_LETTERS, "ar")
    if script == "cyrillic":
        return _language_of_cyrillic(text.lower())
    return _by_words(text, DEVANAGARI) if script == "devanagari" else script or None


def _is_random(letters: str, script: str) -> bool:
    """Say whether letters were struck for no word: the same one again and again, or bare consonants alone."""
    if len(letters) < _MIN_LETTERS:
        return False
    n_repeated = sum(map(str.__eq__, letters, letters[1:]))
    if n_repeated > _MAX_REPEATED * len(letters):
        return True
    if script not in _INDIC:
        return False
    kinds = Counter(map(unicodedata.category, letters))
    n_joined = sum(map(letters.count, _JOINING))
    return kinds["Mn"] + kinds["Mc"] < _MIN_SIGNS * len(letters) or n_joined > _MAX_JOINED * len(letters)


def _language_of_cjk(letters: str) -> str:
    if len(_KANA.findall(letters)) > _MIN_KANA_SHARE * len(letters):
        return "ja"
    return "ko" if 2 * len(_HANGUL.findall(letters)) > len(letters) else "zh"


def _language_of_cyrillic(text: str) -> str | None:
    told = _by_letter(text, _CYRILLIC_LETTERS, "")
    return told if told != "" else _by_words(text, CYRILLIC)


def _by_letter(text: str, table: tuple[tuple[str, str | None], ...], otherwise: str) -> str | None:
    present = set(text)
    return next((language for letters, language in table if not present.isdisjoint(letters)), otherwise)


def _by_words(text: str, profiles: Mapping[str, frozenset[str]]) -> str | None:
    words = _WORD.findall(text)
    counts = sorted(
        ((sum(map(known.__contains__, words)), language) for language, known in profiles.items()), reverse=True
    )
    (most, language), (second, _) = counts[:2]
    return language if most > second else None
