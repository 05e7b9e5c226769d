"""The store's tables as they are now, and how older stores get there.

Written in what SQLite 3.40 and PostgreSQL 15 share: BIGINT integers, truth values as BIGINT 0 or 1, JSON as opaque
TEXT, times as fixed-width UTC text (`2026-11-21T21:07:28.000000Z`), which sorts as it reads.
`DDL` equals the result of running every migration on an empty store; a test holds them equal.
"""

from __future__ import annotations

from typing import Final

DDL: Final = """
CREATE TABLE migrations (
    number BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at TEXT NOT NULL
);

CREATE TABLE source_state (
    source_id TEXT PRIMARY KEY,
    connector TEXT NOT NULL,
    cursor TEXT NOT NULL,
    next_due_at TEXT,
    last_pull_at TEXT,
    last_good_at TEXT,
    n_failures BIGINT NOT NULL,
    last_error TEXT NOT NULL,
    health TEXT NOT NULL,
    n_listed BIGINT,
    asked_until TEXT,
    unseen TEXT NOT NULL,
    set_up TEXT NOT NULL
);
CREATE INDEX source_state_due ON source_state (next_due_at);

-- A row is held while a pull, a daemon or a poster works; it is deleted on release and may be taken once `until` is
-- past.
CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until TEXT NOT NULL
);

-- One row: the daemon that runs on this store, or the last one that did.
CREATE TABLE daemon (
    name TEXT PRIMARY KEY CHECK (name = 'daemon'),
    holder TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ticked_at TEXT NOT NULL,
    ended_at TEXT,
    config_problem TEXT NOT NULL,
    n_sources BIGINT NOT NULL,
    n_pulls BIGINT NOT NULL,
    n_failed BIGINT NOT NULL,
    n_posted BIGINT NOT NULL
);

CREATE TABLE listings (
    listing_id INTEGER PRIMARY KEY,
    listing_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    url TEXT
);

-- Texts are nullable: retention and `forget` empty them and leave the row. They stand last, since a column behind a
-- long text costs the reading of that text, and every pull asks for the columns before them.
CREATE TABLE reviews (
    review_id INTEGER PRIMARY KEY,
    listing_id BIGINT NOT NULL REFERENCES listings (listing_id),
    external_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    thread_hash TEXT NOT NULL,
    n_revisions BIGINT NOT NULL,
    source_id TEXT NOT NULL,
    rating_share DOUBLE PRECISION,
    created_at TEXT,
    created_precision TEXT NOT NULL,
    updated_at TEXT,
    first_seen_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    gone_at TEXT,
    gone_proof TEXT,
    text_until TEXT,
    rating_raw TEXT,
    rating_value DOUBLE PRECISION,
    rating_worst DOUBLE PRECISION,
    rating_best DOUBLE PRECISION,
    rating_kind TEXT,
    lang TEXT,
    country TEXT,
    version TEXT,
    n_votes BIGINT,
    url TEXT,
    author TEXT,
    notes TEXT NOT NULL,
    title TEXT,
    text TEXT,
    positive TEXT,
    negative TEXT,
    UNIQUE (listing_id, external_id)
);

-- What a review said before: number 1 is the first; the current text stands in `reviews`.
CREATE TABLE revisions (
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    number BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    title TEXT,
    text TEXT,
    positive TEXT,
    negative TEXT,
    rating_raw TEXT,
    rating_value DOUBLE PRECISION,
    rating_worst DOUBLE PRECISION,
    rating_best DOUBLE PRECISION,
    rating_kind TEXT,
    updated_at TEXT,
    replaced_at TEXT NOT NULL,
    text_until TEXT,
    PRIMARY KEY (review_id, number)
);

-- `listing_id` repeats the review's, so that what a listing answered last is read off one index.
CREATE TABLE owner_replies (
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    position BIGINT NOT NULL,
    listing_id BIGINT NOT NULL REFERENCES listings (listing_id),
    external_id TEXT,
    author TEXT,
    account TEXT,
    text TEXT NOT NULL,
    created_at TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (review_id, position)
);
CREATE INDEX owner_replies_of_listing ON owner_replies (listing_id, created_at);

-- One judgment per revision and scorer version; `revision` counts as `revisions.number` does. The latest one stands.
CREATE TABLE assessments (
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    revision BIGINT NOT NULL,
    scorer TEXT NOT NULL,
    assessed_at TEXT NOT NULL,
    p_detractor DOUBLE PRECISION,
    band TEXT NOT NULL,
    sentiment DOUBLE PRECISION,
    is_conflict BIGINT NOT NULL CHECK (is_conflict IN (0, 1)),
    is_at_risk BIGINT NOT NULL CHECK (is_at_risk IN (0, 1)),
    is_praise BIGINT NOT NULL CHECK (is_praise IN (0, 1)),
    sensitivity TEXT NOT NULL,
    themes TEXT NOT NULL,
    reasons TEXT NOT NULL,
    lang TEXT,
    PRIMARY KEY (review_id, revision, scorer)
);

-- Only flagged revisions have a row here.
CREATE TABLE flags (
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    revision BIGINT NOT NULL,
    severity TEXT NOT NULL,
    priority BIGINT NOT NULL,
    due_at TEXT,
    route TEXT,
    reasons TEXT NOT NULL,
    PRIMARY KEY (review_id, revision)
);

-- Every review has a case. `priority` repeats the current flag's, 0 without one, and rises while the review waits;
-- `source_id` repeats the review's, so that the queue is read off one index, whichever sources it is narrowed to.
CREATE TABLE cases (
    review_id INTEGER PRIMARY KEY REFERENCES reviews (review_id),
    source_id TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    priority BIGINT NOT NULL,
    due_at TEXT,
    -- When waiting makes it more urgent, NULL where it does not (any more).
    rises_at TEXT,
    -- Outlives the snooze, so that an undo can go back to it.
    snoozed_until TEXT,
    changed_at TEXT NOT NULL
);
CREATE INDEX cases_open ON cases (priority DESC, review_id, source_id) WHERE state = 'open';
CREATE INDEX cases_rising ON cases (rises_at) WHERE state IN ('open', 'held') AND rises_at IS NOT NULL;
CREATE INDEX cases_held ON cases (priority DESC, review_id, source_id) WHERE state = 'held';
CREATE INDEX cases_snoozed ON cases (snoozed_until) WHERE state = 'snoozed';
CREATE INDEX cases_undecided ON cases (priority DESC, review_id, source_id)
    WHERE state IN ('quiet', 'open', 'snoozed', 'held');

-- What the drafter proposes for a revision of a review, made anew where what it was made from has changed: `basis` is
-- the hash of that. `drafts` are the proposed texts with their sentences and licences.
CREATE TABLE suggestions (
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    content_hash TEXT NOT NULL,
    basis TEXT NOT NULL,
    answer TEXT NOT NULL,
    why TEXT NOT NULL,
    next_step TEXT NOT NULL,
    drafts TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (review_id, content_hash)
);

-- What a person wrote and has not approved yet.
CREATE TABLE drafts (
    draft_id INTEGER PRIMARY KEY,
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    content_hash TEXT NOT NULL,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    drafter TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX drafts_of_review ON drafts (review_id, draft_id);

-- Texts that decisions and publications point to; a text may be emptied, its hash stays.
CREATE TABLE texts (
    text_hash TEXT PRIMARY KEY,
    text TEXT
);

-- Every act of a person. Append-only.
CREATE TABLE decisions (
    decision_id INTEGER PRIMARY KEY,
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    text_hash TEXT REFERENCES texts (text_hash),
    until TEXT,
    undoes BIGINT REFERENCES decisions (decision_id),
    state_before TEXT
);
CREATE INDEX decisions_of_review ON decisions (review_id, decision_id);
CREATE INDEX decisions_reported ON decisions (review_id) WHERE kind = 'report';
CREATE UNIQUE INDEX decisions_undone_once ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions
BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_never_leave BEFORE DELETE ON decisions
BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;

-- The outbox: one row per approval.
CREATE TABLE publications (
    publication_id INTEGER PRIMARY KEY,
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    decision_id BIGINT NOT NULL UNIQUE REFERENCES decisions (decision_id),
    source_id TEXT NOT NULL,
    state TEXT NOT NULL,
    person TEXT NOT NULL,
    approved_at TEXT NOT NULL,
    text_hash TEXT NOT NULL REFERENCES texts (text_hash),
    content_hash TEXT NOT NULL,
    thread_hash TEXT NOT NULL,
    address TEXT,
    account TEXT,
    acknowledged TEXT NOT NULL,
    vouched TEXT NOT NULL,
    rules_version TEXT NOT NULL,
    is_demo BIGINT NOT NULL CHECK (is_demo IN (0, 1)),
    post_after TEXT NOT NULL,
    claimed_at TEXT,
    posted_at TEXT,
    seen_at TEXT,
    external_id TEXT,
    url TEXT,
    detail TEXT NOT NULL,
    -- When the place is read again to see whether it stands there, NULL for never.
    look_at TEXT
);
CREATE INDEX publications_due ON publications (post_after) WHERE state = 'approved';
CREATE INDEX publications_to_look_for ON publications (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX publications_of_review ON publications (review_id);
CREATE INDEX publications_of_source ON publications (source_id, publication_id);
CREATE INDEX publications_open ON publications (publication_id)
    WHERE state IN ('approved', 'posting', 'posted', 'pending', 'unknown', 'handed_over');
-- One reply on its way per review: a second approval waits for the first to end.
CREATE UNIQUE INDEX publications_one_at_a_time ON publications (review_id)
    WHERE state IN ('approved', 'posting', 'unknown');

-- One row per call that may have made a text public, written before the call.
CREATE TABLE attempts (
    attempt_id INTEGER PRIMARY KEY,
    publication_id BIGINT NOT NULL REFERENCES publications (publication_id),
    started_at TEXT NOT NULL,
    ended_at TEXT,
    outcome TEXT,
    detail TEXT NOT NULL
);
CREATE INDEX attempts_of_publication ON attempts (publication_id);

-- What a language model cost on a day (`2026-11-22`, UTC), in its own tokens.
CREATE TABLE model_use (
    day TEXT PRIMARY KEY,
    n_tokens BIGINT NOT NULL
);

-- What a person passed over in `respond`: it comes last in that person's queue for some hours.
CREATE TABLE skips (
    person TEXT NOT NULL,
    review_id BIGINT NOT NULL REFERENCES reviews (review_id),
    skipped_at TEXT NOT NULL,
    PRIMARY KEY (person, review_id)
);

-- Answers of a site that could not be read, kept for a look for at most seven days.
CREATE TABLE raw_pages (
    raw_page_id INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    body BYTEA NOT NULL
);
CREATE INDEX raw_pages_by_age ON raw_pages (fetched_at);
"""
"""Search is the backend's own: `sqlite.py` adds an FTS5 table `review_search` over the folded text."""
