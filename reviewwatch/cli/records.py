"""House values as JSON objects: the keys that scripts read. Ids are those that people type, times UTC text."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reviewwatch.ids import DECISION, PUBLICATION, REVIEW, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewwatch.cli.screen.reply import Working
    from reviewwatch.explain import Clause
    from reviewwatch.flow.decide import Ticket
    from reviewwatch.flow.draft import Drafted
    from reviewwatch.flow.lint import Linted
    from reviewwatch.flow.post import PostOutcome
    from reviewwatch.flow.pull import PullReport
    from reviewwatch.flow.reported import Reported
    from reviewwatch.flow.score import Scored
    from reviewwatch.flow.why import Why
    from reviewwatch.types import (
        Assessment,
        Decision,
        Draft,
        Finding,
        Publication,
        QueueRow,
        Rating,
        Review,
        Revision,
        StoredReview,
    )

Record = dict[str, Any]


def row_record(row: QueueRow, next_steps: Mapping[int, str]) -> Record:
    """Return a line of the inbox.

    Args:
        next_steps: Of the held ones, by row number.
    """
    return {
        "id": to_text(REVIEW, row.review_id),
        "source": row.source_id,
        "listing": row.listing_name,
        "rating": rating_record(row.rating),
        "author": row.author,
        "title": row.title,
        "excerpt": row.excerpt,
        "lang": row.lang,
        "created_at": row.created_at,
        "band": row.band,
        "state": row.case.state,
        "due_at": row.case.due_at,
        "snoozed_until": row.case.snoozed_until,
        "priority": row.case.priority,
        "severity": row.flag.severity if row.flag else None,
        "reasons": list(row.flag.reasons) if row.flag else [],
        "held_for": row.case.held_for or None,
        "next_step": next_steps.get(row.review_id),
    }


def rating_record(rating: Rating | None) -> Record | None:
    """Return a rating as given, with its scale and its share of it, 0 to 1."""
    return None if rating is None else {**asdict(rating), "share": rating.share}


def stored_record(stored: StoredReview) -> Record:
    """Return a review with its standing and what was made of it; a line of `export --format jsonl`."""
    review = stored.review
    return {
        "id": to_text(REVIEW, stored.review_id),
        "source": stored.source_id,
        "listing": asdict(stored.listing),
        **_texts(review),
        "external_id": review.external_id,
        "author": review.author,
        "lang": review.lang,
        "country": review.country,
        "version": review.version,
        "created_at": review.created_at,
        "created_precision": review.created_precision,
        "updated_at": review.updated_at,
        "url": review.url,
        "n_votes": review.n_votes,
        "notes": list(review.notes),
        "owner_replies": [asdict(reply) for reply in review.owner_replies],
        "first_seen_at": stored.first_seen_at,
        "gone_at": stored.gone_at,
        "gone_proof": stored.gone_proof,
        "case": asdict(stored.case),
        "flag": asdict(stored.flag) if stored.flag else None,
        "assessment": _assessment(stored.assessment),
    }


def ticket_record(ticket: Ticket, working: Working) -> Record:
    """Return all that `show` shows: the review, its past, and the reply with its place, limit and findings."""
    return {
        **stored_record(ticket.stored),
        "revisions": [_revision(revision) for revision in ticket.revisions],
        "decisions": [decision_record(decision) for decision in ticket.decisions],
        "publications": [publication_record(publication) for publication in ticket.publications],
        "reply": reply_record(ticket, working),
    }


def why_record(why: Why, stored: StoredReview) -> Record:
    """Return what a verdict hangs on: the clause that weighs most, and each smallest change that would turn it."""
    found = why.explanation
    changes: list[Record] = []
    if found.without is not None:
        changes.append({"kind": "clause", **_clause(found.without, stored)})
    if found.rating is not None:
        rating = rating_record(found.rating.rating)
        changes.append({"kind": "rating", "rating": rating, "p_detractor": found.rating.p})
    if found.threshold is not None:
        p = found.assessment.p_detractor
        changes.append({"kind": "threshold", "threshold": found.threshold, "p_detractor": p})
    return {
        "is_flagged": found.is_flagged,
        "p_detractor": found.assessment.p_detractor,
        "band": found.assessment.band,
        "threshold": found.threshold_now,
        "scorer": found.assessment.scorer,
        "is_outdated": why.is_outdated,
        "rules": list(found.weighed.rules) if found.weighed else [],
        "driver": None if found.driver is None else _clause(found.driver, stored),
        "changes": changes,
        "priority": priority_record(why, stored.case.priority),
        "praise_route": why.praise_route,
    }


def priority_record(why: Why, priority: int) -> Record:
    """Return what a place in the queue is made of; times in seconds."""
    passed, promised = why.waited or (None, None)
    return {
        "points": priority,
        "parts": [{"points": part.points, "why": part.why} for part in why.parts],
        "risen": why.risen,
        "waited": passed,
        "promised": promised,
    }


def _clause(clause: Clause, stored: StoredReview) -> Record:
    return {
        "field": clause.field,
        "start": clause.start,
        "end": clause.end,
        "text": clause.words(stored.review),
        "p_detractor": clause.p,
        "is_flagged": clause.is_flagged,
    }


def reply_record(ticket: Ticket, working: Working) -> Record:
    """Return what would become public, where, under whose account, and what the rules say of it."""
    return {
        "text": working.text,
        "origin": working.origin,
        "lang": ticket.draft.lang,
        "drafter": ticket.draft.drafter,
        "length": ticket.platform.length(working.text),
        "limit": ticket.platform.limit,
        "unit": ticket.platform.unit,
        "listing": ticket.stored.listing.name,
        "address": ticket.target.address,
        "account": ticket.account,
        "is_hand_over": ticket.is_hand_over,
        "findings": [asdict(finding) for finding in working.findings],
        "answer": ticket.suggestion.answer.value,
        "why": ticket.suggestion.why,
        "next_step": ticket.suggestion.next_step,
        "drafts": [draft_record(draft) for draft in ticket.suggestion.drafts],
    }


def draft_record(draft: Draft) -> Record:
    """Return a proposed text, sentence by sentence with what allows each."""
    return {
        "text": draft.text,
        "lang": draft.lang,
        "twin": draft.twin,
        "why": draft.why,
        "note": draft.note,
        "sentences": [{"text": one.text, "move": one.move, "licence": list(one.licence)} for one in draft.sentences],
    }


def decision_record(decision: Decision) -> Record:
    """Return one act of a person."""
    return {
        **asdict(decision),
        "decision_id": None if decision.decision_id is None else to_text(DECISION, decision.decision_id),
        "review_id": to_text(REVIEW, decision.review_id),
        "undoes": None if decision.undoes is None else to_text(DECISION, decision.undoes),
    }


def reported_record(report: Reported) -> Record:
    """Return a report to a place as it stands."""
    told = asdict(report)
    return {"review": to_text(REVIEW, told.pop("review_id")), **told}


def publication_record(publication: Publication) -> Record:
    """Return one approved reply on its way."""
    approval = publication.approval
    return {
        "id": to_text(PUBLICATION, publication.publication_id),
        "review": to_text(REVIEW, publication.review_id),
        "source": publication.source_id,
        "state": publication.state,
        "detail": publication.detail,
        "text": publication.text,
        "person": approval.person,
        "account": approval.account,
        "address": approval.target.address,
        "is_hand_over": approval.target.address is None,
        "acknowledged": list(approval.acknowledged),
        "vouched": list(approval.vouched),
        "approved_at": approval.approved_at,
        "post_after": publication.post_after,
        "posted_at": publication.posted_at,
        "seen_at": publication.seen_at,
        "external_id": publication.external_id,
        "url": publication.url,
    }


def outcome_record(outcome: PostOutcome) -> Record:
    """Return what became of one due reply, with the review as approved on and as it stands where they differ."""
    return {
        **publication_record(outcome.publication),
        "was_sent": outcome.was_sent,
        "message": outcome.message,
        "next_step": outcome.next_step,
        "before": _version(outcome.before),
        "after": _version(outcome.after),
    }


def report_record(report: PullReport) -> Record:
    """Return what one pull or import did; problems in full."""
    return {
        "source": report.source_id,
        "read": report.n_read,
        "new": report.n_new,
        "edited": report.n_edited,
        "same": report.n_same,
        "replied": report.n_replied,
        "gone": report.n_gone,
        "flagged": report.n_flagged,
        "due": report.n_due,
        "history": report.n_history,
        "is_busy": report.is_busy,
        "is_not_modified": report.is_not_modified,
        "error": None if report.error is None else str(report.error),
        "problems": [asdict(problem) for problem in report.problems],
        "unseen": list(report.unseen),
        "seen": [to_text(PUBLICATION, publication_id) for publication_id in report.seen],
    }


def drafted_record(drafted: Drafted) -> Record:
    """Return what `draft` proposes for a review. Scripts read these keys: they stay."""
    return {
        "id": drafted.line_id,
        "decision": drafted.suggestion.answer.value,
        "why": drafted.suggestion.why,
        "drafts": [
            {
                "text": draft.text,
                "sentences": [
                    {"text": one.text, "move": one.move, "licence": list(one.licence)} for one in draft.sentences
                ],
                "findings": [_finding_row(one) for one in findings],
            }
            for draft, findings in zip(drafted.suggestion.drafts, drafted.findings, strict=True)
        ],
    }


def linted_record(linted: Linted) -> Record:
    """Return what `lint` says of a reply. Scripts read these keys: they stay."""
    return {
        "id": linted.line_id,
        "verdict": linted.verdict,
        "findings": [_finding_row(one) for one in linted.findings],
    }


def _finding_row(finding: Finding) -> Record:
    """Return a finding; `fix` only where there is one."""
    row = {**asdict(finding), "severity": finding.severity.value}
    return row if finding.fix is not None else {key: value for key, value in row.items() if key != "fix"}


def score_record(scored: Scored) -> Record:
    """Return what `score` says of a review. Scripts read these keys: they stay."""
    given, assessment = scored.given, scored.assessment
    return {
        "id": scored.line_id,
        "p_detractor": assessment.p_detractor,
        "band": assessment.band.value,
        "sentiment": assessment.sentiment,
        "flagged": scored.is_flagged,
        "conflict": assessment.is_conflict,
        "at_risk": assessment.is_at_risk,
        "praise": assessment.is_praise,
        "themes": [
            {
                "theme": theme.theme,
                "polarity": theme.polarity,
                "field": theme.field.value,
                "start": theme.start,
                "end": theme.end,
            }
            for theme in assessment.themes
        ],
        "reasons": [
            {
                "field": reason.field.value,
                "start": reason.start,
                "end": reason.end,
                "text": given.field(reason.field)[reason.start : reason.end],
                "why": reason.why,
            }
            for reason in assessment.reasons
        ],
        "lang": assessment.lang,
        "scorer": assessment.scorer,
    }


def _version(stored: StoredReview | None) -> Record | None:
    if stored is None:
        return None
    return {
        **_texts(stored.review),
        "owner_replies": [asdict(reply) for reply in stored.review.owner_replies],
        "gone_at": stored.gone_at,
    }


def _texts(version: Review | Revision) -> Record:
    return {
        "title": version.title,
        "text": version.text,
        "positive": version.positive,
        "negative": version.negative,
        "rating": rating_record(version.rating),
    }


def _revision(revision: Revision) -> Record:
    return {
        "number": revision.number,
        **_texts(revision),
        "updated_at": revision.updated_at,
        "replaced_at": revision.replaced_at,
    }


def _assessment(assessment: Assessment | None) -> Record | None:
    return None if assessment is None else asdict(assessment)
