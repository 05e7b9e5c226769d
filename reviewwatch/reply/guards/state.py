"""Rules that look beyond the text: is the review still the same, and did a person say yes to these very words?

Both are kept by `approve.confirm`, the only way to a post; here its reasons become findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from reviewwatch.approve import confirm
from reviewwatch.types import Approval, Finding, FindingSeverity, OwnerReply, Review, Stale

G33: Final = "A reply answers what stands there now: an edited, deleted or answered review is read again"
G34: Final = "Nothing is posted without a named person's yes to this exact text, for this revision"


def standing(
    text: str,
    approval: Approval | None,
    review: Review | None,
    owner_replies: Sequence[OwnerReply],
    now: datetime,
) -> tuple[Finding, ...]:
    """Return what forbids posting a text now, whatever it says.

    Args:
        approval: The yes that is on record, None for none.
        review: As the place shows it now, None where it is gone.
        owner_replies: The thread as the place shows it now.
    """
    if approval is None or not approval.person.strip():
        return (Finding("G34", FindingSeverity.BLOCK, 0, len(text), "no person has approved it", G34),)
    confirmed = confirm(approval, text, review, owner_replies, (), now)
    if not isinstance(confirmed, Stale):
        return ()
    return tuple(
        Finding(rule, FindingSeverity.BLOCK, 0, len(text), reason, source)
        for reason in confirmed.reasons
        for rule, source in _BROKEN.get(reason.partition(" ")[0] + " " + reason.split()[1], _EDITED)
    )


_EDITED: Final = (("G33", G33),)
_BROKEN: Final = {
    "the text": (("G34", G34),),
    "the approval": (("G34", G34),),
    "the reviewer": (("G33", G33), ("G34", G34)),
}
"""Which rule a reason of `confirm` breaks, by how it begins: a revision that is not the approved one breaks both."""
