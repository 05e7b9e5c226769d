"""A person's yes to exact text for an exact revision at an exact place, and whether it still holds at posting. Pure.

`confirm` is the only maker of `ApprovedReply`, and an `ApprovedReply` is all that can be posted.
Why: docs/decisions, and rules G33 and G34 of the reply rules.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from hashlib import blake2b
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from reviewwatch.changes import content_hash as hash_content
from reviewwatch.changes import thread_hash as hash_thread
from reviewwatch.errors import (
    AlreadyRepliedError,
    ApprovalError,
    ForbiddenReplyError,
    StaleApprovalError,
    UnacknowledgedError,
)
from reviewwatch.text import sentences
from reviewwatch.types import (
    Approval,
    ApprovedReply,
    Finding,
    FindingSeverity,
    OwnerReply,
    Review,
    Stale,
    StoredReview,
    Target,
)

_TEXT_HASH_BYTES: Final = 16

_QUOTED: Final = 60
VOUCHABLE: Final = frozenset({"G23", "G24"})
"""Rules on facts that the business has not written down; a person may answer for those. Law and platform rules are not
among them."""


def text_hash(text: str) -> str:
    """Return 32 hex digits over the exact text, blanks and all."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_TEXT_HASH_BYTES).hexdigest()


def approve(
    *,
    text: str,
    review: Review,
    content_hash: str,
    thread_hash: str,
    person: str,
    target: Target,
    account: str | None,
    findings: Sequence[Finding],
    acknowledged: Collection[str],
    now: datetime,
    rules_version: str,
    vouched: Sequence[str] = (),
    is_demo: bool = False,
    review_id: int = 0,
) -> Approval:
    """Bind a person's yes to what they saw.

    Args:
        content_hash, thread_hash: Of the revision and the owner replies that the person read.
        findings: What the rules say of this text now.
        acknowledged: Rules whose warnings the person accepted, or whose hold they took on themselves; only those that
            did warn or hold are recorded, so that nobody accepts anything in advance.
        vouched: Sentences for whose truth the person answers; only those that stand in the text are recorded, so that
            nobody vouches for another reply.
        is_demo: Good for loopback addresses alone.
        review_id: For the error.

    Raises:
        ForbiddenReplyError: A rule blocks the text, or holds the review and nobody took it on, or the text is empty.
        UnacknowledgedError: A rule warns and the person has not accepted it.
        ApprovalError: The target is another review's, or a demo's approval would leave this machine.
    """
    _refuse_place(review, target, is_demo, review_id)
    _refuse_text(text, findings, acknowledged, review_id)
    warned = {finding.rule for finding in findings if finding.severity is not FindingSeverity.BLOCK}
    return Approval(
        person=person,
        approved_at=now,
        text_hash=text_hash(text),
        content_hash=content_hash,
        thread_hash=thread_hash,
        target=target,
        account=account,
        acknowledged=tuple(sorted(warned.intersection(acknowledged))),
        vouched=tuple(one for one in vouched if one in text),
        rules_version=rules_version,
        is_demo=is_demo,
    )


def confirm(
    approval: Approval,
    text: str,
    review: Review | None,
    owner_replies: Sequence[OwnerReply],
    findings: Sequence[Finding],
    now: datetime,
) -> ApprovedReply | Stale:
    """Say whether an approval still holds, just before posting.

    Args:
        review: As the place shows it now, None where it is gone.
        owner_replies: The whole thread as the place shows it now.
        findings: What the rules say of the text now; the rules may have changed since.

    Returns:
        What may be posted, or every reason why not.
    """
    reasons = [
        *_text_reasons(approval, text),
        *_review_reasons(approval, review),
        *(_thread_reasons(approval, owner_replies) if review else ()),
        *_finding_reasons(findings, approval.acknowledged),
        *_standing_reasons(approval, now),
    ]
    return Stale(tuple(reasons)) if reasons else ApprovedReply(approval, text)


def to_vouch_for(text: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the sentences of a text that say what no fact backs, for which a person can answer by name.

    Raises:
        ForbiddenReplyError: The text breaks a rule that nobody can vouch away; it is cited.
    """
    stopping = [finding for finding in findings if finding.severity is FindingSeverity.BLOCK]
    if stopping:
        raise ForbiddenReplyError(f"nobody can vouch for that: {_listed(stopping, text)}", 0, _rules(stopping))
    unbacked = [finding for finding in findings if finding.rule in VOUCHABLE]
    return tuple(
        text[start:end].strip()
        for start, end in sentences(text)
        if any(finding.start < end and start < finding.end for finding in unbacked)
    )


def refuse_if_changed(shown: StoredReview, stored: StoredReview) -> None:
    """Refuse an approval of something else than what the store holds by now.

    Args:
        shown: What the person had before them.
        stored: What the store holds at the moment of writing.

    Raises:
        StaleApprovalError: The review reads differently, or is gone.
        AlreadyRepliedError: The owner replies differ.
    """
    if stored.gone_at is not None:
        raise StaleApprovalError(f"the review is gone from the site: {stored.gone_proof}", stored.review_id)
    if shown.content_hash != stored.content_hash:
        raise StaleApprovalError("the review was edited while you were reading it", stored.review_id)
    if shown.thread_hash != stored.thread_hash:
        raise AlreadyRepliedError(_who_replied(stored.review.owner_replies), stored.review_id)


def is_loopback(address: str | None) -> bool:
    """Say whether a base address can only lead to this machine.

    Only `localhost`, 127.0.0.0/8 and ::1 as the whole host count; a name that merely starts so, a user name before
    the host, and characters that two readers of addresses may read differently do not.
    """
    if not address or not address.isascii() or not address.isprintable() or set(" \\@") & set(address):
        return False
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
        return parts.scheme in ("http", "https") and (host == "localhost" or ip_address(host or "").is_loopback)
    except ValueError:
        return False


def _refuse_place(review: Review, target: Target, is_demo: bool, review_id: int) -> None:
    if (target.listing_key, target.external_id) != (review.listing_key, review.external_id):
        raise ApprovalError("the reply is aimed at another review than the one that was read; open it again", review_id)
    if is_demo and not is_loopback(target.address):
        where = target.address or "a person to post"
        raise ApprovalError(f"the demo approves for this machine alone, not for {where}", review_id)


def _refuse_text(text: str, findings: Sequence[Finding], acknowledged: Collection[str], review_id: int) -> None:
    if not text.strip():
        raise ForbiddenReplyError("the reply is empty; write one, or dismiss the review", review_id)
    stopping = [finding for finding in findings if _stops(finding, acknowledged)]
    if stopping:
        raise ForbiddenReplyError(_listed(stopping, text), review_id, _rules(stopping))
    unread = [finding for finding in findings if finding.rule not in acknowledged]
    if unread:
        raise UnacknowledgedError(_listed(unread, text), review_id, _rules(unread))


def _stops(finding: Finding, acknowledged: Collection[str]) -> bool:
    """Say whether a finding ends an approval: a block always, a hold unless a person took the review on by name."""
    is_held = finding.severity is FindingSeverity.HOLD and finding.rule not in acknowledged
    return finding.severity is FindingSeverity.BLOCK or is_held


def _rules(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.rule for finding in findings))


def _listed(findings: Sequence[Finding], text: str) -> str:
    cited = (f"{one.rule} {one.severity}:{_quoted(one, text)} {one.why} ({one.source})" for one in findings)
    return "; ".join(dict.fromkeys(cited))


def _quoted(finding: Finding, text: str) -> str:
    """Return the words that a finding is about, since its clause goes on with them."""
    words = text[finding.start : finding.end]
    return f" “{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words.strip() else ""


def _text_reasons(approval: Approval, text: str) -> list[str]:
    if text_hash(text) == approval.text_hash:
        return []
    return [f"the text is not the one that {approval.person} approved"]


def _review_reasons(approval: Approval, review: Review | None) -> list[str]:
    if review is None:
        return ["the review is gone from the site"]
    if (review.listing_key, review.external_id) != (approval.target.listing_key, approval.target.external_id):
        return ["the place answered with another review than the one approved for"]
    if hash_content(review) != approval.content_hash:
        return [f"the reviewer changed the text or the rating after {approval.person} read it"]
    return []


def _thread_reasons(approval: Approval, owner_replies: Sequence[OwnerReply]) -> list[str]:
    if hash_thread(owner_replies) == approval.thread_hash:
        return []
    after = [reply for reply in owner_replies if reply.created_at is None or reply.created_at > approval.approved_at]
    return [_who_replied(after or owner_replies)]


def _who_replied(owner_replies: Sequence[OwnerReply]) -> str:
    """Name who stands in a thread that is not the one that was read."""
    if not owner_replies:
        return "an owner reply that stood under the review is no longer there"
    names = dict.fromkeys(reply.author or reply.account or "somebody of the business" for reply in owner_replies)
    return f"the owner replies on the site are not those that were read: {', '.join(names)} answered"


def _finding_reasons(findings: Sequence[Finding], acknowledged: Collection[str]) -> list[str]:
    new = [
        finding for finding in findings if finding.severity is FindingSeverity.BLOCK or finding.rule not in acknowledged
    ]
    verbs = {
        FindingSeverity.BLOCK: "now blocks the text",
        FindingSeverity.HOLD: "now holds the review for a trained person",
        FindingSeverity.WARN: "warns and nobody has accepted it",
    }
    return list(dict.fromkeys(f"rule {finding.rule} {verbs[finding.severity]}: {finding.why}" for finding in new))


def _standing_reasons(approval: Approval, now: datetime) -> list[str]:
    reasons = []
    if approval.approved_at > now:
        reasons.append("the approval is dated ahead of now; check this machine's clock")
    if approval.is_demo and not is_loopback(approval.target.address):
        reasons.append("the approval is the demo's and good for this machine alone")
    return reasons
