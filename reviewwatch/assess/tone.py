"""How the texts of a review sound, sentence by sentence.

Tone is VADER's compound on folded text, so that look-alike letters, full-width letters and stretched words hide
nothing. Offsets point into the field as received.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Final, NamedTuple

from reviewwatch.assess import reading as taking_apart
from reviewwatch.assess.words import line_of
from reviewwatch.sentiment.vader import compounds, is_quiet
from reviewwatch.text.language import MAX_CHARS as MAX_GUESSED
from reviewwatch.text.language import guess_language, speaks_english
from reviewwatch.text.reading import MAX_CHARS, Line, Passage, Reading
from reviewwatch.types import Review, TextField

# What people write where a site asks what they did not like, and there was nothing.
_NO_ANSWER: Final = re.compile(
    r"\W*(?:(?:absolutely|really|just|honestly) )?(?:nothing|none|no|nil|nope|n/?a|not applicable|no complaints?"
    r"|(?:i )?can'?t think of anything)(?: (?:at all|really|much|to (?:dislike|complain about|report)|comes to mind"
    r"|i can think of|i did ?n[o']t like))?\W*",
    re.IGNORECASE,
)
_ASKED: Final = frozenset([TextField.POSITIVE, TextField.NEGATIVE])
_MEANT: Final = 0.3
"""An answer to "what did you (not) like?" means at least this much, however mildly it is worded."""


class Heard(NamedTuple):
    """A review with how it sounds.

    Attributes:
        passages: That say something.
        line: Their words.
        ends: Words before each of their sentences, and at the end all.
        marks: Of all of them.
        tones: Of their sentences, -1 to 1.
        is_quiet: Nothing but their words makes them sound so.
    """

    passages: Sequence[Passage]
    line: Line
    ends: Sequence[int]
    marks: frozenset[str]
    tones: list[float]
    is_quiet: bool


UNHEARD: Final = Heard((), line_of(()), (0,), frozenset(), [], is_quiet=True)


def language(review: Review, reading: Reading) -> str | None:
    """Return the language that the review is written in, None where nobody can say.

    The text counts before what the site says: sites often state the language of the device.
    """
    guessed = "en" if _is_plainly_english(reading) else _guessed(review)
    if guessed or not review.lang:
        return guessed
    return review.lang.lower().replace("_", "-").partition("-")[0] or None


def hear(reading: Reading) -> Heard:
    """Return how every field sounds that says something."""
    asked = [passage for passage in reading.passages if passage.field in _ASKED]
    silent = [passage for passage in asked if _NO_ANSWER.fullmatch(passage.folded.text)]
    if silent:
        reading = taking_apart.without(reading, silent)
    ends = list(accumulate([len(words) for passage in reading.passages for words in passage.words], initial=0))
    quiet = all(is_quiet(passage.folded.text) for passage in reading.passages)
    texts = () if quiet else _sentences(reading.passages)
    tones = compounds(reading.line.words, reading.line.roles, list(pairwise(ends)), texts)
    if asked:
        tones = list(_meant(reading.passages, tones))
    return Heard(reading.passages, reading.line, ends, reading.marks, tones, quiet)


def _is_plainly_english(reading: Reading) -> bool:
    """Say whether the words alone tell that it is English: what is folded, or very long, is looked at as a whole."""
    n_chars = 0
    for passage in reading.passages:
        if passage.folded.starts is not None:
            return False
        n_chars += len(passage.folded.text) + 1
    return n_chars <= MAX_GUESSED and speaks_english(reading.line.voices)


def _guessed(review: Review) -> str | None:
    texts = [text[:MAX_CHARS] for text in (review.title, review.text, review.positive, review.negative) if text]
    return guess_language("\n".join(texts)) if texts else None


def _sentences(passages: Sequence[Passage]) -> list[str]:
    return [passage.folded.text[start:end] for passage in passages for start, end in passage.spans]


def _meant(passages: Sequence[Passage], tones: Sequence[float]) -> Iterator[float]:
    """Yield how sentences are meant that sound so, where some answer what was good or bad."""
    fields = chain.from_iterable([passage.field] * len(passage.words) for passage in passages)
    for field, tone in zip(fields, tones, strict=True):
        if field is TextField.POSITIVE:
            yield max(tone, _MEANT)
        else:
            yield min(tone, -_MEANT) if field is TextField.NEGATIVE else tone
