"""A team's own model: from its stars and marks to weights, shown beside the judge that there is, used after a yes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import log
from pathlib import Path
from typing import Final

from reviewwatch import assess
from reviewwatch.assess.own import text_of
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.marks import Basis, Marked, marked
from reviewwatch.flow.own import folder_of
from reviewwatch.sentiment import measures, own
from reviewwatch.sentiment.measures import UNKNOWN, Interval, Judged
from reviewwatch.sentiment.own.calibration import best_threshold
from reviewwatch.sentiment.own.learning import folds
from reviewwatch.types import QueueFilter, Review

MIN_LABELS: Final = 100
MIN_OF_EACH: Final = 15
"""Below either, held-out figures move by a tenth from one draw to the next."""
MAX_LABELS: Final = 2_000
"""The newest count: with more, training takes longer than anybody waits, and gains little."""
MAX_UNLABELLED: Final = 1_000

_SHARE_SCORED: Final = 0.5
_SURE: Final = 0.001  # how near 0 and 1 a prior's probability may come


@dataclass(frozen=True, slots=True)
class Label:
    """One review to learn from.

    Attributes:
        text: All that it says.
        is_marked: A person said so, not the stars.
    """

    review: Review
    text: str
    is_unhappy: bool
    is_marked: bool
    source_id: str


@dataclass(slots=True)
class Material:
    """What there is to learn one language from."""

    lang: str
    labels: deque[Label] = field(default_factory=lambda: deque(maxlen=MAX_LABELS))
    unlabelled: deque[str] = field(default_factory=lambda: deque(maxlen=MAX_UNLABELLED))

    @property
    def n_unhappy(self) -> int:
        """How many labels say detractor."""
        return sum(label.is_unhappy for label in self.labels)

    @property
    def n_others(self) -> int:
        """How many say something else."""
        return len(self.labels) - self.n_unhappy

    @property
    def is_enough(self) -> bool:
        """True where figures from it would mean something."""
        return len(self.labels) >= MIN_LABELS and min(self.n_unhappy, self.n_others) >= MIN_OF_EACH


@dataclass(frozen=True, slots=True)
class Figures:
    """How good a judge is on labels that it has not seen, by the text alone.

    Attributes:
        precision, recall: Of what it would flag by its threshold.
        calibration: Mean distance of probability and truth.
        n_unscored: Texts that it does not judge; they are never flagged.
    """

    auc: Interval
    precision: Interval
    recall: Interval
    calibration: Interval
    n_unscored: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that a person may accept, with the figures of both judges on the same held-out parts.

    Attributes:
        before: Of the shipped judge, all unknown where it reads none of the texts.
        gain: In AUC; a judge that reads nothing ranks as chance does.
    """

    model: own.OwnModel
    before: Figures
    after: Figures
    gain: Interval

    @property
    def is_better(self) -> bool:
        """True where the gain is not chance."""
        return self.gain.low is not None and self.gain.low > 0

    @property
    def is_worse(self) -> bool:
        """True where the loss is not chance."""
        return self.gain.high is not None and self.gain.high < 0


def gather(desk: Desk, wanted: QueueFilter, tell: Callable[[int], None] = lambda _: None) -> dict[str, Material]:
    """Return what there is to learn from, by language; reviews of no known language or without words are left out.

    Args:
        wanted: Its language counts as the one that a text was taken for.
        tell: Called with the number of reviews read so far, now and then.
    """
    found: dict[str, Material] = {}
    for n_read, one in enumerate(marked(desk, replace(wanted, lang=None)), 1):
        lang, text = language_of(one), text_of(one.stored.review)
        if lang is not None and text and wanted.lang in (None, lang):
            material = found.setdefault(lang, Material(lang))
            if one.is_unhappy is None:
                material.unlabelled.append(text)
            else:
                is_marked = one.basis is Basis.MARK
                material.labels.append(Label(one.stored.review, text, one.is_unhappy, is_marked, one.stored.source_id))
        if n_read % 500 == 0:
            tell(n_read)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1].labels)))


def offer(desk: Desk, material: Material) -> Offer:
    """Train a model and hold it beside the shipped judge. Writes nothing; takes seconds.

    Args:
        material: Enough of it.
    """
    labels = list(material.labels)
    p_before, scorers = zip(*(of_text_alone(label.review) for label in labels), strict=True)
    has_prior = sum(p is not None for p in p_before) > _SHARE_SCORED * len(labels)
    examples = [
        own.Example(own.bag_of(one.text), float(one.is_unhappy), log_odds(p) if has_prior else 0.0)
        for one, p in zip(labels, p_before, strict=True)
    ]
    made = own.Made(
        at=f"{desk.now():%Y-%m-%dT%H:%M:%SZ}",
        sources=tuple(sorted({one.source_id for one in labels})),
        n_unhappy=material.n_unhappy,
        n_others=material.n_others,
        n_marked=sum(one.is_marked for one in labels),
        n_unlabelled=0 if has_prior else len(material.unlabelled),
    )
    unlabelled = [] if has_prior else [own.bag_of(text) for text in material.unlabelled]
    trained = own.train(material.lang, examples, unlabelled, made, scorers[-1] if has_prior else "")
    said = [one.is_unhappy for one in labels]
    before = _before(said, p_before, desk.config.triage.threshold)
    after = _after(said, trained.probabilities)
    gain = measures.difference(measures.auc, before, after)
    figures = (_figures_before(before, p_before), _figures(after, 0))
    model = replace(
        trained.model, made=made._replace(before=_round(figures[0].auc.value), after=_round(figures[1].auc.value))
    )
    return Offer(model, *figures, gain)


def accept(desk: Desk, model: own.OwnModel) -> Path:
    """Put a model to use; the one before is kept."""
    return own.save(folder_of(desk.config), model)


def take_back(desk: Desk, lang: str) -> own.OwnModel | None:
    """Go back to the model before the last yes, or to none; return what is in use now.

    Raises:
        FileNotFoundError: No model of that language is in use.
    """
    return own.undo(folder_of(desk.config), lang)


def language_of(one: Marked) -> str | None:
    """Return the language that a review was taken for, else the one that the place states."""
    assessment = one.stored.assessment
    return (assessment.lang if assessment else None) or one.stored.review.lang


def of_text_alone(review: Review) -> tuple[float | None, str]:
    """Return the probability that the shipped judge gives a review without its stars, and the judge's name."""
    assessment = assess.assess(replace(review, rating=None))
    return assessment.p_detractor, assessment.scorer


def log_odds(p: float | None) -> float:
    """Return the offset that a prior's probability is, 0 where it does not judge."""
    if p is None:
        return 0.0
    kept = min(max(p, _SURE), 1 - _SURE)
    return log(kept / (1 - kept))


def _before(labels: list[bool], p_before: Sequence[float | None], threshold: float) -> Judged:
    """Return what the shipped judge says; a text that it does not judge gets the share of detractors, and no flag."""
    share = sum(labels) / len(labels)
    return Judged(
        labels,
        [share if p is None else p for p in p_before],
        [p is not None and p >= threshold for p in p_before],
    )


def _after(labels: list[bool], probabilities: list[float]) -> Judged:
    """Return what the new judge says, each part called by the threshold that the other parts give."""
    called = [False] * len(labels)
    for part, threshold in _thresholds(labels, probabilities):
        for place in part:
            called[place] = probabilities[place] >= threshold
    return Judged(labels, probabilities, called)


def _thresholds(labels: list[bool], probabilities: list[float]) -> Iterator[tuple[list[int], float]]:
    for part in folds(labels):
        rest = set(range(len(labels))) - set(part)
        yield part, best_threshold([probabilities[place] for place in rest], [labels[place] for place in rest])


def _figures(judged: Judged, n_unscored: int) -> Figures:
    return Figures(
        auc=measures.with_interval(measures.auc, judged),
        precision=measures.precision(judged),
        recall=measures.recall(judged),
        calibration=measures.with_interval(measures.calibration_error, judged),
        n_unscored=n_unscored,
    )


def _figures_before(judged: Judged, p_before: Sequence[float | None]) -> Figures:
    """Return the figures of a judge that may leave texts unscored: those say nothing about its probabilities."""
    scored = [place for place, p in enumerate(p_before) if p is not None]
    n_unscored = len(p_before) - len(scored)
    if not scored:
        return Figures(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, n_unscored)
    error = measures.with_interval(measures.calibration_error, judged.at(scored))
    return replace(_figures(judged, n_unscored), calibration=error)


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
