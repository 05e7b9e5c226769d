"""How quick a command is there: `--help` and `inbox` beside a bare Typer program, as whole processes.

    python3 dev.py bench start

The bare program has 20 commands with two options each in one file, no rich, and the same interpreter. Both programs are
imported by a two-line script, as an installed command is, so that both are compiled beforehand. CPU time of alternating
runs; exit code 1 where a goal is missed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from bench.harness import row, run_process, spread
from reviewwatch.changes import content_hash, thread_hash
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import pages
from reviewwatch.types import (
    Assessment,
    Band,
    CaseState,
    Flag,
    Judged,
    Listing,
    New,
    PageWrite,
    Rating,
    Review,
    Severity,
    SourceState,
)

N_RUNS: Final = 15
N_REVIEWS: Final = 100_000
N_PAGE: Final = 1_000
N_ROWS: Final = 20
HELP_GOAL: Final = 1.15
INBOX_GOAL: Final = 1.5
NOW: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

_BARE_COMMAND: Final = '''
@app.command()
def cmd{number}(
    name: str = typer.Option("a", help="The name."), count: int = typer.Option(1, help="How many.")
) -> None:
    """Do thing {number}."""
    print("hello")
'''
_BARE: Final = "import typer\n\napp = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)\n" + "".join(
    _BARE_COMMAND.format(number=number) for number in range(20)
)


@dataclass(frozen=True, slots=True)
class Programs:
    """The two programs as scripts, in a folder of their own."""

    bare: Path
    ours: Path

    @classmethod
    def write(cls, folder: Path) -> Programs:
        """Write both programs."""
        (folder / "bare.py").write_text(_BARE, encoding="utf-8")
        bare, ours = folder / "run_bare.py", folder / "run_ours.py"
        bare.write_text("from bare import app\napp()\n", encoding="utf-8")
        ours.write_text("from reviewwatch.cli.main import main\nmain()\n", encoding="utf-8")
        return cls(bare, ours)


def main() -> int:
    """Measure both goals and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="reviewwatch-bench-") as name:
        folder = Path(name)
        programs = Programs.write(folder)
        config = make_store(folder)
        bare = [sys.executable, str(programs.bare)]
        ours = [sys.executable, str(programs.ours)]
        inbox = [*ours, "--config", str(config), "inbox", "--limit", str(N_ROWS)]
        n_rows = len(subprocess.run(inbox, capture_output=True, check=True).stdout.splitlines())
        if n_rows != N_ROWS:
            raise RuntimeError(f"the inbox shows {n_rows} rows instead of {N_ROWS}")
        held = [
            compare("help", [*ours, "--help"], [*bare, "--help"], HELP_GOAL),
            compare("inbox", inbox, [*bare, "cmd0"], INBOX_GOAL),
        ]
    return 0 if all(held) else 1


def compare(name: str, ours: Sequence[str], bare: Sequence[str], goal: float) -> bool:
    """Run both in turns, print a line, and say whether the goal holds."""
    once(ours)
    once(bare)
    turns = [(once(ours), once(bare)) for _ in range(N_RUNS)]
    ratio = spread([our_s / bare_s for our_s, bare_s in turns])
    is_held = ratio.median <= goal
    row(
        name=name,
        ours_cpu_s=spread([our_s for our_s, _ in turns]),
        bare_cpu_s=spread([bare_s for _, bare_s in turns]),
        ratio=ratio,
        goal=goal,
        is_held=is_held,
    )
    return is_held


def once(argv: Sequence[str]) -> float:
    """Run a command and return its CPU seconds.

    Raises:
        RuntimeError: It failed; a quick failure is no result.
    """
    run = run_process(argv, {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"})
    if run.exit_code:
        raise RuntimeError(f"{' '.join(argv)} ended with {run.exit_code}")
    return run.cpu_s


def make_store(folder: Path) -> Path:
    """Make a store of 100,000 reviews, one in three flagged, and return the config that names it."""
    config = folder / "reviewwatch.toml"
    config.write_text('store = "reviews.db"\n[brands.inn]\nname = "Inn"\n', encoding="utf-8")
    db = open_store(folder / "reviews.db")
    try:
        for first in range(0, N_REVIEWS, N_PAGE):
            pages.save_page(db, page(range(first, first + N_PAGE)), NOW)
    finally:
        db.close()
    return config


def page(numbers: Sequence[int]) -> PageWrite:
    """Return one page of invented reviews, judged."""
    reviews = [review(number) for number in numbers]
    return PageWrite(
        listing=Listing("bench:inn", "Inn", "none"),
        judged=tuple(judge(item, number) for item, number in zip(reviews, numbers, strict=True)),
        search_texts={item.external_id: item.text for item in reviews},
        state=SourceState(source_id="bench", connector="file"),
    )


def review(number: int) -> Review:
    """Return an invented review."""
    value = number % 5 + 1
    return Review(
        listing_key="bench:inn",
        external_id=f"r{number}",
        author=f"Guest {number}",
        title=f"Night {number}",
        text=f"Room {number % 300} was cold, the bell at desk {number % 7} was not answered, and breakfast was late.",
        rating=Rating(raw=str(value), value=float(value)),
        lang="en",
        created_at=NOW - timedelta(minutes=number),
    )


def judge(item: Review, number: int) -> Judged:
    """Return the review as new; one in three is flagged."""
    is_flagged = number % 3 == 0
    flag = (
        Flag(Severity.HIGH, number % 1000, NOW + timedelta(hours=number % 48), ("two stars",)) if is_flagged else None
    )
    return Judged(
        change=New(item, content_hash(item), thread_hash(())),
        assessment=Assessment(p_detractor=0.8, band=Band.DETRACTOR, scorer="bench"),
        flag=flag,
        case_state=CaseState.OPEN if flag else CaseState.QUIET,
        case_reason="",
    )


if __name__ == "__main__":
    sys.exit(main())
