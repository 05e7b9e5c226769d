"""What happened to a review before: edits, owner replies, decisions, replies of ours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rich.text import Text

from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.diff import word_diff
from reviewwatch.cli.screen.look import Look, Section
from reviewwatch.cli.screen.wording import moment, rating_words
from reviewwatch.types import (
    Decision,
    DecisionKind,
    OwnerReply,
    Publication,
    PublicationState,
    Rating,
    ReplyState,
    Review,
    Revision,
    StoredReview,
)

_QUOTED: Final = 200
_DID: Final = {
    DecisionKind.APPROVE: "approved a reply",
    DecisionKind.DISMISS: "dismissed it",
    DecisionKind.HOLD: "held it",
    DecisionKind.SNOOZE: "snoozed it",
    DecisionKind.REOPEN: "reopened it",
    DecisionKind.HAND_OVER: "posted the reply by hand",
    DecisionKind.RESOLVE: "settled the reply",
    DecisionKind.REPORT: "reported it to the place",
    DecisionKind.REPORT_OUTCOME: "noted what came of the report",
    DecisionKind.UNDO: "took the last decision back",
}
STATE_WORDS: Final = {
    PublicationState.APPROVED: "approved, not sent yet",
    PublicationState.POSTING: "being sent",
    PublicationState.POSTED: "posted, not seen on the site yet",
    PublicationState.SEEN: "seen on the site",
    PublicationState.PENDING: "waiting for the site's moderation",
    PublicationState.REFUSED: "refused by the site",
    PublicationState.UNKNOWN: "unknown whether it is public",
    PublicationState.HANDED_OVER: "posted by hand",
    PublicationState.WITHDRAWN: "withdrawn",
    PublicationState.STALE: "no longer valid",
}


def history_section(
    stored: StoredReview,
    revisions: Sequence[Revision],
    decisions: Sequence[Decision],
    publications: Sequence[Publication],
    look: Look,
) -> Section | None:
    """Return the past of a review, None where it has none."""
    lines = [
        *_edits(stored.review, revisions, look),
        *(_owner_reply(reply) for reply in stored.review.owner_replies),
        *_decisions(decisions),
        *(_publication(publication) for publication in publications),
    ]
    return Section("History", Text("\n").join(lines)) if lines else None


def difference(old: Revision | Review, new: Revision | Review, look: Look) -> Text:
    """Return what differs between two versions of a review: the rating in words, the texts as a short diff."""
    parts = []
    if _as_number(old.rating) != _as_number(new.rating):
        parts.append(Text(f"{rating_words(old.rating)} → {rating_words(new.rating)}"))
    for label, before, after in (
        ("title: ", old.title, new.title),
        ("", old.text, new.text),
        ("liked: ", old.positive, new.positive),
        ("disliked: ", old.negative, new.negative),
    ):
        if before != after:
            parts.append(Text(label).append_text(word_diff(before, after, look.has_color)))
    return Text("; ").join(parts)


def _as_number(rating: Rating | None) -> tuple[float, float] | None:
    return (rating.value, rating.best) if rating else None


def _edits(review: Review, revisions: Sequence[Revision], look: Look) -> list[Text]:
    versions: list[Revision | Review] = [*sorted(revisions, key=lambda revision: revision.number), review]
    return [
        Text(f"{moment(old.replaced_at)} the reviewer changed it: ").append_text(difference(old, new, look))
        for old, new in pairwise(versions)
        if isinstance(old, Revision)
    ]


def _owner_reply(reply: OwnerReply) -> Text:
    who = safe(reply.author or reply.account or "the owner")
    state = "" if reply.state is ReplyState.PUBLISHED else f" ({reply.state})"
    return Text(f"{moment(reply.created_at)} {who} answered{state}: {_short(reply.text)}")


def _decisions(decisions: Sequence[Decision]) -> list[Text]:
    undone = {decision.undoes for decision in decisions}
    return [_decision(decision, decision.decision_id in undone) for decision in decisions]


def _decision(decision: Decision, is_undone: bool) -> Text:
    until = f" until {moment(decision.until)}" if decision.until else ""
    reason = f": {safe(decision.reason)}" if decision.reason and decision.kind is not DecisionKind.UNDO else ""
    undone = " (taken back)" if is_undone else ""
    return Text(f"{moment(decision.decided_at)} {safe(decision.person)} {_DID[decision.kind]}{until}{reason}{undone}")


def _publication(publication: Publication) -> Text:
    detail = f", {safe(publication.detail)}" if publication.detail else ""
    return Text(f"Our reply, {STATE_WORDS[publication.state]}{detail}: {_short(publication.text)}")


def _short(text: str) -> str:
    line = safe(text[: _QUOTED * 4])
    return f"“{line}”" if len(line) <= _QUOTED else f"“{line[: _QUOTED - 1]}…”"
