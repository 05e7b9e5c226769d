"""Reading reviews: what is known of them, one with all that belongs to it, its past, and all of them in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reviewwatch.errors import NotFoundError
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.base import Database, Row, Value
from reviewwatch.storage.values import (
    assessment_of,
    case_of,
    flag_of,
    member,
    owner_reply_of,
    rating_of,
    real_or_none,
    text,
    text_or_none,
    texts,
    time,
    time_or_none,
    whole,
    whole_or_none,
)
from reviewwatch.storage.verbs.filters import JUDGMENT, conditions
from reviewwatch.types import (
    CaseState,
    Known,
    Listing,
    OwnerReply,
    Precision,
    QueueFilter,
    Review,
    Revision,
    StoredReview,
)

_EXPORTED: Final = 200
"""Reviews read at a time by `export`: enough to be quick, little enough to stay flat with texts of 200 kB."""

_HAS_WORDS: Final = ("r.gone_at IS NULL", "r.text IS NOT NULL")

_KNOWN: Final = """
SELECT
    r.review_id, r.external_id, r.content_hash, r.thread_hash, r.n_revisions, r.gone_at, r.updated_at, r.rating_share,
    c.state AS case_state
FROM listings l
JOIN reviews r ON r.listing_id = l.listing_id
JOIN cases c ON c.review_id = r.review_id
WHERE l.listing_key = :listing_key
"""

_STORED: Final = f"""
SELECT
    r.review_id, r.source_id, r.external_id, r.title, r.text, r.positive, r.negative, r.rating_raw, r.rating_value,
    r.rating_worst, r.rating_best, r.rating_kind, r.author, r.lang, r.country, r.version, r.created_at,
    r.created_precision, r.updated_at, r.url, r.n_votes, r.notes, r.content_hash, r.thread_hash, r.n_revisions,
    r.first_seen_at, r.gone_at, r.gone_proof,
    l.listing_key, l.name AS listing_name, l.platform AS listing_platform, l.url AS listing_url,
    c.state AS case_state, c.reason AS case_reason, c.priority AS case_priority, c.due_at AS case_due_at,
    c.snoozed_until,
    f.severity AS flag_severity, f.priority AS flag_priority, f.due_at AS flag_due_at, f.route AS flag_route,
    f.reasons AS flag_reasons,
    a.scorer AS scored_scorer, a.p_detractor AS scored_p_detractor, a.band AS scored_band,
    a.sentiment AS scored_sentiment, a.is_conflict AS scored_is_conflict, a.is_at_risk AS scored_is_at_risk,
    a.is_praise AS scored_is_praise, a.sensitivity AS scored_sensitivity, a.themes AS scored_themes,
    a.reasons AS scored_reasons, a.lang AS scored_lang
FROM reviews r
JOIN listings l ON l.listing_id = r.listing_id
JOIN cases c ON c.review_id = r.review_id
{JUDGMENT}"""


def known(db: Database, listing_key: str, ids: Sequence[str], with_threads: bool = False) -> dict[str, Known]:
    """Return what the store holds of these reviews of a listing, by external id; unknown ones are left out.

    Args:
        with_threads: Fill `Known.owner_replies`, which only partial threads need.
    """
    rows = db.all(_KNOWN + "AND r.external_id IN :ids", {"listing_key": listing_key, "ids": list(ids)})
    threads = _threads(db, [whole(row["review_id"]) for row in rows]) if with_threads else {}
    return _by_id(rows, threads)


def live(db: Database, listing_key: str) -> dict[str, Known]:
    """Return every review of a listing that is not proven gone, by external id."""
    return _by_id(db.stream(_KNOWN + "AND r.gone_at IS NULL", {"listing_key": listing_key}), {})


def listing(db: Database, listing_key: str) -> Listing | None:
    """Return a listing as the store knows it, None where it does not."""
    row = db.one("SELECT * FROM listings WHERE listing_key = :listing_key", {"listing_key": listing_key})
    if row is None:
        return None
    return Listing(listing_key, text(row["name"]), text(row["platform"]), text_or_none(row["url"]))


def find(db: Database, listing_key: str, external_id: str) -> int | None:
    """Return a review's row number, None where it was never seen."""
    row = db.one(
        """
        SELECT r.review_id FROM listings l JOIN reviews r ON r.listing_id = l.listing_id
        WHERE l.listing_key = :listing_key AND r.external_id = :external_id
        """,
        {"listing_key": listing_key, "external_id": external_id},
    )
    return None if row is None else whole(row["review_id"])


def get(db: Database, review_id: int) -> StoredReview:
    """Return one review with all that the store holds of its present.

    Raises:
        NotFoundError: There is none of that number.
    """
    row = db.one(_STORED + "WHERE r.review_id = :review_id", {"review_id": review_id})
    if row is None:
        raise NotFoundError(f"There is no review {to_text(REVIEW, review_id)}; `reviewwatch inbox` lists them.")
    return _stored_of(row, _threads(db, [review_id]).get(review_id, ()))


def revisions(db: Database, review_id: int) -> tuple[Revision, ...]:
    """Return what a review said before, the first one first; the present text is not among them."""
    rows = db.all("SELECT * FROM revisions WHERE review_id = :review_id ORDER BY number", {"review_id": review_id})
    return tuple(_revision_of(row) for row in rows)


def shares_before(db: Database, review_ids: Sequence[int]) -> dict[int, float]:
    """Return what each of these reviews was rated before its last change, 0..1 of its scale.

    Reviews that never changed, or had no rating then, are left out.
    """
    rows = db.all(
        """
        SELECT v.review_id, v.rating_raw, v.rating_value, v.rating_worst, v.rating_best, v.rating_kind
        FROM reviews r JOIN revisions v ON v.review_id = r.review_id AND v.number = r.n_revisions - 1
        WHERE r.review_id IN :review_ids
        """,
        {"review_ids": list(review_ids)},
    )
    return {whole(row["review_id"]): rating.share for row in rows if (rating := rating_of(row)) is not None}


def export(db: Database, wanted: QueueFilter) -> Iterator[StoredReview]:
    """Yield every stored review that the filter lets through, in the order of their row numbers, with flat memory.

    Whatever its state: `include_unflagged` says what a queue shows and does not count here. Each batch is read by
    itself, so that a slow reader holds nothing open; what is stored meanwhile may appear or not.
    """
    after = 0
    while found := batch(db, wanted, after, _EXPORTED):
        yield from found
        after = found[-1].review_id


def batch(db: Database, wanted: QueueFilter, after: int, limit: int, has_words: bool = False) -> list[StoredReview]:
    """Return the stored reviews that the filter lets through, in the order of their row numbers, `limit` at a time.

    Args:
        after: The last row number of the batch before, 0 for the first.
        has_words: Leave out what is gone, and whose words retention or `forget` took.
    """
    found, values = conditions(wanted)
    where = ["r.review_id > :after", *found, *(_HAS_WORDS if has_words else ())]
    sql = f"{_STORED}WHERE {' AND '.join(where)} ORDER BY r.review_id LIMIT :limit"
    rows = db.all(sql, {**values, "after": after, "limit": limit})
    threads = _threads(db, [whole(row["review_id"]) for row in rows])
    return [_stored_of(row, threads.get(whole(row["review_id"]), ())) for row in rows]


def _threads(db: Database, review_ids: Sequence[int]) -> dict[int, tuple[OwnerReply, ...]]:
    rows = db.all(
        "SELECT * FROM owner_replies WHERE review_id IN :review_ids ORDER BY review_id, position",
        {"review_ids": list(review_ids)},
    )
    threads: dict[int, list[OwnerReply]] = {}
    for row in rows:
        threads.setdefault(whole(row["review_id"]), []).append(owner_reply_of(row))
    return {review_id: tuple(thread) for review_id, thread in threads.items()}


def _by_id(rows: Iterable[Row], threads: dict[int, tuple[OwnerReply, ...]]) -> dict[str, Known]:
    return {text(row["external_id"]): _known_of(row, threads) for row in rows}


def _known_of(row: Row, threads: dict[int, tuple[OwnerReply, ...]]) -> Known:
    review_id = whole(row["review_id"])
    return Known(
        review_id=review_id,
        external_id=text(row["external_id"]),
        content_hash=text(row["content_hash"]),
        thread_hash=text(row["thread_hash"]),
        n_revisions=whole(row["n_revisions"]),
        is_gone=row["gone_at"] is not None,
        updated_at=time_or_none(row["updated_at"]),
        rating_share=real_or_none(row["rating_share"]),
        case_state=member(CaseState, row["case_state"]),
        owner_replies=threads.get(review_id, ()),
    )


def _stored_of(row: Row, owner_replies: tuple[OwnerReply, ...]) -> StoredReview:
    return StoredReview(
        review_id=whole(row["review_id"]),
        source_id=text(row["source_id"]),
        listing=Listing(
            key=text(row["listing_key"]),
            name=text(row["listing_name"]),
            platform=text(row["listing_platform"]),
            url=text_or_none(row["listing_url"]),
        ),
        review=_review_of(row, owner_replies),
        content_hash=text(row["content_hash"]),
        thread_hash=text(row["thread_hash"]),
        n_revisions=whole(row["n_revisions"]),
        first_seen_at=time(row["first_seen_at"]),
        gone_at=time_or_none(row["gone_at"]),
        gone_proof=text_or_none(row["gone_proof"]),
        case=case_of(row),
        assessment=assessment_of(row),
        flag=flag_of(row),
    )


def _review_of(row: Row, owner_replies: tuple[OwnerReply, ...]) -> Review:
    return Review(
        listing_key=text(row["listing_key"]),
        external_id=text(row["external_id"]),
        title=_kept(row["title"]),
        text=_kept(row["text"]),
        positive=_kept(row["positive"]),
        negative=_kept(row["negative"]),
        rating=rating_of(row),
        author=text_or_none(row["author"]),
        lang=text_or_none(row["lang"]),
        country=text_or_none(row["country"]),
        version=text_or_none(row["version"]),
        created_at=time_or_none(row["created_at"]),
        created_precision=member(Precision, row["created_precision"]),
        updated_at=time_or_none(row["updated_at"]),
        url=text_or_none(row["url"]),
        n_votes=whole_or_none(row["n_votes"]),
        owner_replies=owner_replies,
        notes=texts(row["notes"]),
    )


def _revision_of(row: Row) -> Revision:
    return Revision(
        number=whole(row["number"]),
        title=_kept(row["title"]),
        text=_kept(row["text"]),
        positive=_kept(row["positive"]),
        negative=_kept(row["negative"]),
        rating=rating_of(row),
        updated_at=time_or_none(row["updated_at"]),
        replaced_at=time(row["replaced_at"]),
    )


def _kept(value: Value) -> str:
    """Return a text of a review; empty where retention or `forget` took it."""
    return text_or_none(value) or ""
