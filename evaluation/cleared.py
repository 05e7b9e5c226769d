"""False blocks on owners' real replies: each block is read by two people, apart from each other.

    python3 dev.py eval cleared --data DIR --sheet SHEET.jsonl [--n 1500] [--seed 1]
    python3 dev.py eval cleared --judged FIRST.jsonl --judged SECOND.jsonl

The first writes what the rules block of a sample, to be read, the second counts it. A sheet says how many replies were
looked at and holds those that a rule blocks, with rule, span and reason. A reader sets the `verdict` of each finding to
"right" or "false", without seeing the other's. A reply counts as falsely blocked where no block of it is right; where
the readers differ, the second figure counts it too, and its ids are listed. The replies are other people's words: a
sheet is for this machine and is never committed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.peers import Pair, blocks, pairs
from evaluation.rules import Measured, show

_MARK: Final = 0.005
_RIGHT: Final = "right"
_VERDICTS: Final = {_RIGHT, "false"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one reader made of a sample.

    Attributes:
        n: Replies that the rules looked at.
        wrong: Of those that a rule blocks, the ids where the reader found no block right.
        blocked: The ids of all that a rule blocks.
    """

    n: int
    wrong: frozenset[str]
    blocked: frozenset[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a sheet, or count two of them; 1 where the mark is missed."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval cleared", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with pairs of reviews and real replies")
    parser.add_argument("--sheet", type=Path, help="where to write it; outside of the repository")
    parser.add_argument("--n", type=int, default=1500, help="replies to look at (default: 1500)")
    parser.add_argument(
        "--seed", type=int, default=20261122, help="which sample; one that nobody has read is the fairest"
    )
    parser.add_argument("--judged", type=Path, action="append", default=[], help="a sheet that a reader has filled in")
    asked = parser.parse_args(arguments)
    if asked.data and asked.sheet:
        return _write(asked.data, asked.sheet, asked.n, asked.seed)
    if len(asked.judged) != 2:
        parser.error("give --data and --sheet to write a sheet, or --judged twice to count two")
    return _count(*map(read, asked.judged))


def _write(folder: Path, path: Path, n: int, seed: int) -> int:
    sample = _sample(pairs(folder), n, seed)
    rows = [row for number, pair in enumerate(sample) if (row := _row(number, pair))]
    lines = [{"n": len(sample)}, *rows]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    print(f"{len(rows)} of {len(sample)} replies are blocked: {path}", file=sys.stderr)
    return 0


def _sample(sets: Mapping[str, Sequence[Pair]], n: int, seed: int) -> list[Pair]:
    """Draw replies, no text twice: a canned one would count a hundred times."""
    once = list({pair.reply: pair for _, some in sorted(sets.items()) for pair in some}.values())
    return random.Random(seed).sample(once, min(len(once), n))  # noqa: S311 - no secret hangs on it


def _row(number: int, pair: Pair) -> dict[str, Any] | None:
    findings = [
        {"rule": found.rule, "quote": pair.reply[found.start : found.end], "why": found.why, "verdict": ""}
        for found in blocks(pair, pair.reply)
    ]
    if not findings:
        return None
    return {
        "id": f"reply-{number:04}",
        "stars": pair.stars,
        "review": pair.review,
        "reply": pair.reply,
        "findings": findings,
    }


def read(path: Path) -> Sheet:
    """Return a sheet as its reader filled it in.

    Raises:
        ValueError: A finding has no verdict, or another than "right" and "false"; the message names it.
    """
    head, *rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = {row["id"] for row in rows if _RIGHT not in set(_verdicts(path, row))}
    return Sheet(head["n"], frozenset(wrong), frozenset(row["id"] for row in rows))


def _verdicts(path: Path, row: Mapping[str, Any]) -> Iterator[str]:
    for found in row["findings"]:
        if found["verdict"] not in _VERDICTS:
            raise ValueError(f'{path}: {row["id"]}: the verdict on {found["rule"]} must be "right" or "false"')
        yield found["verdict"]


def _count(first: Sheet, second: Sheet) -> int:
    if (first.n, first.blocked) != (second.n, second.blocked):
        raise ValueError("the two sheets are not of the same sample")
    agreed, either = first.wrong & second.wrong, first.wrong | second.wrong
    # What is blocked rightly breaks a rule: it is no reply that should have passed.
    n_clean, n_clean_at_most = first.n - len(first.blocked - agreed), first.n - len(first.blocked - either)
    rows = [
        Measured("real replies: false blocks, both readers", len(agreed) / n_clean, n_clean, _MARK, is_most=True),
        Measured("real replies: false blocks, either reader", len(either) / n_clean_at_most, n_clean_at_most),
    ]
    for row in rows:
        show(row)
    print(f"The readers differ on: {', '.join(sorted(either - agreed)) or 'none'}", file=sys.stderr)
    return 0 if all(row.is_held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
