"""A store of a dozen lines: what a pull leaves behind, by the real rules of what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reviewwatch import changes
from reviewwatch.connector import Connector, Page
from reviewwatch.net import Http
from reviewwatch.types import CaseState, Change, Cursor, Edited, Gone, Known, New, OwnerReplied, Review


@dataclass
class Shelf:
    """Takes pages as the flow does, and keeps the cursor of the last one."""

    cursor: Cursor = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)

    def pull(
        self, connector: Connector, http: Http, after_page: Callable[[Page], object] = lambda page: None
    ) -> list[Page]:
        """Pull once; `after_page` may change the place or stop the pull by an exception."""
        seen: set[str] = set()
        pages: list[Page] = []
        for page in connector.pages(http, self.cursor):
            pages.append(page)
            self._take(page, seen)
            after_page(page)
        return pages

    def said(self) -> dict[str, tuple[str, str, frozenset[str]]]:
        """Return title, text and owner replies of what stands there."""
        return {id_: said_of(review) for id_, review in self.reviews.items() if id_ not in self.gone}

    def _take(self, page: Page, seen: set[str]) -> None:
        assert all(review.listing_key == page.listing.key for review in page.reviews)
        seen.update(review.external_id for review in page.reviews)
        known = {id_: self._known(review) for id_, review in self.reviews.items()}
        found = changes.decide_page(known, page.reviews)
        found += changes.decide_gone(known, seen if page.is_complete else None, page.gone)
        for change in found:
            if isinstance(change, New | Edited | OwnerReplied):
                self.reviews[change.review.external_id] = change.review
                self.gone.discard(change.review.external_id)
            elif isinstance(change, Gone):
                self.gone.add(change.known.external_id)
        self.changes += found
        self.cursor = page.cursor

    def _known(self, review: Review) -> Known:
        return Known(
            review_id=0,
            external_id=review.external_id,
            content_hash=changes.content_hash(review),
            thread_hash=changes.thread_hash(review.owner_replies),
            n_revisions=0,
            is_gone=review.external_id in self.gone,
            updated_at=review.updated_at,
            rating_share=None,
            case_state=CaseState.QUIET,
            owner_replies=review.owner_replies,
        )


def said_of(review: Review) -> tuple[str, str, frozenset[str]]:
    """Return what a review says and what was replied."""
    return review.title, review.text, frozenset(reply.text for reply in review.owner_replies)


def whole_story(error: BaseException | None) -> str:
    """Return an error's words and those of its causes, as a traceback would show them."""
    return "" if error is None else f"{error!r} {error} {whole_story(error.__cause__ or error.__context__)}"


def options_of(**options: Any) -> dict[str, object]:
    """Return the options of a source."""
    return options
