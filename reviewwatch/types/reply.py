"""A reply on its way from draft to what the site answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewwatch.types.review import ReplyState


class FindingSeverity(StrEnum):
    """What a rule's finding does to an approval."""

    WARN = "warn"
    BLOCK = "block"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a reply text.

    Attributes:
        rule: Its id, G01 to G40.
        start, end: The span in the reply.
        source: Law or platform rule behind it.
        fix: Text that would replace the span, None where no mend is known.
    """

    rule: str
    severity: FindingSeverity
    start: int
    end: int
    why: str
    source: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft, and what allows it to be said.

    Attributes:
        move: What it does: "greet", "thank", "name", "apologize", "correct", "concede", "explain", "remedy", "contact",
            "ask", "close", "sign".
        licence: At least one of `review:<field>:<start>-<end>`, `fact:<id>`, `remedy:<id>`, `contact:<id>`,
            `macro:<id>`, `courtesy`. A sentence of the machine without one cannot be approved.
    """

    text: str
    move: str
    licence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggested reply, never public.

    Attributes:
        drafter: Name and version of what wrote it, or the person's id.
        content_hash: The revision of the review that it answers.
        sentences: In the order of the text; empty where a person wrote it.
        twin: The same plan in the approver's language, empty where the draft is in it already.
        why: What it does that the other proposed drafts do not, in one line; empty where a person wrote it.
        note: What became of the language model, in a clause for a person: that it put the draft, or why it did not;
            empty where none is configured.
    """

    text: str
    lang: str
    drafter: str
    content_hash: str
    sentences: tuple[DraftSentence, ...] = ()
    twin: str = ""
    why: str = ""
    note: str = ""


class Answer(StrEnum):
    """What is to be done about a review."""

    REPLY = "reply"
    HOLD = "hold"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the drafter proposes for a review.

    Attributes:
        why: The reason in words for a person; never words of the review.
        next_step: What a person does best where it is held, empty otherwise.
        drafts: At most three that differ in substance, the best first; a held or skipped review has none.
    """

    answer: Answer
    why: str
    drafts: tuple[Draft, ...] = ()
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply would appear.

    Attributes:
        listing_key, external_id: The review.
        address: Base address that a post goes to, None where a person posts by hand.
    """

    listing_key: str
    external_id: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A named person's yes to exact text for an exact revision at an exact place.

    Attributes:
        text_hash: Of the exact text.
        content_hash: The revision that the person read.
        thread_hash: The owner replies that the person saw.
        account: Whose name it appears under, None where the site shows the person's own.
        acknowledged: Rules whose warnings the person saw and accepted.
        vouched: Sentences of this text, and of no other, whose truth the person answers for.
        rules_version: The rules that were run then. Recorded, not bound.
        is_demo: Made by the demo, good for loopback addresses alone.
    """

    person: str
    approved_at: datetime
    text_hash: str
    content_hash: str
    thread_hash: str
    target: Target
    account: str | None
    acknowledged: tuple[str, ...] = ()
    vouched: tuple[str, ...] = ()
    rules_version: str = ""
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class ApprovedReply:
    """A text that may be posted now. Only `approve.confirm` makes one."""

    approval: Approval
    text: str


@dataclass(frozen=True, slots=True)
class Stale:
    """An approval that no longer holds.

    Attributes:
        reasons: What differs, each a clause for the person who approves again.
    """

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """What a site answered when it took a reply.

    Attributes:
        state: PUBLISHED, or PENDING where the site moderates first.
        account: Whose name it stands under, as the site says.
    """

    state: ReplyState
    external_id: str | None = None
    url: str | None = None
    account: str | None = None
