"""The nouns: what is handed from one room to the next, and which state may follow which.

Everything here is frozen and free of behavior beyond what a value knows of itself.
Times are aware and UTC. Offsets count code points of the named field as received.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Cursor = Mapping[str, str]
"""Where a source's next pull starts: opaque to all but its connector, flat, JSON-able."""


# -- what the sites say ---------------------------------------------------------------------------


class RatingKind(StrEnum):
    """How a rating was asked for. Kinds never mix in an average."""

    STARS = "stars"
    BINARY = "binary"
    TEN = "ten"
    SURVEY = "survey"


class Precision(StrEnum):
    """How exactly a site states a time."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"


class TextField(StrEnum):
    """A part of a review that a reason may point into."""

    TITLE = "title"
    TEXT = "text"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    RATING = "rating"


class ReplyState(StrEnum):
    """What the site says of an owner reply."""

    PUBLISHED = "published"
    PENDING = "pending"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as given, with the scale it was given on.

    Attributes:
        raw: The value as the site wrote it.
        value: The same as a number, `worst <= value <= best`.
        worst, best: The ends of the scale.
        kind: How it was asked for.
    """

    raw: str
    value: float
    worst: float = 1.0
    best: float = 5.0
    kind: RatingKind = RatingKind.STARS

    @property
    def share(self) -> float:
        """Where the value stands on its scale, 0 (worst) to 1 (best)."""
        return (self.value - self.worst) / (self.best - self.worst)


@dataclass(frozen=True, slots=True)
class OwnerReply:
    """A public answer by the business, whoever typed it.

    Attributes:
        text: The reply as received.
        author: The name shown, if any.
        account: The account it stands under, in the site's own terms.
        created_at: When it appeared, if the site says so.
        state: What the site says of it.
        external_id: The site's id for the reply, if it has one.
    """

    text: str
    author: str | None = None
    account: str | None = None
    created_at: datetime | None = None
    state: ReplyState = ReplyState.PUBLISHED
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The thing reviewed: a location, an app, a product.

    Attributes:
        key: `<id space>:<the site's id>`, unique in a store.
        name: What people call it.
        platform: The entry of `reply/platforms.toml` that holds its reply limits.
        url: Where a person sees it, if there is such a page.
    """

    key: str
    name: str
    platform: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One person's public text and/or rating, in house values.

    `positive` and `negative` are filled only where the site asks for them apart; they are never glued to `text`.
    `owner_replies` is the whole thread unless `is_thread_partial`, then it is what this pull saw of it.
    """

    listing_key: str
    external_id: str
    title: str = ""
    text: str = ""
    positive: str = ""
    negative: str = ""
    rating: Rating | None = None
    author: str | None = None
    lang: str | None = None
    country: str | None = None
    version: str | None = None
    created_at: datetime | None = None
    created_precision: Precision = Precision.INSTANT
    updated_at: datetime | None = None
    url: str | None = None
    n_votes: int | None = None
    owner_replies: tuple[OwnerReply, ...] = ()
    is_thread_partial: bool = False
    notes: tuple[str, ...] = ()

    def field(self, name: TextField) -> str:
        """Return the text that offsets of a reason count in.

        Args:
            name: The part. RATING gives the raw rating, empty without one.
        """
        if name is TextField.RATING:
            return self.rating.raw if self.rating else ""
        return str(getattr(self, name.value))


@dataclass(frozen=True, slots=True)
class Problem:
    """A row or item that could not be read, said so that a person can mend it.

    Attributes:
        where: `line 12`, `item 3` or a key.
        why: One clause without a full stop.
    """

    where: str
    why: str


# -- what changed since the last pull -------------------------------------------------------------


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


# -- what we make of it ---------------------------------------------------------------------------


class Band(StrEnum):
    """Where a reviewer likely stands. A band from stars is called a band, never NPS."""

    DETRACTOR = "detractor"
    PASSIVE = "passive"
    PROMOTER = "promoter"
    UNSCORED = "unscored"


class Severity(StrEnum):
    """How bad it is for the reviewer, and so how soon a person looks."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was reached: a place in the review and a clause a person understands. Holds no words of the review."""

    field: TextField
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One mention of what the review is about.

    Attributes:
        polarity: -1 (unhappy with it) to 1 (happy with it).
    """

    theme: str
    polarity: float
    field: TextField
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Our judgment of one revision of a review.

    Attributes:
        p_detractor: 0..1, or None where neither stars nor readable text say anything.
        band: The verdict.
        sentiment: -1..1 of the text, or None where the text could not be scored.
        is_conflict: Stars and text disagree.
        is_at_risk: A promoter who may be lost.
        is_praise: Names a person or a team with thanks.
        lang: The language assumed, None if unknown.
        scorer: Name and version of what judged.
    """

    p_detractor: float | None
    band: Band
    sentiment: float | None = None
    is_conflict: bool = False
    is_at_risk: bool = False
    is_praise: bool = False
    themes: tuple[Theme, ...] = ()
    reasons: tuple[Reason, ...] = ()
    lang: str | None = None
    scorer: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A reason to look at a review.

    Attributes:
        priority: 0..1000, higher is sooner.
        due_at: When an answer is owed, None for history.
        reasons: Clauses for a person, the weightiest first.
        route: Department or person, None for the common queue.
    """

    severity: Severity
    priority: int
    due_at: datetime | None
    reasons: tuple[str, ...]
    route: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A change with all that the machine pass made of it; what `save_page` writes.

    Attributes:
        assessment, flag: None where the change needs none (an owner reply, a removal).
        case_state, case_reason: Where the case stands after this change.
    """

    change: New | Edited | OwnerReplied | Gone
    assessment: Assessment | None
    flag: Flag | None
    case_state: CaseState
    case_reason: str


# -- replies --------------------------------------------------------------------------------------


class FindingSeverity(StrEnum):
    """What a rule's finding does to an approval."""

    WARN = "warn"
    BLOCK = "block"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a reply text.

    Attributes:
        rule: Its id, G01 to G40.
        start, end: The span in the reply.
        source: Law or platform rule behind it.
        fix: Text that would replace the span, None where no mend is known.
    """

    rule: str
    severity: FindingSeverity
    start: int
    end: int
    why: str
    source: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggested reply, never public.

    Attributes:
        drafter: Name and version of what wrote it, or the person's id.
        content_hash: The revision of the review that it answers.
    """

    text: str
    lang: str
    drafter: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply would appear.

    Attributes:
        listing_key, external_id: The review.
        address: Base address that a post goes to, None where a person posts by hand.
    """

    listing_key: str
    external_id: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A named person's yes to exact text for an exact revision at an exact place.

    Attributes:
        text_hash: Of the exact text.
        content_hash: The revision that the person read.
        thread_hash: The owner replies that the person saw.
        account: Whose name it appears under, None where the site shows the person's own.
        acknowledged: Rules whose warnings the person saw and accepted.
        rules_version: The rules that were run then. Recorded, not bound.
        is_demo: Made by the demo, good for loopback addresses alone.
    """

    person: str
    approved_at: datetime
    text_hash: str
    content_hash: str
    thread_hash: str
    target: Target
    account: str | None
    acknowledged: tuple[str, ...] = ()
    rules_version: str = ""
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class ApprovedReply:
    """A text that may be posted now. Only `approve.confirm` makes one."""

    approval: Approval
    text: str


@dataclass(frozen=True, slots=True)
class Stale:
    """An approval that no longer holds.

    Attributes:
        reasons: What differs, each a clause for the person who approves again.
    """

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """What a site answered when it took a reply.

    Attributes:
        state: PUBLISHED, or PENDING where the site moderates first.
        account: Whose name it stands under, as the site says.
    """

    state: ReplyState
    external_id: str | None = None
    url: str | None = None
    account: str | None = None


# -- states ---------------------------------------------------------------------------------------


class CaseState(StrEnum):
    """A review's standing in the queue."""

    QUIET = "quiet"
    OPEN = "open"
    SNOOZED = "snoozed"
    HELD = "held"
    DISMISSED = "dismissed"
    ANSWERED = "answered"
    CLOSED = "closed"


class CaseEvent(StrEnum):
    """What moves a case: the first six are the machine's, the others a person's."""

    FLAGGED = "flagged"
    EDITED = "edited"
    GONE = "gone"
    ANSWER_SEEN = "answer_seen"
    REPLY_FAILED = "reply_failed"
    WOKE = "woke"
    APPROVE = "approve"
    DISMISS = "dismiss"
    HOLD = "hold"
    SNOOZE = "snooze"
    REOPEN = "reopen"
    UNDO = "undo"


class PublicationState(StrEnum):
    """Where an approved reply is on its way."""

    APPROVED = "approved"
    POSTING = "posting"
    POSTED = "posted"
    SEEN = "seen"
    PENDING = "pending"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"
    STALE = "stale"


_UNDECIDED = (CaseState.QUIET, CaseState.OPEN, CaseState.SNOOZED, CaseState.HELD)
_PERSON: Mapping[CaseEvent, CaseState] = {
    CaseEvent.APPROVE: CaseState.ANSWERED,
    CaseEvent.DISMISS: CaseState.DISMISSED,
    CaseEvent.HOLD: CaseState.HELD,
    CaseEvent.SNOOZE: CaseState.SNOOZED,
}

CASE_TRANSITIONS: Mapping[tuple[CaseState, CaseEvent], CaseState] = {
    (CaseState.QUIET, CaseEvent.FLAGGED): CaseState.OPEN,
    **{(state, CaseEvent.EDITED): CaseState.OPEN for state in CaseState},
    **{(state, CaseEvent.GONE): CaseState.CLOSED for state in CaseState},
    **{(state, CaseEvent.ANSWER_SEEN): CaseState.ANSWERED for state in _UNDECIDED},
    (CaseState.ANSWERED, CaseEvent.REPLY_FAILED): CaseState.OPEN,
    (CaseState.SNOOZED, CaseEvent.WOKE): CaseState.OPEN,
    **{(state, event): to for state in _UNDECIDED for event, to in _PERSON.items()},
    **{
        (state, CaseEvent.REOPEN): CaseState.OPEN
        for state in CaseState
        if state not in (CaseState.OPEN, CaseState.CLOSED)
    },
    **{(state, CaseEvent.UNDO): CaseState.OPEN for state in CaseState if state is not CaseState.CLOSED},
}
"""(state, event) -> state. A pair that is missing is refused. Undo of a decision returns to OPEN or to the state that
the undone decision left behind, whichever the decision recorded; the table names the usual one."""

PUBLICATION_TRANSITIONS: Mapping[PublicationState, frozenset[PublicationState]] = {
    PublicationState.APPROVED: frozenset(
        {
            PublicationState.POSTING,
            PublicationState.WITHDRAWN,
            PublicationState.STALE,
            PublicationState.HANDED_OVER,
        }
    ),
    # Back to APPROVED only where it is certain that nothing was sent.
    PublicationState.POSTING: frozenset(
        {
            PublicationState.POSTED,
            PublicationState.PENDING,
            PublicationState.REFUSED,
            PublicationState.UNKNOWN,
            PublicationState.STALE,
            PublicationState.APPROVED,
        }
    ),
    PublicationState.POSTED: frozenset({PublicationState.SEEN, PublicationState.REFUSED}),
    PublicationState.PENDING: frozenset({PublicationState.SEEN, PublicationState.REFUSED}),
    PublicationState.UNKNOWN: frozenset(
        {PublicationState.SEEN, PublicationState.HANDED_OVER, PublicationState.WITHDRAWN}
    ),
    PublicationState.HANDED_OVER: frozenset({PublicationState.SEEN, PublicationState.WITHDRAWN}),
    PublicationState.SEEN: frozenset(),
    PublicationState.REFUSED: frozenset(),
    PublicationState.WITHDRAWN: frozenset(),
    PublicationState.STALE: frozenset(),
}
"""state -> states that may follow. A terminal state is followed by a new approval, never by itself again."""


class DecisionKind(StrEnum):
    """A recorded act of a person."""

    APPROVE = "approve"
    DISMISS = "dismiss"
    HOLD = "hold"
    SNOOZE = "snooze"
    REOPEN = "reopen"
    HAND_OVER = "hand_over"
    RESOLVE = "resolve"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of a person, appended and never changed.

    Attributes:
        decision_id: Row number; None before it is stored.
        reason: The person's words, or a fixed one.
        text_hash: The text that the act is about, None without one.
        until: The end of a snooze.
        undoes: The decision that this one takes back.
        state_before: The case's state when the act was done.
    """

    review_id: int
    kind: DecisionKind
    person: str
    decided_at: datetime
    reason: str = ""
    text_hash: str | None = None
    until: datetime | None = None
    undoes: int | None = None
    state_before: CaseState | None = None
    decision_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One approved reply on its way, with what the site said of it.

    Attributes:
        post_after: The end of the undo window.
        claimed_at: When a process took it for posting.
        external_id, url: Of the reply, as the site gave them.
        detail: What happened last, a clause for a person.
    """

    publication_id: int
    review_id: int
    source_id: str
    state: PublicationState
    approval: Approval
    text: str
    post_after: datetime
    claimed_at: datetime | None = None
    posted_at: datetime | None = None
    seen_at: datetime | None = None
    external_id: str | None = None
    url: str | None = None
    detail: str = ""


# -- sources --------------------------------------------------------------------------------------


class Health(StrEnum):
    """How a source stands after its last pulls."""

    NEW = "new"
    OK = "ok"
    FAILING = "failing"
    PAUSED = "paused"


class Retention(StrEnum):
    """What the place allows to be kept."""

    STORE = "store"
    NO_STORE = "no_store"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What the store remembers of a configured place to watch.

    Attributes:
        cursor: Where the next pull starts.
        next_due_at: When the daemon pulls next, None when only asked.
        last_good_at: The last pull that read the place as it should.
        n_failures: Failed pulls in a row.
        n_listed: Reviews in the last complete listing, None if there was none.
    """

    source_id: str
    connector: str
    cursor: Cursor = field(default_factory=dict)
    next_due_at: datetime | None = None
    last_pull_at: datetime | None = None
    last_good_at: datetime | None = None
    n_failures: int = 0
    last_error: str = ""
    health: Health = Health.NEW
    n_listed: int | None = None


# -- what the store gives back --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A review's standing, with when it is owed an answer."""

    state: CaseState
    reason: str
    priority: int = 0
    due_at: datetime | None = None
    snoozed_until: datetime | None = None


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
    """

    sources: tuple[str, ...] = ()
    max_rating_share: float | None = None
    lang: str | None = None
    since: datetime | None = None
    is_answered: bool | None = None
    include_unflagged: bool = False


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
