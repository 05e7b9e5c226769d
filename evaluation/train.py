"""Learn a detector from labelled sets, and write its weights and its model card.

    python3 dev.py train --data DIR                             from the sets that the shipped weights come from
    python3 dev.py train --data DIR --sets NAME,NAME --out FILE  from others, to a file of yours
    python3 dev.py train --data DIR --check                     write nothing; say where weights or card differ

`DIR` holds sets in the format of `evaluation/sets.py`; every English one that has ratings is measured for the card. The
same sets give the same bytes on the same kind of machine. Weights are worth as much as the right to learn from their
sets: see `shipped.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Final

from evaluation import card, detector
from evaluation.learning import Shelf
from evaluation.sets import LabelledSet, load, names_in
from evaluation.shipped import SHIPPED, SOURCES
from reviewwatch.sentiment.model import Detector
from reviewwatch.sentiment.weights.format import Weights, packed

_ROOT: Final = Path(__file__).parents[1]
WEIGHTS: Final = _ROOT / "reviewwatch" / "sentiment" / "weights" / "en.bin"
CARD: Final = _ROOT / "docs" / "model-card.md"


def main(args: Sequence[str]) -> int:
    """Learn, write, measure, and write what was measured."""
    parser = argparse.ArgumentParser(prog="python3 dev.py train", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder of labelled sets")
    parser.add_argument("--sets", help="names with commas between; without it those of the shipped weights")
    parser.add_argument("--out", type=Path, help="where the weights go; without it their place in the package")
    parser.add_argument("--card", type=Path, help="where the model card goes; without it beside --out, or docs/")
    parser.add_argument("--draws", type=int, default=detector.N_DRAWS, help="bootstrap draws for the card; 0: no card")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where something differs")
    options = parser.parse_args(args)
    known = names_in(options.data)
    names = options.sets.split(",") if options.sets else list(SHIPPED)
    if missing := [name for name in names if name not in known]:
        print(f"not in {options.data}: {', '.join(missing)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    sets = [one for name in known if (one := load(options.data, name)).texts]
    shelf = Shelf(sets if options.draws else [one for one in sets if one.name in names])
    weights = shelf.learn(names)
    out: Path = options.out or WEIGHTS
    page: Path = options.card or (out.with_suffix(".md") if options.out else CARD)
    text = card.render(_facts(weights, shelf, sets, options.draws)) if options.draws else None
    if options.check:
        return 1 if _differs(out, packed(weights), page, text) else 0
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(packed(weights))
    print(f"{out}: {len(weights.words):,} features from {', '.join(weights.sets)}", file=sys.stderr)
    if text is not None:
        page.write_text(text, encoding="utf-8")
        print(f"{page}: written", file=sys.stderr)
    return 0


def _differs(out: Path, weights: bytes, page: Path, text: str | None) -> bool:
    """Say whether the files that stand there are others, and print which lines of the card."""
    is_other = not out.is_file() or out.read_bytes() != weights
    print(f"{out}: {'other weights' if is_other else 'the same weights'}", file=sys.stderr)
    if text is None:
        return is_other
    stands = page.read_text(encoding="utf-8") if page.is_file() else ""
    lines = list(unified_diff(stands.splitlines(), text.splitlines(), str(page), "as measured now", lineterm="", n=0))
    print("\n".join(lines or [f"{page}: the same card"]), file=sys.stderr)
    return is_other or bool(lines)


def _facts(weights: Weights, shelf: Shelf, sets: Sequence[LabelledSet], n_draws: int) -> card.Facts:
    """Measure what the card says, with the functions that `dev.py eval detector` prints from."""
    rated = [one for one in sets if not one.is_graded]
    fixed, names = Detector(weights), weights.sets

    def unseen(pool: Sequence[str], n: int) -> list[detector.Row]:
        measured = detector.learnable(rated, pool)
        return detector.summary(detector.measure(measured, detector.leaving_out(pool, shelf.learn), n))

    costs = {}
    for name, dropped in SOURCES.items():
        rest = [one for one in names if one not in dropped]
        if len(rest) < len(names) and (rows := unseen(rest, 0)):
            costs[name, ",".join(rest)] = rows[-1]
    return card.Facts(
        weights=weights,
        pool=[one for one in sets if one.name in names],
        as_shipped=detector.summary(detector.measure(rated, lambda _: fixed, n_draws)),
        unseen=unseen(names, n_draws),
        any_data=unseen([one.name for one in sets], n_draws),
        costs=costs,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
