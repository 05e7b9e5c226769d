"""The model card of a detector, rendered from what was measured; by itself what it is and what it was learned from.

    python3 dev.py eval card --data DIR                     the shipped weights
    python3 dev.py eval card --data DIR --weights FILE       others

One JSON line of the weights, then one a set that they were learned from; the parts of the card that hold these figures
go to stderr. `python3 dev.py train --data DIR --check` makes all of the card anew and says what differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.detector import Row, UnknownSetError, detector_in, table_of
from evaluation.sets import LabelledSet, load, names_in
from evaluation.shipped import SHARE, SHIPPED
from reviewwatch.sentiment.weights.format import Weights, packed


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card is made of.

    Attributes:
        pool: The sets that the weights were learned from.
        as_shipped: What the weights do on every set, those they have seen included.
        unseen: The same where a set that they have seen is scored by weights learned without it.
        any_data: Learned from every set but the one measured, whatever its licence: what more data would give.
        costs: As the last row of `unseen`, by what is left out of the pool and the names of what is left.
    """

    weights: Weights
    pool: Sequence[LabelledSet]
    as_shipped: Sequence[Row]
    unseen: Sequence[Row]
    any_data: Sequence[Row]
    costs: Mapping[tuple[str, str], Row]


def render(facts: Facts) -> str:
    """Return the card in Markdown."""
    return f"""\
# Model card: the detector for English

Written by `python3 dev.py train --data DIR`; not to be edited by hand. `DIR` holds the sets, which are not part of this
repository. Every figure is printed again by the command above it, and all of them by
`python3 dev.py train --data DIR --check`, which says where the card or the weights differ from what it finds.

{about(facts.weights, facts.pool)}

## How well it works, on sets that it has not seen

    python3 dev.py eval detector --data DIR --loo --from {_pool_name(facts)}

Sets that the weights were learned from are scored by weights learned without them. In parentheses: 95 % of the
bootstrap draws. "VADER" is its compound below 0; "tuned" is the mean of its compound over the sentences, with the
threshold that is best on the other sets.

{table_of(facts.unseen)}

## The shipped weights themselves

    python3 dev.py eval detector --data DIR

{table_of(facts.as_shipped)}

## What leaving out a source costs

Means over the sets above, each scored by weights that did not see it: the last row of the table that is printed.

{_costs(facts)}

## What more data would give

    python3 dev.py eval detector --data DIR --loo

Learned from every English set in `DIR` but the one measured. Most of these sets state no licence, so nothing of this
ships.

{table_of(facts.any_data)}

## Limits

- Stars are noisy labels: people give 2 stars to what they praise, and 5 to what they complain about.
- It was learned from English alone and is asked about nothing else.
- Sarcasm, complaints without a word of feeling ("two hours at the gate"), games slang and comparisons are missed most.
- Sets with few detractors (a few in a hundred) have wide intervals, and a low F1 at a threshold that fits others.
- Nothing of it is newer than its sets, and words of feeling change.
- What disguised letters cost it is printed by `python3 dev.py eval obfuscated --data DIR`, and how many wrong stars are
  found with it by `python3 dev.py eval conflict --data DIR`.
- The sets were written by whoever writes reviews and tweets; dialects and second-language English were not looked at
  apart.
"""


def about(weights: Weights, pool: Sequence[LabelledSet]) -> str:
    """Return what weights are and what they were learned from, in Markdown."""
    n_weights, n_bytes = f"{len(weights.words):,}", f"{len(packed(weights)):,}"
    return f"""\
## What it is

    python3 dev.py eval card --data DIR

A logistic regression over the words of a review: tokens, their first four to eight letters, pairs of neighbors,
tokens that a negation turns around, and how the sentences sound to VADER. It tells how likely the writer gave at most
2 of 5, from the text alone, and how much each sentence adds. It is {n_weights} weights of one byte each, {n_bytes}
bytes in their file, read and used with plain Python.

- Meant for: putting reviews in an order in which people look at them, and saying why.
- Not meant for: deciding anything about a person, counting how many are unhappy, or replacing the stars.
- The probability assumes that {SHARE:.0%} of the reviews are detractors'. Where that is far off, so is the probability;
  the order is not. From {weights.threshold:.3f} on a review is called a detractor's. That share, the slope and the
  threshold were chosen on the sets below, so their F1 and ECE are a little kinder than those of sets never looked at.

## What it was learned from

{_sources(pool)}

Weights hold words and pairs that stand in at least two texts, and no text."""


def _sources(pool: Sequence[LabelledSet]) -> str:
    lines = ["| set | texts | detractors | from | licence | checked |", "|---|---|---|---|---|---|"]
    for one in sorted(pool, key=lambda own: own.name):
        unhappy = "graded" if one.is_graded else f"{sum(text.unhappy > 0.5 for text in one.texts):,}"
        terms = SHIPPED.get(one.name)
        rest = f"{terms.title} | {terms.licence} | {terms.checked}" if terms else "not told | not told | no"
        lines.append(f"| {one.name} | {len(one.texts):,} | {unhappy} | {rest} |")
    return "\n".join(lines)


def _pool_name(facts: Facts) -> str:
    return "shipped" if set(facts.weights.sets) == set(SHIPPED) else ",".join(facts.weights.sets)


def _costs(facts: Facts) -> str:
    whole = {("all of them", _pool_name(facts)): facts.unseen[-1]} if facts.unseen else {}
    rows = {**whole, **facts.costs}
    lines = [
        f"| {name} | {row.auc:.3f} | {row.f1:.3f} | `python3 dev.py eval detector --data DIR --loo --from {names}` |"
        for (name, names), row in rows.items()
    ]
    return "\n".join(["| learned from | AUC | F1 | command |", "|---|---|---|---|", *lines])


def main(args: Sequence[str]) -> int:
    """Print what weights are and what they were learned from."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval card", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder of labelled sets")
    parser.add_argument("--weights", type=Path, help="a file of weights; without it the shipped ones")
    options = parser.parse_args(args)
    weights = detector_in(options.weights).weights
    try:
        pool = pool_of(weights, options.data)
    except UnknownSetError as error:
        print(error, file=sys.stderr)
        return 2
    facts = {"weights": len(weights.words), "bytes": len(packed(weights)), "threshold": weights.threshold}
    print(json.dumps({**facts, "share": SHARE, "sets": list(weights.sets)}))
    for one in pool:
        n_unhappy = None if one.is_graded else sum(text.unhappy > 0.5 for text in one.texts)
        print(json.dumps({"name": one.name, "texts": len(one.texts), "detractors": n_unhappy}))
    print(about(weights, pool), file=sys.stderr)
    return 0


def pool_of(weights: Weights, folder: Path) -> list[LabelledSet]:
    """Return the sets that weights were learned from.

    Raises:
        UnknownSetError: One is not in the folder.
    """
    known = names_in(folder) if folder.is_dir() else []
    if missing := [name for name in weights.sets if name not in known]:
        raise UnknownSetError(f"not in {folder}: {', '.join(missing)}")
    return [load(folder, name) for name in weights.sets]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
