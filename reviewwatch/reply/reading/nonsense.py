"""Texts that say nothing, or nothing of the business: blanks, keyboard noise, foreign addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from reviewwatch.assess import topics
from reviewwatch.assess.stems import stems_of
from reviewwatch.reply.reading.lines import Line
from reviewwatch.reply.reading.nouns import nouns
from reviewwatch.reply.understood import Place
from reviewwatch.text.profiles import LATIN
from reviewwatch.types import Review

_BLANK: Final = re.compile(
    r"(?:[\W_]*(?:n\W?a|nil|null|none|nothing|no (?:comment|comments|text|review)|not applicable|"
    r"keine? angabe|sin comentarios?"
    r"|sans commentaire|sem coment[aá]rios?|xx+|x)[\W_]*)?[\s.,;:!?\-_–—…*/|~'\"#·•\u200b]*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"https?://\S+|\bwww\.\S+|\b[\w-]+\.(?:com|net|org|info|biz|shop|xyz|top|ru|cn|io|me|ly|club|site|"
    r"store|online|live|example)\b(?:/\S*)?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w+",
    re.IGNORECASE,
)
_OURS: Final = re.compile(
    r"\b(?:your|their|the|its|this|our|link|page|website|site|app|mail|from|called)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
_IS_LINK: Final = re.compile(r"https?:|www\.|[^@]*@|[^/]*/.|.*\.(?:xyz|top|ru|cn|club|online|live|ly)\b", re.IGNORECASE)
_CALLS: Final = re.compile(
    r"\b(?:visit|check|see|go|click|contact|order|buy|mail|write|sign|join|deals?|cheap(?:er)?|at|on|try|use|search|google|follow)"
    r"\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
"""What sends readers to an address; "Amazon.com was cheaper" only names a shop."""
_NUMBER: Final = re.compile(
    r"(?:call|ring|text|phone|tel|mob|whatsapp|message|contact)\W.{0,30}?\+?\d[\d ()/-]{6,}\d", re.IGNORECASE
)
_TRACE: Final = re.compile(r"\.\S|//|\d")
"""What every address and every number holds, and few sentences do."""
_MASHED: Final = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{6}|(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|zxcv|xcvb|cvbn)|(.{2,4})\1{3}",
    re.IGNORECASE,
)
_VOWEL: Final = re.compile("[aeiouyà-ÿ]", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SEVERAL: Final = 3
_MANY: Final = 0.5
"""Share of the words from which a text is noise."""


def says_nothing(review: Review) -> bool:
    """Say whether neither title nor text says anything; a lone emoji does."""
    texts = (review.title, review.text, review.positive, review.negative)
    return all(_BLANK.fullmatch(text[:200]) and not text[200:].strip() for text in texts)


def is_web_spam(lines: Sequence[Line]) -> Place | None:
    """Return where an address stands that is not told as the business's own."""
    for line in lines:
        if not _TRACE.search(line.folded.text, line.start, line.end):
            continue
        for found in _ADDRESS.finditer(line.folded.text, line.start, line.end):
            before = line.folded.text[max(line.start, found.start() - 40) : found.start()]
            is_told = _IS_LINK.match(found[0]) or _CALLS.search(before) or line.text == found[0]
            if is_told and not _OURS.search(before):
                return Place(line.field, *line.folded.span(*found.span()))
        number = _NUMBER.search(line.folded.text, line.start, line.end)
        if number:
            return Place(line.field, *line.folded.span(*number.span()))
    return None


def is_gibberish(lines: Sequence[Line]) -> Place | None:
    """Return the first line if most words are keyboard noise, or none of several is a word of any kind that we know."""
    words = [word for line in lines[:20] for word in _WORD.findall(line.text[:2000])]
    if not words or not all(line.text.isascii() for line in lines[:20]):
        return None
    n_noise = sum(len(word) for word in words if _is_noise(word))
    if n_noise > _MANY * sum(map(len, words)):
        return lines[0].place()
    is_strange = len(words) >= _SEVERAL and not any(_is_known(word.lower()) for word in words)
    return lines[0].place() if is_strange else None


def _is_known(word: str) -> bool:
    if (word,) in nouns() or any(word in profile for profile in LATIN.values()):
        return True
    return any(stem in topics().first_words for stem in stems_of(word))


@lru_cache(maxsize=20_000)
def _is_noise(word: str) -> bool:
    if len(word) < 4 or word.isupper():
        return False
    return bool(_MASHED.search(word)) or not _VOWEL.search(word)
