"""The keys of a session, what each is for, and the reasons that a person need not type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewwatch.cli.screen.face import Choice
from reviewwatch.cli.screen.reply import Working, lacks_backing, mendable
from reviewwatch.types import CaseState, FindingSeverity, StoredReview

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket

KNOW: Final = Choice("k", "add what backs it")
"""Offered where a sentence says what no fact or remedy backs."""
NEXT_DRAFT: Final = Choice("n", "next draft", is_harmless=True)
MEND: Final = Choice("t", "take the mend")
"""Offered where another draft is proposed, and where a rule knows how to put the text right."""

KEYS: Final = (
    Choice("a", "approve"),
    Choice("e", "edit", is_harmless=True),
    Choice("w", "write", is_harmless=True),
    Choice("d", "dismiss"),
    Choice("x", "wrong flag"),
    Choice("h", "hold"),
    Choice("z", "snooze"),
    Choice("s", "skip"),
    Choice("u", "undo"),
    Choice("q", "quit", is_harmless=True),
    Choice("?", "help", is_harmless=True),
)
MISSED: Final = Choice("f", "missed flag")
RELEASE: Final = Choice("r", "release")
"""Offered in the place of `x` where nothing is flagged, and where a review is held."""
HELP: Final = """\
a  approve the reply exactly as it stands; it is posted after the undo window, never before
e  edit it in your editor ($VISUAL, else $EDITOR); it is checked and shown again; what was left half written is offered
w  write a reply from scratch in your editor
n  the next of the proposed drafts, each with what it does that the others do not; your own text comes after the last
t  take the mend that a rule proposes, the gravest first; the text is checked again
k  add the fact or the remedy that backs a sentence, where a rule misses one; it then stands in the config
d  dismiss the review, with a reason: it needs no reply
x  wrong flag: dismiss it, and let the detector learn from it; f on one that is not flagged: it should have been
h  hold it for a trained person, with a reason; r gives a held one back to the queue
z  snooze it: it comes back later
s  skip it for now; skipped reviews are offered again at the end
u  take back the last act of this session, one at a time
m  read on where a review is longer than the screen; b goes back
q  quit: says what was approved, what waits, and the command that sends it"""

OWN_WORDS: Final = Choice("o", "own words")
DISMISSALS: Final = {"1": "no reply needed", "2": "spam or fake", "3": "answered elsewhere", "4": "not about us"}
HOLDS: Final = {"1": "legal", "2": "health or safety", "3": "facts are missing"}
SNOOZES: Final = {"1": "tomorrow", "2": "3d", "3": "7d"}
SNOOZE_WORDS: Final = {"1": "until tomorrow morning", "2": "for 3 days", "3": "for a week"}


def verdict(working: Working) -> str:
    """Return what the rules make of a text, in a clause."""
    severities = {finding.severity for finding in working.findings}
    if FindingSeverity.BLOCK in severities:
        return "it cannot be approved as it stands, see the checks"
    return "a asks about the checks, then approves it" if severities else "a approves it as it stands"


def keys_of(ticket: Ticket, working: Working, has_own: bool = False) -> tuple[Choice, ...]:
    """Return the keys that mean something for a review and the reply that a person is at.

    Args:
        has_own: There is a text of theirs besides the drafts.
    """
    n_texts = len(ticket.suggestion.drafts) + (has_own or working.origin != "draft")
    of_reply = (
        *((NEXT_DRAFT,) if n_texts > 1 and ticket.suggestion.drafts else ()),
        *((MEND,) if mendable(working) else ()),
        *((KNOW,) if lacks_backing(working) else ()),
    )
    keys = _keys_of_review(ticket.stored)
    return (*keys[:3], *of_reply, *keys[3:])


def _keys_of_review(stored: StoredReview) -> tuple[Choice, ...]:
    if stored.case.state is CaseState.HELD:
        return (*KEYS[:4], RELEASE, *KEYS[4:])
    if stored.flag is None and stored.case.state is not CaseState.OPEN:
        return tuple(MISSED if choice.key == "x" else choice for choice in KEYS)
    return KEYS
