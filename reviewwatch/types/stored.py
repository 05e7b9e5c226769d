"""What goes into the store and comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reviewwatch.types.judgment import HELD
from reviewwatch.types.state import CaseState

if TYPE_CHECKING:
    from reviewwatch.types.judgment import Assessment, Band, Flag, Judged
    from reviewwatch.types.review import Listing, Rating, Review
    from reviewwatch.types.source import SourceState


@dataclass(frozen=True, slots=True)
class Case:
    """A review's standing, with when it is owed an answer."""

    state: CaseState
    reason: str
    priority: int = 0
    due_at: datetime | None = None
    snoozed_until: datetime | None = None

    @property
    def held_for(self) -> str:
        """Why a trained person takes it, in words for a person; empty where it is not held."""
        return self.reason.removesuffix(f": {HELD}") if self.state is CaseState.HELD else ""


@dataclass(frozen=True, slots=True)
class Revision:
    """What a review said before.

    Attributes:
        number: 1 is the first.
        replaced_at: When the next one was seen.
    """

    number: int
    title: str
    text: str
    positive: str
    negative: str
    rating: Rating | None
    updated_at: datetime | None
    replaced_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReview:
    """One review with all that the store holds of its present."""

    review_id: int
    source_id: str
    listing: Listing
    review: Review
    content_hash: str
    thread_hash: str
    n_revisions: int
    first_seen_at: datetime
    gone_at: datetime | None
    gone_proof: str | None
    case: Case
    assessment: Assessment | None
    flag: Flag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which reviews a queue shows. None and empty mean no limit.

    Attributes:
        sources: Ids of sources; a brand is given as its sources.
        max_rating_share: At most this share of the rating's scale, 0..1; unrated reviews are left out.
        lang: Of the assessment.
        since: Created at or after this.
        is_answered: With or without an owner reply or one on its way.
        include_unflagged: Every unanswered review instead of the open ones alone, positives included.
        is_held: Those that wait for a trained person instead of the open ones.
        is_praise: Only those that thank a person or a team by name.
    """

    sources: tuple[str, ...] = ()
    max_rating_share: float | None = None
    lang: str | None = None
    since: datetime | None = None
    is_answered: bool | None = None
    include_unflagged: bool = False
    is_held: bool = False
    is_praise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One line of the inbox.

    Attributes:
        excerpt: The first 300 code points of the text that there is, as received.
    """

    review_id: int
    source_id: str
    listing_name: str
    rating: Rating | None
    author: str | None
    title: str
    excerpt: str
    lang: str | None
    created_at: datetime | None
    case: Case
    band: Band
    flag: Flag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWrite:
    """What one transaction of a pull stores.

    Attributes:
        search_texts: Folded text by external id, for every review that is new or edited.
    """

    listing: Listing
    judged: tuple[Judged, ...]
    search_texts: Mapping[str, str]
    state: SourceState
