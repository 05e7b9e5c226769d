"""`add` of places that a connector of the test speaks for: what is counted, shown and refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest

import reviewwatch.connector
from reviewwatch import config
from reviewwatch.connector import About, Capabilities, Certainty, Connector, Page, Recognized
from reviewwatch.net import Http
from reviewwatch.types import Cursor, Listing, Problem, Rating, RatingKind, Review
from tests.cli.adding import MINE, written
from tests.cli.running import run
from tests.cli.scene import an_hour_ago
from tests.make import review, stars


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write a config of a person's own."""
    return written(tmp_path)


class Paper:
    """A connector of a test: what stands in its class attributes."""

    name: ClassVar[str] = "paper"
    about: ClassVar[About] = About(
        place="A paper", key="none", limit="", edits="never", deletions="never", history="all", tested=""
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="none", is_windowed=True)
    certainty: ClassVar[Certainty] = Certainty.PLACE
    sheets: ClassVar[list[list[Review]]] = []
    problems: ClassVar[list[Problem]] = []

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> Connector:
        return cls()

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        return Recognized(name="paper", certainty=cls.certainty) if "paper" in url else None

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        for reviews in self.sheets or [[]]:
            yield Page(
                listing=Listing("test:paper", "The Paper", "none"), reviews=reviews, cursor={}, problems=self.problems,
                unseen=("older than the newest 500",), notes=("the scale is five",),
            )  # fmt: skip


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> type[Paper]:
    """Install the test's connector beside a broken one."""

    class Fresh(Paper):
        pass

    def load(name: str) -> Any:
        if name == "broken":
            raise ImportError("no module named lamps")
        return Fresh

    monkeypatch.setattr(reviewwatch.connector, "load_connector", load)
    monkeypatch.setattr(reviewwatch.connector, "connector_names", lambda: ("broken", "paper"))
    return Fresh


def of_paper(external_id: str, **fields: Any) -> Review:
    """Return a review of the test's listing."""
    return review(external_id, listing_key="test:paper", **{"created_at": an_hour_ago(), **fields})


def test_a_review_on_two_pages_counts_once(mine: Path, paper: type[Paper]) -> None:
    """The first pull stores it once, so the promise says one."""
    unhappy, other = of_paper("1", rating=stars(1)), of_paper("2", rating=stars(5), text="Lovely.")
    paper.sheets = [[unhappy, other], [unhappy]]

    done = run("--config", str(mine), "add", "https://paper.example", "--yes")

    assert done.exit_code == 0, done.output
    assert "2 read, 1 in your queue, 0 history, 1 answered or well" in done.stdout
    assert "1 in your queue" in done.stderr
    assert len(run("--config", str(mine), "inbox", "--all", "--json").stdout.splitlines()) == 2


def test_a_connector_that_cannot_be_asked_is_named(mine: Path, paper: type[Paper]) -> None:
    """It may be the one that knows the address, so its failing is no secret; the others are asked."""
    paper.sheets = [[of_paper("1")]]

    done = run("--config", str(mine), "add", "https://paper.example", "--dry-run")

    assert done.exit_code == 0
    assert "the connector `broken` cannot be asked (ImportError: no module named lamps)" in done.stderr


def test_ratings_and_what_cannot_be_seen_are_shown(mine: Path, paper: type[Paper]) -> None:
    """The spread is one line, the best first, however a rating was written; windows and assumptions are said."""
    yes = Rating("yes", 1.0, 0.0, 1.0, RatingKind.BINARY)
    written = [Rating("4", 4.0), Rating("4.0", 4.0), Rating("★", 1.0), yes]
    paper.sheets = [[of_paper(str(number), rating=rating) for number, rating in enumerate(written)]]

    done = run("--config", str(mine), "add", "https://paper.example", "--dry-run")

    assert "Ratings: yes 1, 4★ 2, 1★ 1\n" in done.stdout
    assert "Not seen: older than the newest 500\n" in done.stdout
    assert "Assumed: the scale is five\n" in done.stdout
    assert "Replies: by hand" in done.stdout
    assert "does not show here whether they stand" in done.stdout


@pytest.mark.parametrize("certainty", [Certainty.ANY, Certainty.SHAPE])
def test_a_page_without_a_review_is_never_added(mine: Path, paper: type[Paper], certainty: Certainty) -> None:
    """A summary of ratings is nothing to answer."""
    paper.certainty = certainty

    done = run("--config", str(mine), "add", "https://paper.example", "--yes")

    assert done.exit_code == 1
    assert "no review stands there" in done.stderr
    assert mine.read_text() == MINE


def test_a_place_of_reviews_may_be_new(mine: Path, paper: type[Paper]) -> None:
    """An app that came out today has no review yet and is worth watching."""
    done = run("--config", str(mine), "add", "https://paper.example", "--yes")

    assert done.exit_code == 0
    assert "Found: 0 reviews" in done.stdout
    assert list(config.load(mine).sources) == ["paper"]


def test_a_place_of_which_nothing_can_be_read_is_not_added(mine: Path, paper: type[Paper]) -> None:
    """Items that all are problems are a changed layout, not an empty place."""
    paper.problems = [Problem("item 1", "has no text"), Problem("item 2", "has no text")]

    done = run("--config", str(mine), "add", "https://paper.example", "--yes")

    assert done.exit_code == 1
    assert "not one of 2 items could be read, the first, item 1: has no text" in done.stderr
    assert mine.read_text() == MINE


def test_a_place_that_is_known_comes_before_a_door_and_a_door_before_a_guess(mine: Path, paper: type[Paper]) -> None:
    """`amazon.com/paper` is the connector's if it knows the host, and closed if it only knows the look."""
    paper.sheets = [[of_paper("1")]]
    known = run("--config", str(mine), "add", "https://amazon.com/paper", "--dry-run")
    paper.certainty = Certainty.SHAPE
    guessed = run("--config", str(mine), "add", "https://amazon.com/paper", "--dry-run")

    assert (known.exit_code, guessed.exit_code) == (0, 2)
    assert "Amazon cannot be watched" in guessed.stderr


def test_a_pull_says_what_it_could_not_see(mine: Path, paper: type[Paper]) -> None:
    """A pull that only counts what it read passes for one that saw everything."""
    paper.sheets = [[of_paper("1")]]
    assert run("--config", str(mine), "add", "https://paper.example/1", "--yes").exit_code == 0

    done = run("--config", str(mine), "pull", "paper")

    assert "paper: not seen: older than the newest 500.\n" in done.stderr
