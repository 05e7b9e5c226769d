"""Feed every recorded answer in a folder to the connector of its place, and say what came of it.

    python3 dev.py eval connectors --samples DIR

`DIR` holds one folder a place; `PLACES` below says which connector reads which, and with what options. Each file gives
one JSON line: what was read, or the class and the words of the error. Exit code 1 if a file ends in anything but
reviews or a ConnectorError, or in nothing at all without a word (a silent zero).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from reviewwatch.config import HttpConfig
from reviewwatch.connector import Reader, load_connector, load_importers
from reviewwatch.errors import ConnectorError
from reviewwatch.net import HttpClient, Response

_FILE: Final = "file"
PLACES: Final[Mapping[str, tuple[str, Mapping[str, object]]]] = {
    "amo": ("mozilla_addons", {"addon": "recorded"}),
    "appstore-rss": ("app_store_rss", {"app_id": 1, "countries": ["us"]}),
    "csv-import": (_FILE, {}),
    "discourse": ("feed", {"url": "https://recorded.example/latest.rss"}),
    "feeds": ("feed", {"url": "https://recorded.example/feed"}),
    "github-issues": ("github", {"repo": "recorded/recorded"}),
    "google-play-csv": (_FILE, {}),
    "jetbrains": ("jetbrains", {"plugin_id": 1}),
    "microformats": ("web_page", {"url": "https://recorded.example/"}),
    "steam-api": ("steam", {"app_id": 1}),
    "steam-legacy": ("steam", {"app_id": 1}),
    "structured-data": ("web_page", {"url": "https://recorded.example/"}),
    "trustpilot": ("web_page", {"url": "https://recorded.example/"}),
    "wordpress-org": ("feed", {"url": "https://wordpress.org/support/plugin/recorded/reviews/feed/"}),
}
"""Folder -> (connector, options)."""

_ABOUT_THE_FOLDER: Final = frozenset({"SOURCES.tsv", "README.md"})
_KINDS: Final = {".json": "application/json", ".html": "text/html", ".xml": "text/xml", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What came of one file.

    Attributes:
        n_reviews: None where an error stands instead.
        problems: Items that could not be read, the first three.
        error: The class of the error, "" without one.
        is_bad: Something else than reviews or a ConnectorError, or nothing without a word.
    """

    file: str
    connector: str
    n_reviews: int | None = None
    n_rated: int = 0
    n_dated: int = 0
    n_problems: int = 0
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()
    error: str = ""
    says: str = ""
    is_bad: bool = False


@dataclass(slots=True)
class Found:
    """What a connector made of one file."""

    n_reviews: int = 0
    n_rated: int = 0
    n_dated: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, page: object) -> None:
        """Take in a Page or a Batch."""
        for review in page.reviews:  # type: ignore[attr-defined]
            self.n_reviews += 1
            self.n_rated += review.rating is not None
            self.n_dated += bool(review.created_at or review.updated_at)
        self.problems += [f"{problem.where}: {problem.why}" for problem in page.problems]  # type: ignore[attr-defined]
        self.notes += [*page.notes, *getattr(page, "unseen", ())]  # type: ignore[attr-defined]


def rows(samples: Path) -> Iterator[Row]:
    """Yield what came of every file, folder by folder."""
    for folder in sorted(path for path in samples.iterdir() if path.is_dir()):
        if folder.name not in PLACES:
            continue
        name, options = PLACES[folder.name]
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name not in _ABOUT_THE_FOLDER:
                yield _row(path, f"{folder.name}/{path.relative_to(folder)}", name, options)


def _row(path: Path, label: str, name: str, options: Mapping[str, object]) -> Row:
    try:
        found = _from_file(path) if name == _FILE else _from_answer(path, name, options)
    except ConnectorError as error:
        return Row(file=label, connector=name, error=type(error).__name__, says=str(error))
    except Exception as error:  # noqa: BLE001 - that nothing else comes out is what is measured
        return Row(file=label, connector=name, error=type(error).__name__, says=str(error), is_bad=True)
    return Row(
        file=label,
        connector=name,
        n_reviews=found.n_reviews,
        n_rated=found.n_rated,
        n_dated=found.n_dated,
        n_problems=len(found.problems),
        problems=found.problems[:3],
        notes=found.notes[:3],
        is_bad=not (found.n_reviews or found.problems or found.notes),
    )


def _from_answer(path: Path, name: str, options: Mapping[str, object]) -> Found:
    connector = load_connector(name).from_options("recorded", options)
    if not isinstance(connector, Reader):
        raise TypeError(f"{name} cannot read one answer")
    headers = {"content-type": _KINDS.get(path.suffix, "application/octet-stream")}
    found = Found()
    found.add(connector.read(Response(200, "https://recorded.example/", headers, path.read_bytes())))
    return found


def _from_file(path: Path) -> Found:
    (importer,) = [kind for kind in load_importers() if kind.name == _FILE]
    found = Found()
    with HttpClient(HttpConfig()) as http:
        for page in importer.from_file(path, None, {}).pages(http, {}):
            found.add(page)
    return found


def main(args: Sequence[str]) -> int:
    """Print a line a file, then the folders that no connector reads, then the sums."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval connectors", description=__doc__.split("\n")[0])
    parser.add_argument("--samples", type=Path, required=True, help="a folder with one folder of recordings a place")
    samples: Path = parser.parse_args(args).samples
    if not samples.is_dir():
        print(f"there is no folder {samples}", file=sys.stderr)
        return 2
    done = []
    for row in rows(samples):
        done.append(row)
        print(json.dumps(asdict(row), ensure_ascii=False), flush=True)
    unread = sorted(path.name for path in samples.iterdir() if path.is_dir() and path.name not in PLACES)
    print(json.dumps({"folders_without_connector": unread}))
    errors = Counter(row.error for row in done if row.error)
    n_reviews = sum(row.n_reviews or 0 for row in done)
    bad = [row.file for row in done if row.is_bad]
    sums = {"files": len(done), "reviews": n_reviews, "errors": dict(errors), "bad": bad}
    print(json.dumps(sums))
    return 1 if bad or not done else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
