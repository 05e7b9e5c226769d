"""The reply as it would appear: where, under whose account, the exact text, the limit used, what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.text import Text

from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.look import Look, Section
from reviewwatch.cli.screen.marked import marked
from reviewwatch.cli.screen.wording import counted
from reviewwatch.reply.platforms import Certainty, Platform, Unit
from reviewwatch.types import Finding, FindingSeverity

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket

_STYLES: Final = {
    FindingSeverity.WARN: "yellow",
    FindingSeverity.BLOCK: "bold red",
    FindingSeverity.HOLD: "bold magenta",
}
_WEIGHT: Final = {
    FindingSeverity.WARN: "warning",
    FindingSeverity.BLOCK: "cannot be approved",
    FindingSeverity.HOLD: "for a trained person",
}
_UNITS: Final = {Unit.CHARS: "character", Unit.BYTES: "byte"}


@dataclass(frozen=True, slots=True)
class Working:
    """The reply that a person has before them.

    Attributes:
        origin: Where the text comes from: `draft`, `edited`, `written`.
    """

    text: str
    findings: tuple[Finding, ...]
    origin: str = "draft"

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that a person may acknowledge."""
        return tuple(finding for finding in self.findings if finding.severity is FindingSeverity.WARN)


def reply_section(ticket: Ticket, working: Working, look: Look) -> Section:
    """Return what exactly would become public, with what the rules say of it."""
    body = Text(statement(ticket) + "\n" if working.text else "")
    body.append(limit_words(ticket.platform, working.text), "italic" if look.has_color else None)
    body.append("\n\n").append_text(_text(working, look))
    for finding in working.findings:
        style = _STYLES[finding.severity] if look.has_color else None
        body.append("\n" if finding is not working.findings[0] else "\n\n")
        body.append(finding_words(finding, working.text), style)
    return Section(f"Reply ({working.origin})", body, is_reply=True)


def statement(ticket: Ticket) -> str:
    """Return where the reply appears and under whose account."""
    place = safe(ticket.stored.listing.name)
    if ticket.is_hand_over:
        return f"Appears under this review at {place} once you post it by hand, under your own account there."
    account = safe(ticket.account or "") or "the account of its token"
    return f"Appears under this review at {place}, as {account}."


def limit_words(platform: Platform, text: str) -> str:
    """Return the limit used: `212 of 350 characters`."""
    sure = "" if platform.limit_is is not Certainty.ASSUMED else " (an assumed limit)"
    return f"{platform.length(text):,} of {counted(platform.limit, _UNITS[platform.unit])}{sure}"


def finding_words(finding: Finding, text: str) -> str:
    """Return one finding with the words that it is about and how to mend it."""
    quoted = safe(text[finding.start : finding.end])
    about = f" “{quoted[:60]}{'…' if len(quoted) > 60 else ''}”" if quoted else ""
    fix = f" Instead: “{safe(finding.fix)}”." if finding.fix else ""
    return f"{finding.rule} {_WEIGHT[finding.severity]}:{about} {safe(finding.why)}.{fix}"


def finding_lines(findings: Sequence[Finding], text: str) -> list[str]:
    """Return every finding, the worst first."""
    order = list(_WEIGHT)
    ordered = sorted(findings, key=lambda finding: -order.index(finding.severity))
    return [finding_words(finding, text) for finding in ordered]


def _text(working: Working, look: Look) -> Text:
    """Return the exact text. Without color nothing is marked in it: a mark would look like a part of the reply."""
    if not working.text:
        return Text("(no text yet: e edits, w writes)")
    if not look.has_color:
        return marked(working.text, (), "bold")
    shown = marked(working.text, [(finding.start, finding.end) for finding in working.findings], "underline")
    shown.stylize("bold")
    return shown
