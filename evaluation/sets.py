"""Labelled sets of reviews in the shared format, taken apart as the product does it.

A set is `NAME.csv.gz` with the columns id, text, rating, det2, det3, lang, title; `det2` says 1 for a rating of at most
2 of 5. A folder `vader_icwsm14` beside them holds what people found in VADER's texts: four tables of id, mean rating
from -4 to 4, and text, set apart by tabs.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Final, NamedTuple

from reviewwatch.assess import read
from reviewwatch.assess.tone import hear
from reviewwatch.sentiment.vader import compound
from reviewwatch.types import Review

GROUND_TRUTH: Final = "vader_icwsm14"
_TABLES: Final = "*_GroundTruth.txt"
_LABEL: Final = "det2"
_COLUMNS: Final = {"text", "lang", _LABEL}
_SLOPE: Final = 1.2
"""A mean rating of -1 is read as 77 % unhappy, of 1 as 23 %."""


class Text(NamedTuple):
    """One review as the detector gets it.

    Attributes:
        sentences: Folded words of each sentence, the title's first.
        tones: Of each sentence.
        compound: VADER's, of the text as received.
        unhappy: The label: 1 for a detractor, 0 for none, between where people rated.
        share: Of the scale that its rating gives, 0 to 1; None where it has none.
    """

    sentences: list[list[str]]
    tones: list[float]
    compound: float
    unhappy: float
    share: float | None = None


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set by name.

    Attributes:
        is_graded: Its labels are shares, not yes or no: good to learn from, not to count with.
    """

    name: str
    lang: str
    texts: Sequence[Text]
    is_graded: bool = False


def names_in(folder: Path) -> list[str]:
    """Return the names of the sets in a folder, in order, those with graded labels last."""
    tables = sorted((folder / GROUND_TRUTH).glob(_TABLES))
    rated = [path.name.removesuffix(".csv.gz") for path in sorted(folder.glob("*.csv.gz")) if has_labels(path)]
    return [*rated, *(_table_name(path) for path in tables)]


def load(folder: Path, name: str, languages: Sequence[str] = ("en",)) -> LabelledSet:
    """Return a set; of a language that is not asked for, no text is taken apart."""
    for path in (folder / GROUND_TRUTH).glob(_TABLES):
        if _table_name(path) == name:
            return LabelledSet(name, "en", list(_graded(path)), is_graded=True)
    rows = list(rows_of(folder / f"{name}.csv.gz"))
    lang = rows[0]["lang"] if rows else ""
    asked = rows if lang in languages else []
    shares = _shares([row.get("rating") or "" for row in asked])
    texts = [
        _text(row["text"], row.get("title") or "", float(row[_LABEL]))._replace(share=share)
        for row, share in zip(asked, shares, strict=True)
    ]
    return LabelledSet(name, lang, texts)


def _shares(ratings: Sequence[str]) -> list[float | None]:
    """Return ratings as shares of their scale, which ends at 10 where one is above 5."""
    values = [float(rating) if rating else None for rating in ratings]
    best = 10.0 if any(value is not None and value > 5 for value in values) else 5.0
    return [None if value is None else (value - 1.0) / (best - 1.0) for value in values]


def n_rows(folder: Path, name: str) -> int:
    """Return how many rows a rated set has."""
    return sum(1 for _ in rows_of(folder / f"{name}.csv.gz"))


def _graded(path: Path) -> Iterator[Text]:
    # A few bytes of these tables are of no encoding, and lines end at newlines alone.
    for line in path.read_bytes().decode("utf-8", "replace").split("\n"):
        columns = line.rstrip("\r").split("\t")
        if len(columns) >= 3:
            yield _text(columns[2], "", 1.0 / (1.0 + exp(_SLOPE * float(columns[1]))))


def _text(text: str, title: str, unhappy: float) -> Text:
    heard = hear(read(Review(listing_key="set:", external_id="", text=text, title=title)))
    sentences = [words for passage in heard.passages for words in passage.words]
    return Text(sentences, heard.tones, compound(text), unhappy)


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a set by the names of its columns."""
    csv.field_size_limit(sys.maxsize)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def has_labels(path: Path) -> bool:
    """Say whether a file has the columns of a set."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return set(next(csv.reader(file), ())) >= _COLUMNS


def _table_name(path: Path) -> str:
    return "vader_" + path.name.partition("_")[0]
