"""How well the detector tells detractors from others, by their text alone, beside VADER, on sets of yours.

    python3 dev.py eval detector --data DIR                      the shipped weights
    python3 dev.py eval detector --data DIR --weights FILE       others
    python3 dev.py eval detector --data DIR --loo                learned anew for each set, from all the others
    python3 dev.py eval detector --data DIR --loo --from shipped       … from those that the shipped weights come from

`DIR` holds sets in the format of `evaluation/sets.py`. Each set gives one JSON line, then their mean, then those of
other languages, which are scored only where there is a detector; a table of the same goes to stderr. Where weights have
seen a set, its line says so, and the mean of the unseen stands apart. F1 is always at one fixed threshold: the weights'
own, 0 for VADER's compound, and for the mean over the sentences the one that is best on the other sets.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from math import isnan
from pathlib import Path
from typing import Final

from evaluation import metrics
from evaluation.sets import LabelledSet, load, n_rows, names_in
from evaluation.shipped import SHIPPED
from reviewwatch.sentiment.model import Detector
from reviewwatch.sentiment.model import load as load_detector
from reviewwatch.sentiment.weights.format import Weights, unpacked

RECALL: Final = 0.9
N_DRAWS: Final = 100
_STEPS: Final = [step / 50 for step in range(-50, 51)]
"""Thresholds of VADER's tone that are tried."""

Learn = Callable[[Sequence[str]], Weights]
"""Gives the weights that sets teach, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured on one set, or the mean of some.

    Attributes:
        share: Of detractors.
        is_seen: The weights were learned from it too.
        auc_low, auc_high, f1_low, f1_high: Where 95 of 100 bootstrap draws lie.
        precision: At 90 % recall.
        ece: Mean distance of probability and truth.
        vader_auc, vader_f1: Of VADER's compound below 0.
        tuned_auc, tuned_f1: Of the mean of VADER over sentences, its threshold from the other sets.
    """

    name: str
    n: int
    share: float
    is_seen: bool
    auc: float
    auc_low: float
    auc_high: float
    f1: float
    f1_low: float
    f1_high: float
    precision: float
    ece: float
    vader_auc: float
    vader_f1: float
    tuned_auc: float
    tuned_f1: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A row with the draws that the mean's intervals are made of."""

    row: Row
    aucs: list[float]
    f1s: list[float]


def measure(sets: Sequence[LabelledSet], detector_for: Callable[[str], Detector], n_draws: int) -> list[Measured]:
    """Return what is found on each set, in order.

    Args:
        detector_for: Gives the detector that is to score a set.
    """
    tuned = _thresholds(sets)
    return [_measure(one, detector_for(one.name), tuned[one.name], n_draws) for one in sets]


def mean_of(measured: Sequence[Measured], name: str) -> Row:
    """Return the plain mean over sets, with the intervals of the mean."""
    rows = [one.row for one in measured]
    aucs = [metrics.mean(values) for values in zip(*(one.aucs for one in measured), strict=True)]
    f1s = [metrics.mean(values) for values in zip(*(one.f1s for one in measured), strict=True)]
    (auc_low, auc_high), (f1_low, f1_high) = metrics.middle(aucs), metrics.middle(f1s)
    means = {key: metrics.mean([getattr(row, key) for row in rows]) for key in _MEANT}
    return Row(
        name=name,
        n=sum(row.n for row in rows),
        is_seen=all(row.is_seen for row in rows),
        auc_low=auc_low,
        auc_high=auc_high,
        f1_low=f1_low,
        f1_high=f1_high,
        **means,
    )


_MEANT: Final = ("share", "auc", "f1", "precision", "ece", "vader_auc", "vader_f1", "tuned_auc", "tuned_f1")


def summary(measured: Sequence[Measured]) -> list[Row]:
    """Return the rows of all sets, then their mean, and the mean of the unseen where some were seen."""
    rows = [one.row for one in measured]
    unseen = [one for one in measured if not one.row.is_seen]
    means = [mean_of(measured, f"mean of {len(measured)}")] if measured else []
    if unseen and len(unseen) < len(measured):
        means.append(mean_of(unseen, f"mean of {len(unseen)} unseen"))
    return [*rows, *means]


def leaving_out(pool: Sequence[str], learn: Learn) -> Callable[[str], Detector]:
    """Return what gives a detector that was learned from every set of a pool but the one named."""
    made: dict[tuple[str, ...], Detector] = {}

    def detector_for(name: str) -> Detector:
        rest = tuple(one for one in pool if one != name)
        if rest not in made:
            made.clear()  # each is used for one set, or for all that are not in the pool
            made[rest] = Detector(learn(rest))
        return made[rest]

    return detector_for


def learnable(rated: Sequence[LabelledSet], pool: Sequence[str]) -> list[LabelledSet]:
    """Return the sets that something is left to learn from for, once they are left out of a pool."""
    return [one for one in rated if any(name != one.name for name in pool)]


def line_of(row: Row) -> str:
    """Return a row as a JSON line; what cannot be said is null."""
    values = {key: _plain(value) for key, value in asdict(row).items()}
    return json.dumps(values, ensure_ascii=False)


def table_of(rows: Iterable[Row]) -> str:
    """Return rows as a table in Markdown."""
    head = "| set | reviews | detractors | AUC | F1 | precision at 90 % recall | ECE | VADER AUC, F1 | tuned AUC, F1 |"
    rule = "|---|---|---|---|---|---|---|---|---|"
    return "\n".join([head, rule, *(_table_line(row) for row in rows)])


def _table_line(row: Row) -> str:
    cells = [
        f"{row.name}{' (seen)' if row.is_seen else ''}",
        f"{row.n:,}",
        f"{row.share:.2f}",
        f"{row.auc:.3f} ({row.auc_low:.3f}-{row.auc_high:.3f})",
        f"{row.f1:.3f} ({row.f1_low:.3f}-{row.f1_high:.3f})",
        f"{row.precision:.3f}",
        f"{row.ece:.3f}",
        f"{row.vader_auc:.3f}, {row.vader_f1:.3f}",
        f"{row.tuned_auc:.3f}, {row.tuned_f1:.3f}",
    ]
    return f"| {' | '.join(cells)} |"


def _plain(value: object) -> object:
    if isinstance(value, float):
        return None if isnan(value) else round(value, 4)
    return value


def _measure(one: LabelledSet, detector: Detector, tuned: float, n_draws: int) -> Measured:
    labels = [text.unhappy > 0.5 for text in one.texts]
    scores = [detector.score(text.sentences, text.tones).p for text in one.texts]
    plain, threshold = [-text.compound for text in one.texts], detector.threshold
    tones = _unhappy_tones(one)
    aucs = metrics.draws(metrics.auc, labels, scores, n_draws)
    f1s = metrics.draws(lambda own, given: metrics.f1(own, given, threshold), labels, scores, n_draws)
    (auc_low, auc_high), (f1_low, f1_high) = metrics.middle(aucs), metrics.middle(f1s)
    row = Row(
        name=one.name,
        n=len(labels),
        share=sum(labels) / max(1, len(labels)),
        is_seen=one.name in detector.weights.sets,
        auc=metrics.auc(labels, scores),
        auc_low=auc_low,
        auc_high=auc_high,
        f1=metrics.f1(labels, scores, threshold),
        f1_low=f1_low,
        f1_high=f1_high,
        precision=metrics.precision_at_recall(labels, scores, RECALL),
        ece=metrics.calibration_error(labels, scores),
        vader_auc=metrics.auc(labels, plain),
        vader_f1=metrics.f1(labels, plain, _ABOVE_NOTHING),
        tuned_auc=metrics.auc(labels, tones),
        tuned_f1=metrics.f1(labels, tones, tuned),
    )
    return Measured(row, aucs, f1s)


_ABOVE_NOTHING: Final = 1e-9  # a compound of 0 is neutral, not unhappy


def _unhappy_tones(one: LabelledSet) -> list[float]:
    return [-sum(text.tones) / max(1, len(text.tones)) for text in one.texts]


def _thresholds(sets: Sequence[LabelledSet]) -> dict[str, float]:
    """Return for each set the threshold of the mean tone that is best on the others; on itself if it stands alone."""
    f1s = {
        one.name: metrics.f1_at_all([text.unhappy > 0.5 for text in one.texts], _unhappy_tones(one), _STEPS)
        for one in sets
    }
    best = {}
    for name, mine in f1s.items():
        others = [own for other, own in f1s.items() if other != name] or [mine]
        totals = [sum(values) for values in zip(*others, strict=True)]
        best[name] = _STEPS[totals.index(max(totals))]
    return best


def main(args: Sequence[str]) -> int:
    """Print a line a set, the means, and what was not scored."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval detector", description=__doc__.split("\n")[0])
    add_options(parser)
    parser.add_argument("--draws", type=int, default=N_DRAWS, help=f"bootstrap draws ({N_DRAWS})")
    options = parser.parse_args(args)
    if not options.data.is_dir():
        print(f"there is no folder {options.data}", file=sys.stderr)
        return 2
    sets = [load(options.data, name) for name in names_in(options.data)]
    try:
        rated, detector_for = judged_by(options, sets)
    except UnknownSetError as error:
        print(error, file=sys.stderr)
        return 2
    rows = summary(measure(rated, detector_for, options.draws))
    for row in rows:
        print(line_of(row), flush=True)
    for one in sets:
        if not one.texts:
            print(_unscored(options.data, one))
    print(table_of(rows), file=sys.stderr)
    return 0


class UnknownSetError(Exception):
    """A set that is asked for is not there; the message says which."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what says which detector is measured on what."""
    parser.add_argument("--data", type=Path, required=True, help="a folder of labelled sets")
    parser.add_argument("--weights", type=Path, help="a file of weights; without it the shipped ones")
    parser.add_argument("--loo", action="store_true", help="learn anew for each set, from all the others")
    parser.add_argument("--from", dest="pool", help="with --loo: names with commas between, or `shipped`; else all")


def judged_by(
    options: argparse.Namespace, sets: Sequence[LabelledSet]
) -> tuple[list[LabelledSet], Callable[[str], Detector]]:
    """Return the sets to measure on, and what gives the detector of each.

    Raises:
        UnknownSetError: There is none, or one that is to be learned from is missing.
    """
    english = [one for one in sets if one.texts]
    rated = [one for one in english if not one.is_graded]
    if not rated:
        raise UnknownSetError(f"there is no set of English reviews in {options.data}")
    if not options.loo:
        return rated, _fixed(options.weights)
    pool = [one.name for one in english] if options.pool is None else _pool(options.pool)
    if missing := [name for name in pool if name not in {one.name for one in english}]:
        raise UnknownSetError(f"no English set in {options.data}: {', '.join(missing)}")
    return learnable(rated, pool), _leaving_out(sets, pool)


def _leaving_out(sets: Sequence[LabelledSet], pool: Sequence[str]) -> Callable[[str], Detector]:
    from evaluation.learning import Shelf  # noqa: PLC0415 - needs numpy, which only this way of measuring has

    return leaving_out(pool, Shelf([one for one in sets if one.name in pool]).learn)


def detector_in(path: Path | None) -> Detector:
    """Return the detector of a file, the shipped one without a name."""
    found = load_detector("en") if path is None else Detector(unpacked(path.read_bytes(), str(path)))
    if found is None:
        raise FileNotFoundError("no weights are shipped for English; name a file with --weights")
    return found


def _fixed(path: Path | None) -> Callable[[str], Detector]:
    fixed = detector_in(path)
    return lambda _: fixed


def _pool(names: str) -> list[str]:
    return list(SHIPPED) if names == "shipped" else names.split(",")


def _unscored(folder: Path, one: LabelledSet) -> str:
    why = f"no detector for {one.lang}"
    return json.dumps({"name": one.name, "lang": one.lang, "n": n_rows(folder, one.name), "unscored": why})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
