"""A person's part: what they need before them, and what each of their acts does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from reviewwatch import approve as approval_rules
from reviewwatch.connector import Replier
from reviewwatch.errors import ApprovalError, ConfigError
from reviewwatch.flow.desk import Desk, business_of
from reviewwatch.flow.drafting import best_of, context_of, suggestion_for
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.platforms import Platform
from reviewwatch.storage.verbs import cases, decisions, drafts, outbox, reviews
from reviewwatch.types import (
    CASE_TRANSITIONS,
    Business,
    CaseEvent,
    CaseState,
    Decision,
    DecisionKind,
    Draft,
    Finding,
    Publication,
    PublicationState,
    Revision,
    StoredReview,
    Suggestion,
    Target,
)

_UNSENT: Final = frozenset({PublicationState.APPROVED})
_ON_ITS_WAY: Final = frozenset({PublicationState.POSTING, PublicationState.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One review with all that a person needs to decide on it.

    Attributes:
        suggestion: What the drafter proposes, with the reason where that is no reply.
        draft: What a person wrote last of this revision, else the first that is proposed; empty where there is none.
        context: What the rules hold a text beside.
        findings: What the rules say of the draft.
        target: Where a reply would appear.
        account: Whose name it would appear under; None where a person posts under their own.
        is_hand_over: There is no API for it: a person posts.
    """

    stored: StoredReview
    revisions: tuple[Revision, ...]
    decisions: tuple[Decision, ...]
    publications: tuple[Publication, ...]
    business: Business
    suggestion: Suggestion
    draft: Draft
    context: Context
    findings: tuple[Finding, ...]
    platform: Platform
    target: Target
    account: str | None

    @property
    def is_hand_over(self) -> bool:
        """True where no API takes the reply."""
        return self.target.address is None


def prepare(desk: Desk, review_id: int) -> Ticket:
    """Lay one review out for a decision; writes a draft on the spot where none is stored.

    Raises:
        NotFoundError: There is no such review.
    """
    stored = reviews.get(desk.db, review_id)
    platform = platforms.load(stored.listing.platform, desk.config.platforms)
    business = business_of(desk.config, stored.source_id, platform.platform_id)
    suggestion = suggestion_for(desk, stored, business, platform, context_of(desk, stored, business))
    context = context_of(desk, stored, business, suggestion)
    draft = drafts.latest(desk.db, review_id, stored.content_hash) or best_of(suggestion, stored.content_hash)
    target, account = _destination(desk, stored)
    return Ticket(
        stored=stored,
        revisions=reviews.revisions(desk.db, review_id),
        decisions=tuple(decisions.of_review(desk.db, review_id)),
        publications=tuple(outbox.of_review(desk.db, review_id)),
        business=business,
        suggestion=suggestion,
        draft=draft,
        context=context,
        findings=guards.check(draft.text, stored.review, business, platform, context),
        platform=platform,
        target=target,
        account=account,
    )


def check(ticket: Ticket, text: str, vouched: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Run every rule on a text that a person wrote or changed.

    Args:
        vouched: Its sentences for whose truth the person answers.
    """
    context = replace(ticket.context, vouched=tuple(vouched))
    return guards.check(text, ticket.stored.review, ticket.business, ticket.platform, context)


def approve(
    desk: Desk,
    ticket: Ticket,
    text: str,
    person: str,
    acknowledged: Sequence[str] = (),
    vouched: Sequence[str] = (),
    is_demo: bool = False,
) -> Publication:
    """Record a person's yes to exactly this text for exactly what the ticket shows. Posts nothing.

    The same person's earlier approval of the review is replaced while it has not left the house.

    Args:
        acknowledged: Rules whose warnings the person accepted.
        vouched: Sentences that no fact backs and for which the person answers, in this reply alone.
        is_demo: Good for loopback addresses alone.

    Raises:
        StaleApprovalError: The review or its thread changed since the ticket was laid out.
        ApprovalError: A rule blocks the text, a warning is not acknowledged, a colleague approved another reply, or one
            is being posted right now.
    """
    review_id, now = ticket.stored.review_id, desk.now()
    approval = approval_rules.approve(
        text=text,
        review=ticket.stored.review,
        review_id=review_id,
        content_hash=ticket.stored.content_hash,
        thread_hash=ticket.stored.thread_hash,
        person=person,
        target=ticket.target,
        account=ticket.account,
        findings=check(ticket, text, vouched),
        acknowledged=tuple(acknowledged),
        vouched=tuple(vouched),
        now=now,
        rules_version=guards.RULES_VERSION,
        is_demo=is_demo,
    )
    with desk.db.transaction():
        stored = reviews.get(desk.db, review_id)
        approval_rules.refuse_if_changed(ticket.stored, stored)
        before = _replace_unsent(desk, review_id, person, now) or stored.case.state
        decision = _record(desk, stored, DecisionKind.APPROVE, person, before, text)
        publication_id = outbox.add(
            desk.db,
            review_id,
            decision,
            stored.source_id,
            approval,
            text,
            now + desk.config.replies.undo_window,
        )
        _move(desk, stored, CaseEvent.APPROVE, f"approved by {person}")
    return outbox.get(desk.db, publication_id)


def dismiss(desk: Desk, review_id: int, person: str, reason: str) -> Decision:
    """Take a review out of the queue."""
    return _decide(desk, review_id, person, DecisionKind.DISMISS, CaseEvent.DISMISS, reason)


def hold(desk: Desk, review_id: int, person: str, reason: str) -> Decision:
    """Keep a review for a trained person."""
    return _decide(desk, review_id, person, DecisionKind.HOLD, CaseEvent.HOLD, reason)


def snooze(desk: Desk, review_id: int, person: str, until: datetime, reason: str = "") -> Decision:
    """Bring a review back at a time.

    Raises:
        ApprovalError: The time is past.
    """
    if until <= desk.now():
        raise ApprovalError(f"{until:%Y-%m-%d %H:%M} UTC is past; name a later time", review_id)
    return _decide(desk, review_id, person, DecisionKind.SNOOZE, CaseEvent.SNOOZE, reason, until)


def reopen(desk: Desk, review_id: int, person: str, reason: str = "") -> Decision:
    """Put a review back into the queue, whatever was decided on it."""
    return _decide(desk, review_id, person, DecisionKind.REOPEN, CaseEvent.REOPEN, reason)


def undo(desk: Desk, review_id: int, person: str) -> Decision:
    """Take back the last decision on a review that still stands.

    Returns:
        The UNDO decision; its `undoes` names what was taken back.

    Raises:
        ApprovalError: There is nothing to take back, or the reply has left the house.
    """
    with desk.db.transaction():
        stored = reviews.get(desk.db, review_id)
        last = decisions.last_standing(desk.db, review_id)
        if last is None or last.decision_id is None:
            raise ApprovalError(f"there is no decision on {to_text(REVIEW, review_id)} to take back", review_id)
        if last.kind is DecisionKind.HAND_OVER:
            raise ApprovalError("a reply that was posted by hand is taken back on the site itself", review_id)
        if last.kind is DecisionKind.APPROVE:
            _withdraw(desk, review_id, person)
        decision = Decision(
            review_id=review_id,
            kind=DecisionKind.UNDO,
            person=person,
            decided_at=desk.now(),
            reason=f"took back: {last.kind}",
            undoes=last.decision_id,
            state_before=stored.case.state,
        )
        decision_id = decisions.append(desk.db, decision)
        to = last.state_before or CaseState.OPEN
        if stored.case.state is not to:
            cases.move(desk.db, review_id, CaseEvent.UNDO, to, f"undone by {person}", desk.now())
    return replace(decision, decision_id=decision_id)


def _destination(desk: Desk, stored: StoredReview) -> tuple[Target, str | None]:
    """Return where a reply goes and under whose name; by hand where no API and account are configured."""
    key, external_id = stored.review.listing_key, stored.review.external_id
    try:
        connector = desk.connector(stored.source_id)
    except ConfigError:
        return Target(key, external_id, None), None
    if isinstance(connector, Replier) and connector.capabilities.can_reply and connector.account:
        return Target(key, external_id, connector.address), connector.account
    return Target(key, external_id, None), None


def _decide(
    desk: Desk,
    review_id: int,
    person: str,
    kind: DecisionKind,
    event: CaseEvent,
    reason: str,
    until: datetime | None = None,
) -> Decision:
    with desk.db.transaction():
        stored = reviews.get(desk.db, review_id)
        to = CASE_TRANSITIONS.get((stored.case.state, event))
        if to is None:
            raise ApprovalError(
                f"{to_text(REVIEW, review_id)} is {stored.case.state}: {kind} does not apply to it; "
                "`undo` takes the last decision back",
                review_id,
            )
        decision = Decision(
            review_id=review_id,
            kind=kind,
            person=person,
            decided_at=desk.now(),
            reason=reason,
            until=until,
            state_before=stored.case.state,
        )
        decision_id = decisions.append(desk.db, decision)
        cases.move(desk.db, review_id, event, to, reason or f"{kind} by {person}", desk.now(), until=until)
    return replace(decision, decision_id=decision_id)


def _record(desk: Desk, stored: StoredReview, kind: DecisionKind, person: str, before: CaseState, text: str) -> int:
    decision = Decision(
        review_id=stored.review_id,
        kind=kind,
        person=person,
        decided_at=desk.now(),
        reason="",
        text_hash=approval_rules.text_hash(text),
        state_before=before,
    )
    return decisions.append(desk.db, decision, text)


def _move(desk: Desk, stored: StoredReview, event: CaseEvent, reason: str) -> None:
    """Move a case by an event; an answered case whose text was approved anew stays answered."""
    to = CASE_TRANSITIONS.get((stored.case.state, event))
    if to is not None:
        cases.move(desk.db, stored.review_id, event, to, reason, desk.now())


def _replace_unsent(desk: Desk, review_id: int, person: str, now: datetime) -> CaseState | None:
    """Put this person's unsent reply aside for a newer one.

    Returns:
        Where the case stood before the replaced one was approved, which is where an undo of the newer one leads; None
        where there was none.
    """
    before: CaseState | None = None
    for publication in outbox.of_review(desk.db, review_id):
        if publication.state in _ON_ITS_WAY:
            raise ApprovalError(
                f"an earlier reply to {to_text(REVIEW, review_id)} is {publication.state}: "
                "settle it first with `reviewwatch outbox`",
                review_id,
            )
        if publication.state in _UNSENT and publication.approval.person != person:
            raise ApprovalError(
                f"{publication.approval.person} approved another reply to {to_text(REVIEW, review_id)}, "
                "which has not been sent yet: `reviewwatch undo` takes that back first",
                review_id,
            )
        if publication.state in _UNSENT:
            outbox.settle(
                desk.db,
                publication.publication_id,
                publication.state,
                PublicationState.STALE,
                now,
                "replaced by a newer approval",
            )
            last = decisions.last_standing(desk.db, review_id)
            before = last.state_before if last is not None and last.kind is DecisionKind.APPROVE else None
    return before


def _withdraw(desk: Desk, review_id: int, person: str) -> None:
    """Withdraw the newest reply, which is the one that the last standing approval made."""
    for publication in reversed(outbox.of_review(desk.db, review_id)):
        if publication.state is PublicationState.APPROVED:
            outbox.settle(
                desk.db,
                publication.publication_id,
                PublicationState.APPROVED,
                PublicationState.WITHDRAWN,
                desk.now(),
                f"withdrawn by {person}",
            )
            return
        if publication.state not in (PublicationState.STALE, PublicationState.WITHDRAWN, PublicationState.REFUSED):
            raise ApprovalError(
                f"the reply is {publication.state} already: change or delete it on the site itself", review_id
            )
