"""Importing a file beside a notebook: CPU time and memory of whole processes, and whether every row was judged.

    python3 dev.py bench import

Ours reads 100,000 invented reviews from CSV into a new store: assessed, flagged, indexed for search, in the queue, and
known again the next time. The peer (`notebook.py`) reads the same file with pandas, scores it with vaderSentiment and
writes a table.
They run in turns. The flags in the store are compared with those that this process finds by going through the same
rows without file, connector, pages or store. Exit code 1 where anything is missing, or a goal is missed.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.harness import ProcessRun, row, run_process, spread
from bench.invented import Invented, invent, write_csv
from reviewwatch import triage
from reviewwatch.assess import assess
from reviewwatch.config import TriageConfig
from reviewwatch.types import Rating, Review

N_REVIEWS: Final = 100_000
N_RUNS: Final = 3
GROWTH: Final = 3
CPU_GOAL: Final = 2.5
MEMORY_GOAL: Final = 1 / 3
FLAT_GOAL: Final = 1.15
NOTEBOOK: Final = Path(__file__).with_name("notebook.py")


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds after an import."""

    n_reviews: int
    n_assessed: int
    n_flagged: int


@dataclass(frozen=True, slots=True)
class Import:
    """One import as a whole process, and what it left."""

    run: ProcessRun
    held: Held


def main() -> int:
    """Measure, print JSON lines, and return the exit code."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reviews = folder / "reviews.csv"
        write_csv(reviews, invent(options.n))
        expected = Held(options.n, options.n, _n_flagged(invent(options.n)))
        ours: list[Import] = []
        theirs: list[ProcessRun] = []
        for turn in range(options.runs):
            ours.append(_import(folder / f"ours{turn}", reviews))
            theirs.append(_notebook(options.peer_python, reviews, folder / f"theirs{turn}.sqlite"))
        is_quick = _compare(ours, theirs)
        _compare_measured(ours, _notebook(options.peer_python, reviews, folder / "measured.sqlite", "--compound"))
        is_whole = _check_held("import", ours, expected)
        larger = folder / "larger.csv"
        write_csv(larger, invent(options.n * GROWTH))
        grown = _import(folder / "larger", larger)
        is_flat = _compare_sizes(ours, grown, options.n)
        n = options.n * GROWTH
        is_whole &= grown.held.n_reviews == grown.held.n_assessed == n
    return 0 if is_quick and is_whole and is_flat else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench import", description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--n", type=int, default=N_REVIEWS, help="reviews in the file")
    parser.add_argument("--runs", type=int, default=N_RUNS, help="runs of each side")
    parser.add_argument("--peer-python", default=sys.executable, help="an interpreter with requirements/bench.txt")
    return parser.parse_args()


def _import(folder: Path, file: Path) -> Import:
    """Import a file into a new store of its own."""
    folder.mkdir()
    config = folder / "reviewwatch.toml"
    config.write_text('store = "store.db"\n\n[brands.harbor]\nname = "Harbor Inn"\n', encoding="utf-8")
    run = run_process([sys.executable, "-m", "reviewwatch", "--config", str(config), "import", str(file)])
    return Import(run, _held(folder / "store.db"))


def _notebook(python: str, file: Path, target: Path, *options: str) -> ProcessRun:
    run = run_process([python, str(NOTEBOOK), str(file), str(target), *options])
    if run.exit_code:
        raise SystemExit(f"the notebook failed with exit code {run.exit_code}; is requirements/bench.txt installed?")
    return run


def _held(store: Path) -> Held:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as db:
        n_reviews, n_assessed, n_flagged = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("reviews", "assessments", "flags")
        )
    return Held(n_reviews, n_assessed, n_flagged)


def _n_flagged(rows: Iterable[Invented]) -> int:
    """Count the flags that the rules give to these rows, on the shortest way."""
    rules, now = TriageConfig(), datetime.now(UTC)
    reviews = (
        Review(
            listing_key="bench:harbor",
            external_id="",
            title=item.title,
            text=item.text,
            author=item.author,
            rating=Rating(str(item.rating), float(item.rating)),
            created_at=item.created_at,
        )
        for item in rows
    )
    return sum(triage.flag(review, assess(review), rules, now) is not None for review in reviews)


def _compare(ours: list[Import], theirs: list[ProcessRun]) -> bool:
    cpu = spread([peer.cpu_s / own.run.cpu_s for own, peer in zip(ours, theirs, strict=True)])
    memory = spread([own.run.peak_mib / peer.peak_mib for own, peer in zip(ours, theirs, strict=True)])
    row(
        bench="import",
        cpu_s=spread([own.run.cpu_s for own in ours]),
        peer_cpu_s=spread([peer.cpu_s for peer in theirs]),
        wall_s=spread([own.run.wall_s for own in ours]),
        peer_wall_s=spread([peer.wall_s for peer in theirs]),
        peak_mib=spread([own.run.peak_mib for own in ours]),
        peer_peak_mib=spread([peer.peak_mib for peer in theirs]),
    )
    return _goal("cpu_ratio", cpu.median, CPU_GOAL, cpu.median >= CPU_GOAL) & _goal(
        "memory_ratio", memory.median, MEMORY_GOAL, memory.median <= MEMORY_GOAL
    )


def _compare_measured(ours: list[Import], theirs: ProcessRun) -> None:
    """Say, without a goal, how ours stands beside the notebook of somebody who has measured theirs."""
    cpu_s = spread([own.run.cpu_s for own in ours]).median
    row(bench="import", figure="cpu_ratio_compound_only", value=theirs.cpu_s / cpu_s, peer_peak_mib=theirs.peak_mib)


def _compare_sizes(ours: list[Import], grown: Import, n: int) -> bool:
    ratio = grown.run.peak_mib / spread([own.run.peak_mib for own in ours]).median
    row(bench="import", n=n * GROWTH, run=grown.run, held=grown.held)
    return _goal(f"memory_at_{GROWTH}x", ratio, FLAT_GOAL, ratio <= FLAT_GOAL)


def _check_held(name: str, ours: list[Import], expected: Held) -> bool:
    is_whole = all(own.held == expected and own.run.exit_code == 0 for own in ours)
    row(bench=name, expected=expected, held=[own.held for own in ours], is_met=is_whole)
    return is_whole


def _goal(name: str, value: float, goal: float, is_met: bool) -> bool:
    row(bench="import", figure=name, value=value, goal=goal, is_met=is_met)
    return is_met


if __name__ == "__main__":
    sys.exit(main())
