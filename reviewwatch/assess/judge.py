"""Stars, tone, themes and people put together into one assessment with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from reviewwatch.assess import own as own_words
from reviewwatch.assess.odds import band, contradicts, p_detractor, rating_clause
from reviewwatch.assess.phrases import GROUPS
from reviewwatch.assess.praise import forms_among, names_in
from reviewwatch.assess.reading import PARTS, read
from reviewwatch.assess.risk import LOWERED, WHY, Risk, risk_in
from reviewwatch.assess.sensitive import CLAUSES, Matter, matter_in
from reviewwatch.assess.statements import Clause, clauses_of
from reviewwatch.assess.themes import mentions
from reviewwatch.assess.tone import UNHEARD, Heard, hear, language
from reviewwatch.assess.topics import MATTER, RISK, Topics, topics
from reviewwatch.assess.words import marks_in
from reviewwatch.assess.worst import Statement, worst_first
from reviewwatch.sentiment.model import load
from reviewwatch.text.reading import MAX_CHARS, Reading
from reviewwatch.types import Assessment, Band, Rating, Reason, Review, Sensitivity, TextField, Unhappy

if TYPE_CHECKING:
    from reviewwatch.sentiment.own import OwnJudge
    from reviewwatch.sentiment.own.verdict import Calibration

SCORER: Final = "stars+detector+themes 6"

THANKED: Final = "thanks a person or a team by name"
BY_STARS: Final = "the stars alone decide"
_MAX_SHOWN: Final = 2

_HAPPY: Final = 0.3
"""Tone of a sentence from which it speaks against an unhappy text."""
_NOT_UNHAPPY: Final = -0.3
"""Tone of a sentence up to which it may still praise: "he stayed when I cried" sounds sad."""
_LOW_RATING: Final = 0.25
_MIDDLE: Final = 0.5
_HIGH_RATING: Final = 0.7
_BEST_RATING: Final = 0.95
_FELT: Final = 0.1
_FEW_WORDS: Final = 15
_DENIALS: Final = GROUPS["<neg>"]
_UNTOLD: Final = -0.4
"""Log odds of a short text without stars that neither feels nor judges anything, at most."""
_TELLING: Final = frozenset([MATTER, RISK])
_THANKED: Final = 1.5
"""What thanks to a named person take from the log odds where there are no stars, as `_FOR_THANKS` adds to the tone."""
_FOR_THANKS: Final = 0.3
"""What thanks to a named person add to the mean tone where there are no stars: few who complain name anybody so."""


class _Found(NamedTuple):
    """What the words of a review tell.

    Attributes:
        names: Where people stand whom it praises.
    """

    clauses: Sequence[Clause]
    worst: Sequence[Statement]
    names: Sequence[Reason]
    matter: Matter | None
    risk: Risk | None


_NOTHING: Final = _Found((), (), (), None, None)
_NONE: Final[Mapping[str, OwnJudge]] = MappingProxyType({})


def assess(
    review: Review,
    reading: Reading | None = None,
    *,
    asked: Topics | None = None,
    was_share: float | None = None,
    own: Mapping[str, OwnJudge] = _NONE,
    calibration: Calibration | None = None,
) -> Assessment:
    """Judge one revision of a review.

    A text whose language nobody can tell ("gr8!!", "trash") is scored if it holds English words of feeling, since
    that is evidence enough; otherwise it is left unscored. A text in another language is scored by the team's own model
    of that language alone. Without one the stars decide, and without stars there is no verdict.

    Args:
        reading: What `read` made of it, where the caller has that already.
        asked: The themes to look for; without, those of every trade.
        was_share: The rating before the author changed it, as a share of its scale.
        own: The team's own models by language. Where the shipped detector reads the text, too, they add to it.
        calibration: How likely a flag of each probability is right, as the team decided.
    """
    reading = read(review) if reading is None else reading
    asked = topics() if asked is None else asked
    lang = language(review, reading)
    heard = hear(reading) if lang in ("en", None) else UNHEARD
    if lang is None and not any(heard.tones):
        heard = UNHEARD
    tones = heard.tones
    found = _found(review, heard, asked) if tones else _NOTHING
    tone = _tone(tones, is_thanked=bool(found.names) and review.rating is None)
    says = _says(heard, is_thanked=bool(found.names) and review.rating is None)
    if review.rating is None and says is not None and _is_bare_fact(heard, found.clauses):
        says = min(says, _UNTOLD)
    owned = _own_word(own, lang, review, says)
    if owned is not None:
        says = owned.text
    p = p_detractor(review.rating, says)
    if calibration is not None and p is not None:
        p = calibration.of(p)
    is_conflict = contradicts(review.rating, says, tones)
    may_be_lost = not is_conflict and (_is_torn(review.rating) or band(p) is not Band.DETRACTOR)
    risk = _risk_reasons(review.rating, found.risk, was_share) if may_be_lost else ()
    return Assessment(
        p_detractor=p,
        band=band(p),
        sentiment=tone,
        is_conflict=is_conflict,
        is_at_risk=bool(risk),
        is_praise=bool(found.names),
        sensitivity=found.matter.kind if found.matter else Sensitivity.NONE,
        themes=mentions(found.clauses, asked, _lean(review.rating), found.names),
        reasons=(
            *_rating_reasons(review, is_conflict),
            *_matter_reasons(found.matter),
            *risk,
            *_worst_reasons(found.worst),
            *(() if owned is None else _own_reasons(owned, has_worst=bool(found.worst))),
            *found.names,
            *(() if reading.is_plain and tones else _reading_reasons(review, lang, is_scored=says is not None)),
        ),
        lang=lang,
        scorer=_scorer(owned, calibration),
    )


def _found(review: Review, heard: Heard, asked: Topics) -> _Found:
    clauses = clauses_of(heard, asked)
    risk = risk_in(clauses, is_torn=_is_torn(review.rating))
    is_low = review.rating is not None and review.rating.share <= _MIDDLE
    worst = worst_first(clauses, review.field, is_unhappy=is_low or (risk is not None and _is_torn(review.rating)))
    return _Found(clauses, worst, _names(review, heard, asked), matter_in(clauses), risk)


def _is_torn(rating: Rating | None) -> bool:
    """Say whether the stars are neither the best nor bad: three or four of five."""
    return rating is not None and _LOW_RATING < rating.share < _BEST_RATING


def _lean(rating: Rating | None) -> float:
    """Return how the author feels as the stars say, -1 to 1."""
    return 0.0 if rating is None else 2.0 * rating.share - 1.0


def _tone(tones: Sequence[float], is_thanked: bool) -> float | None:
    """Return the mean over the sentences, the best measure of the whole that there is without training."""
    if not tones:
        return None
    mean = sum(tones) / len(tones)
    return min(mean + _FOR_THANKS, 1.0) if is_thanked else mean


def _says(heard: Heard, is_thanked: bool) -> float | None:
    """Return the log odds that a detractor wrote this, counted from the threshold; None where nothing was heard."""
    if not heard.tones:
        return None
    detector = load("en")
    if detector is None:
        return None
    even = log(detector.threshold / (1.0 - detector.threshold))
    sentences = [words for passage in heard.passages for words in passage.words]
    return detector.logit(sentences, heard.line.tokens, heard.tones) - even - (_THANKED if is_thanked else 0.0)


def _is_bare_fact(heard: Heard, clauses: Sequence[Clause]) -> bool:
    """Say whether a short text feels, judges and denies nothing: "We arrived on Friday" is no complaint."""
    stems = [stem for word in heard.line.stems for stem in word]
    if len(stems) > _FEW_WORDS or not _DENIALS.isdisjoint(stems) or any(abs(tone) >= _FELT for tone in heard.tones):
        return False
    said = [sign for clause in clauses for _, _, sign in (*clause.said, *clause.further)]
    return not any(sign.polarity or sign.kind in _TELLING for sign in said)


def _scorer(owned: own_words.OwnWord | None, calibration: Calibration | None) -> str:
    judges = SCORER if owned is None else owned.scorer
    return judges if calibration is None else f"{judges} + {calibration.scorer}"


def _own_word(
    own: Mapping[str, OwnJudge], lang: str | None, review: Review, prior: float | None
) -> own_words.OwnWord | None:
    if not own or lang is None or lang not in own:
        return None
    return own_words.ask(own[lang], review, SCORER, prior)


def _own_reasons(owned: own_words.OwnWord, has_worst: bool) -> list[Reason]:
    worst = [] if owned.worst is None or has_worst else [Reason(*owned.worst, Unhappy.WORST)]
    return [*worst, owned.read]


def _names(review: Review, heard: Heard, asked: Topics) -> list[Reason]:
    """Return where the review names people whom it praises, in the order of the text.

    Who is thanked in a sad sentence of a bad review is blamed: "thanks to Marta we missed the train".
    """
    is_happy = review.rating is None or review.rating.share >= _HIGH_RATING
    forms = forms_among(heard.marks, is_told=is_happy and not asked.has_characters)
    if not forms:
        return []
    is_bad = review.rating is not None and review.rating.share < _MIDDLE
    found = []
    first = 0
    tones = iter(heard.tones)
    for passage in heard.passages:
        for (start, end), words in zip(passage.spans, passage.words, strict=True):
            begin, first = first, first + len(words)
            if next(tones) < (_HAPPY if is_bad else _NOT_UNHAPPY):
                continue
            sentence, marks = passage.folded.text[start:end], marks_in(heard.line.kinds[begin:first])
            for one, other in names_in(sentence, marks, forms, asked.first_words):
                place = passage.folded.span(start + one, start + other)
                found.append(Reason(passage.field, *place, THANKED))
    return found


def _worst_reasons(worst: Sequence[Statement]) -> list[Reason]:
    """Return where what weighs most stands, then what else is unhappy."""
    first = [Reason(one.field, one.start, one.end, Unhappy.WORST) for one in worst[:1]]
    others = [one for one in worst[1:] if one.is_unhappy][: _MAX_SHOWN - 1]
    return [*first, *(Reason(one.field, one.start, one.end, _why(one)) for one in others)]


def _why(statement: Statement) -> str:
    return Unhappy.DISLIKED if statement.field is TextField.NEGATIVE else Unhappy.FURTHER


def _matter_reasons(matter: Matter | None) -> list[Reason]:
    if matter is None:
        return []
    return [Reason(matter.clause.field, matter.clause.start, matter.clause.end, CLAUSES[matter.kind])]


def _risk_reasons(rating: Rating | None, risk: Risk | None, was_share: float | None) -> tuple[Reason, ...]:
    """Return why somebody who is no detractor may be lost: by the words, and by stars that were taken away."""
    by_stars = (
        (Reason(TextField.RATING, 0, len(rating.raw), LOWERED),)
        if rating is not None and was_share is not None and was_share > rating.share
        else ()
    )
    if risk is None:
        return by_stars
    return (*by_stars, Reason(risk.clause.field, risk.clause.start, risk.clause.end, WHY[risk.kind]))


def _rating_reasons(review: Review, is_conflict: bool) -> list[Reason]:
    if review.rating is None:
        return []
    end = len(review.rating.raw)
    reasons = [Reason(TextField.RATING, 0, end, rating_clause(review.rating))]
    if is_conflict:
        is_high = review.rating.share >= _HIGH_RATING
        why = "the rating is high and the text unhappy" if is_high else "the rating is low and the text happy"
        reasons.append(Reason(TextField.RATING, 0, end, why))
    return reasons


def _reading_reasons(review: Review, lang: str | None, is_scored: bool) -> list[Reason]:
    """Say what of the text was not read, and why, and what decides then."""
    reasons = []
    if not is_scored:
        first = next((field for field, name in PARTS if getattr(review, name).strip()), None)
        if first is not None:
            is_other = lang is not None and lang != "en"
            why = f"the text is in another language ({lang}) and was not scored"
            reasons.append(Reason(first, 0, 0, why if is_other else "the text says too little to be scored"))
        if review.rating is not None:
            why = BY_STARS if first is not None else f"there are no words: {BY_STARS}"
            reasons.append(Reason(TextField.RATING, 0, len(review.rating.raw), why))
        elif first is None:
            reasons.append(Reason(TextField.RATING, 0, 0, "there are neither words nor stars"))
    for field, name in PARTS:
        size = len(getattr(review, name))
        if size > MAX_CHARS:
            why = f"the text is very long: what comes after {MAX_CHARS:,} characters was not read"
            reasons.append(Reason(field, MAX_CHARS, size, why))
    return reasons
