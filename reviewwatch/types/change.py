"""What changed since the last pull."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewwatch.types.review import OwnerReply, Review
    from reviewwatch.types.state import CaseState


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of a review, enough to tell whether a fetched one differs.

    Attributes:
        owner_replies: The stored thread, filled only where the fetched one is partial.
    """

    review_id: int
    external_id: str
    content_hash: str
    thread_hash: str
    n_revisions: int
    is_gone: bool
    updated_at: datetime | None
    rating_share: float | None
    case_state: CaseState
    owner_replies: tuple[OwnerReply, ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """Never seen before."""

    review: Review
    content_hash: str
    thread_hash: str


@dataclass(frozen=True, slots=True)
class Edited:
    """Text or rating differ from what the store holds; the old ones become a revision.

    Attributes:
        was_gone: It came back after it had been proven gone.
    """

    review: Review
    known: Known
    content_hash: str
    thread_hash: str
    was_gone: bool = False


@dataclass(frozen=True, slots=True)
class OwnerReplied:
    """Only the thread of owner replies differs."""

    review: Review
    known: Known
    thread_hash: str


@dataclass(frozen=True, slots=True)
class Same:
    """Nothing to write."""

    known: Known


@dataclass(frozen=True, slots=True)
class Gone:
    """Proven absent: a complete listing without it, or the site's own word.

    Attributes:
        proof: Which of the two, in words.
    """

    known: Known
    proof: str


Change = New | Edited | OwnerReplied | Same | Gone
