"""What a person takes upon themselves with an approval: sentences they vouch for, warnings they accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reviewwatch import approve as approval_rules
from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.face import Choice, Face
from reviewwatch.cli.screen.reply import Working, finding_words
from reviewwatch.flow import decide
from reviewwatch.types import Finding, FindingSeverity

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket

_BACK: Final = Choice("n", "no, back")
_TAKING_ON: Final = "A review like this is for somebody trained for it. Your name is kept with this reply."
_VOUCHING: Final = (
    "No fact of the business backs this. Your name and the time are kept with this reply, and only with it."
)


@dataclass(frozen=True, slots=True)
class Consent:
    """What was accepted: rules whose warnings were seen, and sentences that were vouched for."""

    acknowledged: tuple[str, ...] = ()
    vouched: tuple[str, ...] = ()


def ask_consent(face: Face, ticket: Ticket, working: Working) -> Consent | None:
    """Ask for each thing that the person must take upon themselves; None where they step back.

    Raises:
        ForbiddenReplyError: A rule blocks the text, so that there is nothing to ask.
    """
    held = [finding for finding in working.findings if finding.severity is FindingSeverity.HOLD]
    if held and not _takes_on(face, held, working.text):
        return None
    unbacked = approval_rules.to_vouch_for(working.text, working.findings)
    if unbacked and not _vouches(face, unbacked):
        return None
    findings = decide.check(ticket, working.text, unbacked) if unbacked else working.findings
    warnings = [finding for finding in findings if finding.severity is FindingSeverity.WARN]
    if warnings:
        warned = "\n".join(finding_words(finding, working.text) for finding in warnings)
        if face.ask((Choice("y", "yes, approve"), _BACK), f"{warned}\nApprove all the same?") != "y":
            return None
    return Consent(tuple(dict.fromkeys(finding.rule for finding in (*held, *warnings))), unbacked)


def _takes_on(face: Face, held: Sequence[Finding], text: str) -> bool:
    told = "\n".join(finding_words(finding, text) for finding in held)
    return face.ask((Choice("t", "I am the one, and answer for it"), _BACK), f"{told}\n{_TAKING_ON}") == "t"


def _vouches(face: Face, unbacked: tuple[str, ...]) -> bool:
    told = "\n".join(f"“{safe(one)}”" for one in unbacked)
    return face.ask((Choice("v", "I vouch for it"), _BACK), f"{told}\n{_VOUCHING}") == "v"
