"""Drafts of replies: made ahead for what is urgent, on the spot for the rest, anew where the facts have changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from reviewwatch.flow.desk import Desk, brand_of, business_of
from reviewwatch.flow.polish import polished
from reviewwatch.reply import platforms
from reviewwatch.reply.answer import policy_of
from reviewwatch.storage.verbs import cases, replies, reviews, suggestions
from reviewwatch.types import Business, Draft, QueueFilter, StoredReview, Suggestion

if TYPE_CHECKING:
    from reviewwatch.reply.guards.view import Context
    from reviewwatch.reply.platforms import Platform

MAX_DRAFTED: Final = 200
"""Drafts made ahead after a pull; the rest are made when a person gets there, in milliseconds."""
MAX_HELD: Final = 1_000
"""The same of held ones, which mostly get a sentence on what to do and no draft."""
MAX_POLISHED: Final = 20
"""The same where a language model is asked, which takes seconds for each."""
N_RECENT: Final = 20
"""Replies of the listing that a new one is held beside, so that they do not read alike."""
N_PUBLISHED: Final = 200
"""Replies of the whole brand that a new one may not contradict."""


def draft_due(desk: Desk, source_id: str) -> int:
    """Draft ahead for the most urgent open reviews of a source, and say what is best done with the held ones.

    Returns:
        How many were open.
    """
    limit = MAX_POLISHED if desk.config.model.url else MAX_DRAFTED
    missing = _missing(desk, QueueFilter(sources=(source_id,)), limit)
    _suggest(desk, _missing(desk, QueueFilter(sources=(source_id,), is_held=True), MAX_HELD))
    _suggest(desk, missing)
    return len(missing)


def _missing(desk: Desk, wanted: QueueFilter, limit: int) -> list[int]:
    return suggestions.missing(desk.db, [row.review_id for row in cases.queue(desk.db, wanted, limit=limit)])


def _suggest(desk: Desk, review_ids: Iterable[int]) -> None:
    for review_id in review_ids:
        stored = reviews.get(desk.db, review_id)
        platform = platforms.load(stored.listing.platform, desk.config.platforms)
        business = business_of(desk.config, stored.source_id, platform.platform_id)
        suggestion_for(desk, stored, business, platform, context_of(desk, stored, business))


def suggestion_for(
    desk: Desk, stored: StoredReview, business: Business, platform: Platform, context: Context
) -> Suggestion:
    """Return what the drafter proposes for a review as it stands; kept while nothing that it is made from changes."""
    from reviewwatch.reply import suggest  # its rules take a second to load, and most pulls find nothing to answer

    basis = _basis(desk, stored, business, platform)
    kept = suggestions.get(desk.db, stored.review_id, stored.content_hash, basis)
    if kept is not None:
        return kept
    alone = replace(context, is_persons=False)
    policy, now = policy_of(desk.config.replies), desk.now()
    made = suggest(
        stored.review, stored.assessment, business, platform, stored.content_hash, alone, policy=policy, now=now
    )
    made = polished(desk, made, stored.review, business, platform, alone)
    with desk.db.transaction():
        suggestions.save(desk.db, stored.review_id, stored.content_hash, basis, made, desk.now())
    return made


def context_of(
    desk: Desk,
    stored: StoredReview,
    business: Business,
    suggestion: Suggestion | None = None,
    vouched: tuple[str, ...] = (),
) -> Context:
    """Return what a reply to a review is checked beside: as a person's text, wherever it is not the drafter's.

    Args:
        suggestion: Whose sentences keep their licences.
        vouched: Sentences for which a person answers.
    """
    from reviewwatch.reply.guards.view import Context

    brand_id = brand_of(desk.config, stored.source_id).brand_id
    sources = [one.source_id for one in desk.config.sources.values() if one.brand == brand_id] or [stored.source_id]
    return Context(
        today=desk.now().astimezone(ZoneInfo(business.time_zone)).date(),
        recent=replies.recent(desk.db, stored.review.listing_key, stored.review_id, N_RECENT),
        published=replies.published(desk.db, sources, stored.review_id, N_PUBLISHED),
        sentences=tuple(one for draft in (suggestion.drafts if suggestion else ()) for one in draft.sentences),
        is_persons=True,
        vouched=vouched,
    )


def best_of(suggestion: Suggestion, content_hash: str) -> Draft:
    """Return the first draft; without one an empty text, whose drafter says why there is none."""
    from reviewwatch.reply.offline import DRAFTER

    if suggestion.drafts:
        return suggestion.drafts[0]
    return Draft("", "", f"{DRAFTER} ({suggestion.why})", content_hash)


def _basis(desk: Desk, stored: StoredReview, business: Business, platform: Platform) -> str:
    """Return the hash of what a suggestion is made from besides the review's own words."""
    from reviewwatch.reply import guards
    from reviewwatch.reply.offline import DRAFTER

    scorer = stored.assessment.scorer if stored.assessment else ""
    allows = (platform.allows_links, platform.allows_contacts)
    place = (platform.platform_id, platform.limit, platform.unit, allows, sorted(platform.bans))
    made_from = repr((DRAFTER, guards.RULES_VERSION, scorer, business, place, desk.config.model, desk.config.replies))
    return blake2b(made_from.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
