"""Which of our replies stand at their places now: after a pull, and read again one by one until they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from reviewwatch import follow_up
from reviewwatch.connector import Connector, Replier
from reviewwatch.errors import ConfigError, ConnectorError
from reviewwatch.flow.desk import Desk
from reviewwatch.storage.verbs import cases, outbox, reviews
from reviewwatch.types import CaseEvent, CaseState, OwnerReply, Publication, PublicationState, ReplyState

_MAY_BE_SEEN: Final = frozenset(
    {PublicationState.POSTED, PublicationState.PENDING, PublicationState.UNKNOWN, PublicationState.HANDED_OVER}
)

_IS_PUBLIC: Final = frozenset(
    {PublicationState.POSTED, PublicationState.PENDING, PublicationState.SEEN, PublicationState.HANDED_OVER}
)
_CLOCKS_DIFFER: Final = timedelta(days=1)
"""An owner reply older than the approval by more than this is not ours; some places state the day alone."""


def see_published(desk: Desk, source_id: str) -> tuple[int, ...]:
    """Match the stored threads of a source with what we sent there.

    It reads what is stored rather than what just changed, so that a crash between the two loses nothing.

    Returns:
        Publications that are now SEEN.
    """
    return tuple(
        publication.publication_id
        for publication in outbox.unsettled(desk.db)
        if publication.source_id == source_id
        and publication.state in _MAY_BE_SEEN
        and look_for(desk, publication, reviews.get(desk.db, publication.review_id).review.owner_replies)
    )


def look_again(desk: Desk, limit: int = 20) -> Iterator[Publication]:
    """Read the places of replies whose next look is due, and yield each reply as it stands after it.

    One whose place cannot be read, or does not show it yet, is looked for at its next time.
    """
    for publication_id in outbox.to_look_for(desk.db, desk.now(), limit):
        publication = outbox.get(desk.db, publication_id)
        if not find_at_place(desk, publication):
            with desk.db.transaction():
                outbox.look_again(desk.db, publication_id, next_look(desk, publication))
        yield outbox.get(desk.db, publication_id)


def next_look(desk: Desk, publication: Publication) -> datetime | None:
    """Return when to look for a reply that was sent, None where its place cannot be read for one review."""
    if not can_reread(desk, publication):
        return None
    return follow_up.next_look(publication.posted_at or publication.claimed_at or desk.now(), desk.now())


def can_reread(desk: Desk, publication: Publication) -> bool:
    """Say whether one review can be read again at this reply's place; a config that is broken for now may be mended."""
    try:
        return isinstance(desk.connector(publication.source_id), Replier)
    except ConnectorError:
        return False
    except ConfigError:
        return publication.source_id in desk.config.sources


def find_at_place(desk: Desk, publication: Publication) -> bool:
    """Read the place again and settle a reply that stands there; False where it does not or cannot be read."""
    try:
        connector: Connector = desk.connector(publication.source_id)
        if not isinstance(connector, Replier):
            return False
        fresh = connector.reread(desk.http, publication.approval.target.external_id)
    except (ConfigError, ConnectorError):
        return False
    return fresh is not None and look_for(desk, publication, fresh.owner_replies)


def look_for(desk: Desk, publication: Publication, owner_replies: Sequence[OwnerReply]) -> bool:
    """Settle one publication by what stands at the place; True if it was seen there."""
    for reply in _candidates(desk, publication, owner_replies):
        if reply.state is ReplyState.PUBLISHED:
            _settle(desk, publication, PublicationState.SEEN, "seen on the site", reply)
            return True
        if reply.state is ReplyState.REFUSED and publication.state is not PublicationState.UNKNOWN:
            _settle(desk, publication, PublicationState.REFUSED, "the site took the reply and then refused it", reply)
    return False


def _candidates(desk: Desk, publication: Publication, owner_replies: Sequence[OwnerReply]) -> list[OwnerReply]:
    """Return the owner replies that may be this publication and are no earlier one with the same words."""
    others = [
        other
        for other in outbox.of_review(desk.db, publication.review_id)
        if other.publication_id != publication.publication_id and other.state in _IS_PUBLIC
    ]
    taken = {other.external_id for other in others if other.external_id}
    n_unnamed = sum(other.external_id is None and other.text == publication.text for other in others)
    ours = [
        reply
        for reply in owner_replies
        if follow_up.is_ours(publication.text, publication.approval.account, reply)
        and (reply.external_id is None or reply.external_id not in taken)
        and (None in (reply.external_id, publication.external_id) or reply.external_id == publication.external_id)
        and (reply.created_at is None or reply.created_at >= publication.approval.approved_at - _CLOCKS_DIFFER)
    ]
    return ours[n_unnamed:]


def _settle(desk: Desk, publication: Publication, to: PublicationState, detail: str, reply: OwnerReply) -> None:
    with desk.db.transaction():
        outbox.settle(
            desk.db,
            publication.publication_id,
            publication.state,
            to,
            desk.now(),
            detail,
            external_id=reply.external_id or publication.external_id,
            url=publication.url,
        )
        if to is PublicationState.REFUSED:
            reopen_after_failure(desk, publication.review_id, detail)


def reopen_after_failure(desk: Desk, review_id: int, reason: str) -> None:
    """Bring a review back into the queue because its reply did not get through. Inside a transaction."""
    if reviews.get(desk.db, review_id).case.state is CaseState.ANSWERED:
        cases.move(desk.db, review_id, CaseEvent.REPLY_FAILED, CaseState.OPEN, reason, desk.now())
