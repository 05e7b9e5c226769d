"""Approved replies leave the house: read again, confirmed, claimed, sent once, settled.

The claim comes last before the call, so that a process which dies earlier leaves an approval that the next run simply
posts, and only a death between the claim and the stored answer leaves a reply of which nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from reviewwatch import approve as approval_rules
from reviewwatch import publish
from reviewwatch.connector import Replier
from reviewwatch.errors import (
    AccessError,
    ApprovalError,
    ConfigError,
    ConnectorError,
    OutcomeUnknownError,
    ReplyRefusedError,
    RetryLaterError,
)
from reviewwatch.flow.absorb import absorb, absorb_gone
from reviewwatch.flow.desk import Desk, business_of
from reviewwatch.flow.drafting import context_of
from reviewwatch.flow.seen import find_at_place, next_look, reopen_after_failure
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.net import Response
from reviewwatch.reply import guards, platforms
from reviewwatch.storage.verbs import decisions, outbox, reviews, sources, suggestions
from reviewwatch.types import (
    ApprovedReply,
    Decision,
    DecisionKind,
    Posted,
    Publication,
    PublicationState,
    ReplyState,
    Review,
    SourceState,
    Stale,
    StoredReview,
)

STUCK_AFTER: Final = timedelta(minutes=5)
"""Longer than what follows a claim takes with the usual settings; `stuck_after` adds to it what a user configured."""
_LOOK: Final = "Look at the page, then `reviewwatch outbox` with --posted or --not-posted."
_END_OF_TIME: Final = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PostOutcome:
    """What became of one due reply.

    Attributes:
        was_sent: It may be public now.
        message: What happened, one sentence.
        next_step: What a person does about it, empty if nothing.
        before, after: The review as approved and as it stands now, where they differ.
    """

    publication: Publication
    was_sent: bool
    message: str
    next_step: str = ""
    before: StoredReview | None = None
    after: StoredReview | None = None


def publish_due(desk: Desk, everything: bool = False) -> Iterator[PostOutcome]:
    """Post every due reply that has an API, one at a time, and yield what became of each.

    Any process may do this at any time: the claim decides who posts. Replies that a person posts by hand are checked
    too, and those that no longer hold are among the outcomes.

    Args:
        everything: Do not wait out the undo window.
    """
    yield from recover(desk)
    for publication in hand_overs(desk):
        outcome = refuse_stale(desk, publication)
        if outcome is not None:
            yield outcome
    for publication in due(desk, _END_OF_TIME if everything else desk.now()):
        outcome = post_one(desk, publication)
        if outcome is not None:
            yield outcome


def due(desk: Desk, now: datetime) -> list[Publication]:
    """Return approved replies that are due by then and can be posted through an API, oldest first."""
    found = (outbox.get(desk.db, publication_id) for publication_id in outbox.due(desk.db, now))
    return [publication for publication in found if publication.approval.target.address is not None]


def hand_overs(desk: Desk) -> list[Publication]:
    """Return approved replies that a person posts by hand, oldest first.

    The undo window is not waited out: a person who sits down to post has decided.
    """
    due = (outbox.get(desk.db, publication_id) for publication_id in outbox.due(desk.db, _END_OF_TIME))
    return [publication for publication in due if publication.approval.target.address is None]


def refuse_stale(desk: Desk, publication: Publication) -> PostOutcome | None:
    """Check, on what the store holds, whether an approved reply that a person posts by hand still holds.

    Returns:
        None if it does; else it is STALE now and its review back in the queue.
    """
    stored = reviews.get(desk.db, publication.review_id)
    current = stored.review if stored.gone_at is None else None
    confirmed = _confirm(desk, publication, stored, current)
    if isinstance(confirmed, ApprovedReply):
        return None
    return _end_stale(desk, publication, stored, current, confirmed)


def on_their_way(desk: Desk) -> list[Publication]:
    """Return every reply that may still change, oldest first.

    What was posted by hand at a place that never shows replies has ended: nothing more will be seen of it.
    """
    return [publication for publication in outbox.unsettled(desk.db) if not _has_ended_unseen(desk, publication)]


def mark_handed_over(desk: Desk, publication_id: int, person: str) -> Publication:
    """Record that a person posted an approved reply by hand, which is so whatever the site shows by now.

    Raises:
        ApprovalError: It is not waiting for that.
    """
    with desk.db.transaction():
        publication = outbox.get(desk.db, publication_id)
        stored = reviews.get(desk.db, publication.review_id)
        detail = f"posted by {person}"
        if platforms.load(stored.listing.platform).hides_replies:
            detail += ", cannot be confirmed"
        if publication.state is not PublicationState.APPROVED:
            raise ApprovalError(f"this reply is {publication.state}, not waiting to be posted", publication.review_id)
        outbox.settle(
            desk.db, publication_id, PublicationState.APPROVED, PublicationState.HANDED_OVER, desk.now(), detail
        )
        _record(desk, publication, DecisionKind.HAND_OVER, person, detail)
    return outbox.get(desk.db, publication_id)


def resolve(desk: Desk, publication_id: int, person: str, is_public: bool) -> Publication:
    """Settle, by a person's word, a reply of which nobody knows whether it is public.

    Args:
        is_public: True: it stands on the site. False: it does not; the review returns to the queue for a new approval.

    Raises:
        ApprovalError: It is not unknown.
    """
    with desk.db.transaction():
        publication = outbox.get(desk.db, publication_id)
        if publication.state is not PublicationState.UNKNOWN:
            raise ApprovalError(
                f"this reply is {publication.state}; only unknown ones are settled by hand", publication.review_id
            )
        to = PublicationState.HANDED_OVER if is_public else PublicationState.WITHDRAWN
        detail = f"{person} looked: it is {'public' if is_public else 'not there'}"
        look_at = next_look(desk, publication) if is_public else None
        outbox.settle(desk.db, publication_id, PublicationState.UNKNOWN, to, desk.now(), detail, look_at=look_at)
        _record(desk, publication, DecisionKind.RESOLVE, person, detail)
        if not is_public:
            reopen_after_failure(desk, publication.review_id, detail)
    return outbox.get(desk.db, publication_id)


def recover(desk: Desk) -> Iterator[PostOutcome]:
    """Turn posts that a dead process left behind into UNKNOWN, then look for every unknown one at its place."""
    settle_stuck(desk)
    for publication in outbox.unsettled(desk.db):
        if publication.state is PublicationState.UNKNOWN:
            yield _found(desk, publication) if find_at_place(desk, publication) else _describe_unknown(publication)


def settle_stuck(desk: Desk) -> None:
    """Turn posts that a dead process left behind into UNKNOWN, to be looked for at their places."""
    for publication in outbox.stuck(desk.db, desk.now() - stuck_after(desk)):
        _settle(desk, publication, PublicationState.UNKNOWN, "the program ended while posting")


def stuck_after(desk: Desk) -> timedelta:
    """Return the age from which a claim belongs to a process that died: longer than any living one takes to post.

    Why: docs/decisions/0003-an-old-claim-belongs-to-a-dead-process.md.
    """
    http = desk.config.http
    return STUCK_AFTER + 4 * (http.pace + http.timeout)


def _has_ended_unseen(desk: Desk, publication: Publication) -> bool:
    if publication.state is not PublicationState.HANDED_OVER:
        return False
    return platforms.load(reviews.get(desk.db, publication.review_id).listing.platform).hides_replies


def post_one(desk: Desk, publication: Publication) -> PostOutcome | None:
    """Walk one due publication from its place to its outcome; None where another process has it."""
    try:
        connector = desk.connector(publication.source_id)
    except (ConfigError, ConnectorError) as error:
        return PostOutcome(
            publication, False, f"Not sent: {error}.", "Configure the source again, then `reviewwatch publish`."
        )
    if not isinstance(connector, Replier):
        return PostOutcome(
            publication, False, "Not sent: this source no longer takes replies.", "Approve it again to post it by hand."
        )
    before = reviews.get(desk.db, publication.review_id)
    try:
        fresh = connector.reread(desk.http, before.review.external_id)
    except ConnectorError as error:
        return _not_sent(publication, error)
    desk.at("publish:reread")
    confirmed = _confirm(desk, publication, before, fresh)
    if isinstance(confirmed, Stale):
        return _end_stale(desk, publication, before, fresh, confirmed)
    desk.at("publish:confirmed")
    if not outbox.claim(desk.db, publication.publication_id, desk.now()):
        return None
    desk.at("publish:claimed")
    return _send(desk, outbox.get(desk.db, publication.publication_id), connector, confirmed)


def _send(desk: Desk, publication: Publication, connector: Replier, confirmed: ApprovedReply) -> PostOutcome:
    """Make the one call, and settle what came of it."""
    try:
        posted = publish.post(_WhileClaimed(desk, publication), connector, confirmed)
    except ReplyRefusedError as error:
        return _end_refused(desk, publication, error)
    except OutcomeUnknownError as error:
        return _end_unknown(desk, publication, str(error))
    except ConnectorError as error:
        _settle(desk, publication, PublicationState.APPROVED, f"not sent: {error}")
        return _not_sent(publication, error)
    desk.at("publish:sent")
    return _end_posted(desk, publication, posted)


def _confirm(desk: Desk, publication: Publication, before: StoredReview, fresh: Review | None) -> ApprovedReply | Stale:
    platform = platforms.load(before.listing.platform, desk.config.platforms)
    business = business_of(desk.config, publication.source_id, platform.platform_id)
    proposed = suggestions.get(desk.db, before.review_id, publication.approval.content_hash)
    context = context_of(desk, before, business, proposed, publication.approval.vouched)
    findings = guards.check(publication.text, fresh or before.review, business, platform, context)
    replies = fresh.owner_replies if fresh else ()
    return approval_rules.confirm(publication.approval, publication.text, fresh, replies, findings, desk.now())


def _end_posted(desk: Desk, publication: Publication, posted: Posted) -> PostOutcome:
    is_pending = posted.state is ReplyState.PENDING
    state = PublicationState.PENDING if is_pending else PublicationState.POSTED
    detail = (
        "the site will moderate it first"
        if is_pending
        else f"posted as {posted.account or publication.approval.account}"
    )
    with desk.db.transaction():
        is_settled = outbox.settle(
            desk.db,
            publication.publication_id,
            PublicationState.POSTING,
            state,
            desk.now(),
            detail,
            external_id=posted.external_id,
            url=posted.url,
            look_at=next_look(desk, publication),
        )
    desk.at("publish:settled")
    now = outbox.get(desk.db, publication.publication_id)
    if not is_settled:
        return PostOutcome(
            now, True, f"Sent ({detail}), but it took so long that it was given up: it is {now.state}.", _LOOK
        )
    return PostOutcome(now, True, f"Sent: {detail}.")


def _end_stale(
    desk: Desk, publication: Publication, before: StoredReview, fresh: Review | None, stale: Stale
) -> PostOutcome:
    """Send nothing, store what the place says now, and put the review back before the person."""
    why = "; ".join(stale.reasons)
    state = _state_of(desk, before)
    if fresh is not None:
        absorb(desk, before.listing, [fresh], state)
    with desk.db.transaction():
        outbox.settle(
            desk.db, publication.publication_id, PublicationState.APPROVED, PublicationState.STALE, desk.now(), why
        )
        reopen_after_failure(desk, publication.review_id, why)
    if fresh is None and before.gone_at is None:
        absorb_gone(desk, before.listing, before.review.external_id, state)
    again = f"Look at it again: `reviewwatch respond {to_text(REVIEW, publication.review_id)}`."
    return PostOutcome(
        outbox.get(desk.db, publication.publication_id),
        False,
        f"Not sent: {why}.",
        again if fresh is not None else "There is nothing left to answer; its case is closed.",
        before=before,
        after=reviews.get(desk.db, publication.review_id),
    )


def _end_refused(desk: Desk, publication: Publication, error: ReplyRefusedError) -> PostOutcome:
    why = f"the site refused it: {error.reason}"
    _settle(desk, publication, PublicationState.REFUSED, why, reopen=True)
    again = to_text(REVIEW, publication.review_id)
    return PostOutcome(publication, False, f"Not public: {why}.", f"Change it: `reviewwatch respond {again}`.")


def _not_sent(publication: Publication, error: ConnectorError) -> PostOutcome:
    """It stays approved: it is certain that nothing was sent."""
    step = "Mend the access, then" if isinstance(error, AccessError) else "Try again later:"
    return PostOutcome(publication, False, f"Not sent: {error}.", f"{step} `reviewwatch publish`.")


def _settle(desk: Desk, publication: Publication, to: PublicationState, detail: str, reopen: bool = False) -> None:
    look_at = next_look(desk, publication) if to is PublicationState.UNKNOWN else None
    with desk.db.transaction():
        outbox.settle(
            desk.db, publication.publication_id, PublicationState.POSTING, to, desk.now(), detail, look_at=look_at
        )
        if reopen:
            reopen_after_failure(desk, publication.review_id, detail)


def _end_unknown(desk: Desk, publication: Publication, why: str) -> PostOutcome:
    """Never send again: look at the place at once, and else leave it to the next reading or to a person."""
    _settle(desk, publication, PublicationState.UNKNOWN, why)
    unknown = outbox.get(desk.db, publication.publication_id)
    return _found(desk, unknown) if find_at_place(desk, unknown) else _describe_unknown(unknown)


def _found(desk: Desk, publication: Publication) -> PostOutcome:
    seen = outbox.get(desk.db, publication.publication_id)
    return PostOutcome(seen, True, "Sent: the answer was lost, but the reply stands on the site.")


def _describe_unknown(publication: Publication) -> PostOutcome:
    return PostOutcome(
        publication,
        True,
        f"Unknown whether it is public: {publication.detail}. It is not sent again by itself.",
        _LOOK,
    )


def _state_of(desk: Desk, stored: StoredReview) -> SourceState:
    state = sources.load(desk.db, stored.source_id)
    return state or SourceState(source_id=stored.source_id, connector="")


def _record(desk: Desk, publication: Publication, kind: DecisionKind, person: str, detail: str) -> None:
    decision = Decision(
        review_id=publication.review_id,
        kind=kind,
        person=person,
        decided_at=desk.now(),
        reason=detail,
        text_hash=publication.approval.text_hash,
    )
    decisions.append(desk.db, decision)


@dataclass(frozen=True, slots=True)
class _WhileClaimed:
    """The network for one post: it sends only while the claim is still this process's own.

    A connector may wait before it sends, and a machine may sleep; by then another process may have taken the claim for
    dead, and a person may have decided anew.
    """

    desk: Desk
    publication: Publication

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> Response:
        return self.desk.http.get(url, headers=headers, params=params)

    def send_once(self, method: str, url: str, *, headers: Mapping[str, str], json_body: object) -> Response:
        now = outbox.get(self.desk.db, self.publication.publication_id)
        if (now.state, now.claimed_at) != (PublicationState.POSTING, self.publication.claimed_at):
            raise RetryLaterError("it took so long to get there that another process took this reply over")
        return self.desk.http.send_once(method, url, headers=headers, json_body=json_body)
