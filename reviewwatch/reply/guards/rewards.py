"""Rewards: never for a review, and nothing offered for all to read where the place forbids it.

Each rule is a frame (who offers what for what), not a word list: "refund" and "discount" are harmless alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.patterns import any_of, compiled
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.guards.wording import CHANGE, ITS, POST, REMOVE, without_thanks
from reviewwatch.reply.platforms import Ban
from reviewwatch.types import Finding

_G01: Final = Law("G01", "16 CFR 465.4: no compensation conditioned, even by implication, on what a review says")
_G02: Final = Law("G02", "Tripadvisor, App Store, Trustpilot, Google Play: no gifts, services or money in replies")

_FREE: Final = (
    "month|year|week|night|stay|meal|dinner|lunch|breakfast|drink|dessert|coffee|upgrade|item|product|trial|ticket"
    "|visit|session|subscription"
)
_REWARD: Final = any_of(
    r"refund(?:s|ed|ing)?",
    r"reimburse\w*",
    r"discounts?",
    r"vouchers?",
    r"coupons?",
    r"gift ?cards?",
    r"gifts?",
    r"cash ?back",
    r"compensat\w+",
    r"promo(?:tion)? codes?",
    r"credits?",
    r"bonus(?:es)?",
    r"rewards?",
    r"money back",
    r"freebies?",
    r"complimentary",
    r"\d+ ?% off",
    r"half off",
    r"\d+ ?(?:dollars|pounds|euros)",
    rf"free (?:\w+ )?(?:{_FREE})s?",
)
_MONEY: Final = r"[$€£₹] ?\d+"

_REWARDED: Final = compiled(rf"\b{_REWARD}\b", _MONEY)
_SWAP: Final = compiled(
    rf"\b(?:{CHANGE}|{REMOVE}|leav(?:e|ing)|writ(?:e|ing)|giv(?:e|ing)|post(?:ing)?|reflect(?:ed|s)? in){ITS}{POST}\b",
    rf"\b{POST}\b(?:\s+\w+){{0,3}}?\s+(?:{CHANGE}|{REMOVE}|go(?:es)? up|went up|is (?:gone|positive|down)|reflects?)\b",
    r"\b(?:review|rating)\s+(?:update|change|removal|revision|edit)\b",
    rf"\btak(?:e|ing){ITS}{POST}\s+down\b",
    r"\b(?:to|with|for|see) (?:five|5|four|4|full)[ -]?stars?\b",
    r"\b(?:a|an|another|one) (?:positive|better|good|kinder|new|five[ -]star|5[ -]star) (?:review|rating|score)\b",
)


def reward_for_change(case: Case) -> Iterator[Finding]:
    """G01: a reward and a change of the review in the same breath."""
    text = without_thanks(case.text)
    if not _REWARDED.search(text):
        return
    for start, end in case.windows(2):
        reward, swap = _REWARDED.search(text, start, end), _SWAP.search(text, start, end)
        if reward and swap:
            span = min(reward.start(), swap.start()), max(reward.end(), swap.end())
            yield _G01.block(case, *span, "ties a reward to writing, changing or removing a review")
            return


_GIVE: Final = any_of(
    "send",
    "offer",
    "give",
    "provide",
    "arrange",
    "extend",
    "grant",
    "issue",
    "treat",
    "invite",
    "upgrade",
    r"put (?:this|it|things) right with",
    r"make (?:this|it) up to you with",
)
_WE: Final = r"\b(?:we|i|let us|allow us|our team)"
# "We offer a shuttle" describes the house; "we would offer you" and "we offer you" are meant for this reader.
_KEEN: Final = (
    r"(?:'d|'ll|'re|'m| would| will| can| could| want| wish| are| am| shall)(?: also| gladly| happily| really)?"
    r"(?: like| love| happy| glad| pleased| delighted)?(?: to)?"
)
_TREAT: Final = (
    "drinks?|dinner|lunch|breakfast|meal|coffee|dessert|night|stay|visit|round|order|month|repair|upgrade|shipping"
)
_OFFER: Final = compiled(
    rf"(?:{_WE}{_KEEN} {_GIVE}|\b(?:let|allow) us(?: to)? {_GIVE}|\bwe {_GIVE} you)\b"
    rf"[^.!?]{{0,50}}?(?:\b(?:{_REWARD}|replacement)\b|{_MONEY})",
    rf"{_WE}{_KEEN} (?:refund|reimburse|compensate) (?:you|your)\b",
    rf"\b(?:{_TREAT})(?: \w+){{0,2}}? (?:is|are|will be) on (?:us|the house)\b",
    rf"(?:^|[.!?,:]\s*|\bplease )(?:enjoy|accept|claim|redeem)\b(?: \w+){{0,3}}? {_REWARD}\b",
    r"\buse (?:the |this |our )?(?:promo |discount |voucher |coupon )?code \w+",
)


def public_offer(case: Case) -> Iterator[Finding]:
    """G02: an offer of gifts, services or money for all to read."""
    found = _OFFER.search(case.text)
    if found:
        make = _G02.block if Ban.OFFERS in case.platform.bans else _G02.warn
        yield make(case, *found.span(), "offers a gift, a service or money in public, which invites more claims")


RULES: Final = (reward_for_change, public_offer)
