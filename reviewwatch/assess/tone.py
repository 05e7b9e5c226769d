"""The texts of a review, sentence by sentence: where each stands and how it sounds.

Tone is VADER's compound on folded text, so that look-alike letters, full-width letters and stretched words hide
nothing. Offsets point into the field as received.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reviewwatch.sentiment.vader import compound
from reviewwatch.text import Folded, fold, guess_language, sentences
from reviewwatch.types import Review, TextField

MAX_CHARS: Final = 20_000
"""Of each field, about 3,500 words. Longer texts are read up to there, so that no review takes long to judge."""

PARTS: Final = (
    (TextField.TITLE, "title"),
    (TextField.TEXT, "text"),
    (TextField.POSITIVE, "positive"),
    (TextField.NEGATIVE, "negative"),
)
"""The fields that hold words, with their names: an enum's value costs more than the attribute that it names."""

# What people write where a site asks what they did not like, and there was nothing.
_NOTHING: Final = re.compile(
    r"\W*(?:(?:absolutely|really|just|honestly) )?(?:nothing|none|no|nil|nope|n/?a|not applicable|no complaints?"
    r"|(?:i )?can'?t think of anything)(?: (?:at all|really|much|to (?:dislike|complain about|report)|comes to mind"
    r"|i can think of|i did ?n[o']t like))?\W*",
    re.IGNORECASE,
)
_ASKED: Final = 0.3
"""An answer to "what did you (not) like?" means at least this much, however mildly it is worded."""


class Sentence(NamedTuple):
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
    texts = [text[:MAX_CHARS] for text in (review.title, review.text, review.positive, review.negative) if text]
    guessed = guess_language("\n".join(texts)) if texts else None
    if guessed or not review.lang:
        return guessed
    return review.lang.lower().replace("_", "-").partition("-")[0] or None


def read(review: Review) -> list[Sentence]:
    """Return every sentence with its tone, field by field."""
    said: list[Sentence] = []
    for field, name in PARTS:
        text: str = getattr(review, name)
        if text:
            said += _read_field(field, text[:MAX_CHARS])
    return said


def _read_field(field: TextField, text: str) -> list[Sentence]:
    folded = fold(text)
    whole = folded.text
    if field is TextField.POSITIVE or field is TextField.NEGATIVE:
        return [] if _NOTHING.fullmatch(whole) else _read_answer(field, folded)
    if folded.starts is None:  # nothing was folded: each sentence stands where it was found
        return [Sentence(field, at, end, words := whole[at:end], compound(words)) for at, end in sentences(whole)]
    place = folded.span
    return [
        Sentence(field, *place(start, end), words := whole[start:end], compound(words))
        for start, end in sentences(whole)
    ]


def _read_answer(field: TextField, folded: Folded) -> list[Sentence]:
    said = []
    for start, end in sentences(folded.text):
        words = folded.text[start:end]
        tone = compound(words)
        meant = max(tone, _ASKED) if field is TextField.POSITIVE else min(tone, -_ASKED)
        said.append(Sentence(field, *folded.span(start, end), words, meant, is_asked=True))
    return said
