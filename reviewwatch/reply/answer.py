"""Answer in full, thank briefly, hold or leave alone: which, why, and what a person does best then. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.understood import Hold, HoldReason, Understood
from reviewwatch.types import Answer, Assessment, Band, Review

if TYPE_CHECKING:
    from reviewwatch.config import RepliesConfig

_GOOD: Final = 0.7
"""Share of the rating from which a review is a happy one: four of five stars."""
_BEST: Final = 0.95
"""The same for one that leaves no star out."""
_MIDDLE: Final = 0.5
_BARE: Final = 3
"""Words up to which a happy text says nothing to come back to."""
_NO_ANSWER: Final = re.compile(
    r"\bno (?:need (?:to|for (?:a|an|any)) (?:reply|answer|response)|(?:reply|answer|response) (?:needed|necessary|"
    r"required|please|wanted|expected))\b"
    r"|\b(?:do not|don't|please don't|no need to|needn't|need not) (?:bother )?(?:to )?(?:reply|answer|respond)\b",
    re.IGNORECASE,
)
_TO_READERS: Final = re.compile(
    r"^\W*(?:(?:to|@|hey|dear|answer to|reply to|in reply to|in response to|re:?) ?(?:all )?"
    r"(?:the|that|those|whoever|you)\b[^.!?:]{0,60}?\b(?:wrote|write|writing|posted|reviews?|reviewers?|reviewed"
    r"|before me|above|below|complain\w*|moan\w*|commented|comments?)\b|@ ?\w+)"
    r"|\b(?:reviews?|reviewers?|posters?|comments?|ratings?|person|guy|lady|man|woman|gentleman) "
    r"(?:(?:two|three|just|right) )?(?:reviews? )?(?:above|below|down|up|before me)\b"
    r"|\b(?:previous|earlier|last|other) (?:reviewers?|posters?|commenters?)\b",
    re.IGNORECASE,
)
"""How a review turns to another reader."""
_WORD: Final = re.compile(r"[^\W_]+")

_HELD: Final = {
    HoldReason.NO_TEXT: (
        "there are stars and no words",
        "Leave it, or thank or ask by hand: there is nothing that an answer could take up.",
    ),
    HoldReason.SPAM: (
        "it advertises, or says nothing of you",
        "Do not answer. Report it by the platform's form, then note that here: `reviewwatch reported`.",
    ),
    HoldReason.OFF_TOPIC: (
        "it is about somebody or something else",
        (
            "Report it as off topic by the platform's form. If you answer, say only that you may not be the "
            "one who is meant."
        ),
    ),
    HoldReason.EXTORTION: (
        "it ties the review to money or gifts",
        (
            "Do not offer anything and do not argue. Keep the evidence (text, messages, dates) and report it "
            "by the platform's form."
        ),
    ),
    HoldReason.LITIGATION: (
        "it speaks of a court, a lawyer, the police, an insurer or an authority",
        "Say nothing in public before your lawyer or insurer has seen it. Keep all records of the case.",
    ),
    HoldReason.PRESS: (
        "its author writes for the press, or has told it",
        "Hand it to whoever speaks to the press for you. An answer here will be quoted.",
    ),
    HoldReason.SAFETY: (
        "somebody was hurt or in danger",
        "Phone the manager on duty now: secure the place or stop the sale, then reach the author in person.",
    ),
    HoldReason.MINORS: (
        "it concerns a child, or a child wrote it",
        "Phone the person responsible for child safety now. Ask a child nothing in public, not even to write to you.",
    ),
    HoldReason.DISCRIMINATION: (
        "it tells of unequal treatment",
        (
            "Hand it to the manager or whoever is responsible for equal treatment; hear both sides before "
            "anything is said in public."
        ),
    ),
    HoldReason.SELF_HARM: (
        "its author may be in danger of self-harm",
        (
            "A trained person answers now, kindly and without a template, and names a local crisis line; use "
            "the platform's form for people in danger."
        ),
    ),
    HoldReason.HEALTH_DATA: (
        "any answer would say something about somebody's health or care",
        (
            "Use only a text that your privacy officer approved, which neither confirms nor denies that "
            "anybody is a patient."
        ),
    ),
    HoldReason.CLIENT_DATA: (
        "any answer would say something about a client or a matter",
        "Use only a text that a partner approved: your duty of silence holds though the author speaks of it.",
    ),
    HoldReason.BREACH: (
        "personal data may be in the wrong hands",
        "Call your data protection officer now: a deadline to report may be running. Confirm nothing in public.",
    ),
    HoldReason.ABUSE: (
        "it threatens or insults people",
        (
            "Do not answer. Warn the person who is threatened, keep the evidence, report it by the "
            "platform's form, and the police if there is danger."
        ),
    ),
    HoldReason.INSIDER: (
        "its author works or worked for you, is close to you, or competes with you",
        (
            "Check it with the manager. If it praises you, ask the author to take it down: reviews by "
            "insiders must be marked. Report a rival's by the form."
        ),
    ),
    HoldReason.LANGUAGE: (
        "nobody here writes its language",
        "Find somebody who reads and writes it; an answer in another language helps nobody.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Which reviews are answered.

    Long answers to praise lower later ratings (Wang and Chaudhry, Journal of Marketing Research 2018), so happy reviews
    get brief thanks, and only some of them.

    Attributes:
        thank: Share of the happy reviews that are thanked; the review's id decides, so that the answer stays the same.
        max_age: Reviews that are older are left alone; None for no bound.
        answered_anyway: Reasons to hold that do not apply here.
    """

    thank: float = 0.3
    max_age: timedelta | None = None
    answered_anyway: frozenset[HoldReason] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done about a review.

    Attributes:
        why: In words for a person; never words of the review.
        next_step: What a person does best where it is held.
        is_brief: Thanks in a sentence or two, no more.
        hold: The gravest reason, where it is held.
    """

    answer: Answer
    why: str
    next_step: str = ""
    is_brief: bool = False
    hold: Hold | None = None


def policy_of(config: RepliesConfig) -> Policy:
    """Return the policy that stands in the config."""
    return Policy(
        thank=config.thank,
        max_age=config.max_age,
        answered_anyway=frozenset(map(HoldReason, config.answered_anyway)),
    )


def answer(
    review: Review,
    assessment: Assessment,
    understood: Understood,
    platform: Platform,
    policy: Policy = Policy(),
    now: datetime | None = None,
    has_owner_reply: bool | None = None,
) -> Decision:
    """Decide whether a review is answered, and how.

    Reasons to hold come first, whatever the stars; then what makes an answer pointless; then what asks for one.

    Args:
        platform: Where it stands; one that takes no public replies gets no thanks, only help in private.
        now: To tell its age; without, age does not count.
        has_owner_reply: Somebody answered already; None to look into the review's thread.
    """
    if held := _held(understood.holds, policy):
        return held
    if left := _left_alone(review, platform, policy, now, has_owner_reply):
        return left
    if _is_to_readers(review, understood) and not _is_happy(review):
        return Decision(Answer.SKIP, "a word to another reader, not to you")
    return _asked(review, understood) or _by_mood(review, assessment, understood, policy)


def held_for(holds: Sequence[Hold], policy: Policy) -> str:
    """Return why a review is held, the gravest first, in words for a person; empty where it is not."""
    return "; ".join(_HELD[hold.reason][0] for hold in _standing(holds, policy)[:3])


def _standing(holds: Sequence[Hold], policy: Policy) -> list[Hold]:
    return [hold for hold in holds if hold.reason not in policy.answered_anyway]


def _held(holds: Sequence[Hold], policy: Policy) -> Decision | None:
    why, standing = held_for(holds, policy), _standing(holds, policy)
    if not standing:
        return None
    return Decision(Answer.HOLD, f"held: {why}", _HELD[standing[0].reason][1], hold=standing[0])


def _left_alone(
    review: Review, platform: Platform, policy: Policy, now: datetime | None, has_owner_reply: bool | None
) -> Decision | None:
    if has_owner_reply or (has_owner_reply is None and review.owner_replies):
        return Decision(Answer.SKIP, "somebody answered already")
    written_at = review.updated_at or review.created_at
    if policy.max_age is not None and now is not None and written_at is not None and now - written_at > policy.max_age:
        return Decision(Answer.SKIP, f"older than {policy.max_age.days} days")
    if any(_NO_ANSWER.search(text) for text in (review.title, review.text)):
        return Decision(Answer.SKIP, "the author asks for no answer")
    if not platform.takes_replies and _is_happy(review):
        return Decision(Answer.SKIP, f"{platform.name} takes no public replies, and a happy author needs no message")
    return None


def _asked(review: Review, understood: Understood) -> Decision | None:
    if understood.requests:
        return Decision(Answer.REPLY, "the author asks you something")
    if understood.conditions and understood.issues:
        return Decision(Answer.REPLY, "the author says what would win them over")
    worst = max((issue.severity for issue in understood.issues), default=0)
    if worst > 1 or (worst == 1 and not _is_happy(review)):
        return Decision(Answer.REPLY, "the author complains of something")
    return None


def _by_mood(review: Review, assessment: Assessment, understood: Understood, policy: Policy) -> Decision:
    if _is_happy(review) or (review.rating is None and assessment.band is Band.PROMOTER):
        return _happy(review, assessment, understood, policy)
    if review.rating is None and assessment.band is not Band.DETRACTOR and not understood.goods:
        return Decision(Answer.SKIP, "nothing to answer: neither praise nor a complaint nor a question")
    if _is_bare(review) and (assessment.band is not Band.DETRACTOR or _is_even(review, assessment, understood)):
        return Decision(Answer.SKIP, "nothing to answer: a word or two, neither good nor bad")
    return Decision(Answer.REPLY, "the author is not happy")


def _happy(review: Review, assessment: Assessment, understood: Understood, policy: Policy) -> Decision:
    if _is_bare(review):
        return Decision(Answer.SKIP, "happy, with nothing that an answer could take up")
    if assessment.is_praise or understood.names:
        return Decision(Answer.REPLY, "praises people by name: brief thanks", is_brief=True)
    if understood.issues and not _is_best(review):
        return Decision(Answer.REPLY, "happy, but for one thing: brief thanks, and a word on it", is_brief=True)
    if _is_drawn(review, policy.thank):
        return Decision(Answer.REPLY, f"happy: one of the {policy.thank:.0%} that are thanked", is_brief=True)
    return Decision(Answer.SKIP, f"happy: {policy.thank:.0%} of such reviews are thanked, and this is none of them")


def _is_happy(review: Review) -> bool:
    return review.rating is not None and review.rating.share >= _GOOD


def _is_even(review: Review, assessment: Assessment, understood: Understood) -> bool:
    """Say whether middling stars stand over words that tell of nothing bad: "alright"."""
    is_middling = review.rating is not None and review.rating.share >= _MIDDLE
    return is_middling and not understood.issues and (assessment.sentiment or 0.0) >= 0.0


def _is_to_readers(review: Review, understood: Understood) -> bool:
    """Say whether a review turns to somebody who wrote before, and complains of nothing that could be named."""
    is_named = any(one.aspect or one.noun or one.theme for one in understood.issues)
    return not is_named and any(_TO_READERS.search(text[:200]) for text in (review.title, review.text))


def _is_best(review: Review) -> bool:
    return review.rating is not None and review.rating.share >= _BEST


def _is_bare(review: Review) -> bool:
    texts = (review.title, review.text, review.positive, review.negative)
    return sum(len(_WORD.findall(text[:200])) for text in texts) <= _BARE


def _is_drawn(review: Review, share: float) -> bool:
    drawn = sha256(f"{review.listing_key}\0{review.external_id}".encode("utf-8", "replace")).digest()
    return int.from_bytes(drawn[:4], "big") < share * 2**32
