"""Stars, tone and praise put together into one assessment with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reviewwatch.assess.odds import band, p_detractor, rating_clause
from reviewwatch.assess.praise import forms_among, names_people
from reviewwatch.assess.reading import PARTS, read
from reviewwatch.assess.tone import Heard, Sentence, hear, language
from reviewwatch.text.reading import MAX_CHARS, Reading
from reviewwatch.types import Assessment, Rating, Reason, Review, TextField

SCORER: Final = "stars+vader 1"

_UNHAPPY: Final = -0.3
"""Tone of a sentence from which it is shown as a reason."""
_VERY_UNHAPPY: Final = -0.5
"""Tone of a sentence from which a fairly happy reviewer may be lost."""
_HAPPY: Final = 0.3
"""Tone of a sentence from which it can praise somebody."""
_MAX_SHOWN: Final = 2

_LOW_RATING: Final = 0.25
_HIGH_RATING: Final = 0.7
_CLEARLY_UNHAPPY: Final = -0.4
_CLEARLY_HAPPY: Final = 0.6
"""Mean tone from which a text contradicts the stars, if no sentence of it agrees with them. Happy words are the weaker
evidence: half of all complaints hold some."""
_THANKED: Final = 0.3
"""What thanks to a named person add to the mean tone where there are no stars: few who complain name anybody so."""


def assess(review: Review, reading: Reading | None = None) -> Assessment:
    """Judge one revision of a review.

    A text whose language nobody can tell ("gr8!!", "trash") is scored if it holds English words of feeling, since
    that is evidence enough; otherwise it is left unscored. A text in another language is never scored, and the stars
    decide alone; without stars there is no verdict.

    Args:
        reading: What `read` made of it, where the caller has that already.
    """
    reading = read(review) if reading is None else reading
    lang = language(review, reading)
    heard = hear(reading) if lang in ("en", None) else []
    tones = [tone for one in heard for tone in one.tones]
    if lang is None and not any(tones):
        heard, tones = [], []
    praise = _praise(review.rating, heard)
    tone = _tone(tones, is_thanked=praise is not None and review.rating is None)
    p = p_detractor(review.rating, tone)
    is_conflict = _contradicts(review.rating, tone, tones)
    worst = _worst(heard)
    is_at_risk = _is_at_risk(review.rating, worst) and not is_conflict
    return Assessment(
        p_detractor=p,
        band=band(p),
        sentiment=tone,
        is_conflict=is_conflict,
        is_at_risk=is_at_risk,
        is_praise=praise is not None,
        reasons=(
            *_rating_reasons(review, is_conflict, is_at_risk),
            *[Reason(sentence.field, sentence.start, sentence.end, _unhappy_clause(sentence)) for sentence in worst],
            *((praise,) if praise else ()),
            *(() if reading.is_plain and heard else _reading_reasons(review, lang, is_scored=tone is not None)),
        ),
        lang=lang,
        scorer=SCORER,
    )


def _tone(tones: Sequence[float], is_thanked: bool) -> float | None:
    """Return the mean over the sentences, the best measure of the whole that there is without training."""
    if not tones:
        return None
    mean = sum(tones) / len(tones)
    return min(mean + _THANKED, 1.0) if is_thanked else mean


def _contradicts(rating: Rating | None, tone: float | None, tones: Sequence[float]) -> bool:
    """Say whether the text clearly says the opposite of the stars, with no sentence on their side."""
    if rating is None or tone is None:
        return False
    if rating.share >= _HIGH_RATING:
        return tone <= _CLEARLY_UNHAPPY and all(one < _HAPPY for one in tones)
    if rating.share <= _LOW_RATING:
        return tone >= _CLEARLY_HAPPY and all(one >= 0 for one in tones)
    return False


def _worst(heard: Sequence[Heard]) -> list[Sentence]:
    """Return the unhappiest sentences, in the order of the text."""
    unhappy = [one.sentence(number) for one in heard for number, tone in enumerate(one.tones) if tone <= _UNHAPPY]
    if len(unhappy) <= _MAX_SHOWN:
        return unhappy
    shown = sorted(unhappy, key=lambda one: one.tone)[:_MAX_SHOWN]
    return [one for one in unhappy if one in shown]


def _is_at_risk(rating: Rating | None, worst: Sequence[Sentence]) -> bool:
    """Say whether somebody fairly happy, not fully, is clearly unhappy about something."""
    if rating is None or not _HIGH_RATING <= rating.share < 1.0:
        return False
    return any(sentence.tone <= _VERY_UNHAPPY for sentence in worst)


def _praise(rating: Rating | None, heard: Sequence[Heard]) -> Reason | None:
    if rating is not None and rating.share < 0.5:
        return None
    for one in heard:
        forms = forms_among(one.passage.marks)
        if not forms:
            continue
        for number, tone in enumerate(one.tones):
            if tone >= _HAPPY and names_people(one.text(number), one.marks(number), forms):
                sentence = one.sentence(number)
                return Reason(sentence.field, sentence.start, sentence.end, "thanks a person or a team by name")
    return None


def _unhappy_clause(sentence: Sentence) -> str:
    return "what the reviewer did not like" if sentence.is_asked else "an unhappy sentence"


def _rating_reasons(review: Review, is_conflict: bool, is_at_risk: bool) -> list[Reason]:
    if review.rating is None:
        return []
    end = len(review.rating.raw)
    reasons = [Reason(TextField.RATING, 0, end, rating_clause(review.rating))]
    if is_conflict:
        is_high = review.rating.share >= _HIGH_RATING
        why = "the rating is high and the text unhappy" if is_high else "the rating is low and the text happy"
        reasons.append(Reason(TextField.RATING, 0, end, why))
    if is_at_risk:
        reasons.append(Reason(TextField.RATING, 0, end, "fairly happy, but clearly unhappy about something"))
    return reasons


def _reading_reasons(review: Review, lang: str | None, is_scored: bool) -> list[Reason]:
    """Say what of the text was not read, and why."""
    reasons = []
    if not is_scored:
        first = next((field for field, name in PARTS if getattr(review, name).strip()), None)
        if first is not None:
            is_other = lang is not None and lang != "en"
            why = f"the text is in another language ({lang}) and was not scored"
            reasons.append(Reason(first, 0, 0, why if is_other else "the text says too little to be scored"))
    for field, name in PARTS:
        size = len(getattr(review, name))
        if size > MAX_CHARS:
            why = f"the text is very long: what comes after {MAX_CHARS:,} characters was not read"
            reasons.append(Reason(field, MAX_CHARS, size, why))
    return reasons
