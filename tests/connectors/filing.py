"""Write files and read them back through the connector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reviewwatch_connectors.file import FileConnector

from reviewwatch.connector import Page
from reviewwatch.types import Review

if TYPE_CHECKING:
    from reviewwatch.net import Http

DATA = Path(__file__).parent / "data" / "file"
NO_HTTP = cast("Http", None)


@dataclass(frozen=True, slots=True)
class Read:
    """All pages of one reading."""

    pages: tuple[Page, ...]

    @property
    def reviews(self) -> list[Review]:
        """Every review in the order of the pages."""
        return [review for page in self.pages for review in page.reviews]

    @property
    def by_id(self) -> dict[str, Review]:
        """Reviews by id; fails where an id stands twice in a listing."""
        found = {f"{review.listing_key} {review.external_id}": review for review in self.reviews}
        assert len(found) == len(self.reviews)
        return found

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Where and why, for each row that could not be read."""
        return [(problem.where, problem.why) for page in self.pages for problem in page.problems]

    @property
    def notes(self) -> list[str]:
        """What was assumed."""
        return [note for page in self.pages for note in page.notes]


def read(path: Path, source: str | None = None, **options: object) -> Read:
    """Read a file through `from_file`."""
    return Read(tuple(FileConnector.from_file(path, source, options).pages(NO_HTTP, {})))


def write(folder: Path, content: str | bytes, name: str = "reviews.csv") -> Path:
    """Write a file as it is given, line ends included."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read_text(folder: Path, content: str | bytes, name: str = "reviews.csv", **options: object) -> Read:
    """Write a file and read it."""
    return read(write(folder, content, name), None, **options)


def texts(reviews: Sequence[Review]) -> list[str]:
    """Return the texts of reviews."""
    return [review.text for review in reviews]
