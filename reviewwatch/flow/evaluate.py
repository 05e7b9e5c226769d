"""How good the flags were, by what people decided since, and how good each judge is on the text alone, by the stars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import pairwise
from typing import Final

from reviewwatch.assess.own import text_of
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.learn import MIN_LABELS, MIN_OF_EACH, language_of, log_odds, of_text_alone
from reviewwatch.flow.marks import Basis, Marked, marked
from reviewwatch.flow.own import own_of
from reviewwatch.sentiment import measures
from reviewwatch.sentiment.measures import UNKNOWN, Interval, Judged
from reviewwatch.sentiment.own.calibration import logistic
from reviewwatch.types import QueueFilter

MIN_DECISIONS: Final = 30
"""With fewer, a share of one half could be a third or two thirds."""
MAX_MISSED: Final = 50
_MAX_JUDGED: Final = 5_000  # texts a language, the first ones; more moves no figure by a hundredth


EDGES: Final = (0.0, 0.5, 0.7, 0.9, 1.0)
MIN_OF_BIN: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The flags whose probability lay in a part of the scale, and how many of them were right.

    Attributes:
        low, high: Of the part; the last one holds its end.
        said: Mean of the probabilities.
        right: Unknown below MIN_OF_BIN.
    """

    low: float
    high: float
    n: int
    said: float
    right: Interval


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags as people took them.

    Attributes:
        n_right: Flagged, and answered or kept for somebody.
        n_wrong, n_missed: Marked so.
        precision, recall: Unknown below MIN_DECISIONS.
        calibration: Of the stored probability, stars included, on the same reviews.
        bins: The same by parts of the scale, of what was flagged; what was never flagged, nobody decided on.
    """

    n_right: int
    n_wrong: int
    n_missed: int
    precision: Interval
    recall: Interval
    calibration: Interval
    bins: tuple[Bin, ...] = ()

    @property
    def is_enough(self) -> bool:
        """True where the figures mean something."""
        return self.n_right + self.n_wrong + self.n_missed >= MIN_DECISIONS


@dataclass(frozen=True, slots=True)
class TextFigures:
    """A judge on the texts of one language, against stars and marks.

    Attributes:
        n_unscored: Texts that it does not judge. They count as not flagged, and not for AUC and calibration.
    """

    lang: str
    scorer: str
    n_unhappy: int
    n_others: int
    n_unscored: int
    auc: Interval
    precision: Interval
    recall: Interval
    calibration: Interval
    is_enough: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A detractor's review that was not flagged, or would not have been by its text alone.

    Attributes:
        p: What the judge gave the text, None where it does not read it.
        is_marked: A person said that its flag was missed; else its stars say it.
    """

    review_id: int
    lang: str | None
    p: float | None
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All of it.

    Attributes:
        missed: Marked ones first, then by what the judge gave the text, the lowest first; MAX_MISSED at most.
        problems: Own models that could not be read.
    """

    flags: Flags
    texts: list[TextFigures]
    missed: list[Missed]
    problems: list[str]


@dataclass(slots=True)
class _Judge:
    """What one judge said of one language so far."""

    lang: str
    scorer: str = ""
    judged: Judged = field(default_factory=lambda: Judged([], [], []))
    n_unhappy: int = 0
    n_others: int = 0
    n_unscored: int = 0
    n_unscored_unhappy: int = 0

    def hear(self, is_unhappy: bool, p: float | None, threshold: float) -> None:
        if self.n_unhappy + self.n_others >= _MAX_JUDGED:
            return
        self.n_unhappy += is_unhappy
        self.n_others += not is_unhappy
        if p is None:
            self.n_unscored += 1
            self.n_unscored_unhappy += is_unhappy
            return
        self.judged.labels.append(is_unhappy)
        self.judged.probabilities.append(p)
        self.judged.called.append(p >= threshold)

    def figures(self) -> TextFigures:
        judged = self.judged
        is_enough = min(self.n_unhappy, self.n_others) >= MIN_OF_EACH and self.n_unhappy + self.n_others >= MIN_LABELS
        hits = sum(1 for label, call in zip(judged.labels, judged.called, strict=True) if label and call)
        return TextFigures(
            lang=self.lang,
            scorer=self.scorer,
            n_unhappy=self.n_unhappy,
            n_others=self.n_others,
            n_unscored=self.n_unscored,
            auc=measures.with_interval(measures.auc, judged) if is_enough else UNKNOWN,
            precision=measures.share(hits, sum(judged.called)) if is_enough else UNKNOWN,
            recall=measures.share(hits, self.n_unhappy) if is_enough else UNKNOWN,
            calibration=measures.with_interval(measures.calibration_error, judged) if is_enough else UNKNOWN,
            is_enough=is_enough,
        )


class _Counts:
    """What is found on the way through the reviews."""

    def __init__(self, desk: Desk) -> None:
        self.threshold = desk.config.triage.threshold
        found = own_of(desk.config)
        self.problems = [f"{one.name}: {one.why}" for one in found.unused]
        self.models = found.models
        self.shipped: dict[str, _Judge] = {}
        self.own: dict[str, _Judge] = {}
        self.decided = Judged([], [], [])
        self.n_right = self.n_wrong = self.n_missed = 0
        self.missed: list[Missed] = []

    def take(self, one: Marked) -> None:
        """Take in one review."""
        self._take_decision(one)
        lang, text = language_of(one), text_of(one.stored.review)
        p = None
        if one.basis in (Basis.STARS, Basis.MARK) and one.is_unhappy is not None and text and lang is not None:
            p = self._take_text(one, one.is_unhappy, lang, text)
        is_low = bool(one.is_unhappy) and one.basis is Basis.STARS and p is not None and p < self.threshold
        if one.was_missed or is_low:
            self.missed.append(Missed(one.stored.review_id, lang, p, one.was_missed))
            if len(self.missed) > 20 * MAX_MISSED:
                self.missed = nsmallest(MAX_MISSED, self.missed, key=_weight)

    def _take_decision(self, one: Marked) -> None:
        self.n_right += one.is_confirmed
        self.n_wrong += one.was_wrong
        self.n_missed += one.was_missed
        p = one.stored.assessment.p_detractor if one.stored.assessment else None
        if p is not None and (one.is_confirmed or one.was_wrong or one.was_missed):
            self.decided.labels.append(not one.was_wrong)
            self.decided.probabilities.append(p)
            self.decided.called.append(not one.was_missed)

    def _take_text(self, one: Marked, is_unhappy: bool, lang: str, text: str) -> float | None:
        p, scorer = of_text_alone(one.stored.review)
        judge = self.shipped.setdefault(lang, _Judge(lang))
        judge.scorer = scorer
        judge.hear(is_unhappy, p, self.threshold)
        model = self.models.get(lang)
        # What it has learned from tells nothing about it.
        if model is None or f"{one.stored.first_seen_at:%Y-%m-%dT%H:%M:%SZ}" <= model.made.at:
            return p
        prior = log_odds(p) if model.prior else 0.0
        logit = model.logit(text, prior)
        p = None if logit is None else logistic(logit)
        self.own.setdefault(lang, _Judge(lang, model.scorer)).hear(is_unhappy, p, model.threshold)
        return p

    def report(self) -> Report:
        """Return the figures."""
        n_all = self.n_right + self.n_wrong + self.n_missed
        is_enough = n_all >= MIN_DECISIONS
        flags = Flags(
            n_right=self.n_right,
            n_wrong=self.n_wrong,
            n_missed=self.n_missed,
            precision=measures.share(self.n_right, self.n_right + self.n_wrong) if is_enough else UNKNOWN,
            recall=measures.share(self.n_right, self.n_right + self.n_missed) if is_enough else UNKNOWN,
            calibration=measures.with_interval(measures.calibration_error, self.decided) if is_enough else UNKNOWN,
            bins=tuple(_bins(self.decided)) if is_enough else (),
        )
        judges = sorted((*self.shipped.values(), *self.own.values()), key=lambda one: (one.lang, one.scorer))
        missed = nsmallest(MAX_MISSED, self.missed, key=_weight)
        return Report(flags, [judge.figures() for judge in judges], missed, self.problems)


def evaluate(desk: Desk, wanted: QueueFilter, tell: Callable[[int], None] = lambda _: None) -> Report:
    """Measure the flags and the judges on the team's own decisions and stars. Changes nothing.

    Args:
        tell: Called with the number of reviews read so far, now and then.
    """
    counts = _Counts(desk)
    for n_read, one in enumerate(marked(desk, wanted), 1):
        counts.take(one)
        if n_read % 500 == 0:
            tell(n_read)
    return counts.report()


def _bins(decided: Judged) -> Iterator[Bin]:
    flagged = [
        (p, label) for p, label, call in zip(decided.probabilities, decided.labels, decided.called, strict=True) if call
    ]
    for low, high in pairwise(EDGES):
        own = [(p, label) for p, label in flagged if low <= p < high or p == high == EDGES[-1]]
        if own:
            n_right = sum(label for _, label in own)
            right = measures.share(n_right, len(own)) if len(own) >= MIN_OF_BIN else UNKNOWN
            yield Bin(low, high, len(own), sum(p for p, _ in own) / len(own), right)


def _weight(one: Missed) -> tuple[bool, float, int]:
    return not one.is_marked, -1.0 if one.p is None else one.p, one.review_id
