"""What a test of the store starts from: judged changes, and reviews that stand in the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reviewwatch.changes import content_hash, thread_hash
from reviewwatch.storage.base import Database
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import decisions, outbox, pages, reviews
from reviewwatch.types import (
    Approval,
    Assessment,
    Band,
    CaseState,
    Decision,
    DecisionKind,
    Edited,
    Flag,
    Gone,
    Judged,
    Known,
    Listing,
    New,
    OwnerReplied,
    PageWrite,
    Reason,
    Review,
    Severity,
    SourceState,
    Target,
    TextField,
    Theme,
)
from tests.make import LISTING, NOW, owner_reply, review

STATE = SourceState(source_id="inn", connector="file")

TABLES = (
    "source_state",
    "leases",
    "listings",
    "reviews",
    "revisions",
    "owner_replies",
    "assessments",
    "flags",
    "cases",
    "suggestions",
    "drafts",
    "texts",
    "decisions",
    "publications",
    "attempts",
    "model_use",
    "skips",
    "raw_pages",
)


def assessment(**fields: Any) -> Assessment:
    """Return a judgment with every field filled."""
    values: dict[str, Any] = {
        "p_detractor": 0.83,
        "band": Band.DETRACTOR,
        "sentiment": -0.4,
        "themes": (Theme("heating", -0.7, TextField.TEXT, 4, 8),),
        "reasons": (Reason(TextField.RATING, 0, 1, "2 of 5 stars"), Reason(TextField.TEXT, 13, 17, "unhappy words")),
        "lang": "en",
        "scorer": "first-1",
    }
    return Assessment(**{**values, **fields})


def flag(priority: int = 500, **fields: Any) -> Flag:
    """Return a flag of medium severity."""
    values: dict[str, Any] = {"severity": Severity.MEDIUM, "due_at": NOW, "reasons": ("2 of 5 stars",)}
    return Flag(priority=priority, **{**values, **fields})


def new(the_review: Review, priority: int = 500, state: CaseState = CaseState.OPEN, **fields: Any) -> Judged:
    """Return a new review as judged: flagged and open; quiet and not flagged with priority 0."""
    is_flagged = priority > 0
    values: dict[str, Any] = {
        "change": New(the_review, content_hash(the_review), thread_hash(the_review.owner_replies)),
        "assessment": assessment(),
        "flag": flag(priority) if is_flagged else None,
        "case_state": state if is_flagged else CaseState.QUIET,
        "case_reason": "flagged" if is_flagged else "nothing to worry about",
    }
    return Judged(**{**values, **fields})


def edited(known: Known, the_review: Review, **fields: Any) -> Judged:
    """Return an edit as judged: flagged and open again."""
    change = Edited(the_review, known, content_hash(the_review), thread_hash(the_review.owner_replies), known.is_gone)
    values: dict[str, Any] = {
        "change": change,
        "assessment": assessment(p_detractor=0.1),
        "flag": flag(300),
        "case_state": CaseState.OPEN,
        "case_reason": "edited",
    }
    return Judged(**{**values, **fields})


def replied(known: Known, the_review: Review) -> Judged:
    """Return a change of the thread alone."""
    change = OwnerReplied(the_review, known, thread_hash(the_review.owner_replies))
    return Judged(change, None, None, CaseState.ANSWERED, "answered on the site")


def gone(known: Known) -> Judged:
    """Return a proven absence."""
    return Judged(Gone(known, "the site says so"), None, None, CaseState.CLOSED, "gone")


def page(*judged: Judged, listing: Listing = LISTING, state: SourceState = STATE) -> PageWrite:
    """Return what one page writes; what is findable is the text itself."""
    texts = {
        item.change.review.external_id: item.change.review.text.casefold()
        for item in judged
        if isinstance(item.change, New | Edited)
    }
    return PageWrite(listing=listing, judged=judged, search_texts=texts, state=state)


def store(db: Database, *judged: Judged, now: datetime = NOW, **fields: Any) -> dict[str, int]:
    """Store one page and return the row numbers."""
    return pages.save_page(db, page(*judged, **fields), now)


def store_one(db: Database, priority: int = 500, state: CaseState = CaseState.OPEN, **fields: Any) -> int:
    """Store one review and return its row number."""
    the_review = review(**fields)
    return store(db, new(the_review, priority, state))[the_review.external_id]


def known_of(db: Database, external_id: str = "r1") -> Known:
    """Return what the store knows of a review of the test listing, its thread included."""
    return reviews.known(db, LISTING.key, [external_id], with_threads=True)[external_id]


def approval(text_hash: str = "text-1", **fields: Any) -> Approval:
    """Return a yes with every field filled."""
    values: dict[str, Any] = {
        "person": "noor",
        "approved_at": NOW,
        "text_hash": text_hash,
        "content_hash": "content-1",
        "thread_hash": "thread-1",
        "target": Target(LISTING.key, "r1", "https://api.reviews.example"),
        "account": "harbor-inn",
        "acknowledged": ("G12", "G31"),
        "rules_version": "rules-1",
    }
    return Approval(**{**values, **fields})


def decide(db: Database, review_id: int, kind: DecisionKind = DecisionKind.APPROVE, **fields: Any) -> int:
    """Append a decision in a transaction of its own."""
    values: dict[str, Any] = {"person": "noor", "decided_at": NOW}
    with db.transaction():
        return decisions.append(db, Decision(review_id=review_id, kind=kind, **{**values, **fields}))


def approve(db: Database, review_id: int, post_after: datetime = NOW, **fields: Any) -> int:
    """Put a reply into the outbox and return its row number."""
    decision_id = decide(db, review_id)
    with db.transaction():
        return outbox.add(db, review_id, decision_id, "inn", approval(**fields), "Thank you.", post_after)


def dump(db: Database, tables: Sequence[str] = TABLES) -> Mapping[str, list[tuple[object, ...]]]:
    """Return every row of every table, to be compared with another dump."""
    return {
        table: sorted((tuple(row.values()) for row in db.all(f"SELECT * FROM {table}")), key=repr) for table in tables
    }


def with_reply(the_review: Review, *texts: str) -> Review:
    """Return a review with owner replies of these texts."""
    return replace(the_review, owner_replies=tuple(owner_reply(text) for text in texts))


def filled(path: Path) -> Path:
    """Make a store with a few reviews, a revision, a thread and a reply on its way, and close it."""
    db = open_store(path)
    ids = store(
        db, *(new(with_reply(review(f"r{number}", text=f"cold room {number} " * 40), "Sorry.")) for number in range(60))
    )
    store(db, edited(known_of(db, "r3"), review("r3", text="warm room")))
    approve(db, ids["r5"])
    db.close()
    return path


def files(path: Path) -> dict[str, bytes]:
    """Return every file of the store's folder by name."""
    return {item.name: item.read_bytes() for item in path.parent.iterdir() if item.is_file()}
