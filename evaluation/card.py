"""The model card of a detector, rendered from what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.detector import Row, table_of
from evaluation.learning import SHARE
from evaluation.sets import LabelledSet
from evaluation.shipped import SHIPPED
from reviewwatch.sentiment.weights.format import Weights


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card is made of.

    Attributes:
        pool: The sets that the weights were learned from.
        as_shipped: What the weights do on every set, those they have seen included.
        unseen: The same where a set that they have seen is scored by weights learned without it.
        any_data: Learned from every set but the one measured, whatever its licence: what more data would give.
        costs: As the last row of `unseen`, by what is left out of the pool.
    """

    weights: Weights
    pool: Sequence[LabelledSet]
    as_shipped: Sequence[Row]
    unseen: Sequence[Row]
    any_data: Sequence[Row]
    costs: Mapping[str, Row]


def render(facts: Facts) -> str:
    """Return the card in Markdown."""
    weights, n_weights = facts.weights, f"{len(facts.weights.words):,}"
    return f"""\
# Model card: the detector for English

Written by `python3 dev.py train --data DIR`; not to be edited by hand. `DIR` holds the sets, which are not part of this
repository. Every figure below is printed again by the command above its table.

## What it is

A logistic regression over the words of a review: tokens, their first four to eight letters, pairs of neighbors,
tokens that a negation turns around, and how the sentences sound to VADER. It tells how likely the writer gave at most
2 of 5, from the text alone, and how much each sentence adds. It is {n_weights} weights of one byte each, read and used
with plain Python.

- Meant for: putting reviews in an order in which people look at them, and saying why.
- Not meant for: deciding anything about a person, counting how many are unhappy, or replacing the stars.
- The probability assumes that {SHARE:.0%} of the reviews are detractors'. Where that is far off, so is the probability;
  the order is not. From {weights.threshold:.3f} on a review is called a detractor's. That share, the slope and the
  threshold were chosen on the sets below, so their F1 and ECE are a little kinder than those of sets never looked at.

## What it was learned from

{_sources(facts.pool)}

Weights hold words and pairs that stand in at least two texts, and no text.

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

Means over the sets above, each scored by weights that did not see it:
`python3 dev.py eval detector --data DIR --loo --from NAME,NAME`.

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
- The sets were written by whoever writes reviews and tweets; dialects and second-language English were not looked at
  apart.
"""


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
    rows = {**({"all of them": facts.unseen[-1]} if facts.unseen else {}), **facts.costs}
    lines = [f"| {name} | {row.auc:.3f} | {row.f1:.3f} |" for name, row in rows.items()]
    return "\n".join(["| learned from | AUC | F1 |", "|---|---|---|", *lines])
