"""Which wording of a plan to take: by what it names and offers, how it reads, and how new it is beside the last ones.

Everything is a number of points; a person may read them as "one point, one small flaw".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.realize import Candidate
from reviewwatch.types import Business

MAX_GRADE: Final = 8.0
MAX_WORDS: Final = 22
"""Of a sentence; longer ones are hard to read aloud."""
N_RECENT: Final = 20
N_OPENING: Final = 8
NEAR_COPY: Final = 0.5
"""Jaccard index of word trigrams from which two texts are near-copies."""
_ROOMY: Final = 0.9
_COURTESY: Final = {
    "en": re.compile(r"\b(?:thank|sorry|apolog|regret|glad|pleased)", re.IGNORECASE),
    "de": re.compile(r"dank|leid\b|entschuldig|freu|schön|bedauer", re.IGNORECASE),
    "es": re.compile(r"gracias|lament|s[ie]+nt|disculp|perdón|alegr|agradec", re.IGNORECASE),
    "fr": re.compile(r"merci|désolé|excus|regrett|plaisir", re.IGNORECASE),
    "pt": re.compile(r"obrigad|lament|desculp|perdão|alegr|agradec", re.IGNORECASE),
}
_KINDS: Final = {
    "en": (
        r"thank|grateful",
        r"sorry|apolog",
        r"annoy|frustrat|disappoint|upset|unhapp|understand|right to|deserve|expect|not happy|nobody|anyone"
        r"|(?:put up|deal|go through)\b",
    ),
    "de": (r"dank", r"leid\b|entschuldig|bedauer", r"ärger|enttäusch|verständlich|zu recht|versteh"),
    "es": (
        r"gracias|agradec",
        r"lament|sent?imos|siento|disculp|perdón",
        r"molest|malestar|decepci|comprens|enfad|entend",
    ),
    "fr": (r"merci|remerci", r"désolé|excus|regrett", r"agaç|mécontent|déception|déplu|comprend|colère"),
    "pt": (r"obrigad|agradec", r"lament|desculp|sent?imos|sinto", r"incomod|insatisf|decepç|compreens|irritaç|entend"),
}
"""Kinds of courtesy by language: one of each is enough for a reply."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Trigrams = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Recent:
    """The listing's last replies as far as a new one is held beside them."""

    openings: frozenset[tuple[str, ...]]
    trigrams: tuple[Trigrams, ...]


def recent_of(texts: Sequence[str]) -> Recent:
    """Read the last replies, the newest first."""
    read = [_words(text) for text in texts[: N_RECENT + 2]]
    return Recent(frozenset(tuple(words[:N_OPENING]) for words in read), tuple(_trigrams(words) for words in read))


def ranked(
    made: Iterable[Candidate], business: Business, platform: Platform, recent: Recent, lang: str
) -> list[Candidate]:
    """Return the wordings of one plan, the best first; of equals the one that was made first."""
    points = [(-_points(one, business, platform, recent, lang), at, one) for at, one in enumerate(made)]
    return [one for _, _, one in sorted(points, key=lambda row: row[:2])]


def similarity(one: Trigrams, other: Trigrams) -> float:
    """Return the Jaccard index of two texts' word trigrams."""
    return len(one & other) / len(one | other) if one or other else 0.0


def grade(sentences: Iterable[str]) -> float:
    """Return the reading grade of an English text (Kincaid and others, 1975), by counted groups of vowels."""
    counts = [_counts(one) for one in sentences]
    n_words = sum(words for words, _ in counts)
    if not n_words:
        return 0.0
    return 0.39 * n_words / len(counts) + 11.8 * sum(syllables for _, syllables in counts) / n_words - 15.59


def _points(one: Candidate, business: Business, platform: Platform, recent: Recent, lang: str) -> float:
    words = _words(one.text)
    trigrams = _trigrams(words)
    nearest = max((similarity(trigrams, other) for other in recent.trigrams), default=0.0)
    points = 2.0 * len(one.steps) - 6.0 * nearest
    points -= 6.0 * (nearest >= NEAR_COPY)
    points -= 4.0 * (tuple(words[:N_OPENING]) in recent.openings)
    points -= 8.0 * _n_avoided(one.text, business.avoid)
    points -= 2.0 * (platform.length(one.text) > platform.limit * _ROOMY)
    points -= 3.0 * sum(_counts(sentence.text)[0] > MAX_WORDS for sentence in one.sentences)
    points -= _repeats(one)
    points -= 3.0 * _n_doubled(one, lang)
    if lang in _COURTESY:
        points -= 2.0 * (not _COURTESY[lang].search(one.text))
    if lang == "en":
        points -= max(0.0, grade(sentence.text for sentence in one.sentences if sentence.move != "sign") - MAX_GRADE)
    return points


def _n_avoided(text: str, avoid: Sequence[str]) -> int:
    return sum(bool(_whole(word).search(text)) for word in avoid if word.strip())


@lru_cache(maxsize=256)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word.strip())}(?!\w)", re.IGNORECASE)


def _repeats(one: Candidate) -> float:
    """Return how often two sentences of a draft share a run of three words or begin alike: it reads like a form."""
    rows = [_words(sentence.text) for sentence in one.sentences if sentence.move not in ("greet", "sign")]
    seen: set[tuple[str, ...]] = set()
    n = 0.0
    for row in rows:
        own = {tuple(row[at : at + 3]) for at in range(len(row) - 2)}
        n += len(own & seen)
        seen |= own
    begins = [tuple(row[:2]) for row in rows]
    return n + len(begins) - len(set(begins))


def _n_doubled(one: Candidate, lang: str) -> int:
    """Return how often a draft is courteous in one way twice: sorry after an apology, "annoyed" after "annoying"."""
    said = [kind for it in one.sentences if it.move not in ("greet", "sign") for kind in _kinds_in(it.text, lang)]
    return len(said) - len(set(said))


@lru_cache(maxsize=8192)
def _kinds_in(text: str, lang: str) -> tuple[int, ...]:
    kinds = _KINDS.get(lang, ())
    return tuple(at for at, kind in enumerate(kinds) if re.search(kind, text, re.IGNORECASE))


@lru_cache(maxsize=8192)
def _counts(sentence: str) -> tuple[int, int]:
    words = _words(sentence)
    return len(words), sum(_syllables(word) for word in words)


@lru_cache(maxsize=8192)
def _syllables(word: str) -> int:
    n = len(re.findall(r"[aeiouy]+", word))
    is_silent = word.endswith("e") and not word.endswith(("le", "ee")) and n > 1
    return max(1, n - is_silent)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _trigrams(words: Sequence[str]) -> Trigrams:
    return frozenset(tuple(words[at : at + 3]) for at in range(len(words) - 2))
