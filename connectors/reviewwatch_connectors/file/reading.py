"""One reading of a file: a survey of all rows first, then the rows as pages of reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from reviewwatch.connector import Page
from reviewwatch.types import Listing, Problem, Review
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.identity import Identifier
from reviewwatch_connectors.file.layout import Layout
from reviewwatch_connectors.file.opening import OpenFile
from reviewwatch_connectors.file.options import FileOptions
from reviewwatch_connectors.file.problems import Problems
from reviewwatch_connectors.file.review_maker import ReviewMaker
from reviewwatch_connectors.file.scale import NPS, RatingReader, Scale, scale_of
from reviewwatch_connectors.file.survey import Survey, survey

PAGE: Final = 2000
"""Reviews stored together. However few they are, they touch most pages of the indexes: with 500, storing and all
else but judging took 10 % longer.
"""
_MOST_WAITING: Final = 2 * PAGE
"""Reviews held while rows of many listings take turns."""
_LONG_AGO: Final = datetime(1, 1, 1, tzinfo=UTC)


class Reading:
    """Reads a table once from start to end."""

    def __init__(self, opened: OpenFile, options: FileOptions, notes: tuple[str, ...]) -> None:
        self._table = opened.table
        self._layout = opened.layout
        self._options = options
        self._size = opened.shape.size
        self._notes = (*notes, *opened.layout.columns.notes)
        self._waiting = _Waiting(opened.layout)
        self._problems = Problems(opened.table.unit)

    def pages(self) -> Iterator[Page]:
        """Yield the reviews in pages of one listing each; empty pages tell how far the survey is."""
        steps = survey(self._table, self._layout, self._options.order)
        while True:
            try:
                next(steps)
            except StopIteration as done:
                found: Survey = done.value
                break
            yield self._page(self._layout.listing(""), (), is_surveyed=False)
        scale = self._scale(found)
        notes = (*self._notes, *found.notes, *((scale.note,) if scale.note else ()))
        for listing, reviews in self._batches(found, scale):
            yield self._page(listing, reviews, notes=notes)
            notes = ()

    def _scale(self, found: Survey) -> Scale:
        columns = self._layout.columns
        said = self._options.scale or columns.scale
        if said is not None:
            return said
        return scale_of(found.ratings) if Field.RATING in columns.places else NPS

    def _batches(self, found: Survey, scale: Scale) -> Iterator[tuple[Listing, list[Review]]]:
        waiting = self._waiting
        for review, cell in self._reviews(found, scale):
            waiting.add(review, cell)
            if waiting.is_full:
                yield from waiting.take(review.listing_key)
        yield from waiting.take_all()
        self._problems.close()
        if waiting.is_untouched or self._problems.are_waiting:
            yield self._layout.listing(""), []

    def _reviews(self, found: Survey, scale: Scale) -> Iterator[tuple[Review, str]]:
        columns = self._layout.columns
        place = columns.place(Field.LISTING)
        maker = ReviewMaker(columns, found.keys, RatingReader(scale, is_settled=self._options.scale is not None))
        identify, make = Identifier(found.keys, found.repeated).identify, maker.make
        keys = self._waiting.keys
        versions: dict[tuple[str, str], tuple[Review, str]] = {}
        for row in self._table.rows(columns.n_needed):
            if isinstance(row, Problem):
                self._problems.add(row)
                continue
            number, cells = row
            cell = cells[place]
            try:
                external_id, is_version = identify(cells)
                review = make(cells, external_id, keys[cell])
            except ValueError as error:
                self._problems.add(Problem(f"{self._table.unit} {number}", str(error)))
                continue
            if not is_version:
                yield review, cell
                continue
            slot = (review.listing_key, external_id)
            if slot not in versions or _rank(review) > _rank(versions[slot][0]):
                versions[slot] = (review, cell)
        yield from versions.values()

    def _page(
        self, listing: Listing, reviews: list[Review] | tuple[()], notes: tuple[str, ...] = (), is_surveyed: bool = True
    ) -> Page:
        n_done = self._table.n_done
        return Page(
            listing=listing,
            reviews=reviews,
            cursor={},
            problems=self._problems.take(),
            n_total=None if n_done is None else 2 * self._size,
            n_done=None if n_done is None else n_done + (self._size if is_surveyed else 0),
            notes=notes,
            unseen=("the file holds no review",) if is_surveyed and self._waiting.is_untouched else (),
        )


class _Keys(dict[str, str]):
    """Listing cell -> listing key, made once each."""

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self._layout = layout

    def __missing__(self, cell: str) -> str:
        key = self._layout.listing(cell).key
        if len(self) < _MOST_WAITING:
            self[cell] = key
        return key


class _Waiting:
    """Reviews that wait for their page, by listing."""

    def __init__(self, layout: Layout) -> None:
        self.keys = _Keys(layout)
        self.is_untouched = True
        self.is_full = False
        self._layout = layout
        self._n = 0
        self._by_key: dict[str, tuple[str, list[Review]]] = {}

    def add(self, review: Review, cell: str) -> None:
        """Take in a review; `is_full` says whether its listing has a page's worth, or there are too many in all."""
        self.is_untouched = False
        batch = self._by_key.get(review.listing_key)
        if batch is None:
            batch = self._by_key[review.listing_key] = (cell, [])
        batch[1].append(review)
        self._n += 1
        self.is_full = len(batch[1]) == PAGE or self._n == _MOST_WAITING

    def take(self, key: str) -> Iterator[tuple[Listing, list[Review]]]:
        """Give out a listing's page, or all where there are too many small ones."""
        if self._n == _MOST_WAITING:
            yield from self.take_all()
        else:
            yield self._take(key)

    def take_all(self) -> Iterator[tuple[Listing, list[Review]]]:
        """Give out what waits."""
        for key in list(self._by_key):
            yield self._take(key)

    def _take(self, key: str) -> tuple[Listing, list[Review]]:
        cell, reviews = self._by_key.pop(key)
        self._n -= len(reviews)
        return self._layout.listing(cell), reviews


def _rank(review: Review) -> tuple[datetime, str]:
    """Order the versions of a review: the later update wins, and of equals the same one in any order of rows."""
    return review.updated_at or review.created_at or _LONG_AGO, repr(review)
