"""Approved replies on their way: every step is a compare-and-set on the state, by `PUBLICATION_TRANSITIONS`."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reviewwatch.errors import NotFoundError, StorageError
from reviewwatch.ids import PUBLICATION, REVIEW, to_text
from reviewwatch.storage.base import Database, Parameters, Row, Value
from reviewwatch.storage.values import (
    json_texts,
    member,
    stamp,
    stamp_or_none,
    text,
    text_or_none,
    texts,
    time,
    time_or_none,
    whole,
)
from reviewwatch.storage.verbs import texts as kept_texts
from reviewwatch.types import PUBLICATION_TRANSITIONS, Approval, Publication, PublicationState, Target

_PUBLIC_SINCE: Final = frozenset({PublicationState.POSTED, PublicationState.PENDING, PublicationState.HANDED_OVER})

_PUBLICATION: Final = """
SELECT
    p.publication_id, p.review_id, p.source_id, p.state, p.person, p.approved_at, p.text_hash, p.content_hash,
    p.thread_hash, p.address, p.account, p.acknowledged, p.vouched, p.rules_version, p.is_demo, p.post_after,
    p.claimed_at, p.posted_at, p.seen_at, p.external_id, p.url, p.detail,
    t.text, r.external_id AS review_external_id, l.listing_key
FROM publications p
JOIN texts t ON t.text_hash = p.text_hash
JOIN reviews r ON r.review_id = p.review_id
JOIN listings l ON l.listing_id = r.listing_id
"""

_ADD: Final = """
INSERT INTO publications (
    review_id, decision_id, source_id, state, person, approved_at, text_hash, content_hash, thread_hash, address,
    account, acknowledged, vouched, rules_version, is_demo, post_after, detail
) VALUES (
    :review_id, :decision_id, :source_id, 'approved', :person, :approved_at, :text_hash, :content_hash, :thread_hash,
    :address, :account, :acknowledged, :vouched, :rules_version, :is_demo, :post_after, ''
)
RETURNING publication_id
"""

_SETTLE: Final = """
UPDATE publications SET
    state = :to_state, detail = :detail, look_at = :look_at,
    claimed_at = CASE WHEN :is_back = 1 THEN NULL ELSE claimed_at END,
    posted_at = CASE WHEN :is_public = 1 THEN :now ELSE posted_at END,
    seen_at = CASE WHEN :is_seen = 1 THEN :now ELSE seen_at END,
    external_id = COALESCE(:external_id, external_id), url = COALESCE(:url, url)
WHERE publication_id = :publication_id AND state = :from_state
"""


def add(
    db: Database,
    review_id: int,
    decision_id: int,
    source_id: str,
    approval: Approval,
    text: str,
    post_after: datetime,
) -> int:
    """Put an approved reply into the outbox and return its row number. Inside the transaction of its decision.

    Args:
        decision_id: The approval's own decision.
        text: The exact text whose hash the approval binds.
        post_after: The end of the undo window.

    Raises:
        StorageError: An earlier reply to this review is still on its way.
        NotFoundError: The review or the decision is not there.
    """
    _refuse_second(db, review_id)
    kept_texts.keep(db, approval.text_hash, text)
    return db.insert(
        _ADD,
        {
            **_approval_columns(approval),
            "review_id": review_id,
            "decision_id": decision_id,
            "source_id": source_id,
            "post_after": stamp(post_after),
        },
    )


def due(db: Database, now: datetime) -> list[int]:
    """Return the approved replies whose undo window has ended, the oldest first."""
    rows = db.all(
        """
        SELECT publication_id FROM publications WHERE state = 'approved' AND post_after <= :now
        ORDER BY post_after, publication_id
        """,
        {"now": stamp(now)},
    )
    return [whole(row["publication_id"]) for row in rows]


def get(db: Database, publication_id: int) -> Publication:
    """Return one publication.

    Raises:
        NotFoundError: There is none of that number.
    """
    row = db.one(_PUBLICATION + "WHERE p.publication_id = :publication_id", {"publication_id": publication_id})
    if row is None:
        raise _unknown(publication_id)
    return _publication_of(row)


def unsettled(db: Database) -> list[Publication]:
    """Return every reply that may still change: waiting, being posted, not yet seen, or unknown. The oldest first."""
    rows = db.all(
        _PUBLICATION
        + """
        WHERE p.state IN ('approved', 'posting', 'posted', 'pending', 'unknown', 'handed_over')
        ORDER BY p.publication_id
        """
    )
    return [_publication_of(row) for row in rows]


def of_review(db: Database, review_id: int) -> list[Publication]:
    """Return every reply that was ever approved for a review, the first one first."""
    rows = db.all(_PUBLICATION + "WHERE p.review_id = :review_id ORDER BY p.publication_id", {"review_id": review_id})
    return [_publication_of(row) for row in rows]


def claim(db: Database, publication_id: int, now: datetime) -> bool:
    """Take an approved reply for posting; False where another process has it or it was withdrawn.

    One transaction of its own, committed before anything is sent; it also holds the row of the attempt, so that a
    process that dies while posting leaves a trace.

    Raises:
        NotFoundError: There is none of that number.
    """
    values: Parameters = {"publication_id": publication_id, "now": stamp(now)}
    with db.transaction():
        changed = db.run(
            """
            UPDATE publications SET state = 'posting', claimed_at = :now
            WHERE publication_id = :publication_id AND state = 'approved'
            """,
            values,
        )
        if changed:
            db.run(
                "INSERT INTO attempts (publication_id, started_at, detail) VALUES (:publication_id, :now, '')", values
            )
            return True
    _state_of(db, publication_id)
    return False


def settle(
    db: Database,
    publication_id: int,
    from_state: PublicationState,
    to_state: PublicationState,
    now: datetime,
    detail: str,
    external_id: str | None = None,
    url: str | None = None,
    look_at: datetime | None = None,
) -> bool:
    """Move a publication on; False where it is no longer in `from_state`. Inside a transaction.

    Args:
        detail: What happened, a clause for a person.
        external_id, url: Of the reply, as the site gave them; None keeps what is stored.
        look_at: When to read the place again to see whether it stands there, None for never.

    Raises:
        StorageError: `to_state` never follows `from_state`.
        NotFoundError: There is none of that number.
    """
    if to_state not in PUBLICATION_TRANSITIONS[from_state]:
        raise StorageError(
            f"{to_text(PUBLICATION, publication_id)} cannot go from {from_state} to {to_state}; nothing was changed."
        )
    changed = db.run(
        _SETTLE,
        {
            "publication_id": publication_id,
            "from_state": from_state.value,
            "to_state": to_state.value,
            "now": stamp(now),
            "detail": detail,
            "is_back": int(to_state is PublicationState.APPROVED),
            "is_public": int(to_state in _PUBLIC_SINCE),
            "is_seen": int(to_state is PublicationState.SEEN),
            "external_id": external_id,
            "url": url,
            "look_at": stamp_or_none(look_at),
        },
    )
    if not changed:
        _state_of(db, publication_id)
    elif from_state is PublicationState.POSTING:
        _end_attempt(db, publication_id, to_state, now, detail)
    return changed == 1


def stuck(db: Database, before: datetime) -> list[Publication]:
    """Return what was claimed before a time and not settled since: its process has died."""
    # Both conditions on the state: the first is the index's, word for word, which is how SQLite knows that it fits.
    rows = db.all(
        _PUBLICATION
        + """
        WHERE p.state IN ('approved', 'posting', 'posted', 'pending', 'unknown', 'handed_over')
        AND p.state = 'posting' AND p.claimed_at <= :before ORDER BY p.publication_id
        """,
        {"before": stamp(before)},
    )
    return [_publication_of(row) for row in rows]


def to_look_for(db: Database, now: datetime, limit: int) -> list[int]:
    """Return the replies for which the place is to be read again now, the longest due first."""
    rows = db.all(
        """
        SELECT publication_id FROM publications WHERE look_at IS NOT NULL AND look_at <= :now
        ORDER BY look_at, publication_id LIMIT :limit
        """,
        {"now": stamp(now), "limit": limit},
    )
    return [whole(row["publication_id"]) for row in rows]


def look_again(db: Database, publication_id: int, at: datetime | None) -> None:
    """Say when a reply that may stand at its place is looked for next, None for never. Inside a transaction."""
    db.run(
        """
        UPDATE publications SET look_at = :at
        WHERE publication_id = :publication_id AND state IN ('posted', 'pending', 'unknown', 'handed_over')
        """,
        {"publication_id": publication_id, "at": stamp_or_none(at)},
    )


def _refuse_second(db: Database, review_id: int) -> None:
    row = db.one(
        """
        SELECT publication_id, state FROM publications
        WHERE review_id = :review_id AND state IN ('approved', 'posting', 'unknown')
        """,
        {"review_id": review_id},
    )
    if row is not None:
        raise StorageError(
            f"A reply to {to_text(REVIEW, review_id)} is on its way already "
            f"({to_text(PUBLICATION, whole(row['publication_id']))}, {text(row['state'])}); nothing was stored. "
            "`reviewwatch undo` takes it back while it is approved, `reviewwatch outbox` settles it after that."
        )


def _end_attempt(db: Database, publication_id: int, outcome: PublicationState, now: datetime, detail: str) -> None:
    db.run(
        """
        UPDATE attempts SET ended_at = :now, outcome = :outcome, detail = :detail
        WHERE publication_id = :publication_id AND ended_at IS NULL
        """,
        {"publication_id": publication_id, "now": stamp(now), "outcome": outcome.value, "detail": detail},
    )


def _state_of(db: Database, publication_id: int) -> PublicationState:
    row = db.one("SELECT state FROM publications WHERE publication_id = :id", {"id": publication_id})
    if row is None:
        raise _unknown(publication_id)
    return member(PublicationState, row["state"])


def _unknown(publication_id: int) -> NotFoundError:
    return NotFoundError(
        f"There is no reply {to_text(PUBLICATION, publication_id)} in the outbox; `reviewwatch outbox` lists them."
    )


def _publication_of(row: Row) -> Publication:
    return Publication(
        publication_id=whole(row["publication_id"]),
        review_id=whole(row["review_id"]),
        source_id=text(row["source_id"]),
        state=member(PublicationState, row["state"]),
        approval=_approval_of(row),
        text=text_or_none(row["text"]) or "",
        post_after=time(row["post_after"]),
        claimed_at=time_or_none(row["claimed_at"]),
        posted_at=time_or_none(row["posted_at"]),
        seen_at=time_or_none(row["seen_at"]),
        external_id=text_or_none(row["external_id"]),
        url=text_or_none(row["url"]),
        detail=text(row["detail"]),
    )


def _approval_columns(approval: Approval) -> dict[str, Value]:
    return {
        "person": approval.person,
        "approved_at": stamp(approval.approved_at),
        "text_hash": approval.text_hash,
        "content_hash": approval.content_hash,
        "thread_hash": approval.thread_hash,
        "address": approval.target.address,
        "account": approval.account,
        "acknowledged": json_texts(approval.acknowledged),
        "vouched": json_texts(approval.vouched),
        "rules_version": approval.rules_version,
        "is_demo": int(approval.is_demo),
    }


def _approval_of(row: Row) -> Approval:
    return Approval(
        person=text(row["person"]),
        approved_at=time(row["approved_at"]),
        text_hash=text(row["text_hash"]),
        content_hash=text(row["content_hash"]),
        thread_hash=text(row["thread_hash"]),
        target=Target(
            listing_key=text(row["listing_key"]),
            external_id=text(row["review_external_id"]),
            address=text_or_none(row["address"]),
        ),
        account=text_or_none(row["account"]),
        acknowledged=texts(row["acknowledged"]),
        vouched=texts(row["vouched"]),
        rules_version=text(row["rules_version"]),
        is_demo=row["is_demo"] == 1,
    )
