"""How the store behaves as it grows: the first page of the inbox, a pull over unchanged pages, and what storing costs.

    python3 dev.py bench store

Two goals, exit code 1 where one is missed: the first inbox page costs at most 1.5 times as much CPU in a store of
1,000,000 reviews as in one of 10,000 (calls alternate, medians), and a pull over unchanged pages changes one row.
The other figures are for reading, since seconds of a shared machine prove nothing: CPU per stored review, search index
included, beside a plain INSERT of the same columns into a table without any index; and the inbox with each filter.

Both stores are filled through `save_page` in pages of 1,000 reviews with invented texts of about 60 words that repeat,
one in three flagged, without search texts, which the inbox does not read. That takes about a gigabyte in the temporary
folder, which is removed, and two minutes.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from reviewwatch_connectors.memory import MemoryConnector, MemoryPlace

from bench.harness import Timing, cpu_of, interleave, row, spread
from bench.invented import Invented, invent
from reviewwatch.changes import content_hash, thread_hash
from reviewwatch.config import Brand, Config, HttpConfig, SourceConfig
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.pull import pull
from reviewwatch.net import HttpClient
from reviewwatch.storage.base import Database
from reviewwatch.storage.sqlite import SqliteDatabase, open_store
from reviewwatch.storage.values import review_columns, text
from reviewwatch.storage.verbs import cases, pages
from reviewwatch.types import (
    Assessment,
    Band,
    CaseState,
    Flag,
    Judged,
    Listing,
    New,
    PageWrite,
    QueueFilter,
    Rating,
    Reason,
    Review,
    Severity,
    SourceState,
    TextField,
    Theme,
)

SMALL: Final = 10_000
LARGE: Final = 1_000_000
N_PAGE: Final = 1_000
N_STORED: Final = 20_000
N_TEXTS: Final = 4_000
N_TURNS: Final = 40
N_CALLS: Final = 25
"""Calls of one turn: a single one is too short for the clock of the CPU."""
INBOX_GOAL: Final = 1.5
ROWS_GOAL: Final = 1
N_REPULLED: Final = 300

NOW: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LISTING: Final = Listing("bench:inn", "Inn", "none")
FILTERS: Final[Mapping[str, QueueFilter]] = {
    "rating": QueueFilter(max_rating_share=0.25),
    "language": QueueFilter(lang="en"),
    "week": QueueFilter(since=NOW - timedelta(days=7)),
    "unanswered": QueueFilter(is_answered=False),
    "all": QueueFilter(include_unflagged=True),
    "rare source": QueueFilter(sources=("rare",)),
}


def main() -> int:
    """Measure everything and return the exit code."""
    texts = list(invent(N_TEXTS))
    with tempfile.TemporaryDirectory(prefix="reviewwatch-bench-") as name:
        folder = Path(name)
        for size in (500, 1_000):
            measure_storing(folder, texts, size)
        held = [measure_inbox(folder, texts), measure_repull(folder)]
    return 0 if all(held) else 1


def measure_storing(folder: Path, texts: Sequence[Invented], size: int) -> None:
    """Print what `save_page` costs for a new review, with search, and what a plain INSERT does."""
    written = list(page_writes(texts, range(N_STORED), size, with_search=True))
    ours, plain = [], []
    for turn in range(5):
        ours.append(cpu_of_storing(folder / f"store-{size}-{turn}.db", written))
        plain.append(cpu_of_plain_insert(folder / f"plain-{size}-{turn}.db", written))
    ratios = [our_s / plain_s for our_s, plain_s in zip(ours, plain, strict=True)]
    row(
        name="save_page",
        page=size,
        us_per_review=spread([seconds / N_STORED * 1e6 for seconds in ours]),
        plain_insert_us=spread([seconds / N_STORED * 1e6 for seconds in plain]),
        ratio=spread(ratios),
    )


def cpu_of_storing(path: Path, written: Sequence[PageWrite]) -> float:
    """Return the CPU seconds of storing these pages in a new store."""
    db = open_store(path)
    started = time.process_time()
    for write in written:
        pages.save_page(db, write, NOW)
    seconds = time.process_time() - started
    db.close()
    path.unlink()
    return seconds


def cpu_of_plain_insert(path: Path, written: Sequence[PageWrite]) -> float:
    """Return the CPU seconds of inserting the columns of the same reviews into a table without index or key."""
    rows = [[tuple(review_columns(change.review).values()) for change in new_ones(write)] for write in written]
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"CREATE TABLE plain ({', '.join(f'c{number}' for number in range(len(rows[0][0])))})")
    started = time.process_time()
    for page in rows:
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO plain VALUES ({', '.join('?' * len(page[0]))})", page)
        connection.execute("COMMIT")
    seconds = time.process_time() - started
    connection.close()
    path.unlink()
    return seconds


def new_ones(write: PageWrite) -> Iterator[New]:
    """Yield the new reviews of a page."""
    for judged in write.judged:
        if isinstance(judged.change, New):
            yield judged.change


def measure_inbox(folder: Path, texts: Sequence[Invented]) -> bool:
    """Fill both stores, print the first page's cost in each with every filter, and say whether the goal holds."""
    small, large = fill(folder / "small.db", texts, SMALL), fill(folder / "large.db", texts, LARGE)
    first = QueueFilter()
    if len(cases.queue(small, first, 50)) != 50 or len(cases.queue(large, first, 50)) != 50:
        raise RuntimeError("the inbox has less than a page")
    pair = interleave(shown(small, first), shown(large, first), N_TURNS)
    ratio = pair.b.median / pair.a.median
    row(
        name="inbox",
        reviews=[SMALL, LARGE],
        small_us=per_call_us(pair.a),
        large_us=per_call_us(pair.b),
        ratio=ratio,
        goal=INBOX_GOAL,
        is_held=ratio <= INBOX_GOAL,
    )
    for name, wanted in FILTERS.items():
        other = interleave(shown(small, wanted), shown(large, wanted), 5)
        row(name=f"inbox, {name}", small_us=per_call_us(other.a), large_us=per_call_us(other.b))
    found = [item.review_id for item in cases.queue(large, first, 50)]
    floor = cpu_of(lambda: [cases.rows(large, found) for _ in range(N_CALLS)], 5)
    row(name="the same 50 rows by number", large_us=per_call_us(floor))
    small.close()
    large.close()
    return ratio <= INBOX_GOAL


def per_call_us(turns: Timing) -> float:
    """Return the CPU microseconds of one call, the median of the turns."""
    return turns.median / N_CALLS * 1e6


def shown(db: Database, wanted: QueueFilter) -> Callable[[], object]:
    """Return a turn: the first page of the inbox, several times."""
    return lambda: [cases.queue(db, wanted, 50) for _ in range(N_CALLS)]


def fill(path: Path, texts: Sequence[Invented], n: int) -> SqliteDatabase:
    """Make a store of `n` reviews and print what the last pages cost beside the first ones."""
    db = open_store(path)
    costs = []
    for write in page_writes(texts, range(n), N_PAGE, with_search=False):
        started = time.process_time()
        pages.save_page(db, write, NOW)
        costs.append((time.process_time() - started) / N_PAGE * 1e6)
    pages.save_page(db, page_write(texts, range(n, n + 3), source="rare", with_search=False), NOW)
    row(name="filled", reviews=n, first_us=spread(costs[:10]), last_us=spread(costs[-10:]), slowest_page_us=max(costs))
    return db


def measure_repull(folder: Path) -> bool:
    """Pull a place again with nothing changed; print how many rows that changed, and say whether it is one."""
    db = open_store(folder / "pulled.db")
    pull_again = puller(db, folder)
    pull_again()
    before = dump(db)
    pull_again()
    changed = differing_rows(before, dump(db))
    row(
        name="unchanged pull",
        reviews=before["reviews"].total(),
        rows_changed=sum(changed.values()),
        tables=changed,
        goal=ROWS_GOAL,
        is_held=sum(changed.values()) == ROWS_GOAL,
    )
    db.close()
    return sum(changed.values()) == ROWS_GOAL


def puller(db: Database, folder: Path) -> Callable[[], object]:
    """Return a pull of a place in memory through the whole flow; the place claims at each that it changed."""
    clock = iter(NOW + timedelta(hours=number) for number in range(10**6))
    place = MemoryPlace(now=lambda: NOW, page_size=50)
    connector = MemoryConnector(place)
    desk = Desk(
        config=Config(
            path=None,
            store=folder / "pulled.db",
            brands={"inn": Brand(brand_id="inn", name="Inn")},
            sources={"place": SourceConfig(source_id="place", brand="inn", connector="memory")},
            people={},
        ),
        db=db,
        http=HttpClient(HttpConfig()),
        now=lambda: next(clock),
        connector=lambda _source_id: connector,
    )
    for number, item in enumerate(invent(N_REPULLED)):
        place.put(f"r{number}", item.text, float(item.rating))

    def pull_once() -> None:
        place.put("r0")
        report = pull(desk, "place", connector)
        if report.error is not None or report.n_read != N_REPULLED:
            raise RuntimeError(f"the pull read {report.n_read} reviews: {report.error}")

    return pull_once


def dump(db: Database) -> dict[str, Counter[tuple[object, ...]]]:
    """Return every row of every table, those of the search index included, by table."""
    tables = [text(found["name"]) for found in db.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: Counter(tuple(found.values()) for found in db.all(f"SELECT * FROM {table}")) for table in tables}


def differing_rows(before: Mapping[str, Counter[Any]], after: Mapping[str, Counter[Any]]) -> dict[str, int]:
    """Return by table how many rows were added, changed or removed between two dumps."""
    counts = {
        table: max((rows - after[table]).total(), (after[table] - rows).total()) for table, rows in before.items()
    }
    return {table: n_rows for table, n_rows in counts.items() if n_rows}


def page_writes(texts: Sequence[Invented], numbers: range, size: int, with_search: bool) -> Iterator[PageWrite]:
    """Yield pages of new reviews."""
    for first in range(numbers.start, numbers.stop, size):
        yield page_write(texts, range(first, first + size), "bench", with_search)


def page_write(texts: Sequence[Invented], numbers: range, source: str, with_search: bool) -> PageWrite:
    """Return one page of new reviews; every text comes back after some thousand reviews."""
    judged = tuple(judge(texts[number % len(texts)], number) for number in numbers)
    search_texts = {
        item.change.review.external_id: item.change.review.text.casefold()
        for item in judged
        if with_search and isinstance(item.change, New)
    }
    state = SourceState(source_id=source, connector="file", cursor={"line": str(numbers.stop)})
    return PageWrite(listing=LISTING, judged=judged, search_texts=search_texts, state=state)


def judge(item: Invented, number: int) -> Judged:
    """Return an invented review as new, one in three flagged, with an id in no order, as sites give them."""
    rng = random.Random(number)
    review = Review(
        listing_key=LISTING.key,
        external_id=f"{rng.getrandbits(64):016x}",
        author=item.author,
        title=item.title,
        text=item.text,
        rating=Rating(str(item.rating), float(item.rating)),
        lang="en",
        created_at=NOW - timedelta(minutes=number),
    )
    is_flagged = number % 3 == 0
    assessment = Assessment(
        p_detractor=0.8,
        band=Band.DETRACTOR if is_flagged else Band.PROMOTER,
        sentiment=-0.4,
        themes=(Theme("room", -0.5, TextField.TEXT, 4, 8),),
        reasons=(Reason(TextField.RATING, 0, 1, "2 of 5 stars"), Reason(TextField.TEXT, 9, 30, "an unhappy sentence")),
        lang="en",
        scorer="bench-1",
    )
    flag = Flag(Severity.MEDIUM, rng.randrange(1, 1000), NOW + timedelta(days=2), ("2 of 5 stars",))
    return Judged(
        change=New(review, content_hash(review), thread_hash(())),
        assessment=replace(assessment, is_praise=not is_flagged),
        flag=flag if is_flagged else None,
        case_state=CaseState.OPEN if is_flagged else CaseState.QUIET,
        case_reason="flagged" if is_flagged else "nothing to worry about",
    )


if __name__ == "__main__":
    sys.exit(main())
