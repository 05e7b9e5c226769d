"""How the texts of a review sound, sentence by sentence.

Tone is VADER's compound on folded text, so that look-alike letters, full-width letters and stretched words hide
nothing. Offsets point into the field as received.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from reviewwatch.assess import reading as taking_apart
from reviewwatch.assess.words import marks_in
from reviewwatch.sentiment.vader import compounds
from reviewwatch.text.language import MAX_CHARS as MAX_GUESSED
from reviewwatch.text.language import guess_language, speaks_english
from reviewwatch.text.reading import MAX_CHARS, Passage, Reading
from reviewwatch.types import Review, TextField

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


class Heard(NamedTuple):
    """One field of a review with how it sounds.

    Attributes:
        tones: Of its sentences, -1 to 1.
    """

    passage: Passage
    tones: list[float]

    def text(self, number: int) -> str:
        """Return one of its sentences, counted from 0, with the white space around it."""
        start, end = self.passage.spans[number]
        return self.passage.folded.text[start:end]

    def sentence(self, number: int) -> Sentence:
        """Return one of its sentences with where it stands."""
        passage, piece = self.passage, self.text(number)
        start = passage.spans[number][0] + len(piece) - len(piece.lstrip())
        words = piece.strip()
        place = passage.folded.span(start, start + len(words))
        return Sentence(passage.field, *place, words, self.tones[number], is_asked=_is_asked(passage.field))

    def marks(self) -> list[frozenset[str]]:
        """Return the marks of the words in each of its sentences."""
        ends = list(accumulate(map(len, self.passage.words), initial=0))
        return [marks_in(self.passage.kinds[first:end]) for first, end in pairwise(ends)]


def language(review: Review, reading: Reading) -> str | None:
    """Return the language that the review is written in, None where nobody can say.

    The text counts before what the site says: sites often state the language of the device.
    """
    guessed = "en" if _is_plainly_english(reading) else _guessed(review)
    if guessed or not review.lang:
        return guessed
    return review.lang.lower().replace("_", "-").partition("-")[0] or None


def hear(reading: Reading) -> list[Heard]:
    """Return how every field sounds that says something."""
    return [Heard(passage, tones) for passage in reading.passages if (tones := _tones(passage))]


def read(review: Review) -> list[Sentence]:
    """Return every sentence with its tone, field by field."""
    heard = hear(taking_apart.read(review))
    return [one.sentence(number) for one in heard for number in range(len(one.tones))]


def _is_plainly_english(reading: Reading) -> bool:
    """Say whether the words alone tell that it is English: what is folded, or very long, is looked at as a whole."""
    n_chars, voices = 0, ""
    for passage in reading.passages:
        if passage.folded.starts is not None:
            return False
        n_chars += len(passage.folded.text) + 1
        voices += passage.voices
    return n_chars <= MAX_GUESSED and speaks_english(voices)


def _guessed(review: Review) -> str | None:
    texts = [text[:MAX_CHARS] for text in (review.title, review.text, review.positive, review.negative) if text]
    return guess_language("\n".join(texts)) if texts else None


def _tones(passage: Passage) -> list[float]:
    text = passage.folded.text
    if _is_asked(passage.field) and _NOTHING.fullmatch(text):
        return []
    tones = compounds(text, passage.spans, passage.words, passage.roles)
    if passage.field is TextField.POSITIVE:
        return [max(tone, _ASKED) for tone in tones]
    if passage.field is TextField.NEGATIVE:
        return [min(tone, -_ASKED) for tone in tones]
    return tones


def _is_asked(field: TextField) -> bool:
    return field is TextField.POSITIVE or field is TextField.NEGATIVE
