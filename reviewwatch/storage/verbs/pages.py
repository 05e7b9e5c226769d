"""What a pull stores: one page, one transaction.

A page that is stored a second time (the process died after the commit, or two sources show one listing) changes
nothing but the source's row: new rows give way to those that are there, changed ones compare what they were decided on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reviewwatch.storage.base import Database, Parameters, Value
from reviewwatch.storage.values import (
    ASSESSMENT_COLUMNS,
    FLAG_COLUMNS,
    REVIEW_COLUMNS,
    assessment_values,
    flag_values,
    owner_reply_columns,
    review_columns,
    review_values,
    stamp,
    stamp_or_none,
    text,
    votes,
    whole,
)
from reviewwatch.storage.verbs import sources
from reviewwatch.types import Edited, Flag, Gone, Judged, Listing, New, OwnerReplied, PageWrite, Review, SourceState


def _named(columns: Sequence[str]) -> str:
    """Return the parameters that go with columns."""
    return ", ".join(f":{column}" for column in columns)


_INSERT_REVIEW: Final = f"""
INSERT INTO reviews (
    review_id, listing_id, source_id, first_seen_at, changed_at, content_hash, thread_hash, n_revisions,
    {", ".join(REVIEW_COLUMNS)}
) VALUES (
    :review_id, :listing_id, :source_id, :first_seen_at, :changed_at, :content_hash, :thread_hash, :n_revisions,
    {_named(REVIEW_COLUMNS)}
)
ON CONFLICT (listing_id, external_id) DO NOTHING
"""

_KEEP_REVISION: Final = """
INSERT INTO revisions (
    review_id, number, content_hash, title, text, positive, negative, rating_raw, rating_value, rating_worst,
    rating_best, rating_kind, updated_at, replaced_at, text_until
)
SELECT
    review_id, n_revisions, content_hash, title, text, positive, negative, rating_raw, rating_value, rating_worst,
    rating_best, rating_kind, updated_at, :now, text_until
FROM reviews
WHERE review_id = :review_id AND n_revisions = :n_revisions AND content_hash = :known_hash
AND content_hash <> :content_hash
"""

_UPDATE_REVIEW: Final = """
UPDATE reviews SET
    author = :author, title = :title, text = :text, positive = :positive, negative = :negative,
    rating_raw = :rating_raw, rating_value = :rating_value, rating_worst = :rating_worst, rating_best = :rating_best,
    rating_kind = :rating_kind, rating_share = :rating_share, lang = :lang, country = :country, version = :version,
    url = :url, n_votes = :n_votes, notes = :notes, created_at = :created_at, created_precision = :created_precision,
    updated_at = :updated_at, changed_at = :now, gone_at = NULL, gone_proof = NULL, content_hash = :content_hash,
    thread_hash = :thread_hash, n_revisions = :revision, text_until = NULL
WHERE review_id = :review_id AND n_revisions = :n_revisions AND content_hash = :known_hash
"""

_INSERT_ASSESSMENT: Final = f"""
INSERT INTO assessments (review_id, revision, assessed_at, {", ".join(ASSESSMENT_COLUMNS)})
VALUES (:review_id, :revision, :assessed_at, {_named(ASSESSMENT_COLUMNS)})
ON CONFLICT (review_id, revision, scorer) DO NOTHING
"""

_INSERT_FLAG: Final = f"""
INSERT INTO flags (review_id, revision, {", ".join(FLAG_COLUMNS)})
VALUES (:review_id, :revision, {_named(FLAG_COLUMNS)})
"""

_INSERT_CASE: Final = """
INSERT INTO cases (review_id, source_id, state, reason, priority, due_at, rises_at, changed_at)
VALUES (:review_id, :source_id, :state, :reason, :priority, :due_at, :rises_at, :changed_at)
"""

_INSERT_REPLY: Final = """
INSERT INTO owner_replies (review_id, position, listing_id, external_id, author, account, text, created_at, state)
VALUES (
    :review_id, :position, (SELECT listing_id FROM reviews WHERE review_id = :review_id), :external_id, :author,
    :account, :text, :created_at, :state
)
"""


def save_page(db: Database, write: PageWrite, now: datetime) -> dict[str, int]:
    """Store all that a page changed, and the source's state, in one transaction.

    The source that saw a review first stays its source.

    Returns:
        Row numbers by external id, of every review in `write.judged`.

    Raises:
        StorageError: Nothing of the page was stored.
    """
    with db.transaction():
        page = _Page(db, write, _save_listing(db, write.listing), stamp(now))
        page.add_new([(judged, judged.change) for judged in write.judged if isinstance(judged.change, New)])
        for judged in write.judged:
            page.change(judged)
        page.finish()
        sources.save(db, write.state)
    return page.ids


def touch_source(db: Database, state: SourceState) -> None:
    """Store a source's state alone: all that a pull over unchanged pages writes. One transaction."""
    with db.transaction():
        sources.save(db, state)


class _Page:
    """One page on its way into the store: rows of a kind are collected and written together."""

    def __init__(self, db: Database, write: PageWrite, listing_id: int, now: str) -> None:
        self._db = db
        self._listing_id = listing_id
        self._source_id = write.state.source_id
        self._search_texts = write.search_texts
        self._now = now
        self._assessments: list[tuple[Value, ...]] = []
        self._flags: list[tuple[Value, ...]] = []
        self._replies: list[Parameters] = []
        self._texts: list[tuple[int, str]] = []
        self.ids: dict[str, int] = {}

    def add_new(self, new: list[tuple[Judged, New]]) -> None:
        """Insert what was never seen; a review that another process stored meanwhile is left as it stands."""
        if not new:
            return
        added = self._insert([change for _, change in new])
        self.ids.update(added)
        cases: list[tuple[Value, ...]] = []
        for judged, change in new:
            # Taken out, since of two versions of one id in a page the first was inserted.
            review_id = added.pop(change.review.external_id, None)
            if review_id is not None:
                cases.append(self._case_values(judged, review_id))
                self._collect(judged, change.review, review_id, 1)
                self._collect_replies(change.review, review_id)
        self._db.many_ordered(_INSERT_CASE, cases)
        self._look_up([change.review.external_id for _, change in new if change.review.external_id not in self.ids])

    def change(self, judged: Judged) -> None:
        """Store what became of a review that the store holds."""
        match judged.change:
            case Edited():
                self._edit(judged, judged.change)
            case OwnerReplied():
                self._reply(judged, judged.change)
            case Gone():
                self._remove(judged, judged.change)
            case New():
                return
        self.ids[judged.change.known.external_id] = judged.change.known.review_id

    def finish(self) -> None:
        """Write what was collected."""
        self._db.many(_INSERT_REPLY, self._replies)
        self._db.many_ordered(_INSERT_ASSESSMENT, self._assessments)
        self._db.many_ordered(_INSERT_FLAG, self._flags)
        self._db.index_texts(self._texts)

    def _insert(self, new: list[New]) -> dict[str, int]:
        """Insert reviews and return the row numbers of those that were not there, by external id."""
        last = self._last_review()
        rows = [self._new_row(change, review_id) for review_id, change in enumerate(new, start=last + 1)]
        if self._db.many_ordered(_INSERT_REVIEW, rows) < len(new):
            return self._added_since(last)
        return {change.review.external_id: review_id for review_id, change in enumerate(new, start=last + 1)}

    def _last_review(self) -> int:
        row = self._db.one("SELECT COALESCE(MAX(review_id), 0) AS last FROM reviews")
        return 0 if row is None else whole(row["last"])

    def _added_since(self, last: int) -> dict[str, int]:
        """Return what this page added, since row numbers only grow."""
        # The plus keeps the planner from the index of the listing, which would walk all of its reviews for every page.
        rows = self._db.all(
            "SELECT external_id, review_id FROM reviews WHERE review_id > :last AND +listing_id = :listing_id",
            {"last": last, "listing_id": self._listing_id},
        )
        return {text(row["external_id"]): whole(row["review_id"]) for row in rows}

    def _look_up(self, external_ids: list[str]) -> None:
        if not external_ids:
            return
        rows = self._db.all(
            """
            SELECT external_id, review_id FROM reviews
            WHERE listing_id = :listing_id AND external_id IN :external_ids
            """,
            {"listing_id": self._listing_id, "external_ids": external_ids},
        )
        self.ids.update({text(row["external_id"]): whole(row["review_id"]) for row in rows})

    def _new_row(self, change: New, review_id: int) -> tuple[Value, ...]:
        now, review = self._now, review_values(change.review)
        return (
            review_id, self._listing_id, self._source_id, now, now, change.content_hash, change.thread_hash, 1, *review,
        )  # fmt: skip

    def _edit(self, judged: Judged, change: Edited) -> None:
        known = change.known
        is_new_text = change.content_hash != known.content_hash
        row: dict[str, Value] = {
            **review_columns(change.review),
            "review_id": known.review_id,
            "n_revisions": known.n_revisions,
            "revision": known.n_revisions + is_new_text,
            "known_hash": known.content_hash,
            "content_hash": change.content_hash,
            "thread_hash": change.thread_hash,
            "now": self._now,
        }
        self._db.run(_KEEP_REVISION, row)
        if not self._db.run(_UPDATE_REVIEW, row):
            return
        if not is_new_text:
            self._forget_flag(known.review_id, known.n_revisions)
        self._collect(judged, change.review, known.review_id, known.n_revisions + is_new_text)
        if change.thread_hash != known.thread_hash:
            self._replace_thread(change.review, known.review_id)
        # An edit reopens a case wherever it stands (house rule), so the state is not compared.
        self._db.run(
            """
            UPDATE cases SET
                state = :state, reason = :reason, priority = :priority, due_at = :due_at, rises_at = :rises_at,
                changed_at = :now
            WHERE review_id = :review_id
            """,
            self._case_row(judged, known.review_id),
        )

    def _reply(self, judged: Judged, change: OwnerReplied) -> None:
        changed = self._db.run(
            """
            UPDATE reviews SET thread_hash = :thread_hash, n_votes = :n_votes, changed_at = :now
            WHERE review_id = :review_id AND thread_hash = :known_hash
            """,
            {
                "review_id": change.known.review_id,
                "thread_hash": change.thread_hash,
                "known_hash": change.known.thread_hash,
                "n_votes": votes(change.review.n_votes),
                "now": self._now,
            },
        )
        if changed:
            self._replace_thread(change.review, change.known.review_id)
            self._move(judged, change.known.review_id, change.known.case_state.value)

    def _remove(self, judged: Judged, change: Gone) -> None:
        changed = self._db.run(
            """
            UPDATE reviews SET gone_at = :now, gone_proof = :proof, changed_at = :now
            WHERE review_id = :review_id AND gone_at IS NULL
            """,
            {"review_id": change.known.review_id, "proof": change.proof, "now": self._now},
        )
        if changed:
            self._db.run(
                "UPDATE cases SET state = :state, reason = :reason, changed_at = :now WHERE review_id = :review_id",
                self._case_row(judged, change.known.review_id),
            )

    def _move(self, judged: Judged, review_id: int, known_state: str) -> None:
        """Move a case, unless a person moved it since this page was decided: their word stands."""
        self._db.run(
            """
            UPDATE cases SET state = :state, reason = :reason, changed_at = :now
            WHERE review_id = :review_id AND state = :known_state AND state <> :state
            """,
            {**self._case_row(judged, review_id), "known_state": known_state},
        )

    def _replace_thread(self, review: Review, review_id: int) -> None:
        self._db.run("DELETE FROM owner_replies WHERE review_id = :review_id", {"review_id": review_id})
        self._collect_replies(review, review_id)

    def _forget_flag(self, review_id: int, revision: int) -> None:
        self._db.run(
            "DELETE FROM flags WHERE review_id = :review_id AND revision = :revision",
            {"review_id": review_id, "revision": revision},
        )

    def _collect(self, judged: Judged, review: Review, review_id: int, revision: int) -> None:
        if judged.assessment is not None:
            self._assessments.append((review_id, revision, self._now, *assessment_values(judged.assessment)))
        if judged.flag is not None:
            self._flags.append((review_id, revision, *flag_values(judged.flag)))
        search_text = self._search_texts.get(review.external_id)
        if search_text is not None:
            self._texts.append((review_id, search_text))

    def _collect_replies(self, review: Review, review_id: int) -> None:
        for position, reply in enumerate(review.owner_replies):
            self._replies.append({"review_id": review_id, "position": position, **owner_reply_columns(reply)})

    def _case_values(self, judged: Judged, review_id: int) -> tuple[Value, ...]:
        due_at, rises_at = case_times(judged.flag)
        return (
            review_id, self._source_id, str(judged.case_state), judged.case_reason,
            judged.flag.priority if judged.flag else 0, due_at, rises_at, self._now,
        )  # fmt: skip

    def _case_row(self, judged: Judged, review_id: int) -> dict[str, Value]:
        due_at, rises_at = case_times(judged.flag)
        return {
            "review_id": review_id,
            "source_id": self._source_id,
            "state": judged.case_state.value,
            "reason": judged.case_reason,
            "priority": judged.flag.priority if judged.flag else 0,
            "due_at": due_at,
            "rises_at": rises_at,
            "now": self._now,
        }


def case_times(flag: Flag | None) -> tuple[str | None, str | None]:
    """Return when an answer is owed, and when waiting first makes it more urgent, which is never where none is owed."""
    if flag is None or flag.due_at is None:
        return None, None
    return stamp(flag.due_at), stamp_or_none(flag.rises_at)


def _save_listing(db: Database, listing: Listing) -> int:
    """Return the listing's row number; its name, platform and address are brought up to date where they differ."""
    values = {"key": listing.key, "name": listing.name, "platform": listing.platform, "url": listing.url}
    row = db.one("SELECT * FROM listings WHERE listing_key = :key", values)
    if row is None:
        return db.insert(
            """
            INSERT INTO listings (listing_key, name, platform, url) VALUES (:key, :name, :platform, :url)
            RETURNING listing_id
            """,
            values,
        )
    if (row["name"], row["platform"], row["url"]) != (listing.name, listing.platform, listing.url):
        db.run("UPDATE listings SET name = :name, platform = :platform, url = :url WHERE listing_key = :key", values)
    return whole(row["listing_id"])
