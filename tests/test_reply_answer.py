"""Which reviews are answered, thanked, held or left alone, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reviewwatch.assess import assess
from reviewwatch.config import RepliesConfig
from reviewwatch.config.names import HOLD_REASONS
from reviewwatch.reply.answer import Decision, Policy, answer, policy_of
from reviewwatch.reply.platforms import load
from reviewwatch.reply.reading import understand
from reviewwatch.reply.understood import HoldReason
from reviewwatch.types import Answer, Business, OwnerReply, Rating, Review

NOW = datetime(2026, 9, 15, tzinfo=UTC)


def decide(
    text: str,
    stars: int,
    policy: Policy | None = None,
    review_id: str = "r1",
    created_at: datetime | None = None,
    owner_replies: tuple[OwnerReply, ...] = (),
) -> Decision:
    """Decide about a review of some stars."""
    review = Review(
        listing_key="x:1",
        external_id=review_id,
        text=text,
        rating=Rating(str(stars), float(stars)),
        created_at=created_at,
        owner_replies=owner_replies,
    )
    judged = assess(review)
    known = understand(review, judged, Business(brand_id="", name=""))
    return answer(review, judged, known, load("none"), policy or Policy(), now=NOW)


def test_a_complaint_is_answered_in_full() -> None:
    """Somebody who is unhappy gets an answer, and it says why."""
    decision = decide("The room was cold and nobody came.", 2)
    assert (decision.answer, decision.is_brief) == (Answer.REPLY, False)
    assert decision.why


def test_a_question_in_praise_is_answered_in_full() -> None:
    """A request asks for more than thanks."""
    assert decide("The cake is a dream. Can I have the recipe?", 5) == Decision(
        Answer.REPLY, "the author asks you something"
    )


@pytest.mark.parametrize(("share", "expected"), [(0.0, set()), (1.0, {f"r{n}" for n in range(30)})])
def test_happy_reviews_are_thanked_by_quota(share: float, expected: set[str]) -> None:
    """The share of thanks is configured: none, or all."""
    thanked = {
        name
        for name in (f"r{n}" for n in range(30))
        if decide("A warm room and a quiet, lovely garden.", 5, Policy(thank=share), name).is_brief
    }
    assert thanked == expected


def test_whom_thanks_reach_stays_the_same() -> None:
    """The review's id decides: the same review gets the same answer, and about the share asked for are drawn."""
    policy = Policy(thank=0.3)
    names = [f"r{n}" for n in range(200)]
    text = "A warm room and a quiet, lovely garden."
    once = [decide(text, 5, policy, name).is_brief for name in names[:60]]
    assert once == [decide(text, 5, policy, name).is_brief for name in names[:60]]
    assert 8 <= sum(once) <= 30


def test_a_bare_happy_word_is_left_alone() -> None:
    """There is nothing that an answer could take up."""
    assert decide("Great", 5).answer is Answer.SKIP
    assert decide("👍👍", 5).answer is Answer.SKIP


def test_an_author_who_wants_no_answer_gets_none() -> None:
    """A wish that is put into words is kept."""
    assert decide("Perfect, no need to answer this.", 5).answer is Answer.SKIP


@pytest.mark.parametrize("stars", [1, 3, 5])
def test_a_held_review_says_why_and_what_to_do(stars: int) -> None:
    """Whatever the stars, with the next step for a person."""
    decision = decide("The lamp sparked and burned my hand.", stars)
    assert decision.answer is Answer.HOLD
    assert decision.hold is not None
    assert decision.hold.reason is HoldReason.SAFETY
    assert "manager on duty" in decision.next_step


def test_a_reason_that_does_not_apply_here_holds_nothing() -> None:
    """The policy can take reasons away."""
    policy = policy_of(RepliesConfig(answered_anyway=("press",)))
    text = "A reporter told me of the soup, and it was cold."
    assert decide(text, 2).answer is Answer.HOLD
    assert decide(text, 2, policy).answer is Answer.REPLY


def test_old_and_answered_reviews_are_left_alone() -> None:
    """Age counts where it is configured, and a thread with an answer needs no second one."""
    policy = Policy(max_age=timedelta(days=30))
    old = NOW - timedelta(days=31)
    assert decide("The room was cold.", 2, policy, created_at=old).why == "older than 30 days"
    assert decide("The room was cold.", 2, created_at=old).answer is Answer.REPLY
    assert decide("The room was cold.", 2, owner_replies=(OwnerReply("Sorry."),)).answer is Answer.SKIP


def test_config_knows_every_reason() -> None:
    """The names in the config are those of the reasons."""
    assert set(HOLD_REASONS) == {reason.value for reason in HoldReason}
