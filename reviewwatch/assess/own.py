"""What a team's own model says of a review: alone where the shipped judge reads nothing, else on top of it.

    text = own log odds - log odds of its threshold

so that 0 says neither, as with the shipped detector: what a person saw when they accepted the model was counted from
that threshold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from reviewwatch.assess.reading import PARTS
from reviewwatch.text.split import clauses
from reviewwatch.types import Reason, Review, TextField

if TYPE_CHECKING:
    from reviewwatch.sentiment.own import OwnJudge

_MAX_CLAUSES: Final = 60
_FURTHEST: Final = log(0.999 / 0.001)  # of a prior: it was learned from probabilities between these
_SURE: Final = 1e-6  # how near 0 and 1 a threshold may come


class Place(NamedTuple):
    """A clause, in its field as received."""

    field: TextField
    start: int
    end: int


class OwnWord(NamedTuple):
    """What an own model says.

    Attributes:
        text: Log odds that a detractor wrote it, 0 for neither.
        scorer: The judges that took part, with their versions.
        read: That it read the text.
        worst: The clause that speaks most for a detractor; None where the text as a whole does not, and where the
            shipped judge read it, too, and knows better.
    """

    text: float
    scorer: str
    read: Reason
    worst: Place | None


def is_current(judge: OwnJudge, shipped: str) -> bool:
    """Say whether a model fits the shipped judge: one that was learned on top of another version is out of date."""
    return judge.prior in ("", shipped)


def ask(judge: OwnJudge | None, review: Review, shipped: str, prior: float | None) -> OwnWord | None:
    """Return what a model says, None where it has nothing to go by.

    Args:
        shipped: Name and version of the shipped judge.
        prior: Its log odds, 0 for neither; None where it read nothing.
    """
    if judge is None or not is_current(judge, shipped) or (judge.prior and prior is None):
        return None
    text = text_of(review)
    known = min(max(prior or 0.0, -_FURTHEST), _FURTHEST)
    logit = judge.logit(text, known) if text else None
    if logit is None:
        return None
    text_odds = logit - _log_odds(judge.threshold)
    return OwnWord(
        text=text_odds,
        scorer=f"{shipped} + {judge.scorer}",
        read=Reason(_first(review), 0, 0, _why(judge, len(text))),
        worst=_worst(judge, review) if text_odds > 0 and not judge.prior else None,
    )


def text_of(review: Review) -> str:
    """Return all that a review says, the title first; empty where it has stars alone."""
    return "\n".join(part for part in _parts(review) if part.strip())


def _log_odds(threshold: float) -> float:
    kept = min(max(threshold, _SURE), 1.0 - _SURE)
    return log(kept / (1.0 - kept))


def _parts(review: Review) -> Sequence[str]:
    return review.title, review.text, review.positive, review.negative


def _first(review: Review) -> TextField:
    return next(field for field, name in PARTS if getattr(review, name).strip())


def _why(judge: OwnJudge, n_chars: int) -> str:
    what = "the text" if n_chars <= judge.max_chars else f"the first {judge.max_chars:,} characters of the text"
    how = ", on top of the shipped detector" if judge.prior else ""
    return f"the team's own model ({judge.lang}) read {what}{how}"


def _worst(judge: OwnJudge, review: Review) -> Place | None:
    """Return the clause that the model by itself finds the unhappiest."""
    found = [
        (logit, place)
        for words, place in _clauses(review, judge.max_chars)
        if (logit := judge.logit(words)) is not None
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _clauses(review: Review, max_chars: int) -> Iterator[tuple[str, Place]]:
    left = _MAX_CLAUSES
    for field, name in PARTS:
        text: str = getattr(review, name)[:max_chars]
        spans = clauses(text)[:left]
        left -= len(spans)
        for start, end in spans:
            yield text[start:end], Place(field, start, end)
