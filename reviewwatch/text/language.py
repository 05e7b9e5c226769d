"""Which language a text is written in, told by its letters and its commonest words.

A guess is worth more than the site's word, which is often the language of the device, and less than silence: where too
little speaks for a language, or two speak about as loud, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import Final

from reviewwatch.text.folding import fold
from reviewwatch.text.likeness import behind, likeness
from reviewwatch.text.profiles import LATIN
from reviewwatch.text.romanized import may_be_romanized_hindi
from reviewwatch.text.scripts import OTHER_LETTERS, language_of_script

MAX_CHARS: Final = 2_000
"""Read of a text; more tells no more."""
# Addresses, names and tags of the web are in no language.
_WEB: Final = re.compile(r"https?://\S+|www\.\S+|[@#]\w+")
# Letters and apostrophes stay, all else is a space: to split at spaces takes half the time of a pattern of words.
_SPACED: Final = bytes(code if chr(code) in f"{ascii_lowercase}'" else 0x20 for code in range(256))
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_QUOTE: Final = re.compile("'(?:(?![a-z])|(?<![a-z]'))")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_ONLY_ENGLISH: Final = LATIN["en"].difference(*(words for language, words in LATIN.items() if language != "en"))
_NEVER_ENGLISH: Final = frozenset[str]().union(*LATIN.values()) - LATIN["en"]

_MIN_SHARE: Final = 0.12  # of the words that must speak for a language
_MIN_SHARE_ENGLISH: Final = 0.2  # English alone is scored, and loan words are English everywhere
_MIN_LISTED: Final = 0.5  # words of its lists, each counted the less the more languages share it
# Likelier than the next by e to this power. Of 3,146 sentences of 2 to 9 words from real reviews in five languages, one
# in a hundred was then taken for another, most of them English sentences in a set of another language.
_AHEAD: Final = 3.0


def guess_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text is likely in, None where too little tells.

    The script decides where it is another than Latin and holds most of the letters. Else each word speaks for the
    languages of twenty profiles that know it, or that spell alike (`likeness`), and the best must be well ahead of the
    next. A short text needs one word that English alone has and none that speaks against it: "Great!" is English, "Ok"
    and "Super" are nobody's.
    """
    text = text[:MAX_CHARS]
    if _has_web(text):
        text = _WEB.sub(" ", text)
    if text.isascii():
        words = _ascii_words(text.lower())
    else:
        text = fold(text).text
        signs = "".join(_NOT_ASCII.findall(text))
        if (other := "".join(OTHER_LETTERS.findall(signs))) and (
            language := language_of_script(text, other)
        ) != "latin":
            return language
        spelled = text.lower().replace("’", "'")
        # Often the signs are but emoji and quotes.
        words = _WORD.findall(spelled) if any(map(str.isalnum, signs)) else _ascii_words(spelled)
    n_english = sum(map(_ONLY_ENGLISH.__contains__, words))
    n_foreign = 0 if _NEVER_ENGLISH.isdisjoint(words) else sum(map(_NEVER_ENGLISH.__contains__, words))
    if _is_english(len(words), n_english, n_foreign):
        return "en"
    return _best(words, n_english, n_foreign)


def may_be(text: str, language: str) -> bool:
    """Say whether a text can be in the language that a site states: where `guess_language` says another, it cannot.

    For a short text that nobody can tell: no other language may be far likelier by its words; for English, which most
    devices speak, none at all.
    """
    guessed = guess_language(text)
    if guessed is not None:
        return guessed == language
    words = _WORD.findall(fold(_WEB.sub(" ", text[:MAX_CHARS])).text.lower().replace("’", "'"))
    return behind(words, language) <= (0 if language == "en" else _AHEAD)


ENGLISH: Final = "e"
FOREIGN: Final = "f"
WORD: Final = "w"
TWO_WORDS: Final = "t"
NO_WORD: Final = "-"
UNSURE: Final = "?"


def voice_of(token: str) -> str:
    """Return how what stands between two white spaces speaks for English, alone as in a text.

    Returns:
        ENGLISH for a word that no other language has, FOREIGN for one that others have and English has not, WORD for
        any other; TWO_WORDS for two of which none is foreign; UNSURE where that takes the whole text, as for an
        address or a letter that is not ASCII.
    """
    if not token.isascii():
        signs = "".join(_NOT_ASCII.findall(token))
        if any(map(str.isalnum, signs)) or OTHER_LETTERS.search(signs):
            return UNSURE
    if _has_web(token):
        return UNSURE
    words = _ascii_words(token.lower().replace("’", "'"))
    if len(words) > 1:
        return TWO_WORDS if len(words) == 2 and _NEVER_ENGLISH.isdisjoint(words) else UNSURE
    if not words:
        return NO_WORD
    return ENGLISH if words[0] in _ONLY_ENGLISH else FOREIGN if words[0] in _NEVER_ENGLISH else WORD


def speaks_english(voices: str) -> bool:
    """Say whether `guess_language` calls a text English by its words alone; False may also mean that it must be asked.

    Args:
        voices: Of all its tokens. Folding must leave the text as it is, and it must not be longer than MAX_CHARS.
    """
    if UNSURE in voices:
        return False
    n_words = len(voices) - voices.count(NO_WORD) + voices.count(TWO_WORDS)
    return _is_english(n_words, voices.count(ENGLISH), voices.count(FOREIGN))


def _is_english(n_words: int, n_english: int, n_foreign: int) -> bool:
    """Say whether so much speaks for English that no other language needs to be heard."""
    return n_english > 3 * n_foreign and n_english >= _MIN_SHARE_ENGLISH * n_words


def _has_web(text: str) -> bool:
    return "@" in text or "#" in text or "www." in text or "://" in text


def _ascii_words(text: str) -> list[str]:
    """Return runs of small ASCII letters; an apostrophe between two is of the word, any other is a quote."""
    if "'" in text:
        text = _QUOTE.sub(" ", text)
    return text.encode("ascii", "replace").translate(_SPACED).decode().split()


def _best(words: Sequence[str], n_english: int, n_foreign: int) -> str | None:
    """Return the language that the words are likest to, where enough of them are on its lists and no other is near."""
    if not words:
        return None
    found = likeness(words)
    if found.ahead < _AHEAD:
        return None
    if found.best == "en":
        is_own = n_english >= 2 * n_foreign if n_foreign else found.n_listed >= 1
        return "en" if is_own and found.n_listed >= _MIN_SHARE_ENGLISH * len(words) else None
    if may_be_romanized_hindi(words, found.n_listed):
        return None
    return found.best if found.n_listed >= max(_MIN_LISTED, _MIN_SHARE * len(words)) else None
