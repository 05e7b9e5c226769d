"""What became of a reply that was due, with what changed under it and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.history import difference
from reviewwatch.cli.screen.look import Look
from reviewwatch.cli.screen.wording import moment
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.types import OwnerReply, StoredReview

if TYPE_CHECKING:
    from reviewwatch.flow.post import PostOutcome


def is_well(outcome: PostOutcome) -> bool:
    """Say whether a reply was sent and nothing is left to do."""
    return outcome.was_sent and not outcome.next_step


def outcome_lines(outcome: PostOutcome, look: Look) -> list[Text]:
    """Return one outcome: what happened, what the reviewer and others changed meanwhile, what to do next."""
    review_id = to_text(REVIEW, outcome.publication.review_id)
    style = "" if is_well(outcome) else look.style("bold red")
    lines = [Text.assemble((review_id, look.style("bold")), "  ", (safe(outcome.message), style))]
    if outcome.before is not None and outcome.after is not None:
        lines += [Text("  ").append_text(line) for line in changed_lines(outcome.before, outcome.after, look)]
    if outcome.next_step:
        lines.append(Text(f"  {as_called(outcome.next_step)}"))
    return lines


def changed_lines(before: StoredReview, after: StoredReview, look: Look) -> list[Text]:
    """Return what differs between the review as approved on and as it stands: both versions, and new answers."""
    lines = []
    changed = difference(before.review, after.review, look)
    if changed:
        lines.append(Text("The reviewer changed it: ").append_text(changed))
    if after.gone_at is not None and before.gone_at is None:
        lines.append(Text(f"It is gone from the site: {safe(after.gone_proof or '')}"))
    known = {_key(reply) for reply in before.review.owner_replies}
    lines += [_answered(reply) for reply in after.review.owner_replies if _key(reply) not in known]
    return lines


def _key(reply: OwnerReply) -> tuple[str | None, str | None, str]:
    return reply.external_id, reply.account, reply.text


def _answered(reply: OwnerReply) -> Text:
    who = safe(reply.author or reply.account or "somebody")
    return Text(f"{who} answered on {moment(reply.created_at)}: “{safe(reply.text)}”")
