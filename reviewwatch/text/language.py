"""Which language a text is written in, told by its letters and its commonest words.

A guess is worth more than the site's word, which is often the language of the device, and less than silence: where too
little speaks for a language, or two speak about as loud, there is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from string import ascii_lowercase
from typing import Final

from reviewwatch.text.folding import fold
from reviewwatch.text.profiles import LATIN
from reviewwatch.text.scripts import OTHER_LETTERS, language_of_script

_MAX_CHARS: Final = 2_000  # read of a text; more tells no more
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
_MARGIN: Final = 1.5  # times the next language
_MARGIN_ENGLISH: Final = 2.0
_LETTER_WEIGHT: Final = 0.5  # of a letter that few languages have, against a word


def guess_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text is likely in, None where too little tells.

    The script decides where it is another than Latin and holds most of the letters. Else each word that one of twenty
    profiles knows speaks for its language, the less the more languages share it, and the best must be well ahead of the
    next. A short text needs one word that English alone has and none that speaks against it: "Great!" is English, "Ok"
    and "Super" are nobody's.
    """
    text = text[:_MAX_CHARS]
    if "@" in text or "#" in text or "www." in text or "://" in text:
        text = _WEB.sub(" ", text)
    if text.isascii():
        words = _ascii_words(text.lower())
        letters = ""
    else:
        text = fold(text).text
        signs = "".join(_NOT_ASCII.findall(text))
        if (other := "".join(OTHER_LETTERS.findall(signs))) and (
            language := language_of_script(text, other)
        ) != "latin":
            return language
        letters = text.lower()
        spelled = letters.replace("’", "'")
        # Often the signs are but emoji and quotes.
        words = _WORD.findall(spelled) if any(map(str.isalnum, signs)) else _ascii_words(spelled)
    n_english = sum(map(_ONLY_ENGLISH.__contains__, words))
    n_foreign = 0 if _NEVER_ENGLISH.isdisjoint(words) else sum(map(_NEVER_ENGLISH.__contains__, words))
    if n_english > 3 * n_foreign and n_english >= _MIN_SHARE_ENGLISH * len(words):
        return "en"
    return _best(_scores(words, letters), len(words))


def _ascii_words(text: str) -> list[str]:
    """Return runs of small ASCII letters; an apostrophe between two is of the word, any other is a quote."""
    if "'" in text:
        text = _QUOTE.sub(" ", text)
    return text.encode("ascii", "replace").translate(_SPACED).decode().split()


def _scores(words: Iterable[str], letters: str) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    for known, signs, weight in ((_by_word(), words, 1.0), (_BY_LETTER, letters, _LETTER_WEIGHT)):
        for sign in signs:
            for language in known.get(sign, ()):
                scores[language] += weight / len(known[sign])
    return scores


_NOBODY: Final = [("", 0.0), ("", 0.0)]


def _best(scores: Mapping[str, float], n_words: int) -> str | None:
    (best, score), (_, next_score) = (sorted(scores.items(), key=itemgetter(1), reverse=True) + _NOBODY)[:2]
    share, margin = (_MIN_SHARE_ENGLISH, _MARGIN_ENGLISH) if best == "en" else (_MIN_SHARE, _MARGIN)
    if score < 1 or score < share * n_words or score < margin * next_score:
        return None
    return best


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    return _inverted(LATIN)


def _inverted(profiles: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for language, signs in profiles.items():
        for sign in signs:
            languages.setdefault(sign, []).append(language)
    return {sign: tuple(names) for sign, names in languages.items()}


_BY_LETTER: Final = _inverted(
    {
        "cs": "řěůťďňčšž",
        "da": "øæ",
        "de": "ßüöä",
        "es": "ñ¿¡áéíóú",
        "fi": "äö",
        "fr": "çèêàùœîéâ",
        "hu": "őűáéöü",
        "it": "èàùìò",
        "nl": "ë",
        "no": "øæ",
        "pl": "łąęśźżńćó",
        "pt": "ãõçáéê",
        "ro": "țșţşăîâ",
        "sv": "åäö",
        "tr": "ğşıçöü",
        "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăĩũáàãâéèêíìóòôõúùý",
    }
)
