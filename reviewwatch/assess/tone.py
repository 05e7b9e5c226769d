"""The texts of a review, sentence by sentence: where each stands and how it sounds.

Tone is VADER's compound on folded text, so that look-alike letters, full-width letters and stretched words hide
nothing. Offsets point into the field as received.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch.sentiment.vader import polarity_scores
from reviewwatch.text import fold, guess_language, sentences
from reviewwatch.types import Review, TextField

MAX_CHARS: Final = 20_000
"""Of each field, about 3,500 words. Longer texts are read up to there, so that no review takes long to judge."""

TEXT_FIELDS: Final = (TextField.TITLE, TextField.TEXT, TextField.POSITIVE, TextField.NEGATIVE)

# What people write where a site asks what they did not like, and there was nothing.
_NOTHING: Final = re.compile(
    r"\W*(?:(?:absolutely|really|just|honestly) )?(?:nothing|none|no|nil|nope|n/?a|not applicable|no complaints?"
    r"|(?:i )?can'?t think of anything)(?: (?:at all|really|much|to (?:dislike|complain about|report)|comes to mind"
    r"|i can think of|i did ?n[o']t like))?\W*",
    re.IGNORECASE,
)
_ASKED: Final = 0.3
"""An answer to "what did you (not) like?" means at least this much, however mildly it is worded."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a review.

    Attributes:
        start, end: In the field as received.
        folded: The sentence as it was scored.
        tone: -1 to 1.
        is_asked: It answers "what did you like?" or "what did you not like?".
    """

    field: TextField
    start: int
    end: int
    folded: str
    tone: float
    is_asked: bool = False


def language(review: Review) -> str | None:
    """Return the language that the review is written in, None where nobody can say.

    The text counts before what the site says: sites often state the language of the device.
    """
    texts = [text[:MAX_CHARS] for name in TEXT_FIELDS if (text := getattr(review, name.value))]
    guessed = guess_language("\n".join(texts)) if texts else None
    return guessed or (review.lang.lower().replace("_", "-").partition("-")[0] or None if review.lang else None)


def read(review: Review) -> Iterator[Sentence]:
    """Yield every sentence with its tone, field by field."""
    for name in TEXT_FIELDS:
        text: str = getattr(review, name.value)
        if text:
            yield from _read_field(name, text[:MAX_CHARS])


def _read_field(name: TextField, text: str) -> Iterator[Sentence]:
    folded = fold(text)
    if name in (TextField.POSITIVE, TextField.NEGATIVE):
        if _NOTHING.fullmatch(folded.text):
            return
        floor = _ASKED if name is TextField.POSITIVE else -_ASKED
        for start, end in sentences(folded.text):
            words = folded.text[start:end]
            tone = polarity_scores(words)["compound"]
            clear = max(tone, floor) if floor > 0 else min(tone, floor)
            yield Sentence(name, *folded.span(start, end), words, clear, is_asked=True)
        return
    for start, end in sentences(folded.text):
        words = folded.text[start:end]
        yield Sentence(name, *folded.span(start, end), words, polarity_scores(words)["compound"])
