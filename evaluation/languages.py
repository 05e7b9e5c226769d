"""How well a team's own model of a language tells detractors from others, learned from few reviews, beside VADER.

    python3 dev.py eval languages --data DIR                            100 labels, 10 draws, both ways of drawing
    python3 dev.py eval languages --data DIR --labels 200 --draws 5     others
    python3 dev.py eval languages --data DIR --unlabelled 0             from the labels alone
    python3 dev.py eval languages --data DIR --guess                    which language each text is taken for

`DIR` holds sets in the format of `evaluation/sets.py`; those that are not English count. For each draw, so many rated
reviews are taken at random, half of either kind ("balanced") or as they come, and up to 1,000 others without their
label; the model of the product learns from these, and is measured on up to 1,500 reviews of the rest. F1 is at the
threshold and ECE of the probability that the model learned from its labels: where these are balanced and the rest is
not, both are off, as they would be for whoever labels so. VADER's F1 is at a compound below 0. One JSON line a set,
then the mean; a table of the same goes to stderr.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from evaluation import metrics
from evaluation.sets import has_labels, rows_of
from reviewwatch.sentiment.own import Example, Made, bag_of, train
from reviewwatch.sentiment.own.calibration import logistic
from reviewwatch.sentiment.own.features import Bag
from reviewwatch.sentiment.vader import compound
from reviewwatch.text import guess_language

_MAX_TESTED: Final = 1_500
_MADE: Final = Made(at="", sources=(), n_unhappy=0, n_others=0)


class Labelled(NamedTuple):
    """One review of a set."""

    text: str
    is_unhappy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured on one set, the mean over the draws unless it says otherwise.

    Attributes:
        drawn: `balanced` or `as they come`.
        n: Reviews measured on, of each draw.
        auc_min: Of the worst draw; in the mean, the mean of those; `auc_sd` is the deviation over the draws.
        vader_same: Share of the texts that VADER gives exactly 0.
        seconds: Of processor time for one training, with its five held-out models.
        micros: To score one review, the words of its language not met before.
    """

    name: str
    lang: str
    drawn: str
    n: int
    share: float
    auc: float
    auc_min: float
    auc_sd: float
    f1: float
    ece: float
    vader_auc: float
    vader_f1: float
    vader_same: float
    seconds: float
    micros: float


class Setup(NamedTuple):
    """How it is measured."""

    n_labels: int
    n_draws: int
    n_unlabelled: int


def main(args: Sequence[str]) -> int:
    """Measure every set that is not English and print what came of it."""
    parser = argparse.ArgumentParser(prog="dev.py eval languages", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder of sets")
    parser.add_argument("--labels", type=int, default=100, help="rated reviews to learn from")
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--unlabelled", type=int, default=1_000, help="further reviews without a label, at most")
    parser.add_argument("--guess", action="store_true", help="measure which language texts are taken for instead")
    given = parser.parse_args(args)
    sets = sorted(path for path in given.data.glob("*.csv.gz") if has_labels(path))
    if not sets:
        print(f"{given.data} holds no sets: NAME.csv.gz with text, lang and det2.", file=sys.stderr)
        return 2
    if given.guess:
        _say_guesses(sets)
    else:
        _say_rows(sets, Setup(given.labels, given.draws, given.unlabelled))
    return 0


def _say_rows(sets: Sequence[Path], setup: Setup) -> None:
    rows: list[Row] = []
    for path in sets:
        lang, reviews = load(path)
        if lang != "en":
            rows += measure(path.name.removesuffix(".csv.gz"), lang, reviews, setup)
            for row in rows[-2:]:
                print(json.dumps(_rounded(row)), flush=True)
    for drawn in ("balanced", "as they come"):
        own = [row for row in rows if row.drawn == drawn]
        rows.append(_mean_of(own))
        print(json.dumps(_rounded(rows[-1])), flush=True)
    _print_table(rows)


def measure(name: str, lang: str, reviews: Sequence[Labelled], setup: Setup) -> Iterator[Row]:
    """Yield what balanced labels give, and labels as they come."""
    kept = random.Random(0).sample(reviews, min(len(reviews), 6_000))  # noqa: S311 - the same each time
    bags: dict[int, Bag] = {}
    for drawn, draw in (("balanced", _balanced), ("as they come", _as_they_come)):
        draws = [_one_draw(lang, kept, bags, draw(kept, setup.n_labels, seed), setup) for seed in range(setup.n_draws)]
        row = replace(_mean_of(draws), name=name, lang=lang, drawn=drawn)
        aucs = [one.auc for one in draws]
        spread = (sum((auc - row.auc) ** 2 for auc in aucs) / len(aucs)) ** 0.5
        yield replace(row, auc_min=min(aucs), auc_sd=spread)


def _balanced(reviews: Sequence[Labelled], n: int, seed: int) -> list[int]:
    """Return all places, those to learn from first: half of either kind."""
    order = _as_they_come(reviews, n, seed)
    unhappy = [at for at in order if reviews[at].is_unhappy][: n // 2]
    others = [at for at in order if not reviews[at].is_unhappy][: n - len(unhappy)]
    chosen = {*unhappy, *others}
    return [*unhappy, *others, *(at for at in order if at not in chosen)]


def _as_they_come(reviews: Sequence[Labelled], n: int, seed: int) -> list[int]:
    """Return all places; the first n hold two of either kind at least, else the next order is tried."""
    rng = random.Random(seed)  # noqa: S311 - the same each time
    order = list(range(len(reviews)))
    while True:
        rng.shuffle(order)
        n_unhappy = sum(reviews[at].is_unhappy for at in order[:n])
        if min(n_unhappy, n - n_unhappy) >= 2:
            return order


def _one_draw(lang: str, reviews: Sequence[Labelled], bags: dict[int, Bag], order: Sequence[int], setup: Setup) -> Row:
    learned, rest = order[: setup.n_labels], order[setup.n_labels :]
    n_tested = min(_MAX_TESTED, len(rest) if not setup.n_unlabelled else max(len(rest) // 2, len(rest) - 1_000))
    tested, unlabelled = rest[:n_tested], rest[n_tested : n_tested + setup.n_unlabelled]
    for at in (*learned, *unlabelled):
        if at not in bags:
            bags[at] = bag_of(reviews[at].text)
    examples = [Example(bags[at], float(reviews[at].is_unhappy)) for at in learned]
    started = time.process_time()
    model = train(lang, examples, [bags[at] for at in unlabelled], _MADE).model
    seconds, started = time.process_time() - started, time.process_time()
    logits = [model.logit(reviews[at].text) for at in tested]
    micros = (time.process_time() - started) / len(tested) * 1e6
    base = model.scale.of(model.base)
    probabilities = [logistic(base if logit is None else logit) for logit in logits]
    labels = [reviews[at].is_unhappy for at in tested]
    tones = [-compound(reviews[at].text) for at in tested]
    return Row(
        name="",
        lang=lang,
        drawn="",
        n=len(tested),
        share=sum(labels) / len(labels),
        auc=metrics.auc(labels, probabilities),
        auc_min=0.0,
        auc_sd=0.0,
        f1=metrics.f1(labels, probabilities, model.threshold),
        ece=metrics.calibration_error(labels, probabilities),
        vader_auc=metrics.auc(labels, tones),
        vader_f1=metrics.f1(labels, tones, sys.float_info.min),
        vader_same=sum(1 for tone in tones if tone == 0) / len(tones),
        seconds=seconds,
        micros=micros,
    )


def _mean_of(rows: Sequence[Row]) -> Row:
    def mean(name: str) -> float:
        return metrics.mean([getattr(row, name) for row in rows])

    return Row(
        name="mean",
        lang="",
        drawn=rows[0].drawn,
        n=round(mean("n")),
        share=mean("share"),
        auc=mean("auc"),
        auc_min=mean("auc_min"),
        auc_sd=mean("auc_sd"),
        f1=mean("f1"),
        ece=mean("ece"),
        vader_auc=mean("vader_auc"),
        vader_f1=mean("vader_f1"),
        vader_same=mean("vader_same"),
        seconds=mean("seconds"),
        micros=mean("micros"),
    )


def _rounded(row: Row) -> dict[str, object]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(row).items()}


_HEAD: Final = ("set", "lang", "labels", "n", "share", "AUC", "min", "sd", "F1", "ECE", "VADER AUC", "F1", "is 0")


def _print_table(rows: Sequence[Row]) -> None:
    tell = partial(print, file=sys.stderr)
    tell("{:20}{:5}{:14}{:>6}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}{:>11}{:>7}{:>7}".format(*_HEAD))
    for row in rows:
        numbers = (row.share, row.auc, row.auc_min, row.auc_sd, row.f1, row.ece)
        told = "".join(f"{value:7.3f}" for value in numbers)
        beside = f"{row.vader_auc:11.3f}{row.vader_f1:7.3f}{row.vader_same:7.2f}"
        tell(f"{row.name:20}{row.lang:5}{row.drawn:14}{row.n:6}{told}{beside}")
    seconds, micros = (metrics.mean([getattr(row, name) for row in rows]) for name in ("seconds", "micros"))
    tell(f"one training took {seconds:.1f} s, one review {micros:.0f} µs of processor time")


def _say_guesses(sets: Sequence[Path]) -> None:
    for path in sets:
        lang, reviews = load(path)
        found = Counter(guess_language(review.text) for review in reviews)
        told = {
            "name": path.name.removesuffix(".csv.gz"),
            "lang": lang,
            "n": len(reviews),
            "right": round(found[lang] / len(reviews), 4),
            "none": round(found[None] / len(reviews), 4),
            "wrong": {name: n for name, n in found.most_common() if name not in (lang, None)},
        }
        print(json.dumps(told), flush=True)


def load(path: Path) -> tuple[str, list[Labelled]]:
    """Return a set's language and its reviews that hold a text, each with its title before it."""
    rows = [row for row in rows_of(path) if row["text"].strip() and row["det2"] in ("0", "1")]
    texts = [f"{row['title']}\n{row['text']}" if row.get("title") else row["text"] for row in rows]
    return (rows[0]["lang"] if rows else ""), [
        Labelled(text, row["det2"] == "1") for text, row in zip(texts, rows, strict=True)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
