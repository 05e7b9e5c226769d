"""What a fetched review is against what the store holds: new, edited, answered on the site, the same, or gone. Pure.

Deciding, storing the decision and deciding again gives `Same`; the order of a page never matters where its ids differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from reviewwatch.types import Change, Edited, Gone, Known, New, OwnerReplied, OwnerReply, Review, Same

_HASH_BYTES = 8


def content_hash(review: Review) -> str:
    """Return 16 hex digits over what the reviewer said: title, original texts and raw rating.

    Votes, author name, language and times are left out: a site changes them without the reviewer having said anything.
    """
    raw = review.rating.raw if review.rating else None
    return _hash((review.title, review.text, review.positive, review.negative), "" if raw is None else f"={raw}")


def thread_hash(owner_replies: Sequence[OwnerReply]) -> str:
    """Return 16 hex digits over the owner replies: their texts and states, in any order.

    The order is left out because a thread put together from parts cannot know the site's. Ids, names and times are
    left out because two sources of one listing state them differently, and a thread is not new for that.
    """
    return _hash(sorted(f"{reply.state}:{reply.text}" for reply in owner_replies)) if owner_replies else _NO_THREAD


def decide(known: Known | None, fetched: Review) -> Change:
    """Say what a fetched review is against the known one.

    A version that is older than the known one by its own word is a stale page, not an edit. An edit carries the new
    thread too. A review that was proven gone and is there again counts as edited, whatever it says.

    Returns:
        A change whose review carries the whole thread.
    """
    if known is None:
        review = _with_thread(fetched, fetched.owner_replies) if fetched.is_thread_partial else fetched
        return New(review, content_hash(review), thread_hash(review.owner_replies))
    if fetched.updated_at and known.updated_at and fetched.updated_at < known.updated_at:
        return Same(known)
    return _decide_known(known, fetched)


def decide_page(known_by_id: Mapping[str, Known], reviews: Iterable[Review]) -> list[Change]:
    """Decide a page, one change per id, in the order in which the ids first appear.

    Of two versions of one id the later `updated_at` wins; where either lacks it, the later in the page.
    """
    winners: dict[str, Review] = {}
    for review in reviews:
        other = winners.get(review.external_id)
        winners[review.external_id] = review if other is None else _newer(other, review)
    return [decide(known_by_id.get(external_id), review) for external_id, review in winners.items()]


def decide_gone(live: Mapping[str, Known], seen_ids: Collection[str] | None, said_gone: Collection[str]) -> list[Gone]:
    """Say which known reviews are proven absent.

    Args:
        live: Known reviews of the listing by external id.
        seen_ids: Every id of a listing that was read from the first item to the last; None where it was not, since
            absence from a part proves nothing.
        said_gone: Ids that the place itself calls removed. Its word counts even for an id that a page still showed.
    """
    gone = []
    for external_id, known in live.items():
        if known.is_gone:
            continue
        if external_id in said_gone:
            gone.append(Gone(known, "the site says that it was removed"))
        elif seen_ids is not None and external_id not in seen_ids:
            gone.append(Gone(known, "a complete listing no longer holds it"))
    return gone


def _decide_known(known: Known, fetched: Review) -> Change:
    if fetched.is_thread_partial:
        fetched = _with_thread(fetched, _merged(known.owner_replies, fetched.owner_replies))
    content, thread = content_hash(fetched), thread_hash(fetched.owner_replies)
    if content != known.content_hash or known.is_gone:
        return Edited(fetched, known, content, thread, was_gone=known.is_gone)
    if thread != known.thread_hash:
        return OwnerReplied(fetched, known, thread)
    return Same(known)


def _newer(earlier: Review, later: Review) -> Review:
    """Return the winner of two versions in one page, given in page order; parts of a thread are put together."""
    is_out_of_order = earlier.updated_at and later.updated_at and later.updated_at < earlier.updated_at
    loser, winner = (later, earlier) if is_out_of_order else (earlier, later)
    if loser.is_thread_partial and winner.is_thread_partial:
        return replace(winner, owner_replies=_merged(loser.owner_replies, winner.owner_replies))
    return winner


def _merged(known: Sequence[OwnerReply], fetched: Sequence[OwnerReply]) -> tuple[OwnerReply, ...]:
    """Return the known replies with the fetched ones added or put in their places; none is removed."""
    merged = {_reply_key(reply): reply for reply in known}
    merged.update((_reply_key(reply), reply) for reply in fetched)
    return tuple(merged.values())


def _reply_key(reply: OwnerReply) -> tuple[object, ...]:
    return (reply.external_id,) if reply.external_id else (reply.text, reply.created_at)


def _with_thread(review: Review, owner_replies: tuple[OwnerReply, ...]) -> Review:
    return replace(review, owner_replies=owner_replies, is_thread_partial=False)


def _hash(parts: Sequence[str], rest: str = "") -> str:
    """Hash texts so that no two lists of texts run into each other: their lengths come first."""
    head = ",".join([str(len(part)) for part in parts])
    whole = f"{head};{''.join(parts)}{rest}"
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).hexdigest()


_NO_THREAD: Final = _hash(())
