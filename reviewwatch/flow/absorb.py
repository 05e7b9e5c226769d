"""What changed, what we make of it, and into the store: the same for a page of a pull and for one review read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from reviewwatch import assess, changes, triage
from reviewwatch.config import Config, TriageConfig
from reviewwatch.flow.desk import Desk, brand_of, business_of, setting_of
from reviewwatch.flow.own import own_of
from reviewwatch.storage.verbs import pages, reviews
from reviewwatch.text.folding import is_plain
from reviewwatch.text.reading import Reading
from reviewwatch.text.search import search_text
from reviewwatch.types import (
    Assessment,
    CaseState,
    Change,
    Edited,
    Flag,
    Gone,
    Judged,
    Known,
    Listing,
    New,
    OwnerReplied,
    PageWrite,
    Profile,
    Review,
    Same,
    SourceState,
)

if TYPE_CHECKING:
    from reviewwatch.reply.answer import Policy
    from reviewwatch.sentiment.own import OwnModel
    from reviewwatch.sentiment.own.verdict import Calibration


@dataclass(frozen=True, slots=True)
class Measure:
    """What the reviews of one source are judged by, looked up once for many.

    Attributes:
        own: The team's own models by language.
        calibration: What its decisions on flags taught, None where nothing is in use.
        profile, policy: What its drafter holds reviews by.
    """

    rules: TriageConfig
    asked: assess.Topics
    own: Mapping[str, OwnModel]
    calibration: Calibration | None
    setting: triage.Setting
    profile: Profile
    policy: Policy


def measure_of(config: Config, source_id: str) -> Measure:
    """Return what the reviews of a source are judged by."""
    from reviewwatch.reply.answer import policy_of

    own = own_of(config)
    asked, setting = asked_of(config, source_id), setting_of(config, source_id)
    profile, policy = business_of(config, source_id, "").profile, policy_of(config.replies)
    return Measure(config.triage, asked, own.models, own.calibration, setting, profile, policy)


def judge(change: Change, measure: Measure, now: datetime, baseline: datetime) -> Judged | None:
    """Assess and flag one change; None where nothing changed.

    Args:
        measure: Of the source where it was seen.
        baseline: The instant that the history rule counts back from.
    """
    if isinstance(change, Same):
        return None
    if isinstance(change, OwnerReplied | Gone):
        state, reason = triage.case_after(change, None, is_history=False)
        return Judged(change, None, None, state, reason)
    review = change.review
    was_share = change.known.rating_share if isinstance(change, Edited) else None
    reading, assessment, flag = judge_review(review, measure, now, was_share)
    is_history = isinstance(change, New) and triage.is_history(review, measure.rules, baseline)
    if not is_history:
        flag = screened(flag, review, reading, measure)
    state, reason = triage.case_after(change, flag, is_history)
    if flag is not None and state not in (CaseState.OPEN, CaseState.HELD):
        flag = replace(flag, due_at=None)
    return Judged(change, assessment, flag, state, reason, _searchable(review, reading))


def judge_review(
    review: Review, measure: Measure, now: datetime, was_share: float | None = None
) -> tuple[Reading, Assessment, Flag | None]:
    """Assess and flag one revision of a review, with what it took to read it.

    Args:
        measure: Of the source where it was seen.
        now: When the wait for an answer begins where the place does not say when the reviewer wrote.
        was_share: The rating before the author changed it, as a share of its scale.
    """
    reading = assess.read(review)
    assessment = assess.assess(
        review,
        reading,
        asked=measure.asked,
        was_share=was_share,
        own=measure.own,
        calibration=measure.calibration,
    )
    return reading, assessment, triage.flag(review, assessment, measure.rules, now, reading, measure.setting)


def screened(flag: Flag | None, review: Review, reading: Reading, measure: Measure) -> Flag | None:
    """Return the flag of a review that may come into the queue, held for a trained person where its drafter holds it.

    So one word means one thing: what the drafter will not answer waits among the held ones, with its reason.
    """
    if flag is None:
        return None
    # A tenth of a second to load, which a pull of nothing new need not spend.
    from reviewwatch.reply.answer import held_for
    from reviewwatch.reply.reading.holds import holds_in

    why = held_for(holds_in(review, measure.profile, reading), measure.policy)
    return replace(flag, hold=why) if why else flag


def asked_of(config: Config, source_id: str) -> assess.Topics:
    """Return the themes that the reviews of a source are asked for: those of its brand's trade, and the team's own.

    Args:
        source_id: One that is not configured stands for the only brand.
    """
    return assess.topics(brand_of(config, source_id).trade, own_themes(config))


def own_themes(config: Config) -> tuple[assess.OwnTheme, ...]:
    """Return the themes that the team added."""
    return tuple([assess.OwnTheme(one.theme_id, one.words + one.phrases, one.trade) for one in config.themes.values()])


def judge_all(desk: Desk, found: Iterable[Change], state: SourceState) -> list[Judged]:
    """Return what is made of changes that one source shows, without those that are none."""
    measure, now = measure_of(desk.config, state.source_id), desk.now()
    judged = (judge(change, measure, now, state.last_good_at or now) for change in found)
    return [done for done in judged if done is not None]


def absorb(desk: Desk, listing: Listing, fetched: Sequence[Review], state: SourceState) -> list[Judged]:
    """Decide, judge and store reviews outside a pull, such as one that was re-read before posting."""
    known = known_of(desk, listing.key, fetched)
    judged = judge_all(desk, changes.decide_page(known, fetched), state)
    if judged:
        store(desk, listing, judged, state)
    return judged


def absorb_gone(desk: Desk, listing: Listing, external_id: str, state: SourceState) -> None:
    """Store that the place itself calls a review removed."""
    known = reviews.known(desk.db, listing.key, [external_id])
    store(desk, listing, judge_all(desk, changes.decide_gone(known, None, [external_id]), state), state)


def known_of(desk: Desk, listing_key: str, fetched: Sequence[Review]) -> dict[str, Known]:
    """Return what the store holds of fetched reviews, with their threads where a fetched one is partial."""
    return reviews.known(
        desk.db,
        listing_key,
        [review.external_id for review in fetched],
        with_threads=any(review.is_thread_partial for review in fetched),
    )


def store(desk: Desk, listing: Listing, judged: Sequence[Judged], state: SourceState) -> None:
    """Store judged changes and the source's state in one transaction, findable by their words."""
    texts = {
        done.change.review.external_id: done.search_text
        for done in judged
        if done.search_text is not None and not isinstance(done.change, Gone)
    }
    pages.save_page(
        desk.db, PageWrite(listing=listing, judged=tuple(judged), search_texts=texts, state=state), desk.now()
    )


def _searchable(review: Review, reading: Reading) -> str:
    author = review.author or ""
    parts = (review.title, review.text, review.positive, review.negative, author)
    return search_text(*parts, is_plain=reading.is_plain and is_plain(author))
